use super::control::holding;
use crate::render::word::xml::{Element, Node};

/// What LibreOffice 7.4 misreads where it stands in a control's first paragraph: it prints the
/// instructions of fields and links, and drops the words before a note.
const MISREAD: [&str; 5] =
    ["w:fldSimple", "w:fldChar", "w:hyperlink", "w:footnoteReference", "w:endnoteReference"];

/// Gives the words of a control's first paragraph one of their own, in which LibreOffice reads
/// them rightly, when it would not otherwise.
pub fn enclose(nodes: &mut [Node]) {
    let Some(paragraph) = first_paragraph(nodes) else { return };
    if !MISREAD.iter().any(|name| paragraph.holds(name)) || !ends_within(paragraph) {
        return;
    }
    let is_words = |node: &Node| !node.is("w:pPr");
    let from = paragraph.children.iter().position(is_words).unwrap_or_default();
    let words = paragraph.children.split_off(from);
    paragraph.children.push(holding(Vec::new(), words).into());
}

fn first_paragraph(nodes: &mut [Node]) -> Option<&mut Element> {
    nodes.iter_mut().filter_map(Node::element_mut).find_map(|element| {
        if element.is("w:p") { Some(element) } else { first_paragraph(&mut element.children) }
    })
}

/// Whether every field that begins in a paragraph ends there.
fn ends_within(paragraph: &Element) -> bool {
    let (mut begun, mut ended) = (0, 0);
    paragraph.visit(&mut |element| match element.get("w:fldCharType") {
        Some("begin") => begun += 1,
        Some("end") => ended += 1,
        _ => {}
    });
    begun == ended
}
