//! Numbers headings, tables and figures through a whole document, and words its cross-references.

use std::collections::BTreeMap;

use super::tree::{Block, Inline, Reference, Table};
use crate::finding::{Finding, Findings, Place};

/// Numbers the blocks of a document in reading order and words every reference by key.
///
/// `bilag` gives the number of a bilag by key. A reference that leads nowhere is a fejl.
pub fn number(
    parts: &mut [&mut Vec<Block>],
    bilag: &dyn Fn(&str) -> Option<String>,
    findings: &mut Findings,
) {
    let mut counter = Counter::default();
    for part in parts.iter_mut() {
        counter.blocks(part);
    }
    let wording = Wording { named: &counter.named, bilag };
    for part in parts.iter_mut() {
        wording.blocks(part, findings);
    }
}

/// How a target is referred to.
struct Named {
    words: String,
    /// The number that the words end in.
    number: Option<String>,
}

impl Named {
    fn by_number(kind: &str, number: String) -> Self {
        Self { words: format!("{kind}\u{a0}{number}"), number: Some(number) }
    }
}

#[derive(Default)]
struct Counter {
    headings: [u32; 6],
    tables: u32,
    figures: u32,
    /// "kapitel:vision" → "kapitel 3".
    named: BTreeMap<String, Named>,
}

impl Counter {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Heading(heading) => {
                if heading.numbered {
                    heading.number = Some(self.heading(heading.level));
                }
                if let Some(key) = &heading.key {
                    let title = super::tree::plain_text(&heading.content);
                    let named = match &heading.number {
                        Some(number) if number.contains('.') => {
                            Named::by_number("afsnit", number.clone())
                        }
                        Some(number) => Named::by_number("kapitel", number.clone()),
                        None => Named { words: format!("»{title}«"), number: None },
                    };
                    self.named.insert(format!("kapitel:{key}"), named);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                if !figure.caption.is_empty() {
                    self.figures += 1;
                    figure.number = Some(self.figures);
                }
                if let (Some(key), Some(number)) = (&figure.key, figure.number) {
                    let named = Named::by_number("figur", number.to_string());
                    self.named.insert(format!("figur:{key}"), named);
                }
            }
            Block::List(list) => list.items.iter_mut().for_each(|item| self.blocks(item)),
            Block::Quote(inner) | Block::Marked(_, inner) => self.blocks(inner),
            Block::Paragraph(_) | Block::Verbatim(_) | Block::PageBreak | Block::Directive(_) => {}
        }
    }

    fn heading(&mut self, level: u8) -> String {
        let depth = usize::from(level.clamp(1, 6));
        self.headings[depth - 1] += 1;
        self.headings[depth..].fill(0);
        self.headings[..depth].iter().map(u32::to_string).collect::<Vec<_>>().join(".")
    }

    fn table(&mut self, table: &mut Table) {
        if !table.caption.is_empty() {
            self.tables += 1;
            table.number = Some(self.tables);
        }
        if let (Some(key), Some(number)) = (&table.key, table.number) {
            let named = Named::by_number("tabel", number.to_string());
            self.named.insert(format!("tabel:{key}"), named);
        }
    }
}

struct Wording<'a> {
    named: &'a BTreeMap<String, Named>,
    bilag: &'a dyn Fn(&str) -> Option<String>,
}

impl Wording<'_> {
    fn blocks(&self, blocks: &mut [Block], findings: &mut Findings) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.inlines(&mut heading.content, findings),
                Block::Paragraph(content) => self.inlines(content, findings),
                Block::List(list) => {
                    list.items.iter_mut().for_each(|item| self.blocks(item, findings));
                }
                Block::Quote(inner) | Block::Marked(_, inner) => self.blocks(inner, findings),
                Block::Table(table) => self.table(table, findings),
                Block::Figure(figure) => {
                    self.inlines(&mut figure.caption, findings);
                    figure.notes.iter_mut().for_each(|note| self.inlines(note, findings));
                }
                Block::Verbatim(_) | Block::PageBreak | Block::Directive(_) => {}
            }
        }
    }

    fn table(&self, table: &mut Table, findings: &mut Findings) {
        self.inlines(&mut table.caption, findings);
        for row in table.header.iter_mut().chain(&mut table.rows) {
            row.cells.iter_mut().for_each(|cell| self.inlines(cell, findings));
        }
        table.notes.iter_mut().for_each(|note| self.inlines(note, findings));
    }

    fn inlines(&self, content: &mut [Inline], findings: &mut Findings) {
        for inline in content {
            match inline {
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Marked(_, inner)
                | Inline::Link { content: inner, .. } => self.inlines(inner, findings),
                Inline::Footnote(blocks) => self.blocks(blocks, findings),
                Inline::Reference(reference) => self.reference(reference, findings),
                _ => {}
            }
        }
    }

    fn reference(&self, reference: &mut Reference, findings: &mut Findings) {
        let target = reference.target.as_str();
        let named = self.named.get(target);
        let words = match target.strip_prefix("bilag:") {
            Some(key) => (self.bilag)(key).map(|number| format!("bilag\u{a0}{number}")),
            None => named.map(|named| named.words.clone()),
        };
        reference.internal = named.is_some();
        match words {
            Some(words) if reference.content.is_empty() => {
                reference.content = vec![Inline::Text(words)];
                reference.number = named.and_then(|named| named.number.clone());
            }
            Some(_) => {}
            None => findings.push(self.dangling(reference)),
        }
    }

    fn dangling(&self, reference: &Reference) -> Finding {
        let at = &reference.at;
        Finding::fejl(
            "henvisning-uden-maal",
            Place::line(at.file.as_ref(), at.line, at.column),
            format!("Henvisningen til »{}« fører ingen steder hen i dokumentet.", reference.target),
        )
        .nearest(&reference.target, self.named.keys().map(String::as_str))
    }
}
