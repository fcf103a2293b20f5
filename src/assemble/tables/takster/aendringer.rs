use super::cells::{kroner, signed};
use crate::assemble::context::{date_or_pending, decision};
use crate::assemble::tables::drawing::{build, flush_right, push};
use crate::model::Projekt;
use crate::text::running;
use crate::text::tree::Table;

/// The changes that were decided by themselves, from the year of the takster shown on.
pub(in crate::assemble::tables) fn aendringer(projekt: &Projekt) -> Table {
    let mut table = build(
        "Besluttede ændringer af takster",
        &[
            ("Tilbud", 5),
            ("Før", 3),
            ("Efter", 3),
            ("Ændring", 3),
            ("Gælder fra", 4),
            ("Besluttet", 4),
        ],
    );
    flush_right(&mut table, 1..4);
    for change in projekt.besluttede_aendringer() {
        let mut difference = signed(change.aendring().as_ref());
        difference.cells = change.aendringsceller();
        push(
            &mut table,
            &[
                &change.tilbud.value,
                &kroner(change.foer()),
                &kroner(change.efter().as_ref()),
                &difference,
                &date_or_pending(Some(change.gaelder_fra), "dato"),
                &decision(change.besluttet_af(), change.besluttet()),
            ],
        );
    }
    table.notes.push(running("Beløbene er i kroner pr. døgn."));
    table
}
