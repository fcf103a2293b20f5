use socialaftale::merge::Context;

use super::{merged, pdf};
use crate::word::sample;

const HEAD: &str =
    "#set document(title: \"Lille\")\n#set text(font: \"Noto Sans\", lang: \"da\")\n";

#[test]
fn every_fault_of_a_template_is_told_with_line_and_column() {
    let source = "Titel: {{aftale.titel}}\n{{#if kladde}}UDKAST{{/if}}\n{{kapitel \"visionen\"}}";
    let mut context = Context::new();
    context.set("aftale.undertitel", "x");
    let findings = merged(source, &context, &sample::shelf()).expect_err("three faults");
    assert_eq!(
        findings.to_string(),
        "fejl[ukendt-felt] templates/typst/lille.typ, linje 1, kolonne 8: Der findes intet felt \
         »aftale.titel«: »titel« er ukendt. Her kan der stå: undertitel.\n\
         fejl[ukendt-felt] templates/typst/lille.typ, linje 2, kolonne 1: Der findes intet felt, \
         der hedder »kladde«. Her kan der stå: aftale.\n\
         fejl[ukendt-tekst] templates/typst/lille.typ, linje 3, kolonne 1: Der findes ingen tekst \
         med nøglen »visionen«. Mente du »vision«?\n"
    );
}

#[test]
fn what_typst_refuses_is_a_fejl_with_its_line() {
    let source = format!("{HEAD}= Ord\n#ukendt()");
    let findings = pdf(&source, &Context::new()).expect_err("an unknown name");
    assert_eq!(
        findings.to_string(),
        "fejl[typst] templates/typst/lille.typ (flettet), linje 4, kolonne 2: Siderne kan ikke \
         sættes: unknown variable: ukendt. Se efter i skabelonen; fejlteksten er Typsts egen.\n"
    );
}

#[test]
fn a_template_reaches_no_file_package_or_clock() {
    for line in [
        "#read(\"Cargo.toml\")",
        "#read(\"/etc/hostname\")",
        "#import \"@preview/cetz:0.3.0\"",
        "#datetime.today()",
    ] {
        let made = pdf(&format!("{HEAD}= Ord\n{line}"), &Context::new());
        assert!(made.is_err(), "{line} works");
    }
}

#[test]
fn an_unknown_font_and_a_missing_glyph_are_fejl() {
    let font = format!("{HEAD}#set text(font: \"Findes Ikke\")\n= Ord");
    let findings = pdf(&font, &Context::new()).expect_err("an unknown font").to_string();
    assert!(findings.contains("Typst advarer: unknown font family: findes ikke."), "{findings}");
    let glyph = format!("{HEAD}= Ord\n中");
    let findings = pdf(&glyph, &Context::new()).expect_err("no such glyph").to_string();
    assert!(findings.contains("could not be displayed"), "{findings}");
}

#[test]
fn a_picture_without_alternative_text_is_refused() {
    let source = format!(
        "{HEAD}= Ord\n#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>\"), format: \"svg\")"
    );
    let findings = pdf(&source, &Context::new()).expect_err("no alt").to_string();
    assert!(findings.contains("missing alt text"), "{findings}");
}
