use super::ark::Ark;
use super::raekke::Raekke;
use crate::model::{Projekt, Tema};

/// Puts rows in the order of the inputs: udmelding, group, party, part, year.
pub(in crate::collect) fn sort(ark: Ark, rows: &mut [Raekke], projekt: &Projekt) {
    rows.sort_by_cached_key(|row| {
        let udmelding = row.text("Udmelding");
        let rank = |column: &'static str| {
            let text = row.text(column);
            (position(column, &udmelding, &text, projekt), text)
        };
        ark.key().iter().map(|column| rank(column)).collect::<Vec<_>>()
    });
}

/// Where a word stands among those of its kind; what the inputs do not know comes last.
fn position(column: &str, udmelding: &str, text: &str, projekt: &Projekt) -> usize {
    let found = match column {
        "Udmelding" => projekt.udmeldinger.iter().position(|known| known.noegle == text),
        "Gruppe" => projekt
            .udmeldinger
            .iter()
            .find(|known| known.noegle == udmelding)
            .and_then(|of| of.grupper.iter().position(|gruppe| gruppe.noegle == text)),
        "Part" => projekt.myndigheder.iter().position(|known| known.navn == text),
        "Svarer for" => projekt
            .myndigheder
            .iter()
            .flat_map(|part| &part.svarer)
            .position(|svarer| svarer.navn == text),
        "Tema" => Tema::ALL.iter().position(|tema| tema.name() == text),
        _ => None,
    };
    found.unwrap_or(usize::MAX)
}
