//! What only time can bring: told of a draft, refused in a final edition.

use crate::project::{AFTALE, Cell, DOKUMENTER, MYNDIGHEDER, Project, REGLER, TAKSTER, listed};

fn shipped() -> Project {
    Project::shipped()
}

/// The open points of one rule.
fn open(project: &Project, code: &str) -> Vec<String> {
    project.open_points().into_iter().filter(|one| one.contains(code)).collect()
}

#[test]
fn a_draft_tells_of_its_open_points_in_few_lines() {
    let start = |one: &String| one.split(':').next().unwrap_or_default().to_owned();
    assert_eq!(
        shipped().open_points().iter().map(start).collect::<Vec<_>>(),
        [
            "advarsel[k14-offentliggoerelse] inputs/aftale.toml",
            "advarsel[k15-indsendelse] inputs/aftale.toml",
            "advarsel[k12-beslutninger] inputs/myndigheder.toml",
            "advarsel[k10-oplysninger] inputs/takster.xlsx, arket »Takster«",
            "advarsel[belaegning-afviger] inputs/takster.xlsx, arket »Takster«, celle L7",
            "oplysning[k11-revision] inputs/takster.xlsx, arket »Takster«",
        ]
    );
}

#[test]
fn a_final_edition_refuses_what_a_draft_may_lack() {
    let checked = shipped().replace(AFTALE, "kladde = true", "kladde = false").checked();
    assert!(checked.open.is_empty());
    let start = |one: String| one.split(']').next().unwrap_or_default().to_owned();
    assert_eq!(
        listed(checked.findings).into_iter().map(start).collect::<Vec<_>>(),
        [
            "fejl[k15-indsendelse",
            "fejl[k12-beslutninger",
            "fejl[k10-oplysninger",
            "advarsel[k14-offentliggoerelse",
            "advarsel[belaegning-afviger",
            "oplysning[k11-revision",
        ]
    );
}

#[test]
fn what_is_not_known_of_a_tilbud_is_told_once() {
    assert_eq!(
        open(&shipped(), "k10"),
        [
            "advarsel[k10-oplysninger] inputs/takster.xlsx, arket »Takster«: Der mangler driftsherre \
             for Hjørring Krisecenter, Frederikshavn Krisecenter, Søhavegård Krisecenter, Hobro \
             Krisecenter; pladser for Forsorgshjemmet Svenstrupgård; takst for Forsorgshjemmet \
             Svenstrupgård; belægningsprocent for Forsorgshjemmet Svenstrupgård. Skriv det i arket, \
             når det er oplyst. Regel K10: Kolonnerne i DAS' takstoversigt, referat 25. maj 2020, punkt \
             7; bekendtgørelsen om Tilbudsportalen § 10 (oprindelsen er usikker)."
        ]
    );
    let full = [("I8", "12"), ("J8", "1500"), ("L8", "90")]
        .iter()
        .fold(shipped(), |project, (at, number)| {
            project.workbook_cell(TAKSTER, "Takster", at, Cell::Number(number))
        });
    let full = ["D2", "D3", "D4", "D5"].iter().fold(full, |project, at| {
        project.workbook_cell(TAKSTER, "Takster", at, Cell::Text("Rebild Kommune"))
    });
    assert_eq!(open(&full, "k10"), Vec::<String>::new());
    let odd = shipped().replace(REGLER, "\"pladser\", \"takst\"", "\"plads\", \"takst\"");
    let told = odd.findings();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("fejl[ukendt-valg] inputs/regler.toml, linje ")
            && told[0].ends_with(": »plads« er ingen oplysning om et tilbud. Mente du »pladser«?"),
        "{told:?}"
    );
}

#[test]
fn the_tilbud_whose_takst_is_audited_are_listed() {
    let told = open(&shipped(), "k11");
    assert!(
        told[0].contains(
            "Tilbudsportalen skal vise, om taksten er revisionspåtegnet, for § 109: Hjørring \
             Krisecenter, Frederikshavn Krisecenter, Søhavegård Krisecenter, Hobro Krisecenter, Aalborg \
             Krisecenter; § 110: Forsorgshjemmet Svenstrupgård."
        ),
        "{told:?}"
    );
    let none = shipped().replace(REGLER, "revision = [\"§ 109\", \"§ 110\"]", "revision = []");
    assert_eq!(open(&none, "k11"), Vec::<String>::new());
}

#[test]
fn a_decision_is_the_council_s_own_with_a_date() {
    let decided = |words: &str| {
        shipped().replace(MYNDIGHEDER, "punkt = 8", &format!("punkt = 8\nbeslutning = \"{words}\""))
    };
    let none = "advarsel[k12-beslutninger] inputs/myndigheder.toml: Ingen af de 12 parter har skrevet \
                deres råds beslutning ind med dato. Når rådet har besluttet det, så skriv \
                »dato« og »beslutning« (Godkendt eller Tiltrådt) under partens råd, så der står fx:\n\
                [[myndighed.behandling]]\norgan = \"Byrådet\"\ndato = 2020-09-14\n\
                beslutning = \"Godkendt\" Regel K12: Aftalen indgås i enighed, og alle \
                kommuner og regionen er parter (Albertslund Kommune om rammeaftale 2015-2016) \
                (oprindelsen er usikker).";
    assert_eq!(open(&shipped(), "k12"), [none]);
    assert_eq!(open(&decided("Udsat"), "k12"), [none]);
    assert!(open(&decided("Godkendt."), "k12")[0].starts_with(
        "advarsel[k12-beslutninger] inputs/myndigheder.toml: 11 af 12 parter mangler deres råds \
             beslutning: Brønderslev Kommune, Frederikshavn Kommune, "
    ),);
    let undated = decided("Godkendt").replace(MYNDIGHEDER, "dato = 2020-11-24\n", "");
    assert_eq!(open(&undated, "k12"), [none]);
}

#[test]
fn a_publication_is_told_for_each_who_publishes() {
    let record = |who: &str| {
        let lines = format!(
            "\n[[offentliggoerelse]]\nmyndighed = \"{who}\"\nurl = \"https://eksempel.dk\"\ndato = 2020-12-01\n"
        );
        shipped().append(AFTALE, &lines)
    };
    assert!(open(&shipped(), "k14")[0].contains(
        "Ingen af de 13 steder, hvor aftalen skal offentliggøres, er skrevet ind. Når den er sket, så \
         skriv nederst i filen, for hvert sted, fx:\n[[offentliggoerelse]]\nmyndighed = \
         \"sekretariatet\"\nurl = \"https://adressen-på-siden\"\ndato = 2020-09-14 Regel K14"
    ));
    assert!(
        open(&record("sekretariatet"), "k14")[0]
            .contains("12 af 13 steder mangler offentliggørelsen: Brønderslev Kommune, ")
    );
    assert_eq!(record("rebild").findings(), Vec::<String>::new());
    let told = record("rebld").findings();
    assert!(
        told.len() == 1
            && told[0].ends_with(
                ": »rebld« er ingen af dem, der offentliggør aftalen. Mente du »rebild«?"
            ),
        "{told:?}"
    );
}

#[test]
fn a_sending_is_told_for_the_agreement_and_each_report() {
    let sent = |keys: &[&str], day: &str| {
        let lines: String = keys
            .iter()
            .map(|key| format!("\n[[indsendelse]]\ndokument = \"{key}\"\ndato = {day}\n"))
            .collect();
        shipped().append(AFTALE, &lines)
    };
    assert!(open(&sent(&["aftale"], "2020-12-01"), "k15")[0].contains(
        "Indsendelsen til Socialstyrelsen er ikke skrevet ind for »afrapportering-spise«, \
             »afrapportering-dom«, »afrapportering-gravide«. Når det er sendt, så skriv \
             nederst i filen, for hvert dokument, fx:\n[[indsendelse]]\ndokument = \
             \"afrapportering-spise\"\ndato = 2020-09-14 Regel K15"
    ));
    let all = ["aftale", "afrapportering-spise", "afrapportering-dom", "afrapportering-gravide"];
    assert_eq!(open(&sent(&all, "2020-12-01"), "k15"), Vec::<String>::new());
    let late = sent(&["aftale"], "2020-12-02").findings();
    assert!(
        late.len() == 1 && late[0].contains("»aftale« sendes ind den 2. december 2020, men lovens"),
        "{late:?}"
    );
    let unknown = sent(&["takstbilag"], "2020-12-01").findings();
    assert!(
        unknown.len() == 1
            && unknown[0].ends_with(
                ": »takstbilag« er ikke et dokument, der skal sendes ind. Skriv et af dem: aftale, \
                 afrapportering-spise, afrapportering-dom, afrapportering-gravide."
            ),
        "{unknown:?}"
    );
    // A new udmelding's report is asked for by itself.
    let renamed = shipped().replace(
        DOKUMENTER,
        "noegle = \"afrapportering-{{udmelding.noegle}}\"",
        "noegle = \"svar-{{udmelding.noegle}}\"",
    );
    assert!(open(&renamed, "k15")[0].contains("»svar-spise«"));
}
