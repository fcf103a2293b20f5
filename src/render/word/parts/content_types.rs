use crate::package::Package;
use crate::render::word::xml::{self, Element};

const PART: &str = "[Content_Types].xml";
const MAIN: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// What kind each part of the package is.
#[derive(Debug, Clone)]
pub struct ContentTypes {
    root: Element,
}

impl ContentTypes {
    pub fn load(package: &Package) -> Self {
        let known = package.part(PART).and_then(|bytes| xml::read(bytes).ok());
        Self { root: known.unwrap_or_else(|| Element::new("Types")) }
    }

    pub fn save(&self, package: &mut Package) {
        package.set_part(PART, xml::write(&self.root));
    }

    pub fn part(&mut self, part: &str, kind: &str) {
        let name = format!("/{part}");
        let known = self.root.elements_mut().find(|known| known.get("PartName") == Some(&name));
        if let Some(known) = known {
            known.set("ContentType", kind);
            return;
        }
        let entry = Element::new("Override").attr("PartName", name).attr("ContentType", kind);
        self.root.children.push(entry.into());
    }

    pub fn extension(&mut self, extension: &str, kind: &str) {
        let known = |entry: &Element| {
            entry.is("Default")
                && entry.get("Extension").is_some_and(|e| e.eq_ignore_ascii_case(extension))
        };
        if !self.root.elements().any(known) {
            let entry = Element::new("Default").attr("Extension", extension);
            self.root.children.insert(0, entry.attr("ContentType", kind).into());
        }
    }

    /// What kind a part is, by its own name or by its ending.
    pub fn kind(&self, part: &str) -> Option<&str> {
        let name = format!("/{part}");
        let ending = part.rsplit_once('.').map_or("", |(_, ending)| ending);
        let own = self.root.elements().find(|entry| entry.get("PartName") == Some(&name));
        let by_ending = || {
            self.root.elements().find(|entry| {
                entry.get("Extension").is_some_and(|known| known.eq_ignore_ascii_case(ending))
            })
        };
        own.or_else(by_ending)?.get("ContentType")
    }

    pub fn forget(&mut self, part: &str) {
        let name = format!("/{part}");
        self.root.children.retain(|node| {
            node.element().is_none_or(|entry| entry.get("PartName") != Some(name.as_str()))
        });
    }

    /// Takes away what is said of a kind by its content type.
    pub fn forget_kind(&mut self, kind: &str) {
        self.root.children.retain(|node| {
            node.element().is_none_or(|entry| entry.get("ContentType") != Some(kind))
        });
    }

    /// A template or a document with macros becomes a plain document.
    pub fn plain_document(&mut self, document: &str) {
        self.part(document, MAIN);
    }
}
