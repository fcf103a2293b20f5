/// Who answered on which udmelding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Afsender {
    pub udmelding: String,
    /// The party's official name.
    pub part: String,
    /// The name of the forvaltning or tilbud, when the party answers in parts.
    pub svarer_for: Option<String>,
}
