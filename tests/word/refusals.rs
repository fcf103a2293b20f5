//! What is no template, what is accepted with a word about it, and with which words.

use socialaftale::package::{Limits, Package};
use socialaftale::render::word::{Prepared, Rendered, WordTemplate};

use super::sample::Shelf;
use super::small::{body, context, p, part, rendered, template, text, try_unjudged};

/// What is said of a file that is refused, the same with data and without.
#[track_caller]
fn refused(bytes: &[u8]) -> String {
    let template = WordTemplate { name: "skabelon.docx", bytes };
    let Err(findings) = Prepared::open(&template) else { panic!("it is accepted") };
    findings.to_string()
}

fn container(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut package = Package::new();
    for (name, words) in parts {
        package.set_part(*name, words.as_bytes());
    }
    package.write()
}

/// A template with one part replaced or added.
fn with(name: &str, bytes: &[u8]) -> Package {
    let mut package = template(&p("hej"));
    package.set_part(name, bytes);
    package
}

/// These templates are odd on purpose, and so may be what becomes of them.
#[track_caller]
fn made(package: &Package) -> Rendered {
    try_unjudged(package, &context(), &Shelf::default()).unwrap()
}

const UNREADABLE: &str = "fejl[fil-kan-ikke-laeses] skabelon.docx:";
const UNSAFE: &str = "fejl[fil-usikker] skabelon.docx:";

#[test]
fn files_of_other_kinds() {
    let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...";
    let cases: [(&[u8], &str); 5] = [
        (b"", "Filen er tom. Er den en pladsholder fra OneDrive, så vent, til den er hentet ned."),
        (
            ole,
            "Filen er i det gamle Office-format. Åbn den i Office, og gem den som .docx eller .xlsx.",
        ),
        (b"{\\rtf1", "Filen er RTF. Åbn den i Office, og gem den som .docx eller .xlsx."),
        (b"%PDF-1.7", "Filen er en PDF. Brug den oprindelige fil i stedet for PDF'en."),
        (
            b"<!DOCTYPE html><html>",
            "Filen er en webside. Åbn den i Office, og gem den som .docx eller .xlsx.",
        ),
    ];
    for (bytes, said) in cases {
        assert_eq!(refused(bytes), format!("{UNREADABLE} {said}\n"));
    }
}

#[test]
fn containers_without_a_word_document() {
    let word = "Vælg en Word-fil, der er gemt som .docx.";
    let pages = "Åbn den i Pages, vælg Arkiv > Eksportér til > Word, og brug den nye fil.";
    let cases = [
        ("xl/workbook.xml", format!("Filen er en Excel-projektmappe. {word}")),
        ("ppt/presentation.xml", format!("Filen er en PowerPoint-præsentation. {word}")),
        ("Index/Document.iwa", format!("Filen er et Pages-dokument. {pages}")),
        (
            "docProps/core.xml",
            "Filen er ikke et Word-dokument. Åbn den i Word, og gem den som .docx.".to_owned(),
        ),
    ];
    for (name, said) in cases {
        let bytes = container(&[("[Content_Types].xml", "<Types/>"), (name, "<x/>")]);
        assert_eq!(refused(&bytes), format!("{UNREADABLE} {said}\n"), "{name}");
    }
    let odt = container(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    assert_eq!(
        refused(&odt),
        format!(
            "{UNREADABLE} Filen er i OpenDocument-format. Åbn den i Office eller LibreOffice, og gem den som .docx eller .xlsx.\n"
        )
    );
}

#[test]
fn a_truncated_file_and_one_that_unpacks_too_large() {
    let bytes = template(&p("hej")).write();
    assert_eq!(
        refused(&bytes[..bytes.len() / 2]),
        format!(
            "{UNREADABLE} Filen er beskadiget eller afkortet. Hent filen igen, eller gem den på ny fra Office.\n"
        )
    );
    let bomb = with("word/media/image1.bmp", &vec![0; 30 << 20]);
    assert_eq!(
        refused(&bomb.write()),
        "fejl[fil-for-stor] skabelon.docx: Delen »word/media/image1.bmp« fylder for meget udpakket. Er filen rigtig, så fjern store billeder eller tomme ark, og gem den igen.\n"
    );
}

#[test]
fn a_document_type_in_any_part_is_never_followed() {
    let xxe = "<?xml version=\"1.0\"?><!-- a --><!DOCTYPE w:x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:x>&e;</w:x>";
    let said = |part: &str| {
        format!(
            "{UNSAFE} Delen »{part}« henter indhold ind med en dokumenttype (DTD), og det er ikke tilladt. Filen er ikke gemt af Word. Åbn den i Word, og gem den på ny.\n"
        )
    };
    for part in ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"] {
        assert_eq!(refused(&with(part, xxe.as_bytes()).write()), said(part));
    }
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(xxe.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(refused(&with("customXml/item1.xml", &wide).write()), said("customXml/item1.xml"));
    // The words alone, inside an element, are text.
    let harmless = b"<a><![CDATA[<!DOCTYPE x>]]></a>";
    made(&with("customXml/item1.xml", harmless));
}

#[test]
fn names_that_reach_outside_and_parts_that_stand_twice() {
    let hint = "Filen er ikke gemt af Office. Åbn den i Office, og gem den på ny.";
    assert_eq!(
        refused(&with("../x.xml", b"<x/>").write()),
        format!("{UNSAFE} Filen rummer en del med et utilladeligt navn: »../x.xml«. {hint}\n")
    );
    let mut bytes = with("word/stylez.xml", b"<x/>").write();
    let twice = b"word/stylez.xml";
    let places: Vec<usize> =
        (0..bytes.len() - 15).filter(|at| &bytes[*at..*at + 15] == twice).collect();
    places.iter().for_each(|at| bytes[at + 10] = b's');
    assert_eq!(refused(&bytes), format!("{UNSAFE} Filen rummer den samme del to gange. {hint}\n"));
}

#[test]
fn a_document_saved_as_strict_open_xml() {
    let strict = "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body><w:p/></w:body></w:document>";
    assert_eq!(
        refused(&with("word/document.xml", strict.as_bytes()).write()),
        format!(
            "{UNREADABLE} Filen er gemt som »Strict Open XML«. Åbn den i Word, vælg Gem som, og gem som almindelig Word-dokument (.docx).\n"
        )
    );
}

const MAIN: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// A template whose body is of another content type.
fn of_type(kind: &str) -> Package {
    let mut package = template(&p("{{navn}}"));
    let types = part(&package, "[Content_Types].xml").replace(MAIN, kind);
    package.set_part("[Content_Types].xml", types.into_bytes());
    package
}

#[test]
fn a_dotx_becomes_a_plain_document() {
    let kind = MAIN.replace("document.main", "template.main");
    let done = rendered(&of_type(&kind));
    assert!(part(&done, "[Content_Types].xml").contains(&format!("\"{MAIN}\"")));
    assert!(!part(&done, "[Content_Types].xml").contains("template.main"));
    assert_eq!(text(&part(&done, "word/document.xml")), "Birken\n");
}

#[test]
fn a_docm_loses_all_that_its_macros_are_made_of() {
    let mut package = of_type("application/vnd.ms-word.document.macroEnabled.main+xml");
    let types = part(&package, "[Content_Types].xml").replace(
        "</Types>",
        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override PartName=\"/word/vbaData.xml\" ContentType=\"application/vnd.ms-word.vbaData+xml\"/><Override PartName=\"/word/customizations.xml\" ContentType=\"application/vnd.ms-word.keyMapCustomizations+xml\"/></Types>",
    );
    let relations = part(&package, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        "<Relationship Id=\"rId8\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/><Relationship Id=\"rId9\" Type=\"http://schemas.microsoft.com/office/2006/relationships/keyMapCustomizations\" Target=\"customizations.xml\"/></Relationships>",
    );
    package.set_part("[Content_Types].xml", types.into_bytes());
    package.set_part("word/_rels/document.xml.rels", relations.into_bytes());
    for name in [
        "word/vbaProject.bin",
        "word/_rels/vbaProject.bin.rels",
        "word/vbaData.xml",
        "word/customizations.xml",
        "word/_rels/customizations.xml.rels",
        "word/attachedToolbars.bin",
    ] {
        package.set_part(name, b"<x/>".as_slice());
    }
    let done = made(&package);
    assert_eq!(
        done.findings.to_string(),
        "oplysning[makroer-udeladt] skabelon.docx: Skabelonens makroer kommer ikke med i dokumentet; de bliver aldrig kørt.\n"
    );
    let done = Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
    let names: Vec<&str> = done.names().collect();
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/styles.xml"
        ]
    );
    let types = part(&done, "[Content_Types].xml");
    assert!(types.contains(MAIN), "{types}");
    for gone in ["vba", "keyMap", "macroEnabled"] {
        assert!(!types.contains(gone), "{types}");
        assert!(!part(&done, "word/_rels/document.xml.rels").contains(gone));
    }
}

#[test]
fn tracked_changes_are_told_of_once_and_deleted_text_does_not_count() {
    let change = |name: &str, words: &str| {
        format!("<w:{name} w:id=\"1\" w:author=\"A\"><w:r>{words}</w:r></w:{name}>")
    };
    let xml = format!(
        "<w:p>{}{}</w:p>{}",
        change("ins", "<w:t>{{navn}}</w:t>"),
        change("del", "<w:delText>{{ukendt}}</w:delText>"),
        p("hej")
    );
    let done = made(&template(&xml));
    assert_eq!(
        done.findings.to_string(),
        "advarsel[skabelon-har-rettelser] skabelon.docx: Skabelonen har sporede ændringer; indsat tekst tæller med, slettet tekst gør ikke. Acceptér eller afvis dem i Word under Gennemse, og gem skabelonen.\n"
    );
    assert_eq!(text(&body(&xml)), "Birken\nhej\n");
}

#[test]
fn what_lies_outside_the_template_is_told_of_and_hyperlinks_are_not() {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"{office}/{kind}\" Target=\"{target}\" TargetMode=\"External\"/>"
        )
    };
    let mut package = template(&p("hej"));
    let more = [
        relation("rId7", "image", "http://x.dk/a.png"),
        relation("rId8", "oleObject", "file:///C:/a.xlsx"),
        relation("rId9", "hyperlink", "https://x.dk"),
    ];
    let relations = part(&package, "word/_rels/document.xml.rels")
        .replace("</Relationships>", &format!("{}</Relationships>", more.concat()));
    package.set_part("word/_rels/document.xml.rels", relations.into_bytes());
    package.set_part(
        "word/settings.xml",
        b"<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>"
            .as_slice(),
    );
    let attached = relation("rId1", "attachedTemplate", "file:///S:/brev.dotm");
    let settings = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{attached}</Relationships>"
    );
    package.set_part("word/_rels/settings.xml.rels", settings.into_bytes());
    let done = made(&package);
    let said = "advarsel[skabelon-henter-udefra] skabelon.docx: Skabelonen kæder til";
    assert_eq!(
        done.findings.to_string(),
        format!(
            "{said} en anden skabelon uden for sig selv, som ikke bliver hentet: »file:///S:/brev.dotm«. Vælg Normal under Udvikler > Dokumentskabelon i Word, og gem skabelonen.\n\
             {said} en fil uden for sig selv, som ikke bliver hentet: »file:///C:/a.xlsx«. Indsæt indholdet i selve skabelonen i stedet for at kæde til filen.\n\
             {said} et billede uden for sig selv, som ikke bliver hentet: »http://x.dk/a.png«. Indsæt billedet i selve skabelonen i stedet for at kæde til det.\n"
        )
    );
    let done = Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
    assert!(!part(&done, "word/_rels/settings.xml.rels").contains("attachedTemplate"));
}

#[test]
fn building_blocks_and_unknown_parts_are_left_alone() {
    let mut package = template(&p("{{navn}}"));
    let foreign = ["word/glossary/document.xml", "word/glossary/_rels/document.xml.rels", "x/y.z"];
    for name in foreign {
        package.set_part(name, b"<a TargetMode=\"External\">{{ukendt</a>".as_slice());
    }
    let done = made(&package);
    assert_eq!(done.findings.to_string(), "");
    let done = Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
    for name in foreign {
        assert_eq!(done.part(name), package.part(name), "{name}");
    }
}
