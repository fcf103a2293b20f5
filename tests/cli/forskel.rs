use std::fs;

use socialaftale::cli::Outcome;
use socialaftale::package::Package;
use tempfile::TempDir;

use crate::built::socialaftale;
use crate::redline::compared::{read, said};
use crate::word::small::{p, template};

/// Two Word files in a folder; the new one says who saved it.
fn files() -> TempDir {
    let folder = TempDir::new().unwrap();
    let core = r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>Anna</dc:creator><cp:lastModifiedBy>Bodil</cp:lastModifiedBy><dcterms:modified>2020-11-30T08:15:00Z</dcterms:modified></cp:coreProperties>"#;
    let mut new = template(&(p("Der er 12 borgere.") + &p("Slut.")));
    new.set_part("docProps/core.xml", core.as_bytes());
    let rels = String::from_utf8(new.part("_rels/.rels").unwrap().to_vec()).unwrap();
    let relation = "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";
    new.set_part("_rels/.rels", rels.replace("</Relationships>", relation).into_bytes());
    let old = template(&(p("Der er 9 borgere.") + &p("Slut.")));
    let write = |name: &str, package: &Package| {
        fs::write(folder.path().join(name), package.write()).unwrap();
    };
    write("gammel.docx", &old);
    write("ny.docx", &new);
    folder
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

#[test]
fn the_changes_are_counted_and_written_with_who_saved_the_new_file() {
    let folder = files();
    let [old, new, redline] =
        ["gammel.docx", "ny.docx", "rettelser.docx"].map(|name| path(&folder, name));
    let ran = socialaftale(&["forskel", &old, &new, "-o", &redline]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    assert_eq!(
        ran.out,
        format!(
            "Indsat: 1 sted\nSlettet: 1 sted\nKan ikke vises som rettelser og er som i {new}: dokumentegenskaber.\nRettelserne er skrevet: {redline}\n"
        )
    );
    let package = read(&fs::read(&redline).unwrap());
    assert_eq!(said(&package), "Der er 12 borgere.\nSlut.\n");
    let xml = String::from_utf8(package.part("word/document.xml").unwrap().to_vec()).unwrap();
    assert!(xml.contains("w:author=\"Bodil\" w:date=\"2020-11-30T00:00:00Z\""), "{xml}");
}

#[test]
fn without_a_place_to_write_nothing_is_written() {
    let folder = files();
    let ran = socialaftale(&["forskel", &path(&folder, "gammel.docx"), &path(&folder, "ny.docx")]);
    assert_eq!(ran.outcome, Outcome::Fine);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn who_and_when_can_be_said_and_must_be_where_the_file_does_not() {
    let folder = files();
    let (old, new) = (path(&folder, "gammel.docx"), path(&folder, "ny.docx"));
    let ran = socialaftale(&["forskel", &new, &old]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert_eq!(
        ran.err,
        "fejl[kommandolinje]: Den nye fil siger ikke, hvem der har gemt den, og hvornår.\n  i kommandolinjen\n  Skriv, hvem rettelserne er af, og fra hvilken dag: --forfatter \"Sekretariatet\" --dato 2020-11-30.\n\n1 fejl.\n"
    );
    let said = ["forskel", &new, &old, "--forfatter", "DAS", "--dato", "25.5.2020"];
    assert_eq!(socialaftale(&said).outcome, Outcome::Fine);
}

#[test]
fn a_file_in_the_way_is_left_alone_and_the_same_redline_is_no_fault() {
    let folder = files();
    let (old, new) = (path(&folder, "gammel.docx"), path(&folder, "ny.docx"));
    let before = fs::read(&new).unwrap();
    let ran = socialaftale(&["forskel", &old, &new, "-o", &new]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert!(
        ran.err.contains("fejl[fil-findes]: Der ligger allerede en anden fil her."),
        "{}",
        ran.err
    );
    assert_eq!(fs::read(&new).unwrap(), before);
    let redline = path(&folder, "rettelser.docx");
    let again = ["forskel", &old, &new, "-o", &redline];
    assert_eq!(socialaftale(&again).outcome, Outcome::Fine);
    assert_eq!(socialaftale(&again).outcome, Outcome::Fine);
}

#[test]
fn faults_of_both_files_are_told_at_once() {
    let folder = files();
    fs::write(folder.path().join("a.docx"), "%PDF-1.7").unwrap();
    let ran = socialaftale(&[
        "forskel",
        &path(&folder, "a.docx"),
        &path(&folder, "mangler.docx"),
        "--forfatter",
        "DAS",
        "--dato",
        "2020-05-25",
    ]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(ran.err.contains("mangler.docx"), "{}", ran.err);
}

#[test]
fn a_redline_is_a_word_file_and_compares_word_files() {
    let folder = files();
    let (old, new) = (path(&folder, "gammel.docx"), path(&folder, "ny.docx"));
    let pdf = path(&folder, "rettelser.pdf");
    let ran = socialaftale(&["forskel", "0.2", &new, "-o", &pdf]);
    assert_eq!((ran.outcome, ran.out.as_str()), (Outcome::Usage, ""));
    assert_eq!(
        ran.err,
        format!(
            "fejl[kommandolinje]: »0.2« er ikke en Word-fil.\n  i kommandolinjen\n  Sammenlign to \
             Word-filer eller to udgaver. En udgaves Word-filer får du med »socialaftale byg \
             --udgave NUMMER«.\n\nfejl[kommandolinje]: Rettelserne bliver en Word-fil og kan ikke \
             hedde »{pdf}«.\n  i kommandolinjen\n  Giv filen et navn, der ender på .docx som den \
             nye fil, fx -o rettelser.docx.\n\n2 fejl.\n"
        )
    );
    assert_eq!(socialaftale(&["forskel", &old, &new, "-o", &pdf]).outcome, Outcome::Usage);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_file_compared_with_itself_gives_no_redline() {
    let folder = files();
    let (new, redline) = (path(&folder, "ny.docx"), path(&folder, "rettelser.docx"));
    let ran = socialaftale(&["forskel", &new, &new, "-o", &redline]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    assert_eq!(ran.out, "Der er ingen ændringer at vise som rettelser.\nIngen fil er skrevet.\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_file_that_is_no_word_file_inside_is_told_as_such() {
    let folder = files();
    let whole = fs::read(folder.path().join("ny.docx")).unwrap();
    fs::write(folder.path().join("halv.docx"), &whole[..whole.len() / 2]).unwrap();
    let ran =
        socialaftale(&["forskel", &path(&folder, "gammel.docx"), &path(&folder, "halv.docx")]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(ran.err.contains("halv.docx\n") && !ran.err.contains("hvem der"), "{}", ran.err);
}

#[test]
fn nothing_can_be_hidden_in_files_from_elsewhere() {
    let folder = files();
    let (old, new) = (path(&folder, "gammel.docx"), path(&folder, "ny.docx"));
    let redline = path(&folder, "rettelser.docx");
    let ran = socialaftale(&["forskel", &old, &new, "--til", "offentlig", "-o", &redline]);
    assert_eq!(
        (ran.outcome, ran.err.as_str()),
        (
            Outcome::Usage,
            "fejl[kommandolinje]: »--til« kan ikke bruges, når to Word-filer bliver sammenlignet.\n  \
             i kommandolinjen\n  Rettelserne viser alt, hvad der står i filerne, også små tal. \
             Rettelser til offentligheden får du med »socialaftale byg --rettelser UDGAVE --til \
             offentlig«.\n\n1 fejl.\n"
        )
    );
    assert!(!std::path::Path::new(&redline).exists());
}
