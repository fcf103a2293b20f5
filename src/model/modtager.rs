/// For whom documents are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Modtager {
    /// The authorities and Socialstyrelsen, who see all counts.
    #[default]
    Myndighed,
    /// Anyone: small counts are hidden, and what is of one kommune is left out.
    Offentlig,
}

impl Modtager {
    /// What files for this reader end in, so that none for the public is taken for one with all
    /// counts.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Myndighed => "",
            Self::Offentlig => "-offentlig",
        }
    }

    /// What every page says of its reader, where a document's two editions differ.
    pub fn on_pages(self, has_small: bool) -> Option<&'static str> {
        match self {
            Self::Offentlig => Some("Offentlig udgave"),
            Self::Myndighed => has_small.then_some("Til myndigheder: indeholder små tal"),
        }
    }
}
