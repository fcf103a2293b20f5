//! The import rules of the house: which room may know which, and what only one room may use.

use std::fs;
use std::path::{Path, PathBuf};

/// What each room may use besides itself, as the flow of `src/lib.rs` allows it.
const MAY_USE: [(&str, &[&str]); 21] = [
    ("finding", &[]),
    ("fonts", &[]),
    ("text", &["finding"]),
    ("package", &["finding"]),
    ("model", &["finding", "text"]),
    ("input", &["finding", "text", "model", "package"]),
    ("check", &["finding", "text", "model", "input"]),
    ("discretion", &["finding", "text", "model"]),
    ("collect", &["finding", "text", "model", "input", "check", "output"]),
    ("compare", &["text"]),
    ("chart", &["text"]),
    ("merge", &["finding", "text"]),
    ("assemble", &["finding", "text", "model", "chart", "merge"]),
    ("changes", &["finding", "text", "model", "compare", "merge", "assemble"]),
    ("template", &["finding", "input"]),
    ("render", &["finding", "text", "compare", "merge", "fonts", "package"]),
    ("redline", &["finding", "package", "render"]),
    (
        "output",
        &["finding", "fonts", "text", "model", "input", "merge", "assemble", "template", "render"],
    ),
    ("edition", &["finding", "text", "model", "input", "package", "template", "render", "output"]),
    (
        "cli",
        &[
            "finding",
            "text",
            "model",
            "input",
            "check",
            "discretion",
            "collect",
            "merge",
            "assemble",
            "changes",
            "template",
            "redline",
            "output",
            "edition",
        ],
    ),
    ("main", &["cli"]),
];

/// What only the files below these paths may use.
const ONLY_IN: [(&str, &[&str]); 15] = [
    ("calamine::", &["input/workbook/"]),
    ("rust_xlsxwriter::", &["collect/"]),
    ("docx_rs::", &["render/word"]),
    ("typst::", &["render/typst"]),
    ("typst_pdf::", &["render/typst"]),
    ("typst_kit::", &["render/typst"]),
    ("typst_layout::", &["render/typst"]),
    ("zip::", &["package/"]),
    ("handlebars::", &["merge/"]),
    ("pulldown_cmark::", &["text/markdown/"]),
    ("similar::", &["changes/", "compare/", "redline/"]),
    ("clap::", &["cli/"]),
    ("csv::", &["cli/"]),
    ("notify_debouncer_full::", &["cli/"]),
    ("std::fs", &["output/", "input/files.rs", "cli/"]),
];

const PRINTING: [&str; 6] =
    ["println!", "print!", "eprintln!", "eprint!", "dbg!", "std::io::stdout"];

struct Source {
    /// Below `src/`, with `/`.
    path: String,
    text: String,
}

impl Source {
    fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.trim_end_matches(".rs")
    }

    /// The lines of code with their number from 1; comments and what follows them are left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().map(|line| line.trim_start());
        (1..).zip(lines).filter(|(_, line)| !line.starts_with("//"))
    }

    fn at(&self, line: usize, what: &str) -> String {
        format!("src/{}:{line}: {what}", self.path)
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of the source") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let below = path.strip_prefix(&root).expect("below src");
                let below = below.iter().map(|step| step.to_string_lossy()).collect::<Vec<_>>();
                let text = fs::read_to_string(&path).expect("a source file");
                found.push(Source { path: below.join("/"), text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 50, "the source is found");
    found
}

/// The rooms that a line names: `crate::room::…`, `crate::{room, …}`, `socialaftale::room`.
fn rooms_named(line: &str) -> Vec<&str> {
    ["crate::", "socialaftale::"]
        .iter()
        .flat_map(|root| line.match_indices(root).map(move |(at, _)| &line[at + root.len()..]))
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(group) => group.split(',').collect(),
            None => vec![rest],
        })
        .filter_map(|name| {
            name.trim().split(|c: char| !(c.is_ascii_lowercase() || c == '_')).next()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

fn uses(line: &str, name: &str) -> bool {
    line.match_indices(name)
        .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
}

#[test]
fn every_room_knows_only_the_rooms_before_it() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| source.room() != "lib") {
        let room = source.room();
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
            broken.push(source.at(1, &format!("the room »{room}« has no import rule")));
            continue;
        };
        for (line, code) in source.code() {
            for named in rooms_named(code) {
                let is_room = MAY_USE.iter().any(|(name, _)| *name == named);
                if is_room && named != room && !allowed.contains(&named) {
                    broken.push(source.at(line, &format!("»{room}« must not know »{named}«")));
                }
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn the_rules_let_no_two_rooms_know_each_other() {
    for (room, allowed) in MAY_USE {
        for other in allowed {
            let (_, back) = MAY_USE.iter().find(|(name, _)| name == other).expect("a room");
            assert!(!back.contains(&room), "»{room}« and »{other}«");
        }
    }
}

#[test]
fn each_library_lives_in_its_own_room() {
    let mut broken = Vec::new();
    for source in sources() {
        for (line, code) in source.code() {
            for (library, homes) in ONLY_IN {
                // The renderer for Typst has the library's name and may be called by it.
                let renderer =
                    library == "typst::" && source.text.contains("use crate::render::typst");
                if uses(code, library)
                    && !renderer
                    && !homes.iter().any(|home| source.path.starts_with(home))
                {
                    broken.push(source.at(line, &format!("»{library}« is for {homes:?} alone")));
                }
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn only_the_commands_print() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !["cli", "main"].contains(&source.room())) {
        for (line, code) in source.code() {
            let prints =
                PRINTING.iter().any(|name| uses(code, name)) || code.contains("writeln!(out");
            if prints {
                broken.push(source.at(line, "only the commands print"));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn the_clock_and_the_environment_enter_at_the_edges() {
    let mut broken = Vec::new();
    for source in
        sources().iter().filter(|source| !["cli", "main", "output"].contains(&source.room()))
    {
        for (line, code) in source.code() {
            let asks = [
                "std::env",
                "env::var",
                "SystemTime::now",
                "Utc::now",
                "Local::now",
                "Instant::now",
            ];
            if asks.iter().any(|name| code.contains(name)) {
                broken.push(source.at(line, "the clock and the environment are for the edges"));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn no_place_of_north_jutland_is_named_in_code() {
    // The program carries other regions' agreements too; such names belong in inputs.
    let names = ["Aalborg", "Rebild", "Hjørring", "Thisted", "Svenstrup", "Hobro"];
    let mut broken = Vec::new();
    for source in sources() {
        for (line, code) in source.code() {
            if names.iter().any(|name| code.contains(name)) {
                broken.push(source.at(line, "a name that belongs in the inputs"));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn the_rules_see_what_they_look_for() {
    assert_eq!(rooms_named("use crate::model::{Aftale, Udgave};"), ["model"]);
    assert_eq!(rooms_named("use crate::{input, render::typst};"), ["input", "render"]);
    assert_eq!(rooms_named("fn a() -> crate::text::tree::Block"), ["text"]);
    assert!(uses("use zip::ZipArchive;", "zip::"));
    assert!(!uses("iter.unzip::<A>()", "zip::"));
    assert!(uses("    println!(\"x\")", "println!") && !uses("eprintln!()", "println!"));
}
