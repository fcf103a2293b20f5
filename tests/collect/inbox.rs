//! A folder of returned workbooks in memory, collected into the shipped project.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use socialaftale::collect::{
    Ark, FILE, Indberetninger, Indsamling, Raekke, Skema, indsaml, skemaer,
};
use socialaftale::finding::Findings;
use socialaftale::model::Projekt;

use crate::project::{self, Cell, Project, listed};

/// Sheets of a kommune's form about spiseforstyrrelser, and where its answers stand.
pub const COUNTS: &str = "1 Målgruppen";
pub const TILBUD: &str = "2 Tilbud";
pub const TROUBLES: &str = "3 Udfordringer";

/// The project without answers, and the files that came back, below `svar/`.
#[derive(Clone)]
pub struct Inbox(Project);

pub fn projekt() -> &'static Projekt {
    project::shipped().projekt()
}

static FORMS: LazyLock<Vec<Skema>> =
    LazyLock::new(|| skemaer(projekt(), &projekt().udmeldinger, &mut Findings::new()));

/// The form that is sent to one party.
pub fn form(udmelding: &str, fra: &str) -> Vec<u8> {
    let name = format!("skema-{udmelding}-{fra}.xlsx");
    FORMS.iter().find(|form| form.name == name).expect("a form of that name").bytes.clone()
}

/// A returned workbook that LibreOffice or openpyxl has saved.
pub fn sample(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/collect/filer").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

impl Inbox {
    pub fn new() -> Self {
        let answered = |name: &str| {
            ["inputs/besvarelser/", "inputs/tidligere/", FILE].iter().any(|of| name.starts_with(of))
        };
        let mut project = Project::shipped();
        let names: Vec<String> = project.files().names().map(str::to_owned).collect();
        for name in names.iter().filter(|name| answered(name)) {
            project = project.without(name);
        }
        Self(project)
    }

    /// Rebild's form about spiseforstyrrelser, whole but for what a test changes.
    pub fn rebild() -> Self {
        static REBILD: LazyLock<Inbox> =
            LazyLock::new(|| Inbox::new().filled("rebild.xlsx", "rebild", ["0", "1", "2"]));
        REBILD.clone()
    }

    /// A form about spiseforstyrrelser with the same counts for both groups.
    pub fn filled(self, file: &str, fra: &str, counts: [&str; 3]) -> Self {
        let mut inbox = self.with(file, form("spise", fra));
        inbox = inbox.cell(file, "Forside", "B10", Cell::Text("endeligt svar"));
        for row in [5, 6] {
            for (column, count) in ["B", "C", "D"].iter().zip(counts) {
                let address = format!("{column}{row}");
                inbox = inbox.cell(file, COUNTS, &address, Cell::Number(count));
            }
        }
        inbox
    }

    pub fn with(self, file: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self(self.0.with(&format!("svar/{file}"), bytes))
    }

    pub fn without(self, file: &str) -> Self {
        Self(self.0.without(&format!("svar/{file}")))
    }

    pub fn cell(self, file: &str, sheet: &str, address: &str, cell: Cell<'_>) -> Self {
        Self(self.0.workbook_cell(&format!("svar/{file}"), sheet, address, cell))
    }

    /// Changes the first part of a returned workbook that says `old`.
    pub fn xml(self, file: &str, part: &str, old: &str, new: &str) -> Self {
        let change = |xml: String| {
            assert!(xml.contains(old), "»{old}« is not in {part}");
            xml.replace(old, new)
        };
        Self(self.0.part_xml(&format!("svar/{file}"), part, change))
    }

    /// The secretariat's own hand in the table of answers.
    pub fn corrected(self, address: &str, cell: Cell<'_>) -> Self {
        Self(self.0.workbook_cell(FILE, "Tal", address, cell))
    }

    pub fn bytes(&self, file: &str) -> Vec<u8> {
        self.0.bytes(&format!("svar/{file}")).to_vec()
    }

    pub fn collected(&self) -> (Option<Indsamling>, Vec<String>) {
        let (inputs, mut findings) = (self.0.files(), Findings::new());
        let name = |path: &str| path.trim_start_matches("svar/").to_owned();
        let returned: Vec<(String, Vec<u8>)> =
            inputs.under("svar").map(|(path, bytes)| (name(path), bytes.to_vec())).collect();
        let round = indsaml(projekt(), &inputs, &returned, &mut findings);
        findings.extend(round.iter().flat_map(|round| round.afvist.clone()));
        (round, listed(findings))
    }

    /// What is told of the files.
    pub fn told(&self) -> Vec<String> {
        self.collected().1
    }

    pub fn table(&self) -> Indberetninger {
        self.collected().0.expect("a round").indberetninger
    }

    /// The counts of a party in a group, as "value status remark" by year.
    pub fn counts(&self, part: &str, gruppe: &str) -> Vec<String> {
        let table = self.table();
        let of = |row: &&Raekke| {
            row.text("Udmelding") == "spise"
                && row.text("Part") == part
                && row.text("Gruppe") == gruppe
        };
        table.rows(Ark::Tal).iter().filter(of).map(|row| shown(row, "Værdi")).collect()
    }

    /// The project after a round, with the files that it wrote.
    pub fn kept(self) -> Self {
        let round = self.collected().0.expect("a round");
        round.files.into_iter().fold(self, |inbox, (name, bytes)| Self(inbox.0.with(&name, bytes)))
    }

    pub fn names_below(&self, folder: &str) -> Vec<String> {
        self.0.files().under(folder).map(|(name, _)| name.to_owned()).collect()
    }
}

pub fn shown(row: &Raekke, value: &str) -> String {
    let words = [row.text(value), row.text("Status"), row.text("Bemærkning")];
    words.iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}
