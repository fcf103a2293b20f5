use self::Parameterslags::{Dato, Liste, Tabel, Tal, Tekst};

/// What kind of value a rule's parameter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parameterslags {
    Tal,
    Dato,
    Tekst,
    Liste,
    /// Lists by name.
    Tabel,
}

/// A parameter of a rule, by the name it has in `regler.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regelparameter {
    pub navn: &'static str,
    pub slags: Parameterslags,
    pub skal_med: bool,
}

const fn needs(navn: &'static str, slags: Parameterslags) -> Regelparameter {
    Regelparameter { navn, slags, skal_med: true }
}

const fn may_have(navn: &'static str, slags: Parameterslags) -> Regelparameter {
    Regelparameter { navn, slags, skal_med: false }
}

/// The rules that the program knows how to check, with the parameters of each.
pub const KENDTE_REGLER: [(&str, &[Regelparameter]); 32] = [
    ("K01", &[needs("kommuner", Liste), needs("regioner", Liste)]),
    ("K02", &[needs("aar", Tal)]),
    ("K03", &[needs("love", Tabel)]),
    ("K04", &[needs("dele", Tabel)]),
    ("K05", &[needs("kapitler", Tabel), needs("konklusion", Liste)]),
    ("K06", &[needs("kapitler", Tabel), needs("bilag", Liste)]),
    ("K07", &[needs("pladser", Tal), needs("paragraffer", Liste), needs("tekst", Tekst)]),
    ("K08", &[may_have("afsluttet", Liste)]),
    ("K09", &[needs("emner", Tabel)]),
    ("K10", &[needs("felter", Liste)]),
    ("K11", &[needs("tilladte", Liste), may_have("revision", Liste)]),
    ("K12", &[needs("beslutninger", Liste)]),
    ("K13", &[may_have("frist", Dato), may_have("maaned", Tal), may_have("dag", Tal)]),
    ("K14", &[needs("sekretariat", Tekst)]),
    ("K15", &[needs("modtager", Tekst), needs("dokumenter", Liste)]),
    ("K16", &[may_have("tidligere", Tabel), may_have("historik", Liste)]),
    ("K17", &[may_have("undtagne_tekster", Liste)]),
    ("K18", &[needs("bilag", Liste), may_have("dokumenter", Liste)]),
    ("T01", &[needs("procent", Tal), needs("aar", Tal)]),
    ("T02", &[needs("aar", Tal), needs("afvigelse", Tal)]),
    (
        "T03",
        &[
            needs("doegn", Liste),
            needs("doegn_mindst", Tal),
            needs("doegn_hoejst", Tal),
            may_have("doegn_anbefalet", Tal),
            needs("korte", Liste),
            needs("korte_mindst", Tal),
        ],
    ),
    ("T04", &[needs("dage", Tal)]),
    ("T05", &[needs("kroner", Tal)]),
    ("P01", &[]),
    ("P02", &[needs("fornavne", Liste), may_have("steder", Liste)]),
    ("R01", &[may_have("afrunding", Tal)]),
    ("R02", &[]),
    ("R03", &[]),
    ("R04", &[]),
    ("R05", &[needs("procent", Tal), needs("mindst", Tal)]),
    ("R06", &[needs("mindst", Tal), needs("hoejst", Tal)]),
    ("R07", &[]),
];

/// The rules that no project can soften or except anything from.
pub const FASTE_REGLER: [&str; 1] = ["P01"];
