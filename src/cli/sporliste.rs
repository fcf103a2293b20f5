use std::io::{self, Write};

use csv::WriterBuilder;
use serde_json::{Value, json};

use super::show;
use crate::finding::listed;
use crate::merge::Trace;
use crate::output::DocumentTrace;
use crate::text::danish::counted;

/// How traces are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sporliste {
    /// A table for each document.
    Tabel,
    /// One table of all, with the document in front.
    Samlet,
    Csv,
    Json,
}

/// Semicolons part the columns where the comma is for decimals.
const SEPARATOR: u8 = b';';

impl Sporliste {
    pub fn print(self, documents: &[DocumentTrace], out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Tabel => documents.iter().try_for_each(|document| tabel(document, out)),
            Self::Samlet => samlet(documents, out),
            Self::Csv => csv(documents, out),
            Self::Json => writeln!(out, "{:#}", json(documents)),
        }
    }
}

fn tabel(document: &DocumentTrace, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} ({})", document.titel, document.noegle)?;
    if document.traces.is_empty() {
        return writeln!(out, "Ingen tal fra inputs.\n");
    }
    let mut table = show::table(&["Tal", "Kapitel", "Sted", "Kommer fra"], &[0]);
    for trace in &document.traces {
        table.add_row([&trace.shown, &trace.chapter, &trace.spot, &from(trace)]);
    }
    writeln!(out, "{table}")?;
    writeln!(out, "{} fra inputs.\n", counted(document.traces.len(), "tal", "tal"))
}

fn samlet(documents: &[DocumentTrace], out: &mut dyn Write) -> io::Result<()> {
    let mut table = show::table(&HEADINGS, &[1]);
    for row in rows(documents) {
        table.add_row(row);
    }
    writeln!(out, "{table}")
}

fn csv(documents: &[DocumentTrace], out: &mut dyn Write) -> io::Result<()> {
    let mut list = WriterBuilder::new().delimiter(SEPARATOR).from_writer(out);
    list.write_record(HEADINGS)?;
    rows(documents).try_for_each(|row| list.write_record(row))?;
    list.flush()
}

fn json(documents: &[DocumentTrace]) -> Value {
    let trace = |trace: &Trace| {
        let cells: Vec<String> = trace.cells.iter().map(ToString::to_string).collect();
        json!({
            "tal": trace.shown,
            "kapitel": trace.chapter,
            "sted": trace.spot,
            "udregning": derivation(trace),
            "kommer_fra": cells,
        })
    };
    let document = |document: &DocumentTrace| {
        let traces: Vec<Value> = document.traces.iter().map(trace).collect();
        json!({"dokument": document.noegle, "titel": document.titel, "tal": traces})
    };
    documents.iter().map(document).collect()
}

const HEADINGS: [&str; 5] = ["Dokument", "Tal", "Kapitel", "Sted", "Kommer fra"];

fn rows(documents: &[DocumentTrace]) -> impl Iterator<Item = [String; 5]> {
    documents.iter().flat_map(|document| {
        document.traces.iter().map(|trace| {
            let Trace { shown, chapter, spot, .. } = trace.clone();
            [document.noegle.clone(), shown, chapter, spot, from(trace)]
        })
    })
}

/// How a figure comes of its cells; empty for one that stands in a cell as it is.
fn derivation(trace: &Trace) -> &'static str {
    match (trace.counted, trace.cells.len()) {
        (true, _) => "antal",
        (false, 2..) => "udregnet",
        (false, _) => "",
    }
}

/// The cells of a figure, and how it comes of them.
fn from(trace: &Trace) -> String {
    let told = listed(&trace.cells);
    match derivation(trace) {
        "" => told,
        how => format!("{how}: {told}"),
    }
}
