//! Pictures of the project, in lines, paragraphs, cells and page headers.

use std::sync::Arc;

use socialaftale::package::Package;
use socialaftale::text::tree::{Picture, PictureFormat};

use super::sample::{Shelf, drawing};
use super::small::{context, header, p, part, read, table, template, text, try_package};

/// A PNG whose bytes nobody looks at, 200 points wide.
fn photo(width: f32) -> Picture {
    let bytes = Arc::from(b"\x89PNG".as_slice());
    Picture { format: PictureFormat::Png, bytes, width, height: width / 2.0 }
}

fn shelf() -> Shelf {
    let svg = drawing().picture;
    let bytes = Arc::from(b"\xff\xd8".as_slice());
    let jpeg = Picture { format: PictureFormat::Jpeg, bytes, ..photo(100.0) };
    Shelf::default()
        .picture("billeder/kort.png", photo(200.0))
        .picture("billeder/bred.png", photo(2000.0))
        .picture("billeder/hus.jpg", jpeg)
        .picture("billeder/graf.svg", svg)
        .figure("f", drawing())
}

fn done(package: &Package) -> Package {
    read(&try_package(package, &context(), &shelf()).unwrap_or_else(|f| panic!("{f}")))
}

fn body(template_body: &str) -> String {
    part(&done(&template(template_body)), "word/document.xml")
}

const KORT: &str = "{{billede \"billeder/kort.png\" alt=\"Kort\"}}";
const POINT: u64 = 12_700;
const TWENTIETH: u64 = 635;

fn extent(width: u64, height: u64) -> String {
    format!("<wp:extent cx=\"{width}\" cy=\"{height}\"/>")
}

#[test]
fn in_a_sentence_it_stands_in_the_line() {
    let xml = body(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Se {{billede \"billeder/kort.png\" alt=\"Kort\"}} her</w:t></w:r></w:p>",
    );
    assert!(
        xml.contains("<w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:drawing><wp:inline "),
        "{xml}"
    );
    assert!(
        xml.contains(
            "</w:drawing></w:r></w:sdtContent></w:sdt><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> her"
        ),
        "{xml}"
    );
    assert!(xml.contains(&extent(200 * POINT, 100 * POINT)), "{xml}");
    assert!(xml.contains("descr=\"Kort\""), "{xml}");
    assert_eq!(xml.matches("<w:p>").count(), 1, "{xml}");
}

#[test]
fn alone_in_its_paragraph_it_is_a_block_with_a_caption_if_it_has_one() {
    let xml = body(&p(KORT));
    assert!(
        xml.contains(
            "<w:sdtContent><w:p><w:pPr><w:pStyle w:val=\"Figur\"/></w:pPr><w:r><w:drawing>"
        ),
        "{xml}"
    );
    assert_eq!(text(&xml), "\n");
    let xml = body(&p("{{billede \"billeder/kort.png\" alt=\"Kort\" titel=\"Regionen\"}}"));
    assert_eq!(text(&xml), "\nFigur\u{a0}1. Regionen\n");
}

#[test]
fn its_width_may_be_said_and_its_height_follows() {
    for (said, points) in [("8 cm", 226.772), ("85,5 mm", 242.362), ("2cm", 56.693)] {
        let xml = body(&p(&format!(
            "{{{{billede \"billeder/kort.png\" alt=\"Kort\" bredde=\"{said}\"}}}}"
        )));
        let (_, rest) = xml.split_once("<wp:extent cx=\"").unwrap();
        let (width, rest) = rest.split_once("\" cy=\"").unwrap();
        let (height, _) = rest.split_once('"').unwrap();
        let (width, height): (f64, f64) = (width.parse().unwrap(), height.parse().unwrap());
        assert!((width / 12_700.0 - points).abs() < 0.01, "{said}: {width}");
        assert!((height * 2.0 - width).abs() < 3.0, "{said}: {width} x {height}");
    }
}

#[test]
fn it_is_never_wider_than_the_text_or_the_cell() {
    let bred = "{{billede \"billeder/bred.png\" alt=\"Bred\"}}";
    let xml = body(&p(bred));
    assert!(xml.contains(&extent(9070 * TWENTIETH, 9070 * TWENTIETH / 2)), "{xml}");
    let cell = format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2216\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w=\"2216\" w:type=\"dxa\"/></w:tcPr>{}</w:tc></w:tr></w:tbl>",
        p(&format!("x{bred}"))
    );
    let xml = body(&cell);
    assert!(xml.contains(&extent(2000 * TWENTIETH, 1000 * TWENTIETH)), "{xml}");
}

#[test]
fn png_jpeg_and_svg_are_stored_as_what_they_are() {
    let asked = ["kort.png", "hus.jpg", "graf.svg"];
    let all: String = asked
        .iter()
        .map(|file| p(&format!("{{{{billede \"billeder/{file}\" alt=\"x\"}}}}")))
        .collect();
    let package = done(&template(&all));
    let media: Vec<&str> = package.names().filter(|name| name.starts_with("word/media/")).collect();
    assert_eq!(
        media,
        [
            "word/media/figur1.png",
            "word/media/figur2.jpeg",
            "word/media/figur3.png",
            "word/media/figur4.svg"
        ]
    );
    let types = part(&package, "[Content_Types].xml");
    for kind in ["image/png", "image/jpeg", "image/svg+xml"] {
        assert!(types.contains(kind), "{types}");
    }
}

#[test]
fn a_page_header_and_a_cell_may_show_pictures_and_figures() {
    let mut package = template(&table(&[&[KORT, "{{figur \"f\"}}"]]));
    package.set_part(
        "word/header1.xml",
        header(&format!("{}{}", p(&format!("Logo {KORT}")), p("{{figur \"f\"}}"))).into_bytes(),
    );
    let package = done(&package);
    for (part_name, links) in
        [("document", "word/_rels/document.xml.rels"), ("header1", "word/_rels/header1.xml.rels")]
    {
        let xml = part(&package, &format!("word/{part_name}.xml"));
        assert_eq!(xml.matches("<w:drawing>").count(), 2, "{xml}");
        let links = part(&package, links);
        for id in xml.split("r:embed=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(links.contains(&format!("Id=\"{id}\"")), "{id}: {links}");
        }
    }
}

#[test]
fn its_description_may_be_a_field_but_must_be_there() {
    let xml = body(&p("{{billede \"billeder/kort.png\" alt=navn}}"));
    assert!(xml.contains("descr=\"Birken\""), "{xml}");
    let fault = |tag: &str| {
        let findings = try_package(&template(&p(tag)), &context(), &shelf()).unwrap_err();
        findings
            .to_string()
            .replace(&format!("skabelon.docx, brødtekst, afsnit 1, mærket »{tag}«"), "HER")
    };
    assert_eq!(
        fault("{{billede \"billeder/kort.png\"}}"),
        "fejl[billede-uden-beskrivelse] HER: Billedet »billeder/kort.png« mangler en beskrivelse til dem, der ikke kan se det. Skriv den i de kantede klammer: ![beskrivelse](sti), eller i mærket: alt=\"beskrivelse\".\n"
    );
    assert_eq!(
        fault("{{billede \"billeder/kort.png\" alt=\"x\" bredde=\"bred\"}}"),
        "fejl[billede-bredde] HER: Billedet »billeder/kort.png« kan ikke være »bred« bredt. Skriv bredden i centimeter eller millimeter: bredde=\"8 cm\".\n"
    );
    assert_eq!(
        fault("{{billede \"billeder/kart.png\" alt=\"x\"}}"),
        "fejl[mangler-billede] HER: Billedet »billeder/kart.png« findes ikke i inputs/.\n"
    );
}
