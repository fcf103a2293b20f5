use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::manifest::Source;
use super::used::Used;

/// What a file was made from: enough to tell whether it would be made the same again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The program that made it.
    pub program: String,
    /// The digest of what the catalogue and the agreement say of the document as a whole.
    pub dokument: String,
    /// The template, and all that it may call.
    pub skabeloner: Vec<Source>,
    /// What was put into it, each with its digest.
    pub brugt: Vec<(Used, String)>,
    /// The digest of the file itself.
    pub sha256: String,
}

/// What every file of an output folder was made from, by file name.
pub type Bases = BTreeMap<String, Basis>;
