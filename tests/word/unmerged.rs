//! Tags in parts that are not merged, and what is left of the program's own making.

use socialaftale::package::Package;
use socialaftale::render::word::inspect;

use super::sample::Shelf;
use super::small::{context, p, part, relate, template, try_unjudged};

fn found(package: &Package) -> String {
    try_unjudged(package, &context(), &Shelf::default()).unwrap_err().to_string()
}

fn said(place: &str, tag: &str, hint: &str) -> String {
    format!(
        "fejl[maerke-kan-ikke-udfyldes] skabelon.docx, {place}, mærket »{tag}«: Et mærke kan ikke udfyldes her. {hint}\n"
    )
}

#[test]
fn a_tag_in_a_chart_or_a_diagram_is_told_when_the_template_is_opened() {
    let mut package = template(&p("{{navn}}"));
    let chart = "<c:chart xmlns:c=\"c\" xmlns:a=\"a\"><a:p><a:r><a:t>Se {{na</a:t></a:r><a:r><a:t>vn}}</a:t></a:r></a:p><c:v>{lone}</c:v></c:chart>";
    package.set_part("word/charts/chart1.xml", chart.as_bytes());
    let data = "<dgm:dataModel xmlns:dgm=\"d\" xmlns:a=\"a\"><a:p><a:r><a:t>{{titel}}</a:t></a:r></a:p></dgm:dataModel>";
    package.set_part("word/diagrams/data1.xml", data.as_bytes());
    assert_eq!(
        found(&package),
        [
            said("SmartArt", "{{titel}}", "Skriv mærket i et tekstfelt eller et afsnit ved siden af SmartArt-grafikken i stedet."),
            said("diagram", "{{navn}}", "Skriv mærket i et afsnit ved siden af diagrammet i stedet, eller brug {{figur …}}."),
        ]
        .concat()
    );
}

/// A template with a control that shows what the file's own data says at `name`.
fn bound(name: &str) -> Package {
    let control = format!(
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/ns0:sag[1]/ns0:{name}[1]\" w:storeItemID=\"{{1}}\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        p("x")
    );
    let mut package = template(&format!("{control}{}", p("{{navn}}")));
    let data = "<ns0:sag xmlns:ns0=\"s\"><ns0:titel>{{aftale.titel}}</ns0:titel><ns0:aar>2021</ns0:aar></ns0:sag>";
    package.set_part("customXml/item1.xml", data.as_bytes());
    package
}

#[test]
fn a_tag_in_the_data_that_a_control_shows_is_told_too() {
    assert_eq!(
        found(&bound("titel")),
        said(
            "datalager",
            "{{aftale.titel}}",
            "Slet indholdskontrollen, som viser det, og skriv mærket som almindelig tekst."
        )
    );
    assert!(try_unjudged(&bound("aar"), &context(), &Shelf::default()).is_ok());
}

#[test]
fn nothing_of_the_programs_own_names_is_left() {
    for xml in ["<w:p><tmp:x/></w:p>", "<w:p tmp:x=\"1\"/>"] {
        let found = inspect(&template(xml).write(), "ud.docx").to_string();
        assert_eq!(
            found,
            "fejl[dokument-ugyldigt] ud.docx: Det færdige dokument er ikke i orden (brødtekst): der står »tmp:x« tilbage. Gem skabelonen på ny i Word, og prøv igen. Hjælper det ikke, er det en fejl i programmet: meld den, og send skabelonen med.\n"
        );
    }
}

#[test]
fn tags_left_in_charts_and_their_targets_are_found() {
    let mut package = template(&p("x"));
    package.set_part("word/charts/chart1.xml", "<c:v xmlns:c=\"c\">{{navn}}</c:v>".as_bytes());
    relate(
        &mut package,
        "word/diagrams/data1.xml",
        "rId1",
        "hyperlink",
        "https://%7b%7bnavn%7d%7d",
    );
    let _ = part(&package, "word/charts/chart1.xml");
    package.set_part("word/diagrams/data1.xml", "<d/>".as_bytes());
    let found = inspect(&package.write(), "ud.docx").to_string();
    assert!(found.contains("(SmartArt): der står et mærke tilbage: {{navn}}"), "{found}");
    assert!(found.contains("(diagram): der står et mærke tilbage: {{navn}}"), "{found}");
}
