use super::gathering::Gathering;
use super::tables::Tables;
use crate::model::{CentralUdmelding, Projekt};

/// The counts of a project that the public may see, with those of earlier public editions.
pub fn gather(projekt: &Projekt) -> Tables {
    let mut gathering = Gathering::default();
    gathering.counts(projekt.udmeldinger.clone(), projekt.belaegninger.clone());
    for udmelding in &projekt.udmeldinger {
        for year in &udmelding.aar {
            for (total, parts) in sums(udmelding, projekt.landsdel()) {
                let at = |row: &String| format!("{row}.{year}");
                gathering.sum(&at(&total), &parts.iter().map(at).collect::<Vec<_>>());
            }
        }
    }
    for (file, edition) in &projekt.offentliggjort {
        gathering.earlier(file, edition);
    }
    gathering.tables
}

/// The rows of an udmelding that are sums of others, by key; a row that stands in two tables is
/// the sum of one.
fn sums(udmelding: &CentralUdmelding, landsdel: &str) -> Vec<(String, Vec<String>)> {
    let base = format!("cu.{}", udmelding.noegle);
    let i_alt = format!("{base}.i_alt");
    let groups = udmelding.maalgruppe().map(|gruppe| format!("{base}.region.{}", gruppe.noegle));
    let mut sums = vec![(i_alt.clone(), groups.collect())];
    let row = |noegle: &str| format!("{base}.landsdele.{noegle}");
    let (totals, parts): (Vec<_>, Vec<_>) =
        udmelding.landsdele.iter().partition(|landsdel| landsdel.noegle == "i_alt");
    let all = || parts.iter().map(|landsdel| row(&landsdel.noegle)).collect();
    sums.extend(totals.iter().map(|total| (row(&total.noegle), all())));
    let own = parts.iter().filter(|part| part.betegnelse.value == landsdel);
    sums.extend(own.map(|own| (row(&own.noegle), vec![i_alt.clone()])));
    sums
}
