use chrono::Datelike;
use rust_decimal::Decimal;

use super::near::near;
use super::procenter::is_plausible;
use crate::finding::{Finding, Findings};
use crate::model::{Belaegning, Exact, Projekt, Regel, Sourced, Takst, exact, in_force, rounded};
use crate::text::danish::number;

/// The belægning of the takster in force is what their kind of tilbud may have (T03).
pub(super) fn check(projekt: &Projekt, findings: &mut Findings) {
    let Some(rule) = projekt.takstregel("T03") else { return };
    for takst in in_force(&projekt.takster, projekt.takstdag()) {
        let percent = takst.belaegning.as_ref().filter(|percent| is_plausible(percent));
        findings.extend(percent.and_then(|percent| outside(rule, takst, percent)));
    }
}

/// Tells where the budgeted belægning is far from what it was in the years before (T02): what
/// someone should look at, and no fault.
pub fn advised(projekt: &Projekt) -> Findings {
    let mut findings = Findings::new();
    let Some(rule) = projekt.takstregel("T02") else { return findings };
    for takst in in_force(&projekt.takster, projekt.takstdag()) {
        let percent = takst.belaegning.as_ref();
        findings.extend(percent.and_then(|own| off_the_mean(projekt, rule, takst, own)));
    }
    findings
}

/// Further from the mean of the years before than the rule bears.
fn off_the_mean(
    projekt: &Projekt,
    rule: &Regel,
    takst: &Takst,
    percent: &Sourced<Decimal>,
) -> Option<Finding> {
    let year = takst.begins().unwrap_or(projekt.takstdag()).year();
    let count: u16 = rule.decimal("aar")?.try_into().ok()?;
    let first = u16::try_from(year).ok()?.checked_sub(count)?;
    let years = first..first + count;
    let series =
        projekt.belaegninger.iter().find(|one| one.noegle == takst.noegle && one.is_percent())?;
    let mean = mean(series, years.clone())?;
    if near(percent.value, &mean, rule.decimal("afvigelse")?) {
        return None;
    }
    let message = format!(
        "{} er beregnet med en belægning på {} %, men den faktiske var i gennemsnit {} % i {}.",
        takst.tilbud.value,
        number(percent.value),
        number(rounded(&mean, 2)?),
        span(first, count)
    );
    let hint = "Se efter, om procenten skal være en anden; en undtagelse kan være aftalt.";
    Some(rule.broken("belaegning-afviger", percent.place.clone(), message).hint(hint))
}

/// The mean of a series over some years; none unless it is known in all of them.
fn mean(series: &Belaegning, years: std::ops::Range<u16>) -> Option<Exact> {
    let count = Exact::from_integer(years.len().into());
    let known: Option<Vec<Exact>> =
        years.map(|aar| Some(exact(series.tal.get(aar)?.antal.tal()?))).collect();
    Some(known?.iter().sum::<Exact>() / count)
}

fn span(first: u16, count: u16) -> String {
    if count == 1 { first.to_string() } else { format!("{first}-{}", first + count - 1) }
}

/// Outside what the rule has for the kind of tilbud.
fn outside(rule: &Regel, takst: &Takst, percent: &Sourced<Decimal>) -> Option<Finding> {
    let is_in = |list| rule.list(list).contains(&takst.art.value);
    let below = |limit: &str| rule.decimal(limit).filter(|limit| percent.value < *limit);
    let above = |limit: &str| rule.decimal(limit).filter(|limit| percent.value > *limit);
    let (least, most, advised) = if is_in("korte") {
        (below("korte_mindst"), None, None)
    } else if is_in("doegn") {
        (below("doegn_mindst"), above("doegn_hoejst"), above("doegn_anbefalet"))
    } else {
        return None;
    };
    let limit = match (least, most, advised) {
        (Some(least), ..) => format!("skal være mindst {} %", number(least)),
        (_, Some(most), _) => format!("kan højst være {} %", number(most)),
        (.., Some(advised)) => format!("anbefales at være højst {} %", number(advised)),
        _ => return None,
    };
    let message = format!(
        "{} er beregnet med en belægning på {} %, men den {limit} for {}.",
        takst.tilbud.value,
        number(percent.value),
        takst.art.value
    );
    let hint = "Ret procenten, eller få undtagelsen godkendt.";
    Some(rule.broken("belaegning-uden-for-rammen", percent.place.clone(), message).hint(hint))
}
