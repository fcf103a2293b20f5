//! Puts rich text, line breaks and tabs into a merged part.

use super::desk::Desk;
use super::fragment::{Scribe, settle};
use super::marks::{self, Stretch};
use super::parts::Relations;
use super::template::{Part, Source};
use super::xml::{Element, Node};
use crate::finding::{Finding, Findings};
use crate::merge::{Role, Slot};
use crate::text::tree::{Block, plain_text};

/// What the filling of a part needs to know.
pub struct Fill<'f, 'a> {
    pub desk: &'f mut Desk<'a>,
    pub relations: &'f mut Relations,
    pub slots: &'f [Slot],
    pub source: &'f Source,
    pub part: &'f Part<'f>,
    pub findings: &'f mut Findings,
}

/// A slot in a paragraph: which, and the tag that asked for it.
#[derive(Debug, Clone, Copy)]
struct Asked {
    slot: usize,
    tag: usize,
}

/// A4 with margins of 2.5 cm, when a template does not say.
const WIDTH: u32 = 9070;

/// Word's widest paper, 22 inches.
const WIDEST: u32 = 31_680;

impl Fill<'_, '_> {
    pub fn part(&mut self, root: &mut Element) {
        if let Some(body) = root.find_mut("w:body") {
            let widths = section_widths(body);
            self.children(body, &|index| widths.get(index).copied().unwrap_or(WIDTH));
        } else {
            self.element(root, WIDTH);
        }
        root.visit_mut(&mut clear_marks);
    }

    fn element(&mut self, element: &mut Element, width: u32) {
        let width = if element.is("w:tc") { cell_width(element).unwrap_or(width) } else { width };
        self.children(element, &|_| width);
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
        let mut text = String::new();
        own_text(&paragraph, &mut text);
        match asked_alone(&paragraph, &text) {
            Some(asked) => self.replace(paragraph, &asked, width, out),
            None => {
                self.runs(&mut paragraph, width);
                self.inside(&mut paragraph, width);
                out.push(paragraph.into());
            }
        }
    }

    /// Text boxes have paragraphs of their own.
    fn inside(&mut self, paragraph: &mut Element, width: u32) {
        for child in paragraph.elements_mut() {
            if child.holds("w:txbxContent") {
                self.element(child, width);
            }
        }
    }

    /// A paragraph that holds nothing but slots gives way to their blocks.
    fn replace(&mut self, paragraph: Element, asked: &[Asked], width: u32, out: &mut Vec<Node>) {
        let properties = paragraph.find("w:pPr");
        let style = properties.and_then(|p| p.property("w:pStyle")).map(str::to_owned);
        for asked in asked {
            let Some(slot) = self.slots.get(asked.slot) else { continue };
            let relations = &mut *self.relations;
            let mut scribe = Scribe { desk: self.desk, relations, width, style: style.clone() };
            let mut nodes = scribe.blocks(&slot.blocks);
            // LibreOffice 7.4 prints the instruction of a field in a control's first paragraph,
            // so a caption that begins a slot stands before the control.
            if nodes.first().and_then(Node::element).is_some_and(|e| e.holds("w:fldSimple")) {
                out.push(nodes.remove(0));
            }
            if !nodes.is_empty() {
                out.push(control(slot, nodes).into());
            }
        }
        let section = properties.filter(|p| p.find("w:sectPr").is_some());
        if let Some(properties) = section {
            out.push(Element::new("w:p").child(properties.clone()).into());
        }
    }

    /// Rewrites the runs of a paragraph whose text holds marks.
    fn runs(&mut self, element: &mut Element, width: u32) {
        let children = std::mem::take(&mut element.children);
        for node in children {
            match node {
                Node::Element(run) if run.is("w:r") && has_marks(&run) => {
                    element.children.extend(self.run(run, width));
                }
                Node::Element(mut child) if !child.is("w:p") && !child.is("w:r") => {
                    self.runs(&mut child, width);
                    element.children.push(child.into());
                }
                other => element.children.push(other),
            }
        }
    }

    fn run(&mut self, run: Element, width: u32) -> Vec<Node> {
        let mut split = Split { host: run.find("w:rPr").cloned(), done: Vec::new(), open: None };
        for node in run.children {
            match node {
                Node::Element(text) if text.is("w:t") => self.text(&text, width, &mut split),
                node if node.is("w:rPr") => {}
                node => split.push(node),
            }
        }
        split.close();
        split.done
    }

    fn text(&mut self, text: &Element, width: u32, split: &mut Split) {
        let words: String = text.children.iter().filter_map(text_of).collect();
        let mut tag = None;
        for stretch in marks::split(&words, marks::SLOT) {
            match stretch {
                Stretch::Mark(slot) => {
                    let asked = Asked { slot, tag: tag.take().unwrap_or(usize::MAX) };
                    split.insert(self.within(asked, width));
                }
                Stretch::Text(words) => {
                    for stretch in marks::split(words, marks::ASKED) {
                        match stretch {
                            Stretch::Mark(number) => tag = Some(number),
                            Stretch::Text(words) => split.words(words),
                        }
                    }
                }
            }
        }
    }

    /// A slot in the middle of a paragraph: one paragraph of text, or nothing.
    fn within(&mut self, asked: Asked, width: u32) -> Vec<Node> {
        let Some(slot) = self.slots.get(asked.slot) else { return Vec::new() };
        match slot.blocks.as_slice() {
            [] => Vec::new(),
            [Block::Paragraph(content)] => {
                let relations = &mut *self.relations;
                Scribe { desk: self.desk, relations, width, style: None }.within(content)
            }
            _ => {
                let message = format!(
                    "»{}« har flere afsnit eller en tabel og kan ikke stå midt i et afsnit.",
                    slot.key
                );
                let place = self.source.place(self.part, asked.tag);
                let finding = Finding::fejl("tekst-midt-i-afsnit", place, message);
                self.findings.push(finding.hint("Giv mærket et afsnit for sig selv."));
                Vec::new()
            }
        }
    }
}

/// A run that is being divided.
struct Split {
    host: Option<Element>,
    done: Vec<Node>,
    open: Option<Element>,
}

impl Split {
    fn push(&mut self, node: Node) {
        let host = &self.host;
        let run = self.open.get_or_insert_with(|| Element::new("w:r").with(host.clone()));
        run.children.push(node);
    }

    fn words(&mut self, words: &str) {
        for piece in words.split_inclusive([marks::BREAK, marks::TAB]) {
            let text = piece.trim_end_matches([marks::BREAK, marks::TAB]);
            if !text.is_empty() {
                let element = Element::new("w:t").attr("xml:space", "preserve").child(text);
                self.push(element.into());
            }
            match piece.chars().next_back() {
                Some(marks::BREAK) => self.push(Element::new("w:br").into()),
                Some(marks::TAB) => self.push(Element::new("w:tab").into()),
                _ => {}
            }
        }
    }

    /// Puts finished runs in; they look like the host where they do not say otherwise.
    fn insert(&mut self, mut nodes: Vec<Node>) {
        self.close();
        if let Some(host) = &self.host {
            for element in nodes.iter_mut().filter_map(Node::element_mut) {
                element.visit_mut(&mut |run| {
                    if run.is("w:r") {
                        dress(run, host);
                    }
                });
            }
        }
        self.done.extend(nodes);
    }

    fn close(&mut self) {
        self.done.extend(self.open.take().map(Node::from));
    }
}

fn dress(run: &mut Element, host: &Element) {
    let own = run.require("w:rPr");
    for property in host.elements() {
        if own.find(&property.name).is_none() {
            own.children.push(property.clone().into());
        }
    }
    settle(own);
}

/// A content control that carries the key of what stands in it.
fn control(slot: &Slot, nodes: Vec<Node>) -> Element {
    const LONGEST: usize = 64;
    let short = |text: &str| text.chars().take(LONGEST).collect::<String>();
    let title = match (slot.role, slot.blocks.first()) {
        (Role::Kapitel, Some(Block::Heading(heading))) => plain_text(&heading.content),
        (_, Some(Block::Table(table))) if !table.caption.is_empty() => plain_text(&table.caption),
        (_, Some(Block::Figure(figure))) if !figure.caption.is_empty() => {
            plain_text(&figure.caption)
        }
        _ => slot.key.clone(),
    };
    let properties = Element::new("w:sdtPr")
        .child(Element::val("w:alias", short(&title)))
        .child(Element::val("w:tag", short(&slot.key)))
        .child(Element::val("w:id", "0"));
    let content = Element::new("w:sdtContent").with(nodes);
    Element::new("w:sdt").child(properties).child(content)
}

/// The slots of a paragraph that has nothing else.
fn asked_alone(paragraph: &Element, text: &str) -> Option<Vec<Asked>> {
    let shows = ["w:drawing", "w:pict", "w:object", "w:fldChar", "mc:AlternateContent"];
    if shows.iter().any(|name| paragraph.holds(name)) {
        return None;
    }
    let mut asked = Vec::new();
    let mut tag = usize::MAX;
    for stretch in marks::split(text, marks::SLOT) {
        match stretch {
            Stretch::Mark(slot) => asked.push(Asked { slot, tag }),
            Stretch::Text(words) => {
                for stretch in marks::split(words, marks::ASKED) {
                    match stretch {
                        Stretch::Mark(number) => tag = number,
                        Stretch::Text(words) if words.trim().is_empty() => {}
                        Stretch::Text(_) => return None,
                    }
                }
            }
        }
    }
    (!asked.is_empty()).then_some(asked)
}

fn text_of(node: &Node) -> Option<&str> {
    match node {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

/// The text of a paragraph, without that of text boxes in it.
fn own_text(element: &Element, text: &mut String) {
    for child in element.elements().filter(|child| !child.is("w:p")) {
        if child.is("w:t") {
            text.extend(child.children.iter().filter_map(text_of));
        } else {
            own_text(child, text);
        }
    }
}

fn has_own_marks(element: &Element) -> bool {
    element
        .elements()
        .filter(|child| !child.is("w:p"))
        .any(|child| if child.is("w:t") { has_text_marks(child) } else { has_own_marks(child) })
}

fn has_text_marks(text: &Element) -> bool {
    text.children.iter().filter_map(text_of).any(marks::marked)
}

fn has_marks(run: &Element) -> bool {
    run.elements().any(|child| child.is("w:t") && has_text_marks(child))
}

/// Where no element can stand, line breaks and tabs become spaces.
fn clear_marks(element: &mut Element) {
    let clear = |text: &str| -> String {
        text.chars()
            .filter_map(|letter| match letter {
                marks::BREAK | marks::TAB => Some(' '),
                letter if letter == marks::TURN.0 || letter == marks::TURN.1 => Some(letter),
                letter if marks::is_mark(letter) => None,
                letter => Some(letter),
            })
            .collect()
    };
    for (_, value) in &mut element.attributes {
        if marks::marked(value) {
            *value = clear(value).into();
        }
    }
    for node in &mut element.children {
        if let Node::Text(text) = node
            && marks::marked(text)
        {
            *text = clear(text);
        }
    }
}

/// How wide the text is at each child of the body, by the section that the child belongs to.
fn section_widths(body: &Element) -> Vec<u32> {
    let mut widths = vec![WIDTH; body.children.len()];
    let mut width = WIDTH;
    for (index, node) in body.children.iter().enumerate().rev() {
        let Some(element) = node.element() else { continue };
        let section = if element.is("w:sectPr") {
            Some(element)
        } else {
            element.find("w:pPr").and_then(|properties| properties.find("w:sectPr"))
        };
        width = section.and_then(text_width).unwrap_or(width);
        widths[index] = width;
    }
    widths
}

fn text_width(section: &Element) -> Option<u32> {
    let number = |element: &str, attribute: &str| -> Option<u32> {
        section.find(element)?.get(attribute)?.parse().ok()
    };
    let sides = number("w:pgMar", "w:left")?.checked_add(number("w:pgMar", "w:right")?)?;
    number("w:pgSz", "w:w")?.checked_sub(sides).filter(|width| (501..=WIDEST).contains(width))
}

fn cell_width(cell: &Element) -> Option<u32> {
    let width = cell.find("w:tcPr")?.find("w:tcW")?;
    if width.get("w:type") != Some("dxa") {
        return None;
    }
    width
        .get("w:w")?
        .parse::<u32>()
        .ok()?
        .checked_sub(216)
        .filter(|width| (201..=WIDEST).contains(width))
}
