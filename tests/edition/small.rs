//! A project with few documents, all in Word, so that freezing takes a moment and needs no PDF.

use std::fs;
use std::sync::LazyLock;

use socialaftale::cli::Outcome;
use socialaftale::output::digest;
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
    for folder in ["udgaver", "besvarelser", "vejledning"] {
        let folder = project.path().join("inputs").join(folder);
        if folder.exists() {
            fs::remove_dir_all(folder).expect("what is not needed is removed");
        }
    }
    let aftale = String::from_utf8(project.read("inputs/aftale.toml")).expect("a text");
    let bilag = aftale.find("[[bilag]]").expect("the register of bilag");
    project.write("inputs/aftale.toml", &aftale[..bilag]);
    project.write("inputs/dokumenter.toml", CATALOGUE);
    let rules = String::from_utf8(project.read("inputs/regler.toml")).expect("a text");
    let excepted = ["K04", "K05", "K06", "K08", "K09"].map(|rule| {
        format!("[[undtagelse]]\nregel = \"{rule}\"\nbegrundelse = \"Et lille projekt\"\n\n")
    });
    project.write("inputs/regler.toml", excepted.concat() + &rules);
    project
}

/// The small project with one edition in it, which is frozen once for all tests.
pub fn frozen() -> Project {
    static FROZEN: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let project = project();
        let ran = freeze(&project, &["DAS 25. maj 2020"]);
        assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
        project.read(FILE)
    });
    let project = project();
    fs::create_dir(project.path().join("inputs/udgaver")).expect("a folder");
    project.write(FILE, FROZEN.as_slice());
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

/// Puts other bytes in an edition's part, as if they had been frozen.
pub fn replace_part(project: &Project, part: &str, bytes: &[u8]) {
    let mut package = package(project, FILE);
    let about = package.part("udgave.json").expect("what it says of itself");
    let about = std::str::from_utf8(about).expect("UTF-8");
    let about = about.replace(&digest(package.part(part).expect("the part")), &digest(bytes));
    package.set_part("udgave.json", about.into_bytes());
    package.set_part(part, bytes);
    project.write(FILE, package.write());
}
