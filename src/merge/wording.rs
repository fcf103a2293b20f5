//! How the faults of a template are told.

use handlebars::TemplateError;

use super::examine::Locate;
use crate::finding::{Finding, Place};

/// Tells what is wrong with a template that handlebars could not parse.
pub(super) fn syntax_finding(error: &TemplateError, locate: Locate<'_>) -> Finding {
    let (line, column) = error.pos().unwrap_or((1, 1));
    let reason = error.reason().to_string();
    let (message, hint) = if reason.contains("losing") || reason.contains("block") {
        (
            "En blok er åbnet, men ikke lukket, eller lukket med et andet navn.",
            "Hver {{#each …}}, {{#if …}} og {{#with …}} skal lukkes med {{/each}}, {{/if}} eller {{/with}}.",
        )
    } else {
        (
            "Et felt er ikke skrevet rigtigt.",
            "Et felt skrives {{navn}} med to tuborgklammer på hver side.",
        )
    };
    Finding::fejl("skabelon-syntaks", locate(line, column), message).hint(hint)
}

pub(super) fn missing_field(path: &str, step: &str, beside: &[&str], at: &Place) -> Finding {
    let finding = Finding::fejl(
        "ukendt-felt",
        at.clone(),
        if step == path {
            format!("Der findes intet felt, der hedder »{path}«.")
        } else {
            format!("Der findes intet felt »{path}«: »{step}« er ukendt.")
        },
    );
    let near = finding.clone().nearest(step, beside.iter().copied());
    if near.hint.is_some() || beside.is_empty() {
        near
    } else {
        finding.hint(format!("Her kan der stå: {}.", listed(beside)))
    }
}

pub(super) fn listed(names: &[&str]) -> String {
    const SHOWN: usize = 12;
    let mut list = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        list.push_str(" …");
    }
    list
}

pub(super) fn counted(count: usize) -> String {
    if count == 1 { "én oplysning".to_owned() } else { format!("{count} oplysninger") }
}
