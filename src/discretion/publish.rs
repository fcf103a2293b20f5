use super::look::look;
use super::relation::Relation;
use super::tables::Tables;
use super::view::Seen;
use crate::model::{Offentliggjort, Projekt, Sum};
use crate::text::danish::date;

/// What an edition publishes, to be kept and held against those that come after it.
pub(super) fn publish(tables: &Tables, published: &Projekt) -> Offentliggjort {
    let seen = look(tables, published);
    let number = |seen: Seen| match seen {
        Seen::Shown(number) => Some(number),
        Seen::Hidden => None,
    };
    let key = |cell: usize| tables.cells[cell].key.clone();
    let sum = |relation: &Relation| Sum {
        i_alt: key(relation.total),
        dele: relation.parts.iter().map(|part| key(*part)).collect(),
    };
    let udgave = &published.aftale.udgave;
    Offentliggjort {
        udgave: format!("{}, {}", udgave.betegnelse, date(udgave.dato)),
        tal: tables.own().map(|(cell, _)| (key(cell), number(seen[cell]))).collect(),
        summer: tables.without_earlier().iter().map(sum).collect(),
    }
}
