//! How firm an answer is, as the form asks its giver.

use crate::model::Talstatus;

/// What a giver may choose between.
pub(super) const ARTER: [Talstatus; 3] =
    [Talstatus::Foreloebig, Talstatus::Endelig, Talstatus::Konstrueret];

/// As the form offers it.
pub(super) fn choice(art: Talstatus) -> &'static str {
    match art {
        Talstatus::Foreloebig => "foreløbigt svar",
        Talstatus::Endelig => "endeligt svar",
        Talstatus::Konstrueret => "prøvesvar med konstruerede tal",
    }
}

/// Whether these words, in lower case, name it: as the form offers it, or by its first word.
pub(super) fn is_called(art: Talstatus, words: &str) -> bool {
    let choice = choice(art);
    [Some(choice), choice.split(' ').next(), Some(art.name())].contains(&Some(words))
}
