//! The copy of a template with a Word comment at each finding.

use socialaftale::finding::Findings;
use socialaftale::package::{Limits, Package};
use socialaftale::render::word::{Prepared, WordTemplate, commented, is_commented};

use super::small::{header, p, part, table, template};

const NAME: &str = "skabelon.docx";

fn findings(bytes: &[u8]) -> Findings {
    match Prepared::open(&WordTemplate { name: NAME, bytes }) {
        Ok(prepared) => prepared.check().findings,
        Err(findings) => panic!("{findings}"),
    }
}

/// The copy as bytes and as a package.
#[track_caller]
fn copy(package: &Package) -> (Vec<u8>, Package) {
    let bytes = package.write();
    let template = WordTemplate { name: NAME, bytes: &bytes };
    let copy = commented(&template, &findings(&bytes)).unwrap();
    let read = Package::read(&copy, NAME, &Limits::DOCUMENT).unwrap();
    (copy, read)
}

fn body(copy: &Package) -> String {
    let document = part(copy, "word/document.xml");
    let (_, after) = document.split_once("<w:body>").unwrap();
    after.split_once("</w:body>").unwrap().0.to_owned()
}

fn start(id: u32) -> String {
    format!("<w:commentRangeStart w:id=\"{id}\"/>")
}

fn end(id: u32) -> String {
    format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>")
}

#[test]
fn a_comment_stands_round_the_runs_of_the_tag_and_all_else_is_as_it_was() {
    let run = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let properties = "<w:pPr>\n<w:keepNext/></w:pPr>";
    let xml = format!(
        "<!-- a --><w:p>{properties}{}{}{}{}</w:p>\n",
        run("Kære &amp; "),
        run("{{kro"),
        run("ner x}}"),
        run(" hej")
    );
    let original = template(&xml);
    let (_, copy) = copy(&original);
    assert_eq!(
        body(&copy),
        format!(
            "<!-- a --><w:p>{properties}{}{}{}{}{}{}</w:p>\n",
            run("Kære &amp; "),
            start(1),
            run("{{kro"),
            run("ner x}}"),
            end(1),
            run(" hej")
        )
    );
    for name in original.names().filter(|name| name.ends_with("styles.xml")) {
        assert_eq!(original.part(name), copy.part(name));
    }
    let comments = part(&copy, "word/comments.xml");
    let (comments, _seal) = comments.split_once("<?socialaftale ").unwrap();
    assert_eq!(
        comments.split_once("<w:comment ").unwrap().1,
        "w:id=\"1\" w:author=\"socialaftale\" w:date=\"2000-01-01T00:00:00Z\" w:initials=\"sa\"><w:p><w:r><w:annotationRef/></w:r><w:r><w:t xml:space=\"preserve\">Fejl i {{kroner x}}: Der findes ingen hjælper, der hedder »kroner«.</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">Mente du »kr«?</w:t></w:r></w:p></w:comment></w:comments>"
    );
    assert!(
        part(&copy, "word/_rels/document.xml.rels")
            .contains("/comments\" Target=\"comments.xml\"/>")
    );
    assert!(part(&copy, "[Content_Types].xml").contains("PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>"));
}

#[test]
fn a_finding_without_a_tag_in_the_body_stands_at_its_paragraph_or_the_first_one() {
    let row =
        |properties: &str, words: &str| format!("<w:tr>{properties}<w:tc>{words}</w:tc></w:tr>");
    let skipped = "<w:trPr><w:gridBefore w:val=\"99\"/></w:trPr>";
    let wide = |words: &str| {
        let rows = format!("{}{}", row("", &p("a")), row(skipped, words));
        format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
    };
    let mut package = template(&format!("<w:p/>{}", wide(&p("b"))));
    package.set_part("word/header1.xml", header(&p("{{hej hej}}")).into_bytes());
    let (_, copy) = copy(&package);
    let marked = p("b").replace("<w:p>", &format!("<w:p>{}", start(1)));
    let marked = marked.replace("</w:p>", &format!("{}</w:p>", end(1)));
    assert_eq!(body(&copy), format!("<w:p>{}{}</w:p>{}", start(2), end(2), wide(&marked)));
    assert!(part(&copy, "word/comments.xml").contains(
        "Fejl i sidehoved, afsnit 1, mærket »{{hej hej}}«: Der findes ingen hjælper, der hedder »hej«."
    ));
}

#[test]
fn a_fault_in_a_text_box_stands_at_the_paragraph_that_holds_it() {
    let inner = p("{{kroner x}}");
    let xml = format!(
        "{}<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>",
        p("før")
    );
    let (_, copy) = copy(&template(&xml));
    assert_eq!(
        body(&copy),
        format!(
            "{}<w:p>{}<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>{}</w:p>",
            p("før"),
            start(1),
            end(1)
        )
    );
}

#[test]
fn the_copy_has_the_same_faults_and_a_copy_of_it_no_more_comments() {
    let xml = [
        p("{{kroner x}} {{kr}}"),
        table(&[&["{{#each a}}", "{{@indeks}}"]]),
        p("{{aftale."),
        p("titel}}"),
    ];
    let original = template(&xml.concat());
    let (first, read) = copy(&original);
    assert_eq!(findings(&first), findings(&original.write()));
    assert_eq!(copy(&read).0, first);
    assert!(is_commented(&first) && !is_commented(&original.write()));
}

#[test]
fn comments_of_others_stay_with_their_ids() {
    let theirs = format!("{}<w:r><w:t>{{{{kroner x}}}}</w:t></w:r>{}", start(7), end(7));
    let mut package = template(&format!("<w:p>{theirs}</w:p>"));
    let comment =
        "<w:comment w:id=\"7\" w:author=\"Bo\"><w:p><w:r><w:t>Husk</w:t></w:r></w:p></w:comment>";
    let xmlns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    package.set_part(
        "word/comments.xml",
        format!("<w:comments {xmlns}>{comment}</w:comments>").into_bytes(),
    );
    let relations = part(&package, "word/_rels/document.xml.rels").replace("</Relationships>", "<Relationship Id=\"rId5\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>");
    package.set_part("word/_rels/document.xml.rels", relations.clone().into_bytes());
    let (_, read) = copy(&package);
    assert!(
        part(&read, "word/comments.xml")
            .starts_with(&format!("<w:comments {xmlns}>{comment}<w:comment w:id=\"8\""))
    );
    assert_eq!(part(&read, "word/_rels/document.xml.rels"), relations);
    let shown = "<w:r><w:t>{{kroner x}}</w:t></w:r>";
    assert_eq!(
        body(&read),
        format!("<w:p>{}{}{shown}{}{}</w:p>", start(7), start(8), end(8), end(7))
    );
    // Word writes a style into the run of a reference when it saves the copy.
    let mut saved = read.clone();
    let styled = "<w:r><w:rPr><w:b/></w:rPr><w:commentReference w:id=\"8\"/></w:r>";
    let document = part(&read, "word/document.xml")
        .replace("<w:r><w:commentReference w:id=\"8\"/></w:r>", styled);
    saved.set_part("word/document.xml", document.into_bytes());
    assert_eq!(copy(&saved).1, read);
}

#[test]
fn a_copy_without_faults_says_so_and_is_known_as_a_copy() {
    let (bytes, copy) = copy(&template(&p("{{navn}}")));
    assert!(
        part(&copy, "word/comments.xml").contains("socialaftale fandt ingen fejl i skabelonen.")
    );
    assert!(is_commented(&bytes));
}

#[test]
fn a_template_without_paragraphs_or_with_broken_comments_is_told_of() {
    let said = |package: &Package| {
        let bytes = package.write();
        let template = WordTemplate { name: NAME, bytes: &bytes };
        commented(&template, &Findings::new()).unwrap_err().to_string()
    };
    let hint = "Denne del af skabelonen er beskadiget. Åbn skabelonen i Word, og gem den på ny.";
    assert_eq!(said(&template("")), format!("fejl[skabelon-beskadiget] {NAME}, brødtekst: {hint}"));
    let mut package = template(&p("hej"));
    package.set_part("word/comments.xml", b"<w:comments".as_slice());
    assert_eq!(said(&package), format!("fejl[skabelon-beskadiget] {NAME}, kommentarer: {hint}"));
}

#[test]
fn damage_never_gives_a_copy_that_cannot_be_read() {
    let mut package = template(&[p("{{kroner x}} &amp; {{kr}}"), p("{{aftale.")].concat());
    let (_, once) = copy(&package);
    for name in ["word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"] {
        let bytes = once.part(name).unwrap().to_vec();
        for at in (0..bytes.len()).step_by(29) {
            for letter in *b"<>/\"&w" {
                let mut damaged = bytes.clone();
                damaged[at] = letter;
                package = once.clone();
                package.set_part(name, damaged);
                survives(&package);
            }
        }
    }
}

/// Whatever is commented can be read and commented again.
fn survives(package: &Package) {
    let bytes = package.write();
    let template = WordTemplate { name: NAME, bytes: &bytes };
    let Ok(prepared) = Prepared::open(&template) else { return };
    let Ok(copy) = commented(&template, &prepared.check().findings) else { return };
    let again = Prepared::open(&WordTemplate { name: NAME, bytes: &copy });
    assert!(again.is_ok());
}
