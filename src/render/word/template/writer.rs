use super::piece::Piece;
use super::source::Source;
use super::tag::{COLUMNS, Kind, Tag};
use super::trail::Trail;
use crate::render::word::graft::GRAFT;
use crate::render::word::marks::{self, Stretch};
use crate::render::word::tables;
use crate::render::word::xml::{Node, write_node};

/// A line of the source, with the number of its tag if it is a tag's line.
type Line = (String, Option<usize>);

/// Writes pieces of a template as one source. Partials stand before all else, since handlebars
/// must have read them when they are called.
#[derive(Default)]
pub struct Writer {
    /// Whether it tells where each turn of a loop begins.
    counts: bool,
    /// Whether it tells where each copy begins that a loop or a call of a partial makes.
    follows: bool,
    literals: Vec<String>,
    tags: Vec<Tag>,
    files: Vec<String>,
    partials: Vec<Line>,
    /// What is being written, with the partials that are open inside one another.
    open: Vec<Vec<Line>>,
    /// Whether a copy is under way in each of the blocks that are open.
    copies: Vec<bool>,
}

impl Writer {
    pub fn new(counts: bool, follows: bool) -> Self {
        Self { counts, follows, ..Self::default() }
    }

    pub fn piece(&mut self, piece: Piece) {
        let first = self.tags.len();
        let mut root = piece.root;
        if first > 0 {
            root.visit_mut(&mut |element| tables::renumber(element, first));
        }
        if self.follows {
            root.visit_mut(&mut Trail::prepare);
        }
        let mut xml = String::new();
        write_node(&Node::Element(root), &mut xml);
        if !self.counts {
            xml.retain(|letter| letter != marks::TURN.0 && letter != marks::TURN.1);
        }
        self.tags.extend(piece.tags);
        self.open.push(Vec::new());
        let file = piece.name.as_deref();
        if let Some(name) = file {
            self.line(format!("{{{{#*inline \"{name}\"}}}}"), None);
            self.block_opens(true);
        }
        for stretch in marks::split(&xml, marks::TAG) {
            match stretch {
                Stretch::Text(xml) => self.literal(xml.to_owned()),
                Stretch::Mark(tag) => self.tag(first + tag, file),
            }
        }
        if file.is_some() {
            self.copy_ends();
            self.copies.pop();
            self.line("{{/inline}}".to_owned(), None);
            self.close();
            self.files.extend(piece.name);
        }
    }

    pub fn finish(self) -> Source {
        let Self { counts, follows, literals, tags, files, partials, open, .. } = self;
        let mut source = Source {
            text: String::new(),
            literals,
            lines: Vec::new(),
            tags,
            counts,
            follows,
            files,
        };
        for (text, tag) in partials.into_iter().chain(open.into_iter().flatten()) {
            source.text.push_str(&text);
            source.text.push('\n');
            source.lines.push(tag);
        }
        source
    }

    fn tag(&mut self, number: usize, file: Option<&str>) {
        let Some(tag) = self.tags.get(number).cloned() else { return };
        if tag.defines().is_some() {
            self.open.push(Vec::new());
            self.line(tag.source, Some(number));
            self.block_opens(true);
            return self.graft(file);
        }
        let ends_partial = tag.ends_partial();
        if ends_partial {
            self.graft_ends(file);
        }
        if matches!(tag.kind, Kind::Else | Kind::Close(_)) {
            self.copy_ends();
        }
        let copies = tag.opens("each") || tag.opens(COLUMNS);
        if tag.kind != Kind::Comment {
            self.line(tag.source, Some(number));
        }
        match tag.kind {
            Kind::Open(_) => self.block_opens(copies),
            Kind::Close(_) => drop(self.copies.pop()),
            _ => {}
        }
        if ends_partial {
            self.close();
        }
    }

    fn block_opens(&mut self, copies: bool) {
        self.copies.push(copies);
        if copies {
            self.copy_mark(marks::COPY.0);
        }
    }

    /// Ends the copy that the innermost block makes, if it does and has not ended.
    fn copy_ends(&mut self) {
        if self.copies.last_mut().is_some_and(std::mem::take) {
            self.copy_mark(marks::COPY.1);
        }
    }

    fn copy_mark(&mut self, mark: char) {
        if self.follows {
            self.line(mark.to_string(), None);
        }
    }

    /// What comes from a file is held together, to be made fit for the document later.
    fn graft(&mut self, file: Option<&str>) {
        if let Some(name) = file {
            self.literal(format!("<{GRAFT} w:file=\"{name}\">"));
        }
    }

    fn graft_ends(&mut self, file: Option<&str>) {
        if file.is_some() {
            self.literal(format!("</{GRAFT}>"));
        }
    }

    fn close(&mut self) {
        self.partials.extend(self.open.pop().unwrap_or_default());
    }

    fn literal(&mut self, xml: String) {
        let number = self.literals.len();
        self.literals.push(xml);
        self.line(format!("{}{number}{}", marks::LITERAL.0, marks::LITERAL.1), None);
    }

    fn line(&mut self, text: String, tag: Option<usize>) {
        if let Some(lines) = self.open.last_mut() {
            lines.push((text, tag));
        }
    }
}
