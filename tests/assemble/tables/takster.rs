//! What is worked out from takster, accounts and populations, as readers see it.

use super::{drawn, shipped};
use crate::project::{Cell, Project, TAKSTER};

/// The shipped project with a row put into a sheet, from its first column on.
fn with_row(project: Project, sheet: &str, row: usize, cells: &[Cell<'_>]) -> Project {
    cells.iter().zip('A'..).fold(project, |project, (cell, column)| {
        project.workbook_cell(TAKSTER, sheet, &format!("{column}{row}"), *cell)
    })
}

#[test]
fn the_clauses_example_of_an_overskud_stands_with_its_calculation() {
    assert_eq!(
        shipped("overskud.eksempel"),
        [
            "Regneeksempel om overskud (aftalens eget eksempel)",
            "Post|Udregning|>Kroner",
            "Takstberegningsgrundlag|6.500.000 + 675.000 + 825.000|8.000.000",
            "Indtægter i regnskabet||8.418.000",
            "Omkostninger i regnskabet|6.236.000 + 611.000 + 801.000|7.648.000",
            "=Overskud|8.418.000 − 7.648.000|770.000",
            "Kan lægges til side|højst 5_% af 8.000.000|400.000",
            "Føres tilbage i taksten|770.000 − 400.000|370.000",
            "Tallene er aftalebestemmelsens eget eksempel og ikke et tilbuds regnskab.",
        ]
    );
}

#[test]
fn accounts_of_a_year_say_by_when_what_is_set_aside_is_used() {
    let row = |art, budget, regnskab| {
        let words = [Cell::Text("hobro"), Cell::Text("Hobro Krisecenter"), Cell::Number("2019")];
        let post = [Cell::Text("Post"), Cell::Text(art), Cell::Number(budget)];
        [words.as_slice(), &post, &[Cell::Number(regnskab), Cell::Text("konstrueret")]].concat()
    };
    let project =
        with_row(Project::shipped(), "Regnskab", 6, &row("omkostning", "1000000", "980000"));
    let project = with_row(project, "Regnskab", 7, &row("indtægt", "1000000", "1000000.5"));
    let table = drawn(&project.assembled().table("overskud.hobro.2019"));
    assert_eq!(table[0], "Overskud på Hobro Krisecenter i 2019");
    assert_eq!(
        table[5..],
        [
            "=Overskud|1.000.000,50 − 980.000|20.000,50",
            "Kan lægges til side|højst 5_% af 1.000.000|20.000,50",
            "Føres tilbage i taksten|20.000,50 − 20.000,50|0",
            "Det, der lægges til side, skal være brugt senest i 2024.",
            "Tallene er konstruerede.",
        ]
    );
    let project = with_row(project, "Regnskab", 7, &row("indtægt", "1000000", "979999"));
    let table = drawn(&project.assembled().table("overskud.hobro.2019"));
    assert_eq!(
        table[5..7],
        ["=Underskud|979.999 − 980.000|1", "Dækning af underskud||[afventer: reglen om underskud]",]
    );
}

#[test]
fn without_the_rule_the_parting_of_an_overskud_is_open() {
    use crate::project::AFTALE;
    let rules = "inputs/regler.toml";
    let project = Project::shipped().replace(
        rules,
        "noegle = \"T01\"\n",
        "noegle = \"T01\"\ngaelder_fra = 2021-01-01\n",
    );
    assert_eq!(
        drawn(&project.assembled().table("overskud.eksempel"))[6],
        "Kan lægges til side|[afventer: reglen om overskud]|[afventer: beløb]"
    );
    let later = project.replace(AFTALE, "dato = 2020-09-14", "dato = 2021-01-01");
    assert_eq!(
        drawn(&later.assembled().table("overskud.eksempel"))[6],
        "Kan lægges til side|højst 5_% af 8.000.000|400.000"
    );
}

#[test]
fn with_one_year_known_the_development_says_so() {
    assert_eq!(
        shipped("takster.udvikling"),
        [
            "Takster år for år",
            "Tilbud|>2020",
            "Hjørring Krisecenter|2.719",
            "Frederikshavn Krisecenter|2.628",
            "Søhavegård Krisecenter|2.591",
            "Hobro Krisecenter|1.943",
            "Aalborg Krisecenter|1.933",
            "Taksterne er i kroner pr. døgn; hvert år vises den takst, året begynder med.",
            "Kun taksterne for 2020 er kendt, så udviklingen fra år til år kan ikke regnes ud.",
        ]
    );
}

/// The shipped project with a takst of 2021 for two tilbud, one of which is new.
fn next_year() -> Project {
    let row = |key, name, places, takst| {
        let mut cells = vec![Cell::Text(key), Cell::Text(name), Cell::Text("krisecenter")];
        cells.extend([Cell::Blank; 5]);
        cells.extend([Cell::Number(places), Cell::Number(takst), Cell::Text("kr. pr. døgn")]);
        cells.extend([Cell::Number("90"), Cell::Number("44197")]);
        cells
    };
    let hobro = row("hobro_krisecenter", "Hobro Krisecenter", "4", "2040.15");
    let project = with_row(Project::shipped(), "Takster", 9, &hobro);
    let aalborg = row("aalborg_krisecenter", "Aalborg Krisecenter", "8", "1894.34");
    let new = row("nyt", "Nyt Krisecenter", "5", "2500");
    with_row(with_row(project, "Takster", 10, &aalborg), "Takster", 11, &new).sheet_xml(
        TAKSTER,
        "Takster",
        |xml| {
            // The date's own format is the one of the rows above.
            ["M9", "M10", "M11"].iter().fold(xml, |xml, at| {
                xml.replace(&format!(r#"<c r="{at}" s="0">"#), &format!(r#"<c r="{at}" s="6">"#))
            })
        },
    )
}

#[test]
fn the_development_is_by_tilbud_and_in_all_by_places() {
    let assembled = next_year().assembled();
    let table = drawn(&assembled.table("takster.udvikling"));
    assert_eq!(
        table[1..],
        [
            "Tilbud|>2020|>2021|>Ændring",
            "Hjørring Krisecenter|2.719|–|–",
            "Frederikshavn Krisecenter|2.628|–|–",
            "Søhavegård Krisecenter|2.591|–|–",
            "Hobro Krisecenter|1.943|2.040,15|+5_%",
            "Aalborg Krisecenter|1.933|1.894,34|\u{2212}2_%",
            "Nyt Krisecenter|–|2.500|–",
            "=I alt|||+0,3_%",
            "Taksterne er i kroner pr. døgn; hvert år vises den takst, året begynder med.",
            "Ændringen er fra 2020 til 2021. Ændringen i alt omfatter de tilbud, hvis takst er kendt \
             begge år, og vægter hver takst med pladserne i 2021.",
        ]
    );
    for (field, value) in [
        ("udvikling.antal_aar", "2"),
        ("udvikling.fra", "2020"),
        ("udvikling.i_alt", "0,3"),
        ("udvikling.tilbud.hobro_krisecenter.aendring", "5"),
        ("udvikling.tilbud.hobro_krisecenter.2021", "2.040,15"),
        ("udvikling.tilbud.nyt.aendring", "[afventer: takster for flere år]"),
    ] {
        assert_eq!(assembled.field(field), value, "{field}");
    }
}

/// A constructed objektiv finansiering of 1.000.000 kr. by three kommuners' people.
pub fn objektiv() -> Project {
    let tilbud = [
        Cell::Text("sikret"),
        Cell::Text("En sikret afdeling"),
        Cell::Number("2021"),
        Cell::Number("1000000"),
        Cell::Text("0-17-årige"),
    ];
    let people = |kommune, antal| {
        [Cell::Text("0-17-årige"), Cell::Number("2021"), Cell::Text(kommune), Cell::Number(antal)]
    };
    let project = with_row(Project::shipped(), "Objektiv finansiering", 2, &tilbud);
    let project = with_row(project, "Befolkning", 2, &people("Rebild Kommune", "1000"));
    let project = with_row(project, "Befolkning", 3, &people("Thisted Kommune", "2000"));
    with_row(project, "Befolkning", 4, &people("Morsø Kommune", "4000"))
}

#[test]
fn an_objektiv_finansiering_is_split_by_its_population_and_adds_up() {
    let assembled = objektiv().assembled();
    assert_eq!(
        drawn(&assembled.table("objektiv.sikret.2021")),
        [
            "Objektiv finansiering af En sikret afdeling i 2021",
            "Kommune|>Antal 0-17-årige|>Andel|>Kroner",
            "Rebild Kommune|1.000|14,3_%|142.857",
            "Thisted Kommune|2.000|28,6_%|285.714",
            "Morsø Kommune|4.000|57,1_%|571.429",
            "=I alt|7.000|100_%|1.000.000",
            "Beløbet er fordelt efter antallet af 0-17-årige i 2021; afrundingen er fordelt, så \
             beløbene tilsammen giver det hele.",
        ]
    );
    assert_eq!(assembled.field("objektiv.sikret.2021.i_alt"), "1.000.000");
    assert_eq!(assembled.field("objektiv.sikret.2021.rebild"), "142.857");
}

#[test]
fn a_takst_that_is_not_typed_is_worked_out_from_its_grundlag() {
    let project = Project::shipped()
        .workbook_cell(TAKSTER, "Takster", "J7", Cell::Blank)
        .workbook_cell(TAKSTER, "Takster", "Q7", Cell::Number("4918700"));
    let assembled = project.assembled();
    assert_eq!(assembled.field("takst.aalborg_krisecenter.takst"), "2.139");
    assert_eq!(assembled.field("aendring.aalborg_krisecenter.aendring"), "206");
    let cells = ["takst.aalborg_krisecenter.takst", "aendring.aalborg_krisecenter.efter"];
    for field in
        assembled.context.fields().into_iter().filter(|field| cells.contains(&field.path.as_str()))
    {
        let origin = field.origin.map(|place| place.to_string());
        assert_eq!(origin.as_deref(), Some("inputs/takster.xlsx, arket »Takster«, celle Q7"));
    }
    let open = project.workbook_cell(TAKSTER, "Takster", "L7", Cell::Blank).assembled();
    assert_eq!(open.field("takst.aalborg_krisecenter.takst"), "[afventer: takst]");
}
