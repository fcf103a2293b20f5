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

#[derive(Default)]
struct Counter {
    headings: [u32; 6],
    tables: u32,
    figures: u32,
    /// "kapitel:vision" → "kapitel 3".
    named: BTreeMap<String, String>,
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
                    let words = match &heading.number {
                        Some(number) if number.contains('.') => format!("afsnit\u{a0}{number}"),
                        Some(number) => format!("kapitel\u{a0}{number}"),
                        None => format!("»{title}«"),
                    };
                    self.named.insert(format!("kapitel:{key}"), words);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                if !figure.caption.is_empty() {
                    self.figures += 1;
                    figure.number = Some(self.figures);
                }
                if let (Some(key), Some(number)) = (&figure.key, figure.number) {
                    self.named.insert(format!("figur:{key}"), format!("figur\u{a0}{number}"));
                }
            }
            Block::List(list) => list.items.iter_mut().for_each(|item| self.blocks(item)),
            Block::Quote(inner) => self.blocks(inner),
            Block::Paragraph(_) | Block::PageBreak | Block::Directive(_) => {}
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
            self.named.insert(format!("tabel:{key}"), format!("tabel\u{a0}{number}"));
        }
    }
}

struct Wording<'a> {
    named: &'a BTreeMap<String, String>,
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
                Block::Quote(inner) => self.blocks(inner, findings),
                Block::Table(table) => self.table(table, findings),
                Block::Figure(figure) => {
                    self.inlines(&mut figure.caption, findings);
                    figure.notes.iter_mut().for_each(|note| self.inlines(note, findings));
                }
                Block::PageBreak | Block::Directive(_) => {}
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
                | Inline::Link { content: inner, .. } => self.inlines(inner, findings),
                Inline::Footnote(blocks) => self.blocks(blocks, findings),
                Inline::Reference(reference) => self.reference(reference, findings),
                _ => {}
            }
        }
    }

    fn reference(&self, reference: &mut Reference, findings: &mut Findings) {
        let target = reference.target.as_str();
        let words = match target.strip_prefix("bilag:") {
            Some(key) => (self.bilag)(key).map(|number| format!("bilag\u{a0}{number}")),
            None => self.named.get(target).cloned(),
        };
        reference.internal = self.named.contains_key(target);
        match words {
            Some(words) if reference.content.is_empty() => {
                reference.content = vec![Inline::Text(words)];
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
