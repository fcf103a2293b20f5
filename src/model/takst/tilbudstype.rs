/// The word in the workbook's column "Type" for a kvindekrisecenter (SEL § 109).
pub const KRISECENTER: &str = "krisecenter";

/// The kinds of tilbud that the workbook's column "Type" may name (bekendtgørelsen om rammeaftaler,
/// § 1).
pub const TILBUDSTYPER: [&str; 13] = [
    KRISECENTER,
    "forsorgshjem",
    "botilbud",
    "døgninstitution",
    "sikret afdeling",
    "dagtilbud",
    "klubtilbud",
    "stofmisbrugsbehandling",
    "beskyttet beskæftigelse",
    "aktivitets- og samværstilbud",
    "almen ældrebolig",
    "plejebolig",
    "specialrådgivning",
];
