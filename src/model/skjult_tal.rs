/// A count that the public edition hides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkjultTal {
    /// As fields name it: "cu.dom.region.domstype1.2019".
    pub noegle: String,
    /// The key of the table that it stands in: "cu.dom.region".
    pub tabel: String,
    /// The name of its row.
    pub betegnelse: String,
    pub aar: u16,
    pub antal: u32,
}
