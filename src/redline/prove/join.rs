use crate::render::word::xml::{Element, Node};

/// Adds a node after others, as one with the last of them if both could have been written as one.
pub fn join(nodes: &mut Vec<Node>, node: Node) {
    let last = nodes.last_mut().and_then(Node::element_mut);
    match (last, node) {
        (Some(last), Node::Element(next)) if are_one(last, &next) => unite(last, next),
        (_, node) => nodes.push(node),
    }
}

fn are_one(last: &Element, next: &Element) -> bool {
    if last.name != next.name {
        return false;
    }
    match last.name.as_str() {
        "w:r" => last.find("w:rPr") == next.find("w:rPr"),
        "w:t" | "w:instrText" => true,
        "w:hyperlink" | "w:dir" | "w:bdo" => last.attributes == next.attributes,
        "w:sdt" => {
            last.find("w:sdtPr") == next.find("w:sdtPr") && is_inline(last) && is_inline(next)
        }
        _ => false,
    }
}

fn is_inline(control: &Element) -> bool {
    let blocks = ["w:p", "w:tbl", "w:tr", "w:tc"];
    let content = control.find("w:sdtContent");
    content.is_some_and(|content| !content.elements().any(|c| blocks.contains(&c.name.as_str())))
}

fn unite(last: &mut Element, next: Element) {
    for node in next.children {
        match node {
            Node::Text(words) => match last.children.last_mut() {
                Some(Node::Text(text)) => text.push_str(&words),
                _ => last.children.push(words.into()),
            },
            node if node.is("w:rPr") || node.is("w:sdtPr") || node.is("w:sdtEndPr") => {}
            Node::Element(content) if content.is("w:sdtContent") => {
                if let Some(own) = last.find_mut("w:sdtContent") {
                    content.children.into_iter().for_each(|node| join(&mut own.children, node));
                }
            }
            node => join(&mut last.children, node),
        }
    }
}
