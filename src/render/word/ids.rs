//! Fresh ids for what a loop has copied and what rich text has brought in.

use std::collections::{HashMap, HashSet};

use super::bookmarks::Bookmarks;
use super::copies::Copies;
use super::shapes::Shapes;
use super::taken::{Kind, Taken};
use super::xml::Element;

/// Counters over all parts of one document.
#[derive(Debug)]
pub struct Ids<'a> {
    /// What the parts that stay as they are have.
    taken: &'a Taken,
    /// The last drawing's and the last control's number, and the next bookmark's.
    drawing: u32,
    control: u32,
    bookmark: u32,
    /// How many bookmarks have had that name, and all names as Word compares them.
    numbers: HashMap<String, usize>,
    names: HashSet<String>,
    /// The ids that paragraphs have got, all that the template gives them, and the next free one.
    paragraphs: HashSet<String>,
    given: HashSet<String>,
    paragraph: u32,
    shapes: Shapes,
    /// The bookmarks of the part under way.
    pub copies: Copies,
}

/// The ids of paragraphs have eight hexadecimal digits and end below 80000000.
const FIRST_PARAGRAPH: u32 = 0x1000_0000;

const PARAGRAPH: &str = "w14:paraId";

impl<'a> Ids<'a> {
    pub fn new(taken: &'a Taken) -> Self {
        Self {
            taken,
            drawing: 0,
            control: 0,
            bookmark: 0,
            numbers: HashMap::new(),
            names: HashSet::new(),
            paragraphs: HashSet::new(),
            given: HashSet::new(),
            paragraph: FIRST_PARAGRAPH,
            shapes: Shapes::default(),
            copies: Copies::default(),
        }
    }

    /// The first number from that one on which no part that stays as it is has.
    fn free(&self, kind: Kind, from: u32) -> u32 {
        let mut id = from;
        while self.taken.has(kind, &id.to_string()) {
            id += 1;
        }
        id
    }

    pub fn renew(&mut self, root: &mut Element, bookmarks: &mut Bookmarks) {
        root.visit(&mut |element| self.given.extend(element.get(PARAGRAPH).map(str::to_owned)));
        let mut open = HashMap::new();
        root.visit_mut(&mut |element| {
            self.paragraph(element);
            match element.name.as_str() {
                "wp:docPr" => self.drawing(element),
                "pic:cNvPr" => self.picture(element),
                "w:bookmarkStart" => self.bookmark(element, &mut open, bookmarks),
                "w:bookmarkEnd" => {
                    let old = element.get("w:id").unwrap_or_default().to_owned();
                    if let Some(id) = open.get(&old) {
                        element.set("w:id", u32::to_string(id));
                    }
                }
                "w:sdtPr" => self.control(element),
                _ => self.shapes.renew(element),
            }
        });
    }

    fn paragraph(&mut self, element: &mut Element) {
        let Some(id) = element.get(PARAGRAPH) else { return };
        if !self.taken.has(Kind::Paragraph, id) && self.paragraphs.insert(id.to_owned()) {
            return;
        }
        let fresh = self.fresh_paragraph();
        element.set(PARAGRAPH, fresh.as_str());
        if element.get("w14:textId").is_some() {
            element.set("w14:textId", fresh);
        }
    }

    fn fresh_paragraph(&mut self) -> String {
        loop {
            let fresh = format!("{:08X}", self.paragraph);
            self.paragraph += 1;
            if !self.taken.has(Kind::Paragraph, &fresh) && self.given.insert(fresh.clone()) {
                self.paragraphs.insert(fresh.clone());
                return fresh;
            }
        }
    }

    fn drawing(&mut self, element: &mut Element) {
        self.drawing = self.free(Kind::Drawing, self.drawing + 1);
        self.picture(element);
    }

    /// A picture has the number of the drawing that it stands in.
    fn picture(&self, element: &mut Element) {
        element.set("id", self.drawing.to_string());
        if element.get("name").is_none_or(str::is_empty) {
            element.set("name", format!("Figur {}", self.drawing));
        }
    }

    fn bookmark(
        &mut self,
        element: &mut Element,
        open: &mut HashMap<String, u32>,
        bookmarks: &mut Bookmarks,
    ) {
        let old = element.get("w:id").unwrap_or_default().to_owned();
        let id = self.free(Kind::Bookmark, self.bookmark);
        self.bookmark = id + 1;
        open.insert(old, id);
        element.set("w:id", id.to_string());
        let name = element.get("w:name").unwrap_or_default().to_owned();
        if !self.claim(&name) {
            let copy = self.numbers.entry(name.clone()).or_insert(1);
            *copy += 1;
            // Word reads no more than 40 characters of a name.
            let stem: String = name.chars().take(32).collect();
            let fresh = bookmarks.fresh(*copy, |number| format!("{stem}_{number}"));
            element.set("w:name", fresh);
        }
        self.copies.learn(element, &name);
    }

    /// Whether no bookmark has had that name before.
    fn claim(&mut self, name: &str) -> bool {
        let name = name.to_lowercase();
        !self.taken.has(Kind::BookmarkName, &name) && self.names.insert(name)
    }

    fn control(&mut self, element: &mut Element) {
        self.control = self.free(Kind::Control, self.control + 1);
        let number = self.control.to_string();
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
