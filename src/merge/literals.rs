//! What is wrong with the words typed in a call, whatever the data is.

use std::collections::BTreeMap;

use handlebars::template::{HelperTemplate, Parameter};
use serde_json::Value;

use super::address::address_fault;
use super::cell::Cell;
use super::helpers::{shown, unit_fault};
use super::request::{Request, without_alt};
use super::slot::Role;
use super::stamp::STAMP;
use crate::finding::{Finding, Findings, Place};

pub(super) fn literal_faults(name: &str, call: &HelperTemplate, at: &Place) -> Findings {
    let mut findings = Findings::new();
    let first = call.params.first().and_then(literal);
    match (name, &first) {
        ("celle", _) => {
            Cell::read(&typed(Role::Celle, call, at), &mut findings);
        }
        ("billede", _) if !call.hash.contains_key("alt") => {
            findings.extend(without_alt(&typed(Role::Billede, call, at)));
        }
        ("link", Some(address)) => findings.extend(address_fault(address, at)),
        ("kr" | "pct", Some(value)) => findings.extend(no_number(name, value, at)),
        _ => {}
    }
    findings
}

fn no_number(helper: &str, value: &str, at: &Place) -> Option<Finding> {
    let said = unit_fault(helper, value)?;
    Some(
        Finding::fejl("ikke-et-tal", at.clone(), format!("{said}."))
            .hint(format!("Brug et felt med et tal, eller fjern »{helper}«.")),
    )
}

/// The request that a call makes as far as it is typed out.
fn typed(role: Role, call: &HelperTemplate, at: &Place) -> Request {
    let options: BTreeMap<String, String> = call
        .hash
        .iter()
        .filter(|(name, _)| name.as_str() != STAMP)
        .filter_map(|(name, value)| Some((name.clone(), literal(value)?)))
        .collect();
    let key = call.params.first().and_then(literal).unwrap_or_default();
    Request { role, key, more: None, level: 1, options, place: at.clone() }
}

fn literal(param: &Parameter) -> Option<String> {
    match param {
        Parameter::Literal(value @ (Value::String(_) | Value::Number(_) | Value::Bool(_))) => {
            Some(shown(value))
        }
        _ => None,
    }
}
