//! What a final edition writes, which takes a program that can make PDF.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use socialaftale::cli::Outcome;
use socialaftale::edition::open;
use socialaftale::finding::Findings;
use socialaftale::input::Files;
use socialaftale::model::Modtager;
use socialaftale::output::digest;

use super::complete::project;
use super::small::kept;
use crate::built::{Project, Ran};

const FINAL: [&str; 5] = ["byg", "--status", "endelig", "--nummer", "1.0"];
const EDITION: &str = "inputs/udgaver/1.0-endelig-udgave.udgave.zip";
const COUNTS: &str = "inputs/offentliggjort/1.0-endelig-udgave.json";

/// The constructed project made final, once for all tests that only look.
static MADE: LazyLock<(Project, Ran)> = LazyLock::new(|| {
    let project = project();
    let ran = project.run(&FINAL);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    (project, ran)
});

/// The files below `output/endelig`, by path there.
fn published(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let files = Files::load(project.path(), "output/endelig", &mut Findings::new());
    let root = "output/endelig";
    let named = |(name, bytes): (&str, &[u8])| (name[root.len() + 1..].to_owned(), bytes.to_vec());
    files.under(root).map(named).collect()
}

#[test]
fn it_says_what_it_has_made() {
    let (project, ran) = &*MADE;
    assert_eq!(
        ran.out,
        "Udgave 1.0 – Endelig udgave er endelig og frosset i \
         inputs/udgaver/1.0-endelig-udgave.udgave.zip.\n\
         output/endelig/offentlig/: 8 filer til offentliggørelse, med små tal skjult.\n\
         output/endelig/myndighed/: 10 filer til myndighederne og rådene, med alle tal.\n\
         LÆSMIG.txt i hver mappe siger, hvad filerne er.\n\
         De offentlige tal ligger i inputs/offentliggjort/1.0-endelig-udgave.json, så en senere \
         udgave ikke røber det skjulte.\n"
    );
    assert_eq!(kept(project), ["1.0-endelig-udgave.udgave.zip"]);
}

#[test]
fn each_reader_is_given_what_is_ones_own() {
    let published = published(&MADE.0);
    let names: Vec<&str> = published.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "myndighed/LÆSMIG.txt",
            "myndighed/afrapportering-proeve.docx",
            "myndighed/afrapportering-proeve.pdf",
            "myndighed/aftale.docx",
            "myndighed/aftale.pdf",
            "myndighed/kontrolsummer.sha256",
            "myndighed/manifest.json",
            "myndighed/sag-nordby.docx",
            "myndighed/sag-region.docx",
            "myndighed/sag-sydby.docx",
            "offentlig/LÆSMIG.txt",
            "offentlig/afrapportering-proeve-offentlig.docx",
            "offentlig/afrapportering-proeve-offentlig.pdf",
            "offentlig/aftale-offentlig.docx",
            "offentlig/aftale-offentlig.pdf",
            "offentlig/kontrolsummer.sha256",
            "offentlig/manifest.json",
            "offentlig/tabeller.json",
        ]
    );
}

#[test]
fn the_checksums_are_those_of_all_other_files() {
    let published = published(&MADE.0);
    for folder in ["myndighed", "offentlig"] {
        let sums = String::from_utf8(published[&format!("{folder}/kontrolsummer.sha256")].clone());
        let others = published.iter().filter_map(|(name, bytes)| {
            let name = name.strip_prefix(folder)?.strip_prefix('/')?;
            (name != "kontrolsummer.sha256").then(|| format!("{}  {name}\n", digest(bytes)))
        });
        assert_eq!(sums.expect("UTF-8"), others.collect::<String>());
    }
}

#[test]
fn the_list_says_what_each_file_is() {
    let published = published(&MADE.0);
    let readme = String::from_utf8(published["offentlig/LÆSMIG.txt"].clone()).expect("UTF-8");
    assert_eq!(
        readme,
        "Prøveaftale 2021-2022\nUdgave 1.0: Endelig udgave\n\n\
         Dato:         30. november 2020\nBehandlet i:  Rådene\nÆndringer:    –\n\
         Lavet med:    socialaftale 0.1.0\n\n\
         Det er den endelige udgave. Filerne er til offentligheden. Små tal er skjult.\n\n\
         Aftalen\n  \
         aftale-offentlig.pdf: Prøveaftale 2021-2022 (oplæsningsvenlig PDF, 4 sider)\n  \
         aftale-offentlig.docx: Prøveaftale 2021-2022 (Word)\n\n\
         Bilag\n  \
         afrapportering-proeve-offentlig.pdf: Afrapportering på en konstrueret prøve \
         (oplæsningsvenlig PDF, 1 side)\n  \
         afrapportering-proeve-offentlig.docx: Afrapportering på en konstrueret prøve (Word)\n\n\
         Om filerne\n  tabeller.json: de tal, der kan ses i filerne\n  manifest.json: hvad hver fil \
         er lavet af\n  kontrolsummer.sha256: fingeraftrykket (SHA-256) af hver fil\n\n\
         Se, om filerne er, som de blev lavet, med:  sha256sum -c kontrolsummer.sha256\n"
    );
    let full = String::from_utf8(published["myndighed/LÆSMIG.txt"].clone()).expect("UTF-8");
    assert!(full.contains("De har alle tal og må ikke offentliggøres.\n"), "{full}");
    assert!(full.contains("\nSager til rådene\n  sag-nordby.docx: "), "{full}");
    assert!(!full.contains("tabeller.json"), "{full}");
}

#[test]
fn what_is_published_is_what_is_frozen() {
    let (project, _) = &*MADE;
    let edition = open(project.path(), "1.0").expect("the edition");
    let published = published(project);
    for (til, folder) in [(Modtager::Myndighed, "myndighed"), (Modtager::Offentlig, "offentlig")] {
        let frozen: BTreeMap<&str, &[u8]> = edition.documents(til).into_iter().collect();
        let prefix = format!("{folder}/");
        let documents = published.iter().filter_map(|(name, bytes)| {
            let name = name.strip_prefix(&prefix)?;
            (name.ends_with(".pdf") || name.ends_with(".docx")).then_some((name, bytes))
        });
        for (name, bytes) in documents {
            assert!(frozen[name] == bytes.as_slice(), "{name}");
        }
        let oplaeg =
            if til == Modtager::Offentlig { "oplaeg-offentlig.docx" } else { "oplaeg.docx" };
        assert!(frozen.contains_key(oplaeg), "the frozen edition has all documents");
    }
    assert_eq!(edition.inputs().get(COUNTS), None, "it was not there when the documents were made");
}

#[test]
fn the_counts_are_kept_for_later_editions() {
    let (project, _) = &*MADE;
    assert!(project.read(COUNTS) == published(project)["offentlig/tabeller.json"]);
    let ran = project.run(&["tjek", "--til", "offentlig"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.out);
    assert!(!ran.out.contains("ingen-tidligere-udgave"), "{}", ran.out);
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let again = project();
    assert_eq!(again.run(&FINAL).outcome, Outcome::Fine);
    assert!(published(&again) == published(&MADE.0));
    assert!(again.read(EDITION) == MADE.0.read(EDITION));
}

#[test]
fn a_second_one_of_the_same_name_is_refused() {
    let project = project();
    assert_eq!(project.run(&FINAL).outcome, Outcome::Fine);
    let before = (published(&project), project.read(EDITION), project.read(COUNTS));
    let ran = project.run(&["byg", "--status", "final"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    let said = "fejl[udgave-navn-brugt]: Udgave 1.0 hedder allerede »Endelig udgave«.";
    assert!(ran.err.contains(said), "{}", ran.err);
    let other = project.run(&["byg", "--status", "endelig", "--navn", "Rettet udgave"]);
    assert_eq!(other.outcome, Outcome::Findings);
    assert!(other.err.contains("fejl[endelig-findes]: "), "{}", other.err);
    assert!(before == (published(&project), project.read(EDITION), project.read(COUNTS)));
}

#[test]
fn a_run_that_was_killed_is_done_again_to_the_letter() {
    let project = project();
    assert_eq!(project.run(&FINAL).outcome, Outcome::Fine);
    let whole = (published(&project), project.read(COUNTS));
    // The edition counts when it is frozen, which comes last.
    project.remove(EDITION);
    let ran = project.run(&FINAL);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    project.remove(EDITION).remove(COUNTS);
    assert_eq!(project.run(&FINAL).outcome, Outcome::Fine);
    assert!(whole == (published(&project), project.read(COUNTS)));
    assert!(project.read(EDITION) == MADE.0.read(EDITION));
}

#[test]
fn nothing_stands_when_it_cannot_be_frozen() {
    let project = project();
    project.write("inputs/udgaver", "en fil, hvor mappen skal være");
    let ran = project.run(&FINAL);
    assert_eq!(ran.outcome, Outcome::Failure, "{}", ran.err);
    assert!(!project.path().join("output/endelig").exists());
    assert!(!project.path().join(COUNTS).exists());
    let left = fs::read_dir(project.path().join("output")).expect("the folder");
    let left: Vec<String> =
        left.map(|one| one.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    assert_eq!(left, [".laas"]);
}

#[test]
fn what_a_killed_run_left_of_other_inputs_is_told_and_stands() {
    let project = project();
    assert_eq!(project.run(&FINAL).outcome, Outcome::Fine);
    let before = published(&project);
    project.remove(EDITION).remove(COUNTS);
    project.replace("inputs/aftale.toml", "En konstrueret aftale mellem", "En prøveaftale mellem");
    let ran = project.run(&FINAL);
    assert_eq!(ran.outcome, Outcome::Failure);
    let said = "fejl[endelig-ufrosset]: Her ligger en udgave, som der ikke er en frossen fil af, og \
                noget er ændret siden.\n  i output/endelig\n  Flyt eller omdøb mappen, og kør igen.\n";
    assert!(ran.err.contains(said), "{}", ran.err);
    assert!(published(&project) == before && !project.path().join(COUNTS).exists());
    std::fs::remove_dir_all(project.path().join("output/endelig")).expect("the folder");
    assert_eq!(project.run(&FINAL).outcome, Outcome::Fine);
}
