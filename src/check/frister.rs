use chrono::{Datelike, NaiveDate};
use rust_decimal::prelude::ToPrimitive;

use super::basis::Basis;
use crate::finding::Findings;
use crate::model::Regel;
use crate::text::danish::{date, parse_date};

/// Meetings, their deadline, the sending and the law's deadline come in that order (K13).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K13") else { return };
    let frister = &basis.aftale().frister;
    if frister.politisk_behandling > frister.indsendelse {
        let message = format!(
            "Fristen for den politiske behandling er den {}, men aftalen sendes ind den {} ({}).",
            date(frister.politisk_behandling),
            date(frister.indsendelse),
            basis.in_aftale("frister.indsendelse")
        );
        let place = basis.in_aftale("frister.politisk_behandling");
        let finding = regel.broken("k13-frister", place, message);
        findings.push(finding.hint("Ret »politisk_behandling« eller »indsendelse«."));
    }
    meetings(basis, regel, findings);
    if let Some(last) = legal(regel, basis.aftale().fra) {
        sent_late(basis, regel, last, findings);
    }
    timetable(basis, regel, findings);
}

fn meetings(basis: &Basis<'_>, regel: &Regel, findings: &mut Findings) {
    let deadline = basis.aftale().frister.politisk_behandling;
    for (index, party) in basis.projekt.myndigheder.iter().enumerate() {
        for (step, meeting) in party.behandling.iter().enumerate() {
            let Some(day) = meeting.dato.filter(|day| *day > deadline) else { continue };
            let message = format!(
                "{}: {} behandler sagen den {}, efter fristen den {} ({}).",
                party.navn,
                meeting.organ,
                date(day),
                date(deadline),
                basis.in_aftale("frister.politisk_behandling")
            );
            let place = basis.in_myndigheder(&format!("myndighed.{index}.behandling.{step}.dato"));
            let finding = regel.broken("moede-efter-frist", place, message);
            findings.push(finding.hint("Ret datoen, hvis den er forkert."));
        }
    }
}

/// The law's last day: a date of its own, or a day of the year before the agreement begins.
fn legal(regel: &Regel, begins: NaiveDate) -> Option<NaiveDate> {
    let part = |name| regel.decimal(name).and_then(|number| number.to_u32());
    regel.date("frist").or_else(|| {
        NaiveDate::from_ymd_opt(begins.year().checked_sub(1)?, part("maaned")?, part("dag")?)
    })
}

fn sent_late(basis: &Basis<'_>, regel: &Regel, last: NaiveDate, findings: &mut Findings) {
    let aftale = basis.aftale();
    let deadline =
        ("Aftalen".to_owned(), aftale.frister.indsendelse, "frister.indsendelse".to_owned());
    let records = aftale.indsendelser.iter().enumerate().map(|(index, one)| {
        (format!("»{}«", one.dokument), one.dato, format!("indsendelse.{index}.dato"))
    });
    for (what, day, path) in
        std::iter::once(deadline).chain(records).filter(|(_, day, _)| *day > last)
    {
        let message = format!(
            "{what} sendes ind den {}, men lovens frist er den {} ({}).",
            date(day),
            date(last),
            regel.place
        );
        let finding = regel.broken("k13-frister", basis.in_aftale(&path), message);
        findings.push(finding.hint("Ret datoen, eller skriv den nye frist ind under K13."));
    }
}

/// The exact days of the process table come in order.
fn timetable(basis: &Basis<'_>, regel: &Regel, findings: &mut Findings) {
    let rows = basis.aftale().tidsplan.iter().enumerate();
    let days: Vec<(usize, NaiveDate)> = rows
        .filter_map(|(index, row)| {
            let words = row.tid.strip_prefix("Senest ").unwrap_or(&row.tid);
            Some((index, parse_date(words)?))
        })
        .collect();
    for pair in days.windows(2) {
        let [(earlier, before), (later, after)] = pair else { continue };
        if before > after {
            let at = |index: usize| basis.in_aftale(&format!("tidsplan.{index}.tid"));
            let message = format!(
                "I tidsplanen kommer den {} efter den {} ({}).",
                date(*after),
                date(*before),
                at(*earlier)
            );
            let finding = regel.broken("k13-tidsplan", at(*later), message);
            findings.push(finding.hint("Ret datoen, eller flyt rækken."));
        }
    }
}
