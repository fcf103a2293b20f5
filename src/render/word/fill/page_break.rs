use super::Stands;
use crate::finding::Finding;
use crate::merge::Slot;
use crate::render::word::xml::Element;
use crate::text::tree::Block;

/// Whether a page ends in these blocks.
pub fn holds(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::PageBreak => true,
        Block::Quote(inner) => holds(inner),
        Block::List(list) => list.items.iter().any(|item| holds(item)),
        _ => false,
    })
}

/// What is wrong with a page break that stands there.
pub fn fault(stands: Stands, slot: &Slot) -> Option<Finding> {
    let message = match stands {
        Stands { in_cell: true, .. } => "Et sideskift kan ikke stå i en tabelcelle.",
        Stands { apart: true, .. } => {
            "Et sideskift kan kun stå i brødteksten, ikke i sidehoved, sidefod, noter og tekstbokse."
        }
        _ => return None,
    };
    let finding = Finding::fejl("sideskift-forkert-sted", slot.place.clone(), message);
    Some(finding.hint("Sæt {{sideskift}} i et afsnit for sig selv i brødteksten."))
}

/// A run that ends the page.
pub fn run() -> Element {
    Element::new("w:r").child(Element::new("w:br").attr("w:type", "page"))
}
