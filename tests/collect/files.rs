//! What comes back is not always what was sent.

use std::fs;

use socialaftale::cli::Outcome;
use socialaftale::collect::{Ark, FILE, Udfaldsart};
use socialaftale::package::{Limits, Package};

use super::inbox::{COUNTS, Inbox, TILBUD, TROUBLES, form, sample, shown};
use crate::built::Project;
use crate::project::Cell;

/// What Rebild's answer in one of the samples is read as.
fn rebild(inbox: &Inbox) -> [Vec<String>; 2] {
    ["boern_unge", "voksne"].map(|gruppe| inbox.counts("Rebild Kommune", gruppe))
}

const GIVEN: [[&str; 3]; 2] = [
    ["0 konstrueret", "1 konstrueret", "2 konstrueret"],
    ["3 konstrueret", "4 konstrueret", "5 konstrueret"],
];

#[test]
fn every_format_that_libreoffice_saves_is_read() {
    for name in ["regneark.xlsx", "regneark.ods", "regneark.xls"] {
        let inbox = Inbox::new().with(name, sample(name));
        assert_eq!(rebild(&inbox), GIVEN, "{name}");
        assert_eq!(inbox.told(), [""; 0], "{name}");
        let table = inbox.table();
        let users: Vec<String> =
            table.rows(Ark::Tilbud).iter().map(|row| shown(row, "Brugere")).collect();
        assert_eq!(users, GIVEN[0], "{name}");
        let text = table.rows(Ark::Tekster).iter().find(|row| row.text("Tema") == "udfordringer");
        assert_eq!(
            text.expect("a text").text("Tekst"),
            "Konstrueret svar.\nMed to linjer.",
            "{name}"
        );
    }
}

#[test]
fn a_file_is_what_its_bytes_are_whatever_it_is_called() {
    for (name, bytes) in [("svar.xlsx", "regneark.ods"), ("svar.ods", "regneark.xls")] {
        let inbox = Inbox::new().with(name, sample(bytes));
        assert_eq!(rebild(&inbox), GIVEN, "{bytes} called {name}");
    }
}

#[test]
fn answers_are_found_where_they_have_been_moved_to_without_the_hidden_keys() {
    let inbox = Inbox::new().with("omflyttet.xlsx", sample("omflyttet.xlsx"));
    assert_eq!(rebild(&inbox), GIVEN);
    let table = inbox.table();
    let children = table.rows(Ark::Tal).iter().filter(|row| row.text("Gruppe") == "boern_unge");
    let cells: Vec<String> =
        children.filter(|row| row.get("Fil").is_some()).map(|row| row.text("Celle")).collect();
    assert_eq!(cells, ["G7", "F7", "E7"]);
    assert_eq!(
        inbox.told(),
        [
            "advarsel[felt-mangler] omflyttet.xlsx: Feltet »Jeres svar om tilrettelæggelse og \
             koordination« findes ikke i filen. Bed om skemaet igen, med alle felter.",
            "advarsel[felt-mangler] omflyttet.xlsx: Feltet »Jeres øvrige bemærkninger« findes ikke i \
             filen. Bed om skemaet igen, med alle felter.",
            "oplysning[skjult] omflyttet.xlsx, arket »Ark1«: Arket er skjult i filen; det er læst med.",
            "oplysning[skjult] omflyttet.xlsx, arket »Ark2«: Arket har 1 skjult række, der er læst med.",
        ]
    );
}

#[test]
fn the_example_in_a_form_is_never_read() {
    let inbox = Inbox::rebild().cell("rebild.xlsx", "Eksempel", "A7", Cell::Text("Fremmed gruppe"));
    assert_eq!(inbox.told(), [""; 0]);
    let table = inbox.table();
    assert!(table.rows(Ark::Tilbud).is_empty());
}

#[test]
fn a_form_that_nobody_has_filled_in_is_no_answer() {
    let inbox = Inbox::new().with("tom.xlsx", form("spise", "rebild"));
    let (round, told) = inbox.collected();
    let udfald = &round.expect("a round").udfald[0];
    assert_eq!(udfald.art, Udfaldsart::Tomt);
    assert_eq!((udfald.svar_fra.as_str(), udfald.udmelding.as_str()), ("Rebild Kommune", "spise"));
    assert_eq!(
        told,
        ["oplysning[tomt-skema] tom.xlsx: Skemaet er ikke udfyldt og er ikke taget med."]
    );
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = Package::new();
    zip.set_part(name, bytes);
    zip.write()
}

#[test]
fn files_that_are_no_answers_are_told_and_the_others_are_taken() {
    let inbox = Inbox::rebild()
        .with("a.pdf", "%PDF-1.7")
        .with("alt.zip", zipped("svar.xlsx", &sample("regneark.xlsx")))
        .with("f.csv", "Gruppe;2017;2018\nVoksne;1;2\n")
        .with("b.xlsx", "")
        .with("c.html.xlsx", "<html><table></table></html>")
        .with("d.xlsx", fs::read("inputs/takster.xlsx").expect("a workbook"))
        .with("e.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 kort".as_slice());
    assert_eq!(inbox.counts("Rebild Kommune", "voksne")[2], "2 endelig");
    let told = inbox.told();
    let said = |file: &str, words: &str| {
        assert!(
            told.iter().any(|one| one.contains(file) && one.contains(words)),
            "{words}: {told:#?}"
        );
    };
    assert!(told.iter().all(|one| one.starts_with("advarsel[")), "{told:#?}");
    let pdf = "Filen er en PDF. Brug det regneark, den er lavet af, eller bed afsenderen om det.";
    said("a.pdf", pdf);
    let zip = "Filen er en zip-fil og ikke et Excel-ark i formatet .xlsx. Pak den ud, og brug regnearkene i den.";
    said("alt.zip", zip);
    let csv = "Filen er ikke et Office-dokument. Åbn den i Excel, og gem den som .xlsx.";
    said("f.csv", csv);
    said("b.xlsx", "Filen er tom.");
    said("c.html.xlsx", "Filen er en webside.");
    said(
        "d.xlsx",
        "advarsel[ikke-et-skema] d.xlsx: Filen er ikke et skema herfra: Den siger ikke, hvem \
                    der svarer på hvilken udmelding.",
    );
    said("e.xls", "Filen kan ikke læses som regneark. Åbn den i Excel, og gem den igen som .xlsx.");
}

#[test]
fn a_locked_workbook_is_told_to_be_locked() {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(
        Inbox::new().with("laast.xlsx", bytes).told(),
        [
            "advarsel[fil-kan-ikke-laeses] laast.xlsx: Filen er låst med adgangskode. Åbn den i Office, \
          fjern adgangskoden under Filer, Oplysninger, og gem den."
        ]
    );
}

#[test]
fn damaged_workbooks_never_end_the_run() {
    for name in ["regneark.xls", "regneark.ods", "regneark.xlsx"] {
        let whole = sample(name);
        for part in 1..24 {
            let mut broken = whole.clone();
            let at = whole.len() * part / 24;
            match part % 2 {
                0 => broken.truncate(at),
                _ => broken[at..].iter_mut().step_by(97).for_each(|byte| *byte ^= 0x5a),
            }
            let (round, _) = Inbox::new().with(name, broken).collected();
            assert!(round.is_some(), "{name}, {part}");
        }
    }
}

#[test]
fn an_unknown_party_is_told_with_the_nearest() {
    let lost = Inbox::new().with("r.xlsx", sample("omflyttet.xlsx"));
    let named = |words| lost.clone().cell("r.xlsx", "Ark4", "E5", Cell::Text(words));
    assert_eq!(
        named("Rebild kommune").counts("Rebild Kommune", "voksne")[0],
        "3 konstrueret",
        "case does not matter"
    );
    assert_eq!(
        named("Rebilds Kommune").told()[0],
        "advarsel[ukendt-svar] r.xlsx: Filen siger »Rebilds Kommune«, som ikke er en af parterne. Er det \
         »Rebild Kommune«, så ret navnet på forsiden."
    );
    assert_eq!(
        named("Aalborg Kommune").told()[0],
        "advarsel[ukendt-svar] r.xlsx: Filen siger ikke, hvilken del af »Aalborg Kommune« der svarer. \
         Skriv »Svarer for« på forsiden: Familie- og Beskæftigelsesforvaltningen eller Ældre- og \
         Handicapforvaltningen."
    );
    let udmelding = lost.cell("r.xlsx", "Ark4", "E6", Cell::Text("Noget helt andet"));
    assert!(udmelding.told()[0].starts_with(
        "advarsel[ukendt-svar] r.xlsx: Filen siger »Noget helt andet«, som ikke er en central udmelding."
    ));
}

#[test]
fn a_form_that_another_party_has_written_over_is_not_taken() {
    let inbox = Inbox::rebild().cell("rebild.xlsx", "Forside", "B3", Cell::Text("Thisted Kommune"));
    assert_eq!(
        inbox.told(),
        [
            "advarsel[part-uenig] rebild.xlsx: Forsiden siger »Thisted Kommune«, men skemaet er lavet til \
          »Rebild Kommune«; filen er ikke taget med. Send parten sit eget skema, eller ret forsiden, hvis \
          svaret er fra den, skemaet er lavet til."
        ]
    );
}

#[test]
fn a_form_of_another_version_is_told() {
    let inbox = Inbox::rebild().cell("rebild.xlsx", "socialaftale", "B1", Cell::Number("2"));
    assert_eq!(
        inbox.told(),
        [
            "advarsel[skema-udgave] rebild.xlsx: Skemaet er lavet af en anden udgave af programmet. Brug den \
          udgave af programmet, som skemaet er lavet med."
        ]
    );
}

#[test]
fn a_group_that_has_a_new_name_since_is_known_by_its_key() {
    let inbox = Inbox::rebild()
        .cell("rebild.xlsx", "socialaftale", "C5", Cell::Text("Unge under 18"))
        .cell("rebild.xlsx", COUNTS, "A5", Cell::Text("Unge under 18"));
    assert_eq!(inbox.counts("Rebild Kommune", "boern_unge")[2], "2 endelig");
    assert_eq!(inbox.told(), [""; 0]);
}

#[test]
fn lost_tables_are_told() {
    let inbox = Inbox::rebild()
        .cell("rebild.xlsx", COUNTS, "A4", Cell::Blank)
        .cell("rebild.xlsx", TILBUD, "B4", Cell::Blank)
        .cell("rebild.xlsx", TROUBLES, "A5", Cell::Text("Et svar"));
    let told = inbox.told();
    let missing = |what: &str| {
        format!(
            "advarsel[felt-mangler] rebild.xlsx: {what} findes ikke i filen. Bed om skemaet igen, med alle felter."
        )
    };
    assert!(told.contains(&missing("Tabellen med antal borgere")), "{told:#?}");
    assert!(told.contains(&missing("Tabellen med tilbud")), "{told:#?}");
}

#[test]
fn the_same_bytes_under_two_names_are_read_once() {
    let inbox = Inbox::rebild();
    let bytes = inbox.bytes("rebild.xlsx");
    let twice = inbox.with("kopi.xlsx", bytes);
    assert_eq!(
        twice.told(),
        [
            "oplysning[samme-fil] rebild.xlsx: Filen er den samme som »kopi.xlsx« og læses kun én gang."
        ]
    );
}

#[test]
fn indsaml_writes_the_table_and_keeps_the_files_as_they_came() {
    let project = Project::new();
    let before = fs::read(project.path().join(FILE)).ok();
    let sent = Inbox::new().filled("Svar fra Rebild (2).xlsx", "rebild", ["4", "4", "4"]);
    let bytes = sent.bytes("Svar fra Rebild (2).xlsx");
    let inbox = project.path().join("svar/fra mail");
    fs::create_dir_all(&inbox).expect("a folder");
    fs::write(inbox.join("Svar fra Rebild (2).xlsx"), &bytes).expect("a file");
    let folder = project.path().join("svar");
    let folder = folder.to_str().expect("a path");

    let seen = project.run(&["indsaml", folder, "--vis"]);
    assert_eq!(seen.outcome, Outcome::Fine, "{}", seen.err);
    assert!(seen.out.contains("1 fil, 1 taget med. Intet er skrevet (--vis)."), "{}", seen.out);
    assert_eq!(fs::read(project.path().join(FILE)).ok(), before);

    let ran = project.run(&["collect", folder]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    assert!(ran.out.contains("│ fra mail/Svar fra Rebild (2).xlsx "), "{}", ran.out);
    assert!(ran.out.contains("Svarene står i inputs/indberetninger.xlsx."), "{}", ran.out);
    let kept = fs::read_dir(project.path().join("inputs/besvarelser")).expect("a folder");
    let copies = kept
        .filter(|entry| fs::read(entry.as_ref().expect("a file").path()).expect("a file") == bytes);
    assert_eq!(copies.count(), 1);

    let again = project.run(&["indsaml", folder]);
    assert!(again.out.contains("inputs/indberetninger.xlsx er uændret."), "{}", again.out);
}

#[test]
fn a_file_with_a_cpr_number_is_told_and_neither_taken_nor_kept_while_others_are() {
    let project = Project::new();
    let folder = project.path().join("svar");
    fs::create_dir_all(&folder).expect("a folder");
    let sent = Inbox::new()
        .filled("rebild.xlsx", "rebild", ["4", "4", "4"])
        .cell("rebild.xlsx", TROUBLES, "A4", Cell::Text("Borgeren 070761-4285 venter."))
        .filled("070761-4286.xlsx", "thisted", ["1", "1", "1"])
        .filled("hjoerring.xlsx", "hjoerring", ["5", "5", "5"]);
    for file in ["rebild.xlsx", "070761-4286.xlsx", "hjoerring.xlsx"] {
        fs::write(folder.join(file), sent.bytes(file)).expect("a file");
    }
    let ran = project.run(&["indsaml", folder.to_str().expect("a path")]);
    assert_eq!(ran.outcome, Outcome::Findings, "{}", ran.err);
    let hint = "  Filen er hverken taget med eller gemt.";
    for told in [
        format!(
            "fejl[personnummer]: Her står et tal, der ligner et personnummer, og kontrolcifferet \
             passer.\n  i rebild.xlsx, arket »{TROUBLES}«, celle A4\n{hint} Slet det. Er det et andet \
             nummer, så skriv det med mellemrum for hvert andet ciffer: 12 34 56 78 90.\n"
        ),
        format!(
            "fejl[personnummer]: Filens navn har et tal, der ligner et personnummer.\n  i \
             070761-xxxx.xlsx\n{hint} Omdøb filen.\n"
        ),
    ] {
        assert!(ran.err.contains(&told), "{}", ran.err);
    }
    assert!(!ran.err.contains("Intet er skrevet") && !ran.err.contains("4285"), "{}", ran.err);
    assert!(ran.out.contains("3 filer, 1 taget med."), "{}", ran.out);
    assert!(ran.out.contains("│ 070761-xxxx.xlsx ") && ran.out.contains("ikke taget med"));
    let kept = |file: &str| {
        let files = fs::read_dir(project.path().join("inputs/besvarelser")).expect("a folder");
        files
            .filter(|one| {
                fs::read(one.as_ref().expect("a file").path()).expect("bytes") == sent.bytes(file)
            })
            .count()
    };
    assert_eq!([kept("rebild.xlsx"), kept("070761-4286.xlsx"), kept("hjoerring.xlsx")], [0, 0, 1]);
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let ran = Project::new().run(&["indsaml", "findes-ikke"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert_eq!(
        ran.err,
        "fejl[mappe-findes-ikke]: Mappen »findes-ikke« findes ikke.\n  i kommandolinjen\n  Skriv stien til \
         den mappe, hvor de udfyldte skemaer ligger.\n\n1 fejl.\nIntet er skrevet; inputs/ er, som det var.\n"
    );
}

#[test]
fn an_empty_folder_is_told() {
    let project = Project::new();
    let folder = project.path().join("svar");
    fs::create_dir_all(folder.join("fra mail")).expect("a folder");
    let ran = project.run(&["indsaml", folder.to_str().expect("a path")]);
    assert_eq!((ran.outcome, ran.out.as_str()), (Outcome::Findings, ""));
    assert_eq!(
        ran.err,
        format!(
            "fejl[mappe-tom]: Mappen »{}« har ingen filer, der kan samles ind.\n  i kommandolinjen\n  Læg de udfyldte skemaer i den, \
             eller skriv stien til den mappe, de ligger i.\n\n1 fejl.\nIntet er skrevet; inputs/ er, som det \
             var.\n",
            folder.display()
        )
    );
}

#[test]
fn macros_are_told_and_never_run() {
    let inbox = Inbox::rebild();
    let mut package = Package::read(&inbox.bytes("rebild.xlsx"), "rebild.xlsx", &Limits::WORKBOOK)
        .expect("a workbook");
    package.set_part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0".to_vec());
    let with_macros = inbox.without("rebild.xlsx").with("rebild.xlsm", package.write());
    assert_eq!(
        with_macros.told(),
        [
            "oplysning[makroer] rebild.xlsm: Projektmappen har makroer. De er ikke kørt; kun cellernes \
          værdier er læst. Gem den som .xlsx, så følger makroerne ikke med."
        ]
    );
    let voksne = ["0 endelig", "1 endelig", "2 endelig"];
    assert_eq!(with_macros.counts("Rebild Kommune", "voksne"), voksne);
}
