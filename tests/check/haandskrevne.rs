//! Numbers typed in a text beside counts that the public does not see.

use socialaftale::check::typed_counts;
use socialaftale::model::SkjultTal;

use crate::project::{Project, listed};

fn hidden(row: &str, aar: u16, antal: u32) -> SkjultTal {
    SkjultTal {
        noegle: format!("cu.dom.region.type.{aar}"),
        tabel: "cu.dom.region".to_owned(),
        betegnelse: row.to_owned(),
        aar,
        antal,
    }
}

/// What is told of a paragraph in a text of a document that shows the hidden counts.
fn told(paragraph: &str) -> Vec<String> {
    let project =
        Project::shipped().with("inputs/tekst/tabel.md", "{{tabel \"cu.dom.region\"}}\n").with(
            "inputs/tekst/om.md",
            format!("+++\ntitel = \"4 i 2017\"\n+++\n\nFørst.\n\n{paragraph}\n"),
        );
    let counts = [hidden("Kofoedsminde", 2017, 1), hidden("Domstype 1", 2017, 4)];
    let document = ["tabel".to_owned(), "om".to_owned()];
    listed(typed_counts(&counts, [document.as_slice()], &project.files()))
}

#[test]
fn a_number_that_is_a_hidden_count_is_told_with_its_line() {
    assert_eq!(
        told("Der var\n1 borger på Kofoedsminde."),
        [
            "advarsel[haandskrevet-tal] inputs/tekst/om.md, linje 8, kolonne 1: Her er »1« skrevet i \
             hånden. Det samme tal er skjult for offentligheden under »Kofoedsminde« i 2017. Er det \
             samme tal ment, så skriv {{tal \"cu.dom.region.type.2017\"}}, så det skjules med; ellers \
             kan det stå."
        ]
    );
    for (paragraph, numbers) in [
        ("Der var 1 borger på Kofoedsminde i 2017, 4 med domstype 1.", 2),
        ("Fire med domstype 1.", 1),
        ("| 2017 | 2018 |\n| 4 | 9 |", 1),
        ("Kommunen har fire brugere.", 1),
        ("Borgerne var fire i 2017.", 1),
    ] {
        assert_eq!(told(paragraph).len(), numbers, "{paragraph}");
    }
}

#[test]
fn other_numbers_and_fields_are_not_told() {
    for paragraph in [
        "Kommunerne peger på fire temaer i 2017.",
        "I 2017 er der udsendt fire, som kommunerne har svaret på.",
        "Kofoedsminde ligger på øen. Der kom 4.",
        "Der var {{tal \"cu.dom.region.type.2017\"}} i 2017, 5 med domstype 2.",
        "Se bilag 4 og § 4 om domstype 1 fra 4. maj 2017.",
        "`4 i 2017`",
    ] {
        assert_eq!(told(paragraph), [""; 0], "{paragraph}");
    }
    let document = ["vision".to_owned()];
    let project = Project::shipped().append("inputs/tekst/vision.md", "\nDer var 4 i 2017.\n");
    let found = typed_counts(&[hidden("A", 2017, 4)], [document.as_slice()], &project.files());
    assert_eq!(listed(found), [""; 0], "the document does not show the count");
}
