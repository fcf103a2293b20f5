//! Lets a run that traces figures know which values the tags print.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use handlebars::template::{HelperTemplate, Parameter, Subexpression, Template, TemplateElement};
use handlebars::{
    Context as Data, Handlebars, Helper, HelperDef, RenderContext, RenderError, ScopedJson,
};
use serde_json::Value;

use super::scopes::NameText;
use super::signature::signature;
use super::stamp::unstamp;

/// The helper that every printed value passes through; no template can call it by this name.
const PRINTED: &str = "@vist";

/// The helpers that print their first value.
const PRINTING: [&str; 7] = ["kr", "pct", "ord", "stort", "lille", "valgfri", "streng"];

/// A value that was printed: its path in the data, and the line and column of its tag.
pub(super) struct Printed {
    pub path: String,
    pub at: (usize, usize),
}

impl Printed {
    /// Which round of a loop it was printed in, counted from 1, for a value of a list.
    pub fn round(&self) -> Option<usize> {
        self.path.split('.').find_map(|step| step.parse::<usize>().ok()).map(|index| index + 1)
    }
}

/// The values printed since the last time they were taken.
#[derive(Clone, Default)]
pub(super) struct Printings(Arc<Mutex<Vec<Printed>>>);

impl Printings {
    pub fn register(&self, registry: &mut Handlebars<'static>) {
        registry.register_helper(PRINTED, Box::new(self.clone()));
    }

    pub fn take(&self) -> Vec<Printed> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl HelperDef for Printings {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Data,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let word = |index| helper.param(index).and_then(|param| param.value().as_str());
        let value = helper.param(0).map_or(Value::Null, |param| param.value().clone());
        let found = helper.param(0).and_then(|param| Some(param.context_path()?.join(".")));
        if let Some(path) = word(2).map(str::to_owned).or(found) {
            let at = unstamp(word(1).unwrap_or_default());
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(Printed { path, at });
        }
        Ok(ScopedJson::Derived(value))
    }
}

/// The same template, in which every value on its way to print is noted.
pub(super) fn noting(template: &Template) -> Template {
    let mut noting = template.clone();
    note_in(&mut noting);
    noting
}

fn note_in(template: &mut Template) {
    for (element, mapping) in template.elements.iter_mut().zip(&template.mapping) {
        note_element(element, (mapping.0, mapping.1));
    }
}

fn note_element(element: &mut TemplateElement, at: (usize, usize)) {
    match element {
        TemplateElement::Expression(call) => note_call(call, at),
        TemplateElement::HelperBlock(call) => {
            call.template.iter_mut().for_each(note_in);
            let Some(otherwise) = &mut call.inverse else { return };
            // An else-if is a chain of one element without a mapping of its own.
            let mapped = otherwise.mapping.len();
            note_in(otherwise);
            otherwise.elements.iter_mut().skip(mapped).for_each(|one| note_element(one, at));
        }
        TemplateElement::DecoratorBlock(call) | TemplateElement::PartialBlock(call) => {
            call.template.iter_mut().for_each(note_in);
        }
        _ => {}
    }
}

fn note_call(call: &mut HelperTemplate, (line, column): (usize, usize)) {
    let name = call.name.as_name_text().unwrap_or_default();
    let stamp = Parameter::Literal(format!("{line}:{column}").into());
    let noted = Parameter::Name(PRINTED.to_owned());
    let is_value = call.params.is_empty() && call.hash.is_empty() && signature(&name).is_none();
    match call.params.first_mut() {
        None if is_value => {
            let path = std::mem::replace(&mut call.name, noted);
            call.params = vec![path, stamp];
        }
        Some(first @ Parameter::Path(_)) if PRINTING.contains(&name.as_str()) => {
            *first = expression(noted, vec![first.clone(), stamp]);
        }
        // What »tal« names is a path in the data.
        Some(path @ Parameter::Literal(Value::String(_))) if name == "tal" => {
            let path = path.clone();
            let tal = std::mem::replace(&mut call.name, noted);
            let params = std::mem::take(&mut call.params);
            call.params = vec![expression(tal, params), stamp, path];
        }
        _ => {}
    }
}

fn expression(name: Parameter, params: Vec<Parameter>) -> Parameter {
    Parameter::Subexpression(Subexpression::new(name, params, HashMap::new()))
}
