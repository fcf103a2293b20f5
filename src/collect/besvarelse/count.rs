use rust_decimal::Decimal;

use crate::collect::form::LARGEST_COUNT;
use crate::finding::{Finding, Place};
use crate::input::{At, Cell, Grid};
use crate::text::danish::{number, parse_number};

/// What a cell for a count holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Count {
    Given(Decimal),
    /// Something that is no count, as it stood.
    Unclear(String),
    Blank,
}

/// Words that mean none at all.
const NONE: [&str; 7] =
    ["ingen", "nul", "0 (nul)", "0 (ingen)", "ingen borgere", "ingen personer", "ingen brugere"];
/// What may stand after a number without changing it.
const UNITS: [&str; 6] = [" borgere", " borger", " personer", " person", " brugere", " bruger"];

impl Count {
    /// Reads a cell; what was not plain is told.
    pub fn read(grid: &Grid, at: At, findings: &mut Vec<Finding>) -> Self {
        if let Some((first, range)) = grid.merged_range(at) {
            return Self::merged(grid, first, &range, findings);
        }
        let place = grid.place(at);
        match grid.cell(at) {
            None => Self::Blank,
            Some(Cell::Number(count)) if is_count(*count) => Self::Given(*count),
            Some(Cell::Text(text)) => Self::of_text(text, place, findings),
            Some(Cell::Uncalculated) => Self::uncalculated(place, findings),
            Some(other) => Self::unclear(&other.shown(), place, findings),
        }
    }

    fn of_text(text: &str, place: Place, findings: &mut Vec<Finding>) -> Self {
        let words = text.to_lowercase();
        if NONE.contains(&words.as_str()) {
            findings.push(read_as("laest-som-nul", text, Decimal::ZERO, place));
            return Self::Given(Decimal::ZERO);
        }
        let bare = UNITS.iter().find_map(|unit| words.strip_suffix(unit)).unwrap_or(&words);
        match parse_number(bare).filter(|count| is_count(*count)) {
            Some(count) => {
                findings.push(read_as("tal-som-tekst", text, count, place));
                Self::Given(count)
            }
            None => Self::unclear(text, place, findings),
        }
    }

    fn unclear(shown: &str, place: Place, findings: &mut Vec<Finding>) -> Self {
        let message = format!(
            "Her står »{shown}«, som ikke er et helt tal fra 0 til {}; det er ikke taget med.",
            number(LARGEST_COUNT.into())
        );
        findings.push(Finding::advarsel("uklart-svar", place, message).hint(ASK));
        Self::Unclear(shown.to_owned())
    }

    fn uncalculated(place: Place, findings: &mut Vec<Finding>) -> Self {
        let shown = Cell::Uncalculated.shown();
        let message = format!("Her står {shown}; det er ikke taget med.");
        findings.push(Finding::advarsel("uklart-svar", place, message).hint(ASK));
        Self::Unclear(shown)
    }

    /// A merged range has one value for several cells, so it is the value of none of them.
    fn merged(grid: &Grid, first: At, range: &str, findings: &mut Vec<Finding>) -> Self {
        let shown = grid.cell(first).map(Cell::shown).unwrap_or_default();
        let message = format!(
            "Cellerne {range} er flettet sammen om »{shown}«, som derfor ikke kan høre til ét felt; det er \
             ikke taget med."
        );
        findings.push(Finding::advarsel("flettede-celler", grid.place(first), message).hint(ASK));
        Self::Unclear(format!("{shown} (flettet over {range})"))
    }
}

const ASK: &str = "Spørg den, der har svaret, og skriv tallet under »Rettelse« i \
                   inputs/indberetninger.xlsx, eller bed om skemaet igen.";

fn is_count(number: Decimal) -> bool {
    number.is_integer() && !number.is_sign_negative() && number <= LARGEST_COUNT.into()
}

fn read_as(code: &'static str, text: &str, count: Decimal, place: Place) -> Finding {
    // A point may have been meant as a decimal mark, so thousands are told without one.
    let message = match text.contains('.') {
        true => format!("»{text}« er læst som {count}, altså med punktum mellem tusinder."),
        false => format!("»{text}« er læst som {}.", number(count)),
    };
    Finding::oplysning(code, place, message)
}
