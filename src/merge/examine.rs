//! Finds every fault of a template before it is rendered: handlebars itself stops at the first
//! one, and lets a missing name inside `if` and a missing helper parameter pass.

use std::collections::HashMap;

use handlebars::template::{
    DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement,
};
use handlebars::{Handlebars, Path};
use serde_json::Value;

use super::helpers::shown;
use super::key::key_fault;
use super::known::Known;
use super::literals::literal_faults;
use super::misplaced::misplaced_in_text;
use super::scopes::{Lookup, NameText, Scope, Scopes, follow, follow_scope, names, raw, steps};
use super::signature::{TAKES_GROUPS, signature, signature_faults, unknown_helper};
use super::slot::role;
use super::strays::Plain;
use super::uses::{Use, UseKind};
use super::wording::{lacking_field, listed, local_fault, missing_field, unprotected};
use crate::finding::{Finding, Findings, Place};

/// Turns line and column of a template (from 1) into a place that its reader knows.
pub(super) type Locate<'a> = &'a dyn Fn(usize, usize) -> Place;

/// The code of a partial that calls itself, and would never end.
pub(super) const CIRCLE: &str = "delskabelon-i-ring";
/// The code of a call of a partial that is not there.
pub(super) const UNKNOWN_PARTIAL: &str = "ukendt-delskabelon";

fn circle(name: &str, at: &Place) -> Finding {
    let message = format!("Delskabelonen »{name}« sætter sig selv ind og ville aldrig slutte.");
    Finding::fejl(CIRCLE, at.clone(), message)
        .hint(format!("Fjern mærket {{{{> {name}}}}} i delskabelonen eller i en, som den kalder."))
}

/// Examines a parsed template against the context it will be given.
pub(super) fn examine(
    template: &Template,
    known: Known<'_>,
    registry: &Handlebars<'_>,
    locate: Locate<'_>,
    in_text: bool,
) -> Findings {
    let mut examiner = Examiner { known: Some(known), ..Examiner::new(registry, locate, in_text) };
    examiner.define(template);
    examiner.template(template, &Scopes::new(Some(known.root())));
    examiner.findings
}

/// Examines a tag against the context without knowing what stands round it.
pub(super) fn examine_stray(
    tag: &Template,
    known: Known<'_>,
    plain: &Plain<'_>,
    registry: &Handlebars<'_>,
    locate: Locate<'_>,
) -> Findings {
    let examiner = Examiner::new(registry, locate, false);
    let mut examiner = Examiner { known: Some(known), plain: Some(plain), ..examiner };
    examiner.template(tag, &Scopes::unknown(Some(known.root())));
    // The partial may be defined elsewhere in the part.
    let found = examiner.findings.into_iter();
    let mut findings = Findings::new();
    findings.extend(found.filter(|finding| finding.code != UNKNOWN_PARTIAL));
    findings
}

/// Examines a parsed template without data: what it says whatever the data is, and what it uses.
pub(super) fn examine_alone(
    template: &Template,
    scopes: &Scopes<'_>,
    registry: &Handlebars<'_>,
    locate: Locate<'_>,
) -> (Findings, Vec<Use>) {
    let mut examiner =
        Examiner { uses: Some(Vec::new()), ..Examiner::new(registry, locate, false) };
    examiner.define(template);
    examiner.template(template, scopes);
    (examiner.findings, examiner.uses.unwrap_or_default())
}

struct Examiner<'a, 'v> {
    /// None when the template is checked by itself.
    known: Option<Known<'v>>,
    /// What can be meant where no scope is known, in a tag that stands alone.
    plain: Option<&'a Plain<'v>>,
    registry: &'a Handlebars<'a>,
    locate: Locate<'a>,
    /// Whether this is running text, where a helper that puts in blocks has no place.
    in_text: bool,
    /// Where the outermost partial under way was called: its lines are not the template's.
    inside: Option<Place>,
    /// The partials that the template itself defines.
    inline: HashMap<String, &'a Template>,
    /// The partials that are being called, each by the one before.
    calling: Vec<String>,
    findings: Findings,
    /// What the template uses, when that is asked for.
    uses: Option<Vec<Use>>,
}

impl<'a> Examiner<'a, '_> {
    fn new(registry: &'a Handlebars<'a>, locate: Locate<'a>, in_text: bool) -> Self {
        Self {
            known: None,
            plain: None,
            registry,
            locate,
            in_text,
            inside: None,
            inline: HashMap::new(),
            calling: Vec::new(),
            findings: Findings::new(),
            uses: None,
        }
    }
}

impl<'a, 'v> Examiner<'a, 'v> {
    fn template(&mut self, template: &Template, scopes: &Scopes<'v>) {
        for (element, mapping) in template.elements.iter().zip(&template.mapping) {
            self.element(element, self.place(mapping.0, mapping.1), scopes);
        }
    }

    fn place(&self, line: usize, column: usize) -> Place {
        self.inside.clone().unwrap_or_else(|| (self.locate)(line, column))
    }

    fn element(&mut self, element: &TemplateElement, at: Place, scopes: &Scopes<'v>) {
        match element {
            TemplateElement::Expression(call) => self.expression(call, &at, scopes),
            TemplateElement::HtmlExpression(call) => {
                self.findings.push(unprotected(&at));
                self.expression(call, &at, scopes);
            }
            TemplateElement::HelperBlock(call) => self.block(call, &at, scopes),
            TemplateElement::PartialExpression(call) | TemplateElement::PartialBlock(call) => {
                self.partial(call, &at, scopes);
            }
            _ => {}
        }
    }

    fn expression(&mut self, call: &HelperTemplate, at: &Place, scopes: &Scopes<'v>) {
        let name = call.name.as_name_text().unwrap_or_default();
        let is_value = call.params.is_empty() && call.hash.is_empty() && signature(&name).is_none();
        if is_value {
            self.printed(&call.name, at, scopes);
        } else {
            self.call(&name, call, at, scopes);
        }
    }

    /// A path that is printed must lead to something that can be printed.
    fn printed(&mut self, path: &Parameter, at: &Place, scopes: &Scopes<'v>) {
        let Parameter::Path(path) = path else { return };
        self.uses_field(path, at, scopes);
        if let Some(values) = self.must_resolve(path, at, scopes) {
            self.no_group(raw(path), &values, at);
        }
    }

    fn no_group(&mut self, raw: &str, values: &[&Value], at: &Place) {
        if values.iter().any(|value| value.is_object() || value.is_array()) {
            let is_list = values.iter().any(|value| value.is_array());
            let inside = values.first().map(|value| names(value)).unwrap_or_default();
            let (what, hint) = if is_list {
                ("en liste", format!("Gentag over den: {{{{#each {raw}}}}} … {{{{/each}}}}."))
            } else {
                ("en gruppe af felter", format!("Vælg et af dem i gruppen: {}.", listed(&inside)))
            };
            let message = format!("Feltet »{raw}« er {what} og kan ikke skrives direkte.");
            let finding = Finding::fejl("felt-er-en-gruppe", at.clone(), message);
            self.findings.push(finding.hint(hint));
        }
    }

    fn call(&mut self, name: &str, call: &HelperTemplate, at: &Place, scopes: &Scopes<'v>) {
        let Some(known) = signature(name) else {
            return self.findings.push(unknown_helper(name, call, at));
        };
        self.uses(UseKind::Helper, name, at);
        self.findings.extend(signature_faults(known, call, at));
        if self.known.is_none() {
            // With data they are told together with what the data makes of the call.
            self.findings.extend(literal_faults(name, call, at));
        }
        if let (true, Some(role)) = (self.in_text, role(name)) {
            self.findings.push(misplaced_in_text(name, role, at));
        }
        for param in &call.params {
            self.param(name, param, at, scopes);
        }
        for option in call.hash.values() {
            self.param("", option, at, scopes);
        }
    }

    fn param(&mut self, helper: &str, param: &Parameter, at: &Place, scopes: &Scopes<'v>) {
        match param {
            Parameter::Path(path) => {
                self.uses_field(path, at, scopes);
                let values = if helper == "valgfri" {
                    Some(self.silently(path, scopes))
                } else {
                    self.must_resolve(path, at, scopes)
                };
                let values = values.unwrap_or_default();
                if !TAKES_GROUPS.contains(&helper) {
                    self.no_group(raw(path), &values, at);
                }
                if helper == "each" {
                    self.must_be_lists(raw(path), &values, at);
                }
            }
            Parameter::Subexpression(inner) => {
                if let TemplateElement::Expression(call) = inner.as_element() {
                    self.expression(call, at, scopes);
                }
            }
            Parameter::Literal(Value::String(key)) => self.key(helper, key, at),
            _ => {}
        }
    }

    /// What is no list, and not empty either, can never be repeated over.
    fn must_be_lists(&mut self, raw: &str, values: &[&Value], at: &Place) {
        let is_single =
            |value: &&&Value| !value.is_array() && !value.is_object() && !shown(value).is_empty();
        if values.iter().any(|value| is_single(&value)) {
            let message = format!("Feltet »{raw}« er én oplysning og ingen liste.");
            let finding = Finding::fejl("felt-er-ingen-liste", at.clone(), message);
            self.findings.push(finding.hint(format!("Skriv {{{{{raw}}}}} uden løkke.")));
        }
    }

    /// A key typed in quotation marks must name something.
    fn key(&mut self, helper: &str, key: &str, at: &Place) {
        if let Some(kind) = UseKind::of_key(helper) {
            self.uses(kind, key, at);
        }
        if helper == "tal" {
            return self.figure_path(key, at);
        }
        let library = self.known.map(|known| known.library);
        self.findings.extend(key_fault(helper, key, library, at));
    }

    fn figure_path(&mut self, path: &str, at: &Place) {
        self.uses(UseKind::Field, path, at);
        let Some(known) = self.known else { return };
        self.tell_used(path);
        match follow(&[known.root()], path) {
            Lookup::Missing { step, beside, .. } => {
                self.findings.push(missing_field(path, &step, &beside, at));
            }
            Lookup::Found(values) => self.no_group(path, &values, at),
            Lookup::Unknown => {}
        }
    }

    fn block(&mut self, call: &HelperTemplate, at: &Place, scopes: &Scopes<'v>) {
        let name = call.name.as_name_text().unwrap_or_default();
        self.call(&name, call, at, scopes);
        let inner = match (name.as_str(), call.params.first()) {
            ("each", Some(Parameter::Path(path))) => {
                let lists = self.silently(path, scopes);
                let items = start(path, scopes).map(|(from, rest)| from.each(rest, lists));
                scopes.entered(items.unwrap_or_default(), call.block_param.as_ref())
            }
            ("with", Some(Parameter::Path(path))) => {
                scopes.entered(self.entered(path, scopes), call.block_param.as_ref())
            }
            ("each" | "with", _) => scopes.entered(Scope::default(), call.block_param.as_ref()),
            _ => scopes.clone(),
        };
        if let Some(body) = &call.template {
            self.template(body, &inner);
        }
        if let Some(otherwise) = &call.inverse {
            // An else-if is a chain of one element without a mapping of its own.
            for (index, element) in otherwise.elements.iter().enumerate() {
                let at = otherwise
                    .mapping
                    .get(index)
                    .map_or_else(|| at.clone(), |mapping| self.place(mapping.0, mapping.1));
                self.element(element, at, scopes);
            }
        }
    }

    fn partial(&mut self, call: &DecoratorTemplate, at: &Place, scopes: &Scopes<'v>) {
        let name = call.name.as_name_text().unwrap_or_default();
        if name.starts_with('@') {
            return;
        }
        self.uses(UseKind::Partial, &name, at);
        let inline = self.inline.get(&name).copied();
        match inline.or_else(|| self.registry.get_template(&name)) {
            Some(_) if self.calling.contains(&name) => self.findings.push(circle(&name, at)),
            Some(template) => {
                let inner = match call.params.first() {
                    Some(Parameter::Path(path)) if call.hash.is_empty() => {
                        scopes.entered(self.entered(path, scopes), None)
                    }
                    None if call.hash.is_empty() => scopes.clone(),
                    _ => scopes.entered(Scope::default(), None),
                };
                let outside = self.inside.clone();
                if inline.is_none() {
                    self.inside.get_or_insert_with(|| at.clone());
                }
                self.calling.push(name);
                self.template(template, &inner);
                self.calling.pop();
                self.inside = outside;
            }
            // What stands inside the block is put in when there is no such partial.
            None if call.template.is_some() => {}
            None => self.unknown_partial(&name, at),
        }
        if let Some(body) = &call.template {
            self.template(body, scopes);
        }
    }

    fn unknown_partial(&mut self, name: &str, at: &Place) {
        let registered = self.registry.get_templates().keys();
        let mut known: Vec<&str> =
            registered.chain(self.inline.keys()).map(String::as_str).collect();
        known.sort_unstable();
        let message = format!("Der findes ingen delskabelon, der hedder »{name}«.");
        let finding = Finding::fejl(UNKNOWN_PARTIAL, at.clone(), message).nearest(name, known);
        self.findings.push(match finding.hint {
            Some(_) => finding,
            None => finding.hint(
                "Delskabeloner til Word ligger i templates/word/delt/ i projektmappen (se --projekt).",
            ),
        });
    }

    /// Remembers the partials that a template defines, wherever in it they stand.
    fn define(&mut self, template: &'a Template) {
        for element in &template.elements {
            match element {
                TemplateElement::DecoratorBlock(block) => {
                    if let (Some(Parameter::Literal(Value::String(name))), Some(inner)) =
                        (block.params.first(), &block.template)
                    {
                        self.inline.insert(name.clone(), inner);
                        self.define(inner);
                    }
                }
                TemplateElement::HelperBlock(call) => {
                    let inner = [&call.template, &call.inverse];
                    inner.into_iter().flatten().for_each(|inner| self.define(inner));
                }
                TemplateElement::PartialBlock(call) => {
                    call.template.iter().for_each(|inner| self.define(inner));
                }
                _ => {}
            }
        }
    }

    fn must_resolve(
        &mut self,
        path: &Path,
        at: &Place,
        scopes: &Scopes<'v>,
    ) -> Option<Vec<&'v Value>> {
        if let Path::Local((_, name, raw)) = path {
            self.findings.extend(local_fault(name, raw, at));
        }
        match self.lookup(path, scopes) {
            Lookup::Found(values) => Some(values),
            Lookup::Unknown => None,
            Lookup::Missing { step, beside, lacking } => {
                let some =
                    start(path, scopes).filter(|(from, _)| lacking.len() < from.values.len());
                let finding = match (some, self.known) {
                    (Some((from, _)), Some(known)) => {
                        lacking_field(raw(path), from, &lacking, known, at)
                    }
                    _ => missing_field(raw(path), &step, &beside, at),
                };
                self.findings.push(match self.further_out(raw(path), scopes) {
                    Some(outer) => {
                        finding.hint(format!("Inde i løkken skrives det {{{{{outer}}}}}."))
                    }
                    None => finding,
                });
                None
            }
        }
    }

    /// The path as it is written from inside a loop, if it leads to something further out.
    fn further_out(&self, path: &str, scopes: &Scopes<'v>) -> Option<String> {
        (1..scopes.depth()).map(|up| format!("{}{path}", "../".repeat(up))).find(|outer| {
            let from = scopes.start(outer);
            from.is_some_and(|(from, rest)| matches!(follow_scope(from, rest), Lookup::Found(found) if !found.is_empty()))
        })
    }

    fn silently(&self, path: &Path, scopes: &Scopes<'v>) -> Vec<&'v Value> {
        match self.lookup(path, scopes) {
            Lookup::Found(values) => values,
            _ => Vec::new(),
        }
    }

    /// The scope of what a path leads to.
    fn entered(&self, path: &Path, scopes: &Scopes<'v>) -> Scope<'v> {
        let values = self.silently(path, scopes);
        start(path, scopes).map(|(from, rest)| from.with(rest, values)).unwrap_or_default()
    }

    fn lookup(&self, path: &Path, scopes: &Scopes<'v>) -> Lookup<'v> {
        let Path::Relative((_, raw)) = path else { return Lookup::Unknown };
        let Some((from, rest)) = scopes.start(raw) else {
            return Lookup::Missing {
                step: "..".to_owned(),
                beside: Vec::new(),
                lacking: Vec::new(),
            };
        };
        if from.path.as_deref() == Some("") {
            self.tell_used(rest);
        }
        match (follow_scope(from, rest), self.plain) {
            (Lookup::Unknown, Some(plain)) => plain.lookup(raw),
            (found, _) => found,
        }
    }

    /// Tells the library of a path from the root.
    fn tell_used(&self, path: &str) {
        if let Some(known) = self.known {
            let steps: Vec<&str> = steps(path).collect();
            known.library.used_field(&steps.join("."));
        }
    }

    fn uses_field(&mut self, path: &Path, at: &Place, scopes: &Scopes<'v>) {
        if self.uses.is_none() {
            return;
        }
        let full = start(path, scopes).and_then(|(from, rest)| from.path_to(rest));
        // The root as a whole is no field.
        if let Some(full) = full.filter(|full| !full.is_empty()) {
            self.uses(UseKind::Field, &full, at);
        }
    }

    fn uses(&mut self, kind: UseKind, name: &str, at: &Place) {
        if let Some(uses) = &mut self.uses {
            uses.push(Use { kind, name: name.to_owned(), place: at.clone() });
        }
    }
}

/// The scope that a path sets out from; none for what the engine itself counts (`@index`).
fn start<'s, 'v>(path: &'s Path, scopes: &'s Scopes<'v>) -> Option<(&'s Scope<'v>, &'s str)> {
    match path {
        Path::Relative((_, raw)) => scopes.start(raw),
        Path::Local(_) => None,
    }
}
