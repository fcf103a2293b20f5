use crate::render::word::xml::Element;

/// A4 with margins of 2.5 cm, when a template does not say.
pub const WIDTH: u32 = 9070;

/// Word's widest paper, 22 inches.
const WIDEST: u32 = 31_680;

/// How wide the text is at each child of the body, by the section that the child belongs to.
pub fn section_widths(body: &Element) -> Vec<u32> {
    let mut widths = vec![WIDTH; body.children.len()];
    let mut width = WIDTH;
    for (index, node) in body.children.iter().enumerate().rev() {
        let Some(element) = node.element() else { continue };
        let section = if element.is("w:sectPr") {
            Some(element)
        } else {
            element.find("w:pPr").and_then(|properties| properties.find("w:sectPr"))
        };
        width = section.and_then(text_width).unwrap_or(width);
        widths[index] = width;
    }
    widths
}

fn text_width(section: &Element) -> Option<u32> {
    let number = |element: &str, attribute: &str| -> Option<u32> {
        section.find(element)?.get(attribute)?.parse().ok()
    };
    let sides = number("w:pgMar", "w:left")?.checked_add(number("w:pgMar", "w:right")?)?;
    number("w:pgSz", "w:w")?.checked_sub(sides).filter(|width| (501..=WIDEST).contains(width))
}

/// How wide the text in a cell is, if the cell says.
pub fn cell_width(cell: &Element) -> Option<u32> {
    let width = cell.find("w:tcPr")?.find("w:tcW")?;
    if width.get("w:type") != Some("dxa") {
        return None;
    }
    width
        .get("w:w")?
        .parse::<u32>()
        .ok()?
        .checked_sub(216)
        .filter(|width| (201..=WIDEST).contains(width))
}
