use super::toml_file::TomlFile;
use crate::finding::{Finding, Findings};
use crate::model::Diskretion;

/// With a lower threshold nothing would be hidden.
const LOWEST: u32 = 2;

/// A sign is a word or two, and a few in running text; what is longer is no sign.
const LONGEST: [(&str, usize); 2] = [("tegn", 20), ("i_tekst", 40)];

/// Reads which counts the public may see; what is left out is as usual.
pub(super) fn read(file: &TomlFile<'_>, findings: &mut Findings) -> Diskretion {
    let read: Option<Diskretion> =
        file.optional("diskretion", &["taerskel", "tegn", "i_tekst"], findings);
    let Some(diskretion) = read else { return Diskretion::default() };
    let places = file.places();
    let at = |field: &str| places.get(&format!("diskretion.{field}")).cloned();
    if let Some(place) = at("taerskel").filter(|_| diskretion.taerskel < LOWEST) {
        let message =
            format!("Tærsklen er {}, og så bliver intet tal skjult.", diskretion.taerskel);
        findings.push(
            Finding::fejl("diskretion-taerskel", place, message)
                .hint("Skriv taerskel = 3, så tallene 1 og 2 er skjult, eller et højere tal."),
        );
    }
    for ((field, longest), sign) in LONGEST.into_iter().zip([&diskretion.tegn, &diskretion.i_tekst])
    {
        if let Some(place) = at(field).filter(|_| !can_be_sign(sign, longest)) {
            let message = format!("»{sign}« kan ikke stå for et skjult tal.");
            findings.push(Finding::fejl("diskretion-tegn", place, message).hint(
                "Vælg et kort ord, fx »skjult«. Cifre og en streg alene kan forveksles med et svar.",
            ));
        }
    }
    diskretion
}

/// A sign is not taken for a number, for a missing answer or for a tag.
fn can_be_sign(sign: &str, longest: usize) -> bool {
    let is_dash = |letter: char| "-–—".contains(letter);
    let is_odd =
        |letter: char| letter.is_numeric() || letter.is_control() || "{}[]".contains(letter);
    sign.trim() == sign
        && !sign.chars().all(is_dash)
        && !sign.contains(is_odd)
        && sign.chars().count() <= longest
}
