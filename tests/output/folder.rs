use std::fs;

use socialaftale::cli::Outcome;

use crate::built::Project;

#[test]
fn a_fejl_leaves_the_output_folder_as_it_was() {
    let project = Project::new();
    assert_eq!(project.run(&["byg", "sag-rebild", "sag-morsoe"]).outcome, Outcome::Fine);
    let before = project.output();
    project
        .replace("inputs/tekst/sag-resume.md", "{{aftale.titel}}", "{{aftale.tittel}}")
        .remove("inputs/tekst/sag-indstilling.md")
        .replace("inputs/aftale.toml", "korttitel =", "kortitel =");
    let ran = project.run(&["byg"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(ran.err.contains("Oplysningen »kortitel« kendes ikke her."), "{}", ran.err);
    assert!(ran.err.ends_with("Intet er skrevet; dokumenterne i output/ er, som de var.\n"));
    assert_eq!(project.output(), before);
}

#[test]
fn building_some_documents_keeps_what_the_manifest_says_of_the_others() {
    let project = Project::new();
    assert_eq!(project.run(&["byg", "sag-rebild"]).outcome, Outcome::Fine);
    assert_eq!(project.run(&["byg", "sag-morsoe", "--format", "docx"]).outcome, Outcome::Fine);
    let listed: Vec<String> = project
        .manifest()
        .dokumenter
        .iter()
        .flat_map(|entry| entry.filer.iter().map(|file| file.fil.clone()))
        .collect();
    assert_eq!(listed, ["sag-morsoe.docx", "sag-rebild.pdf", "sag-rebild.docx"]);
}

#[test]
fn a_document_changed_by_hand_is_made_again() {
    let project = Project::new();
    assert_eq!(project.run(&["byg", "sag-rebild"]).outcome, Outcome::Fine);
    let before = project.output();
    project.write("output/sag-rebild.pdf", "noget andet");
    assert_eq!(project.run(&["byg", "sag-rebild"]).outcome, Outcome::Fine);
    assert_eq!(project.output(), before);
}

#[test]
fn what_a_killed_run_left_is_cleared_and_a_folder_in_the_way_is_told() {
    let project = Project::new();
    fs::create_dir_all(project.path().join("output/sag-rebild.pdf")).expect("a folder");
    project.write("output/.skriver-abc", "halvt");
    let ran = project.run(&["byg", "sag-rebild", "--format", "pdf"]);
    assert_eq!(ran.outcome, Outcome::Failure);
    assert_eq!(
        ran.err,
        "fejl[output-er-mappe]: Her ligger en mappe, hvor dokumentet skal ligge.\n  \
         i output/sag-rebild.pdf\n  Flyt eller omdøb mappen.\n\n1 fejl.\n"
    );
    assert!(!project.path().join("output/.skriver-abc").exists());
}

#[test]
fn two_runs_do_not_write_at_once() {
    let project = Project::new();
    let held = socialaftale::output::Lock::take(project.path()).expect("the lock is free");
    let ran = project.run(&["byg", "sag-rebild", "--format", "docx"]);
    assert_eq!(ran.outcome, Outcome::Failure);
    assert!(
        ran.err.contains("Et andet kald af socialaftale skriver i mappen lige nu."),
        "{}",
        ran.err
    );
    drop(held);
    assert_eq!(project.run(&["byg", "sag-rebild", "--format", "docx"]).outcome, Outcome::Fine);
}

#[test]
fn a_new_project_is_never_written_over() {
    let project = Project::new();
    let path = project.path().to_str().expect("UTF-8");
    let ran = crate::built::socialaftale(&["ny", path]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert!(ran.err.contains("Mappen findes i forvejen og er ikke tom."), "{}", ran.err);
}

#[test]
fn a_file_name_that_leads_out_of_the_folder_is_refused() {
    for name in ["../inputs/aftale", "/etc/aftale", "C:aftale", ".skjult", "aftale?", ""] {
        let project = Project::new();
        project.replace(
            "inputs/dokumenter.toml",
            "filnavn = \"socialaftale-{{aftale.periode}}\"",
            &format!("filnavn = \"{name}\""),
        );
        let ran = project.run(&["byg", "aftale", "--format", "docx"]);
        assert_eq!(ran.outcome, Outcome::Findings, "{name}");
        let said = format!("Dokumentet »aftale« kan ikke gemmes under navnet »{name}«.");
        assert!(ran.err.contains(&said), "{}", ran.err);
        assert!(!project.path().join("inputs/aftale.docx").exists());
    }
}

#[test]
fn a_document_that_is_no_longer_made_is_told() {
    let project = Project::new();
    assert_eq!(project.run(&["byg", "oplaeg", "--format", "docx"]).outcome, Outcome::Fine);
    project.replace("inputs/dokumenter.toml", "oplaeg-politisk-fokus-", "oplaeg-");
    let ran = project.run(&["byg", "oplaeg", "--format", "docx"]);
    assert_eq!(
        (ran.outcome, ran.err.as_str()),
        (
            Outcome::Fine,
            "oplysning[ikke-laengere-lavet]: Dokumentet ligger her fra en tidligere kørsel, men \
             laves ikke længere.\n  i output/oplaeg-politisk-fokus-2021-2022.docx\n  \
             Slet det, hvis det ikke skal bruges.\n\n1 oplysning.\n"
        )
    );
}

#[cfg(unix)]
#[test]
fn a_link_in_the_locks_place_is_not_followed() {
    let project = Project::new();
    fs::create_dir_all(project.path().join("output")).expect("a folder");
    let precious = project.path().join("inputs/aftale.toml");
    let before = fs::read(&precious).expect("a file");
    std::os::unix::fs::symlink(&precious, project.path().join("output/.laas")).expect("a link");
    let ran = project.run(&["byg", "oplaeg", "--format", "docx"]);
    assert_eq!(ran.outcome, Outcome::Failure);
    assert_eq!(fs::read(&precious).expect("a file"), before);
}

#[test]
fn the_folder_for_the_public_holds_nothing_but_what_is_published() {
    let project = Project::new();
    let byg = ["byg", "oplaeg", "--til", "offentlig", "--format", "docx"];
    // Earlier versions of the program kept these here.
    fs::create_dir_all(project.path().join("output/offentlig")).expect("a folder");
    project.write("output/offentlig/.grundlag.json", "{}").write("output/offentlig/.laas", "");
    assert_eq!(project.run(&byg).outcome, Outcome::Fine);
    let names = fs::read_dir(project.path().join("output/offentlig")).expect("the folder");
    let names = names.map(|one| one.expect("an entry").file_name().into_string().expect("UTF-8"));
    let mut names: Vec<String> = names.collect();
    names.sort();
    assert_eq!(
        names,
        ["manifest.json", "oplaeg-politisk-fokus-2021-2022-offentlig.docx", "tabeller.json"]
    );
    let again = project.run(&byg);
    assert!(
        again.out.starts_with("Intet er ændret: 1 dokument i output/offentlig/ står, som de er."),
        "{}",
        again.out
    );
}
