use std::fs;

use socialaftale::cli::Outcome;
use socialaftale::edition::{Edition, History, list, open};
use socialaftale::finding::Findings;
use socialaftale::model::Udgave;

use super::small::{FILE, freeze, frozen, kept, package};
use crate::built::Project;

const HINT: &str =
    "Hent filen fra en sikkerhedskopi. Slet den kun, hvis udgaven ikke skal bruges mere.";

/// What `udgaver` tells of the one edition of a project, which does not count.
fn told(project: &Project) -> String {
    let ran = project.run(&["udgaver"]);
    assert_eq!(ran.outcome, Outcome::Findings, "{}", ran.out);
    assert!(ran.out.starts_with("Der er ingen frosne udgaver."), "{}", ran.out);
    assert!(ran.err.ends_with(&format!("\n  i {FILE}\n  {HINT}\n\n1 fejl.\n")), "{}", ran.err);
    ran.err.lines().next().expect("a line").to_owned()
}

#[test]
fn a_half_written_file_does_not_count() {
    let project = frozen();
    let whole = project.read(FILE);
    for length in [0, 4, whole.len() / 2, whole.len() - 1] {
        project.write(FILE, &whole[..length]);
        assert_eq!(
            told(&project),
            "fejl[udgave-beskadiget]: Udgaven tæller ikke med, for filen er afkortet eller beskadiget."
        );
    }
    let ran = project.run(&["byg", "--udgave", "0.1"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(ran.err.starts_with("fejl[udgave-beskadiget]: "), "{}", ran.err);
    let by_name = project.run(&["byg", "--udgave", "DAS 25. maj 2020"]);
    assert_eq!(by_name.err, ran.err);
    assert!(!ran.err.contains("ukendt-udgave"), "{}", ran.err);
}

#[test]
fn a_part_that_has_been_changed_taken_or_added_is_found() {
    let project = frozen();
    let before = package(&project, FILE);
    for (part, bytes, told_of) in [
        (
            "output/aftale.docx",
            Some("x"),
            "»output/aftale.docx« er ikke, som da udgaven blev frosset",
        ),
        ("inputs/takster.xlsx", None, "»inputs/takster.xlsx« mangler i filen"),
        ("output/ny.docx", Some("x"), "»output/ny.docx« er lagt i filen siden"),
        ("udgave.json", None, "filen rummer ingen udgave.json"),
        ("udgave.json", Some("{}"), "filens udgave.json kan ikke læses"),
    ] {
        let mut changed = before.clone();
        match bytes {
            Some(bytes) => changed.set_part(part, bytes.as_bytes()),
            None => changed.remove_part(part),
        }
        project.write(FILE, changed.write());
        let fejl = format!("fejl[udgave-beskadiget]: Udgaven tæller ikke med, for {told_of}.");
        assert_eq!(told(&project), fejl);
    }
}

#[test]
fn tjek_holds_the_editions_against_their_digests_and_byg_is_not_kept_from_anything() {
    let project = frozen();
    let mut package = package(&project, FILE);
    package.remove_part("output/aftale.docx");
    project.write(FILE, package.write());
    let told = "advarsel[udgave-beskadiget]: Udgaven tæller ikke med, for »output/aftale.docx« \
                mangler i filen.";
    let ran = project.run(&["tjek"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.out);
    assert_eq!(ran.out.matches(told).count(), 1, "{}", ran.out);
    let ran = project.run(&["byg"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
}

#[test]
fn a_byte_that_has_turned_is_found_wherever_it_is_in_a_part() {
    let project = frozen();
    let whole = project.read(FILE);
    let parts = package(&project, FILE);
    // The directory at the end repeats names and dates that say nothing of the contents.
    let end = whole.windows(4).position(|four| four == b"PK\x01\x02").expect("a directory");
    let mut found = 0;
    for step in 1..40 {
        let mut turned = whole.clone();
        turned[end * step / 40] ^= 0x10;
        project.write(FILE, &turned);
        let (editions, findings) = list(project.path());
        // What stands between the parts may turn without any part being another.
        let whole = editions.iter().flat_map(Edition::files);
        assert!(whole.into_iter().all(|(name, bytes)| parts.part(name) == Some(bytes)), "{step}");
        found += findings.len();
    }
    assert!(found > 30, "{found}");
}

#[test]
fn a_damaged_edition_keeps_its_number_and_is_missing_from_the_history() {
    let project = frozen();
    project.write(FILE, "halvt");
    let ran = freeze(&project, &["Næste", "--kun-myndighed"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    assert!(ran.err.starts_with("advarsel[udgave-beskadiget]: "), "{}", ran.err);
    assert_eq!(kept(&project), ["0.1-das-25-maj-2020.udgave.zip", "0.2-naeste.udgave.zip"]);
    assert_eq!(open(project.path(), "0.2").expect("it").about().tidligere, []);
}

#[test]
fn a_damaged_edition_is_known_from_those_that_came_after_it() {
    let project = frozen();
    project.replace("inputs/aftale.toml", "dato = 2020-09-14", "dato = 2020-11-30");
    assert_eq!(freeze(&project, &["Byrådene", "--kun-myndighed"]).outcome, Outcome::Fine);
    let line = open(project.path(), "0.1").expect("it").about().line();
    project.write(FILE, "halvt");
    assert_eq!(freeze(&project, &["Næste", "--kun-myndighed"]).outcome, Outcome::Fine);
    let next = open(project.path(), "0.3").expect("it");
    assert_eq!(next.about().tidligere.first(), Some(&line));
    assert_eq!(next.about().tidligere.len(), 2);
    let mut told = Findings::new();
    let now = Udgave {
        betegnelse: "Udkast".to_owned(),
        dato: line.dato,
        organ: "FU".to_owned(),
        kladde: true,
        aendringer: String::new(),
    };
    let lines = History::of(project.path(), &mut told).lines(&now);
    let names: Vec<&str> = lines.iter().map(|line| line.navn.as_str()).collect();
    assert_eq!(names, ["DAS 25. maj 2020", "Byrådene", "Næste", "Udkast"]);
    assert_eq!(told.len(), 1, "{told}");
}

#[cfg(unix)]
#[test]
fn an_edition_that_cannot_be_read_at_all_keeps_its_number() {
    let project = frozen();
    let folder = project.path().join("inputs/udgaver");
    std::os::unix::fs::symlink("borte", folder.join("0.2-borte.udgave.zip")).expect("a link");
    assert_eq!(freeze(&project, &["Næste", "--kun-myndighed"]).outcome, Outcome::Fine);
    assert!(folder.join("0.3-naeste.udgave.zip").exists(), "{:?}", kept(&project));
}

#[test]
fn a_copy_of_an_edition_is_told() {
    let project = frozen();
    project.write("inputs/udgaver/0.1-kopi.udgave.zip", project.read(FILE));
    let ran = project.run(&["udgaver"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert_eq!(
        ran.err,
        format!(
            "fejl[udgave-to-gange]: Udgave 0.1 ligger her to gange; »{FILE}« er den, der bruges.\n  \
             i inputs/udgaver/0.1-kopi.udgave.zip\n  Flyt den ene af filerne ud af mappen.\n\n1 fejl.\n"
        )
    );
}

#[test]
fn an_edition_of_a_later_program_is_told() {
    let project = frozen();
    let mut package = package(&project, FILE);
    let about =
        String::from_utf8(package.part("udgave.json").expect("it").to_vec()).expect("UTF-8");
    let later = about.replace("\"format\": 1", "\"format\": 2").replace("0.1.0", "9.0.0");
    package.set_part("udgave.json", later.into_bytes());
    project.write(FILE, package.write());
    let ran = project.run(&["udgaver"]);
    assert!(
        ran.err.starts_with(
            "fejl[udgave-fra-nyere-program]: Udgaven er gemt af et nyere program (socialaftale 9.0.0) \
             og kan ikke læses her.\n"
        ),
        "{}",
        ran.err
    );
}

#[test]
fn what_a_killed_run_left_counts_for_nothing_and_is_cleared() {
    let project = frozen();
    let left = project.path().join("inputs/udgaver/.skriver-abc");
    fs::write(&left, "halvt").expect("a file");
    let ran = project.run(&["udgaver"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    assert_eq!(freeze(&project, &["Næste", "--kun-myndighed"]).outcome, Outcome::Fine);
    assert!(!left.exists());
}

#[test]
fn the_number_and_name_of_a_lost_edition_are_not_given_again() {
    let project = frozen();
    project.replace("inputs/aftale.toml", "dato = 2020-09-14", "dato = 2020-11-30");
    assert_eq!(freeze(&project, &["Byrådene", "--kun-myndighed"]).outcome, Outcome::Fine);
    fs::remove_file(project.path().join(FILE)).expect("the file");
    let ran = freeze(&project, &["Ny", "--nummer", "0.1", "--kun-myndighed"]);
    assert!(ran.err.starts_with("fejl[udgave-nummer-brugt]: "), "{}", ran.err);
    let ran = freeze(&project, &["das 25. maj 2020", "--kun-myndighed"]);
    assert!(ran.err.starts_with("fejl[udgave-navn-brugt]: "), "{}", ran.err);
}

#[test]
fn an_edition_is_known_by_its_files_words_and_never_by_a_file_that_was_renamed() {
    let project = frozen();
    let edition = open(project.path(), "das-25-maj-2020").expect("the edition");
    assert_eq!(edition.about().nummer.to_string(), "0.1");
    let folder = project.path().join("inputs/udgaver");
    fs::rename(project.path().join(FILE), folder.join("0.4-andet.udgave.zip")).expect("a name");
    let ran = project.run(&["byg", "--udgave", "0.4"]);
    assert_eq!(ran.outcome, Outcome::Usage);
    let told = "fejl[ukendt-udgave]: Der er ingen udgave, der hedder »0.4«.";
    assert!(ran.err.starts_with(told), "{}", ran.err);
}
