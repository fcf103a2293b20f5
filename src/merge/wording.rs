//! How the faults of a template are told.

use handlebars::TemplateError;

use super::examine::Locate;
use super::known::Known;
use super::scopes::Scope;
use crate::finding::{Finding, Place};

/// Tells what is wrong with a template that handlebars could not parse.
pub(super) fn syntax_finding(error: &TemplateError, locate: Locate<'_>) -> Finding {
    let (line, column) = error.pos().unwrap_or((1, 1));
    let place = locate(line, column);
    let reason = error.reason().to_string();
    let (message, hint) = if reason.contains("losing") || reason.contains("block") {
        (
            "En blok er åbnet, men ikke lukket, eller lukket med et andet navn.",
            "Hver {{#each …}}, {{#if …}} og {{#with …}} skal lukkes med {{/each}}, {{/if}} eller {{/with}}.",
        )
    } else {
        ("Et felt er ikke skrevet rigtigt.", syntax_hint(place.tag().unwrap_or_default()))
    };
    Finding::fejl("skabelon-syntaks", place, message).hint(hint)
}

/// What is most likely wrong in a tag that cannot be read.
fn syntax_hint(tag: &str) -> &'static str {
    let words = tag.trim_matches(['{', '}', ' ', '#', '/']);
    let quotes = words.chars().filter(|letter| "\"“”„»«‟".contains(*letter)).count();
    match () {
        () if quotes % 2 == 1 => "Der mangler et anførselstegn.",
        () if words.contains('\\') => {
            "En sti skrives med / og går ud fra inputs/, fx \"billeder/kort.png\"."
        }
        () if words.contains("..") && !words.contains("../") || words.ends_with('.') => {
            "Der er et punktum for meget i navnet."
        }
        () if words.contains(". ") || words.contains(" .") => "Et feltnavn har ingen mellemrum.",
        () if words.contains([',', '|', ';', '&', '+', '%']) => {
            "Et feltnavn har kun bogstaver, tal, understreg, bindestreg og punktum."
        }
        () if words == "else" || words.starts_with("else ") => {
            "En blok kan kun have ét {{else}}; fjern det, der er for meget."
        }
        () => "Et felt skrives {{navn}} med to tuborgklammer på hver side.",
    }
}

pub(super) fn missing_field(path: &str, step: &str, beside: &[&str], at: &Place) -> Finding {
    if step == ".." {
        let message = format!("»{path}« går længere ud, end der er blokke omkring.");
        return Finding::fejl("ukendt-felt", at.clone(), message).hint("Fjern et ../ fra feltet.");
    }
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

/// A name with @ that the engine does not count by.
pub(super) fn local_fault(name: &str, path: &str, at: &Place) -> Option<Finding> {
    const COUNTED: [&str; 4] = ["index", "key", "first", "last"];
    (!COUNTED.contains(&name)).then(|| {
        let message = format!("Der findes intet felt, der hedder »{path}«.");
        let finding = Finding::fejl("ukendt-felt", at.clone(), message);
        finding
            .hint("Med @ kan der stå: @index, @key, @first, @last og @root.")
            .nearest(name, COUNTED)
    })
}

/// A field that only some items of a list have: which lack it, and where the first comes from.
pub(super) fn lacking_field(
    path: &str,
    scope: &Scope<'_>,
    lacking: &[usize],
    known: Known<'_>,
    at: &Place,
) -> Finding {
    let list = scope.path.as_deref().unwrap_or_default();
    let paths = known.paths(list);
    let items: Vec<&str> =
        lacking.iter().filter_map(|index| Some(paths.get(*index)?.as_str())).collect();
    let shown: Vec<String> = items.iter().map(|item| item_name(list, item)).collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    let message = format!(
        "Feltet »{path}« mangler i {} af {} i »{}«: {}.",
        lacking.len(),
        scope.values.len(),
        list.trim_end_matches("[]"),
        listed(&shown)
    );
    let origin = items.first().and_then(|item| known.context.origin(item));
    let source = origin.map_or_else(String::new, |place| format!(" ({place})"));
    Finding::fejl("felt-mangler-i-liste", at.clone(), message).hint(format!(
        "Udfyld det{source}, eller skriv {{{{valgfri {path}}}}}, hvis det må mangle."
    ))
}

/// "nr. 2" for the second item of a list, "nr. 2.3" for the third in the list of that, else the key.
fn item_name(list: &str, path: &str) -> String {
    let mut steps = path.split('.');
    let mut names = Vec::new();
    for stretch in list.split("[]").filter(|stretch| !stretch.is_empty()) {
        let named = stretch.split('.').filter(|step| !step.is_empty()).count();
        names.extend(steps.by_ref().nth(named));
    }
    let number = |name: &&str| name.parse::<usize>().map(|index| (index + 1).to_string());
    match names.iter().map(number).collect::<Result<Vec<_>, _>>() {
        Ok(numbers) => format!("nr. {}", numbers.join(".")),
        Err(_) => names.join("."),
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

/// A tag that would put a value in as it is: `{{{navn}}}`, or `{{&navn}}` where the tag is known.
pub(super) fn unprotected(at: &Place) -> Finding {
    let ampersand = matches!(at, Place::Word { tag, .. } if tag.starts_with("{{&"));
    let (what, hint) = if ampersand {
        ("Tegnet & efter tuborgklammerne", "Skriv {{navn}} uden &.")
    } else {
        ("Tre tuborgklammer", "Skriv {{navn}} med to.")
    };
    let message = format!("{what} indsætter en værdi uden beskyttelse og er ikke tilladt.");
    Finding::fejl("tre-klammer", at.clone(), message).hint(hint)
}

/// A block of words that handlebars is to leave alone, which this program does not have.
pub(super) fn four_braces(at: &Place) -> Finding {
    Finding::fejl("skabelon-syntaks", at.clone(), "Fire tuborgklammer kan ikke bruges.")
        .hint("Et felt skrives {{navn}} med to tuborgklammer på hver side.")
}
