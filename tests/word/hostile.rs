//! Values that would be markup, tags or marks if they were not held back, wherever they stand.

use socialaftale::merge::Context;
use socialaftale::package::Package;

use super::sample::{Shelf, para};
use super::small::{context, header, p, part, read, template, text, try_package};

const EVIL: &str = "a  b\tc\r\nd\u{2028}& <e> \"f\" 'g' ]]> <w:p/> &#65; {{navn}} \u{1}\u{b}\u{1f}\u{7f}\u{fffe}\u{ffff}\u{e000}0\u{e001}\u{e002}\u{e008}\u{e00f}.";
/// What is left of it as text, and in a place that holds no elements.
const SHOWN: &str = "a  b⇥c⏎d⏎& <e> \"f\" 'g' ]]> <w:p/> &#65; {{navn}} \u{7f}0.";
const PLAIN: &str = "a  b c d & <e> \"f\" 'g' ]]> <w:p/> &#65; {{navn}} \u{7f}0.";

fn evil() -> Context {
    let mut context = context();
    context.set("ondt", EVIL);
    context
}

fn done(package: &Package) -> Package {
    let done = try_package(package, &evil(), &Shelf::default()).unwrap_or_else(|f| panic!("{f}"));
    assert_eq!(
        done.findings.to_string(),
        "advarsel[ulovligt-tegn] inputs: Feltet »ondt« har usynlige tegn, som er udeladt.\n"
    );
    read(&done)
}

fn drawing(alt: &str) -> String {
    format!(
        "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"urn:wp\"><wp:docPr id=\"1\" name=\"a\" descr=\"{alt}\"/></wp:inline></w:drawing></w:r></w:p>"
    )
}

#[test]
fn in_running_text_it_is_words_line_breaks_and_tabs() {
    let mut package = template(&p("{{ondt}}"));
    package.set_part("word/header1.xml", header(&p("{{ondt}}")).into_bytes());
    let done = done(&package);
    for name in ["word/document.xml", "word/header1.xml"] {
        let xml = part(&done, name);
        assert_eq!(text(&xml), format!("{SHOWN}\n"), "{name}");
        assert_eq!(xml.matches("<w:p>").count(), 1, "{xml}");
        assert!(xml.contains("<w:t xml:space=\"preserve\">a  b</w:t><w:tab/>"), "{xml}");
    }
}

#[test]
fn in_a_description_and_a_property_it_is_plain_text() {
    let mut package = template(&drawing("{{ondt}}"));
    let custom = "<Properties xmlns:vt=\"urn:vt\"><property name=\"a\"><vt:lpwstr>{{ondt}}</vt:lpwstr></property></Properties>";
    package.set_part("docProps/custom.xml", custom.as_bytes());
    let done = done(&package);
    let escaped = PLAIN.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let quoted = escaped.replace('"', "&quot;");
    let xml = part(&done, "word/document.xml");
    assert!(xml.contains(&format!("descr=\"{quoted}\"")), "{xml}");
    let custom = part(&done, "docProps/custom.xml");
    assert!(custom.contains(&format!("<vt:lpwstr>{escaped}</vt:lpwstr>")), "{custom}");
}

#[test]
fn in_the_words_of_a_link_and_the_caption_of_a_table_it_is_words_too() {
    let shelf = Shelf::default().table("t", super::sample::takster());
    let body =
        format!("{}{}", p("{{link \"https://a.dk\" ondt}}"), p("{{tabel \"t\" titel=ondt}}"));
    let done = try_package(&template(&body), &evil(), &shelf).unwrap_or_else(|f| panic!("{f}"));
    let xml = part(&read(&done), "word/document.xml");
    assert!(text(&xml).starts_with(&format!("{SHOWN}\nTabel\u{a0}1. a  b⇥c⏎d")), "{xml}");
    assert_eq!(
        xml.matches("<w:t>").count() + xml.matches("<w:t ").count(),
        xml.matches("</w:t>").count()
    );
}

#[test]
fn what_a_helper_puts_in_has_no_place_in_a_property_a_description_or_an_address() {
    let link = "<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>her</w:t></w:r></w:hyperlink></w:p>";
    let mut package = template(&format!("{}{link}", drawing("{{tekst 'a'}}")));
    package.set_part(
        "docProps/app.xml",
        "<Properties><Company>{{link 'https://a.dk'}}</Company></Properties>".as_bytes(),
    );
    let links = part(&package, "word/_rels/document.xml.rels").replace("</Relationships>", "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://a.dk/{{sideskift}}\" TargetMode=\"External\"/></Relationships>");
    package.set_part("word/_rels/document.xml.rels", links.into_bytes());
    let shelf = Shelf::default().text("a", "A", vec![para("x")]);
    let findings = try_package(&package, &context(), &shelf).unwrap_err().to_string();
    let told = "Mærket sætter noget ind i et afsnit og kan ikke stå i en egenskab, en beskrivelse, en adresse eller en feltkode. Her kan der kun stå felter som {{aftale.titel}}.";
    assert_eq!(
        findings,
        format!(
            "fejl[tekst-i-egenskab] skabelon.docx, brødtekst, afsnit 1, mærket »{{{{tekst 'a'}}}}«: {told}\n\
             fejl[tekst-i-egenskab] skabelon.docx, brødtekst, afsnit 2, mærket »{{{{sideskift}}}}«: {told}\n\
             fejl[tekst-i-egenskab] skabelon.docx, dokumentegenskaber, mærket »{{{{link 'https://a.dk'}}}}«: {told}\n"
        )
    );
}

#[test]
fn an_address_has_no_spaces_left_in_it() {
    let mut package =
        template("<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>her</w:t></w:r></w:hyperlink></w:p>");
    let links = part(&package, "word/_rels/document.xml.rels").replace("</Relationships>", "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://a.dk/%7B%7Baftale.titel%7D%7D\" TargetMode=\"External\"/></Relationships>");
    package.set_part("word/_rels/document.xml.rels", links.into_bytes());
    let links = part(&super::small::rendered(&package), "word/_rels/document.xml.rels");
    assert!(links.contains("Target=\"https://a.dk/Nordjysk%20Socialaftale\""), "{links}");
}

#[test]
fn keys_too_long_for_word_stay_apart_and_the_same() {
    let long = "fokusomraader.".repeat(6);
    let keys = [format!("{long}a"), format!("{long}b"), "x".repeat(64)];
    let shelf =
        keys.iter().fold(Shelf::default(), |shelf, key| shelf.text(key, "T", vec![para("x")]));
    let body: String = keys.iter().map(|key| p(&format!("{{{{tekst \"{key}\"}}}}"))).collect();
    let xml = super::small::with(&shelf, &body);
    let tags: Vec<&str> =
        xml.split("<w:tag w:val=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(tags[2], keys[2]);
    assert!(tags[0] != tags[1] && tags.iter().all(|tag| tag.chars().count() <= 64), "{tags:?}");
    assert!(tags[0].starts_with(&long[..51]), "{tags:?}");
    assert_eq!(xml, super::small::with(&shelf, &body));
}
