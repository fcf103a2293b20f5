//! Every figure in a document leads to its cells.

use std::collections::BTreeSet;

use socialaftale::finding::Findings;
use socialaftale::input::Files;
use socialaftale::merge::Trace;
use socialaftale::output::trace;
use socialaftale::package::{Limits, Package};
use socialaftale::template::Templates;
use socialaftale::text::danish::written_numbers;

use crate::built;
use crate::project::{Assembled, shipped};

fn traced(assembled: &Assembled, key: &str) -> Vec<Trace> {
    let (mut findings, shelf, own) = (Findings::new(), assembled.shelf(), Files::new());
    let jobs = assembled.jobs(&shelf, &mut findings);
    let jobs: Vec<_> = jobs.into_iter().filter(|job| job.key == key).collect();
    let aftale = &assembled.projekt().aftale;
    let found = trace(&jobs, &shelf, &Templates::new(&own), aftale, &mut findings);
    assert_eq!((found.len(), findings.has_fejl()), (1, false), "{findings}");
    found.into_iter().flat_map(|document| document.traces).collect()
}

fn cells(trace: &Trace) -> Vec<String> {
    trace.cells.iter().map(ToString::to_string).collect()
}

/// The figures in running words, in digits.
fn figures(words: &str) -> BTreeSet<String> {
    let numbers = written_numbers(words).into_iter().map(|number| words[number.range].to_owned());
    numbers.filter(|number| number.starts_with(|letter: char| letter.is_ascii_digit())).collect()
}

/// The words of a Word document, a paragraph or cell a line.
fn words(document: &[u8]) -> String {
    let package = Package::read(document, "docx", &Limits::DOCUMENT).expect("a container");
    let parts = ["word/document.xml", "word/footnotes.xml"];
    let text = |part: &str| {
        let xml = String::from_utf8(package.part(part)?.to_vec()).expect("XML is UTF-8");
        let body = xml.split("<w:body>").last().unwrap_or_default().replace("</w:p>", "\n");
        let mut words = String::new();
        for piece in body.split('<') {
            let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
            let is_text = tag == "w:t" || tag.starts_with("w:t ");
            words.push_str(if is_text { text } else { text.trim_matches(|c| c != '\n') });
        }
        Some(words)
    };
    parts.iter().filter_map(|part| text(part)).collect()
}

/// The figures that a document shows, and that none of its traces does.
fn untraced(project: &built::Project, key: &str, file: &str) -> Vec<String> {
    let shown = traced(shipped(), key).into_iter().flat_map(|trace| figures(&trace.shown));
    let shown: BTreeSet<String> = shown.collect();
    let all = figures(&words(&project.read(&format!("output/{file}.docx"))));
    assert!(all.len() > 4, "{all:?}");
    all.difference(&shown).cloned().collect()
}

#[test]
fn every_figure_of_the_takstbilag_and_the_afrapporteringer_leads_to_its_cells() {
    let project = built::Project::new();
    // What the writers typed from older sources, which no workbook holds.
    let documents: [(&str, &str, &[&str]); 4] = [
        ("takstbilag", "takstbilag-2020", &[]),
        ("afrapportering-dom", "afrapportering-dom", &[]),
        ("afrapportering-gravide", "afrapportering-gravide", &[]),
        ("afrapportering-spise", "afrapportering-spise", &[]),
    ];
    let keys: Vec<&str> = documents.iter().map(|(key, ..)| *key).collect();
    let ran = project.run(&[&["byg", "--format", "docx"], keys.as_slice()].concat());
    assert_eq!(ran.err, "");
    let found = documents.map(|(key, file, _)| (key, untraced(&project, key, file)));
    let typed =
        documents.map(|(key, _, typed)| (key, typed.iter().map(ToString::to_string).collect()));
    assert_eq!(found, typed);
}

#[test]
fn a_sum_leads_to_the_cells_of_all_its_parts() {
    let found = traced(shipped(), "takstbilag");
    let sum = found.iter().find(|trace| trace.spot.contains("række »I alt«, kolonne »Pladser«"));
    let sum = sum.expect("the sum of the places");
    let rows = [2, 3, 4, 5, 7];
    let at = |row| format!("inputs/takster.xlsx, arket »Takster«, celle I{row}");
    assert_eq!(cells(sum), rows.map(at));
    assert_eq!(sum.chapter, "Krisecentre");
}

#[test]
fn a_list_repeated_in_a_template_leads_to_the_cells_of_each_round() {
    let found = traced(shipped(), "takstbilag");
    let rounds: Vec<&Trace> = found.iter().filter(|t| t.spot.contains(", gentagelse ")).collect();
    let taksts = rounds
        .iter()
        .filter(|trace| cells(trace).iter().all(|cell| cell.contains("arket »Takster«, celle J")));
    let shown: Vec<(&str, Vec<String>)> =
        taksts.map(|trace| (trace.shown.as_str(), cells(trace))).collect();
    let at = |row: u32| vec![format!("inputs/takster.xlsx, arket »Takster«, celle J{row}")];
    assert_eq!(shown[0], ("2.719", at(2)));
    assert_eq!(shown[5], ("2.139", at(7)));
}

#[test]
fn a_difference_leads_to_both_takster_and_its_effect_to_the_rule_of_days_as_well() {
    let found = traced(shipped(), "takstbilag");
    let of = |shown: &str| {
        let all = found.iter().filter(|trace| trace.shown == shown);
        all.map(cells).collect::<Vec<_>>()
    };
    let at = |cell: &str| format!("inputs/takster.xlsx, arket »Takster«, celle {cell}");
    let difference = vec![at("J7"), at("J6")];
    assert_eq!((of("+206"), of("206")), (vec![difference.clone()], vec![difference.clone()]));
    let days = of("365");
    assert!(days[0][0].starts_with("inputs/regler.toml, linje "), "{days:?}");
    let effect = [difference, vec![at("I7"), at("L7")], days[0].clone()].concat();
    assert_eq!((of("473.697"), of("198.563")), (vec![effect.clone()], vec![effect]));
}
