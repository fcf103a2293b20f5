use super::words::{is_word, words};
use crate::text::tree::{Block, Figure, Inline, Row, Table};

/// What a reader sees of a thing; numbers that follow from its place, keys and files are left out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(super) struct Face<'a> {
    parts: Vec<Part<'a>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part<'a> {
    Begin(&'static str),
    Count(u64),
    End,
    Word(&'a str),
    /// An address or key, which is no word of the text.
    Target(&'a str),
    Bytes(&'a [u8]),
}

impl<'a> Face<'a> {
    pub fn of_block(block: &'a Block) -> Self {
        Self::default().with(|face| face.block(block))
    }

    pub fn of_blocks(blocks: &'a [Block]) -> Self {
        Self::default().with(|face| face.blocks(blocks))
    }

    pub fn of_row(row: &'a Row) -> Self {
        Self::default().with(|face| face.row(row))
    }

    pub fn of_inlines(content: &'a [Inline]) -> Self {
        Self::default().with(|face| face.inlines("tekst", content))
    }

    /// A line by its words and the key of what it puts in.
    pub fn of_line(words: &[&'a str], key: Option<&'a str>) -> Self {
        Self::default().with(|face| {
            face.begin("linje", 0);
            face.parts.extend(key.map(Part::Target));
            words.iter().for_each(|words| face.text(words));
        })
    }

    /// A word as it stands within emphasis, links and the like.
    pub fn of_word(around: &[&'a Inline], word: &'a str) -> Self {
        Self::around(around).with(|face| face.parts.push(Part::Word(word)))
    }

    /// What is no word; a footnote is like any other, since what it says is compared for itself.
    pub fn of_whole(around: &[&'a Inline], inline: &'a Inline) -> Self {
        Self::around(around).with(|face| match inline {
            Inline::Footnote(_) => face.begin("note", 0),
            other => face.inline(other),
        })
    }

    fn around(around: &[&'a Inline]) -> Self {
        Self::default().with(|face| around.iter().for_each(|wrap| face.wrap(wrap)))
    }

    /// The words in sorted order.
    pub fn words(&self) -> Vec<&'a str> {
        let words = self.parts.iter().filter_map(|part| match part {
            Part::Word(word) if is_word(word) => Some(*word),
            _ => None,
        });
        let mut words: Vec<&str> = words.collect();
        words.sort_unstable();
        words
    }

    /// Whether the two are of one kind, so that one can have become the other.
    pub fn is_like(&self, other: &Self) -> bool {
        let kind = |face: &Self| face.parts.iter().take(2).copied().collect::<Vec<_>>();
        kind(self) == kind(other)
    }

    fn with(mut self, write: impl FnOnce(&mut Self)) -> Self {
        write(&mut self);
        self
    }

    /// Begins a part; the first two pieces of a face are its kind.
    fn begin(&mut self, what: &'static str, more: u64) {
        self.parts.extend([Part::Begin(what), Part::Count(more)]);
    }

    fn end(&mut self) {
        self.parts.push(Part::End);
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        self.begin("blokke", 0);
        blocks.iter().for_each(|block| self.block(block));
        self.end();
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading(heading) => {
                self.begin("overskrift", u64::from(heading.level));
                self.inlines("tekst", &heading.content);
            }
            Block::Paragraph(content) => self.inlines("afsnit", content),
            Block::List(list) => {
                self.begin("liste", list.start.map_or(0, |start| start.saturating_add(1)));
                list.items.iter().for_each(|item| self.blocks(item));
                self.end();
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Quote(inner) => {
                self.begin("citat", 0);
                self.blocks(inner);
            }
            Block::PageBreak => self.begin("sideskift", 0),
            Block::Verbatim(lines) => {
                self.begin("ordret", 0);
                self.text(lines);
            }
            Block::Directive(field) => {
                self.begin("felt", 0);
                self.parts.push(Part::Target(&field.source));
            }
            Block::Marked(mark, inner) => {
                self.begin("markeret", *mark as u64);
                self.blocks(inner);
            }
        }
    }

    fn table(&mut self, table: &'a Table) {
        self.begin("tabel", 0);
        self.inlines("titel", &table.caption);
        self.begin("hoved", table.columns.len() as u64);
        table.header.iter().chain(&table.rows).for_each(|row| self.row(row));
        self.end();
        table.notes.iter().for_each(|note| self.inlines("note", note));
        self.end();
    }

    fn row(&mut self, row: &'a Row) {
        self.begin("raekke", row.emphasis as u64);
        row.cells.iter().for_each(|cell| self.inlines("celle", cell));
        self.end();
    }

    fn figure(&mut self, figure: &'a Figure) {
        self.begin("figur", 0);
        self.inlines("titel", &figure.caption);
        self.begin("billede", 0);
        self.parts.extend([Part::Target(&figure.alt), Part::Bytes(&figure.picture.bytes)]);
        figure.notes.iter().for_each(|note| self.inlines("note", note));
        self.end();
    }

    fn inlines(&mut self, what: &'static str, content: &'a [Inline]) {
        self.begin(what, 0);
        content.iter().for_each(|inline| self.inline(inline));
        self.end();
    }

    fn inline(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Marked(_, inner)
            | Inline::Link { content: inner, .. } => {
                self.wrap(inline);
                inner.iter().for_each(|inline| self.inline(inline));
                self.end();
            }
            Inline::Reference(reference) => {
                self.begin("henvisning", 0);
                self.parts.push(Part::Target(&reference.target));
                self.inlines("tekst", &reference.content);
            }
            Inline::Footnote(blocks) => {
                self.begin("note", 0);
                self.blocks(blocks);
            }
            Inline::LineBreak => self.begin("linjeskift", 0),
            Inline::Verbatim(words) => {
                self.begin("ordret", 0);
                self.text(words);
                self.end();
            }
            Inline::Pending(what) => {
                self.begin("afventer", 0);
                self.text(what);
                self.end();
            }
            Inline::Field(field) => {
                self.begin("felt", 0);
                self.parts.push(Part::Target(&field.source));
            }
        }
    }

    /// What stands around some words.
    fn wrap(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Emphasis(_) => self.begin("kursiv", 0),
            Inline::Strong(_) => self.begin("fed", 0),
            Inline::Marked(mark, _) => self.begin("markeret", *mark as u64),
            Inline::Link { url, .. } => {
                self.begin("link", 0);
                self.parts.push(Part::Target(url));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &'a str) {
        self.parts.extend(words(text).map(Part::Word));
    }
}
