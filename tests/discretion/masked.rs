//! The shipped project as the public sees it.

use std::collections::BTreeMap;

use socialaftale::assemble::{Shelf, catalogue, project_context};
use socialaftale::discretion::{Masked, audit, gather, masked};
use socialaftale::finding::{Findings, Severity};
use socialaftale::merge::Library;
use socialaftale::model::{Offentliggjort, Projekt, Sum};
use socialaftale::text::tree::{Row, plain_text};

use crate::project::{AFTALE, Cell, Project, TAKSTER, UDMELDINGER, listed, shipped};

fn public() -> Masked {
    masked(shipped().projekt())
}

/// What is told of an edition, but for the shipped working papers that are left out of each.
fn told(findings: Findings) -> Vec<String> {
    let left_out = ["svar-*", "status-indsamling"].map(|key| {
        format!(
            "oplysning[kun-myndighed] inputs/dokumenter.toml: Dokumentet »{key}« er kun til \
             myndighederne og laves ikke til offentligheden."
        )
    });
    let (known, told): (Vec<_>, Vec<_>) =
        listed(findings).into_iter().partition(|finding| left_out.contains(finding));
    assert_eq!(known.len(), 2);
    told
}

/// The same, where no edition has been published before.
fn told_of_first(findings: Findings) -> Vec<String> {
    let mut told = told(findings);
    let first = told.iter().position(|one| one.starts_with("oplysning[ingen-tidligere-udgave] "));
    told.remove(first.expect("that there is no earlier edition is told"));
    told
}

fn rows(projekt: &Projekt, key: &str) -> Vec<String> {
    let table = Shelf::new(projekt).table(key).expect("a table");
    let words = |row: &Row| row.cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>();
    table.rows.iter().map(|row| words(row).join("|")).collect()
}

/// The shipped project with an edition that was published before.
fn after(tal: &[(&str, Option<u32>)], summer: &[(&str, &[&str])]) -> Projekt {
    let tal: BTreeMap<String, Option<u32>> =
        tal.iter().map(|(key, number)| ((*key).to_owned(), *number)).collect();
    let sum = |(i_alt, dele): &(&str, &[&str])| Sum {
        i_alt: (*i_alt).to_owned(),
        dele: dele.iter().map(|part| (*part).to_owned()).collect(),
    };
    let summer = summer.iter().map(sum).collect();
    let edition = Offentliggjort { udgave: "Udkast, 1. juni 2020".to_owned(), tal, summer };
    let file = "inputs/offentliggjort/udkast.json".to_owned();
    Projekt { offentliggjort: vec![(file, edition)], ..shipped().projekt().clone() }
}

#[test]
fn small_counts_are_hidden_with_as_few_others_as_it_takes() {
    let public = public();
    assert_eq!(told_of_first(public.findings), Vec::<String>::new());
    assert_eq!(
        rows(&public.projekt, "cu.dom.region"),
        [
            "Domstype 1|skjult|skjult|4",
            "Domstype 2, administrativt overført til Kofoedsminde|skjult|skjult|0",
            "I alt i målgruppen|5|5|4",
            "Domstype 2 på åben afdeling|7|7|6",
        ]
    );
    assert_eq!(
        rows(&public.projekt, "cu.gravide.landsdele"),
        [
            "Syddanmark|1,2|skjult|skjult|skjult",
            "Midtjylland|1,3|skjult|0|4",
            "Nordjylland|0,6|0|0|0",
            "Hovedstaden|1,8|0|skjult|skjult",
            "Sjælland|0,8|0|skjult|0",
            "I alt||5|6|9",
        ]
    );
}

#[test]
fn fields_drawings_and_what_is_told_of_them_are_masked_from_the_same_source() {
    let public = public();
    let context = project_context(&public.projekt, &shipped().records.places);
    let field = |path: &str| context.get(path).and_then(|value| value.as_str());
    assert_eq!(field("cu.dom.region.domstype2_kofoedsminde.2018"), Some("et skjult antal"));
    assert_eq!(field("cu.dom.region.domstype1.2018"), Some("et skjult antal"));
    assert_eq!(field("cu.dom.region.domstype1.2019"), Some("4"));
    let figure = Shelf::new(&public.projekt).figure("cu.dom").expect("a figure");
    assert!(
        figure.alt.contains("Domstype 1: skjult i 2017, skjult i 2018, 4 i 2019."),
        "{}",
        figure.alt
    );
    let drawing = String::from_utf8(figure.picture.bytes.to_vec()).expect("SVG is text");
    assert_eq!(drawing.matches(">skjult<").count(), 4);
}

#[test]
fn counts_by_kommune_are_for_the_authorities_alone() {
    let public = public();
    assert!(
        public
            .projekt
            .udmeldinger
            .iter()
            .all(|udmelding| { udmelding.grupper.iter().all(|gruppe| gruppe.kommuner.is_empty()) })
    );
    assert_eq!(
        rows(&public.projekt, "cu.dom.kommuner"),
        [
            "Tallene fordelt på kommuner er kun til myndighederne, fordi så små tal kan gøre borgere \
          genkendelige."
        ]
    );
}

#[test]
fn chapters_for_the_authorities_alone_stand_in_no_public_document() {
    let public = public();
    let chapters = |projekt: &Projekt| {
        let context = project_context(projekt, &shipped().records.places);
        let mut findings = Findings::new();
        let jobs = catalogue(projekt, &context, &Shelf::new(projekt), &mut findings);
        assert_eq!(findings.count(Severity::Fejl), 0, "{findings}");
        jobs.into_iter().flat_map(|job| job.texts).collect::<Vec<String>>()
    };
    let key = "cu-dom-kommuner".to_owned();
    assert!(chapters(shipped().projekt()).contains(&key));
    assert!(!chapters(&public.projekt).contains(&key));
    assert!(public.projekt.tekst(&key).is_none());
}

#[test]
fn a_document_for_the_authorities_alone_is_left_out_and_told() {
    let project = Project::shipped().replace(
        "inputs/dokumenter.toml",
        "noegle = \"oplaeg\"",
        "noegle = \"oplaeg\"\nkun_myndighed = true",
    );
    let public = masked(project.assembled().projekt());
    assert!(public.projekt.dokumenter.iter().all(|dokument| dokument.noegle != "oplaeg"));
    assert_eq!(
        told_of_first(public.findings),
        ["oplysning[kun-myndighed] inputs/dokumenter.toml: Dokumentet »oplaeg« er kun til \
          myndighederne og laves ikke til offentligheden."]
    );
}

#[test]
fn the_auditor_reads_what_is_published_and_not_what_was_to_be_hidden() {
    let projekt = shipped().projekt();
    let told = listed(audit(&gather(projekt), projekt));
    assert_eq!(told.len(), 6, "{told:#?}");
    assert_eq!(
        told[0],
        "fejl[lille-tal-vist] inputs/centrale-udmeldinger.xlsx, arket »Landsdele«, celle E2: \
         »Syddanmark« i hele landet (gravide med et skadeligt rusmiddelbrug) i 2017 er et lille tal, \
         som ikke må stå i den offentlige udgave. Det er en fejl i programmet; offentliggør ikke \
         dokumenterne."
    );
    let mut half = public().projekt;
    for gruppe in &mut half.udmeldinger[1].grupper {
        if gruppe.noegle == "domstype1" {
            gruppe.region = projekt.udmeldinger[1].grupper[0].region.clone();
        }
    }
    let told = listed(audit(&gather(projekt), &half));
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(
        told[0].contains("i 2017 er skjult, men man kan regne ud, at tallet er 1."),
        "{}",
        told[0]
    );
}

#[test]
fn a_count_that_an_earlier_edition_shows_cannot_be_hidden_now() {
    let public = masked(&after(&[("cu.dom.region.domstype2_kofoedsminde.2018", Some(1))], &[]));
    let told = told(public.findings);
    assert!(told.len() == 1, "{told:#?}");
    assert!(
        told[0].contains(
            "»Domstype 2, administrativt overført til Kofoedsminde« (udviklingshæmning og dom) i \
             2018 er skjult, men man kan regne ud, at tallet er 1. Det fremgår, når man sammenholder \
             med en tidligere offentlig udgave (inputs/offentliggjort/udkast.json)."
        ),
        "{}",
        told[0]
    );
}

#[test]
fn an_earlier_edition_decides_which_counts_can_be_hidden_beside_the_small() {
    // 2019 was 2, 4, 0, 3, 0: the 3 was shown then, so now the 4 has to be hidden in its place.
    let key = |row: &str| format!("cu.gravide.landsdele.{row}.2019");
    let shown = key("hovedstaden");
    let public = masked(&after(&[(&shown, Some(3))], &[]));
    assert_eq!(told(public.findings), Vec::<String>::new());
    assert_eq!(public.tabeller.tal[&shown], Some(3));
    assert_eq!(public.tabeller.tal[&key("midtjylland")], None);
    assert_eq!(public.tabeller.tal[&key("syddanmark")], None);
}

#[test]
fn a_count_that_has_changed_since_an_earlier_edition_is_another() {
    let public = masked(&after(&[("cu.dom.region.domstype2_kofoedsminde.2018", Some(3))], &[]));
    assert_eq!(told(public.findings), Vec::<String>::new());
}

#[test]
fn what_an_earlier_edition_hid_and_its_sums_are_held_against_this_one() {
    // Then Hovedstaden and Midtjylland were hidden, and readers saw that together they are 7. If
    // the 9 of the whole country is shown, the 2 of Syddanmark follows, whatever else is hidden.
    let row = |row: &str| format!("cu.gravide.landsdele.{row}.2019");
    let (a, b) = (row("hovedstaden"), row("midtjylland"));
    let public = masked(&after(
        &[(&a, None), (&b, None), ("to_landsdele", Some(7))],
        &[("to_landsdele", &[&a, &b])],
    ));
    assert_eq!(told(public.findings), Vec::<String>::new());
    let now = [row("syddanmark"), a, b, row("i_alt")].map(|key| public.tabeller.tal[&key]);
    // What was hidden then stays hidden, and the whole country is hidden for Syddanmark's sake.
    assert_eq!(now, [None; 4]);
}

#[test]
fn a_public_edition_keeps_what_it_publishes_without_hidden_counts() {
    let tabeller = public().tabeller;
    assert_eq!(tabeller.udgave, "Udkast til politisk behandling, 14. september 2020");
    assert_eq!(tabeller.tal["cu.dom.region.domstype1.2017"], None);
    assert_eq!(tabeller.tal["cu.dom.region.domstype1.2019"], Some(4));
    assert_eq!(tabeller.tal["cu.dom.i_alt.2017"], Some(5));
    let sum = Sum {
        i_alt: "cu.dom.i_alt.2017".into(),
        dele: ["domstype1", "domstype2_kofoedsminde"]
            .map(|group| format!("cu.dom.region.{group}.2017"))
            .into(),
    };
    assert!(tabeller.summer.contains(&sum), "{:?}", tabeller.summer);
    let link = Sum {
        i_alt: "cu.gravide.landsdele.nordjylland.2017".into(),
        dele: vec!["cu.gravide.i_alt.2017".into()],
    };
    assert!(tabeller.summer.contains(&link));
}

#[test]
fn people_in_a_tilbud_are_counted_too_and_percentages_are_not() {
    let project = Project::shipped()
        .workbook_cell(TAKSTER, "Belægning", "G3", Cell::Number("2"))
        .workbook_cell(TAKSTER, "Belægning", "G2", Cell::Number("2"));
    let public = masked(project.assembled().projekt());
    let context = project_context(&public.projekt, &shipped().records.places);
    let field = |path: &str| context.get(path).and_then(|value| value.as_str());
    assert_eq!(field("belaegning.aalborg_krisecenter.kvinder.2018"), Some("et skjult antal"));
    assert_eq!(field("belaegning.aalborg_krisecenter.kvinder.2019"), Some("61"));
    assert_eq!(field("belaegning.aalborg_krisecenter.procent.2018"), Some("2"));
}

#[test]
fn a_higher_threshold_hides_more() {
    let project = Project::shipped().append(AFTALE, "\n[diskretion]\ntaerskel = 5\n");
    let public = masked(project.assembled().projekt());
    let shown = public.tabeller.tal.values().flatten();
    assert!(shown.clone().all(|number| *number == 0 || *number >= 5));
    assert_eq!(told_of_first(public.findings), Vec::<String>::new());
}

#[test]
fn threshold_and_sign_are_settings_that_can_be_used() {
    let told = |more: &str| {
        Project::shipped().append(AFTALE, &format!("\n[diskretion]\n{more}\n")).findings()
    };
    assert_eq!(told("taerskel = 2\ntegn = \"vises ikke\""), Vec::<String>::new());
    for (more, code) in [
        ("taerskel = 1", "diskretion-taerskel"),
        ("taerskel = 0", "diskretion-taerskel"),
        ("tegn = \"\"", "diskretion-tegn"),
        ("tegn = \"–\"", "diskretion-tegn"),
        ("tegn = \"1-2\"", "diskretion-tegn"),
        ("tegn = \" \"", "diskretion-tegn"),
        ("i_tekst = \"–\"", "diskretion-tegn"),
        ("taerskel = \"3\"", "forkert-slags"),
        ("taerskel = -3", "forkert-slags"),
    ] {
        let found = told(more);
        assert!(found.len() == 1 && found[0].contains(code), "{more}: {found:?}");
    }
}

#[test]
fn an_earlier_edition_that_cannot_be_read_is_told() {
    let file = "inputs/offentliggjort/udkast.json";
    for broken in ["{\"udgave\": \"x\"}", "ikke json", ""] {
        let found = Project::shipped().with(file, broken).findings();
        assert!(
            found.len() == 1 && found[0].starts_with("fejl[offentliggjort-ulaeselig] inputs/offen"),
            "{found:?}"
        );
    }
    let kept = serde_json::to_vec(&public().tabeller).expect("JSON");
    assert_eq!(Project::shipped().with(file, kept).findings(), Vec::<String>::new());
}

#[test]
fn many_earlier_editions_are_held_against_a_new_one_in_a_moment() {
    let first = public().tabeller;
    let editions =
        (0..40).map(|number| (format!("inputs/offentliggjort/{number}.json"), first.clone()));
    let projekt = Projekt { offentliggjort: editions.collect(), ..shipped().projekt().clone() };
    let cells = gather(shipped().projekt()).cells.len();
    assert!(gather(&projekt).cells.len() < 2 * cells, "what is known is known once");
    assert_eq!(masked(&projekt).tabeller, first);
}

#[test]
fn the_same_edition_twice_is_hidden_alike() {
    let first = public();
    let file = "inputs/offentliggjort/udkast.json".to_owned();
    let again = Projekt {
        offentliggjort: vec![(file, first.tabeller.clone())],
        ..shipped().projekt().clone()
    };
    let second = masked(&again);
    assert_eq!(told(second.findings), Vec::<String>::new());
    assert_eq!(second.tabeller, first.tabeller);
}

#[test]
fn no_mark_is_explained_that_only_hidden_counts_would_have() {
    let project = ["3", "4", "5", "6", "7"].iter().fold(Project::shipped(), |project, row| {
        project.workbook_cell(UDMELDINGER, "Landsdele", &format!("H{row}"), Cell::Text("endelig"))
    });
    let public = masked(project.assembled().projekt()).projekt;
    let table = Shelf::new(&public).table("cu.gravide.landsdele").expect("the table");
    let notes: Vec<String> = table.notes.iter().map(|note| plain_text(note)).collect();
    let cells = table.rows[0].cells[2..].iter().map(|cell| plain_text(cell));
    assert_eq!(cells.collect::<Vec<_>>(), ["skjult"; 3]);
    assert_eq!(
        notes,
        [
            "Endelige tal, opgjort 25.\u{a0}maj 2020.",
            "»skjult« står ved tal, som ikke vises, fordi små tal kan gøre borgere genkendelige."
        ]
    );
}
