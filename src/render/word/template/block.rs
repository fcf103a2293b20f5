use super::tag::{Kind, Tag};
use crate::finding::{Finding, Findings, Place};
use crate::render::word::xml::{Element, Node};

/// The tags that make one block, by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub open: usize,
    pub elses: Vec<usize>,
    pub close: usize,
}

impl Block {
    pub fn tags(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.open).chain(self.elses.iter().copied()).chain([self.close])
    }
}

/// The tags of a part in the order in which they are read.
pub fn in_order(root: &Element) -> Vec<usize> {
    fn gather(element: &Element, order: &mut Vec<usize>) {
        for node in &element.children {
            match node {
                Node::Tag(tag) => order.push(*tag),
                Node::Element(child) => gather(child, order),
                Node::Text(_) => {}
            }
        }
    }
    let mut order = Vec::new();
    gather(root, &mut order);
    order
}

/// Pairs the tags that open and close blocks.
pub fn blocks(tags: &[Tag], order: &[usize], findings: &mut Findings) -> Vec<Block> {
    let mut pairing = Pairing { tags, open: Vec::new(), done: Vec::new(), findings };
    for tag in order {
        pairing.tag(*tag);
    }
    while let Some(block) = pairing.open.pop() {
        pairing.unclosed(block.open, None);
    }
    pairing.done
}

struct Pairing<'a> {
    tags: &'a [Tag],
    open: Vec<Block>,
    done: Vec<Block>,
    findings: &'a mut Findings,
}

impl Pairing<'_> {
    fn tag(&mut self, number: usize) {
        match &self.tags[number].kind {
            Kind::Open(_) => {
                self.open.push(Block { open: number, elses: Vec::new(), close: number });
            }
            Kind::Else => match self.open.last_mut() {
                Some(block) => block.elses.push(number),
                None => self.stray(number),
            },
            Kind::Close(name) => self.close(number, name),
            Kind::Call(_) | Kind::Comment | Kind::Value => {}
        }
    }

    fn close(&mut self, number: usize, name: &str) {
        let Some(depth) = self.open.iter().rposition(|block| self.tags[block.open].opens(name))
        else {
            return match self.open.pop() {
                Some(block) => self.mismatch(block.open, number),
                None => self.stray(number),
            };
        };
        while self.open.len() > depth + 1 {
            if let Some(block) = self.open.pop() {
                self.unclosed(block.open, Some(number));
            }
        }
        if let Some(mut block) = self.open.pop() {
            block.close = number;
            self.done.push(block);
        }
    }

    /// `end` closes a block around this one; without it, the part ends.
    fn unclosed(&mut self, open: usize, end: Option<usize>) {
        let tag = &self.tags[open];
        let (Kind::Open(name), Place::Word { part, .. }) = (&tag.kind, &tag.place) else { return };
        let end = match end.map(|end| &self.tags[end]) {
            Some(end) => format!("før {} ({}) lukker blokken omkring den", end.typed, end.spot.at),
            None => format!("før delen »{part}« slutter"),
        };
        self.findings.push(
            Finding::fejl(
                "blok-ikke-lukket",
                tag.place.clone(),
                format!(
                    "Blokken {} er åbnet ({}), men ikke lukket, {end}.",
                    tag.typed, tag.spot.at
                ),
            )
            .hint(format!("Sæt {{{{/{name}}}}} ind, hvor blokken skal slutte.")),
        );
    }

    fn stray(&mut self, number: usize) {
        let tag = &self.tags[number];
        let what = if tag.kind == Kind::Else { "hører ikke til" } else { "lukker ikke" };
        self.findings.push(
            Finding::fejl(
                "blok-ikke-aabnet",
                tag.place.clone(),
                format!("{} {what} nogen blok, der er åbnet.", tag.typed),
            )
            .hint("Fjern mærket, eller sæt blokkens begyndelse ind før det."),
        );
    }

    fn mismatch(&mut self, open: usize, close: usize) {
        let (open, close) = (&self.tags[open], &self.tags[close]);
        let Kind::Open(name) = &open.kind else { return };
        self.findings.push(
            Finding::fejl(
                "blok-lukket-forkert",
                close.place.clone(),
                format!("Blokken {} ({}) lukkes med {}.", open.typed, open.spot.at, close.typed),
            )
            .hint(format!("Skriv {{{{/{name}}}}} i stedet.")),
        );
    }
}
