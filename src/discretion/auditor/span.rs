/// The least and the highest value that a hidden count may still have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub least: u32,
    pub most: u32,
}

impl Span {
    pub fn width(self) -> u32 {
        self.most.saturating_sub(self.least)
    }
}
