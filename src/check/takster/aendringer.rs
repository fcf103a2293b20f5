use crate::check::basis::Basis;
use crate::finding::{Finding, Findings};
use crate::model::{Aendringsnote, Regel, Sourced, Takst, Takstaendring};
use crate::text::danish::{date, number};

/// What is noted of a change fits the rows of takster before and after it.
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let adding = basis.rule("R03");
    for change in basis.projekt.takstaendringer() {
        let Some(note) = change.note else { continue };
        findings.extend(adding.and_then(|regel| adds_up(regel, &change, note)));
        match change.efter {
            Some(row) => findings.extend(same_decision(row, note)),
            None => findings.extend(without_row(&change, note)),
        }
    }
}

/// Before + change = after (R03).
fn adds_up(regel: &Regel, change: &Takstaendring<'_>, note: &Aendringsnote) -> Option<Finding> {
    let (before, after) = (change.foer()?, change.efter?.takst.as_ref()?);
    let stated = note.aendring.as_ref()?;
    let sum = before.value + stated.value;
    (sum != after.value).then(|| {
        let message = format!(
            "{} + {} er {}, men i {} står {}.",
            number(before.value),
            number(stated.value),
            number(sum),
            after.place,
            number(after.value)
        );
        let finding = regel.broken("aendring-passer-ikke", stated.place.clone(), message);
        finding.hint("Ret det tal, der er forkert, eller lad ændringen stå tom; så regnes den ud.")
    })
}

/// A decision that stands in both sheets is the same in both.
fn same_decision(row: &Takst, note: &Aendringsnote) -> Vec<Finding> {
    let by = differs(row.besluttet_af.as_ref(), note.besluttet_af.as_ref(), |by| by.clone());
    let on = differs(row.besluttet.as_ref(), note.besluttet.as_ref(), |on| date(*on));
    by.into_iter().chain(on).collect()
}

fn differs<T: PartialEq>(
    row: Option<&Sourced<T>>,
    note: Option<&Sourced<T>>,
    shown: impl Fn(&T) -> String,
) -> Option<Finding> {
    let (row, note) = (row?, note?);
    (row.value != note.value).then(|| {
        Finding::fejl(
            "beslutning-to-steder",
            note.place.clone(),
            format!(
                "Beslutningen står her med »{}«, men med »{}« i {}.",
                shown(&note.value),
                shown(&row.value),
                row.place
            ),
        )
        .hint("Slet den her; arket »Takster« er nok.")
    })
}

/// A change whose takst could stand in the table of takster, or of which nothing is known.
fn without_row(change: &Takstaendring<'_>, note: &Aendringsnote) -> Option<Finding> {
    let from = date(note.gaelder_fra.value);
    let name = &note.tilbud.value;
    let place = note.gaelder_fra.place.clone();
    let message = match (change.efter(), &note.aendring) {
        (Some(after), _) => format!(
            "{name} får taksten {} den {from}, men den står ikke i arket »Takster«.",
            number(after.value)
        ),
        (None, None) => format!(
            "{name} får ny takst den {from}, men hverken taksten eller ændringen er skrevet."
        ),
        (None, Some(_)) => return None,
    };
    let hint = "Tilføj en række i arket »Takster« med den nye takst, eller ret datoen.";
    Some(Finding::advarsel("aendring-uden-takst", place, message).hint(hint))
}
