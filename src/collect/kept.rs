use std::collections::BTreeMap;

use crate::input::Files;
use crate::output::digest;

const FOLDER: &str = "inputs/besvarelser";
const EARLIER: &str = "inputs/tidligere";
const ENDINGS: [&str; 4] = ["xlsx", "xlsm", "xls", "ods"];

/// The returned files that are kept as they came, by the digests of their bytes.
pub(super) struct Kept(BTreeMap<String, String>);

impl Kept {
    pub fn of(inputs: &Files) -> Self {
        let name = |path: &str| path.trim_start_matches(FOLDER).trim_start_matches('/').to_owned();
        Self(inputs.under(FOLDER).map(|(path, bytes)| (digest(bytes), name(path))).collect())
    }

    pub fn name_of(&self, digest: &str) -> Option<&str> {
        self.0.get(digest).map(String::as_str)
    }

    pub fn path(name: &str) -> String {
        format!("{FOLDER}/{name}")
    }

    /// A name that no file has yet: "spise-rebild.xlsx", or "spise-rebild-2.xlsx".
    pub fn free_name(&self, stem: &str, original: &str) -> String {
        let given = original.rsplit('.').next().unwrap_or_default().to_lowercase();
        let ending = ENDINGS.into_iter().find(|ending| *ending == given).unwrap_or(ENDINGS[0]);
        let numbered = (2..).map(|number: u32| format!("{stem}-{number}.{ending}"));
        let mut names = std::iter::once(format!("{stem}.{ending}")).chain(numbered);
        // The numbers never run out before the names do.
        names.find(|name| !self.0.values().any(|taken| taken == name)).unwrap_or_default()
    }

    /// Where the table of answers is kept before it is changed: "…/indberetninger-3.xlsx".
    pub fn earlier(inputs: &Files) -> String {
        let name = |number: usize| format!("{EARLIER}/indberetninger-{number}.xlsx");
        let taken = inputs.under(EARLIER).count();
        (1..=taken + 1)
            .map(name)
            .find(|name| inputs.get(name).is_none())
            .unwrap_or_else(|| name(taken + 1))
    }
}
