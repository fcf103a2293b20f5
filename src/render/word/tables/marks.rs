//! What shows in a merged table where its loops were.

use crate::render::word::columns::MOST;
use crate::render::word::xml::{Element, Node};

/// On a table whose rows a block repeats or takes away: the number of the tag.
pub const LOOPED: &str = "tmp:raekker";

pub const BEGINS: &str = "tmp:kolonner";
pub const TURN: &str = "tmp:kolonnetur";
pub const ENDS: &str = "tmp:kolonneslut";

/// The number of the tag that an element comes from.
pub const TAG: &str = "tmp:tag";
const WIDTH: &str = "tmp:bredde";

/// Before a loop over columns: the number of its tag, and how many columns it repeats.
pub fn begins(tag: usize, width: usize) -> Node {
    Element::new(BEGINS).attr(TAG, tag.to_string()).attr(WIDTH, width.to_string()).into()
}

/// Before each turn of the loop.
pub fn turn() -> Node {
    Element::new(TURN).into()
}

/// After the loop.
pub fn ends() -> Node {
    Element::new(ENDS).into()
}

/// Counts the tags on from that number.
pub fn renumber(element: &mut Element, first: usize) {
    for name in [LOOPED, TAG] {
        if let Some(tag) = number(element, name) {
            element.set(name, (first + tag).to_string());
        }
    }
}

/// The tag and the width of a loop that begins here.
pub fn read_begins(element: &Element) -> Option<(usize, usize)> {
    let width = number(element, WIDTH).filter(|width| (1..=MOST).contains(width))?;
    Some((number(element, TAG)?, width))
}

/// The tag of a table whose rows a block takes with it; the mark goes.
pub fn take_looped(table: &mut Element) -> Option<usize> {
    let tag = number(table, LOOPED);
    table.attributes.retain(|(name, _)| name != LOOPED);
    tag
}

fn number(element: &Element, name: &str) -> Option<usize> {
    element.get(name)?.parse().ok()
}
