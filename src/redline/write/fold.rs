use super::entry::{Entry, Piece};
use super::status::Status;
use super::writer::Writer;
use crate::render::word::xml::{Element, Node};

impl Writer<'_> {
    /// The content of a paragraph or of what stands in one, `depth` wraps inside it.
    pub(super) fn fold(&mut self, entries: Vec<Entry<'_>>, depth: usize) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut rest = entries.into_iter().peekable();
        while let Some(first) = rest.next() {
            let (wrap, status) = (first.wraps.get(depth).copied(), first.status);
            let mut group = vec![first];
            let is_marker = |entry: &Entry<'_>| matches!(entry.piece, Piece::Marker(_));
            let alone = wrap.is_none() && is_marker(&group[0]);
            while let Some(next) = rest.next_if(|next| match (wrap, next.wraps.get(depth)) {
                (Some(wrap), Some(next)) => is_same_wrap(wrap, next),
                (None, None) => !alone && !is_marker(next) && next.status == status,
                _ => false,
            }) {
                group.push(next);
            }
            match wrap {
                Some(wrap) => self.wrap(wrap, group, depth, &mut nodes),
                None => self.flat(group, status, &mut nodes),
            }
        }
        nodes
    }

    fn wrap(&mut self, wrap: &Element, group: Vec<Entry<'_>>, depth: usize, nodes: &mut Vec<Node>) {
        let status = group[0].status;
        let whole = group.iter().all(|entry| entry.status == status);
        let control = status.control().filter(|_| whole && wrap.is("w:sdt"));
        let content = self.fold(group, depth + 1);
        let mut shell = Element::new(&wrap.name);
        shell.attributes.clone_from(&wrap.attributes);
        if !wrap.is("w:sdt") {
            return nodes.push(shell.with(content).into());
        }
        shell
            .children
            .extend(wrap.elements().filter(|c| !c.is("w:sdtContent")).cloned().map(Node::from));
        match control {
            Some(bounds) => nodes.extend(self.bounded(shell, content, bounds)),
            None => nodes.push(shell.child(Element::new("w:sdtContent").with(content)).into()),
        }
    }

    /// A content control between what says that it is inserted or deleted with its content.
    pub(super) fn bounded(
        &mut self,
        shell: Element,
        content: Vec<Node>,
        (begin, end): (&str, &str),
    ) -> [Node; 3] {
        let (opens, closes) = (self.revision(begin), self.revision(begin));
        let ends =
            |start: &Element| Element::new(end).attr("w:id", start.get("w:id").unwrap_or_default());
        let (opened, closed) = (ends(&opens), ends(&closes));
        let content = Element::new("w:sdtContent").child(opened).with(content).child(closes);
        [opens.into(), shell.child(content).into(), closed.into()]
    }

    /// Pieces of one status that stand in nothing.
    fn flat(&mut self, group: Vec<Entry<'_>>, status: Status, nodes: &mut Vec<Node>) {
        if let [Entry { piece: Piece::Marker(marker), .. }] = group.as_slice() {
            return nodes.push(marker.clone().into());
        }
        let runs = self.runs(group, status);
        match self.mark(status) {
            Some(mark) => {
                self.summary.count(status);
                nodes.push(mark.with(runs).into());
            }
            None => nodes.extend(runs),
        }
    }

    fn runs(&mut self, group: Vec<Entry<'_>>, status: Status) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut pieces = group.into_iter().map(|entry| entry.piece).peekable();
        while let Some(first) = pieces.next() {
            let (content, properties, before) = match first {
                Piece::Inner { ref content, properties, before } => {
                    (content.clone(), properties, before)
                }
                Piece::Outer(outer) | Piece::Marker(outer) => {
                    nodes.push(outer.into());
                    continue;
                }
            };
            let own = match before {
                Some(before) => self.tracked("w:rPr", before, properties, &[]),
                None => properties.cloned(),
            };
            let mut run = Element::new("w:r").with(own);
            push(&mut run, content, status);
            while let Some(Piece::Inner { content, .. }) =
                pieces.next_if(|next| first.shares_run(next))
            {
                push(&mut run, content, status);
            }
            nodes.push(run.into());
        }
        nodes
    }
}

fn is_same_wrap(one: &Element, other: &Element) -> bool {
    std::ptr::eq(one, other)
        || (one.name == other.name
            && one.attributes == other.attributes
            && one.find("w:sdtPr") == other.find("w:sdtPr"))
}

/// Adds to a run; text goes on in the text before it.
fn push(run: &mut Element, content: Node, status: Status) {
    let deleted = status == Status::Deleted;
    match content {
        Node::Text(words) => {
            let name = if deleted { "w:delText" } else { "w:t" };
            if let Some(Node::Element(last)) = run.children.last_mut()
                && last.is(name)
                && let Some(Node::Text(text)) = last.children.last_mut()
            {
                return text.push_str(&words);
            }
            let text = Element::new(name).attr("xml:space", "preserve").child(words);
            run.children.push(text.into());
        }
        Node::Element(mut inner) => {
            if deleted && inner.is("w:instrText") {
                inner.name = "w:delInstrText".into();
            }
            run.children.push(inner.into());
        }
        Node::Tag(_) => {}
    }
}
