//! Random documents and random edits of them: both always come back.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use socialaftale::package::Package;
use socialaftale::redline::{Redline, Summary};
use socialaftale::render::word::inspect;

use super::compared::{read, said, try_compare};
use crate::word::boxed::text_box;
use crate::word::small::{W, header, part, relate, template, text};
use crate::word::whole::whole;

const WORDS: [&str; 12] = [
    "tilbud",
    "kommune",
    "borger",
    "takst",
    "1.208",
    "9",
    "og",
    "samarbejde",
    "§ 107",
    "i",
    "den",
    "",
];

#[derive(Debug, Clone)]
enum Bit {
    Words { words: Vec<&'static str>, bold: bool },
    Tab,
    Page,
    Note(&'static str),
    Link(&'static str, &'static str),
    Named(&'static str, &'static str),
    Bookmark(&'static str, &'static str),
    Box(&'static str),
}

#[derive(Debug, Clone)]
enum Block {
    Paragraph { look: &'static str, bits: Vec<Bit> },
    Table { rows: Vec<[Vec<Block>; 2]> },
    Control { tag: &'static str, inside: Vec<Block> },
    Section(u32),
}

fn bit() -> impl Strategy<Value = Bit> {
    let word = || select(&WORDS[..]);
    prop_oneof![
        8 => (vec(word(), 1..8), any::<bool>()).prop_map(|(words, bold)| Bit::Words { words, bold }),
        1 => Just(Bit::Tab),
        1 => Just(Bit::Page),
        1 => word().prop_map(Bit::Note),
        1 => (select(&["https://a.example/", "https://b.example/"][..]), word())
            .prop_map(|(to, words)| Bit::Link(to, words)),
        1 => (select(&["navn", "dato"][..]), word()).prop_map(|(tag, words)| Bit::Named(tag, words)),
        1 => (select(&["a", "b"][..]), word()).prop_map(|(name, words)| Bit::Bookmark(name, words)),
        1 => word().prop_map(Bit::Box),
    ]
}

fn paragraph() -> impl Strategy<Value = Block> {
    let looks = [
        "",
        "<w:pStyle w:val=\"Overskrift1\"/>",
        "<w:jc w:val=\"both\"/>",
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>",
    ];
    (select(looks.to_vec()), vec(bit(), 0..5))
        .prop_map(|(look, bits)| Block::Paragraph { look, bits })
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![9 => paragraph(), 1 => (10_u32..13).prop_map(Block::Section)];
    leaf.prop_recursive(2, 24, 4, |inner| {
        let cell = || vec(inner.clone(), 1..3);
        let rows = vec((cell(), cell()).prop_map(|(a, b)| [a, b]), 1..4);
        prop_oneof![
            2 => paragraph(),
            1 => rows.prop_map(|rows| Block::Table { rows }),
            1 => (select(&["forord", "bilag"][..]), vec(inner, 1..4))
                .prop_map(|(tag, inside)| Block::Control { tag, inside }),
        ]
    })
}

/// What happens to a document between two versions of it.
#[derive(Debug, Clone)]
enum Edit {
    Delete(usize),
    Insert(usize, Block),
    Move(usize, usize),
    Divide(usize, usize),
    Join(usize),
    Words(usize, usize, Bit),
    Look(usize, &'static str),
    Row(usize, usize, Option<[Vec<Block>; 2]>),
    Inside(usize, Box<Edit>),
}

fn edit() -> impl Strategy<Value = Edit> {
    let place = || 0_usize..12;
    let row = (paragraph(), paragraph()).prop_map(|(a, b)| [vec![a], vec![b]]);
    let leaf = prop_oneof![
        place().prop_map(Edit::Delete),
        (place(), block()).prop_map(|(at, block)| Edit::Insert(at, block)),
        (place(), place()).prop_map(|(from, to)| Edit::Move(from, to)),
        (place(), 0_usize..4).prop_map(|(at, bit)| Edit::Divide(at, bit)),
        place().prop_map(Edit::Join),
        (place(), 0_usize..4, bit()).prop_map(|(at, bit, new)| Edit::Words(at, bit, new)),
        (place(), select(&["", "<w:jc w:val=\"center\"/>"][..]))
            .prop_map(|(at, look)| Edit::Look(at, look)),
        (place(), 0_usize..3, proptest::option::of(row))
            .prop_map(|(at, row, new)| Edit::Row(at, row, new)),
    ];
    leaf.prop_recursive(2, 8, 1, |inner| {
        (0_usize..12, inner).prop_map(|(at, edit)| Edit::Inside(at, Box::new(edit)))
    })
}

fn apply(edit: &Edit, blocks: &mut Vec<Block>) {
    let count = blocks.len();
    if count == 0 {
        return;
    }
    match edit {
        Edit::Delete(at) => drop(blocks.remove(at % count)),
        Edit::Insert(at, block) => blocks.insert(at % (count + 1), block.clone()),
        Edit::Move(from, to) => {
            let block = blocks.remove(from % count);
            blocks.insert(to % count, block);
        }
        Edit::Divide(at, bit) => {
            let at = at % count;
            if let Block::Paragraph { look, bits } = &mut blocks[at] {
                let rest = bits.split_off(*bit.min(&bits.len()));
                let divided = Block::Paragraph { look, bits: rest };
                blocks.insert(at + 1, divided);
            }
        }
        Edit::Join(at) => join(blocks, at % count),
        Edit::Words(at, place, new) => {
            if let Block::Paragraph { bits, .. } = &mut blocks[at % count] {
                match bits.get_mut(*place) {
                    Some(bit) => *bit = new.clone(),
                    None => bits.push(new.clone()),
                }
            }
        }
        Edit::Look(at, new) => {
            if let Block::Paragraph { look, .. } = &mut blocks[at % count] {
                *look = new;
            }
        }
        Edit::Row(at, row, new) => {
            if let Block::Table { rows } = &mut blocks[at % count] {
                match new {
                    Some(new) => rows.insert(row % (rows.len() + 1), new.clone()),
                    None if rows.len() > 1 => drop(rows.remove(row % rows.len())),
                    None => {}
                }
            }
        }
        Edit::Inside(at, edit) => match &mut blocks[at % count] {
            Block::Table { rows } => apply(edit, &mut rows[0][1]),
            Block::Control { inside, .. } => apply(edit, inside),
            Block::Paragraph { .. } | Block::Section(_) => {}
        },
    }
}

fn join(blocks: &mut Vec<Block>, at: usize) {
    let pair = (blocks.get(at).cloned(), blocks.get(at + 1).cloned());
    if let (Some(Block::Paragraph { bits, .. }), Some(Block::Paragraph { look, bits: more })) = pair
    {
        blocks[at] = Block::Paragraph { look, bits: [bits, more].concat() };
        blocks.remove(at + 1);
    }
}

/// A document under way.
#[derive(Default)]
struct Press {
    notes: Vec<&'static str>,
    links: Vec<&'static str>,
    named: Vec<&'static str>,
    ids: u32,
}

impl Press {
    fn blocks(&mut self, blocks: &[Block], in_body: bool) -> String {
        blocks.iter().map(|block| self.block(block, in_body)).collect()
    }

    fn block(&mut self, block: &Block, in_body: bool) -> String {
        match block {
            Block::Paragraph { look, bits } => {
                let bits: String = bits.iter().map(|bit| self.bit(bit, true)).collect();
                format!("<w:p><w:pPr>{look}</w:pPr>{bits}</w:p>")
            }
            Block::Table { rows } => {
                let rows: String = rows.iter().map(|row| self.row(row)).collect();
                format!(
                    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>{rows}</w:tbl><w:p/>"
                )
            }
            Block::Control { tag, inside } => {
                self.ids += 1;
                let id = self.ids;
                let inside = self.blocks(inside, false);
                let inside = if inside.is_empty() { "<w:p/>".to_owned() } else { inside };
                format!(
                    "<w:sdt><w:sdtPr><w:id w:val=\"{id}\"/><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
                )
            }
            Block::Section(width) if in_body => {
                format!(
                    "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"{width}000\" w:h=\"16838\"/></w:sectPr></w:pPr></w:p>"
                )
            }
            Block::Section(_) => "<w:p/>".to_owned(),
        }
    }

    fn row(&mut self, row: &[Vec<Block>; 2]) -> String {
        let cells: String = row
            .iter()
            .map(|cell| {
                format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{}<w:p/></w:tc>",
                    self.blocks(cell, false)
                )
            })
            .collect();
        format!("<w:tr>{cells}</w:tr>")
    }

    fn bit(&mut self, bit: &Bit, boxes: bool) -> String {
        let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
        match bit {
            Bit::Words { words, bold } => {
                let look = if *bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
                format!("<w:r>{look}<w:t xml:space=\"preserve\">{} </w:t></w:r>", words.join(" "))
            }
            Bit::Tab => "<w:r><w:tab/></w:r>".to_owned(),
            Bit::Page => format!("<w:fldSimple w:instr=\"PAGE\">{}</w:fldSimple>", run("1")),
            Bit::Note(words) => {
                self.notes.push(words);
                format!("<w:r><w:footnoteReference w:id=\"{}\"/></w:r>", self.notes.len())
            }
            Bit::Link(to, words) => {
                self.links.push(to);
                format!(
                    "<w:hyperlink r:id=\"rIdL{}\">{}</w:hyperlink>",
                    self.links.len(),
                    run(words)
                )
            }
            Bit::Named(tag, words) => {
                self.ids += 1;
                format!(
                    "<w:sdt><w:sdtPr><w:id w:val=\"{}\"/><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
                    self.ids,
                    run(words)
                )
            }
            Bit::Bookmark(name, words) if !self.named.contains(name) => {
                self.named.push(name);
                let id = self.named.len();
                format!(
                    "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{}<w:bookmarkEnd w:id=\"{id}\"/>",
                    run(words)
                )
            }
            Bit::Bookmark(_, words) => run(words),
            Bit::Box(words) if boxes => {
                self.ids += 1;
                let id = format!("<wp:docPr id=\"{}\"", self.ids);
                text_box(&format!("<w:p>{}</w:p>", run(words)), "Boks")
                    .replace("<wp:docPr id=\"1\"", &id)
            }
            Bit::Box(words) => run(words),
        }
    }
}

fn document(blocks: &[Block], head: &str) -> Package {
    let mut press = Press::default();
    let body = press.blocks(blocks, true);
    let mut package = template(&format!(
        "{body}<w:p/><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdH\"/></w:sectPr>"
    ));
    package.set_part(
        "word/header1.xml",
        header(&format!("<w:p><w:r><w:t>{head}</w:t></w:r></w:p>")).into_bytes(),
    );
    relate(&mut package, "word/document.xml", "rIdH", "header", "header1.xml");
    let list = |n: u32, kind: &str| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{n}\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{kind}\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>"
        )
    };
    let lists = [list(0, "decimal"), list(1, "bullet")].concat();
    package.set_part("word/numbering.xml", format!("<w:numbering {W}>{lists}<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>").into_bytes());
    for (number, to) in press.links.iter().enumerate() {
        relate(&mut package, "word/document.xml", &format!("rIdL{}", number + 1), "hyperlink", to);
    }
    if !press.notes.is_empty() {
        crate::word::small::notes(&mut package, "footnote", &press.notes);
    }
    whole(&package)
}

/// The text in one line, since an empty paragraph can be written in two ways.
fn words(package: &Package) -> String {
    said(package).replace('\n', "")
}

fn compared(old: &Package, new: &Package) -> Redline {
    try_compare(&old.write(), &new.write()).unwrap_or_else(|findings| panic!("{findings}"))
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(5),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn both_documents_come_back_from_the_redline_of_an_edited_one(
        blocks in vec(block(), 1..10),
        edits in vec(edit(), 1..6),
        heads in (select(&["Udkast 1", "Udkast 2"][..]), select(&["Udkast 1", "Udkast 2"][..])),
    ) {
        let mut edited = blocks.clone();
        edits.iter().for_each(|edit| apply(edit, &mut edited));
        let (old, new) = (document(&blocks, heads.0), document(&edited, heads.1));
        let done = compared(&old, &new);
        let accepted = socialaftale::redline::accept_all(&done.bytes, "ud.docx").unwrap();
        let rejected = socialaftale::redline::reject_all(&done.bytes, "ud.docx").unwrap();
        prop_assert_eq!(words(&read(&accepted)), words(&new));
        prop_assert_eq!(words(&read(&rejected)), words(&old));
        let head = text(&part(&read(&rejected), "word/header1.xml"));
        prop_assert_eq!(head.trim(), heads.0);
        prop_assert_eq!(inspect(&done.bytes, "ud.docx").to_string(), "");
        super::kept::keep(&done.bytes, &accepted, &rejected);
    }

    #[test]
    fn two_documents_that_have_nothing_to_do_with_each_other_come_back_too(
        old in vec(block(), 1..6),
        new in vec(block(), 1..6),
    ) {
        let (old, new) = (document(&old, "Gammel"), document(&new, "Ny"));
        let done = compared(&old, &new);
        prop_assert_eq!(inspect(&done.bytes, "ud.docx").to_string(), "");
    }

    #[test]
    fn a_document_and_itself_have_no_changes(blocks in vec(block(), 1..10)) {
        let file = document(&blocks, "Udkast");
        prop_assert_eq!(compared(&file, &file).summary, Summary::default());
    }
}
