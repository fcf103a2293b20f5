use ecow::EcoString;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::element::{Element, Node};

/// Why a part is not XML that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    NotUtf8,
    /// A document type could pull in entities; Office never writes one.
    DocumentType,
    NotWellFormed,
    TooDeep,
}

const DEEPEST: usize = 256;

/// Reads a part; comments, processing instructions and the ids of editing sessions are left out.
pub fn read(bytes: &[u8]) -> Result<Element, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ReadError::NotUtf8)?;
    read_fragment(text.trim_start_matches('\u{feff}'))
}

/// Whether a document type stands before the first element; nothing of it is followed.
pub fn has_document_type(bytes: &[u8]) -> bool {
    // UTF-16, which parts of others' making may be in, has a zero in each of these letters.
    let narrow: Vec<u8> = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => bytes.iter().copied().filter(|b| *b != 0).collect(),
        _ => Vec::new(),
    };
    let text = String::from_utf8_lossy(if narrow.is_empty() { bytes } else { &narrow });
    let start = text.find('<').unwrap_or(text.len());
    let mut reader = Reader::from_str(&text[start..]);
    loop {
        match reader.read_event() {
            Ok(Event::DocType(_)) => return true,
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Text(_)) => {}
            _ => return false,
        }
    }
}

/// Reads one element with all that is in it.
pub fn read_fragment(text: &str) -> Result<Element, ReadError> {
    let mut reader = Reader::from_str(text);
    let mut tree = Tree::default();
    loop {
        match reader.read_event().map_err(|_| ReadError::NotWellFormed)? {
            Event::Start(start) => tree.open(&start)?,
            Event::Empty(start) => {
                tree.open(&start)?;
                tree.close()?;
            }
            Event::End(_) => tree.close()?,
            Event::Text(words) => tree.words(&words.xml10_content()),
            Event::CData(words) => tree.words(&words.xml10_content()),
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref() {
                    Ok(Some(letter)) => letter,
                    Ok(None) => named(&reference).ok_or(ReadError::NotWellFormed)?,
                    Err(_) => return Err(ReadError::NotWellFormed),
                };
                tree.words(letter.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(ReadError::DocumentType),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => return tree.root(),
        }
    }
}

/// A tree under way. What is done stands in one line until the element around it closes and takes
/// its children over, so that every element holds exactly the room it needs.
#[derive(Default)]
struct Tree {
    /// The elements that are open, and where the children of each begin among the nodes.
    open: Vec<(Element, usize)>,
    nodes: Vec<Node>,
    attributes: Vec<(EcoString, EcoString)>,
}

impl Tree {
    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), ReadError> {
        if self.open.len() >= DEEPEST {
            return Err(ReadError::TooDeep);
        }
        let mut element = Element::new(start.name().as_ref());
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| ReadError::NotWellFormed)?;
            if attribute.key.as_ref().starts_with("w:rsid") {
                continue;
            }
            let value = attribute
                .normalized_value(quick_xml::XmlVersion::Explicit1_0)
                .map_err(|_| ReadError::NotWellFormed)?;
            self.attributes.push((attribute.key.as_ref().into(), value.into()));
        }
        element.attributes = self.attributes.drain(..).collect();
        self.open.push((element, self.nodes.len()));
        Ok(())
    }

    fn close(&mut self) -> Result<(), ReadError> {
        let (mut element, from) = self.open.pop().ok_or(ReadError::NotWellFormed)?;
        element.children = self.nodes.drain(from..).collect();
        if element.elements().next().is_some() {
            element.children.retain(|node| !is_layout(node));
        }
        self.nodes.push(element.into());
        Ok(())
    }

    /// Text outside the outermost element is of no account.
    fn words(&mut self, words: &str) {
        let Some((_, from)) = self.open.last() else { return };
        match self.nodes[*from..].last_mut() {
            Some(Node::Text(before)) => before.push_str(words),
            _ => self.nodes.push(Node::Text(words.to_owned())),
        }
    }

    fn root(mut self) -> Result<Element, ReadError> {
        match (self.nodes.pop(), self.nodes.is_empty() && self.open.is_empty()) {
            (Some(Node::Element(root)), true) => Ok(root),
            _ => Err(ReadError::NotWellFormed),
        }
    }
}

/// White space between elements only lays the file out; Word ignores it and so do we.
fn is_layout(node: &Node) -> bool {
    match node {
        Node::Text(text) => text.trim_matches([' ', '\n', '\r', '\t']).is_empty(),
        _ => false,
    }
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}
