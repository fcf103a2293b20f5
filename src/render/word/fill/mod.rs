//! Puts rich text, pictures, links, page breaks, line breaks and tabs into a merged part.

mod alone;
mod cells;
mod clear;
mod control;
mod enclose;
mod own_text;
mod page_break;
mod replace;
mod spans;
mod split;
mod together;
mod widths;

pub use clear::clear_targets;
pub use own_text::words;

use self::cells::EMPTIED;
use self::clear::clear;
use self::control::control;
use self::own_text::{has_own_marks, own_text, visit_own_text};
use self::split::Split;
use self::widths::{WIDTH, cell_width, section_widths};
use super::desk::Desk;
use super::documents::Documents;
use super::fragment::Scribe;
use super::marks::{self, Stretch};
use super::parts::Relations;
use super::visible::shows_signs;
use super::xml::{Element, Node};
use crate::finding::{Finding, Findings};
use crate::merge::{Role, Slot};
use crate::text::tree::Block;

/// The filling of one part.
pub struct Fill<'f, 'a> {
    desk: &'f mut Desk<'a>,
    documents: &'f mut Documents,
    relations: &'f mut Relations,
    slots: &'f [Slot],
    findings: &'f mut Findings,
    stands: Stands,
    /// The calls of `celle` in the cell under way.
    calls: Vec<usize>,
}

/// What the paragraphs under way stand in.
#[derive(Debug, Clone, Copy)]
struct Stands {
    in_cell: bool,
    /// In a page header, a note or a text box.
    apart: bool,
}

impl<'f, 'a> Fill<'f, 'a> {
    pub fn new(
        desk: &'f mut Desk<'a>,
        documents: &'f mut Documents,
        relations: &'f mut Relations,
        slots: &'f [Slot],
        findings: &'f mut Findings,
    ) -> Self {
        let (stands, calls) = (Stands { in_cell: false, apart: true }, Vec::new());
        Self { desk, documents, relations, slots, findings, stands, calls }
    }

    pub fn part(&mut self, root: &mut Element) {
        if let Some(body) = root.find_mut("w:body") {
            self.stands.apart = false;
            let widths = section_widths(body);
            self.children(body, &|index| widths.get(index).copied().unwrap_or(WIDTH));
        } else {
            self.element(root, WIDTH);
        }
        if self.slots.iter().any(|slot| slot.cell.is_some()) {
            cells::shape(root, self.slots, self.findings);
        }
        clear(root, self.slots, self.findings);
    }

    fn element(&mut self, element: &mut Element, width: u32) {
        let around = self.stands;
        match element.name.as_str() {
            "w:tc" => self.cell(element, width),
            "w:txbxContent" => {
                self.stands = Stands { in_cell: false, apart: true };
                self.children(element, &|_| width);
            }
            _ => self.children(element, &|_| width),
        }
        self.stands = around;
    }

    fn cell(&mut self, cell: &mut Element, width: u32) {
        let width = cell_width(cell).unwrap_or(width);
        let around = std::mem::take(&mut self.calls);
        self.stands.in_cell = true;
        self.children(cell, &|_| width);
        let calls = std::mem::replace(&mut self.calls, around);
        cells::note(cell, &calls);
    }

    fn children(&mut self, element: &mut Element, width: &dyn Fn(usize) -> u32) {
        let children = std::mem::take(&mut element.children);
        for (index, node) in children.into_iter().enumerate() {
            match node {
                Node::Element(child) if child.is("w:p") => {
                    self.paragraph(child, width(index), &mut element.children);
                }
                Node::Element(mut child) => {
                    self.element(&mut child, width(index));
                    element.children.push(child.into());
                }
                other => element.children.push(other),
            }
        }
    }

    fn paragraph(&mut self, mut paragraph: Element, width: u32, out: &mut Vec<Node>) {
        if !has_own_marks(&paragraph) {
            self.inside(&mut paragraph, width);
            return out.push(paragraph.into());
        }
        let mut text = own_text(&paragraph);
        if text.contains(marks::SLOT.0) && self.take_calls(&mut paragraph) {
            text = own_text(&paragraph);
            if text.trim().is_empty() && !shows_signs(&paragraph) {
                paragraph.children.retain(|node| !node.is("w:r"));
                paragraph.set(EMPTIED, "1");
            }
        }
        if let Some(pieces) = self.asked_alone(&paragraph, &text) {
            return self.replace(&paragraph, &pieces, width, out);
        }
        self.runs(&mut paragraph, width);
        self.inside(&mut paragraph, width);
        out.push(paragraph.into());
    }

    /// Takes the calls of `celle` out of a paragraph's text; tells whether there were any.
    fn take_calls(&mut self, paragraph: &mut Element) -> bool {
        let mut calls = Vec::new();
        visit_own_text(paragraph, &mut |text| {
            let mut kept = String::with_capacity(text.len());
            for stretch in marks::split(text, marks::SLOT) {
                match stretch {
                    Stretch::Text(words) => kept.push_str(words),
                    Stretch::Mark(index) => match self.slots.get(index) {
                        Some(slot) if slot.role == Role::Celle => calls.push(index),
                        _ => marks::push(marks::SLOT, index, &mut kept),
                    },
                }
            }
            *text = kept;
        });
        let found = !calls.is_empty();
        if self.stands.in_cell {
            self.calls.extend(calls);
        } else {
            self.findings.extend(calls.iter().map(|call| cells::outside(&self.slots[*call])));
        }
        found
    }

    /// Text boxes have paragraphs of their own.
    fn inside(&mut self, paragraph: &mut Element, width: u32) {
        for child in paragraph.elements_mut() {
            if child.holds("w:txbxContent") {
                self.element(child, width);
            }
        }
    }

    fn nodes(&mut self, slot: &Slot, width: u32, style: Option<&str>) -> Vec<Node> {
        let nodes = self.any_nodes(slot, width, style);
        self.without_notes(slot, nodes)
    }

    /// Word has notes at the foot of the body alone.
    fn without_notes(&mut self, slot: &Slot, nodes: Vec<Node>) -> Vec<Node> {
        let notes = ["w:footnoteReference", "w:endnoteReference"];
        let has_notes = |element: &Element| notes.iter().any(|note| element.holds(note));
        if !self.stands.apart || !nodes.iter().filter_map(Node::element).any(has_notes) {
            return nodes;
        }
        let message = format!("»{}« har en note, men den kan kun stå i brødteksten.", slot.key);
        let finding = Finding::fejl("note-forkert-sted", slot.place.clone(), message);
        self.findings.push(finding.hint("Sæt teksten ind i brødteksten, eller fjern noten."));
        Vec::new()
    }

    fn any_nodes(&mut self, slot: &Slot, width: u32, style: Option<&str>) -> Vec<Node> {
        if page_break::holds(&slot.blocks) && !self.may_break(slot) {
            return Vec::new();
        }
        let Some(bytes) = &slot.document else {
            return self.scribe(width, style).blocks(&slot.blocks);
        };
        self.documents.put(slot, bytes, self.desk, self.relations).unwrap_or_else(|faults| {
            self.findings.extend(faults);
            Vec::new()
        })
    }

    fn scribe(&mut self, width: u32, style: Option<&str>) -> Scribe<'_, 'a> {
        let style = style.map(str::to_owned);
        Scribe { desk: self.desk, relations: self.relations, width, style, mark: None }
    }

    /// Only the body runs over pages, and a row of a table cannot end in the middle of a cell.
    fn may_break(&mut self, slot: &Slot) -> bool {
        let fault = page_break::fault(self.stands, slot);
        let may = fault.is_none();
        self.findings.extend(fault);
        may
    }

    /// Rewrites the runs of a paragraph whose text holds marks.
    fn runs(&mut self, element: &mut Element, width: u32) {
        // A link and the control of an author are left as they are.
        let keyed = element.is("w:p") || element.is("w:ins");
        let children = std::mem::take(&mut element.children);
        for node in children {
            match node {
                Node::Element(run) if run.is("w:r") && split::has_marks(&run) => {
                    element.children.extend(self.run(run, width, keyed));
                }
                Node::Element(mut child) if !child.is("w:p") && !child.is("w:r") => {
                    self.runs(&mut child, width);
                    element.children.push(child.into());
                }
                other => element.children.push(other),
            }
        }
    }

    fn run(&mut self, run: Element, width: u32, keyed: bool) -> Vec<Node> {
        let mut split = Split::of(run.find("w:rPr"));
        for node in run.children {
            match node {
                Node::Element(text) if text.is("w:t") => {
                    self.text(&text, width, keyed, &mut split);
                }
                node if node.is("w:rPr") => {}
                node => split.push(node),
            }
        }
        split.finish()
    }

    fn text(&mut self, text: &Element, width: u32, keyed: bool, split: &mut Split) {
        for stretch in marks::split(&own_text::words(text), marks::SLOT) {
            match stretch {
                Stretch::Text(words) => split.words(words),
                Stretch::Mark(index) => {
                    if let Some(slot) = self.slots.get(index) {
                        let nodes = self.within(slot, width);
                        split.insert(if keyed { in_control(slot, nodes) } else { nodes });
                    }
                }
            }
        }
    }

    /// A slot in the middle of a paragraph: words, a picture, a page break, or nothing.
    fn within(&mut self, slot: &Slot, width: u32) -> Vec<Node> {
        match slot.blocks.as_slice() {
            [] if slot.document.is_none() => Vec::new(),
            [Block::Paragraph(content)] => {
                let words = self.scribe(width, None).within(content);
                self.without_notes(slot, words)
            }
            [Block::Figure(figure)] if figure.caption.is_empty() && figure.notes.is_empty() => {
                self.scribe(width, None).picture(figure).map(Node::from).into_iter().collect()
            }
            [Block::PageBreak] if self.may_break(slot) => vec![page_break::run().into()],
            [Block::PageBreak] => Vec::new(),
            _ => {
                self.findings.push(no_words(slot));
                Vec::new()
            }
        }
    }
}

/// What a slot puts into a sentence, in a control that carries its key.
fn in_control(slot: &Slot, nodes: Vec<Node>) -> Vec<Node> {
    if nodes.is_empty() || matches!(slot.role, Role::Link | Role::Sideskift) {
        return nodes;
    }
    vec![control(slot, nodes).into()]
}

/// Tells of a slot in the middle of a paragraph that needs one of its own.
fn no_words(slot: &Slot) -> Finding {
    let (code, what) = match slot.document {
        Some(_) => ("dokument-midt-i-afsnit", "er et helt dokument"),
        None => ("tekst-midt-i-afsnit", "har flere afsnit eller en tabel"),
    };
    let message = format!("»{}« {what} og kan ikke stå midt i et afsnit.", slot.key);
    Finding::fejl(code, slot.place.clone(), message).hint("Giv mærket et afsnit for sig selv.")
}
