use docx_rs::{IndentLevel, NumberingId, Paragraph, SpecialIndentType};

use super::docx;
use super::inlines::Look;
use super::scribe::Scribe;
use crate::render::word::parts::StyleKind;
use crate::render::word::xml::{Element, Node};
use crate::text::tree::{Block, Inline, List};

/// How far a list of our own moves each level in, in twentieths of a point.
const STEP: i32 = 357;

/// The list that an item belongs to.
#[derive(Clone, Copy)]
struct Level {
    num: u32,
    depth: usize,
    ordered: bool,
}

impl Scribe<'_, '_> {
    pub fn list(&mut self, list: &List) -> Vec<Node> {
        let mut nodes = self.list_in(list, None);
        // The room below a list is that below a paragraph, wider than that between its items.
        if let Some(Node::Element(last)) = nodes.last_mut()
            && last.is("w:p")
        {
            let properties = last.require("w:pPr");
            properties.children.push(Element::new("w:spacing").attr("w:after", "160").into());
            docx::settle(properties);
        }
        nodes
    }

    fn list_in(&mut self, list: &List, outer: Option<Level>) -> Vec<Node> {
        let depth = outer.map_or(0, |outer| outer.depth + 1);
        let num = match (list.start, outer) {
            (Some(1), Some(outer)) if outer.ordered => outer.num,
            (Some(start), _) => self.ordered(depth, start),
            (None, Some(outer)) if !outer.ordered => outer.num,
            (None, _) => self.bullets(depth),
        };
        let level = Level { num, depth, ordered: list.start.is_some() };
        list.items.iter().flat_map(|item| self.item(item, level)).collect()
    }

    fn item(&mut self, blocks: &[Block], level: Level) -> Vec<Node> {
        let mut nodes = Vec::new();
        let leads = matches!(blocks.first(), Some(Block::Paragraph(_)));
        if !leads {
            nodes.push(self.item_start(&[], level));
        }
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(content) if index == 0 => {
                    nodes.push(self.item_start(content, level));
                }
                Block::Paragraph(content) => nodes.push(self.item_more(content, level)),
                Block::List(inner) => nodes.extend(self.list_in(inner, Some(level))),
                other => nodes.extend(self.blocks(std::slice::from_ref(other))),
            }
        }
        nodes
    }

    fn item_start(&mut self, content: &[Inline], level: Level) -> Node {
        let style = self.list_style(level.ordered);
        let paragraph = Paragraph::new()
            .style(&style)
            .numbering(NumberingId::new(level.num as usize), IndentLevel::new(level.depth.min(8)));
        docx::paragraph(&self.fill(paragraph, content, Look::default())).into()
    }

    /// A further paragraph of an item: set in like it, without a mark.
    fn item_more(&mut self, content: &[Inline], level: Level) -> Node {
        let left = STEP * (i32::try_from(level.depth).unwrap_or(8) + 1);
        let paragraph = Paragraph::new().indent(Some(left), None::<SpecialIndentType>, None, None);
        docx::paragraph(&self.fill(paragraph, content, Look::default())).into()
    }

    fn list_style(&mut self, ordered: bool) -> String {
        let own = if ordered { "List Number" } else { "List Bullet" };
        match self.desk.styles.known(StyleKind::Paragraph, own) {
            Some(id) => id.to_owned(),
            None => self.desk.styles.paragraph("List Paragraph"),
        }
    }

    /// The template's own list of that style, if it reaches deep enough.
    fn own_list(&self, style: &str, depth: usize) -> Option<u32> {
        let id = self.desk.styles.known(StyleKind::Paragraph, style)?;
        let num = self.desk.styles.numbering(id)?;
        self.desk.numbering.reaches(num, depth.max(2)).then_some(num)
    }

    fn bullets(&mut self, depth: usize) -> u32 {
        match self.own_list("List Bullet", depth) {
            Some(num) => num,
            None => self.desk.numbering.bullets(),
        }
    }

    /// Every ordered list counts for itself.
    fn ordered(&mut self, depth: usize, start: u64) -> u32 {
        self.own_list("List Number", depth)
            .and_then(|num| self.desk.numbering.restarted(num, Some((depth, start))))
            .unwrap_or_else(|| self.desk.numbering.decimal(depth, start))
    }
}
