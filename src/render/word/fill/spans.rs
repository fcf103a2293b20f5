use super::cells::{calls, put};
use crate::finding::{Finding, Findings};
use crate::merge::Slot;
use crate::render::word::columns::span;
use crate::render::word::xml::{Element, Node};

/// Lets the cells of a row go over as many columns as they say.
pub fn spans(row: &mut Element, slots: &[Slot], findings: &mut Findings) {
    let mut at = 0;
    while at < row.children.len() {
        let wanted = row.children[at].element().and_then(|cell| {
            let over = calls(cell, slots).into_iter().rev();
            over.filter_map(|(cell, slot)| Some((cell.over?, slot))).next()
        });
        if let Some((over, slot)) = wanted {
            findings.extend(go_over(row, at, over).err().map(|most| too_wide(slot, over, most)));
        }
        at += 1;
    }
}

/// Lets the cell swallow its neighbours; else tells how many columns there are.
fn go_over(row: &mut Element, at: usize, over: usize) -> Result<(), usize> {
    let (mut reached, mut end) = (0, at);
    for (index, node) in row.children.iter().enumerate().skip(at) {
        if let Some(cell) = node.element().filter(|child| child.is("w:tc") && reached < over) {
            reached = span(cell).saturating_add(reached);
            end = index;
        }
    }
    if reached != over {
        return Err(reached);
    }
    let swallowed: Vec<Node> = row.children.drain(at + 1..=end).collect();
    let Some(Node::Element(cell)) = row.children.get_mut(at) else { return Ok(()) };
    let properties = cell.require("w:tcPr");
    let widths =
        swallowed.iter().filter_map(Node::element).filter_map(|c| width(c.find("w:tcPr")?));
    let widths: u32 = widths.fold(0, u32::saturating_add);
    if let Some(own) = width(properties) {
        let whole = own.saturating_add(widths).to_string();
        properties.require("w:tcW").set("w:w", whole);
    }
    put(properties, Element::val("w:gridSpan", over.to_string()));
    Ok(())
}

fn too_wide(slot: &Slot, over: usize, most: usize) -> Finding {
    Finding::fejl(
        "celle-over",
        slot.place.clone(),
        format!(
            "Cellen kan ikke gå over {over} kolonner; med cellerne til højre når den over {most}."
        ),
    )
    .hint("Tallet skal passe med de celler, der står til højre i rækken.")
}

/// The width of a cell in twentieths of a point.
fn width(properties: &Element) -> Option<u32> {
    let width = properties.find("w:tcW").filter(|width| width.get("w:type") == Some("dxa"))?;
    width.get("w:w")?.parse().ok()
}
