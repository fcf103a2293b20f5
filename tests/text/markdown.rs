use std::sync::Arc;

use socialaftale::finding::Findings;
use socialaftale::text::markdown::{parse, parse_line};
use socialaftale::text::tree::{
    Align, Block, Field, Heading, Inline, List, Reference, SourcePoint, Table, plain_text,
};

use crate::project::listed;

fn parsed(source: &str) -> (Vec<Block>, Vec<String>) {
    let (file, mut findings) = (Arc::from("proeve.md"), Findings::new());
    let blocks = parse(source, &file, 10, &mut findings);
    (blocks, listed(findings))
}

fn blocks(source: &str) -> Vec<Block> {
    let (blocks, findings) = parsed(source);
    assert_eq!(findings, Vec::<String>::new());
    blocks
}

fn findings(source: &str) -> Vec<String> {
    parsed(source).1
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![text(words)])
}

fn at(line: u32, column: u32) -> SourcePoint {
    SourcePoint { file: "proeve.md".into(), line, column }
}

fn field(source: &str, line: u32, column: u32) -> Field {
    Field { source: source.to_owned(), at: at(line, column) }
}

fn heading(level: u8, key: Option<&str>, words: &str) -> Block {
    Block::Heading(Heading {
        level,
        key: key.map(str::to_owned),
        number: None,
        numbered: true,
        content: vec![text(words)],
    })
}

fn only_table(source: &str) -> Table {
    match blocks(source).pop() {
        Some(Block::Table(table)) => table,
        other => panic!("no table but {other:?}"),
    }
}

#[test]
fn headings_keep_their_level_and_key() {
    assert_eq!(
        blocks("## Målgruppen {#cu-dom-maalgruppe}\n\n### Uden nøgle\n"),
        [heading(2, Some("cu-dom-maalgruppe"), "Målgruppen"), heading(3, None, "Uden nøgle")]
    );
}

#[test]
fn paragraphs_are_divided_by_blank_lines_and_lines_are_joined() {
    assert_eq!(
        blocks("Første\nlinje.\n\nAndet."),
        [paragraph("Første linje."), paragraph("Andet.")]
    );
}

#[test]
fn lists_nest_and_ordered_ones_keep_their_first_number() {
    let inner =
        List { start: Some(3), items: vec![vec![paragraph("tre")], vec![paragraph("fire")]] };
    assert_eq!(
        blocks("- en\n- to\n\n  3. tre\n  4. fire\n"),
        [Block::List(List {
            start: None,
            items: vec![vec![paragraph("en")], vec![paragraph("to"), Block::List(inner)]],
        })]
    );
}

#[test]
fn a_loose_list_reads_like_a_tight_one() {
    assert_eq!(blocks("- en\n\n- to\n"), blocks("- en\n- to\n"));
}

#[test]
fn a_table_takes_caption_and_key_from_the_paragraph_before_it() {
    let table =
        only_table("Tabel: Takster {#takster}\n\n| Tilbud | Kr. |\n|---|---:|\n| A | 1 |\n");
    assert_eq!(table.key.as_deref(), Some("takster"));
    assert_eq!(table.caption, [text("Takster")]);
    let aligned: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    assert_eq!(aligned, [Align::Left, Align::Right]);
    assert_eq!(table.header[0].cells, [[text("Tilbud")], [text("Kr.")]]);
    assert_eq!(table.rows[0].cells, [[text("A")], [text("1")]]);
}

#[test]
fn a_table_without_caption_has_none() {
    let source = "Se her:\n\n| A |\n|---|\n| 1 |\n";
    let [first, Block::Table(table)] = &blocks(source)[..] else { panic!("two blocks") };
    assert_eq!(*first, paragraph("Se her:"));
    assert_eq!((&table.caption[..], &table.key), (&[][..], &None));
}

#[test]
fn a_caption_may_hold_a_field() {
    let table = only_table("Tabel: Bilag til {{aftale.titel}} {#b}\n\n| A |\n|---|\n| 1 |\n");
    assert_eq!(table.key.as_deref(), Some("b"));
    let [Inline::Field(caption)] = &table.caption[..] else { panic!("one field") };
    assert_eq!(caption.source, "Bilag til {{aftale.titel}}");
}

#[test]
fn footnotes_stand_where_they_are_used_whatever_their_order() {
    let note = |words| Inline::Footnote(vec![paragraph(words)]);
    assert_eq!(
        blocks("En[^a] og to[^b].\n\n[^b]: Anden.\n\n[^a]: Første.\n"),
        [Block::Paragraph(vec![
            text("En"),
            note("Første."),
            text(" og to"),
            note("Anden."),
            text("."),
        ])]
    );
}

#[test]
fn a_footnote_that_is_not_written_is_told_at_its_mark() {
    assert_eq!(
        findings("Første linje[^andet].\n\nSå en[^mangler].\n\n[^andet]: Her.\n"),
        [
            "fejl[fodnote-mangler] proeve.md, linje 12, kolonne 6: Fodnoten »mangler« er ikke skrevet."
        ]
    );
}

#[test]
fn a_footnote_of_two_words_or_without_words_is_not_written() {
    for (source, label) in [("Tal[^se a].", "se a"), ("Tal[^1].\n\n[^1]:\n", "1")] {
        let expected = format!(
            "fejl[fodnote-mangler] proeve.md, linje 10, kolonne 4: Fodnoten »{label}« er ikke skrevet."
        );
        assert_eq!(findings(source), [expected]);
    }
}

#[test]
fn a_footnote_that_is_not_used_is_told_where_it_is_written() {
    assert_eq!(
        findings("Ord.\n\n[^a]: Note.\n\n[^b]: Note.\n"),
        ["a", "b"].map(|label| format!(
            "fejl[fodnote-bruges-ikke] proeve.md, linje {}, kolonne 1: Fodnoten »{label}« bruges ikke i \
             teksten og kommer ikke med. Sæt [^{label}] efter de ord, den hører til, eller slet den.",
            if label == "a" { 12 } else { 14 }
        ))
    );
}

#[test]
fn a_heading_of_the_first_level_is_the_texts_own_title() {
    assert_eq!(
        findings("# Titel\n\n## Afsnit\n"),
        [
            "fejl[overskrift-niveau] proeve.md, linje 10, kolonne 1: En overskrift med ét # er tekstens \
          egen titel, som står i hovedet. Begynd overskriften med ##."
        ]
    );
}

#[test]
fn a_level_of_headings_that_is_passed_over_is_told() {
    assert_eq!(
        findings("## Et\n\n#### Tre\n\n## Et\n\n### To\n"),
        [
            "fejl[overskrift-niveau] proeve.md, linje 12, kolonne 1: Overskriften springer et niveau \
          over: #### kommer før ###. Begynd overskriften med ###."
        ]
    );
    assert_eq!(findings("### To\n").len(), 1);
}

#[test]
fn a_text_nested_by_the_thousand_is_told_once_and_never_stops_the_program() {
    for source in [">".repeat(2_000) + " x", "- ".repeat(20_000) + "x", "1. ".repeat(20_000) + "x"]
    {
        let found = findings(&source);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(
            found[0]
                .contains("Her står over 50 lister, citater eller fremhævelser inde i hinanden."),
            "{found:?}"
        );
    }
    assert_eq!(findings(&(">".repeat(50) + " x")), Vec::<String>::new());
}

#[test]
fn an_escaped_bracket_is_no_footnote() {
    assert_eq!(blocks(r"Skriv \[^a] sådan."), [paragraph("Skriv [^a] sådan.")]);
}

#[test]
fn emphasis_links_and_quotes_keep_their_words() {
    assert_eq!(
        blocks("> *Alle* **borgere** [her](https://eksempel.dk/a)"),
        [Block::Quote(vec![Block::Paragraph(vec![
            Inline::Emphasis(vec![text("Alle")]),
            text(" "),
            Inline::Strong(vec![text("borgere")]),
            text(" "),
            Inline::Link {
                url: "https://eksempel.dk/a".to_owned(),
                content: vec![text("her")],
                at: at(10, 22),
            },
        ])])]
    );
}

#[test]
fn a_link_without_words_is_told() {
    assert_eq!(
        findings("Se [](https://eksempel.dk)."),
        ["fejl[link-uden-tekst] proeve.md, linje 10, kolonne 4: Linket til »https://eksempel.dk« \
          har ingen tekst. Skriv, hvad linket fører til: [teksten](adressen)."]
    );
}

#[test]
fn cross_references_keep_their_target_and_own_words() {
    let reference = |target: &str, content: Vec<Inline>, column| {
        Inline::Reference(Reference {
            target: target.to_owned(),
            content,
            internal: false,
            number: None,
            at: at(10, column),
        })
    };
    assert_eq!(
        blocks("Se [](#kapitel:vision) og [bilaget](#bilag:dom)"),
        [Block::Paragraph(vec![
            text("Se "),
            reference("kapitel:vision", Vec::new(), 4),
            text(" og "),
            reference("bilag:dom", vec![text("bilaget")], 27),
        ])]
    );
}

#[test]
fn a_picture_becomes_the_call_that_a_template_would_use() {
    assert_eq!(
        blocks(r#"![To "huse"](billeder/hus.png "Huset")"#),
        [Block::Directive(field(
            r#"{{billede "billeder/hus.png" alt="To \"huse\"" titel="Huset"}}"#,
            10,
            1
        ))]
    );
}

#[test]
fn a_call_alone_in_its_paragraph_puts_in_blocks() {
    assert_eq!(
        blocks("Før.\n\n{{tabel \"cu.dom.region\"}}\n"),
        [paragraph("Før."), Block::Directive(field(r#"{{tabel "cu.dom.region"}}"#, 12, 1))]
    );
}

#[test]
fn fields_stay_unfilled_even_across_line_ends() {
    assert_eq!(
        blocks("Fra {{aftale.fra}}\ntil {{#if x}}nu\neller{{/if}} da."),
        [Block::Paragraph(vec![Inline::Field(field(
            "Fra {{aftale.fra}} til {{#if x}}nu eller{{/if}} da.",
            10,
            1
        ))])]
    );
}

#[test]
fn underscores_in_a_field_are_no_emphasis() {
    assert_eq!(
        blocks("Nu {{cu.dom.i_alt.2019}} og {{frister.politisk_behandling}}."),
        [Block::Paragraph(vec![Inline::Field(field(
            "Nu {{cu.dom.i_alt.2019}} og {{frister.politisk_behandling}}.",
            10,
            1
        ))])]
    );
}

#[test]
fn a_field_in_emphasis_or_a_cell_is_placed_where_it_stands() {
    let content = parse_line("Nu *{{a.b}}*", &Arc::from("proeve.md"), 7, &mut Findings::new());
    assert_eq!(content[1], Inline::Emphasis(vec![Inline::Field(field("{{a.b}}", 7, 5))]));
    let table = only_table("| A |\n|---|\n| {{a.b}} |\n");
    assert_eq!(table.rows[0].cells[0], [Inline::Field(field("{{a.b}}", 12, 3))]);
}

#[test]
fn columns_count_letters_and_not_bytes() {
    assert_eq!(
        findings("Æøå <b>"),
        [
            "fejl[kan-ikke-saettes] proeve.md, linje 10, kolonne 5: Her står noget, som dokumenterne \
          ikke har en form for (HTML, en streg eller linjer rykket fire mellemrum ind). Brug \
          overskrifter, afsnit, lister, tabeller, citater, fodnoter, links og billeder."
        ]
    );
}

#[test]
fn everything_that_documents_have_no_form_for_is_told_at_once() {
    let source = "<div>\nx\n</div>\n\nEt <b>ord</b>.\n\n---\n\n    kode\n";
    let places: Vec<String> = findings(source)
        .iter()
        .map(|finding| finding.split(": ").next().unwrap_or_default().to_owned())
        .collect();
    let place =
        |line, column| format!("fejl[kan-ikke-saettes] proeve.md, linje {line}, kolonne {column}");
    assert_eq!(places, [place(10, 1), place(14, 4), place(14, 10), place(16, 1), place(18, 5)]);
}

#[test]
fn pending_marks_are_plain_words_until_filling() {
    let marked = blocks("Nu [afventer: ordlyd] her.");
    assert_eq!(marked, [paragraph("Nu [afventer: ordlyd] her.")]);
}

#[test]
fn a_title_is_a_line_of_running_text() {
    let title = parse_line("Vision: *øget*", &Arc::from("a.md"), 3, &mut Findings::new());
    assert_eq!(plain_text(&title), "Vision: øget");
}
