use socialaftale::cli::Outcome;
use socialaftale::output::digest;

use super::small::{FILE, frozen, package};
use crate::built::Project;

#[test]
fn an_edition_made_again_is_the_same() {
    let project = frozen();
    project.replace("inputs/tekst/forord.md", "De nordjyske kommuner", "Kommunerne");
    let ran = project.run(&["byg", "--udgave", "0.1", "--genbyg"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    assert_eq!(
        ran.out,
        "2 filer er bygget igen i output/udgaver/0.1/genbygget/ og er byte for byte de samme.\n"
    );
    let ran = project.run(&["build", "--edition", "0.1", "--rebuild", "--til", "offentlig"]);
    assert_eq!(
        ran.out,
        "1 fil er bygget igen i output/udgaver/0.1/offentlig/genbygget/ og er byte for byte de samme.\n"
    );
}

#[test]
fn each_document_that_is_made_another_way_is_told_with_its_parts() {
    let project = frozen();
    change(&project, "output/aftale.docx", &|part| match part {
        "word/document.xml" | "docProps/core.xml" | "word/styles.xml" => Some(b"<x/>".to_vec()),
        _ => None,
    });
    let ran = project.run(&["byg", "--udgave", "0.1", "--genbyg"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    let row = ran.out.lines().find(|line| line.contains("aftale.docx")).expect("a row");
    assert!(row.contains("brødtekst, dokumentegenskaber, typografier"), "{row}");
    assert!(
        ran.out.ends_with(
            "Bygget igen i output/udgaver/0.1/genbygget/: 1 af 2 filer er anderledes end i udgaven.\n"
        ),
        "{}",
        ran.out
    );
}

/// Changes parts of a document in the edition, as an earlier program would have made it.
fn change(project: &Project, document: &str, parts: &dyn Fn(&str) -> Option<Vec<u8>>) {
    use socialaftale::package::{Limits, Package};
    let mut edition = package(project, FILE);
    let old = edition.part(document).expect("the document").to_vec();
    let mut docx = Package::read(&old, document, &Limits::DOCUMENT).expect("a Word document");
    let names: Vec<String> = docx.names().map(str::to_owned).collect();
    for name in names {
        if let Some(bytes) = parts(&name) {
            docx.set_part(name, bytes);
        }
    }
    let new = docx.write();
    let about =
        String::from_utf8(edition.part("udgave.json").expect("it").to_vec()).expect("UTF-8");
    let about = about.replace(&digest(&old), &digest(&new));
    edition.set_part("udgave.json", about.into_bytes());
    edition.set_part(document, new);
    project.write(FILE, edition.write());
}
