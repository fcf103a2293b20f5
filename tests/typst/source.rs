use socialaftale::merge::Context;

use super::{merged, written};
use crate::word::sample;

#[test]
fn a_chapter_is_its_heading_and_blocks() {
    let source = written("{{kapitel \"kort\"}}", &Context::new());
    assert_eq!(
        source,
        "#overskrift(1, \"1\")[#\"Kort\";]#label(\"kapitel:kort\")\n\n#\"en kort tekst\";\n\n"
    );
}

#[test]
fn a_text_without_its_heading_is_shifted_to_its_level() {
    let source = written("{{tekst \"takster\" niveau=2}}", &Context::new());
    assert!(source.contains("#overskrift(3, \"0.0.1\")[#\"Udvikling\";]"), "{source}");
    let source = written("{{kapitel \"takster\" niveau=2}}", &Context::new());
    assert!(source.contains("#overskrift(3, \"0.1.1\")[#\"Udvikling\";]"), "{source}");
}

#[test]
fn a_table_gives_columns_rows_with_their_kind_and_notes() {
    let source = written("{{tabel \"takster\"}}", &Context::new());
    assert_eq!(
        source,
        "#tabel(\"1\", [#\"Takster i de nordjyske krisecentre\";], (1fr,auto,auto,), \
         (left,left,right,), \
         ((\"plain\", ([#\"Krisecenter\";],[#\"Driftsherre\";],[#\"Takst, kr. pr. døgn\";],)),), \
         ((\"plain\", ([#\"Aalborg Krisecenter\";],[#\"Aalborg Kommune\";],[#\"2.139\";],)),\
         (\"plain\", ([#\"Hjørring Krisecenter\";],[#\"Hjørring Kommune\";],[#\"1.802\";],)),\
         (\"total\", ([#\"Gennemsnit\";],[],[#\"1.970\";],)),\
         (\"aside\", ([#\"Uden for gruppen\";],[#\"Region Nordjylland\";],[#\"1.208\";],)),), \
         ([#\"Kilde: kommunernes indberetning. Konstruerede tal.\";],))#label(\"tabel:takster\")\n\n"
            .replace("[]", "[#\"\";]")
    );
}

#[test]
fn a_figure_names_its_file_and_says_what_it_shows() {
    let source = written("{{figur \"borgere\" titel=\"Borgere i alt\"}}", &Context::new());
    assert_eq!(
        source,
        "#figur(\"1\", [#\"Borgere i alt\";], \"/figur-0.svg\", \
         \"Søjlediagram: antallet af borgere vokser fra 2017 til 2019.\", 400pt, \
         ())#label(\"figur:borgere\")\n\n"
    );
}

#[test]
fn running_text_has_links_references_footnotes_and_open_points() {
    let source = written("{{kapitel \"vision\"}}{{kapitel \"takster\"}}", &Context::new());
    for part in [
        "#link(label(\"kapitel:vision\"))[#\"kapitel\u{a0}1\";];",
        "#link(label(\"tabel:takster\"))[#\"tabel\u{a0}1\";];",
        "#link(label(\"figur:borgere\"))[#\"figur\u{a0}1\";];",
        "#\". Se også \";#\"bilag\u{a0}2\";#\" og \";",
        "#link(\"https://www.nordjysksocialaftale.dk/?a=1&b=2\")[#\"aftalens hjemmeside\";];",
        "#footnote[#\"Lov om social service, §\u{a0}6.\";];",
        "#strong[#\"ni borgere\";];",
        "#emph[#\"ikke ti\";];",
        "#afventer(\"svar fra Morsø\");",
        "#list([#\"Flere borgere skal kunne klare sig selv.\";\n\n#enum(start: 1, [#\"først hjemme\";],[#\"siden ude\";],)],",
        "#quote(block: true)[#\"Sæt borgeren og fagligheden fri.\";\n\n]",
    ] {
        assert!(source.contains(part), "lacks {part}:\n{source}");
    }
}

#[test]
fn a_text_set_twice_bears_its_label_once() {
    let source = written("{{kapitel \"kort\"}}{{kapitel \"kort\"}}", &Context::new());
    assert_eq!(source.matches("#label(\"kapitel:kort\")").count(), 1);
    let _ = sample::shelf();
}

#[test]
fn a_link_stays_in_its_sentence_and_a_page_break_between_paragraphs() {
    let mut context = Context::new();
    context.set("web", "https://example.dk/?a=\"1\"");
    assert_eq!(
        written("Se {{link web \"her\"}}, eller {{link \"mailto:a@b.dk\"}}.", &context),
        "Se #link(\"https://example.dk/?a=\\\"1\\\"\")[#\"her\";];, eller #link(\"mailto:a@b.dk\")[#\"a@b.dk\";];."
    );
    assert_eq!(
        written("før\n\n{{sideskift}}efter", &context),
        "før\n\n#pagebreak(weak: true)\n\nefter"
    );
}

#[test]
fn what_only_word_can_do_is_told_of_with_its_line() {
    let shelf = sample::Shelf::default().document("a.docx", b"");
    let findings =
        merged("\n{{celle farve=\"gul\"}}\n{{dokument \"a.docx\"}}", &Context::new(), &shelf);
    assert_eq!(
        findings.unwrap_err().to_string(),
        "fejl[celle-kun-i-word] templates/typst/lille.typ, linje 2, kolonne 1: »celle« virker kun i en tabelcelle i en Word-skabelon. I Typst skrives det med table.cell(…).\n\
         fejl[dokument-kun-i-word] templates/typst/lille.typ, linje 3, kolonne 1: Et Word-dokument kan kun sættes ind i en Word-skabelon. Fjern mærket, eller lav dokumentet med en Word-skabelon alene.\n"
    );
}

#[test]
fn an_address_that_no_reader_should_follow_is_told_of_with_its_line() {
    let findings = merged("x\n{{link \"javascript:1\"}}", &Context::new(), &sample::shelf());
    assert!(
        findings.unwrap_err().to_string().starts_with("fejl[link-adresse] templates/typst/lille.typ, linje 2, kolonne 1: »javascript:1« er ikke en adresse"),
    );
}
