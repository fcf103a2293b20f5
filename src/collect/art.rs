/// How firm an answer is, as its giver says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Art {
    Foreloebig,
    Endelig,
    /// An answer to try the forms with, whose figures are made up.
    Konstrueret,
}

impl Art {
    pub const ALL: [Self; 3] = [Self::Foreloebig, Self::Endelig, Self::Konstrueret];

    /// As the form offers it.
    pub fn choice(self) -> &'static str {
        match self {
            Self::Foreloebig => "foreløbigt svar",
            Self::Endelig => "endeligt svar",
            Self::Konstrueret => "prøvesvar med konstruerede tal",
        }
    }

    /// Whether these words, in lower case, name it: as the form offers it, or by its first word.
    pub(super) fn is_called(self, words: &str) -> bool {
        let choice = self.choice();
        [Some(choice), choice.split(' ').next(), Some(self.status())].contains(&Some(words))
    }

    /// As the table of answers says it.
    pub fn status(self) -> &'static str {
        match self {
            Self::Foreloebig => "foreløbig",
            Self::Endelig => "endelig",
            Self::Konstrueret => "konstrueret",
        }
    }
}
