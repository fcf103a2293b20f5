//! Lifts the tags of a block out to what the block takes with it: paragraphs, a row, rows, tables.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::block::{self, Block};
use super::place::Part;
use super::tag::{Kind, Tag};
use crate::finding::{Finding, Findings};
use crate::render::word::marks;
use crate::render::word::xml::{Element, Node};

/// The way from the root to a node: the number of a child at each step.
type Path = Vec<usize>;

pub fn hoist(
    part: &Part<'_>,
    root: Element,
    tags: &[Tag],
    blocks: &[Block],
) -> Result<Element, Findings> {
    let mut hoister = Hoister {
        part,
        root: &root,
        tags,
        paths: paths(&root),
        moves: HashMap::new(),
        findings: Findings::new(),
    };
    for block in blocks {
        hoister.block(block);
    }
    let lifts = hoister.lifts();
    let moves = std::mem::take(&mut hoister.moves);
    let mut findings = std::mem::take(&mut hoister.findings);
    let rebuild = Rebuild { lifts: &lifts, moves: &moves, tags, ends: turn_ends(tags, blocks) };
    let hoisted = rebuild.element(&root, &mut Vec::new());
    if !findings.has_fejl() {
        block::blocks(part, tags, &block::in_order(&hoisted), &mut findings);
    }
    if findings.has_fejl() { Err(findings) } else { Ok(hoisted) }
}

/// The tags at which one turn of a loop ends.
fn turn_ends(tags: &[Tag], blocks: &[Block]) -> HashSet<usize> {
    let loops = blocks.iter().filter(|block| tags[block.open].opens("each"));
    loops.map(|block| block.elses.first().copied().unwrap_or(block.close)).collect()
}

fn paths(root: &Element) -> HashMap<usize, Path> {
    fn gather(element: &Element, here: &mut Path, paths: &mut HashMap<usize, Path>) {
        for (index, node) in element.children.iter().enumerate() {
            here.push(index);
            match node {
                Node::Tag(tag) => {
                    paths.insert(*tag, here.clone());
                }
                Node::Element(child) => gather(child, here, paths),
                Node::Text(_) => {}
            }
            here.pop();
        }
    }
    let mut paths_of = HashMap::new();
    gather(root, &mut Vec::new(), &mut paths_of);
    paths_of
}

fn follow<'a>(root: &'a Element, path: &[usize]) -> &'a Element {
    let mut here = root;
    for step in path {
        match here.children.get(*step) {
            Some(Node::Element(child)) => here = child,
            _ => return here,
        }
    }
    here
}

/// What the nearest element around all tags of a block can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Blocks,
    Rows,
    Cells,
    Inline,
}

fn role(element: &Element) -> Role {
    let holds = |name: &str| element.elements().any(|child| child.is(name));
    match element.name.as_str() {
        "w:body" | "w:hdr" | "w:ftr" | "w:tc" | "w:footnote" | "w:endnote" | "w:txbxContent"
        | "w:docPartBody" => Role::Blocks,
        "w:tbl" => Role::Rows,
        "w:tr" => Role::Cells,
        "w:sdtContent" if holds("w:tr") => Role::Rows,
        "w:sdtContent" if holds("w:tc") => Role::Cells,
        "w:sdtContent" if holds("w:p") || holds("w:tbl") || holds("w:sdt") => Role::Blocks,
        _ => Role::Inline,
    }
}

/// What happens round one paragraph or row.
#[derive(Debug, Default)]
struct Lift {
    before: Vec<usize>,
    after: Vec<usize>,
    /// It held nothing but the tags.
    vanishes: bool,
}

struct Hoister<'a> {
    part: &'a Part<'a>,
    root: &'a Element,
    tags: &'a [Tag],
    paths: HashMap<usize, Path>,
    /// Which paragraph or row each lifted tag stands by.
    moves: HashMap<usize, Path>,
    findings: Findings,
}

impl Hoister<'_> {
    fn block(&mut self, block: &Block) {
        let around = self.around(block);
        if let Some(row) = self.lone_cell_row(block, &around) {
            return self.lift_all(block, &row);
        }
        match role(follow(self.root, &around)) {
            Role::Inline => {}
            Role::Cells if block.elses.is_empty() => self.lift_all(block, &around),
            Role::Cells => self.else_in_row(block),
            Role::Blocks => self.lift_each(block, around.len(), &["w:p"]),
            Role::Rows => self.lift_each(block, around.len(), &["w:tr", "w:sdt"]),
        }
    }

    /// The path of the innermost element that holds all tags of a block.
    fn around(&self, block: &Block) -> Path {
        let mut paths = block.tags().map(|tag| self.paths[&tag].as_slice());
        let first = paths.next().unwrap_or_default();
        let mut common = first.len().saturating_sub(1);
        for path in paths {
            let same = first.iter().zip(path).take_while(|(a, b)| a == b).count();
            common = common.min(same);
        }
        first[..common].to_vec()
    }

    fn lift_all(&mut self, block: &Block, unit: &[usize]) {
        for tag in block.tags() {
            self.moves.insert(tag, unit.to_vec());
        }
    }

    /// Each tag goes with the child of the common element that it stands in.
    fn lift_each(&mut self, block: &Block, depth: usize, units: &[&str]) {
        for tag in block.tags() {
            let path = &self.paths[&tag];
            let unit = path[..=depth].to_vec();
            let found = follow(self.root, &unit);
            let boxed = (depth + 2..path.len())
                .any(|length| found.is("w:p") && follow(self.root, &path[..length]).is("w:p"));
            if !units.contains(&found.name.as_str()) || boxed {
                return self.skewed(block);
            }
            self.moves.insert(tag, unit);
        }
    }

    /// In a row of one cell, a loop round all that stands there repeats the row.
    fn lone_cell_row(&self, block: &Block, around: &[usize]) -> Option<Path> {
        if !self.tags[block.open].opens("each") || !block.elses.is_empty() {
            return None;
        }
        let length =
            (0..=around.len()).rev().find(|n| follow(self.root, &around[..*n]).is("w:tr"))?;
        let row = follow(self.root, &around[..length]);
        if row.elements().filter(|child| child.is("w:tc")).count() != 1 || length == around.len() {
            return None;
        }
        let leaves = leaves(row);
        let whole = leaves.first() == Some(&Leaf::Tag(block.open))
            && leaves.last() == Some(&Leaf::Tag(block.close));
        whole.then(|| around[..length].to_vec())
    }

    fn else_in_row(&mut self, block: &Block) {
        let open = &self.tags[block.open];
        let otherwise = &self.tags[block.elses[0]];
        self.findings.push(
            Finding::fejl(
                "blok-skaev",
                self.part.place(&otherwise.spot, &otherwise.typed),
                format!(
                    "Blokken {} ({}) går over flere celler i samme række og kan ikke have {}.",
                    open.typed, open.spot.at, otherwise.typed
                ),
            )
            .hint("Sæt hele blokken i én celle, eller giv hvert mærke sin egen række."),
        );
    }

    fn skewed(&mut self, block: &Block) {
        let (open, close) = (&self.tags[block.open], &self.tags[block.close]);
        self.findings.push(
            Finding::fejl(
                "blok-skaev",
                self.part.place(&open.spot, &open.typed),
                format!(
                    "Blokken {} begynder i {}, men {} står i {}; de skal stå samme slags sted.",
                    open.typed, open.spot.at, close.typed, close.spot.at
                ),
            )
            .hint("Sæt begge mærker i samme tabel, eller begge i afsnit uden for tabellen."),
        );
    }

    /// Decides for each paragraph and row what comes before and after it.
    fn lifts(&mut self) -> BTreeMap<Path, Lift> {
        let mut units: BTreeMap<Path, Vec<usize>> = BTreeMap::new();
        for tag in block::in_order(self.root) {
            if let Some(unit) = self.moves.get(&tag) {
                units.entry(unit.clone()).or_default().push(tag);
            }
        }
        let lone_comments = self.lone_comments();
        let mut lifts: BTreeMap<Path, Lift> = units
            .into_iter()
            .map(|(unit, moved)| {
                let lift = self.lift(follow(self.root, &unit), &moved);
                (unit, lift)
            })
            .collect();
        for unit in lone_comments {
            lifts.entry(unit).or_insert(Lift { vanishes: true, ..Lift::default() });
        }
        lifts
    }

    /// Paragraphs that hold nothing but comments; a cell keeps its last one.
    fn lone_comments(&self) -> Vec<Path> {
        let mut found = Vec::new();
        for (tag, path) in &self.paths {
            if self.tags[*tag].kind != Kind::Comment {
                continue;
            }
            let depth = (0..path.len()).rev().find(|n| follow(self.root, &path[..*n]).is("w:p"));
            let Some(depth) = depth else { continue };
            let paragraph = follow(self.root, &path[..depth]);
            let only_comments = leaves(paragraph).iter().all(|leaf| match leaf {
                Leaf::Tag(tag) => self.tags[*tag].kind == Kind::Comment,
                _ => false,
            });
            if only_comments && !ends_section(paragraph) {
                found.push(path[..depth].to_vec());
            }
        }
        found
    }

    fn lift(&mut self, unit: &Element, moved: &[usize]) -> Lift {
        let leaves = leaves(unit);
        let ours = |leaf: &Leaf| match leaf {
            Leaf::Tag(tag) => moved.contains(tag) || self.tags[*tag].kind == Kind::Comment,
            Leaf::Content => false,
        };
        if leaves.iter().all(ours) {
            let vanishes = !ends_section(unit);
            return Lift { before: moved.to_vec(), after: Vec::new(), vanishes };
        }
        let first = leaves.iter().position(|leaf| !ours(leaf)).unwrap_or(0);
        let last = leaves.iter().rposition(|leaf| !ours(leaf)).unwrap_or(0);
        let mut lift = Lift::default();
        for tag in moved {
            let at = leaves.iter().position(|leaf| *leaf == Leaf::Tag(*tag)).unwrap_or(0);
            let in_row = !unit.is("w:p");
            let closes = matches!(self.tags[*tag].kind, Kind::Close(_));
            if (in_row && !closes) || (!in_row && at < first) {
                lift.before.push(*tag);
            } else if in_row || at > last {
                lift.after.push(*tag);
            } else {
                self.amid(*tag);
            }
        }
        lift
    }

    fn amid(&mut self, tag: usize) {
        let tag = &self.tags[tag];
        self.findings.push(
            Finding::fejl(
                "blok-midt-i-afsnit",
                self.part.place(&tag.spot, &tag.typed),
                format!("{} hører til en blok over flere afsnit, men står midt i et.", tag.typed),
            )
            .hint("Sæt mærket i et afsnit for sig selv."),
        );
    }
}

/// What can be seen of a paragraph or row, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaf {
    Tag(usize),
    Content,
}

fn leaves(element: &Element) -> Vec<Leaf> {
    fn gather(element: &Element, leaves: &mut Vec<Leaf>) {
        for node in &element.children {
            match node {
                Node::Tag(tag) => leaves.push(Leaf::Tag(*tag)),
                Node::Text(text) if element.is("w:t") && !text.trim().is_empty() => {
                    leaves.push(Leaf::Content);
                }
                Node::Text(_) => {}
                Node::Element(child) => match child.name.as_str() {
                    "w:pPr" | "w:rPr" | "w:tcPr" | "w:trPr" | "w:tblPr" => {}
                    "w:drawing"
                    | "w:pict"
                    | "w:object"
                    | "w:br"
                    | "w:tab"
                    | "w:fldChar"
                    | "w:footnoteReference"
                    | "w:endnoteReference"
                    | "w:sym"
                    | "mc:AlternateContent" => leaves.push(Leaf::Content),
                    _ => gather(child, leaves),
                },
            }
        }
    }
    let mut found = Vec::new();
    gather(element, &mut found);
    found
}

fn ends_section(paragraph: &Element) -> bool {
    paragraph.find("w:pPr").is_some_and(|properties| properties.find("w:sectPr").is_some())
}

struct Rebuild<'a> {
    lifts: &'a BTreeMap<Path, Lift>,
    moves: &'a HashMap<usize, Path>,
    tags: &'a [Tag],
    ends: HashSet<usize>,
}

impl Rebuild<'_> {
    fn element(&self, element: &Element, here: &mut Path) -> Element {
        let mut built = Element {
            name: element.name.clone(),
            attributes: element.attributes.clone(),
            children: Vec::with_capacity(element.children.len()),
        };
        for (index, node) in element.children.iter().enumerate() {
            here.push(index);
            self.node(node, here, &mut built.children);
            here.pop();
        }
        if element.is("w:tc") {
            drop_emptied(element, &mut built, self.moves, here);
        }
        built
    }

    fn node(&self, node: &Node, here: &mut Path, out: &mut Vec<Node>) {
        match node {
            Node::Text(_) => out.push(node.clone()),
            Node::Tag(tag) if self.moves.contains_key(tag) => {}
            Node::Tag(_) => out.push(node.clone()),
            Node::Element(child) => {
                let lift = self.lifts.get(here.as_slice());
                self.tags(lift.map_or(&[][..], |lift| &lift.before), out);
                if lift.is_some_and(|lift| lift.vanishes) {
                    // Bookmarks may reach from a vanished paragraph into one that stays.
                    out.extend(child.children.iter().filter(|node| is_bookmark(node)).cloned());
                } else {
                    let built = self.element(child, here);
                    if !(child.is("w:r") && is_bare(&built) && !is_bare(child)) {
                        out.push(built.into());
                    }
                }
                self.tags(lift.map_or(&[][..], |lift| &lift.after), out);
            }
        }
    }

    fn tags(&self, lifted: &[usize], out: &mut Vec<Node>) {
        for tag in lifted {
            let turn = |mark: char| Node::Text(mark.to_string());
            if self.ends.contains(tag) {
                out.push(turn(marks::TURN.1));
            }
            out.push(Node::Tag(*tag));
            if self.tags[*tag].opens("each") {
                out.push(turn(marks::TURN.0));
            }
        }
    }
}

fn is_bookmark(node: &Node) -> bool {
    node.is("w:bookmarkStart") || node.is("w:bookmarkEnd")
}

/// A run without anything to show.
fn is_bare(run: &Element) -> bool {
    run.elements().all(|child| child.is("w:rPr") || (child.is("w:t") && child.children.is_empty()))
}

/// Takes a cell's paragraphs away that held lifted tags alone, as long as another one stays.
fn drop_emptied(
    before: &Element,
    built: &mut Element,
    moves: &HashMap<usize, Path>,
    here: &[usize],
) {
    let lifted_out = |tag: &usize| moves.get(tag).is_some_and(|unit| unit.len() <= here.len());
    let emptied: Vec<&Element> = before
        .elements()
        .filter(|child| child.is("w:p"))
        .filter(|paragraph| {
            let leaves = leaves(paragraph);
            !leaves.is_empty()
                && leaves.iter().all(|leaf| matches!(leaf, Leaf::Tag(tag) if lifted_out(tag)))
        })
        .collect();
    let paragraphs = before.elements().filter(|child| child.is("w:p")).count();
    if emptied.is_empty() || emptied.len() == paragraphs {
        return;
    }
    built.children.retain(|node| {
        !(node.is("w:p")
            && node.element().is_some_and(|paragraph| {
                leaves(paragraph).is_empty()
                    && emptied.iter().any(|gone| gone.find("w:pPr") == paragraph.find("w:pPr"))
            }))
    });
}
