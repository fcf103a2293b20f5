use serde_json::json;
use socialaftale::merge::Context;
use socialaftale::package::Package;
use socialaftale::render::word::Prepared;

use crate::options::options;
use crate::project::NoLibrary;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NUMBERING: &str = r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

/// A template with one table, as Word writes it, whose row is repeated.
pub fn template() -> Package {
    let cell = |text: &str| {
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr><w:p w:rsidR="00A77427" w:rsidRDefault="00A77427"><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"#
        )
    };
    let names = ["tilbud", "kommune", "lov", "takst", "enhed", "fra"];
    let head: String = names.iter().map(|name| cell(name)).collect();
    let mut tags: Vec<String> = names.iter().map(|name| format!("{{{{{name}}}}}")).collect();
    tags[0].insert_str(0, "{{#each raekker}}");
    tags[5].push_str("{{/each}}");
    let row: String = tags.iter().map(|tag| cell(tag)).collect();
    let body = format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>{}</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr><w:tr>{row}</w:tr></w:tbl><w:p/></w:body></w:document>"#,
        r#"<w:gridCol w:w="1500"/>"#.repeat(6)
    );
    let mut package = Package::new();
    package.set_part("[Content_Types].xml", TYPES.as_bytes());
    package.set_part("_rels/.rels", RELATIONS.as_bytes());
    package.set_part("word/document.xml", body.into_bytes());
    package
}

/// A template whose row has a link with a target of its own, a list that begins anew, and a value.
pub fn furnished() -> Package {
    let item = |text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let link = r#"<w:p><w:r><w:t>{{#each raekker}}</w:t></w:r><w:hyperlink r:id="rId2"><w:r><w:t>Se mere</w:t></w:r></w:hyperlink></w:p>"#;
    let value = "<w:p><w:r><w:t>{{takst}}{{/each}}</w:t></w:r></w:p>";
    let cells = [link, &(item("Pris") + &item("Dato")), value].map(|cell| {
        format!(r#"<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{cell}</w:tc>"#)
    });
    let body = format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{OFFICE}"><w:body><w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>{}</w:tblGrid><w:tr>{}</w:tr></w:tbl><w:p/></w:body></w:document>"#,
        r#"<w:gridCol w:w="3000"/>"#.repeat(3),
        cells.concat()
    );
    let mut package = template();
    package.set_part("word/document.xml", body.into_bytes());
    package.set_part("word/numbering.xml", NUMBERING.as_bytes());
    let relations = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="{OFFICE}/hyperlink" Target="https://{{{{nr}}}}.dk" TargetMode="External"/></Relationships>"#
    );
    package.set_part("word/_rels/document.xml.rels", relations.into_bytes());
    package
}

/// As many rows of takster as asked for.
pub fn context(rows: usize) -> Context {
    let row = |number: usize| {
        json!({
            "tilbud": format!("Tilbud & bosted nr. {number}"), "kommune": "Rebild",
            "nr": number, "lov": "§ 107", "takst": format!("{}.{:03}", 1 + number % 9, number % 1000),
            "enhed": "kr. pr. døgn", "fra": "1. august 2020",
        })
    };
    let mut context = Context::new();
    context.set("raekker", (0..rows).map(row).collect::<Vec<_>>());
    context
}

pub fn render(template: &Prepared, context: &Context) -> usize {
    template
        .render(context, &NoLibrary, &options("Takster"))
        .expect("a template without faults")
        .bytes
        .len()
}
