//! CPR-like numbers in any input, told with their place and never shown.

use std::io::Write;

use rust_xlsxwriter::Workbook;
use socialaftale::check::{civil_numbers, civil_numbers_in};
use socialaftale::package::Package;
use socialaftale::text::danish::{personnumre, without_personnumre};

use crate::project::{Cell, MYNDIGHEDER, Project, TAKSTER, listed};

const HINT: &str = "Slet det. Er det et andet nummer, så skriv det med mellemrum for hvert andet \
                    ciffer: 12 34 56 78 90.";

fn told(project: &Project) -> Vec<String> {
    listed(civil_numbers(&project.files()))
}

/// What is told of one file alone.
fn told_of(project: &Project, file: &str) -> Vec<String> {
    listed(civil_numbers_in(file, project.bytes(file)).expect("a file that can be searched"))
}

#[test]
fn ten_figures_that_begin_with_a_date_look_like_a_cpr_number() {
    // 070761-4285 is the made-up number by which modulus 11 is commonly explained.
    for (words, checks) in [
        ("070761-4285", true),
        ("0707614285", true),
        ("CPR: 070761 4285.", true),
        ("070761\u{2013}4285", true),
        ("(070761-4286)", false),
        ("290200-1234", false),
        ("nr.070761-4285,", true),
    ] {
        let found = personnumre(words);
        assert_eq!(found.len(), 1, "{words}");
        assert_eq!(found[0].checks, checks, "{words}");
    }
    for words in [
        "2019-053472",
        "tlf. 99 31 31 31",
        "+45 99313131",
        "EAN 5798003742106",
        "320761-4285",
        "071361-4285",
        "290201-1234",
        "07.07.61-4285",
        "12-070761-4285",
        "070761-42851",
        "A070761-4285",
        "00.22.02-G01-1-20",
        "9.070.761.428",
        "070761-428",
        "CVR 29189420",
    ] {
        assert_eq!(personnumre(words), [], "{words}");
    }
    assert_eq!(without_personnumre("a 070761-4285 b 0101011234"), "a 070761-xxxx b 010101xxxx");
}

#[test]
fn a_cpr_number_is_found_in_every_kind_of_input() {
    let shipped = Project::shipped;
    assert_eq!(told(&shipped()), Vec::<String>::new());
    let toml = shipped().append(MYNDIGHEDER, "# 070761-4285\n");
    let line = toml.text(MYNDIGHEDER).lines().count();
    assert_eq!(
        told_of(&toml, MYNDIGHEDER),
        [format!(
            "fejl[personnummer] inputs/myndigheder.toml, linje {line}: Her står et tal, der ligner et \
             personnummer, og kontrolcifferet passer. {HINT}"
        )]
    );
    let earlier = shipped().with("inputs/tidligere/noter.md", "Se 070761-4286");
    assert_eq!(
        told_of(&earlier, "inputs/tidligere/noter.md"),
        ["fejl[personnummer] inputs/tidligere/noter.md, linje 1: Her står et tal, der ligner et \
             personnummer. Det er en kopi af tabellen fra før en indsamling. Slet filen, hvis \
             rettelserne i den ikke skal bruges, ellers kun nummeret."]
    );
    let text = shipped().with("inputs/tekst/ny.md", "Se 070761-4286");
    assert_eq!(
        told_of(&text, "inputs/tekst/ny.md"),
        [format!(
            "fejl[personnummer] inputs/tekst/ny.md, linje 1: Her står et tal, der ligner et \
             personnummer. {HINT}"
        )]
    );
    for cell in [Cell::Text("Borger 070761-4285"), Cell::Number("1007614285")] {
        let found = told_of(&shipped().workbook_cell(TAKSTER, "Takster", "P3", cell), TAKSTER);
        assert_eq!(found.len(), 1, "{found:?}");
        let start = "fejl[personnummer] inputs/takster.xlsx, arket »Takster«, celle P3: Her står ";
        assert!(found[0].starts_with(start), "{found:?}");
    }
    let short = shipped().workbook_cell(TAKSTER, "Takster", "P3", Cell::Number("707614285"));
    assert_eq!(
        told_of(&short, TAKSTER),
        [
            "advarsel[personnummer] inputs/takster.xlsx, arket »Takster«, celle P3: Her står et tal, der \
          ligner et personnummer uden sit første 0. Slet det, hvis det er et personnummer."
        ]
    );
    // An amount of nine figures is none.
    let amount = shipped().workbook_cell(TAKSTER, "Takster", "P3", Cell::Number("312000000"));
    assert_eq!(told_of(&amount, TAKSTER), Vec::<String>::new());
}

#[test]
fn hidden_sheets_notes_file_names_and_split_runs_are_searched() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "Synlig").expect("a cell");
    let hidden = workbook.add_worksheet();
    hidden.set_hidden(true).write(4, 2, "070761-4285").expect("a cell");
    let note = rust_xlsxwriter::Note::new("Ring til 070761-4285");
    hidden.insert_note(0, 0, &note).expect("a note");
    let returned = workbook.save_to_buffer().expect("a workbook");
    let found = told(&Project::shipped().with("inputs/besvarelser/svar.xlsx", returned));
    assert_eq!(found.len(), 2, "{found:?}");
    let hint = "Bed afsenderen om et skema uden nummeret, saml det ind, og slet så filen her.";
    assert!(found.iter().all(|one| one.ends_with(hint)), "{found:?}");
    assert!(found.iter().any(|one| one.contains("arket »Sheet2«, celle C5: ")), "{found:?}");
    assert!(found.iter().any(|one| one.contains("delen xl/comments1.xml, afsnit ")), "{found:?}");

    let mut docx = Package::new();
    let runs = "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>0707</w:t></w:r><w:bookmarkStart/><w:r>\
                <w:t>61-42</w:t></w:r><w:r><w:t>85</w:t></w:r></w:p><w:p><w:r><w:t>070761</w:t>\
                </w:r></w:p><w:p><w:r><w:t>4285</w:t></w:r></w:p></w:document>";
    docx.set_part("word/document.xml", runs.as_bytes().to_vec());
    let found = told(&Project::shipped().with("inputs/tekst/brev.docx", docx.write()));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("inputs/tekst/brev.docx, delen word/document.xml, afsnit 1: "));

    let named = Project::shipped().with("inputs/tekst/070761-4285.md", "Tekst");
    assert_eq!(
        told(&named),
        ["fejl[personnummer] inputs/tekst/070761-xxxx.md: Filens navn har et tal, der ligner et \
          personnummer. Omdøb filen."]
    );
}

#[test]
fn a_file_that_cannot_be_searched_is_told() {
    let mut old = Vec::new();
    old.write_all(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00").expect("bytes");
    assert_eq!(
        told(&Project::shipped().with("inputs/besvarelser/svar.xls", old)),
        [
            "oplysning[ikke-gennemsoegt] inputs/besvarelser/svar.xls: Filen kan ikke gennemsøges for \
          personnumre. Se den selv igennem, eller gem den som .xlsx, .docx eller tekst."
        ]
    );
}

#[test]
fn a_number_is_found_in_a_cell_however_its_xml_is_written() {
    let written = |cell: &str| {
        let row = format!("<row r=\"90\"><c r=\"A90\"{cell}</c></row></sheetData>");
        let project = Project::shipped()
            .sheet_xml(TAKSTER, "Takster", |xml| xml.replace("</sheetData>", &row));
        told_of(&project, TAKSTER).len()
    };
    for found in [
        "><v>1.007614285E9</v>",
        "><v>1007614285.0</v>",
        "><v>7.07614285E8</v>",
        " t=\"inlineStr\"><is><r><t>Borger 0707</t></r><r><t>61-4285</t></r></is>",
        " t=\"inlineStr\"><is><t>07&#48;761-4285</t></is>",
        " t=\"inlineStr\"><is><t>0707\u{ad}61-4285</t></is>",
        " t=\"str\"><f>B1</f><v>070761-4285</v>",
    ] {
        assert_eq!(written(found), 1, "{found}");
    }
    for none in ["><v>44197.3333333333</v>", "><v>70761.4285</v>", "><v>1007614285123</v>"] {
        assert_eq!(written(none), 0, "{none}");
    }
}
