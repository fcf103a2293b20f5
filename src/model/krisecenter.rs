use chrono::NaiveDate;

use super::takst::Takst;

/// The word in the workbook's column "Type" for a kvindekrisecenter (SEL § 109).
pub const KRISECENTER: &str = "krisecenter";

pub fn is_krisecenter(takst: &Takst) -> bool {
    takst.art.value == KRISECENTER
}

/// The rows in force on a day: for each tilbud the latest that has begun, in the workbook's order.
pub fn in_force(takster: &[Takst], day: NaiveDate) -> Vec<&Takst> {
    let begins = |takst: &Takst| takst.gaelder_fra.as_ref().map(|from| from.value);
    let begun = |takst: &&Takst| begins(takst).is_none_or(|from| from <= day);
    let mut current: Vec<&Takst> = Vec::new();
    for takst in takster.iter().filter(begun) {
        match current.iter_mut().find(|other| other.noegle == takst.noegle) {
            Some(other) if begins(takst) >= begins(other) => *other = takst,
            Some(_) => {}
            None => current.push(takst),
        }
    }
    current
}
