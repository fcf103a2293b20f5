//! The shipped project in memory, to be changed in one place and read again.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use socialaftale::assemble::{Job, Shelf, catalogue, project_context};
use socialaftale::check::{Checked, check};
use socialaftale::finding::Findings;
use socialaftale::input::{Files, Records, read};
use socialaftale::merge::{Context, Escape, Library, Merger, TemplateSource};
use socialaftale::model::Projekt;
use socialaftale::package::{Limits, Package};
use socialaftale::text::tree::{Figure, Table};

pub const AFTALE: &str = "inputs/aftale.toml";
pub const MYNDIGHEDER: &str = "inputs/myndigheder.toml";
pub const DOKUMENTER: &str = "inputs/dokumenter.toml";
pub const TAKSTER: &str = "inputs/takster.xlsx";
pub const INDBERETNINGER: &str = "inputs/indberetninger.xlsx";
pub const UDMELDINGER: &str = "inputs/centrale-udmeldinger.xlsx";
pub const REGLER: &str = "inputs/regler.toml";

static SHIPPED: LazyLock<Files> = LazyLock::new(|| {
    let mut findings = Findings::new();
    let files = Files::load(Path::new(env!("CARGO_MANIFEST_DIR")), "inputs", &mut findings);
    assert!(findings.is_empty(), "{findings}");
    files
});

static SHIPPED_ASSEMBLED: LazyLock<Assembled> = LazyLock::new(|| Project::shipped().assembled());

/// The shipped project as it is, read once for all tests.
pub fn shipped() -> &'static Assembled {
    &SHIPPED_ASSEMBLED
}

/// What is put into a cell of a workbook.
#[derive(Clone, Copy)]
pub enum Cell<'a> {
    Text(&'a str),
    Number(&'a str),
    Error(&'a str),
    /// A formula that was saved without its result.
    Formula(&'a str),
    Blank,
}

impl Cell<'_> {
    fn xml(self, address: &str, style: &str) -> String {
        match self {
            Self::Text(text) => format!(
                r#"<c r="{address}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#
            ),
            Self::Number(number) => format!(r#"<c r="{address}" s="{style}"><v>{number}</v></c>"#),
            Self::Error(sign) => {
                format!(r#"<c r="{address}" s="{style}" t="e"><f>B1</f><v>{sign}</v></c>"#)
            }
            Self::Formula(formula) => {
                format!(r#"<c r="{address}" s="{style}"><f>{formula}</f></c>"#)
            }
            Self::Blank => format!(r#"<c r="{address}" s="{style}"/>"#),
        }
    }
}

#[derive(Clone)]
pub struct Project {
    files: BTreeMap<String, Vec<u8>>,
}

/// A project that could be read: what it says, and all that templates may use.
pub struct Assembled {
    pub records: Records,
    pub context: Context,
    pub findings: Findings,
}

impl Project {
    pub fn shipped() -> Self {
        let files = SHIPPED.names().map(|name| {
            (name.to_owned(), SHIPPED.get(name).expect("a listed file is there").to_vec())
        });
        Self { files: files.collect() }
    }

    /// Replaces the first occurrence in a text file, which must be there.
    pub fn replace(self, file: &str, old: &str, new: &str) -> Self {
        let text = self.text(file);
        assert!(text.contains(old), "»{old}« is not in {file}");
        let changed = text.replacen(old, new, 1);
        self.with(file, changed)
    }

    pub fn append(self, file: &str, more: &str) -> Self {
        let text = self.text(file) + more;
        self.with(file, text)
    }

    /// A file with one more byte.
    pub fn append_bytes(self, file: &str) -> Self {
        let bytes = [self.bytes(file), b" "].concat();
        self.with(file, bytes)
    }

    pub fn with(mut self, file: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(file.to_owned(), bytes.into());
        self
    }

    pub fn without(mut self, file: &str) -> Self {
        assert!(self.files.remove(file).is_some(), "{file} is not there");
        self
    }

    pub fn text(&self, file: &str) -> String {
        String::from_utf8(self.files[file].clone()).expect("the shipped texts are UTF-8")
    }

    pub fn bytes(&self, file: &str) -> &[u8] {
        &self.files[file]
    }

    /// The number of the first line that begins with some words, after the line of `after`.
    pub fn line(&self, file: &str, after: &str, words: &str) -> usize {
        let text = self.text(file);
        let mut lines = (1..).zip(text.lines()).skip_while(|(_, line)| !line.contains(after));
        let found = lines.find(|(_, line)| line.starts_with(words));
        found.unwrap_or_else(|| panic!("»{after}« and »{words}« are not in {file}")).0
    }

    /// The text files, each changed the same way.
    pub fn each_text(mut self, change: impl Fn(&str) -> Vec<u8>) -> Self {
        let texts = |name: &str| name.ends_with(".md") || name.ends_with(".toml");
        for (name, bytes) in self.files.iter_mut().filter(|(name, _)| texts(name)) {
            *bytes = change(std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{name}")));
        }
        self
    }

    /// Puts a value into a cell of a workbook, in the cell's own format.
    pub fn workbook_cell(self, workbook: &str, sheet: &str, address: &str, cell: Cell<'_>) -> Self {
        self.sheet_xml(workbook, sheet, |xml| {
            let head = format!(r#"<c r="{address}""#);
            if let Some(start) = xml.find(&head) {
                let tag_end = start + xml[start..].find('>').expect("a tag ends");
                let style = xml[start..tag_end].split(r#"s=""#).nth(1);
                let style = style.and_then(|rest| rest.split('"').next()).unwrap_or("0");
                let end = match xml[..tag_end].ends_with('/') {
                    true => tag_end + 1,
                    false => start + xml[start..].find("</c>").expect("a cell ends") + 4,
                };
                format!("{}{}{}", &xml[..start], cell.xml(address, style), &xml[end..])
            } else {
                let row = address.trim_start_matches(|c: char| c.is_ascii_uppercase());
                let row_head = format!(r#"<row r="{row}""#);
                match xml.find(&row_head) {
                    Some(start) => {
                        let end = start + xml[start..].find("</row>").expect("a row ends");
                        format!("{}{}{}", &xml[..end], cell.xml(address, "0"), &xml[end..])
                    }
                    None => xml.replace(
                        "</sheetData>",
                        &format!("{row_head}>{}</row></sheetData>", cell.xml(address, "0")),
                    ),
                }
            }
        })
    }

    /// Changes a sheet's XML.
    pub fn sheet_xml(
        self,
        workbook: &str,
        sheet: &str,
        change: impl FnOnce(String) -> String,
    ) -> Self {
        let xml = self.part(workbook, "xl/workbook.xml");
        let names = xml.split("<sheet ").skip(1);
        let at = names.into_iter().position(|one| one.contains(&format!(r#"name="{sheet}""#)));
        let at = at.unwrap_or_else(|| panic!("{workbook} has no sheet {sheet}"));
        self.part_xml(workbook, &format!("xl/worksheets/sheet{}.xml", at + 1), change)
    }

    /// Changes a part of a workbook.
    pub fn part_xml(
        self,
        workbook: &str,
        part: &str,
        change: impl FnOnce(String) -> String,
    ) -> Self {
        let changed = change(self.part(workbook, part));
        let mut package = self.package(workbook);
        package.set_part(part, changed.into_bytes());
        self.with(workbook, package.write())
    }

    fn part(&self, workbook: &str, part: &str) -> String {
        let package = self.package(workbook);
        let bytes = package.part(part).unwrap_or_else(|| panic!("{workbook} has no {part}"));
        String::from_utf8(bytes.to_vec()).expect("a part of XML is UTF-8")
    }

    pub fn package(&self, workbook: &str) -> Package {
        Package::read(&self.files[workbook], workbook, &Limits::WORKBOOK).expect("a zip container")
    }

    pub fn files(&self) -> Files {
        let mut files = Files::new();
        for (name, bytes) in &self.files {
            files.insert(name.clone(), bytes.clone());
        }
        files
    }

    /// What the inputs say, or all that is wrong with them.
    pub fn read(&self) -> (Option<Records>, Findings) {
        let mut findings = Findings::new();
        let records = read(&self.files(), &mut findings);
        (Some(records), findings)
    }

    pub fn assembled(&self) -> Assembled {
        self.assembled_pr(None)
    }

    /// The same with the takster of a day: 2020-07-01.
    pub fn pr(&self, day: &str) -> Assembled {
        self.assembled_pr(Some(day.parse().expect("a day")))
    }

    fn assembled_pr(&self, pr: Option<NaiveDate>) -> Assembled {
        let (records, mut findings) = self.read();
        let mut records = records.unwrap_or_else(|| panic!("cannot be read: {findings}"));
        records.projekt.pr = pr;
        findings.extend_where_sound(check(&records, &self.files()).findings);
        let context = project_context(&records.projekt, &records.places);
        Assembled { records, context, findings }
    }

    /// What is wrong with the inputs, settled, one string for each.
    pub fn findings(&self) -> Vec<String> {
        let (records, mut findings) = self.read();
        if let Some(records) = &records {
            findings.extend_where_sound(check(records, &self.files()).findings);
        }
        listed(findings)
    }

    /// What the rules find, with what only time can bring to a draft and what is excepted.
    pub fn checked(&self) -> Checked {
        let (records, _) = self.read();
        check(&records.expect("a project"), &self.files())
    }

    /// What only time can bring to a draft, one string for each.
    pub fn open_points(&self) -> Vec<String> {
        listed(self.checked().open)
    }

    /// The same with what is wrong in the catalogue.
    pub fn findings_listed(&self) -> Vec<String> {
        let assembled = self.assembled();
        let mut findings = assembled.findings.clone();
        assembled.jobs(&assembled.shelf(), &mut findings);
        listed(findings)
    }

    /// The same with all that is wrong in the texts, merged into every document.
    pub fn findings_merged(&self) -> Vec<String> {
        let assembled = self.assembled();
        let (mut findings, shelf) = (assembled.findings.clone(), assembled.shelf());
        for job in assembled.jobs(&shelf, &mut findings) {
            merge_all(&job, &shelf.of(job.myndighed), &mut findings);
        }
        listed(findings)
    }
}

impl Assembled {
    pub fn projekt(&self) -> &Projekt {
        &self.records.projekt
    }

    pub fn shelf(&self) -> Shelf<'_> {
        Shelf::new(self.projekt())
    }

    pub fn jobs<'p>(&'p self, shelf: &Shelf<'p>, findings: &mut Findings) -> Vec<Job<'p>> {
        catalogue(self.projekt(), &self.context, shelf, findings)
    }

    /// A table as it is shown, free of the cells that its figures come from.
    pub fn table(&self, key: &str) -> Table {
        let traced = self.traced_table(key);
        Table { traced: Vec::new(), ..traced }
    }

    pub fn traced_table(&self, key: &str) -> Table {
        self.shelf().table(key).unwrap_or_else(|| panic!("no table {key}"))
    }

    pub fn figure(&self, key: &str) -> Figure {
        let traced = self.shelf().figure(key).unwrap_or_else(|| panic!("no figure {key}"));
        Figure { traced: Vec::new(), ..traced }
    }

    /// A printed field.
    pub fn field(&self, path: &str) -> String {
        let found = self.context.get(path).unwrap_or_else(|| panic!("no field {path}"));
        found.as_str().map_or_else(|| found.to_string(), str::to_owned)
    }

    /// Everything that documents can show, free of where it came from.
    pub fn shown(&self) -> (serde_json::Value, Vec<Table>, Vec<Figure>) {
        let shelf = self.shelf();
        let tables = shelf.table_keys().into_iter().map(|key| self.table(key)).collect();
        let figures = shelf.figure_keys().into_iter().map(|key| self.figure(key)).collect();
        (self.context.root(), tables, figures)
    }
}

fn merge_all(job: &Job<'_>, shelf: &Shelf<'_>, findings: &mut Findings) {
    const EVERYTHING: &str = "{{#each dokument.kapitler}}{{kapitel tekst niveau=niveau}}{{/each}}";
    const CASE: &str = "{{#each sag.felter}}{{#each tekster}}{{tekst this}}{{/each}}{{/each}}{{tabel \"behandling\"}}";
    let source = if job.myndighed.is_some() { CASE } else { EVERYTHING };
    let escape = Escape { text: str::to_owned, literal: str::to_owned };
    let merger = Merger::new(&job.context, shelf, escape);
    let locate = |_, _| socialaftale::finding::Place::file("proeve");
    match merger.render(&TemplateSource { name: "proeve", source, locate: &locate }) {
        Ok(_) => {
            merger.finish(findings);
        }
        Err(faults) => findings.extend(faults),
    }
}

/// Settled findings as they are shown.
pub fn listed(mut findings: Findings) -> Vec<String> {
    findings.settle();
    findings.iter().map(ToString::to_string).collect()
}
