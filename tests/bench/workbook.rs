//! What reading a long workbook costs, in CPU time; the aim is half a second for 100,000 rows.

mod cpu;
mod memory;

use criterion::{Criterion, criterion_group, criterion_main};
use rust_xlsxwriter::Workbook;
use socialaftale::finding::Findings;
use socialaftale::input::{Files, read};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use cpu::Cpu;
use memory::peak_memory;

const ROWS: u32 = 100_000;
const BLANK: u32 = 1_000_000;

/// A project of one workbook, whose sheet »Belægning« has rows of counts, or blank ones with a format.
fn project(rows: u32, blank: u32) -> Files {
    let mut workbook = Workbook::new();
    for name in ["Takster", "Ændringer"] {
        workbook.add_worksheet().set_name(name).expect("a name");
    }
    let sheet = workbook.add_worksheet().set_name("Belægning").expect("a name");
    let names = ["Nøgle", "Tilbud", "Række", "Betegnelse", "Enhed", "2017", "2018", "2019"];
    for (column, name) in (0..).zip(names) {
        sheet.write(0, column, name).expect("a heading");
    }
    for row in 1..=rows {
        for (column, text) in
            (0..).zip(["hobro", "Hobro Krisecenter", "pladser", "Pladser på året"])
        {
            sheet.write(row, column, text).expect("a text");
        }
        for column in 5..8 {
            sheet.write(row, column, f64::from(row) + 0.25 * f64::from(column)).expect("a number");
        }
    }
    let format = rust_xlsxwriter::Format::new().set_bold();
    for row in rows + 1..=rows + blank {
        sheet.write_blank(row, 0, &format).expect("a blank cell");
    }
    let mut files = Files::new();
    files.insert("inputs/takster.xlsx", workbook.save_to_buffer().expect("a workbook"));
    files
}

fn long_sheets(criterion: &mut Criterion<Cpu>) {
    let long = [
        (format!("{ROWS} rows of seven cells"), ROWS, 0),
        (format!("{BLANK} blank rows"), 10, BLANK),
    ];
    for (name, rows, blank) in long {
        let files = project(rows, blank);
        let before = peak_memory();
        criterion.bench_function(&name, |b| {
            b.iter(|| {
                let read = read(&files, &mut Findings::new()).projekt.belaegninger.len();
                assert_eq!(read, rows as usize, "every row is read");
                read
            });
        });
        eprintln!("peak memory: {before} MB before, {} MB after {name}", peak_memory());
    }
}

criterion_group! {
    name = workbook;
    config = Criterion::default().with_measurement(Cpu).sample_size(10);
    targets = long_sheets
}
criterion_main!(workbook);
