//! Templates whose parts have other names than Word on a desk gives them.

use socialaftale::package::{Limits, Package};
use socialaftale::render::word::{WordTemplate, commented};

use super::sample::shelf;
use super::small::{
    context, header, note_reference, notes, p, part, read, relate, template, text, try_package,
    try_unjudged,
};
use super::whole::whole;

/// Gives a part another name, wherever it is named.
fn rename(package: &mut Package, from: &str, to: &str) {
    let bytes = package.part(from).unwrap().to_vec();
    package.remove_part(from);
    package.set_part(to, bytes);
    let (old, new) = (from.rsplit('/').next().unwrap(), to.rsplit('/').next().unwrap());
    let names = ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"];
    for name in names {
        if package.part(name).is_none() {
            continue;
        }
        let said = |lead: &str, name: &str| format!("{lead}{name}\"");
        let text = part(package, name)
            .replace(&said("/", old), &said("/", new))
            .replace(&said("=\"", old), &said("=\"", new));
        package.set_part(name, text.into_bytes());
    }
}

/// A template as Word on the web saves it.
fn web() -> Package {
    let heading =
        "<w:p><w:pPr><w:pStyle w:val=\"Overskrift1\"/></w:pPr><w:r><w:t>{{navn}}</w:t></w:r></w:p>";
    let mut package = template(&format!("{heading}<w:p>{}</w:p>", note_reference("footnote", 1)));
    notes(&mut package, "footnote", &["note {{navn}}"]);
    package.set_part("word/header1.xml", header(&p("hoved {{navn}}")).into_bytes());
    relate(&mut package, "word/document.xml", "rId9", "header", "header1.xml");
    let mut package = whole(&package);
    rename(&mut package, "word/styles.xml", "word/styles2.xml");
    rename(&mut package, "word/footnotes.xml", "word/footnotes2.xml");
    rename(&mut package, "word/header1.xml", "word/hoved.xml");
    rename(&mut package, "word/document.xml", "word/document2.xml");
    let links = part(&package, "word/_rels/document.xml.rels");
    package.remove_part("word/_rels/document.xml.rels");
    package.set_part("word/_rels/document2.xml.rels", links.into_bytes());
    package
}

#[test]
fn a_template_from_word_on_the_web() {
    let done = read(&try_package(&web(), &context(), &shelf()).unwrap());
    assert!(text(&part(&done, "word/document.xml")).starts_with("Birken\n"));
    assert_eq!(text(&part(&done, "word/header1.xml")), "hoved Birken\n");
    assert!(text(&part(&done, "word/footnotes.xml")).contains("note Birken"));
    assert!(part(&done, "_rels/.rels").contains("Target=\"word/document.xml\""));
    let names: Vec<&str> = done.names().filter(|name| name.contains('2')).collect();
    assert!(names.is_empty(), "{names:?}");
    for name in ["word/_rels/document.xml.rels", "[Content_Types].xml"] {
        let text = part(&done, name);
        assert!(!text.contains("styles2") && !text.contains("hoved.xml"), "{text}");
        for part in ["styles.xml", "footnotes.xml", "header1.xml"] {
            assert_eq!(text.matches(part).count(), 1, "{text}");
        }
    }
}

#[test]
fn a_part_that_is_named_from_the_root_gets_no_second_relationship() {
    let mut package = template(&format!("<w:p>{}</w:p>", note_reference("footnote", 1)));
    notes(&mut package, "footnote", &["note {{navn}}"]);
    let links = part(&package, "word/_rels/document.xml.rels")
        .replace("\"footnotes.xml\"", "\"/word/footnotes.xml\"");
    package.set_part("word/_rels/document.xml.rels", links.into_bytes());
    let done = try_unjudged(&package, &context(), &shelf()).unwrap();
    let links = part(&read(&done), "word/_rels/document.xml.rels");
    assert_eq!(links.matches("footnotes.xml").count(), 1, "{links}");
}

#[test]
fn a_copy_with_comments_is_made_of_it_too() {
    let bytes = web().write();
    let template = WordTemplate { name: "skabelon.docx", bytes: &bytes };
    let copy = commented(&template, &socialaftale::finding::Findings::new()).unwrap();
    let copy = Package::read(&copy, "kopi.docx", &Limits::DOCUMENT).unwrap();
    assert!(part(&copy, "word/document.xml").contains("w:commentReference"));
}
