//! The collected answers: read with their cells, summed by kommune and region.

use socialaftale::model::{Gruppe, Talstatus};

use crate::project::{Cell, INDBERETNINGER, Project, UDMELDINGER};

fn answer(address: &str, cell: Cell<'_>) -> Project {
    Project::shipped().workbook_cell(INDBERETNINGER, "Tal", address, cell)
}

fn gruppe(project: &Project, key: &str) -> Gruppe {
    let records = project.read().0.expect("a project");
    let groups = records.projekt.udmeldinger.iter().flat_map(|udmelding| &udmelding.grupper);
    groups.clone().find(|gruppe| gruppe.noegle == key).expect("a group").clone()
}

/// A group's sum in a year, with how many have not answered.
fn sum(project: &Project, key: &str, aar: u16) -> (Option<String>, usize) {
    let gruppe = gruppe(project, key);
    let count = gruppe.region.get(aar).and_then(|count| count.antal.tal());
    (count.map(|number| number.to_string()), gruppe.mangler)
}

fn some(number: &str, missing: usize) -> (Option<String>, usize) {
    (Some(number.to_owned()), missing)
}

#[test]
fn the_answers_sum_to_what_was_told() {
    let shipped = Project::shipped();
    for (key, year, expected) in [
        ("boern_unge", 2017, some("3", 2)),
        ("voksne", 2019, some("12", 1)),
        ("domstype2_aaben", 2019, some("6", 0)),
        ("maalgruppe", 2018, some("0", 0)),
    ] {
        assert_eq!(sum(&shipped, key, year), expected, "{key} {year}");
    }
}

#[test]
fn a_correction_wins_and_answers_for_who_has_not() {
    assert_eq!(sum(&answer("L32", Cell::Number("2")), "boern_unge", 2017), some("4", 2));
    let answered = answer("L14", Cell::Number("1"))
        .workbook_cell(INDBERETNINGER, "Tal", "L15", Cell::Number("0"))
        .workbook_cell(INDBERETNINGER, "Tal", "L16", Cell::Number("0"));
    assert_eq!(sum(&answered, "boern_unge", 2017), some("4", 1));
    assert_eq!(gruppe(&answered, "boern_unge").mangler_navne, ["Morsø Kommune"]);
}

#[test]
fn a_kommune_that_lacks_a_year_or_a_part_has_not_answered() {
    let without = |row: u32| {
        answer(&format!("F{row}"), Cell::Blank).workbook_cell(
            INDBERETNINGER,
            "Tal",
            &format!("G{row}"),
            Cell::Text("ubesvaret"),
        )
    };
    // A year of Hjørring's, and a part of Aalborg's.
    for (row, years) in [(8, ["2", "6", "8"]), (33, ["3", "4", "8"])] {
        let project = without(row);
        let sums = [2017, 2018, 2019].map(|aar| sum(&project, "boern_unge", aar));
        assert_eq!(sums, years.map(|number| some(number, 3)), "row {row}");
    }
}

#[test]
fn a_sum_knows_every_cell_and_is_as_sure_as_what_was_told() {
    let gruppe = gruppe(&Project::shipped(), "domstype1");
    let sum = gruppe.region.get(2017).expect("a sum");
    assert_eq!(sum.celler.len(), 12);
    assert_eq!(sum.celler[10].to_string(), "inputs/indberetninger.xlsx, arket »Tal«, celle F104");
    assert_eq!(sum.status, Some(Talstatus::Foreloebig));
    assert_eq!(
        gruppe.kommuner[0].antal.get(2017).map(|count| count.status),
        Some(Some(Talstatus::Konstrueret))
    );
}

#[test]
fn a_constructed_sum_that_was_never_told_is_constructed() {
    let project = Project::shipped().workbook_cell(UDMELDINGER, "Kontroltal", "C4", Cell::Blank);
    let status = gruppe(&project, "domstype1").region.get(2017).and_then(|sum| sum.status);
    assert_eq!(status, Some(Talstatus::Konstrueret));
}

#[test]
fn an_answer_names_what_the_project_knows() {
    for (address, typed, what) in [
        ("A2", "spsie", "en central udmelding"),
        ("B2", "voksen", "en gruppe"),
        ("D32", "Familieforvaltningen", "en, der svarer for Aalborg Kommune"),
        ("G2", "færdig", "en status"),
    ] {
        let found = answer(address, Cell::Text(typed)).findings();
        let said = format!(
            "fejl[ukendt-navn] inputs/indberetninger.xlsx, arket »Tal«, celle {address}: »{typed}« er \
             ikke {what}, som projektet kender."
        );
        assert!(found.len() == 1 && found[0].starts_with(&said), "{found:#?}");
    }
}

#[test]
fn an_answer_is_for_a_year_that_is_counted() {
    assert_eq!(
        answer("E2", Cell::Number("2016")).findings(),
        ["fejl[aar-uden-for-udmeldingen] inputs/indberetninger.xlsx, arket »Tal«, celle E2: \
             Udmeldingen »spise« tæller ikke 2016. Ret året, eller »Fra år« og »Til år« i \
             centrale-udmeldinger.xlsx."]
    );
}

#[test]
fn a_value_and_its_status_say_the_same() {
    assert_eq!(
        answer("F14", Cell::Number("1")).findings(),
        [
            "fejl[status-passer-ikke] inputs/indberetninger.xlsx, arket »Tal«, celle G14: Der står et \
             tal under »Værdi«, men status er »ubesvaret«. Skriv foreløbig eller endelig under \
             »Status«."
        ]
    );
    assert_eq!(
        answer("F2", Cell::Blank).findings(),
        ["fejl[status-passer-ikke] inputs/indberetninger.xlsx, arket »Tal«, celle G2: Der står \
             intet tal under »Værdi«, men status er »konstrueret«. Skriv ubesvaret under »Status«."]
    );
}

#[test]
fn before_anything_is_collected_nobody_has_answered() {
    let project = Project::shipped().without(INDBERETNINGER);
    assert_eq!(
        project.findings(),
        [
            "advarsel[ingen-indberetninger] inputs/indberetninger.xlsx: Filen findes ikke, så ingen af \
             kommunerne har svaret. Saml svarene ind, eller hent filen fra en sikkerhedskopi."
        ]
    );
    assert_eq!(sum(&project, "voksne", 2019), (None, 11));
}

#[test]
fn texts_tilbud_and_answers_are_read_with_their_senders() {
    let projekt = Project::shipped().read().0.expect("a project").projekt;
    let collected = &projekt.indberetninger;
    assert_eq!((collected.tal.len(), collected.svar.len()), (216, 39));
    let senders = collected.tekster.iter().filter_map(|text| text.afsender.svarer_for.as_deref());
    assert!(senders.clone().any(|part| part == "Familie- og Beskæftigelsesforvaltningen"));
    let used = &collected.tilbud[0];
    assert_eq!((used.tilbud.value.as_str(), used.aar), ("Sødisebakke", 2017));
    let found = Project::shipped()
        .workbook_cell(INDBERETNINGER, "Tekster", "D2", Cell::Text("økonomi"))
        .workbook_cell(INDBERETNINGER, "Svar", "D2", Cell::Text("måske"))
        .findings();
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].contains("arket »Svar«, celle D2: »måske« er ikke en status"), "{found:#?}");
    assert!(
        found[1].contains("arket »Tekster«, celle D2: »økonomi« er ikke et tema"),
        "{found:#?}"
    );
}

#[test]
fn a_correction_says_why() {
    let corrected = answer("L32", Cell::Number("2"));
    let about = |project: &Project| -> Vec<String> {
        let told = project.findings();
        told.into_iter().filter(|one| one.contains("[rettelse-uden-begrundelse]")).collect()
    };
    assert_eq!(
        about(&corrected),
        [
            "advarsel[rettelse-uden-begrundelse] inputs/indberetninger.xlsx, arket »Tal«, celle L32: \
          Rettelsen har ingen begrundelse. Skriv under »Begrundelse«, hvorfor der er rettet, fx hvem \
          der har oplyst tallet."
        ]
    );
    let explained =
        corrected.workbook_cell(INDBERETNINGER, "Tal", "M32", Cell::Text("Oplyst i telefon"));
    assert_eq!(about(&explained), [""; 0]);
    let text =
        Project::shipped().workbook_cell(INDBERETNINGER, "Tekster", "J4", Cell::Text("Rettet"));
    assert_eq!(about(&text).len(), 1);
}

#[test]
fn a_party_that_answers_both_as_one_and_in_parts_is_told() {
    let about = |project: &Project| -> Vec<String> {
        let told = project.findings();
        told.into_iter().filter(|one| one.contains("[samlet-og-delt-svar]")).collect()
    };
    let both = answer("D32", Cell::Blank);
    assert_eq!(
        about(&both),
        [
            "advarsel[samlet-og-delt-svar] inputs/indberetninger.xlsx, arket »Tal«, celle F32: Aalborg \
          Kommune har svaret både samlet her og i dele (inputs/indberetninger.xlsx, arket »Tal«, \
          celle F33); kun delene tæller med. Slet de rækker, der ikke gælder, og se, at myndighedens \
          dele står i myndigheder.toml."
        ]
    );
    assert_eq!(about(&Project::shipped()), [""; 0]);
    let blank = both.workbook_cell(INDBERETNINGER, "Tal", "F32", Cell::Blank).workbook_cell(
        INDBERETNINGER,
        "Tal",
        "G32",
        Cell::Text("ubesvaret"),
    );
    assert_eq!(about(&blank), [""; 0]);
}

#[test]
fn users_that_are_told_both_as_one_and_in_parts_count_once() {
    let users = |project: &Project| {
        let projekt = project.read().0.expect("a project").projekt;
        let dom = projekt.udmeldinger.iter().find(|of| of.noegle == "dom").expect("an udmelding");
        let used = dom.tilbud.iter().find(|one| one.tilbud.value == "Sødisebakke");
        let count = used.expect("a tilbud").brugere.get(2017).and_then(|count| count.antal.tal());
        count.map(|count| count.to_string())
    };
    assert_eq!(users(&Project::shipped()).as_deref(), Some("3"));
    let both = Project::shipped().workbook_cell(
        INDBERETNINGER,
        "Tilbud",
        "B8",
        Cell::Text("Aalborg Kommune"),
    );
    assert_eq!(users(&both).as_deref(), Some("2"), "the parts tell for Aalborg");
    let told = both.findings();
    let said = "advarsel[samlet-og-delt-svar] inputs/indberetninger.xlsx, arket »Tilbud«, celle J8: \
                Aalborg Kommune har svaret både samlet her og i dele (inputs/indberetninger.xlsx, arket \
                »Tilbud«, celle J14)";
    assert!(told.iter().any(|one| one.starts_with(said)), "{told:#?}");
}
