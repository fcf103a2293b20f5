use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The counts of a public edition as its readers see them, with the sums that they know of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offentliggjort {
    /// The edition's label and date.
    pub udgave: String,
    /// Counts by key ("cu.dom.region.domstype1.2019"); none for one that is hidden.
    pub tal: BTreeMap<String, Option<u32>>,
    pub summer: Vec<Sum>,
}

/// A count that is the sum of others, by their keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sum {
    pub i_alt: String,
    pub dele: Vec<String>,
}
