use super::{MARKED, refused, render_as, rendered};

fn each(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(rendered(source), expected.replace('~', "\u{a0}"), "{source}");
    }
}

#[test]
fn a_field_is_printed_as_it_stands() {
    each(&[("{{aftale.titel}} {{tal.takst}}", "Nordjysk Socialaftale 1.933")]);
}

#[test]
fn units_follow_a_number_with_a_space_that_does_not_break() {
    each(&[
        ("{{kr tal.takst}}", "1.933~kr."),
        ("{{pct tal.procent}}", "95,34~%"),
        ("{{kr 1933}}", "1.933~kr."),
        ("{{pct 92.1}}", "92,1~%"),
    ]);
}

#[test]
fn a_mark_for_unknown_gets_no_unit() {
    each(&[
        ("{{kr tal.ukendt}}", "[afventer: takst]"),
        ("{{pct tal.ukendt}}", "[afventer: takst]"),
    ]);
}

#[test]
fn counts_are_worded_and_other_values_kept() {
    each(&[
        ("{{ord tal.antal}}", "fem"),
        ("{{ord 10}}", "ti"),
        ("{{ord 11}}", "11"),
        ("{{ord tal.ukendt}}", "[afventer: takst]"),
    ]);
}

#[test]
fn the_first_letter_is_made_large_or_small() {
    each(&[
        ("{{stort aftale.vision}}", "Øget egenmestring"),
        ("{{lille aftale.titel}}", "nordjysk Socialaftale"),
        ("{{stort udgave.tom}}", ""),
        ("{{stort (ord tal.antal)}}", "Fem"),
    ]);
}

#[test]
fn a_figure_is_found_by_its_path() {
    each(&[
        ("{{tal \"tal.takst\"}}", "1.933"),
        ("{{tal tal.takst}}", "1.933"),
        ("{{kr (tal \"tal.takst\")}}", "1.933~kr."),
    ]);
}

#[test]
fn a_value_that_may_be_missing_prints_nothing() {
    each(&[
        ("[{{valgfri aftale.findes_ikke}}]", "[]"),
        ("{{valgfri aftale.titel}}", "Nordjysk Socialaftale"),
    ]);
}

#[test]
fn a_figure_that_is_hidden_or_unknown_is_shown_as_it_is() {
    each(&[
        ("{{tal tal.skjult}}", "skjult"),
        ("{{tal tal.skjult_i_tekst}}", "et skjult antal"),
        ("{{tal \"tal.skjult_i_tekst\"}}", "et skjult antal"),
        ("{{tal tal.ukendt}}", "[afventer: takst]"),
    ]);
}

#[test]
fn a_literal_is_written_in_the_templates_own_code() {
    assert_eq!(
        render_as("{{streng aftale.vision}}", MARKED).as_deref(),
        Ok("\"øget egenmestring\"")
    );
}

#[test]
fn values_and_helpers_results_are_escaped_and_the_template_is_not() {
    assert_eq!(
        render_as("<{{aftale.vision}}> {{ord tal.antal}}", MARKED).as_deref(),
        Ok("<‹øget egenmestring›> ‹fem›")
    );
}

fn yes(condition: &str) -> String {
    format!("{{{{#if ({condition})}}}}ja{{{{else}}}}nej{{{{/if}}}}")
}

#[test]
fn a_hidden_count_is_above_0() {
    let cases = [
        ("eq tal.skjult \"0\"", "nej"),
        ("eq 0 tal.skjult", "nej"),
        ("ne tal.skjult tal.nul", "ja"),
        ("gt tal.skjult 0", "ja"),
        ("gte tal.skjult 0", "ja"),
        ("gt tal.skjult_i_tekst 0", "ja"),
        ("lte tal.skjult 0", "nej"),
        ("lt 0 tal.skjult", "ja"),
        ("and tal.skjult udgave.kladde", "ja"),
    ];
    for (condition, expected) in cases {
        assert_eq!(rendered(&yes(condition)), expected, "{condition}");
    }
}

#[test]
fn a_hidden_count_is_compared_with_nothing_but_0() {
    let cases = [
        "eq tal.skjult \"1\"",
        "eq tal.skjult tal.andet_skjult",
        "eq tal.skjult tal.ukendt",
        "ne 2 tal.skjult",
        "gt tal.skjult 1",
        "gte tal.antal tal.skjult",
        "lt tal.skjult 1",
        "lte tal.skjult tal.andet_skjult",
    ];
    for condition in cases {
        let helper = condition.split(' ').next().unwrap_or_default();
        let said = format!("»{helper}« kan kun sammenligne et skjult tal med 0.");
        let found = refused(&yes(condition));
        assert!(found.len() == 1 && found[0].contains(&said), "{condition}: {found:?}");
    }
}

#[test]
fn numbers_and_dates_are_compared_as_what_they_are() {
    let cases = [
        ("gt tal.takst 999", "ja"),
        ("gt tal.takst 1933", "nej"),
        ("gte tal.takst 1933", "ja"),
        ("lt tal.procent 95.4", "ja"),
        ("lte tal.procent 95.33", "nej"),
        ("gt udgave.dato \"2. oktober 2019\"", "ja"),
        ("lt udgave.dato \"1. oktober 2020\"", "ja"),
        ("gt udgave.dato \"2019-10-02\"", "ja"),
        ("lt udgave.dato \"2019-10-02\"", "nej"),
        ("lt tal.ukendt 1", "nej"),
        ("eq tal.antal \"5\"", "ja"),
        ("ne tal.antal \"5\"", "nej"),
        ("and udgave.kladde tal.antal", "ja"),
        ("and udgave.kladde udgave.tom", "nej"),
        ("or udgave.tom udgave.kladde", "ja"),
        ("not udgave.tom", "ja"),
    ];
    for (condition, expected) in cases {
        assert_eq!(rendered(&yes(condition)), expected, "{condition}");
    }
}

#[test]
fn lists_are_counted_and_looked_up() {
    each(&[("{{len parter}}", "2"), ("{{lookup ord 1}}", "to"), ("{{len ingen}}", "0")]);
}

#[test]
fn conditions_take_empty_text_and_empty_lists_for_no() {
    each(&[
        ("{{#if udgave.tom}}ja{{else}}nej{{/if}}", "nej"),
        ("{{#if ingen}}ja{{else}}nej{{/if}}", "nej"),
        ("{{#unless udgave.tom}}ja{{/unless}}", "ja"),
        ("{{#if udgave.kladde}}UDKAST{{/if}}", "UDKAST"),
    ]);
}
