//! A helper call that stands alone in its paragraph of a text: `{{tabel "…"}}`.

use handlebars::template::{Parameter, TemplateElement};
use serde_json::Value;

use super::compile::compile;
use super::request::Request;
use super::slot::{Role, role};
use crate::finding::Place;

/// Reads `{{tabel "key" titel="…"}}` by handlebars' own grammar.
pub(super) fn read_directive(source: &str, place: Place) -> Option<Request> {
    let template = compile(source, None, &|_, _| Place::Command).ok()?;
    let [TemplateElement::Expression(call)] = template.elements.as_slice() else { return None };
    let role = role(call.name.as_name()?).filter(|role| puts_in_blocks(*role))?;
    let key = match call.params.first() {
        Some(param) => words(param)?,
        None if role.needs_key() => return None,
        None => String::new(),
    };
    let options = call.hash.iter().filter_map(|(name, value)| Some((name.clone(), words(value)?)));
    Some(Request { role, key, more: None, level: 1, options: options.collect(), place })
}

fn puts_in_blocks(role: Role) -> bool {
    !matches!(role, Role::Link | Role::Celle | Role::Dokument)
}

fn words(param: &Parameter) -> Option<String> {
    match param {
        Parameter::Literal(Value::String(text)) => Some(text.clone()),
        Parameter::Path(_) => param.as_name().map(|path| format!("{{{{{path}}}}}")),
        _ => None,
    }
}
