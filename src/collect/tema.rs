//! The words of a return workbook about each theme.

use crate::model::Tema;

impl Tema {
    /// The heading of its sheet.
    pub(in crate::collect) fn title(self) -> &'static str {
        match self {
            Self::Maalgruppen => "Målgruppen",
            Self::Tilbud => "Tilbud",
            Self::Udfordringer => "Udfordringer",
            Self::Koordination => "Koordination",
            Self::Bemaerkninger => "Bemærkninger",
        }
    }

    /// What stands over the box for its text, which is found again by these words.
    pub(in crate::collect) fn prompt(self) -> &'static str {
        match self {
            Self::Maalgruppen => "Jeres bemærkninger til målgruppen",
            Self::Tilbud => "Jeres bemærkninger til tilbuddene",
            Self::Udfordringer => "Jeres svar om udfordringer",
            Self::Koordination => "Jeres svar om tilrettelæggelse og koordination",
            Self::Bemaerkninger => "Jeres øvrige bemærkninger",
        }
    }
}
