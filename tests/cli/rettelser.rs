use socialaftale::cli::Outcome;
use socialaftale::package::{Limits, Package};
use socialaftale::redline::{accept_all, reject_all};

use crate::built::Project;
use crate::edition::small::frozen;
use crate::word::small::{part, text};

/// The small frozen project, whose agreement is made as PDF from now on.
fn project() -> Project {
    let project = frozen();
    let catalogue = String::from_utf8(project.read("inputs/dokumenter.toml")).expect("a text");
    project.write("inputs/dokumenter.toml", catalogue.replacen("\"docx\"", "\"pdf\"", 1));
    project
}

#[test]
fn an_edition_that_is_not_there_is_told() {
    let ran = frozen().run(&["byg", "--rettelser", "0.7"]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert!(
        ran.err.starts_with("fejl[ukendt-udgave]: Der er ingen udgave, der hedder »0.7«."),
        "{}",
        ran.err
    );
    assert!(ran.err.ends_with("Intet er skrevet.\n"), "{}", ran.err);
}

#[test]
fn documents_that_are_not_made_in_a_format_are_told() {
    let ran = frozen().run(&["byg", "--rettelser", "0.1", "--format", "pdf"]);
    assert_eq!(
        ran.out,
        "Laves ikke i det format og er ikke sammenlignet: aftale og status.\n\
         0 dokumenter med rettelser i output/rettelser/.\n",
        "{}",
        ran.err
    );
}

/// The texts of a Word file's paragraphs.
fn words(bytes: &[u8]) -> String {
    let package = Package::read(bytes, "en.docx", &Limits::DOCUMENT).expect("a Word file");
    text(&part(&package, "word/document.xml"))
}

#[test]
fn a_word_redline_gives_the_old_document_and_the_new_one_back() {
    let project = frozen();
    assert_eq!(project.run(&["byg", "--udgave", "0.1"]).outcome, Outcome::Fine);
    let old = project.read("output/udgaver/0.1/aftale.docx");
    project.replace("inputs/tekst/forord.md", "De nordjyske kommuner", "Alle elleve kommuner");
    let ran = project.run(&["byg", "--rettelser", "0.1"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    assert!(
        ran.out
            .ends_with("Ingen ændringer: status.\n1 dokument med rettelser i output/rettelser/.\n"),
        "{}",
        ran.out
    );
    assert_eq!(project.run(&["byg", "aftale"]).outcome, Outcome::Fine);
    let made = project.read("output/rettelser/aftale-rettelser-siden-0.1.docx");
    let decided = |resolved: Result<Vec<u8>, _>| words(&resolved.expect("a redline"));
    assert_eq!(decided(reject_all(&made, "en.docx")), words(&old));
    assert_eq!(decided(accept_all(&made, "en.docx")), words(&project.read("output/aftale.docx")));
    assert_ne!(words(&old), words(&project.read("output/aftale.docx")));
}

#[test]
fn a_redline_of_a_document_that_is_as_it_was_again_is_told() {
    let project = frozen();
    let before = project.read("inputs/tekst/forord.md");
    project.replace("inputs/tekst/forord.md", "De nordjyske kommuner", "Alle elleve kommuner");
    assert_eq!(project.run(&["byg", "--rettelser", "0.1"]).err, "");
    project.write("inputs/tekst/forord.md", before);
    let ran = project.run(&["byg", "--rettelser", "0.1"]);
    assert_eq!(ran.outcome, Outcome::Fine);
    assert_eq!(
        ran.err,
        "oplysning[ikke-laengere-lavet]: Dokumentet ligger her fra en tidligere kørsel, men laves \
         ikke længere.\n  i output/rettelser/aftale-rettelser-siden-0.1.docx\n  Slet det, hvis det \
         ikke skal bruges.\n\n1 oplysning.\n"
    );
    assert_eq!(project.run(&["byg", "status", "--rettelser", "0.1"]).err, "");
}

#[test]
fn new_and_gone_documents_are_told() {
    let project = project();
    project.replace("inputs/dokumenter.toml", "noegle = \"status\"", "noegle = \"nyt\"");
    let ran = project.run(&["byg", "nyt", "--rettelser", "0.1"]);
    assert_eq!(
        ran.out,
        "Nye dokumenter, som udgaven ikke har: nyt.\n\
         0 dokumenter med rettelser i output/rettelser/.\n",
        "{}",
        ran.err
    );
}

#[cfg(feature = "pdf")]
mod pdf {
    use std::fs;

    use super::*;
    use crate::built::{pdf_text, squeezed};

    const REDLINE: &str = "output/rettelser/aftale-rettelser-siden-0.1.pdf";

    #[test]
    fn what_has_changed_since_the_edition_is_marked() {
        let project = project();
        project.replace("inputs/tekst/forord.md", "De nordjyske kommuner", "Alle elleve kommuner");
        let ran = project.run(&["byg", "aftale", "--rettelser", "DAS 25. maj 2020"]);
        assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
        assert!(
            ran.out.ends_with("1 dokument med rettelser i output/rettelser/.\n"),
            "{}",
            ran.out
        );
        let text = squeezed(&pdf_text(&project.read(REDLINE)));
        for words in ["FørUdgave0.1:DAS25.maj2020", "Denordjyske", "Alleelleve", "Ændredesider"] {
            assert!(text.contains(words), "lacks {words}:\n{text}");
        }
    }

    #[test]
    fn what_has_not_changed_has_no_file() {
        let project = project();
        project.replace("inputs/aftale.toml", "dato = 2020-09-14", "dato = 2020-11-02");
        project.replace("inputs/dokumenter.toml", "skabelon = \"aftale\"", "skabelon = \"bilag\"");
        let ran = project.run(&["byg", "aftale", "--rettelser", "0.1"]);
        assert_eq!(
            ran.out, "Ingen ændringer: aftale.\n0 dokumenter med rettelser i output/rettelser/.\n",
            "{}",
            ran.err
        );
        assert!(!project.path().join(REDLINE).exists());
    }

    #[test]
    fn the_public_has_its_redlines_beside_its_documents() {
        let project = project();
        project.replace("inputs/tekst/forord.md", "De nordjyske kommuner", "Alle elleve kommuner");
        let ran = project.run(&["byg", "aftale", "--rettelser", "0.1", "--til", "offentlig"]);
        assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
        let folder = project.path().join("output/offentlig/rettelser");
        let names: Vec<String> = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, ["aftale-offentlig-rettelser-siden-0.1.pdf"]);
    }
}
