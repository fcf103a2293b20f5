use crate::text::tree::{Align, Inline, Row, Table, plain_text};

/// Widths of letters and cell margins in twentieths of a point, at the size of table text.
const LETTER: u32 = 105;
const MARGINS: u32 = 230;

/// How wide each column is; together they are exactly as wide as the text.
pub fn widths(table: &Table, whole: u32) -> Vec<u32> {
    let count = table.columns.len();
    if count == 0 {
        return Vec::new();
    }
    let weights: Vec<u32> = (0..count)
        .map(|column| match table.columns[column].weight {
            0 => wished(table, column),
            weight => u32::from(weight) * 1000,
        })
        .collect();
    let least: Vec<u32> = (0..count).map(|column| least(table, column)).collect();
    share(whole, &weights, &least)
}

/// Gives each column its least width and shares the rest by weight.
fn share(whole: u32, weights: &[u32], least: &[u32]) -> Vec<u32> {
    let needed: u32 = least.iter().sum();
    let total = weights.iter().sum::<u32>().max(1);
    let part = |amount: u32, of: u32, all: u32| {
        u32::try_from(u64::from(amount) * u64::from(of) / u64::from(all.max(1))).unwrap_or(0)
    };
    let mut widths: Vec<u32> = if needed >= whole {
        least.iter().map(|least| part(whole, *least, needed)).collect()
    } else {
        weights
            .iter()
            .zip(least)
            .map(|(weight, least)| least + part(whole - needed, *weight, total))
            .collect()
    };
    let rest = whole.saturating_sub(widths.iter().sum());
    if let Some(first) = widths.first_mut() {
        *first += rest;
    }
    widths
}

fn cells(table: &Table, column: usize) -> impl Iterator<Item = String> {
    let rows = table.header.iter().chain(&table.rows);
    rows.filter_map(move |row: &Row| row.cells.get(column))
        .map(|cell: &Vec<Inline>| plain_text(cell))
}

/// The longest word must fit.
fn least(table: &Table, column: usize) -> u32 {
    let longest = cells(table, column)
        .flat_map(|text| text.split([' ', '-', '/']).map(|word| word.chars().count()).max())
        .max();
    letters(longest.unwrap_or(0).min(24)) + MARGINS
}

/// What a column would like beyond that: much for long text, nothing for numbers.
fn wished(table: &Table, column: usize) -> u32 {
    let longest = cells(table, column).map(|text| text.chars().count()).max().unwrap_or(0);
    match table.columns[column].align {
        Align::Left => letters(longest.clamp(4, 90)),
        Align::Right => letters(longest.clamp(2, 12)) / 2,
    }
}

fn letters(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(0) * LETTER
}
