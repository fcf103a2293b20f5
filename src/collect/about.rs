use super::form::Form;
use super::indberetninger::{Ark, Raekke};
use crate::model::Tema;

/// What a row answers, in the form's own words: "Voksne, 2019".
pub(super) fn about(form: &Form<'_>, ark: Ark, row: &Raekke) -> String {
    let year = row.year();
    match ark {
        Ark::Tal => {
            let key = row.text("Gruppe");
            let gruppe = form.udmelding.grupper.iter().find(|gruppe| gruppe.noegle == key);
            let title = gruppe.map(|gruppe| gruppe.betegnelse.value.clone());
            format!("{}, {year}", title.unwrap_or(key))
        }
        Ark::Tilbud => match row.text("Anvendes til") {
            words if words.is_empty() => format!("{}, {year}", row.text("Tilbud")),
            words => format!("{} ({words}), {year}", row.text("Tilbud")),
        },
        Ark::Tekster | Ark::Svar => {
            let key = row.text("Tema");
            Tema::from_name(&key).map_or(key, |tema| tema.title().to_owned())
        }
    }
}
