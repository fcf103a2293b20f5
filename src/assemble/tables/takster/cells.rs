use rust_decimal::Decimal;

use crate::assemble::context::percent_of;
use crate::assemble::shown::Shown;
use crate::assemble::tables::drawing::NO_ANSWER;
use crate::model::{Exact, Sourced};
use crate::text::danish::{self, NBSP};

pub(super) fn kroner(amount: Option<&Sourced<Decimal>>) -> Shown {
    Shown::of(amount, |amount| danish::amount(*amount), || "[afventer: takst]".to_owned())
}

pub(super) fn signed(amount: Option<&Sourced<Decimal>>) -> Shown {
    let mut shown = kroner(amount);
    if amount.is_some_and(|amount| amount.value > Decimal::ZERO) {
        shown.text.insert(0, '+');
    }
    shown
}

pub(super) fn percent(value: Option<&Sourced<Decimal>>) -> Shown {
    let print = |percent: &Decimal| format!("{}{NBSP}%", danish::number(*percent));
    Shown::of(value, print, || "[afventer: procent]".to_owned())
}

/// A part of a whole in percent with a decimal: 1/3 is "33,3 %".
pub(super) fn part_in_percent(part: &Exact) -> String {
    percent_of(part)
        .map_or_else(String::new, |percent| format!("{}{NBSP}%", danish::number(percent)))
}

/// A change as a part of what was before, with its sign: 1/10 is "+10 %".
pub(super) fn signed_percent(part: Option<&Exact>) -> String {
    let Some(percent) = part.and_then(percent_of) else { return NO_ANSWER.to_owned() };
    let sign = if percent > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{}{NBSP}%", danish::number(percent))
}
