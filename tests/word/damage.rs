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

#[test]
fn moved_and_missing_tags() {
    let mut dice = Dice(2);
    for name in ["aftale", "takstbilag", "byraadssag-rebild"] {
        let package = shipped(name);
        let body = String::from_utf8(package.part("word/document.xml").unwrap().to_vec()).unwrap();
        let starts: Vec<usize> = body.match_indices("{{").map(|(at, _)| at).collect();
        for _ in 0..60 {
            let from = starts[dice.roll(starts.len())];
            let to = from + body[from..].find("}}").unwrap() + 2;
            let tag = body[from..to].to_owned();
            let mut changed = body.clone();
            changed.replace_range(from..to, "");
            if dice.roll(2) == 0 {
                let spots: Vec<usize> = changed.match_indices("</w:t>").map(|(at, _)| at).collect();
                changed.insert_str(spots[dice.roll(spots.len())], &tag);
            }
            let mut damaged = package.clone();
            damaged.set_part("word/document.xml", changed.into_bytes());
            survives(&damaged);
        }
    }
}
