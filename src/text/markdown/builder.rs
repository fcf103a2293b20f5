use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::caption;
use super::lines::Lines;
use super::verbatim;
use crate::finding::{Finding, Findings, Place};
use crate::text::tree::{
    Align, Block, Column, Field, Heading, Inline, List, Reference, Row, Table,
};

type Located<'e> = (Event<'e>, Range<usize>);

/// A footnote as it is written.
struct Footnote {
    blocks: Vec<Block>,
    offset: usize,
    used: bool,
}

/// Builds the tree from the parser's events, which it walks once.
pub(super) struct Builder<'a, 'e> {
    events: &'a [Located<'e>],
    at: usize,
    lines: &'a Lines,
    footnotes: BTreeMap<String, Footnote>,
    /// The level of the heading before; a text's title stands at 1.
    level: u8,
    findings: &'a mut Findings,
}

impl<'a, 'e> Builder<'a, 'e> {
    pub fn new(events: &'a [Located<'e>], lines: &'a Lines, findings: &'a mut Findings) -> Self {
        Self { events, at: 0, lines, footnotes: BTreeMap::new(), level: 1, findings }
    }

    pub fn document(mut self) -> Vec<Block> {
        self.gather_footnotes();
        (self.at, self.level) = (0, 1);
        let blocks = self.blocks(None);
        self.unused_footnotes();
        blocks
    }

    /// Footnotes may be defined after they are used, so they are built first.
    fn gather_footnotes(&mut self) {
        while let Some((event, range)) = self.next() {
            if let Event::Start(Tag::FootnoteDefinition(label)) = event {
                let label = label.to_string();
                let blocks = self.blocks(Some(TagEnd::FootnoteDefinition));
                let footnote = Footnote { blocks, offset: range.start, used: false };
                self.footnotes.insert(label, footnote);
            }
        }
    }

    fn next(&mut self) -> Option<&'a Located<'e>> {
        let event = self.events.get(self.at);
        self.at += 1;
        event
    }

    fn blocks(&mut self, until: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        // Tight list items hold running text without a paragraph round it.
        let mut loose: Vec<Inline> = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(end) if Some(*end) == until => break,
                Event::Start(tag) if is_block(tag) => {
                    flush(&mut loose, &mut blocks);
                    blocks.extend(self.block(tag, range));
                }
                Event::Rule | Event::Html(_) => self.unsupported(range),
                _ => {
                    self.at -= 1;
                    let before = self.at;
                    loose.extend(self.inlines(None));
                    if self.at == before {
                        self.at += 1;
                    }
                }
            }
        }
        flush(&mut loose, &mut blocks);
        caption::attach(blocks)
    }

    fn block(&mut self, tag: &Tag<'e>, range: &Range<usize>) -> Option<Block> {
        match tag {
            Tag::Paragraph => {
                let content = self.inlines(Some(TagEnd::Paragraph));
                Some(paragraph(content))
            }
            Tag::Heading { level, id, .. } => {
                let key = id.as_ref().map(ToString::to_string);
                Some(self.heading(*level, key, range))
            }
            Tag::BlockQuote(_) => Some(Block::Quote(self.blocks(Some(tag.to_end())))),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Some(self.fenced(range)),
            Tag::List(start) => Some(self.list(*start)),
            Tag::Table(alignments) => Some(self.table(alignments)),
            Tag::FootnoteDefinition(_) => {
                self.skip(tag.to_end());
                None
            }
            _ => {
                self.unsupported(range);
                self.skip(tag.to_end());
                None
            }
        }
    }

    fn heading(&mut self, level: HeadingLevel, key: Option<String>, range: &Range<usize>) -> Block {
        self.level_follows(level as u8, range);
        let content = self.inlines(Some(TagEnd::Heading(level)));
        Block::Heading(Heading { level: level as u8, key, number: None, numbered: true, content })
    }

    /// A heading is at most one level below the one before, and never the text's own title.
    fn level_follows(&mut self, level: u8, range: &Range<usize>) {
        let marks = |level: u8| "#".repeat(level.into());
        let fault = if level == 1 {
            Some("En overskrift med ét # er tekstens egen titel, som står i hovedet.".to_owned())
        } else if level > self.level + 1 {
            let (given, next) = (marks(level), marks(self.level + 1));
            Some(format!("Overskriften springer et niveau over: {given} kommer før {next}."))
        } else {
            None
        };
        if let Some(message) = fault {
            let at = self.lines.point(range.start);
            let place = Place::line(at.file.as_ref(), at.line, at.column);
            let hint =
                format!("Begynd overskriften med {}.", marks(level.clamp(2, self.level + 1)));
            self.findings.push(Finding::fejl("overskrift-niveau", place, message).hint(hint));
        }
        self.level = level;
    }

    fn list(&mut self, start: Option<u64>) -> Block {
        let mut items = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks(Some(TagEnd::Item))),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        Block::List(List { start, items })
    }

    /// Lines between two fences, as they stand.
    fn fenced(&mut self, range: &Range<usize>) -> Block {
        if !verbatim::is_closed(self.lines.between(range)) {
            self.findings.push(verbatim::unclosed(&self.lines.point(range.start), "```"));
        }
        let mut lines = String::new();
        while let Some((Event::Text(text), _)) = self.next() {
            lines.push_str(text);
        }
        lines.truncate(lines.trim_end_matches('\n').len());
        Block::Verbatim(lines)
    }

    fn table(&mut self, alignments: &[Alignment]) -> Block {
        let columns = alignments
            .iter()
            .map(|alignment| Column {
                align: if *alignment == Alignment::Right { Align::Right } else { Align::Left },
                ..Column::default()
            })
            .collect();
        let mut table = Table { columns, ..Table::default() };
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::TableHead) => {
                    let row = self.row(TagEnd::TableHead);
                    table.header.push(row);
                }
                Event::Start(Tag::TableRow) => {
                    let row = self.row(TagEnd::TableRow);
                    table.rows.push(row);
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table(table)
    }

    fn row(&mut self, until: TagEnd) -> Row {
        let mut row = Row::default();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    row.cells.push(self.inlines(Some(TagEnd::TableCell)));
                }
                Event::End(end) if *end == until => break,
                _ => {}
            }
        }
        row
    }

    /// Running text up to `until`, or up to the next block when that is none.
    fn inlines(&mut self, until: Option<TagEnd>) -> Vec<Inline> {
        let mut run = Run::default();
        while let Some((event, range)) = self.next() {
            match event {
                Event::End(end) if Some(*end) == until => break,
                Event::End(_) if until.is_none() => {
                    self.at -= 1;
                    break;
                }
                Event::Start(tag) if until.is_none() && is_block(tag) => {
                    self.at -= 1;
                    break;
                }
                Event::Text(text) => {
                    self.unwritten_footnotes(range);
                    self.lone_ticks(range);
                    run.text(text, range.start);
                }
                Event::Code(words) => run.push(Inline::Verbatim(words.to_string()), self.lines),
                Event::SoftBreak => run.text(" ", range.start),
                Event::HardBreak => run.push(Inline::LineBreak, self.lines),
                Event::Start(tag) => {
                    if let Some(inline) = self.inline(tag, range) {
                        run.push(inline, self.lines);
                    }
                }
                Event::FootnoteReference(label) => {
                    let footnote = self.footnote(label, range);
                    run.push(footnote, self.lines);
                }
                Event::End(_) => {}
                _ => self.unsupported(range),
            }
        }
        run.finish(self.lines)
    }

    fn inline(&mut self, tag: &Tag<'e>, range: &Range<usize>) -> Option<Inline> {
        match tag {
            Tag::Emphasis => Some(Inline::Emphasis(self.inlines(Some(TagEnd::Emphasis)))),
            Tag::Strong => Some(Inline::Strong(self.inlines(Some(TagEnd::Strong)))),
            Tag::Link { dest_url, .. } => {
                let content = self.inlines(Some(TagEnd::Link));
                Some(self.link(dest_url, content, range))
            }
            Tag::Image { dest_url, title, .. } => {
                let alt = self.inlines(Some(TagEnd::Image));
                Some(self.image(dest_url, title, &alt, range))
            }
            _ => {
                self.unsupported(range);
                self.skip(tag.to_end());
                None
            }
        }
    }

    fn link(&mut self, url: &str, content: Vec<Inline>, range: &Range<usize>) -> Inline {
        let at = self.lines.point(range.start);
        match url.strip_prefix('#') {
            Some(target) => Inline::Reference(Reference {
                target: target.to_owned(),
                content,
                internal: false,
                number: None,
                at,
            }),
            None => {
                if content.is_empty() {
                    self.findings.push(
                        Finding::fejl(
                            "link-uden-tekst",
                            Place::line(at.file.as_ref(), at.line, at.column),
                            format!("Linket til »{url}« har ingen tekst."),
                        )
                        .hint("Skriv, hvad linket fører til: [teksten](adressen)."),
                    );
                }
                Inline::Link { url: url.to_owned(), content, at }
            }
        }
    }

    /// A picture becomes the same helper call that a template would use.
    fn image(&self, path: &str, caption: &str, alt: &[Inline], range: &Range<usize>) -> Inline {
        let alt = crate::text::tree::plain_text(alt);
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let source = format!(
            "{{{{billede {} alt={} titel={}}}}}",
            quoted(path),
            quoted(&alt),
            quoted(caption)
        );
        Inline::Field(Field { source, at: self.lines.point(range.start) })
    }

    fn footnote(&mut self, label: &str, range: &Range<usize>) -> Inline {
        if let Some(footnote) = self.footnotes.get_mut(label) {
            footnote.used = true;
            if !footnote.blocks.is_empty() {
                return Inline::Footnote(footnote.blocks.clone());
            }
        }
        self.unwritten_footnote(label, range.start);
        Inline::Text(String::new())
    }

    /// The parser takes the mark of a footnote that is not defined for plain words.
    fn unwritten_footnotes(&mut self, range: &Range<usize>) {
        for (offset, label) in self.lines.footnote_marks(range) {
            self.unwritten_footnote(label, offset);
        }
    }

    fn unwritten_footnote(&mut self, label: &str, offset: usize) {
        let at = self.lines.point(offset);
        self.findings.push(Finding::fejl(
            "fodnote-mangler",
            Place::line(at.file.as_ref(), at.line, at.column),
            format!("Fodnoten »{label}« er ikke skrevet."),
        ));
    }

    /// The parser takes a backtick without its fellow for a plain letter.
    fn lone_ticks(&mut self, range: &Range<usize>) {
        for offset in self.lines.ticks(range) {
            self.findings.push(verbatim::unclosed(&self.lines.point(offset), "`"));
        }
    }

    fn unused_footnotes(&mut self) {
        for (label, footnote) in self.footnotes.iter().filter(|(_, footnote)| !footnote.used) {
            let at = self.lines.point(footnote.offset);
            self.findings.push(
                Finding::fejl(
                    "fodnote-bruges-ikke",
                    Place::line(at.file.as_ref(), at.line, at.column),
                    format!("Fodnoten »{label}« bruges ikke i teksten og kommer ikke med."),
                )
                .hint(format!("Sæt [^{label}] efter de ord, den hører til, eller slet den.")),
            );
        }
    }

    fn skip(&mut self, until: TagEnd) {
        while let Some((event, _)) = self.next() {
            if matches!(event, Event::End(end) if *end == until) {
                break;
            }
        }
    }

    fn unsupported(&mut self, range: &Range<usize>) {
        let at = self.lines.point(range.start);
        self.findings.push(
            Finding::fejl(
                "kan-ikke-saettes",
                Place::line(at.file.as_ref(), at.line, at.column),
                "Her står noget, som dokumenterne ikke har en form for (HTML, en streg eller linjer rykket fire mellemrum ind).",
            )
            .hint("Brug overskrifter, afsnit, lister, tabeller, citater, fodnoter, links og billeder."),
        );
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn flush(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        blocks.push(paragraph(std::mem::take(loose)));
    }
}

/// A paragraph that is one helper call puts in blocks instead of words.
fn paragraph(mut content: Vec<Inline>) -> Block {
    if let [Inline::Field(field)] = content.as_slice() {
        let source = field.source.trim();
        let calls = source.matches("{{").count();
        if calls == 1
            && source.starts_with("{{")
            && source.ends_with("}}")
            && let Some(Inline::Field(field)) = content.pop()
        {
            return Block::Directive(field);
        }
    }
    Block::Paragraph(content)
}

/// Gathers neighbouring text into one stretch, so that a field is never split.
#[derive(Default)]
struct Run {
    content: Vec<Inline>,
    text: String,
    start: usize,
}

impl Run {
    fn text(&mut self, text: &str, at: usize) {
        if self.text.is_empty() {
            self.start = at;
        }
        self.text.push_str(text);
    }

    fn push(&mut self, inline: Inline, lines: &Lines) {
        self.close(lines);
        self.content.push(inline);
    }

    fn close(&mut self, lines: &Lines) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        self.content.push(if text.contains("{{") {
            Inline::Field(Field { source: text, at: lines.point(self.start) })
        } else {
            Inline::Text(text)
        });
    }

    fn finish(mut self, lines: &Lines) -> Vec<Inline> {
        self.close(lines);
        self.content
    }
}
