mod takster;

use socialaftale::text::tree::{Align, RowEmphasis, Table, plain_text};

use crate::project::{self, Cell, Project, TAKSTER};

/// A table as a reader sees it: caption, rows with `|` between the cells, notes.
///
/// `=` begins a row of sums and `~` one that stands aside; `>` marks a column that is flush right.
fn drawn(table: &Table) -> Vec<String> {
    let cells =
        |cells: &[Vec<_>]| -> Vec<String> { cells.iter().map(|cell| plain_text(cell)).collect() };
    let mut lines = vec![plain_text(&table.caption)];
    for row in &table.header {
        let headings = cells(&row.cells).into_iter().zip(&table.columns).map(|(words, column)| {
            if column.align == Align::Right { format!(">{words}") } else { words }
        });
        lines.push(headings.collect::<Vec<_>>().join("|"));
    }
    for row in &table.rows {
        let mark = match row.emphasis {
            RowEmphasis::Plain => "",
            RowEmphasis::Group => "#",
            RowEmphasis::Total => "=",
            RowEmphasis::Aside => "~",
        };
        assert_eq!(row.cells.len(), table.columns.len());
        lines.push(format!("{mark}{}", cells(&row.cells).join("|")));
    }
    lines.extend(table.notes.iter().map(|note| plain_text(note)));
    lines.into_iter().map(|line| line.replace('\u{a0}', "_")).collect()
}

fn shipped(key: &str) -> Vec<String> {
    drawn(&project::shipped().table(key))
}

#[test]
fn the_counts_of_dom_keep_the_row_beside_the_group_out_of_the_sum() {
    assert_eq!(
        shipped("cu.dom.region"),
        [
            "Antal borgere i Nordjylland: udviklingshæmning og dom",
            "Gruppe|>2017|>2018|>2019",
            "Domstype 1|4|4|4",
            "Domstype 2, administrativt overført til Kofoedsminde|1|1|0",
            "=I alt i målgruppen|5|5|4",
            "~Domstype 2 på åben afdeling|7|7|6",
            "Foreløbige tal, opgjort 25._maj 2020.",
            "Rækken i kursiv hører ikke til målgruppen og er ikke talt med i summen.",
        ]
    );
}

#[test]
fn the_krisecentre_stand_with_takst_places_and_what_the_taksts_were_before() {
    assert_eq!(
        shipped("takster.krisecentre"),
        [
            "Krisecentre i Nordjylland, takster pr. 14._september 2020",
            "Tilbud|>Pladser|>Takst pr. døgn|>Belægning|Gælder fra",
            "Hjørring Krisecenter|4|2.719|95_%|1._januar 2020",
            "Frederikshavn Krisecenter|4|2.628|90_%|1._januar 2020",
            "Søhavegård Krisecenter|6|2.591|90_%|1._januar 2020",
            "Hobro Krisecenter|4|1.943|90_%|1._januar 2020",
            "Aalborg Krisecenter|7|2.139|90_%|1._august 2020",
            "=I alt|25|||",
            "Hjørring Krisecenter: taksten er beregnet med en belægningsprocent på 95_%. Ved 90_% \
             svarer den til 2.870_kr.",
            "Aalborg Krisecenter: taksten var 1.933_kr. før den 1._august 2020.",
        ]
    );
}

#[test]
fn before_its_date_a_change_is_told_as_what_will_be() {
    let pr = |day: &str| drawn(&Project::shipped().pr(day).table("takster.krisecentre"));
    let table = pr("2020-07-01");
    assert_eq!(table[0], "Krisecentre i Nordjylland, takster pr. 1._juli 2020");
    assert_eq!(table[6], "Aalborg Krisecenter|7|1.933|90_%|1._januar 2020");
    assert_eq!(
        table.last().map(String::as_str),
        Some(
            "Aalborg Krisecenter: Fra den 1._august 2020 er taksten 2.139_kr. (DAS den 25._maj 2020)."
        )
    );
    let table = pr("2020-09-01");
    assert_eq!(table[0], "Krisecentre i Nordjylland, takster pr. 1._september 2020");
    assert_eq!(table[6], "Aalborg Krisecenter|7|2.139|90_%|1._august 2020");
    assert_eq!(
        table.last().map(String::as_str),
        Some("Aalborg Krisecenter: taksten var 1.933_kr. før den 1._august 2020.")
    );
}

#[test]
fn a_change_whose_takst_is_not_known_is_told_by_its_difference() {
    for (difference, told) in
        [("50", "stiger taksten med 50_kr. (FU)."), ("-50", "falder taksten med 50_kr. (FU).")]
    {
        let project = Project::shipped()
            .workbook_cell(TAKSTER, "Takster", "C8", Cell::Text("krisecenter"))
            .workbook_cell(TAKSTER, "Ændringer", "C3", Cell::Number(difference));
        assert_eq!(
            drawn(&project.assembled().table("takster.krisecentre")).last(),
            Some(&format!("Forsorgshjemmet Svenstrupgård: Fra den 1._januar 2021 {told}"))
        );
    }
}

#[test]
fn changes_of_years_gone_by_and_of_the_ordinary_indmelding_are_not_listed() {
    let listed =
        |project: &Project, day: &str| drawn(&project.pr(day).table("takster.aendringer")).len();
    let project = Project::shipped();
    assert_eq!(listed(&project, "2020-12-31"), 5);
    assert_eq!(listed(&project, "2021-01-01"), 4);
    let ordinary = project.workbook_cell(TAKSTER, "Takster", "N7", Cell::Text("ordinær"));
    assert_eq!(listed(&ordinary, "2020-12-31"), 4);
}

#[test]
fn the_national_table_stands_by_landsdel_with_the_declared_total() {
    assert_eq!(
        shipped("cu.gravide.landsdele"),
        [
            "Antal borgere i hele landet: gravide med et skadeligt rusmiddelbrug",
            "Kommunerne i|>Befolkning, mio.|>2017|>2018|>2019",
            "Syddanmark|1,2|1|2|2",
            "Midtjylland|1,3|4|0|4",
            "Nordjylland|0,6|0|0|0",
            "Hovedstaden|1,8|0|3|3",
            "Sjælland|0,8|0|1|0",
            "=I alt||5|6|9",
            "Foreløbige tal, opgjort 25._maj 2020.",
        ]
    );
}

#[test]
fn changes_are_signed_and_what_is_not_known_is_awaited() {
    assert_eq!(
        shipped("takster.aendringer"),
        [
            "Besluttede ændringer af takster",
            "Tilbud|>Før|>Efter|>Ændring|Gælder fra|Besluttet",
            "Aalborg Krisecenter|1.933|2.139|+206|1._august 2020|DAS, 25._maj 2020",
            "Forsorgshjemmet Svenstrupgård|[afventer: takst]|[afventer: takst]|+50|1._januar 2021|FU",
            "Beløbene er i kroner pr. døgn.",
        ]
    );
}

#[test]
fn the_belaegning_of_a_tilbud_stands_year_by_year_in_its_units() {
    assert_eq!(
        shipped("belaegning.aalborg_krisecenter"),
        [
            "Belægning på Aalborg Krisecenter",
            "Opgørelse|>2017|>2018|>2019",
            "Belægningsprocent (endelig og akkumuleret)|92,1_%|98,8_%|95,34_%",
            "Indskrevne kvinder|49|52|61",
            "Indskrevne børn|30|33|59",
        ]
    );
}

#[test]
fn constructed_figures_are_labelled_and_missing_answers_are_no_zeros() {
    let table = shipped("cu.spise.kommuner");
    assert_eq!(
        table[0],
        "Antal borgere fordelt på kommuner (konstruerede tal): svære spiseforstyrrelser"
    );
    assert!(table.contains(&"Læsø Kommune|–|–|–".to_owned()), "{table:#?}");
    assert!(table.contains(&"=I alt|3|6|8".to_owned()), "{table:#?}");
    assert_eq!(
        table[table.len() - 2..],
        [
            "Fordelingen på kommuner er konstrueret; kun tallene for Nordjylland under ét er \
             indberettet.",
            "– betyder, at kommunen ikke har svaret.",
        ]
    );
}

#[test]
fn the_bilag_the_parties_and_the_process_stand_in_their_order() {
    assert_eq!(
        shipped("bilag")[1..3],
        [
            "Bilag|Titel",
            "Bilag_1|Afrapportering på den centrale udmelding om svære spiseforstyrrelser"
        ]
    );
    assert_eq!(shipped("parter")[1..3], ["Part|Godkendes af", "Brønderslev Kommune|Byrådet"]);
    assert_eq!(
        shipped("tidsplan")[..3],
        [
            "Proces for Nordjysk Socialaftale 2021-2022",
            "Tid|Aktivitet",
            "24._oktober 2019|Den Administrative Styregruppe på socialområdet (DAS) udpeger vision og \
             fokusområder.",
        ]
    );
    assert_eq!(
        shipped("fokusomraader")[2],
        "1|Sammen om en stærk socialpsykiatri|Borgere med psykiske vanskeligheder, som modtager ydelser fra det specialiserede socialområde"
    );
}

#[test]
fn the_bodies_of_a_case_stand_with_time_and_item() {
    use socialaftale::merge::Library;
    let assembled = project::shipped();
    let region = assembled.projekt().myndigheder.iter().find(|party| party.noegle == "region");
    let table = assembled.shelf().of(region).table("behandling").expect("a table");
    assert_eq!(
        drawn(&table),
        [
            "Behandling af sagen",
            "Organ|Møde|Beslutning",
            "Regionsrådet|24._november 2020 kl._13.00, punkt 8|[afventer: beslutning]",
        ]
    );
    assert!(assembled.shelf().table("behandling").is_none());
}

#[test]
fn one_changed_cell_changes_the_tables_that_show_it_and_no_other() {
    let changed = Project::shipped()
        .workbook_cell(TAKSTER, "Takster", "J5", Cell::Number("1944"))
        .assembled();
    let (_, shipped, _) = project::shipped().shown();
    let (_, changed, _) = changed.shown();
    let differing: Vec<String> = shipped
        .iter()
        .zip(&changed)
        .filter(|(before, after)| before != after)
        .filter_map(|(table, _)| table.key.clone())
        .collect();
    assert_eq!(differing, ["takster.alle", "takster.krisecentre", "takster.udvikling"]);
}
