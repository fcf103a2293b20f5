//! A library of texts, tables and figures, and a context as the program makes it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::json;
use socialaftale::finding::Place;
use socialaftale::merge::{Context, Library};
use socialaftale::text::tree::{
    Align, Block, Column, Figure, Heading, Inline, List, Picture, PictureFormat, Reference, Row,
    RowEmphasis, SourcePoint, Table, Text,
};

/// Texts and tables by key.
#[derive(Default)]
pub struct Shelf {
    pub texts: BTreeMap<String, Text>,
    pub tables: BTreeMap<String, Table>,
    pub figures: BTreeMap<String, Figure>,
    pub pictures: BTreeMap<String, Picture>,
    pub documents: BTreeMap<String, Arc<[u8]>>,
}

impl Shelf {
    pub fn text(mut self, key: &str, title: &str, blocks: Vec<Block>) -> Self {
        let text = Text {
            key: key.to_owned(),
            title: vec![words(title)],
            numbered: true,
            blocks,
            place: Place::file(format!("inputs/tekst/{key}.md")),
        };
        self.texts.insert(key.to_owned(), text);
        self
    }

    pub fn unnumbered(mut self, key: &str) -> Self {
        self.texts.get_mut(key).unwrap().numbered = false;
        self
    }

    pub fn table(mut self, key: &str, table: Table) -> Self {
        self.tables.insert(key.to_owned(), Table { key: Some(key.to_owned()), ..table });
        self
    }

    pub fn picture(mut self, path: &str, picture: Picture) -> Self {
        self.pictures.insert(path.to_owned(), picture);
        self
    }

    pub fn document(mut self, path: &str, bytes: &[u8]) -> Self {
        self.documents.insert(path.to_owned(), Arc::from(bytes));
        self
    }

    pub fn figure(mut self, key: &str, figure: Figure) -> Self {
        self.figures.insert(key.to_owned(), Figure { key: Some(key.to_owned()), ..figure });
        self
    }
}

impl Library for Shelf {
    fn text(&self, key: &str) -> Option<&Text> {
        self.texts.get(key)
    }
    fn text_keys(&self) -> Vec<&str> {
        self.texts.keys().map(String::as_str).collect()
    }
    fn table(&self, key: &str) -> Option<Table> {
        self.tables.get(key).cloned()
    }
    fn table_keys(&self) -> Vec<&str> {
        self.tables.keys().map(String::as_str).collect()
    }
    fn figure(&self, key: &str) -> Option<Figure> {
        self.figures.get(key).cloned()
    }
    fn figure_keys(&self) -> Vec<&str> {
        self.figures.keys().map(String::as_str).collect()
    }
    fn picture(&self, path: &str) -> Option<Picture> {
        self.pictures.get(path).cloned()
    }
    fn document(&self, path: &str) -> Option<Arc<[u8]>> {
        self.documents.get(path).cloned()
    }
    fn document_paths(&self) -> Vec<&str> {
        self.documents.keys().map(String::as_str).collect()
    }
    fn bilag(&self, key: &str) -> Option<String> {
        (key == "dom").then(|| "2".to_owned())
    }
    fn bilag_keys(&self) -> Vec<&str> {
        vec!["dom"]
    }
}

pub fn words(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

pub fn para(text: &str) -> Block {
    Block::Paragraph(vec![words(text)])
}

pub fn heading(level: u8, text: &str) -> Block {
    Block::Heading(Heading {
        level,
        key: None,
        number: None,
        numbered: true,
        content: vec![words(text)],
    })
}

pub fn list(start: Option<u64>, items: &[&str]) -> Block {
    Block::List(List { start, items: items.iter().map(|item| vec![para(item)]).collect() })
}

pub fn reference(target: &str) -> Inline {
    Inline::Reference(Reference {
        target: target.to_owned(),
        content: Vec::new(),
        internal: false,
        number: None,
        at: SourcePoint::default(),
    })
}

pub fn row(cells: &[&str], emphasis: RowEmphasis) -> Row {
    Row { cells: cells.iter().map(|cell| vec![words(cell)]).collect(), emphasis, mark: None }
}

pub fn takster() -> Table {
    let column = |align| Column { align, ..Column::default() };
    Table {
        caption: vec![words("Takster i de nordjyske krisecentre")],
        columns: vec![column(Align::Left), column(Align::Left), column(Align::Right)],
        header: vec![row(
            &["Krisecenter", "Driftsherre", "Takst, kr. pr. døgn"],
            RowEmphasis::Plain,
        )],
        rows: vec![
            row(&["Aalborg Krisecenter", "Aalborg Kommune", "2.139"], RowEmphasis::Plain),
            row(&["Hjørring Krisecenter", "Hjørring Kommune", "1.802"], RowEmphasis::Plain),
            row(&["Gennemsnit", "", "1.970"], RowEmphasis::Total),
            row(&["Uden for gruppen", "Region Nordjylland", "1.208"], RowEmphasis::Aside),
        ],
        notes: vec![vec![words("Kilde: kommunernes indberetning. Konstruerede tal.")]],
        ..Table::default()
    }
}

pub fn drawing() -> Figure {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" width="400" height="180" viewBox="0 0 400 180"><rect width="400" height="180" fill="#ffffff"/><g fill="#0B4F6C"><rect x="40" y="60" width="60" height="100"/><rect x="140" y="40" width="60" height="120"/><rect x="240" y="20" width="60" height="140"/></g><text x="45" y="175" font-size="12" fill="#222">2017</text><text x="145" y="175" font-size="12" fill="#222">2018</text><text x="245" y="175" font-size="12" fill="#222">2019</text></svg>"##;
    Figure {
        key: None,
        number: None,
        caption: vec![words("Borgere i målgruppen, 2017-2019")],
        alt: "Søjlediagram: antallet af borgere vokser fra 2017 til 2019.".to_owned(),
        picture: Picture {
            format: PictureFormat::Svg,
            bytes: Arc::from(svg.as_slice()),
            width: 400.0,
            height: 180.0,
        },
        notes: Vec::new(),
        traced: Vec::new(),
    }
}

const LONG: &str = "De nordjyske kommuner og Region Nordjylland er fælles om at sikre, at borgere med behov for hjælp får en indsats, der virker, tæt på deres eget liv. Samarbejdet hviler på egenmestring: at den enkelte får mulighed for at klare så meget som muligt selv, med den støtte der skal til.";

/// Texts with one of everything.
pub fn shelf() -> Shelf {
    let footnote = Inline::Footnote(vec![para("Lov om social service, § 6.")]);
    let rich = Block::Paragraph(vec![
        words("Aftalen er omtalt i "),
        reference("kapitel:vision"),
        words(" og "),
        reference("tabel:takster"),
        words(", og vises i "),
        reference("figur:borgere"),
        words(". Se også "),
        reference("bilag:dom"),
        words(" og "),
        Inline::Link {
            url: "https://www.nordjysksocialaftale.dk/?a=1&b=2".to_owned(),
            content: vec![words("aftalens hjemmeside")],
            at: SourcePoint::default(),
        },
        words("."),
        footnote,
        words(" Der er "),
        Inline::Strong(vec![words("ni borgere")]),
        words(" i gruppen, "),
        Inline::Emphasis(vec![words("ikke ti")]),
        words(". [afventer: svar fra Morsø]"),
    ]);
    let nested = Block::List(List {
        start: None,
        items: vec![
            vec![
                para("Flere borgere skal kunne klare sig selv."),
                list(Some(1), &["først hjemme", "siden ude"]),
            ],
            vec![para("Samarbejdet med psykiatrien skal styrkes."), para("Det sker i DAS.")],
        ],
    });
    Shelf::default()
        .text("forord", "Forord", vec![para(LONG), para(LONG)])
        .unnumbered("forord")
        .text(
            "vision",
            "Vision: Øget egenmestring",
            vec![
                para(LONG),
                rich,
                heading(2, "Hvad vi vil"),
                nested,
                list(Some(1), &["Første", "Anden"]),
                para(LONG),
                Block::Quote(vec![para("Sæt borgeren og fagligheden fri.")]),
            ],
        )
        .text(
            "takster",
            "Takster",
            vec![
                para(LONG),
                Block::Directive(field("{{tabel \"takster\"}}")),
                para(LONG),
                Block::Directive(field("{{figur \"borgere\"}}")),
                heading(2, "Udvikling"),
                para(LONG),
                heading(3, "Nærmere om tallene"),
                para(LONG),
                list(Some(1), &["Begynder forfra", "Igen"]),
            ],
        )
        .text("kort", "Kort", vec![para("en kort tekst")])
        .text("resume", "Resumé", vec![para(LONG), list(None, &["Vision", "Fokusområder"])])
        .table("takster", takster())
        .table("behandling", takster())
        .table("bilag", takster())
        .figure("borgere", drawing())
}

fn field(source: &str) -> socialaftale::text::tree::Field {
    socialaftale::text::tree::Field { source: source.to_owned(), at: SourcePoint::default() }
}

/// Everything that the shipped templates may use.
pub fn context() -> Context {
    let mut context = Context::new();
    for (path, value) in [
        ("aftale.titel", "Nordjysk Socialaftale 2021-2022"),
        ("forskel.foer", "0.1 – Oplæg (Høringsoplæg, 20. januar 2020)"),
        ("forskel.nu", "Nu (Udkast til politisk behandling, 14. september 2020)"),
        ("aftale.korttitel", "Nordjysk Socialaftale"),
        ("aftale.undertitel", "Rammeaftale for det specialiserede socialområde"),
        ("aftale.periode", "1. januar 2021 til 31. december 2022"),
        ("aftale.fra", "1. januar 2021"),
        ("aftale.til", "31. december 2022"),
        ("aftale.vision", "Øget egenmestring"),
        ("aftale.udgiver", "De nordjyske kommuner og Region Nordjylland"),
        ("udgave.betegnelse", "Udkast til politisk behandling"),
        ("udgave.dato", "14. september 2020"),
        ("udgave.organ", "Den Administrative Styregruppe"),
        ("kontakt.navn", "Sekretariatet for rammeaftaler"),
        ("kontakt.mail", "sekretariat@example.dk"),
        ("kontakt.web", "www.nordjysksocialaftale.dk"),
        ("kontakt.hjemsted", "Aalborg"),
        ("frister.politisk_behandling", "1. november 2020"),
        ("frister.indsendelse", "1. december 2020"),
        ("dokument.titel", "Afrapportering om udviklingshæmmede med dom"),
        ("dokument.undertitel", "Central udmelding"),
        ("dokument.noegle", "dom"),
        ("dokument.gruppe", "bilag"),
        ("dokument.bilag", "Bilag 2"),
        ("myndighed.navn", "Rebild Kommune"),
        ("myndighed.raad", "byrådet"),
        ("myndighed.raad_bestemt", "Byrådet"),
        ("myndighed.indstiller", "Center Familie og Handicap"),
        ("myndighed.journalnummer", "27.00.00-A00-1-20"),
        ("myndighed.kontakt", "Vibeke Stoustrup"),
        ("sag.titel", "Nordjysk Socialaftale 2021-2022"),
        ("udmelding.titel", "Udviklingshæmmede med dom"),
        ("udmelding.kort", "dom"),
        ("udmelding.udsendt", "1. november 2019"),
        ("udmelding.meldt_das", "25. maj 2020"),
        ("udmelding.status", "Endelig"),
        ("udmelding.opgjort", "1. marts 2020"),
    ] {
        context.set(path, value);
    }
    context.set("udgave.kladde", true);
    context.set(
        "dokument.kapitler",
        json!([
            {"tekst": "forord", "niveau": 1},
            {"tekst": "vision", "niveau": 1},
            {"tekst": "takster", "niveau": 1},
        ]),
    );
    context.set("parter", json!([{"noegle": "rebild", "navn": "Rebild Kommune", "raad": "byrådet"}, {"noegle": "laesoe", "navn": "Læsø Kommune", "raad": "kommunalbestyrelsen"}]));
    context.set("lovgrundlag", json!([{"lov": "Lov om social service", "paragraf": "§ 6", "tekst": "kommunernes forsyningsansvar"}, {"lov": "Bekendtgørelse om rammeaftaler", "paragraf": "§ 2", "tekst": "indholdet"}]));
    context.set("udgaver", json!([{"betegnelse": "0.1 – Oplæg", "dato": "24. oktober 2019", "behandlet_i": "DAS", "aendringer": "–"}, {"betegnelse": "Udkast", "dato": "14. september 2020", "behandlet_i": "KKR", "aendringer": "Nye titler"}]));
    context.set("tidsplan", json!([{"tid": "24. oktober 2019", "aktivitet": "DAS drøfter fokusområder"}, {"tid": "1. december 2020", "aktivitet": "Aftalen sendes til Socialstyrelsen"}]));
    context.set("bilag", json!([{"noegle": "spise", "nummer": "1", "titel": "Svære spiseforstyrrelser"}, {"noegle": "dom", "nummer": "2", "titel": "Udviklingshæmmede med dom"}]));
    context.set("takster", json!([
        {"noegle": "aalborg", "tilbud": "Aalborg Krisecenter", "type": "krisecenter", "driftsherre": "Aalborg Kommune", "driftsform": "kommunal", "beliggenhed": "Aalborg", "lov": "SEL", "paragraf": "§ 109", "pladser": "18", "takst": "2.139", "enhed": "kr. pr. døgn", "belaegning": "95,5", "gaelder_fra": "1. august 2020", "besluttet_af": "DAS", "beslutning": "DAS, 25. maj 2020", "note": "Forhøjet fra 1.933 kr."},
        {"noegle": "svenstrup", "tilbud": "Svenstrupgård", "type": "forsorgshjem", "driftsherre": "Aalborg Kommune", "driftsform": "kommunal", "beliggenhed": "Svenstrup", "lov": "SEL", "paragraf": "§ 110", "pladser": "40", "takst": "1.258", "enhed": "kr. pr. døgn", "belaegning": "88", "gaelder_fra": "1. januar 2021", "besluttet_af": "DAS", "beslutning": "DAS, 25. maj 2020", "note": ""},
    ]));
    context.set("sag.felter", json!([
        {"overskrift": "Resumé", "tekster": ["resume"], "tom": "", "saerlig": ""},
        {"overskrift": "Økonomi", "tekster": [], "tom": "Sagen har ingen økonomiske konsekvenser.", "saerlig": ""},
        {"overskrift": "Behandling", "tekster": [], "tom": "", "saerlig": "behandling"},
        {"overskrift": "Bilag", "tekster": [], "tom": "", "saerlig": "bilag"},
    ]));
    context.set("sag.behandling", json!([
        {"organ": "Sundhedsudvalget", "dato": "5. oktober 2020", "tid": "14.00", "punkt": "7", "beslutning": "Indstilles godkendt"},
        {"organ": "Byrådet", "dato": "29. oktober 2020", "tid": "", "punkt": "", "beslutning": ""},
    ]));
    context
}
