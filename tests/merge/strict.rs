use serde_json::json;
use socialaftale::finding::Place;
use socialaftale::merge::{Merger, TemplateSource};

use super::{PLAIN, Shelf, at, context, refused, render, rendered, slots};
use crate::project::listed;

fn one(source: &str) -> String {
    let found = refused(source);
    assert_eq!(found.len(), 1, "{found:#?}");
    found[0].clone()
}

#[test]
fn an_unknown_field_is_told_with_the_nearest() {
    assert_eq!(
        one("Om {{aftale.titl}}"),
        "fejl[ukendt-felt] a.typ, linje 1, kolonne 4: Der findes intet felt »aftale.titl«: »titl« er \
         ukendt. Mente du »titel«?"
    );
}

#[test]
fn an_unknown_field_is_told_in_conditions_loops_and_parameters_too() {
    for source in [
        "{{#if aftale.titl}}x{{/if}}",
        "{{#unless aftale.titl}}x{{/unless}}",
        "{{#each aftale.titl}}x{{/each}}",
        "{{#with aftale.titl}}x{{/with}}",
        "{{kr aftale.titl}}",
        "{{stort (lille aftale.titl)}}",
        "{{#if (eq aftale.titl \"x\")}}x{{/if}}",
        "{{tal \"aftale.titl\"}}",
        "{{tekst aftale.titl}}",
        "{{tekst \"vision\" niveau=aftale.titl}}",
        "{{#if udgave.tom}}{{aftale.titl}}{{/if}}",
        "{{#each ingen}}x{{else}}{{aftale.titl}}{{/each}}",
    ] {
        let found = one(source);
        assert!(found.ends_with("»titl« er ukendt. Mente du »titel«?"), "{source}: {found}");
    }
}

/// `inner` within as many of one block.
fn within(times: usize, open: &str, inner: &str, close: &str) -> String {
    open.repeat(times) + inner + &close.repeat(times)
}

#[test]
fn a_template_nested_by_the_thousand_is_told_and_never_stops_the_program() {
    let (open, close) = ("{{#if aftale.titel}}", "{{/if}}");
    assert_eq!(
        one(&within(1_000, open, "x", close)),
        "fejl[skabelon-for-dyb] a.typ, linje 1, kolonne 1001: Her står over 50 blokke inde i hinanden. \
         Del skabelonen op i delskabeloner, eller luk blokkene tidligere."
    );
    let chain = open.to_owned() + &"{{else if aftale.vision}}".repeat(5_000) + close;
    let calls = format!("{{{{stort {}}}}}", within(5_000, "(lille ", "aftale.titel", ")"));
    let hidden = within(1_000, "{{#if aftale.titel}}{{!-- -- {{/if}} --}}", "x", close);
    let shown = within(1_000, "{{#if aftale.titel}}\\{{/if}}", "x", close);
    for source in [chain, calls, hidden, shown] {
        assert!(one(&source).starts_with("fejl[skabelon-for-dyb] a.typ, linje 1, "));
    }
    assert_eq!(rendered(&within(50, open, "x", close)), "x");
    assert_eq!(
        rendered(&"{{#if aftale.titel}}x{{else if ingen}}y{{/if}}".repeat(60)),
        "x".repeat(60)
    );
}

#[test]
fn a_text_with_blocks_nested_by_the_thousand_is_told_where_it_stands() {
    let text = within(1_000, "{{#if aftale.titel}}", "x", "{{/if}}");
    let (_, found) = slots("{{tekst \"dyb\"}}", &[("dyb", &text)]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].starts_with("fejl[skabelon-for-dyb] dyb.md, linje 5, kolonne 1001: "),
        "{found:?}"
    );
}

#[test]
fn an_unknown_helper_is_told_with_the_nearest() {
    assert_eq!(
        one("{{krr tal.takst}}"),
        "fejl[ukendt-hjaelper] a.typ, linje 1, kolonne 1: Der findes ingen hjælper, der hedder »krr«. \
         Mente du »kr«?"
    );
    assert!(one("{{#eech parter}}x{{/eech}}").contains("ingen hjælper, der hedder »eech«"));
    assert!(one("{{stort (lile aftale.titel)}}").contains("»lile«. Mente du »lille«?"));
}

#[test]
fn a_helper_with_too_little_or_too_much_is_told() {
    assert_eq!(
        one("{{kr}}"),
        "fejl[hjaelper-mangler-oplysning] a.typ, linje 1, kolonne 1: Hjælperen »kr« skal have én \
         oplysning efter navnet, men har 0. Skriv fx {{kr …}}."
    );
    assert_eq!(
        one("{{#if (eq tal.antal)}}x{{/if}}"),
        "fejl[hjaelper-mangler-oplysning] a.typ, linje 1, kolonne 1: Hjælperen »eq« skal have 2 \
         oplysninger efter navnet, men har 1. Skriv fx {{eq …}}."
    );
    assert!(one("{{kr tal.takst tal.antal}}").contains("men har 2."));
    assert!(one("{{#each}}x{{/each}}").contains("Hjælperen »each« skal have én oplysning"));
    assert!(one("{{tekst}}").contains("Hjælperen »tekst« skal have én oplysning"));
}

#[test]
fn an_unknown_option_is_told_with_the_nearest() {
    assert_eq!(
        one("{{tekst \"vision\" nivau=2}}"),
        "fejl[ukendt-valg] a.typ, linje 1, kolonne 1: Hjælperen »tekst« kender ikke valget »nivau«. \
         Mente du »niveau«?"
    );
}

#[test]
fn a_group_is_never_printed() {
    let message = "Feltet »aftale« er en gruppe af felter og kan ikke skrives direkte. Vælg et af \
                   dem i gruppen: titel, vision.";
    assert_eq!(
        one("{{aftale}}"),
        format!("fejl[felt-er-en-gruppe] a.typ, linje 1, kolonne 1: {message}")
    );
    for source in [
        "{{kr aftale}}",
        "{{tal \"aftale\"}}",
        "{{stort aftale}}",
        "{{valgfri aftale}}",
        "{{streng aftale}}",
        "{{#if (gt aftale 1)}}x{{/if}}",
    ] {
        assert!(one(source).contains(message), "{source}");
    }
    assert!(one("{{#each parter}}{{this}}{{/each}}").contains("Feltet »this« er en gruppe"));
    assert!(one("{{ord}}").contains("Hjælperen »ord« skal have én oplysning"));
}

#[test]
fn groups_and_lists_may_be_asked_about() {
    assert_eq!(
        rendered("{{#if aftale}}ja{{/if}}{{len parter}}{{#if (not ingen)}}tom{{/if}}"),
        "ja2tom"
    );
}

#[test]
fn three_braces_are_refused() {
    assert_eq!(
        one("Ord\n  {{{farligt}}}"),
        "fejl[tre-klammer] a.typ, linje 2, kolonne 3: Tre tuborgklammer indsætter en værdi uden \
         beskyttelse og er ikke tilladt. Skriv {{navn}} med to."
    );
    assert!(one("{{&farligt}}").starts_with("fejl[tre-klammer] "));
}

#[test]
fn a_block_that_is_not_closed_or_closed_as_another_is_told() {
    for source in ["Ord\n{{#if aftale.titel}}x", "Ord\n{{#if aftale.titel}}x{{/each}}"] {
        let found = one(source);
        assert!(found.starts_with("fejl[skabelon-syntaks] a.typ, linje "), "{found}");
        assert!(found.contains("En blok er åbnet, men ikke lukket, eller lukket med et andet navn. Hver {{#each …}}, {{#if …}} og {{#with …}} skal lukkes med {{/each}}, {{/if}} eller {{/with}}."), "{found}");
    }
}

#[test]
fn a_field_that_is_not_closed_is_told() {
    let found = one("Ord\n{{aftale.titel\n");
    assert!(found.starts_with("fejl[skabelon-syntaks] a.typ, linje "), "{found}");
    assert!(found.contains("Et felt er ikke skrevet rigtigt. Et felt skrives {{navn}} med to tuborgklammer på hver side."), "{found}");
}

#[test]
fn an_unknown_partial_is_told() {
    let found = one("{{> hovde}}");
    assert!(found.starts_with("fejl[ukendt-delskabelon] a.typ, linje 1, kolonne 1: Der findes ingen delskabelon, der hedder »hovde«."), "{found}");
}

#[test]
fn a_partial_is_put_in_and_examined() {
    let shelf = Shelf::with(&[]);
    let context = context();
    let mut merger = Merger::new(&context, &shelf, PLAIN);
    let partial = |source| TemplateSource { name: "hoved", source, locate: &at };
    let page = TemplateSource { name: "a.typ", source: "x\n {{> hoved}}", locate: &at };
    merger.partial(&partial("[{{aftale.titel}}]")).expect("a partial");
    assert_eq!(merger.render(&page).map_err(listed), Ok("x\n [Nordjysk Socialaftale]".to_owned()));
    merger.partial(&partial("1\n2\n3\n{{aftale.titl}}")).expect("a partial");
    assert_eq!(
        merger.render(&page).map_err(listed),
        Err(vec![
            "fejl[ukendt-felt] a.typ, linje 2, kolonne 2: Der findes intet felt »aftale.titl«: \
             »titl« er ukendt. Mente du »titel«?"
                .to_owned()
        ])
    );
}

#[test]
fn a_partial_that_puts_itself_in_ends_in_a_finding_and_not_in_a_crash() {
    let shelf = Shelf::with(&[]);
    let context = context();
    let mut merger = Merger::new(&context, &shelf, PLAIN);
    merger
        .partial(&TemplateSource { name: "ring", source: "{{> ring}}", locate: &at })
        .expect("a partial");
    let page = TemplateSource { name: "a.typ", source: "{{> ring}}", locate: &at };
    assert!(merger.render(&page).is_err());
}

#[test]
fn unknown_keys_of_texts_tables_figures_and_numbers_are_told_with_the_nearest() {
    let cases = [
        (
            "{{tekst \"visoin\"}}",
            "ukendt-tekst",
            "Der findes ingen tekst med nøglen »visoin«. Mente du »vision«?",
        ),
        (
            "{{kapitel \"visoin\"}}",
            "ukendt-tekst",
            "Der findes ingen tekst med nøglen »visoin«. Mente du »vision«?",
        ),
        (
            "{{tabel \"cu.dim\"}}",
            "ukendt-tabel",
            "Der findes ingen tabel med nøglen »cu.dim«. Mente du »cu.dom«?",
        ),
        (
            "{{figur \"taskter\"}}",
            "ukendt-figur",
            "Der findes ingen figur med nøglen »taskter«. Mente du »takster«?",
        ),
        (
            "{{tal \"tal.taskt\"}}",
            "ukendt-felt",
            "Der findes intet felt »tal.taskt«: »taskt« er ukendt. Mente du »takst«?",
        ),
    ];
    for (source, code, message) in cases {
        assert_eq!(one(source), format!("fejl[{code}] a.typ, linje 1, kolonne 1: {message}"));
    }
}

#[test]
fn an_unknown_key_in_a_text_is_told_where_it_stands() {
    let texts = [("vision", "Ord.\n\n{{tabel \"cu.dim\"}}\n\n{{tekst \"visoin\"}}\n")];
    assert_eq!(
        slots("{{tekst \"vision\"}}", &texts).1,
        [
            "fejl[ukendt-tabel] vision.md, linje 7, kolonne 1: Der findes ingen tabel med nøglen \
             »cu.dim«. Mente du »cu.dom«?",
            "fejl[ukendt-tekst] vision.md, linje 9, kolonne 1: Der findes ingen tekst med nøglen \
             »visoin«. Mente du »vision«?",
        ]
    );
}

#[test]
fn all_faults_are_told_at_once_with_line_and_column() {
    let found =
        refused("{{a}}\n{{#if b}}{{c}}{{/if}}\n {{krr 1}} {{{farligt}}}\n{{tabel \"x\"}}\n");
    let places: Vec<&str> =
        found.iter().map(|f| f.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(
        places,
        [
            "fejl[ukendt-felt] a.typ, linje 1, kolonne 1",
            "fejl[ukendt-felt] a.typ, linje 2, kolonne 1",
            "fejl[ukendt-felt] a.typ, linje 2, kolonne 10",
            "fejl[ukendt-hjaelper] a.typ, linje 3, kolonne 2",
            "fejl[tre-klammer] a.typ, linje 3, kolonne 12",
            "fejl[ukendt-tabel] a.typ, linje 4, kolonne 1",
        ]
    );
}

#[test]
fn nothing_is_put_in_twice() {
    let merged = render("{{farligt}}").expect("merged");
    assert_eq!(merged, "{{aftale.titel}} <b> & *x* \"q\"");
}

/// What is said of a template when the parties of the context are these.
fn of_parties(parties: serde_json::Value, source: &str) -> Vec<String> {
    let shelf = Shelf::with(&[]);
    let mut context = context();
    context.set("parter", parties);
    context.note_origin("parter.1", &Place::line("parter.toml", 9, 1));
    let merger = Merger::new(&context, &shelf, PLAIN);
    let source = TemplateSource { name: "a.typ", source, locate: &at };
    listed(merger.render(&source).expect_err("a finding"))
}

#[test]
fn a_value_that_only_some_items_lack_names_them_and_their_source() {
    let parties = json!([
        {"navn": "Rebild", "byer": [{"by": "Støvring"}, {"by": "Skørping"}]},
        {"byer": [{"by": "Nykøbing"}, {}]},
        {"byer": []},
    ]);
    assert_eq!(
        of_parties(parties.clone(), "{{#each parter}}{{navn}}{{/each}}"),
        [
            "fejl[felt-mangler-i-liste] a.typ, linje 1, kolonne 17: Feltet »navn« mangler i 2 af 3 i »parter«: nr. 2, nr. 3. Udfyld det (parter.toml, linje 9, kolonne 1), eller skriv {{valgfri navn}}, hvis det må mangle."
        ]
    );
    assert_eq!(
        of_parties(
            parties.clone(),
            "{{#each parter as |p|}}{{#each p.byer}}{{by}}{{/each}}{{/each}}"
        ),
        [
            "fejl[felt-mangler-i-liste] a.typ, linje 1, kolonne 40: Feltet »by« mangler i 1 af 4 i »parter[].byer«: nr. 2.2. Udfyld det (parter.toml, linje 9, kolonne 1), eller skriv {{valgfri by}}, hvis det må mangle."
        ]
    );
    // A name that no item has is misspelt.
    assert_eq!(
        of_parties(parties, "{{#each parter}}{{nvn}}{{/each}}"),
        [
            "fejl[ukendt-felt] a.typ, linje 1, kolonne 17: Der findes intet felt, der hedder »nvn«. Mente du »navn«?"
        ]
    );
}

#[test]
fn an_entry_of_a_group_is_named_by_its_key() {
    let parties = json!({"rebild": {"navn": "Rebild"}, "thisted": {}});
    assert_eq!(
        of_parties(parties, "{{#each parter}}{{this.navn}}{{/each}}"),
        [
            "fejl[felt-mangler-i-liste] a.typ, linje 1, kolonne 17: Feltet »this.navn« mangler i 1 af 2 i »parter«: thisted. Udfyld det, eller skriv {{valgfri this.navn}}, hvis det må mangle."
        ]
    );
}

#[test]
fn a_list_and_a_single_field_are_told_apart() {
    assert_eq!(
        one("{{parter}}"),
        "fejl[felt-er-en-gruppe] a.typ, linje 1, kolonne 1: Feltet »parter« er en liste og kan ikke skrives direkte. Gentag over den: {{#each parter}} … {{/each}}."
    );
    assert_eq!(
        one("{{#each aftale.titel}}x{{/each}}"),
        "fejl[felt-er-ingen-liste] a.typ, linje 1, kolonne 1: Feltet »aftale.titel« er én oplysning og ingen liste. Skriv {{aftale.titel}} uden løkke."
    );
}

#[test]
fn what_cannot_be_compared_is_told_and_what_is_not_known_yet_is_not() {
    assert_eq!(
        one("{{#if (gt aftale.titel 5)}}x{{/if}}"),
        "fejl[fletning] a.typ, linje 1, kolonne 1: »gt« kan ikke sammenligne »Nordjysk Socialaftale« med »5«. Ret mærket, eller ret værdien i inputs/."
    );
    assert_eq!(rendered("{{#if (gt tal.ukendt 5)}}x{{else}}y{{/if}}"), "y");
}

#[test]
fn a_helper_from_elsewhere_and_a_field_with_a_space_are_known_for_what_they_are() {
    let hint = |source: &str| one(source).split_once("«. ").expect("a hint").1.to_owned();
    assert_eq!(hint("{{#hvis aftale.titel}}x{{/hvis}}"), "Det skrives {{#if …}}.");
    assert_eq!(
        hint("{{aftale titel}}"),
        "Er det ét felt, så skriv det uden mellemrum: {{aftale.titel}}."
    );
}
