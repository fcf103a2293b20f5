use super::relation::Relation;

/// What a reader sees of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    Shown(u32),
    /// Hidden behind the sign; since 0 is always shown, it is at least 1.
    Hidden,
}

/// All that a reader knows: the published tables, how their counts hang together, and the rules.
///
/// The rules are that counts are whole and that 0 is shown. To know the threshold as well, and so
/// that some hidden count is below it, adds nothing where several hang together: where one of them
/// is as low or as high as it can be, another is 1. Of one that stands alone it says what the sign
/// itself says. The reader is not taken to know how the others were chosen.
#[derive(Debug, Clone)]
pub struct View {
    pub cells: Vec<Seen>,
    pub relations: Vec<Relation>,
    /// The lowest count that may be shown, apart from 0.
    pub threshold: u32,
    /// No count is higher than this, and the reader is taken to know it.
    pub ceiling: u32,
}
