use std::collections::{HashMap, HashSet};

use super::xml::Element;

/// The ids of old shapes (VML), which are words.
#[derive(Debug, Default)]
pub struct Shapes {
    seen: HashSet<String>,
    /// The ids that the shapes under way were copied from, with their new ones.
    copied: HashMap<String, String>,
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
            let mut copies = (2_u32..).map(|copy| format!("{old}_{copy}"));
            let fresh = copies.find(|id| !self.seen.contains(id)).unwrap_or_default();
            self.seen.insert(fresh.clone());
            element.set(name, fresh.as_str());
            self.copied.insert(old, fresh);
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
