use std::collections::BTreeSet;

use crate::render::word::xml::{Element, Node};

/// Prefixes that every part has, or that need no declaration.
const COMMON: [&str; 5] = ["w", "r", "xml", "xmlns", "tmp"];

/// What the prefixes of a file's names stand for.
pub struct Namespaces {
    declared: Vec<(String, String)>,
    /// Prefixes of what a reader may leave out.
    ignorable: Vec<String>,
}

impl Namespaces {
    pub fn of(root: &Element) -> Self {
        let declarations = root.attributes.iter().filter_map(|(name, uri)| {
            Some((name.strip_prefix("xmlns:")?.to_owned(), uri.to_string()))
        });
        let ignorable = root.get("mc:Ignorable").unwrap_or_default();
        Self {
            declared: declarations.collect(),
            ignorable: ignorable.split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// Takes out what a reader may leave out and declares the prefixes that are left, so that the
    /// element can stand in another file.
    pub fn settle(&self, element: &mut Element) {
        element.visit_mut(&mut |element| self.leave_out(element));
        let mut used = BTreeSet::new();
        element.visit(&mut |element| used.extend(prefixes(element).map(str::to_owned)));
        for prefix in used.iter().filter(|prefix| !COMMON.contains(&prefix.as_str())) {
            if let Some((_, uri)) = self.declared.iter().find(|(known, _)| known == prefix) {
                element.set(&format!("xmlns:{prefix}"), uri.as_str());
            }
        }
    }

    fn leave_out(&self, element: &mut Element) {
        let ignorable = |name: &str| {
            name.split_once(':').is_some_and(|(p, _)| self.ignorable.iter().any(|i| i == p))
        };
        element.attributes.retain(|(name, _)| !ignorable(name));
        element.children.retain(|node: &Node| !node.element().is_some_and(|e| ignorable(&e.name)));
    }
}

/// The prefixes that an element needs for itself.
fn prefixes(element: &Element) -> impl Iterator<Item = &str> {
    let names = element.attributes.iter().map(|(name, _)| name.as_str());
    let names = names.chain([element.name.as_str()]).filter_map(|name| name.split_once(':'));
    let required = element.get("Requires").unwrap_or_default();
    names.map(|(prefix, _)| prefix).chain(required.split_whitespace())
}
