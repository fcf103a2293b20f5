use std::sync::Arc;

use serde_json::json;
use socialaftale::finding::Findings;
use socialaftale::merge::Context;
use socialaftale::render::typst::{Redline, Side, TypstTemplate, compile, redline};
use socialaftale::text::tree::{Block, Figure, Picture, PictureFormat};

use super::options;
use crate::built::{pdf_text, squeezed};
use crate::word::sample::{Shelf, heading, para};

const SHOWS: &[u8] = include_bytes!("../../templates/typst/delt/rettelser.typ");

/// What the new edition's template becomes, after the note in front and before the last page.
fn body(redline: &Redline) -> &str {
    let main = redline.source.main.as_str();
    let begin = main.find("#rettelser-forord(").expect("a note in front");
    let begin = begin + main[begin..].find('\n').expect("a line") + 1;
    &main[begin..main.rfind("\n\n#rettelser-slut(").expect("a last page")]
}

/// What is told on the last page.
fn told(redline: &Redline) -> &str {
    let main = redline.source.main.as_str();
    main[main.rfind("#rettelser-slut(").expect("a last page")..].trim_end()
}

fn compared(source: &str, old: (&Context, &Shelf), new: (&Context, &Shelf)) -> Redline {
    let imports = [("templates/typst/delt/rettelser.typ".to_owned(), SHOWS.to_vec())];
    let template = TypstTemplate { name: "templates/typst/lille.typ", source, imports: &imports };
    let known = [("juni".to_owned(), "juli".to_owned())];
    let mut findings = Findings::new();
    let old = Side { context: old.0, library: old.1, edition: "Udgave 0.1" };
    let new = Side { context: new.0, library: new.1, edition: "Udkast" };
    let made = redline(&template, "Lille", &old, &new, &known, &mut findings);
    assert!(findings.is_empty(), "{findings}");
    made.expect("a redline")
}

fn of_values(source: &str, old: serde_json::Value, new: serde_json::Value) -> Redline {
    let context = |value| {
        let mut context = Context::new();
        context.set("a", value);
        context
    };
    let shelf = Shelf::default();
    compared(source, (&context(old), &shelf), (&context(new), &shelf))
}

fn of_texts(source: &str, old: &Shelf, new: &Shelf) -> Redline {
    compared(source, (&Context::new(), old), (&Context::new(), new))
}

#[test]
fn the_same_has_no_marks_and_is_not_changed() {
    let shelf = Shelf::default().text("en", "En", vec![para("ord")]);
    let redline = of_texts("før {{kapitel \"en\"}}\n", &shelf, &shelf);
    assert!(!redline.changed);
    assert_eq!(
        body(&redline),
        "før #overskrift(1, \"1\")[#\"En\";]#label(\"kapitel:en\")\n\n#\"ord\";\n\n\n"
    );
    assert_eq!(told(&redline), "#rettelser-slut(())");
}

#[test]
fn a_value_in_running_text_shows_both() {
    let redline = of_values("den {{a}}", json!("1. maj 2020"), json!("2. juni 2020"));
    assert!(redline.changed);
    assert_eq!(body(&redline), "den #slettet[#\"1. maj\";];#indsat[#\"2. juni\";];#\" 2020\";");
}

#[test]
fn how_an_edition_is_called_is_marked_but_changes_no_document() {
    let redline = of_values("{{a}}", json!("juni"), json!("juli"));
    assert!(!redline.changed);
    assert_eq!(body(&redline), "#slettet[#\"juni\";];#indsat[#\"juli\";];");
}

#[test]
fn a_value_in_code_is_told_on_the_last_page() {
    let redline = of_values("#f({{streng a}})", json!("gammel"), json!("ny"));
    assert!(redline.changed);
    assert_eq!(body(&redline), "#f(\"ny\")");
    assert_eq!(told(&redline), "#rettelser-slut(([#\"Før: »gammel«. Nu: »ny«.\";],))");
}

#[test]
fn words_of_the_template_that_come_and_go_are_told() {
    let redline = of_values("{{#if a}}Høring{{/if}} nu", json!("ja"), json!(""));
    assert!(redline.changed);
    assert_eq!(body(&redline), " nu");
    assert_eq!(
        told(&redline),
        "#rettelser-slut(([#\"Skabelonens egne ord er ikke de samme som før.\";],))"
    );
}

const LOOP: &str = "#f(\n{{#each a}}\n([{{navn}}], [{{antal}}]),\n{{/each}}\n)\n";

#[test]
fn rows_of_a_loop_are_put_in_where_they_stood() {
    let rows = |rows: &[(&str, &str)]| {
        rows.iter().map(|(navn, tal)| json!({"navn": navn, "antal": tal})).collect::<Vec<_>>()
    };
    let old = rows(&[("Aalborg", "7"), ("Thisted", "8"), ("Rebild", "9")]);
    let new = rows(&[("Aalborg", "7"), ("Rebild", "10"), ("Vesthimmerland", "11")]);
    let redline = of_values(LOOP, old.into(), new.into());
    assert_eq!(
        body(&redline),
        "#f(\n([#\"Aalborg\";], [#\"7\";]),\n\
         ([#slettet[#\"Thisted\";];], [#slettet[#\"8\";];]),\n\
         ([#\"Rebild\";], [#slettet[#\"9\";];#indsat[#\"10\";];]),\n\
         ([#indsat[#\"Vesthimmerland\";];], [#indsat[#\"11\";];]),\n)\n"
    );
    assert_eq!(told(&redline), "#rettelser-slut(())");
}

#[test]
fn a_value_that_goes_from_a_line_is_told_on_the_last_page() {
    let names = |names: &[&str]| json!(names);
    let redline = of_values(
        "#f(({{#each a}}[{{this}}], {{/each}}))",
        names(&["Aalborg", "Thisted", "Rebild"]),
        names(&["Aalborg", "Rebild"]),
    );
    assert!(redline.changed);
    assert_eq!(body(&redline), "#f(([#\"Aalborg\";], [#\"Rebild\";], ))");
    assert_eq!(told(&redline), "#rettelser-slut(([#\"Udgået: »Thisted«.\";],))");
}

fn chapters(keys: &[&str]) -> Context {
    let mut context = Context::new();
    context.set("kapitler", json!(keys));
    context
}

const CHAPTERS: &str = "{{#each kapitler}}\n{{kapitel this}}\n\n{{/each}}\n";

fn texts() -> Shelf {
    Shelf::default()
        .text("en", "En", vec![para("om en")])
        .text("to", "To", vec![para("om to")])
        .text("tre", "Tre", vec![para("om tre")])
}

#[test]
fn a_chapter_that_went_out_stands_at_its_place_without_labels() {
    let shelf = texts();
    let (old, new) = (chapters(&["en", "to", "tre"]), chapters(&["en", "tre"]));
    let redline = compared(CHAPTERS, (&old, &shelf), (&new, &shelf));
    let body = body(&redline);
    let gone = "#slettet-overskrift(\"2\")[#slettet[#\"To\";];]\n\n#slettet[#\"om to\";];";
    let at = |words: &str| body.find(words).unwrap_or_else(|| panic!("lacks {words}:\n{body}"));
    assert!(at("#\"om en\"") < at(gone) && at(gone) < at("#\"om tre\""), "{body}");
    assert!(!body.contains("kapitel:to"), "{body}");
    assert!(redline.changed);
}

#[test]
fn a_chapter_that_stands_elsewhere_is_moved_with_its_changes() {
    let old_texts = texts();
    let new_texts = texts().text("tre", "Tre", vec![para("om tre mål")]);
    let (old, new) = (chapters(&["en", "to", "tre"]), chapters(&["tre", "en", "to"]));
    let redline = compared(CHAPTERS, (&old, &old_texts), (&new, &new_texts));
    let body = body(&redline);
    assert!(
        body.starts_with(
            "#overskrift(1, \"1\")[#flyttet-hertil[#\"Tre\";];]#label(\"kapitel:tre\")\n\n\
             #flyttet-hertil[#\"om tre\";#indsat[#\" mål\";];];"
        ),
        "{body}"
    );
    assert!(
        body.trim_end().ends_with("#slettet-overskrift(\"3\")[#flyttet-herfra[#\"Tre\";];]"),
        "{body}"
    );
    assert_eq!(body.matches("#flyttet-hertil").count(), 2);
}

fn figure(alt: &str) -> Figure {
    Figure {
        key: None,
        number: None,
        caption: Vec::new(),
        alt: alt.to_owned(),
        picture: Picture {
            format: PictureFormat::Svg,
            bytes: Arc::from(alt.as_bytes()),
            width: 10.0,
            height: 5.0,
        },
        notes: Vec::new(),
        traced: Vec::new(),
    }
}

#[test]
fn a_figure_that_shows_something_else_says_so_in_words() {
    let shelf = |alt| Shelf::default().figure("borgere", figure(alt));
    let redline = of_texts("{{figur \"borgere\"}}", &shelf("fem borgere"), &shelf("seks borgere"));
    assert!(
        body(&redline).starts_with(
            "#figuren(\"Figuren er ændret.\")[#slettet[#\"fem\";];#indsat[#\"seks\";];#\" borgere\";]\n\n#figur("
        ),
        "{}",
        body(&redline)
    );
}

#[test]
fn the_pdf_has_both_editions_and_a_list_of_changed_pages() {
    let template = "#set page(width: 200pt, height: 200pt)\n\
                    #let overskrift(niveau, nummer, it) = heading(level: niveau, it)\n\
                    {{kapitel \"en\"}}\n";
    let long = |word: &str| -> Vec<Block> {
        let mut blocks: Vec<Block> =
            (0..30).map(|at| para(&format!("Afsnit {at} står fast."))).collect();
        blocks.push(heading(2, "Til sidst"));
        blocks.push(para(&format!("Der er {word} borgere i målgruppen.")));
        blocks
    };
    let shelf = |word| Shelf::default().text("en", "En", long(word));
    let redline = of_texts(template, &shelf("fem"), &shelf("seks"));
    let mut findings = Findings::new();
    let pdf = compile(&redline.source, &options(), &mut findings);
    assert!(findings.is_empty(), "{findings}");
    let pdf = pdf.expect("a PDF");
    let text = squeezed(&pdf_text(&pdf.bytes));
    for words in ["FørUdgave0.1", "NuUdkast", "fem", "seks", "[slettet:", "[indsat:"] {
        assert!(text.contains(words), "lacks {words}:\n{text}");
    }
    let changed = pdf.pages - 2;
    assert!(
        text.ends_with(&format!("Ændredesider•Side{changed}:1slettet,1indsat")),
        "{changed}: {text}"
    );
}
