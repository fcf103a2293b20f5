use std::fmt;

/// The rule that a finding rests on: its key in `regler.toml`, and its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRef {
    pub key: String,
    pub source: String,
    /// Whether the rule's origin is uncertain.
    pub uncertain: bool,
}

impl fmt::Display for RuleRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Regel {}: {}", self.key, self.source)?;
        f.write_str(if self.uncertain { " (oprindelsen er usikker)." } else { "." })
    }
}
