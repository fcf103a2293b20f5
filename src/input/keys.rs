use std::collections::BTreeMap;

use crate::finding::{Finding, Findings, Place};

/// The keys of one kind, each of which may stand once.
pub(super) struct Keys {
    /// What carries such a key, in the definite form: "Bilaget".
    what: &'static str,
    seen: BTreeMap<String, Place>,
}

impl Keys {
    pub fn of(what: &'static str) -> Self {
        Self { what, seen: BTreeMap::new() }
    }

    /// Tells of a key that has stood before, with both places.
    pub fn unique(&mut self, key: &str, at: &Place, findings: &mut Findings) {
        if let Some(first) = self.seen.get(key) {
            findings.push(
                Finding::fejl(
                    "noegle-to-gange",
                    at.clone(),
                    format!("{} »{key}« står to gange, første gang i {first}.", self.what),
                )
                .hint("Giv hver sin nøgle, eller slet den ene."),
            );
        } else {
            self.seen.insert(key.to_owned(), at.clone());
        }
    }
}

/// Tells of letters in a key that fields and file names cannot carry; fields in it are passed over.
pub(super) fn well_formed(key: &str, at: &Place, findings: &mut Findings) {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    let plain = without_fields(key);
    if key.is_empty() || !plain.chars().all(allowed) {
        findings.push(
            Finding::fejl(
                "noegle-tegn",
                at.clone(),
                format!("Nøglen »{key}« har tegn, som en nøgle ikke kan have."),
            )
            .hint("Brug kun små bogstaver fra a til z, tal, bindestreg og understreg."),
        );
    }
}

fn without_fields(key: &str) -> String {
    let mut parts = key.split("{{");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once("}}").map_or(part, |(_, after)| after));
    }
    plain
}
