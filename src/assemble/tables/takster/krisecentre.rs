use super::cells::{kroner, percent};
use super::notes::{note_changes, note_restatements};
use crate::assemble::context::{date_or_pending, number_or_pending, pladser_i_alt};
use crate::assemble::shown::Shown;
use crate::assemble::tables::drawing::{build, flush_right, push, push_row};
use crate::model::{Projekt, Takst, in_force, is_krisecenter};
use crate::text::danish;
use crate::text::tree::{RowEmphasis, Table};

pub(in crate::assemble::tables) fn krisecentre(projekt: &Projekt) -> Table {
    let day = projekt.takstdag();
    let caption =
        format!("Krisecentre i {}, takster pr. {}", projekt.landsdel(), danish::date(day));
    let mut table = build(
        &caption,
        &[
            ("Tilbud", 5),
            ("Pladser", 2),
            ("Takst pr. døgn", 3),
            ("Belægning", 3),
            ("Gælder fra", 4),
        ],
    );
    flush_right(&mut table, 1..4);
    let centres: Vec<&Takst> =
        in_force(&projekt.takster, day).into_iter().filter(|takst| is_krisecenter(takst)).collect();
    for takst in &centres {
        push(
            &mut table,
            &[
                &takst.tilbud.value,
                &number_or_pending(takst.pladser.as_ref(), "pladser"),
                &kroner(takst.takst.as_ref()),
                &percent(takst.belaegning.as_ref()),
                &date_or_pending(takst.gaelder_fra.as_ref(), "dato"),
            ],
        );
    }
    let places = pladser_i_alt(&centres);
    if !places.cells.is_empty() {
        let sum = [
            "I alt".to_owned().into(),
            places,
            Shown::default(),
            Shown::default(),
            Shown::default(),
        ];
        push_row(&mut table, &sum, RowEmphasis::Total);
    }
    note_restatements(&mut table, &centres);
    note_changes(&mut table, projekt, &centres);
    table
}
