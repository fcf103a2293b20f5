use super::block::{self, in_order};
use super::broken::Broken;
use super::calls::Calls;
use super::hoist::hoist;
use super::isolate::isolate;
use super::noted::noted;
use super::partials::{Partials, WordPartial};
use super::place::{BODY, Part};
use super::split::split;
use super::tag::Tag;
use super::unbind::unbind;
use crate::finding::{Finding, Findings};
use crate::merge::tag_syntax;
use crate::render::word::graft::{GRAFT, content};
use crate::render::word::hang::hang;
use crate::render::word::parts::{DOCUMENT, Styles};
use crate::render::word::unmark::unmark;
use crate::render::word::xml::{self, Element};

/// A part of a template, or the body of a file that it calls, with its tags where they belong.
#[derive(Debug)]
pub struct Piece {
    /// The name that the file is called by; none for the part itself.
    pub name: Option<String>,
    pub root: Element,
    pub tags: Vec<Tag>,
    pub calls: Calls,
    /// Whether lists stand in it.
    pub lists: bool,
}

impl Piece {
    fn of(part: &Part<'_>, mut root: Element, styles: &Styles) -> Result<Self, Broken> {
        let mut findings = Findings::new();
        let lists = has_lists(&root, styles);
        root.visit_mut(&mut unmark);
        let tags = isolate(part, &mut root, styles, &mut findings);
        unbind(&mut root);
        findings.extend(tags.iter().filter_map(|tag| tag_syntax(&tag.source, &tag.place)));
        match arrange(root, &tags, &mut findings) {
            Some((root, calls)) if !findings.has_fejl() => {
                Ok(Self { name: None, root, tags, calls, lists })
            }
            _ => Err(Broken::new(findings, tags)),
        }
    }

    fn of_file(partial: &WordPartial<'_>) -> Result<Self, Broken> {
        let package = partial.package()?;
        let part = Part { file: partial.file, name: BODY };
        let broken = || {
            Finding::fejl("skabelon-beskadiget", part.whole(), "Delskabelonen kan ikke læses.")
                .hint("Åbn den i Word, og gem den på ny som .docx.")
        };
        let root = package.part(DOCUMENT).and_then(|bytes| xml::read(bytes).ok());
        let mut root = root.filter(|root| root.find("w:body").is_some()).ok_or_else(broken)?;
        hang(&mut root, &package, DOCUMENT);
        let mut piece = Self::of(&part, root, &Styles::load(&package))?;
        let body = piece.root.find("w:body").cloned().unwrap_or_default();
        piece.root = Element::new(GRAFT).attr("w:file", partial.name).with(content(body));
        piece.calls.within_file(partial.name);
        piece.name = Some(partial.name.to_owned());
        Ok(piece)
    }
}

/// Whether paragraphs are items of lists, themselves or by their styles.
fn has_lists(root: &Element, styles: &Styles) -> bool {
    let is_style = |id: &str| styles.numbering(id).is_some() && !styles.is_heading(id);
    root.is("w:numPr")
        || (root.is("w:pStyle") && root.get("w:val").is_some_and(is_style))
        || root.elements().any(|child| has_lists(child, styles))
}

/// Pairs the tags of blocks and lifts them out; none when they do not stand as they must.
fn arrange(root: Element, tags: &[Tag], findings: &mut Findings) -> Option<(Element, Calls)> {
    let faults = findings.len();
    let blocks = block::blocks(tags, &in_order(&root), findings);
    if findings.len() > faults {
        return None;
    }
    let root = split(root, tags, &blocks, findings);
    if findings.len() > faults {
        return None;
    }
    hoist(&root, tags, &blocks).map_err(|faults| findings.extend(faults)).ok()
}

/// A part with all the files that it calls, and that those call.
pub fn pieces(
    part: &Part<'_>,
    root: Element,
    styles: &Styles,
    files: Partials<'_>,
) -> Result<Vec<Piece>, Broken> {
    let mut pieces = vec![Piece::of(part, root, styles)?];
    let mut findings = Findings::new();
    let mut strays = Vec::new();
    let mut tried: Vec<&str> = Vec::new();
    let mut next = 0;
    while let Some(piece) = pieces.get(next) {
        let called = piece.calls.names().filter_map(|name| {
            let defined = pieces.iter().any(|piece| piece.calls.shape_of(name).is_some());
            files.find(name).filter(|_| !defined)
        });
        let mut found: Vec<&WordPartial<'_>> = Vec::new();
        for partial in called {
            if !tried.contains(&partial.name) {
                tried.push(partial.name);
                found.push(partial);
            }
        }
        for partial in found {
            match Piece::of_file(partial) {
                Ok(piece) => pieces.push(piece),
                Err(broken) => {
                    findings.extend(broken.findings);
                    strays.extend(broken.strays);
                }
            }
        }
        next += 1;
    }
    let calls: Vec<&Calls> = pieces.iter().map(|piece| &piece.calls).collect();
    super::calls::misplaced(&calls, &mut findings);
    noted(&pieces, &mut findings);
    if !findings.has_fejl() {
        return Ok(pieces);
    }
    let tags = pieces.into_iter().flat_map(|piece| piece.tags).collect();
    let mut broken = Broken::new(findings, tags);
    broken.strays.extend(strays);
    Err(broken)
}
