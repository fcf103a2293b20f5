use std::hash::Hash;

use super::fields::whole_fields;
use super::split::split;
use super::token::{Content, Item, Token, Unit};
use crate::redline::key::{Key, Keys, keyed};
use crate::redline::simple::is_marker;
use crate::render::word::xml::Element;

/// The tokens of a paragraph, its mark last.
pub fn flatten<'a>(paragraph: &'a Element, keys: &Keys) -> Vec<Token<'a>> {
    let mut flattener = Flattener { keys, tokens: Vec::new(), before: Vec::new() };
    flattener.children(paragraph, &[]);
    let Flattener { tokens, before, .. } = flattener;
    let mut tokens = whole_fields(tokens, keys);
    let section = paragraph.find("w:pPr").and_then(|properties| properties.find("w:sectPr"));
    let key = keyed(|hasher| ("mark", section.is_some()).hash(hasher));
    tokens.push(Token { key, before, unit: Unit::Mark(paragraph) });
    tokens
}

struct Flattener<'a, 'k> {
    keys: &'k Keys,
    tokens: Vec<Token<'a>>,
    /// The markers since the last token.
    before: Vec<&'a Element>,
}

impl<'a> Flattener<'a, '_> {
    fn children(&mut self, element: &'a Element, wraps: &[&'a Element]) {
        for child in element.elements() {
            match child.name.as_str() {
                "w:pPr" => {}
                _ if is_marker(child) => self.before.push(child),
                "w:r" if child.find("w:commentReference").is_some() => self.before.push(child),
                "w:r" => self.run(child, wraps),
                "w:hyperlink" | "w:dir" | "w:bdo" => {
                    self.children(child, &[wraps, &[child]].concat());
                }
                "w:sdt" => self.control(child, wraps),
                _ => self.token(Content::Outer(child), None, wraps),
            }
        }
    }

    /// What stands in a content control; an empty one is a token itself.
    fn control(&mut self, control: &'a Element, wraps: &[&'a Element]) {
        let before = self.tokens.len();
        if let Some(content) = control.find("w:sdtContent") {
            self.children(content, &[wraps, &[control]].concat());
        }
        if self.tokens.len() == before {
            self.token(Content::Outer(control), None, wraps);
        }
    }

    fn run(&mut self, run: &'a Element, wraps: &[&'a Element]) {
        let properties = run.find("w:rPr");
        for content in run_content(run) {
            match content {
                Content::Text(text) => {
                    for word in split(text) {
                        self.token(Content::Text(word), properties, wraps);
                    }
                }
                other => self.token(other, properties, wraps),
            }
        }
    }

    fn token(
        &mut self,
        content: Content<'a>,
        properties: Option<&'a Element>,
        wraps: &[&'a Element],
    ) {
        let key = keyed(|hasher| {
            match content {
                Content::Text(text) => text.hash(hasher),
                Content::Inner(inner) => self.keys.shell(inner).hash(hasher),
                Content::Outer(outer) => self.keys.of(outer).hash(hasher),
            }
            wraps.iter().for_each(|wrap| wrap_key(wrap).hash(hasher));
        });
        let item = Item { wraps: wraps.to_vec(), properties, content };
        let before = std::mem::take(&mut self.before);
        self.tokens.push(Token { key, before, unit: Unit::Items(vec![item]) });
    }
}

/// What stands in a run.
fn run_content(run: &Element) -> impl Iterator<Item = Content<'_>> {
    run.elements().filter(|child| !child.is("w:rPr")).flat_map(|child| match child.name.as_str() {
        "w:t" => child.texts().map(Content::Text).collect(),
        _ => vec![Content::Inner(child)],
    })
}

/// What a link or a content control is, without what stands in it.
fn wrap_key(wrap: &Element) -> Key {
    let mut shell = Element::new(&wrap.name);
    shell.attributes.clone_from(&wrap.attributes);
    shell.children.extend(wrap.find("w:sdtPr").cloned().map(Into::into));
    Keys::default().of(&shell)
}
