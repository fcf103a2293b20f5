use socialaftale::cli::Outcome;
use socialaftale::package::{Limits, Package};

use crate::built::Project;
use crate::word::small::{p, part, template, text};

#[test]
fn a_projects_word_templates_call_the_files_in_delt_and_the_manifest_names_them() {
    let project = Project::new();
    let host = template(&(p("{{> hilsen}}") + &p("{{udgave.betegnelse}}")));
    project.write("templates/word/bilag.docx", host.write());
    std::fs::create_dir_all(project.path().join("templates/word/delt")).unwrap();
    project.write("templates/word/delt/hilsen.docx", template(&p("Kære {{aftale.titel}}")).write());
    project.write("templates/word/delt/ubrugt.docx", template(&p("{{ukendt}}")).write());
    let ran = project.run(&["byg", "styringsaftale", "--format", "docx"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    let output = project.output();
    let made = &output["styringsaftale-2021.docx"];
    let package = Package::read(made, "styringsaftale-2021.docx", &Limits::DOCUMENT).unwrap();
    let words = text(&part(&package, "word/document.xml"));
    assert!(words.starts_with("Kære Nordjysk Socialaftale"), "{words}");
    let manifest = String::from_utf8(output["manifest.json"].clone()).unwrap();
    assert!(manifest.contains("templates/word/delt/hilsen.docx"), "{manifest}");
    assert!(!manifest.contains("ubrugt"), "{manifest}");
}
