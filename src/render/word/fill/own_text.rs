use crate::render::word::marks;
use crate::render::word::template::is_apart;
use crate::render::word::xml::{Element, Node};

/// The text of a paragraph, without that of text boxes in it.
pub fn own_text(element: &Element) -> String {
    let mut text = String::new();
    gather(element, &mut text);
    text
}

fn gather(element: &Element, text: &mut String) {
    for child in element.elements().filter(|child| !is_apart(&child.name)) {
        if child.is("w:t") {
            text.push_str(&words(child));
        } else {
            gather(child, text);
        }
    }
}

/// Whether any mark stands in it.
pub fn has_own_marks(element: &Element) -> bool {
    element
        .elements()
        .filter(|child| !is_apart(&child.name))
        .any(|child| if child.is("w:t") { has_marks(child) } else { has_own_marks(child) })
}

/// Whether any mark stands in the words of one element.
pub fn has_marks(text: &Element) -> bool {
    text.children.iter().any(|node| matches!(node, Node::Text(words) if marks::marked(words)))
}

/// Visits the same text to change it.
pub fn visit_own_text(element: &mut Element, visitor: &mut impl FnMut(&mut String)) {
    for child in element.elements_mut().filter(|child| !is_apart(&child.name)) {
        if !child.is("w:t") {
            visit_own_text(child, visitor);
            continue;
        }
        for node in &mut child.children {
            if let Node::Text(text) = node {
                visitor(text);
            }
        }
    }
}

/// The words of one element.
pub fn words(text: &Element) -> String {
    let words = |node: &Node| match node {
        Node::Text(words) => Some(words.clone()),
        _ => None,
    };
    text.children.iter().filter_map(words).collect()
}
