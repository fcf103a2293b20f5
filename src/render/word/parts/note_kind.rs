use super::relations::Kind;

/// The two kinds of notes that a document may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    Footnote,
    Endnote,
}

impl NoteKind {
    pub const ALL: [Self; 2] = [Self::Footnote, Self::Endnote];

    fn of<T>(self, footnote: T, endnote: T) -> T {
        match self {
            Self::Footnote => footnote,
            Self::Endnote => endnote,
        }
    }

    pub fn part(self) -> &'static str {
        self.of("word/footnotes.xml", "word/endnotes.xml")
    }

    /// The part as the body's relationships write it.
    pub fn file(self) -> &'static str {
        self.of("footnotes.xml", "endnotes.xml")
    }

    pub fn root(self) -> &'static str {
        self.of("w:footnotes", "w:endnotes")
    }

    pub fn element(self) -> &'static str {
        self.of("w:footnote", "w:endnote")
    }

    pub fn reference(self) -> &'static str {
        self.of("w:footnoteReference", "w:endnoteReference")
    }

    pub fn relation(self) -> Kind {
        self.of(Kind::Footnotes, Kind::Endnotes)
    }

    pub fn content(self) -> &'static str {
        self.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml",
        )
    }

    /// What findings call the part.
    pub fn name(self) -> &'static str {
        self.of("fodnoter", "slutnoter")
    }
}
