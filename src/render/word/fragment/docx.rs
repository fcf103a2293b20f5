//! The way from docx-rs to the tree: its fragments as elements, children in schema order.

use docx_rs::{BuildXML, Paragraph, Table};

use crate::render::word::xml::{Element, read_fragment};

pub fn paragraph(paragraph: &Paragraph) -> Element {
    element(&paragraph.build())
}

pub fn table(table: &Table) -> Element {
    element(&table.build())
}

fn element(xml: &[u8]) -> Element {
    // docx-rs writes well-formed XML as long as its texts are legal, and all are filtered before.
    let text = String::from_utf8_lossy(xml);
    let mut element = read_fragment(&text).unwrap_or_default();
    settle_all(&mut element);
    element
}

/// Innermost first, so that what is emptied goes with what holds it.
fn settle_all(element: &mut Element) {
    element.elements_mut().for_each(settle_all);
    settle(element);
}

/// Brings an element's properties into the order of the schema and drops counters of the process.
pub fn settle(element: &mut Element) {
    element.attributes.retain(|(name, _)| !name.starts_with("w14:"));
    element.children.retain(|node| {
        let empty = |name: &str| {
            node.is(name)
                && node.element().is_some_and(|e| e.children.is_empty() && e.attributes.is_empty())
        };
        !(empty("w:rPr") || empty("w:trPr") || empty("w:pPr"))
    });
    if element.is("w:gridCol") {
        element.attributes.retain(|(name, _)| name == "w:w");
    }
    if let Some(order) = order(&element.name) {
        element.children.sort_by_key(|node| {
            let name = node.element().map_or("", |child| child.name.as_str());
            order.iter().position(|known| *known == name).unwrap_or(order.len())
        });
    }
}

fn order(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "w:pPr" => &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:framePr",
            "w:widowControl",
            "w:numPr",
            "w:suppressLineNumbers",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:suppressAutoHyphens",
            "w:kinsoku",
            "w:wordWrap",
            "w:overflowPunct",
            "w:topLinePunct",
            "w:autoSpaceDE",
            "w:autoSpaceDN",
            "w:bidi",
            "w:adjustRightInd",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:mirrorIndents",
            "w:suppressOverlap",
            "w:jc",
            "w:textDirection",
            "w:textAlignment",
            "w:outlineLvl",
            "w:divId",
            "w:cnfStyle",
            "w:rPr",
            "w:sectPr",
            "w:pPrChange",
        ],
        "w:rPr" => &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:caps",
            "w:smallCaps",
            "w:strike",
            "w:dstrike",
            "w:outline",
            "w:shadow",
            "w:emboss",
            "w:imprint",
            "w:noProof",
            "w:snapToGrid",
            "w:vanish",
            "w:webHidden",
            "w:color",
            "w:spacing",
            "w:w",
            "w:kern",
            "w:position",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:effect",
            "w:bdr",
            "w:shd",
            "w:fitText",
            "w:vertAlign",
            "w:rtl",
            "w:cs",
            "w:em",
            "w:lang",
        ],
        "w:tblPr" => &[
            "w:tblStyle",
            "w:tblpPr",
            "w:tblOverlap",
            "w:bidiVisual",
            "w:tblStyleRowBandSize",
            "w:tblStyleColBandSize",
            "w:tblW",
            "w:jc",
            "w:tblCellSpacing",
            "w:tblInd",
            "w:tblBorders",
            "w:shd",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
            "w:tblCaption",
            "w:tblDescription",
        ],
        "w:tcPr" => &[
            "w:cnfStyle",
            "w:tcW",
            "w:gridSpan",
            "w:hMerge",
            "w:vMerge",
            "w:tcBorders",
            "w:shd",
            "w:noWrap",
            "w:tcMar",
            "w:textDirection",
            "w:tcFitText",
            "w:vAlign",
            "w:hideMark",
        ],
        "w:numPr" => &["w:ilvl", "w:numId"],
        "w:p" => &["w:pPr"],
        "w:r" => &["w:rPr"],
        _ => return None,
    })
}
