//! What names mean where they stand in a template, and what a path leads to.

use handlebars::Path;
use handlebars::template::{BlockParam, Parameter};
use serde_json::Value;

use super::compile::DEEPEST;

/// What `this` may stand for.
#[derive(Clone, Default)]
pub(super) struct Scope<'v> {
    /// Empty when the values cannot be known.
    pub values: Vec<&'v Value>,
    /// The way there as the data has it, `takster[].noter`; none when it is worked out.
    pub path: Option<String>,
}

impl<'v> Scope<'v> {
    pub fn root(root: Option<&'v Value>) -> Self {
        Self { values: root.into_iter().collect(), path: Some(String::new()) }
    }

    /// The way to what a path leads to from here.
    pub fn path_to(&self, path: &str) -> Option<String> {
        let mut full = self.path.clone()?;
        for step in steps(path) {
            if !full.is_empty() {
                full.push('.');
            }
            full.push_str(step);
        }
        Some(full)
    }

    /// The scope of each item of the lists that a path leads to.
    pub fn each(&self, path: &str, lists: Vec<&'v Value>) -> Self {
        let path = self.path_to(path).map(|path| format!("{path}[]"));
        Self { values: lists.into_iter().flat_map(items).collect(), path }
    }

    /// The scope of what a path leads to.
    pub fn with(&self, path: &str, values: Vec<&'v Value>) -> Self {
        Self { values, path: self.path_to(path) }
    }
}

#[derive(Clone)]
pub(super) struct Scopes<'v> {
    pub stack: Vec<Scope<'v>>,
    pub named: Vec<(String, Scope<'v>)>,
}

impl<'v> Scopes<'v> {
    pub fn new(root: Option<&'v Value>) -> Self {
        Self { stack: vec![Scope::root(root)], named: Vec::new() }
    }

    /// What may be meant in a place of which nothing is known, however far out a path reaches.
    pub fn unknown(root: Option<&'v Value>) -> Self {
        let mut stack = vec![Scope::default(); DEEPEST];
        stack[0] = Scope::root(root);
        Self { stack, named: Vec::new() }
    }

    /// The scope that a path sets out from, and what is left of the path; none above the root.
    pub fn start<'s>(&self, path: &'s str) -> Option<(&Scope<'v>, &'s str)> {
        let mut rest = path;
        let mut up = 0;
        while let Some(after) = rest.strip_prefix("../") {
            up += 1;
            rest = after;
        }
        if let Some(after) = rest.strip_prefix("@root") {
            return Some((self.stack.first()?, after));
        }
        let first = rest.split(['.', '/']).next().unwrap_or_default();
        let named = self.named.iter().rev().find(|(name, _)| up == 0 && name == first);
        if let Some((_, scope)) = named {
            return Some((scope, &rest[first.len()..]));
        }
        Some((self.stack.get(self.stack.len().checked_sub(1 + up)?)?, rest))
    }

    /// How many blocks there are to leave, the template itself included.
    pub fn depth(&self) -> usize {
        self.stack.len()
    }

    pub fn entered(&self, scope: Scope<'v>, params: Option<&BlockParam>) -> Self {
        let mut inner = self.clone();
        match params {
            Some(BlockParam::Single(name)) => inner.name(name, scope.clone()),
            Some(BlockParam::Pair((name, key))) => {
                inner.name(name, scope.clone());
                inner.name(key, Scope::default());
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
    /// The step that is missing, the names that stand beside it, and which of the scope's values
    /// lack it.
    Missing {
        step: String,
        beside: Vec<&'v str>,
        lacking: Vec<usize>,
    },
    Unknown,
}

pub(super) fn follow_scope<'v>(scope: &Scope<'v>, path: &str) -> Lookup<'v> {
    if scope.values.is_empty() { Lookup::Unknown } else { follow(&scope.values, path) }
}

/// Follows a dotted path from every value that a scope may stand for; all of them must have it.
pub(super) fn follow<'v>(from: &[&'v Value], path: &str) -> Lookup<'v> {
    let mut here = from.to_vec();
    for step in steps(path) {
        let found: Vec<Option<&Value>> = here.iter().map(|value| child(value, step)).collect();
        let lacks = |index: &usize| found[*index].is_none();
        let lacking: Vec<usize> = (0..found.len()).filter(lacks).collect();
        if let Some(first) = lacking.first() {
            return Lookup::Missing { step: step.to_owned(), beside: names(here[*first]), lacking };
        }
        here = found.into_iter().flatten().collect();
    }
    Lookup::Found(here)
}

/// The steps of a path as typed.
pub(super) fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.split(['.', '/'])
        .map(|step| step.trim_start_matches('[').trim_end_matches(']'))
        .filter(|step| !step.is_empty() && *step != "this")
}

fn child<'v>(value: &'v Value, step: &str) -> Option<&'v Value> {
    match value {
        Value::Object(inner) => inner.get(step),
        Value::Array(items) => step.parse::<usize>().ok().and_then(|index| items.get(index)),
        _ => None,
    }
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
