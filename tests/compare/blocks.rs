use std::sync::Arc;

use socialaftale::compare::blocks;
use socialaftale::finding::Findings;
use socialaftale::text::markdown;
use socialaftale::text::tree::{
    Block, Column, Figure, Heading, Inline, Mark, Picture, PictureFormat, Row, Table,
};

use super::both_ways::{accepted, plain, rejected};

/// The blocks of a Markdown text.
fn read(source: &str) -> Vec<Block> {
    let mut findings = Findings::new();
    let blocks = markdown::parse(source, &Arc::from("proeve.md"), 1, &mut findings);
    assert!(findings.is_empty(), "{findings}");
    blocks
}

/// Blocks as a line each: what is marked stands as `+new+`, `-old-`, `>moved here>`, `<moved away<`.
fn shown(blocks: &[Block]) -> String {
    blocks.iter().map(|block| show(block) + "\n").collect()
}

fn show(block: &Block) -> String {
    match block {
        Block::Heading(heading) => format!("# {}", words(&heading.content)),
        Block::Paragraph(content) => words(content),
        Block::List(list) => {
            let items = list.items.iter();
            items.map(|item| format!("* {}", shown(item).trim_end())).collect::<Vec<_>>().join("\n")
        }
        Block::Quote(inner) => format!("> {}", shown(inner).trim_end()),
        Block::Table(table) => {
            let rows = table.header.iter().chain(&table.rows);
            let lines = rows.map(|row| {
                let cells: Vec<String> = row.cells.iter().map(|cell| words(cell)).collect();
                format!("| {} |", cells.join(" | "))
            });
            let notes = table.notes.iter().map(|note| words(note));
            let caption = words(&table.caption);
            std::iter::once(caption).chain(lines).chain(notes).collect::<Vec<_>>().join("\n")
        }
        Block::Figure(figure) => format!("figur: {} ({})", words(&figure.caption), figure.alt),
        Block::Marked(mark, inner) => {
            let inner = shown(inner);
            format!("{0}{1}{0}", sign(*mark), inner.trim_end())
        }
        Block::PageBreak => "---".to_owned(),
        Block::Verbatim(lines) => format!("`{lines}`"),
        Block::Directive(field) => field.source.clone(),
    }
}

fn words(content: &[Inline]) -> String {
    content.iter().map(word).collect()
}

fn word(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) | Inline::Verbatim(text) => text.clone(),
        Inline::Emphasis(inner) => format!("_{}_", words(inner)),
        Inline::Strong(inner) => format!("*{}*", words(inner)),
        Inline::Link { url, content, .. } => format!("[{}]({url})", words(content)),
        Inline::Reference(reference) => words(&reference.content),
        Inline::Footnote(blocks) => format!("^({})", shown(blocks).trim_end()),
        Inline::LineBreak => "/".to_owned(),
        Inline::Pending(what) => format!("[afventer: {what}]"),
        Inline::Field(field) => field.source.clone(),
        Inline::Marked(mark, inner) => format!("{0}{1}{0}", sign(*mark), words(inner)),
    }
}

fn sign(mark: Mark) -> char {
    match mark {
        Mark::Inserted => '+',
        Mark::Deleted => '-',
        Mark::MovedTo => '>',
        Mark::MovedFrom => '<',
    }
}

fn compared(old: &str, new: &str) -> String {
    held(&read(old), &read(new))
}

/// Compares, and sees that dropping the marks gives both editions back.
fn held(old: &[Block], new: &[Block]) -> String {
    let both = blocks(old, new);
    assert_eq!(accepted(&both), plain(new), "accepting all gives the new edition");
    assert_eq!(rejected(&both), plain(old), "rejecting all gives the old edition");
    shown(&both)
}

#[test]
fn what_is_the_same_has_no_marks() {
    let source = "## Vision\n\nAlle *skal* med.\n\n- en\n- to\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    let old = read(source);
    assert_eq!(blocks(&old, &old), old);
}

#[test]
fn words_are_marked_within_a_paragraph() {
    assert_eq!(
        compared(
            "Aftalen gælder for 9 borgere i 2019.",
            "Aftalen gælder nu for 12 borgere i 2020."
        ),
        "Aftalen gælder +nu +for -9-+12+ borgere i -2019-+2020+.\n"
    );
}

#[test]
fn words_that_are_replaced_beside_each_other_are_one_change() {
    assert_eq!(
        compared("Der er ni borgere i dag i regionen.", "Der er ti personer i dag i regionen."),
        "Der er -ni borgere-+ti personer+ i dag i regionen.\n"
    );
}

#[test]
fn a_number_with_a_point_is_one_word() {
    assert_eq!(
        compared("Taksten er 1.933,50 kr. i døgnet.", "Taksten er 2.139,50 kr. i døgnet."),
        "Taksten er -1.933,50-+2.139,50+ kr. i døgnet.\n"
    );
}

#[test]
fn paragraphs_are_inserted_deleted_and_rewritten() {
    assert_eq!(
        compared(
            "Første afsnit om aftalen.\n\nDet her afsnit går ud.\n\nSidste afsnit om parterne.",
            "Første afsnit om aftalen.\n\nSidste afsnit om de elleve parter og parterne.\n\nHelt nye ord her."
        ),
        "Første afsnit om aftalen.\n\
         -Det her afsnit går ud.-\n\
         Sidste afsnit om +de elleve parter og +parterne.\n\
         +Helt nye ord her.+\n"
    );
}

#[test]
fn what_is_moved_is_told_from_what_is_rewritten() {
    let (one, two, three) = (
        "Kommunerne samarbejder om de små målgrupper.",
        "Regionen driver de specialiserede tilbud.",
        "Hvert år følges der op på aftalens mål.",
    );
    assert_eq!(
        compared(&[one, two, three].join("\n\n"), &[three, one, two].join("\n\n")),
        format!(">{three}>\n{one}\n{two}\n<{three}<\n")
    );
}

#[test]
fn emphasis_that_changes_is_a_change() {
    assert_eq!(
        compared("Der er tre og *kun tre* mål.", "Der er tre og **kun tre** mål."),
        "Der er tre og -_kun tre_-+*kun tre*+ mål.\n"
    );
    assert_eq!(
        compared("Der er *kun få* mål.", "Der er *kun tre* mål."),
        "Der er _kun __-få-__+tre+_ mål.\n".replace("_kun __-få-__+tre+_", "_kun _-_få_-+_tre_+")
    );
}

#[test]
fn a_link_that_leads_elsewhere_is_a_change() {
    assert_eq!(
        compared("Se [siden](https://a.dk).", "Se [siden](https://b.dk)."),
        "Se -[siden](https://a.dk)-+[siden](https://b.dk)+.\n"
    );
}

#[test]
fn an_open_point_that_is_filled_is_a_change() {
    assert_eq!(
        compared("Svar: [afventer: Morsø].", "Svar: fire."),
        "Svar: -[afventer: Morsø]-+fire+.\n"
    );
}

#[test]
fn list_items_are_marked_as_wholes_and_within() {
    assert_eq!(
        compared(
            "- flere borgere klarer sig selv\n- færre sager i rådet\n",
            "- flere borgere klarer sig helt selv\n- kortere ventetid for alle\n"
        ),
        "* flere borgere klarer sig +helt +selv\n\
         * -færre sager i rådet-\n\
         * +kortere ventetid for alle+\n"
    );
}

#[test]
fn a_footnote_is_marked_where_its_words_change() {
    assert_eq!(
        compared(
            "Efter loven[^1] gælder det.\n\n[^1]: Lov om social service, § 6.",
            "Efter loven[^1] gælder det.\n\n[^1]: Lov om social service, § 7."
        ),
        "Efter loven^(Lov om social service, § -6-+7+.) gælder det.\n"
    );
}

fn table(rows: &[&[&str]]) -> Block {
    let cell = |words: &&str| vec![Inline::Text((*words).to_owned())];
    let row = |cells: &[&str]| Row { cells: cells.iter().map(cell).collect(), ..Row::default() };
    Block::Table(Table {
        key: Some("takster".to_owned()),
        caption: vec![Inline::Text("Takster".to_owned())],
        columns: vec![Column::default(); rows[0].len()],
        header: vec![row(rows[0])],
        rows: rows[1..].iter().map(|cells| row(cells)).collect(),
        ..Table::default()
    })
}

#[test]
fn cells_and_rows_of_a_table_are_marked() {
    let old = table(&[&["Tilbud", "Takst"], &["A", "100"], &["B", "200"], &["C", "300"]]);
    let new = table(&[&["Tilbud", "Takst"], &["A", "110"], &["C", "300"], &["D", "400"]]);
    assert_eq!(
        held(&[old], &[new]),
        "Takster\n| Tilbud | Takst |\n| A | -100-+110+ |\n| -B- | -200- |\n| C | 300 |\n| +D+ | +400+ |\n"
    );
}

#[test]
fn a_year_that_comes_and_one_that_goes_are_columns() {
    let old = table(&[&["År", "2018", "2019"], &["I alt", "5", "6"]]);
    let new = table(&[&["År", "2019", "2020"], &["I alt", "6", "7"]]);
    assert_eq!(
        held(&[old], &[new]),
        "Takster\n| År | -2018- | 2019 | +2020+ |\n| I alt | -5- | 6 | +7+ |\n"
    );
}

fn figure(bytes: &[u8], alt: &str) -> Block {
    Block::Figure(Figure {
        key: Some("cu".to_owned()),
        number: None,
        caption: vec![Inline::Text("Borgere".to_owned())],
        alt: alt.to_owned(),
        picture: Picture {
            format: PictureFormat::Svg,
            bytes: Arc::from(bytes),
            width: 10.0,
            height: 5.0,
        },
        notes: Vec::new(),
        traced: Vec::new(),
    })
}

#[test]
fn a_figure_that_changes_takes_the_old_ones_place() {
    assert_eq!(
        held(&[figure(b"1", "fem")], &[figure(b"2", "seks")]),
        "-figur: Borgere (fem)-\n+figur: Borgere (seks)+\n"
    );
}

#[test]
fn a_heading_with_a_key_may_get_another_title() {
    let heading = |words: &str| {
        Block::Heading(Heading {
            level: 1,
            key: Some("fokus".to_owned()),
            number: None,
            numbered: true,
            content: vec![Inline::Text(words.to_owned())],
        })
    };
    let (old, new) = ("Den gode alderdom", "Sammen om en stærk socialpsykiatri");
    assert_eq!(held(&[heading(old)], &[heading(new)]), format!("# -{old}-+{new}+\n"));
}

#[test]
fn a_long_document_that_is_rewritten_throughout_is_given_back() {
    let text = |shift: usize| -> Vec<Block> {
        let words = |at: usize| {
            (0..12)
                .map(|word| format!("ord{} ", (at * 7 + word * (shift + 3)) % 997))
                .collect::<String>()
        };
        (0..2000).map(|at| Block::Paragraph(vec![Inline::Text(words(at))])).collect()
    };
    let (old, new) = (text(0), text(1));
    assert_eq!(rejected(&blocks(&old, &new)), plain(&old));
}
