//! Lets a helper that puts something in know where in the template it was called.

use handlebars::template::{HelperTemplate, Parameter, Template, TemplateElement};

use super::slot::role;

/// The option that carries the place; no template can set it, since it is no name.
pub(super) const STAMP: &str = "@sted";

/// Stamps every call that puts something in with its line and column.
pub(super) fn stamp(template: &mut Template) {
    for (element, mapping) in template.elements.iter_mut().zip(&template.mapping) {
        match element {
            TemplateElement::Expression(call) => stamp_call(call, mapping.0, mapping.1),
            TemplateElement::HelperBlock(call) => stamp_block(call),
            TemplateElement::DecoratorBlock(call) | TemplateElement::PartialBlock(call) => {
                call.template.iter_mut().for_each(stamp);
            }
            _ => {}
        }
    }
}

fn stamp_block(call: &mut HelperTemplate) {
    call.template.iter_mut().for_each(stamp);
    let Some(otherwise) = &mut call.inverse else { return };
    stamp(otherwise);
    // An else-if is a chain of one element without a mapping of its own.
    let mapped = otherwise.mapping.len();
    for element in otherwise.elements.iter_mut().skip(mapped) {
        if let TemplateElement::HelperBlock(call) = element {
            stamp_block(call);
        }
    }
}

fn stamp_call(call: &mut HelperTemplate, line: usize, column: usize) {
    if call.name.as_name().and_then(role).is_some() {
        let stamp = Parameter::Literal(format!("{line}:{column}").into());
        call.hash.insert(STAMP.to_owned(), stamp);
    }
}

/// Line and column of a stamp; the template's beginning when there is none.
pub(super) fn unstamp(stamp: &str) -> (usize, usize) {
    let read = || {
        let (line, column) = stamp.split_once(':')?;
        Some((line.parse().ok()?, column.parse().ok()?))
    };
    read().unwrap_or((1, 1))
}
