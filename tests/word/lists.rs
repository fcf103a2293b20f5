//! Where lists in loops begin anew, and where they go on.

use socialaftale::package::Package;
use socialaftale::text::tree::{Block, List};

use super::listed::{counting, item};
use super::sample::{Shelf, words};
use super::small::{context, p, part, read, rendered, template, try_package};

const NUMBERING: &str = "word/numbering.xml";

/// A run, as an item of a list has it.
fn run(words: &str) -> String {
    format!("<w:r><w:t>{words}</w:t></w:r>")
}

/// What stands in a loop over the two takster.
fn looped(inside: &str) -> String {
    format!("{}{inside}{}", p("{{#each takster}}"), p("{{/each}}"))
}

/// A paragraph of that style.
fn styled(style: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run("x"))
}

/// A table of one row, with these cells.
fn row(cells: &[&str]) -> String {
    let grid = "<w:gridCol w:w=\"2000\"/>".repeat(cells.len());
    let cells: String = cells.iter().map(|cell| format!("<w:tc>{cell}</w:tc>")).collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>")
}

/// A template with a list that counts, changed in its parts.
fn listed(body: &str, changes: &[(&str, &str, &str)]) -> Package {
    let mut package = template(body);
    counting(&mut package);
    for (name, from, to) in changes {
        let before = part(&package, name);
        assert!(before.contains(from), "{before}");
        package.set_part(*name, before.replace(from, to).into_bytes());
    }
    package
}

/// Gives a template a paragraph style.
fn style(xml: &str) -> (&'static str, &'static str, &str) {
    ("word/styles.xml", "</w:styles>", xml)
}

const BY_STYLE: &str = "<w:style w:type=\"paragraph\" w:styleId=\"Tal\"><w:name w:val=\"List Number\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:ind w:left=\"500\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Tal2\"><w:name w:val=\"Smal\"/><w:basedOn w:val=\"Tal\"/></w:style></w:styles>";

/// The list of each item, in order.
fn lists(package: &Package) -> Vec<String> {
    let xml = part(&rendered(package), "word/document.xml");
    let found = xml.split("<w:numId w:val=\"").skip(1);
    found.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// The lists of a rendered document as its numbering has them.
fn nums(package: &Package) -> String {
    let xml = part(&rendered(package), NUMBERING);
    xml[xml.find("<w:num ").unwrap()..].trim_end_matches("</w:numbering>").to_owned()
}

/// A list that begins anew, and what it says of its first level.
fn num(id: u32, first: &str) -> String {
    format!(
        "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">{first}</w:lvlOverride></w:num>"
    )
}

const PLAIN: &str = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

#[test]
fn a_list_in_an_inner_loop_begins_anew_in_each_of_its_turns() {
    let inner = [p("{{#each ../tal}}"), p("Under {{this}}"), item(&run("x")), p("{{/each}}")];
    let headed = looped(&format!("{}{}", p("{{tilbud}}"), inner.concat()));
    assert_eq!(lists(&listed(&headed, &[])), ["2", "3", "4", "5", "6", "7"]);
}

#[test]
fn items_that_an_inner_loop_makes_are_one_list_in_each_outer_turn() {
    let inner = [p("{{#each ../tal}}"), item(&run("{{this}}")), p("{{/each}}")].concat();
    let headed = looped(&format!("{}{inner}", p("{{tilbud}}")));
    assert_eq!(lists(&listed(&headed, &[])), ["2", "2", "2", "3", "3", "3"]);
}

#[test]
fn a_list_goes_on_in_the_loops_after_its_beginning() {
    let inner = [p("{{#each ../tal}}"), p("{{this}}"), item(&run("y")), p("{{/each}}")].concat();
    let begun = looped(&format!("{}{}{inner}", p("{{tilbud}}"), item(&run("x"))));
    assert_eq!(lists(&listed(&begun, &[])), ["2", "2", "2", "2", "3", "3", "3", "3"]);
    let outside = format!(
        "{}{}",
        item(&run("x")),
        looped(&format!("{}{}", p("{{tilbud}}"), item(&run("y"))))
    );
    assert_eq!(lists(&listed(&outside, &[])), ["1", "1", "1"]);
}

#[test]
fn a_list_in_a_cell_begins_anew_in_each_row() {
    let items = format!("{}{}", item(&run("x")), item(&run("y{{/each}}")));
    let rows = row(&[&p("{{#each takster}}{{tilbud}}"), &items]);
    assert_eq!(lists(&listed(&rows, &[])), ["2", "2", "3", "3"]);
}

#[test]
fn the_numbers_of_rows_go_on() {
    let rows = row(&[&item(&run("{{#each takster}}")), &p("{{tilbud}}{{/each}}")]);
    assert_eq!(lists(&listed(&rows, &[])), ["1", "1"]);
}

#[test]
fn a_list_below_the_items_of_another_begins_anew() {
    let second = "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let change = (NUMBERING, "</w:numbering>", second);
    let below = item(&run("y")).replace("numId w:val=\"1\"", "numId w:val=\"2\"");
    let package = listed(&looped(&format!("{}{below}", item(&run("{{tilbud}}")))), &[change]);
    assert_eq!(lists(&package), ["1", "3", "1", "4"]);
}

#[test]
fn a_list_in_a_content_control_begins_anew() {
    let control = format!(
        "<w:sdt><w:sdtPr/><w:sdtContent>{}{}</w:sdtContent></w:sdt>",
        p("{{tilbud}}"),
        item(&run("x"))
    );
    assert_eq!(lists(&listed(&looped(&control), &[])), ["2", "3"]);
}

#[test]
fn a_list_of_a_style_begins_anew() {
    let headed = looped(&format!("{}{}{}", p("{{tilbud}}"), styled("Tal"), styled("Tal2")));
    let package = listed(&headed, &[style(BY_STYLE)]);
    let xml = part(&rendered(&package), "word/document.xml");
    let made = |style: &str, num: u32| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{num}\"/></w:numPr><w:ind w:left=\"500\"/></w:pPr>{}</w:p>",
            run("x")
        )
    };
    for num in [2, 3] {
        assert!(xml.contains(&format!("{}{}", made("Tal", num), made("Tal2", num))), "{xml}");
    }
}

#[test]
fn a_style_keeps_the_level_that_its_list_gives_it() {
    let level = "<w:lvl w:ilvl=\"1\"><w:start w:val=\"4\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Tal\"/><w:lvlText w:val=\"%2.\"/><w:lvlJc w:val=\"left\"/></w:lvl></w:abstractNum>";
    let headed = looped(&format!("{}{}", p("{{tilbud}}"), styled("Tal")));
    let package = listed(&headed, &[style(BY_STYLE), (NUMBERING, "</w:abstractNum>", level)]);
    let xml = part(&rendered(&package), "word/document.xml");
    let list = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr>";
    assert!(xml.contains(list), "{xml}");
    let starts = "<w:startOverride w:val=\"1\"/></w:lvlOverride><w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"4\"/>";
    let expected = format!("{PLAIN}{}{}", num(2, starts), num(3, starts));
    assert_eq!(nums(&package), expected);
}

#[test]
fn a_list_begins_anew_at_its_own_first_number() {
    let headed = looped(&format!("{}{}", p("{{tilbud}}"), item(&run("x"))));
    let third = (NUMBERING, "<w:start w:val=\"1\"/>", "<w:start w:val=\"3\"/>");
    let start = |number: u32| format!("<w:startOverride w:val=\"{number}\"/>");
    let expected =
        |before: &str, first: &str| format!("{before}{}{}", num(2, first), num(3, first));
    assert_eq!(nums(&listed(&headed, &[third])), expected(PLAIN, &start(3)));
    let own = num(1, &start(7));
    let seventh = (NUMBERING, PLAIN, own.as_str());
    assert_eq!(nums(&listed(&headed, &[third, seventh])), expected(&own, &start(7)));
}

#[test]
fn chapters_go_on_counting() {
    let heading = "<w:style w:type=\"paragraph\" w:styleId=\"Kapitel\"><w:name w:val=\"Kapitel\"/><w:basedOn w:val=\"Overskrift1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>";
    let headed = looped(&format!("{}{}", p("{{tilbud}}"), styled("Kapitel")));
    assert_eq!(lists(&listed(&headed, &[style(heading)])), [""; 0]);
    let linked = "<w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Overskrift1\"/>";
    let linked = (NUMBERING, "<w:numFmt w:val=\"decimal\"/>", linked);
    let paragraphs = looped(&format!("{}{}", p("{{tilbud}}"), item(&run("stk."))));
    assert_eq!(lists(&listed(&paragraphs, &[linked])), ["1", "1"]);
}

#[test]
fn a_list_below_a_chapter_begins_anew() {
    let heading =
        "<w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>";
    let second = "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let changes = [
        ("word/styles.xml", "<w:name w:val=\"heading 1\"/>", heading),
        (NUMBERING, "</w:numbering>", second),
    ];
    let headed = looped(&format!("{}{}", styled("Overskrift1"), item(&run("y"))));
    assert_eq!(lists(&listed(&headed, &changes)), ["3", "4"]);
}

#[test]
fn a_list_in_a_table_that_is_repeated_begins_anew() {
    let table = row(&[&item(&run("x")), &p("{{tilbud}}")]);
    assert_eq!(lists(&listed(&looped(&table), &[])), ["2", "3"]);
}

#[test]
fn a_list_that_looks_like_a_numbering_style_begins_anew_at_that_styles_number() {
    let linked = "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"multilevel\"/><w:numStyleLink w:val=\"Egen\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
    let changes = [
        (NUMBERING, PLAIN, linked),
        (NUMBERING, "<w:lvl ", "<w:styleLink w:val=\"Egen\"/><w:lvl "),
        (NUMBERING, "<w:start w:val=\"1\"/>", "<w:start w:val=\"3\"/>"),
        style(
            "<w:style w:type=\"numbering\" w:styleId=\"Egen\"><w:name w:val=\"Egen\"/></w:style></w:styles>",
        ),
    ];
    let headed = looped(&format!("{}{}", p("{{tilbud}}"), item(&run("x"))));
    let package = listed(&headed, &changes);
    assert_eq!(lists(&package), ["2", "3"]);
    let start = "<w:startOverride w:val=\"3\"/>";
    assert_eq!(nums(&package).matches(start).count(), 2);
}

#[test]
fn bullets_need_no_lists_of_their_own() {
    let headed = looped(&format!("{}{}", p("{{tilbud}}"), item(&run("x"))));
    let bullets = (NUMBERING, "<w:numFmt w:val=\"decimal\"/>", "<w:numFmt w:val=\"bullet\"/>");
    let package = listed(&headed, &[bullets]);
    assert_eq!(lists(&package), ["1", "1"]);
    assert_eq!(nums(&package), PLAIN);
}

#[test]
fn a_paragraph_that_is_taken_out_of_its_list_is_no_item() {
    let none = item(&run("{{tilbud}}")).replace("numId w:val=\"1\"", "numId w:val=\"0\"");
    let headed = looped(&format!("{none}{}", item(&run("x"))));
    assert_eq!(lists(&listed(&headed, &[])), ["0", "2", "0", "3"]);
}

#[test]
fn a_list_of_a_text_keeps_its_first_number_in_a_loop() {
    let point = vec![Block::Paragraph(vec![words("x")])];
    let list = Block::List(List { start: Some(5), items: vec![point] });
    let shelf = Shelf::default().text("liste", "", vec![list]);
    let headed = looped(&format!("{}{}", p("{{tilbud}}"), p("{{tekst \"liste\"}}")));
    let package = listed(&(headed + &item(&run("x"))), &[]);
    let done = read(&try_package(&package, &context(), &shelf).unwrap());
    let xml = part(&done, "word/document.xml");
    let numbering = part(&done, NUMBERING);
    let lists = xml.split("<w:numId w:val=\"").skip(1).filter_map(|rest| rest.split('"').next());
    for list in lists.take(2) {
        let (_, num) = numbering.split_once(&format!("<w:num w:numId=\"{list}\">")).unwrap();
        let first = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/>";
        assert!(num.split_once("</w:num>").unwrap().0.contains(first), "{num}");
    }
}
