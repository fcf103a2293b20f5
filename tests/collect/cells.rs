//! What people write in the cells of a form, and what is told of it.

use socialaftale::collect::{Ark, Udfaldsart};

use super::inbox::{COUNTS, Inbox, TILBUD, TROUBLES, form, shown};
use crate::project::Cell;

const ASK: &str = "Spørg den, der har svaret, og skriv tallet under »Rettelse« i \
                   inputs/indberetninger.xlsx, eller bed om skemaet igen.";

/// What a cell of 2017 about children is read as, and what is told.
fn read(cell: Cell<'_>) -> (String, Vec<String>) {
    let inbox = Inbox::rebild().cell("rebild.xlsx", COUNTS, "B5", cell);
    (inbox.counts("Rebild Kommune", "boern_unge")[0].clone(), inbox.told())
}

fn unclear(shown: &str) -> Vec<String> {
    vec![format!(
        "advarsel[uklart-svar] rebild.xlsx, arket »1 Målgruppen«, celle B5: Her står »{shown}«, som \
         ikke er et helt tal fra 0 til 999.999; det er ikke taget med. {ASK}"
    )]
}

#[test]
fn whole_numbers_are_taken_without_a_word() {
    assert_eq!(read(Cell::Number("3")), ("3 endelig".into(), vec![]));
    assert_eq!(read(Cell::Number("0")), ("0 endelig".into(), vec![]));
}

#[test]
fn numbers_as_text_are_taken_and_told() {
    for (text, count) in [("12", "12"), (" 12 ", "12"), ("1234", "1.234"), ("3 borgere", "3")] {
        let told = format!(
            "oplysning[tal-som-tekst] rebild.xlsx, arket »1 Målgruppen«, celle B5: »{}« er læst som \
             {count}.",
            text.trim()
        );
        assert_eq!(read(Cell::Text(text)), (format!("{count} endelig"), vec![told]));
    }
}

#[test]
fn a_point_in_a_number_stands_between_thousands_and_that_is_told() {
    let told = "oplysning[tal-som-tekst] rebild.xlsx, arket »1 Målgruppen«, celle B5: »1.234« er læst som \
                1234, altså med punktum mellem tusinder.";
    assert_eq!(read(Cell::Text("1.234")), ("1.234 endelig".into(), vec![told.into()]));
    assert_eq!(read(Cell::Text("1.23")), ("uklar 1.23".into(), unclear("1.23")));
}

#[test]
fn words_for_none_are_nought() {
    for text in ["ingen", "Ingen", "nul", "0 (nul)"] {
        let told = format!(
            "oplysning[laest-som-nul] rebild.xlsx, arket »1 Målgruppen«, celle B5: »{text}« er læst som 0."
        );
        assert_eq!(read(Cell::Text(text)), ("0 endelig".into(), vec![told]));
    }
}

#[test]
fn what_is_no_count_is_kept_as_it_stood_and_not_taken() {
    for text in ["ca. 5", "-", "–", "..", "?", "1,234", "2-3", "ukendt", "-4", "5*"] {
        assert_eq!(read(Cell::Text(text)), (format!("uklar {text}"), unclear(text)), "{text}");
    }
    assert_eq!(read(Cell::Number("1.5")), ("uklar 1,5".into(), unclear("1,5")));
    assert_eq!(read(Cell::Number("999999")), ("999.999 endelig".into(), vec![]));
    let too_many = "1.000.000";
    assert_eq!(read(Cell::Number("1000000")), (format!("uklar {too_many}"), unclear(too_many)));
    assert_eq!(read(Cell::Text(too_many)), (format!("uklar {too_many}"), unclear(too_many)));
    assert_eq!(read(Cell::Number("-2")), ("uklar −2".into(), unclear("−2")));
    assert_eq!(read(Cell::Error("#REF!")), ("uklar #REFERENCE!".into(), unclear("#REFERENCE!")));
    let uncalculated = "en formel uden resultat";
    let told = format!(
        "advarsel[uklart-svar] rebild.xlsx, arket »1 Målgruppen«, celle B5: Her står {uncalculated}; det er \
         ikke taget med. {ASK}"
    );
    assert_eq!(read(Cell::Formula("A1")), (format!("uklar {uncalculated}"), vec![told]));
}

#[test]
fn what_is_no_count_stands_beside_the_remark_that_explains_it() {
    let inbox = Inbox::rebild().cell("rebild.xlsx", COUNTS, "B5", Cell::Text("ca. 5")).cell(
        "rebild.xlsx",
        COUNTS,
        "E5",
        Cell::Text("Tallene er skøn, systemet er skiftet"),
    );
    assert_eq!(
        inbox.counts("Rebild Kommune", "boern_unge"),
        [
            "uklar »ca. 5« – Tallene er skøn, systemet er skiftet",
            "1 endelig Tallene er skøn, systemet er skiftet",
            "2 endelig Tallene er skøn, systemet er skiftet"
        ]
    );
}

#[test]
fn blank_years_of_a_group_are_told_together() {
    let inbox = Inbox::rebild()
        .cell("rebild.xlsx", COUNTS, "B5", Cell::Blank)
        .cell("rebild.xlsx", COUNTS, "D5", Cell::Blank)
        .cell("rebild.xlsx", COUNTS, "E5", Cell::Text("Afventer register"));
    assert_eq!(
        inbox.counts("Rebild Kommune", "boern_unge"),
        [
            "ubesvaret Afventer register",
            "1 endelig Afventer register",
            "ubesvaret Afventer register"
        ]
    );
    assert_eq!(
        inbox.told(),
        [
            "advarsel[ubesvaret] rebild.xlsx, arket »1 Målgruppen«, celle B5: »Børn og unge« er ikke \
          besvaret for 2017 og 2019. Et tomt felt er et ubesvaret spørgsmål; er der ingen, skal der \
          stå 0."
        ]
    );
}

#[test]
fn a_merged_range_is_the_value_of_none_of_its_cells() {
    let inbox = Inbox::rebild().xml(
        "rebild.xlsx",
        "xl/worksheets/sheet2.xml",
        "<mergeCells count=\"2\">",
        "<mergeCells count=\"3\"><mergeCell ref=\"C5:D5\"/>",
    );
    assert_eq!(
        inbox.counts("Rebild Kommune", "boern_unge"),
        ["0 endelig", "uklar 1 (flettet over C5:D5)", "uklar 1 (flettet over C5:D5)"]
    );
    assert_eq!(
        inbox.told(),
        [format!(
            "advarsel[flettede-celler] rebild.xlsx, arket »1 Målgruppen«, celle C5: Cellerne C5:D5 er \
             flettet sammen om »1«, som derfor ikke kan høre til ét felt; det er ikke taget med. {ASK}"
        )]
    );
}

#[test]
fn the_kind_of_answer_is_its_status_and_its_lack_is_told() {
    let file = "rebild.xlsx";
    let choice = |words| Inbox::rebild().cell(file, "Forside", "B10", words);
    let status = |inbox: &Inbox| inbox.counts("Rebild Kommune", "voksne")[0].clone();
    assert_eq!(status(&choice(Cell::Text("foreløbigt svar"))), "0 foreløbig");
    assert_eq!(status(&choice(Cell::Text("prøvesvar med konstruerede tal"))), "0 konstrueret");
    for short in ["Endeligt", "endelig"] {
        assert_eq!(status(&choice(Cell::Text(short))), "0 endelig");
        assert_eq!(choice(Cell::Text(short)).told(), [""; 0]);
    }
    let choices = "Vælg på forsiden mellem »foreløbigt svar«, »endeligt svar«, »prøvesvar med \
                   konstruerede tal«.";
    assert_eq!(status(&choice(Cell::Blank)), "0 foreløbig");
    assert_eq!(
        choice(Cell::Blank).told(),
        [format!(
            "advarsel[svarets-art] rebild.xlsx: Svarets art er ikke valgt; svaret er læst som \
             foreløbigt. {choices}"
        )]
    );
    assert_eq!(
        choice(Cell::Text("sikkert")).told(),
        [format!(
            "advarsel[svarets-art] rebild.xlsx, arket »Forside«, celle B10: »sikkert« er ikke en art af \
             svar; svaret er læst som foreløbigt. {choices}"
        )]
    );
}

#[test]
fn added_rows_are_told_with_the_group_they_may_mean() {
    let inbox = Inbox::rebild()
        .cell("rebild.xlsx", COUNTS, "A8", Cell::Text("Børn og ungee"))
        .cell("rebild.xlsx", COUNTS, "B8", Cell::Number("4"));
    assert_eq!(
        inbox.told(),
        [
            "advarsel[ukendt-gruppe] rebild.xlsx, arket »1 Målgruppen«, celle A8: »Børn og ungee« er ikke \
          en gruppe i udmeldingen; rækken er ikke taget med. Mente de »Børn og unge«?"
        ]
    );
    let nameless = Inbox::rebild().cell("rebild.xlsx", COUNTS, "B8", Cell::Number("4"));
    assert_eq!(
        nameless.told(),
        [
            "advarsel[tal-uden-gruppe] rebild.xlsx, arket »1 Målgruppen«, celle A8: Her står tal uden navn \
          på gruppen; rækken er ikke taget med. Spørg den, der har svaret, hvilken gruppe tallene hører \
          til."
        ]
    );
    let twice = Inbox::rebild().cell("rebild.xlsx", COUNTS, "A8", Cell::Text("voksne")).cell(
        "rebild.xlsx",
        COUNTS,
        "B8",
        Cell::Number("4"),
    );
    assert_eq!(
        twice.told(),
        [
            "advarsel[gruppe-to-gange] rebild.xlsx, arket »1 Målgruppen«, celle A8: »Voksne« står to gange; \
          kun den første række er taget med. Spørg den, der har svaret, hvilken række der gælder."
        ]
    );
}

#[test]
fn lost_rows_and_years_are_told() {
    let row = Inbox::rebild().cell("rebild.xlsx", COUNTS, "A5", Cell::Blank);
    assert_eq!(row.counts("Rebild Kommune", "boern_unge"), ["ubesvaret"; 3]);
    assert!(row.told().contains(
        &"advarsel[gruppe-mangler] rebild.xlsx, arket »1 Målgruppen«: Rækken »Børn og unge« findes ikke i \
          tabellen. Bed om skemaet igen, med alle rækker."
            .to_owned()
    ));
    let year = Inbox::rebild().cell("rebild.xlsx", COUNTS, "C4", Cell::Blank);
    assert_eq!(
        year.counts("Rebild Kommune", "boern_unge"),
        ["0 endelig", "ubesvaret", "2 endelig"]
    );
    assert_eq!(
        year.told(),
        [
            "advarsel[aar-mangler] rebild.xlsx, arket »1 Målgruppen«: Tabellen har ingen kolonne for 2018. \
          Bed om skemaet igen, med alle år.",
            "advarsel[uden-for-felterne] rebild.xlsx, arket »1 Målgruppen«: Uden for felterne står noget, der \
          ikke er læst: C5 »1«, C6 »1« og C7 »0«. Hører det til et svar, så skriv det i \
          inputs/indberetninger.xlsx, eller bed om skemaet igen med svaret i felterne."
        ]
    );
}

#[test]
fn a_sum_that_is_written_over_is_told_when_the_groups_do_not_give_it() {
    let file = "rebild.xlsx";
    let inbox = Inbox::rebild().cell(file, COUNTS, "C7", Cell::Number("2"));
    assert_eq!(inbox.told(), [""; 0]);
    assert_eq!(
        inbox.cell(file, COUNTS, "D7", Cell::Number("5")).told(),
        [
            "advarsel[sum-afviger] rebild.xlsx, arket »1 Målgruppen«, celle D7: »I alt i målgruppen« er 5 \
          i 2019, men grupperne giver 4. Grupperne er taget med, som de står. Spørg den, der har svaret, \
          hvad der gælder."
        ]
    );
}

#[test]
fn numbers_in_the_sum_alone_are_told_and_the_form_is_not_blank() {
    let inbox = Inbox::new().with("rebild.xlsx", form("spise", "rebild")).cell(
        "rebild.xlsx",
        COUNTS,
        "B7",
        Cell::Number("5"),
    );
    assert_eq!(inbox.collected().0.expect("a round").udfald[0].art, Udfaldsart::Nyt);
    let told = inbox.told();
    let sum = "advarsel[sum-uden-grupper] rebild.xlsx, arket »1 Målgruppen«, celle B7: »I alt i \
               målgruppen« er 5 i 2017, men ingen af grupperne har et tal. Spørg den, der har svaret, \
               hvordan tallet fordeler sig på grupperne.";
    assert!(told.contains(&sum.to_owned()), "{told:#?}");
}

#[test]
fn a_year_is_known_by_its_number_whatever_stands_around_it() {
    let inbox = Inbox::rebild().cell("rebild.xlsx", COUNTS, "C4", Cell::Text("år 2018")).cell(
        "rebild.xlsx",
        COUNTS,
        "D4",
        Cell::Text("2019*"),
    );
    let counts = inbox.counts("Rebild Kommune", "boern_unge");
    assert_eq!(counts, ["0 endelig", "1 endelig", "2 endelig"]);
    assert_eq!(inbox.told(), [""; 0]);
}

#[test]
fn a_year_that_stands_twice_is_told_and_not_taken() {
    let inbox = Inbox::rebild().cell("rebild.xlsx", COUNTS, "D4", Cell::Number("2018"));
    let counts = inbox.counts("Rebild Kommune", "boern_unge");
    assert_eq!(counts, ["0 endelig", "ubesvaret", "ubesvaret"]);
    assert_eq!(
        inbox.told(),
        [
            "advarsel[aar-mangler] rebild.xlsx, arket »1 Målgruppen«: Tabellen har ingen kolonne for 2019. \
          Bed om skemaet igen, med alle år.",
            "advarsel[aar-to-gange] rebild.xlsx, arket »1 Målgruppen«, celle C4: 2018 står i C4 og D4; ingen \
          af kolonnerne er taget med. Spørg, hvilke år tallene er for, og bed om skemaet igen."
        ]
    );
}

#[test]
fn the_form_of_an_earlier_round_is_told_with_the_years_that_are_not_asked_for() {
    let earlier = |inbox: Inbox| {
        [("B4", "2014"), ("C4", "2015"), ("D4", "2016")].iter().fold(inbox, |inbox, (at, year)| {
            inbox.cell("rebild.xlsx", COUNTS, at, Cell::Number(year))
        })
    };
    let inbox = earlier(Inbox::rebild());
    assert_eq!(inbox.counts("Rebild Kommune", "boern_unge"), ["ubesvaret"; 3]);
    let told = inbox.told();
    let others = "advarsel[andre-aar] rebild.xlsx, arket »1 Målgruppen«: Tabellen har 2014, 2015 og 2016, \
                  men udmeldingen gælder 2017-2019; det er ikke taget med. Er det skemaet fra en \
                  tidligere udmelding, så send parten det nye.";
    assert!(told.contains(&others.to_owned()), "{told:#?}");
    let blank = earlier(Inbox::new().with("rebild.xlsx", form("spise", "rebild")));
    assert_eq!(blank.collected().0.expect("a round").udfald[0].art, Udfaldsart::Tomt);
}

#[test]
fn tilbud_are_taken_with_their_users() {
    let file = "rebild.xlsx";
    let cell = |inbox: Inbox, address: &str, cell| inbox.cell(file, TILBUD, address, cell);
    let mut inbox = Inbox::rebild();
    for (address, words) in
        [("A5", "Bakkely"), ("B5", "Privat"), ("D5", "§ 107"), ("A6", "bakkely")]
    {
        inbox = cell(inbox, address, Cell::Text(words));
    }
    inbox = cell(inbox, "F5", Cell::Number("2"));
    inbox = cell(inbox, "G5", Cell::Text("ca. 2"));
    inbox = cell(inbox, "F7", Cell::Number("1"));
    let table = inbox.table();
    let rows = table.rows(Ark::Tilbud);
    let read: Vec<String> = rows.iter().map(|row| shown(row, "Brugere")).collect();
    assert_eq!(read, ["2 endelig", "uklar ca. 2", "ubesvaret"]);
    assert_eq!(rows[0].text("Driftsherre") + &rows[0].text("Paragraf"), "Privat§ 107");
    let at = "rebild.xlsx, arket »2 Tilbud«, celle";
    assert_eq!(
        inbox.told(),
        [
            format!(
                "advarsel[uklart-svar] {at} G5: Her står »ca. 2«, som ikke er et helt tal fra 0 til \
                 999.999; det er ikke taget med. {ASK}"
            ),
            format!(
                "advarsel[ubesvaret] {at} H5: »Bakkely« er ikke besvaret for 2019. Et tomt felt er et \
                 ubesvaret spørgsmål; er der ingen, skal der stå 0."
            ),
            format!(
                "advarsel[tilbud-to-gange] {at} A6: »bakkely« står to gange med det samme under »Anvendes \
                 til«; kun den første række er taget med. Spørg den, der har svaret. Skal tallene lægges \
                 sammen, så skriv summen under »Rettelse« i inputs/indberetninger.xlsx."
            ),
            format!(
                "advarsel[tilbud-uden-navn] {at} A7: Her står brugere af et tilbud uden navn; rækken er ikke \
                 taget med. Spørg den, der har svaret, hvilket tilbud det er."
            ),
        ]
    );
}

#[test]
fn texts_keep_their_paragraphs_and_may_take_several_cells() {
    let inbox = Inbox::rebild()
        .cell("rebild.xlsx", TROUBLES, "A5", Cell::Text("Første linje\nanden  linje"))
        .cell("rebild.xlsx", TROUBLES, "A7", Cell::Text("Og en til"));
    let table = inbox.table();
    let troubles = table.rows(Ark::Tekster).iter().find(|row| row.text("Tema") == "udfordringer");
    let row = troubles.expect("a row for the theme");
    assert_eq!(row.text("Tekst"), "Første linje\nanden linje\nOg en til");
    assert_eq!(
        (row.text("Ark"), row.text("Celle"), row.text("Status")),
        ("3 Udfordringer".into(), "A5".into(), "endelig".into())
    );
    assert_eq!(inbox.told(), [""; 0]);
}
