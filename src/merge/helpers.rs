//! The helpers that every template and text may use.

use std::cmp::Ordering;

use chrono::NaiveDate;
use handlebars::{
    Context as Data, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext,
    RenderError, RenderErrorReason, ScopedJson, handlebars_helper,
};
use rust_decimal::Decimal;
use serde_json::Value;

use super::slot::without_marks;
use crate::text::danish;

/// Registers the helpers that give values; those that put in rich text are the engine's.
pub(super) fn register(registry: &mut Handlebars<'static>, literal: fn(&str) -> String) {
    registry.register_helper("kr", Box::new(Unit(KRONER)));
    registry.register_helper("pct", Box::new(Unit("%")));
    registry.register_helper("tal", Box::new(Tal));
    registry.register_helper("ord", Box::new(ord));
    registry.register_helper("stort", Box::new(stort));
    registry.register_helper("lille", Box::new(lille));
    registry.register_helper("valgfri", Box::new(Optional));
    registry.register_helper("streng", Box::new(Literal(literal)));
    registry.register_helper("eq", Box::new(Likeness(true)));
    registry.register_helper("ne", Box::new(Likeness(false)));
    registry.register_helper("gt", Box::new(Comparison(Ordering::is_gt)));
    registry.register_helper("gte", Box::new(Comparison(Ordering::is_ge)));
    registry.register_helper("lt", Box::new(Comparison(Ordering::is_lt)));
    registry.register_helper("lte", Box::new(Comparison(Ordering::is_le)));
}

handlebars_helper!(ord: |value: Json| {
    let shown = shown(value);
    danish::parse_number(&shown).map_or(shown, danish::in_words)
});
handlebars_helper!(stort: |value: Json| recase(&shown(value), char::to_uppercase));
handlebars_helper!(lille: |value: Json| recase(&shown(value), char::to_lowercase));

fn recase<I: Iterator<Item = char>>(text: &str, first_to: fn(char) -> I) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first_to(first).chain(letters).collect())
}

/// Whether two values are printed alike, or are the same number or date.
fn same(a: &Value, b: &Value) -> bool {
    match order(a, b) {
        Some(order) => order.is_eq(),
        None => shown(a) == shown(b),
    }
}

/// Orders two printed values: as dates, as numbers, else not at all.
fn order(a: &Value, b: &Value) -> Option<Ordering> {
    let (a, b) = (shown(a), shown(b));
    if let (Some(a), Some(b)) = (date(&a), date(&b)) {
        return Some(a.cmp(&b));
    }
    Some(danish::parse_number(&a)?.cmp(&danish::parse_number(&b)?))
}

/// A date as it is printed, or as it is typed in a template: 2020-09-14.
fn date(written: &str) -> Option<NaiveDate> {
    danish::parse_date(written).or_else(|| written.parse().ok())
}

/// Whether two values are alike, or are not.
struct Likeness(bool);

impl HelperDef for Likeness {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        data: &'rc Data,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let (a, b) = (required_at(helper, 0)?, required_at(helper, 1)?);
        let alike = match hidden_order(helper.name(), a, b, data)? {
            Some(order) => order.is_eq(),
            None => same(a, b),
        };
        Ok(ScopedJson::Derived((alike == self.0).into()))
    }
}

/// How a hidden count stands to 0: it is at least 1, since 0 is shown. To choose words by any
/// other comparison with it would give it away, or say something untrue.
fn hidden_order(
    helper: &str,
    a: &Value,
    b: &Value,
    data: &Data,
) -> Result<Option<Ordering>, RenderError> {
    let (a, b) = (shown(a), shown(b));
    let is_zero = |value: &str| danish::parse_number(value).is_some_and(|number| number.is_zero());
    match (is_hidden(&a, data), is_hidden(&b, data)) {
        (false, false) => Ok(None),
        (true, false) if is_zero(&b) => Ok(Some(Ordering::Greater)),
        (false, true) if is_zero(&a) => Ok(Some(Ordering::Less)),
        _ => {
            let said = format!("»{helper}« kan kun sammenligne et skjult tal med 0");
            Err(RenderErrorReason::Other(said).into())
        }
    }
}

/// Whether one value comes before or after another; what is not known yet does neither.
struct Comparison(fn(Ordering) -> bool);

impl HelperDef for Comparison {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        data: &'rc Data,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let value = |index| helper.param(index).map_or(&Value::Null, |param| param.value());
        let (a, b) = (value(0), value(1));
        let found = hidden_order(helper.name(), a, b, data)?.or_else(|| order(a, b));
        let (a, b) = (shown(a), shown(b));
        let no_value = |value: &str| value.is_empty() || is_unknown(value);
        if found.is_none() && !no_value(&a) && !no_value(&b) {
            let said = format!("»{}« kan ikke sammenligne »{a}« med »{b}«", helper.name());
            return Err(RenderErrorReason::Other(said).into());
        }
        Ok(ScopedJson::Derived(found.is_some_and(self.0).into()))
    }
}

/// A value as it is printed; numbers typed in a template are set the Danish way.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number
            .to_string()
            .parse::<Decimal>()
            .map_or_else(|_| number.to_string(), danish::number),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

const KRONER: &str = "kr.";

/// What stands where no answer came.
const NO_ANSWER: &str = "–";

/// What is wrong with a value that is to have a unit; marks for unknown are not.
pub(super) fn unit_fault(helper: &str, value: &str) -> Option<String> {
    let fits = danish::parse_number(value).is_some() || is_unknown(value);
    (!fits).then(|| format!("»{helper}« skal have et tal, men fik »{value}«"))
}

/// Whether a value only says that there is none yet.
fn is_unknown(value: &str) -> bool {
    value.starts_with("[afventer:") || value == NO_ANSWER
}

/// Whether a value is what stands for a count that discretion hides.
fn is_hidden(value: &str, data: &Data) -> bool {
    let signs = ["/diskretion/tegn", "/diskretion/i_tekst"].map(|path| data.data().pointer(path));
    signs.into_iter().flatten().any(|sign| sign == value)
}

/// A printed number with its unit; a value that is no number (a mark for unknown) stays as it is.
struct Unit(&'static str);

impl HelperDef for Unit {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        data: &'rc Data,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let value = shown(required(helper)?);
        let with_unit = match danish::parse_number(&value) {
            Some(amount) if self.0 == KRONER => danish::kroner(amount),
            Some(_) => format!("{value}{}{}", danish::NBSP, self.0),
            None if is_hidden(&value, data) => value,
            None => match unit_fault(helper.name(), &value) {
                Some(said) => return Err(RenderErrorReason::Other(said).into()),
                None => value,
            },
        };
        Ok(ScopedJson::Derived(with_unit.into()))
    }
}

/// A figure by its path in the context ("cu.dom.i_alt.2019").
struct Tal;

impl HelperDef for Tal {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        data: &'rc Data,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let asked = shown(required(helper)?);
        let is_shown = is_hidden(&asked, data) || is_unknown(&asked);
        if danish::parse_number(&asked).is_some() || is_shown {
            return Ok(ScopedJson::Derived(asked.into()));
        }
        let found = data.data().pointer(&format!("/{}", asked.replace('.', "/")));
        let value = found.ok_or(RenderErrorReason::MissingVariable(Some(asked)))?;
        Ok(ScopedJson::Derived(shown(value).into()))
    }
}

/// A value that may be missing; then nothing is printed.
struct Optional;

impl HelperDef for Optional {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Data,
        _: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        let value = helper.param(0).map(|param| shown(param.value())).unwrap_or_default();
        Ok(ScopedJson::Derived(value.into()))
    }
}

/// A value as a literal in the template's own code.
struct Literal(fn(&str) -> String);

impl HelperDef for Literal {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Data,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let value = shown(required(helper)?);
        out.write(&(self.0)(&without_marks(&value))).map_err(RenderError::from)
    }
}

fn required<'a, 'rc>(helper: &'a Helper<'rc>) -> Result<&'a Value, RenderError> {
    required_at(helper, 0)
}

fn required_at<'a, 'rc>(helper: &'a Helper<'rc>, index: usize) -> Result<&'a Value, RenderError> {
    match helper.param(index) {
        Some(param) if !param.is_value_missing() => Ok(param.value()),
        Some(param) => {
            Err(RenderErrorReason::MissingVariable(param.relative_path().cloned()).into())
        }
        None => Err(RenderErrorReason::MissingVariable(None).into()),
    }
}
