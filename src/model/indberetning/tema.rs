/// What the parties are asked in words: the four question themes of a central udmelding
/// (Socialstyrelsen 2014, »Voksne med kompleks erhvervet hjerneskade«), and their own remarks.
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

    /// As the workbook has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Maalgruppen => "målgruppen",
            Self::Tilbud => "tilbud",
            Self::Udfordringer => "udfordringer",
            Self::Koordination => "koordination",
            Self::Bemaerkninger => "bemærkninger",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tema| tema.name() == name)
    }
}
