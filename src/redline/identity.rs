//! What only tells one copy of a thing from another, and so is no difference between two documents.

use crate::render::word::xml::Element;

/// Whether an attribute is a number or a name that a program gives at its own discretion.
pub fn is_identity(element: &str, attribute: &str) -> bool {
    match attribute {
        "w14:paraId" | "w14:textId" => true,
        "id" | "name" if matches!(element, "wp:docPr" | "pic:cNvPr") => true,
        "id" | "o:spid" => element.starts_with("v:"),
        "ShapeID" => element == "o:OLEObject",
        _ => attribute.starts_with("xmlns:"),
    }
}

/// Whether a child says no more than which control its parent is.
pub fn is_identity_child(parent: &Element, child: &Element) -> bool {
    parent.is("w:sdtPr") && child.is("w:id")
}
