//! What the law asks of an agreement: parties, period, legal basis, contents and deadlines.

use crate::project::{
    AFTALE, Cell, DOKUMENTER, MYNDIGHEDER, Project, REGLER, TAKSTER, UDMELDINGER,
};

const K02: &str = " Regel K02: Serviceloven § 6, stk. 1, som ændret ved L 12 (2017-18): aftalen indgås \
                   hvert andet år.";
const K13: &str = " Regel K13: KL for de fem sekretariater: fristen for 2021-2022 flyttet fra 15. \
                   oktober til 1. december 2020 på grund af covid-19.";
const INDHOLD: &str = " Tag teksten med i et dokuments kapitler, eller ret nøglen i \
                       inputs/regler.toml. Regel";

fn shipped() -> Project {
    Project::shipped()
}

/// What is told, but for that which other rules tell as well.
fn told(project: &Project, code: &str) -> Vec<String> {
    project.findings().into_iter().filter(|one| one.contains(code)).collect()
}

#[test]
fn the_parties_are_those_of_the_region_by_their_official_names() {
    let renamed =
        shipped().replace(MYNDIGHEDER, "navn = \"Thisted Kommune\"", "navn = \"Tisted Kommune\"");
    let at = renamed.line(MYNDIGHEDER, "noegle = \"thisted\"", "navn");
    assert_eq!(
        told(&renamed, "k01"),
        [
            "fejl[k01-parter] inputs/myndigheder.toml: Som kommune mangler: Thisted Kommune. Skriv \
             parten ind som [[myndighed]] med den rigtige type. Regel K01: Serviceloven § 6, stk. 1."
                .to_owned(),
            format!("fejl[k01-parter] inputs/myndigheder.toml, linje {at}, kolonne 8: »Tisted Kommune« er ikke \
             en kommune, som aftalen har til part. Mente du »Thisted Kommune«? Regel K01: \
             Serviceloven § 6, stk. 1.")
        ]
    );
}

#[test]
fn another_period_needs_a_reason() {
    let three = || shipped().replace(AFTALE, "til = 2022-12-31", "til = 2023-12-31");
    assert_eq!(
        told(&three(), "k02"),
        [format!(
            "fejl[k02-periode] inputs/aftale.toml, linje {}, kolonne 7: Aftalen gælder 3 år, fra den 1. \
             januar 2021 til den 31. december 2023, men den skal gælde 2 år. Ret perioden, eller skriv \
             periode_begrundelse = \"…\".{K02}",
            shipped().line(AFTALE, "titel", "til = ")
        )]
    );
    let reasoned = three().replace(
        AFTALE,
        "til = 2023-12-31",
        "til = 2023-12-31\nperiode_begrundelse = \"Forlænget, da toårsreglen kom\"",
    );
    assert_eq!(told(&reasoned, "k02"), Vec::<String>::new());
}

#[test]
fn an_agreement_before_2018_holds_for_one_year() {
    let early = |to: &str| {
        shipped().replace(AFTALE, "fra = 2021-01-01", "fra = 2017-01-01").replace(
            AFTALE,
            "til = 2022-12-31",
            to,
        )
    };
    assert_eq!(told(&early("til = 2017-12-31"), "k02"), Vec::<String>::new());
    assert_eq!(told(&early("til = 2018-12-31"), "k02").len(), 1);
}

#[test]
fn the_legal_basis_names_its_laws() {
    // "§ 66" does not name § 6.
    let without = shipped().replace(AFTALE, "paragraf = \"§ 6\"", "paragraf = \"§ 66\"");
    assert_eq!(
        told(&without, "k03"),
        [
            "advarsel[k03-lovgrundlag] inputs/aftale.toml: Lovgrundlaget nævner ikke serviceloven § 6. \
             Tilføj den som [[lovgrundlag]] med lov og paragraf. Regel K03: Serviceloven § 6, stk. 1; \
             specialundervisning er med i aftalen siden 2013-2014."
        ]
    );
}

#[test]
fn the_documents_hold_what_an_agreement_must_have() {
    let cases = [
        (
            shipped().replace(DOKUMENTER, "  \"udbud-efterspoergsel\",\n", ""),
            "k04-dele",
            "»udviklingsdelen« mangler: Intet dokument har »udbud-efterspoergsel«.",
        ),
        (
            shipped().replace(
                "inputs/tekst/udbud-efterspoergsel.md",
                "{#udbud-vurdering}",
                "{#vurdering}",
            ),
            "k05-udbud",
            "»konklusionen« mangler: Intet dokument har »udbud-vurdering«.",
        ),
        (
            shipped().replace(DOKUMENTER, "\"llt-sikrede-afdelinger\", ", ""),
            "k06-llt",
            "»sikrede afdelinger« mangler: Intet dokument har »llt-sikrede-afdelinger«.",
        ),
        (
            shipped().replace(DOKUMENTER, ", \"styring-afregning\"]", "]"),
            "k09-styringsdel",
            "»afregning og frister« mangler: Intet dokument har »styring-afregning«.",
        ),
        (
            shipped().replace(
                "inputs/tekst/styring-oprettelse.md",
                "{#styring-overtagelse}",
                "{#styring-overtag}",
            ),
            "k09-styringsdel",
            "»overtagelse« mangler: Intet dokument har »styring-overtagelse«.",
        ),
    ];
    for (project, code, message) in cases {
        let found = told(&project, code);
        assert_eq!(found.len(), 1, "{message}: {found:?}");
        let start = format!("fejl[{code}] inputs/dokumenter.toml: {message}{INDHOLD}");
        assert!(found[0].starts_with(&start), "{}", found[0]);
    }
    let unlisted = shipped().replace(AFTALE, "noegle = \"llt\"", "noegle = \"lands\"");
    assert!(told(&unlisted, "k06")[0].starts_with(
        "fejl[k06-llt] inputs/aftale.toml: Bilaget »llt« mangler i bilagslisten. Skriv det ind som \
         [[bilag]]. Regel K06: "
    ));
}

#[test]
fn a_botilbud_of_more_than_100_places_has_a_plan() {
    let large = |places| shipped().workbook_cell(TAKSTER, "Takster", "I5", Cell::Number(places));
    assert_eq!(told(&large("100"), "k07"), Vec::<String>::new());
    assert_eq!(
        told(&large("101"), "k07"),
        ["fejl[k07-udviklingsplan] inputs/takster.xlsx, arket »Takster«, celle I5: Hobro \
             Krisecenter har 101 pladser, men teksten »llt-udviklingsplaner« nævner ingen \
             udviklingsplan for det. Nævn tilbuddet ved navn i teksten med dets udviklingsplan. Regel \
             K07: Serviceloven § 9."]
    );
    let planned = large("101").append(
        "inputs/tekst/llt-udviklingsplaner.md",
        "\nPlanen for Hobro\nKrisecenter er aftalt.\n",
    );
    assert_eq!(told(&planned, "k07"), Vec::<String>::new());
}

#[test]
fn each_open_udmelding_has_one_bilag() {
    let twice = shipped()
        .replace(AFTALE, "\"afrapportering-gravide\"", "\"afrapportering-dom\"")
        .replace(AFTALE, "noegle = \"gravide\"", "noegle = \"dom-igen\"");
    let told_of = |title: &str, cell: &str, what: &str| {
        format!(
            "fejl[k08-afrapportering] inputs/aftale.toml: Den centrale udmelding om {title} \
             (inputs/centrale-udmeldinger.xlsx, arket »Udmeldinger«, celle {cell}) har {what}. Giv den \
             ét [[bilag]]. Regel K08: Serviceloven § 13 b."
        )
    };
    let several = told_of("udviklingshæmning og dom", "B3", "flere bilag: »dom«, »dom-igen«");
    let none = "intet bilag med en afrapportering";
    let none = told_of("gravide med et skadeligt rusmiddelbrug", "B4", none);
    assert_eq!(told(&twice, "k08"), [none, several.clone()]);
    let closed = twice.workbook_cell(UDMELDINGER, "Udmeldinger", "F4", Cell::Text("afsluttet"));
    assert_eq!(told(&closed, "k08"), [several]);
}

#[test]
fn a_tilbud_is_after_a_clause_that_the_agreement_covers() {
    let after =
        |words| shipped().workbook_cell(TAKSTER, "Takster", "H5", Cell::Text(words)).findings();
    assert_eq!(after("§109"), Vec::<String>::new());
    assert_eq!(
        after("§ 85"),
        [
            "advarsel[k11-paragraf] inputs/takster.xlsx, arket »Takster«, celle H5: Hobro Krisecenter \
             er efter § 85, som ikke er blandt de paragraffer, aftalen omfatter. Ret paragraffen, eller \
             tilføj den under K11 i inputs/regler.toml. Regel K11: Bekendtgørelsen om rammeaftaler § 1; \
             bekendtgørelsen om Tilbudsportalen § 10 (2023) (oprindelsen er usikker)."
        ]
    );
}

#[test]
fn the_law_s_deadline_is_that_of_the_agreement_s_years() {
    let late = shipped().replace(AFTALE, "indsendelse = 2020-12-01", "indsendelse = 2020-12-02");
    assert_eq!(
        told(&late, "k13"),
        [format!(
            "fejl[k13-frister] inputs/aftale.toml, linje {}, kolonne 15: Aftalen sendes ind den 2. \
             december 2020, men lovens frist er den 1. december 2020 (inputs/regler.toml, linje {}, \
             kolonne 1). Ret datoen, eller skriv den nye frist ind under K13.{K13}",
            shipped().line(AFTALE, "[frister]", "indsendelse"),
            shipped().line(REGLER, "noegle = \"K13\"", "gaelder_fra = 2021-01-01") - 4
        )]
    );
    // Two years on, the deadline of the covid year no longer holds.
    let next = shipped().replace(AFTALE, "fra = 2021-01-01", "fra = 2023-01-01").replace(
        AFTALE,
        "til = 2022-12-31",
        "til = 2024-12-31",
    );
    let on = |day: &str| {
        let on = format!("indsendelse = {day}");
        let project = next.clone().replace(AFTALE, "indsendelse = 2020-12-01", &on);
        told(&project, "k13").len()
    };
    assert_eq!((on("2022-10-15"), on("2022-10-16")), (0, 1));
}

#[test]
fn the_days_of_the_timetable_come_in_order() {
    let project = shipped().replace(AFTALE, "tid = \"17. august 2020\"", "tid = \"17. maj 2020\"");
    let row = |words| project.line(AFTALE, "[[tidsplan]]", words);
    let (earlier, later) = (row("tid = \"25. maj 2020\""), row("tid = \"17. maj 2020\""));
    assert_eq!(
        told(&project, "k13"),
        [format!(
            "fejl[k13-tidsplan] inputs/aftale.toml, linje {later}, kolonne 7: I tidsplanen kommer den 17. \
             maj 2020 efter den 25. maj 2020 (inputs/aftale.toml, linje {earlier}, kolonne 7). Ret datoen, \
             eller flyt rækken.{K13}"
        )]
    );
}

#[test]
fn the_period_is_whole_years() {
    let ends = |day| shipped().replace(AFTALE, "til = 2022-12-31", &format!("til = {day}"));
    let at = shipped().line(AFTALE, "titel", "til = ");
    assert_eq!(
        told(&ends("2020-12-31"), "k02"),
        [format!(
            "fejl[k02-periode] inputs/aftale.toml, linje {at}, kolonne 7: Aftalen gælder fra den 1. \
             januar 2021, men kun til den 31. december 2020. Ret »fra« eller »til«.{K02}"
        )]
    );
    assert_eq!(
        told(&ends("2022-12-30"), "k02"),
        [format!(
            "fejl[k02-periode] inputs/aftale.toml, linje {at}, kolonne 7: Aftalen gælder hele \
             kalenderår, men her står fra den 1. januar 2021 til den 30. december 2022. Lad »fra« være \
             en 1. januar og »til« en 31. december.{K02}"
        )]
    );
}

#[test]
fn the_deadlines_come_in_order_and_meetings_before_them() {
    let frist = |words| shipped().line(AFTALE, "[frister]", words);
    let (meetings, sending) = (frist("politisk_behandling"), frist("indsendelse"));
    assert_eq!(
        shipped().replace(AFTALE, "2020-11-30", "2020-12-02").findings(),
        [format!(
            "fejl[k13-frister] inputs/aftale.toml, linje {meetings}, kolonne 23: Fristen for den \
             politiske behandling er den 2. december 2020, men aftalen sendes ind den 1. december 2020 \
             (inputs/aftale.toml, linje {sending}, kolonne 15). Ret »politisk_behandling« eller \
             »indsendelse«.{K13}"
        )]
    );
    let meeting = shipped().line(MYNDIGHEDER, "organ = \"Regionsrådet\"", "dato");
    assert_eq!(
        shipped().replace(MYNDIGHEDER, "2020-11-24", "2020-12-24").findings(),
        [format!(
            "fejl[moede-efter-frist] inputs/myndigheder.toml, linje {meeting}, kolonne 8: Region \
             Nordjylland: Regionsrådet behandler sagen den 24. december 2020, efter fristen den 30. \
             november 2020 (inputs/aftale.toml, linje {meetings}, kolonne 23). Ret datoen, hvis den er \
             forkert.{K13}"
        )]
    );
}
