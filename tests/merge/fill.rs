use socialaftale::merge::{Merger, Piece, Role, TemplateSource, pieces};
use socialaftale::text::tree::{Block, Inline, SourcePoint, plain_text};

use super::{PLAIN, Shelf, at, context, slots};

/// The blocks of the text `a`, filled.
fn filled(source: &str) -> Vec<Block> {
    let (mut slots, findings) = slots("{{tekst \"a\"}}", &[("a", source)]);
    assert_eq!(findings, Vec::<String>::new());
    slots.remove(0).blocks
}

fn findings(source: &str) -> Vec<String> {
    slots("{{tekst \"a\"}}", &[("a", source)]).1
}

fn paragraph(content: &[Inline]) -> Block {
    Block::Paragraph(content.to_vec())
}

fn text(words: &str) -> Inline {
    Inline::Text(words.replace('~', "\u{a0}"))
}

/// What a reader sees, block by block.
fn words(blocks: &[Block]) -> Vec<String> {
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(content) => plain_text(content),
            Block::Heading(heading) => {
                format!(
                    "{} {}",
                    heading.number.clone().unwrap_or_default(),
                    plain_text(&heading.content)
                )
            }
            Block::Table(table) => {
                format!("Tabel {:?} {}", table.number, plain_text(&table.caption))
            }
            Block::Figure(figure) => format!(
                "Figur {:?} {} ({})",
                figure.number,
                plain_text(&figure.caption),
                figure.alt
            ),
            other => format!("{other:?}"),
        })
        .collect()
}

#[test]
fn fields_in_running_text_are_filled_and_set_the_danish_way() {
    assert_eq!(
        filled("Taksten \"{{aftale.titel}}\" er {{kr tal.takst}} og {{tal.procent}} % efter § 85."),
        [paragraph(&[text("Taksten »Nordjysk Socialaftale« er 1.933~kr. og 95,34~% efter §~85.")])]
    );
}

#[test]
fn conditions_work_inside_a_paragraph() {
    assert_eq!(
        filled("Nu{{#if udgave.tom}} ikke{{else}} dog{{/if}}."),
        [paragraph(&[text("Nu dog.")])]
    );
}

#[test]
fn a_value_is_put_in_once_and_never_read_as_markup_or_fields() {
    assert_eq!(filled("Se {{farligt}}"), [paragraph(&[text("Se {{aftale.titel}} <b> & *x* »q«")])]);
}

#[test]
fn a_value_cannot_forge_the_place_of_a_slot() {
    let mut context = context();
    context.set("ond", "\u{e000}0\u{e001}");
    let shelf = Shelf::with(&[("a", "Ord.")]);
    let merger = Merger::new(&context, &shelf, PLAIN);
    let source = TemplateSource { name: "a.typ", source: "{{tekst \"a\"}}{{ond}}", locate: &at };
    let merged = merger.render(&source).expect("merged");
    assert_eq!(pieces(&merged), [Piece::Slot(0), Piece::Output("0")]);
}

#[test]
fn merged_output_falls_into_pieces_and_slots() {
    let shelf = Shelf::with(&[("a", "Ord.")]);
    let merger = Merger::new(&context(), &shelf, PLAIN);
    let source = TemplateSource {
        name: "a.typ",
        source: "før {{tekst \"a\"}}{{tabel \"cu.dom\"}} efter",
        locate: &at,
    };
    let merged = merger.render(&source).expect("merged");
    assert_eq!(
        pieces(&merged),
        [Piece::Output("før "), Piece::Slot(0), Piece::Slot(1), Piece::Output(" efter")]
    );
}

#[test]
fn marks_for_what_is_awaited_become_pending() {
    let expected = [
        text("Nu "),
        Inline::Pending("endelig ordlyd".to_owned()),
        text(" og "),
        Inline::Pending("takst".to_owned()),
        text("."),
    ];
    assert_eq!(
        filled("Nu [afventer: endelig ordlyd] og {{kr tal.ukendt}}."),
        [paragraph(&expected)]
    );
}

#[test]
fn quotation_marks_open_and_close_across_emphasis_links_and_references() {
    assert_eq!(
        words(&filled("Et *\"ord\"*, \"[](#bilag:dom)\" og **\"to**\"[^1].\n\n[^1]: Ja.")),
        ["Et »ord«, »bilag\u{a0}2« og »to«."]
    );
    assert_eq!(
        words(&filled("Vi vil \"gøre *mere*\", og \"[her](https://a.dk)\" og \"**alt**\".")),
        ["Vi vil »gøre mere«, og »her« og »alt«."]
    );
}

#[test]
fn fields_in_titles_headings_cells_captions_and_footnotes_are_filled() {
    let source = "## Om {{aftale.vision}}\n\nTabel: {{aftale.titel}} {#t}\n\n| {{tal.antal}} |\n|---|\n| {{tal.nul}} |\n\nOrd[^1].\n\n[^1]: Note {{tal.takst}}.\n";
    let blocks = filled(source);
    let shown = format!("{blocks:?}");
    for value in ["Om øget egenmestring", "Nordjysk Socialaftale", "\"5\"", "\"0\"", "Note 1.933."]
    {
        assert!(shown.contains(value), "{value}: {shown}");
    }
    assert!(!shown.contains("{{"), "{shown}");
}

#[test]
fn a_field_in_an_address_is_filled() {
    assert_eq!(
        filled("[her](https://a.dk/{{tal.antal}})"),
        [paragraph(&[Inline::Link {
            url: "https://a.dk/5".to_owned(),
            content: vec![text("her")],
            at: SourcePoint { file: "a.md".into(), line: 5, column: 1 },
        }])]
    );
}

#[test]
fn a_fault_in_a_text_is_told_with_its_line_and_column() {
    assert_eq!(
        findings("Ord.\n\nOm *æ* og {{aftale.titl}}."),
        [
            "fejl[ukendt-felt] a.md, linje 7, kolonne 11: Der findes intet felt »aftale.titl«: »titl« er \
          ukendt. Mente du »titel«?"
        ]
    );
}

#[test]
fn a_field_that_is_not_closed_in_a_text_is_told() {
    let found = findings("Om {{aftale.titel og {{#if x}}.");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("fejl[skabelon-syntaks] a.md, linje 5, kolonne "), "{found:?}");
}

#[test]
fn tables_figures_and_texts_are_put_in_where_they_are_asked_for() {
    let texts = [
        (
            "a",
            "Før.\n\n{{tabel \"cu.dom\"}}\n\n{{figur \"takster\" titel=\"Ny titel\" alt=\"Ny tekst\"}}\n\n{{tekst \"b\"}}\n",
        ),
        ("b", "Indsat."),
    ];
    let (slots, findings) = slots("{{tekst \"a\"}}", &texts);
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(
        words(&slots[0].blocks),
        ["Før.", "Tabel Some(1) Antal", "Figur Some(1) Ny titel (Ny tekst)", "Indsat."]
    );
}

#[test]
fn a_call_may_take_its_caption_from_a_field() {
    assert_eq!(
        words(&filled("{{tabel \"cu.dom\" titel=aftale.titel}}")),
        ["Tabel Some(1) Nordjysk Socialaftale"]
    );
}

#[test]
fn a_table_inside_a_sentence_is_told() {
    let found = findings("Se {{tabel \"cu.dom\"}} her.");
    assert_eq!(
        found,
        [
            "fejl[alene-i-afsnittet] a.md, linje 5, kolonne 4: »tabel« sætter et helt afsnit ind og kan \
          ikke stå midt i en sætning. Sæt den i et afsnit for sig selv."
        ]
    );
}

#[test]
fn a_chapter_begins_with_its_title_and_headings_follow_its_level() {
    let texts = [("a", "## Afsnit\n\nOrd."), ("b", "## Del\n")];
    let (slots, findings) = slots("{{kapitel \"a\"}}{{kapitel \"b\" niveau=2}}", &texts);
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(slots[0].role, Role::Kapitel);
    assert_eq!(words(&slots[0].blocks), ["1 Om a", "1.1 Afsnit", "Ord."]);
    assert_eq!(words(&slots[1].blocks), ["1.2 Om b", "1.2.1 Del"]);
}

#[test]
fn references_reach_across_slots() {
    let texts = [
        ("a", "Se [](#kapitel:b), [](#tabel:cu.dom) og [](#bilag:dom)."),
        ("b", "{{tabel \"cu.dom\"}}"),
    ];
    let (slots, findings) = slots("{{kapitel \"a\"}}{{kapitel \"b\"}}", &texts);
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(words(&slots[0].blocks)[1], "Se kapitel\u{a0}2, tabel\u{a0}1 og bilag\u{a0}2.");
}

#[test]
fn a_text_that_puts_itself_in_is_told() {
    let texts = [("a", "{{tekst \"b\"}}"), ("b", "Ord.\n\n{{tekst \"a\"}}")];
    let (_, findings) = slots("{{tekst \"a\"}}", &texts);
    assert_eq!(
        findings,
        ["fejl[tekst-i-ring] b.md: Teksten »b« sætter sig selv ind gennem andre tekster."]
    );
}

#[test]
fn a_picture_needs_words_for_those_who_cannot_see_it() {
    assert_eq!(
        findings("![](billeder/hus.png)"),
        [
            "fejl[billede-uden-beskrivelse] a.md, linje 5, kolonne 1: Billedet »billeder/hus.png« mangler \
          en beskrivelse til dem, der ikke kan se det. Skriv den i de kantede klammer: \
          ![beskrivelse](sti), eller i mærket: alt=\"beskrivelse\"."
        ]
    );
    assert_eq!(
        words(&filled("![Et hus](billeder/hus.png \"Huset\")")),
        ["Figur Some(1) Huset (Et hus)"]
    );
}

#[test]
fn what_only_a_template_can_put_in_is_told_of_in_a_text() {
    assert_eq!(
        findings("Se {{link \"https://dr.dk\"}} og {{sideskift}}.\n\n{{celle farve=\"gul\"}}"),
        [
            "fejl[link-i-tekst] a.md, linje 5, kolonne 4: »link« kan kun stå i en skabelon; i en tekst skrives et link på en anden måde. Skriv [ordene](adressen); adressen må gerne være et felt.",
            "fejl[alene-i-afsnittet] a.md, linje 5, kolonne 32: »sideskift« sætter et helt afsnit ind og kan ikke stå midt i en sætning. Sæt den i et afsnit for sig selv.",
            "fejl[celle-uden-for-tabel] a.md, linje 7, kolonne 1: »celle« kan kun stå i en tabelcelle i en Word-skabelon. Fjern den fra teksten."
        ]
    );
}

#[test]
fn a_link_in_a_text_leads_only_where_a_reader_may_follow() {
    assert_eq!(
        findings("Se [her]({{aftale.titel}})."),
        [
            "fejl[link-adresse] a.md, linje 5, kolonne 4: »Nordjysk Socialaftale« er ikke en adresse, som et link kan føre til. En adresse begynder med https://, http://, mailto: eller tel: og har ingen mellemrum."
        ]
    );
}

#[test]
fn a_picture_that_is_not_there_is_told() {
    assert_eq!(
        findings("![Et hus](billeder/hsu.png)"),
        [
            "fejl[mangler-billede] a.md, linje 5, kolonne 1: Billedet »billeder/hsu.png« findes ikke i inputs/."
        ]
    );
}
