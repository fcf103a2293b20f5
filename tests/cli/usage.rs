use socialaftale::cli::Outcome;

use crate::built::socialaftale;

#[test]
fn help_is_danish_throughout() {
    let ran = socialaftale(&["--help"]);
    assert_eq!(ran.outcome, Outcome::Fine);
    for words in
        ["Brug: socialaftale KOMMANDO [VALG]", "Kommandoer:", "Valg:", "Vis hjælp", "Eksempler:"]
    {
        assert!(ran.out.contains(words), "lacks {words}:\n{}", ran.out);
    }
    for command in ["byg", "tjek", "dokumenter", "felter", "ny", "fuldfør"] {
        let ran = socialaftale(&[command, "--help"]);
        for english in [
            "Usage",
            "Options",
            "Commands",
            "Print help",
            "Arguments",
            "possible values",
            "default:",
            "aliases",
        ] {
            assert!(!ran.out.contains(english), "{command} says {english}:\n{}", ran.out);
        }
        assert!(ran.out.contains(&format!("Brug: socialaftale {command}")), "{}", ran.out);
    }
}

#[test]
fn version_is_the_crates() {
    let ran = socialaftale(&["--version"]);
    assert_eq!((ran.outcome, ran.out.as_str()), (Outcome::Fine, "socialaftale 0.1.0\n"));
}

#[test]
fn a_misspelt_command_is_told_with_the_nearest() {
    let ran = socialaftale(&["bygg"]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert_eq!(
        ran.err,
        "fejl[kommandolinje]: Der er ingen kommando, der hedder »bygg«.\n  \
         Mente du »byg«?\n  Se »socialaftale --help«.\n"
    );
}

#[test]
fn a_misspelt_option_and_value_are_told() {
    let ran = socialaftale(&["byg", "--formatt", "pdf"]);
    assert_eq!(
        (ran.outcome, ran.err.as_str()),
        (
            Outcome::Usage,
            "fejl[kommandolinje]: »--formatt« kendes ikke her.\n  \
             Mente du »--format«?\n  Se »socialaftale byg --help«.\n"
        )
    );
    let ran = socialaftale(&["byg", "--format", "odt"]);
    assert_eq!(
        (ran.outcome, ran.err.as_str()),
        (
            Outcome::Usage,
            "fejl[kommandolinje]: »odt« kan ikke vælges ved »--format FORMATER«; vælg mellem pdf, docx.\n  \
             Se »socialaftale byg --help«.\n"
        )
    );
}

#[test]
fn a_check_of_a_template_says_what_it_needs() {
    let ran = socialaftale(&["tjek", "--skabelon"]);
    assert_eq!(
        (ran.outcome, ran.err.as_str()),
        (
            Outcome::Usage,
            "fejl[kommandolinje]: »--skabelon SKABELON« mangler en værdi.\n  \
             Se »socialaftale tjek --help«.\n"
        )
    );
    let ran = socialaftale(&["check", "--template", "findes-ikke.docx"]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert!(ran.out.contains("Filen »findes-ikke.docx« findes ikke."), "{}", ran.out);
}

#[test]
fn a_missing_command_or_argument_is_told() {
    let ran = socialaftale(&[]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert!(ran.err.contains("Kommandoer:"), "{}", ran.err);
    let ran = socialaftale(&["ny"]);
    assert_eq!(
        (ran.outcome, ran.err.as_str()),
        (Outcome::Usage, "fejl[kommandolinje]: MAPPE mangler.\n  Se »socialaftale ny --help«.\n")
    );
}

#[test]
fn completions_are_written_for_the_shells() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = socialaftale(&["fuldfør", shell]);
        assert_eq!(ran.outcome, Outcome::Fine);
        assert!(ran.out.contains("dokumenter"), "{shell}");
    }
}

#[test]
fn a_day_that_is_none_is_told() {
    for (command, option, wrong) in [
        ("byg", "--pr", "2020-13-01"),
        ("byg", "--pr", "i dag"),
        ("byg", "--pr", "1/9/2020"),
        ("status", "--dato", "1/6"),
    ] {
        let ran = socialaftale(&[command, option, wrong]);
        assert_eq!(ran.outcome, Outcome::Usage);
        assert_eq!(
            ran.err,
            format!(
                "fejl[kommandolinje]: »{wrong}« kan ikke bruges ved »{option} DATO«; skriv en dato \
                 som 2020-09-01 eller 1.9.2020.\n  Se »socialaftale {command} --help«.\n"
            )
        );
    }
}

#[test]
fn a_name_for_what_is_no_final_edition_is_refused() {
    let ran = socialaftale(&["byg", "--status", "kladde", "--navn", "Maj"]);
    assert_eq!(
        (ran.outcome, ran.err.as_str()),
        (
            Outcome::Usage,
            "fejl[kommandolinje]: »--navn« hører til »--status endelig«.\n  i kommandolinjen\n  En \
             kladde får navn og nummer med »socialaftale frys NAVN --nummer NUMMER«.\n\n1 fejl.\n"
        )
    );
}
