use super::form::Form;
use super::indberetninger::{Ark, Indberetninger};
use super::indsamling::Indkommet;
use super::merge::Changed;
use crate::model::Svarstatus;

/// What became of a returned file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Udfald {
    pub file: String,
    /// Whose answer to what; blank when that could not be read.
    pub svar_fra: String,
    pub udmelding: String,
    pub art: Udfaldsart,
    /// How many answers it gives, how many are unclear, and how many are blank.
    pub givne: usize,
    pub uklare: usize,
    pub ubesvarede: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Udfaldsart {
    Nyt,
    /// So many answers differ from the last time.
    Aendret(usize),
    Uaendret,
    /// Nothing has been filled in.
    Tomt,
    /// The same as another file.
    Gengang,
    /// A later one has been collected.
    Foraeldet,
    /// Two new files disagree.
    Uafklaret,
    IkkeLaest,
}

impl Udfald {
    pub(super) fn of_file(file: &str, art: Udfaldsart) -> Self {
        let (svar_fra, udmelding) = (String::new(), String::new());
        let file = file.to_owned();
        Self { file, svar_fra, udmelding, art, givne: 0, uklare: 0, ubesvarede: 0 }
    }

    /// A file that says whose answer to what it is.
    pub(super) fn of_form(file: &str, form: &Form<'_>, art: Udfaldsart) -> Self {
        let (svar_fra, udmelding) = (form.respondent.navn(), form.udmelding.noegle.clone());
        Self { svar_fra, udmelding, ..Self::of_file(file, art) }
    }

    /// A file that was read but not taken.
    pub(super) fn of_read(one: &Indkommet<'_>, art: Udfaldsart) -> Self {
        Self::of_form(&one.file, &one.besvarelse.form, art)
    }

    pub(super) fn of_taken(
        one: &Indkommet<'_>,
        former: &Indberetninger,
        table: &Indberetninger,
        changed: &Changed,
    ) -> Self {
        let form = &one.besvarelse.form;
        let before = former.of(Ark::Svar, form).any(|row| row.get("Fil").is_some());
        let art = match changed.count(form) {
            _ if !before => Udfaldsart::Nyt,
            0 => Udfaldsart::Uaendret,
            changes => Udfaldsart::Aendret(changes),
        };
        let statuses: Vec<String> = [Ark::Tal, Ark::Tilbud]
            .into_iter()
            .flat_map(|ark| table.of(ark, form))
            .map(|row| row.text("Status"))
            .collect();
        let count = |status: &str| statuses.iter().filter(|found| *found == status).count();
        let (uklare, ubesvarede) =
            (count(Svarstatus::Uklar.name()), count(Svarstatus::Ubesvaret.name()));
        let givne = statuses.len() - uklare - ubesvarede;
        Self { givne, uklare, ubesvarede, ..Self::of_read(one, art) }
    }
}
