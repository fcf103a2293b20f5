//! Pictures and text boxes.

use socialaftale::package::Package;

use super::compared::{body, compare, inside, read};
use crate::word::boxed::text_box;
use crate::word::small::{p, relate, template};

const DRAWING: &str = "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><wp:extent cx=\"9525\" cy=\"9525\"/><wp:docPr id=\"1\" name=\"Figur 1\" descr=\"Et kort\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"Figur 1\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdB\"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";

fn pictured(bytes: &[u8], file: &str) -> Package {
    let mut package = template(&(DRAWING.to_owned() + &p("Slut")));
    package.set_part(format!("word/media/{file}"), bytes);
    relate(&mut package, "word/document.xml", "rIdB", "image", &format!("media/{file}"));
    let types = String::from_utf8(package.part("[Content_Types].xml").unwrap().to_vec()).unwrap();
    let types = types
        .replace("<Override", "<Default Extension=\"png\" ContentType=\"image/png\"/><Override");
    package.set_part("[Content_Types].xml", types.into_bytes());
    package
}

/// The smallest pictures there are: one dot, white or black.
fn png(colour: u8) -> Vec<u8> {
    let mut pixels = resvg::tiny_skia::Pixmap::new(1, 1).unwrap();
    pixels.fill(resvg::tiny_skia::Color::from_rgba8(colour, colour, colour, 255));
    pixels.encode_png().unwrap()
}

#[test]
fn another_picture_is_deleted_and_inserted_and_both_are_there() {
    let (old, new) = (pictured(&png(0), "a.png"), pictured(&png(255), "a.png"));
    let done = compare(&old, &new);
    assert_eq!((done.summary.inserted, done.summary.deleted), (1, 1));
    let package = read(&done.bytes);
    let stored: Vec<&str> =
        package.names().filter(|name| name.starts_with("word/media/")).collect();
    assert_eq!(stored, ["word/media/a.png", "word/media/figur1.png"]);
    assert_eq!(package.part("word/media/figur1.png"), Some(png(0).as_slice()));
    assert!(inside(&done, "word/_rels/document.xml.rels").contains("/word/media/figur1.png"));
}

#[test]
fn the_same_picture_under_another_name_is_no_change() {
    let done = compare(&pictured(&png(0), "a.png"), &pictured(&png(0), "b.png"));
    assert_eq!((done.summary.inserted, done.summary.deleted), (0, 0));
}

#[test]
fn both_copies_of_a_text_box_are_tracked() {
    let boxed =
        |words: &str| format!("<w:p>{}</w:p>{}", text_box(&p(words), "Antal borgere"), p("Slut"));
    let done = body(&boxed("Der er 9 borgere"), &boxed("Der er 12 borgere"));
    assert_eq!(done.matches("<w:delText>9</w:delText>").count(), 2);
    assert_eq!(done.matches("<w:t>12</w:t>").count(), 2);
}
