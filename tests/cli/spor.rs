use socialaftale::cli::Outcome;

use crate::built::Project;

#[test]
fn a_documents_figures_are_listed_with_their_cells() {
    let ran = Project::new().run(&["spor", "takstbilag"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    assert!(ran.out.starts_with("Takstbilag 2020 (takstbilag)\n"), "{}", ran.out);
    assert!(ran.out.contains("2.719"), "{}", ran.out);
    assert!(ran.out.contains(" tal fra inputs.\n"), "{}", ran.out);
}

#[test]
fn a_cell_is_found_under_any_of_its_names_in_every_document_that_shows_it() {
    let project = Project::new();
    let names = [
        "takster.xlsx:J7",
        "takster:j7",
        "takster.xlsx, Takster, J7",
        "inputs/takster.xlsx, arket »Takster«, celle J7",
        "takster.xlsx!Takster!$J$7",
    ];
    let spor = |name, documents: &[&str]| {
        let ran = project.run(&[&["spor", "--celle", name], documents].concat());
        assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
        ran.out
    };
    let shown = spor(names[0], &["aftale", "takstbilag", "afrapportering-dom"]);
    assert!(shown.contains("│ aftale ") && shown.contains("│ takstbilag "), "{shown}");
    assert!(!shown.contains("│ afrapportering-dom "), "{shown}");
    let lists = names.map(|name| spor(name, &["takstbilag"]));
    assert!(lists.iter().all(|list| *list == lists[0]), "{lists:#?}");
}

#[test]
fn a_mistyped_cell_is_told_with_the_nearest() {
    let project = Project::new();
    let cases = [
        (
            "takster.xlsx:J77",
            Outcome::Findings,
            "Ingen dokumenter viser et tal fra celle J77.",
            "Mente du »J7«?",
        ),
        (
            "takst.xlsx:J7",
            Outcome::Findings,
            "Ingen dokumenter viser tal fra »takst.xlsx«.",
            "Mente du »takster.xlsx«?",
        ),
        (
            "takster.xlsx, Takst, J7",
            Outcome::Findings,
            "Ingen dokumenter viser tal fra et ark, der hedder »Takst«.",
            "Mente du »Takster«?",
        ),
        (
            "J7",
            Outcome::Usage,
            "»J7« er ikke navnet på en celle.",
            "Skriv fil og celle, fx takster.xlsx:J7, eller fil, ark og celle, fx \"takster.xlsx, Takster, J7\".",
        ),
    ];
    for (name, outcome, message, hint) in cases {
        let ran = project.run(&["spor", "takstbilag", "--celle", name]);
        assert_eq!((ran.outcome, ran.out.as_str()), (outcome, ""), "{name}");
        let told =
            format!("fejl[ukendt-celle]: {message}\n  i kommandolinjen\n  {hint}\n\n1 fejl.\n");
        assert_eq!(ran.err, told);
    }
}

#[test]
fn a_count_and_a_figure_that_is_worked_out_say_so() {
    let ran = Project::new().run(&["spor", "takstbilag", "--csv"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    let of = |figure: &str| {
        let starts = format!("takstbilag;{figure};");
        let line = ran.out.lines().find(|line| line.starts_with(&starts));
        line.and_then(|line| line.split(';').nth(4)).unwrap_or_default().to_owned()
    };
    let at = "inputs/takster.xlsx, arket »Takster«, celle";
    assert_eq!(of("5"), format!("antal: {at}rne B2, B3, B4, B5, B7"));
    assert_eq!(of("206"), format!("udregnet: {at}rne J7, J6"));
    assert_eq!(of("2.719"), format!("{at} J2"));
}

#[test]
fn the_list_can_be_read_by_other_programs() {
    let project = Project::new();
    let ran = project.run(&["spor", "takstbilag", "--celle", "takster.xlsx:J7", "--csv"]);
    assert!(ran.out.starts_with("Dokument;Tal;Kapitel;Sted;Kommer fra\n"), "{}", ran.out);
    assert!(ran.out.lines().skip(1).all(|line| line.starts_with("takstbilag;")), "{}", ran.out);
    assert!(ran.out.lines().count() > 4, "{}", ran.out);
    let ran = project.run(&["spor", "takstbilag", "--json"]);
    let list: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(list[0]["dokument"], "takstbilag");
    let traces = list[0]["tal"].as_array().expect("a list");
    let sum = traces.iter().find(|one| one["tal"] == "206").expect("a difference");
    assert_eq!(sum["udregning"], "udregnet");
    assert_eq!(sum["kommer_fra"][0], "inputs/takster.xlsx, arket »Takster«, celle J7");
    let both = project.run(&["spor", "--csv", "--json"]);
    assert_eq!(both.outcome, Outcome::Usage, "{}", both.err);
}
