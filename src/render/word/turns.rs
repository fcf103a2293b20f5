//! Lets the lists that begin inside a loop count anew in each turn.

use std::collections::{HashMap, HashSet};

use super::items::Items;
use super::marks;
use super::parts::{Numbering, Styles};
use super::xml::{Element, Node};

/// Restarts lists and takes the marks of turns away.
pub fn turns(root: &mut Element, numbering: &mut Numbering, styles: &Styles) {
    let (items, outside) = (Items::new(styles), HashSet::new());
    Turns { items, numbering, outside, open: Vec::new() }.element(root);
}

/// The turns that are under way in a part, each inside the one before it.
struct Turns<'a> {
    items: Items<'a>,
    numbering: &'a mut Numbering,
    /// The lists that have begun outside all loops.
    outside: HashSet<u32>,
    open: Vec<Turn>,
}

/// One turn of a loop.
#[derive(Default)]
struct Turn {
    first: Option<Thing>,
    /// What the lists that began in this turn have become.
    begun: HashMap<u32, Option<u32>>,
}

/// What a turn may begin with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Thing {
    Item(u32),
    Other,
}

impl Turns<'_> {
    fn element(&mut self, element: &mut Element) {
        match element.name.as_str() {
            "w:p" => self.paragraph(element),
            "w:tbl" => self.see(Thing::Other),
            _ => {}
        }
        let around = self.open.len();
        let mut marked = false;
        for node in &mut element.children {
            match node {
                Node::Element(child) => self.element(child),
                Node::Text(text) if is_mark(text) => {
                    marked = true;
                    self.marks(text, around);
                }
                Node::Text(_) | Node::Tag(_) => {}
            }
        }
        if marked {
            self.open.truncate(around);
            element.children.retain(|node| !matches!(node, Node::Text(text) if is_mark(text)));
        }
    }

    fn marks(&mut self, text: &str, around: usize) {
        for mark in text.chars() {
            if mark == marks::TURN.0 {
                self.open.push(Turn::default());
            } else if mark == marks::TURN.1 && self.open.len() > around {
                self.open.pop();
            }
        }
    }

    fn paragraph(&mut self, paragraph: &mut Element) {
        let Some(item) = self.items.of(paragraph, self.numbering) else {
            return self.see(Thing::Other);
        };
        self.see(Thing::Item(item.num));
        if item.counts
            && let Some(list) = self.list(item.num)
        {
            self.items.put(paragraph, list);
        }
    }

    fn see(&mut self, thing: Thing) {
        for turn in &mut self.open {
            turn.first.get_or_insert(thing);
        }
    }

    /// The list that stands for that one here, if it is another.
    fn list(&mut self, num: u32) -> Option<u32> {
        if let Some(known) = self.open.iter().rev().find_map(|turn| turn.begun.get(&num)) {
            return *known;
        }
        // A loop whose turns begin with items of a list makes one list of them.
        let begins = |turn: &&mut Turn| turn.first != Some(Thing::Item(num));
        let turn = self.open.iter_mut().rev().find(begins);
        let Some(turn) = turn.filter(|_| !self.outside.contains(&num)) else {
            self.outside.insert(num);
            return None;
        };
        let fresh = self.numbering.restarted(num, None);
        turn.begun.insert(num, fresh);
        fresh
    }
}

fn is_mark(text: &str) -> bool {
    marks::marked(text) && text.contains([marks::TURN.0, marks::TURN.1])
}
