use super::entry::{Entry, Piece};
use super::status::Status;
use super::writer::Writer;
use crate::redline::inline::{Compared, Content, Item, Token, Unit, compare, flatten, know_notes};
use crate::redline::key::Keys;
use crate::render::word::xml::{Element, Node};

impl Writer<'_> {
    /// Paragraphs that are rewritten as others; the last mark is the same one.
    pub(super) fn rewritten(&mut self, old: &[&Element], new: &[&Element]) -> Vec<Node> {
        let (mut old_tokens, mut new_tokens) = (tokens(old, self.old), tokens(new, self.new));
        let lasts = old_tokens.pop().zip(new_tokens.pop());
        know_notes((&mut old_tokens, self.old), (&mut new_tokens, self.new));
        let mut sheet = Sheet::default();
        for compared in compare(&old_tokens, &new_tokens) {
            match compared {
                Compared::Kept(i, j) => self.kept(&old_tokens[i], &new_tokens[j], &mut sheet),
                Compared::Deleted(i) => self.lone(&old_tokens[i], Status::Deleted, &mut sheet),
                Compared::Inserted(j) => self.lone(&new_tokens[j], Status::Inserted, &mut sheet),
            }
        }
        if let Some((old, new)) = lasts {
            self.kept(&old, &new, &mut sheet);
        }
        sheet.paragraphs
    }

    /// A paragraph that is deleted, inserted or moved as a whole; its mark may stay.
    pub(super) fn whole_paragraph(
        &mut self,
        paragraph: &Element,
        status: Status,
        mark: Status,
    ) -> Vec<Node> {
        let keys = if status.plain() == Status::Deleted { self.old } else { self.new };
        let mut sheet = Sheet::default();
        for token in flatten(paragraph, keys) {
            let status = if matches!(token.unit, Unit::Mark(_)) { mark } else { status };
            self.lone(&token, status, &mut sheet);
        }
        sheet.paragraphs
    }

    fn lone<'a>(&mut self, token: &Token<'a>, status: Status, sheet: &mut Sheet<'a>) {
        sheet.markers(&token.before);
        match &token.unit {
            Unit::Mark(paragraph) => {
                let properties = self.lone_mark(paragraph, status);
                self.finish(paragraph, properties, sheet);
            }
            Unit::Items(items) => {
                for item in items {
                    let piece = self.lone_piece(item, status);
                    sheet.entries.push(Entry { wraps: item.wraps.clone(), status, piece });
                }
            }
        }
    }

    fn lone_piece<'a>(&mut self, item: &Item<'a>, status: Status) -> Piece<'a> {
        let content = match item.content {
            Content::Outer(outer) => return Piece::Outer(outer.clone()),
            Content::Text(text) => text.into(),
            Content::Inner(inner) => self.lone_inner(inner, status).into(),
        };
        Piece::Inner { content, properties: item.properties, before: None }
    }

    fn kept<'a>(&mut self, old: &Token<'a>, new: &Token<'a>, sheet: &mut Sheet<'a>) {
        sheet.markers(&old.before);
        sheet.markers(&new.before);
        match (&old.unit, &new.unit) {
            (Unit::Items(olds), Unit::Items(news)) => {
                for (old, new) in olds.iter().zip(news) {
                    let piece = self.kept_piece(old, new);
                    let wraps = new.wraps.clone();
                    sheet.entries.push(Entry { wraps, status: Status::Kept, piece });
                }
            }
            (Unit::Mark(old), Unit::Mark(new)) => {
                let properties = self.kept_mark(old, new);
                self.finish(new, properties, sheet);
            }
            // Tokens of different kinds never have the same key.
            _ => {}
        }
    }

    fn kept_piece<'a>(&mut self, old: &Item<'a>, new: &Item<'a>) -> Piece<'a> {
        let content = match (old.content, new.content) {
            (_, Content::Outer(outer)) => return Piece::Outer(outer.clone()),
            (Content::Inner(old), Content::Inner(new)) => self.kept_inner(old, new).into(),
            (_, Content::Text(text)) => text.into(),
            (_, Content::Inner(inner)) => inner.clone().into(),
        };
        let children = |properties: Option<&'a Element>| properties.map(|p| &p.children);
        let same = children(old.properties)
            .into_iter()
            .flatten()
            .eq(children(new.properties).into_iter().flatten());
        let before = (!same).then_some(old.properties);
        Piece::Inner { content, properties: new.properties, before }
    }

    fn finish<'a>(
        &mut self,
        paragraph: &Element,
        properties: Option<Element>,
        sheet: &mut Sheet<'a>,
    ) {
        let content = self.fold(std::mem::take(&mut sheet.entries), 0);
        let mut finished = Element::new("w:p").with(properties).with(content);
        finished.attributes.clone_from(&paragraph.attributes);
        sheet.paragraphs.push(finished.into());
    }
}

/// What is being written: finished paragraphs, and what stands in the next.
#[derive(Default)]
struct Sheet<'a> {
    paragraphs: Vec<Node>,
    entries: Vec<Entry<'a>>,
}

impl<'a> Sheet<'a> {
    fn markers(&mut self, markers: &[&'a Element]) {
        self.entries.extend(markers.iter().map(|marker| Entry {
            wraps: Vec::new(),
            status: Status::Kept,
            piece: Piece::Marker((*marker).clone()),
        }));
    }
}

fn tokens<'a>(paragraphs: &[&'a Element], keys: &Keys) -> Vec<Token<'a>> {
    paragraphs.iter().flat_map(|paragraph| flatten(paragraph, keys)).collect()
}
