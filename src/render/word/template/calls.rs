use std::collections::HashMap;

use super::block::Block;
use super::tag::{Kind, Tag};
use crate::finding::{Finding, Findings, Place};

/// What a partial holds, or a call of one gives way for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Runs,
    Paragraphs,
    Rows,
}

/// Stands for what a block that calls a partial has inside.
const INSIDE: &str = "@partial-block";

/// The partials that a part defines and calls.
#[derive(Debug, Default)]
pub struct Calls {
    calls: Vec<Call>,
    defined: Vec<Defined>,
}

#[derive(Debug)]
pub struct Call {
    pub name: String,
    shape: Shape,
    pub typed: String,
    pub place: Place,
    is_block: bool,
    /// The partial that the call stands in.
    within: Option<String>,
}

#[derive(Debug)]
struct Defined {
    name: String,
    shape: Shape,
    open: usize,
    close: usize,
}

impl Calls {
    pub fn new(tags: &[Tag], blocks: &[Block], shape: impl Fn(&Block) -> Shape) -> Self {
        let mut calls = Self::default();
        for block in blocks {
            if let Some(name) = tags[block.open].defines() {
                let (open, close) = (block.open, block.close);
                calls.defined.push(Defined { name, shape: shape(block), open, close });
            }
        }
        for block in blocks {
            if let (true, Kind::Open(name)) =
                (tags[block.open].opens_call(), &tags[block.open].kind)
            {
                calls.push(tags, block.open, name, shape(block), true);
            }
        }
        calls
    }

    pub fn shape_of(&self, name: &str) -> Option<Shape> {
        self.defined.iter().find(|defined| defined.name == name).map(|defined| defined.shape)
    }

    pub fn call(&mut self, tags: &[Tag], tag: usize, name: &str, shape: Shape) {
        self.push(tags, tag, name, shape, false);
    }

    fn push(&mut self, tags: &[Tag], tag: usize, name: &str, shape: Shape, is_block: bool) {
        let around = |defined: &&Defined| (defined.open..defined.close).contains(&tag);
        let within = self.defined.iter().filter(around).max_by_key(|defined| defined.open);
        self.calls.push(Call {
            name: name.to_owned(),
            shape,
            typed: tags[tag].typed.clone(),
            place: tags[tag].place.clone(),
            is_block,
            within: within.map(|defined| defined.name.clone()),
        });
    }

    pub fn iter(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter()
    }

    /// The names of the partials that are called.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|call| call.name.as_str())
    }

    /// All calls inside no partial of the part's own are inside this one, which is the whole file.
    pub fn within_file(&mut self, name: &str) {
        for call in &mut self.calls {
            call.within.get_or_insert_with(|| name.to_owned());
        }
        let (shape, open, close) = (Shape::Paragraphs, 0, 0);
        self.defined.push(Defined { name: name.to_owned(), shape, open, close });
    }
}

/// Finds the calls that stand where what they call cannot.
pub fn misplaced(parts: &[&Calls], findings: &mut Findings) {
    let mut shapes: HashMap<&str, Shape> = HashMap::new();
    for defined in parts.iter().flat_map(|calls| &calls.defined) {
        shapes.insert(&defined.name, defined.shape);
    }
    let calls = || parts.iter().flat_map(|calls| &calls.calls);
    for call in calls() {
        if shapes.get(call.name.as_str()).is_some_and(|shape| *shape != call.shape) {
            findings.push(call.misplaced(shapes[call.name.as_str()]));
        }
        let yields =
            |other: &&Call| other.name == INSIDE && other.within.as_ref() == Some(&call.name);
        for place in
            calls().filter(yields).filter(|place| call.is_block && place.shape != call.shape)
        {
            findings.push(place.misplaced(call.shape));
        }
    }
}

impl Call {
    fn misplaced(&self, shape: Shape) -> Finding {
        let (what, hint) = match shape {
            Shape::Runs => (
                "er en del af en sætning og kan ikke stå for hele afsnit",
                "Sæt mærket ind i et afsnit med tekst, eller giv delskabelonen hele afsnit.",
            ),
            Shape::Paragraphs => (
                "har hele afsnit og kan ikke stå midt i et afsnit",
                "Giv mærket et afsnit for sig selv.",
            ),
            Shape::Rows => (
                "har hele rækker og kan kun stå i en tabel",
                "Giv mærket en tabelrække for sig selv.",
            ),
        };
        let message = format!("Det, som {} sætter ind, {what}.", self.typed);
        Finding::fejl("delskabelon-midt-i-afsnit", self.place.clone(), message).hint(hint)
    }
}
