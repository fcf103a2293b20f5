use socialaftale::cli::Outcome;

use crate::built::{Project, built, socialaftale};

#[test]
fn byg_ends_with_a_table_of_documents_formats_pages_size_and_findings() {
    let (_, ran) = built();
    for words in ["Dokument", "Formater", "Sider", "Størrelse", "Afventer", "Fund", "pdf, docx"] {
        assert!(ran.out.contains(words), "lacks {words}:\n{}", ran.out);
    }
    assert!(
        ran.out.contains("26 dokumenter i output/: 52 filer skrevet, 0 uændrede."),
        "{}",
        ran.out
    );
}

#[test]
fn what_stands_in_the_output_is_told_to_be_as_it_was_where_there_is_any() {
    let project = Project::new();
    let told = || project.run(&["byg", "sag-rebildt"]).err;
    assert!(told().ends_with("\nIntet er skrevet.\n"), "{}", told());
    assert_eq!(project.run(&["byg", "sag-rebild", "--format", "docx"]).outcome, Outcome::Fine);
    let as_it_was = "\nIntet er skrevet; dokumenterne i output/ er, som de var.\n";
    assert!(told().ends_with(as_it_was), "{}", told());
}

#[test]
fn byg_can_be_asked_for_groups_documents_and_formats() {
    let project = Project::new();
    let ran = project.run(&["byg", "--kun", "oplaeg", "--format", "docx"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    let made: Vec<String> = project.output().into_keys().collect();
    assert_eq!(made, ["manifest.json", "oplaeg-politisk-fokus-2021-2022.docx"]);
}

#[test]
fn an_unknown_document_is_told_with_the_nearest() {
    let project = Project::new();
    let ran = project.run(&["byg", "sag-rebildt"]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert_eq!(
        ran.err,
        "fejl[ukendt-dokument]: Der er intet dokument med nøglen »sag-rebildt«.\n  \
         i kommandolinjen\n  Mente du »sag-rebild«?\n\n1 fejl.\nIntet er skrevet.\n"
    );
}

#[test]
fn english_names_are_understood() {
    let project = Project::new();
    assert_eq!(project.run(&["build", "sag-rebild", "--format", "docx"]).outcome, Outcome::Fine);
    assert_eq!(project.run(&["documents"]).outcome, Outcome::Fine);
    assert_eq!(project.run(&["fields"]).outcome, Outcome::Fine);
}

#[test]
fn tjek_tells_all_faults_at_once_and_writes_nothing() {
    let project = Project::new();
    project.replace("inputs/tekst/sag-resume.md", "{{aftale.titel}}", "{{aftale.tittel}}").replace(
        "inputs/tekst/vision.md",
        "{{aftale.titel}}",
        "{{aftale.titell}}",
    );
    let ran = project.run(&["tjek"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    for words in [
        "Der findes intet felt »aftale.tittel«: »tittel« er ukendt.",
        "Der findes intet felt »aftale.titell«: »titell« er ukendt.",
        "i inputs/tekst/sag-resume.md, linje ",
        "i inputs/tekst/vision.md, linje ",
        "Mente du »titel«?",
    ] {
        assert!(ran.out.contains(words), "lacks {words}:\n{}", ran.out);
    }
    assert!(!project.path().join("output").exists());
}

#[test]
fn tjek_counts_the_open_points_of_each_file_and_lists_every_one_when_asked() {
    let (project, _) = built();
    let ran = project.run(&["tjek"]);
    let end = ran.out.split("åbne punkter (»afventer«):\n").nth(1).expect("open points");
    assert!(end.contains("  inputs/tekst/vision.md: 1\n"), "{end}");
    assert!(end.contains("  Se dem alle med: socialaftale tjek --alle\n"), "{end}");
    assert!(!end.contains('[') && !ran.out.contains("Afventer: "), "{}", ran.out);
    let ran = project.run(&["tjek", "--alle"]);
    assert_eq!(ran.outcome, Outcome::Fine);
    assert!(
        ran.out.contains(
            "advarsel[afventer]: inputs/tekst/vision.md\n  linje 9, kolonne 1: Afventer: visionens \
             endelige ordlyd.\n"
        ),
        "{}",
        ran.out
    );
}

#[test]
fn an_exception_is_told_at_the_end_of_tjek_and_kept_in_the_manifest() {
    let reason = "Siden er under ombygning";
    let project = Project::new();
    project.replace(
        "inputs/regler.toml",
        "[[regel]]",
        &format!("[[undtagelse]]\nregel = \"R06\"\nbegrundelse = \"{reason}\"\n\n[[regel]]"),
    );
    project.replace("inputs/regler.toml", "hoejst = 20000", "hoejst = 2700");
    let ran = project.run(&["tjek"]);
    assert!(ran.out.ends_with(&format!("\nUndtaget fra R06 (1 fund): {reason}\n")), "{}", ran.out);
    assert!(!ran.out.contains("takst-uden-for-graenser"), "{}", ran.out);
    let ran = project.run(&["byg", "sag-rebild", "--format", "docx"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    let manifest = std::fs::read(project.path().join("output/manifest.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("JSON");
    assert_eq!(manifest["undtagelser"][0]["regel"], "R06");
    assert_eq!(manifest["undtagelser"][0]["begrundelse"], reason);
    assert_eq!(
        manifest["undtagelser"][0]["fund"][0],
        "fejl[takst-uden-for-graenser] inputs/takster.xlsx, arket »Takster«, celle J2: Taksten 2.719 \
         ligger uden for 100 til 2.700 kr. pr. døgn. Se efter, om et punktum for tusinder er blevet et \
         komma. Regel R06: Programmets egen kontrol; grænserne er sekretariatets."
    );
}

#[test]
fn regler_lists_every_rule_with_its_years_and_source() {
    let ran = Project::new().run(&["regler"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    for key in 1..=18 {
        assert!(ran.out.contains(&format!("│ K{key:02} ")), "lacks K{key:02}:\n{}", ran.out);
    }
    for words in ["2021-2022", "-2017", "2018-", "advarsel", "Serviceloven § 9"] {
        assert!(ran.out.contains(words), "lacks {words}:\n{}", ran.out);
    }
}

#[test]
fn dokumenter_shows_what_is_made_from_what() {
    let (project, _) = built();
    let ran = project.run(&["dokumenter"]);
    assert!(ran.out.ends_with("26 dokumenter.\n"), "{}", ran.out);
    let rebild = "sag-rebild (sager)\n  \
         Titel     Godkendelse af Nordjysk Socialaftale 2021-2022\n  \
         Filer     sag-rebild.pdf, sag-rebild.docx\n  \
         Skabelon  byraadssag-rebild, ellers byraadssag\n  \
         Tekster   lokal-rebild-indstilling, sag-sagsfremstilling, lokal-rebild-handicapraad, \
         lokal-rebild-afgoeres, sag-resume\n";
    assert!(ran.out.contains(rebild), "{}", ran.out);
}

#[test]
fn felter_shows_value_and_origin() {
    let (project, _) = built();
    let ran = project.run(&["felter"]);
    let line = ran.out.lines().find(|line| line.contains("{{takst.aalborg_krisecenter.takst}}"));
    let line = line.expect("the field is listed");
    assert!(line.contains("2.139"), "{line}");
    let own = project.run(&["felter", "sag-rebild"]);
    assert!(own.out.contains("{{myndighed.navn}}"), "{}", own.out);
    let unknown = project.run(&["felter", "sag-rebil"]);
    assert!(unknown.err.contains("Mente du »sag-rebild«?"), "{}", unknown.err);
}

#[test]
fn a_folder_without_a_project_is_told_what_to_do() {
    let empty = tempfile::TempDir::new().expect("a folder");
    let path = empty.path().to_str().expect("UTF-8");
    let ran = socialaftale(&["byg", "--projekt", path]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert_eq!(
        ran.err,
        format!(
            "fejl[fil-kan-ikke-laeses]: Mappen »{}« findes ikke.\n  i inputs\n  \
             Kør »socialaftale ny MAPPE« for at lave en projektmappe, eller vælg en med --projekt.\n\n\
             1 fejl.\nIntet er skrevet.\n",
            empty.path().join("inputs").display()
        )
    );
}

#[test]
fn a_new_project_is_made_and_can_be_built() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let path = folder.path().join("min aftale æøå");
    let shown = path.to_str().expect("UTF-8");
    let ran = socialaftale(&["ny", shown]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    assert!(ran.out.starts_with(&format!("Projektmappen »{shown}« er klar med ")), "{}", ran.out);
    let ran = socialaftale(&["byg", "sag-rebild", "--format", "docx", "--projekt", shown]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
}

#[test]
fn names_and_groups_that_do_not_meet_are_told() {
    let ran = Project::new().run(&["byg", "aftale", "--kun", "sager"]);
    assert_eq!(ran.outcome, Outcome::Usage);
    assert!(ran.err.contains("Ingen dokumenter passer til både navnene og --kun."), "{}", ran.err);
}

#[test]
fn tjek_lists_what_empty_cells_and_lines_leave_open() {
    let (project, _) = built();
    let ran = project.run(&["tjek", "--alle"]);
    for words in [
        "pladser for Forsorgshjemmet Svenstrupgård; takst for Forsorgshjemmet Svenstrupgård; ",
        "Afventer mødedato for Brønderslev Kommune, Frederikshavn Kommune, ",
        "Afventer journalnummer for Brønderslev Kommune, ",
        "Ingen af de 12 parter har skrevet deres råds beslutning ind med dato.",
    ] {
        assert!(ran.out.contains(words), "lacks {words}:\n{}", ran.out);
    }
}

#[test]
fn faults_of_every_kind_are_told_in_one_run_and_nothing_else() {
    let project = Project::new();
    project
        .replace("inputs/aftale.toml", "betegnelse =", "betegnelce =")
        .replace(
            "inputs/tekst/vision.md",
            "{{aftale.titel}}",
            "{{aftale.titell}} {{kr antal.parter enhed=\"x\"}} [](#kapitel:vissionen)",
        )
        .remove("inputs/tekst/forord.md")
        .replace_part(
            "inputs/takster.xlsx",
            "xl/worksheets/sheet2.xml",
            ">Besluttet<",
            ">Beslutet<",
        );
    let ran = project.run(&["byg"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    let codes: Vec<&str> =
        ran.err.lines().filter_map(|line| line.strip_prefix("fejl[")?.split(']').next()).collect();
    assert_eq!(
        codes,
        [
            "mangler-oplysning",
            "ukendt-noegle",
            "ukendt-tekst",
            "ukendt-kolonne",
            "ukendt-felt",
            "ukendt-valg",
            "henvisning-uden-maal",
        ]
    );
}

#[test]
fn the_takster_of_a_day_are_shown_and_the_manifest_says_which() {
    let project = Project::new();
    let ran = project.run(&["felter", "--pr", "2020-07-01"]);
    let line = ran.out.lines().find(|line| line.contains("{{takst.aalborg_krisecenter.takst}}"));
    assert!(line.is_some_and(|line| line.contains("1.933")), "{line:?}");
    let pr = |day: &[&str]| {
        let line = [&["byg", "takstbilag", "vejledning", "--format", "docx"], day].concat();
        let ran = project.run(&line);
        assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
        let days: Vec<Option<String>> =
            project.manifest().dokumenter.into_iter().map(|entry| entry.takster_pr).collect();
        (ran.out.lines().last().expect("a line").to_owned(), days)
    };
    let day = |day: &str| vec![Some(day.to_owned()), None];
    assert_eq!(
        pr(&["--pr", "1-7-2020"]),
        ("Taksterne er dem, der gælder den 1. juli 2020.".to_owned(), day("2020-07-01"))
    );
    assert_eq!(pr(&[]).1, day("2020-09-14"));
}

#[test]
fn tjek_weighs_the_belaegning_of_the_day_and_byg_says_nothing_of_it() {
    let told = "advarsel[belaegning-afviger]: Aalborg Krisecenter er beregnet med en belægning på \
                90 %, men den faktiske var i gennemsnit 97,07 % i 2018-2019.\n  i inputs/takster.xlsx, \
                arket »Takster«, celle";
    let project = Project::new();
    for (day, cell) in [("2020-07-01", "L6"), ("2020-09-01", "L7")] {
        let ran = project.run(&["tjek", "takstbilag", "--pr", day]);
        assert!(ran.out.contains(&format!("{told} {cell}\n")), "{}", ran.out);
    }
    let ran = project.run(&["byg", "styringsaftale", "--format", "docx"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    let entry = project.manifest().dokumenter.into_iter().next().expect("a document");
    let inputs: Vec<String> = entry.inputs.into_iter().map(|input| input.fil).collect();
    for file in ["inputs/takster.xlsx", "inputs/regler.toml"] {
        assert!(inputs.contains(&file.to_owned()), "{inputs:?}");
    }
}
