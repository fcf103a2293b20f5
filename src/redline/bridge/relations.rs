use std::collections::HashMap;

use crate::package::Package;
use crate::redline::content::content;
use crate::redline::key::Key;
use crate::render::word::parts::Relations;
use crate::render::word::xml::Element;

/// The relationships of a part of the redline, found by what they lead to.
pub struct Links {
    pub relations: Relations,
    /// The first relationship to a content.
    ids: HashMap<Key, String>,
}

impl Links {
    pub fn load(package: &Package, part: &str) -> Self {
        Self::of(package, part, Relations::load(package, part))
    }

    pub fn of(package: &Package, part: &str, relations: Relations) -> Self {
        let mut ids = HashMap::new();
        for (id, relation) in relations.all() {
            ids.entry(content(package, part, &relation)).or_insert_with(|| id.to_owned());
        }
        Self { relations, ids }
    }

    pub fn find(&self, content: Key) -> Option<&str> {
        self.ids.get(&content).map(String::as_str)
    }

    pub fn learn(&mut self, content: Key, id: &str) {
        self.ids.insert(content, id.to_owned());
    }

    /// Lets what leads to the same thing do so by the same relationship.
    pub fn settle(&self, root: &mut Element, package: &Package, part: &str) {
        each_link(root, &mut |id| {
            let relation = self.relations.get(id)?;
            self.find(content(package, part, &relation)).map(str::to_owned)
        });
    }
}

/// Visits the attributes that lead out of a part, but for those of page headers and footers; what is
/// given takes the place of the id.
pub fn each_link(root: &mut Element, change: &mut impl FnMut(&str) -> Option<String>) {
    root.visit_mut(&mut |element| {
        if element.is("w:headerReference") || element.is("w:footerReference") {
            return;
        }
        for (name, id) in &mut element.attributes {
            if name.starts_with("r:")
                && let Some(changed) = change(id)
            {
                *id = changed.into();
            }
        }
    });
}
