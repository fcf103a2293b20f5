use std::fs;
use std::time::SystemTime;

use socialaftale::cli::Outcome;

use crate::built::{Project, Ran};

/// Word documents are made without layout, in every build of the program.
const BYG: [&str; 3] = ["byg", "--format", "docx"];

fn byg(project: &Project) -> Ran {
    let ran = project.run(&BYG);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    ran
}

fn built() -> Project {
    let project = Project::new();
    byg(&project);
    project
}

/// The documents that a run says it made, each with the reasons.
fn made(ran: &Ran) -> Vec<String> {
    let after = ran.out.split_once("Lavet, fordi:\n").map_or("", |(_, after)| after);
    after.lines().take_while(|line| line.starts_with("  ")).map(|l| l.trim().to_owned()).collect()
}

fn times(project: &Project) -> Vec<(String, SystemTime)> {
    let entries = fs::read_dir(project.path().join("output")).unwrap().flatten();
    let time = |entry: &fs::DirEntry| entry.metadata().unwrap().modified().unwrap();
    let mut all: Vec<_> =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), time(&entry))).collect();
    all.sort();
    all
}

#[test]
fn a_run_without_changes_does_nothing_and_says_so() {
    let project = built();
    let before = times(&project);
    let again = byg(&project);
    assert_eq!(
        again.out,
        "Intet er ændret: 26 dokumenter i output/ står, som de er.\n\
         Se de åbne punkter (»afventer«) med: socialaftale tjek\n"
    );
    assert_eq!(times(&project), before);
}

#[test]
fn a_changed_text_makes_the_documents_that_show_it_and_says_why() {
    let project = built();
    project.replace("inputs/tekst/sag-resume.md", "{{aftale.titel}}", "{{aftale.titel}} nu");
    let ran = byg(&project);
    assert!(
        ran.out.contains("Lavet, fordi inputs/tekst/sag-resume.md er ændret (teksten »sag-resume«).\n11 dokumenter i output/: 11 filer skrevet, 0 uændrede.\n15 andre dokumenter står, som de er: intet i dem er ændret.\n"),
        "{}",
        ran.out
    );
}

#[test]
fn a_changed_template_and_a_changed_file_are_told_as_such() {
    let project = built();
    let template = project.read("templates/word/oplaeg.docx");
    project.write("templates/word/bilag.docx", template);
    fs::remove_file(project.path().join("output/oplaeg-politisk-fokus-2021-2022.docx")).unwrap();
    project.write("output/sag-rebild.docx", "noget andet");
    assert_eq!(
        made(&byg(&project)),
        [
            "llt, styringsaftale, specialundervisning, svar-spise og 3 andre: skabelonen \
             templates/word/bilag.docx er ændret",
            "sag-rebild: sag-rebild.docx mangler eller er rettet i hånden",
            "oplaeg: oplaeg-politisk-fokus-2021-2022.docx mangler eller er rettet i hånden",
        ]
    );
}

#[test]
fn what_changed_is_told_by_the_file_that_it_comes_from() {
    let project = built();
    project.replace("inputs/aftale.toml", "dato = 2020-09-14", "dato = 2020-09-21");
    assert_eq!(
        made(&byg(&project)),
        [
            "aftale: dokumentets egne oplysninger er ændret; inputs/aftale.toml er ændret (feltet \
             »udgave.dato« og feltet »udgaver«); tabellen »takster.krisecentre« og figuren \
             »takster.krisecentre« er ændret",
            "afrapportering-spise, afrapportering-dom, afrapportering-gravide, llt og 18 andre: \
             dokumentets egne oplysninger er ændret; inputs/aftale.toml er ændret (feltet \
             »udgave.dato«)",
            "takstbilag: dokumentets egne oplysninger er ændret; inputs/aftale.toml er ændret \
             (feltet »pr.dato« og feltet »udgave.dato«); tabellen »takster.krisecentre« og figuren \
             »takster.krisecentre« er ændret",
        ]
    );
}

#[test]
fn alt_makes_everything_again() {
    let project = built();
    let ran = project.run(&["byg", "--format", "docx", "--alt"]);
    assert!(ran.out.contains("\nLavet, fordi alt laves igen.\n26 dokumenter i output/: 0 filer skrevet, 26 uændrede.\n"), "{}", ran.out);
}

#[test]
fn another_program_makes_everything_again() {
    let project = built();
    let bases = String::from_utf8(project.read("output/.grundlag.json")).unwrap();
    let version = format!("socialaftale {}", env!("CARGO_PKG_VERSION"));
    project.write("output/.grundlag.json", bases.replace(&version, "socialaftale 0.0.9"));
    let ran = byg(&project);
    assert!(ran.out.contains("Lavet, fordi programmet er et andet."), "{}", ran.out);
}

/// What is changed in which input, in three rounds.
const EDITS: [[(&str, &str, &str); 4]; 3] = [
    [
        ("inputs/aftale.toml", "vision = \"Øget", "vision = \"Større"),
        ("inputs/aftale.toml", "dato = 2020-09-14", "dato = 2020-09-15"),
        ("inputs/tekst/fokus-alderdom.md", "Den gode alderdom", "Den bedste alderdom"),
        ("inputs/myndigheder.toml", "raad = \"Kommunalbestyrelsen\"", "raad = \"Byrådet\""),
    ],
    [
        ("inputs/aftale.toml", "indsendelse = 2020-12-01", "indsendelse = 2020-11-30"),
        ("inputs/aftale.toml", "paragraf = \"§ 9\"", "paragraf = \"§ 9 a\""),
        ("inputs/dokumenter.toml", "\"baggrund\",\n  \"proces\"", "\"proces\",\n  \"baggrund\""),
        ("inputs/tekst/vision.md", "titel = \"Vision: øget", "titel = \"Vision: større"),
    ],
    [
        ("inputs/aftale.toml", "hjemsted = \"Aalborg", "hjemsted = \"Ålborg"),
        ("inputs/aftale.toml", "udgiver = \"Sekretariatet", "udgiver = \"Fællessekretariatet"),
        ("inputs/dokumenter.toml", "undertitel = \"De nordjyske", "undertitel = \"De nordlige"),
        ("inputs/regler.toml", "\"0.05\"", "\"0.06\""),
    ],
];

/// Whatever is changed, building on gives what building anew gives.
#[test]
fn building_on_gives_what_building_anew_gives() {
    let project = built();
    for edits in EDITS {
        for (file, old, new) in edits {
            project.replace(file, old, new);
        }
        byg(&project);
        let on = project.output();
        assert_eq!(project.run(&["byg", "--format", "docx", "--alt"]).outcome, Outcome::Fine);
        for (name, bytes) in &project.output() {
            assert!(on[name] == *bytes, "{name} differs after {edits:?}");
        }
    }
}
