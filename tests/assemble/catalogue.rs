use socialaftale::assemble::Job;
use socialaftale::finding::Findings;
use socialaftale::model::Format;

use crate::project::{self, AFTALE, Assembled, DOKUMENTER, MYNDIGHEDER, Project, listed};

/// What is asked of one document of a project's catalogue.
fn job<T>(project: &Assembled, key: &str, ask: impl FnOnce(&Job<'_>) -> T) -> T {
    let mut findings = Findings::new();
    let shelf = project.shelf();
    let jobs = project.jobs(&shelf, &mut findings);
    assert_eq!(listed(findings), Vec::<String>::new());
    ask(jobs.iter().find(|job| job.key == key).unwrap_or_else(|| panic!("no {key}")))
}

fn field(project: &Assembled, key: &str, path: &str) -> String {
    job(project, key, |job| {
        let found = job.context.get(path).unwrap_or_else(|| panic!("no {path}"));
        found.as_str().map_or_else(|| found.to_string(), str::to_owned)
    })
}

/// The texts under each heading of an authority's case.
fn case(project: &Assembled, key: &str) -> Vec<(String, Vec<String>)> {
    job(project, key, |job| {
        let fields = job.context.get("sag.felter").and_then(|felter| felter.as_array()).expect(key);
        let words = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        fields
            .iter()
            .map(|felt| {
                let texts = felt["tekster"].as_array().expect("texts");
                (words(&felt["overskrift"]), texts.iter().map(words).collect())
            })
            .collect()
    })
}

fn under(project: &Assembled, key: &str, heading: &str) -> Vec<String> {
    let fields = case(project, key);
    fields.into_iter().find(|(words, _)| words == heading).expect(heading).1
}

#[test]
fn the_catalogue_makes_every_document_with_its_own_file_name() {
    let assembled = project::shipped();
    let shelf = assembled.shelf();
    let jobs = assembled.jobs(&shelf, &mut Findings::new());
    let made: Vec<(&str, &str)> =
        jobs.iter().map(|job| (job.key.as_str(), job.file_name.as_str())).collect();
    assert_eq!(
        made,
        [
            ("aftale", "socialaftale-2021-2022"),
            ("afrapportering-spise", "afrapportering-spise"),
            ("afrapportering-dom", "afrapportering-dom"),
            ("afrapportering-gravide", "afrapportering-gravide"),
            ("llt", "lands-og-landsdelsdaekkende-tilbud"),
            ("styringsaftale", "styringsaftale-2021"),
            ("specialundervisning", "specialundervisning-aftalevilkaar"),
            ("takstbilag", "takstbilag-2020"),
            ("sag-broenderslev", "sag-broenderslev"),
            ("sag-frederikshavn", "sag-frederikshavn"),
            ("sag-hjoerring", "sag-hjoerring"),
            ("sag-jammerbugt", "sag-jammerbugt"),
            ("sag-laesoe", "sag-laesoe"),
            ("sag-mariagerfjord", "sag-mariagerfjord"),
            ("sag-morsoe", "sag-morsoe"),
            ("sag-rebild", "sag-rebild"),
            ("sag-thisted", "sag-thisted"),
            ("sag-vesthimmerlands", "sag-vesthimmerlands"),
            ("sag-aalborg", "sag-aalborg"),
            ("sag-region", "sag-region"),
            ("svar-spise", "svar-spise"),
            ("svar-dom", "svar-dom"),
            ("svar-gravide", "svar-gravide"),
            ("status-indsamling", "status-indsamling"),
            ("oplaeg", "oplaeg-politisk-fokus-2021-2022"),
            ("vejledning", "vejledning"),
        ]
    );
    assert!(jobs.iter().all(|job| job.formats == [Format::Pdf, Format::Docx]));
}

#[test]
fn every_text_of_every_document_merges_without_a_finding() {
    assert_eq!(Project::shipped().findings_merged(), Vec::<String>::new());
}

#[test]
fn fokusomraader_stand_in_the_editions_order() {
    let chapters = |project: &Assembled| job(project, "aftale", |job| job.texts[4..8].to_vec());
    let shipped = project::shipped();
    assert_eq!(
        chapters(shipped),
        ["fokusomraader", "fokus-socialpsykiatri", "fokus-alderdom", "fokus-loesninger"]
    );
    let moved = Project::shipped()
        .replace("inputs/tekst/fokus-alderdom.md", "nummer = 2", "nummer = 4")
        .replace("inputs/tekst/fokus-loesninger.md", "nummer = 3", "nummer = 2");
    assert_eq!(
        chapters(&moved.assembled()),
        ["fokusomraader", "fokus-socialpsykiatri", "fokus-loesninger", "fokus-alderdom"]
    );
}

#[test]
fn a_bilag_is_labelled_by_its_number_in_the_register() {
    let shipped = project::shipped();
    assert_eq!(field(shipped, "afrapportering-dom", "dokument.bilag"), "Bilag\u{a0}2");
    assert_eq!(field(shipped, "aftale", "dokument.bilag"), "");
    let moved = Project::shipped().replace(AFTALE, "nummer = 2", "nummer = 9");
    assert_eq!(field(&moved.assembled(), "afrapportering-dom", "dokument.bilag"), "Bilag\u{a0}9");
}

#[test]
fn the_document_on_an_udmelding_has_its_fields() {
    let shipped = project::shipped();
    assert_eq!(field(shipped, "afrapportering-spise", "udmelding.noegle"), "spise");
    assert_eq!(field(shipped, "afrapportering-spise", "udmelding.i_alt.2019"), "20");
}

#[test]
fn a_case_names_its_own_council_and_what_is_known_of_its_meetings() {
    let shipped = project::shipped();
    assert_eq!(field(shipped, "sag-region", "myndighed.raad_bestemt"), "regionsrådet");
    assert_eq!(field(shipped, "sag-region", "myndighed.journalnummer"), "2019-053472");
    assert_eq!(field(shipped, "sag-region", "myndighed.sidste.dato"), "24. november 2020");
    assert_eq!(
        field(shipped, "sag-rebild", "myndighed.journalnummer"),
        "[afventer: journalnummer]"
    );
    assert_eq!(field(shipped, "sag-thisted", "myndighed.sidste.organ"), "Kommunalbestyrelsen");
    assert_eq!(field(shipped, "sag-thisted", "myndighed.sidste.dato"), "[afventer: mødedato]");
}

#[test]
fn local_texts_stand_before_after_or_instead_of_the_common_one() {
    let shipped = project::shipped();
    assert_eq!(
        case(shipped, "sag-rebild"),
        [
            ("Beslutning", vec![]),
            ("Indstilling", vec!["lokal-rebild-indstilling"]),
            ("Sagsfremstilling", vec!["sag-sagsfremstilling", "lokal-rebild-handicapraad"]),
            ("Resume", vec!["lokal-rebild-afgoeres", "sag-resume"]),
            ("Sagens gang", vec![]),
            ("Bilag", vec![]),
        ]
        .map(|(heading, texts)| {
            (heading.to_owned(), texts.into_iter().map(str::to_owned).collect())
        })
    );
    assert_eq!(under(shipped, "sag-thisted", "Indstilling"), ["sag-indstilling"]);
    assert_eq!(under(shipped, "sag-region", "Resumé"), ["sag-resume", "lokal-region-samarbejde"]);
}

#[test]
fn an_own_template_wins_over_the_documents() {
    let templates = |key| job(project::shipped(), key, |job| job.templates.clone());
    assert_eq!(templates("sag-rebild"), ["byraadssag-rebild", "byraadssag"]);
    assert_eq!(templates("sag-thisted"), ["byraadssag"]);
}

#[test]
fn an_unknown_layout_is_told_with_the_nearest() {
    let project =
        Project::shipped().replace(MYNDIGHEDER, "layout = \"rebild\"", "layout = \"rebilt\"");
    assert_eq!(
        project.findings_listed(),
        [
            "fejl[ukendt-layout] inputs/myndigheder.toml: Rebild Kommune har layoutet »rebilt«, som ikke \
          findes. Mente du »rebild«?"
        ]
    );
}

#[test]
fn a_chapter_without_a_text_is_told_with_the_nearest() {
    let project = Project::shipped().replace(DOKUMENTER, "  \"vision\",", "  \"visoin\",");
    assert_eq!(
        project.findings_listed(),
        [
            "fejl[ukendt-tekst] inputs/dokumenter.toml: Dokumentet »aftale« har kapitlet »visoin«, men \
          der er ingen tekst med den nøgle. Mente du »vision«?"
        ]
    );
}

#[test]
fn an_unknown_slot_is_told_with_the_nearest() {
    let project = Project::shipped().replace(
        MYNDIGHEDER,
        "plads = \"sag-sagsfremstilling\"",
        "plads = \"sag-sagfremstilling\"",
    );
    assert_eq!(
        project.findings_listed(),
        ["fejl[ukendt-plads] inputs/myndigheder.toml: Rebild Kommune vil sætte teksten \
          »lokal-rebild-handicapraad« ind ved »sag-sagfremstilling«, men layoutet har ikke den \
          plads. Mente du »sag-sagsfremstilling«?"]
    );
}

#[test]
fn a_text_that_a_layout_or_an_authority_misspells_is_told() {
    let project = Project::shipped()
        .replace(MYNDIGHEDER, "tekst = \"lokal-rebild-afgoeres\"", "tekst = \"lokal-rebild-afgores\"")
        .replace(
            MYNDIGHEDER,
            "overskrift = \"Resume\"\nindhold = \"sag-resume\"\n\n[[layout.felt]]\noverskrift = \"Sagens gang\"",
            "overskrift = \"Resumé\"\nindhold = \"sag-resume\"\n\n[[layout.felt]]\noverskrift = \"Sagens gang\"",
        )
        .replace(MYNDIGHEDER, "indhold = \"sag-lovgrundlag\"", "indhold = \"sag-lovgrundlagt\"")
        .replace(MYNDIGHEDER, "layout = \"thisted\"", "layout = \"vesthimmerlands_2018\"");
    assert_eq!(
        project.findings_listed(),
        [
            "fejl[ukendt-tekst] inputs/myndigheder.toml: Layoutet »vesthimmerlands_2018« har teksten \
             »sag-lovgrundlagt« under »Lovgrundlag«, men den findes ikke. Mente du »sag-lovgrundlag«?",
            "fejl[ukendt-tekst] inputs/myndigheder.toml: Rebild Kommune vil sætte teksten \
             »lokal-rebild-afgores« ind, men den findes ikke. Mente du »lokal-rebild-afgoeres«?",
        ]
    );
}

#[test]
fn a_field_without_a_text_shows_what_stands_instead() {
    let felter = |path: &str| field(project::shipped(), "sag-broenderslev", path);
    assert_eq!(felter("sag.felter.3.overskrift"), "Personale");
    assert_eq!(felter("sag.felter.3.tom"), "Ingen bemærkninger");
    assert_eq!(felter("sag.felter.0.saerlig"), "behandling");
}

#[test]
fn a_bilag_without_a_document_is_told_with_the_nearest() {
    let project =
        Project::shipped().replace(AFTALE, "\"afrapportering-spise\"", "\"afrapotering-spise\"");
    assert_eq!(
        project.findings_listed(),
        ["fejl[ukendt-dokument] inputs/aftale.toml: Bilaget »spise« er dokumentet \
          »afrapotering-spise«, som ikke findes. Mente du »afrapportering-spise«?"]
    );
}

#[test]
fn two_documents_with_one_file_name_are_told() {
    let project = Project::shipped().replace(
        DOKUMENTER,
        "\"sag-region\"\nformater",
        "\"sag-thisted\"\nformater",
    );
    assert_eq!(
        project.findings_listed(),
        [
            "fejl[filnavn-to-gange] inputs/dokumenter.toml: Dokumenterne »sag-thisted« og »sag-region« \
          vil begge hedde »sag-thisted«. Giv dem hver sit filnavn, fx med {{myndighed.noegle}} i navnet."
        ]
    );
}

#[test]
fn an_unknown_field_in_a_title_or_file_name_is_told() {
    let project = Project::shipped().replace(
        DOKUMENTER,
        "socialaftale-{{aftale.periode}}",
        "{{aftale.period}}",
    );
    assert_eq!(
        project.findings_listed(),
        [
            "fejl[ukendt-felt] inputs/dokumenter.toml: Der findes intet felt »aftale.period«: »period« \
          er ukendt. Mente du »periode«?"
        ]
    );
}
