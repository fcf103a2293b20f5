//! A constructed project that lacks nothing: three made-up parties, an agreement, one bilag with
//! counts, and a case for each council.

use std::fs;

use crate::built::Project;
use crate::project::{self, Cell, INDBERETNINGER, TAKSTER, UDMELDINGER};

pub const AFTALE: &str = "inputs/aftale.toml";
pub const DOKUMENTER: &str = "inputs/dokumenter.toml";
pub const MYNDIGHEDER: &str = "inputs/myndigheder.toml";

const TEXTS: [(&str, &str); 5] = [
    (AFTALE, include_str!("komplet/aftale.toml")),
    (DOKUMENTER, include_str!("komplet/dokumenter.toml")),
    (MYNDIGHEDER, include_str!("komplet/myndigheder.toml")),
    ("inputs/regler.toml", include_str!("komplet/regler.toml")),
    ("inputs/tekst/forord.md", include_str!("komplet/forord.md")),
];

/// The project in a folder of its own.
pub fn project() -> Project {
    let project = Project::new();
    fs::remove_dir_all(project.path().join("inputs")).expect("the shipped inputs are removed");
    fs::create_dir_all(project.path().join("inputs/tekst")).expect("a folder");
    for (name, text) in TEXTS {
        project.write(name, text);
    }
    let table = "+++\nnoegle = \"maalgruppen\"\ntitel = \"Målgruppen\"\nkilde = \"Konstrueret til prøve\"\n+++\n\n{{tabel \"cu.proeve.region\"}}\n";
    project.write("inputs/tekst/maalgruppen.md", table);
    let workbooks = with_rows(emptied());
    for name in [TAKSTER, UDMELDINGER, INDBERETNINGER] {
        project.write(name, workbooks.bytes(name));
    }
    project
}

/// The shipped workbooks with the headings of each sheet alone.
fn emptied() -> project::Project {
    let sheets: [(&str, &[&str]); 3] = [
        (
            TAKSTER,
            &[
                "Takster",
                "Ændringer",
                "Belægning",
                "Regnskab",
                "Objektiv finansiering",
                "Befolkning",
                "Oplyst fordeling",
            ],
        ),
        (UDMELDINGER, &["Udmeldinger", "Grupper", "Kontroltal", "Landsdele", "Tilbud", "Nøgletal"]),
        (INDBERETNINGER, &["Tal", "Tekster", "Tilbud", "Svar"]),
    ];
    let all = sheets.iter().flat_map(|(book, sheets)| sheets.iter().map(move |one| (*book, *one)));
    all.fold(project::Project::shipped(), |project, (book, sheet)| {
        project.sheet_xml(book, sheet, |xml| {
            let (head, _) = xml.split_once("</row>").expect("a row of headings");
            let (_, end) = xml.rsplit_once("</sheetData>").expect("rows");
            format!("{head}</row></sheetData>{end}")
        })
    })
}

/// One udmelding with two groups, counted by the two kommuner.
fn with_rows(project: project::Project) -> project::Project {
    let text = Cell::Text;
    let number = Cell::Number;
    let udmelding = [
        ("A2", text("proeve")),
        ("B2", text("Konstrueret prøve")),
        ("C2", text("en konstrueret prøve")),
        ("D2", text("januar 2020")),
        ("E2", text("januar 2020")),
        ("F2", text("endelig")),
        ("G2", text("25. maj 2020")),
        ("J2", number("2019")),
        ("K2", number("2019")),
    ];
    let groups = [
        ("A2", text("proeve")),
        ("B2", text("unge")),
        ("C2", text("Unge")),
        ("D2", text("ja")),
        ("A3", text("proeve")),
        ("B3", text("voksne")),
        ("C3", text("Voksne")),
        ("D3", text("ja")),
    ];
    let put = |project: project::Project, book, sheet, cells: &[(&str, Cell<'_>)]| {
        cells
            .iter()
            .fold(project, |project, (at, cell)| project.workbook_cell(book, sheet, at, *cell))
    };
    let project = put(project, UDMELDINGER, "Udmeldinger", &udmelding);
    let project = put(project, UDMELDINGER, "Grupper", &groups);
    let answers = [
        ("unge", "Nordby Kommune", "1"),
        ("unge", "Sydby Kommune", "1"),
        ("voksne", "Nordby Kommune", "11"),
        ("voksne", "Sydby Kommune", "12"),
    ];
    (2..).zip(answers).fold(project, |project, (row, (group, part, count))| {
        let cells = [
            ("A", text("proeve")),
            ("B", text(group)),
            ("C", text(part)),
            ("E", number("2019")),
            ("F", number(count)),
            ("G", text("endelig")),
        ];
        cells.iter().fold(project, |project, (column, cell)| {
            project.workbook_cell(INDBERETNINGER, "Tal", &format!("{column}{row}"), *cell)
        })
    })
}
