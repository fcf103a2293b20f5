//! A tilde in a tag takes away the white space beside it.

use super::small::{body, p, table, text};

#[track_caller]
fn reads(body_xml: &str, expected: &str) {
    assert_eq!(text(&body(body_xml)), expected);
}

#[test]
fn white_space_goes_on_the_side_of_the_tilde() {
    reads(&p("a {{~navn}} b"), "aBirken b\n");
    reads(&p("a {{navn~}} b"), "a Birkenb\n");
    reads(&p("a \u{a0} {{~navn~}} b"), "aBirkenb\n");
    reads(&p("{{~navn~}}"), "Birken\n");
}

#[test]
fn block_tags_have_it_too() {
    reads(
        &p("[ {{~#each tal~}} {{this}} {{~#unless @last}}, {{/unless~}} {{/each~}} ]"),
        "[en, to, tre]\n",
    );
    reads(&p("{{#if nej~}} a {{~else~}} b {{~/if}} c"), "b c\n");
    reads(&[p("{{~#each tal~}}"), p("{{this}}"), p("{{~/each~}}")].concat(), "en\nto\ntre\n");
}

#[test]
fn two_tags_share_what_is_between_them() {
    reads(&p("{{navn~}}   {{~navn}}"), "BirkenBirken\n");
    reads(&p("a {{~! note ~}} b"), "ab\n");
}

#[test]
fn it_reaches_over_runs_tabs_and_breaks() {
    let runs = "<w:p><w:r><w:t>a </w:t></w:r><w:r><w:tab/><w:t> {{~na</w:t></w:r><w:r><w:t>vn~}} </w:t><w:br/><w:t>b</w:t></w:r></w:p>";
    reads(runs, "aBirkenb\n");
}

#[test]
fn it_stays_within_the_paragraph_and_the_cell() {
    reads(&(p("a ") + &p("{{~navn~}}") + &p(" b")), "a \nBirken\n b\n");
    reads(&table(&[&["a ", "{{~navn~}}", " b"]]), "a  | Birken |  b | \n");
}
