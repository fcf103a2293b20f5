use crate::render::word::marks;
use crate::render::word::xml::Element;

/// The attribute that says in which copies, the outermost first, a bookmark or what leads to one
/// stands.
pub const TRAIL: &str = "tmp:spor";

/// Keeps account of the copies that loops and calls of partials make.
#[derive(Default)]
pub struct Trail {
    open: Vec<String>,
    count: usize,
}

impl Trail {
    /// Gives bookmarks and what may lead to them the place of their trail.
    pub fn prepare(element: &mut Element) {
        let led = ["w:bookmarkStart", "w:fldSimple", "w:hyperlink", "w:instrText"];
        if led.iter().any(|name| element.is(name)) {
            element.set(TRAIL, marks::HERE.to_string());
        }
    }

    /// Adds what stands between two stretches of XML.
    pub fn between(&mut self, text: &str, xml: &mut String) {
        // Line ends separate the source's lines; those of values are marks.
        for line in text.split('\n') {
            if !marks::marked(line) {
                xml.push_str(line);
                continue;
            }
            for letter in line.chars() {
                match letter {
                    letter if letter == marks::COPY.0 => self.begin(),
                    letter if letter == marks::COPY.1 => drop(self.open.pop()),
                    letter => xml.push(letter),
                }
            }
        }
    }

    /// Adds XML with the trails of what stands in it.
    pub fn literal(&self, literal: &str, xml: &mut String) {
        let here = self.open.last().map_or("", String::as_str);
        for (index, stretch) in literal.split(marks::HERE).enumerate() {
            if index > 0 {
                xml.push_str(here);
            }
            xml.push_str(stretch);
        }
    }

    fn begin(&mut self) {
        self.count += 1;
        let trail = match self.open.last() {
            Some(around) => format!("{around} {}", self.count),
            None => self.count.to_string(),
        };
        self.open.push(trail);
    }
}
