//! What the parties wrote, as texts by theme for the secretariat to write from.

use std::collections::BTreeMap;

use crate::finding::Place;
use crate::model::{
    Afsender, CentralUdmelding, IndberettetTekst, Projekt, Svarstatus, Talstatus, Tema,
};
use crate::text::danish;
use crate::text::tree::{Block, Heading, Inline, Text};

const FILE: &str = "inputs/indberetninger.xlsx";

/// A text for each udmelding and theme, by key: "svar-spise-udfordringer".
pub(super) fn answers(projekt: &Projekt) -> BTreeMap<String, Text> {
    let of = |udmelding| Tema::ALL.map(|tema| answer(projekt, udmelding, tema));
    projekt.udmeldinger.iter().flat_map(of).map(|text| (text.key.clone(), text)).collect()
}

fn answer(projekt: &Projekt, udmelding: &CentralUdmelding, tema: Tema) -> Text {
    let (key, title) = named(tema);
    let written = projekt.indberetninger.tekster.iter();
    let written = written.filter(|one| {
        one.tema == tema && one.afsender.udmelding == udmelding.noegle && one.in_force().is_some()
    });
    let mut blocks: Vec<Block> = written.flat_map(told).collect();
    if blocks.is_empty() {
        blocks.push(paragraph("Ingen har skrevet noget under dette tema."));
    }
    Text {
        key: format!("svar-{}-{key}", udmelding.noegle),
        title: plain(title),
        numbered: true,
        blocks,
        place: Place::file(FILE),
    }
}

/// A theme's key and its title (Socialstyrelsen 2014, »Voksne med kompleks erhvervet hjerneskade«).
fn named(tema: Tema) -> (&'static str, &'static str) {
    match tema {
        Tema::Maalgruppen => ("maalgruppen", "Målgruppen"),
        Tema::Tilbud => ("tilbud", "Højt specialiserede indsatser og tilbud"),
        Tema::Udfordringer => ("udfordringer", "Udfordringer i udbuddet"),
        Tema::Koordination => ("koordination", "Tilrettelæggelse og koordination"),
        Tema::Bemaerkninger => ("bemaerkninger", "Bemærkninger"),
    }
}

/// Who wrote, and what; it is set as words, whatever signs it holds.
fn told(answer: &IndberettetTekst) -> Vec<Block> {
    let Some(words) = answer.in_force() else { return Vec::new() };
    let heading = Block::Heading(Heading {
        level: 2,
        key: None,
        number: None,
        numbered: false,
        content: plain(&sender(&answer.afsender, answer.oprindelse.status)),
    });
    let paragraphs = words.value.lines().filter(|line| !line.is_empty()).map(paragraph);
    let mut blocks: Vec<Block> = std::iter::once(heading).chain(paragraphs).collect();
    if answer.rettelse.is_some() {
        let reason = answer.oprindelse.begrundelse.as_deref().unwrap_or("ingen begrundelse");
        blocks.push(paragraph(&format!("Rettet af sekretariatet: {reason}")));
    }
    blocks
}

fn sender(afsender: &Afsender, status: Svarstatus) -> String {
    let constructed = status == Svarstatus::Tal(Talstatus::Konstrueret);
    format!("{}{}", afsender.navn(), if constructed { " (konstrueret svar)" } else { "" })
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(plain(words))
}

fn plain(words: &str) -> Vec<Inline> {
    vec![Inline::Text(danish::typeset(words))]
}
