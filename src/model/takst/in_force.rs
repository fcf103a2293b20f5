use chrono::NaiveDate;

use super::takst::Takst;

/// The rows in force on a day: for each tilbud the latest that has begun, in the workbook's order.
pub fn in_force(takster: &[Takst], day: NaiveDate) -> Vec<&Takst> {
    let begun = |takst: &&Takst| takst.begins().is_none_or(|from| from <= day);
    let mut current: Vec<&Takst> = Vec::new();
    for takst in takster.iter().filter(begun) {
        match current.iter_mut().find(|other| other.noegle == takst.noegle) {
            Some(other) if takst.begins() >= other.begins() => *other = takst,
            Some(_) => {}
            None => current.push(takst),
        }
    }
    current
}
