//! A helper call that stands alone in its paragraph of a text: `{{tabel "…"}}`.

use serde_json::Value;

use super::compile::compile;
use super::engine::Request;
use super::slot::Role;
use crate::finding::{Finding, Place};
use crate::text::tree::SourcePoint;

/// Reads `{{tabel "key" titel="…"}}` by handlebars' own grammar.
pub(super) fn read_directive(source: &str) -> Option<Request> {
    use handlebars::template::{Parameter, TemplateElement};
    let template = compile(source, None, &|_, _| Place::Command).ok()?;
    let [TemplateElement::Expression(call)] = template.elements.as_slice() else { return None };
    let role = match call.name.as_name()? {
        "tekst" => Role::Tekst,
        "kapitel" => Role::Kapitel,
        "tabel" => Role::Tabel,
        "figur" => Role::Figur,
        "billede" => Role::Billede,
        _ => return None,
    };
    let words = |param: &Parameter| match param {
        Parameter::Literal(Value::String(text)) => Some(text.clone()),
        Parameter::Path(_) => param.as_name().map(|path| format!("{{{{{path}}}}}")),
        _ => None,
    };
    Some(Request {
        role,
        key: words(call.params.first()?)?,
        level: 1,
        caption: call.hash.get("titel").and_then(words),
        alt: call.hash.get("alt").and_then(words),
    })
}

/// A picture must say what it shows.
pub(super) fn directive_fault(request: &Request, at: &SourcePoint) -> Option<Finding> {
    let lacks_alt =
        request.role == Role::Billede && request.alt.as_ref().is_none_or(String::is_empty);
    lacks_alt.then(|| {
        Finding::fejl(
            "billede-uden-beskrivelse",
            Place::line(at.file.as_ref(), at.line, at.column),
            format!(
                "Billedet »{}« mangler en beskrivelse til dem, der ikke kan se det.",
                request.key
            ),
        )
        .hint("Skriv den i de kantede klammer: ![beskrivelse](sti).")
    })
}
