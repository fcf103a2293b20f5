//! Afrapporteringer from what was collected: statuses, what was told before, tilbud and words.

use socialaftale::assemble::Shelf;
use socialaftale::finding::Findings;
use socialaftale::merge::Library;
use socialaftale::model::{Projekt, Talstatus};
use socialaftale::text::tree::{Block, Inline, plain_text};

use crate::project::{self, Cell, INDBERETNINGER, Project, UDMELDINGER};

/// A table's caption, rows and notes, with plain spaces.
fn drawn(projekt: &Projekt, key: &str) -> Vec<String> {
    let table = Shelf::new(projekt).table(key).expect("a table");
    let row = |cells: &[Vec<Inline>]| {
        cells.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join("|")
    };
    let lines = [plain_text(&table.caption)].into_iter();
    let lines = lines.chain(table.rows.iter().map(|one| row(&one.cells)));
    let lines = lines.chain(table.notes.iter().map(|note| plain_text(note)));
    lines.map(|line| line.replace('\u{a0}', " ")).collect()
}

#[test]
fn who_has_not_answered_stands_below_the_region() {
    assert_eq!(
        drawn(project::shipped().projekt(), "cu.spise.region"),
        [
            "Antal borgere i Nordjylland: svære spiseforstyrrelser",
            "Børn og unge|3|6|8",
            "Voksne|3|9|12",
            "I alt i målgruppen|6|15|20",
            "Foreløbige tal, opgjort 25. maj 2020.",
            "Børn og unge: Der mangler svar fra to kommuner.",
            "Voksne: Der mangler svar fra én kommune.",
        ]
    );
}

#[test]
fn preliminary_figures_among_final_ones_are_marked() {
    let mut projekt = project::shipped().projekt().clone();
    let dom = projekt.udmeldinger.iter_mut().find(|one| one.noegle == "dom").expect("dom");
    for gruppe in dom.grupper.iter_mut().filter(|gruppe| gruppe.noegle != "domstype1") {
        gruppe.region.iter_mut().for_each(|(_, sum)| sum.status = Some(Talstatus::Endelig));
    }
    dom.sum_up();
    let shown = drawn(&projekt, "cu.dom.region");
    assert_eq!(shown[1], "Domstype 1|4*|4*|4*");
    assert_eq!(shown[2], "Domstype 2, administrativt overført til Kofoedsminde|1|1|0");
    assert_eq!(shown[3], "I alt i målgruppen|5*|5*|4*");
    assert_eq!(
        shown[5],
        "Endelige og foreløbige tal, opgjort 25. maj 2020. * står ved foreløbige tal."
    );
}

#[test]
fn a_total_that_is_no_longer_what_was_told_says_so() {
    let project = Project::shipped().workbook_cell(INDBERETNINGER, "Tal", "L32", Cell::Number("2"));
    let shown = drawn(project.assembled().projekt(), "cu.spise.region");
    assert_eq!(shown[1], "Børn og unge|4**|6*|8*");
    assert_eq!(
        shown.last().map(String::as_str),
        Some(
            "Børn og unge, 2017: Tallet er nu 4; tidligere var det 3 (DAS, referat 25. maj 2020, \
             punkt 9)."
        )
    );
}

#[test]
fn tilbud_stand_with_the_users_that_the_parties_told() {
    let shown = drawn(project::shipped().projekt(), "cu.dom.tilbud");
    assert_eq!(
        shown[0],
        "Anvendte tilbud og deres brugere (konstruerede tal): udviklingshæmning og dom"
    );
    let own = shown.iter().find(|row| row.starts_with("Sødisebakke|")).expect("a row");
    assert!(
        own.starts_with(
            "Sødisebakke|Region Nordjylland|[afventer: beliggenhed]|Domstype 2 på åben"
        ),
        "{own}"
    );
    // Three kommuner have told of one user each; the region tells of the same three.
    assert!(own.ends_with("|3|3|3"), "{own}");
    let kofoedsminde = shown.iter().find(|row| row.starts_with("Kofoedsminde|")).expect("a row");
    assert!(kofoedsminde.ends_with("|–|–|–"), "{kofoedsminde}");
}

#[test]
fn a_tilbud_that_only_the_parties_name_is_added() {
    let project = Project::shipped().workbook_cell(
        INDBERETNINGER,
        "Tilbud",
        "D2",
        Cell::Text("Et nyt &lt;b&gt;tilbud&lt;/b&gt;"),
    );
    let shown = drawn(project.assembled().projekt(), "cu.dom.tilbud");
    assert!(
        shown.contains(
            &"Et nyt <b>tilbud</b>|Region Nordjylland|[afventer: beliggenhed]|Domstype 2 på åben \
              afdeling|1|–|–"
                .to_owned()
        ),
        "{shown:#?}"
    );
}

#[test]
fn what_was_written_stands_by_theme_as_words_and_never_as_markup() {
    let words = "{{aftale.titel}} *x* [afventer: y] &lt;b&gt;";
    let project = Project::shipped()
        .workbook_cell(INDBERETNINGER, "Tekster", "E3", Cell::Text(words))
        .workbook_cell(INDBERETNINGER, "Tekster", "F3", Cell::Text("foreløbig"))
        .workbook_cell(INDBERETNINGER, "Tekster", "J4", Cell::Text("Rettet tekst"))
        .workbook_cell(INDBERETNINGER, "Tekster", "K4", Cell::Text("efter samtale"));
    let assembled = project.assembled();
    let shelf = assembled.shelf();
    let blocks = |key: &str| shelf.text(key).expect("a text").blocks.clone();
    let told = |block: &Block| match block {
        Block::Heading(heading) => format!("## {}", plain_text(&heading.content)),
        Block::Paragraph(words) => plain_text(words),
        other => panic!("{other:?}"),
    };
    let tilbud: Vec<String> = blocks("svar-spise-tilbud").iter().take(2).map(told).collect();
    assert_eq!(tilbud, ["## Brønderslev Kommune", "{{aftale.titel}} *x* [afventer: y] <b>"]);
    let udfordringer: Vec<String> =
        blocks("svar-spise-udfordringer").iter().take(3).map(told).collect();
    assert_eq!(
        udfordringer,
        ["## Brønderslev Kommune", "Rettet tekst", "Rettet af sekretariatet: efter samtale"]
    );
}

#[test]
fn the_lines_of_what_was_written_are_paragraphs() {
    let words = "Første afsnit\n\n  Andet  afsnit&#10;Tredje";
    let project =
        Project::shipped().workbook_cell(INDBERETNINGER, "Tekster", "E3", Cell::Text(words));
    let assembled = project.assembled();
    let shelf = assembled.shelf();
    let blocks = &shelf.text("svar-spise-tilbud").expect("a text").blocks;
    let paragraphs: Vec<String> = blocks[1..]
        .iter()
        .map_while(|block| match block {
            Block::Paragraph(words) => Some(plain_text(words)),
            _ => None,
        })
        .collect();
    assert_eq!(paragraphs, ["Første afsnit", "Andet afsnit", "Tredje"]);
}

#[test]
fn a_theme_that_nobody_wrote_under_says_so() {
    let assembled = Project::shipped().without(INDBERETNINGER).assembled();
    let shelf = assembled.shelf();
    let text = shelf.text("svar-dom-koordination").expect("a text");
    let [Block::Paragraph(words)] = text.blocks.as_slice() else { panic!("{text:?}") };
    assert_eq!(plain_text(words), "Ingen har skrevet noget under dette tema.");
}

#[test]
fn the_words_are_laid_out_in_a_document_for_the_authorities_alone() {
    let assembled = project::shipped();
    let mut findings = Findings::new();
    let shelf = assembled.shelf();
    let jobs = assembled.jobs(&shelf, &mut findings);
    let job = jobs.iter().find(|job| job.key == "svar-gravide").expect("a document");
    assert_eq!(job.texts.len(), 5);
    let catalogue = &assembled.projekt().dokumenter;
    let of_answers = catalogue.iter().find(|one| one.noegle.starts_with("svar-"));
    assert!(of_answers.is_some_and(|one| one.kun_myndighed));
}

#[test]
fn a_figure_without_a_table_is_a_field_of_its_cell() {
    let assembled = project::shipped();
    assert_eq!(assembled.field("noegletal.spise_landet_2015"), "663");
    let cells = assembled.context.cells("noegletal.spise_landet_2015");
    let origins: Vec<String> = cells.iter().map(ToString::to_string).collect();
    assert_eq!(origins, ["inputs/centrale-udmeldinger.xlsx, arket »Nøgletal«, celle B3"]);
    let project = Project::shipped().workbook_cell(
        UDMELDINGER,
        "Nøgletal",
        "A3",
        Cell::Text("spise_landet_2014"),
    );
    assert!(
        project
            .findings()
            .iter()
            .any(|one| one.contains("Nøgletallet »spise_landet_2014« står to gange"))
    );
}
