//! `tjek --skabelon`: a template by itself, against a document, and its copy with comments.

use std::fs;
use std::path::PathBuf;

use socialaftale::cli::Outcome;
use socialaftale::package::{Limits, Package};
use tempfile::TempDir;

use crate::built::{Project, Ran, socialaftale};
use crate::word::small::{p, template};

/// A folder with a Rebild case whose title has been replaced.
struct Folder {
    folder: TempDir,
}

impl Folder {
    fn new(title: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        let path = format!("{}/templates/word/byraadssag-rebild.docx", env!("CARGO_MANIFEST_DIR"));
        let bytes = fs::read(path).expect("the shipped template");
        let mut package = Package::read(&bytes, "sag", &Limits::DOCUMENT).expect("a package");
        let body = package.part("word/document.xml").expect("a body").to_vec();
        let body = String::from_utf8(body).expect("XML");
        assert!(body.contains("{{sag.titel}}"));
        package.set_part("word/document.xml", body.replace("{{sag.titel}}", title).into_bytes());
        fs::write(folder.path().join("sag.docx"), package.write()).expect("a template");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn shown(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    fn check(&self, more: &[&str]) -> Ran {
        let template = self.shown("sag.docx");
        let line: Vec<&str> =
            ["tjek", "--skabelon", &template].into_iter().chain(more.iter().copied()).collect();
        socialaftale(&line)
    }
}

#[test]
fn a_template_is_checked_without_a_project_and_its_fields_are_listed() {
    let ran = Folder::new("{{sag.titel}}").check(&[]);
    assert_eq!(ran.outcome, Outcome::Fine);
    assert!(ran.out.starts_with("Ingen fejl.\n"), "{}", ran.out);
    let row = |words: &[&str]| {
        ran.out.lines().any(|line| {
            let cells: Vec<&str> = line.trim_matches('│').split("  ").map(str::trim).collect();
            let cells: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
            cells == words
        })
    };
    assert!(row(&["Bruger", "Navn", "Gange", "Første sted"]), "{}", ran.out);
    for words in [
        ["felt", "sag.felter[].overskrift", "1", "brødtekst, under »{{overskrift}}«, afsnit 8"],
        ["felt", "udgave.dato", "1", "sidehoved, afsnit 2"],
        ["tabel", "bilag", "1", "brødtekst, under »{{overskrift}}«, afsnit 17"],
    ] {
        assert!(row(&words), "lacks {words:?}:\n{}", ran.out);
    }
}

#[test]
fn a_fault_of_the_template_is_told_with_its_place_and_ends_with_1() {
    let folder = Folder::new("{{kroner sag.titel}}");
    let ran = folder.check(&[]);
    assert_eq!(ran.outcome, Outcome::Findings);
    let said = format!(
        "fejl[ukendt-hjaelper]: Der findes ingen hjælper, der hedder »kroner«.\n  \
         i {}, brødtekst, under »{{{{kroner sag.titel}}}}«, afsnit 2, mærket »{{{{kroner sag.titel}}}}«\n  \
         Mente du »kr«?\n\n1 fejl.\n",
        folder.shown("sag.docx")
    );
    assert!(ran.out.starts_with(&said), "{}", ran.out);
}

#[test]
fn with_a_document_the_template_is_checked_against_its_data() {
    let folder = Folder::new("{{sag.titell}}");
    assert_eq!(folder.check(&[]).outcome, Outcome::Fine);
    let project = Project::new();
    let template = folder.shown("sag.docx");
    let ran = project.run(&["tjek", "sag-rebild", "--skabelon", &template]);
    assert_eq!(ran.outcome, Outcome::Findings);
    let said = format!(
        "fejl[ukendt-felt]: Der findes intet felt »sag.titell«: »titell« er ukendt.\n  \
         i {template}, brødtekst, under »{{{{sag.titell}}}}«, afsnit 2, mærket »{{{{sag.titell}}}}«\n  \
         Mente du »titel«?\n\n1 fejl.\n"
    );
    assert!(ran.out.starts_with(&said), "{}", ran.out);
    assert!(!project.path().join("output").exists());
}

#[test]
fn a_document_that_is_not_there_is_wrong_usage() {
    let folder = Folder::new("{{sag.titel}}");
    let template = folder.shown("sag.docx");
    for line in [&["tjek", "sag-rebildt"][..], &["tjek", "sag-rebildt", "--skabelon", &template]] {
        let ran = Project::new().run(line);
        assert_eq!(ran.outcome, Outcome::Usage);
        let said = "fejl[ukendt-dokument]: Der er intet dokument med nøglen »sag-rebildt«.\n  i kommandolinjen\n  Mente du »sag-rebild«?\n";
        assert!(ran.out.starts_with(said), "{}", ran.out);
    }
}

#[test]
fn a_document_can_be_checked_alone() {
    let project = Project::new();
    project.replace("inputs/tekst/forord.md", "+++\n\n", "+++\n\n{{aftale.titell}} ");
    assert_eq!(project.run(&["tjek", "aftale"]).outcome, Outcome::Findings);
    assert_eq!(project.run(&["tjek", "sag-rebild"]).outcome, Outcome::Fine);
}

#[test]
fn several_templates_are_checked_in_one_run() {
    let (one, other) = (Folder::new("{{kroner x}}"), Folder::new("{{stort}}"));
    let ran = one.check(&["--skabelon", &other.shown("sag.docx")]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(ran.out.contains("2 fejl.\n"), "{}", ran.out);
    for folder in [&one, &other] {
        assert!(ran.out.contains(&format!("\n{}\n┌", folder.shown("sag.docx"))), "{}", ran.out);
    }
}

#[test]
fn the_copy_with_comments_is_written_and_written_again() {
    let folder = Folder::new("{{kroner sag.titel}}");
    let template = fs::read(folder.path("sag.docx")).expect("the template");
    let copy = folder.shown("kopi.docx");
    let ran = folder.check(&["--kommentarer", &copy]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(ran.out.ends_with(&format!("Kopien med kommentarer er skrevet: {copy}\n")));
    let first = fs::read(&copy).expect("a copy");
    folder.check(&["--kommentarer", &copy]);
    assert_eq!(fs::read(&copy).expect("a copy"), first);
    assert_eq!(fs::read(folder.path("sag.docx")).expect("the template"), template);
    let left: Vec<_> = fs::read_dir(folder.folder.path()).expect("a folder").collect();
    assert_eq!(left.len(), 2);
}

#[test]
fn a_copy_that_someone_has_worked_in_is_kept() {
    let folder = Folder::new("{{kroner x}}");
    let copy = folder.shown("kopi.docx");
    folder.check(&["--kommentarer", &copy]);
    let bytes = fs::read(&copy).expect("a copy");
    let mut package = Package::read(&bytes, "kopi", &Limits::DOCUMENT).expect("a package");
    let body = String::from_utf8(package.part("word/document.xml").expect("a body").to_vec());
    let mended = body.expect("XML").replace("{{kroner x}}", "{{kr x}}");
    package.set_part("word/document.xml", mended.into_bytes());
    fs::write(&copy, package.write()).expect("a copy");
    let ran = folder.check(&["--kommentarer", &copy]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert!(ran.out.contains("eller som er rettet siden."), "{}", ran.out);
    assert_eq!(fs::read(&copy).expect("a copy"), package.write());
}

#[test]
fn a_template_may_call_the_files_of_the_project() {
    let folder = Folder::new("{{> brevhoved}}");
    let unknown = folder.check(&[]);
    assert!(
        unknown.out.contains("Der findes ingen delskabelon, der hedder »brevhoved«.")
            && unknown.out.contains("templates/word/delt/"),
        "{}",
        unknown.out
    );
    let shared = folder.path("templates/word/delt");
    fs::create_dir_all(&shared).expect("a folder");
    fs::copy(folder.path("sag.docx"), shared.join("andet.docx")).expect("a file");
    fs::write(shared.join("brevhoved.docx"), template(&p("Hilsen")).write()).expect("a file");
    let project = folder.folder.path().display().to_string();
    let known = folder.check(&["--projekt", &project]);
    assert!(!known.out.contains("brevhoved«."), "{}", known.out);
}

#[test]
fn a_copy_is_never_written_over_something_else() {
    let folder = Folder::new("{{sag.titel}}");
    fs::write(folder.path("andet.docx"), "andet").expect("a file");
    let none = folder.path("ingen").join("kopi.docx").display().to_string();
    let cases = [
        (folder.shown("sag.docx"), "Kopien ville blive skrevet oven i skabelonen selv."),
        (
            folder.shown("andet.docx"),
            "Der ligger allerede en fil her, som ikke er en kopi med kommentarer, eller som er rettet siden.",
        ),
        (
            folder.shown("kopi.docm"),
            "Kopien skal have samme endelse som skabelonen, ellers kan Word ikke åbne den.",
        ),
    ];
    for (copy, said) in cases {
        let ran = folder.check(&["--kommentarer", &copy]);
        assert_eq!(ran.outcome, Outcome::Usage, "{copy}");
        let end = format!(
            "fejl[kopi-ikke-skrevet]: {said}\n  i {copy}\n  Vælg et andet navn efter --kommentarer.\n\n1 fejl.\n"
        );
        assert!(ran.out.ends_with(&end), "{}", ran.out);
    }
    let ran = folder.check(&["--kommentarer", &none]);
    assert_eq!(ran.outcome, Outcome::Failure);
    assert!(ran.out.contains("fejl[kan-ikke-skrive]: Mappen findes ikke.\n"), "{}", ran.out);
    assert_eq!(fs::read(folder.path("andet.docx")).expect("a file"), b"andet");
}

#[test]
fn a_template_that_is_not_there_or_cannot_be_read() {
    let folder = Folder::new("{{sag.titel}}");
    let none = folder.shown("ingen.docx");
    let ran = socialaftale(&["tjek", "--skabelon", &none]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert_eq!(
        ran.out,
        format!(
            "fejl[fil-kan-ikke-laeses]: Filen »{none}« findes ikke.\n  i kommandolinjen\n  \
             Skriv hele stien til filen, i anførselstegn, hvis den har mellemrum.\n\n1 fejl.\n"
        )
    );
    fs::write(folder.path("sag.docx"), "{\\rtf1").expect("a file");
    let ran = folder.check(&["--kommentarer", &folder.shown("kopi.docx")]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert_eq!(
        ran.out,
        format!(
            "fejl[fil-kan-ikke-laeses]: Filen er RTF.\n  i {}\n  \
             Åbn den i Office, og gem den som .docx eller .xlsx.\n\n1 fejl.\n\
             Der er ikke skrevet nogen kopi med kommentarer.\n",
            folder.shown("sag.docx")
        )
    );
}

#[test]
fn comments_are_for_one_template_at_a_time() {
    let folder = Folder::new("{{sag.titel}}");
    let (template, copy) = (folder.shown("sag.docx"), folder.shown("kopi.docx"));
    let ran = folder.check(&["--skabelon", &template, "--kommentarer", &copy]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert!(ran.out.contains("Kommentarer kan kun skrives til én skabelon ad gangen."));
    assert!(!folder.path("kopi.docx").exists());
    let ran = socialaftale(&["tjek", "--kommentarer", &copy]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert_eq!(
        ran.err,
        "fejl[kommandolinje]: --skabelon SKABELON mangler.\n  Se »socialaftale tjek --help«.\n"
    );
}

#[test]
fn a_project_may_have_its_templates_as_dotx_and_docm() {
    for ending in ["dotx", "docm"] {
        let project = Project::new();
        let bytes = project.read("templates/word/byraadssag-rebild.docx");
        project.remove("templates/word/byraadssag-rebild.docx");
        let own = format!("templates/word/byraadssag-rebild.{ending}");
        project.write(&own, bytes);
        project.replace_part(&own, "word/document.xml", "{{sag.titel}}", "{{sag.titell}}");
        let ran = project.run(&["byg", "sag-rebild", "--format", "docx"]);
        assert_eq!(ran.outcome, Outcome::Findings);
        assert!(ran.err.contains(&format!("  i {own}, brødtekst, ")), "{}", ran.err);
    }
}
