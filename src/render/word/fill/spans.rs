use super::cells::{calls, put};
use crate::finding::{Finding, Findings};
use crate::merge::Slot;
use crate::render::word::columns::span;
use crate::render::word::grid::{cells, cells_mut, take_cells};
use crate::render::word::visible::shows;
use crate::render::word::xml::Element;
use crate::text::danish::counted;

/// Lets the cells of a row go over as many columns as they say.
pub fn spans(row: &mut Element, slots: &[Slot], findings: &mut Findings) {
    let mut at = 0;
    while at < cells(row).len() {
        let over = calls(cells(row)[at], slots).into_iter().rev();
        let wanted = over.filter_map(|(cell, slot)| Some((cell.over?, slot))).next();
        if let Some((over, slot)) = wanted {
            match go_over(row, at, over) {
                Ok(swallowed) if swallowed.iter().any(shows) => {
                    findings.push(not_empty(slot, over));
                }
                Ok(_) => {}
                Err(most) => findings.push(too_wide(slot, over, most)),
            }
        }
        at += 1;
    }
}

/// Lets the cell swallow its neighbours and gives them; else tells how many columns there are.
fn go_over(row: &mut Element, at: usize, over: usize) -> Result<Vec<Element>, usize> {
    let (mut reached, mut end) = (0_usize, at);
    for cell in cells(row).into_iter().skip(at) {
        if reached >= over {
            break;
        }
        reached = span(cell).saturating_add(reached);
        end += 1;
    }
    if reached != over {
        return Err(reached);
    }
    let swallowed = take_cells(row, at + 1..end);
    let Some(cell) = cells_mut(row).into_iter().nth(at) else { return Ok(swallowed) };
    let properties = cell.require("w:tcPr");
    let widths: u32 = swallowed
        .iter()
        .filter_map(|cell| width(cell.find("w:tcPr")?))
        .fold(0, u32::saturating_add);
    if let Some(own) = width(properties) {
        let whole = own.saturating_add(widths).to_string();
        properties.require("w:tcW").set("w:w", whole);
    }
    put(properties, Element::val("w:gridSpan", over.to_string()));
    Ok(swallowed)
}

fn not_empty(slot: &Slot, over: usize) -> Finding {
    let columns = counted(over, "kolonne", "kolonner");
    let message = format!(
        "Cellen går over {columns}, men en af de celler, den sluger, er ikke tom; det, der stod i den, er udeladt."
    );
    Finding::advarsel("celle-med-indhold", slot.place.clone(), message)
        .hint("Lad de celler, der sluges, stå tomme, eller flyt deres indhold.")
}

fn too_wide(slot: &Slot, over: usize, most: usize) -> Finding {
    Finding::fejl(
        "celle-over",
        slot.place.clone(),
        format!(
            "Cellen kan ikke gå over {}; med cellerne til højre når den over {most}.",
            counted(over, "kolonne", "kolonner")
        ),
    )
    .hint("Tallet skal passe med de celler, der står til højre i rækken.")
}

/// The width of a cell in twentieths of a point.
fn width(properties: &Element) -> Option<u32> {
    let width = properties.find("w:tcW").filter(|width| width.get("w:type") == Some("dxa"))?;
    width.get("w:w")?.parse().ok()
}
