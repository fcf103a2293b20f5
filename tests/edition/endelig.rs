//! What a final edition demands: each demand broken once in a project that lacks nothing.

use socialaftale::cli::Outcome;

use super::complete::{AFTALE, DOKUMENTER, MYNDIGHEDER, project};
use super::small::kept;
use crate::built::{Project, Ran};
use crate::project::{Cell, INDBERETNINGER, Project as InMemory};

const FINAL: [&str; 3] = ["byg", "--status", "endelig"];
const FORORD: &str = "inputs/tekst/forord.md";
const END: &str = "Udgaven er ikke gjort endelig, og intet er skrevet.\n";
/// What is told of any project that hides counts for the first time.
const FIRST: &str = "Værd at vide\n============\n\n\
    oplysning[ingen-tidligere-udgave]: Her ligger ingen tidligere offentlig udgave, så de skjulte tal \
    er ikke holdt op mod det, læserne kan have set før.\n  i inputs/offentliggjort/\n  Er der \
    offentliggjort en udgave før, så læg dens tabeller.json her, fx som 2020-09.json. Fra en frosset \
    udgave får du den med »socialaftale byg --udgave NUMMER --til offentlig«. Ellers er der intet at \
    gøre.\n\n";

/// Runs and finds that nothing has been written.
fn run(project: &Project, more: &[&str]) -> Ran {
    let before = kept(project);
    let ran = project.run(&[&FINAL, more].concat());
    assert!(ran.err.ends_with(END), "{}", ran.err);
    assert_eq!(ran.out, "");
    assert_eq!(kept(project), before);
    assert!(!project.path().join("output/endelig").exists());
    ran
}

/// What a project that lacks something is told.
fn refused(project: &Project) -> String {
    let ran = run(project, &[]);
    assert_eq!(ran.outcome, Outcome::Findings);
    ran.err
}

#[test]
fn the_agreement_is_no_draft() {
    let project = project();
    project.replace(AFTALE, "kladde = false", "kladde = true");
    assert_eq!(
        refused(&project),
        format!(
            "Mærket som udkast\n=================\n\n\
             fejl[endelig-kladde]: Aftalen er mærket som kladde, så hver side siger UDKAST.\n  \
             i inputs/aftale.toml, linje 15, kolonne 10\n  \
             Giv udgaven dens endelige betegnelse, dato og organ, og skriv under [udgave]:\n  \
             kladde = false\n\n{FIRST}1 fejl, 1 oplysning.\n{END}"
        )
    );
}

#[test]
fn no_document_with_an_edition_of_its_own_is_a_draft() {
    let project = project();
    project.replace(DOKUMENTER, "kladde = false", "kladde = true");
    let told = refused(&project);
    let said = "fejl[endelig-kladde]: Dokumentet »oplaeg« er mærket som kladde.\n  \
                i inputs/dokumenter.toml, linje 37, kolonne 80\n";
    assert!(told.contains(said), "{told}");
}

#[test]
fn no_document_waits_for_anything_and_the_places_are_told() {
    let project = project();
    project.replace(FORORD, "Bilagene", "[afventer: hvem der underskriver] Bilagene");
    assert_eq!(
        refused(&project),
        format!(
            "Åbne punkter\n============\n\n\
             fejl[endelig-med-aabne-punkter]: »Oplæg« (oplaeg) har ét åbent punkt: hvem der \
             underskriver.\n\
             fejl[endelig-med-aabne-punkter]: »Prøveaftale 2021-2022« (aftale) har ét åbent punkt: \
             hvem der underskriver.\n  i inputs/aftale.toml\n  \
             Et endeligt dokument har ingen. Find dem med »socialaftale tjek --alle«; er det en kladde \
             endnu, så skriv kladde = true.\n\n\
             advarsel[afventer]: inputs/tekst/forord.md\n  \
             linje 7, kolonne 53: Afventer: hvem der underskriver.\n\n\
             {FIRST}2 fejl, 1 advarsel, 1 oplysning.\n{END}"
        )
    );
}

#[test]
fn tjek_and_byg_find_the_same_open_points_in_what_is_no_draft() {
    let project = project();
    project.replace(FORORD, "Bilagene", "[afventer: hvem der underskriver] Bilagene");
    let code =
        "fejl[endelig-med-aabne-punkter]: »Prøveaftale 2021-2022« (aftale) har ét åbent punkt";
    let tjek = project.run(&["tjek", "aftale"]);
    assert_eq!(tjek.outcome, Outcome::Findings);
    assert!(tjek.out.starts_with(code), "{}", tjek.out);
    let byg = project.run(&["byg", "aftale", "--format", "docx"]);
    assert_eq!(byg.outcome, Outcome::Findings);
    assert!(byg.err.starts_with(code), "{}", byg.err);
}

#[test]
fn every_party_has_decided() {
    let project = project();
    let step = "organ = \"Kommunalbestyrelsen\"\ndato = 2020-11-24\nbeslutning = \"Godkendt\"";
    project.replace(MYNDIGHEDER, step, &step.replace("Godkendt", "Udsat"));
    let told = refused(&project);
    let said = "Det, reglerne kræver\n====================\n\nfejl[k12-beslutninger]: 1 af 3 parter \
                mangler deres råds beslutning: Sydby Kommune.\n  i inputs/myndigheder.toml\n  Når \
                rådet har besluttet det, så skriv »dato« og »beslutning« (Godkendt eller Tiltrådt) \
                under partens råd, så der står fx:\n  [[myndighed.behandling]]\n  organ = \
                \"Kommunalbestyrelsen\"\n  dato = 2020-11-30\n  beslutning = \"Godkendt\"\n";
    assert!(told.starts_with(said), "{told}");
}

#[test]
fn what_is_open_in_a_draft_is_asked_for() {
    let project = project();
    project.replace(AFTALE, "[[indsendelse]]\ndokument = \"aftale\"\ndato = 2020-12-01\n", "");
    let told = refused(&project);
    let said = "fejl[k15-indsendelse]: Indsendelsen til Prøvestyrelsen er ikke skrevet ind for \
                »aftale«.\n  i inputs/aftale.toml\n";
    assert!(told.contains(said), "{told}");
}

#[test]
fn no_figure_is_constructed() {
    let project = project();
    let changed = ["G3", "G5"].iter().fold(
        InMemory::shipped().with(INDBERETNINGER, project.read(INDBERETNINGER)),
        |book, cell| book.workbook_cell(INDBERETNINGER, "Tal", cell, Cell::Text("konstrueret")),
    );
    project.write(INDBERETNINGER, changed.bytes(INDBERETNINGER));
    let told = refused(&project);
    let said = "Konstruerede tal\n================\n\nfejl[endelig-konstrueret]: Her begynder arkets \
                2 konstruerede tal.\n  i inputs/indberetninger.xlsx, arket »Tal«, celle B3\n";
    assert!(told.starts_with(said), "{told}");
}

#[test]
fn what_is_published_can_be_read_aloud() {
    let project = project();
    project.replace(
        DOKUMENTER,
        "[\"pdf\", \"docx\"]\nkapitler = [\"forord\"]",
        "[\"docx\"]\nkapitler = [\"forord\"]",
    );
    let told = refused(&project);
    let said = "fejl[endelig-uden-pdf]: »aftale« bliver ikke lavet som PDF, og kun PDF-filen er gjort \
                oplæsningsvenlig.\n  i inputs/dokumenter.toml, linje 7, kolonne 12\n  Skriv under \
                dokumentet:\n  formater = [\"pdf\", \"docx\"]\n";
    assert!(told.contains(said), "{told}");
}

#[test]
fn no_page_says_that_it_is_a_draft() {
    let project = project();
    project.replace(FORORD, "Dette er", "UDKAST: Dette er");
    let told = refused(&project);
    let said = "Mærket som udkast\n=================\n\nfejl[endelig-med-udkast]: »Prøveaftale \
                2021-2022« (aftale) siger UDKAST på en side og kan ikke være endelig.\n  i templates/";
    assert!(told.starts_with(said), "{told}");
    assert!(!told.contains("(oplaeg)"), "only the agreement and what hangs on it: {told}");
}

#[test]
fn the_public_may_have_it() {
    let project = project();
    let shown = r#"{"udgave": "Udkast", "tal": {"cu.proeve.region.unge.2019": 2}, "summer": []}"#;
    std::fs::create_dir(project.path().join("inputs/offentliggjort")).expect("a folder");
    project.write("inputs/offentliggjort/udkast.json", shown);
    let told = refused(&project);
    let said = "Det, offentligheden kan se\n==========================\n\nfejl[kan-udledes]: ";
    assert!(told.starts_with(said), "{told}");
}

#[test]
fn name_and_number_are_free() {
    let ran = run(&project(), &["--navn", "1.0", "--nummer", "en"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    for said in ["fejl[udgave-navn]: Navnet er et nummer.", "fejl[udgave-nummer]: »en« er ikke et"]
    {
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

#[test]
fn another_edition_is_never_replaced() {
    let project = project();
    std::fs::create_dir_all(project.path().join("output/endelig/myndighed")).expect("a folder");
    project.write("output/endelig/myndighed/LÆSMIG.txt", "Prøveaftale\nUdgave 0.9: En anden\n");
    let ran = project.run(&FINAL);
    assert_eq!(ran.outcome, Outcome::Findings);
    let said = "fejl[endelig-findes]: Her ligger en anden endelig udgave, og den bliver aldrig \
                erstattet.\n  i output/endelig\n";
    assert!(ran.err.contains(said), "{}", ran.err);
}

#[test]
fn all_reasons_are_told_at_once_and_grouped() {
    let project = project();
    project.replace(AFTALE, "kladde = false", "kladde = true");
    project.replace(MYNDIGHEDER, "beslutning = \"Godkendt\"\n", "");
    project.replace(FORORD, "Bilagene", "[afventer: listen] {{aftale.titl}} Bilagene");
    let told = refused(&project);
    let headings: Vec<&str> = told
        .lines()
        .zip(told.lines().skip(1))
        .filter(|(_, under)| under.starts_with("==="))
        .map(|(heading, _)| heading)
        .collect();
    assert_eq!(
        headings,
        ["Mærket som udkast", "Åbne punkter", "Det, reglerne kræver", "Andre fejl", "Værd at vide"],
        "{told}"
    );
}

#[test]
fn nothing_of_a_final_edition_can_be_chosen() {
    let project = project();
    let ran = run(&project, &["aftale", "--til", "offentlig", "--format", "docx"]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert_eq!(
        ran.err,
        format!(
            "Andre fejl\n==========\n\n\
             fejl[kommandolinje]: »--format« kan ikke bruges sammen med »--status endelig«.\n\
             fejl[kommandolinje]: »--til« kan ikke bruges sammen med »--status endelig«.\n\
             fejl[kommandolinje]: »DOKUMENT« kan ikke bruges sammen med »--status endelig«.\n  \
             i kommandolinjen\n  Den endelige udgave bliver lavet hel, både til myndighederne og til \
             offentligheden.\n\n3 fejl.\n{END}"
        )
    );
    let line = ["byg", "aftale", "--status", "kladde", "--til", "offentlig", "--format", "docx"];
    assert_eq!(project.run(&line).outcome, Outcome::Fine, "a draft is made as before");
    let named = project.run(&["byg", "--navn", "Endelig"]);
    assert_eq!(named.outcome, Outcome::Usage);
    assert!(named.err.contains("--status"), "{}", named.err);
}

#[test]
fn the_shipped_project_cannot_be_final() {
    let ran = run(&Project::new(), &[]);
    assert_eq!(ran.outcome, Outcome::Findings);
    for code in [
        "endelig-kladde",
        "endelig-med-aabne-punkter",
        "endelig-konstrueret",
        "k10-oplysninger",
        "k12-beslutninger",
        "k15-indsendelse",
    ] {
        assert!(ran.err.contains(&format!("fejl[{code}]: ")), "lacks {code}:\n{}", ran.err);
    }
}
