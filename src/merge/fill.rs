//! Fills the fields of texts and puts in the tables and figures they ask for.

use std::cell::RefCell;

use handlebars::Handlebars;

use super::address::{address_fault, led_to};
use super::awaited::awaited;
use super::cell::Cell;
use super::compile::compile;
use super::directive::read_directive;
use super::examine::examine;
use super::helpers;
use super::known::Known;
use super::length::length;
use super::library::Library;
use super::printed::Printings;
use super::render::render;
use super::request::{Request, without_alt};
use super::slot::{Role, Slot};
use super::trace::Trace;
use crate::finding::{Finding, Findings, Place};
use crate::text::tree::{
    Block, Field, Figure, Heading, Inline, List, Reference, Row, SourcePoint, Table, Text, Traced,
    plain_text,
};
use crate::text::{balance, running, running_after};

/// A text may put in another text, which may put in a third; a circle ends here.
const DEEPEST: u8 = 8;

pub(super) struct Filler<'a> {
    registry: Handlebars<'static>,
    library: &'a dyn Library,
    known: Known<'a>,
    /// Noted when the library traces.
    printings: Option<Printings>,
    /// The titles of the texts under way, each within the one before.
    chapters: RefCell<Vec<String>>,
}

impl<'a> Filler<'a> {
    pub fn new(known: Known<'a>) -> Self {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.register_escape_fn(handlebars::no_escape);
        helpers::register(&mut registry, str::to_owned);
        let printings = known.library.traces().then(Printings::default);
        printings.iter().for_each(|printings| printings.register(&mut registry));
        let chapters = RefCell::default();
        Self { registry, library: known.library, known, printings, chapters }
    }

    /// The blocks that a template's helper asked for.
    pub fn slot(&self, request: &Request, findings: &mut Findings) -> Slot {
        let blocks = self.requested(request, false, 0, findings);
        awaited(&blocks, &mut |what| self.library.awaits(what));
        let cell = (request.role == Role::Celle).then(|| Cell::read(request, findings));
        let is_document = request.role == Role::Dokument;
        let document = is_document.then(|| self.library.document(&request.key)).flatten();
        if is_document && document.is_none() {
            findings.push(self.no_document(request));
        }
        let (key, place) = (request.key.clone(), request.place.clone());
        Slot { role: request.role, key, place, blocks, cell, document }
    }

    fn requested(
        &self,
        request: &Request,
        in_text: bool,
        depth: u8,
        findings: &mut Findings,
    ) -> Vec<Block> {
        let found = match request.role {
            Role::Tekst => self.text(&request.key, request.level, false, depth, findings),
            Role::Kapitel => self.text(&request.key, request.level, true, depth, findings),
            Role::Tabel => self.table(request),
            Role::Figur => self.figure(request),
            Role::Billede => self.picture(request, findings),
            Role::Sideskift => Some(vec![Block::PageBreak]),
            Role::Link => Some(vec![linked(request, findings)]),
            Role::Celle | Role::Dokument => Some(Vec::new()),
        };
        found.unwrap_or_else(|| {
            findings.push(self.unknown(request, in_text));
            Vec::new()
        })
    }

    fn no_document(&self, request: &Request) -> Finding {
        let path = &request.key;
        let message = format!("Der findes intet Word-dokument i inputs/ med stien »{path}«.");
        Finding::fejl("ukendt-dokument", request.place.clone(), message)
            .nearest(path, self.library.document_paths())
    }

    fn unknown(&self, request: &Request, in_text: bool) -> Finding {
        let key = &request.key;
        let (code, message, known) = match request.role {
            Role::Tekst | Role::Kapitel => (
                "ukendt-tekst",
                format!("Der findes ingen tekst med nøglen »{key}«."),
                self.library.text_keys(),
            ),
            Role::Tabel => (
                "ukendt-tabel",
                format!("Der findes ingen tabel med nøglen »{key}«."),
                self.library.table_keys(),
            ),
            Role::Figur => (
                "ukendt-figur",
                format!("Der findes ingen figur med nøglen »{key}«."),
                self.library.figure_keys(),
            ),
            // What is left needs nothing but itself, so nothing of it can be unknown.
            _ => {
                ("mangler-billede", format!("Billedet »{key}« findes ikke i inputs/."), Vec::new())
            }
        };
        // A template's keys are examined before; one that comes in as data stands in the catalogue.
        let is_key = request.role != Role::Billede;
        let place = if is_key && !in_text {
            Place::file("inputs/dokumenter.toml")
        } else {
            request.place.clone()
        };
        Finding::fejl(code, place, message).nearest(key, known)
    }

    fn text(
        &self,
        key: &str,
        level: u8,
        with_title: bool,
        depth: u8,
        findings: &mut Findings,
    ) -> Option<Vec<Block>> {
        let text = self.library.text(key)?;
        if depth > DEEPEST {
            findings.push(Finding::fejl(
                "tekst-i-ring",
                text.place.clone(),
                format!("Teksten »{key}« sætter sig selv ind gennem andre tekster."),
            ));
            return Some(Vec::new());
        }
        self.chapters.borrow_mut().push(plain_text(&text.title));
        let mut blocks = Vec::new();
        if with_title {
            blocks.push(self.title(text, level, findings));
        }
        // A text's own headings begin at level 2, one below its title.
        let shift = i16::from(level) - 1;
        blocks.extend(self.blocks(&text.blocks, shift, text.numbered, depth, findings));
        self.chapters.borrow_mut().pop();
        Some(blocks)
    }

    fn title(&self, text: &Text, level: u8, findings: &mut Findings) -> Block {
        Block::Heading(Heading {
            level,
            key: Some(text.key.clone()),
            number: None,
            numbered: text.numbered,
            content: self.inlines(&text.title, findings),
        })
    }

    fn table(&self, request: &Request) -> Option<Vec<Block>> {
        let mut table = self.library.table(&request.key)?;
        if let Some(caption) = request.option("titel") {
            table.caption = running(caption);
        }
        self.trace(&table.traced, &format!("tabellen »{}«", plain_text(&table.caption)));
        Some(vec![Block::Table(table)])
    }

    fn figure(&self, request: &Request) -> Option<Vec<Block>> {
        let mut figure = self.library.figure(&request.key)?;
        if let Some(caption) = request.option("titel") {
            figure.caption = running(caption);
        }
        if let Some(alt) = request.option("alt") {
            alt.clone_into(&mut figure.alt);
        }
        self.trace(&figure.traced, &format!("figuren »{}«", plain_text(&figure.caption)));
        Some(vec![Block::Figure(figure)])
    }

    fn picture(&self, request: &Request, findings: &mut Findings) -> Option<Vec<Block>> {
        let mut picture = self.library.picture(&request.key)?;
        findings.extend(without_alt(request));
        if let Some(width) = request.option("bredde") {
            match length(width) {
                Some(points) => picture.resize(points),
                None => findings.push(bad_width(request, width)),
            }
        }
        Some(vec![Block::Figure(Figure {
            key: Some(request.key.clone()),
            number: None,
            caption: request.option("titel").map(running).unwrap_or_default(),
            alt: request.option("alt").unwrap_or_default().to_owned(),
            picture,
            notes: Vec::new(),
            traced: Vec::new(),
        })])
    }

    fn chapter(&self) -> String {
        self.chapters.borrow().last().cloned().unwrap_or_default()
    }

    /// Tells the library of the figures of a table or drawing.
    fn trace(&self, traced: &[Traced], what: &str) {
        if self.printings.is_some() {
            let chapter = self.chapter();
            let traces = traced.iter().map(|one| Trace::within(one.clone(), &chapter, what));
            traces.for_each(|trace| self.library.shows(trace));
        }
    }

    /// Tells the library of the values that a stretch of running text printed.
    fn trace_printed(&self, at: &SourcePoint) {
        for printed in self.printings.iter().flat_map(Printings::take) {
            let line = at.line + u32::try_from(printed.at.0).unwrap_or(1).saturating_sub(1);
            let spot = Place::line(at.file.as_ref(), line, 0).to_string();
            let trace = Trace::of(&printed, self.known.context, &self.chapter(), spot);
            trace.into_iter().for_each(|trace| self.library.shows(trace));
        }
    }

    fn blocks(
        &self,
        blocks: &[Block],
        shift: i16,
        numbered: bool,
        depth: u8,
        findings: &mut Findings,
    ) -> Vec<Block> {
        let mut filled = Vec::with_capacity(blocks.len());
        for block in blocks {
            match block {
                Block::Directive(call) => {
                    filled.extend(self.directive(call, shift, depth, findings))
                }
                other => filled.push(self.block(other, shift, numbered, depth, findings)),
            }
        }
        filled
    }

    fn block(
        &self,
        block: &Block,
        shift: i16,
        numbered: bool,
        depth: u8,
        findings: &mut Findings,
    ) -> Block {
        match block {
            Block::Heading(heading) => Block::Heading(Heading {
                level: (i16::from(heading.level) + shift).clamp(1, 6) as u8,
                numbered: numbered && heading.numbered,
                content: self.inlines(&heading.content, findings),
                ..heading.clone()
            }),
            Block::Paragraph(content) => Block::Paragraph(self.inlines(content, findings)),
            Block::List(list) => Block::List(List {
                start: list.start,
                items: list
                    .items
                    .iter()
                    .map(|item| self.blocks(item, shift, numbered, depth, findings))
                    .collect(),
            }),
            Block::Quote(inner) => {
                Block::Quote(self.blocks(inner, shift, numbered, depth, findings))
            }
            Block::Marked(mark, inner) => {
                Block::Marked(*mark, self.blocks(inner, shift, numbered, depth, findings))
            }
            Block::Table(table) => Block::Table(self.filled_table(table, findings)),
            Block::Figure(_) | Block::Verbatim(_) | Block::PageBreak => block.clone(),
            Block::Directive(_) => Block::Paragraph(Vec::new()),
        }
    }

    fn filled_table(&self, table: &Table, findings: &mut Findings) -> Table {
        let mut rows = |rows: &[Row]| -> Vec<Row> {
            rows.iter()
                .map(|row| Row {
                    cells: row.cells.iter().map(|cell| self.inlines(cell, findings)).collect(),
                    emphasis: row.emphasis,
                    mark: row.mark,
                })
                .collect()
        };
        let (header, body) = (rows(&table.header), rows(&table.rows));
        let caption = self.inlines(&table.caption, findings);
        let mut filled = Table { caption, header, rows: body, ..table.clone() };
        balance(&mut filled);
        filled
    }

    fn inlines(&self, content: &[Inline], findings: &mut Findings) -> Vec<Inline> {
        self.inlines_after(' ', content, findings)
    }

    /// Fills running text; `before` is the letter before it, for what quotation marks open or close.
    fn inlines_after(
        &self,
        mut before: char,
        content: &[Inline],
        findings: &mut Findings,
    ) -> Vec<Inline> {
        let mut filled = Vec::with_capacity(content.len());
        for inline in content {
            let more = self.inline(before, inline, findings);
            before = last_letter(&more).unwrap_or(before);
            filled.extend(more);
        }
        filled
    }

    fn inline(&self, before: char, inline: &Inline, findings: &mut Findings) -> Vec<Inline> {
        match inline {
            Inline::Text(text) => running_after(before, text),
            Inline::Field(field) => match self.merged(field, findings) {
                Some(text) => running_after(before, &text),
                None => Vec::new(),
            },
            Inline::Emphasis(inner) => {
                vec![Inline::Emphasis(self.inlines_after(before, inner, findings))]
            }
            Inline::Strong(inner) => {
                vec![Inline::Strong(self.inlines_after(before, inner, findings))]
            }
            Inline::Marked(mark, inner) => {
                vec![Inline::Marked(*mark, self.inlines_after(before, inner, findings))]
            }
            Inline::Link { url, content, at } => vec![Inline::Link {
                content: self.inlines_after(before, content, findings),
                url: self.address(url, at, findings),
                at: at.clone(),
            }],
            Inline::Reference(reference) => vec![Inline::Reference(Reference {
                content: self.inlines_after(before, &reference.content, findings),
                ..reference.clone()
            })],
            Inline::Footnote(blocks) => {
                vec![Inline::Footnote(self.blocks(blocks, 0, false, DEEPEST, findings))]
            }
            Inline::LineBreak | Inline::Verbatim(_) | Inline::Pending(_) => vec![inline.clone()],
        }
    }

    /// An address that is typed is the writer's own; one that is data must be safe to follow.
    fn address(&self, url: &str, at: &SourcePoint, findings: &mut Findings) -> String {
        if !url.contains("{{") {
            return url.to_owned();
        }
        let field = Field { source: url.to_owned(), at: at.clone() };
        let Some(address) = self.merged(&field, findings) else { return String::new() };
        findings.extend(address_fault(&address, &located(at, 1, 1)));
        led_to(&address)
    }

    /// Renders the handlebars of a stretch of running text; a value is never markup.
    fn merged(&self, field: &Field, findings: &mut Findings) -> Option<String> {
        let locate = |line: usize, column: usize| located(&field.at, line, column);
        let template = match compile(&field.source, None, &locate) {
            Ok(template) => template,
            Err(finding) => {
                findings.push(finding);
                return None;
            }
        };
        let merged = render(&template, self.known, &self.registry, &locate, true)
            .map_err(|faults| findings.extend(faults))
            .ok()?;
        self.trace_printed(&field.at);
        Some(merged)
    }

    /// A helper call alone in its paragraph.
    fn directive(
        &self,
        call: &Field,
        shift: i16,
        depth: u8,
        findings: &mut Findings,
    ) -> Vec<Block> {
        let place = located(&call.at, 1, 1);
        let Some(mut request) = read_directive(&call.source, place) else {
            // Not a call that puts in blocks: an ordinary paragraph of fields.
            let text = self.merged(call, findings).unwrap_or_default();
            return vec![Block::Paragraph(running(&text))];
        };
        let faults = self.directive_faults(call);
        if faults.has_fejl() {
            findings.extend(faults);
            return Vec::new();
        }
        for words in std::iter::once(&mut request.key).chain(request.options.values_mut()) {
            if words.contains("{{") {
                let field = Field { source: words.clone(), at: call.at.clone() };
                *words = self.merged(&field, findings).unwrap_or_default();
            }
        }
        request.level = (1 + shift).clamp(1, 6) as u8;
        self.requested(&request, true, depth + 1, findings)
    }
}

impl Filler<'_> {
    /// What is wrong with a call that stands alone: its key, its options.
    fn directive_faults(&self, call: &Field) -> Findings {
        let locate = |line: usize, column: usize| located(&call.at, line, column);
        match compile(&call.source, None, &locate) {
            Ok(template) => examine(&template, self.known, &self.registry, &locate, false),
            Err(finding) => finding.into(),
        }
    }
}

/// The words of a link, which is its address when none are given.
fn linked(request: &Request, findings: &mut Findings) -> Block {
    findings.extend(address_fault(&request.key, &request.place));
    let plain = ["mailto:", "tel:"].iter().find_map(|scheme| request.key.strip_prefix(scheme));
    let words = request.more.as_deref().filter(|words| !words.is_empty());
    let words = words.unwrap_or(plain.unwrap_or(&request.key));
    let content = vec![Inline::Text(words.to_owned())];
    Block::Paragraph(vec![Inline::Link {
        url: led_to(&request.key),
        content,
        at: SourcePoint::default(),
    }])
}

fn bad_width(request: &Request, width: &str) -> Finding {
    Finding::fejl(
        "billede-bredde",
        request.place.clone(),
        format!("Billedet »{}« kan ikke være »{width}« bredt.", request.key),
    )
    .hint("Skriv bredden i centimeter eller millimeter: bredde=\"8 cm\".")
}

/// The last letter of filled words; a reference not yet worded ends in some letter.
fn last_letter(content: &[Inline]) -> Option<char> {
    match content.last()? {
        Inline::Reference(reference) if reference.content.is_empty() => Some('x'),
        Inline::Footnote(_) => last_letter(&content[..content.len() - 1]),
        _ => plain_text(content).chars().last(),
    }
}

fn located(at: &SourcePoint, line: usize, column: usize) -> Place {
    let line_before = u32::try_from(line).unwrap_or(1).saturating_sub(1);
    let column = u32::try_from(column).unwrap_or(1);
    let column = if line_before == 0 { at.column + column.saturating_sub(1) } else { column };
    Place::line(at.file.as_ref(), at.line + line_before, column)
}
