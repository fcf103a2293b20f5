use std::collections::BTreeMap;

use super::optaelling::Optaelling;

/// Counts by year; a year without an answer has none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Yearly(BTreeMap<u16, Optaelling>);

impl Yearly {
    pub fn get(&self, aar: u16) -> Option<&Optaelling> {
        self.0.get(&aar)
    }

    /// The years that have a count, in order.
    pub fn iter(&self) -> impl Iterator<Item = (u16, &Optaelling)> {
        self.0.iter().map(|(aar, count)| (*aar, count))
    }

    /// The same, to be changed or hidden.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (u16, &mut Optaelling)> {
        self.0.iter_mut().map(|(aar, count)| (*aar, count))
    }

    /// Adds a count to what the year has.
    pub fn add(&mut self, aar: u16, count: Optaelling) {
        let sum = Optaelling::sum(self.0.get(&aar).into_iter().chain([&count]));
        self.0.extend(sum.map(|sum| (aar, sum)));
    }

    /// The sums of several series, in the years that all of them have a count for.
    pub fn sum_of_all(series: &[&Self]) -> Self {
        let Some(first) = series.first() else { return Self::default() };
        let sum = |aar| {
            let parts: Option<Vec<&Optaelling>> = series.iter().map(|one| one.get(aar)).collect();
            Some((aar, Optaelling::sum(parts?)?))
        };
        first.0.keys().filter_map(|aar| sum(*aar)).collect()
    }

    /// The sums of several series, of what each has a count for.
    pub fn sum_of_known<'a>(series: impl Iterator<Item = &'a Self>) -> Self {
        let mut parts: BTreeMap<u16, Vec<&Optaelling>> = BTreeMap::new();
        for (aar, count) in series.flat_map(Self::iter) {
            parts.entry(aar).or_default().push(count);
        }
        let sum = |(aar, parts)| Some((aar, Optaelling::sum::<'a>(parts)?));
        parts.into_iter().filter_map(sum).collect()
    }
}

impl FromIterator<(u16, Optaelling)> for Yearly {
    fn from_iter<I: IntoIterator<Item = (u16, Optaelling)>>(counts: I) -> Self {
        Self(counts.into_iter().collect())
    }
}
