use std::io::{self, Write};

use chrono::{Datelike, NaiveDate};

use super::Outcome;
use super::args::ProjektValg;
use super::show;
use crate::finding::{Finding, Findings};
use crate::input::{Files, read};
use crate::model::{Regel, Undtagelse};

/// Shows every rule with its years and source, and what is excepted from them.
pub(super) fn run(
    choice: &ProjektValg,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut findings = Findings::new();
    let inputs = Files::load(&choice.projekt, "inputs", &mut findings);
    if inputs.names().next().is_some() {
        let mut all = Findings::new();
        let regler = read(&inputs, &mut all).projekt.regler;
        // What is wrong with other inputs is for »tjek« to tell.
        let is_of_rules = |one: &Finding| {
            one.place.file_name().is_some_and(|file| file.ends_with("/regler.toml"))
        };
        findings.extend(all.into_iter().filter(is_of_rules));
        let mut table = show::table(&["Regel", "Titel", "Alvor", "År", "Kilde"], &[]);
        regler.regler.iter().for_each(|regel| {
            table.add_row(row(regel));
        });
        writeln!(out, "{table}")?;
        writeln!(out, "* Reglens oprindelse er usikker; se »usikker« i inputs/regler.toml.")?;
        regler.undtagelser.iter().try_for_each(|one| excepted(one, out))?;
    }
    findings.settle();
    show::findings(&findings, err)?;
    Ok(if findings.has_fejl() { Outcome::Findings } else { Outcome::Fine })
}

fn row(regel: &Regel) -> [String; 5] {
    let mark = if regel.usikker.is_some() { " *" } else { "" };
    [
        regel.noegle.clone(),
        regel.titel.clone(),
        regel.alvor.to_string(),
        years(regel.gaelder_fra, regel.gaelder_til),
        format!("{}{mark}", regel.kilde),
    ]
}

/// "2018-", "2021-2022", "alle".
fn years(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    let year = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.year().to_string());
    match (from, to) {
        (None, None) => "alle".to_owned(),
        _ => format!("{}-{}", year(from), year(to)),
    }
}

fn excepted(one: &Undtagelse, out: &mut dyn Write) -> io::Result<()> {
    let place = one.sted.as_ref().map_or_else(String::new, |place| format!(" i {place}"));
    writeln!(out, "Undtaget fra {}{place}: {}", one.regel, one.begrundelse)
}
