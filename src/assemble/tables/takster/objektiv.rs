use rust_decimal::Decimal;

use super::cells::part_in_percent;
use crate::assemble::context::pending;
use crate::assemble::shown::Shown;
use crate::assemble::tables::drawing::{build, flush_right, push, push_row};
use crate::finding::Place;
use crate::model::{Exact, ObjektivFinansiering, Projekt};
use crate::text::danish;
use crate::text::running;
use crate::text::tree::{RowEmphasis, Table};

/// What each kommune pays, by the population that the tilbud names.
pub(in crate::assemble::tables) fn objektiv(
    projekt: &Projekt,
    finansiering: &ObjektivFinansiering,
) -> Table {
    let aar = finansiering.aar.value;
    let people = format!("Antal {}", finansiering.befolkning.value);
    let mut table = build(
        &format!("Objektiv finansiering af {} i {aar}", finansiering.tilbud.value),
        &[("Kommune", 5), (&people, 3), ("Andel", 2), ("Kroner", 3)],
    );
    flush_right(&mut table, 1..);
    let parts = finansiering.fordelt(&projekt.befolkning);
    let total = Shown::of(Some(&finansiering.beloeb), |kr| danish::amount(*kr), String::new);
    let whole = part_in_percent(&Exact::from_integer(1.into()));
    let mut sum = Shown::from(pending("befolkningstal"));
    for part in parts.iter().flatten() {
        let antal = Shown::of(Some(part.antal), |count| danish::number(*count), String::new);
        let share = Shown::computed(part_in_percent(&part.andel), &[&antal]);
        let amount = Shown::computed(danish::amount(part.beloeb), &[&antal, &total]);
        push(&mut table, &[&part.kommune.to_owned(), &antal, &share, &amount]);
    }
    if let Some(parts) = &parts {
        let cells: Vec<Place> = parts.iter().map(|part| part.antal.place.clone()).collect();
        let people = parts.iter().map(|part| part.antal.value).sum::<Decimal>();
        sum = Shown::new(danish::number(people), &cells);
    }
    let cells = ["I alt".to_owned().into(), sum, whole.into(), total];
    push_row(&mut table, &cells, RowEmphasis::Total);
    table.notes.push(running(&format!(
        "Beløbet er fordelt efter antallet af {} i {aar}; afrundingen er fordelt, så beløbene \
         tilsammen giver det hele.",
        finansiering.befolkning.value
    )));
    table
}
