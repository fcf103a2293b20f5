use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::finding::Place;

/// All values that a template may use, as they are printed, with where each comes from.
///
/// Numbers and dates are held as Danish text ("1.933", "14. september 2020"), so a template that
/// prints a value without a helper prints it right; helpers read them back exactly.
#[derive(Debug, Clone, Default)]
pub struct Context {
    root: Map<String, Value>,
    /// Several cells are the parts of a sum.
    origins: BTreeMap<String, Vec<Place>>,
    /// The values that are how many cells there are.
    counted: BTreeSet<String>,
}

/// One field that a template may use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldInfo {
    pub path: String,
    pub value: String,
    /// None for what the program counts or words itself.
    pub origin: Option<Place>,
}

impl Context {
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the value at a dotted path, making the objects on the way.
    pub fn set(&mut self, path: &str, value: impl Into<Value>) {
        let mut steps = path.split('.');
        let last = steps.next_back().unwrap_or(path);
        let mut here = &mut self.root;
        for step in steps {
            let next = here.entry(step.to_owned()).or_insert_with(|| Value::Object(Map::new()));
            if !next.is_object() {
                *next = Value::Object(Map::new());
            }
            let Value::Object(inner) = next else { return };
            here = inner;
        }
        here.insert(last.to_owned(), value.into());
    }

    /// Sets a value and remembers the cell or line it comes from.
    pub fn set_from(&mut self, path: &str, value: impl Into<Value>, origin: &Place) {
        self.set(path, value);
        self.note_origin(path, origin);
    }

    /// Sets a value and remembers all the cells that it is read or computed from.
    pub fn set_computed(&mut self, path: &str, value: impl Into<Value>, cells: &[Place]) {
        self.set(path, value);
        self.note_cells(path, cells);
    }

    /// Sets how many cells there are of something, and remembers them.
    pub fn set_count(&mut self, path: &str, cells: &[Place]) {
        self.set_computed(path, cells.len().to_string(), cells);
        self.counted.insert(path.to_owned());
    }

    pub(super) fn is_counted(&self, path: &str) -> bool {
        self.counted.contains(path)
    }

    /// Remembers where a group of fields comes from.
    pub fn note_origin(&mut self, path: &str, origin: &Place) {
        self.note_cells(path, std::slice::from_ref(origin));
    }

    /// Remembers the cells that a value that is already set comes from.
    pub fn note_cells(&mut self, path: &str, cells: &[Place]) {
        if !cells.is_empty() {
            self.origins.insert(path.to_owned(), cells.to_vec());
        }
    }

    /// The value at a dotted path; numbers index arrays.
    pub fn get(&self, path: &str) -> Option<&Value> {
        let mut steps = path.split('.');
        let mut here = self.root.get(steps.next()?)?;
        for step in steps {
            here = match here {
                Value::Object(inner) => inner.get(step)?,
                Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(here)
    }

    /// The fields whose line or cell is known.
    pub fn origins(&self) -> impl Iterator<Item = (&str, &Place)> {
        self.origins
            .iter()
            .flat_map(|(path, places)| places.iter().map(|place| (path.as_str(), place)))
    }

    /// The cells that the value at a path is read or computed from; none of a group's own.
    pub fn cells(&self, path: &str) -> &[Place] {
        self.origins.get(path).map_or(&[], Vec::as_slice)
    }

    pub fn root(&self) -> Value {
        Value::Object(self.root.clone())
    }

    /// Whether any value at all is such.
    pub fn any(&self, is_such: &dyn Fn(&str) -> bool) -> bool {
        fn within(value: &Value, is_such: &dyn Fn(&str) -> bool) -> bool {
            match value {
                Value::Object(inner) => inner.values().any(|value| within(value, is_such)),
                Value::Array(items) => items.iter().any(|value| within(value, is_such)),
                Value::String(text) => is_such(text),
                _ => false,
            }
        }
        self.root.values().any(|value| within(value, is_such))
    }

    /// Every printable field, in path order as it stands in the tree.
    pub fn fields(&self) -> Vec<FieldInfo> {
        let mut fields = Vec::new();
        for (name, value) in &self.root {
            self.gather(name, value, &mut fields);
        }
        fields
    }

    fn gather(&self, path: &str, value: &Value, fields: &mut Vec<FieldInfo>) {
        match value {
            Value::Object(inner) => {
                for (name, value) in inner {
                    self.gather(&format!("{path}.{name}"), value, fields);
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    self.gather(&format!("{path}.{index}"), value, fields);
                }
            }
            Value::String(text) => fields.push(self.field(path, text.clone())),
            other => fields.push(self.field(path, other.to_string())),
        }
    }

    fn field(&self, path: &str, value: String) -> FieldInfo {
        let is_computed = self.cells(path).len() > 1;
        let origin = self.origin(path).filter(|_| !is_computed).cloned();
        FieldInfo { path: path.to_owned(), value, origin }
    }

    /// Where a field comes from; what is not known of it is known of the group it stands in.
    pub(super) fn origin(&self, path: &str) -> Option<&Place> {
        let mut path = path;
        loop {
            if let Some(places) = self.origins.get(path) {
                return places.first();
            }
            (path, _) = path.rsplit_once('.')?;
        }
    }
}
