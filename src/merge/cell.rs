use super::colour::{Colour, NAMES};
use super::request::Request;
use crate::finding::{Finding, Findings};

/// What `{{celle …}}` does to the table cell that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub colour: Option<Colour>,
    /// How many columns the cell goes over.
    pub over: Option<usize>,
    /// Whether it grows together with cells below that say the same.
    pub together: bool,
}

/// More columns than this are in no table.
const MOST: usize = 63;

impl Cell {
    /// Reads the options of a call; each that cannot be read is told of.
    pub(super) fn read(request: &Request, findings: &mut Findings) -> Self {
        Self {
            colour: colour(request, findings),
            over: over(request, findings),
            together: together(request, findings),
        }
    }
}

fn colour(request: &Request, findings: &mut Findings) -> Option<Colour> {
    let value = request.option("farve")?;
    let colour = Colour::read(value);
    if colour.is_none() {
        let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        findings.push(
            Finding::fejl(
                "ukendt-farve",
                request.place.clone(),
                format!("»{value}« er ikke en farve."),
            )
            .hint(format!("Skriv {} eller en farvekode som F3F6F7.", names.join(", "))),
        );
    }
    colour
}

fn over(request: &Request, findings: &mut Findings) -> Option<usize> {
    let value = request.option("over")?;
    let over = value.parse().ok().filter(|over| (1..=MOST).contains(over));
    if over.is_none() {
        findings.push(
            Finding::fejl(
                "celle-over",
                request.place.clone(),
                format!("Cellen kan ikke gå over »{value}« kolonner."),
            )
            .hint(format!("Skriv et helt tal fra 1 til {MOST}.")),
        );
    }
    over
}

fn together(request: &Request, findings: &mut Findings) -> bool {
    match request.option("saml") {
        None | Some("false" | "nej" | "0") => false,
        Some("true" | "ja" | "1") => true,
        Some(value) => {
            findings.push(
                Finding::fejl(
                    "celle-saml",
                    request.place.clone(),
                    format!("Valget »saml« kan ikke være »{value}«."),
                )
                .hint("Skriv saml=true eller saml=false."),
            );
            false
        }
    }
}
