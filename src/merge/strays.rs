//! Tags whose blocks do not fit, so that nobody knows what stands round them.

use std::collections::HashSet;

use handlebars::template::{BlockParam, Parameter, Template, TemplateElement};
use handlebars::{Context as Data, RenderErrorReason};
use serde_json::{Map, Value};

use super::checker::{tag_faults, whole_tag};
use super::engine::Merger;
use super::examine::{Locate, examine_stray};
use super::render::{render_finding, rendered};
use super::scopes::{Lookup, NameText, follow, items, steps};
use crate::finding::{Findings, Place};

/// A tag as handlebars reads it, and where it stands.
#[derive(Debug, Clone)]
pub struct Stray {
    pub source: String,
    pub place: Place,
}

impl Merger<'_> {
    /// What the data shows to be wrong with stray tags. Of those that are wrong whatever the data
    /// is, nothing more is told.
    pub fn strays(&self, strays: &[Stray]) -> Findings {
        let mut findings = Findings::new();
        let tags: Vec<(&Stray, Template)> =
            strays.iter().filter_map(|stray| Some((stray, whole_tag(&stray.source)?))).collect();
        if tags.is_empty() {
            return findings;
        }
        let given = tags.iter().flat_map(|(_, template)| given(template));
        let plain = Plain::of(self.known().root(), given.collect());
        let data = Data::from(plain.values());
        for (stray, template) in &tags {
            if tag_faults(&stray.source, &stray.place).is_empty() {
                findings.extend(self.stray(template, &stray.place, &plain, &data));
            }
        }
        findings
    }

    fn stray(&self, template: &Template, at: &Place, plain: &Plain<'_>, data: &Data) -> Findings {
        let locate: Locate<'_> = &|_, _| at.clone();
        let mut findings = examine_stray(template, self.known(), plain, &self.registry, locate);
        if findings.is_empty()
            && let Err(error) = rendered(template, &self.registry, data)
            // What is missing may be there in a block.
            && matches!(error.reason(), RenderErrorReason::Other(_))
        {
            findings.push(render_finding(&error, locate));
        }
        findings
    }
}

/// The fields that mean the same wherever in a template they stand: no block, call or item of a
/// list gives another thing that name.
pub(super) struct Plain<'v> {
    root: &'v Value,
    ambiguous: HashSet<String>,
}

impl<'v> Plain<'v> {
    fn of(root: &'v Value, given: HashSet<String>) -> Self {
        let mut ambiguous = given;
        items(root).into_iter().for_each(|value| gather(value, &mut ambiguous));
        Self { root, ambiguous }
    }

    fn values(&self) -> Value {
        let fields = self.root.as_object().into_iter().flatten();
        let plain = fields.filter(|(name, _)| !self.ambiguous.contains(*name));
        Value::Object(
            plain.map(|(name, value)| (name.clone(), value.clone())).collect::<Map<_, _>>(),
        )
    }

    /// What a path leads to, if its first step can only mean a field of the root.
    pub fn lookup(&self, path: &str) -> Lookup<'v> {
        let is_relative =
            path.starts_with(['.', '@']) || path.split(['.', '/']).next() == Some("this");
        match steps(path).next() {
            Some(first) if !is_relative && !self.ambiguous.contains(first) => {
                follow(&[self.root], path)
            }
            _ => Lookup::Unknown,
        }
    }
}

/// All names in a value.
fn gather(value: &Value, names: &mut HashSet<String>) {
    names.extend(value.as_object().into_iter().flat_map(Map::keys).cloned());
    items(value).into_iter().for_each(|inner| gather(inner, names));
}

/// The names that a tag gives to what stands in its block, or in the partial that it calls.
fn given(template: &Template) -> Vec<String> {
    let name = |name: &Parameter| name.as_name_text();
    let names = |element: &TemplateElement| match element {
        TemplateElement::HelperBlock(call) => match &call.block_param {
            Some(BlockParam::Single(one)) => name(one).into_iter().collect(),
            Some(BlockParam::Pair((one, key))) => [one, key].into_iter().filter_map(name).collect(),
            _ => Vec::new(),
        },
        TemplateElement::PartialExpression(call) | TemplateElement::PartialBlock(call) => {
            call.hash.keys().cloned().collect()
        }
        _ => Vec::new(),
    };
    template.elements.iter().flat_map(names).collect()
}
