use socialaftale::cli::Outcome;
use socialaftale::edition::open;
use socialaftale::model::Modtager;

use super::small::{docx_text, freeze, frozen, project};
use crate::built::Project;

/// The history as it stands in the agreement that `byg` makes.
fn built(project: &Project) -> Vec<String> {
    let ran = project.run(&["byg", "aftale"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    lines(&project.read("output/aftale.docx"))
}

fn lines(docx: &[u8]) -> Vec<String> {
    let text = docx_text(docx);
    let table = text.split("Udgave | Dato | Behandlet i | Ændringer | \n").nth(1);
    let rows = table.unwrap_or_else(|| panic!("no history in {text}")).lines();
    rows.take_while(|row| row.ends_with(" | ")).map(str::to_owned).collect()
}

#[test]
fn without_editions_the_agreement_tells_of_its_own_alone() {
    let project = project();
    let own = "Udkast til politisk behandling | 14. september 2020 | KKR Nordjylland | – | ";
    assert_eq!(built(&project), [own]);
    project.replace(
        "inputs/aftale.toml",
        "kladde = true",
        "kladde = true\naendringer = \"Nyt forord\"",
    );
    assert_eq!(built(&project), [own.replace('–', "Nyt forord")]);
}

#[test]
fn the_agreement_tells_of_the_editions_before_it() {
    let project = project();
    let line = ["DAS 25. maj 2020", "--behandlet-i", "DAS", "--ændringer", "Første udkast"];
    assert_eq!(freeze(&project, &line).outcome, Outcome::Fine);
    let first = "0.1 – DAS 25. maj 2020 | 14. september 2020 | DAS | Første udkast | ";
    assert_eq!(built(&project), [first]);
    project.replace("inputs/aftale.toml", "dato = 2020-09-14", "dato = 2020-11-30");
    let second = "Udkast til politisk behandling | 30. november 2020 | KKR Nordjylland | – | ";
    assert_eq!(built(&project), [first, second]);
}

#[test]
fn a_frozen_agreement_has_its_own_line_and_those_before_it() {
    let project = frozen();
    project.replace("inputs/aftale.toml", "dato = 2020-09-14", "dato = 2020-11-30");
    assert_eq!(freeze(&project, &["Byrådene"]).outcome, Outcome::Fine);
    let edition = open(project.path(), "Byrådene").expect("the edition");
    let documents = edition.documents(Modtager::Myndighed);
    let (_, frozen) = documents.iter().find(|(name, _)| *name == "aftale.docx").expect("it");
    assert_eq!(
        lines(frozen),
        [
            "0.1 – DAS 25. maj 2020 | 14. september 2020 | KKR Nordjylland | – | ",
            "0.2 – Byrådene | 30. november 2020 | KKR Nordjylland | – | ",
        ]
    );
    assert_eq!(project.run(&["byg", "aftale"]).outcome, Outcome::Fine);
    assert!(project.read("output/aftale.docx") == *frozen, "nothing has changed since");
}
