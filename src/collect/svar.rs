use std::collections::{BTreeMap, BTreeSet};

use super::form::Form;
use super::indberetninger::{Ark, Indberetninger, Raekke, Vaerdi};
use super::indsamling::Indkommet;
use super::status;
use crate::model::{Projekt, Svarstatus};

/// Every answer that is asked for.
pub(super) fn forms(projekt: &Projekt) -> impl Iterator<Item = Form<'_>> {
    projekt.udmeldinger.iter().flat_map(move |udmelding| {
        let form = move |respondent| Form { projekt, udmelding, respondent };
        projekt.respondents().map(form)
    })
}

/// Adds a row for each count that is asked for and has not come.
pub(super) fn add_unanswered(projekt: &Projekt, rows: &mut Vec<Raekke>) {
    let there: BTreeSet<Vec<String>> = rows.iter().map(|row| row.key(Ark::Tal)).collect();
    for form in forms(projekt).filter(|form| form.respondent.counts_citizens()) {
        for gruppe in &form.udmelding.grupper {
            for aar in form.aar() {
                let row = form.row().with("Gruppe", &gruppe.noegle).with_number("År", Some(*aar));
                if !there.contains(&row.key(Ark::Tal)) {
                    rows.push(row.with("Status", Svarstatus::Ubesvaret.name()));
                }
            }
        }
    }
}

/// How far each answer has come: a row for each that is asked for.
pub(super) fn svar(
    projekt: &Projekt,
    table: &Indberetninger,
    former: &Indberetninger,
    taken: &[Indkommet<'_>],
    stored: &BTreeMap<String, String>,
) -> Vec<Raekke> {
    let row = |form: Form<'_>| {
        let new = taken.iter().find(|one| one.besvarelse.form.same_answer(&form));
        let mut row = match new {
            Some(new) => {
                let kept = stored.get(&new.digest).cloned().unwrap_or_default();
                let row = form.row().with("Fil", &new.file).with("Kontrolsum", &new.digest);
                row.with("Gemt som", kept)
            }
            None => former.of(Ark::Svar, &form).next().cloned().unwrap_or_else(|| form.row()),
        };
        row.set("Frist", form.svarfrist().map(Vaerdi::Dato));
        row.with("Status", status::of(&form, table).name())
    };
    forms(projekt).map(row).collect()
}
