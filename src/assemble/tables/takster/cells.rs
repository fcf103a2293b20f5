use rust_decimal::Decimal;

use crate::model::Sourced;
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
