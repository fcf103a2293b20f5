use std::io::{self, Write};

use chrono::{Local, NaiveDate};

use super::Outcome;
use super::args::StatusValg;
use super::collecting::open;
use super::show;
use crate::collect::{FILE, Indberetninger, Tavle};
use crate::finding::Findings;
use crate::model::Svarstand;
use crate::text::danish::{counted, date};

/// Shows who has answered what, and how long there is to the deadlines.
pub(super) fn run(
    choice: &StatusValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let board = open(&choice.projekt.projekt, &mut findings).and_then(|(inputs, projekt)| {
        let table = match inputs.get(FILE) {
            Some(bytes) => Indberetninger::read(bytes, &mut findings)?,
            None => Indberetninger::default(),
        };
        Some(Tavle::new(&projekt, &table))
    });
    findings.settle();
    show::findings(&findings, err)?;
    let Some(board) = board else { return Ok(Outcome::Findings) };
    print(&board, choice.dato.unwrap_or_else(|| Local::now().date_naive()), out)?;
    Ok(Outcome::Fine)
}

fn print(board: &Tavle, today: NaiveDate, out: &mut dyn Write) -> io::Result<()> {
    let keys = board.udmeldinger.iter().map(|(key, _)| key.as_str());
    let headings: Vec<&str> = std::iter::once("Svar fra").chain(keys).collect();
    let mut table = show::table(&headings, &[]);
    for (part, statuses) in &board.parter {
        let cells = statuses.iter().map(|status| status.name().to_owned());
        table.add_row(std::iter::once(part.clone()).chain(cells));
    }
    writeln!(out, "{table}")?;
    for (column, (key, frist)) in board.udmeldinger.iter().enumerate() {
        let done = board
            .parter
            .iter()
            .filter(|(_, of)| of.get(column) == Some(&Svarstand::Besvaret))
            .count();
        let all = board.parter.len();
        let deadline = match *frist {
            None => "Ingen svarfrist.".to_owned(),
            Some(frist) if done == all => format!("Svarfrist: {}.", date(frist)),
            Some(frist) => deadline(frist, today),
        };
        writeln!(out, "{key}: {done} af {all} har svaret. {deadline}")?;
    }
    Ok(())
}

fn deadline(frist: NaiveDate, today: NaiveDate) -> String {
    let days = (frist - today).num_days();
    let shown = counted(days.unsigned_abs() as usize, "dag", "dage");
    match days {
        0 => format!("Fristen er i dag, {}.", date(frist)),
        1.. => format!("{shown} til fristen {}.", date(frist)),
        _ => format!("Fristen {} er overskredet med {shown}.", date(frist)),
    }
}
