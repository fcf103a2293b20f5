use super::{refused, rendered};

#[test]
fn each_walks_a_list_and_reaches_out_of_it() {
    let cases = [
        ("{{#each parter}}{{navn}} {{/each}}", "Rebild Thisted "),
        (
            "{{#each parter}}{{this.navn}} {{raad.ord}},{{/each}}",
            "Rebild byrådet,Thisted kommunalbestyrelsen,",
        ),
        ("{{#each ord}}{{this}}{{/each}}", "etto"),
        ("{{#each parter}}{{@index}}{{#unless @last}},{{/unless}}{{/each}}", "0,1"),
        ("{{#each ord}}{{../tal.antal}}{{@root.tal.nul}}{{/each}}", "5050"),
        ("{{#each ingen}}x{{else}}ingen{{/each}}", "ingen"),
        (
            "{{#each parter as |part|}}{{part.navn}} {{part.raad.ord}} {{/each}}",
            "Rebild byrådet Thisted kommunalbestyrelsen ",
        ),
        ("{{#each parter as |part nr|}}{{nr}}{{part.navn}}{{/each}}", "0Rebild1Thisted"),
        (
            "{{#each parter}}{{#each ../ord}}{{this}}{{../navn}} {{/each}}{{/each}}",
            "etRebild toRebild etThisted toThisted ",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(rendered(source), expected, "{source}");
    }
}

#[test]
fn with_enters_a_group_and_if_does_not() {
    assert_eq!(
        rendered("{{#with aftale}}{{titel}} {{../tal.antal}}{{/with}}"),
        "Nordjysk Socialaftale 5"
    );
    assert_eq!(rendered("{{#with tal as |t|}}{{t.antal}}{{/with}}"), "5");
    assert_eq!(
        rendered("{{#each parter}}{{#if navn}}{{navn}}{{../tal.nul}}{{/if}}{{/each}}"),
        "Rebild0Thisted0"
    );
}

#[test]
fn else_if_is_followed_and_examined_all_the_way() {
    let source = "{{#if udgave.tom}}a{{else if udgave.kladde}}b{{else}}c{{/if}}";
    assert_eq!(rendered(source), "b");
    assert_eq!(
        refused("{{#if udgave.tom}}a{{else if udgave.klade}}b{{else}}{{x}}{{/if}}"),
        [
            "fejl[ukendt-felt] a.typ, linje 1, kolonne 1: Der findes intet felt »udgave.klade«: \
             »klade« er ukendt. Mente du »kladde«?",
            "fejl[ukendt-felt] a.typ, linje 1, kolonne 53: Der findes intet felt, der hedder »x«. \
             Her kan der stå: aftale, udgave, tal, diskretion, farligt, parter, ord, ingen.",
        ]
    );
}

#[test]
fn a_field_is_looked_for_in_its_scope() {
    assert_eq!(
        refused("{{#each parter}}{{nvan}}{{/each}}"),
        [
            "fejl[ukendt-felt] a.typ, linje 1, kolonne 17: Der findes intet felt, der hedder »nvan«. \
          Mente du »navn«?"
        ]
    );
    assert_eq!(
        refused("{{#each parter}}{{aftale.titel}}{{/each}}")[0],
        "fejl[ukendt-felt] a.typ, linje 1, kolonne 17: Der findes intet felt »aftale.titel«: \
         »aftale« er ukendt. Inde i løkken skrives det {{../aftale.titel}}."
    );
    assert_eq!(
        refused("{{#each parter as |part|}}{{part.nvan}}{{/each}}"),
        [
            "fejl[ukendt-felt] a.typ, linje 1, kolonne 27: Der findes intet felt »part.nvan«: »nvan« er \
          ukendt. Mente du »navn«?"
        ]
    );
    assert_eq!(refused("{{#with aftale}}{{../tal.atnal}}{{@root.tal.atnal}}{{/with}}").len(), 2);
}

#[test]
fn a_step_above_the_top_is_told() {
    assert_eq!(refused("{{../aftale.titel}}").len(), 1);
}
