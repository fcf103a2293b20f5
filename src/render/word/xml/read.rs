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

/// Reads one element with all that is in it.
pub fn read_fragment(text: &str) -> Result<Element, ReadError> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        match reader.read_event().map_err(|_| ReadError::NotWellFormed)? {
            Event::Start(_) if open.len() >= DEEPEST => return Err(ReadError::TooDeep),
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => close(element(&start)?, &mut open, &mut root)?,
            Event::End(_) => {
                let done = open.pop().ok_or(ReadError::NotWellFormed)?;
                close(done, &mut open, &mut root)?;
            }
            Event::Text(words) => push_words(&words.xml10_content(), &mut open),
            Event::CData(words) => push_words(&words.xml10_content(), &mut open),
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref() {
                    Ok(Some(letter)) => letter,
                    Ok(None) => named(&reference).ok_or(ReadError::NotWellFormed)?,
                    Err(_) => return Err(ReadError::NotWellFormed),
                };
                push_words(letter.encode_utf8(&mut [0; 4]), &mut open);
            }
            Event::DocType(_) => return Err(ReadError::DocumentType),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    if open.is_empty() {
        root.ok_or(ReadError::NotWellFormed)
    } else {
        Err(ReadError::NotWellFormed)
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, ReadError> {
    let mut element = Element::new(start.name().as_ref());
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| ReadError::NotWellFormed)?;
        if attribute.key.as_ref().starts_with("w:rsid") {
            continue;
        }
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Explicit1_0)
            .map_err(|_| ReadError::NotWellFormed)?;
        element.attributes.push((attribute.key.as_ref().into(), value.into()));
    }
    Ok(element)
}

/// White space between elements only lays the file out; Word ignores it and so do we.
fn without_layout(mut element: Element) -> Element {
    if element.children.iter().any(|node| matches!(node, Node::Element(_))) {
        element.children.retain(|node| match node {
            Node::Text(text) => !text.trim_matches([' ', '\n', '\r', '\t']).is_empty(),
            _ => true,
        });
    }
    element
}

fn close(done: Element, open: &mut [Element], root: &mut Option<Element>) -> Result<(), ReadError> {
    let done = without_layout(done);
    match open.last_mut() {
        Some(parent) => parent.children.push(Node::Element(done)),
        None if root.is_none() => *root = Some(done),
        None => return Err(ReadError::NotWellFormed),
    }
    Ok(())
}

fn push_words(words: &str, open: &mut [Element]) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(words),
        _ => parent.children.push(Node::Text(words.to_owned())),
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
