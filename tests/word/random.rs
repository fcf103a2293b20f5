//! Random templates with random data: each piece of a template knows what it must say.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use socialaftale::merge::Context;
use socialaftale::package::{Limits, Package};
use socialaftale::render::word::inspect;

use super::boxed::text_box;
use super::listed::{counting, item};
use super::sample::Shelf;
use super::small::{header, p, part, template, text, try_package, try_unjudged};

/// Data of one shape at every depth, so that any piece fits in any loop.
#[derive(Debug, Clone)]
struct Data {
    navn: String,
    ja: bool,
    grene: Vec<Data>,
}

impl Data {
    fn json(&self) -> Value {
        let grene: Vec<Value> = self.grene.iter().map(Data::json).collect();
        json!({"navn": self.navn, "ja": self.ja, "grene": grene})
    }

    fn context(&self) -> Context {
        let mut context = Context::new();
        context.set("navn", self.navn.as_str());
        context.set("ja", self.ja);
        context.set("grene", self.json()["grene"].clone());
        context
    }

    /// The word as it must be read: line breaks and tabs are elements, unseen characters are gone.
    fn word(&self) -> String {
        let legal = self.navn.replace("\r\n", "⏎").replace('\n', "⏎").replace('\t', "⇥");
        legal.chars().filter(|letter| !['\u{b}', '\u{e003}', '\u{ffff}'].contains(letter)).collect()
    }
}

/// A stretch of a paragraph.
#[derive(Debug, Clone)]
enum Bit {
    Words(&'static str),
    Navn,
    If(Box<Bit>, Box<Bit>),
    Each(Box<Bit>),
}

impl Bit {
    fn typed(&self) -> String {
        match self {
            Self::Words(words) => (*words).to_owned(),
            Self::Navn => "{{navn}}".to_owned(),
            Self::If(a, b) => {
                format!("{{{{#if ja}}}}{}{{{{else}}}}{}{{{{/if}}}}", a.typed(), b.typed())
            }
            Self::Each(inner) => format!("{{{{#each grene}}}}{}{{{{/each}}}}", inner.typed()),
        }
    }

    fn said(&self, data: &Data) -> String {
        match self {
            Self::Words(words) => (*words).to_owned(),
            Self::Navn => data.word(),
            Self::If(a, b) => {
                if data.ja {
                    a.said(data)
                } else {
                    b.said(data)
                }
            }
            Self::Each(inner) => data.grene.iter().map(|item| inner.said(item)).collect(),
        }
    }
}

/// A paragraph's stretches, and where its runs are divided.
#[derive(Debug, Clone)]
struct Line {
    bits: Vec<Bit>,
    cuts: Vec<prop::sample::Index>,
}

impl Line {
    /// The runs; the line begins with a dash, so that it is never empty.
    fn runs(&self) -> String {
        let typed: String = self.bits.iter().map(Bit::typed).collect();
        let letters: Vec<char> = format!("– {typed}").chars().collect();
        let mut cuts: Vec<usize> = self.cuts.iter().map(|cut| cut.index(letters.len())).collect();
        cuts.extend([0, letters.len()]);
        cuts.sort_unstable();
        let formats = ["", "<w:b/>", "<w:i/>"].iter().cycle();
        cuts.windows(2)
            .zip(formats)
            .map(|(ends, format)| {
                let words: String = letters[ends[0]..ends[1]].iter().collect();
                let words = words.replace('&', "&amp;").replace('<', "&lt;");
                format!("<w:r><w:rPr>{format}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r><w:proofErr w:type=\"spellStart\"/>")
            })
            .collect()
    }

    fn said(&self, data: &Data) -> String {
        let said: String = self.bits.iter().map(|bit| bit.said(data)).collect();
        format!("– {said}")
    }
}

/// What stands in a body, a cell, a header or a text box.
#[derive(Debug, Clone)]
enum Piece {
    Line(Line),
    Item(Line),
    Each(Vec<Piece>),
    If(Vec<Piece>, Vec<Piece>),
    Unless(Vec<Piece>),
    /// A table whose last row is repeated, with a header row or without.
    Rows(bool, Line, Line),
    /// Two rows with merged cells, repeated together.
    Merged(Line, Line),
    /// A table of one row; each cell ends in a line of its own.
    Cells(Vec<(Vec<Piece>, Line)>),
    Box(Vec<Piece>),
}

fn row(cells: &[(&str, String)]) -> String {
    let cells: String = cells
        .iter()
        .map(|(format, blocks)| format!("<w:tc><w:tcPr>{format}</w:tcPr>{blocks}</w:tc>"))
        .collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn table(columns: usize, rows: &str) -> String {
    let grid = "<w:gridCol w:w=\"1500\"/>".repeat(columns);
    format!("<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
}

fn all(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::typed).collect()
}

fn all_said(pieces: &[Piece], data: &Data) -> String {
    pieces.iter().map(|piece| piece.said(data)).collect()
}

fn marked(open: &str, inside: &str, close: &str) -> String {
    format!("{}{inside}{}", p(open), p(close))
}

/// A paragraph of these runs between two marks.
fn between(open: &str, line: &Line, close: &str) -> String {
    let mark = |mark: &str| format!("<w:r><w:t>{mark}</w:t></w:r>");
    format!("<w:p>{}{}{}</w:p>", mark(open), line.runs(), mark(close))
}

impl Piece {
    fn typed(&self) -> String {
        match self {
            Self::Line(line) => between("", line, ""),
            Self::Item(line) => item(&line.runs()),
            Self::Each(inner) => marked("{{#each grene}}", &all(inner), "{{/each}}"),
            Self::If(a, b) => {
                let inside = format!("{}{}{}", all(a), p("{{else}}"), all(b));
                marked("{{#if ja}}", &inside, "{{/if}}")
            }
            Self::Unless(inner) => marked("{{#unless grene}}", &all(inner), "{{/unless}}"),
            Self::Rows(headed, a, b) => {
                let head = row(&[("", p("Navn")), ("", p("Tal"))]);
                let head = if *headed { head } else { String::new() };
                let a = ("", between("{{#each grene}}", a, ""));
                let b = ("", between("", b, "{{/each}}"));
                table(2, &format!("{head}{}", row(&[a, b])))
            }
            Self::Merged(a, b) => {
                let wide = ("<w:gridSpan w:val=\"2\"/>", between("", b, ""));
                let first = ("<w:vMerge w:val=\"restart\"/>", between("{{#each grene}}", a, ""));
                let second = row(&[("<w:vMerge/>", p("")), ("", p("x")), ("", p("y{{/each}}"))]);
                table(3, &format!("{}{second}", row(&[first, wide])))
            }
            Self::Cells(cells) => {
                let cells: Vec<(&str, String)> = cells
                    .iter()
                    .map(|(inner, line)| ("", format!("{}{}", all(inner), between("", line, ""))))
                    .collect();
                table(cells.len(), &row(&cells))
            }
            Self::Box(inner) => format!("<w:p>{}</w:p>", text_box(&all(inner), "Boks")),
        }
    }

    /// What is read of it; cells are set off as [`text`] does.
    fn said(&self, data: &Data) -> String {
        match self {
            Self::Line(line) | Self::Item(line) => format!("{}\n", line.said(data)),
            Self::Each(inner) => data.grene.iter().map(|item| all_said(inner, item)).collect(),
            Self::If(a, b) => all_said(if data.ja { a } else { b }, data),
            Self::Unless(inner) if data.grene.is_empty() => all_said(inner, data),
            Self::Unless(_) => String::new(),
            Self::Rows(headed, a, b) => {
                let row = |item| format!("{} | {} | \n", a.said(item), b.said(item));
                let head = if *headed { "Navn | Tal | \n" } else { "" };
                format!("{head}{}", data.grene.iter().map(row).collect::<String>())
            }
            Self::Merged(a, b) => data
                .grene
                .iter()
                .map(|item| format!("{} | {} | \n | x | y | \n", a.said(item), b.said(item)))
                .collect(),
            Self::Cells(cells) => {
                let cells = cells.iter().map(|(inner, line)| {
                    format!("{}{} | ", all_said(inner, data), line.said(data))
                });
                format!("{}\n", cells.collect::<String>())
            }
            Self::Box(inner) => format!("{0}{0}\n", all_said(inner, data)),
        }
    }
}

fn words() -> impl Strategy<Value = &'static str> {
    select(vec!["og ", "§ 85 æøå", " & ", "<w:p>", " { ", " } ", "\u{a0}", "”citat”", "  ", "日本"])
}

fn data() -> impl Strategy<Value = Data> {
    let odd = select(vec![
        "Læsø",
        "&amp;",
        "</w:t>",
        "\"'",
        "\n",
        "\r\n",
        "\t",
        "  ",
        "{}",
        "]]>",
        "\u{b}",
        "\u{e003}",
        "\u{ffff}",
        "[afventer: x]",
        "e\u{301}",
        "😀",
        "\u{202e}",
        "2.139",
    ]);
    let leaf = (vec(odd, 0..4), any::<bool>());
    let leaf = leaf.prop_map(|(navn, ja)| Data { navn: navn.concat(), ja, grene: Vec::new() });
    let tree = leaf.clone().prop_recursive(3, 24, 3, |inner| {
        (inner.clone(), vec(inner, 0..4)).prop_map(|(data, grene)| Data { grene, ..data })
    });
    let long = (tree.clone(), vec(leaf, 20..30)).prop_map(|(data, grene)| Data { grene, ..data });
    prop_oneof![9 => tree, 1 => long]
}

fn line() -> impl Strategy<Value = Line> {
    let bit = prop_oneof![words().prop_map(Bit::Words), Just(Bit::Navn)];
    let bit = bit.prop_recursive(2, 6, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| Bit::If(Box::new(a), Box::new(b))),
            inner.prop_map(|inner| Bit::Each(Box::new(inner))),
        ]
    });
    (vec(bit, 0..4), vec(any::<prop::sample::Index>(), 0..8))
        .prop_map(|(bits, cuts)| Line { bits, cuts })
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let piece = prop_oneof![
        line().prop_map(Piece::Line),
        line().prop_map(Piece::Item),
        (any::<bool>(), line(), line()).prop_map(|(headed, a, b)| Piece::Rows(headed, a, b)),
        (line(), line()).prop_map(|(a, b)| Piece::Merged(a, b)),
    ];
    let piece = piece.prop_recursive(3, 16, 3, |inner| {
        let some = vec(inner, 0..3);
        prop_oneof![
            some.clone().prop_map(Piece::Each),
            (some.clone(), some.clone()).prop_map(|(a, b)| Piece::If(a, b)),
            some.clone().prop_map(Piece::Unless),
            vec((some.clone(), line()), 2..4).prop_map(Piece::Cells),
            some.prop_map(Piece::Box),
        ]
    });
    vec(piece, 0..5)
}

/// Gives the drawings of a part ids of their own, as Word does.
fn numbered(xml: &str, first: usize) -> String {
    let mut pieces = xml.split("<wp:docPr id=\"1\"");
    let before = pieces.next().unwrap_or_default().to_owned();
    (first..)
        .zip(pieces)
        .fold(before, |xml, (id, after)| format!("{xml}<wp:docPr id=\"{id}\"{after}"))
}

fn package(body: &[Piece], head: &[Piece]) -> Package {
    let xml = |pieces, first| numbered(&format!("{}{}", all(pieces), p("Slut")), first);
    let mut package = template(&xml(body, 1));
    package.set_part("word/header1.xml", header(&xml(head, 1000)).into_bytes());
    counting(&mut package);
    package
}

/// The same cases on every machine, and none written down beside the source.
fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2021),
        max_shrink_iters: 400,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(settings(40))]

    #[test]
    fn every_template_of_valid_pieces_says_what_it_must(
        body in pieces(), head in pieces(), data in data(),
    ) {
        let done = try_package(&package(&body, &head), &data.context(), &Shelf::default());
        let done = done.map_err(|findings| TestCaseError::fail(findings.to_string()))?;
        prop_assert_eq!(inspect(&done.bytes, "ud.docx").to_string(), "");
        let read = Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
        for (name, pieces) in [("word/document.xml", &body), ("word/header1.xml", &head)] {
            let expected = format!("{}Slut\n", all_said(pieces, &data));
            prop_assert_eq!(text(&part(&read, name)), expected, "{}", name);
        }
    }
}

proptest! {
    #![proptest_config(settings(12))]

    #[test]
    fn the_same_in_gives_the_same_bytes_on_every_thread(
        body in pieces(), head in pieces(), data in data(),
    ) {
        let package = package(&body, &head);
        let make = || try_unjudged(&package, &data.context(), &Shelf::default()).unwrap().bytes;
        let here = make();
        let there: Vec<Vec<u8>> = std::thread::scope(|scope| {
            let threads = [scope.spawn(make), scope.spawn(make)];
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        prop_assert!(there.iter().all(|bytes| *bytes == here));
    }
}
