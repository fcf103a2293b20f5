use crate::text::tree::{Block, Inline, Mark, Table};

/// An unmarked stretch longer than this many letters is told by its ends alone.
const LONGEST: usize = 90;
const END: usize = 30;

/// Marked blocks as lines: what was deleted is [-so-], and what was inserted {+so+}.
pub(super) fn marked_lines(blocks: &[Block]) -> Vec<String> {
    blocks.iter().flat_map(|block| lines(block, None)).collect()
}

fn lines(block: &Block, mark: Option<Mark>) -> Vec<String> {
    match block {
        Block::Paragraph(content) => vec![line(&[content], mark)],
        Block::Heading(heading) => vec![line(&[&heading.content], mark)],
        Block::List(list) => list.items.iter().flat_map(|item| listed(item, mark)).collect(),
        Block::Table(table) => rows(table, mark),
        Block::Quote(inner) => inner.iter().flat_map(|block| lines(block, mark)).collect(),
        Block::Marked(mark, inner) => {
            inner.iter().flat_map(|block| lines(block, Some(*mark))).collect()
        }
        Block::Figure(figure) => {
            vec![line(
                &[&figure.caption, &[Inline::Text(format!(" (figur: {})", figure.alt))]],
                mark,
            )]
        }
        Block::Verbatim(words) => words.lines().map(|words| signed(mark, words)).collect(),
        Block::PageBreak | Block::Directive(_) => Vec::new(),
    }
}

fn listed(item: &[Block], mark: Option<Mark>) -> Vec<String> {
    let inner = item.iter().flat_map(|block| lines(block, mark)).enumerate();
    inner.map(|(at, line)| format!("{} {line}", if at == 0 { "–" } else { " " })).collect()
}

fn rows(table: &Table, mark: Option<Mark>) -> Vec<String> {
    let cells = |cells: &[Vec<Inline>]| -> String {
        let cells: Vec<String> = cells.iter().map(|cell| line(&[cell], mark)).collect();
        cells.join(" | ")
    };
    let rows = table.header.iter().chain(&table.rows).map(|row| cells(&row.cells));
    rows.chain(table.notes.iter().map(|note| line(&[note], mark))).collect()
}

/// Running text on one line.
fn line(contents: &[&[Inline]], mark: Option<Mark>) -> String {
    let mut pieces = Vec::new();
    contents.iter().for_each(|content| gather(content, mark, &mut pieces));
    let has_marks = pieces.iter().any(|(mark, _)| mark.is_some());
    let last = pieces.len().saturating_sub(1);
    let told = pieces.iter().enumerate().map(|(at, (mark, words))| match mark {
        None if has_marks => shortened(words, at > 0, at < last),
        mark => signed(*mark, words),
    });
    told.collect()
}

/// The words with what is said of them; neighbours of one kind are one piece.
fn gather(content: &[Inline], mark: Option<Mark>, pieces: &mut Vec<(Option<Mark>, String)>) {
    for inline in content {
        match inline {
            Inline::Text(words) | Inline::Verbatim(words) => push(words, mark, pieces),
            Inline::Pending(what) => push(&format!("[afventer: {what}]"), mark, pieces),
            Inline::LineBreak => push(" ", mark, pieces),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Link { content: inner, .. } => gather(inner, mark, pieces),
            Inline::Reference(reference) => gather(&reference.content, mark, pieces),
            Inline::Marked(mark, inner) => gather(inner, Some(*mark), pieces),
            Inline::Footnote(blocks) => {
                push(" (note: ", mark, pieces);
                for block in blocks {
                    lines(block, mark).iter().for_each(|line| push(line, None, pieces));
                }
                push(")", mark, pieces);
            }
            Inline::Field(_) => {}
        }
    }
}

fn push(words: &str, mark: Option<Mark>, pieces: &mut Vec<(Option<Mark>, String)>) {
    match pieces.last_mut() {
        Some((last, before)) if *last == mark => before.push_str(words),
        _ => pieces.push((mark, words.to_owned())),
    }
}

fn signed(mark: Option<Mark>, words: &str) -> String {
    match mark {
        None => words.to_owned(),
        Some(mark) if mark.is_new() => format!("{{+{words}+}}"),
        Some(_) => format!("[-{words}-]"),
    }
}

/// A long stretch by the words that border on marked ones.
fn shortened(words: &str, after_mark: bool, before_mark: bool) -> String {
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let head: String = words.chars().take(END).collect();
    let tail: String = words.chars().skip(words.chars().count() - END).collect();
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(whole, _)| whole);
    let tail = tail.split_once(' ').map_or(tail.as_str(), |(_, whole)| whole);
    match (after_mark, before_mark) {
        (true, true) => format!("{head} … {tail}"),
        (true, false) => format!("{head} …"),
        _ => format!("… {tail}"),
    }
}
