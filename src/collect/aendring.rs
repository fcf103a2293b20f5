use super::about::about;
use super::form::Form;
use super::indberetninger::{Ark, Raekke};
use super::short::short;

/// An answer that is not what it was the last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aendring {
    pub svar_fra: String,
    pub udmelding: String,
    /// What was asked: "Voksne, 2019".
    pub om: String,
    /// What was answered before, and now; long texts are cut.
    pub foer: String,
    pub nu: String,
    /// The secretariat's correction, which still holds; blank when there is none.
    pub rettelse: String,
}

impl Aendring {
    pub(super) fn of(form: &Form<'_>, ark: Ark, row: &Raekke, foer: &str) -> Self {
        Self {
            svar_fra: form.respondent.navn(),
            udmelding: form.udmelding.noegle.clone(),
            om: about(form, ark, row),
            foer: short(foer),
            nu: short(&row.answer(ark)),
            rettelse: short(&row.text("Rettelse")),
        }
    }
}
