use std::cell::OnceCell;
use std::hash::Hash;

use crate::redline::key::{Key, Keys, keyed};
use crate::redline::simple::is_marker;
use crate::redline::words::Words;
use crate::render::word::xml::Element;

/// How much of their words two paragraphs, rows and tables must share to be one rewritten, of a
/// thousand.
const PARAGRAPH: usize = 400;
const TABLE: usize = 200;

/// A block of a text: a paragraph, a table, a content control, or all that a field goes across.
pub struct Block<'a> {
    pub elements: Vec<&'a Element>,
    pub key: Key,
    words: OnceCell<Words>,
}

impl<'a> Block<'a> {
    /// The blocks in a body, a cell, a note or the like.
    pub fn all(container: &'a Element, keys: &Keys) -> Vec<Self> {
        let mut blocks = Vec::new();
        let (mut open, mut depth) = (Vec::new(), 0);
        for element in container.elements().filter(|child| !is_about(child)) {
            open.push(element);
            depth += open_fields(element);
            if depth <= 0 {
                blocks.push(Self::new(std::mem::take(&mut open), keys));
                depth = 0;
            }
        }
        if !open.is_empty() {
            blocks.push(Self::new(open, keys));
        }
        blocks
    }

    pub fn new(elements: Vec<&'a Element>, keys: &Keys) -> Self {
        let key = match elements.as_slice() {
            [element] => keys.of(element),
            all => keyed(|hasher| all.iter().for_each(|one| keys.of(one).hash(hasher))),
        };
        Self { elements, key, words: OnceCell::new() }
    }

    /// What the block is, unless it is several things that belong together.
    pub fn single(&self) -> Option<&'a Element> {
        match self.elements.as_slice() {
            [element] => Some(element),
            _ => None,
        }
    }

    pub fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::all(self.elements.iter().map(|e| Words::of(e))))
    }

    pub fn is_paragraph(&self) -> bool {
        self.single().is_some_and(|element| element.is("w:p"))
    }

    /// Whether places in it are marked, which the same block of the other text knows nothing of.
    pub fn is_marked(&self) -> bool {
        fn marked(element: &Element) -> bool {
            is_marker(element) || element.elements().any(marked)
        }
        self.elements.iter().any(|element| marked(element))
    }

    /// Whether a section of the document ends with this paragraph.
    pub fn ends_section(&self) -> bool {
        let properties = self.single().and_then(|paragraph| paragraph.find("w:pPr"));
        properties.is_some_and(|properties| properties.find("w:sectPr").is_some())
    }

    /// How much the other is like this one, of a thousand; 0 when it cannot be this one rewritten.
    pub fn likeness(&self, other: &Self) -> usize {
        let (Some(one), Some(another)) = (self.single(), other.single()) else { return 0 };
        match (one.name.as_str(), another.name.as_str()) {
            ("w:p", "w:p") if self.ends_section() == other.ends_section() => {
                self.shared_words(other, PARAGRAPH)
            }
            ("w:tbl", "w:tbl") if columns(one).is_some() && columns(one) == columns(another) => {
                self.shared_words(other, TABLE)
            }
            ("w:sdt", "w:sdt") if control(one) == control(another) => 1000,
            _ => 0,
        }
    }

    fn shared_words(&self, other: &Self, least: usize) -> usize {
        if *self.words() == Words::default() && *other.words() == Words::default() {
            return 500;
        }
        if self.words().most(other.words()) < least {
            return 0;
        }
        let likeness = self.words().likeness(other.words());
        if likeness < least { 0 } else { likeness }
    }
}

/// What a content control says of itself.
fn control(control: &Element) -> Option<Key> {
    control.find("w:sdtPr").map(|properties| Keys::default().of(properties))
}

/// How many more fields begin in an element than end there.
fn open_fields(element: &Element) -> isize {
    let own = match element.get("w:fldCharType").filter(|_| element.is("w:fldChar")) {
        Some("begin") => 1,
        Some("end") => -1,
        _ => 0,
    };
    own + element.elements().map(open_fields).sum::<isize>()
}

/// What a container says of itself.
fn is_about(element: &Element) -> bool {
    ["w:tcPr", "w:sectPr"].iter().any(|name| element.is(name))
}

/// The number of columns of a table with nothing but rows in it; others cannot be compared.
fn columns(table: &Element) -> Option<usize> {
    let has_controls = table
        .elements()
        .any(|child| child.is("w:sdt") || (child.is("w:tr") && child.find("w:sdt").is_some()));
    (!has_controls).then(|| table.find("w:tblGrid").map_or(0, |grid| grid.elements().count()))
}
