use socialaftale::finding::{Finding, Findings, Place, nearest};

use crate::project::listed;

fn fejl(place: Place) -> Finding {
    Finding::fejl("prove", place, "Noget.")
}

#[test]
fn findings_are_shown_file_by_file_from_the_top() {
    let cell = |cell: &str| Place::cell("b.xlsx", "Ark", cell);
    let sheet = || Place::Sheet { file: "b.xlsx".to_owned(), sheet: "Ark".to_owned() };
    let sorted = [
        Place::Command,
        Place::file("a.toml"),
        Place::line("a.toml", 2, 1),
        Place::line("a.toml", 10, 0),
        Place::line("a.toml", 10, 3),
        Place::file("b.xlsx"),
        sheet(),
        cell("B2"),
        cell("AA2"),
        cell("A10"),
        Place::file("c.md"),
    ];
    let expected: Vec<String> =
        sorted.iter().map(|place| fejl(place.clone()).to_string()).collect();
    let mut findings = Findings::new();
    findings.extend(sorted.into_iter().rev().map(fejl));
    assert_eq!(listed(findings), expected);
}

#[test]
fn the_gravest_come_first_and_repeats_are_dropped() {
    let place = || Place::file("a.toml");
    let mut findings = Findings::new();
    findings.push(Finding::oplysning("o", place(), "O."));
    findings.push(Finding::advarsel("a", place(), "A."));
    findings.push(Finding::fejl("f", Place::file("z.toml"), "F.").hint("Ret det."));
    findings.push(Finding::advarsel("a", place(), "A."));
    findings.push(Finding::advarsel("f", Place::file("z.toml"), "F.").hint("Ret det."));
    assert!(findings.has_fejl());
    assert_eq!(
        listed(findings),
        ["fejl[f] z.toml: F. Ret det.", "advarsel[a] a.toml: A.", "oplysning[o] a.toml: O."]
    );
}

#[test]
fn places_are_named_as_a_secretary_would_look_for_them() {
    let word = Place::Word {
        file: "sag.docx".to_owned(),
        part: "brødtekst".to_owned(),
        heading: "Resume".to_owned(),
        spot: "afsnit 4".to_owned(),
        tag: "{{x}}".to_owned(),
        order: 7,
    };
    let cases = [
        (Place::Command, "kommandolinjen"),
        (Place::line("a.md", 3, 0), "a.md, linje 3"),
        (Place::line("a.md", 3, 4), "a.md, linje 3, kolonne 4"),
        (Place::cell("b.xlsx", "Ark", "C7"), "b.xlsx, arket »Ark«, celle C7"),
        (word, "sag.docx, brødtekst, under »Resume«, afsnit 4, mærket »{{x}}«"),
    ];
    for (place, shown) in cases {
        assert_eq!(place.to_string(), shown);
    }
}

#[test]
fn the_nearest_name_is_found_without_regard_to_case_and_none_when_nothing_is_near() {
    let known = ["Hjørring Kommune", "Hobro", "Aalborg Kommune"];
    assert_eq!(nearest("hjørrring kommune", known), Some("Hjørring Kommune"));
    assert_eq!(nearest("xyz", known), None);
}
