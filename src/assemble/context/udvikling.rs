use super::{Filling, pending};
use crate::finding::Place;
use crate::model::{Exact, Projekt, Udvikling, rounded};
use crate::text::danish;
use rust_decimal::Decimal;

impl Filling<'_> {
    /// The years and takster that are known, and the changes between the last two years.
    pub(super) fn udvikling(&mut self, projekt: &Projekt) {
        let known = Udvikling::new(&projekt.takster);
        self.context.set("udvikling.antal_aar", known.aar.len().to_string());
        let span = known.last_two();
        let change = |part: Option<Exact>| {
            let percent = part.as_ref().and_then(percent_of);
            percent.map_or_else(|| pending("takster for flere år"), danish::number)
        };
        if let Some((fra, til)) = span {
            self.context.set("udvikling.fra", fra.to_string());
            self.context.set("udvikling.til", til.to_string());
        }
        let in_all = span.and_then(|(fra, til)| known.i_alt(fra, til));
        let cells = |of: &dyn Fn(i32, i32) -> Vec<Place>| {
            span.map(|(fra, til)| of(fra, til)).unwrap_or_default()
        };
        let all = cells(&|fra, til| known.celler_i_alt(fra, til));
        self.context.set_computed("udvikling.i_alt", change(in_all), &all);
        for tilbud in &known.tilbud {
            let base = format!("udvikling.tilbud.{}", tilbud.noegle);
            for aar in &known.aar {
                if let Some(takst) = tilbud.takst(*aar) {
                    self.number(&format!("{base}.{aar}"), takst);
                }
            }
            let own = span.and_then(|(fra, til)| tilbud.aendring(fra, til));
            let both = cells(&|fra, til| tilbud.aendringsceller(fra, til));
            self.context.set_computed(&format!("{base}.aendring"), change(own), &both);
        }
    }
}

/// A part of a whole in percent, rounded to one decimal.
pub(in crate::assemble) fn percent_of(part: &Exact) -> Option<Decimal> {
    rounded(&(part * Exact::from_integer(100.into())), 1)
}
