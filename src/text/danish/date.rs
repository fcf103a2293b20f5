use chrono::{Datelike, NaiveDate};

pub(super) const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// Writes a date as in running text: "14. september 2020".
pub fn date(date: NaiveDate) -> String {
    format!("{}. {} {}", date.day(), MONTHS[date.month0() as usize], date.year())
}

/// Reads a date as [`date`] writes it; anything else is none.
pub fn parse_date(written: &str) -> Option<NaiveDate> {
    let mut words = written.split([' ', super::NBSP]);
    let day = words.next()?.strip_suffix('.')?.parse().ok()?;
    let month = words.next()?;
    let month = MONTHS.iter().position(|name| *name == month)? as u32 + 1;
    let year = words.next()?.parse().ok()?;
    if words.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(year, month, day)
}
