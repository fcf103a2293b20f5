use serde::{Deserialize, Serialize};

use super::digest::digest;
use crate::finding::Place;
use crate::merge::{Context, Library};

/// The workbooks that a central udmelding is told from.
const COUNTS: [&str; 2] = ["inputs/centrale-udmeldinger.xlsx", "inputs/indberetninger.xlsx"];

/// What the history of the editions is told from.
const EDITIONS: [&str; 2] = ["inputs/aftale.toml", "inputs/udgaver/"];

/// Something of a project that a document is made from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Used {
    /// A field of the context by its path, with all that stands below it.
    Felt(String),
    Tekst(String),
    Tabel(String),
    Figur(String),
    Billede(String),
    Wordfil(String),
    /// The number of a bilag, by key.
    Bilag(String),
}

impl Used {
    /// The digest of what it is now; what is gone has one of its own.
    pub(super) fn digest(&self, context: &Context, shelf: &dyn Library) -> String {
        // Of trees, what they are written out as for debugging: it leaves no field out.
        let written = match self {
            Self::Felt(path) if path.is_empty() => context.root().to_string(),
            Self::Felt(path) => format!("{:?}", context.get(path)),
            Self::Tekst(key) => format!("{:?}", shelf.text(key)),
            Self::Tabel(key) => format!("{:?}", shelf.table(key)),
            Self::Figur(key) => format!("{:?}", shelf.figure(key)),
            Self::Billede(path) => {
                return shelf.picture(path).map_or_else(String::new, |found| digest(&found.bytes));
            }
            Self::Wordfil(path) => {
                return shelf.document(path).map_or_else(String::new, |bytes| digest(&bytes));
            }
            Self::Bilag(key) => format!("{:?}", shelf.bilag(key)),
        };
        digest(written.as_bytes())
    }

    /// The input files it is drawn from, by path.
    pub(super) fn files(&self, context: &Context, shelf: &dyn Library) -> Vec<String> {
        match self {
            Self::Felt(path) => field_files(path, context),
            Self::Tekst(key) => {
                shelf.text(key).map(|text| text.place.to_string()).into_iter().collect()
            }
            Self::Tabel(key) | Self::Figur(key) => data_files(key, context),
            Self::Billede(path) | Self::Wordfil(path) => vec![format!("inputs/{path}")],
            Self::Bilag(_) => vec!["inputs/aftale.toml".to_owned()],
        }
    }

    /// How a secretary knows it: "teksten »vision«".
    pub(super) fn named(&self) -> String {
        let (kind, key) = match self {
            Self::Felt(path) => ("feltet", path),
            Self::Tekst(key) => ("teksten", key),
            Self::Tabel(key) => ("tabellen", key),
            Self::Figur(key) => ("figuren", key),
            Self::Billede(path) => ("billedet", path),
            Self::Wordfil(path) => ("Word-filen", path),
            Self::Bilag(key) => ("bilaget", key),
        };
        format!("{kind} »{key}«")
    }
}

fn owned(files: &[&str]) -> Vec<String> {
    files.iter().map(|file| (*file).to_owned()).collect()
}

/// The files that the tables and figures of a key's first step are drawn from.
fn data_files(key: &str, context: &Context) -> Vec<String> {
    match key.split('.').next().unwrap_or(key) {
        "tidsplan" | "bilag" => owned(&["inputs/aftale.toml"]),
        "udgaver" => owned(&EDITIONS),
        "parter" | "behandling" => owned(&["inputs/myndigheder.toml"]),
        "fokusomraader" => field_files("fokus", context),
        "takster" | "belaegning" | "objektiv" => owned(&["inputs/takster.xlsx"]),
        "overskud" => owned(&["inputs/takster.xlsx", "inputs/regler.toml"]),
        "cu" => owned(&COUNTS),
        _ => Vec::new(),
    }
}

/// The files of the lines and cells that a field, what is below it, and the groups above it come from.
fn field_files(path: &str, context: &Context) -> Vec<String> {
    let is_within = |inner: &str, outer: &str| {
        inner == outer || inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'))
    };
    let mut files: Vec<String> = context
        .origins()
        .filter(|(origin, _)| is_within(origin, path) || is_within(path, origin))
        .filter_map(|(_, place): (_, &Place)| place.file_name())
        .map(str::to_owned)
        .collect();
    let first = path.split('.').next().unwrap_or(path);
    files.extend(match first {
        "myndighed" | "sag" | "parter" | "antal" => owned(&["inputs/myndigheder.toml"]),
        "udgaver" => owned(&EDITIONS),
        "dokument" => owned(&["inputs/aftale.toml", "inputs/dokumenter.toml"]),
        "takster" | "krisecentre" | "aendring" | "aendringer" | "udvikling" | "objektiv"
        | "overskud" => data_files("takster", context),
        "udmelding" => owned(&COUNTS),
        _ => Vec::new(),
    });
    if first == "overskud" {
        files.push("inputs/regler.toml".to_owned());
    }
    files
}
