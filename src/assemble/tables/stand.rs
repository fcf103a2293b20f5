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
    /// The statuses of counts in the years that are shown; without any, that of the udmelding.
    pub fn of<'a>(
        counts: impl Iterator<Item = &'a Yearly>,
        udmelding: &'u CentralUdmelding,
    ) -> Self {
        let shown = |counts: &'a Yearly| udmelding.aar.iter().filter_map(|aar| counts.get(*aar));
        let mut statuses: BTreeSet<Talstatus> =
            counts.flat_map(shown).filter_map(|count| count.status).collect();
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
        let mark = if self.statuses.len() > 1 { mark(status) } else { "" };
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
        if self.statuses.len() > 1 {
            for (status, meaning) in [
                (Talstatus::Foreloebig, " * står ved foreløbige tal."),
                (Talstatus::Konstrueret, " ** står ved konstruerede tal."),
            ] {
                told.push_str(if self.statuses.contains(&status) { meaning } else { "" });
            }
        }
        note(table, &told, [Shown::from(opgjort)]);
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
