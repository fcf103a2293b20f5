//! Parts that Word shows text of, but that are not merged: a tag in them would stand in every
//! document.

use super::fill::words;
use super::parts::Relations;
use super::prepared::is_read;
use super::template::{Part, Spot};
use super::xml::{self, Element};
use crate::finding::{Finding, Findings};
use crate::package::Package;

/// A kind of part, what findings call it, and what to do with a tag in it.
struct Kind {
    stem: &'static str,
    name: &'static str,
    hint: &'static str,
}

/// The file's own data.
const DATA: &str = "customXml/item";

const KINDS: [Kind; 3] = [
    Kind {
        stem: "word/charts/",
        name: "diagram",
        hint: "Skriv mærket i et afsnit ved siden af diagrammet i stedet, eller brug {{figur …}}.",
    },
    Kind {
        stem: "word/diagrams/data",
        name: "SmartArt",
        hint: "Skriv mærket i et tekstfelt eller et afsnit ved siden af SmartArt-grafikken i stedet.",
    },
    Kind {
        stem: DATA,
        name: "datalager",
        hint: "Slet indholdskontrollen, som viser det, og skriv mærket som almindelig tekst.",
    },
];

/// What findings call such a part.
pub fn unmerged_name(part: &str) -> Option<&'static str> {
    KINDS.iter().find(|kind| part.starts_with(kind.stem)).map(|kind| kind.name)
}

/// The tags of a template that no value can take the place of.
pub fn unfillable(package: &Package, file: &str) -> Findings {
    let shown = shown_data(package);
    let mut findings = Findings::new();
    for part in package.names() {
        let Some(kind) = KINDS.iter().find(|kind| part.starts_with(kind.stem)) else { continue };
        let place = |tag: &str| Part { file, name: kind.name }.place(&Spot::default(), tag);
        findings.extend(tags(package, part, &shown).iter().map(|tag| {
            let message = "Et mærke kan ikke udfyldes her.";
            Finding::fejl("maerke-kan-ikke-udfyldes", place(tag), message).hint(kind.hint)
        }));
    }
    findings
}

/// The tags in a part that is not merged, and in what it leads to; of the file's own data, those in
/// the elements of these names.
pub fn tags(package: &Package, part: &str, shown: &[String]) -> Vec<String> {
    if unmerged_name(part).is_none() {
        return Vec::new();
    }
    let mut texts = Relations::load(package, part).tagged_targets();
    if let Some(root) = package.part(part).and_then(|bytes| xml::read(bytes).ok()) {
        let is_data = part.starts_with(DATA);
        gather(
            &root,
            &|element| !is_data || shown.iter().any(|name| name == local(element)),
            &mut texts,
        );
    }
    texts.iter().flat_map(|text| tags_in(text)).collect()
}

fn gather(element: &Element, is_shown: &impl Fn(&str) -> bool, texts: &mut Vec<String>) {
    if element.is("a:p") {
        return texts.push(all_text(element));
    }
    if is_shown(&element.name) {
        texts.push(words(element));
    }
    element.elements().for_each(|child| gather(child, is_shown, texts));
}

fn all_text(element: &Element) -> String {
    let mut text = String::new();
    element.visit(&mut |inner| text.push_str(&words(inner)));
    text
}

fn tags_in(text: &str) -> impl Iterator<Item = String> {
    let begun = text.split("{{").skip(1);
    begun.filter_map(|rest| Some(format!("{{{{{}}}}}", rest.split_once("}}")?.0)))
}

/// The names of the elements of the file's own data that controls show; a control that holds a tag
/// shows that instead.
fn shown_data(package: &Package) -> Vec<String> {
    let mut shown = Vec::new();
    for part in package.names().filter(|part| is_read(part)) {
        let Some(root) = package.part(part).and_then(|bytes| xml::read(bytes).ok()) else {
            continue;
        };
        root.visit(&mut |control| {
            let properties = control.find("w:sdtPr").filter(|_| !all_text(control).contains("{{"));
            let paths = properties.into_iter().flat_map(|properties| properties.elements());
            let paths = paths.filter_map(|binding| binding.get("w:xpath"));
            shown.extend(
                paths
                    .filter_map(|path| path.rsplit('/').next())
                    .map(|step| local(step.split('[').next().unwrap_or(step)).to_owned()),
            );
        });
    }
    shown
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
