use super::toml_file::TomlFile;
use crate::finding::Findings;
use crate::model::{Myndighed, Sagslayout};

pub(super) const FILE: &str = "inputs/myndigheder.toml";

const FIELDS: [&str; 20] = [
    "noegle",
    "navn",
    "type",
    "raad",
    "layout",
    "skabelon",
    "indstiller",
    "journalnummer",
    "kontakt",
    "kilde",
    "behandling",
    "lokal",
    "organ",
    "dato",
    "tid",
    "punkt",
    "beslutning",
    "plads",
    "maade",
    "svarer",
];

pub(super) fn read(
    file: &TomlFile<'_>,
    findings: &mut Findings,
) -> (Vec<Myndighed>, Vec<Sagslayout>) {
    file.only(&["myndighed", "layout"], findings);
    file.keys("myndighed", "Myndigheden", findings);
    file.keys("layout", "Opstillingen", findings);
    let myndigheder = file.list("myndighed", &FIELDS, findings);
    let layout_fields = ["noegle", "kilde", "felt", "overskrift", "indhold", "tom"];
    (myndigheder, file.list("layout", &layout_fields, findings))
}
