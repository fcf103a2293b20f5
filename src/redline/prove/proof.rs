use super::differ::first_difference;
use super::normal::normal;
use crate::finding::{Finding, Place};
use crate::package::Package;
use crate::redline::bridge::bookmark_names;
use crate::redline::decision::Decision;
use crate::redline::resolve::resolve;
use crate::render::word::parts::DOCUMENT;
use crate::render::word::prepared::is_read;
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
    let accepted = decided(proof, Decision::Accept);
    let new = difference(proof, &accepted, proof.new)
        .or_else(|| lost_bookmark(&accepted, proof.new))
        .or_else(|| lost_part(&accepted, proof.new));
    let old = || difference(proof, &decided(proof, Decision::Reject), proof.old);
    let refused = |what: &str, near: &str| refusal(proof.name, what, near);
    match new {
        Some(near) => {
            Some(refused("Når alle rettelser godtages, giver de ikke den nye fil", &near))
        }
        None => old()
            .map(|near| refused("Når alle rettelser afvises, giver de ikke den gamle fil", &near)),
    }
}

fn decided(proof: &Proof<'_>, decision: Decision) -> Package {
    let mut decided = proof.redline.clone();
    resolve(&mut decided, decision);
    decided
}

fn difference(proof: &Proof<'_>, decided: &Package, whole: &Package) -> Option<String> {
    let (one, other) = (normal(decided, proof.headers), normal(whole, proof.headers));
    let (Some(one), Some(other)) = (one, other) else { return Some(String::new()) };
    first_difference(&one, &other)
}

/// A bookmark of the new document that is gone. Those of the old one may go with rows and tables
/// that the new one has them in: a name can stand in a document only once.
fn lost_bookmark(accepted: &Package, new: &Package) -> Option<String> {
    let names = |package: &Package| {
        let root = package.part(DOCUMENT).and_then(|bytes| xml::read(bytes).ok());
        root.map(|root| bookmark_names(&root)).unwrap_or_default()
    };
    names(new).difference(&names(accepted)).next().cloned()
}

/// A part of the new document, of those that nothing is tracked in, that is not as it was.
fn lost_part(accepted: &Package, new: &Package) -> Option<String> {
    let grows = |part: &str| {
        is_read(part)
            || part.ends_with(".rels")
            || ["[Content_Types].xml", "word/styles.xml", "word/numbering.xml"].contains(&part)
    };
    let mut fixed = new.names().filter(|part| !grows(part));
    fixed.find(|part| accepted.part(part) != new.part(part)).map(str::to_owned)
}

fn refusal(name: &str, what: &str, near: &str) -> Finding {
    let near: String = near.chars().take(60).collect();
    let place = if near.is_empty() { String::new() } else { format!(" ved »{near}«") };
    Finding::fejl("rettelser-ikke-bevist", Place::file(name), format!("{what}{place}."))
        .hint("Der er ikke skrevet nogen fil med rettelser. Det er en fejl i programmet: meld den, og send begge filer med.")
}
