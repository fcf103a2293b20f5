use crate::project::{AFTALE, Project};

const VISION: &str = "inputs/tekst/vision.md";

#[test]
fn a_text_without_head_is_told() {
    assert_eq!(
        Project::shipped().with("inputs/tekst/ny.md", "Bare ord.\n").findings(),
        ["fejl[uden-hoved] inputs/tekst/ny.md, linje 1: Teksten mangler sit hoved. Begynd filen \
          med +++, nøgle, titel og kilde på hver sin linje, og +++ igen."]
    );
}

#[test]
fn a_head_that_is_not_closed_is_told() {
    let found = Project::shipped().with("inputs/tekst/ny.md", "+++\nnoegle = \"ny\"\n").findings();
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("fejl[uden-hoved] inputs/tekst/ny.md, linje 1: "), "{found:?}");
}

#[test]
fn an_unknown_key_in_a_head_is_told_with_its_line_and_the_nearest() {
    assert_eq!(
        Project::shipped().replace(VISION, "kilde =", "nummerert = false\nkilde =").findings(),
        [
            "fejl[ukendt-noegle] inputs/tekst/vision.md, linje 4, kolonne 1: Oplysningen »nummerert« \
          kendes ikke her. Mente du »nummereret«?"
        ]
    );
}

#[test]
fn an_unknown_key_of_a_fokusomraade_is_told_where_it_stands() {
    assert_eq!(
        Project::shipped()
            .replace("inputs/tekst/fokus-alderdom.md", "maalgruppe =", "malgruppe =")
            .findings()[..2],
        [
            "fejl[mangler-oplysning] inputs/tekst/fokus-alderdom.md, linje 6, kolonne 1: Oplysningen \
             »maalgruppe« mangler under »fokus«. Skriv fx: maalgruppe = …",
            "fejl[ukendt-noegle] inputs/tekst/fokus-alderdom.md, linje 9, kolonne 1: Oplysningen \
             »malgruppe« kendes ikke her. Mente du »maalgruppe«?",
        ]
    );
}

#[test]
fn a_head_without_kilde_is_told_though_nothing_else_uses_it() {
    let found = Project::shipped().replace("inputs/tekst/forord.md", "kilde =", "#").findings();
    assert!(
        found.contains(
            &"fejl[mangler-oplysning] inputs/tekst/forord.md: Oplysningen »kilde« mangler. \
              Skriv fx: kilde = …"
                .to_owned()
        ),
        "{found:#?}"
    );
}

#[test]
fn a_key_that_differs_from_the_file_name_is_told() {
    let found = Project::shipped().replace(VISION, "noegle = \"vision\"", "noegle = \"visionen\"");
    assert_eq!(
        found.findings(),
        [
            "fejl[noegle-og-filnavn] inputs/tekst/vision.md, linje 2: Nøglen »visionen« passer ikke til \
         filens navn. Lad de to være ens, så teksten er nem at finde."
        ]
    );
}

#[test]
fn faults_of_the_body_are_placed_by_the_lines_of_the_file() {
    let source = "+++\nnoegle = \"ny\"\ntitel = \"Ny\"\nkilde = \"x\"\n+++\n\nSå <b>.\n";
    let found = Project::shipped().with("inputs/tekst/ny.md", source).findings();
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("fejl[kan-ikke-saettes] inputs/tekst/ny.md, linje 7, kolonne 4: "),
        "{found:?}"
    );
}

#[test]
fn faults_of_a_title_are_placed_on_the_titles_line() {
    let source = "+++\nnoegle = \"ny\"\nkilde = \"x\"\ntitel = \"Ny <b>\"\n+++\n\nOrd.\n";
    let found = Project::shipped().with("inputs/tekst/ny.md", source).findings();
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("fejl[kan-ikke-saettes] inputs/tekst/ny.md, linje 4"),
        "{found:?}"
    );
}

#[test]
fn a_picture_that_is_none_is_told() {
    assert_eq!(
        Project::shipped().with("inputs/billeder/hus.png", "ord").findings(),
        ["fejl[billede-kan-ikke-laeses] inputs/billeder/hus.png: Filen er ikke et PNG-, JPEG- \
          eller SVG-billede. Gem billedet som .png, .jpg eller .svg."]
    );
}

#[test]
fn a_picture_is_set_at_150_dots_per_inch() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend([0, 0, 1, 0x2c, 0, 0, 0, 0x96, 8, 2, 0, 0, 0, 0, 0, 0, 0]);
    let project = Project::shipped().with("inputs/billeder/hus.png", png);
    let (records, findings) = project.read();
    assert!(findings.is_empty(), "{findings}");
    let projekt = records.expect("a project").projekt;
    let (name, picture) = &projekt.billeder[0];
    assert_eq!((name.as_str(), picture.width, picture.height), ("billeder/hus.png", 144.0, 72.0));
}

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\">";

#[test]
fn a_drawing_is_set_at_96_dots_per_inch() {
    let svg = format!("{SVG}<rect width=\"9\" height=\"9\"/></svg>");
    let (records, findings) = Project::shipped().with("inputs/billeder/hus.svg", svg).read();
    assert!(findings.is_empty(), "{findings}");
    let projekt = records.expect("a project").projekt;
    let (name, picture) = &projekt.billeder[0];
    assert_eq!((name.as_str(), picture.width, picture.height), ("billeder/hus.svg", 150.0, 75.0));
}

#[test]
fn a_drawing_that_leans_on_other_files_is_told() {
    let svg = format!("{SVG}<image href=\"/etc/hus.png\" width=\"9\" height=\"9\"/></svg>");
    assert_eq!(
        Project::shipped().with("inputs/billeder/hus.svg", svg).findings(),
        ["fejl[billede-kan-ikke-laeses] inputs/billeder/hus.svg: Tegningen viser billeder, der \
          ligger uden for filen. Gem tegningen med billederne indlejret, eller gem den som .png."]
    );
}

#[test]
fn word_files_are_known_by_their_paths_below_inputs() {
    let project =
        Project::shipped().with("inputs/tekst/bilag/Guide.DOCX", "ord").with("inputs/a.txt", "x");
    let projekt = project.read().0.expect("a project").projekt;
    let paths = projekt.wordfiler.iter().map(|(path, _)| path.as_str());
    // The guide has examples of its own.
    let others: Vec<&str> = paths.filter(|path| !path.starts_with("vejledning/")).collect();
    assert_eq!(others, ["tekst/bilag/Guide.DOCX"]);
}

#[test]
fn word_updates_fields_if_the_agreement_says_so() {
    let said = |more: &str| {
        let shipped = Project::shipped();
        let source = format!("{}\n{more}", shipped.text(AFTALE));
        shipped.with(AFTALE, source).read().0.expect("a project").projekt.aftale.word.opdater_felter
    };
    assert!(
        !said("")
            && !said("[word]\nopdater_felter = false")
            && said("[word]\nopdater_felter = true")
    );
}

#[test]
fn a_key_stands_once_over_the_texts_of_the_agreement_and_of_the_guide() {
    let source = "+++\nnoegle = \"vision\"\ntitel = \"Ny\"\nkilde = \"x\"\n+++\n\nOrd.\n";
    assert_eq!(
        Project::shipped().with("inputs/vejledning/vision.md", source).findings(),
        [
            "fejl[noegle-to-gange] inputs/vejledning/vision.md: Teksten »vision« står to gange, første \
          gang i inputs/tekst/vision.md. Giv hver sin nøgle, eller slet den ene."
        ]
    );
}
