//! Small Word templates, built of strings, and what is read back from a rendered document.

use chrono::NaiveDate;
use socialaftale::finding::Findings;
use socialaftale::merge::{Context, Library};
use socialaftale::package::{Limits, Package};
use socialaftale::render::word::{Rendered, WordOptions, WordTemplate, render};

use super::kept::keep;
use super::sample::Shelf;
use super::whole::whole;

pub const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// A .docx with this body and nothing else that is not needed.
pub fn template(body: &str) -> Package {
    let mut package = Package::new();
    let types = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
    let root = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    let own = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    let styles = format!(
        r#"<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style></w:styles>"#
    );
    package.set_part("[Content_Types].xml", types.as_bytes());
    package.set_part("_rels/.rels", root.as_bytes());
    package.set_part("word/_rels/document.xml.rels", own.as_bytes());
    package.set_part("word/styles.xml", styles.into_bytes());
    package.set_part("word/document.xml", document(body).into_bytes());
    package
}

pub fn document(body: &str) -> String {
    format!("<w:document {W}><w:body>{body}</w:body></w:document>")
}

pub fn header(body: &str) -> String {
    format!("<w:hdr {W}>{body}</w:hdr>")
}

/// Adds a relationship to a part: its id, its type without the long stem, and its target.
pub fn relate(package: &mut Package, of: &str, id: &str, kind: &str, target: &str) {
    let (folder, file) = of.rsplit_once('/').unwrap();
    let name = format!("{folder}/_rels/{file}.rels");
    let empty = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    let before =
        package.part(&name).map_or(empty.to_owned(), |b| String::from_utf8_lossy(b).into());
    let mode = if target.contains(':') { " TargetMode=\"External\"" } else { "" };
    let relation = format!(
        "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"{mode}/></Relationships>"
    );
    package.set_part(name, before.replace("</Relationships>", &relation).into_bytes());
}

/// Gives a package footnotes or endnotes with these words, numbered from 1.
pub fn notes(package: &mut Package, kind: &str, words: &[&str]) {
    let notes: String = words
        .iter()
        .enumerate()
        .map(|(index, words)| format!("<w:{kind} w:id=\"{}\">{}</w:{kind}>", index + 1, p(words)))
        .collect();
    let part = format!("word/{kind}s.xml");
    package.set_part(part, format!("<w:{kind}s {W}>{notes}</w:{kind}s>").into_bytes());
    relate(
        package,
        "word/document.xml",
        &format!("rId{kind}"),
        &format!("{kind}s"),
        &format!("{kind}s.xml"),
    );
}

/// A reference to a note.
pub fn note_reference(kind: &str, id: u32) -> String {
    format!("<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>")
}

pub fn footer(body: &str) -> String {
    format!("<w:ftr {W}>{body}</w:ftr>")
}

pub fn footnotes(notes: &str) -> String {
    format!("<w:footnotes {W}>{notes}</w:footnotes>")
}

/// A paragraph of one run.
pub fn p(text: &str) -> String {
    // As Word writes it: spaces at the edge count only when the text says so.
    let space = if text.trim() == text { "" } else { " xml:space=\"preserve\"" };
    format!("<w:p><w:r><w:t{space}>{text}</w:t></w:r></w:p>")
}

/// A table with a grid of its own.
pub fn table(rows: &[&[&str]]) -> String {
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let grid = "<w:gridCol w:w=\"2000\"/>".repeat(columns);
    let rows: String = rows
        .iter()
        .map(|row| {
            let cells: String =
                row.iter().map(|cell| format!("<w:tc>{}</w:tc>", p(cell))).collect();
            format!("<w:tr>{cells}</w:tr>")
        })
        .collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
}

pub fn context() -> Context {
    let mut context = Context::new();
    context.set("navn", "Birken");
    context.set("aftale.titel", "Nordjysk Socialaftale");
    context.set("ja", true);
    context.set("nej", false);
    context.set("tal", serde_json::json!(["en", "to", "tre"]));
    context.set("ingen", serde_json::json!([]));
    context.set(
        "takster",
        serde_json::json!([
            {"tilbud": "Aalborg Krisecenter", "takst": "2.139", "noter": ["a", "b"]},
            {"tilbud": "Svenstrupgård", "takst": "1.208", "noter": []},
        ]),
    );
    context
}

pub fn options() -> WordOptions<'static> {
    WordOptions {
        title: "Prøve".to_owned(),
        author: "Sekretariatet".to_owned(),
        subject: String::new(),
        language: "da-DK".to_owned(),
        date: NaiveDate::from_ymd_opt(2020, 9, 14).unwrap(),
        draft: None,
        reader: None,
        update_fields: false,
        fonts: &[],
    }
}

/// Renders a template that is meant to give a sound document, and leaves that for the judges.
pub fn try_package(
    package: &Package,
    context: &Context,
    library: &dyn Library,
) -> Result<Rendered, Findings> {
    let done = try_unjudged(&whole(package), context, library)?;
    keep(&done.bytes);
    Ok(done)
}

/// Renders what is broken on purpose, or looks so; the judges do not see it.
pub fn try_unjudged(
    package: &Package,
    context: &Context,
    library: &dyn Library,
) -> Result<Rendered, Findings> {
    let bytes = package.write();
    let template = WordTemplate { name: "skabelon.docx", bytes: &bytes };
    render(&template, context, library, &options())
}

/// The rendered package; the findings are shown when there is none.
#[track_caller]
pub fn rendered(package: &Package) -> Package {
    match try_package(package, &context(), &Shelf::default()) {
        Ok(done) => read(&done),
        Err(findings) => panic!("{findings}"),
    }
}

/// The package of a rendered document.
#[track_caller]
pub fn read(done: &Rendered) -> Package {
    Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap()
}

/// The XML of a body that is made with that library.
#[track_caller]
pub fn with(library: &dyn Library, template_body: &str) -> String {
    match try_package(&template(template_body), &context(), library) {
        Ok(done) => part(&read(&done), "word/document.xml"),
        Err(findings) => panic!("{findings}"),
    }
}

#[track_caller]
pub fn part(package: &Package, name: &str) -> String {
    String::from_utf8(package.part(name).expect(name).to_vec()).unwrap()
}

/// The XML inside the body.
#[track_caller]
pub fn body(template_body: &str) -> String {
    let text = part(&rendered(&template(template_body)), "word/document.xml");
    let (_, after) = text.split_once("<w:body>").expect("body");
    after.split_once("</w:body>").expect("end of body").0.to_owned()
}

/// The findings as lines.
#[track_caller]
pub fn faults(template_body: &str) -> String {
    match try_package(&template(template_body), &context(), &Shelf::default()) {
        Ok(_) => panic!("rendered without a finding"),
        Err(findings) => findings.to_string(),
    }
}

/// Body text: paragraphs on lines, cells set off with " | ", without markup.
pub fn text(xml: &str) -> String {
    let mut out = String::new();
    // Where each open cell begins, so that an empty one does not take the line before it along.
    let mut cells = Vec::new();
    for piece in xml.split('<').skip(1) {
        let Some((tag, words)) = piece.split_once('>') else { continue };
        match tag.trim_end_matches('/').split(' ').next().unwrap_or_default() {
            "w:t" => out.push_str(words),
            "w:br" => out.push('⏎'),
            "w:tab" => out.push('⇥'),
            "/w:p" => out.push('\n'),
            "w:tc" => cells.push(out.len()),
            "/w:tc" => {
                let cell = out.split_off(cells.pop().unwrap_or_default());
                out.push_str(cell.trim_end_matches('\n'));
                out.push_str(" | ");
            }
            "/w:tr" => out.push('\n'),
            _ => {}
        }
    }
    out.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
}
