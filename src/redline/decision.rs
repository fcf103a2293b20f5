/// What becomes of all tracked changes in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Accept,
    Reject,
}

impl Decision {
    /// Whether what stands in an element of that name goes away.
    pub fn removes(self, name: &str) -> bool {
        match self {
            Self::Accept => matches!(name, "w:del" | "w:moveFrom"),
            Self::Reject => matches!(name, "w:ins" | "w:moveTo"),
        }
    }

    /// Whether what stands in an element of that name stays, without the element.
    pub fn frees(self, name: &str) -> bool {
        self.other().removes(name)
    }

    /// The mark of a table cell that goes away.
    pub fn removed_cell(self) -> &'static str {
        match self {
            Self::Accept => "w:cellDel",
            Self::Reject => "w:cellIns",
        }
    }

    /// What first stands in a content control that goes away: the end of the change that began
    /// before it.
    pub fn removed_control(self) -> &'static str {
        match self {
            Self::Accept => "w:customXmlDelRangeEnd",
            Self::Reject => "w:customXmlInsRangeEnd",
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Accept => Self::Reject,
            Self::Reject => Self::Accept,
        }
    }
}
