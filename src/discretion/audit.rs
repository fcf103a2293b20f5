use std::collections::BTreeSet;

use super::auditor::{Span, exposed};
use super::cell::Cell;
use super::look::look;
use super::tables::Tables;
use super::view::{Seen, View};
use crate::finding::{Finding, Findings};
use crate::model::Projekt;

/// Tells of every count that the public could find in a project as it is to be published.
///
/// What readers see is read from the project itself, not from the suppressor that masked it.
pub fn audit(tables: &Tables, published: &Projekt) -> Findings {
    let threshold = published.aftale.diskretion.taerskel;
    let view = View { cells: look(tables, published), ..tables.view(&BTreeSet::new(), threshold) };
    let mut findings = Findings::new();
    for cell in tables.small(threshold) {
        if view.cells[cell] != Seen::Hidden {
            findings.push(shown(&tables.cells[cell]));
        }
    }
    for (cell, span) in exposed(&view) {
        findings.push(deduced(&tables.cells[cell], span, to_blame(cell, tables, published)));
    }
    findings
}

/// The earlier editions, if the count could be hidden but for them.
fn to_blame(cell: usize, tables: &Tables, published: &Projekt) -> Option<String> {
    let all = tables.own().filter(|(_, count)| *count > 0).map(|(cell, _)| cell).collect();
    let all_hidden = tables.view(&all, published.aftale.diskretion.taerskel);
    let alone = View { relations: tables.without_earlier(), ..all_hidden };
    let files: Vec<&str> = published.offentliggjort.iter().map(|(file, _)| file.as_str()).collect();
    (!files.is_empty() && !exposed(&alone).contains_key(&cell)).then(|| files.join(", "))
}

fn shown(cell: &Cell) -> Finding {
    let message =
        format!("{} er et lille tal, som ikke må stå i den offentlige udgave.", cell.label);
    Finding::fejl("lille-tal-vist", cell.place.clone(), message)
        .hint("Det er en fejl i programmet; offentliggør ikke dokumenterne.")
}

/// A hidden count of which too much can be deduced; with the earlier editions, when it is they
/// that give it away.
fn deduced(cell: &Cell, span: Option<Span>, editions: Option<String>) -> Finding {
    let what = match span {
        Some(Span { least, most }) if least == most => {
            format!("{} er skjult, men man kan regne ud, at tallet er {least}.", cell.label)
        }
        Some(Span { least, most }) => format!(
            "{} er skjult, men man kan regne ud, at tallet er fra {least} til {most}.",
            cell.label
        ),
        None => format!(
            "{} er skjult, men programmet kan ikke afgøre, om man kan regne tallet ud.",
            cell.label
        ),
    };
    let hint = match editions {
        Some(files) => format!(
            "Det fremgår, når man sammenholder med en tidligere offentlig udgave ({files}). Er den \
             trukket tilbage, så fjern filen; ellers slå \
             rækken sammen med en anden."
        ),
        None => "Slå rækken sammen med en anden, så tallene bliver større.".to_owned(),
    };
    Finding::fejl("kan-udledes", cell.place.clone(), what).hint(hint)
}
