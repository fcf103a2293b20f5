use socialaftale::input::plain_text;
use unicode_normalization::UnicodeNormalization;

use crate::project::{AFTALE, Project, listed};

const VISION: &str = "inputs/tekst/vision.md";

/// What the project says with its text files saved another way, and what it says as shipped.
fn read_both_ways(change: impl Fn(&str) -> Vec<u8>) -> [socialaftale::model::Projekt; 2] {
    [Project::shipped().each_text(change), Project::shipped()].map(|project| {
        let (records, findings) = project.read();
        assert_eq!(listed(findings), Vec::<String>::new());
        records.expect("a project").projekt
    })
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let [marked, shipped] = read_both_ways(|text| format!("\u{feff}{text}").into_bytes());
    assert!(marked == shipped);
}

#[test]
fn windows_and_old_mac_line_ends_change_nothing() {
    let [windows, shipped] = read_both_ways(|text| text.replace('\n', "\r\n").into_bytes());
    assert!(windows == shipped);
    let [mac, shipped] = read_both_ways(|text| text.replace('\n', "\r").into_bytes());
    assert!(mac == shipped);
}

#[test]
fn decomposed_letters_change_nothing() {
    let [decomposed, shipped] = read_both_ways(|text| {
        let decomposed: String = text.nfd().collect();
        assert!(decomposed != text || text.is_ascii() || !text.contains('å'));
        decomposed.into_bytes()
    });
    assert!(decomposed == shipped);
}

#[test]
fn utf_16_is_named() {
    let text = Project::shipped().text(VISION);
    for (mark, bytes) in [
        ([0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
        ([0xfe, 0xff], text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ] {
        let found = Project::shipped().with(VISION, [&mark[..], &bytes].concat()).read().1;
        assert_eq!(
            listed(found),
            ["fejl[tegnsaet] inputs/tekst/vision.md: Filen er gemt som UTF-16. \
              Gem den igen med tegnsættet UTF-8."]
        );
    }
}

#[test]
fn latin_1_is_told_with_line_and_column() {
    let error = plain_text(b"en\nto f\xe5r", "a.md").expect_err("no UTF-8");
    assert_eq!(
        error.to_string(),
        "fejl[tegnsaet] a.md, linje 2, kolonne 5: Her står et tegn, der ikke er UTF-8; filen er \
         formentlig gemt som Windows-1252 eller Latin-1. Gem den igen med tegnsættet UTF-8."
    );
}

#[test]
fn columns_before_a_bad_byte_count_letters() {
    let error = plain_text("æøå\u{20ac}x".as_bytes(), "a.md").map(|text| text.len());
    assert_eq!(error, Ok("æøå€x".len()));
    let mut bytes = "æøå".as_bytes().to_vec();
    bytes.push(0xe5);
    let error = plain_text(&bytes, "a.md").expect_err("no UTF-8").to_string();
    assert!(error.starts_with("fejl[tegnsaet] a.md, linje 1, kolonne 4: "), "{error}");
}

#[test]
fn a_latin_1_file_among_the_inputs_stops_nothing_else() {
    let latin = |text: &str| text.chars().map(|letter| letter as u32 as u8).collect::<Vec<u8>>();
    let project = Project::shipped()
        .with("inputs/tekst/forord.md", latin("+++\nnoegle = \"forord\"\ntitel = \"Få ord\"\n"))
        .replace(AFTALE, "korttitel", "kortitel");
    let found = listed(project.read().1);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found[2].starts_with("fejl[tegnsaet] inputs/tekst/forord.md, linje 3, kolonne 11: "));
}

#[test]
fn what_word_cannot_hold_is_told_with_its_line() {
    for (letter, code) in
        [('\u{b}', "000B"), ('\u{0}', "0000"), ('\u{fffe}', "FFFE"), ('\u{e000}', "E000")]
    {
        let error = plain_text(format!("en\nto {letter}").as_bytes(), "a.md").expect_err(code);
        assert_eq!(
            error.to_string(),
            format!(
                "fejl[usynligt-tegn] a.md, linje 2: Linjen rummer et usynligt tegn (U+{code}), \
                 som Word ikke kan læse. Slet linjen og skriv den igen."
            )
        );
    }
}

#[test]
fn a_lone_surrogate_is_no_utf_8() {
    let error = plain_text(b"a\xed\xa0\x80", "a.md").expect_err("no UTF-8").to_string();
    assert!(error.starts_with("fejl[tegnsaet] a.md, linje 1, kolonne 2: "), "{error}");
}

#[test]
fn tabs_and_line_ends_are_no_invisible_letters() {
    assert_eq!(plain_text(b"a\tb\nc", "a.md").as_deref(), Ok("a\tb\nc"));
}
