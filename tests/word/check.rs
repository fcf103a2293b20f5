//! Templates checked by themselves, without data, and what they use.

use socialaftale::finding::Place;
use socialaftale::merge::{Use, UseKind};
use socialaftale::package::Package;
use socialaftale::render::word::{Checked, Prepared, WordTemplate};

use super::small::{faults, header, p, table, template};

#[track_caller]
fn checked(package: &Package) -> Checked {
    let bytes = package.write();
    let template = WordTemplate { name: "skabelon.docx", bytes: &bytes };
    match Prepared::open(&template) {
        Ok(prepared) => prepared.check(),
        Err(findings) => panic!("{findings}"),
    }
}

/// The findings of a body as lines.
fn found(body: &str) -> String {
    checked(&template(body)).findings.to_string()
}

/// What a body uses: "field takster[].navn, afsnit 2".
fn used(body: &str) -> Vec<String> {
    let line = |used: Use| {
        let Place::Word { spot, .. } = &used.place else { panic!("a place in a template") };
        format!("{} {}, {spot}", format!("{:?}", used.kind).to_lowercase(), used.name)
    };
    let checked = checked(&template(body));
    assert_eq!(checked.findings.to_string(), "");
    checked.uses.into_iter().filter(|used| used.kind != UseKind::Helper).map(line).collect()
}

#[test]
fn names_that_only_data_could_tell_are_no_faults() {
    let xml = [
        p("{{hvad.som.helst}} {{tal \"x.y\"}} {{tekst \"vision\"}} {{tabel \"a.b-c_1\"}}"),
        p("{{#each liste as |a nr|}}{{a.b}} {{nr}} {{@index}} {{../x}} {{@root.y}}{{/each}}"),
        p("{{#if (eq a \"b\")}}{{kr takst}}{{else if c}}{{valgfri d}}{{else}}e{{/if}}"),
        p(
            "{{! hvad som helst}}{{!-- navn --}}{{#if a}}b{{^}}c{{/if}} {{~#unless d~}}e{{~/unless~}}",
        ),
    ];
    assert_eq!(found(&xml.concat()), "");
}

#[test]
fn all_faults_of_all_parts_come_at_once_in_the_order_of_the_template() {
    let xml = [
        p("{{kroner takst}} {{kr a b}}"),
        p("{{tabel \"x\" ttel=\"y\"}}"),
        p("{{#each takster}}{{../../x}}{{/each}}"),
        table(&[&["{{@indeks}}", "{{tekst \"Vision!\"}}"]]),
        p("{{> ukendt}} {{{navn}}}"),
    ];
    let mut package = template(&xml.concat());
    package.set_part("word/header1.xml", header(&p("{{hej hej}}")).into_bytes());
    let line = |code: &str, spot: &str, tag: &str, said: &str| {
        format!("fejl[{code}] skabelon.docx, {spot}, mærket »{tag}«: {said}\n")
    };
    let expected = [
        line(
            "hjaelper-mangler-oplysning",
            "brødtekst, afsnit 1",
            "{{kr a b}}",
            "Hjælperen »kr« skal have én oplysning efter navnet, men har 2. Skriv fx {{kr …}}.",
        ),
        line(
            "ukendt-hjaelper",
            "brødtekst, afsnit 1",
            "{{kroner takst}}",
            "Der findes ingen hjælper, der hedder »kroner«. Mente du »kr«?",
        ),
        line(
            "ukendt-valg",
            "brødtekst, afsnit 2",
            "{{tabel \"x\" ttel=\"y\"}}",
            "Hjælperen »tabel« kender ikke valget »ttel«. Mente du »titel«?",
        ),
        line(
            "ukendt-felt",
            "brødtekst, afsnit 3",
            "{{../../x}}",
            "»../../x« går længere ud, end der er blokke omkring. Fjern et ../ fra feltet.",
        ),
        line(
            "ukendt-felt",
            "brødtekst, tabel 1, række 1, celle 1",
            "{{@indeks}}",
            "Der findes intet felt, der hedder »@indeks«. Mente du »index«?",
        ),
        line(
            "ugyldig-noegle",
            "brødtekst, tabel 1, række 1, celle 2",
            "{{tekst \"Vision!\"}}",
            "»Vision!« kan ikke være en nøgle. En nøgle skrives med små bogstaver a-z, tal, bindestreg og understreg.",
        ),
        line(
            "ukendt-delskabelon",
            "brødtekst, afsnit 4",
            "{{> ukendt}}",
            "Der findes ingen delskabelon, der hedder »ukendt«. Delskabeloner til Word ligger i templates/word/delt/ i projektmappen (se --projekt).",
        ),
        line(
            "tre-klammer",
            "brødtekst, afsnit 4",
            "{{{navn}}}",
            "Tre tuborgklammer indsætter en værdi uden beskyttelse og er ikke tilladt. Skriv {{navn}} med to.",
        ),
        line(
            "ukendt-hjaelper",
            "sidehoved, afsnit 1",
            "{{hej hej}}",
            "Der findes ingen hjælper, der hedder »hej«. Er det ét felt, så skriv det uden mellemrum: {{hej.hej}}.",
        ),
    ];
    assert_eq!(checked(&package).findings.to_string(), expected.concat());
}

#[test]
fn a_part_whose_blocks_do_not_fit_is_still_examined_tag_by_tag() {
    let xml = [
        p("{{#each takster}}"),
        p("{{kroner takst}} {{../x}} {{@indeks}} {{> del}}"),
        p("{{aftale..titel}} {{else}}"),
    ];
    let found = found(&xml.concat());
    let codes: Vec<&str> =
        found.lines().map(|line| line.split(['[', ']']).nth(1).unwrap()).collect();
    assert_eq!(
        codes,
        ["blok-ikke-lukket", "ukendt-felt", "ukendt-hjaelper", "skabelon-syntaks"],
        "{found}"
    );
    // The same words as when a document is made.
    assert_eq!(found, faults(&xml.concat()));
}

#[test]
fn every_syntax_fault_is_told_and_not_the_first_alone() {
    let xml = [p("{{a..b}}"), p("{{#if}}x{{/if}}"), p("{{navn.}} {{(}}")];
    assert_eq!(found(&xml.concat()).matches("fejl[skabelon-syntaks]").count(), 3);
}

#[test]
fn a_block_not_closed_names_both_ends() {
    let xml = [p("{{#if ja}}"), p("{{#each takster}}"), p("{{/if}}"), p("{{#with x}}")];
    assert_eq!(
        found(&xml.concat()),
        "fejl[blok-ikke-lukket] skabelon.docx, brødtekst, afsnit 2, mærket »{{#each takster}}«: Blokken {{#each takster}} er åbnet (afsnit 2), men ikke lukket, før {{/if}} (afsnit 3) lukker blokken omkring den. Sæt {{/each}} ind, hvor blokken skal slutte.\n\
         fejl[blok-ikke-lukket] skabelon.docx, brødtekst, afsnit 4, mærket »{{#with x}}«: Blokken {{#with x}} er åbnet (afsnit 4), men ikke lukket, før delen »brødtekst« slutter. Sæt {{/with}} ind, hvor blokken skal slutte.\n"
    );
}

#[test]
fn a_tag_over_two_paragraphs_is_one_fault_that_names_both() {
    let xml = [p("Kære {{aftale."), p(""), p("titel}} hej"), p("{{navn"), p("hej"), p("navn}}")];
    assert_eq!(
        found(&xml.concat()),
        "fejl[felt-over-afsnit] skabelon.docx, brødtekst, afsnit 1, mærket »{{aftale.«: Et felt begynder i afsnit 1, men slutter først i afsnit 3. Saml »{{aftale.« og »titel}}« i ét afsnit.\n\
         fejl[felt-ikke-lukket] skabelon.docx, brødtekst, afsnit 4, mærket »{{navn«: Et felt begynder med {{, men slutter ikke med }} i samme afsnit. Et felt skrives {{navn}}, og hele feltet skal stå i ét afsnit.\n\
         fejl[felt-ikke-aabnet] skabelon.docx, brødtekst, afsnit 6, mærket »navn}}«: Et felt slutter med }}, men begynder ikke med {{ i samme afsnit. Et felt skrives {{navn}}, og hele feltet skal stå i ét afsnit.\n"
    );
}

#[test]
fn the_paths_of_fields_are_as_the_data_has_them() {
    let xml = [
        table(&[&[
            "{{#each takster}}{{tilbud}}",
            "{{this.takst}} {{../navn}} {{@index}}{{/each}}",
        ]]),
        p(
            "{{#each takster as |t nr|}}{{t.tilbud}}{{nr}}{{#each t.noter}}{{this}}{{../../x}}{{/each}}{{/each}}",
        ),
        p(
            "{{#with aftale}}{{titel}}{{@root.udgave.dato}}{{/with}} {{kr (lookup takster 0)}} {{tal \"a.b\"}}",
        ),
    ];
    assert_eq!(
        used(&xml.concat()),
        [
            "field takster, tabel 1, række 1, celle 1",
            "field takster[].tilbud, tabel 1, række 1, celle 1",
            "field takster[].takst, tabel 1, række 1, celle 2",
            "field navn, tabel 1, række 1, celle 2",
            "field takster, afsnit 1",
            "field takster[].tilbud, afsnit 1",
            "field takster[].noter, afsnit 1",
            "field takster[].noter[], afsnit 1",
            "field x, afsnit 1",
            "field aftale, afsnit 2",
            "field aftale.titel, afsnit 2",
            "field udgave.dato, afsnit 2",
            "field takster, afsnit 2",
            "field a.b, afsnit 2",
        ]
    );
}

#[test]
fn keys_and_helpers_are_listed_too() {
    let xml = [p("{{tekst \"vision\"}}"), p("{{tabel \"a.b\" titel=navn}} {{figur \"c\"}}")];
    assert_eq!(
        used(&xml.concat()),
        [
            "text vision, afsnit 1",
            "table a.b, afsnit 2",
            "field navn, afsnit 2",
            "figure c, afsnit 2"
        ]
    );
    let helpers: Vec<String> = checked(&template(&p("{{#if (eq a b)}}{{kr c}}{{/if}}")))
        .uses
        .into_iter()
        .filter(|used| used.kind == UseKind::Helper)
        .map(|used| used.name)
        .collect();
    assert_eq!(helpers, ["if", "eq", "kr"]);
}

#[test]
fn a_tag_that_cannot_be_read_is_told_with_what_is_most_likely_wrong() {
    let cases = [
        ("{{aftale..titel}}", "Der er et punktum for meget i navnet."),
        ("{{aftale.titel.}}", "Der er et punktum for meget i navnet."),
        (
            "{{aftale,titel}}",
            "Et feltnavn har kun bogstaver, tal, understreg, bindestreg og punktum.",
        ),
        ("{{tekst ”forord}}", "Der mangler et anførselstegn."),
        (
            "{{billede ”C:\\logo.png” alt=”a”}}",
            "En sti skrives med / og går ud fra inputs/, fx \"billeder/kort.png\".",
        ),
    ];
    for (tag, hint) in cases {
        let said = found(&p(tag));
        assert!(said.contains("fejl[skabelon-syntaks]") && said.contains(hint), "{tag}: {said}");
    }
}

#[test]
fn words_that_are_wrong_whatever_the_data_are_told() {
    let xml = [
        table(&[&["{{celle farve=\"lilla\"}}", "{{celle over=\"to\"}}"]]),
        p("{{kr \"abc\"}} {{link \"www.rebild.dk\"}}"),
        p("{{billede \"billeder/a.png\"}}"),
    ];
    let codes: Vec<&str> =
        checked(&template(&xml.concat())).findings.iter().map(|f| f.code).collect();
    assert_eq!(
        codes,
        ["ukendt-farve", "celle-over", "ikke-et-tal", "link-adresse", "billede-uden-beskrivelse"]
    );
}

#[test]
fn braces_that_are_not_two_are_told_in_one_sentence_as_they_are_typed() {
    assert_eq!(
        found(&p("{{&amp;navn}}")),
        "fejl[tre-klammer] skabelon.docx, brødtekst, afsnit 1, mærket »{{&navn}}«: Tegnet & efter tuborgklammerne indsætter en værdi uden beskyttelse og er ikke tilladt. Skriv {{navn}} uden &.\n"
    );
    assert_eq!(
        found(&p("{{{{raw}}}} {{x}} {{{{/raw}}}}")),
        "fejl[skabelon-syntaks] skabelon.docx, brødtekst, afsnit 1, mærket »{{{{raw}}}}«: Fire tuborgklammer kan ikke bruges. Et felt skrives {{navn}} med to tuborgklammer på hver side.\n"
    );
}
