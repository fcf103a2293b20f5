//! How answers stand, as the table of answers says it.

use super::form::Form;
use super::indberetninger::{Ark, Indberetninger, Raekke};
use crate::model::{Svarstand, Svarstatus, Tema};

/// How far an answer has come, corrections counted in; one that is all unclear has begun.
///
/// A region has no citizens to count: it has answered when each of its tilbud has its users, or
/// when it has written that there are none.
pub(super) fn of(form: &Form<'_>, table: &Indberetninger) -> Svarstand {
    let given = |ark: Ark| table.of(ark, form).map(move |row| row.in_force(ark).is_some());
    let all = |ark: Ark| given(ark).all(|given| given);
    let complete = match form.respondent.counts_citizens() {
        true => all(Ark::Tal),
        false if given(Ark::Tilbud).next().is_some() => all(Ark::Tilbud),
        false => table.of(Ark::Tekster, form).any(|row| {
            row.text("Tema") == Tema::Tilbud.name() && row.in_force(Ark::Tekster).is_some()
        }),
    };
    let came = |row: &Raekke, ark| {
        row.in_force(ark).is_some() || row.text("Status") == Svarstatus::Uklar.name()
    };
    let any = Ark::ANSWERS.into_iter().any(|ark| table.of(ark, form).any(|row| came(row, ark)));
    match (complete, any) {
        (true, _) => Svarstand::Besvaret,
        (false, true) => Svarstand::Delvist,
        (false, false) => Svarstand::Mangler,
    }
}
