//! What stands in a returned workbook outside the fields of the form.

use socialaftale::collect::Udfaldsart;

use super::inbox::{COUNTS, Inbox, TILBUD, form, projekt, sample};
use crate::project::Cell;

const HINT: &str = "Hører det til et svar, så skriv det i inputs/indberetninger.xlsx, eller bed om skemaet \
                    igen med svaret i felterne.";

#[test]
fn cells_sheets_and_comments_that_are_not_read_are_told_sheet_by_sheet() {
    for name in ["uden-for-felterne.xlsx", "uden-for-felterne.ods"] {
        assert_eq!(
            Inbox::new().with(name, sample(name)).told(),
            [
                format!(
                    "advarsel[uden-for-felterne] {name}, arket »1 Målgruppen«: Uden for felterne står noget, \
                     der ikke er læst: G5 »NB: 2019-tallet er usikkert« og kommentaren ved D5 »Spørg Ældre & \
                     Handicap«. {HINT}"
                ),
                format!(
                    "advarsel[uden-for-felterne] {name}, arket »Ekstra«: Arket hører ikke til skemaet og er \
                     ikke læst: B2 »Vores egne noter« og C3 »7«. {HINT}"
                ),
            ],
            "{name}"
        );
    }
}

#[test]
fn words_in_a_table_that_belong_to_no_answer_are_told() {
    let inbox = Inbox::rebild()
        .cell("rebild.xlsx", COUNTS, "A8", Cell::Text("Tallene er skøn"))
        .cell("rebild.xlsx", COUNTS, "C7", Cell::Text("ca. 2"))
        .cell("rebild.xlsx", COUNTS, "E7", Cell::Text("uden de unge"));
    assert_eq!(
        inbox.told(),
        [format!(
            "advarsel[uden-for-felterne] rebild.xlsx, arket »1 Målgruppen«: Uden for felterne står noget, der \
             ikke er læst: C7 »ca. 2«, E7 »uden de unge« og A8 »Tallene er skøn«. {HINT}"
        )]
    );
    let nameless = Inbox::rebild().cell("rebild.xlsx", TILBUD, "B9", Cell::Text("Privat"));
    assert_eq!(
        nameless.told(),
        [format!(
            "advarsel[uden-for-felterne] rebild.xlsx, arket »2 Tilbud«: Uden for felterne står noget, der \
             ikke er læst: B9 »Privat«. {HINT}"
        )]
    );
}

#[test]
fn words_above_a_table_are_told_apart_from_the_title_and_the_question() {
    let title = Inbox::rebild().cell("rebild.xlsx", COUNTS, "A3", Cell::Text("Journal 2020-77"));
    let told = title.told();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains("ikke er læst: A3 »Journal 2020-77«."), "{told:#?}");
    let above = Inbox::rebild()
        .cell("rebild.xlsx", COUNTS, "A1", Cell::Text("Journal 2020-77"))
        .cell("rebild.xlsx", COUNTS, "A3", Cell::Text("1 Målgruppen"));
    let told = above.told();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains("ikke er læst: A1 »Journal 2020-77«."), "{told:#?}");
    let reworded = Inbox::rebild()
        .cell("rebild.xlsx", COUNTS, "A1", Cell::Text("1 De borgere, det gælder"))
        .cell("rebild.xlsx", COUNTS, "A2", Cell::Text("Hvor mange er der?"));
    assert_eq!(reworded.told(), [""; 0]);
}

#[test]
fn only_the_first_of_many_cells_are_quoted_and_long_words_are_cut() {
    let long = "ord ".repeat(40);
    let inbox = ('G'..='R').fold(Inbox::rebild(), |inbox, column| {
        inbox.cell("rebild.xlsx", COUNTS, &format!("{column}5"), Cell::Text(&long))
    });
    let told = inbox.told();
    assert!(told[0].contains("G5 »ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord ord …«, H5 »"), "{told:#?}");
    assert!(told[0].contains("…« og 2 celler til. Hører"), "{told:#?}");
}

#[test]
fn a_form_with_words_outside_its_fields_alone_is_no_blank_form() {
    let blank = Inbox::new().with("rebild.xlsx", form("spise", "rebild"));
    let outside = blank.cell("rebild.xlsx", COUNTS, "G5", Cell::Text("Vi har fem i alt"));
    assert_eq!(outside.collected().0.expect("a round").udfald[0].art, Udfaldsart::Nyt);
}

#[test]
fn nothing_in_the_forms_themselves_is_outside_their_fields() {
    for udmelding in &projekt().udmeldinger {
        for fra in ["aalborg-aeh", "rebild", "region"] {
            let inbox = Inbox::new().with("tom.xlsx", form(&udmelding.noegle, fra));
            assert_eq!(
                inbox.told(),
                ["oplysning[tomt-skema] tom.xlsx: Skemaet er ikke udfyldt og er ikke taget med."]
            );
        }
    }
}
