use super::Filling;
use crate::model::{CentralUdmelding, Projekt};
use crate::text::danish;

impl Filling<'_> {
    /// What the tables of an udmelding tell by kommune and by tilbud, under the kommune's key and
    /// the tilbud's name: `cu.<udmelding>.kommuner.<gruppe>.<kommune>.<år>`.
    pub(super) fn distributed(&mut self, projekt: &Projekt, udmelding: &CentralUdmelding) {
        let base = format!("cu.{}", udmelding.noegle);
        for gruppe in &udmelding.grupper {
            for row in &gruppe.kommuner {
                let party = projekt.kommuner().find(|party| party.navn == row.kommune);
                let Some(party) = party else { continue };
                let path = format!("{base}.kommuner.{}.{}", gruppe.noegle, party.noegle);
                self.counted(&path, &row.antal, &udmelding.aar);
            }
        }
        for tilbud in udmelding.tilbud.iter().filter(|row| row.brugere.iter().next().is_some()) {
            let path = format!("{base}.tilbud.{}", danish::field_name(&tilbud.tilbud.value));
            self.counted(&path, &tilbud.brugere, &[]);
        }
        for landsdel in &udmelding.landsdele {
            let path = format!("{base}.landsdele.{}.befolkning", landsdel.noegle);
            if let Some(people) = &landsdel.befolkning {
                self.number(&path, people);
            }
        }
    }
}
