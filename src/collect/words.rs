//! The words of a return workbook that it is found and read again by.

/// First cell of the hidden sheet of keys, and the version of the form beside it.
pub(super) const KEYS_MARK: &str = "socialaftale-skema";
pub(super) const VERSION: u32 = 1;

/// Stands in the sheet that shows how, which is never read.
pub(super) const EXAMPLE_MARK: &str = "Eksempel med konstruerede tal – arket læses ikke";

pub(super) const PART: &str = "Part";
pub(super) const SVARER: &str = "Svarer for";
pub(super) const UDMELDING: &str = "Central udmelding";
pub(super) const AAR: &str = "Årene";
pub(super) const FRIST: &str = "Svarfrist";
pub(super) const TO: &str = "Sendes til";
pub(super) const FILL_IN: &str = "Udfyldes af jer";
pub(super) const ART: &str = "Svarets art";
pub(super) const WRITER: &str = "Udfyldt af";
pub(super) const REACHED: &str = "Telefon eller mail";
pub(super) const GUIDE: &str = "Sådan udfylder I skemaet";
/// How many steps the guide has, a row for each.
pub(super) const STEPS: usize = 4;

pub(super) const GRUPPE: &str = "Gruppe";
pub(super) const BEMAERKNING: &str = "Bemærkning";
pub(super) const SUM: &str = "I alt i målgruppen";
pub(super) const OUTSIDE: &str = "Uden for målgruppen (tælles ikke med i summen)";

/// The columns of the table of tilbud before its years.
pub(super) const TILBUD: [&str; 5] =
    ["Tilbud", "Driftsherre", "Beliggenhed", "Paragraf", "Anvendes til"];
