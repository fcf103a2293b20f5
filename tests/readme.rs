//! README tells the truth about the program's commands and options.

use socialaftale::cli::Outcome;

use crate::built::{Project, socialaftale};

const README: &str = include_str!("../README.md");

/// The first words of the table of commands: "byg [DOKUMENT…]".
fn commands() -> Vec<&'static str> {
    let rows = README.lines().filter_map(|line| line.strip_prefix("| `socialaftale "));
    rows.map(|row| row.split('`').next().expect("a command")).collect()
}

#[test]
fn every_command_in_the_table_exists_with_the_arguments_it_says() {
    let commands = commands();
    let names: Vec<&str> = commands.iter().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(
        names,
        [
            "byg",
            "tjek",
            "dokumenter",
            "spor",
            "felter",
            "skema",
            "indsaml",
            "status",
            "regler",
            "frys",
            "udgaver",
            "forskel",
            "ny",
            "fuldfør"
        ]
    );
    for line in commands {
        let help = socialaftale(&[line.split(' ').next().expect("a name"), "--help"]).out;
        assert!(help.contains(&format!("Brug: socialaftale {line}")), "{line}:\n{help}");
    }
}

#[test]
fn every_option_in_the_text_exists() {
    let help = socialaftale(&["byg", "--help"]).out;
    for option in ["--kun", "--format", "--pr ", "--til", "--projekt"] {
        assert!(README.contains(option) && help.contains(option), "{option}");
    }
    for option in ["--udgave", "--genbyg", "--rettelser"] {
        assert!(README.contains(option) && help.contains(option), "{option}");
    }
    let help = socialaftale(&["frys", "--help"]).out;
    for option in ["--nummer", "--behandlet-i", "--ændringer", "--kun-myndighed"] {
        assert!(README.contains(option) && help.contains(option), "{option}");
    }
    let help = socialaftale(&["tjek", "--help"]).out;
    for option in ["--skabelon SKABELON", "--kommentarer", "--projekt"] {
        let said = option.replace(' ', " <");
        assert!(README.contains(option) && help.contains(&said), "{option}");
    }
    assert!(README.contains("--kun aftale,bilag,sager,oplaeg,vejledning"));
    let ran = Project::new().run(&[
        "byg",
        "--kun",
        "aftale,bilag,sager,oplaeg,vejledning",
        "sag-rebild",
        "--format",
        "docx",
    ]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
}

#[test]
fn the_first_two_commands_are_the_ones_that_ci_runs() {
    let ci = include_str!("../.ci/run");
    assert!(README.contains("cargo run -- byg\ncargo test\n"));
    assert!(ci.contains("cargo run --quiet --locked -- byg") && ci.contains("cargo test --locked"));
}

#[test]
fn every_table_and_figure_key_in_the_text_can_be_used() {
    let project = Project::new();
    let keys = [
        "tidsplan",
        "parter",
        "bilag",
        "fokusomraader",
        "takster.krisecentre",
        "takster.alle",
        "takster.aendringer",
        "takster.udvikling",
    ];
    let calls: String = keys
        .iter()
        .inspect(|key| assert!(README.contains(&format!("`{key}`")), "{key}"))
        .map(|key| format!("\n{{{{tabel \"{key}\"}}}}\n"))
        .collect();
    let text = String::from_utf8(project.read("inputs/tekst/sag-resume.md")).expect("a text");
    project.write("inputs/tekst/sag-resume.md", format!("{text}\n{calls}"));
    let ran = project.run(&["byg", "sag-morsoe", "--format", "docx"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
}
