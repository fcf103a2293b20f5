use std::collections::BTreeMap;

use super::besvarelse::Besvarelse;
use super::form::Form;
use super::indberetninger::{Ark, FILE, Raekke};
use super::kept::Kept;
use super::svar::{add_unanswered, forms};
use crate::finding::{Finding, Findings, Place};
use crate::input::Files;
use crate::model::{Afsender, Indberetninger, Projekt, Svar};
use crate::text::danish::{counted, number};

/// An answer as it stands in the table now.
struct Now {
    answer: String,
    place: Place,
}

/// The answers of a sheet by their keys.
type Answers = BTreeMap<Vec<String>, Now>;

/// Holds the table of answers against the returned files that it was read from: what has been
/// written over, and which rows are gone.
pub fn deviations(projekt: &Projekt, inputs: &Files) -> Findings {
    let mut findings = Findings::new();
    if inputs.get(FILE).is_none() {
        return findings;
    }
    let kept = Kept::of(inputs);
    let sheets = Ark::ANSWERS.map(|ark| (ark, answers(ark, &projekt.indberetninger)));
    for form in forms(projekt) {
        let came = returned(&form, &kept, inputs, &mut findings);
        let is_came = came.is_some();
        let rows = came.unwrap_or_else(|| BTreeMap::from([(Ark::Tal, asked(projekt, &form))]));
        let mut gone = 0;
        for (ark, now) in &sheets {
            for row in rows.get(ark).into_iter().flatten() {
                match now.get(&row.key(*ark)) {
                    Some(now) if is_came => findings.extend(written_over(*ark, row, now)),
                    Some(_) => {}
                    None => gone += 1,
                }
            }
        }
        findings.extend((gone > 0).then(|| rows_gone(&form, gone)));
    }
    findings
}

/// The counts that a form asks for.
fn asked(projekt: &Projekt, form: &Form<'_>) -> Vec<Raekke> {
    let mut rows = Vec::new();
    add_unanswered(projekt, &mut rows);
    let own = form.row();
    rows.retain(|row| row.answers_for(&own));
    rows
}

/// The rows of the kept file that an answer was read from; that it is not there as it was is told.
fn returned(
    form: &Form<'_>,
    kept: &Kept,
    inputs: &Files,
    findings: &mut Findings,
) -> Option<BTreeMap<Ark, Vec<Raekke>>> {
    let all = &form.projekt.indberetninger.svar;
    let svar = all.iter().find(|svar| sender(&svar.afsender).answers_for(&form.row()))?;
    let Some(name) = kept.name_of(svar.kontrolsum.as_ref()?) else {
        findings.push(lost(form, svar));
        return None;
    };
    let path = Kept::path(name);
    Besvarelse::read(form.projekt, &path, inputs.get(&path)?).ok().map(|answer| answer.rows)
}

/// The start of a row, as its sender has it.
fn sender(afsender: &Afsender) -> Raekke {
    let Afsender { udmelding, part, svarer_for } = afsender;
    let row = Raekke::default().with("Udmelding", udmelding).with("Part", part);
    row.with("Svarer for", svarer_for.as_deref().unwrap_or_default())
}

fn answers(ark: Ark, read: &Indberetninger) -> Answers {
    let sheet = || Place::Sheet { file: FILE.to_owned(), sheet: ark.name().to_owned() };
    let year = |row: Raekke, aar: u16| row.with_number("År", Some(aar));
    match ark {
        Ark::Tal => {
            let rows = read.tal.iter().map(|one| {
                let row = sender(&one.afsender).with("Gruppe", &one.gruppe.value);
                let place = one.vaerdi.as_ref().map_or(&one.gruppe.place, |value| &value.place);
                let answer = one.vaerdi.as_ref().map(|value| number(value.value));
                (year(row, one.aar), answer, place.clone())
            });
            keyed(ark, rows)
        }
        Ark::Tilbud => {
            let rows = read.tilbud.iter().map(|one| {
                let used_for = one.anvendes_til.as_ref().map_or("", |used_for| &used_for.value);
                let row = sender(&one.afsender).with("Tilbud", &one.tilbud.value);
                let row = row.with("Anvendes til", used_for);
                let place = one.brugere.as_ref().map_or(&one.tilbud.place, |users| &users.place);
                let answer = one.brugere.as_ref().map(|users| number(users.value));
                (year(row, one.aar), answer, place.clone())
            });
            keyed(ark, rows)
        }
        Ark::Tekster => {
            let rows = read.tekster.iter().map(|one| {
                let row = sender(&one.afsender).with("Tema", one.tema.name());
                let place = one.tekst.as_ref().map_or_else(sheet, |text| text.place.clone());
                (row, one.tekst.as_ref().map(|text| text.value.clone()), place)
            });
            keyed(ark, rows)
        }
        Ark::Svar => Answers::new(),
    }
}

fn keyed(ark: Ark, rows: impl Iterator<Item = (Raekke, Option<String>, Place)>) -> Answers {
    let keyed = rows.map(|(row, answer, place)| {
        (row.key(ark), Now { answer: answer.unwrap_or_default(), place })
    });
    keyed.collect()
}

/// What stands in the table and not in the returned file; spaces may be lost on the way.
fn written_over(ark: Ark, row: &Raekke, now: &Now) -> Option<Finding> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (was, is) = (plain(&row.text(ark.answer())), plain(&now.answer));
    if was == is {
        return None;
    }
    let said = |answer: &str| match answer {
        "" => "intet".to_owned(),
        answer => format!("»{answer}«"),
    };
    let source = match row.get("Celle") {
        Some(_) => Place::cell(row.text("Fil"), row.text("Ark"), row.text("Celle")),
        None => Place::file(row.text("Fil")),
    };
    let (is, was) = (said(&is), said(&was));
    let message =
        format!("Her står {is}, men i svaret fra {} står {was} ({source}).", row.text("Part"));
    let hint = "Skriv svaret, som det kom, og det rigtige under »Rettelse« med en begrundelse, så \
                begge dele huskes.";
    Some(Finding::advarsel("svar-rettet-direkte", now.place.clone(), message).hint(hint))
}

fn rows_gone(form: &Form<'_>, gone: usize) -> Finding {
    let rows = counted(gone, "række", "rækker");
    let message = format!(
        "Her mangler {rows} med svar fra {} på udmeldingen om {}.",
        form.respondent.navn(),
        form.udmelding.kort_titel.value
    );
    Finding::advarsel("svar-slettet", Place::file(FILE), message).hint(
        "Er de slettet ved en fejl, så hent dem i den forrige udgave i inputs/tidligere/, eller saml \
         svarene ind igen.",
    )
}

fn lost(form: &Form<'_>, svar: &Svar) -> Finding {
    let message = format!(
        "Filen med svaret fra {} på udmeldingen om {} ligger ikke i inputs/besvarelser/, som den kom \
         ({}).",
        form.respondent.navn(),
        form.udmelding.kort_titel.value,
        svar.fil.as_deref().unwrap_or("uden navn")
    );
    Finding::advarsel("svarfil-mangler", Place::file(FILE), message).hint(
        "Læg filen tilbage, som den var. Er den rettet eller slettet med vilje, så saml et nyt svar ind.",
    )
}
