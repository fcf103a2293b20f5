//! Checks templates without data.

use handlebars::Handlebars;
use handlebars::template::Template;

use super::compile::compile;
use super::engine::Parsed;
use super::examine::{Locate, UNKNOWN_PARTIAL, examine_alone};
use super::scopes::Scopes;
use super::uses::Use;
use super::wording::four_braces;
use crate::finding::{Finding, Findings, Place};

/// Checks the templates of one document by themselves.
#[derive(Default)]
pub struct Checker {
    registry: Handlebars<'static>,
}

impl Checker {
    pub fn new() -> Self {
        Self::default()
    }

    /// What is wrong with a template whatever the data is, and what it uses.
    pub fn check(&self, parsed: &Parsed, locate: Locate<'_>) -> (Findings, Vec<Use>) {
        examine_alone(&parsed.0, &Scopes::new(None), &self.registry, locate)
    }
}

/// What handlebars cannot read in one tag, whatever stands around it.
pub fn tag_syntax(tag: &str, place: &Place) -> Option<Finding> {
    if tag.starts_with("{{{{") {
        // The end of such a block is told with its beginning.
        return (!inside(tag).starts_with('/')).then(|| four_braces(place));
    }
    let locate: Locate<'_> = &|_, _| place.clone();
    compile(&made_whole(tag), None, locate).err()
}

/// All that is wrong with one tag, whatever stands around it and whatever the data is.
pub fn tag_faults(tag: &str, place: &Place) -> Findings {
    let locate: Locate<'_> = &|_, _| place.clone();
    let mut findings = Findings::new();
    if let Some(finding) = tag_syntax(tag, place) {
        findings.push(finding);
        return findings;
    }
    if let Some(template) = whole_tag(tag) {
        let scopes = Scopes::unknown(None);
        let (found, _) = examine_alone(&template, &scopes, &Handlebars::new(), locate);
        // The partial may be defined elsewhere in the part.
        findings.extend(found.into_iter().filter(|finding| finding.code != UNKNOWN_PARTIAL));
    }
    findings
}

/// One tag as a template of its own; none if it cannot be read, or only ends a block.
pub(super) fn whole_tag(tag: &str) -> Option<Template> {
    let nowhere: Locate<'_> = &|_, _| Place::Command;
    let ends = inside(tag).starts_with('/');
    compile(&made_whole(tag), None, nowhere).ok().filter(|_| !ends)
}

fn inside(tag: &str) -> &str {
    tag.trim_matches(['{', '}']).trim_matches('~').trim()
}

/// A tag with the ends of the block that it is one of.
fn made_whole(tag: &str) -> String {
    let inside = inside(tag);
    let name = |text: &str| {
        let text = text.trim_start_matches(['*', '>']).trim_start();
        text.split([' ', '(', ')', '"']).next().unwrap_or_default().to_owned()
    };
    if inside.starts_with('!') {
        // A comment says nothing to the engine.
        String::new()
    } else if let Some(rest) = inside.strip_prefix('#') {
        format!("{tag}{{{{/{}}}}}", name(rest))
    } else if inside.starts_with('^') || name(inside) == "else" {
        format!("{{{{#if true}}}}{tag}{{{{/if}}}}")
    } else if let Some(rest) = inside.strip_prefix('/') {
        format!("{{{{#{} ja}}}}{tag}", name(rest))
    } else {
        tag.to_owned()
    }
}
