//! The sample editions of the shipped project, and the stages that they are frozen from.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use socialaftale::cli::Outcome;
use socialaftale::edition::{list, open};
use socialaftale::finding::Findings;
use socialaftale::input::{Files, read};
use socialaftale::model::Tekst;
use socialaftale::output::{place_files, place_folder};
use socialaftale::text::tree::plain_text;
use tempfile::TempDir;

use crate::built::socialaftale;

const EDITIONS: &str = "inputs/udgaver";

/// A stage of the agreement's real history, as a variation of the shipped inputs.
#[derive(Deserialize)]
struct Stadie {
    /// The folders with what it has of its own, the last winning.
    mapper: Vec<String>,
    nummer: String,
    navn: String,
    aendringer: String,
    uden: Vec<String>,
    undtaget: Vec<String>,
    begrundelse: String,
}

#[derive(Deserialize)]
struct Stadier {
    stadie: Vec<Stadie>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn stages() -> Vec<Stadie> {
    let read: Stadier = toml::from_str(include_str!("stages/udgaver.toml")).expect("the stages");
    read.stadie
}

fn load(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut findings = Findings::new();
    let files = Files::load(folder, "inputs", &mut findings);
    assert!(findings.is_empty(), "{findings}");
    files.under("inputs").map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect()
}

impl Stadie {
    /// What the stage has of its own.
    fn own(&self) -> BTreeMap<String, Vec<u8>> {
        let folders = root().join("tests/edition/stages");
        self.mapper.iter().flat_map(|name| load(&folders.join(name))).collect()
    }

    fn inputs(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = load(root());
        files.retain(|name, _| !self.uden.iter().any(|left_out| name.starts_with(left_out)));
        files.extend(self.own());
        let excepted = self.undtaget.iter().map(|rule| {
            let why = &self.begrundelse;
            format!("[[undtagelse]]\nregel = \"{rule}\"\nbegrundelse = \"{why}\"\n\n")
        });
        let rules = files.get_mut("inputs/regler.toml").expect("the rules");
        *rules = [excepted.collect::<String>().into_bytes(), rules.clone()].concat();
        files
    }
}

/// Freezes every stage in turn, each after the editions before it, and gives the files.
fn freeze_all() -> Vec<(String, Vec<u8>)> {
    let mut editions: Vec<(String, Vec<u8>)> = Vec::new();
    for stage in stages() {
        let folder = TempDir::new().expect("a folder");
        let project: PathBuf = folder.path().join("projekt");
        let inputs = stage.inputs();
        let files: Vec<(String, &[u8])> =
            inputs.iter().map(|(name, bytes)| (name.clone(), bytes.as_slice())).collect();
        place_folder(&project, "projekt", &files).expect("the stage as a project");
        place_files(&project, &editions).expect("the editions before it");
        let shown = project.to_str().expect("UTF-8");
        let ran = socialaftale(&[
            "frys",
            &stage.navn,
            "--nummer",
            &stage.nummer,
            "--ændringer",
            &stage.aendringer,
            "--projekt",
            shown,
        ]);
        assert_eq!(ran.outcome, Outcome::Fine, "{}:\n{}", stage.navn, ran.err);
        editions = kept(&project);
    }
    editions
}

fn kept(project: &Path) -> Vec<(String, Vec<u8>)> {
    let files = Files::load(project, EDITIONS, &mut Findings::new());
    files.under(EDITIONS).map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect()
}

/// `FORNY=udgaver` freezes them anew with the program as it is, which takes the PDF renderer.
#[test]
fn the_sample_editions_are_the_stages() {
    if std::env::var("FORNY").is_ok_and(|what| what == "udgaver") {
        let editions = freeze_all();
        if root().join(EDITIONS).exists() {
            fs::remove_dir_all(root().join(EDITIONS)).expect("the old ones are removed");
        }
        place_files(root(), &editions).expect("the new ones are written");
    }
    let (editions, findings) = list(root());
    assert!(findings.is_empty(), "{findings}");
    let stages = stages();
    assert_eq!(editions.len(), stages.len());
    for (stage, edition) in stages.iter().zip(&editions) {
        let about = edition.about();
        assert_eq!(
            (about.nummer.to_string(), &about.navn, &about.aendringer),
            (stage.nummer.clone(), &stage.navn, &stage.aendringer)
        );
        for (name, bytes) in stage.own() {
            assert!(edition.inputs().get(&name) == Some(&bytes), "{name} of {}", stage.navn);
        }
    }
}

/// The numbers and titles of the fokusområder in an edition.
fn areas(nummer: &str) -> Vec<(u32, String)> {
    let edition = open(root(), nummer).expect("the edition");
    let mut findings = Findings::new();
    let projekt = read(&edition.inputs(), &mut findings).projekt;
    assert!(!findings.has_fejl(), "{findings}");
    let number = |area: &Tekst| area.fokus.as_ref().expect("a fokusområde").nummer;
    let areas = projekt.fokusomraader().into_iter();
    areas.map(|area| (number(area), plain_text(&area.text.title))).collect()
}

#[test]
fn the_fokusomraader_change_titles_and_places_through_the_editions() {
    let named = |titles: [&str; 3]| (1..).zip(titles.map(str::to_owned)).collect::<Vec<_>>();
    let alderdom = "Den gode alderdom for borgere med et handicap";
    let socialpsykiatri = "Flere borgere med behov for hjælp i socialpsykiatrien";
    let loesninger = "Hvordan udvikler vi de bedste og billigste indsatser i Nordjylland?";
    assert_eq!(areas("0.1"), named([alderdom, socialpsykiatri, loesninger]));
    let loesninger = "Effektive indsatser med færre ressourcer";
    assert_eq!(areas("0.2"), named([alderdom, socialpsykiatri, loesninger]));
    assert_eq!(
        areas("0.3"),
        named([
            "Sammen om en stærk socialpsykiatri",
            "Den gode alderdom",
            "Effektive og vidensbaserede løsninger",
        ])
    );
}
