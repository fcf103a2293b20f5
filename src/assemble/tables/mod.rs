//! The data tables that texts and templates ask for by key.

mod drawing;
mod indsamling;
mod registers;
mod stand;
mod takster;
mod udmeldinger;

use std::collections::BTreeMap;

use self::registers::{bilag, fokusomraader, parter, tidsplan};
use self::takster::{
    aendringer, alle_takster, belaegning, belaegning_keys, krisecentre, objektiv, overskud,
    udvikling,
};
use self::udmeldinger::{landsdele, per_kommune, region, tilbud};
use crate::model::{Projekt, regnskaber};
use crate::text::tree::Table;

pub(super) use self::drawing::{NO_ANSWER, hidden_note, shown_antal};
pub(super) use self::registers::behandling;
pub(super) use self::stand::Stand;
pub(super) use self::udmeldinger::kommuner;

/// Every table of the project by key; `behandling` is made for each authority.
pub(super) fn tables(projekt: &Projekt) -> BTreeMap<String, Table> {
    let mut tables = BTreeMap::new();
    let mut put = |mut table: Table, key: String| {
        table.key = Some(key.clone());
        tables.insert(key, table);
    };
    put(tidsplan(projekt), "tidsplan".into());
    put(parter(projekt), "parter".into());
    put(bilag(projekt), "bilag".into());
    put(indsamling::status(projekt), "indsamling.status".into());
    put(fokusomraader(projekt), "fokusomraader".into());
    put(krisecentre(projekt), "takster.krisecentre".into());
    put(alle_takster(projekt), "takster.alle".into());
    put(aendringer(projekt), "takster.aendringer".into());
    put(udvikling(projekt), "takster.udvikling".into());
    for regnskab in regnskaber(&projekt.regnskabsposter) {
        put(overskud(projekt, &regnskab), format!("overskud.{}", regnskab.key()));
    }
    for finansiering in &projekt.objektive {
        put(objektiv(projekt, finansiering), format!("objektiv.{}", finansiering.key()));
    }
    for key in belaegning_keys(projekt) {
        put(belaegning(projekt, &key), format!("belaegning.{key}"));
    }
    for udmelding in &projekt.udmeldinger {
        let base = format!("cu.{}", udmelding.noegle);
        put(region(projekt, udmelding), format!("{base}.region"));
        put(per_kommune(projekt, udmelding), format!("{base}.kommuner"));
        if !udmelding.landsdele.is_empty() {
            put(landsdele(projekt, udmelding), format!("{base}.landsdele"));
        }
        if !udmelding.tilbud.is_empty() {
            put(tilbud(projekt, udmelding), format!("{base}.tilbud"));
        }
    }
    tables
}
