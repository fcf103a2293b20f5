use super::own_text::words;
use crate::render::word::marks::{self, Stretch};
use crate::render::word::ranges::ranges;
use crate::render::word::visible::Visible;
use crate::render::word::xml::Element;

/// What stands in a paragraph that shows nothing but slots.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'p> {
    Slot(usize),
    /// The end of a page or a column.
    Break(&'p Element),
    /// One end of a bookmark or a comment, or the place of a comment.
    Mark(&'p Element),
}

/// The pieces of a paragraph in order; none if it shows more than slots and white space.
pub fn alone(paragraph: &Element) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    gather(paragraph, &mut pieces).then_some(pieces)
}

fn gather<'p>(element: &'p Element, pieces: &mut Vec<Piece<'p>>) -> bool {
    element.elements().all(|child| {
        if child.is("w:t") {
            return slots(&words(child), pieces);
        }
        if ranges().any(|name| child.is(name)) {
            pieces.push(Piece::Mark(child));
        } else if child.is("w:br") && matches!(child.get("w:type"), Some("page" | "column")) {
            pieces.push(Piece::Break(child));
        }
        Visible::of(child) != Visible::Sign && gather(child, pieces)
    })
}

fn slots(text: &str, pieces: &mut Vec<Piece<'_>>) -> bool {
    marks::split(text, marks::SLOT).into_iter().all(|stretch| match stretch {
        Stretch::Mark(index) => {
            pieces.push(Piece::Slot(index));
            true
        }
        Stretch::Text(words) => words.trim().is_empty(),
    })
}
