use super::piece::Piece;
use super::source::Source;
use super::tag::{Kind, Tag};
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
    literals: Vec<String>,
    tags: Vec<Tag>,
    files: Vec<String>,
    partials: Vec<Line>,
    /// What is being written, with the partials that are open inside one another.
    open: Vec<Vec<Line>>,
}

impl Writer {
    pub fn new(counts: bool) -> Self {
        Self { counts, ..Self::default() }
    }

    pub fn piece(&mut self, piece: Piece) {
        let first = self.tags.len();
        let mut root = piece.root;
        if first > 0 {
            root.visit_mut(&mut |element| tables::renumber(element, first));
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
        }
        for stretch in marks::split(&xml, marks::TAG) {
            match stretch {
                Stretch::Text(xml) => self.literal(xml.to_owned()),
                Stretch::Mark(tag) => self.tag(first + tag, file),
            }
        }
        if file.is_some() {
            self.line("{{/inline}}".to_owned(), None);
            self.close();
            self.files.extend(piece.name);
        }
    }

    pub fn finish(self) -> Source {
        let Self { counts, literals, tags, files, partials, open } = self;
        let mut source =
            Source { text: String::new(), literals, lines: Vec::new(), tags, counts, files };
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
            return self.graft(file);
        }
        let ends_partial = tag.ends_partial();
        if ends_partial {
            self.graft_ends(file);
        }
        if tag.kind != Kind::Comment {
            self.line(tag.source, Some(number));
        }
        if ends_partial {
            self.close();
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
