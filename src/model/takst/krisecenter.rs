use super::takst::Takst;
use super::tilbudstype::KRISECENTER;

pub fn is_krisecenter(takst: &Takst) -> bool {
    takst.art.value == KRISECENTER
}
