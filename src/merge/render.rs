//! Rendering a template, and finding all that is wrong with it when it cannot be rendered.

use handlebars::template::{Template, TemplateElement};
use handlebars::{
    Context as Data, Handlebars, RenderContext, RenderError, RenderErrorReason, Renderable,
    StringOutput,
};

use super::examine::{CIRCLE, Locate, examine};
use super::known::Known;
use super::printed::noting;
use crate::finding::{Finding, Findings, Place};

/// How many faults are looked for that only show when a template is rendered: each takes one
/// rendering more.
const MOST: usize = 50;

/// Renders a template; else tells all its faults at once.
pub(super) fn render(
    template: &Template,
    known: Known<'_>,
    registry: &Handlebars<'_>,
    locate: Locate<'_>,
    in_text: bool,
) -> Result<String, Findings> {
    let mut findings = examine(template, known, registry, locate, in_text);
    if !findings.has_fejl() {
        let noting = known.library.traces().then(|| noting(template));
        return rendered(noting.as_ref().unwrap_or(template), registry, known.data)
            .map_err(|error| faults(error, template.clone(), registry, known.data, locate));
    }
    // What calls itself would never end.
    if findings.iter().all(|finding| finding.code != CIRCLE) {
        let mut sound = template.clone();
        let told: Vec<&Place> = findings.iter().map(|finding| &finding.place).collect();
        leave_out(&mut sound, &|line, column| told.contains(&&locate(line, column)));
        if let Err(error) = rendered(&sound, registry, known.data) {
            findings.extend(faults(error, sound, registry, known.data, locate));
        }
    }
    Err(findings)
}

/// Renders a template without taking it into the registry, which would copy all its data.
pub(super) fn rendered<'reg>(
    template: &'reg Template,
    registry: &'reg Handlebars<'reg>,
    data: &'reg Data,
) -> Result<String, RenderError> {
    let mut turn = RenderContext::new(template.name.as_ref());
    let mut out = StringOutput::new();
    template.render(registry, data, &mut turn, &mut out)?;
    // Only text is written to the output.
    Ok(out.into_string().unwrap_or_default())
}

/// All that handlebars refuses, the first refusal given: each tag that it refuses is left out, to
/// see what it refuses next.
fn faults(
    mut error: RenderError,
    mut template: Template,
    registry: &Handlebars<'_>,
    data: &Data,
    locate: Locate<'_>,
) -> Findings {
    let mut findings = Findings::new();
    loop {
        findings.push(render_finding(&error, locate));
        let refused = (error.line_no.unwrap_or(1), error.column_no.unwrap_or(1));
        let is_own = error.template_name == template.name;
        let left = is_own && leave_out(&mut template, &|line, column| (line, column) == refused);
        if !left || findings.len() == MOST {
            return findings;
        }
        match rendered(&template, registry, data) {
            Ok(_) => return findings,
            Err(next) => error = next,
        }
    }
}

/// Empties the tags in such places, with what stands inside them; tells whether there are any.
fn leave_out(template: &mut Template, is_such: &dyn Fn(usize, usize) -> bool) -> bool {
    let mut found = false;
    for (index, element) in template.elements.iter_mut().enumerate() {
        // An else-if has no place of its own.
        let place = template.mapping.get(index);
        if matches!(element, TemplateElement::RawString(_)) {
            continue;
        }
        if place.is_some_and(|place| is_such(place.0, place.1)) {
            *element = TemplateElement::RawString(String::new());
            found = true;
            continue;
        }
        let inner = match element {
            TemplateElement::HelperBlock(call) => [call.template.as_mut(), call.inverse.as_mut()],
            TemplateElement::DecoratorBlock(call) | TemplateElement::PartialBlock(call) => {
                [call.template.as_mut(), None]
            }
            _ => [None, None],
        };
        for template in inner.into_iter().flatten() {
            found |= leave_out(template, is_such);
        }
    }
    found
}

/// What handlebars still refused after the examination.
pub(super) fn render_finding(error: &RenderError, locate: Locate<'_>) -> Finding {
    let place: Place = locate(error.line_no.unwrap_or(1), error.column_no.unwrap_or(1));
    let (message, hint) = match error.reason() {
        RenderErrorReason::MissingVariable(Some(path)) => (
            format!("Feltet »{path}« har ingen værdi her."),
            format!("Må det være tomt, så sæt {{{{#if {path}}}}} … {{{{/if}}}} omkring."),
        ),
        RenderErrorReason::Other(said) => {
            (format!("{said}."), "Ret mærket, eller ret værdien i inputs/.".to_owned())
        }
        other => (
            format!("Skabelonen kan ikke flettes: {other}."),
            "Kør »socialaftale felter« for at se de felter, der kan bruges.".to_owned(),
        ),
    };
    Finding::fejl("fletning", place, message).hint(hint)
}
