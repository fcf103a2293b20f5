//! The program's own table of answers: a row per answer, and the secretariat's corrections.

mod ark;
mod raekke;
mod read;
mod sort;
mod vaerdi;
mod write;

use std::collections::BTreeMap;

use super::form::Form;

pub use crate::input::INDBERETNINGER as FILE;
pub use ark::Ark;
pub use raekke::Raekke;
pub(super) use sort::sort;
pub use vaerdi::Vaerdi;

/// All answers, by sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Indberetninger(BTreeMap<Ark, Vec<Raekke>>);

impl Indberetninger {
    pub fn rows(&self, ark: Ark) -> &[Raekke] {
        self.0.get(&ark).map_or(&[], Vec::as_slice)
    }

    pub(super) fn set(&mut self, ark: Ark, rows: Vec<Raekke>) {
        self.0.insert(ark, rows);
    }

    /// The rows of one answer.
    pub(super) fn of<'r>(&'r self, ark: Ark, form: &Form<'_>) -> impl Iterator<Item = &'r Raekke> {
        let answer = form.row();
        self.rows(ark).iter().filter(move |row| row.answers_for(&answer))
    }
}
