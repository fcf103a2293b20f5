use handlebars::template::Template;

use super::examine::Locate;
use super::wording::syntax_finding;
use crate::finding::Finding;

/// How many blocks, or calls within calls, may stand inside one another.
pub(super) const DEEPEST: usize = 50;

/// Parses a template, unless it is nested so deep that the parser would overflow the stack.
pub(super) fn compile(
    source: &str,
    name: Option<&str>,
    locate: Locate<'_>,
) -> Result<Template, Finding> {
    if let Some(offset) = too_deep(source) {
        let before = &source[..offset];
        let line = 1 + before.matches('\n').count();
        let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
        return Err(Finding::fejl(
            "skabelon-for-dyb",
            locate(line, column),
            format!("Her står over {DEEPEST} blokke inde i hinanden."),
        )
        .hint("Del skabelonen op i delskabeloner, eller luk blokkene tidligere."));
    }
    let template = match name {
        Some(name) => Template::compile_with_name(source, name.to_owned()),
        None => Template::compile(source),
    };
    template.map_err(|error| syntax_finding(&error, locate))
}

/// Where a template first has more inside one another than [`DEEPEST`]. A chain of else-ifs is
/// nested too: each stands inside the one before.
fn too_deep(source: &str) -> Option<usize> {
    // How many levels each open block will close.
    let mut open: Vec<usize> = Vec::new();
    let mut from = 0;
    while let Some(found) = source[from..].find("{{") {
        let at = from + found;
        let inside = source[at..].trim_start_matches(['{', '~']).trim_start();
        let start = source.len() - inside.len();
        // Blocks that are commented out or shown as they stand are none.
        if inside.starts_with("!--") {
            let ends = ["--}}", "--~}}"].iter().filter_map(|end| inside.find(end)).min();
            from = ends.map_or(source.len(), |end| start + end);
            continue;
        }
        from = start;
        if source[..at].ends_with('\\') {
            continue;
        }
        let tag = inside.split("}}").next().unwrap_or(inside);
        match tag.chars().next() {
            Some('#') => open.push(1),
            Some('/') => {
                open.pop();
            }
            _ if tag.strip_prefix("else").is_some_and(|rest| rest.starts_with(' ')) => {
                if let Some(levels) = open.last_mut() {
                    *levels += 1;
                }
            }
            _ => {}
        }
        if open.iter().sum::<usize>() > DEEPEST || parentheses(tag) > DEEPEST {
            return Some(at);
        }
    }
    None
}

fn parentheses(tag: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for letter in tag.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}
