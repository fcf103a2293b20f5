use crate::render::word::hang::NOTE;
use crate::render::word::xml::Element;

/// What the nearest element around all tags of a block can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Blocks,
    Rows,
    Cells,
    Inline,
}

pub fn role(element: &Element) -> Role {
    let holds = |name: &str| element.elements().any(|child| child.is(name));
    match element.name.as_str() {
        "w:body" | "w:hdr" | "w:ftr" | "w:tc" | "w:footnote" | "w:endnote" | "w:txbxContent"
        | "w:docPartBody" | NOTE => Role::Blocks,
        "w:tbl" => Role::Rows,
        "w:tr" => Role::Cells,
        "w:sdtContent" if holds("w:tr") => Role::Rows,
        "w:sdtContent" if holds("w:tc") => Role::Cells,
        "w:sdtContent" if holds("w:p") || holds("w:tbl") || holds("w:sdt") => Role::Blocks,
        _ => Role::Inline,
    }
}
