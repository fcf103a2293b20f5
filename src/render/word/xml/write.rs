use super::element::{Element, Node};
use crate::render::word::marks::{TAG, push};

/// How every part begins.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A part as bytes.
pub fn write(root: &Element) -> Vec<u8> {
    let mut out = String::from(DECLARATION);
    write_element(root, &mut out);
    out.into_bytes()
}

/// Writes a node after what stands in `out`; the place of a tag becomes a mark.
pub fn write_node(node: &Node, out: &mut String) {
    match node {
        Node::Element(element) => write_element(element, out),
        Node::Text(text) => push_text(text, out),
        Node::Tag(tag) => {
            push(TAG, *tag, out);
        }
    }
}

fn write_element(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(&element.name);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        push_attribute(value, out);
        out.push('"');
    }
    if element.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    for child in &element.children {
        write_node(child, out);
    }
    out.push_str("</");
    out.push_str(&element.name);
    out.push('>');
}

/// Text with what XML reserves written as references.
fn push_text(text: &str, out: &mut String) {
    push_escaped(text, &['&', '<', '>', '\r'], out);
}

/// An attribute's value with what XML reserves written as references.
fn push_attribute(value: &str, out: &mut String) {
    push_escaped(value, &['&', '<', '>', '"', '\n', '\t', '\r'], out);
}

fn push_escaped(text: &str, reserved: &[char], out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(reserved) {
        out.push_str(&rest[..at]);
        // All that is reserved is one byte long.
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\n' => "&#10;",
            b'\t' => "&#9;",
            _ => "&#13;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}
