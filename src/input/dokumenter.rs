use super::toml_file::TomlFile;
use crate::finding::Findings;
use crate::model::Dokument;

pub(super) const FILE: &str = "inputs/dokumenter.toml";

pub(super) fn read(file: &TomlFile<'_>, findings: &mut Findings) -> Vec<Dokument> {
    file.only(&["dokument"], findings);
    file.keys("dokument", "Dokumentet", findings);
    let fields = [
        "noegle",
        "gruppe",
        "titel",
        "undertitel",
        "skabelon",
        "filnavn",
        "formater",
        "kapitler",
        "for",
        "tekst",
        "under",
        "kun_myndighed",
        "udgave",
        "betegnelse",
        "dato",
        "organ",
        "kladde",
    ];
    file.list("dokument", &fields, findings)
}
