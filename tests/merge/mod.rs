//! The engine on a small library of its own.

mod fill;
mod helpers;
mod scopes;
mod strict;
mod verbatim;

use std::sync::Arc;

use serde_json::json;
use socialaftale::finding::{Findings, Place};
use socialaftale::merge::{Context, Escape, Library, Merger, Slot, TemplateSource};
use socialaftale::text::markdown::{parse, parse_line};
use socialaftale::text::tree::{Figure, Inline, Picture, PictureFormat, Row, Table, Text};

use crate::project::listed;

/// Texts by key and source; one table, one figure, one picture and one bilag.
struct Shelf(Vec<Text>);

impl Shelf {
    fn with(texts: &[(&str, &str)]) -> Self {
        let mut findings = Findings::new();
        let read = |(key, source): &(&str, &str)| {
            let file: Arc<str> = format!("{key}.md").into();
            Text {
                key: (*key).to_owned(),
                title: parse_line(&format!("Om {key}"), &file, 1, &mut Findings::new()),
                numbered: true,
                blocks: parse(source, &file, 5, &mut findings),
                place: Place::file(file.as_ref()),
            }
        };
        let texts = texts.iter().map(read).collect();
        assert!(findings.is_empty(), "{findings}");
        Self(texts)
    }
}

impl Library for Shelf {
    fn text(&self, key: &str) -> Option<&Text> {
        self.0.iter().find(|text| text.key == key)
    }

    fn text_keys(&self) -> Vec<&str> {
        self.0.iter().map(|text| text.key.as_str()).collect()
    }

    fn table(&self, key: &str) -> Option<Table> {
        (key == "cu.dom").then(|| Table {
            key: Some(key.to_owned()),
            caption: vec![Inline::Text("Antal".to_owned())],
            rows: vec![Row { cells: vec![vec![Inline::Text("5".to_owned())]], ..Row::default() }],
            ..Table::default()
        })
    }

    fn table_keys(&self) -> Vec<&str> {
        vec!["cu.dom"]
    }

    fn figure(&self, key: &str) -> Option<Figure> {
        (key == "takster").then(|| Figure {
            key: Some(key.to_owned()),
            number: None,
            caption: vec![Inline::Text("Takster".to_owned())],
            alt: "Søjler".to_owned(),
            picture: picture(),
            notes: Vec::new(),
            traced: Vec::new(),
        })
    }

    fn figure_keys(&self) -> Vec<&str> {
        vec!["takster"]
    }

    fn picture(&self, path: &str) -> Option<Picture> {
        (path == "billeder/hus.png").then(picture)
    }

    fn bilag(&self, key: &str) -> Option<String> {
        (key == "dom").then(|| "2".to_owned())
    }

    fn bilag_keys(&self) -> Vec<&str> {
        vec!["dom"]
    }
}

fn picture() -> Picture {
    Picture { format: PictureFormat::Png, bytes: Vec::new().into(), width: 1.0, height: 1.0 }
}

fn context() -> Context {
    let mut context = Context::new();
    context.set("aftale.titel", "Nordjysk Socialaftale");
    context.set("aftale.vision", "øget egenmestring");
    context.set("udgave.kladde", true);
    context.set("udgave.dato", "14. september 2020");
    context.set("udgave.tom", "");
    context.set("tal.takst", "1.933");
    context.set("tal.procent", "95,34");
    context.set("tal.antal", "5");
    context.set("tal.nul", "0");
    context.set("tal.ukendt", "[afventer: takst]");
    context.set("tal.skjult", "skjult");
    context.set("tal.andet_skjult", "skjult");
    context.set("diskretion.tegn", "skjult");
    context.set("diskretion.i_tekst", "et skjult antal");
    context.set("tal.skjult_i_tekst", "et skjult antal");
    context.set("farligt", "{{aftale.titel}} <b> & *x* \"q\"");
    context.set(
        "parter",
        vec![
            json!({"navn": "Rebild", "raad": {"ord": "byrådet"}}),
            json!({"navn": "Thisted", "raad": {"ord": "kommunalbestyrelsen"}}),
        ],
    );
    context.set("ord", vec![json!("et"), json!("to")]);
    context.set("ingen", Vec::<serde_json::Value>::new());
    context
}

const TEXT: fn(&str) -> String = |value| format!("‹{value}›");
const PLAIN: Escape = Escape { text: str::to_owned, literal: str::to_owned };
const MARKED: Escape = Escape { text: TEXT, literal: |value| format!("\"{value}\"") };

fn at(line: usize, column: usize) -> Place {
    let number = |n| u32::try_from(n).expect("small");
    Place::line("a.typ", number(line), number(column))
}

fn render_as(source: &str, escape: Escape) -> Result<String, Vec<String>> {
    let shelf = Shelf::with(&[("vision", "Ord.")]);
    let context = context();
    let merger = Merger::new(&context, &shelf, escape);
    merger.render(&TemplateSource { name: "a.typ", source, locate: &at }).map_err(listed)
}

/// A template merged, values as they are.
fn render(source: &str) -> Result<String, Vec<String>> {
    render_as(source, PLAIN)
}

fn rendered(source: &str) -> String {
    render(source).unwrap_or_else(|found| panic!("{source}: {found:#?}"))
}

fn refused(source: &str) -> Vec<String> {
    render(source).expect_err(source)
}

/// The slots of a template, and what was found while filling them.
fn slots(template: &str, texts: &[(&str, &str)]) -> (Vec<Slot>, Vec<String>) {
    let shelf = Shelf::with(texts);
    let context = context();
    let merger = Merger::new(&context, &shelf, PLAIN);
    let source = TemplateSource { name: "a.typ", source: template, locate: &at };
    merger.render(&source).unwrap_or_else(|found| panic!("{template}: {found}"));
    let mut findings = Findings::new();
    let slots = merger.finish(&mut findings);
    (slots, listed(findings))
}
