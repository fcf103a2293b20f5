//! Makes a small template a whole package: every part with its type and with a way to it.

use socialaftale::package::Package;

use super::small::part;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const BODY: &str = "word/_rels/document.xml.rels";
const ROOT: &str = "_rels/.rels";

/// The beginning of a part's name, what it is called in relationships and types, and what leads to it.
const KINDS: [(&str, &str, &str, &str); 11] = [
    ("word/header", "header", "wordprocessingml.header", BODY),
    ("word/footer", "footer", "wordprocessingml.footer", BODY),
    ("word/footnotes", "footnotes", "wordprocessingml.footnotes", BODY),
    ("word/endnotes", "endnotes", "wordprocessingml.endnotes", BODY),
    ("word/comments", "comments", "wordprocessingml.comments", BODY),
    ("word/numbering", "numbering", "wordprocessingml.numbering", BODY),
    ("word/settings", "settings", "wordprocessingml.settings", BODY),
    ("word/fontTable", "fontTable", "wordprocessingml.fontTable", BODY),
    ("word/theme/", "theme", "theme", BODY),
    ("docProps/app", "extended-properties", "extended-properties", ROOT),
    ("docProps/custom", "custom-properties", "custom-properties", ROOT),
];

/// The same package; parts that a test has put in are typed and led to, where it has not done so.
pub fn whole(package: &Package) -> Package {
    let mut made = package.clone();
    for name in package.names().filter(|name| name.ends_with(".xml")) {
        let Some((_, relation, content, rels)) =
            KINDS.iter().find(|(stem, ..)| name.starts_with(stem))
        else {
            continue;
        };
        if package.part("[Content_Types].xml").is_some() && package.part(rels).is_some() {
            typed(&mut made, name, content);
            led_to(&mut made, name, relation, rels);
        }
    }
    made
}

/// A whole package with the settings, fonts and theme of the shipped templates.
pub fn furnished(package: &Package) -> Package {
    let mut made = package.clone();
    for (name, piece) in [
        ("word/settings.xml", "settings"),
        ("word/fontTable.xml", "skrifter"),
        ("word/theme/theme1.xml", "tema"),
    ] {
        let path = format!("{}/templates/word/dele/{piece}.xml", env!("CARGO_MANIFEST_DIR"));
        made.set_part(name, std::fs::read(path).unwrap());
    }
    whole(&made)
}

fn typed(package: &mut Package, name: &str, content: &str) {
    let entry = format!(
        "<Override PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.{content}+xml\"/></Types>"
    );
    insert(package, "[Content_Types].xml", &format!("\"/{name}\""), "</Types>", &entry);
}

fn led_to(package: &mut Package, name: &str, relation: &str, rels: &str) {
    let target = name.strip_prefix("word/").unwrap_or(name);
    let file = target.rsplit('/').next().unwrap_or(target);
    let id = format!("rId{}", file.replace('.', ""));
    let entry = format!(
        "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{relation}\" Target=\"{target}\"/></Relationships>"
    );
    insert(package, rels, &format!("\"{target}\""), "</Relationships>", &entry);
}

/// Puts an entry in the place of the list's end, where what it is about is not known yet.
fn insert(package: &mut Package, list: &str, known: &str, end: &str, entry: &str) {
    let text = part(package, list);
    if !text.contains(known) {
        package.set_part(list, text.replace(end, entry).into_bytes());
    }
}
