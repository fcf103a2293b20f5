//! What is wrong with an input or a template: code, place, a Danish sentence and a hint.

mod listed;
mod place;
mod rule_ref;

use std::collections::BTreeSet;
use std::fmt;

pub use listed::listed;
pub use place::Place;
pub use rule_ref::RuleRef;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written while one stands.
    Fejl,
    /// The documents are made; someone should look.
    Advarsel,
    Oplysning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fejl => "fejl",
            Self::Advarsel => "advarsel",
            Self::Oplysning => "oplysning",
        })
    }
}

/// One fault, or one thing worth knowing, with where it is and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    /// Stable, in lower-case ASCII with hyphens: `ukendt-kolonne`.
    pub code: &'static str,
    pub place: Place,
    /// One Danish sentence.
    pub message: String,
    /// What the reader can do about it, as a Danish sentence.
    pub hint: Option<String>,
    /// The rule that is broken, where it is one of `regler.toml`.
    pub rule: Option<Box<RuleRef>>,
}

impl Finding {
    pub fn fejl(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Fejl, code, place, message)
    }

    pub fn advarsel(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Advarsel, code, place, message)
    }

    pub fn oplysning(code: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Oplysning, code, place, message)
    }

    fn new(
        severity: Severity,
        code: &'static str,
        place: Place,
        message: impl Into<String>,
    ) -> Self {
        Self { severity, code, place, message: message.into(), hint: None, rule: None }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn rule(mut self, rule: RuleRef) -> Self {
        self.rule = Some(Box::new(rule));
        self
    }

    /// The same where it keeps nothing from being made.
    #[must_use]
    pub fn as_advarsel(self) -> Self {
        Self { severity: Severity::Advarsel, ..self }
    }

    /// Adds "Mente du »…«?" when a known name is near to the one given.
    #[must_use]
    pub fn nearest<'a>(self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(name, known) {
            Some(near) => self.hint(format!("Mente du »{near}«?")),
            None => self,
        }
    }
}

/// The known name that is most like `name`, if any is like it at all.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&fold(name), &fold(candidate)), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

fn fold(name: &str) -> String {
    name.to_lowercase()
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}] {}: {}", self.severity, self.code, self.place, self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, " {hint}")?;
        }
        match &self.rule {
            Some(rule) => write!(f, " {rule}"),
            None => Ok(()),
        }
    }
}

/// All findings of a run; gathered, then shown together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    pub fn extend(&mut self, more: impl IntoIterator<Item = Finding>) {
        self.0.extend(more);
    }

    /// Adds what rules found, except in files that have a fejl already: half read, they break the
    /// rules without any fault of their own.
    pub fn extend_where_sound(&mut self, more: impl IntoIterator<Item = Finding>) {
        let broken: BTreeSet<String> = self
            .iter()
            .filter(|finding| finding.severity == Severity::Fejl)
            .filter_map(|finding| finding.place.file_name().map(str::to_owned))
            .collect();
        let is_sound =
            |finding: &Finding| !finding.place.file_name().is_some_and(|f| broken.contains(f));
        self.0.extend(more.into_iter().filter(is_sound));
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|finding| finding.severity == severity).count()
    }

    pub fn has_fejl(&self) -> bool {
        self.count(Severity::Fejl) > 0
    }

    /// Sorts by severity and place, and drops repeats; what is a fejl is no advarsel as well.
    pub fn settle(&mut self) {
        self.0.sort_by(|a, b| {
            (a.severity, &a.place, a.code, &a.message)
                .cmp(&(b.severity, &b.place, b.code, &b.message))
        });
        self.0.dedup();
        let key = |one: &Finding| (one.code, one.place.clone(), one.message.clone());
        let is_fejl = |one: &&Finding| one.severity == Severity::Fejl;
        let fejl: BTreeSet<_> = self.0.iter().filter(is_fejl).map(key).collect();
        self.0.retain(|one| one.severity == Severity::Fejl || !fejl.contains(&key(one)));
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl From<Finding> for Findings {
    fn from(finding: Finding) -> Self {
        Self(vec![finding])
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in self {
            writeln!(f, "{finding}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Findings {}
