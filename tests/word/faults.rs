//! Every fault of a template at once, in words that its maker understands.

use super::sample::shelf;
use super::small::{context, faults, header, p, table, template, try_package};

#[test]
fn a_block_that_is_not_closed() {
    assert_eq!(
        faults(&format!("{}{}", p("Intro"), p("{{#each takster}}"))),
        "fejl[blok-ikke-lukket] skabelon.docx, brødtekst, afsnit 2, mærket »{{#each takster}}«: Blokken {{#each takster}} er åbnet, men ikke lukket. Sæt {{/each}} ind, hvor blokken skal slutte.\n"
    );
}

#[test]
fn a_block_closed_by_another_name_or_not_opened() {
    assert_eq!(
        faults(&format!("{}{}", p("{{#if ja}}"), p("{{/each}}"))),
        "fejl[blok-lukket-forkert] skabelon.docx, brødtekst, afsnit 2, mærket »{{/each}}«: Blokken {{#if ja}} (afsnit 1) lukkes med {{/each}}. Skriv {{/if}} i stedet.\n"
    );
    assert_eq!(
        faults(&p("{{/if}}")),
        "fejl[blok-ikke-aabnet] skabelon.docx, brødtekst, afsnit 1, mærket »{{/if}}«: {{/if}} lukker ikke nogen blok, der er åbnet. Fjern mærket, eller sæt blokkens begyndelse ind før det.\n"
    );
}

#[test]
fn a_block_that_begins_and_ends_in_different_kinds_of_places() {
    let xml = format!("{}{}", table(&[&["a", "{{#if ja}}b"]]), p("{{/if}}"));
    assert_eq!(
        faults(&xml),
        "fejl[blok-skaev] skabelon.docx, brødtekst, tabel 1, række 1, celle 2, mærket »{{#if ja}}«: Blokken {{#if ja}} begynder i tabel 1, række 1, celle 2, men {{/if}} står i afsnit 1; de skal stå samme slags sted. Sæt begge mærker i samme tabel, eller begge i afsnit uden for tabellen.\n"
    );
}

#[test]
fn an_unknown_field_is_told_with_its_place_and_the_nearest_name() {
    let xml = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Overskrift1\"/></w:pPr><w:r><w:t>Takster</w:t></w:r></w:p>{}",
        table(&[&["Tilbud"], &["{{aftale.titl}}"]])
    );
    assert_eq!(
        faults(&xml),
        "fejl[ukendt-felt] skabelon.docx, brødtekst, under »Takster«, tabel 1, række 2, celle 1, mærket »{{aftale.titl}}«: Der findes intet felt »aftale.titl«: »titl« er ukendt. Mente du »titel«?\n"
    );
}

#[test]
fn a_tag_that_is_not_finished() {
    assert_eq!(
        faults(&p("Kære {{navn} hej")),
        "fejl[felt-ikke-lukket] skabelon.docx, brødtekst, afsnit 1, mærket »{{navn} hej«: Et felt begynder med {{, men slutter ikke med }} i samme afsnit. Et felt skrives {{navn}}, og hele feltet skal stå i ét afsnit.\n"
    );
    assert!(faults(&p("navn}} hej")).starts_with("fejl[felt-ikke-aabnet]"));
}

#[test]
fn all_faults_of_all_parts_come_at_once() {
    let mut package = template(&format!("{}{}", p("{{nvn}}"), p("{{ukendt 1}}")));
    package.set_part("word/header1.xml", header(&p("{{#if ja}}")).into_bytes());
    let findings = try_package(&package, &context(), &shelf()).unwrap_err().to_string();
    assert_eq!(findings.lines().count(), 3, "{findings}");
    assert!(findings.contains("sidehoved"), "{findings}");
}

#[test]
fn long_text_in_the_middle_of_a_paragraph() {
    let xml = format!(
        "{}{}",
        p("Se {{tekst \"vision\"}} her"),
        p("{{kapitel \"vision\"}}{{kapitel \"takster\"}}")
    );
    let findings = try_package(&template(&xml), &context(), &shelf());
    assert_eq!(
        findings.unwrap_err().to_string(),
        "fejl[tekst-midt-i-afsnit] skabelon.docx, brødtekst, afsnit 1, mærket »{{tekst \"vision\"}}«: »vision« har flere afsnit eller en tabel og kan ikke stå midt i et afsnit. Giv mærket et afsnit for sig selv.\n"
    );
}
