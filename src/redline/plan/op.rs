use crate::render::word::xml::Element;

/// What becomes of the blocks of two texts, in the order in which they come to stand.
#[derive(Debug)]
pub enum Op<'a> {
    Same {
        old: &'a Element,
        new: &'a Element,
    },
    /// Paragraphs that are rewritten as others; the last mark is the same one.
    Rewritten {
        old: Vec<&'a Element>,
        new: Vec<&'a Element>,
    },
    Table {
        old: &'a Element,
        new: &'a Element,
        rows: Vec<RowOp<'a>>,
    },
    /// A content control that stays while what stands in it changes.
    Control {
        new: &'a Element,
        content: Vec<Op<'a>>,
    },
    /// `fixed` is what cannot be moved, since it is part of something.
    Deleted {
        block: &'a Element,
        fixed: bool,
        moved: Option<Move>,
    },
    Inserted {
        block: &'a Element,
        fixed: bool,
        moved: Option<Move>,
    },
}

/// What becomes of the rows of a table.
#[derive(Debug)]
pub enum RowOp<'a> {
    Same(&'a Element),
    Rewritten { old: &'a Element, new: &'a Element, cells: Vec<Vec<Op<'a>>> },
    Deleted(&'a Element),
    Inserted(&'a Element),
}

/// A paragraph that stands elsewhere, word for word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Paragraphs that are moved together have the same number.
    pub number: usize,
    pub first: bool,
    pub last: bool,
}
