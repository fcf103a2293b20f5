use crate::finding::{Finding, Findings};
use crate::model::Undtagelse;

/// An exception that is in use, with what it silences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silenced {
    pub rule: String,
    pub place: Option<String>,
    pub reason: String,
    /// What would have been told.
    pub findings: Vec<String>,
}

/// Takes what is excepted out of some findings, and notes it.
pub(super) fn silence(
    found: Findings,
    undtagelser: &[Undtagelse],
    silenced: &mut [Silenced],
) -> Findings {
    let mut kept = Findings::new();
    for finding in found {
        let excepts = |one: &Undtagelse| excepts(one, &finding);
        match undtagelser.iter().position(excepts).and_then(|index| silenced.get_mut(index)) {
            Some(by) => by.findings.push(finding.to_string()),
            None => kept.push(finding),
        }
    }
    kept
}

fn excepts(one: &Undtagelse, finding: &Finding) -> bool {
    let place = || finding.place.to_string();
    finding.rule.as_ref().is_some_and(|rule| rule.key == one.regel)
        && one.sted.as_ref().is_none_or(|sted| place().starts_with(sted.as_str()))
}

/// What each exception silences, nothing yet.
pub(super) fn unused(undtagelser: &[Undtagelse]) -> Vec<Silenced> {
    let silenced = undtagelser.iter().map(|one| Silenced {
        rule: one.regel.clone(),
        place: one.sted.clone(),
        reason: one.begrundelse.clone(),
        findings: Vec::new(),
    });
    silenced.collect()
}

/// Tells of exceptions that silence nothing.
pub(super) fn idle(undtagelser: &[Undtagelse], silenced: &[Silenced]) -> Findings {
    let mut findings = Findings::new();
    let idle = undtagelser.iter().zip(silenced).filter(|(_, by)| by.findings.is_empty());
    findings.extend(idle.map(|(one, _)| {
        let message = format!("Undtagelsen fra reglen {} undtager intet.", one.regel);
        Finding::advarsel("undtagelse-uden-virkning", one.place.clone(), message)
            .hint("Slet den, eller ret »sted«.")
    }));
    findings
}
