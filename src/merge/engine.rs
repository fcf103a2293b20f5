use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use handlebars::{
    Context as Data, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext,
    RenderError, Template,
};

use super::compile::compile;
use super::context::Context;
use super::examine::Locate;
use super::fill::Filler;
use super::helpers;
use super::known::Known;
use super::library::Library;
use super::printed::Printings;
use super::render::render;
use super::request::Request;
use super::slot::{HELPERS, Role, Slot, token, without_marks};
use super::stamp::stamp;
use super::trace::Trace;
use crate::finding::{Finding, Findings};
use crate::text::number;

/// How values are written into a format.
#[derive(Clone, Copy)]
pub struct Escape {
    /// A value in running text.
    pub text: fn(&str) -> String,
    /// A value as a literal in the template's own code (the helper `streng`).
    pub literal: fn(&str) -> String,
}

/// A template as text, with the way from its lines and columns (from 1) to places.
pub struct TemplateSource<'a> {
    pub name: &'a str,
    pub source: &'a str,
    pub locate: Locate<'a>,
}

/// A template that has been parsed, to be merged any number of times.
#[derive(Debug)]
pub struct Parsed(pub(super) Template);

impl Parsed {
    pub fn new(source: &TemplateSource<'_>) -> Result<Self, Finding> {
        let mut template = compile(source.source, Some(source.name), source.locate)?;
        stamp(&mut template);
        Ok(Self(template))
    }
}

/// Merges the templates of one document; rich text is gathered and handed out at the end.
pub struct Merger<'a> {
    pub(super) registry: Handlebars<'static>,
    data: Data,
    context: &'a Context,
    library: &'a dyn Library,
    requests: Arc<Mutex<Vec<Request>>>,
    /// Noted when the library traces.
    printings: Option<Printings>,
}

impl<'a> Merger<'a> {
    pub fn new(context: &'a Context, library: &'a dyn Library, escape: Escape) -> Self {
        let mut registry = Handlebars::new();
        registry.set_strict_mode(true);
        registry.set_prevent_indent(true);
        registry.register_escape_fn(move |value| (escape.text)(&without_marks(value)));
        helpers::register(&mut registry, escape.literal);
        let requests = Arc::default();
        for (name, role) in HELPERS {
            let helper = SlotHelper { role, requests: Arc::clone(&requests) };
            registry.register_helper(name, Box::new(helper));
        }
        let printings = library.traces().then(Printings::default);
        printings.iter().for_each(|printings| printings.register(&mut registry));
        Self { registry, data: Data::from(context.root()), context, library, requests, printings }
    }

    /// Makes a template known under a name, for `{{> name}}`.
    pub fn partial(&mut self, partial: &TemplateSource<'_>) -> Result<(), Finding> {
        let template = compile(partial.source, Some(partial.name), partial.locate)?;
        self.registry.register_template(partial.name, template);
        Ok(())
    }

    /// Merges one template; all its faults at once, or the text with slot tokens.
    pub fn render(&self, source: &TemplateSource<'_>) -> Result<String, Findings> {
        self.merge(&Parsed::new(source)?, source.locate)
    }

    /// Merges a parsed template; all its faults at once, or the text with slot tokens.
    pub fn merge(&self, parsed: &Parsed, locate: Locate<'_>) -> Result<String, Findings> {
        let before = self.requests().len();
        let merged = render(&parsed.0, self.known(), &self.registry, locate, false)?;
        self.trace(locate);
        self.requests()[before..].iter_mut().for_each(|request| request.settle(locate));
        open_points(&merged).for_each(|what| self.library.awaits(what));
        Ok(merged)
    }

    /// Hands out the slots in the order of their tokens: filled, numbered, references worded.
    pub fn finish(self, findings: &mut Findings) -> Vec<Slot> {
        let requests = std::mem::take(&mut *self.requests());
        let filler = Filler::new(self.known());
        let mut slots: Vec<Slot> =
            requests.iter().map(|request| filler.slot(request, findings)).collect();
        let mut blocks: Vec<&mut Vec<_>> = slots.iter_mut().map(|slot| &mut slot.blocks).collect();
        number::number(&mut blocks, &|key| self.library.bilag(key), findings);
        slots
    }

    /// Tells the library of the values that the template itself printed.
    fn trace(&self, locate: Locate<'_>) {
        for printed in self.printings.iter().flat_map(Printings::take) {
            let mut spot = locate(printed.at.0, printed.at.1).untagged().to_string();
            if let Some(round) = printed.round() {
                spot.push_str(&format!(", gentagelse {round}"));
            }
            if let Some(trace) = Trace::of(&printed, self.context, "", spot) {
                self.library.shows(trace);
            }
        }
    }

    pub(super) fn known(&self) -> Known<'_> {
        Known { data: &self.data, context: self.context, library: self.library }
    }

    fn requests(&self) -> MutexGuard<'_, Vec<Request>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Records what to put in and leaves a token in its place.
struct SlotHelper {
    role: Role,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl HelperDef for SlotHelper {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Data,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let request = Request::read(self.role, helper)?;
        let index = {
            let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
            requests.push(request);
            requests.len() - 1
        };
        out.write(&token(index)).map_err(RenderError::from)
    }
}

/// What the marks `[afventer: …]` in merged text wait for.
fn open_points(merged: &str) -> impl Iterator<Item = &str> {
    merged.split("[afventer:").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0.trim()))
}
