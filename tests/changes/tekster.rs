//! Texts by chapter, with the words marked that only one of the editions has.

use socialaftale::changes::compare;

use super::{sections, side, since_shipped};
use crate::project::{DOKUMENTER, Project};

const VISION: &str = "inputs/tekst/vision.md";
const RESUME: &str = "inputs/tekst/sag-resume.md";

fn told(new: Project) -> Vec<String> {
    sections(&since_shipped(&new))
}

#[test]
fn words_are_marked_within_their_paragraph_alone() {
    let new = Project::shipped().replace(VISION, "Dengang lød den:", "Den lød sådan:").replace(
        VISION,
        "individuelle behov",
        "egne behov",
    );
    assert_eq!(
        told(new),
        [
            "Vision: øget egenmestring (Nordjysk Socialaftale 2021-2022)",
            "Egenmestring var også visionen i 2018-2020. [-Dengang-]{+Den+} lød [-den-]{+sådan+}:",
            "To ting står tydeligere end før: samarbejdet mellem kommunerne og regionen og \
            borgerens [-individuelle-]{+egne+} behov. Fra visionsdagen tager vi desuden med, at \
            vi skal turde sætte borgeren og fagligheden fri."
        ]
    );
}

#[test]
fn a_moved_paragraph_is_told_from_one_that_is_rewritten() {
    let moved = "Det fælles fokus har styrket det lokale arbejde med at tage afsæt i borgerens udviklingspotentiale. Egenmestring kræver flere års vedholdende indsats, og tilgangen af borgere til det specialiserede socialområde gør den ikke mindre vigtig. Derfor holder vi fast.\n\n";
    let text = Project::shipped().text(VISION);
    let new = text.replacen(moved, "", 1).trim_end().to_owned() + "\n\n" + moved;
    assert_eq!(
        told(Project::shipped().with(VISION, new)),
        [
            "Vision: øget egenmestring (Nordjysk Socialaftale 2021-2022)",
            "Flyttet herfra:",
            "[<Det fælles fokus har styrket det lokale arbejde med at tage afsæt i borgerens \
            udviklingspotentiale. Egenmestring kræver flere års vedholdende indsats, og \
            tilgangen af borgere til det specialiserede socialområde gør den ikke mindre \
            vigtig. Derfor holder vi fast.>]",
            "Flyttet hertil:",
            "{>Det fælles fokus har styrket det lokale arbejde med at tage afsæt i borgerens \
            udviklingspotentiale. Egenmestring kræver flere års vedholdende indsats, og \
            tilgangen af borgere til det specialiserede socialområde gør den ikke mindre \
            vigtig. Derfor holder vi fast.<}"
        ]
    );
}

#[test]
fn a_text_of_twelve_cases_is_told_of_once() {
    let new = Project::shipped().replace(RESUME, "godkende", "tiltræde");
    assert_eq!(
        told(new),
        [
            "Resume (Godkendelse af Nordjysk Socialaftale 2021-2022 (Brønderslev Kommune) og 10 \
            andre dokumenter)",
            "Nordjysk Socialaftale 2021-2022 forelægges nu alle byråd og kommunalbestyrelser i \
            landsdelen og regionsrådet til [-godkendelse-]{+tiltrædelse+}. I Brønderslev \
            Kommune træffes den endelige beslutning af byrådet. Fristen for den politiske \
            behandling er den 30. november 2020."
        ]
    );
}

#[test]
fn a_chapter_with_another_number_changes_nothing_that_refers_to_it() {
    let new = Project::shipped().replace(DOKUMENTER, "  \"proces\",\n", "");
    assert_eq!(told(new), Vec::<String>::new());
}

#[test]
fn the_chapters_of_a_case_are_told_beside_its_fields() {
    let with_chapter = |project: Project| {
        let sag =
            "skabelon = \"byraadssag\"\nfilnavn = \"sag-region\"\nformater = [\"pdf\", \"docx\"]\n";
        project.replace(
            DOKUMENTER,
            &format!("{sag}kapitler = []"),
            &format!("{sag}kapitler = [\"organisation\"]"),
        )
    };
    let old = with_chapter(Project::shipped());
    let new = with_chapter(Project::shipped()).replace(
        "inputs/tekst/organisation.md",
        "inddrages undervejs",
        "inddrages fra begyndelsen",
    );
    let changes = compare(&side(&old.assembled()), &side(&new.assembled()));
    assert_eq!(
        sections(&changes)[0],
        "Organisering (Nordjysk Socialaftale 2021-2022; Godkendelse – Nordjysk Socialaftale \
         2021-2022 (Region Nordjylland))"
    );
}

#[test]
fn a_table_or_drawing_of_data_that_a_text_has_no_more_is_told_by_its_name() {
    let new = Project::shipped()
        .replace("inputs/tekst/proces.md", "{{tabel \"tidsplan\"}}\n", "")
        .replace(
            "inputs/tekst/organisation.md",
            "## Administrativt",
            "{{figur \"cu.spise\"}}\n\n## Administrativt",
        );
    assert_eq!(
        told(new),
        [
            "Sådan er aftalen blevet til (Nordjysk Socialaftale 2021-2022)",
            "[-Tabellen »Proces for Nordjysk Socialaftale 2021-2022«-]",
            "Organisering (Nordjysk Socialaftale 2021-2022)",
            "{+Figuren »Antal borgere i Nordjylland 2017-2019: svære spiseforstyrrelser (foreløbige \
             tal)«+}",
        ]
    );
}

#[test]
fn a_table_with_another_caption_is_told_without_its_rows() {
    let new = Project::shipped().replace(
        "inputs/tekst/organisation.md",
        "Tabel: Grupper og netværk",
        "Tabel: Netværk og grupper",
    );
    assert_eq!(
        told(new),
        [
            "Organisering (Nordjysk Socialaftale 2021-2022)",
            "[-Grupper-]{+Netværk+} og [-netværk-]{+grupper+} under DAS"
        ]
    );
}

#[test]
fn words_that_only_look_otherwise_stand_once() {
    let new = Project::shipped().replace(VISION, "individuelle behov", "**individuelle** behov");
    assert_eq!(
        told(new),
        [
            "Vision: øget egenmestring (Nordjysk Socialaftale 2021-2022)",
            "To ting står tydeligere end før: samarbejdet mellem kommunerne og regionen og \
             borgerens {+individuelle+} (samme ord, andet udseende) behov. Fra visionsdagen tager \
             vi desuden med, at vi skal turde sætte borgeren og fagligheden fri."
        ]
    );
}

#[test]
fn a_link_to_another_place_and_a_footnote_that_went_are_no_other_look() {
    let with = |words: &str| Project::shipped().replace(VISION, "individuelle behov", words);
    let told = |old: &str, new: &str| {
        let changes = compare(&side(&with(old).assembled()), &side(&with(new).assembled()));
        sections(&changes).join("\n")
    };
    let link = told("[egne](https://a.dk) behov", "[egne](https://b.dk) behov");
    assert!(link.contains("[-egne-]{+egne+} behov"), "{link}");
    let note = told("**egne**[^x] behov\n\n[^x]: En note.", "egne behov");
    assert!(note.contains("En note.") && !note.contains("andet udseende"), "{note}");
}
