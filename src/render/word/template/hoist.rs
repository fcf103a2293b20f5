//! Lifts the tags of a block out to what the block takes with it: paragraphs, a row, rows, tables.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::block::{self, Block};
use super::calls::{Calls, Shape};
use super::leaves::{Leaf, ends_section, leaves};
use super::path::{Path, around, follow, nearest, paths};
use super::rebuild::{Lift, Rebuild};
use super::role::{Role, role};
use super::tag::{COLUMNS, Kind, Tag};
use crate::finding::{Finding, Findings};
use crate::render::word::columns::across;
use crate::render::word::grid::{cells, is_round};
use crate::render::word::xml::{Element, Node};

pub fn hoist(root: &Element, tags: &[Tag], blocks: &[Block]) -> Result<(Element, Calls), Findings> {
    let mut hoister = Hoister {
        root,
        tags,
        paths: paths(root),
        moves: HashMap::new(),
        columns: HashMap::new(),
        findings: Findings::new(),
    };
    for block in blocks {
        hoister.block(block);
    }
    let calls = hoister.calls(blocks);
    let lifts = hoister.lifts();
    let moves = std::mem::take(&mut hoister.moves);
    let mut findings = std::mem::take(&mut hoister.findings);
    let (columns, ends) = (&hoister.columns, turn_ends(tags, blocks));
    let rebuild = Rebuild { lifts: &lifts, moves: &moves, tags, columns, ends };
    let hoisted = rebuild.element(root, &mut Vec::new());
    if !findings.has_fejl() {
        block::blocks(tags, &block::in_order(&hoisted), &mut findings);
    }
    if findings.has_fejl() { Err(findings) } else { Ok((hoisted, calls)) }
}

/// The tags at which one turn of a loop ends.
fn turn_ends(tags: &[Tag], blocks: &[Block]) -> HashSet<usize> {
    let loops = blocks.iter().filter(|block| tags[block.open].opens("each"));
    loops.map(|block| block.elses.first().copied().unwrap_or(block.close)).collect()
}

struct Hoister<'a> {
    root: &'a Element,
    tags: &'a [Tag],
    paths: HashMap<usize, Path>,
    /// Which paragraph or row each lifted tag stands by.
    moves: HashMap<usize, Path>,
    /// How many columns each loop over columns repeats.
    columns: HashMap<usize, usize>,
    findings: Findings,
}

impl Hoister<'_> {
    fn block(&mut self, block: &Block) {
        if self.tags[block.open].opens(COLUMNS) {
            return self.columns(block);
        }
        let around = around(&self.paths, block);
        if let Some(row) = self.lone_cell_row(block, &around) {
            return self.lift_all(block, &row);
        }
        match role(follow(self.root, &around)) {
            Role::Inline => {
                if let Some(paragraph) = self.whole_paragraph(block, &around) {
                    self.lift_all(block, &paragraph);
                }
            }
            Role::Cells if block.elses.is_empty() => self.lift_all(block, &self.row(&around)),
            Role::Cells => self.else_in_row(block),
            Role::Blocks => self.lift_each(block, around.len(), &["w:p"]),
            Role::Rows => self.lift_each(block, around.len(), &["w:tr", "w:sdt"]),
        }
    }

    fn lift_all(&mut self, block: &Block, unit: &[usize]) {
        for tag in block.tags() {
            self.moves.insert(tag, unit.to_vec());
        }
    }

    /// A loop over columns repeats the cells from its first tag to its last.
    fn columns(&mut self, block: &Block) {
        let (open, close) = (&self.tags[block.open], &self.tags[block.close]);
        if let Some(otherwise) = block.elses.first() {
            return self.findings.push(otherwise_in_columns(open, &self.tags[*otherwise]));
        }
        let row = |tag: usize| nearest(self.root, &self.paths[&tag], "w:tr");
        let (Some(row), Some(last)) = (row(block.open), row(block.close)) else {
            return self.findings.push(no_columns(open));
        };
        if row != last {
            return self.findings.push(columns_apart(open, close));
        }
        // A cell in a control repeats with the control.
        let cell = |tag: usize| self.paths[&tag][..=row.len()].to_vec();
        let (first, last) = (cell(block.open), cell(block.close));
        let from_to = first[row.len()]..=last[row.len()];
        let cells = follow(self.root, &row).children[from_to].iter().filter_map(Node::element);
        let width = cells.map(across).fold(0, usize::saturating_add);
        self.columns.insert(block.open, width);
        self.moves.insert(block.open, first);
        self.moves.insert(block.close, last);
    }

    /// The row of cells that stand in it or in a control in it.
    fn row(&self, around: &[usize]) -> Path {
        let inner = follow(self.root, around).is("w:tr").then(|| around.to_vec());
        inner.or_else(|| nearest(self.root, around, "w:tr")).unwrap_or_else(|| around.to_vec())
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

    /// A condition round all of a paragraph takes the paragraph with it.
    fn whole_paragraph(&self, block: &Block, around: &[usize]) -> Option<Path> {
        let open = &self.tags[block.open];
        if open.opens("each") || open.is_partial() || !block.elses.is_empty() {
            return None;
        }
        let unit = nearest(self.root, around, "w:p")?;
        let paragraph = follow(self.root, &unit);
        let leaves = leaves(paragraph);
        let whole = leaves.first() == Some(&Leaf::Tag(block.open))
            && leaves.last() == Some(&Leaf::Tag(block.close))
            && !ends_section(paragraph);
        whole.then_some(unit)
    }

    /// In a row of one cell, a loop round all that stands there repeats the row.
    fn lone_cell_row(&self, block: &Block, around: &[usize]) -> Option<Path> {
        if !self.tags[block.open].opens("each") || !block.elses.is_empty() {
            return None;
        }
        let unit = nearest(self.root, around, "w:tr")?;
        let row = follow(self.root, &unit);
        if cells(row).len() != 1 {
            return None;
        }
        let leaves = leaves(row);
        let whole = leaves.first() == Some(&Leaf::Tag(block.open))
            && leaves.last() == Some(&Leaf::Tag(block.close));
        whole.then_some(unit)
    }

    /// Lifts the calls that stand alone, and tells what all calls and partials take.
    fn calls(&mut self, blocks: &[Block]) -> Calls {
        let mut calls = Calls::new(self.tags, blocks, |block| self.shape(block.open));
        for tag in block::in_order(self.root) {
            let Kind::Call(name) = &self.tags[tag].kind else { continue };
            let shape = match calls.shape_of(name) {
                Some(Shape::Rows) => self.lift_call(tag, "w:tr", Shape::Rows),
                Some(Shape::Runs) => Shape::Runs,
                _ => self.lift_call(tag, "w:p", Shape::Paragraphs),
            };
            calls.call(self.tags, tag, name, shape);
        }
        calls
    }

    /// What a block takes with it.
    fn shape(&self, open: usize) -> Shape {
        match self.moves.get(&open).map(|unit| follow(self.root, unit)) {
            None => Shape::Runs,
            Some(unit) if unit.is("w:p") => Shape::Paragraphs,
            Some(_) => Shape::Rows,
        }
    }

    /// A call that stands alone gives way to what it calls.
    fn lift_call(&mut self, tag: usize, unit: &str, shape: Shape) -> Shape {
        let unit = nearest(self.root, &self.paths[&tag], unit);
        let alone = unit.filter(|unit| {
            leaves(follow(self.root, unit)).iter().all(|leaf| match leaf {
                Leaf::Tag(tag) => {
                    self.moves.contains_key(tag)
                        || matches!(self.tags[*tag].kind, Kind::Call(_) | Kind::Comment)
                }
                Leaf::Content => false,
            })
        });
        let Some(unit) = alone else { return Shape::Runs };
        self.moves.insert(tag, unit);
        shape
    }

    fn else_in_row(&mut self, block: &Block) {
        let open = &self.tags[block.open];
        let otherwise = &self.tags[block.elses[0]];
        self.findings.push(
            Finding::fejl(
                "blok-skaev",
                otherwise.place.clone(),
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
                open.place.clone(),
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
        for unit in self.lone_partials() {
            lifts.entry(unit).or_insert(Lift { dissolves: true, ..Lift::default() });
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
            let Some(unit) = nearest(self.root, path, "w:p") else { continue };
            let paragraph = follow(self.root, &unit);
            let only_comments = leaves(paragraph).iter().all(|leaf| match leaf {
                Leaf::Tag(tag) => self.tags[*tag].kind == Kind::Comment,
                _ => false,
            });
            if only_comments && !ends_section(paragraph) {
                found.push(unit);
            }
        }
        found
    }

    /// Paragraphs that hold nothing but partials of words.
    fn lone_partials(&self) -> Vec<Path> {
        let defines = |tag: &usize| self.tags[*tag].defines().is_some();
        let mut found = Vec::new();
        for tag in self.paths.keys().filter(|tag| defines(tag) && !self.moves.contains_key(tag)) {
            let Some(unit) = nearest(self.root, &self.paths[tag], "w:p") else { continue };
            let mut depth = 0_usize;
            let only_partials = leaves(follow(self.root, &unit)).iter().all(|leaf| {
                match leaf {
                    Leaf::Tag(tag) if defines(tag) => depth += 1,
                    Leaf::Tag(tag) if self.tags[*tag].ends_partial() => {
                        depth = depth.saturating_sub(1);
                    }
                    _ => return depth > 0,
                }
                true
            });
            if only_partials && !ends_section(follow(self.root, &unit)) {
                found.push(unit);
            }
        }
        found
    }

    fn lift(&mut self, unit: &Element, moved: &[usize]) -> Lift {
        let closes = |tag: &usize| matches!(self.tags[*tag].kind, Kind::Close(_));
        if unit.is("w:tc") || (is_round(unit) && !cells(unit).is_empty()) {
            let (after, before) = moved.iter().partition(|tag| closes(tag));
            return Lift { before, after, ..Lift::default() };
        }
        let leaves = leaves(unit);
        let ours = |leaf: &Leaf| match leaf {
            Leaf::Tag(tag) => moved.contains(tag) || self.tags[*tag].kind == Kind::Comment,
            Leaf::Content => false,
        };
        if leaves.iter().all(ours) {
            let vanishes = !ends_section(unit);
            return Lift { before: moved.to_vec(), vanishes, ..Lift::default() };
        }
        let first = leaves.iter().position(|leaf| !ours(leaf)).unwrap_or(0);
        let last = leaves.iter().rposition(|leaf| !ours(leaf)).unwrap_or(0);
        let mut lift = Lift::default();
        for tag in moved {
            let at = leaves.iter().position(|leaf| *leaf == Leaf::Tag(*tag)).unwrap_or(0);
            let in_row = !unit.is("w:p");
            if (in_row && !closes(tag)) || (!in_row && at < first) {
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
                tag.place.clone(),
                format!("{} hører til en blok over flere afsnit, men står midt i et.", tag.typed),
            )
            .hint("Sæt mærket i et afsnit for sig selv."),
        );
    }
}

fn no_columns(open: &Tag) -> Finding {
    let message = format!("{} gentager kolonner, men står ikke i en tabel.", open.typed);
    Finding::fejl("kolonner-uden-for-tabel", open.place.clone(), message)
        .hint("Sæt mærket i den celle, der skal gentages, eller brug {{#each …}} i stedet.")
}

fn columns_apart(open: &Tag, close: &Tag) -> Finding {
    let message = format!(
        "{} står i {}, men {} står i {}; de skal stå i celler i samme række.",
        open.typed, open.spot.at, close.typed, close.spot.at
    );
    Finding::fejl("kolonner-skaev", open.place.clone(), message)
        .hint("Sæt begge mærker i den celle, der skal gentages.")
}

fn otherwise_in_columns(open: &Tag, otherwise: &Tag) -> Finding {
    let message = format!("{} kan ikke have {}.", open.typed, otherwise.typed);
    Finding::fejl("kolonner-med-ellers", otherwise.place.clone(), message)
        .hint("Sæt {{#if …}} inde i cellen i stedet, eller giv tabellen en kolonne mere.")
}
