use super::marks;
use super::prepared::PreparedPart;
use super::xml::{self, Element};

/// A part with values, rich text still as tokens.
pub struct Merged<'p> {
    pub prepared: &'p PreparedPart,
    pub root: Element,
    pub does: Does,
}

/// What there is to do in a merged part.
#[derive(Clone, Copy)]
pub struct Does {
    /// Whether something is to be put in.
    pub asks: bool,
    /// Whether something awaited may stand in it.
    pub awaits: bool,
}

impl<'p> Merged<'p> {
    pub fn read(prepared: &'p PreparedPart, xml: &str) -> Option<Self> {
        let asks = marks::asks(xml);
        let awaits = asks || prepared.needs.awaits || xml.contains("afventer:");
        Some(Self { prepared, root: xml::read_fragment(xml).ok()?, does: Does { asks, awaits } })
    }
}
