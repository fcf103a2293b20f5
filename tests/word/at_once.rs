//! One run tells every fault of a template, also those that hide behind one another.

use socialaftale::finding::Place;

use super::sample::shelf;
use super::small::{
    context, faults, footer, header, note_reference, notes, p, template, try_unjudged,
};

/// A block that does not end, two fields that are not there and two amounts that are text.
const FAULTS: &str = "{{#if ja}}{{nvn}} {{aftale.titl}} {{kr aftale.titel}} {{pct navn}}";

#[test]
fn a_broken_block_unknown_fields_and_wrong_values_of_every_part() {
    let mut package =
        template(&format!("{}<w:p>{}</w:p>", p(FAULTS), note_reference("footnote", 1)));
    notes(&mut package, "footnote", &[FAULTS]);
    package.set_part("word/header1.xml", header(&p(FAULTS)).into_bytes());
    package.set_part("word/footer1.xml", footer(&p(FAULTS)).into_bytes());
    let findings = try_unjudged(&package, &context(), &shelf()).unwrap_err();
    let expected: String = ["brødtekst", "fodnoter", "sidefod", "sidehoved"]
        .iter()
        .map(|part| {
            [
                "blok-ikke-lukket {{#if ja}}",
                "ukendt-felt {{aftale.titl}}",
                "fletning {{kr aftale.titel}}",
                "ukendt-felt {{nvn}}",
                "fletning {{pct navn}}",
            ]
            .map(|told| format!("{part}, afsnit 1: {told}\n"))
            .concat()
        })
        .collect();
    let told: String = findings
        .iter()
        .map(|finding| {
            let Place::Word { part, spot, tag, .. } = &finding.place else { panic!("{finding}") };
            format!("{part}, {spot}: {} {tag}\n", finding.code)
        })
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn each_is_told_in_full() {
    assert_eq!(
        faults(&p(FAULTS)),
        concat!(
            "fejl[blok-ikke-lukket] skabelon.docx, brødtekst, afsnit 1, mærket »{{#if ja}}«: Blokken {{#if ja}} er åbnet (afsnit 1), men ikke lukket, før delen »brødtekst« slutter. Sæt {{/if}} ind, hvor blokken skal slutte.\n",
            "fejl[ukendt-felt] skabelon.docx, brødtekst, afsnit 1, mærket »{{aftale.titl}}«: Der findes intet felt »aftale.titl«: »titl« er ukendt. Mente du »titel«?\n",
            "fejl[fletning] skabelon.docx, brødtekst, afsnit 1, mærket »{{kr aftale.titel}}«: »kr« skal have et tal, men fik »Nordjysk Socialaftale«. Ret mærket, eller ret værdien i inputs/.\n",
            "fejl[ukendt-felt] skabelon.docx, brødtekst, afsnit 1, mærket »{{nvn}}«: Der findes intet felt, der hedder »nvn«. Mente du »navn«?\n",
            "fejl[fletning] skabelon.docx, brødtekst, afsnit 1, mærket »{{pct navn}}«: »pct« skal have et tal, men fik »Birken«. Ret mærket, eller ret værdien i inputs/.\n",
        )
    );
}

#[test]
fn wrong_values_of_a_part_that_is_whole() {
    let body = format!(
        "{}{}{}",
        p("{{nvn}} {{kr aftale.titel}}"),
        p("{{#each takster}}{{kr tilbud}}{{pct titl}}{{/each}}"),
        p("{{#if (gt navn 3)}}{{kr navn}}{{/if}}{{kr aftale.titel}}")
    );
    assert_eq!(
        faults(&body),
        concat!(
            "fejl[fletning] skabelon.docx, brødtekst, afsnit 1, mærket »{{kr aftale.titel}}«: »kr« skal have et tal, men fik »Nordjysk Socialaftale«. Ret mærket, eller ret værdien i inputs/.\n",
            "fejl[ukendt-felt] skabelon.docx, brødtekst, afsnit 1, mærket »{{nvn}}«: Der findes intet felt, der hedder »nvn«. Mente du »navn«?\n",
            "fejl[fletning] skabelon.docx, brødtekst, afsnit 2, mærket »{{kr tilbud}}«: »kr« skal have et tal, men fik »Aalborg Krisecenter«. Ret mærket, eller ret værdien i inputs/.\n",
            "fejl[ukendt-felt] skabelon.docx, brødtekst, afsnit 2, mærket »{{pct titl}}«: Der findes intet felt, der hedder »titl«. Her kan der stå: tilbud, takst, noter.\n",
            "fejl[fletning] skabelon.docx, brødtekst, afsnit 3, mærket »{{#if (gt navn 3)}}«: »gt« kan ikke sammenligne »Birken« med »3«. Ret mærket, eller ret værdien i inputs/.\n",
            "fejl[fletning] skabelon.docx, brødtekst, afsnit 3, mærket »{{kr aftale.titel}}«: »kr« skal have et tal, men fik »Nordjysk Socialaftale«. Ret mærket, eller ret værdien i inputs/.\n",
        )
    );
}

#[test]
fn a_name_that_may_mean_something_in_a_block_is_not_told() {
    let body = [
        "{{#each takster}}",
        "{{tilbud}} {{takst}} {{kr tilbud}} {{this.titl}} {{../titl}} {{@index}} {{nvn}}",
        "{{#each tal as |en nr|}}{{en}} {{kr en}} {{nr}}{{@root.nvn}}",
        "{{#*inline \"del\"}}{{kr antal}}{{/inline}}{{> del antal=3}}{{> andet}}",
        "{{valgfri nvn}} {{#if (gt aftale.titel 3)}}{{else if nvn}}",
    ];
    let body: String = body.iter().map(|line| p(line)).collect();
    assert_eq!(
        faults(&body),
        concat!(
            "fejl[blok-ikke-lukket] skabelon.docx, brødtekst, afsnit 1, mærket »{{#each takster}}«: Blokken {{#each takster}} er åbnet (afsnit 1), men ikke lukket, før delen »brødtekst« slutter. Sæt {{/each}} ind, hvor blokken skal slutte.\n",
            "fejl[ukendt-felt] skabelon.docx, brødtekst, afsnit 2, mærket »{{nvn}}«: Der findes intet felt, der hedder »nvn«. Mente du »navn«?\n",
            "fejl[blok-ikke-lukket] skabelon.docx, brødtekst, afsnit 3, mærket »{{#each tal as |en nr|}}«: Blokken {{#each tal as |en nr|}} er åbnet (afsnit 3), men ikke lukket, før delen »brødtekst« slutter. Sæt {{/each}} ind, hvor blokken skal slutte.\n",
            "fejl[ukendt-felt] skabelon.docx, brødtekst, afsnit 3, mærket »{{@root.nvn}}«: Der findes intet felt »@root.nvn«: »nvn« er ukendt. Mente du »navn«?\n",
            "fejl[blok-ikke-lukket] skabelon.docx, brødtekst, afsnit 5, mærket »{{#if (gt aftale.titel 3)}}«: Blokken {{#if (gt aftale.titel 3)}} er åbnet (afsnit 5), men ikke lukket, før delen »brødtekst« slutter. Sæt {{/if}} ind, hvor blokken skal slutte.\n",
            "fejl[fletning] skabelon.docx, brødtekst, afsnit 5, mærket »{{#if (gt aftale.titel 3)}}«: »gt« kan ikke sammenligne »Nordjysk Socialaftale« med »3«. Ret mærket, eller ret værdien i inputs/.\n",
            "fejl[ukendt-felt] skabelon.docx, brødtekst, afsnit 5, mærket »{{else if nvn}}«: Der findes intet felt, der hedder »nvn«. Mente du »navn«?\n",
        )
    );
}

#[test]
fn keys_and_groups_are_told_too() {
    let body =
        p("{{#if ja}}{{tekst \"visionn\"}} {{takster}} {{tal \"aftale.titl\"}} {{kr \"x\"}}");
    let findings = try_unjudged(&template(&body), &context(), &shelf()).unwrap_err();
    assert_eq!(
        findings.to_string(),
        concat!(
            "fejl[blok-ikke-lukket] skabelon.docx, brødtekst, afsnit 1, mærket »{{#if ja}}«: Blokken {{#if ja}} er åbnet (afsnit 1), men ikke lukket, før delen »brødtekst« slutter. Sæt {{/if}} ind, hvor blokken skal slutte.\n",
            "fejl[ikke-et-tal] skabelon.docx, brødtekst, afsnit 1, mærket »{{kr \"x\"}}«: »kr« skal have et tal, men fik »x«. Brug et felt med et tal, eller fjern »kr«.\n",
            "fejl[felt-er-en-gruppe] skabelon.docx, brødtekst, afsnit 1, mærket »{{takster}}«: Feltet »takster« er en liste og kan ikke skrives direkte. Gentag over den: {{#each takster}} … {{/each}}.\n",
            "fejl[ukendt-felt] skabelon.docx, brødtekst, afsnit 1, mærket »{{tal \"aftale.titl\"}}«: Der findes intet felt »aftale.titl«: »titl« er ukendt. Mente du »titel«?\n",
            "fejl[ukendt-tekst] skabelon.docx, brødtekst, afsnit 1, mærket »{{tekst \"visionn\"}}«: Der findes ingen tekst med nøglen »visionn«. Mente du »vision«?\n",
        )
    );
}

#[test]
fn what_calls_itself_is_told_and_not_rendered() {
    let body = format!(
        "{}{}",
        p("{{#*inline \"del\"}}{{nvn}}{{> del}}{{/inline}}"),
        p("{{> del}} {{kr navn}}")
    );
    assert_eq!(
        faults(&body),
        concat!(
            "fejl[delskabelon-i-ring] skabelon.docx, brødtekst, afsnit 1, mærket »{{> del}}«: Delskabelonen »del« sætter sig selv ind og ville aldrig slutte. Fjern mærket {{> del}} i delskabelonen eller i en, som den kalder.\n",
            "fejl[ukendt-felt] skabelon.docx, brødtekst, afsnit 1, mærket »{{nvn}}«: Der findes intet felt, der hedder »nvn«. Mente du »navn«?\n",
        )
    );
}

#[test]
fn no_more_than_fifty_are_looked_for() {
    let body: String = (0..60).map(|_| p("{{kr navn}}")).collect();
    assert_eq!(faults(&body).lines().count(), 50);
}
