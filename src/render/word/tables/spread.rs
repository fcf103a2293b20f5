use super::marks::{BEGINS, ENDS, TURN};
use super::plan::{Fault, Plan};
use crate::render::word::columns::{skipped, span};
use crate::render::word::fragment::settle;
use crate::render::word::grid::{cells, is_round, rows, rows_mut};
use crate::render::word::xml::{Element, Node};

/// How wide a column is of which the table says nothing.
const WIDTH: u64 = 1000;

/// Makes a table whole whose cells a loop has repeated: each column shares its width among its
/// copies, and cells above and below go over all of them.
pub fn spread(table: &mut Element) -> Result<(), Fault> {
    if !rows(table).iter().any(|row| row.find(BEGINS).is_some()) {
        return Ok(());
    }
    let plan = Plan::of(rows(table).into_iter());
    let done = plan.and_then(|plan| {
        let mut faults: Vec<Fault> = Vec::new();
        faults.extend(rows_mut(table).into_iter().filter_map(|row| spread_row(row, &plan).err()));
        if let Some(fault) = faults.pop() {
            return Err(fault);
        }
        spread_grid(table, &plan);
        Ok(())
    });
    if done.is_err() {
        let is_mark = |node: &Node| [BEGINS, TURN, ENDS].iter().any(|name| node.is(name));
        table.visit_mut(&mut |element| element.children.retain(|node| !is_mark(node)));
    }
    done
}

fn spread_row(row: &mut Element, plan: &Plan) -> Result<(), Fault> {
    let before = skipped(row, "w:gridBefore");
    skip(row, "w:gridBefore", over(plan, 0, before)?);
    let mut walk = Walk { plan, column: before, copies: None };
    walk.children(row)?;
    let (column, after) = (walk.column, skipped(row, "w:gridAfter"));
    skip(row, "w:gridAfter", over(plan, column, column.saturating_add(after))?);
    Ok(())
}

/// The way through a row.
struct Walk<'p> {
    plan: &'p Plan,
    /// The column of the template that comes next.
    column: usize,
    /// Which copy of the loop under way this is, and of how many.
    copies: Option<(usize, usize)>,
}

impl Walk<'_> {
    fn children(&mut self, element: &mut Element) -> Result<(), Fault> {
        for node in std::mem::take(&mut element.children) {
            match node {
                Node::Element(child) => {
                    element.children.extend(self.child(child)?.map(Node::from));
                }
                other => element.children.push(other),
            }
        }
        Ok(())
    }

    /// Makes what stands in the row fit; None if it goes.
    fn child(&mut self, child: Element) -> Result<Option<Element>, Fault> {
        match child.name.as_str() {
            BEGINS => self.begin(),
            TURN => self.copies = self.copies.map(|(turn, times)| (turn + 1, times)),
            ENDS => self.copies = None,
            "w:tc" => return self.cell(child),
            _ if is_round(&child) => return self.round(child),
            _ => return Ok(Some(child)),
        }
        Ok(None)
    }

    fn begin(&mut self) {
        let here = self.plan.repeated.iter().find(|repeated| repeated.start == self.column);
        let (width, times) = here.map_or((0, 0), |here| (here.width, here.times));
        self.column += width;
        self.copies = Some((0, times));
    }

    /// A control goes with all the cells in it.
    fn round(&mut self, mut control: Element) -> Result<Option<Element>, Fault> {
        let had_cells = !cells(&control).is_empty();
        self.children(&mut control)?;
        Ok((!had_cells || !cells(&control).is_empty()).then_some(control))
    }

    fn cell(&mut self, mut cell: Element) -> Result<Option<Element>, Fault> {
        if let Some((turn, times)) = self.copies {
            share(&mut cell, turn.saturating_sub(1), times);
            return Ok(Some(cell));
        }
        let end = self.column.saturating_add(span(&cell));
        let columns = over(self.plan, self.column, end)?;
        self.column = end;
        widen(&mut cell, columns);
        Ok((columns > 0).then_some(cell))
    }
}

fn over(plan: &Plan, start: usize, end: usize) -> Result<usize, Fault> {
    let tag = || plan.cut_by(start, end).unwrap_or(usize::MAX);
    plan.over(start, end).ok_or_else(|| Fault::Crossed { tag: tag() })
}

/// Lets a row skip that many columns at one of its ends.
fn skip(row: &mut Element, name: &str, columns: usize) {
    let Some(properties) = row.find_mut("w:trPr") else { return };
    if columns == 0 {
        properties.children.retain(|node| !node.is(name));
    } else if let Some(skipped) = properties.find_mut(name) {
        skipped.set("w:val", columns.to_string());
    }
}

fn widen(cell: &mut Element, columns: usize) {
    if span(cell) == columns {
        return;
    }
    let properties = cell.require("w:tcPr");
    properties.children.retain(|node| !node.is("w:gridSpan"));
    if columns > 1 {
        properties.children.push(Element::val("w:gridSpan", columns.to_string()).into());
        settle(properties);
    }
}

/// Gives a copy of a cell its share of the cell's width.
fn share(cell: &mut Element, turn: usize, times: usize) {
    cell.visit_mut(&mut |element| element.children.retain(|node| !node.is("w:cnfStyle")));
    let width = cell.find_mut("w:tcPr").and_then(|properties| properties.find_mut("w:tcW"));
    if let Some(width) = width
        && let Some(whole) = width.get("w:w").and_then(|whole| whole.parse().ok())
    {
        width.set("w:w", part_of(whole, turn, times).to_string());
    }
}

/// The parts of a width add up to it.
fn part_of(whole: u64, turn: usize, times: usize) -> u64 {
    let times = times.max(1) as u64;
    let up_to = |turn: usize| whole.saturating_mul(turn as u64) / times;
    up_to(turn + 1) - up_to(turn)
}

fn spread_grid(table: &mut Element, plan: &Plan) {
    let Some(grid) = table.find_mut("w:tblGrid") else { return };
    let widths: Vec<u64> = grid
        .elements()
        .filter(|child| child.is("w:gridCol"))
        .map(|column| column.get("w:w").and_then(|width| width.parse().ok()).unwrap_or(WIDTH))
        .collect();
    let last = plan.repeated.last().map_or(0, |repeated| repeated.end());
    let width = |column: usize| widths.get(column).copied().unwrap_or(WIDTH);
    let mut spread = Vec::new();
    let mut column = 0;
    while column < last.max(widths.len()) {
        let Some(here) = plan.repeated.iter().find(|repeated| repeated.start == column) else {
            spread.push(width(column));
            column += 1;
            continue;
        };
        for turn in 0..here.times {
            let columns = here.start..here.end();
            spread.extend(columns.map(|column| part_of(width(column), turn, here.times)));
        }
        column = here.end();
    }
    grid.children.retain(|node| !node.is("w:gridCol"));
    let columns = spread.iter().map(|w| Element::new("w:gridCol").attr("w:w", w.to_string()));
    let columns: Vec<Node> = columns.map(Node::from).collect();
    grid.children.splice(0..0, columns);
}
