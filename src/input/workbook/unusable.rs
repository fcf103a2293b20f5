use super::cell::Cell;
use crate::finding::{Finding, Place};
use crate::text::danish;

/// Why a cell cannot be used under its heading; `wanted` is "et tal", "en dato" or "en tekst".
pub(super) fn unusable(heading: &str, at: Place, cell: &Cell, wanted: &str) -> Finding {
    match cell {
        Cell::Error(sign) => {
            let message = format!("Cellen under »{heading}« viser fejlen {sign}.");
            Finding::fejl("excel-fejl", at, message).hint("Ret formlen i Excel.")
        }
        Cell::Uncalculated => {
            let message = format!("Formlen under »{heading}« er ikke regnet ud.");
            Finding::fejl("formel-uden-resultat", at, message)
                .hint("Åbn filen i Excel, lad den regne, og gem den.")
        }
        Cell::TooLarge => {
            let message = format!("Tallet under »{heading}« er for stort til at være rigtigt.");
            Finding::fejl("tal-for-stort", at, message)
                .hint("Ret tallet. Et nummer, der ikke skal regnes med, skrives som tekst.")
        }
        other => {
            let message =
                format!("Under »{heading}« skal der stå {wanted}, men her står {}.", shown(other));
            Finding::fejl("forkert-indhold", at, message).hint(remedy(other, wanted))
        }
    }
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => format!("teksten »{text}«"),
        Cell::Number(number) => format!("tallet {}", danish::number(*number)),
        Cell::Date(date) => format!("datoen {}", danish::date(*date)),
        _ => "sand/falsk".to_owned(),
    }
}

fn remedy(cell: &Cell, wanted: &str) -> String {
    match cell {
        Cell::Text(text) if wanted == "et tal" => number_meant(text),
        _ if wanted == "en dato" => {
            "Skriv datoen som dd-mm-åååå, så Excel viser den som dato.".to_owned()
        }
        _ => OR_BLANK.to_owned(),
    }
}

const OR_BLANK: &str = "Ret cellen, eller lad den stå tom, hvis oplysningen mangler.";

/// What a number kept as text can have meant, read the Danish way; it is said, never used.
fn number_meant(text: &str) -> String {
    let typed = |digits: &str| digits.replace('\u{2212}', "-");
    let is_ambiguous = |(whole, rest): (&str, &str)| {
        rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
    };
    match danish::parse_number(text) {
        Some(_) if text.split_once(',').is_some_and(is_ambiguous) => {
            let whole = typed(&text.replace(',', ""));
            format!(
                "Tallet er gemt som tekst. Skriv {whole} eller {text}, alt efter hvad der menes."
            )
        }
        Some(_) => {
            let plain = typed(&text.replace('.', ""));
            format!("Tallet er gemt som tekst. Skriv {plain} i cellen, hvis det er det, der menes.")
        }
        None if text.contains(|letter: char| letter.is_ascii_digit()) => {
            "Skriv kun tallet i cellen, og sæt ord og forbehold i kolonnen »Note«.".to_owned()
        }
        None => OR_BLANK.to_owned(),
    }
}
