use super::basis::Basis;
use crate::finding::{Finding, Findings};
use crate::model::{Projekt, Regel, Sourced};
use crate::text::danish::personnavne;

/// The parties' own words hold no citizens' names (P02).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("P02") else { return };
    let known = known_names(basis.projekt);
    let told = free_texts(basis.projekt).filter_map(|words| names_in(regel, words, &known));
    findings.extend(told);
}

/// What the parties have written in their own words, as it is in force.
fn free_texts(projekt: &Projekt) -> impl Iterator<Item = &Sourced<String>> {
    let all = &projekt.indberetninger;
    let uses = all.tilbud.iter().filter_map(|row| row.anvendes_til.as_ref());
    let counts = all.tal.iter().map(|row| &row.oprindelse);
    let rows = counts.chain(all.tilbud.iter().map(|row| &row.oprindelse));
    let remarks = rows.filter_map(|from| from.bemaerkning.as_ref());
    all.tekster.iter().filter_map(|row| row.in_force()).chain(uses).chain(remarks)
}

/// Names that are no citizens': the secretariat's own, and those of parties and tilbud.
fn known_names(projekt: &Projekt) -> Vec<&str> {
    let parties = projekt.myndigheder.iter().flat_map(|party| {
        let parts = party.svarer.iter().map(|part| part.navn.as_str());
        parts.chain([party.navn.as_str()]).chain(party.kontakt.as_deref())
    });
    let used = projekt.udmeldinger.iter().flat_map(|udmelding| &udmelding.tilbud);
    let returned = projekt.indberetninger.tilbud.iter();
    let owners = returned.clone().filter_map(|row| row.driftsherre.as_ref());
    let tilbud = projekt.takster.iter().map(|row| &row.tilbud);
    let tilbud = tilbud.chain(used.map(|row| &row.tilbud)).chain(returned.map(|row| &row.tilbud));
    let names = tilbud.chain(owners).map(|name| name.value.as_str());
    names.chain(parties).chain([projekt.aftale.kontakt.navn.as_str()]).collect()
}

/// Tells of a cell by the initials alone, so that the list of findings holds no name.
fn names_in(regel: &Regel, words: &Sourced<String>, known: &[&str]) -> Option<Finding> {
    let found = personnavne(&words.value, regel.list("fornavne"), regel.list("steder"));
    let unknown = found.into_iter().filter(|name| !known.iter().any(|one| is_within(one, name)));
    let initials: Vec<String> = unknown.map(initials).collect();
    if initials.is_empty() {
        return None;
    }
    let message = format!("Her står måske navne på borgere ({}).", initials.join(", "));
    let finding = regel.broken("muligt-navn", words.place.clone(), message);
    Some(finding.hint(
        "Er det borgere, så skriv det uden navn, en tekst under »Rettelse«. Er det ikke, kan reglen \
         undtages med en begrundelse.",
    ))
}

/// Whether a known name holds another as whole words; a given name alone is nobody's in particular.
fn is_within(known: &str, name: &str) -> bool {
    let parts = |letter: char| !letter.is_alphanumeric();
    let spaced =
        |words: &str| words.split(parts).fold(" ".to_owned(), |all, word| all + word + " ");
    name.contains(' ') && spaced(known).contains(&spaced(name))
}

/// "M. H." for "Mette Hansen".
fn initials(name: &str) -> String {
    let letters = name.split_whitespace().filter_map(|word| word.chars().next());
    letters.map(|letter| format!("{letter}.")).collect::<Vec<_>>().join(" ")
}
