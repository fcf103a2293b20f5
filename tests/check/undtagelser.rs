//! Exceptions from rules: with a written reason, and told.

use crate::project::{AFTALE, Cell, Project, REGLER, TAKSTER, listed};

fn late() -> Project {
    Project::shipped().replace(AFTALE, "indsendelse = 2020-12-01", "indsendelse = 2020-12-02")
}

fn excepted(project: Project, place: &str) -> Project {
    let lines = format!(
        "\n[[undtagelse]]\nregel = \"K13\"\n{place}begrundelse = \"Aftalt med Socialstyrelsen\"\n"
    );
    project.append(REGLER, &lines)
}

#[test]
fn a_rule_is_silenced_everywhere_or_where_the_place_begins_so() {
    for place in ["", "sted = \"inputs/aftale.toml\"\n"] {
        let checked = excepted(late(), place).checked();
        assert_eq!(listed(checked.findings), Vec::<String>::new());
        let [silenced] = checked.silenced.as_slice() else { panic!("{:?}", checked.silenced) };
        assert_eq!(silenced.rule, "K13");
        assert_eq!(silenced.reason, "Aftalt med Socialstyrelsen");
        assert_eq!(silenced.findings.len(), 1);
        assert!(silenced.findings[0].starts_with("fejl[k13-frister] inputs/aftale.toml, linje "));
    }
}

#[test]
fn an_exception_that_silences_nothing_is_told() {
    let idle = ": Undtagelsen fra reglen K13 undtager intet. Slet den, eller ret »sted«.";
    let elsewhere = excepted(late(), "sted = \"inputs/myndigheder.toml\"\n").checked();
    assert!(elsewhere.silenced.is_empty());
    let told = listed(elsewhere.findings);
    assert!(told.len() == 2 && told[0].starts_with("fejl[k13-frister]"), "{told:?}");
    assert!(told[1].starts_with("advarsel[undtagelse-uden-virkning] inputs/regler.toml, linje "));
    assert!(told[1].ends_with(idle), "{told:?}");
    let told = listed(excepted(Project::shipped(), "").checked().findings);
    assert!(told.len() == 1 && told[0].ends_with(idle), "{told:?}");
}

#[test]
fn what_time_brings_can_be_silenced_too() {
    let lines = "\n[[undtagelse]]\nregel = \"K14\"\nbegrundelse = \"Siden er under ombygning\"\n";
    let checked = Project::shipped().append(REGLER, lines).checked();
    assert!(listed(checked.open).iter().all(|one| !one.contains("k14")));
    assert_eq!(checked.silenced.len(), 1);
    assert_eq!(listed(checked.findings), Vec::<String>::new());
}

#[test]
fn what_does_not_add_up_can_be_silenced_with_a_reason() {
    let wrong = Project::shipped().workbook_cell(TAKSTER, "Ændringer", "C2", Cell::Number("205"));
    let lines = "\n[[undtagelse]]\nregel = \"R03\"\nsted = \"inputs/takster.xlsx\"\nbegrundelse = \
                 \"Ændringen er oplyst i 2019-priser\"\n";
    let checked = wrong.append(REGLER, lines).checked();
    assert_eq!(listed(checked.findings), Vec::<String>::new());
    let [silenced] = checked.silenced.as_slice() else { panic!("{:?}", checked.silenced) };
    assert!(silenced.findings[0].starts_with("fejl[aendring-passer-ikke] inputs/takster.xlsx"));
}
