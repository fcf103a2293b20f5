//! What comparing two Word files costs, in CPU time: 2,000 paragraphs with a change in every tenth,
//! and 2,000 that have nothing to do with each other.
//!
//! `cargo bench --no-default-features --bench redline` compares with the run before.

mod cpu;
mod memory;

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use socialaftale::package::Package;
use socialaftale::redline::{Author, Version, redline};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use cpu::Cpu;
use memory::peak_memory;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const WORDS: [&str; 16] = [
    "kommunen",
    "borgeren",
    "tilbud",
    "takst",
    "samarbejde",
    "regionen",
    "udvikling",
    "pladser",
    "døgn",
    "aftale",
    "opgaver",
    "behov",
    "støtte",
    "år",
    "sager",
    "mål",
];
const PARAGRAPHS: usize = 2000;

/// A file of paragraphs, each of 40 words of its own order; some of them changed.
fn file(seed: usize, changed: impl Fn(usize) -> bool) -> Vec<u8> {
    let paragraph = |number: usize| {
        let words = (0..40).map(|place| {
            let other = usize::from(changed(number) && place % 13 == 5);
            WORDS[(number * 7 + place * place + seed * place + other * 3) % WORDS.len()]
        });
        let text = words.collect::<Vec<_>>().join(" ");
        format!(
            "<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"22\"/></w:rPr><w:t>{number} {text}.</w:t></w:r></w:p>"
        )
    };
    let body: String = (0..PARAGRAPHS).map(paragraph).collect();
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let mut package = Package::new();
    package.set_part("[Content_Types].xml", TYPES.as_bytes());
    package.set_part("_rels/.rels", RELATIONS.as_bytes());
    package.set_part("word/document.xml", document.into_bytes());
    package.write()
}

fn redlines(criterion: &mut Criterion<Cpu>) {
    let date = NaiveDate::from_ymd_opt(2020, 11, 30).expect("a day");
    let by = Author { name: "Sekretariatet".to_owned(), date };
    let old = file(0, |_| false);
    let compare = |new: &[u8]| {
        let old = Version { name: "gammel.docx", bytes: &old };
        let new = Version { name: "ny.docx", bytes: new };
        redline(&old, &new, &by).expect("a proven redline").bytes.len()
    };
    for (name, new) in [
        ("2000 paragraphs, a tenth changed", file(0, |number| number % 10 == 3)),
        ("2000 paragraphs, all other", file(5, |_| true)),
    ] {
        criterion.bench_function(name, |b| b.iter(|| compare(&new)));
        eprintln!("peak memory: {} MB", peak_memory());
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(Cpu).sample_size(10);
    targets = redlines
}
criterion_main!(benches);
