//! Titles, bilag and the years of what is made each year.

use crate::project::{AFTALE, DOKUMENTER, Project, REGLER};

const FORORD: &str = "inputs/tekst/forord.md";
const K16: &str = " Regel K16: DAS, referat 25. maj 2020, punkt 4: titlerne skiftede, efter at \
                   teksterne var skrevet.";
const K17: &str = " Regel K17: DAS, referat 25. maj 2020: to forskellige papirer hed bilag 4.";
const K18: &str = " Regel K18: Bilagslisten til Nordjysk Socialaftale 2021-2022.";

fn shipped() -> Project {
    Project::shipped()
}

/// The last line of the foreword when some words are added to it.
fn added(words: &str) -> (Project, usize) {
    let project = shipped().append(FORORD, &format!("\n{words}\n"));
    let line = project.text(FORORD).lines().count();
    (project, line)
}

#[test]
fn an_earlier_title_stands_only_in_texts_of_history() {
    let words = "Fokusområdet den gode alderdom for\nborgere med et handicap er nyt.";
    let (project, last) = added(words);
    assert_eq!(
        project.findings(),
        [format!(
            "fejl[k16-titler] inputs/tekst/forord.md, linje {}, kolonne 14: Her står den tidligere titel \
             »Den gode alderdom for borgere med et handicap«; nu hedder det »Den gode alderdom« \
             (inputs/tekst/fokus-alderdom.md). Ret titlen, eller skriv teksten under \
             »historik« i K16.{K16}",
            last - 1
        )]
    );
    let (project, line) = added("Vi arbejder for Bedre og billigere pladser.");
    assert_eq!(
        project.findings(),
        [format!(
            "fejl[k16-titler] inputs/tekst/forord.md, linje {line}, kolonne 17: Her står den tidligere \
             titel »Bedre og billigere pladser«; nu hedder det »Effektive og vidensbaserede løsninger« \
             (inputs/tekst/fokus-loesninger.md). Ret titlen, eller skriv teksten under \
             »historik« i K16.{K16}"
        )]
    );
    let (project, _) = added("Fokusområdet Den gode alderdom er et af tre.");
    assert_eq!(project.findings(), Vec::<String>::new());
    let told =
        shipped().append("inputs/tekst/oplaeg-proces.md", &format!("\n{words}\n")).findings();
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn an_earlier_title_belongs_to_one_that_is_used() {
    let told = shipped()
        .replace(
            REGLER,
            "\"Effektive og vidensbaserede løsninger\" = [",
            "\"Effektive løsninger\" = [",
        )
        .findings();
    assert!(
        told.len() == 1
            && told[0].ends_with(&format!(
                ": »Effektive løsninger« er hverken vision, fokusområde eller bilag. Mente du »Effektive \
                 og vidensbaserede løsninger«?{K16}"
            )),
        "{told:?}"
    );
}

#[test]
fn a_bilag_has_the_title_of_its_document() {
    let project = shipped().replace(AFTALE, "titel = \"Specifikke", "titel = \"Særlige");
    let at = project.line(AFTALE, "noegle = \"specialundervisning\"", "titel");
    let document = project.line(DOKUMENTER, "noegle = \"specialundervisning\"", "titel");
    assert_eq!(
        project.findings(),
        [format!(
            "fejl[k16-titler] inputs/aftale.toml, linje {at}, kolonne 9: Bilaget hedder »Særlige \
             aftalevilkår for specialundervisning« her, men dokumentet hedder »Specifikke aftalevilkår \
             for specialundervisning« (inputs/dokumenter.toml, linje {document}, kolonne 9). Giv dem \
             samme titel.{K16}"
        )]
    );
    let told =
        shipped().replace(DOKUMENTER, "om {{udmelding.kort}}", "om {{udmelding.titel}}").findings();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(
        told[0].contains("dokumentet hedder »Afrapportering på den centrale udmelding om Borgere")
    );
}

#[test]
fn a_bilag_that_a_text_names_by_number_is_in_the_register() {
    let (project, line) = added("Se bilag 6 og Bilag\u{a0}7. Takstbilag 2020 er et andet papir.");
    assert_eq!(
        project.findings(),
        [format!(
            "fejl[k17-bilag] inputs/tekst/forord.md, linje {line}, kolonne 15: Her henvises til bilag 7, \
             som ikke er i bilagslisten. Skriv henvisningen med nøgle, fx \
             [](#bilag:styringsaftale).{K17}"
        )]
    );
}

#[test]
fn every_bilag_is_referred_to() {
    let without_list =
        shipped().replace("inputs/tekst/bilagsoversigt.md", "{{tabel \"bilag\"}}", "Se nedenfor.");
    assert_eq!(without_list.findings(), Vec::<String>::new());
    let told = without_list
        .replace("inputs/tekst/specialundervisning.md", "[](#bilag:specialundervisning)", "bilaget")
        .findings();
    let at = shipped().line(AFTALE, "[[bilag]]", "noegle = \"specialundervisning\"");
    assert_eq!(
        told,
        [format!(
            "fejl[k17-bilag] inputs/aftale.toml, linje {at}, kolonne 10: Ingen tekst henviser til bilag 6, \
             »Specifikke aftalevilkår for specialundervisning«. Henvis til det med \
             [](#bilag:specialundervisning), eller vis dem alle med {{{{tabel \"bilag\"}}}}.{K17}"
        )]
    );
}

#[test]
fn what_is_made_each_year_bears_its_year() {
    let bilag = |words| shipped().line(AFTALE, "[[bilag]]", words);
    let (noegle, titel) = (bilag("noegle = \"styringsaftale\""), bilag("titel = \"Styringsaftale"));
    let document = |words| shipped().line(DOKUMENTER, "noegle = \"takstbilag\"", words);
    let (takstbilag, filnavn) = (document("titel"), document("filnavn"));
    let cases = [
        (
            shipped().replace(AFTALE, "aar = 2021\n", ""),
            format!(
                "inputs/aftale.toml, linje {noegle}, kolonne 10: Bilaget »styringsaftale« gælder et år \
                 ad gangen, men har intet »aar«. Skriv året som »aar« og i titlen."
            ),
        ),
        (
            shipped().replace(AFTALE, "aar = 2021", "aar = 2022"),
            format!(
                "inputs/aftale.toml, linje {titel}, kolonne 9: Bilaget »Styringsaftale 2021« er for \
                 2022, men året står ikke i titlen. Skriv året som »aar« og i titlen."
            ),
        ),
        (
            shipped().replace(DOKUMENTER, "titel = \"Takstbilag 2020\"", "titel = \"Takstbilag\""),
            format!(
                "inputs/dokumenter.toml, linje {takstbilag}, kolonne 9: »Takstbilag« gælder et år ad \
                 gangen, men året står ikke i titlen. Skriv samme år i titlen og i filnavnet."
            ),
        ),
        (
            shipped().replace(DOKUMENTER, "\"takstbilag-2020\"", "\"takstbilag-2021\""),
            format!(
                "inputs/dokumenter.toml, linje {takstbilag}, kolonne 9: »Takstbilag 2020« har et andet \
                 år i titlen end i filnavnet »takstbilag-2021« (inputs/dokumenter.toml, linje \
                 {filnavn}, kolonne 11). Skriv samme år i titlen og i filnavnet."
            ),
        ),
    ];
    for (project, told) in cases {
        assert_eq!(project.findings(), [format!("fejl[k18-aar] {told}{K18}")]);
    }
}

#[test]
fn bilag_have_numbers_of_their_own_without_a_gap() {
    let numbered = |number| shipped().replace(AFTALE, "nummer = 6", &format!("nummer = {number}"));
    let at = |key| shipped().line(AFTALE, &format!("noegle = \"{key}\""), "nummer");
    assert_eq!(
        numbered(5).findings(),
        [format!(
            "fejl[k17-bilag] inputs/aftale.toml, linje {}, kolonne 10: Bilagene »styringsaftale« \
             (inputs/aftale.toml, linje {}, kolonne 10) og »specialundervisning« har samme nummer. Giv \
             hvert bilag sit eget nummer.{K17}",
            at("specialundervisning"),
            at("styringsaftale")
        )]
    );
    assert_eq!(
        numbered(8).findings(),
        [format!(
            "advarsel[k17-bilag] inputs/aftale.toml: Efter nummer skulle bilag 6 komme, men det næste \
             er 8. Giv bilagene numre fra 1 og op uden spring.{K17}"
        )]
    );
}
