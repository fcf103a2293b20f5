use super::cells::{kroner, percent};
use super::notes::note_restatements;
use crate::assemble::context::{date_or_pending, decision, number_or_pending, text_or_pending};
use crate::assemble::shown::Shown;
use crate::assemble::tables::drawing::{build, flush_right, push};
use crate::model::{Projekt, Takst};
use crate::text::running;
use crate::text::tree::Table;

pub(in crate::assemble::tables) fn alle_takster(projekt: &Projekt) -> Table {
    let mut table = build(
        "Tilbud og takster",
        &[
            ("Tilbud", 5),
            ("Driftsherre", 5),
            ("Paragraf", 3),
            ("Pladser", 4),
            ("Takst", 4),
            ("Belægning", 4),
            ("Gælder fra", 5),
            ("Beslutning", 5),
        ],
    );
    flush_right(&mut table, 3..6);
    for takst in &projekt.takster {
        let lov = text_or_pending(takst.lov.as_ref(), "lov");
        let paragraf = text_or_pending(takst.paragraf.as_ref(), "paragraf");
        let law = Shown::computed(format!("{} {}", lov.text, paragraf.text), &[&lov, &paragraf]);
        push(
            &mut table,
            &[
                &takst.tilbud.value,
                &text_or_pending(takst.driftsherre.as_ref(), "driftsherre"),
                &law,
                &number_or_pending(takst.pladser.as_ref(), "pladser"),
                &kroner(takst.takst.as_ref()),
                &percent(takst.belaegning.as_ref()),
                &date_or_pending(takst.gaelder_fra.as_ref(), "dato"),
                &decision(takst.besluttet_af.as_ref(), takst.besluttet.as_ref()),
            ],
        );
    }
    let rows: Vec<&Takst> = projekt.takster.iter().collect();
    table.notes.push(running("Taksterne er i kroner pr. døgn."));
    note_restatements(&mut table, &rows);
    table
}
