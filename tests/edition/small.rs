//! A project with few documents, all in Word, so that freezing takes a moment and needs no PDF.

use std::fs;
use std::path::{Path, PathBuf};

use socialaftale::cli::Outcome;
use socialaftale::package::{Limits, Package};

use crate::built::{Project, Ran};
use crate::word::small::text;

pub const FILE: &str = "inputs/udgaver/0.1-das-25-maj-2020.udgave.zip";

/// Two documents: the agreement, and one that the public may not see.
const CATALOGUE: &str = r#"
[[dokument]]
noegle = "aftale"
gruppe = "aftale"
titel = "{{aftale.titel}}"
undertitel = "{{aftale.undertitel}}"
skabelon = "aftale"
filnavn = "aftale"
formater = ["docx"]
kapitler = ["forord"]

[[dokument]]
noegle = "status"
gruppe = "arbejdspapirer"
titel = "Status"
skabelon = "bilag"
filnavn = "status"
formater = ["docx"]
kun_myndighed = true
kapitler = ["status-indsamling"]
"#;

/// The small project without editions; its bilag are no documents of it.
pub fn project() -> Project {
    let project = Project::new();
    let editions = project.path().join("inputs/udgaver");
    if editions.exists() {
        fs::remove_dir_all(editions).expect("the shipped editions are removed");
    }
    let aftale = String::from_utf8(project.read("inputs/aftale.toml")).expect("a text");
    let bilag = aftale.find("[[bilag]]").expect("the register of bilag");
    project.write("inputs/aftale.toml", &aftale[..bilag]);
    project.write("inputs/dokumenter.toml", CATALOGUE);
    project
}

/// The small project with one edition in it.
pub fn frozen() -> Project {
    let project = project();
    let ran = freeze(&project, &["DAS 25. maj 2020"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    project
}

pub fn freeze(project: &Project, arguments: &[&str]) -> Ran {
    project.run(&[&["frys"], arguments].concat())
}

/// The names of all that lies in the folder of editions.
pub fn kept(project: &Project) -> Vec<String> {
    let entries = fs::read_dir(project.path().join("inputs/udgaver")).into_iter().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names
}

pub fn package(project: &Project, file: &str) -> Package {
    Package::read_any(&project.read(file), file, &Limits::EDITION).expect("a container")
}

/// The words of a Word document's body.
pub fn docx_text(bytes: &[u8]) -> String {
    let package = Package::read(bytes, "docx", &Limits::DOCUMENT).expect("a Word document");
    let body = package.part("word/document.xml").expect("a body");
    text(std::str::from_utf8(body).expect("UTF-8"))
}

pub fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => folders.push(path),
                false => found.push(path),
            }
        }
    }
    found
}
