use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::basis::Basis;
use crate::finding::Findings;
use crate::text::danish::{counted, date, number};

/// The agreement holds for whole calendar years, as many as the law has it (K02).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K02") else { return };
    let aftale = basis.aftale();
    let (from, to) = (aftale.fra, aftale.til);
    let is = |day: NaiveDate, month, of_month| (day.month(), day.day()) == (month, of_month);
    let mut tell = |message: String, hint: &str| {
        findings.push(regel.broken("k02-periode", basis.in_aftale("til"), message).hint(hint));
    };
    if from >= to {
        let message =
            format!("Aftalen gælder fra den {}, men kun til den {}.", date(from), date(to));
        return tell(message, "Ret »fra« eller »til«.");
    }
    if !is(from, 1, 1) || !is(to, 12, 31) {
        let message = format!(
            "Aftalen gælder hele kalenderår, men her står fra den {} til den {}.",
            date(from),
            date(to)
        );
        return tell(message, "Lad »fra« være en 1. januar og »til« en 31. december.");
    }
    let years = to.year() - from.year() + 1;
    let wanted = regel.decimal("aar").unwrap_or_default();
    let reason = aftale.periode_begrundelse.as_deref().unwrap_or_default();
    if Decimal::from(years) != wanted && reason.trim().is_empty() {
        let years = counted(usize::try_from(years).unwrap_or_default(), "år", "år");
        let message = format!(
            "Aftalen gælder {years}, fra den {} til den {}, men den skal gælde {} år.",
            date(from),
            date(to),
            number(wanted)
        );
        tell(message, "Ret perioden, eller skriv periode_begrundelse = \"…\".");
    }
}
