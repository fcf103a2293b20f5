use super::differ::first_difference;
use super::normal::normal;
use crate::finding::{Finding, Place};
use crate::package::Package;
use crate::redline::bridge::bookmark_names;
use crate::redline::decision::Decision;
use crate::redline::resolve::resolve;
use crate::render::word::parts::DOCUMENT;
use crate::render::word::xml;

/// A redline and the documents that it must hold.
pub struct Proof<'p> {
    pub redline: &'p Package,
    pub old: &'p Package,
    pub new: &'p Package,
    /// Whether page headers and footers are tracked.
    pub headers: bool,
    /// What findings call the redline.
    pub name: &'p str,
}

/// What is wrong with a redline; nothing when it holds both documents.
pub fn prove(proof: &Proof<'_>) -> Option<Finding> {
    let accepted =
        (Decision::Accept, proof.new, "Når alle rettelser godtages, giver de ikke den nye fil");
    let rejected =
        (Decision::Reject, proof.old, "Når alle rettelser afvises, giver de ikke den gamle fil");
    [accepted, rejected].into_iter().find_map(|(decision, whole, what)| {
        let mut decided = proof.redline.clone();
        resolve(&mut decided, decision);
        let near = difference(proof, &decided, whole)?;
        Some(refusal(proof, what, &near))
    })
}

fn difference(proof: &Proof<'_>, decided: &Package, whole: &Package) -> Option<String> {
    let (one, other) = (normal(decided, proof.headers), normal(whole, proof.headers));
    let (Some(one), Some(other)) = (one, other) else { return Some(String::new()) };
    if std::env::var("DBG").is_ok() {
        std::fs::write("/tmp/red-work/one.xml", xml::write(&one)).unwrap();
        std::fs::write("/tmp/red-work/other.xml", xml::write(&other)).unwrap();
    }
    first_difference(&one, &other).or_else(|| {
        let (has, must) = (names(decided), names(whole));
        must.difference(&has).next().cloned()
    })
}

fn names(package: &Package) -> std::collections::BTreeSet<String> {
    let root = package.part(DOCUMENT).and_then(|bytes| xml::read(bytes).ok());
    root.map(|root| bookmark_names(&root)).unwrap_or_default()
}

fn refusal(proof: &Proof<'_>, what: &str, near: &str) -> Finding {
    let near: String = near.chars().take(60).collect();
    let place = if near.is_empty() { String::new() } else { format!(" ved »{near}«") };
    Finding::fejl("rettelser-ikke-bevist", Place::file(proof.name), format!("{what}{place}."))
        .hint("Der er ikke skrevet nogen fil med rettelser. Det er en fejl i programmet: meld den, og send begge filer med.")
}
