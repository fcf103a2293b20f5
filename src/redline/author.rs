use chrono::NaiveDate;

use crate::render::word::open::open;
use crate::render::word::parts::last_saved;

/// Who the tracked changes are by, and when they were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    pub name: String,
    pub date: NaiveDate,
}

/// Who last saved a Word file, and on which day, as far as the file says so.
pub fn saved_by(bytes: &[u8]) -> (Option<String>, Option<NaiveDate>) {
    open(bytes, "").map(|package| last_saved(&package)).unwrap_or_default()
}
