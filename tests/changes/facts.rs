//! Each kind of fact, changed and told of by key; what stayed is not told of.

use socialaftale::changes::{Changes, compare};

use super::{facts, side, since_shipped, until_shipped};
use crate::project::{
    AFTALE, Cell, DOKUMENTER, INDBERETNINGER, MYNDIGHEDER, Project, TAKSTER, UDMELDINGER,
};

const SOCIALPSYKIATRI: &str = "inputs/tekst/fokus-socialpsykiatri.md";
const ALDERDOM: &str = "inputs/tekst/fokus-alderdom.md";

fn told(new: Project) -> Vec<String> {
    facts(&since_shipped(&new))
}

#[test]
fn an_edition_has_no_changes_since_itself() {
    assert_eq!(since_shipped(&Project::shipped()), Changes::default());
}

#[test]
fn a_fokusomraade_is_known_by_its_key_when_number_and_title_change() {
    let old = Project::shipped()
        .replace(SOCIALPSYKIATRI, "nummer = 1", "nummer = 2")
        .replace(
            SOCIALPSYKIATRI,
            "titel = \"Sammen om en stærk socialpsykiatri\"",
            "titel = \"Flere borgere med behov for hjælp i socialpsykiatrien\"",
        )
        .replace(ALDERDOM, "nummer = 2", "nummer = 1");
    assert_eq!(
        facts(&until_shipped(&old)),
        [
            "Fokusområder | Sammen om en stærk socialpsykiatri | Nummer: 2 → 1",
            "Fokusområder | Sammen om en stærk socialpsykiatri | Titel: Flere borgere med behov for \
             hjælp i socialpsykiatrien → Sammen om en stærk socialpsykiatri",
            "Fokusområder | Den gode alderdom | Nummer: 1 → 2",
        ]
    );
}

#[test]
fn titles_dates_and_what_was_awaited_are_told_with_before_and_now() {
    let new = Project::shipped()
        .replace(AFTALE, "vision = \"Øget egenmestring\"", "vision = \"Mere egenmestring\"")
        .replace(AFTALE, "dato = 2020-09-14", "dato = 2020-10-01")
        .replace(AFTALE, "politisk_behandling = 2020-11-30", "politisk_behandling = 2020-11-23")
        .replace(AFTALE, "tid = \"17. august 2020\"", "tid = \"24. august 2020\"")
        .replace(AFTALE, "[afventer: lov og paragraf for specialundervisning]", "§ 20");
    assert_eq!(
        told(new),
        [
            "Aftalen | Aftalen | Vision: Øget egenmestring → Mere egenmestring",
            "Aftalen | Udgaven | Dato: 14. september 2020 → 1. oktober 2020",
            "Aftalen | lovgivningen om specialundervisning, § 20 | Paragraf: [afventer: lov og \
            paragraf for specialundervisning] → § 20 (nu udfyldt)",
            "Datoer og frister | Frister | Politisk behandling: 30. november 2020 → 23. november 2020",
            "Datoer og frister | Tidsplan, 24. august 2020: DAS behandler aftalen og de tre \
            afrapporteringer. De justeres 18.-28. august. | Tid: 17. august 2020 → 24. august \
            2020",
            "Tal | Tabellen »Krisecentre i Nordjylland, takster pr. 1.\u{a0}oktober 2020« | \
            Titel: Krisecentre i Nordjylland, takster pr. 14. september 2020 → Krisecentre i \
            Nordjylland, takster pr. 1. oktober 2020"
        ]
    );
}

#[test]
fn a_new_bilag_is_told_with_its_document_though_its_title_has_the_word() {
    let old = Project::shipped().replace(
        AFTALE,
        "[[bilag]]\nnoegle = \"specialundervisning\"\nnummer = 6\ntitel = \"Specifikke aftalevilkår \
         for specialundervisning\"\ndokument = \"specialundervisning\"\n",
        "",
    );
    let told = facts(&until_shipped(&old));
    let name = "Bilag | Specifikke aftalevilkår for specialundervisning (nyt)";
    assert!(told.contains(&format!("{name} | Dokument: ∅ → specialundervisning")), "{told:#?}");
}

#[test]
fn the_headings_of_a_partys_case_are_told() {
    let new = Project::shipped().replace(
        MYNDIGHEDER,
        "overskrift = \"Resume\"\nindhold = \"sag-resume\"\n\n[[layout.felt]]\noverskrift = \
         \"Sagens gang\"",
        "overskrift = \"Kort resumé\"\nindhold = \"sag-resume\"\n\n[[layout.felt]]\noverskrift = \
         \"Sagens gang\"",
    );
    assert_eq!(
        told(new),
        ["Parter | Rebild Kommune | Sagens overskrifter: Beslutning, Indstilling, \
          Sagsfremstilling, Resume, Sagens gang, Bilag → Beslutning, Indstilling, \
          Sagsfremstilling, Kort resumé, Sagens gang, Bilag"]
    );
}

#[test]
fn bilag_are_added_removed_renumbered_and_renamed() {
    let new = Project::shipped()
        .replace(AFTALE, "noegle = \"spise\"\nnummer = 1", "noegle = \"spise\"\nnummer = 2")
        .replace(AFTALE, "noegle = \"dom\"\nnummer = 2", "noegle = \"dom\"\nnummer = 1")
        .replace(AFTALE, "titel = \"Styringsaftale 2021\"", "titel = \"Styringsaftale 2022\"")
        .replace(
            AFTALE,
            "[[bilag]]\nnoegle = \"llt\"\nnummer = 4\ntitel = \"Lands- og landsdelsdækkende tilbud og sikrede \
             afdelinger\"\ndokument = \"llt\"\n",
            "[[bilag]]\nnoegle = \"takster\"\nnummer = 4\ntitel = \"Takstbilag\"\ndokument = \
             \"takstbilag\"\n",
        );
    assert_eq!(
        told(new),
        [
            "Bilag | Afrapportering på den centrale udmelding om udviklingshæmning og dom | \
            Nummer: 2 → 1",
            "Bilag | Afrapportering på den centrale udmelding om svære spiseforstyrrelser | \
            Nummer: 1 → 2",
            "Bilag | Takstbilag (nyt) | Nummer: ∅ → 4",
            "Bilag | Takstbilag (nyt) | Dokument: ∅ → takstbilag",
            "Bilag | Styringsaftale 2022 | Titel: Styringsaftale 2021 → Styringsaftale 2022",
            "Bilag | Lands- og landsdelsdækkende tilbud og sikrede afdelinger (udgået) | Nummer: \
            4 → ∅",
            "Bilag | Lands- og landsdelsdækkende tilbud og sikrede afdelinger (udgået) | \
            Dokument: llt → ∅"
        ]
    );
}

#[test]
fn meetings_and_decisions_are_told_party_by_party() {
    let new = Project::shipped()
        .replace(
            MYNDIGHEDER,
            "organ = \"Byrådet\"",
            "organ = \"Byrådet\"\ndato = 2020-10-28\nbeslutning = \"Godkendt\"",
        )
        .replace(MYNDIGHEDER, "raad = \"Byrådet\"", "raad = \"Kommunalbestyrelsen\"")
        .replace(MYNDIGHEDER, "indstiller = \"Direktøren\"", "indstiller = \"Borgmesteren\"");
    assert_eq!(
        told(new),
        [
            "Parter | Brønderslev Kommune | Godkendes af: Byrådet → Kommunalbestyrelsen",
            "Parter | Hjørring Kommune | Indstiller: Direktøren → Borgmesteren",
            "Politisk behandling | Brønderslev Kommune | Byrådet, Møde: [afventer: mødedato] → \
            28. oktober 2020 (nu udfyldt)",
            "Politisk behandling | Brønderslev Kommune | Byrådet, Beslutning: [afventer: \
            beslutning] → Godkendt (nu udfyldt)",
            "Dokumenter | Godkendelse af Nordjysk Socialaftale 2021-2022 (Brønderslev Kommune) | \
            Undertitel: Sag til byrådet i Brønderslev Kommune → Sag til kommunalbestyrelsen i \
            Brønderslev Kommune"
        ]
    );
}

#[test]
fn documents_come_and_go_and_chapters_move() {
    let new = Project::shipped()
        .replace(
            DOKUMENTER,
            "  \"forord\",\n  \"baggrund\",\n  \"proces\",",
            "  \"baggrund\",\n  \"vision\",\n  \"proces\",",
        )
        .replace(DOKUMENTER, "  \"vision\",\n  { tekst", "  { tekst")
        .replace(DOKUMENTER, "noegle = \"vejledning\"", "noegle = \"haandbog\"")
        .replace("inputs/tekst/baggrund.md", "titel = \"", "titel = \"Ny: ");
    assert_eq!(
        told(new),
        [
            "Dokumenter | Vejledning til socialaftale (nyt) | Undertitel: ∅ → Skriv tekster, \
            saml svar ind og lav skabeloner i Word",
            "Dokumenter | Vejledning til socialaftale (nyt) | Udgave: ∅ → Hører til programmets \
            version 0.1, 14. september 2020, Sekretariatet for Nordjysk Socialaftale",
            "Dokumenter | Vejledning til socialaftale (udgået) | Undertitel: Skriv tekster, saml \
            svar ind og lav skabeloner i Word → ∅",
            "Dokumenter | Vejledning til socialaftale (udgået) | Udgave: Hører til programmets \
            version 0.1, 14. september 2020, Sekretariatet for Nordjysk Socialaftale → ∅",
            "Kapitler | Nordjysk Socialaftale 2021-2022 | Vision: øget egenmestring: kapitel 3 → \
             kapitel 2",
            "Kapitler | Nordjysk Socialaftale 2021-2022 | Sådan er aftalen blevet til: kapitel 2 \
            → kapitel 3",
            "Kapitler | Nordjysk Socialaftale 2021-2022 | Forord: uden nummer → ∅",
            "Kapitler | Nordjysk Socialaftale 2021-2022 | Kapitlets titel: Baggrund → Ny: Baggrund"
        ]
    );
}

#[test]
fn a_takst_is_told_from_the_day_that_it_begins() {
    let new = Project::shipped()
        .workbook_cell(TAKSTER, "Takster", "J7", Cell::Number("2150"))
        .workbook_cell(TAKSTER, "Takster", "J5", Cell::Number("1999"));
    assert_eq!(
        told(new),
        [
            "Takster | Hobro Krisecenter fra den 1. januar 2020 | Takst: 1.943 kr. pr. døgn → \
            1.999 kr. pr. døgn",
            "Takster | Aalborg Krisecenter fra den 1. august 2020 | Takst: 2.139 kr. pr. døgn → \
            2.150 kr. pr. døgn",
            "Tal | Tabellen »Krisecentre i Nordjylland, takster pr. 14.\u{a0}september 2020« | \
            Hobro Krisecenter, Takst pr. døgn: 1.943 → 1.999",
            "Tal | Tabellen »Krisecentre i Nordjylland, takster pr. 14.\u{a0}september 2020« | \
            Aalborg Krisecenter, Takst pr. døgn: 2.139 → 2.150",
            "Tal | Tabellen »Takster år for år« | Hobro Krisecenter, 2020: 1.943 → 1.999"
        ]
    );
}

#[test]
fn a_new_row_is_a_change_of_the_takst_before_it() {
    let old = Project::shipped().sheet_xml(TAKSTER, "Takster", |xml| {
        let start = xml.find("<row r=\"7\"").expect("a row");
        let end = start + xml[start..].find("</row>").expect("its end") + 6;
        format!("{}{}", &xml[..start], &xml[end..])
    });
    assert_eq!(
        facts(&until_shipped(&old)),
        [
            "Takster | Aalborg Krisecenter fra den 1. august 2020 | Takst: 1.933 kr. pr. døgn → \
            2.139 kr. pr. døgn",
            "Takster | Aalborg Krisecenter fra den 1. august 2020 | Gælder fra: 1. januar 2020 → \
            1. august 2020",
            "Takster | Aalborg Krisecenter fra den 1. august 2020 | Besluttet af: ∅ → DAS",
            "Takster | Aalborg Krisecenter fra den 1. august 2020 | Besluttet den: ∅ → 25. maj 2020",
            "Takster | Aalborg Krisecenter fra den 1. august 2020 | Note: ∅ → Ansættelse af \
            yderligere en pædagogfaglig børneperson",
            "Tal | Tabellen »Krisecentre i Nordjylland, takster pr. 14.\u{a0}september 2020« | \
            Aalborg Krisecenter, Takst pr. døgn: 1.933 → 2.139",
            "Tal | Tabellen »Krisecentre i Nordjylland, takster pr. 14.\u{a0}september 2020« | \
            Aalborg Krisecenter, Gælder fra: 1. januar 2020 → 1. august 2020"
        ]
    );
}

#[test]
fn figures_are_told_by_table_row_and_column() {
    let new = Project::shipped().workbook_cell(UDMELDINGER, "Landsdele", "G2", Cell::Number("12"));
    assert_eq!(
        told(new),
        ["Tal | Tabellen »Antal borgere i hele landet: gravide med et skadeligt \
            rusmiddelbrug« | Syddanmark, 2019: 2 → 12"]
    );
}

#[test]
fn counts_are_told_for_the_kommune_and_the_region() {
    let new = Project::shipped().workbook_cell(INDBERETNINGER, "Tal", "F4", Cell::Number("77"));
    assert_eq!(
        told(new)[..2],
        [
            "Tal | Tabellen »Antal borgere fordelt på kommuner (konstruerede tal): svære \
            spiseforstyrrelser« | Børn og unge: Brønderslev Kommune, 2019: 0 → 77",
            "Tal | Tabellen »Antal borgere fordelt på kommuner (konstruerede tal): svære \
            spiseforstyrrelser« | Børn og unge: I alt, 2019: 8 → 85"
        ]
    );
}

#[test]
fn of_two_chapters_that_changed_places_both_are_told() {
    let new = Project::shipped().replace(
        DOKUMENTER,
        "  \"styringsaftalen\",\n  \"specialundervisning\",",
        "  \"specialundervisning\",\n  \"styringsaftalen\",",
    );
    assert_eq!(
        told(new),
        [
            "Kapitler | Nordjysk Socialaftale 2021-2022 | Specialundervisning: kapitel 9 → \
             kapitel 8",
            "Kapitler | Nordjysk Socialaftale 2021-2022 | Styringsaftalen: kapitel 8 → kapitel 9",
        ]
    );
}

#[test]
fn of_many_chapters_the_one_that_was_moved_past_them_is_told() {
    let new = Project::shipped().replace(DOKUMENTER, "  \"specialundervisning\",\n", "").replace(
        DOKUMENTER,
        "  \"proces\",\n",
        "  \"specialundervisning\",\n  \"proces\",\n",
    );
    assert_eq!(
        told(new),
        ["Kapitler | Nordjysk Socialaftale 2021-2022 | Specialundervisning: kapitel 9 → kapitel 2"]
    );
}

#[test]
fn a_chapter_without_a_number_is_told_by_the_one_before_it() {
    let new = Project::shipped().replace(
        DOKUMENTER,
        "  \"forord\",\n  \"baggrund\",",
        "  \"baggrund\",\n  \"forord\",",
    );
    assert_eq!(
        told(new),
        [
            "Kapitler | Nordjysk Socialaftale 2021-2022 | Baggrund: kapitel 1, efter »Forord« → \
             kapitel 1, først i dokumentet",
            "Kapitler | Nordjysk Socialaftale 2021-2022 | Forord: uden nummer, først i dokumentet \
             → uden nummer, efter »Baggrund«",
        ]
    );
}

#[test]
fn a_fokusomraade_whose_number_changed_is_not_told_again_by_its_chapter() {
    let old = Project::shipped().replace(SOCIALPSYKIATRI, "nummer = 1", "nummer = 2").replace(
        ALDERDOM,
        "nummer = 2",
        "nummer = 1",
    );
    assert_eq!(
        facts(&until_shipped(&old)),
        [
            "Fokusområder | Sammen om en stærk socialpsykiatri | Nummer: 2 → 1",
            "Fokusområder | Den gode alderdom | Nummer: 1 → 2",
        ]
    );
}

#[test]
fn a_fokusomraade_that_keeps_its_number_is_told_where_its_chapter_moves() {
    let new = Project::shipped().replace(
        DOKUMENTER,
        "under = [\"fokus:*\"] },\n",
        "under = [\"fokus-socialpsykiatri\", \"fokus-loesninger\", \"fokus-alderdom\"] },\n",
    );
    assert_eq!(
        told(new),
        [
            "Kapitler | Nordjysk Socialaftale 2021-2022 | Effektive og vidensbaserede løsninger: \
             kapitel 4.3 → kapitel 4.2",
            "Kapitler | Nordjysk Socialaftale 2021-2022 | Den gode alderdom: kapitel 4.2 → kapitel \
             4.3",
        ]
    );
}

const SPISE: &str = "Tal | Tabellen »Antal borgere fordelt på kommuner (til dels konstruerede \
                     tal): svære spiseforstyrrelser«";

#[test]
fn a_figure_that_became_final_is_told_by_its_stand_and_the_marks_of_others_are_not() {
    let new = Project::shipped().workbook_cell(INDBERETNINGER, "Tal", "G4", Cell::Text("endelig"));
    assert_eq!(
        told(new),
        [
            format!(
                "{SPISE} | Titel: Antal borgere fordelt på kommuner (konstruerede tal): svære \
                 spiseforstyrrelser → Antal borgere fordelt på kommuner (til dels konstruerede \
                 tal): svære spiseforstyrrelser"
            ),
            format!(
                "{SPISE} | Stand: konstruerede tal → endelige tal (Børn og unge: Brønderslev \
                 Kommune, 2019)"
            ),
            format!(
                "{SPISE} | Note: Fordelingen på kommuner er konstrueret; kun tallene for \
                 Nordjylland under ét er indberettet. → * står ved foreløbige tal. ** står ved \
                 konstruerede tal."
            ),
        ]
    );
}

#[test]
fn figures_that_all_became_final_are_told_of_together() {
    let rows = ["2", "3", "4", "5", "6", "7"];
    let new = rows.iter().fold(Project::shipped(), |project, row| {
        project.workbook_cell(UDMELDINGER, "Landsdele", &format!("H{row}"), Cell::Text("endelig"))
    });
    assert_eq!(
        told(new),
        [
            "Tal | Tabellen »Antal borgere i hele landet: gravide med et skadeligt \
             rusmiddelbrug« | Stand: foreløbige tal → endelige tal",
            "Tal | Tabellen »Antal borgere i hele landet: gravide med et skadeligt \
             rusmiddelbrug« | Note: Foreløbige tal, opgjort 25. maj 2020. → Endelige tal, opgjort \
             25. maj 2020."
        ]
    );
}

#[test]
fn of_a_sum_only_the_cells_are_told_that_changed_it() {
    let new = Project::shipped().workbook_cell(INDBERETNINGER, "Tal", "F4", Cell::Number("77"));
    let changes = since_shipped(&new);
    let things = changes.topics.iter().flat_map(|topic| &topic.things);
    let differences = things.flat_map(|thing| &thing.differences);
    let sums = differences.filter(|one| one.label.contains("I alt"));
    let sums: Vec<_> = sums.map(|one| (one.label.as_str(), one.cells())).collect();
    let cell = "inputs/indberetninger.xlsx, arket »Tal«, celle F4";
    assert_eq!(
        sums,
        [
            ("Børn og unge: I alt, 2019", cell.to_owned()),
            ("I alt i målgruppen, 2019", cell.to_owned())
        ]
    );
}

#[test]
fn a_table_with_a_new_figure_that_is_not_final_has_not_become_final_as_a_whole() {
    let old = Project::shipped().sheet_xml(UDMELDINGER, "Landsdele", |xml| {
        let start = xml.find("<row r=\"6\"").expect("a row");
        let end = start + xml[start..].find("</row>").expect("its end") + 6;
        format!("{}{}", &xml[..start], &xml[end..])
    });
    let new = ["2", "3", "4", "5", "7"].iter().fold(Project::shipped(), |project, row| {
        project.workbook_cell(UDMELDINGER, "Landsdele", &format!("H{row}"), Cell::Text("endelig"))
    });
    let told = facts(&compare(&side(&old.assembled()), &side(&new.assembled())));
    let stand = "Stand: foreløbige tal → endelige tal (Syddanmark, 2017, 2018 og 2019; Midtjylland, \
                 2017, 2018 og 2019; Nordjylland, 2017, 2018 og 2019; Hovedstaden, 2017, 2018 og \
                 2019; I alt, 2017, 2018 og 2019)";
    assert!(told.iter().any(|line| line.ends_with(stand)), "{told:#?}");
}
