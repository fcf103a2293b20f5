use handlebars::Context as Data;
use serde_json::Value;

use super::context::Context;
use super::library::Library;

/// The data that a template is examined against.
#[derive(Clone, Copy)]
pub(super) struct Known<'v> {
    pub data: &'v Data,
    pub context: &'v Context,
    pub library: &'v dyn Library,
}

impl<'v> Known<'v> {
    pub fn root(&self) -> &'v Value {
        self.data.data()
    }

    /// The paths that a scope's path (`takster[].noter[]`) stands for in the data, in order.
    pub fn paths(&self, scope: &str) -> Vec<String> {
        let mut paths = vec![String::new()];
        for (nth, stretch) in scope.split("[]").enumerate() {
            if nth > 0 {
                paths = paths.iter().flat_map(|path| self.below(path)).collect();
            }
            let stretch = stretch.trim_start_matches('.');
            if !stretch.is_empty() {
                paths.iter_mut().for_each(|path| *path = joined(path, stretch));
            }
        }
        // What follows the last `[]` is nothing, so the items themselves are left.
        paths
    }

    fn below(&self, path: &str) -> Vec<String> {
        match self.context.get(path) {
            Some(Value::Array(items)) => {
                (0..items.len()).map(|index| joined(path, &index.to_string())).collect()
            }
            Some(Value::Object(inner)) => inner.keys().map(|key| joined(path, key)).collect(),
            _ => Vec::new(),
        }
    }
}

fn joined(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
}
