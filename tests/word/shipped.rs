//! The templates that come with the program: made of readable parts, current, and sound.

use std::path::{Path, PathBuf};

use socialaftale::package::{Limits, Package};
use socialaftale::render::word::{WordTemplate, inspect, render};

use super::kept::keep;
use super::sample;
use super::small::{options, part, text};

/// Name, body, header and footer of each template, and whether its headings are numbered.
struct Shipped {
    name: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Aftale,
    Bilag,
    Takster,
    Sag,
}

impl Kind {
    fn edge(self) -> &'static str {
        match self {
            Self::Sag => "-sag",
            Self::Aftale | Self::Bilag | Self::Takster => "",
        }
    }

    /// The header and footer of pages unlike the others: the part's ending and that of its id.
    fn second(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Aftale => Some(("-forside", "Forside")),
            Self::Takster => Some(("-tvaer", "Tvaer")),
            Self::Bilag | Self::Sag => None,
        }
    }

    /// Only the agreement has so large a title; a case's title is its first heading, and its
    /// headings have no numbers, so neither do those that a kommune adds in Word.
    fn styles(self, shared: &str) -> String {
        let title =
            |points: u32| shared.replace("w:val=\"64\"", &format!("w:val=\"{}\"", points * 2));
        match self {
            Self::Aftale => shared.to_owned(),
            Self::Bilag | Self::Takster => title(25),
            Self::Sag => (0..4).fold(headed(&title(22)), |styles, level| {
                let list =
                    format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>");
                styles.replace(&list, "")
            }),
        }
    }
}

/// Gives the style of the title the outer level of the outline.
fn headed(styles: &str) -> String {
    let (before, title) = styles.split_once("w:styleId=\"Titel\"").expect("the title's style");
    let title = title.replacen("</w:pPr>", "<w:outlineLvl w:val=\"0\"/></w:pPr>", 1);
    format!("{before}w:styleId=\"Titel\"{title}")
}

const SHIPPED: [Shipped; 10] = [
    Shipped { name: "aftale", kind: Kind::Aftale },
    Shipped { name: "afrapportering", kind: Kind::Bilag },
    Shipped { name: "bilag", kind: Kind::Bilag },
    Shipped { name: "takstbilag", kind: Kind::Takster },
    Shipped { name: "oplaeg", kind: Kind::Bilag },
    Shipped { name: "aendringer", kind: Kind::Bilag },
    Shipped { name: "vejledning", kind: Kind::Bilag },
    Shipped { name: "byraadssag", kind: Kind::Sag },
    Shipped { name: "byraadssag-rebild", kind: Kind::Sag },
    Shipped { name: "regionsraadssag", kind: Kind::Sag },
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/word")
}

fn piece(name: &str) -> String {
    let path = folder().join("dele").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    // Line breaks and comments are for the reader of the parts only.
    text.lines().map(str::trim).filter(|line| !line.starts_with("<!--")).collect()
}

fn assemble(shipped: &Shipped) -> Vec<u8> {
    let second = shipped.kind.second();
    let mut package = Package::new();
    let mut put = |name: &str, text: String| package.set_part(name, text.into_bytes());
    put("word/document.xml", piece(&format!("{}.xml", shipped.name)));
    put("word/styles.xml", shipped.kind.styles(&piece("styles.xml")));
    put("word/numbering.xml", piece("numbering.xml"));
    put("word/settings.xml", piece("settings.xml"));
    put("word/fontTable.xml", piece("skrifter.xml"));
    put("word/theme/theme1.xml", piece("tema.xml"));
    let edge = shipped.kind.edge();
    put("word/header1.xml", piece(&format!("sidehoved{edge}.xml")));
    put("word/footer1.xml", piece(&format!("sidefod{edge}.xml")));
    if let Some((part, _)) = second {
        put("word/header2.xml", piece(&format!("sidehoved{part}.xml")));
        put("word/footer2.xml", piece(&format!("sidefod{part}.xml")));
    }
    put("word/_rels/document.xml.rels", relations(second.map(|(_, id)| id)));
    put("_rels/.rels", piece("relationer.xml"));
    put("[Content_Types].xml", content_types(second.is_some()));
    put("docProps/app.xml", piece("egenskaber.xml"));
    put("docProps/core.xml", piece("kerneegenskaber.xml"));
    package.write()
}

fn relations(second: Option<&str>) -> String {
    let second = second.map(|id| (format!("rIdHoved{id}"), format!("rIdFod{id}")));
    let mut list = vec![
        ("rIdTypografier", "styles", "styles.xml"),
        ("rIdLister", "numbering", "numbering.xml"),
        ("rIdIndstillinger", "settings", "settings.xml"),
        ("rIdSkrifter", "fontTable", "fontTable.xml"),
        ("rIdTema", "theme", "theme/theme1.xml"),
        ("rIdHoved", "header", "header1.xml"),
        ("rIdFod", "footer", "footer1.xml"),
    ];
    if let Some((header, footer)) = &second {
        list.push((header, "header", "header2.xml"));
        list.push((footer, "footer", "footer2.xml"));
    }
    let entries: String = list
        .iter()
        .map(|(id, kind, target)| format!("<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{entries}</Relationships>"
    )
}

fn content_types(second: bool) -> String {
    let mut list = vec![
        ("word/document.xml", "wordprocessingml.document.main"),
        ("word/styles.xml", "wordprocessingml.styles"),
        ("word/numbering.xml", "wordprocessingml.numbering"),
        ("word/settings.xml", "wordprocessingml.settings"),
        ("word/fontTable.xml", "wordprocessingml.fontTable"),
        ("word/theme/theme1.xml", "theme"),
        ("word/header1.xml", "wordprocessingml.header"),
        ("word/footer1.xml", "wordprocessingml.footer"),
        ("docProps/app.xml", "extended-properties"),
    ];
    if second {
        list.push(("word/header2.xml", "wordprocessingml.header"));
        list.push(("word/footer2.xml", "wordprocessingml.footer"));
    }
    let entries: String = list
        .iter()
        .map(|(part, kind)| format!("<Override PartName=\"/{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}+xml\"/>"))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{entries}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
    )
}

/// FORNY=1 writes them anew; else they must be what the parts make.
#[test]
fn the_templates_are_current() {
    for shipped in &SHIPPED {
        let path = folder().join(format!("{}.docx", shipped.name));
        let made = assemble(shipped);
        if std::env::var_os("FORNY").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let limits = Limits::DOCUMENT;
        let known = Package::read(&std::fs::read(&path).unwrap(), shipped.name, &limits).unwrap();
        let made = Package::read(&made, shipped.name, &limits).unwrap();
        assert!(known == made, "{} is old: run the tests with FORNY=1", path.display());
    }
}

/// Every template renders, is sound, and gives the same bytes twice.
#[test]
fn every_template_renders_soundly() {
    for shipped in &SHIPPED {
        let bytes = assemble(shipped);
        let template = WordTemplate { name: shipped.name, bytes: &bytes };
        let options = options();
        let make = || render(&template, &sample::context(), &sample::shelf(), &options);
        let done = make().unwrap_or_else(|findings| panic!("{}:\n{findings}", shipped.name));
        assert_eq!(done.findings.to_string(), "", "{}", shipped.name);
        assert_eq!(inspect(&done.bytes, shipped.name).to_string(), "", "{}", shipped.name);
        assert!(make().unwrap() == done, "{} differs the second time", shipped.name);
        keep(&done.bytes);
    }
}

#[test]
fn the_agreement_lists_its_chapters() {
    let bytes = assemble(&SHIPPED[0]);
    let template = WordTemplate { name: "aftale.docx", bytes: &bytes };
    let done = render(&template, &sample::context(), &sample::shelf(), &options()).unwrap();
    let package = Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
    let xml = part(&package, "word/document.xml");
    let (_, contents) = xml.split_once(">Indhold</w:t>").unwrap();
    let contents = text(contents.split_once("</w:sdt>").unwrap().0);
    assert_eq!(
        contents.trim(),
        "Forord⇥\n1⇥Vision: Øget egenmestring⇥\n1.1⇥Hvad vi vil⇥\n2⇥Takster⇥\n2.1⇥Udvikling⇥"
    );
    let header = part(&package, "word/header1.xml");
    assert_eq!(
        text(&header),
        "UDKAST · Udkast til politisk behandling · 14. september 2020\nNordjysk Socialaftale⇥Afrapportering om udviklingshæmmede med dom\n"
    );
}

#[test]
fn the_final_edition_has_no_trace_of_the_draft() {
    let mut context = sample::context();
    context.set("udgave.kladde", false);
    let bytes = assemble(&SHIPPED[0]);
    let template = WordTemplate { name: "aftale.docx", bytes: &bytes };
    let done = render(&template, &context, &sample::shelf(), &options()).unwrap();
    let package = Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap();
    assert_eq!(
        text(&part(&package, "word/header1.xml")),
        "Nordjysk Socialaftale⇥Afrapportering om udviklingshæmmede med dom\n"
    );
    // A page header holds at least one paragraph.
    assert!(part(&package, "word/header2.xml").ends_with("<w:p/></w:hdr>"));
}

#[track_caller]
fn made(name: &str) -> Package {
    let shipped = SHIPPED.iter().find(|shipped| shipped.name == name).expect(name);
    let bytes = assemble(shipped);
    let template = WordTemplate { name, bytes: &bytes };
    let done = render(&template, &sample::context(), &sample::shelf(), &options()).unwrap();
    Package::read(&done.bytes, "ud.docx", &Limits::DOCUMENT).unwrap()
}

#[test]
fn the_cover_names_the_parties_and_the_colophon_who_treats_it() {
    let said = text(&part(&made("aftale"), "word/document.xml"));
    let cover = "Udkast til politisk behandling\n14. september 2020\nAftalens parter: Rebild Kommune, Læsø Kommune\nKolofon\n";
    assert!(said.contains(cover), "{said}");
    assert!(said.contains("\nBehandles i | Den Administrative Styregruppe | \n"), "{said}");
    let editions = "\nUdgaver\nUdgave | Dato | Behandlet i | Ændringer | \n0.1 – Oplæg | 24. oktober 2019 | DAS | – | \nUdkast | 14. september 2020 | KKR | Nye titler | \n";
    assert!(said.contains(editions), "{said}");
}

#[test]
fn a_case_tells_the_same_at_its_head_as_the_pdf() {
    for (name, over) in [
        ("byraadssag", "Rebild Kommune · Sag til Byrådet"),
        ("regionsraadssag", "Rebild Kommune\nSag til Byrådet"),
    ] {
        let said = text(&part(&made(name), "word/document.xml"));
        let head = format!(
            "{over}\nNordjysk Socialaftale 2021-2022\nMyndighed | Rebild Kommune | \nJournalnummer | 27.00.00-A00-1-20 | \nFrist for politisk behandling | 1. november 2020 | \nResumé\n"
        );
        assert!(said.starts_with(&head), "{said}");
    }
}

#[test]
fn a_case_goes_from_its_title_down_one_level_at_a_time() {
    for (name, fields) in [("byraadssag", 4), ("byraadssag-rebild", 3), ("regionsraadssag", 4)] {
        let package = made(name);
        let styles = part(&package, "word/styles.xml");
        let (_, title) = styles.split_once("w:styleId=\"Titel\"").unwrap();
        let (title, _) = title.split_once("</w:style>").unwrap();
        assert!(title.contains("<w:outlineLvl w:val=\"0\"/>"), "{title}");
        let body = part(&package, "word/document.xml");
        let headings = body.matches("<w:pStyle w:val=\"Overskrift2\"/>").count();
        assert_eq!((headings, body.contains("\"Overskrift1\"")), (fields, false), "{name}");
    }
}

#[test]
fn the_overview_of_takster_has_a_page_on_its_side() {
    let package = made("takstbilag");
    let xml = part(&package, "word/document.xml");
    let (before, overview) = xml.split_once("</w:sectPr>").unwrap();
    let overview = text(overview);
    assert!(before.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"), "{before}");
    assert!(overview.starts_with("\nTakstoversigt\nTilbud | Driftsherre | "), "{overview}");
    let (_, last) = xml.rsplit_once("<w:sectPr>").unwrap();
    assert!(last.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"));
    for (id, name) in [("rIdHovedTvaer", "header2.xml"), ("rIdFodTvaer", "footer2.xml")] {
        assert!(last.contains(&format!("r:id=\"{id}\"")), "{last}");
        let relations = part(&package, "word/_rels/document.xml.rels");
        assert!(relations.contains(&format!("Target=\"{name}\"")), "{relations}");
        let edge = part(&package, &format!("word/{name}"));
        assert!(edge.contains("<w:tab w:val=\"right\" w:pos=\"14002\"/>"), "{edge}");
    }
    let (_, grid) = xml.rsplit_once("<w:tblGrid>").unwrap();
    let widths = grid.split("<w:gridCol w:w=\"").skip(1);
    let whole: u32 =
        widths.map(|rest| rest.split('"').next().unwrap().parse::<u32>().unwrap()).sum();
    assert_eq!(whole, 14002);
}
