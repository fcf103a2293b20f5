use super::cells::signed_percent;
use crate::assemble::shown::Shown;
use crate::assemble::tables::drawing::{NO_ANSWER, build, number_column, push_row};
use crate::model::{Projekt, Tilbudsudvikling, Udvikling};
use crate::text::danish;
use crate::text::running;
use crate::text::tree::{RowEmphasis, Table};

/// Each tilbud's takst year by year, and the change between the last two years that are known.
pub(in crate::assemble::tables) fn udvikling(projekt: &Projekt) -> Table {
    let known = Udvikling::new(&projekt.takster);
    let mut table = build("Takster år for år", &[("Tilbud", 6)]);
    known.aar.iter().for_each(|aar| number_column(&mut table, &aar.to_string()));
    let span = known.last_two();
    if span.is_some() {
        number_column(&mut table, "Ændring");
    }
    for tilbud in &known.tilbud {
        let mut cells = vec![Shown::from(tilbud.tilbud)];
        cells.extend(known.aar.iter().map(|aar| takst(tilbud, *aar)));
        cells.extend(span.map(|(fra, til)| {
            let change = signed_percent(tilbud.aendring(fra, til).as_ref());
            Shown::new(change, &tilbud.aendringsceller(fra, til))
        }));
        push_row(&mut table, &cells, RowEmphasis::Plain);
    }
    if let Some((fra, til)) = span {
        let mut cells = vec![Shown::from("I alt".to_owned())];
        cells.extend(known.aar.iter().map(|_| Shown::default()));
        let change = signed_percent(known.i_alt(fra, til).as_ref());
        cells.push(Shown::new(change, &known.celler_i_alt(fra, til)));
        push_row(&mut table, &cells, RowEmphasis::Total);
    }
    table.notes = notes(&known).iter().map(|note| running(note)).collect();
    table
}

fn takst(tilbud: &Tilbudsudvikling<'_>, aar: i32) -> Shown {
    Shown::of(tilbud.takst(aar), |takst| danish::amount(*takst), || NO_ANSWER.to_owned())
}

fn notes(known: &Udvikling<'_>) -> Vec<String> {
    let Some(last) = known.aar.last() else {
        return vec!["Ingen takster er kendt endnu.".to_owned()];
    };
    let unit = "Taksterne er i kroner pr. døgn; hvert år vises den takst, året begynder med.";
    let change = match known.last_two() {
        Some((fra, til)) => format!(
            "Ændringen er fra {fra} til {til}. Ændringen i alt omfatter de tilbud, hvis takst er \
             kendt begge år, og vægter hver takst med pladserne i {til}."
        ),
        None => format!(
            "Kun taksterne for {last} er kendt, så udviklingen fra år til år kan ikke regnes ud."
        ),
    };
    vec![unit.to_owned(), change]
}
