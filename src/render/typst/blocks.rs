//! Block tree → Typst, through the functions of `husstil.typ`, which decides how they look.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::escape::{literal, text};
use super::world::VirtualFiles;
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
        for block in blocks {
            let block = self.block(block);
            written.push_str(&block);
            written.push_str("\n\n");
        }
        written
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(content) => self.inlines(content),
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Quote(inner) => format!("#quote(block: true)[{}]", self.blocks(inner)),
            Block::PageBreak => "#pagebreak(weak: true)".to_owned(),
            Block::Verbatim(words) => format!("#raw(block: true, {})", verbatim(words)),
            Block::Directive(_) => String::new(),
            Block::Marked(mark, inner) => {
                format!("#{}-blok[{}]", marking(*mark), self.blocks(inner).trim_end())
            }
        }
    }

    fn heading(&mut self, heading: &Heading) -> String {
        let number = optional(heading.number.as_deref());
        let content = self.inlines(&heading.content);
        let label = self.label("kapitel", heading.key.as_deref());
        format!("#overskrift({}, {number})[{content}]{label}", heading.level)
    }

    /// A label for the first thing that bears a key; a second one would be ambiguous.
    fn label(&mut self, kind: &str, key: Option<&str>) -> String {
        let Some(key) = key else { return String::new() };
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
        let caption = self.inlines(&table.caption);
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
                let content = self.inlines(cell);
                let _ = write!(cells, "[{content}],");
            }
            let _ = write!(written, "(\"{kind}\", ({cells})),");
        }
        written
    }

    fn notes(&mut self, notes: &[Vec<Inline>]) -> String {
        notes.iter().map(|note| format!("[{}],", self.inlines(note))).collect()
    }

    fn figure(&mut self, figure: &Figure) -> String {
        let extension = match figure.picture.format {
            PictureFormat::Svg => "svg",
            PictureFormat::Png => "png",
            PictureFormat::Jpeg => "jpg",
        };
        let path = format!("figur-{}.{extension}", self.files.len());
        self.files.insert(path.clone(), figure.picture.bytes.to_vec());
        let caption = self.inlines(&figure.caption);
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

    fn inlines(&mut self, content: &[Inline]) -> String {
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
            Inline::Footnote(blocks) => {
                format!("#footnote[{}];", self.blocks(blocks).trim_end())
            }
            Inline::Verbatim(words) => format!("#raw({});", verbatim(words)),
            Inline::LineBreak => "#linebreak();".to_owned(),
            Inline::Pending(what) => format!("#afventer({});", literal(what)),
            Inline::Field(_) => String::new(),
            Inline::Marked(mark, inner) => {
                format!("#{}[{}];", marking(*mark), self.inlines(inner))
            }
        }
    }

    fn reference(&mut self, reference: &Reference) -> String {
        let content = self.inlines(&reference.content);
        if reference.internal {
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
