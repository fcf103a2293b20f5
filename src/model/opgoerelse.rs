use std::collections::{BTreeMap, BTreeSet};

use super::central_udmelding::{AnvendtTilbud, CentralUdmelding, Gruppe, KommuneAntal};
use super::indberetning::{Afsender, Indberetninger, IndberettetTal, IndberettetTilbud};
use super::myndighed::Myndighed;
use super::talstatus::Talstatus;
use super::yearly::Yearly;

/// The answers of one udmelding by group and party.
type Answers<'a> = BTreeMap<(&'a str, &'a str), Vec<&'a IndberettetTal>>;

impl CentralUdmelding {
    /// Counts what the kommuner have answered: each kommune's numbers, their sums over the region,
    /// who has not answered, and the sum over the målgruppe.
    pub fn count(&mut self, collected: &Indberetninger, kommuner: &[&Myndighed]) {
        let mut answers = Answers::new();
        for tal in collected.tal.iter().filter(|tal| tal.afsender.udmelding == self.noegle) {
            let key = (tal.gruppe.value.as_str(), tal.afsender.part.as_str());
            answers.entry(key).or_default().push(tal);
        }
        for gruppe in &mut self.grupper {
            gruppe.count(&answers, kommuner, &self.aar);
        }
        self.sum_up();
        let of_this = collected.tilbud.iter().filter(|one| one.afsender.udmelding == self.noegle);
        let used: Vec<&IndberettetTilbud> = of_this.collect();
        let divided: BTreeSet<&str> = used
            .iter()
            .filter(|one| one.afsender.svarer_for.is_some())
            .map(|one| one.afsender.part.as_str())
            .collect();
        for used in used {
            let Afsender { part, svarer_for, .. } = &used.afsender;
            let is_kommune = kommuner.iter().any(|kommune| kommune.navn == *part);
            let is_again = svarer_for.is_none() && divided.contains(part.as_str());
            self.add_used(used, is_kommune && !is_again);
        }
    }

    /// Adds a tilbud to the secretariat's own list, whose words win. The users that the region
    /// tells of its own tilbud are the kommuner's, who tell of them too, and those that a kommune
    /// tells of as one are its parts': neither count.
    fn add_used(&mut self, used: &IndberettetTilbud, counts: bool) {
        let name = used.tilbud.value.to_lowercase();
        let known = self.tilbud.iter().position(|one| one.tilbud.value.to_lowercase() == name);
        let at = known.unwrap_or(self.tilbud.len());
        if known.is_none() {
            self.tilbud.push(AnvendtTilbud::named(used.tilbud.clone()));
        }
        let tilbud = &mut self.tilbud[at];
        for (own, told) in [
            (&mut tilbud.driftsherre, &used.driftsherre),
            (&mut tilbud.beliggenhed, &used.beliggenhed),
            (&mut tilbud.anvendes_til, &used.anvendes_til),
        ] {
            *own = own.take().or_else(|| told.clone());
        }
        if let Some(count) = used.in_force().filter(|_| counts) {
            tilbud.brugere.add(used.aar, count);
        }
    }
}

impl Gruppe {
    fn count(&mut self, answers: &Answers<'_>, kommuner: &[&Myndighed], aar: &[u16]) {
        let counted = kommuner.iter().map(|kommune| {
            let rows = answers.get(&(self.noegle.as_str(), kommune.navn.as_str()));
            let antal = series(rows.map_or(&[], Vec::as_slice), kommune);
            KommuneAntal { kommune: kommune.navn.clone(), antal }
        });
        self.kommuner = counted.collect();
        let has_answered =
            |row: &&KommuneAntal| aar.iter().all(|aar| row.antal.get(*aar).is_some());
        let missing = self.kommuner.iter().filter(|row| !has_answered(row));
        self.mangler_navne = missing.map(|row| row.kommune.clone()).collect();
        self.mangler = self.mangler_navne.len();
        self.region = Yearly::sum_of_known(self.kommuner.iter().map(|row| &row.antal));
        self.trust_what_was_told();
    }

    /// A sum of constructed answers is no constructed figure when it is the one that was told.
    fn trust_what_was_told(&mut self) {
        let Some(told) = &self.kontroltal else { return };
        let constructed = |status| status == Some(Talstatus::Konstrueret);
        for (aar, sum) in self.region.iter_mut().filter(|(_, sum)| constructed(sum.status)) {
            let same = told.antal.get(aar).filter(|told| told.antal == sum.antal);
            sum.status = same.map_or(sum.status, |told| told.status);
        }
    }
}

/// A kommune's counts: those it gave as a whole, or the sums of its parts in the years that all of
/// them have answered.
fn series(rows: &[&IndberettetTal], kommune: &Myndighed) -> Yearly {
    let of = |part: Option<&str>| -> Yearly {
        let mine = rows.iter().filter(|row| row.afsender.svarer_for.as_deref() == part);
        mine.filter_map(|row| Some((row.aar, row.in_force()?))).collect()
    };
    let answering = rows.iter().filter_map(|row| row.afsender.svarer_for.as_deref());
    let answering: BTreeSet<&str> = answering.collect();
    if answering.is_empty() {
        return of(None);
    }
    let expected = kommune.svarer.iter().map(|part| part.navn.as_str());
    let parts: BTreeSet<&str> = answering.into_iter().chain(expected).collect();
    let parts: Vec<Yearly> = parts.into_iter().map(|part| of(Some(part))).collect();
    Yearly::sum_of_all(&parts.iter().collect::<Vec<_>>())
}
