//! The edition for the public, from the command line to the bytes.

use std::collections::BTreeMap;
use std::fs;

use socialaftale::cli::Outcome;
use socialaftale::model::Offentliggjort;
use socialaftale::package::{Limits, Package};

use crate::built::Project;
use crate::project::{self, AFTALE, Cell, UDMELDINGER};

/// Counts that stand nowhere else, both below the threshold that is set with them.
const HIDDEN: [&str; 4] = ["7331", "7.331", "4817", "4.817"];

/// The shipped project with unusual counts in the national table of 2019.
fn unusual() -> Project {
    let project = Project::new();
    let numbers = [("G2", "7331"), ("G3", "20011"), ("G5", "4817"), ("G7", "32159")];
    let workbook = numbers.iter().fold(project::Project::shipped(), |workbook, (cell, number)| {
        workbook.workbook_cell(UDMELDINGER, "Landsdele", cell, Cell::Number(number))
    });
    project.write(UDMELDINGER, workbook.bytes(UDMELDINGER));
    let settings = project::Project::shipped().text(AFTALE) + "\n[diskretion]\ntaerskel = 8000\n";
    project.write(AFTALE, settings);
    project
}

/// The files of the folder for the public.
fn published(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(project.path().join("output/offentlig")).expect("the folder");
    entries
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a UTF-8 name"))
        .filter(|name| !name.starts_with('.'))
        .map(|name| (name.clone(), project.read(&format!("output/offentlig/{name}"))))
        .collect()
}

/// The parts of a Word file, or the file itself, as text.
fn parts(name: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if !name.ends_with(".docx") {
        return vec![(name.to_owned(), text(bytes))];
    }
    let package = Package::read(bytes, name, &Limits::DOCUMENT).expect("a container");
    let part =
        |part: &str| (format!("{name}: {part}"), text(package.part(part).unwrap_or_default()));
    package.names().map(part).collect()
}

fn with_hidden_counts(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    files
        .iter()
        .flat_map(|(name, bytes)| parts(name, bytes))
        .filter(|(_, text)| HIDDEN.iter().any(|number| text.contains(number)))
        .map(|(part, _)| part)
        .collect()
}

#[test]
fn no_hidden_count_stands_in_any_part_of_any_public_file() {
    let project = unusual();
    let line = ["byg", "--kun", "aftale,bilag", "--format", "docx"];
    let full = project.run(&line);
    assert_eq!(full.outcome, Outcome::Fine, "{}", full.err);
    let shown = with_hidden_counts(&project.output());
    assert!(shown.iter().any(|part| part.starts_with("afrapportering-gravide.docx")), "{shown:?}");
    let ran = project.run(&[&line[..], &["--til", "offentlig"]].concat());
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    assert!(ran.out.contains("i output/offentlig/: 8 filer skrevet"), "{}", ran.out);
    let published = published(&project);
    assert_eq!(with_hidden_counts(&published), Vec::<String>::new());
    let report = parts("x.docx", &published["afrapportering-gravide-offentlig.docx"]);
    assert!(
        report.iter().any(|(part, text)| part.ends_with("document.xml") && text.contains("skjult"))
    );
    assert!(report.iter().any(|(_, text)| text.contains("32.159")), "totals stand");
}

#[test]
fn public_documents_stand_in_a_folder_of_their_own_with_their_counts() {
    let project = Project::new();
    let ran = project.run(&["byg", "afrapportering-dom", "--format", "docx", "--til", "offentlig"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    let reminder = "kopiér output/offentlig/tabeller.json til inputs/offentliggjort/";
    assert!(ran.out.contains(reminder), "{}", ran.out);
    let hidden = "\n11 tal er skjult i 2 tabeller.\nTekster, som kun er til myndighederne, er udeladt: \
                  cu-dom-kommuner, ";
    assert!(ran.out.contains(hidden), "{}", ran.out);
    assert!(ran.err.contains("oplysning[ingen-tidligere-udgave]: "), "{}", ran.err);
    assert!(ran.err.contains("Dokumentet »svar-*« er kun til myndighederne"), "{}", ran.err);
    let published = published(&project);
    let names: Vec<&str> = published.keys().map(String::as_str).collect();
    assert_eq!(names, ["afrapportering-dom-offentlig.docx", "manifest.json", "tabeller.json"]);
    let kept: Offentliggjort =
        serde_json::from_slice(&published["tabeller.json"]).expect("tables as JSON");
    assert_eq!(kept.tal["cu.dom.region.domstype2_kofoedsminde.2018"], None);
    assert_eq!(kept.tal["cu.dom.i_alt.2018"], Some(5));
    let report = parts("x.docx", &published["afrapportering-dom-offentlig.docx"]);
    assert!(report.iter().all(|(_, text)| !text.contains("Fordelt på kommuner")));
    let vision = "inputs/tekst/vision.md";
    let shown = "\nDer var {{tal cu.dom.region.domstype1.2018}} med.\n".as_bytes().to_vec();
    project.write(vision, [project.read(vision), shown].concat());
    std::fs::create_dir(project.path().join("inputs/offentliggjort")).expect("a folder");
    project.write("inputs/offentliggjort/2020-09.json", &published["tabeller.json"]);
    let again = project.run(&["byg", "aftale", "--format", "docx", "--til", "offentlig"]);
    assert_eq!(again.outcome, Outcome::Fine, "{}", again.err);
    assert!(!again.err.contains("ingen-tidligere-udgave"), "{}", again.err);
}

#[test]
fn every_page_and_the_properties_say_for_whom_an_edition_is() {
    let project = Project::new();
    let said = |key: &str, til: &str, name: &str, words: &str| {
        let ran = project.run(&["byg", key, "--format", "docx", "--til", til]);
        assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
        let parts = parts("x.docx", &project.read(&format!("output/{name}.docx")));
        let found = parts.iter().filter(|(_, text)| text.contains(words));
        found.map(|(part, _)| part.trim_start_matches("x.docx: ").to_owned()).collect::<Vec<_>>()
    };
    let everywhere = ["docProps/core.xml", "word/header1.xml"];
    let full = "Til myndigheder: indeholder små tal";
    let dom = "afrapportering-dom";
    assert_eq!(said(dom, "myndighed", dom, full), everywhere);
    let public = "offentlig/afrapportering-dom-offentlig";
    assert_eq!(said(dom, "offentlig", public, "Offentlig udgave"), everywhere);
    assert_eq!(said(dom, "offentlig", public, full), [""; 0]);
    let without_counts = said("styringsaftale", "myndighed", "styringsaftale-2021", full);
    assert_eq!(without_counts, [""; 0]);
}

#[test]
fn fields_and_documents_can_be_listed_as_the_public_sees_them() {
    let project = Project::new();
    let row = |til: &str| {
        let ran = project.run(&["felter", "--til", til]);
        assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
        let field = "{{cu.dom.region.domstype1.2018}}";
        let found = ran.out.lines().find(|line| line.contains(field)).map(str::to_owned);
        found.expect("the field")
    };
    assert!(row("offentlig").contains("skjult") && !row("myndighed").contains("skjult"));
    let texts = |til: &str| project.run(&["dokumenter", "--til", til]).out;
    assert!(texts("myndighed").contains("cu-dom-kommuner"));
    assert!(!texts("offentlig").contains("cu-dom-kommuner"));
}

#[test]
fn an_edition_that_gives_a_count_away_is_refused_and_nothing_is_written() {
    let project = Project::new();
    let before =
        r#"{"udgave": "Udkast", "tal": {"cu.dom.region.domstype1.2018": 4}, "summer": []}"#;
    fs::create_dir(project.path().join("inputs/offentliggjort")).expect("a folder");
    project.write("inputs/offentliggjort/udkast.json", before);
    let ran = project.run(&["tjek", "aftale", "--til", "offentlig"]);
    assert_eq!(ran.outcome, Outcome::Fine, "hiding the total helps: {}", ran.out);
    project.write(
        "inputs/offentliggjort/udkast.json",
        before.replace("domstype1.2018\": 4", "domstype2_kofoedsminde.2018\": 1"),
    );
    let ran = project.run(&["tjek", "aftale", "--til", "offentlig"]);
    assert_eq!(ran.outcome, Outcome::Findings, "{}", ran.out);
    for words in
        ["kan-udledes", "celle F111", "at tallet er 1.", "inputs/offentliggjort/udkast.json"]
    {
        assert!(ran.out.contains(words), "lacks {words}:\n{}", ran.out);
    }
    assert_eq!(project.run(&["tjek", "aftale"]).outcome, Outcome::Fine, "full figures are free");
    let ran = project.run(&["byg", "aftale", "--format", "docx", "--til", "offentlig"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(ran.err.ends_with("\nIntet er skrevet.\n"), "{}", ran.err);
    assert!(!project.path().join("output/offentlig").exists());
}

#[test]
fn words_are_not_chosen_by_a_hidden_count() {
    let project = Project::new();
    let chosen = "{{#if (eq cu.dom.region.domstype1.2018 \"4\")}}Fire.{{else}}Ikke fire.{{/if}}";
    let text = project::Project::shipped().text("inputs/tekst/cu-dom-vurdering.md");
    project.write("inputs/tekst/cu-dom-vurdering.md", format!("{text}\n{chosen}\n"));
    let ran = project.run(&["tjek", "afrapportering-dom", "--til", "offentlig"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    let said = "»eq« kan kun sammenligne et skjult tal med 0.";
    assert!(ran.out.contains(said), "{}", ran.out);
    assert_eq!(project.run(&["tjek", "afrapportering-dom"]).outcome, Outcome::Fine);
}

#[test]
fn a_count_that_is_hidden_and_typed_in_a_text_is_told() {
    let project = Project::new();
    let text = "inputs/tekst/cu-dom-maalgruppe.md";
    let typed = "\nDer var 1 borger på Kofoedsminde i 2017, 4 med domstype 1.\n";
    project.write(text, [project.read(text), typed.as_bytes().to_vec()].concat());
    let told = |words: &str| words.matches("advarsel[haandskrevet-tal]").count();
    for line in [&["tjek"][..], &["tjek", "--til", "offentlig"]] {
        let ran = project.run(line);
        assert_eq!((ran.outcome, told(&ran.out)), (Outcome::Fine, 2), "{}", ran.out);
    }
    let line = ["byg", "afrapportering-dom", "--format", "docx", "--til"];
    for (til, times) in [("offentlig", 2), ("myndighed", 0)] {
        let ran = project.run(&[&line[..], &[til]].concat());
        assert_eq!((ran.outcome, told(&ran.err)), (Outcome::Fine, times), "{}", ran.err);
    }
}
