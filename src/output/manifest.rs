use serde::{Deserialize, Serialize};

/// The program and its version, as what it makes says who made it.
pub const PROGRAM: &str = concat!("socialaftale ", env!("CARGO_PKG_VERSION"));

/// What a build made of what: `output/manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The program and its version.
    pub program: String,
    /// The edition's label and date.
    pub udgave: String,
    pub dokumenter: Vec<Entry>,
    /// What is excepted from the rules, with the reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undtagelser: Vec<ExceptionEntry>,
}

/// An exception from a rule.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ExceptionEntry {
    pub regel: String,
    pub begrundelse: String,
    /// What would have been told without it.
    pub fund: Vec<String>,
}

/// One document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Entry {
    pub noegle: String,
    pub titel: String,
    pub gruppe: String,
    /// The template's path and digest, per format.
    pub skabeloner: Vec<Source>,
    /// The inputs that the document is made from, with their digests.
    pub inputs: Vec<Source>,
    pub filer: Vec<OutputEntry>,
    /// The day whose takster the document shows (2020-09-14), if it shows any.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub takster_pr: Option<String>,
    /// Open points that the document shows.
    pub afventer: usize,
    /// What was found wrong or worth knowing while it was made.
    pub fund: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    pub fil: String,
    pub sha256: String,
}

/// One file of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OutputEntry {
    pub fil: String,
    pub format: String,
    pub bytes: usize,
    /// Word decides itself where its pages end, so only a PDF has a number.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sider: Option<usize>,
    pub sha256: String,
    /// The digest of what the file is laid out from; the same digest gives the same file.
    pub grundlag: String,
}

impl Manifest {
    /// What an earlier build wrote of a file.
    pub fn file(&self, name: &str) -> Option<&OutputEntry> {
        self.dokumenter.iter().flat_map(|entry| &entry.filer).find(|file| file.fil == name)
    }
}
