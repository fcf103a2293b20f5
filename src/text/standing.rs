/// How far a figure has come, where its table tells that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Of such figures: "foreløbige".
    pub kind: &'static str,
    /// What is printed after the figure; nothing where all of the table are alike.
    pub mark: &'static str,
}
