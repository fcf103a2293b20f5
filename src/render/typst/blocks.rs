//! Block tree → Typst, through the functions of `husstil.typ`, which decides how they look.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::escape::{literal, text};
use super::world::VirtualFiles;
use crate::compare::inlines;
use crate::merge::{Role, Slot};
use crate::text::tree::{
    Align, Block, Column, Figure, Heading, Inline, List, Mark, PictureFormat, Reference, Row,
    RowEmphasis, Table,
};

/// Writes blocks and keeps the pictures they show.
#[derive(Default)]
pub(super) struct Writer {
    files: VirtualFiles,
    labels: BTreeSet<String>,
    /// What a comparison of editions says of the blocks that are being written.
    mark: Option<Mark>,
}

impl Writer {
    pub fn finish(self) -> VirtualFiles {
        self.files
    }

    /// What a helper put in: the words of a link stay in their sentence, blocks stand alone.
    pub fn slot(&mut self, slot: &Slot) -> String {
        match (slot.role, slot.blocks.as_slice()) {
            (Role::Link, [Block::Paragraph(words)]) => self.inlines(words),
            _ => self.blocks(&slot.blocks),
        }
    }

    pub fn blocks(&mut self, blocks: &[Block]) -> String {
        let mut written = String::new();
        let mut rest = blocks;
        while let [block, after @ ..] = rest {
            let (text, after) = match (replaced(block), after.split_first()) {
                (Some(old), Some((Block::Marked(_, new), after))) if is_for(old, new) => {
                    (self.other_figure(old, new), after)
                }
                _ => (self.block(block), after),
            };
            written.push_str(&text);
            written.push_str("\n\n");
            rest = after;
        }
        written
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(content) => self.content(content),
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Quote(inner) => format!("#quote(block: true)[{}]", self.blocks(inner)),
            Block::PageBreak if self.is_old() => String::new(),
            Block::PageBreak => "#pagebreak(weak: true)".to_owned(),
            Block::Verbatim(words) => {
                self.marked(format!("#raw(block: true, {})", verbatim(words)))
            }
            Block::Directive(_) => String::new(),
            Block::Marked(mark, inner) => {
                self.with_mark(*mark, |writer| writer.blocks(inner).trim_end().to_owned())
            }
        }
    }

    /// Running text of a block, marked if the block is.
    fn content(&mut self, content: &[Inline]) -> String {
        let words = self.inlines(content);
        self.marked(words)
    }

    fn marked(&self, words: String) -> String {
        match self.mark {
            Some(mark) if !words.is_empty() => format!("#{}[{words}];", marking(mark)),
            _ => words,
        }
    }

    fn with_mark(&mut self, mark: Mark, write: impl FnOnce(&mut Self) -> String) -> String {
        let before = self.mark.replace(mark);
        let written = write(self);
        self.mark = before;
        written
    }

    /// Whether what is being written stands in the old edition alone: it bears no labels, and
    /// nothing can be asked to lead from it.
    fn is_old(&self) -> bool {
        self.mark.is_some_and(|mark| !mark.is_new())
    }

    /// A figure that shows something else than before: told in words, since only one is shown.
    fn other_figure(&mut self, old: &Figure, new: &[Block]) -> String {
        let [Block::Figure(new)] = new else { return String::new() };
        let words = |words: &str| vec![Inline::Text(words.to_owned())];
        let told = inlines(&words(&old.alt), &words(&new.alt));
        let told =
            if told == words(&new.alt) { vec![Inline::Marked(Mark::Inserted, told)] } else { told };
        let caption = inlines(&old.caption, &new.caption);
        let told = self.inlines(&told);
        let figure = self.figure(&Figure { caption, ..new.clone() });
        format!("#figuren(\"Figuren er ændret.\")[{told}]\n\n{figure}")
    }

    fn heading(&mut self, heading: &Heading) -> String {
        let number = optional(heading.number.as_deref());
        let content = self.content(&heading.content);
        if self.is_old() {
            return format!("#slettet-overskrift({number})[{content}]");
        }
        let label = self.label("kapitel", heading.key.as_deref());
        format!("#overskrift({}, {number})[{content}]{label}", heading.level)
    }

    /// A label for the first thing that bears a key; a second one would be ambiguous.
    fn label(&mut self, kind: &str, key: Option<&str>) -> String {
        let Some(key) = key.filter(|_| !self.is_old()) else { return String::new() };
        let name = format!("{kind}:{key}");
        let label = format!("#label({})", literal(&name));
        if self.labels.insert(name) { label } else { String::new() }
    }

    fn list(&mut self, list: &List) -> String {
        let mut items = String::new();
        for item in &list.items {
            let content = self.blocks(item);
            let _ = write!(items, "[{}],", content.trim_end());
        }
        match list.start {
            Some(start) => format!("#enum(start: {start}, {items})"),
            None => format!("#list({items})"),
        }
    }

    fn table(&mut self, table: &Table) -> String {
        if self.is_old() && !table.caption.is_empty() {
            return self.old_table(table);
        }
        let caption = self.content(&table.caption);
        let columns = tracks(&table.columns);
        let aligns = table.columns.iter().map(|column| match column.align {
            Align::Left => "left",
            Align::Right => "right",
        });
        let aligns: String = aligns.map(|align| format!("{align},")).collect();
        let header = self.rows(&table.header);
        let rows = self.rows(&table.rows);
        let notes = self.notes(&table.notes);
        let label = self.label("tabel", table.key.as_deref());
        format!(
            "#tabel({}, [{caption}], ({columns}), ({aligns}), ({header}), ({rows}), ({notes})){label}",
            number(table.number)
        )
    }

    /// A table that went out has its number in words, since the one now there may have the same.
    fn old_table(&mut self, table: &Table) -> String {
        let named = named("Tabel", table.number, &table.caption);
        let caption = self.content(&named);
        let bare = Table { caption: Vec::new(), number: None, ..table.clone() };
        format!("{caption}\n\n{}", self.table(&bare))
    }

    fn rows(&mut self, rows: &[Row]) -> String {
        let mut written = String::new();
        for row in rows {
            let kind = match row.emphasis {
                RowEmphasis::Plain => "plain",
                RowEmphasis::Group => "group",
                RowEmphasis::Total => "total",
                RowEmphasis::Aside => "aside",
            };
            let mut cells = String::new();
            for cell in &row.cells {
                let content = self.content(cell);
                let _ = write!(cells, "[{content}],");
            }
            let _ = write!(written, "(\"{kind}\", ({cells})),");
        }
        written
    }

    fn notes(&mut self, notes: &[Vec<Inline>]) -> String {
        notes.iter().map(|note| format!("[{}],", self.content(note))).collect()
    }

    fn figure(&mut self, figure: &Figure) -> String {
        if self.is_old() {
            let caption = self.content(&named("Figur", figure.number, &figure.caption));
            return format!("#figuren(\"Figuren er gået ud.\")[{caption}]");
        }
        let extension = match figure.picture.format {
            PictureFormat::Svg => "svg",
            PictureFormat::Png => "png",
            PictureFormat::Jpeg => "jpg",
        };
        let path = format!("figur-{}.{extension}", self.files.len());
        self.files.insert(path.clone(), figure.picture.bytes.to_vec());
        let caption = self.content(&figure.caption);
        let notes = self.notes(&figure.notes);
        let label = self.label("figur", figure.key.as_deref());
        format!(
            "#figur({}, [{caption}], {}, {}, {}pt, ({notes})){label}",
            number(figure.number),
            literal(&format!("/{path}")),
            literal(&figure.alt),
            figure.picture.width
        )
    }

    pub fn inlines(&mut self, content: &[Inline]) -> String {
        content.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> String {
        match inline {
            Inline::Text(words) => text(words),
            Inline::Emphasis(inner) => format!("#emph[{}];", self.inlines(inner)),
            Inline::Strong(inner) => format!("#strong[{}];", self.inlines(inner)),
            Inline::Link { url, content, .. } => {
                format!("#link({})[{}];", literal(url), self.inlines(content))
            }
            Inline::Reference(reference) => self.reference(reference),
            Inline::Footnote(blocks) if self.is_old() => self.old_footnote(blocks),
            Inline::Footnote(blocks) => {
                format!("#footnote[{}];", self.blocks(blocks).trim_end())
            }
            Inline::Verbatim(words) => format!("#raw({});", verbatim(words)),
            Inline::LineBreak => "#linebreak();".to_owned(),
            Inline::Pending(what) => format!("#afventer({});", literal(what)),
            Inline::Field(_) => String::new(),
            Inline::Marked(mark, inner) => self.with_mark(*mark, |writer| writer.content(inner)),
        }
    }

    /// A footnote that went out stands in the line, so that the others keep their numbers.
    fn old_footnote(&mut self, blocks: &[Block]) -> String {
        let words = blocks.iter().map(|block| match block {
            Block::Paragraph(content) => self.inlines(content),
            other => self.block(other),
        });
        format!(" (fodnote: {})", words.collect::<Vec<_>>().join(" "))
    }

    fn reference(&mut self, reference: &Reference) -> String {
        let content = self.inlines(&reference.content);
        if reference.internal && !self.is_old() {
            format!("#link(label({}))[{content}];", literal(&reference.target))
        } else {
            content
        }
    }
}

/// The function of `husstil.typ` that shows what only one of two compared editions has.
fn marking(mark: Mark) -> &'static str {
    match mark {
        Mark::Inserted => "indsat",
        Mark::Deleted => "slettet",
        Mark::MovedTo => "flyttet-hertil",
        Mark::MovedFrom => "flyttet-herfra",
    }
}

/// The figure that another takes the place of, if the next block does.
fn replaced(block: &Block) -> Option<&Figure> {
    match block {
        Block::Marked(Mark::Deleted, inner) => match inner.as_slice() {
            [Block::Figure(figure)] => Some(figure),
            _ => None,
        },
        _ => None,
    }
}

fn is_for(old: &Figure, new: &[Block]) -> bool {
    matches!(new, [Block::Figure(new)] if new.key == old.key)
}

/// "Tabel 3. " before a caption.
fn named(what: &str, number: Option<u32>, caption: &[Inline]) -> Vec<Inline> {
    let name = number.map(|number| Inline::Text(format!("{what}\u{a0}{number}. ")));
    name.into_iter().chain(caption.iter().cloned()).collect()
}

/// Words as a literal that is not counted among the open points, though it may show one.
fn verbatim(words: &str) -> String {
    literal(words).replace("[afventer:", "\\u{5b}afventer:")
}

/// Column widths: shares of the line where weights are given, else as wide as the content.
fn tracks(columns: &[Column]) -> String {
    let all_free = columns.iter().all(|column| column.weight == 0);
    columns
        .iter()
        .enumerate()
        .map(|(index, column)| match column.weight {
            0 if all_free && index == 0 => "1fr,".to_owned(),
            0 => "auto,".to_owned(),
            weight => format!("{weight}fr,"),
        })
        .collect()
}

fn number(number: Option<u32>) -> String {
    number.map_or_else(|| "none".to_owned(), |number| format!("\"{number}\""))
}

fn optional(words: Option<&str>) -> String {
    words.map_or_else(|| "none".to_owned(), literal)
}
