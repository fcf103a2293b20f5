use socialaftale::cli::Outcome;

use super::small::{FILE, freeze, frozen, kept, project};

#[test]
fn numbers_go_up_by_themselves_and_files_are_named_after_both() {
    let project = frozen();
    for (arguments, file) in [
        (&["Ældre- & Handicaprådet (høring)"][..], "0.2-aeldre-handicapraadet-hoering.udgave.zip"),
        (&["Endelig", "--nummer", "1.0"], "1.0-endelig.udgave.zip"),
        (&["☃"], "1.1.udgave.zip"),
    ] {
        let ran = freeze(&project, &[arguments, &["--kun-myndighed"]].concat());
        assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
        assert!(kept(&project).contains(&file.to_owned()), "{:?}", kept(&project));
    }
}

#[test]
fn a_number_and_a_name_are_used_once_and_no_edition_is_replaced() {
    let project = frozen();
    let before = project.read(FILE);
    let ran = freeze(&project, &["das 25. MAJ 2020", "--nummer", "0.01"]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert_eq!(
        ran.err,
        "fejl[udgave-navn-brugt]: Udgave 0.1 hedder allerede »DAS 25. maj 2020«.\n  \
         i kommandolinjen\n  Vælg et andet navn; en udgave bliver aldrig erstattet.\n\n\
         fejl[udgave-nummer-brugt]: Der er allerede en udgave 0.1.\n  i kommandolinjen\n  \
         En udgave bliver aldrig erstattet. Det næste ledige nummer er 0.2.\n\n\
         2 fejl.\nIngen udgave er frosset.\n"
    );
    assert!(project.read(FILE) == before);
    assert_eq!(kept(&project).len(), 1);
}

#[test]
fn a_name_or_number_that_cannot_be_used_is_told() {
    let project = project();
    let long = "x".repeat(101);
    for (arguments, told) in [
        (&[" "][..], "En udgave skal have et navn."),
        (&["0.2"], "Navnet er et nummer."),
        (&["a\tb"], "Navnet rummer tegn, der ikke kan skrives."),
        (&[&long], "Navnet er længere end 100 tegn."),
        (&["Udkast", "--nummer", "to"], "»to« er ikke et nummer på en udgave."),
        (&["Udkast", "--nummer", "0..2"], "»0..2« er ikke et nummer på en udgave."),
        (&["Udkast", "--nummer", "0.99999"], "»0.99999« er ikke et nummer på en udgave."),
    ] {
        let ran = freeze(&project, arguments);
        assert_eq!(ran.outcome, Outcome::Usage, "{arguments:?}");
        assert!(ran.err.contains(told), "{}", ran.err);
    }
    assert_eq!(kept(&project), [""; 0]);
}

#[test]
fn an_unknown_edition_is_told_with_the_nearest() {
    let project = frozen();
    let told = |wanted: &str| {
        let ran = project.run(&["byg", "--udgave", wanted]);
        assert_eq!(ran.outcome, Outcome::Usage);
        ran.err
    };
    assert_eq!(
        told("DAS 25. mai 2020"),
        "fejl[ukendt-udgave]: Der er ingen udgave, der hedder »DAS 25. mai 2020«.\n  \
         i kommandolinjen\n  Mente du »DAS 25. maj 2020«?\n\n1 fejl.\nIntet er skrevet.\n"
    );
    assert!(told("KKR").contains("  Se dem, der er, med »socialaftale udgaver«.\n"));
}

#[test]
fn an_edition_is_given_back_whole() {
    let project = frozen();
    for more in
        [&["aftale"][..], &["--kun", "aftale"], &["--format", "docx"], &["--pr", "2020-09-01"]]
    {
        let ran = project.run(&[&["byg", "--udgave", "0.1"], more].concat());
        assert_eq!(ran.outcome, Outcome::Usage, "{more:?}");
        assert!(ran.err.contains("kan ikke bruges sammen."), "{}", ran.err);
    }
    let ran = project.run(&["byg", "--genbyg"]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert!(ran.err.contains("--udgave"), "{}", ran.err);
}
