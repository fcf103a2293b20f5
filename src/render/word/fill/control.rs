use sha2::{Digest, Sha256};

use crate::merge::{Role, Slot};
use crate::render::word::marks::plain;
use crate::render::word::xml::{Element, Node};
use crate::text::tree::{Block, plain_text};

/// Word refuses a longer title or tag of a control.
const LONGEST: usize = 64;

/// A content control that carries the key of what stands in it.
pub fn control(slot: &Slot, nodes: Vec<Node>) -> Element {
    let alias = Element::val("w:alias", short(&title(slot)));
    holding(vec![alias.into(), Element::val("w:tag", tag(&slot.key)).into()], nodes)
}

/// A content control of such a name, if any.
pub fn holding(name: Vec<Node>, nodes: Vec<Node>) -> Element {
    let properties = Element::new("w:sdtPr").with(name).child(Element::val("w:id", "0"));
    Element::new("w:sdt").child(properties).child(Element::new("w:sdtContent").with(nodes))
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

/// The key, or as much of it as Word has room for, with a digest that tells it from all others.
fn tag(key: &str) -> String {
    let key = plain(key);
    const DIGEST: usize = 6;
    if key.chars().count() <= LONGEST {
        return key;
    }
    let digest = Sha256::digest(key.as_bytes());
    let digest: String = digest[..DIGEST].iter().map(|byte| format!("{byte:02x}")).collect();
    let stem: String = key.chars().take(LONGEST - 1 - 2 * DIGEST).collect();
    format!("{stem}-{digest}")
}

fn short(text: &str) -> String {
    plain(text).chars().take(LONGEST).collect()
}
