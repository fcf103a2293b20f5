use super::sheets::Sheets;
use crate::collect::form::Form;
use crate::collect::indberetninger::Raekke;
use crate::finding::{Finding, Place};
use crate::model::Talstatus;

/// A workbook that is being read: what it holds, and whose answer it is.
pub(super) struct Reading<'r, 'p> {
    pub file: &'r str,
    pub sheets: &'r Sheets,
    pub form: &'r Form<'p>,
    pub art: Talstatus,
}

impl Reading<'_, '_> {
    /// The start of a row of this answer.
    pub fn row(&self) -> Raekke {
        self.form.row().with("Fil", self.file)
    }

    /// Something that every form has cannot be found.
    pub fn missing(&self, what: &str) -> Finding {
        Finding::advarsel(
            "felt-mangler",
            Place::file(self.file),
            format!("{what} findes ikke i filen."),
        )
        .hint("Bed om skemaet igen, med alle felter.")
    }
}
