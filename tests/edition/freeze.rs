use std::fs;

use socialaftale::cli::Outcome;
use socialaftale::edition::{list, open};
use socialaftale::model::Modtager;
use socialaftale::output::{Lock, place_files};
use tempfile::TempDir;

use super::small::{FILE, docx_text, freeze, frozen, kept, package, project};

#[test]
fn an_edition_gives_its_documents_back_byte_for_byte() {
    let project = frozen();
    let edition = open(project.path(), "0.1").expect("the edition");
    project.write("inputs/tekst/forord.md", "+++\nnoegle = \"forord\"\n+++\n\nNoget helt andet.\n");
    let ran = project.run(&["byg", "--udgave", "0.1"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    assert_eq!(
        ran.out,
        "2 filer ligger i output/udgaver/0.1/, byte for byte som da udgaven blev frosset.\n"
    );
    let documents = edition.documents(Modtager::Myndighed);
    let names: Vec<&str> = documents.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["aftale.docx", "status.docx"]);
    for (name, bytes) in documents {
        assert_eq!(project.read(&format!("output/udgaver/0.1/{name}")), bytes, "{name}");
    }
    assert!(!project.path().join("output/aftale.docx").exists());
}

#[test]
fn each_reader_has_documents_of_ones_own() {
    let project = frozen();
    let ran = project.run(&["byg", "--udgave", "das 25. maj 2020", "--til", "offentlig"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    let mut given: Vec<String> = fs::read_dir(project.path().join("output/udgaver/0.1/offentlig"))
        .expect("the folder of the public")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .collect();
    given.sort();
    assert_eq!(given, ["aftale-offentlig.docx", "manifest.json", "tabeller.json"]);
    assert!(!project.path().join("output/udgaver/0.1/aftale.docx").exists());
}

#[test]
fn the_file_says_what_it_is_and_holds_all_that_was_used() {
    let project = frozen();
    project.write("inputs/~$takster.xlsx", "Excels egen fil");
    assert_eq!(kept(&project), ["0.1-das-25-maj-2020.udgave.zip"]);
    let package = package(&project, FILE);
    let readme = package.part("LÆSMIG.txt").expect("a readme");
    let readme = std::str::from_utf8(readme).expect("UTF-8");
    assert!(
        readme.starts_with(
            "Nordjysk Socialaftale 2021-2022\nUdgave 0.1: DAS 25. maj 2020\n\n\
             Dato:         14. september 2020\nBehandlet i:  KKR Nordjylland\n\
             Ændringer:    –\nLavet med:    socialaftale 0.1.0\n"
        ),
        "{readme}"
    );
    let names: Vec<&str> = package.names().collect();
    for name in [
        "inputs/takster.xlsx",
        "inputs/tekst/forord.md",
        "templates/word/aftale.docx",
        "output/manifest.json",
        "output/offentlig/tabeller.json",
        "udgave.json",
    ] {
        assert!(names.contains(&name), "lacks {name}: {names:?}");
    }
    assert!(!names.iter().any(|name| name.starts_with("inputs/udgaver")), "{names:?}");
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let again = project();
    assert_eq!(freeze(&again, &["DAS 25. maj 2020"]).outcome, Outcome::Fine);
    assert!(again.read(FILE) == frozen().read(FILE));
}

#[test]
fn what_lies_in_output_from_before_is_not_frozen() {
    let project = project();
    assert_eq!(project.run(&["byg"]).outcome, Outcome::Fine);
    project.write("output/aftale.docx", "rettet i hånden");
    assert_eq!(freeze(&project, &["Udkast"]).outcome, Outcome::Fine);
    let edition = open(project.path(), "Udkast").expect("the edition");
    let documents = edition.documents(Modtager::Myndighed);
    let (_, aftale) = documents.iter().find(|(name, _)| *name == "aftale.docx").expect("it");
    assert!(docx_text(aftale).contains("Nordjysk Socialaftale 2021-2022"));
    assert_eq!(project.read("output/aftale.docx"), "rettet i hånden".as_bytes());
}

#[test]
fn only_one_run_freezes_at_a_time() {
    let project = project();
    let other = Lock::take(project.path()).expect("another run");
    let ran = freeze(&project, &["Udkast"]);
    assert_eq!(ran.outcome, Outcome::Failure);
    assert!(ran.err.starts_with("fejl[output-i-brug]: "), "{}", ran.err);
    assert_eq!(kept(&project), [""; 0]);
    drop(other);
    assert_eq!(freeze(&project, &["Udkast", "--kun-myndighed"]).outcome, Outcome::Fine);
}

#[test]
fn nothing_is_frozen_while_a_fejl_stands() {
    let project = project();
    project.replace("inputs/tekst/forord.md", "{{aftale.korttitel}}", "{{aftale.kortitel}}");
    let ran = freeze(&project, &["Udkast"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(ran.err.starts_with("fejl[ukendt-felt]"), "{}", ran.err);
    assert!(ran.err.ends_with("1 fejl.\nIngen udgave er frosset.\n"), "{}", ran.err);
    assert_eq!(kept(&project), [""; 0]);
}

#[test]
fn an_edition_that_the_public_may_not_have_says_why() {
    let project = project();
    let shown = r#"{"udgave": "Udkast", "tal": {"cu.dom.region.domstype2_kofoedsminde.2018": 1}, "summer": []}"#;
    fs::create_dir(project.path().join("inputs/offentliggjort")).expect("a folder");
    project.write("inputs/offentliggjort/udkast.json", shown);
    let ran = freeze(&project, &["Udkast"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    assert_eq!(
        ran.err,
        "advarsel[udgave-uden-offentlig]: Udgaven har ingen dokumenter til offentligheden: De blev \
         afvist (kan-udledes).\n  i kommandolinjen\n  Se hele forklaringen med »socialaftale byg --til \
         offentlig«.\n\n1 advarsel.\n"
    );
    let asked = project.run(&["byg", "--udgave", "0.1", "--til", "offentlig"]);
    assert_eq!(asked.outcome, Outcome::Findings);
    assert!(asked.err.starts_with("fejl[udgave-uden-offentlig]: "), "{}", asked.err);
    assert_eq!(project.run(&["byg", "--udgave", "0.1"]).outcome, Outcome::Fine);
}

#[test]
fn the_public_can_be_left_out() {
    let project = project();
    let ran = project.run(&["freeze", "Udkast", "--authorities-only"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    assert_eq!(
        ran.out,
        "Udgave 0.1 – Udkast er frosset i inputs/udgaver/0.1-udkast.udgave.zip.\n\
         Den rummer 2 dokumenter til myndighederne og ingen til offentligheden.\n"
    );
    let readme = package(&project, "inputs/udgaver/0.1-udkast.udgave.zip");
    let readme = String::from_utf8(readme.part("LÆSMIG.txt").expect("it").to_vec()).expect("UTF-8");
    let why = "Der er ingen dokumenter til offentligheden: Der blev ikke bedt om dem.\n";
    assert!(readme.contains(why), "{readme}");
}

#[test]
fn a_frozen_project_can_be_read_again() {
    let project = frozen();
    let edition = open(project.path(), "0.1").expect("the edition");
    assert_eq!(
        edition.inputs().get("inputs/takster.xlsx"),
        Some(&*project.read("inputs/takster.xlsx"))
    );
    let folder = TempDir::new().expect("a folder");
    let (inputs, templates) = (edition.inputs(), edition.templates());
    let files: Vec<(String, Vec<u8>)> = inputs
        .under("inputs")
        .chain(templates.under("templates"))
        .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
        .collect();
    place_files(folder.path(), &files).expect("it is unpacked");
    let path = folder.path().to_str().expect("UTF-8");
    let ran = crate::built::socialaftale(&["byg", "--projekt", path]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    let again = fs::read(folder.path().join("output/status.docx")).expect("it is built");
    let documents = edition.documents(Modtager::Myndighed);
    assert_eq!(documents.iter().find(|(name, _)| *name == "status.docx").expect("it").1, again);
}

#[test]
fn udgaver_lists_them_in_the_order_of_their_numbers() {
    let project = frozen();
    let none = project.run(&["editions"]);
    assert_eq!((none.outcome, none.err.as_str()), (Outcome::Fine, ""));
    for (navn, nummer) in [("Tiende", "0.10"), ("Anden", "0.2")] {
        let ran = freeze(&project, &[navn, "--nummer", nummer, "--kun-myndighed"]);
        assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    }
    let ran = project.run(&["udgaver"]);
    let rows: Vec<&str> = ran.out.lines().filter(|line| line.starts_with("│ 0.")).collect();
    let cells = |row: &str| {
        row.split("  ")
            .map(|c| c.trim_matches(['│', ' ']).to_owned())
            .filter(|c| !c.is_empty())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rows.iter().map(|row| cells(row)).collect::<Vec<_>>(),
        [
            [
                "0.1",
                "DAS 25. maj 2020",
                "14. september 2020",
                "KKR Nordjylland",
                "socialaftale 0.1.0",
                "2",
                "1"
            ],
            [
                "0.2",
                "Anden",
                "14. september 2020",
                "KKR Nordjylland",
                "socialaftale 0.1.0",
                "2",
                "–"
            ],
            [
                "0.10",
                "Tiende",
                "14. september 2020",
                "KKR Nordjylland",
                "socialaftale 0.1.0",
                "2",
                "–"
            ],
        ]
    );
    let (editions, findings) = list(project.path());
    assert!(findings.is_empty(), "{findings}");
    assert_eq!(editions[2].about().nummer.to_string(), "0.10");
}

#[test]
fn a_project_without_editions_is_told_how_to_make_one() {
    let ran = project().run(&["udgaver"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    assert_eq!(ran.out, "Der er ingen frosne udgaver. Lav en med:  socialaftale frys \"NAVN\"\n");
}
