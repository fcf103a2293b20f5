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
    let lists = names.map(|name| project.run(&["spor", "--celle", name]));
    for ran in &lists {
        assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
        assert!(ran.out.contains("│ aftale ") && ran.out.contains("│ takstbilag "), "{}", ran.out);
        assert!(!ran.out.contains("│ afrapportering-dom "), "{}", ran.out);
        assert_eq!(ran.out, lists[0].out.as_str());
    }
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
        let ran = project.run(&["spor", "--celle", name]);
        assert_eq!((ran.outcome, ran.out.as_str()), (outcome, ""), "{name}");
        let told =
            format!("fejl[ukendt-celle]: {message}\n  i kommandolinjen\n  {hint}\n\n1 fejl.\n");
        assert_eq!(ran.err, told);
    }
}
