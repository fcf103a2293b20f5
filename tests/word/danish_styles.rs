//! Rich text in a template as a Danish Word makes it: English names, Danish ids.

use socialaftale::package::Package;
use socialaftale::text::tree::{Block, Inline, List, Row, Table};

use super::sample::{Shelf, drawing, heading, list, para, takster, words};
use super::small::{context, p, part, read, template, text, try_package};

/// Kind, id and name of each style.
const STYLES: [(&str, &str, &str); 12] = [
    ("paragraph", "Normal", "Normal"),
    ("paragraph", "Overskrift1", "heading 1"),
    ("paragraph", "Overskrift2", "heading 2"),
    ("paragraph", "Opstilling-punkttegn", "List Bullet"),
    ("paragraph", "Opstilling-talellerbogst", "List Number"),
    ("paragraph", "Citat", "Quote"),
    ("paragraph", "Fodnotetekst", "footnote text"),
    ("character", "Fodnotehenvisning", "footnote reference"),
    ("character", "Hyperlink", "Hyperlink"),
    ("paragraph", "Billedtekst", "caption"),
    ("table", "Tabel-Normal", "Normal Table"),
    ("table", "Tabel-Gitter", "Table Grid"),
];

fn danish(body: &str) -> Package {
    let mut package = template(body);
    let listed = |id: &str| match id {
        "Opstilling-punkttegn" => "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
        "Opstilling-talellerbogst" => "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>",
        _ => "",
    };
    let styles: String = STYLES
        .iter()
        .map(|(kind, id, name)| format!("<w:style w:type=\"{kind}\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{}</w:style>", listed(id)))
        .collect();
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    package.set_part("word/styles.xml", format!("<w:styles {w}>{styles}</w:styles>").into_bytes());
    let levels = |kind: &str| -> String {
        (0..9).map(|level| format!("<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{kind}\"/></w:lvl>")).collect()
    };
    let numbering = format!(
        "<w:numbering {w}><w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>",
        levels("bullet"),
        levels("decimal")
    );
    package.set_part("word/numbering.xml", numbering.into_bytes());
    let links = part(&package, "word/_rels/document.xml.rels").replace("</Relationships>", "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/></Relationships>");
    package.set_part("word/_rels/document.xml.rels", links.into_bytes());
    package
}

fn done(blocks: Vec<Block>) -> Package {
    let shelf = Shelf::default().text("a", "Vision", blocks);
    let done = try_package(&danish(&p("{{kapitel \"a\"}}")), &context(), &shelf);
    read(&done.unwrap_or_else(|findings| panic!("{findings}")))
}

fn body(blocks: Vec<Block>) -> String {
    part(&done(blocks), "word/document.xml")
}

/// The paragraphs of a body: style, list and level, and words.
fn paragraphs(xml: &str) -> Vec<(String, String, String)> {
    let value = |paragraph: &str, name: &str| {
        let rest = paragraph.split_once(&format!("<{name} w:val=\"")).map(|(_, rest)| rest);
        rest.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    };
    xml.split("<w:p>")
        .skip(1)
        .map(|paragraph| {
            let list = format!("{}.{}", value(paragraph, "w:numId"), value(paragraph, "w:ilvl"));
            let words = text(&format!("<w:p>{paragraph}"));
            (
                value(paragraph, "w:pStyle"),
                list,
                words.lines().next().unwrap_or_default().to_owned(),
            )
        })
        .collect()
}

fn named(found: &[(String, String, String)]) -> Vec<(&str, &str, &str)> {
    found
        .iter()
        .map(|(style, list, words)| (style.as_str(), list.as_str(), words.as_str()))
        .collect()
}

fn quote(blocks: Vec<Block>) -> Block {
    Block::Quote(blocks)
}

fn footnote(note: &str) -> Inline {
    Inline::Footnote(vec![para(note)])
}

#[test]
fn everything_lands_on_the_templates_own_styles() {
    let package = done(vec![
        heading(2, "Mål"),
        list(None, &["punkt"]),
        list(Some(1), &["tal"]),
        quote(vec![para("ord")]),
        Block::Paragraph(vec![words("se"), footnote("note")]),
        Block::Table(Table { key: Some("t".to_owned()), ..takster() }),
    ]);
    let xml = part(&package, "word/document.xml");
    let found = paragraphs(&xml);
    assert_eq!(
        named(&found)[..7],
        [
            ("Overskrift1", "3.0", "Vision"),
            ("Overskrift2", "3.1", "Mål"),
            ("Opstilling-punkttegn", "1.0", "punkt"),
            ("Opstilling-talellerbogst", "4.0", "tal"),
            ("Citat", ".", "ord"),
            ("", ".", "se"),
            ("Billedtekst", ".", "Tabel\u{a0}1. Takster i de nordjyske krisecentre"),
        ]
    );
    assert!(xml.contains("<w:rStyle w:val=\"Fodnotehenvisning\"/>"), "{xml}");
    assert!(xml.contains("<w:tblStyle w:val=\"Tabel-Gitter\"/>"), "{xml}");
    assert!(part(&package, "word/footnotes.xml").contains("<w:pStyle w:val=\"Fodnotetekst\"/>"));
    let styles = part(&package, "word/styles.xml");
    for (_, _, name) in STYLES {
        assert_eq!(styles.matches(&format!("<w:name w:val=\"{name}\"/>")).count(), 1, "{name}");
    }
}

#[test]
fn lists_in_lists_go_a_level_down_and_begin_where_they_say() {
    let inner = List { start: Some(4), items: vec![vec![para("fire")], vec![para("fem")]] };
    let deep = List { start: None, items: vec![vec![para("dybt")]] };
    let outer = List {
        start: None,
        items: vec![
            vec![para("yderst"), Block::List(inner)],
            vec![para("mere"), Block::List(deep)],
        ],
    };
    let package = done(vec![Block::List(outer), list(Some(7), &["syv"])]);
    let xml = part(&package, "word/document.xml");
    let found = paragraphs(&xml);
    assert_eq!(
        named(&found)[1..],
        [
            ("Opstilling-punkttegn", "1.0", "yderst"),
            ("Opstilling-talellerbogst", "4.1", "fire"),
            ("Opstilling-talellerbogst", "4.1", "fem"),
            ("Opstilling-punkttegn", "1.0", "mere"),
            ("Opstilling-punkttegn", "1.1", "dybt"),
            ("Opstilling-talellerbogst", "5.0", "syv"),
        ]
    );
    let numbering = part(&package, "word/numbering.xml");
    assert!(
        numbering.contains("<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"4\"/>"),
        "{numbering}"
    );
    assert!(
        numbering.contains("<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/>"),
        "{numbering}"
    );
}

#[test]
fn a_table_in_a_list_item_stands_between_its_items() {
    let table = Block::Table(Table { caption: Vec::new(), notes: Vec::new(), ..takster() });
    let items = vec![vec![para("før"), table], vec![para("efter")]];
    let xml = body(vec![Block::List(List { start: Some(1), items })]);
    let (before, rest) = xml.split_once("<w:tbl>").unwrap();
    let (_, after) = rest.split_once("</w:tbl>").unwrap();
    let own = |xml: &str| {
        paragraphs(xml).iter().map(|(_, list, text)| format!("{list} {text}")).collect::<Vec<_>>()
    };
    // The list goes on below the table.
    assert_eq!(own(before)[1..], ["4.0 før"]);
    assert_eq!(own(after), ["4.0 efter"]);
}

#[test]
fn a_note_may_stand_in_a_cell() {
    let row = Row { cells: vec![vec![words("takst"), footnote("pr. døgn")]], ..Row::default() };
    let table = Table { rows: vec![row], columns: vec![Default::default()], ..Table::default() };
    let package = done(vec![Block::Table(table)]);
    let xml = part(&package, "word/document.xml");
    let (_, cell) = xml.split_once("<w:tc>").unwrap();
    assert!(cell.contains("<w:footnoteReference w:id=\"1\"/>"), "{xml}");
    assert!(text(&part(&package, "word/footnotes.xml")).ends_with(" pr. døgn\n"));
}

#[test]
fn a_picture_in_a_quote_keeps_its_style_and_the_quote_goes_on() {
    let xml = body(vec![quote(vec![para("før"), Block::Figure(drawing()), para("efter")])]);
    let found = paragraphs(&xml);
    let styles: Vec<&str> = found[1..].iter().map(|(style, _, _)| style.as_str()).collect();
    assert_eq!(styles, ["Citat", "Figur", "Billedtekst", "Citat"]);
    assert_eq!(xml.matches("<w:drawing>").count(), 1, "{xml}");
}

#[test]
fn emphasis_in_a_link_is_emphasised_and_linked() {
    let content = vec![words("se "), Inline::Strong(vec![Inline::Emphasis(vec![words("her")])])];
    let link = Inline::Link { url: "https://a.dk".to_owned(), content, at: Default::default() };
    let xml = body(vec![Block::Paragraph(vec![link])]);
    let style = "<w:rStyle w:val=\"Hyperlink\"/>";
    assert!(
        xml.contains(&format!(" w:history=\"1\"><w:r><w:rPr>{style}</w:rPr><w:t xml:space=\"preserve\">se </w:t></w:r><w:r><w:rPr>{style}<w:b/><w:bCs/><w:i/><w:iCs/></w:rPr><w:t xml:space=\"preserve\">her</w:t></w:r></w:hyperlink>")),
        "{xml}"
    );
}
