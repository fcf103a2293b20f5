//! The rules as dated data: what is read, what is told, and which entry holds on a day.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::project::{Project, REGLER};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

/// What is told when some lines are added to the shipped rules.
fn added(lines: &str) -> Vec<String> {
    without_lines(Project::shipped().append(REGLER, lines).findings())
}

/// The shipped rules grow, so the line on which a case of ours stands is left out.
fn without_lines(findings: Vec<String>) -> Vec<String> {
    let cut = |one: String| match one.split_once(": ") {
        Some((head, rest)) if head.contains(REGLER) => {
            format!("{}: {rest}", head.split(", linje").next().unwrap_or(head))
        }
        _ => one,
    };
    findings.into_iter().filter(|one| one.contains(REGLER)).map(cut).collect()
}

#[test]
fn the_entry_that_holds_on_the_day_is_in_force() {
    let (records, findings) = Project::shipped().read();
    assert!(findings.is_empty(), "{findings}");
    let regler = records.expect("a project").projekt.regler;
    let rule = |key, day| regler.in_force(key, day).expect("a rule in force");
    assert_eq!(rule("K02", day(2017, 12, 31)).decimal("aar"), Some(Decimal::ONE));
    assert_eq!(rule("K02", day(2018, 1, 1)).decimal("aar"), Some(Decimal::TWO));
    assert_eq!(rule("K13", day(2021, 1, 1)).date("frist"), Some(day(2020, 12, 1)));
    assert_eq!(rule("K13", day(2022, 12, 31)).date("frist"), Some(day(2020, 12, 1)));
    assert_eq!(rule("K13", day(2023, 1, 1)).date("frist"), None);
    assert_eq!(rule("K13", day(2023, 1, 1)).decimal("dag"), Some(Decimal::from(15)));
    assert_eq!(rule("K07", day(2021, 1, 1)).text("tekst"), Some("llt-udviklingsplaner"));
    assert_eq!(rule("K06", day(2021, 1, 1)).list("bilag"), ["llt"]);
    let parts: Vec<_> = rule("K04", day(2021, 1, 1)).table("dele").map(|(what, _)| what).collect();
    assert_eq!(parts, ["styringsdelen", "udviklingsdelen"]);
    assert_eq!(regler.in_force("K99", day(2021, 1, 1)), None);
}

#[test]
fn what_is_wrong_with_a_rule_is_told() {
    let rule = |more: &str| {
        added(&format!("\n[[regel]]\ntitel = \"t\"\nkilde = \"k\"\nalvor = \"fejl\"\n{more}"))
    };
    let unknown = rule("noegle = \"K19\"\n");
    assert!(
        unknown[0].starts_with(
            "fejl[ukendt-regel] inputs/regler.toml: Der er ingen regel »K19«. Reglerne hedder K01, K02"
        ),
        "{unknown:?}"
    );
    let before_2000 = "noegle = \"K02\"\ngaelder_til = 1999-12-31\n[regel.vaerdier]\n";
    assert_eq!(
        rule(before_2000)[..1],
        [
            "fejl[mangler-oplysning] inputs/regler.toml: Reglen K02 mangler værdien »aar«. Skriv den \
          under [regel.vaerdier]."
        ]
    );
    assert_eq!(
        rule(&format!("{before_2000}aar = 2.5\n"))[..1],
        [
            "fejl[forkert-slags] inputs/regler.toml: Værdien »aar« i reglen K02 skal være et tal. Skriv \
          et helt tal, eller et tal som \"0.05\"."
        ]
    );
    assert_eq!(
        rule(&format!("{before_2000}aar = 2\naaar = 3\n"))[..1],
        [
            "fejl[ukendt-noegle] inputs/regler.toml: Reglen K02 har ingen værdi, der hedder »aaar«. Mente \
          du »aar«?"
        ]
    );
    let twice = rule("noegle = \"K02\"\n[regel.vaerdier]\naar = 2\n");
    assert_eq!(twice.len(), 1, "{twice:?}");
    assert!(
        twice[0].starts_with(
            "fejl[regel-to-gange] inputs/regler.toml: Reglen K02 gælder her og i inputs/regler.toml, \
             linje "
        ) && twice[0].ends_with(
            " for nogle af de samme dage. Ret »gaelder_fra« eller »gaelder_til«."
        ),
        "{twice:?}"
    );
}

#[test]
fn a_number_may_be_written_exactly() {
    for (written, read) in [("2", "2"), ("\"0.05\"", "0.05"), ("\"0,05\"", "0.05")] {
        let project = Project::shipped().replace(REGLER, "aar = 2", &format!("aar = {written}"));
        let (records, findings) = project.read();
        assert!(findings.is_empty(), "{findings}");
        let regler = records.expect("a project").projekt.regler;
        let rule = regler.in_force("K02", day(2021, 1, 1)).expect("a rule");
        assert_eq!(rule.decimal("aar"), Some(read.parse().expect("a number")));
    }
}

#[test]
fn an_exception_needs_a_known_rule_and_a_reason() {
    assert_eq!(
        added("\n[[undtagelse]]\nregel = \"K14\"\nbegrundelse = \" \"\n"),
        [
            "fejl[undtagelse-uden-begrundelse] inputs/regler.toml: Undtagelsen fra reglen K14 har ingen \
          begrundelse. Skriv begrundelse = \"…\"; den følger med i manifestet."
        ]
    );
    assert!(
        added("\n[[undtagelse]]\nregel = \"K41\"\nbegrundelse = \"Fordi\"\n")[0]
            .starts_with("fejl[ukendt-regel] inputs/regler.toml: Der er ingen regel »K41«.")
    );
}

#[test]
fn a_project_without_rules_is_checked_by_those_of_the_program() {
    let own = Project::shipped().read().0.expect("a project").projekt.regler;
    let (records, findings) = Project::shipped().without(REGLER).read();
    assert_eq!(records.expect("a project").projekt.regler, own);
    assert_eq!(
        crate::project::listed(findings),
        ["oplysning[regler-fra-programmet] inputs/regler.toml: Projektet har ingen regler, så \
          programmets egne er brugt. Lav en ny projektmappe med »socialaftale ny«, og tag filen \
          derfra, hvis de skal rettes."]
    );
}

#[test]
fn the_rule_about_cpr_numbers_can_neither_be_softened_nor_excepted_from() {
    assert_eq!(
        added("\n[[undtagelse]]\nregel = \"P01\"\nbegrundelse = \"Fordi\"\n"),
        [
            "fejl[regel-ligger-fast] inputs/regler.toml: Reglen P01 kan ikke undtages. Slet undtagelsen, \
          og ret det, som reglen peger på."
        ]
    );
    let text = Project::shipped().text(REGLER);
    let (before, after) = text.split_once("noegle = \"P01\"").expect("the rule");
    let softened = after.replacen("\"fejl\"", "\"advarsel\"", 1);
    let project = Project::shipped().with(REGLER, format!("{before}noegle = \"P01\"{softened}"));
    assert_eq!(
        without_lines(project.findings()),
        ["fejl[regel-ligger-fast] inputs/regler.toml: Reglen P01 kan ikke mildnes. Skriv alvor = \
          \"fejl\"."]
    );
}
