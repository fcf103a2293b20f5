use chrono::{Datelike, NaiveDate};

use crate::finding::{Finding, Findings, Place};
use crate::model::{Aftale, Projekt};
use crate::text::danish::date;

/// The period is whole years (K02), and the deadlines come in order (K13).
pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    period(&projekt.aftale, findings);
    deadlines(projekt, findings);
}

fn period(aftale: &Aftale, findings: &mut Findings) {
    let at = || Place::file("inputs/aftale.toml");
    if aftale.fra >= aftale.til {
        findings.push(
            Finding::fejl(
                "k02-periode",
                at(),
                format!(
                    "Aftalen gælder fra den {}, men kun til den {}.",
                    date(aftale.fra),
                    date(aftale.til)
                ),
            )
            .hint("Ret »fra« eller »til«."),
        );
        return;
    }
    let is = |day: NaiveDate, month, of_month| (day.month(), day.day()) == (month, of_month);
    if !is(aftale.fra, 1, 1) || !is(aftale.til, 12, 31) {
        findings.push(
            Finding::fejl(
                "k02-periode",
                at(),
                format!(
                    "Aftalen gælder hele kalenderår, men her står fra den {} til den {}.",
                    date(aftale.fra),
                    date(aftale.til)
                ),
            )
            .hint("Lad »fra« være en 1. januar og »til« en 31. december."),
        );
    }
}

fn deadlines(projekt: &Projekt, findings: &mut Findings) {
    let frister = &projekt.aftale.frister;
    if frister.politisk_behandling > frister.indsendelse {
        findings.push(
            Finding::fejl(
                "k13-frister",
                Place::file("inputs/aftale.toml"),
                format!(
                    "Fristen for den politiske behandling er den {}, men aftalen sendes ind den {}.",
                    date(frister.politisk_behandling),
                    date(frister.indsendelse)
                ),
            )
            .hint("Ret »politisk_behandling« eller »indsendelse«."),
        );
    }
    for party in &projekt.myndigheder {
        for meeting in &party.behandling {
            let Some(day) = meeting.dato.filter(|day| *day > frister.politisk_behandling) else {
                continue;
            };
            findings.push(
                Finding::advarsel(
                    "moede-efter-frist",
                    Place::file("inputs/myndigheder.toml"),
                    format!(
                        "{}: {} behandler sagen den {}, efter fristen den {}.",
                        party.navn,
                        meeting.organ,
                        date(day),
                        date(frister.politisk_behandling)
                    ),
                )
                .hint("Ret datoen, hvis den er forkert."),
            );
        }
    }
}
