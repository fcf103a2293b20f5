/// What becomes of something in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    Kept,
    Deleted,
    Inserted,
    MovedFrom,
    MovedTo,
}

impl Status {
    /// The element that says so, around runs and in the mark of a paragraph.
    pub fn element(self) -> Option<&'static str> {
        match self {
            Self::Kept => None,
            Self::Deleted => Some("w:del"),
            Self::Inserted => Some("w:ins"),
            Self::MovedFrom => Some("w:moveFrom"),
            Self::MovedTo => Some("w:moveTo"),
        }
    }

    /// The element that says so of a row: rows are not moved.
    pub fn row(self) -> Option<&'static str> {
        self.plain().element()
    }

    /// What begins and ends the tracked change of a content control.
    pub fn control(self) -> Option<(&'static str, &'static str)> {
        match self.plain() {
            Self::Deleted => Some(("w:customXmlDelRangeStart", "w:customXmlDelRangeEnd")),
            Self::Inserted => Some(("w:customXmlInsRangeStart", "w:customXmlInsRangeEnd")),
            _ => None,
        }
    }

    /// What begins and ends a move.
    pub fn range(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::MovedFrom => Some(("w:moveFromRangeStart", "w:moveFromRangeEnd")),
            Self::MovedTo => Some(("w:moveToRangeStart", "w:moveToRangeEnd")),
            _ => None,
        }
    }

    /// Deleted or inserted, of what is moved too.
    pub fn plain(self) -> Self {
        match self {
            Self::MovedFrom => Self::Deleted,
            Self::MovedTo => Self::Inserted,
            other => other,
        }
    }
}
