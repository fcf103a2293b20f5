use crate::merge::{Role, Slot};
use crate::render::word::xml::{Element, Node};
use crate::text::tree::{Block, plain_text};

/// A content control that carries the key of what stands in it.
pub fn control(slot: &Slot, nodes: Vec<Node>) -> Element {
    let properties = Element::new("w:sdtPr")
        .child(Element::val("w:alias", short(&title(slot))))
        .child(Element::val("w:tag", short(&slot.key)))
        .child(Element::val("w:id", "0"));
    let content = Element::new("w:sdtContent").with(nodes);
    Element::new("w:sdt").child(properties).child(content)
}

fn title(slot: &Slot) -> String {
    match (slot.role, slot.blocks.first()) {
        (Role::Kapitel, Some(Block::Heading(heading))) => plain_text(&heading.content),
        (_, Some(Block::Table(table))) if !table.caption.is_empty() => plain_text(&table.caption),
        (_, Some(Block::Figure(figure))) if !figure.caption.is_empty() => {
            plain_text(&figure.caption)
        }
        _ => slot.key.clone(),
    }
}

fn short(text: &str) -> String {
    const LONGEST: usize = 64;
    text.chars().take(LONGEST).collect()
}
