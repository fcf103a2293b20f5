use socialaftale::text::balance;
use socialaftale::text::tree::{Align, Column, Inline, Row, Table};

fn table(columns: &[Align], rows: &[&[&str]]) -> Table {
    let row = |cells: &[&str]| Row {
        cells: cells.iter().map(|cell| vec![Inline::Text((*cell).to_owned())]).collect(),
        ..Row::default()
    };
    Table {
        columns: columns
            .iter()
            .map(|align| Column { align: *align, ..Column::default() })
            .collect(),
        header: vec![row(rows[0])],
        rows: rows[1..].iter().map(|cells| row(cells)).collect(),
        ..Table::default()
    }
}

fn weights(table: &Table) -> Vec<u16> {
    table.columns.iter().map(|column| column.weight).collect()
}

#[test]
fn text_columns_share_the_line_after_their_longest_cells() {
    let mut table = table(
        &[Align::Left, Align::Left],
        &[&["Tilbud", "Beliggenhed"], &["Hobro Krisecenter", "Hobro"]],
    );
    balance(&mut table);
    assert_eq!(weights(&table), [17, 11]);
}

#[test]
fn short_and_very_long_cells_count_as_seven_and_sixty() {
    let long = "ord ".repeat(100);
    let mut table = table(&[Align::Left, Align::Left], &[&["a", "b"], &["c", &long]]);
    balance(&mut table);
    assert_eq!(weights(&table), [7, 60]);
}

#[test]
fn number_columns_stay_as_wide_as_their_content() {
    let mut table = table(&[Align::Left, Align::Right], &[&["Gruppe", "2017"], &["Voksne", "3"]]);
    balance(&mut table);
    assert_eq!(weights(&table), [7, 0]);
}

#[test]
fn weights_that_are_set_are_kept() {
    let mut table = table(&[Align::Left, Align::Left], &[&["Part", "Godkendes af"]]);
    table.columns[1].weight = 3;
    balance(&mut table);
    assert_eq!(weights(&table), [0, 3]);
}
