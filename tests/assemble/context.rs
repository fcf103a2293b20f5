use crate::project::{self, AFTALE, Assembled, Cell, INDBERETNINGER, Project, TAKSTER};

fn fields(assembled: &Assembled, expected: &[(&str, &str)]) {
    for (path, value) in expected {
        assert_eq!(assembled.field(path), *value, "{path}");
    }
}

fn on(day: &str) -> Project {
    Project::shipped().replace(AFTALE, "dato = 2020-09-14", &format!("dato = {day}"))
}

#[test]
fn the_agreement_and_its_edition_stand_as_they_are_printed() {
    fields(
        project::shipped(),
        &[
            ("aftale.titel", "Nordjysk Socialaftale 2021-2022"),
            ("aftale.periode", "2021-2022"),
            ("aftale.fra", "1. januar 2021"),
            ("aftale.til", "31. december 2022"),
            ("udgave.dato", "14. september 2020"),
            ("udgave.kladde", "true"),
            ("kontakt.mail", "nordjysksocialaftale@aalborg.dk"),
            ("frister.politisk_behandling", "30. november 2020"),
            ("frister.indsendelse", "1. december 2020"),
            ("antal.kommuner", "11"),
            ("antal.parter", "12"),
            ("fokus.alderdom.nummer", "2"),
            ("fokus.alderdom.tidligere.oplaeg.nummer", "1"),
            ("fokusomraader.0.noegle", "socialpsykiatri"),
        ],
    );
}

#[test]
fn the_takst_in_force_is_that_of_the_editions_date() {
    let field = "takst.aalborg_krisecenter.takst";
    for (day, takst, from) in [
        ("2020-07-01", "1.933", "1. januar 2020"),
        ("2020-07-31", "1.933", "1. januar 2020"),
        ("2020-08-01", "2.139", "1. august 2020"),
        ("2020-09-14", "2.139", "1. august 2020"),
    ] {
        fields(
            &on(day).assembled(),
            &[(field, takst), ("takst.aalborg_krisecenter.gaelder_fra", from)],
        );
    }
}

#[test]
fn the_takst_of_another_day_can_be_asked_for() {
    let field = "takst.aalborg_krisecenter.takst";
    for (day, shown, takst) in
        [("2020-07-01", "1. juli 2020", "1.933"), ("2020-09-01", "1. september 2020", "2.139")]
    {
        fields(
            &Project::shipped().pr(day),
            &[
                (field, takst),
                ("pr.dato", shown),
                ("udgave.dato", "14. september 2020"),
                ("aendring.aalborg_krisecenter.foer", "1.933"),
                ("aendring.aalborg_krisecenter.efter", "2.139"),
                ("aendring.aalborg_krisecenter.fra_2020_08_01.aendring", "206"),
            ],
        );
    }
    fields(project::shipped(), &[("pr.dato", "14. september 2020")]);
}

#[test]
fn before_any_takst_there_are_no_krisecentre() {
    let assembled = on("2019-12-31").assembled();
    assert_eq!(assembled.field("krisecentre.antal"), "0");
    assert_eq!(assembled.context.get("takst"), None);
}

#[test]
fn a_takst_without_a_date_has_always_been_in_force() {
    let project = on("2019-12-31").workbook_cell(TAKSTER, "Takster", "M5", Cell::Blank);
    fields(
        &project.assembled(),
        &[("takst.hobro_krisecenter.takst", "1.943"), ("krisecentre.antal", "1")],
    );
}

#[test]
fn sums_count_the_groups_of_the_maalgruppe_alone() {
    fields(
        project::shipped(),
        &[
            ("cu.dom.i_alt.2017", "5"),
            ("cu.dom.i_alt.2018", "5"),
            ("cu.dom.i_alt.2019", "4"),
            ("cu.dom.region.domstype2_aaben.2019", "6"),
            ("cu.spise.i_alt.2019", "20"),
            ("cu.spise.region.voksne.mangler", "1"),
            ("cu.gravide.landsdele.i_alt.2019", "9"),
            ("krisecentre.antal", "5"),
            ("krisecentre.pladser_i_alt", "25"),
            ("belaegning.aalborg_krisecenter.procent.2019", "95,34"),
            ("aendring.aalborg_krisecenter.aendring", "206"),
        ],
    );
}

#[test]
fn a_year_that_nobody_has_answered_for_is_awaited() {
    fields(
        &Project::shipped().without(INDBERETNINGER).assembled(),
        &[
            ("cu.spise.region.voksne.2017", "[afventer: tal for 2017]"),
            ("cu.spise.i_alt.2018", "[afventer: tal for 2018]"),
            ("cu.spise.region.voksne.mangler", "11"),
            ("cu.spise.region.voksne.mangler_svar", "11 kommuner"),
        ],
    );
}

#[test]
fn who_has_not_answered_is_counted_and_named() {
    fields(
        project::shipped(),
        &[
            ("cu.spise.region.boern_unge.mangler", "2"),
            ("cu.spise.region.boern_unge.mangler_svar", "to kommuner"),
            ("cu.spise.region.boern_unge.mangler_navne", "Læsø Kommune og Morsø Kommune"),
            ("cu.spise.region.voksne.mangler_svar", "én kommune"),
            ("cu.dom.region.domstype1.mangler_svar", "ingen kommuner"),
            ("cu.dom.region.domstype1.mangler_navne", ""),
        ],
    );
}

#[test]
fn what_is_not_known_says_so() {
    fields(
        &Project::shipped().workbook_cell(TAKSTER, "Takster", "I5", Cell::Blank).assembled(),
        &[
            ("takst.svenstrupgaard.takst", "[afventer: takst]"),
            ("takst.svenstrupgaard.belaegning", "[afventer: procent]"),
            ("aendring.svenstrupgaard.foer", "[afventer: takst]"),
            ("aendring.svenstrupgaard.besluttet", "[afventer: dato for beslutning]"),
            ("krisecentre.pladser_i_alt", "[afventer: antal pladser]"),
        ],
    );
}

#[test]
fn every_figure_knows_its_cell_and_every_fact_its_line() {
    let assembled = project::shipped();
    let origin = |path: &str| {
        let fields = assembled.context.fields();
        let field = fields.into_iter().find(|field| field.path == path).expect(path);
        field.origin.map(|place| place.to_string()).unwrap_or_default()
    };
    let cases = [
        ("takst.aalborg_krisecenter.takst", "inputs/takster.xlsx, arket »Takster«, celle J7"),
        (
            "belaegning.aalborg_krisecenter.procent.2019",
            "inputs/takster.xlsx, arket »Belægning«, celle H2",
        ),
        ("kontakt.mail", "inputs/aftale.toml, linje 21, kolonne 8"),
        ("fokus.alderdom.titel", "inputs/tekst/fokus-alderdom.md"),
        ("cu.dom.i_alt.2017", ""),
        ("antal.parter", ""),
    ];
    for (path, place) in cases {
        assert_eq!(origin(path), place, "{path}");
    }
}

#[test]
fn a_sum_of_answers_knows_every_answer() {
    let context = &project::shipped().context;
    let cells = |path: &str| -> Vec<String> {
        context.cells(path).iter().map(ToString::to_string).collect()
    };
    let region = cells("cu.dom.region.domstype1.2017");
    assert_eq!(region.len(), 12);
    assert_eq!(region[0], "inputs/indberetninger.xlsx, arket »Tal«, celle F74");
    assert_eq!(cells("cu.dom.i_alt.2017").len(), 24);
}
