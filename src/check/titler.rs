use super::afrapporteringer::documents;
use super::basis::Basis;
use super::passager::{Passage, is_among};
use crate::finding::{Finding, Findings, Place};
use crate::model::Regel;
use crate::text::tree::plain_text;

/// A title that is no longer used, and the one that is.
struct Formerly {
    earlier: String,
    now: String,
    /// Where the present title stands.
    place: Place,
}

/// Titles are the same everywhere in an edition (K16).
pub(super) fn check(basis: &Basis<'_>, findings: &mut Findings) {
    let Some(regel) = basis.rule("K16") else { return };
    annexes(basis, regel, findings);
    let current = current(basis);
    let mut earlier: Vec<Formerly> = formerly_of_areas(basis);
    for (now, titles) in regel.table("tidligere") {
        let Some((_, place)) = current.iter().find(|(title, _)| title == now) else {
            let message = format!("»{now}« er hverken vision, fokusområde eller bilag.");
            let finding = regel.broken("k16-titler", regel.place.clone(), message);
            let known = current.iter().map(|(title, _)| title.as_str());
            findings.push(finding.hint("Skriv den titel, der bruges nu.").nearest(now, known));
            continue;
        };
        earlier.extend(titles.iter().map(|title| Formerly {
            earlier: title.clone(),
            now: now.to_owned(),
            place: place.clone(),
        }));
    }
    let history = regel.list("historik");
    for passage in basis.passages.iter().filter(|one| !is_among(one.key(), history)) {
        findings.extend(earlier.iter().filter_map(|one| outdated(regel, passage, one)));
    }
}

/// The titles that are used now, with their places.
fn current(basis: &Basis<'_>) -> Vec<(String, Place)> {
    let aftale = basis.aftale();
    let vision = std::iter::once((aftale.vision.clone(), basis.in_aftale("vision")));
    let areas = basis.projekt.fokusomraader();
    let areas =
        areas.into_iter().map(|area| (plain_text(&area.text.title), area.text.place.clone()));
    let bilag = aftale.bilag.iter().enumerate();
    let bilag = bilag
        .map(|(index, one)| (one.titel.clone(), basis.in_aftale(&format!("bilag.{index}.titel"))));
    vision.chain(areas).chain(bilag).collect()
}

fn formerly_of_areas(basis: &Basis<'_>) -> Vec<Formerly> {
    let areas = basis.projekt.fokusomraader();
    let earlier = areas.into_iter().flat_map(|area| {
        let fokus = area.fokus.iter().flat_map(|fokus| &fokus.tidligere);
        fokus.map(|one| Formerly {
            earlier: one.titel.clone(),
            now: plain_text(&area.text.title),
            place: area.text.place.clone(),
        })
    });
    earlier.collect()
}

fn outdated(regel: &Regel, passage: &Passage, one: &Formerly) -> Option<Finding> {
    // A title that has only grown or shrunk is found in the one that is used now.
    let present = passage.find_all(&one.now);
    let covered = |at: &usize| {
        present.iter().any(|from| {
            (*from..from + one.now.len()).contains(at) && one.now.len() > one.earlier.len()
        })
    };
    let at = passage.find_all(&one.earlier).into_iter().find(|at| !covered(at))?;
    let message = format!(
        "Her står den tidligere titel »{}«; nu hedder det »{}« ({}).",
        one.earlier, one.now, one.place
    );
    let finding = regel.broken("k16-titler", passage.at(at), message);
    Some(finding.hint("Ret titlen, eller skriv teksten under »historik« i K16."))
}

/// A bilag has the title of the document that it is.
fn annexes(basis: &Basis<'_>, regel: &Regel, findings: &mut Findings) {
    for (index, bilag) in basis.aftale().bilag.iter().enumerate() {
        let Some((place, title)) = title_of(basis, &bilag.dokument) else { continue };
        if title != bilag.titel {
            let message = format!(
                "Bilaget hedder »{}« her, men dokumentet hedder »{title}« ({place}).",
                bilag.titel
            );
            let at = basis.in_aftale(&format!("bilag.{index}.titel"));
            let finding = regel.broken("k16-titler", at, message);
            findings.push(finding.hint("Giv dem samme titel."));
        }
    }
}

/// A document's title and where it stands; none when its words come from other fields than the
/// udmelding's.
fn title_of(basis: &Basis<'_>, key: &str) -> Option<(Place, String)> {
    let projekt = basis.projekt;
    let udmelding = projekt
        .udmeldinger
        .iter()
        .find(|udmelding| documents(projekt, udmelding).iter().any(|document| document == key));
    let noegle = |written: &str| match udmelding {
        Some(udmelding) => written.replace("{{udmelding.noegle}}", &udmelding.noegle),
        None => written.to_owned(),
    };
    let index = projekt.dokumenter.iter().position(|one| noegle(&one.noegle) == key)?;
    let mut title = projekt.dokumenter[index].titel.clone();
    if let Some(udmelding) = udmelding {
        title = title
            .replace("{{udmelding.titel}}", &udmelding.titel.value)
            .replace("{{udmelding.kort}}", &udmelding.kort_titel.value);
    }
    let place = basis.in_dokumenter(&format!("dokument.{index}.titel"));
    (!title.contains("{{")).then_some((place, title))
}
