use super::changes::Changes;
use super::difference::Difference;
use super::section::Section;
use super::shown::awaited;
use super::thing::{Fate, Thing};
use super::told::Told;
use super::topic::Topic;
use crate::finding::Place;
use crate::text::running;
use crate::text::tree::{Block, Column, Heading, Inline, List, Row, RowEmphasis, Table, Text};

const FILE: &str = "forskel";

/// The changes as texts, one for each subject, to be put into a document.
pub(super) fn letters(changes: &Changes) -> Vec<Text> {
    let topics = changes.topics.iter().map(topic);
    let sections = (!changes.sections.is_empty()).then(|| tekster(&changes.sections));
    std::iter::once(overblik(changes)).chain(topics).chain(sections).collect()
}

fn text(key: &str, title: &str, blocks: Vec<Block>) -> Text {
    Text {
        key: format!("aendringer-{key}"),
        title: running(title),
        numbered: false,
        blocks,
        place: Place::file(FILE),
    }
}

/// How much there is of each.
fn overblik(changes: &Changes) -> Text {
    let count = |topic: &Topic| format!("{}: {}", topic.emne.title(), topic.things.len());
    let mut lines: Vec<String> = changes.topics.iter().map(count).collect();
    if !changes.sections.is_empty() {
        lines.push(format!("Tekster: {}", changes.sections.len()));
    }
    let items = lines.iter().map(|line| vec![Block::Paragraph(running(line))]).collect();
    let words = "Her står kun det, der er ændret. I teksterne er det, der er kommet til, \
                 understreget, og det, der er gået ud, gennemstreget.";
    text(
        "overblik",
        "Overblik",
        vec![Block::List(List { start: None, items }), Block::Paragraph(running(words))],
    )
}

/// A table of what was and what is, thing by thing, with the cells where there are any.
fn topic(topic: &Topic) -> Text {
    let differences = || topic.things.iter().flat_map(|thing| &thing.differences);
    let with_cells = differences().any(|one| !one.cells().is_empty());
    let mut headings = vec!["Hvad", "Før", "Nu"];
    if with_cells {
        headings.push("Kommer fra");
    }
    let mut table = Table {
        columns: vec![Column { weight: 1, ..Column::default() }; headings.len()],
        header: vec![Row {
            cells: headings.iter().map(|name| running(name)).collect(),
            ..Row::default()
        }],
        ..Table::default()
    };
    for thing in &topic.things {
        table.rows.push(named(thing, headings.len()));
        table.rows.extend(thing.differences.iter().map(|one| row(one, with_cells)));
    }
    text(topic.emne.key(), topic.emne.title(), vec![Block::Table(table)])
}

fn named(thing: &Thing, columns: usize) -> Row {
    let fate = match thing.fate {
        Fate::New => " (nyt)",
        Fate::Gone => " (udgået)",
        Fate::Changed => "",
    };
    let mut cells = vec![Vec::new(); columns];
    cells[0] = words(&format!("{}{fate}", thing.name));
    Row { cells, emphasis: RowEmphasis::Group, ..Row::default() }
}

fn row(one: &Difference, with_cells: bool) -> Row {
    let told = |told: &Option<Told>| told.as_ref().map_or_else(Vec::new, |one| words(&one.words));
    let mut now = told(&one.after);
    if one.is_answered() {
        now.extend(running(" (nu udfyldt)"));
    }
    let mut row = vec![words(&one.label), told(&one.before), now];
    if with_cells {
        row.push(running(&one.cells()));
    }
    Row { cells: row, ..Row::default() }
}

/// Plain words with the open points told in words.
fn words(words: &str) -> Vec<Inline> {
    let mut words = running(words);
    for inline in &mut words {
        if let Inline::Pending(what) = inline {
            *inline = awaited(what);
        }
    }
    words
}

fn tekster(sections: &[Section]) -> Text {
    text("tekster", "Tekster", sections.iter().flat_map(section).collect())
}

fn section(section: &Section) -> Vec<Block> {
    let heading = Heading {
        level: 2,
        key: None,
        number: None,
        numbered: false,
        content: running(&section.title),
    };
    let documents = running(&format!("I {}", section.place()));
    let head = [Block::Heading(heading), Block::Paragraph(vec![Inline::Emphasis(documents)])];
    head.into_iter().chain(section.shown()).collect()
}
