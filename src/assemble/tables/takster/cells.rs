use rust_decimal::Decimal;

use crate::assemble::context::percent_of;
use crate::assemble::tables::drawing::NO_ANSWER;
use crate::model::{Exact, Sourced};
use crate::text::danish::{self, NBSP};

pub(super) fn kroner(amount: Option<&Sourced<Decimal>>) -> String {
    amount.map_or_else(|| "[afventer: takst]".to_owned(), |kr| danish::amount(kr.value))
}

pub(super) fn signed(amount: Option<&Sourced<Decimal>>) -> String {
    match amount {
        Some(amount) if amount.value > Decimal::ZERO => format!("+{}", kroner(Some(amount))),
        other => kroner(other),
    }
}

pub(super) fn percent(value: Option<&Sourced<Decimal>>) -> String {
    value.map_or_else(
        || "[afventer: procent]".to_owned(),
        |percent| format!("{}{NBSP}%", danish::number(percent.value)),
    )
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
