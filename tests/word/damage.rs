//! Damaged templates: never a panic, never a broken document.

use socialaftale::package::{Limits, Package};
use socialaftale::render::word::inspect;

use super::sample::{self, shelf};
use super::small::try_unjudged;

/// A sequence that is the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

const SHIPPED: [&str; 8] = [
    "aftale",
    "afrapportering",
    "bilag",
    "takstbilag",
    "oplaeg",
    "byraadssag",
    "byraadssag-rebild",
    "regionsraadssag",
];

fn shipped(name: &str) -> Package {
    let path = format!("{}/templates/word/{name}.docx", env!("CARGO_MANIFEST_DIR"));
    Package::read(&std::fs::read(path).unwrap(), name, &Limits::DOCUMENT).unwrap()
}

#[track_caller]
fn survives(package: &Package) {
    if let Ok(done) = try_unjudged(package, &sample::context(), &shelf()) {
        assert_eq!(inspect(&done.bytes, "ud.docx").to_string(), "");
    }
}

#[test]
fn changed_bytes() {
    let mut dice = Dice(1);
    let package = shipped("byraadssag-rebild");
    let parts: Vec<String> = package.names().map(str::to_owned).collect();
    for _ in 0..150 {
        let mut damaged = package.clone();
        let part = &parts[dice.roll(parts.len())];
        let mut bytes = package.part(part).unwrap().to_vec();
        for _ in 0..=dice.roll(3) {
            let at = dice.roll(bytes.len());
            bytes[at] = b"<>{}/\"'& aw:\0\xff"[dice.roll(14)];
        }
        damaged.set_part(part.as_str(), bytes);
        survives(&damaged);
    }
}

/// What can happen to a tag while someone edits.
const EDITS: [fn(&mut String, usize, usize, &mut Dice); 5] = [
    |body, from, to, _| body.replace_range(from..to, ""),
    |body, from, to, dice| {
        let tag = body[from..to].to_owned();
        body.replace_range(from..to, "");
        let spot = somewhere(body, "</w:t>", dice);
        body.insert_str(spot, &tag);
    },
    |body, from, to, dice| {
        let tag = body[from..to].to_owned();
        let spot = somewhere(body, "</w:t>", dice);
        body.insert_str(spot, &tag);
    },
    |body, from, to, dice| {
        let middle = within(body, from, to, dice);
        body.replace_range(middle..to, "");
    },
    |body, from, to, dice| {
        let middle = within(body, from, to, dice);
        body.insert_str(middle, "</w:t></w:r></w:p><w:p><w:r><w:t>");
    },
];

/// One of the places where the words stand.
fn somewhere(body: &str, words: &str, dice: &mut Dice) -> usize {
    let spots: Vec<usize> = body.match_indices(words).map(|(at, _)| at).collect();
    spots[dice.roll(spots.len())]
}

/// A place between two characters inside a tag.
fn within(body: &str, from: usize, to: usize, dice: &mut Dice) -> usize {
    let places: Vec<usize> = (from + 1..to).filter(|at| body.is_char_boundary(*at)).collect();
    places[dice.roll(places.len())]
}

#[test]
fn tags_moved_doubled_halved_divided_and_missing() {
    let mut dice = Dice(2);
    for name in SHIPPED {
        let package = shipped(name);
        let body = String::from_utf8(package.part("word/document.xml").unwrap().to_vec()).unwrap();
        for edit in EDITS.iter().cycle().take(20) {
            let from = somewhere(&body, "{{", &mut dice);
            let to = from + body[from..].find("}}").unwrap() + 2;
            let mut changed = body.clone();
            edit(&mut changed, from, to, &mut dice);
            let mut damaged = package.clone();
            damaged.set_part("word/document.xml", changed.into_bytes());
            survives(&damaged);
        }
    }
}
