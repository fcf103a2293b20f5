use std::collections::{HashMap, HashSet};

use super::xml::Element;

/// The ids of old shapes (VML), which are words.
#[derive(Debug, Default)]
pub struct Shapes {
    seen: HashSet<String>,
    /// The ids that the shapes under way were copied from, with their new ones.
    copied: HashMap<String, String>,
    /// How many shapes have had that id.
    copies: HashMap<String, u32>,
}

impl Shapes {
    /// Gives a shape in a copy ids of its own, one for the file and one for Word.
    pub fn renew(&mut self, element: &mut Element) {
        if element.is("o:OLEObject") {
            self.object(element);
        }
        if !element.name.starts_with("v:") || element.is("v:shapetype") {
            return;
        }
        for name in ["id", "o:spid"] {
            let Some(old) = element.get(name).map(str::to_owned) else { continue };
            if self.seen.insert(old.clone()) {
                self.copied.remove(&old);
                continue;
            }
            let fresh = self.fresh(&old);
            element.set(name, fresh.as_str());
            self.copied.insert(old, fresh);
        }
    }

    fn fresh(&mut self, old: &str) -> String {
        let copy = self.copies.entry(old.to_owned()).or_insert(1);
        loop {
            *copy += 1;
            let fresh = format!("{old}_{copy}");
            if self.seen.insert(fresh.clone()) {
                return fresh;
            }
        }
    }

    /// An embedded object names the shape that shows it.
    fn object(&mut self, element: &mut Element) {
        let shape = element.get("ShapeID").and_then(|id| self.copied.get(id)).cloned();
        if let Some(shape) = shape {
            element.set("ShapeID", shape);
        }
    }
}
