use super::changes::Changes;
use super::emne::Emne;
use super::side::Side;
use super::summands::{Summands, name_changed};
use super::thing::Thing;
use super::topic::Topic;
use super::{
    aftale, behandling, bilag, datoer, dokumenter, fokusomraader, kapitler, parter, takster, tal,
    tekster,
};
use crate::model::Modtager;

/// Compares what two editions say, as their reader may see them.
pub fn compare(old: &Side<'_>, new: &Side<'_>) -> Changes {
    let subjects = [
        (Emne::Aftale, aftale::changed(old, new)),
        (Emne::Fokusomraader, fokusomraader::changed(old, new)),
        (Emne::Datoer, datoer::changed(old, new)),
        (Emne::Parter, parter::changed(old, new)),
        (Emne::Behandling, behandling::changed(old, new)),
        (Emne::Bilag, bilag::changed(old, new)),
        (Emne::Dokumenter, dokumenter::changed(old, new)),
        (Emne::Kapitler, kapitler::changed(old, new)),
        (Emne::Takster, takster::changed(old, new)),
        (Emne::Tal, tal::changed(old, new)),
    ];
    let changed = subjects.into_iter().filter(|(_, things)| !things.is_empty());
    let mut topics: Vec<Topic> = changed.map(|(emne, things)| Topic { emne, things }).collect();
    let summands = [old, new].map(|side| Summands::of(side.projekt));
    let things = topics.iter_mut().flat_map(|topic| &mut topic.things);
    let differences = things.flat_map(|thing| &mut thing.differences);
    differences.for_each(|one| name_changed(one, &summands[0], &summands[1]));
    if [old, new].iter().any(|side| side.projekt.modtager == Modtager::Offentlig) {
        topics.iter_mut().flat_map(|topic| &mut topic.things).for_each(without_cells);
    }
    Changes { topics, sections: tekster::changed(old, new) }
}

/// The public has no inputs to look in, and how many cells make up a sum says who has answered.
fn without_cells(thing: &mut Thing) {
    let values = thing.differences.iter_mut().flat_map(|one| [&mut one.before, &mut one.after]);
    values.flatten().for_each(|told| told.cells.clear());
}
