use crate::model::{Belaegning, CentralUdmelding, Yearly};

/// What a series about a tilbud counts, when it counts people; the others are percentages.
const PEOPLE: &str = "antal";

/// A row of counts that the public may see, when none of them has to be hidden.
pub(super) struct Series<'p> {
    /// As fields name it, without the year: "cu.dom.region.type1".
    pub key: String,
    /// The key of the table that it stands in: "cu.dom.region".
    pub table: String,
    /// The name of the row.
    pub name: String,
    /// The row and the table it stands in, in Danish.
    pub label: String,
    pub counts: &'p mut Yearly,
}

/// A year's count as fields name it: "cu.dom.region.type1.2019".
pub(super) fn field(series: &str, year: u16) -> String {
    format!("{series}.{year}")
}

/// Every row of people that stands in a public table or field.
pub(super) fn series<'p>(
    udmeldinger: &'p mut [CentralUdmelding],
    belaegninger: &'p mut [Belaegning],
) -> Vec<Series<'p>> {
    let people = belaegninger
        .iter_mut()
        .filter(|row| row.enhed.as_ref().is_some_and(|enhed| enhed.value == PEOPLE));
    let of_tilbud = people.map(|row| Series {
        key: format!("belaegning.{}.{}", row.noegle, row.raekke),
        table: format!("belaegning.{}", row.noegle),
        name: row.betegnelse.value.clone(),
        label: format!("»{}« ({})", row.betegnelse.value, row.tilbud.value),
        counts: &mut row.tal,
    });
    udmeldinger.iter_mut().flat_map(of_udmelding).chain(of_tilbud).collect()
}

fn of_udmelding(udmelding: &mut CentralUdmelding) -> Vec<Series<'_>> {
    let base = format!("cu.{}", udmelding.noegle);
    let about = &udmelding.kort_titel.value;
    let groups = udmelding.grupper.iter_mut().map(|gruppe| Series {
        key: format!("{base}.region.{}", gruppe.noegle),
        table: format!("{base}.region"),
        name: gruppe.betegnelse.value.clone(),
        label: format!("»{}« ({about})", gruppe.betegnelse.value),
        counts: &mut gruppe.region,
    });
    let landsdele = udmelding.landsdele.iter_mut().map(|landsdel| Series {
        key: format!("{base}.landsdele.{}", landsdel.noegle),
        table: format!("{base}.landsdele"),
        name: landsdel.betegnelse.value.clone(),
        label: format!("»{}« i hele landet ({about})", landsdel.betegnelse.value),
        counts: &mut landsdel.antal,
    });
    let i_alt = Series {
        key: format!("{base}.i_alt"),
        table: format!("{base}.region"),
        name: "I alt i målgruppen".to_owned(),
        label: format!("»I alt i målgruppen« ({about})"),
        counts: &mut udmelding.i_alt,
    };
    groups.chain([i_alt]).chain(landsdele).collect()
}
