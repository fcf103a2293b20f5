/// What an udmelding asks about: Socialstyrelsen's four themes (central udmelding 2014 om voksne
/// med kompleks erhvervet hjerneskade), and room for all else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tema {
    Maalgruppen,
    Tilbud,
    Udfordringer,
    Koordination,
    Bemaerkninger,
}

impl Tema {
    pub const ALL: [Self; 5] = [
        Self::Maalgruppen,
        Self::Tilbud,
        Self::Udfordringer,
        Self::Koordination,
        Self::Bemaerkninger,
    ];

    /// As the table of answers names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Maalgruppen => "målgruppen",
            Self::Tilbud => "tilbud",
            Self::Udfordringer => "udfordringer",
            Self::Koordination => "koordination",
            Self::Bemaerkninger => "bemærkninger",
        }
    }

    /// The heading of its sheet.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Maalgruppen => "Målgruppen",
            Self::Tilbud => "Tilbud",
            Self::Udfordringer => "Udfordringer",
            Self::Koordination => "Koordination",
            Self::Bemaerkninger => "Bemærkninger",
        }
    }

    /// What stands over the box for its text, which is found again by these words.
    pub(super) fn prompt(self) -> &'static str {
        match self {
            Self::Maalgruppen => "Jeres bemærkninger til målgruppen",
            Self::Tilbud => "Jeres bemærkninger til tilbuddene",
            Self::Udfordringer => "Jeres svar om udfordringer",
            Self::Koordination => "Jeres svar om tilrettelæggelse og koordination",
            Self::Bemaerkninger => "Jeres øvrige bemærkninger",
        }
    }
}
