//! What changed between editions, from the command line to the words on the terminal and in Word.

use socialaftale::cli::Outcome;

use crate::built::{Project, Ran};
use crate::edition::small;

const FORORD: &str = "inputs/tekst/forord.md";
const AFTALE: &str = "inputs/aftale.toml";

/// The small project with an edition, and with some things changed since.
fn changed() -> Project {
    let project = small::frozen();
    project
        .replace(AFTALE, "vision = \"Øget egenmestring\"", "vision = \"Mere egenmestring\"")
        .replace(AFTALE, "[afventer: lov og paragraf for specialundervisning]", "§ 20")
        .replace(FORORD, "et oplæg", "et politisk oplæg")
        .replace(FORORD, "[afventer: hvem der underskriver forordet]", "Formanden");
    project
}

fn forskel(project: &Project, arguments: &[&str]) -> Ran {
    project.run(&[&["forskel", "--format", "docx"], arguments].concat())
}

const CHANGED: &str = "\
Aftalen
  Aftalen
    Vision: før Øget egenmestring, nu Mere egenmestring
  lovgivningen om specialundervisning, § 20
    Paragraf
      før: [afventer: lov og paragraf for specialundervisning]
      nu:  § 20 (nu udfyldt)

Tekster
  Forord (Nordjysk Socialaftale 2021-2022)
    … udvalg har svaret på et {+politisk +}oplæg. Brugere, …
    [-afventer: hvem der underskriver forordet-]
    Nu udfyldt:
    {+Formanden+}
";

const WRITTEN: &str = "\
Nordjysk Socialaftale 2021-2022
Ændringer siden 0.1 – DAS 25. maj 2020
Før: 0.1 – DAS 25. maj 2020 (Udkast til politisk behandling, 14. september 2020)
Nu: Udkast til politisk behandling, 14. september 2020
Overblik
Aftalen: 2
Tekster: 1
Her står kun det, der er ændret. I teksterne er det, der er kommet til, understreget, og det, der \
                       er gået ud, gennemstreget.
Aftalen
Hvad | Før | Nu |\x20
Aftalen |\x20
Vision | Øget egenmestring | Mere egenmestring |\x20
lovgivningen om specialundervisning, § 20 |\x20
Paragraf | afventer: lov og paragraf for specialundervisning | § 20 (nu udfyldt) |\x20
Tekster
Forord
I Nordjysk Socialaftale 2021-2022
Mange har været med til at forme aftalen. Handicapråd og politiske udvalg har svaret på et \
                       politisk oplæg. Brugere, brugerorganisationer, politikere og embedsmænd \
                       har været samlet til en visionsdag, og fagfolk fra kommunerne og regionen \
                       har arbejdet videre på workshops. En hovedpointe fra visionsdagen går \
                       igen i aftalen: Vil vi lykkes med øget egenmestring, skal vi turde sætte \
                       borgeren og fagligheden fri.
afventer: hvem der underskriver forordet
Nu udfyldt:
Formanden
";

#[test]
fn what_changed_since_the_newest_edition_is_shown_and_written() {
    let project = changed();
    let ran = forskel(&project, &[]);
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""), "{}", ran.out);
    let told = ran.out.replace('\u{a0}', " ");
    let expected = format!(
        "Ændringer siden 0.1 – DAS 25. maj 2020\n\n{CHANGED}\n3 ændringer.\nSkrevet i \
         output/forskel/aendringer-fra-0.1-til-nu.docx\n"
    );
    assert_eq!(told, expected);
    let written = project.read("output/forskel/aendringer-fra-0.1-til-nu.docx");
    assert_eq!(small::docx_text(&written).replace('\u{a0}', " "), WRITTEN);
}

#[test]
fn two_editions_are_compared_by_number_or_name_and_the_documents_stay_as_they_are() {
    let project = changed();
    let ran = project.run(&["byg", "--format", "docx"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    let before = project.read("output/aftale.docx");
    assert_eq!(small::freeze(&project, &["KKR"]).outcome, Outcome::Fine);
    let ran = forskel(&project, &["das 25. maj 2020", "0.2"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    assert!(ran.out.contains("output/forskel/aendringer-fra-0.1-til-0.2.docx"), "{}", ran.out);
    assert_eq!(project.read("output/aftale.docx"), before);
    let again = project.run(&["byg", "--format", "docx"]);
    assert!(!again.err.contains("ikke-laengere-lavet"), "{}", again.err);
    assert!(!ran.err.contains("udgaver-ombyttet"), "{}", ran.err);
    let back = forskel(&project, &["0.2", "0.1"]);
    let told = "advarsel[udgaver-ombyttet]: Udgave 0.2 er nyere end udgave 0.1: listen går baglæns \
                i tid.\n  i kommandolinjen\n  Skriv den ældste først: socialaftale forskel 0.1 0.2.\n";
    assert_eq!((back.outcome, back.err.contains(told)), (Outcome::Fine, true), "{}", back.err);
}

#[test]
fn without_changes_nothing_is_written() {
    let project = small::frozen();
    let ran = forskel(&project, &["0.1"]);
    assert_eq!(ran.out, "Ændringer siden 0.1 – DAS 25. maj 2020\n\nIngen ændringer.\n");
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    assert!(!project.path().join("output/forskel").exists());
}

#[test]
fn editions_that_cannot_be_compared_are_told_of() {
    let project = small::frozen();
    for (arguments, outcome, told) in [
        (
            &["0.7"][..],
            Outcome::Usage,
            "fejl[ukendt-udgave]: Der er ingen udgave, der hedder »0.7«.",
        ),
        (&["DAS 25. mai 2020"], Outcome::Usage, "Mente du »DAS 25. maj 2020«?"),
        (
            &["0.1", "DAS 25. maj 2020"],
            Outcome::Usage,
            "fejl[samme-udgave]: Det er den samme udgave to gange: 0.1 – DAS 25. maj 2020.",
        ),
    ] {
        let ran = forskel(&project, arguments);
        assert_eq!((ran.outcome, ran.out.as_str()), (outcome, ""), "{}", ran.err);
        assert!(ran.err.contains(told), "{}", ran.err);
        assert!(ran.err.ends_with("Intet er skrevet.\n"), "{}", ran.err);
    }
}

#[test]
fn a_project_without_editions_is_told_how_to_get_one() {
    let ran = forskel(&small::project(), &[]);
    assert_eq!(ran.outcome, Outcome::Findings);
    let told = "fejl[ingen-udgaver]: Der er ingen hel udgave at sammenligne med.\n  i inputs/udgaver\n  \
                Gem en med »socialaftale frys NAVN«, før du retter videre.\n";
    assert!(ran.err.contains(told), "{}", ran.err);
}

#[test]
fn a_damaged_edition_is_told_of() {
    let project = small::frozen();
    let mut bytes = project.read(small::FILE);
    let middle = bytes.len() / 2;
    bytes.truncate(middle);
    project.write(small::FILE, bytes);
    let ran = forskel(&project, &["0.1"]);
    assert_ne!(ran.outcome, Outcome::Fine);
    assert!(ran.err.contains(small::FILE), "{}", ran.err);
}

#[test]
fn an_edition_that_the_program_cannot_read_is_told_of_with_what_failed() {
    let project = small::frozen();
    let aftale = String::from_utf8(project.read(AFTALE)).expect("a text");
    let broken = aftale.replace("fra = 2021-01-01", "fra = \"i morgen\"");
    small::replace_part(&project, AFTALE, broken.as_bytes());
    let ran = forskel(&project, &["0.1"]);
    assert_eq!(ran.outcome, Outcome::Findings, "{}", ran.out);
    let told = "\
fejl[udgave-ulaeselig]: Udgave 0.1 kan ikke læses af programmet, som det er nu. I dens \
         inputs/aftale.toml, linje 7, kolonne 7: Oplysningen »fra« er af en forkert slags.
  i inputs/udgaver/0.1-das-25-maj-2020.udgave.zip
  Dens egne dokumenter kan hentes frem med »socialaftale byg --udgave«.

1 fejl.
Intet er skrevet.
";
    assert_eq!(ran.err, told);
}

#[test]
fn the_public_is_told_of_its_own_changes_in_a_folder_of_their_own() {
    let ran = forskel(&changed(), &["--til", "offentlig"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    let written = "Skrevet i output/offentlig/forskel/aendringer-fra-0.1-til-nu-offentlig.docx\n";
    assert!(ran.out.ends_with(written), "{}", ran.out);
}

#[test]
fn the_real_history_tells_what_became_of_the_first_fokusomraade() {
    let ran = forskel(&Project::new(), &["0.1"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    let told = "\
Fokusområder
  Sammen om en stærk socialpsykiatri
    Nummer: før 2, nu 1
    Titel
      før: Flere borgere med behov for hjælp i socialpsykiatrien
      nu:  Sammen om en stærk socialpsykiatri
";
    assert!(ran.out.contains(told), "{}", ran.out);
    let told = "
  Den gode alderdom
    Nummer: før 1, nu 2
    Titel
      før: Den gode alderdom for borgere med et handicap
      nu:  Den gode alderdom
";
    assert!(ran.out.contains(told), "{}", ran.out);
}
