//! What may be names of citizens in the parties' own words, told by their initials.

use socialaftale::text::danish::personnavne;

use crate::project::{Cell, INDBERETNINGER, MYNDIGHEDER, Project, TAKSTER};

const HINT: &str = "Er det borgere, så skriv det uden navn, en tekst under »Rettelse«. Er det ikke, \
                    kan reglen undtages med en begrundelse. Regel P02: Datatilsynet om anonymisering: \
                    oplysninger om få personer i navngivne kommuner er følsomme.";

fn names(words: &str) -> Vec<&str> {
    let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    personnavne(words, &list(&["Mette", "Hans", "Bo"]), &list(&["vej", "gade", "huset"]))
}

#[test]
fn a_given_name_with_a_surname_an_age_or_an_address_may_be_a_citizen() {
    for (words, name) in [
        ("Borgeren Mette Hansen venter.", "Mette Hansen"),
        ("Det gælder Mette Riis-Hansen Ømø, som venter.", "Mette Riis-Hansen Ømø"),
        ("(Mette H. fra Thy)", "Mette H"),
        ("Mette på 17 år", "Mette"),
        ("Mette, 17 år, venter", "Mette"),
        ("Mette (17 år)", "Mette"),
        ("en 17-årig Mette", "Mette"),
        ("Den 17-årige Mette venter", "Mette"),
        ("Mette bor på Algade 12.", "Mette"),
    ] {
        assert_eq!(names(words), [name], "{words}");
    }
    assert_eq!(
        names("Mette Hansen og Bo Ås\nHans N. Holm"),
        ["Mette Hansen", "Bo Ås", "Hans N. Holm"]
    );
    for words in [
        "Mette venter.",
        "Mette, Hansen og andre",
        "Mette\nHansen",
        "Hansen og mette hansen",
        "Mette VISO",
        "Hans 17 pladser",
        "Bo på Hobro",
        "Hans Jensens Vej",
        "Mette Marit Huset i Hobro",
        "En 17-årig borger",
        "Bo nær en gade 12",
        "",
    ] {
        assert_eq!(names(words), Vec::<&str>::new(), "{words}");
    }
}

#[test]
fn a_name_in_what_a_party_wrote_is_told_by_its_initials() {
    // A correction that is put in says not why, which is told of apart.
    let with = |sheet, at, words| -> Vec<String> {
        let cell = Cell::Text(words);
        let told = Project::shipped().workbook_cell(INDBERETNINGER, sheet, at, cell).findings();
        told.into_iter().filter(|one| !one.contains("[rettelse-uden-begrundelse]")).collect()
    };
    let two = "Mette Hansen venter, og det gør Bo (34 år) også.";
    for (sheet, at) in
        [("Tekster", "E3"), ("Tekster", "J3"), ("Tilbud", "H2"), ("Tilbud", "L2"), ("Tal", "H2")]
    {
        assert_eq!(
            with(sheet, at, two),
            [format!(
                "advarsel[muligt-navn] inputs/indberetninger.xlsx, arket »{sheet}«, celle {at}: Her \
                 står måske navne på borgere (M. H., B.). {HINT}"
            )]
        );
    }
    assert_eq!(with("Tekster", "E3", "Borgerne venter på Mette."), Vec::<String>::new());
}

#[test]
fn contacts_and_tilbud_are_no_citizens() {
    let written = || {
        Project::shipped().workbook_cell(
            INDBERETNINGER,
            "Tekster",
            "E3",
            Cell::Text("Kontakt Mette Hansen om Anna Ankers Minde."),
        )
    };
    let told = |project: Project| {
        let found = project.findings().into_iter();
        found.filter(|one| one.contains("muligt-navn")).collect::<Vec<_>>()
    };
    assert!(told(written())[0].contains("borgere (M. H., A. A. M.)."));
    let known = written()
        .replace(MYNDIGHEDER, "kilde = ", "kontakt = \"Mette Hansen\"\nkilde = ")
        .workbook_cell(TAKSTER, "Takster", "B5", Cell::Text("Anna Ankers Minde"));
    assert_eq!(told(known), Vec::<String>::new());
}
