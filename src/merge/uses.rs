use crate::finding::Place;

/// Something that a template takes from outside itself, each time it does so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    pub kind: UseKind,
    /// A field's path as the data has it (`takster[].tilbud`), a helper's name, a text's key …
    pub name: String,
    pub place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UseKind {
    Field,
    Text,
    Table,
    Figure,
    Picture,
    Document,
    Partial,
    Helper,
}

impl UseKind {
    /// What the key of a helper that puts in rich text names.
    pub(super) fn of_key(helper: &str) -> Option<Self> {
        Some(match helper {
            "tekst" | "kapitel" => Self::Text,
            "tabel" => Self::Table,
            "figur" => Self::Figure,
            "billede" => Self::Picture,
            "dokument" => Self::Document,
            _ => return None,
        })
    }
}
