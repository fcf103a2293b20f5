use std::collections::BTreeSet;

use socialaftale::cli::Outcome;

use crate::built::{Project, built, pdf_text, squeezed};

/// What `byg` makes of the shipped project: name and formats.
const DOCUMENTS: [&str; 26] = [
    "socialaftale-2021-2022",
    "afrapportering-spise",
    "afrapportering-dom",
    "afrapportering-gravide",
    "lands-og-landsdelsdaekkende-tilbud",
    "styringsaftale-2021",
    "specialundervisning-aftalevilkaar",
    "takstbilag-2020",
    "sag-broenderslev",
    "sag-frederikshavn",
    "sag-hjoerring",
    "sag-jammerbugt",
    "sag-laesoe",
    "sag-mariagerfjord",
    "sag-morsoe",
    "sag-rebild",
    "sag-thisted",
    "sag-vesthimmerlands",
    "sag-aalborg",
    "sag-region",
    "svar-spise",
    "svar-dom",
    "svar-gravide",
    "status-indsamling",
    "oplaeg-politisk-fokus-2021-2022",
    "vejledning",
];

#[test]
fn the_shipped_project_builds_every_document_without_fejl() {
    let (project, ran) = built();
    assert_eq!((ran.outcome, ran.err.as_str()), (Outcome::Fine, ""));
    let made: BTreeSet<String> = project.output().into_keys().collect();
    let mut expected: BTreeSet<String> =
        DOCUMENTS.iter().flat_map(|name| [format!("{name}.pdf"), format!("{name}.docx")]).collect();
    expected.insert("manifest.json".to_owned());
    assert_eq!(made, expected);
}

#[test]
fn a_second_run_writes_nothing_and_other_folders_give_the_same_bytes() {
    let (project, _) = built();
    let other = Project::new();
    let ran = other.run(&["byg", "sag-rebild", "takstbilag", "afrapportering-dom"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
    let here = project.output();
    for (name, bytes) in other.output().iter().filter(|(name, _)| *name != "manifest.json") {
        assert!(here[name] == *bytes, "{name} differs");
    }
    let again = other.run(&["byg", "sag-rebild", "takstbilag", "afrapportering-dom"]);
    assert!(
        again.out.starts_with("Intet er ændret: 3 dokumenter i output/ står, som de er.\n"),
        "{}",
        again.out
    );
}

#[test]
fn one_changed_cell_changes_exactly_the_documents_that_use_it() {
    let project = Project::new();
    assert_eq!(project.run(&["byg"]).outcome, Outcome::Fine);
    let before = project.output();
    // Hobro Krisecenter's takst, 1.943 kr., stands in no text and in no other cell.
    project.replace_part("inputs/takster.xlsx", "xl/worksheets/sheet1.xml", ">1943<", ">1944<");
    assert_eq!(project.run(&["byg"]).outcome, Outcome::Fine);
    let after = project.output();
    let changed: Vec<&str> = after
        .iter()
        .filter(|(name, bytes)| before[*name] != **bytes && *name != "manifest.json")
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        changed,
        [
            "socialaftale-2021-2022.docx",
            "socialaftale-2021-2022.pdf",
            "takstbilag-2020.docx",
            "takstbilag-2020.pdf",
        ]
    );
    let text = pdf_text(&after["takstbilag-2020.pdf"]);
    assert!(text.contains("1.944") && !text.contains("1.943"));
}

#[test]
fn the_manifest_names_inputs_templates_pages_and_digests() {
    let (project, _) = built();
    let manifest = project.manifest();
    assert_eq!(manifest.program, "socialaftale 0.1.0");
    assert_eq!(manifest.udgave, "Udkast til politisk behandling, 14. september 2020");
    let entry = manifest.dokumenter.iter().find(|entry| entry.noegle == "takstbilag");
    let entry = entry.expect("takstbilaget");
    let inputs: Vec<&str> = entry.inputs.iter().map(|input| input.fil.as_str()).collect();
    assert_eq!(
        inputs,
        [
            "inputs/aftale.toml",
            "inputs/dokumenter.toml",
            "inputs/regler.toml",
            "inputs/takster.xlsx",
            "inputs/tekst/takstbilag-aalborg-krisecenter.md",
            "inputs/tekst/takstbilag-aendringer.md",
            "inputs/tekst/takstbilag-indledning.md",
            "inputs/tekst/takstbilag-krisecentre.md",
            "inputs/tekst/takstbilag-oversigt.md",
        ]
    );
    for input in &entry.inputs {
        assert_eq!(input.sha256, socialaftale::output::digest(&project.read(&input.fil)));
    }
    let pdf = entry.filer.iter().find(|file| file.format == "pdf").expect("en PDF");
    let bytes = project.read(&format!("output/{}", pdf.fil));
    assert_eq!(pdf.bytes, bytes.len());
    assert_eq!(pdf.sha256, socialaftale::output::digest(&bytes));
    let pages = lopdf::Document::load_mem(&bytes).expect("a PDF").get_pages().len();
    assert_eq!(pdf.sider, Some(pages));
}

/// A picture of one dot.
fn small_png() -> &'static [u8] {
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90\x77\x53\xde\x00\x00\x00\x0c\x49\x44\x41\x54\x78\x9c\x63\xe0\xf6\xcf\x01\x00\x01\x2f\x00\xc7\xfd\xb1\x5c\xaf\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82"
}

/// Each case with the words that its head begins with.
const SENDERS: [(&str, &str); 12] = [
    ("sag-broenderslev", "Brønderslev Kommune · Sag til byrådet"),
    ("sag-frederikshavn", "Frederikshavn Kommune · Sag til byrådet"),
    ("sag-hjoerring", "Hjørring Kommune · Sag til byrådet"),
    ("sag-jammerbugt", "Jammerbugt Kommune · Sag til kommunalbestyrelsen"),
    ("sag-laesoe", "Læsø Kommune · Sag til kommunalbestyrelsen"),
    ("sag-mariagerfjord", "Mariagerfjord Kommune · Sag til byrådet"),
    ("sag-morsoe", "Morsø Kommune · Sag til kommunalbestyrelsen"),
    ("sag-rebild", "Rebild Kommune · Sag til byrådet"),
    ("sag-thisted", "Thisted Kommune · Sag til kommunalbestyrelsen"),
    ("sag-vesthimmerlands", "Vesthimmerlands Kommune · Sag til byrådet"),
    ("sag-aalborg", "Aalborg Kommune · Sag til byrådet"),
    ("sag-region", "Region Nordjylland · Sag til regionsrådet"),
];

#[test]
fn every_case_names_its_own_council_and_no_other_as_sender() {
    let (project, _) = built();
    let output = project.output();
    for (name, _) in SENDERS {
        let text = squeezed(&pdf_text(&output[&format!("{name}.pdf")]));
        let senders = SENDERS.iter().filter(|(_, words)| text.contains(&squeezed(words)));
        assert_eq!(senders.map(|(name, _)| *name).collect::<Vec<_>>(), [name]);
    }
    let region = squeezed(&pdf_text(&output["sag-region.pdf"]));
    assert!(region.contains(&squeezed("24. november 2020 kl. 13.00, punkt 8")));
    assert!(region.contains("2019053472"));
}

#[test]
fn a_template_can_show_a_picture_that_lies_beside_it() {
    let project = Project::new();
    let logo = small_png();
    project.write("templates/typst/delt/logo.png", logo);
    project.replace(
        "templates/typst/byraadssag.typ",
        "#oplysninger(",
        "#image(\"delt/logo.png\", width: 20mm, alt: \"Kommunens logo\")\n#oplysninger(",
    );
    let ran = project.run(&["byg", "sag-thisted", "--format", "pdf"]);
    assert_eq!(ran.outcome, Outcome::Fine, "{}", ran.err);
}

#[test]
fn every_page_of_a_draft_says_so_with_label_and_date() {
    let (project, _) = built();
    for (name, bytes) in project.output().iter().filter(|(name, _)| name.ends_with(".pdf")) {
        if name.starts_with("oplaeg") || name == "vejledning.pdf" {
            // The oplæg of the hearing is a finished paper, and the guide belongs to the program.
            assert!(!pdf_text(bytes).contains("UDKAST ·"), "{name} is marked");
            continue;
        }
        let document = lopdf::Document::load_mem(bytes).expect("a PDF");
        for page in document.get_pages().into_keys() {
            let text = squeezed(&document.extract_text(&[page]).expect("text"));
            let mark = squeezed("UDKAST · Udkast til politisk behandling, 14. september 2020");
            assert!(text.contains(&mark), "{name} page {page} is unmarked");
        }
    }
}

#[test]
fn a_final_edition_refuses_open_points() {
    let project = Project::new();
    project.replace("inputs/aftale.toml", "kladde = true", "kladde = false");
    // The records that a final edition must have as well are another matter.
    let excepted: String = ["K10", "K12", "K15"]
        .iter()
        .map(|key| format!("[[undtagelse]]\nregel = \"{key}\"\nbegrundelse = \"Prøve\"\n\n"))
        .collect();
    project.replace("inputs/regler.toml", "[[regel]]", &format!("{excepted}[[regel]]"));
    let ran = project.run(&["byg", "sag-region", "--format", "docx"]);
    assert_eq!(ran.outcome, Outcome::Findings);
    assert!(
        ran.err.starts_with(
            "fejl[endelig-med-aabne-punkter]: »Godkendelse – Nordjysk Socialaftale 2021-2022« \
             (sag-region) har "
        ),
        "{}",
        ran.err
    );
    assert!(project.output().is_empty());
}

#[test]
fn open_points_are_counted_alike_whatever_the_format() {
    let (project, _) = built();
    let other = Project::new();
    assert_eq!(other.run(&["byg", "takstbilag", "--format", "docx"]).outcome, Outcome::Fine);
    let count = |project: &Project| {
        let manifest = project.manifest();
        let entry = manifest.dokumenter.into_iter().find(|entry| entry.noegle == "takstbilag");
        entry.expect("takstbilaget").afventer
    };
    assert!(count(&other) > 0);
    assert_eq!(count(&other), count(project));
}

#[test]
fn every_pdf_has_an_identifier_of_its_own() {
    let (project, _) = built();
    let output = project.output();
    let pdfs = output.iter().filter(|(name, _)| name.ends_with(".pdf"));
    let identifiers: BTreeSet<Vec<u8>> = pdfs
        .map(|(_, bytes)| {
            let document = lopdf::Document::load_mem(bytes).expect("a PDF");
            let ids = document.trailer.get(b"ID").and_then(|id| id.as_array()).expect("an ID");
            ids[0].as_str().expect("a string").to_vec()
        })
        .collect();
    assert_eq!(identifiers.len(), DOCUMENTS.len());
}

#[test]
fn pdf_says_its_title_author_and_language() {
    let (project, _) = built();
    let bytes = project.read("output/socialaftale-2021-2022.pdf");
    let document = lopdf::Document::load_mem(&bytes).expect("a PDF");
    let catalog = document.catalog().expect("a catalog");
    assert_eq!(catalog.get(b"Lang").and_then(|lang| lang.as_str()).expect("a language"), b"da-DK");
    let raw = String::from_utf8_lossy(&bytes);
    for said in [
        "<rdf:li xml:lang=\"x-default\">Nordjysk Socialaftale 2021-2022</rdf:li>",
        "<rdf:li>Sekretariatet for Nordjysk Socialaftale</rdf:li>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
    ] {
        assert!(raw.contains(said), "the metadata lacks {said}");
    }
}
