//! Fresh ids for what a loop has copied and what rich text has brought in.

use std::collections::{HashMap, HashSet};

use super::xml::Element;

/// Counters over all parts of one document.
#[derive(Debug, Default)]
pub struct Ids {
    drawings: u32,
    bookmarks: u32,
    controls: u32,
    /// How many bookmarks have had that name.
    names: HashMap<String, u32>,
    paragraphs: HashSet<String>,
}

impl Ids {
    /// Keeps clear of the drawings and controls of a part that stays as it is.
    pub fn keep_clear(&mut self, root: &Element) {
        root.visit(&mut |element| {
            let id = |value: Option<&str>| value.and_then(|id| id.parse::<u32>().ok()).unwrap_or(0);
            if element.is("wp:docPr") {
                self.drawings = self.drawings.max(id(element.get("id")));
            } else if element.is("w:sdtPr") {
                self.controls = self.controls.max(id(element.property("w:id")));
            } else if element.is("w:bookmarkStart") {
                self.bookmarks = self.bookmarks.max(id(element.get("w:id")) + 1);
            }
        });
    }

    pub fn renew(&mut self, root: &mut Element) {
        let mut open = HashMap::new();
        root.visit_mut(&mut |element| {
            self.paragraph(element);
            match element.name.as_str() {
                "wp:docPr" => self.drawing(element),
                "pic:cNvPr" => self.picture(element),
                "w:bookmarkStart" => self.bookmark(element, &mut open),
                "w:bookmarkEnd" => {
                    let old = element.get("w:id").unwrap_or_default().to_owned();
                    if let Some(id) = open.get(&old) {
                        element.set("w:id", u32::to_string(id));
                    }
                }
                "w:sdtPr" => self.control(element),
                _ => {}
            }
        });
    }

    fn paragraph(&mut self, element: &mut Element) {
        let Some(id) = element.get("w14:paraId") else { return };
        if !self.paragraphs.insert(id.to_owned()) {
            element.attributes.retain(|(name, _)| name != "w14:paraId" && name != "w14:textId");
        }
    }

    fn drawing(&mut self, element: &mut Element) {
        self.drawings += 1;
        element.set("id", self.drawings.to_string());
        if element.get("name").is_none_or(str::is_empty) {
            element.set("name", format!("Figur {}", self.drawings));
        }
    }

    fn picture(&mut self, element: &mut Element) {
        element.set("id", self.drawings.to_string());
        if element.get("name").is_none_or(str::is_empty) {
            element.set("name", format!("Figur {}", self.drawings));
        }
    }

    fn bookmark(&mut self, element: &mut Element, open: &mut HashMap<String, u32>) {
        let old = element.get("w:id").unwrap_or_default().to_owned();
        let id = self.bookmarks;
        self.bookmarks += 1;
        open.insert(old, id);
        element.set("w:id", id.to_string());
        let name = element.get("w:name").unwrap_or_default().to_owned();
        let copies = self.names.entry(name.clone()).or_default();
        *copies += 1;
        if *copies > 1 {
            // Word reads no more than 40 characters of a name.
            let stem: String = name.chars().take(32).collect();
            element.set("w:name", format!("{stem}_{copies}"));
        }
    }

    fn control(&mut self, element: &mut Element) {
        self.controls += 1;
        let number = self.controls.to_string();
        match element.find_mut("w:id") {
            Some(id) => id.set("w:val", number),
            None => {
                let at = element
                    .children
                    .iter()
                    .position(|node| node.is("w:rPr"))
                    .map_or(0, |at| at + 1);
                element.children.insert(at, Element::val("w:id", number).into());
            }
        }
    }
}
