use socialaftale::cli::Outcome;

use crate::built::Project;
use crate::edition::small::frozen;

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
fn documents_in_word_alone_are_told() {
    let ran = frozen().run(&["byg", "--rettelser", "0.1"]);
    assert_eq!(
        ran.out,
        "Laves kun i Word og er ikke sammenlignet: aftale og status.\n\
         0 dokumenter med rettelser i output/rettelser/.\n",
        "{}",
        ran.err
    );
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
