//! How far the collecting of answers has come, on the edition's date.

use chrono::NaiveDate;

use super::drawing::{build, for_authorities_alone, note, push_row};
use crate::assemble::context::pending;
use crate::assemble::shown::Shown;
use crate::model::{CentralUdmelding, Modtager, Projekt, Svarstand};
use crate::text::danish::{counted, date};
use crate::text::tree::{RowEmphasis, Table};

const CAPTION: &str = "Svar på de centrale udmeldinger";

/// Who has answered which udmelding; below it, how many have, and how long there is to the deadline.
pub(super) fn status(projekt: &Projekt) -> Table {
    if projekt.modtager == Modtager::Offentlig {
        let why = "Hvem der har svaret, er kun til myndighederne.";
        return for_authorities_alone(CAPTION, "Svar", why);
    }
    let mut columns = vec![("Svar fra", 6)];
    columns.extend(projekt.udmeldinger.iter().map(|of| (of.kort_titel.value.as_str(), 4)));
    let mut table = build(CAPTION, &columns);
    for respondent in projekt.respondents() {
        let stand = |of| projekt.indberetninger.stand(of, &respondent).name().to_owned();
        let stands = projekt.udmeldinger.iter().map(stand);
        let row: Vec<String> = std::iter::once(respondent.navn()).chain(stands).collect();
        push_row(&mut table, &row, RowEmphasis::Plain);
    }
    for udmelding in &projekt.udmeldinger {
        add_note(&mut table, projekt, udmelding);
    }
    table
}

fn add_note(table: &mut Table, projekt: &Projekt, udmelding: &CentralUdmelding) {
    let stands = projekt.respondents().map(|of| projekt.indberetninger.stand(udmelding, &of));
    let stands: Vec<Svarstand> = stands.collect();
    let given = stands.iter().filter(|stand| **stand == Svarstand::Besvaret).count();
    let day = projekt.aftale.udgave.dato;
    let deadline = Shown::of(
        udmelding.svarfrist.as_ref(),
        |frist| deadline(*frist, day),
        || pending("svarfrist"),
    );
    let name = &udmelding.kort_titel.value;
    let words = format!("{name}: {given} af {} har svaret. {}", stands.len(), deadline.text);
    note(table, &words, [deadline]);
}

/// The deadline as it stands on the day of the edition.
fn deadline(frist: NaiveDate, day: NaiveDate) -> String {
    let days = (frist - day).num_days();
    let shown = counted(days.unsigned_abs() as usize, "dag", "dage");
    match days {
        0 => format!("Svarfristen er {}, samme dag som denne udgave.", date(frist)),
        1.. => format!("Svarfristen er {}, {shown} efter {}.", date(frist), date(day)),
        _ => format!("Svarfristen var {}, {shown} før {}.", date(frist), date(day)),
    }
}
