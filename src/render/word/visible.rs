use super::xml::{Element, Node};

/// What can be seen of an element that is no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visible {
    /// Nothing by itself; what stands in it may be seen.
    Nothing,
    /// Empty space: a tab, the end of a line or of a page.
    Space,
    /// A sign, a picture, an equation, a field or a note.
    Sign,
}

impl Visible {
    pub fn of(element: &Element) -> Self {
        match element.name.as_str() {
            "w:br" | "w:cr" | "w:ptab" | "w:tab" => Self::Space,
            "m:oMath"
            | "m:oMathPara"
            | "mc:AlternateContent"
            | "w:contentPart"
            | "w:drawing"
            | "w:endnoteRef"
            | "w:endnoteReference"
            | "w:fldChar"
            | "w:fldSimple"
            | "w:footnoteRef"
            | "w:footnoteReference"
            | "w:noBreakHyphen"
            | "w:object"
            | "w:pgNum"
            | "w:pict"
            | "w:ruby"
            | "w:sym" => Self::Sign,
            _ => Self::Nothing,
        }
    }
}

/// Whether signs can be seen in an element.
pub fn shows_signs(element: &Element) -> bool {
    Visible::of(element) == Visible::Sign || element.elements().any(shows_signs)
}

/// Whether letters or signs can be seen in an element.
pub fn shows(element: &Element) -> bool {
    let is_letters = |node: &Node| matches!(node, Node::Text(text) if !text.trim().is_empty());
    Visible::of(element) == Visible::Sign
        || (element.is("w:t") && element.children.iter().any(is_letters))
        || element.elements().any(shows)
}
