use super::marks::is_mark;
use super::xml::{Element, Node};

/// Takes the letters that mean something to the program out of an element's own words.
pub fn unmark(element: &mut Element) {
    for (_, value) in &mut element.attributes {
        if value.contains(is_mark) {
            *value = value.chars().filter(|letter| !is_mark(*letter)).collect();
        }
    }
    for node in &mut element.children {
        if let Node::Text(text) = node
            && text.contains(is_mark)
        {
            text.retain(|letter| !is_mark(letter));
        }
    }
}
