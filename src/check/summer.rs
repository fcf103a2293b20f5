use rust_decimal::Decimal;

use super::basis::Basis;
use crate::finding::{Finding, Findings};
use crate::model::{
    CentralUdmelding, Gruppe, Indberetninger, IndberettetTal, Kontroltal, Optaelling, Regel,
    Talstatus,
};
use crate::text::danish::number;

/// What is declared as a sum must be the sum of its parts (R01).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("R01") else { return };
    for udmelding in &basis.projekt.udmeldinger {
        for gruppe in &udmelding.grupper {
            let answers = &basis.projekt.indberetninger;
            kontroltal(regel, gruppe, (answers, &udmelding.noegle), findings);
        }
        landsdele(regel, udmelding, findings);
    }
}

/// What was told before must be the sum of the answers now, unless something has happened to them
/// since: then the difference is news that someone must know of, and no fault.
fn kontroltal(
    regel: &Regel,
    gruppe: &Gruppe,
    (indberetninger, of): (&Indberetninger, &str),
    findings: &mut Findings,
) {
    let Some(told) = &gruppe.kontroltal else { return };
    for (aar, before) in told.antal.iter() {
        // A year that nobody has answered for yet has no sum to compare.
        let Some(now) = gruppe.region.get(aar) else { continue };
        let what = format!("kommunernes tal for »{}« i {aar}", gruppe.betegnelse.value);
        let Some(mut finding) = compare(regel, before, Some(now), &what) else { continue };
        if let Some(reason) = news(gruppe, told, (before, now), indberetninger, of) {
            let message = format!("{} {reason}", finding.message);
            finding = Finding::advarsel("tal-siden-aendret", finding.place, message)
                .hint("Skriv det nye tal her, når det er forelagt.")
                .rule(regel.reference());
        }
        findings.push(finding);
    }
}

/// What has happened to a group's answers since its totals were told.
fn news(
    gruppe: &Gruppe,
    told: &Kontroltal,
    (before, now): (&Optaelling, &Optaelling),
    indberetninger: &Indberetninger,
    of: &str,
) -> Option<&'static str> {
    let missed = told.mangler.as_ref().map_or(Decimal::ZERO, |mangler| mangler.value);
    if missed != Decimal::from(gruppe.mangler) {
        return Some("Siden har andre kommuner svaret.");
    }
    let is_final = |count: &Optaelling| count.status == Some(Talstatus::Endelig);
    if is_final(now) && !is_final(before) {
        return Some("Siden er svarene blevet endelige.");
    }
    let mut rows = indberetninger
        .tal
        .iter()
        .filter(|row| row.afsender.udmelding == of && row.gruppe.value == gruppe.noegle);
    let changed = |row: &IndberettetTal| row.rettelse.is_some() || row.oprindelse.foer.is_some();
    rows.any(changed).then_some("Siden er svar blevet rettet.")
}

fn landsdele(regel: &Regel, udmelding: &CentralUdmelding, findings: &mut Findings) {
    let is_total = |key: &str| key == "i_alt";
    let Some(total) = udmelding.landsdele.iter().find(|row| is_total(&row.noegle)) else {
        return;
    };
    for (year, declared) in total.antal.iter() {
        let parts = udmelding.landsdele.iter().filter(|row| !is_total(&row.noegle));
        let sum = Optaelling::sum(parts.filter_map(|row| row.antal.get(year)));
        let what = format!("landsdelenes tal for »{}« i {year}", udmelding.kort_titel.value);
        findings.extend(compare(regel, declared, sum.as_ref(), &what));
    }
}

/// A sum of no parts is 0; hidden counts are compared with nothing.
fn compare(
    regel: &Regel,
    declared: &Optaelling,
    sum: Option<&Optaelling>,
    what: &str,
) -> Option<Finding> {
    let sum = sum.map_or(Some(Decimal::ZERO), |sum| sum.antal.tal())?;
    let rounding = regel.decimal("afrunding").unwrap_or_default();
    let said = declared.antal.tal().filter(|said| !adds_up(&[sum], *said, rounding))?;
    let place = declared.celler.first()?.clone();
    let message = format!("Her står {}, men {what} giver {} tilsammen.", number(said), number(sum));
    let finding = regel.broken("sum-passer-ikke", place, message);
    Some(finding.hint("Ret det tal, der er forkert."))
}

/// Whether parts add up to what is said, or differ from it by no more than their rounding may.
pub fn adds_up(parts: &[Decimal], said: Decimal, rounding: Decimal) -> bool {
    (parts.iter().sum::<Decimal>() - said).abs() <= rounding
}
