use crate::project::{AFTALE, DOKUMENTER, MYNDIGHEDER, Project, TAKSTER, UDMELDINGER};

#[test]
fn the_shipped_inputs_are_read_without_a_finding() {
    assert_eq!(Project::shipped().findings(), Vec::<String>::new());
}

#[test]
fn every_missing_file_is_told_at_once() {
    let files = [AFTALE, UDMELDINGER, DOKUMENTER, MYNDIGHEDER, TAKSTER];
    let project = files.into_iter().fold(Project::shipped(), Project::without);
    let told = files.map(|file| {
        format!(
            "fejl[fil-mangler] {file}: Filen findes ikke. Læg den i inputs/, eller hent den fra \
             en sikkerhedskopi."
        )
    });
    assert_eq!(project.findings(), told);
}

#[test]
fn an_unknown_key_is_told_with_line_and_the_nearest() {
    assert_eq!(
        Project::shipped().replace(AFTALE, "vision =", "visoin = \"x\"\nvision =").findings(),
        [
            "fejl[ukendt-noegle] inputs/aftale.toml, linje 9, kolonne 1: Oplysningen »visoin« kendes \
          ikke her. Mente du »vision«?"
        ]
    );
}

#[test]
fn an_unknown_key_in_a_table_is_told_where_it_stands() {
    assert_eq!(
        Project::shipped().replace(AFTALE, "organ =", "udvalg = \"x\"\norgan =").findings(),
        [
            "fejl[ukendt-noegle] inputs/aftale.toml, linje 16, kolonne 1: Oplysningen »udvalg« kendes \
          ikke her."
        ]
    );
}

#[test]
fn a_misspelt_key_far_down_a_list_is_told_where_it_stands() {
    let project =
        Project::shipped().replace(MYNDIGHEDER, "punkt = 8", "punkt = 8\nbeslutnig = \"x\"");
    let text = project.text(MYNDIGHEDER);
    let line = 1 + text[..text.find("beslutnig").expect("it is there")].matches('\n').count();
    assert_eq!(
        project.findings(),
        [format!(
            "fejl[ukendt-noegle] inputs/myndigheder.toml, linje {line}, kolonne 1: Oplysningen \
             »beslutnig« kendes ikke her. Mente du »beslutning«?"
        )]
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_told_with_what_it_should_be() {
    let cases = [
        (
            "dato = 2020-09-14",
            "dato = \"14. september\"",
            "dato",
            "linje 15, kolonne 8",
            "Skriv datoen som 2020-09-14, uden anførselstegn.",
        ),
        (
            "dato = 2020-09-14",
            "dato = 2020-09-14T10:00:00",
            "dato",
            "linje 15, kolonne 8",
            "Skriv datoen som 2020-09-14, uden anførselstegn.",
        ),
        (
            "kladde = true",
            "kladde = \"ja\"",
            "kladde",
            "linje 17, kolonne 10",
            "Her skal stå true eller false.",
        ),
        (
            "organ = \"KKR Nordjylland\"",
            "organ = 7",
            "organ",
            "linje 16, kolonne 9",
            "Her skal stå en tekst i anførselstegn.",
        ),
        (
            "vision = \"Øget egenmestring\"",
            "vision = 7",
            "vision",
            "linje 9, kolonne 10",
            "Her skal stå en tekst i anførselstegn.",
        ),
    ];
    for (old, new, field, place, hint) in cases {
        assert_eq!(
            Project::shipped().replace(AFTALE, old, new).findings(),
            [format!(
                "fejl[forkert-slags] inputs/aftale.toml, {place}: Oplysningen »{field}« er af en \
                 forkert slags. {hint}"
            )],
            "{new}"
        );
    }
}

#[test]
fn a_number_in_quotes_is_told_as_no_whole_number() {
    let found = Project::shipped().replace(AFTALE, "nummer = 1", "nummer = \"1\"").findings();
    assert!(
        found.iter().any(|finding| finding.ends_with(
            "Oplysningen »nummer« er af en forkert slags. \
             Her skal stå et helt tal uden anførselstegn."
        )),
        "{found:#?}"
    );
}

#[test]
fn a_missing_key_is_told_at_the_top_and_in_a_table() {
    assert_eq!(
        Project::shipped()
            .replace(AFTALE, "vision =", "# ")
            .replace(AFTALE, "organ =", "# ")
            .findings(),
        [
            "fejl[mangler-oplysning] inputs/aftale.toml: Oplysningen »vision« mangler. \
             Skriv fx: vision = …",
            "fejl[mangler-oplysning] inputs/aftale.toml, linje 13, kolonne 1: Oplysningen »organ« \
             mangler under »udgave«. Skriv fx: organ = …",
        ]
    );
}

#[test]
fn a_word_outside_the_choices_is_told_with_the_choices() {
    let found = Project::shipped().replace(DOKUMENTER, "gruppe = \"oplaeg\"", "gruppe = \"notat\"");
    let text = found.text(DOKUMENTER);
    let line = 1 + text[..text.find("\"notat\"").expect("it is there")].matches('\n').count();
    assert_eq!(
        found.findings(),
        [format!(
            "fejl[ukendt-valg] inputs/dokumenter.toml, linje {line}, kolonne 10: »notat« kan ikke \
             vælges under »dokument«. Der kan vælges mellem: aftale, bilag, sager, oplaeg, vejledning, \
             arbejdspapirer."
        )]
    );
}

#[test]
fn a_broken_line_is_told_with_line_and_column() {
    let found = Project::shipped().replace(AFTALE, "\"Øget egenmestring\"", "Øget").findings();
    assert_eq!(
        found,
        ["fejl[toml-syntaks] inputs/aftale.toml, linje 9, kolonne 10: Linjen er ikke skrevet \
          rigtigt. En oplysning skrives: navn = \"værdi\". Se efter manglende anførselstegn og \
          klammer."]
    );
}

#[test]
fn a_date_that_is_none_is_told_with_its_name_and_how_to_write_one() {
    let hint = "Skriv datoen som 2020-09-14, uden anførselstegn.";
    for written in ["2020-02-30", "2020-09-31", "14.09.2020", "14-09-2020", "14/9/2020"] {
        let found = Project::shipped().replace(AFTALE, "2020-09-14", written).findings();
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(
            found[0].starts_with("fejl[toml-syntaks] inputs/aftale.toml, linje 15, kolonne "),
            "{found:?}"
        );
        let told = format!(": Oplysningen »dato« er ikke en dato: »{written}«. {hint}");
        assert!(found[0].ends_with(&told), "{found:?}");
    }
    let inline = Project::shipped().replace(DOKUMENTER, "2020-01-20", "20.01.2020").findings();
    assert!(
        inline[0].ends_with(&format!("»dato« er ikke en dato: »20.01.2020«. {hint}")),
        "{inline:?}"
    );
    let quoted = Project::shipped().replace(AFTALE, "til = 2022-12-31", "til = \"2022-12-31\"");
    assert_eq!(
        quoted.findings(),
        [format!(
            "fejl[forkert-slags] inputs/aftale.toml, linje 8, kolonne 7: Oplysningen »til« er af en \
             forkert slags. {hint}"
        )]
    );
}

#[test]
fn a_fault_within_a_chapter_is_told_where_it_stands() {
    let with = |chapter: &str| {
        Project::shipped()
            .replace(DOKUMENTER, "{ tekst = \"fokusomraader\", under = [\"fokus:*\"] }", chapter)
            .findings()
    };
    assert_eq!(
        with("{ tekst = \"fokusomraader\", under = [\"fokus:*\"], undre = 1 }"),
        [
            "fejl[ukendt-noegle] inputs/dokumenter.toml, linje 16, kolonne 51: Oplysningen »undre« kendes \
          ikke her. Mente du »under«?"
        ]
    );
    let wrong = with("{ tekst = 7, under = [\"fokus:*\"] }");
    assert_eq!(
        wrong,
        [
            "fejl[forkert-slags] inputs/dokumenter.toml, linje 16, kolonne 13: Oplysningen »tekst« er af \
          en forkert slags. Her skal stå en tekst i anførselstegn."
        ]
    );
    let list = with("{ tekst = \"fokusomraader\", under = \"fokus:*\" }");
    assert!(
        list[0].ends_with(
            "Oplysningen »under« er af en forkert slags. Her skal stå en liste i kantede klammer."
        ),
        "{list:?}"
    );
    let missing = with("{ tekst = \"fokusomraader\" }");
    assert!(missing[0].contains("Oplysningen »under« mangler under »dokument«."), "{missing:?}");
}

#[test]
fn the_manner_of_a_local_text_may_be_written_in_plain_danish() {
    let shipped = Project::shipped();
    let source = shipped.text(MYNDIGHEDER);
    let manner = source.lines().find(|line| line.starts_with("maade = ")).expect("a local text");
    for written in ["før", "efter", "i stedet", "foer", "i_stedet"] {
        let project =
            shipped.clone().replace(MYNDIGHEDER, manner, &format!("maade = \"{written}\""));
        assert_eq!(project.findings(), Vec::<String>::new());
    }
}

#[test]
fn a_list_written_as_a_value_is_told() {
    let found = Project::shipped().with(MYNDIGHEDER, "myndighed = 3\n").findings();
    assert!(
        found.contains(
            &"fejl[forkert-slags] inputs/myndigheder.toml, linje 1, kolonne 13: »myndighed« skal \
              være en liste. Skriv [[myndighed]] over hver del."
                .to_owned()
        ),
        "{found:#?}"
    );
}

#[test]
fn faults_of_several_files_are_told_at_once_in_order() {
    let found = Project::shipped()
        .replace(AFTALE, "vision =", "# ")
        .replace(MYNDIGHEDER, "raad = \"Byrådet\"", "rad = \"Byrådet\"")
        .without(TAKSTER)
        .findings();
    let codes: Vec<&str> =
        found.iter().map(|finding| finding.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(
        codes,
        [
            "fejl[mangler-oplysning] inputs/aftale.toml",
            "fejl[mangler-oplysning] inputs/myndigheder.toml, linje 4, kolonne 1",
            "fejl[ukendt-noegle] inputs/myndigheder.toml, linje 8, kolonne 1",
            "fejl[fil-mangler] inputs/takster.xlsx",
        ]
    );
}

#[test]
fn without_the_list_of_parties_the_workbook_is_not_blamed() {
    assert_eq!(
        Project::shipped().without(MYNDIGHEDER).findings()[..1],
        ["fejl[fil-mangler] inputs/myndigheder.toml: Filen findes ikke. Læg den i inputs/, eller \
          hent den fra en sikkerhedskopi."]
    );
    let broken = Project::shipped().append(MYNDIGHEDER, "x = [\n").findings();
    assert!(
        broken.iter().all(|finding| finding.contains("inputs/myndigheder.toml")),
        "{broken:#?}"
    );
}

#[test]
fn every_value_of_the_toml_files_knows_its_line() {
    let (records, _) = Project::shipped().read();
    let places = records.expect("a project").places;
    assert_eq!(places["aftale.udgave.dato"].to_string(), "inputs/aftale.toml, linje 15, kolonne 8");
    assert_eq!(
        places["myndighed.myndighed.0.navn"].to_string(),
        "inputs/myndigheder.toml, linje 6, kolonne 8"
    );
}
