use std::collections::{BTreeMap, BTreeSet};

/// The keys that have kept their place among those that both lists have: they are in every longest
/// run of keys that stand in the same order. Of two that changed places neither is, and what came
/// or went between others moves none of them.
pub(super) fn kept<'k>(before: &[&'k str], after: &[&'k str]) -> BTreeSet<&'k str> {
    let places: BTreeMap<&str, usize> =
        before.iter().enumerate().map(|(place, key)| (*key, place)).collect();
    let both: Vec<(&str, usize)> =
        after.iter().filter_map(|key| Some((*key, *places.get(key)?))).collect();
    let ends: Vec<usize> = longest_until(both.iter().map(|(_, place)| *place));
    let backwards = both.iter().rev().map(|(_, place)| before.len() - place);
    let begins: Vec<usize> = longest_until(backwards).into_iter().rev().collect();
    let longest = ends.iter().copied().max().unwrap_or_default();
    let mut candidates: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (at, (key, _)) in both.iter().enumerate() {
        if ends[at] + begins[at] == longest + 1 {
            candidates.entry(ends[at]).or_default().push(key);
        }
    }
    candidates.into_values().filter(|keys| keys.len() == 1).flatten().collect()
}

/// For each number how many there are in the longest rising run that ends with it.
fn longest_until(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        let lower = runs.iter().filter(|(earlier, _)| *earlier < number);
        let longest = lower.map(|(_, length)| *length).max().unwrap_or_default();
        runs.push((number, longest + 1));
    }
    runs.into_iter().map(|(_, length)| length).collect()
}
