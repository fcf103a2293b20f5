use docx_rs::{BreakType, IndentLevel, NumberingId, Paragraph, Run};

use super::docx;
use super::inlines::{Look, words};
use crate::render::word::desk::Desk;
use crate::render::word::parts::Relations;
use crate::render::word::xml::{Element, Node};
use crate::text::tree::{Block, Heading, Inline, Mark};

/// Where the number of a heading waits until the table of contents is written.
pub const NUMBER: &str = "tmp:nummer";

/// Writes blocks for one place in a document.
pub struct Scribe<'d, 'a> {
    pub desk: &'d mut Desk<'a>,
    pub relations: &'d mut Relations,
    /// How wide the text is here, in twentieths of a point.
    pub width: u32,
    /// The style of plain paragraphs, when it is not the template's standard one.
    pub style: Option<String>,
    /// What a comparison of editions says of the words that are being written.
    pub mark: Option<Mark>,
}

impl Scribe<'_, '_> {
    pub fn blocks(&mut self, blocks: &[Block]) -> Vec<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        for block in blocks {
            let after_table = nodes.last().is_some_and(|node| node.is("w:tbl"));
            let mut written = self.block(block);
            if after_table {
                part_from_table(&mut written, self.style.as_deref());
            }
            nodes.extend(written);
        }
        nodes
    }

    fn block(&mut self, block: &Block) -> Vec<Node> {
        match block {
            Block::Heading(heading) => vec![self.heading(heading).into()],
            Block::Paragraph(content) => vec![self.paragraph(content).into()],
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Quote(inner) => self.quote(inner),
            Block::PageBreak => {
                let end = Run::new().add_break(BreakType::Page);
                vec![docx::paragraph(&Paragraph::new().add_run(end)).into()]
            }
            Block::Verbatim(lines) => vec![self.verbatim(lines).into()],
            Block::Directive(_) => Vec::new(),
            Block::Marked(mark, inner) => self.with_mark(*mark, |scribe| scribe.blocks(inner)),
        }
    }

    /// Writes what only one of two compared editions has.
    pub fn with_mark<T>(&mut self, mark: Mark, write: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.mark.replace(mark);
        let written = write(self);
        self.mark = before;
        written
    }

    fn paragraph(&mut self, content: &[Inline]) -> Element {
        let style = self.style.clone();
        self.styled(style.as_deref(), content, Look::default())
    }

    /// A paragraph of that style; without one it is the template's standard.
    pub fn styled(&mut self, style: Option<&str>, content: &[Inline], look: Look) -> Element {
        let paragraph = style.map_or_else(Paragraph::new, |id| Paragraph::new().style(id));
        docx::paragraph(&self.fill(paragraph, content, look))
    }

    /// The runs and links of running text, for the middle of a paragraph.
    pub fn within(&mut self, content: &[Inline]) -> Vec<Node> {
        let mut paragraph = self.styled(None, content, Look::default());
        paragraph.children.retain(|node| !node.is("w:pPr"));
        paragraph.children
    }

    fn heading(&mut self, heading: &Heading) -> Element {
        let style = self.desk.styles.paragraph(&format!("heading {}", heading.level));
        let mut paragraph = Paragraph::new().style(&style);
        match (self.desk.styles.numbering(&style), &heading.number) {
            (Some(_), None) => {
                paragraph = paragraph.numbering(NumberingId::new(0), IndentLevel::new(0));
            }
            (None, Some(_)) => {
                let list = self.desk.numbering.headings() as usize;
                let level = usize::from(heading.level.saturating_sub(1));
                paragraph = paragraph.numbering(NumberingId::new(list), IndentLevel::new(level));
            }
            _ => {}
        }
        let target = heading.key.as_ref().map(|key| format!("kapitel:{key}"));
        paragraph = self.marked(paragraph, target.as_deref(), |scribe, paragraph| {
            scribe.fill(paragraph, &heading.content, Look::default())
        });
        let mut element = docx::paragraph(&paragraph);
        if let Some(number) = &heading.number {
            element.set(NUMBER, number.as_str());
        }
        element
    }

    /// Sets a bookmark round what `fill` adds, if something may refer to it.
    fn marked(
        &mut self,
        paragraph: Paragraph,
        target: Option<&str>,
        fill: impl FnOnce(&mut Self, Paragraph) -> Paragraph,
    ) -> Paragraph {
        let Some(target) = target else { return fill(self, paragraph) };
        let (id, name) = (self.desk.bookmarks.id(), self.desk.bookmarks.name(target));
        let paragraph = paragraph.add_bookmark_start(id, name);
        fill(self, paragraph).add_bookmark_end(id)
    }

    /// "Tabel 3. Takster" with the number as a field that Word can count again.
    pub fn caption(
        &mut self,
        kind: &str,
        number: u32,
        target: Option<&str>,
        content: &[Inline],
    ) -> Element {
        let style = self.desk.styles.paragraph("caption");
        let paragraph = Paragraph::new().style(&style);
        // The bookmark holds the number alone: a reference in a sentence says "tabel 3" before it.
        let label = |_: &mut Self, paragraph: Paragraph| {
            paragraph.add_run(Run::new().add_text(number.to_string()))
        };
        let paragraph = paragraph.add_run(Run::new().add_text(format!("{kind}\u{a0}")));
        let paragraph = self.marked(paragraph, target, label).add_run(Run::new().add_text(". "));
        let mut element = docx::paragraph(&self.fill(paragraph, content, Look::default()));
        count(&mut element, &format!(" SEQ {kind} \\* ARABIC "));
        element
    }

    pub fn notes_below(&mut self, notes: &[Vec<Inline>]) -> Vec<Node> {
        let style = self.desk.styles.paragraph("Tabelnote");
        let last = notes.len().saturating_sub(1);
        let note = |(index, note): (usize, &Vec<Inline>)| {
            let mut paragraph = self.styled(Some(&style), note, Look::default());
            if index < last {
                keep_next(&mut paragraph);
            }
            paragraph.into()
        };
        notes.iter().enumerate().map(note).collect()
    }

    fn quote(&mut self, blocks: &[Block]) -> Vec<Node> {
        let quote = self.desk.styles.paragraph("Quote");
        let before = self.style.replace(quote);
        let nodes = self.blocks(blocks);
        self.style = before;
        nodes
    }

    /// Lines as they stand, in one paragraph that is not divided between two pages.
    fn verbatim(&mut self, lines: &str) -> Element {
        let style = self.desk.styles.paragraph("Kodeblok");
        let paragraph = Paragraph::new().style(&style);
        docx::paragraph(&paragraph.add_run(words(Run::new(), lines)))
    }

    /// Writes a footnote and gives its id.
    pub fn footnote(&mut self, blocks: &[Block]) -> usize {
        let text = self.desk.styles.paragraph("footnote text");
        let mark = self.desk.styles.character("footnote reference");
        // The notes are a part of their own, with relationships of their own.
        std::mem::swap(self.relations, &mut self.desk.notes.relations);
        let before = self.style.replace(text.clone());
        let nodes = self.blocks(blocks);
        self.style = before;
        std::mem::swap(self.relations, &mut self.desk.notes.relations);
        let mut paragraphs: Vec<Element> =
            nodes.into_iter().filter_map(|node| node.element().cloned()).collect();
        if paragraphs.first().is_none_or(|first| !first.is("w:p")) {
            paragraphs.insert(0, self.styled(Some(&text), &[], Look::default()));
        }
        let reference = Element::new("w:r")
            .child(Element::new("w:rPr").child(Element::val("w:rStyle", mark)))
            .child(Element::new("w:footnoteRef"));
        let space = docx::paragraph(&Paragraph::new().add_run(words(Run::new(), " ")));
        let at = usize::from(paragraphs[0].find("w:pPr").is_some());
        let runs = std::iter::once(reference.into())
            .chain(space.children.into_iter().filter(|node| node.is("w:r")));
        paragraphs[0].children.splice(at..at, runs);
        let note = self.desk.notes.add(paragraphs.into_iter().map(Node::from).collect());
        usize::try_from(note).unwrap_or_default()
    }
}

/// Keeps a paragraph on the page of what follows it.
pub fn keep_next(paragraph: &mut Element) {
    let properties = paragraph.require("w:pPr");
    if properties.find("w:keepNext").is_none() {
        properties.children.push(Element::new("w:keepNext").into());
        docx::settle(properties);
    }
}

/// Makes the second run of a caption, its number, the result of a field.
fn count(caption: &mut Element, instruction: &str) {
    let Some(number) = caption.children.iter_mut().filter(|node| node.is("w:r")).nth(1) else {
        return;
    };
    let run = std::mem::replace(number, Node::Text(String::new()));
    *number = Element::new("w:fldSimple").attr("w:instr", instruction).child(run).into();
}

/// Text that follows a table stands a little below it, and two tables do not grow together.
fn part_from_table(written: &mut Vec<Node>, plain: Option<&str>) {
    if written.first().is_some_and(|node| node.is("w:tbl")) {
        written.insert(0, Element::new("w:p").into());
        return;
    }
    let Some(Node::Element(paragraph)) = written.first_mut() else { return };
    let has_own_space =
        paragraph.find("w:pPr").is_some_and(|p| has_style(p, plain) && p.find("w:numPr").is_none());
    if paragraph.is("w:p") && !has_own_space {
        let properties = paragraph.require("w:pPr");
        properties.children.push(Element::new("w:spacing").attr("w:before", "240").into());
        docx::settle(properties);
    }
}

/// Whether a paragraph has a style other than that of plain text.
fn has_style(properties: &Element, plain: Option<&str>) -> bool {
    properties.find("w:pStyle").is_some_and(|style| style.get("w:val") != plain)
}
