//! What `byg` costs in CPU time: everything, after one changed cell, and when nothing is changed.

mod cpu;

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use socialaftale::cli::{Outcome, run};
use socialaftale::output::new_project;
use socialaftale::package::{Limits, Package};
use socialaftale::template::shipped_files;
use tempfile::TempDir;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use cpu::Cpu;

/// Documents in the formats that this program can make.
const FORMATS: &str = if cfg!(feature = "pdf") { "pdf,docx" } else { "docx" };

fn byg(project: &Path, options: &[&str]) {
    let line = ["socialaftale", "byg", "--format", FORMATS, "--projekt"].map(OsString::from);
    let line = line.into_iter().chain([project.into()]).chain(options.iter().map(OsString::from));
    assert_eq!(run(line, &mut Vec::new(), &mut Vec::new()), Outcome::Fine);
}

/// Raises Hobro Krisecenter's takst by one krone and lowers it again, in turn.
fn change_cell(project: &Path) {
    const SHEET: &str = "xl/worksheets/sheet1.xml";
    let path = project.join("inputs/takster.xlsx");
    let bytes = fs::read(&path).expect("the workbook");
    let mut package = Package::read(&bytes, "takster.xlsx", &Limits::WORKBOOK).expect("a workbook");
    let text = String::from_utf8(package.part(SHEET).expect("a sheet").to_vec()).expect("XML");
    let (old, new) =
        if text.contains(">1943<") { (">1943<", ">1944<") } else { (">1944<", ">1943<") };
    package.set_part(SHEET, text.replace(old, new).into_bytes());
    fs::write(path, package.write()).expect("the workbook is written");
}

fn builds(criterion: &mut Criterion<Cpu>) {
    let folder = TempDir::new().expect("a folder");
    let project = folder.path();
    new_project(project, &shipped_files()).expect("the shipped project");
    criterion.bench_function("everything", |b| b.iter(|| byg(project, &["--alt"])));
    criterion.bench_function("after one changed cell", |b| {
        b.iter_batched(|| change_cell(project), |()| byg(project, &[]), BatchSize::PerIteration);
    });
    byg(project, &[]);
    criterion.bench_function("nothing changed", |b| b.iter(|| byg(project, &[])));
}

criterion_group! {
    name = all;
    config = Criterion::default().with_measurement(Cpu).sample_size(10);
    targets = builds
}
criterion_main!(all);
