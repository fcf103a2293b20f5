//! The guide tells the truth: its commands, options, helpers and faults exist, and its examples work.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use socialaftale::cli::Outcome;
use socialaftale::package::{Limits, Package};
use socialaftale::render::word::{WordTemplate, inspect, render};
use socialaftale::text::markdown::verbatim;

use crate::built::{Project, socialaftale};
use crate::project;
use crate::word::sample;
use crate::word::small::{options, p, part, table, template, text};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect(folder);
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    found.retain(|path| path.to_string_lossy().ends_with(ending));
    found.sort();
    assert!(!found.is_empty(), "{folder} has none that ends in {ending}");
    found
}

/// All that the guide shows as it is typed, without the backticks and fences round it.
static SHOWN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut shown = Vec::new();
    for path in files("inputs/vejledning", ".md") {
        let source = fs::read_to_string(path).expect("a text");
        for range in verbatim(&source) {
            let words = source[range].trim_matches(['`', '\n']).replace("\\|", "|");
            shown.extend(words.lines().map(|line| line.trim().to_owned()));
        }
    }
    shown
});

/// The lines that begin with the program's name, as words.
fn command_lines() -> Vec<Vec<&'static str>> {
    let lines = SHOWN.iter().filter(|line| line.starts_with("socialaftale "));
    lines.map(|line| line.split(' ').skip(1).collect()).collect()
}

/// The tags that name a helper or a block: "kr felt", "#each liste".
fn tags() -> Vec<&'static str> {
    let tags = SHOWN.iter().flat_map(|line| line.split("{{").skip(1));
    let inside = tags.filter_map(|rest| Some(rest.split_once("}}")?.0));
    inside.filter(|tag| tag.starts_with('#') || tag.contains(' ')).collect()
}

#[test]
fn every_command_and_option_exists() {
    let lines = command_lines();
    assert!(lines.len() > 10, "{lines:?}");
    for words in lines {
        let (command, rest) = words.split_first().expect("a command");
        let help = match command.strip_prefix("--") {
            Some(_) => socialaftale(&["--help"]),
            None => socialaftale(&[command, "--help"]),
        };
        assert_eq!(help.outcome, Outcome::Fine, "{words:?}: {}", help.err);
        for option in rest.iter().chain([command]).filter(|word| word.starts_with("--")) {
            assert!(help.out.contains(option), "{words:?}: {}", help.out);
        }
    }
}

/// What a tag is when it stands in a table cell with all that it needs to be whole.
fn whole(tag: &str) -> String {
    let name = tag.trim_start_matches('#').split(' ').next().unwrap_or_default();
    match tag.starts_with('#') {
        true => format!("{{{{{tag}}}}}x{{{{/{name}}}}}"),
        false => format!("{{{{{tag}}}}}"),
    }
}

#[test]
fn every_helper_with_its_options_is_one_of_the_engines() {
    let told = ["else ", "> ", "#*inline "];
    let tags: Vec<&str> =
        tags().into_iter().filter(|tag| !told.iter().any(|t| tag.starts_with(t))).collect();
    for helper in ["kr ", "#kolonner ", "celle ", "billede ", "link ", "tekst "] {
        assert!(tags.iter().any(|tag| tag.starts_with(helper)), "{helper} is not in the guide");
    }
    for tag in tags {
        let bytes = template(&table(&[&[&whole(&tag.replace('…', "x"))]])).write();
        let template = WordTemplate { name: "prøve.docx", bytes: &bytes };
        let Err(found) = render(&template, &sample::context(), &sample::shelf(), &options()) else {
            continue;
        };
        for code in
            ["ukendt-hjaelper", "ukendt-valg", "skabelon-syntaks", "hjaelper-mangler-oplysning"]
        {
            assert!(!found.to_string().contains(code), "{tag}: {found}");
        }
    }
}

/// The conditions in brackets: "(eq a b)".
#[test]
fn every_comparison_is_one_of_the_engines() {
    let conditions: Vec<&str> =
        SHOWN.iter().map(String::as_str).filter(|words| words.starts_with('(')).collect();
    assert_eq!(conditions.len(), 9, "{conditions:?}");
    for condition in conditions {
        let condition = condition.replace(" a", " 1").replace(" b", " 2");
        let bytes =
            template(&p(&format!("{{{{#if {condition}}}}}ja{{{{else}}}}nej{{{{/if}}}}"))).write();
        let template = WordTemplate { name: "prøve.docx", bytes: &bytes };
        let done = render(&template, &sample::context(), &sample::shelf(), &options());
        assert!(done.is_ok(), "{condition}: {}", done.unwrap_err());
    }
}

#[test]
fn every_fault_of_the_table_is_one_the_program_tells() {
    let guide = fs::read_to_string(root().join("inputs/vejledning/vejledning-skabelon.md"))
        .expect("the chapter");
    let (_, table) = guide.split_once("{#ofte-fejl}").expect("the table of faults");
    let codes: Vec<&str> =
        table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    assert!(codes.len() >= 12, "{codes:?}");
    let code = source(&root().join("src"));
    for slug in codes {
        assert!(code.contains(&format!("\"{slug}\"")), "{slug} is told nowhere");
    }
}

fn source(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("a folder of the source");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .map(|path| {
            if path.is_dir() {
                source(&path)
            } else {
                String::from_utf8_lossy(&fs::read(path).expect("a file")).into_owned()
            }
        })
        .collect()
}

#[test]
fn the_guide_is_built_and_shows_tags_as_they_are_typed() {
    let project = Project::new();
    let ran = project.run(&["byg", "--kun", "vejledning", "--format", "docx"]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    assert_eq!(project.manifest().dokumenter[0].afventer, 0);
    let bytes = project.read("output/vejledning.docx");
    assert_eq!(inspect(&bytes, "vejledning.docx").to_string(), "");
    let package = Package::read(&bytes, "vejledning.docx", &Limits::DOCUMENT).expect("a package");
    let said = text(&part(&package, "word/document.xml"));
    for words in [
        "{{#each parter}}",
        "{{aftale.titel}}",
        "[afventer: dato for mødet i fagudvalget]",
        "Lav en skabelon i Word",
    ] {
        assert!(said.contains(words), "lacks {words}");
    }
    let header = text(&part(&package, "word/header1.xml"));
    assert!(!header.contains("UDKAST"), "{header}");
}

#[test]
fn every_picture_and_example_is_named_in_the_guide_and_small() {
    let guide = fs::read_to_string(root().join("inputs/vejledning/vejledning-skabelon.md"))
        .expect("the chapter");
    let named = |path: &Path, prefix: &str| {
        let name = path.file_name().expect("a name").to_string_lossy();
        assert!(guide.contains(&format!("{prefix}{name}")), "{name} is not named");
    };
    for path in files("inputs/vejledning/billeder", ".png") {
        named(&path, "vejledning/billeder/");
        assert!(
            fs::metadata(&path).expect("a size").len() <= 60_000,
            "{} is large",
            path.display()
        );
    }
    files("inputs/vejledning/eksempler", ".docx").iter().for_each(|path| named(path, "hedder "));
}

/// What the example makes in a case of Thisted's, a paragraph on each line, or the faults told.
fn example(name: &str) -> String {
    let shipped = project::shipped();
    let mut findings = socialaftale::finding::Findings::new();
    let shelf = shipped.shelf();
    let jobs = shipped.jobs(&shelf, &mut findings);
    let job = jobs.iter().find(|job| job.key == "sag-thisted").expect("the case");
    let path = root().join(format!("inputs/vejledning/eksempler/{name}"));
    let bytes = fs::read(path).expect("an example");
    match render(&WordTemplate { name, bytes: &bytes }, &job.context, &shelf, &options()) {
        Ok(done) => {
            let package = Package::read(&done.bytes, name, &Limits::DOCUMENT).expect("a package");
            text(&part(&package, "word/document.xml"))
        }
        Err(faults) => faults.to_string(),
    }
}

#[test]
fn the_examples_give_what_their_pictures_show() {
    assert_eq!(
        example("brev.docx"),
        "Thisted Kommune\nTil kommunalbestyrelsen\nNordjysk Socialaftale 2021-2022 skal behandles senest \
         30. november 2020.\nAftalen har 12 parter og gælder fra 1. januar 2021 til 31. december 2022.\n\
         Spørgsmål: nordjysksocialaftale@aalborg.dk\n"
    );
    let rows = example("raekke.docx");
    assert!(
        rows.starts_with(
            "Aftalens parter\nPart | Sagen behandles i | \nBrønderslev Kommune | Byrådet | \n"
        ),
        "{rows}"
    );
    assert_eq!(rows.lines().count(), 14, "{rows}");
    assert_eq!(
        example("liste.docx"),
        "De tre fokusområder\nSammen om en stærk socialpsykiatri\nDen gode alderdom\n\
         Effektive og vidensbaserede løsninger\nSpørgsmål: nordjysksocialaftale@aalborg.dk\n"
    );
    assert_eq!(
        example("betingelse.docx"),
        "Status\nDette er et udkast. Det drøftes i KKR Nordjylland den 14. september 2020.\n\
         Den gælder fra 1. januar 2021.\n"
    );
    assert_eq!(
        example("kolonner.docx"),
        "Til mødet om fokusområderne\n | Fokusområde 1 | Fokusområde 2 | Fokusområde 3 | \n\
         Titel | Sammen om en stærk socialpsykiatri | Den gode alderdom | Effektive og vidensbaserede løsninger | \n\
         Svar | Skriv til nordjysksocialaftale@aalborg.dk. | \n"
    );
}

#[test]
fn the_example_with_faults_has_the_ones_its_picture_shows() {
    let told = example("fejl.docx");
    let codes: Vec<&str> =
        told.lines().filter_map(|line| line.strip_prefix("fejl[")?.split(']').next()).collect();
    assert_eq!(codes, ["ukendt-felt", "ukendt-felt"], "{told}");
}
