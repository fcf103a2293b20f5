//! What changed between two editions, told in the words of the agreement.

mod facts;
mod offentlig;
mod tekster;

use socialaftale::changes::{Changes, Difference, Fate, Section, Side, Thing, Told, compare};
use socialaftale::finding::Findings;
use socialaftale::text::tree::{Block, Inline, Mark};

use crate::project::{Assembled, Project, shipped};

fn side(of: &Assembled) -> Side<'_> {
    let mut findings = Findings::new();
    let side = Side::new(&of.records.projekt, &of.context, &mut findings);
    assert!(!findings.has_fejl(), "{findings}");
    side
}

/// What changed since the shipped project.
fn since_shipped(new: &Project) -> Changes {
    compare(&side(shipped()), &side(&new.assembled()))
}

/// What was changed, when the shipped project is the new one.
fn until_shipped(old: &Project) -> Changes {
    compare(&side(&old.assembled()), &side(shipped()))
}

/// The facts, a line for each that is new, gone or different: "Emne | ting | mærke: før → nu".
fn facts(changes: &Changes) -> Vec<String> {
    let lines = |emne: &str, thing: &Thing| -> Vec<String> {
        let fate = match thing.fate {
            Fate::New => " (nyt)",
            Fate::Gone => " (udgået)",
            Fate::Changed => "",
        };
        let head = format!("{emne} | {}{fate}", thing.name);
        match thing.differences.as_slice() {
            [] => vec![head],
            some => some.iter().map(|one| format!("{head} | {}", difference(one))).collect(),
        }
    };
    let topics = changes.topics.iter();
    topics
        .flat_map(|topic| topic.things.iter().flat_map(|one| lines(topic.emne.title(), one)))
        .collect()
}

fn difference(one: &Difference) -> String {
    let words = |told: &Option<Told>| {
        told.as_ref().map_or_else(|| "∅".to_owned(), |told| told.words.replace('\u{a0}', " "))
    };
    let answered = if one.is_answered() { " (nu udfyldt)" } else { "" };
    let (before, after) = (words(&one.before), words(&one.after));
    format!("{}: {before} → {after}{answered}", one.label)
}

/// The chapters whose words changed: title and documents, then a line for each block.
fn sections(changes: &Changes) -> Vec<String> {
    let lines = |section: &Section| {
        let head = format!("{} ({})", section.title, section.place());
        let mut lines = vec![head];
        lines.extend(section.shown().iter().map(|block| words(block).replace('\u{a0}', " ")));
        lines
    };
    changes.sections.iter().flat_map(lines).collect()
}

/// The words of a block: [-gone-], {+come+}, {>moved here<} and [<moved from here>].
fn words(block: &Block) -> String {
    let all = |blocks: &[Block]| blocks.iter().map(words).collect::<Vec<_>>().join(" / ");
    match block {
        Block::Paragraph(content) => inlines(content),
        Block::Quote(inner) => format!("> {}", all(inner)),
        Block::List(list) => list.items.iter().map(|item| format!("– {}", all(item))).collect(),
        Block::Table(table) => {
            let rows = table.rows.iter();
            rows.map(|row| row.cells.iter().map(|cell| inlines(cell) + " | ").collect::<String>())
                .collect()
        }
        Block::Marked(mark, inner) => marked(*mark, &all(inner)),
        other => format!("{other:?}"),
    }
}

fn inlines(content: &[Inline]) -> String {
    let words = |inline: &Inline| match inline {
        Inline::Text(words) => words.clone(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => {
            inlines(inner)
        }
        Inline::Marked(mark, inner) => marked(*mark, &inlines(inner)),
        other => format!("{other:?}"),
    };
    content.iter().map(words).collect()
}

fn marked(mark: Mark, words: &str) -> String {
    match mark {
        Mark::Inserted => format!("{{+{words}+}}"),
        Mark::Deleted => format!("[-{words}-]"),
        Mark::MovedTo => format!("{{>{words}<}}"),
        Mark::MovedFrom => format!("[<{words}>]"),
    }
}
