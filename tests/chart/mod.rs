use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rust_decimal::Decimal;
use socialaftale::chart::{Bar, Mark, Series, WIDTH, bars, columns};
use socialaftale::text::tree::{Picture, PictureFormat};

/// A drawing's rectangles as (x, y, width, height, fill), and its words.
struct Drawing {
    rects: Vec<(f32, f32, f32, f32, String)>,
    words: Vec<String>,
}

fn read(picture: &Picture) -> Drawing {
    assert_eq!(picture.format, PictureFormat::Svg);
    let source = std::str::from_utf8(&picture.bytes).expect("SVG is text");
    let mut reader = Reader::from_str(source);
    let mut drawing = Drawing { rects: Vec::new(), words: Vec::new() };
    let mut open = 0;
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => {
                open += 1;
                if tag.name().as_ref() == "text" {
                    drawing.words.push(String::new());
                }
            }
            Event::End(_) => open -= 1,
            Event::Empty(tag) if tag.name().as_ref() == "rect" => drawing.rects.push(rect(&tag)),
            Event::Text(text) => {
                let words = drawing.words.last_mut().expect("words stand in a text");
                words.push_str(&text);
            }
            Event::GeneralRef(name) => {
                let sign = match name.as_ref() {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("{other:?}"),
                };
                drawing.words.last_mut().expect("words stand in a text").push(sign);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0);
    drawing
}

fn rect(tag: &BytesStart<'_>) -> (f32, f32, f32, f32, String) {
    let read = |name: &str| {
        let value = tag.try_get_attribute(name).expect("well-formed").expect("an attribute");
        value.value.into_owned()
    };
    let number = |name: &str| read(name).parse().expect("a number");
    (number("x"), number("y"), number("width"), number("height"), read("fill"))
}

fn bar(name: &str, value: i64) -> Bar {
    Bar {
        name: name.to_owned(),
        value: Decimal::from(value),
        shown: value.to_string(),
        aside: false,
    }
}

fn series(name: &str, values: &[Option<i64>]) -> Series {
    let mark = |value: &Option<i64>| match value {
        Some(value) => Mark::Column(Decimal::from(*value), value.to_string()),
        None => Mark::Sign("skjult".to_owned()),
    };
    Series { name: name.to_owned(), marks: values.iter().map(mark).collect(), aside: false }
}

fn years() -> Vec<String> {
    ["2017", "2018", "2019"].map(str::to_owned).to_vec()
}

fn close(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.05
}

#[test]
fn each_bar_is_as_long_as_its_value() {
    let drawing = read(&bars(&[bar("A", 1000), bar("B", 2000), bar("C", 0), bar("D", 500)]));
    let lengths: Vec<f32> = drawing.rects.iter().map(|rect| rect.2).collect();
    assert_eq!(lengths.len(), 4);
    assert!(
        close(lengths[1], 2.0 * lengths[0]) && close(lengths[0], 2.0 * lengths[3]),
        "{lengths:?}"
    );
    assert!(close(lengths[2], 0.0));
    assert!(drawing.rects.iter().all(|rect| close(rect.0, drawing.rects[0].0)));
    assert_eq!(drawing.words, ["A", "1000", "B", "2000", "C", "0", "D", "500"]);
}

#[test]
fn bars_and_their_values_stay_inside_the_drawing() {
    let long = "Et meget langt navn på et krisecenter i en nordjysk kommune";
    for picture in [bars(&[bar(long, 3), bar("B", 2_000_000)]), bars(&[bar("A", 1)])] {
        for (x, y, width, height, _) in read(&picture).rects {
            assert!(x >= 0.0 && x + width <= WIDTH && y >= 0.0 && y + height <= picture.height);
        }
    }
}

#[test]
fn each_column_is_as_tall_as_its_value_and_stands_on_the_line() {
    let shown = [
        series("Børn", &[Some(3), Some(6), Some(8)]),
        series("Voksne", &[Some(4), Some(0), Some(12)]),
    ];
    let drawing = read(&columns(&years(), &shown));
    // Two more rectangles are the legend's.
    assert_eq!(drawing.rects.len(), 8);
    let marks = &drawing.rects[..6];
    let heights: Vec<f32> = marks.iter().map(|rect| rect.3).collect();
    let unit = heights[0] / 3.0;
    for (height, value) in heights.iter().zip([3.0, 4.0, 6.0, 0.0, 8.0, 12.0]) {
        assert!((height - unit * value).abs() < 0.1, "{heights:?}");
    }
    assert!(marks.iter().all(|rect| close(rect.1 + rect.3, marks[0].1 + marks[0].3)));
    let words = |word: &str| drawing.words.iter().filter(|other| *other == word).count();
    for word in ["2017", "2018", "2019", "3", "12", "0", "Børn", "Voksne"] {
        assert_eq!(words(word), 1, "{word}");
    }
}

#[test]
fn a_value_that_is_not_shown_is_its_sign_and_no_column() {
    let drawing = read(&columns(&years(), &[series("Børn", &[Some(3), None, Some(8)])]));
    assert_eq!(drawing.rects.len(), 3);
    assert_eq!(drawing.words.iter().filter(|word| *word == "skjult").count(), 1);
}

#[test]
fn series_have_colours_of_their_own_and_one_beside_the_group_is_grey() {
    let mut shown = ["A", "B", "C"].map(|name| series(name, &[Some(1), Some(1), Some(1)]));
    shown[2].aside = true;
    let drawing = read(&columns(&years(), &shown));
    let colours: Vec<&str> = drawing.rects[..3].iter().map(|rect| rect.4.as_str()).collect();
    assert_eq!(colours, ["#0b4f6c", "#4a90a4", "#87949b"]);
}

#[test]
fn names_are_escaped_and_never_markup() {
    let name = "A & B <svg> \"c\" 'd'";
    assert_eq!(read(&bars(&[bar(name, 1)])).words[0], name);
    let drawing = read(&columns(&[name.to_owned()], &[series(name, &[Some(1)])]));
    assert_eq!(drawing.words.iter().filter(|words| *words == name).count(), 2);
}

#[test]
fn an_empty_drawing_is_still_well_formed() {
    assert!(read(&bars(&[])).rects.is_empty());
    assert!(read(&columns(&[], &[])).rects.is_empty());
    assert!(read(&columns(&years(), &[series("A", &[None, None, None])])).rects.len() == 1);
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let drawn = || bars(&[bar("A", 1933), bar("B", 2139)]).bytes;
    assert_eq!(drawn(), drawn());
}
