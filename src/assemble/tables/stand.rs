use std::collections::BTreeSet;

use super::drawing::{note, shown_count};
use crate::assemble::shown::Shown;
use crate::model::{Antal, CentralUdmelding, Optaelling, Talstatus, Yearly};
use crate::text::danish;
use crate::text::tree::{Standing, Table};

/// How far the figures of a table or a drawing have come.
pub(in crate::assemble) struct Stand<'u> {
    statuses: BTreeSet<Talstatus>,
    udmelding: &'u CentralUdmelding,
}

impl<'u> Stand<'u> {
    /// The statuses of counts that are shown, in the years that are; without any, that of the
    /// udmelding.
    pub fn of<'a>(
        counts: impl Iterator<Item = &'a Yearly>,
        udmelding: &'u CentralUdmelding,
    ) -> Self {
        let shown = |counts: &'a Yearly| udmelding.aar.iter().filter_map(|aar| counts.get(*aar));
        let is_seen = |count: &&Optaelling| count.antal != Antal::Skjult;
        let mut statuses: BTreeSet<Talstatus> =
            counts.flat_map(shown).filter(is_seen).filter_map(|count| count.status).collect();
        if statuses.is_empty() {
            statuses.extend(Talstatus::from_name(&udmelding.status.value.to_lowercase()));
        }
        Self { statuses, udmelding }
    }

    /// "foreløbige", "endelige og foreløbige tal".
    pub fn words(&self) -> String {
        let words: Vec<&str> = self.statuses.iter().map(|status| plural(*status)).collect();
        format!("{} tal", danish::list(&words))
    }

    /// Whether figures of several kinds stand together, so that each needs its mark.
    pub fn is_mixed(&self) -> bool {
        self.statuses.len() > 1
    }

    pub fn is_constructed(&self) -> bool {
        self.statuses.contains(&Talstatus::Konstrueret)
    }

    /// A series by year as it is printed; where figures of several kinds stand together, each that
    /// is not final has its mark.
    pub fn shown(&self, counts: &Yearly, sign: &str) -> Vec<Shown> {
        let of = |aar: &u16| {
            let count = counts.get(*aar);
            let mut shown = shown_count(count, sign);
            shown.standing = count.and_then(|count| self.standing(count));
            shown.text.push_str(shown.standing.map_or("", |standing| standing.mark));
            shown
        };
        self.udmelding.aar.iter().map(of).collect()
    }

    /// All hidden counts have one sign: a mark would tell which of them has been corrected.
    fn standing(&self, count: &Optaelling) -> Option<Standing> {
        let status = count.status.filter(|_| count.antal != Antal::Skjult)?;
        let mark = if self.is_mixed() { mark(status) } else { "" };
        Some(Standing { kind: plural(status), mark })
    }

    /// Tells of the statuses below a table: "Foreløbige tal, opgjort 25. maj 2020."
    pub fn note(&self, table: &mut Table) {
        let words = self.words();
        let mut letters = words.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        let opgjort = &self.udmelding.opgjort;
        let mut told = format!(
            "{}{}, opgjort {}.",
            first.unwrap_or_default(),
            letters.as_str(),
            opgjort.value
        );
        if self.is_mixed() {
            told = format!("{told} {}", self.meanings());
        }
        note(table, &told, [Shown::from(opgjort)]);
    }

    /// Tells below a table what its marks mean, if it has any.
    pub fn explain(&self, table: &mut Table) {
        if self.is_mixed() {
            note(table, &self.meanings(), []);
        }
    }

    fn meanings(&self) -> String {
        let marked = self.statuses.iter().filter(|status| !mark(**status).is_empty());
        let meanings = marked.map(|one| format!("{} står ved {} tal.", mark(*one), plural(*one)));
        meanings.collect::<Vec<_>>().join(" ")
    }
}

fn plural(status: Talstatus) -> &'static str {
    match status {
        Talstatus::Endelig => "endelige",
        Talstatus::Foreloebig => "foreløbige",
        Talstatus::Konstrueret => "konstruerede",
    }
}

fn mark(status: Talstatus) -> &'static str {
    match status {
        Talstatus::Endelig => "",
        Talstatus::Foreloebig => "*",
        Talstatus::Konstrueret => "**",
    }
}
