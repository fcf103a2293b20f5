//! What names mean where they stand in a template, and what a path leads to.

use handlebars::Path;
use handlebars::template::{BlockParam, Parameter};
use serde_json::Value;

/// The values that `this` may stand for; empty when they cannot be known.
#[derive(Clone)]
pub(super) struct Scope<'v>(pub Vec<&'v Value>);

#[derive(Clone)]
pub(super) struct Scopes<'v> {
    pub stack: Vec<Scope<'v>>,
    pub named: Vec<(String, Scope<'v>)>,
}

impl<'v> Scopes<'v> {
    pub fn new(root: &'v Value) -> Self {
        Self { stack: vec![Scope(vec![root])], named: Vec::new() }
    }

    pub fn entered(&self, scope: Scope<'v>, params: Option<&BlockParam>) -> Self {
        let mut inner = self.clone();
        match params {
            Some(BlockParam::Single(name)) => inner.name(name, scope.clone()),
            Some(BlockParam::Pair((name, key))) => {
                inner.name(name, scope.clone());
                inner.name(key, Scope(Vec::new()));
            }
            _ => {}
        }
        inner.stack.push(scope);
        inner
    }

    pub fn name(&mut self, name: &Parameter, scope: Scope<'v>) {
        if let Some(name) = name.as_name_text() {
            self.named.push((name, scope));
        }
    }
}

pub(super) trait NameText {
    fn as_name_text(&self) -> Option<String>;
}

impl NameText for Parameter {
    fn as_name_text(&self) -> Option<String> {
        match self {
            Parameter::Name(name) => Some(name.clone()),
            Parameter::Path(Path::Relative((_, raw)) | Path::Local((_, _, raw))) => {
                Some(raw.clone())
            }
            _ => None,
        }
    }
}

/// What a path leads to.
pub(super) enum Lookup<'v> {
    Found(Vec<&'v Value>),
    /// The step that is missing and the names that stand beside it.
    Missing {
        step: String,
        beside: Vec<&'v str>,
    },
    Unknown,
}

pub(super) fn follow_scope<'v>(scope: &Scope<'v>, path: &str) -> Lookup<'v> {
    if scope.0.is_empty() { Lookup::Unknown } else { follow(&scope.0, path) }
}

/// Follows a dotted path from every value that a scope may stand for; all of them must have it.
pub(super) fn follow<'v>(from: &[&'v Value], path: &str) -> Lookup<'v> {
    let mut here = from.to_vec();
    let steps = path
        .split(['.', '/'])
        .map(|step| step.trim_start_matches('[').trim_end_matches(']'))
        .filter(|step| !step.is_empty() && *step != "this");
    for step in steps {
        let mut next = Vec::with_capacity(here.len());
        for value in &here {
            let found = match value {
                Value::Object(inner) => inner.get(step),
                Value::Array(items) => {
                    step.parse::<usize>().ok().and_then(|index| items.get(index))
                }
                _ => None,
            };
            match found {
                Some(found) => next.push(found),
                None => {
                    return Lookup::Missing { step: step.to_owned(), beside: names(value) };
                }
            }
        }
        here = next;
    }
    Lookup::Found(here)
}

pub(super) fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(inner) => inner.values().collect(),
        _ => Vec::new(),
    }
}

pub(super) fn names(value: &Value) -> Vec<&str> {
    match value {
        Value::Object(inner) => inner.keys().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

pub(super) fn raw(path: &Path) -> &str {
    match path {
        Path::Relative((_, raw)) | Path::Local((_, _, raw)) => raw,
    }
}
