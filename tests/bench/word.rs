//! What the Word renderer costs, in CPU time: a case, the agreement, long tables, a thousand cases.
//!
//! `cargo bench --no-default-features` compares with the run before; `-- --save-baseline NAME`
//! keeps a run to compare with.

mod cpu;
mod memory;
mod options;
mod project;
mod rows;

use criterion::{Criterion, criterion_group, criterion_main};
use socialaftale::assemble::{Shelf, catalogue};
use socialaftale::finding::Findings;
use socialaftale::render::word::{Prepared, WordTemplate};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use cpu::Cpu;
use memory::peak_memory;
use project::Project;

/// How many cases one run of a large region would make.
const CASES: usize = 1000;

fn documents(criterion: &mut Criterion<Cpu>) {
    let project = Project::shipped();
    let projekt = &project.records.projekt;
    let shelf = Shelf::new(projekt);
    let jobs = catalogue(projekt, &project.context, &shelf, &mut Findings::new());
    let case = project.work("sag-rebild", &jobs, &shelf);
    let agreement = project.work("aftale", &jobs, &shelf);
    criterion.bench_function("opening a template", |b| b.iter(|| case.open()));
    let (opened_case, opened_agreement) = (case.open(), agreement.open());
    criterion.bench_function("a case", |b| b.iter(|| case.render(&opened_case)));
    criterion.bench_function("the agreement", |b| b.iter(|| agreement.render(&opened_agreement)));
    let before = peak_memory();
    let mut group = criterion.benchmark_group("many");
    group.sample_size(10);
    group.bench_function(format!("{CASES} cases"), |b| {
        b.iter(|| (0..CASES).map(|_| case.render(&opened_case)).sum::<usize>());
    });
    group.finish();
    eprintln!("peak memory: {before} MB before, {} MB after {CASES} cases", peak_memory());
}

fn long_tables(criterion: &mut Criterion<Cpu>) {
    let tables = [
        ("5000 rows", rows::template(), 5000),
        ("1000 rows, each with a link and a list", rows::furnished(), 1000),
    ];
    for (name, package, rows) in tables {
        let bytes = package.write();
        let template = Prepared::open(&WordTemplate { name: "rækker.docx", bytes: &bytes });
        let (template, context) = (template.expect("a template"), rows::context(rows));
        criterion.bench_function(name, |b| b.iter(|| rows::render(&template, &context)));
    }
}

criterion_group! {
    name = word;
    config = Criterion::default().with_measurement(Cpu);
    targets = documents, long_tables
}
criterion_main!(word);
