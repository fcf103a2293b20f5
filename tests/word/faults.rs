//! Every fault of a template at once, in words that its maker understands.

use super::sample::shelf;
use super::small::{context, faults, header, p, table, template, try_package, try_unjudged};

#[test]
fn a_block_that_is_not_closed() {
    assert_eq!(
        faults(&format!("{}{}", p("Intro"), p("{{#each takster}}"))),
        "fejl[blok-ikke-lukket] skabelon.docx, brødtekst, afsnit 2, mærket »{{#each takster}}«: Blokken {{#each takster}} er åbnet (afsnit 2), men ikke lukket, før delen »brødtekst« slutter. Sæt {{/each}} ind, hvor blokken skal slutte.\n"
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

/// A table whose second row has a cell over that many columns, and one more.
fn spanning(columns: &str) -> String {
    let cell = format!(
        "<w:tc><w:tcPr><w:gridSpan w:val=\"{columns}\"/></w:tcPr>{}</w:tc><w:tc>{}</w:tc>",
        p("a"),
        p("b")
    );
    format!(
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:gridAfter w:val=\"62\"/></w:trPr><w:tc>{}</w:tc></w:tr><w:tr>{cell}</w:tr></w:tbl>{}",
        p("hoved"),
        p("")
    )
}

#[test]
fn a_row_over_more_columns_than_word_has() {
    for columns in ["63", "400000000", "18446744073709551615", "99999999999999999999999999"] {
        assert_eq!(
            faults(&spanning(columns)),
            "fejl[tabel-for-bred] skabelon.docx, brødtekst, tabel 1, række 2: Rækken går over flere kolonner, end Word kan have; det er højst 63. Slet tabellen, og sæt den ind på ny med færre kolonner.\n"
        );
    }
    let widest = try_package(&template(&spanning("62")), &context(), &shelf()).unwrap();
    assert_eq!(widest.findings.to_string(), "");
}

#[test]
fn columns_skipped_at_the_ends_of_a_row_count_too() {
    let row = |skipped: &str| {
        format!(
            "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:{skipped} w:val=\"18446744073709551615\"/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>{}",
            p("a"),
            p("")
        )
    };
    for skipped in ["gridBefore", "gridAfter"] {
        assert!(faults(&row(skipped)).starts_with("fejl[tabel-for-bred]"), "{skipped}");
    }
}

#[test]
fn a_width_that_comes_in_as_a_value_is_judged_when_it_is_known() {
    let mut context = context();
    context.set("bredde", "400000000");
    let findings = try_package(&template(&spanning("{{bredde}}")), &context, &shelf());
    assert_eq!(
        findings.unwrap_err().to_string(),
        "fejl[dokument-ugyldigt] skabelon.docx: Det færdige dokument er ikke i orden (brødtekst): en tabelrække går over flere end 63 kolonner. Gem skabelonen på ny i Word, og prøv igen. Hjælper det ikke, er det en fejl i programmet: meld den, og send skabelonen med.\n"
    );
}

#[test]
fn a_page_wider_than_any_paper_is_taken_for_a_standard_one() {
    let section = "<w:sectPr><w:pgSz w:w=\"4294967295\" w:h=\"16838\"/><w:pgMar w:left=\"4294967295\" w:right=\"4294967295\"/></w:sectPr>";
    let body = format!("{}{}{section}", p("{{tabel \"takster\"}}"), p("{{figur \"borgere\"}}"));
    let narrow = "<w:sectPr><w:pgSz w:w=\"4294967295\" w:h=\"16838\"/><w:pgMar w:left=\"0\" w:right=\"0\"/></w:sectPr>";
    for body in [body.clone(), body.replace(section, narrow)] {
        let done = try_unjudged(&template(&body), &context(), &shelf());
        assert_eq!(done.unwrap().findings.to_string(), "");
    }
}
