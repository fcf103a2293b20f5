use std::collections::BTreeMap;
use std::io::{self, Write};

use super::show;
use crate::finding::Place;
use crate::merge::{Use, UseKind};

/// Lists what a template uses: how often, and where first.
pub(super) fn list(name: &str, uses: &[Use], out: &mut dyn Write) -> io::Result<()> {
    if uses.is_empty() {
        return Ok(());
    }
    let mut listed: BTreeMap<(UseKind, &str), (usize, &Place)> = BTreeMap::new();
    for used in uses {
        let key = (used.kind, used.name.as_str());
        listed.entry(key).and_modify(|(times, _)| *times += 1).or_insert((1, &used.place));
    }
    let mut table = show::table(&["Bruger", "Navn", "Gange", "Første sted"], &[2]);
    for ((kind, used), (times, place)) in listed {
        let spot = place.clone().untagged().within();
        table.add_row([kind_name(kind), used, &times.to_string(), &spot]);
    }
    writeln!(out, "\n{name}\n{table}")
}

fn kind_name(kind: UseKind) -> &'static str {
    match kind {
        UseKind::Field => "felt",
        UseKind::Text => "tekst",
        UseKind::Table => "tabel",
        UseKind::Figure => "figur",
        UseKind::Picture => "billede",
        UseKind::Document => "dokument",
        UseKind::Partial => "delskabelon",
        UseKind::Helper => "hjælper",
    }
}
