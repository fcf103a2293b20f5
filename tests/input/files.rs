use std::fs;
use std::path::Path;

use socialaftale::finding::Findings;
use socialaftale::input::Files;
use tempfile::TempDir;

use crate::project::listed;

fn loaded(project: &Path) -> (Vec<String>, Vec<String>) {
    let mut findings = Findings::new();
    let files = Files::load(project, "inputs", &mut findings);
    (files.names().map(str::to_owned).collect(), listed(findings))
}

fn with(names: &[&str]) -> TempDir {
    let project = TempDir::new().expect("a folder");
    fs::create_dir(project.path().join("inputs")).expect("a folder");
    for name in names {
        fs::write(project.path().join("inputs").join(name), name).expect("a file");
    }
    project
}

#[test]
fn a_folder_that_is_not_there_is_told_with_its_path() {
    let empty = TempDir::new().expect("a folder");
    assert_eq!(
        loaded(empty.path()).1,
        [format!(
            "fejl[fil-kan-ikke-laeses] inputs: Mappen »{}« findes ikke. Kør »socialaftale ny MAPPE« \
             for at lave en projektmappe, eller vælg en med --projekt.",
            empty.path().join("inputs").display()
        )]
    );
}

#[test]
fn the_systems_own_files_are_no_inputs() {
    let project =
        with(&["a.md", "Thumbs.db", "desktop.ini", "Desktop.ini", ".DS_Store", "~$a.docx"]);
    assert_eq!(loaded(project.path()), (vec!["inputs/a.md".to_owned()], Vec::new()));
}

/// Not every disk keeps both names apart.
#[cfg(target_os = "linux")]
#[test]
fn two_names_that_read_the_same_are_told() {
    let project = with(&["\u{e5}.md", "a\u{30a}.md"]);
    let (names, findings) = loaded(project.path());
    assert_eq!(names, ["inputs/\u{e5}.md"]);
    assert_eq!(
        findings,
        [
            "fejl[samme-navn] inputs/\u{e5}.md: Her ligger to filer, hvis navne læses ens. Slet eller \
          omdøb den ene."
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_as_a_file() {
    let project = with(&["a.md"]);
    let link = project.path().join("inputs/b.md");
    std::os::unix::fs::symlink("ingen.md", link).expect("a link");
    let (names, findings) = loaded(project.path());
    assert_eq!(names, ["inputs/a.md"]);
    assert_eq!(
        findings,
        [
            "fejl[fil-kan-ikke-laeses] inputs/b.md: »inputs/b.md« kan ikke læses. Prøv igen, eller hent \
          filen på ny."
        ]
    );
}
