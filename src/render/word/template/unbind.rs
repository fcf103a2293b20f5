use crate::render::word::xml::{Element, Node};

/// Word writes the value that a control is bound to over what stands in it, so that one with a tag
/// is bound no more. Tells whether an element holds a tag.
pub fn unbind(element: &mut Element) -> bool {
    let mut holds_tag = false;
    for node in &mut element.children {
        holds_tag |= match node {
            Node::Tag(_) => true,
            Node::Element(child) => unbind(child),
            Node::Text(_) => false,
        };
    }
    if holds_tag && let Some(properties) = element.find_mut("w:sdtPr") {
        properties.children.retain(|node| !is_binding(node));
    }
    holds_tag
}

fn is_binding(node: &Node) -> bool {
    ["w:dataBinding", "w15:dataBinding"].iter().any(|name| node.is(name))
}
