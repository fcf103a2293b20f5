use super::sheets::{Sheets, fold};
use crate::collect::form::Form;
use crate::collect::words::{KEYS_MARK, PART, SVARER, UDMELDING, VERSION};
use crate::finding::{Finding, Place, nearest};
use crate::input::Grid;
use crate::model::{Projekt, Respondent};

/// What a workbook says of itself: the udmelding, the party, and the part of it that answers.
struct Said {
    udmelding: String,
    part: String,
    svarer: String,
}

/// Finds out who has answered what: by the hidden keys, or by the front page when they are lost.
pub(super) fn identify<'p>(
    projekt: &'p Projekt,
    sheets: &Sheets,
    file: &str,
) -> Result<Form<'p>, Finding> {
    let shown = front_page(sheets);
    let Some(said) = sheets.keys().map(keys).transpose()?.or(shown) else {
        return Err(no_form(file));
    };
    let form = matching(projekt, &said, file)?;
    // A form that was sent on and overwritten by another party still has the first one's keys.
    match front_page(sheets).map(|shown| matching(projekt, &shown, file)) {
        Some(Ok(shown)) if shown.respondent != form.respondent => Err(at_odds(file, &form, &shown)),
        _ => Ok(form),
    }
}

fn keys(grid: &Grid) -> Result<Said, Finding> {
    let value = |name: &str| {
        let label = grid.cells().find(|(_, cell)| fold(&cell.shown()) == name);
        let beside = label.and_then(|((row, column), _)| grid.cell((row, column + 1)));
        beside.map(crate::input::Cell::shown).unwrap_or_default()
    };
    if value(KEYS_MARK) != VERSION.to_string() {
        return Err(other_version(&grid.file));
    }
    Ok(Said { udmelding: value("udmelding"), part: value("part"), svarer: value("svarer") })
}

fn front_page(sheets: &Sheets) -> Option<Said> {
    let value = |label| sheets.beside(label).map(|(_, _, cell)| cell.shown());
    Some(Said {
        udmelding: value(UDMELDING)?,
        part: value(PART)?,
        svarer: value(SVARER).unwrap_or_default(),
    })
}

fn matching<'p>(projekt: &'p Projekt, said: &Said, file: &str) -> Result<Form<'p>, Finding> {
    let is = |given: &str, known: [&str; 2]| known.iter().any(|known| fold(known) == fold(given));
    let udmelding = projekt
        .udmeldinger
        .iter()
        .find(|known| is(&said.udmelding, [&known.noegle, &known.titel.value]));
    let Some(udmelding) = udmelding else {
        let known = projekt.udmeldinger.iter().map(|known| known.titel.value.as_str());
        return Err(unknown(file, "en central udmelding", &said.udmelding, known));
    };
    let of_party = |of: &Respondent<'_>| is(&said.part, [&of.part.noegle, &of.part.navn]);
    let parts: Vec<Respondent<'_>> = projekt.respondents().filter(of_party).collect();
    if parts.is_empty() {
        let known = projekt.myndigheder.iter().map(|known| known.navn.as_str());
        return Err(unknown(file, "en af parterne", &said.part, known));
    }
    let answers = |of: &&Respondent<'_>| {
        of.svarer.map_or(said.svarer.is_empty(), |svarer| {
            is(&said.svarer, [&svarer.noegle, &svarer.navn])
        })
    };
    match parts.iter().find(answers) {
        Some(respondent) => Ok(Form { projekt, udmelding, respondent: *respondent }),
        None => Err(unknown_part(file, said, &parts)),
    }
}

fn no_form(file: &str) -> Finding {
    Finding::advarsel(
        "ikke-et-skema",
        Place::file(file),
        "Filen er ikke et skema herfra: Den siger ikke, hvem der svarer på hvilken udmelding.",
    )
    .hint(
        "Er den et svar, så skriv det over i et skema fra »socialaftale skema«, og saml ind igen.",
    )
}

fn other_version(file: &str) -> Finding {
    let message = "Skemaet er lavet af en anden udgave af programmet.";
    Finding::advarsel("skema-udgave", Place::file(file), message)
        .hint("Brug den udgave af programmet, som skemaet er lavet med.")
}

fn unknown<'k>(
    file: &str,
    what: &str,
    said: &str,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Finding {
    let message = format!("Filen siger »{said}«, som ikke er {what}.");
    let finding = Finding::advarsel("ukendt-svar", Place::file(file), message);
    match nearest(said, known.clone()) {
        Some(near) => finding.hint(format!("Er det »{near}«, så ret navnet på forsiden.")),
        None => finding.hint(format!("Der kendes: {}.", known.collect::<Vec<_>>().join(", "))),
    }
}

fn unknown_part(file: &str, said: &Said, parts: &[Respondent<'_>]) -> Finding {
    let message = match said.svarer.is_empty() {
        true => format!("Filen siger ikke, hvilken del af »{}« der svarer.", said.part),
        false => {
            format!("»{}« er ikke en del af »{}«, der svarer for sig.", said.svarer, said.part)
        }
    };
    let names: Vec<&str> =
        parts.iter().map(|of| of.svarer_navn()).filter(|n| !n.is_empty()).collect();
    let finding = Finding::advarsel("ukendt-svar", Place::file(file), message);
    match names.is_empty() {
        true => finding.hint("Myndigheden svarer samlet; slet linjen »Svarer for« på forsiden."),
        false => {
            finding.hint(format!("Skriv »Svarer for« på forsiden: {}.", names.join(" eller ")))
        }
    }
}

fn at_odds(file: &str, form: &Form<'_>, shown: &Form<'_>) -> Finding {
    let message = format!(
        "Forsiden siger »{}«, men skemaet er lavet til »{}«; filen er ikke taget med.",
        shown.respondent.navn(),
        form.respondent.navn()
    );
    Finding::advarsel("part-uenig", Place::file(file), message)
        .hint("Send parten sit eget skema, eller ret forsiden, hvis svaret er fra den, skemaet er lavet til.")
}
