use ecow::EcoString;

/// An element with its prefixed name, attributes and children in document order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    pub name: EcoString,
    pub attributes: Vec<(EcoString, EcoString)>,
    pub children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Element(Element),
    Text(String),
    /// The place of a tag, by its number in the template.
    Tag(usize),
}

impl Element {
    pub fn new(name: &str) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    #[must_use]
    pub fn attr(mut self, name: &str, value: impl Into<EcoString>) -> Self {
        self.set(name, value);
        self
    }

    /// An element with the one attribute `w:val`.
    pub fn val(name: &str, value: impl Into<EcoString>) -> Self {
        Self::new(name).attr("w:val", value)
    }

    #[must_use]
    pub fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    #[must_use]
    pub fn with(mut self, children: impl IntoIterator<Item = impl Into<Node>>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn set(&mut self, name: &str, value: impl Into<EcoString>) {
        match self.attributes.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value.into(),
            None => self.attributes.push((name.into(), value.into())),
        }
    }

    pub fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// The child elements.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.children.iter().filter_map(Node::element)
    }

    pub fn elements_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Element> {
        self.children.iter_mut().filter_map(Node::element_mut)
    }

    /// The first child of that name.
    pub fn find(&self, name: &str) -> Option<&Element> {
        self.elements().find(|child| child.is(name))
    }

    /// The texts that stand in this element itself.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    pub fn find_mut(&mut self, name: &str) -> Option<&mut Element> {
        self.elements_mut().find(|child| child.is(name))
    }

    /// The value of a property child: `w:val` of the first child of that name.
    pub fn property(&self, name: &str) -> Option<&str> {
        self.find(name).and_then(|child| child.get("w:val"))
    }

    /// The child of that name, made first in line if it is not there.
    pub fn require(&mut self, name: &str) -> &mut Element {
        let at = self.children.iter().position(|node| node.is(name)).unwrap_or_else(|| {
            self.children.insert(0, Element::new(name).into());
            0
        });
        match &mut self.children[at] {
            Node::Element(child) => child,
            // The position is that of an element of this name.
            Node::Text(_) | Node::Tag(_) => unreachable!(),
        }
    }

    /// Visits this element and all below it, outermost first.
    pub fn visit<'a>(&'a self, visitor: &mut impl FnMut(&'a Element)) {
        visitor(self);
        for child in self.elements() {
            child.visit(visitor);
        }
    }

    pub fn visit_mut(&mut self, visitor: &mut impl FnMut(&mut Element)) {
        visitor(self);
        for child in self.elements_mut() {
            child.visit_mut(visitor);
        }
    }

    /// Whether this element or one below it has that name.
    pub fn holds(&self, name: &str) -> bool {
        self.is(name) || self.elements().any(|child| child.holds(name))
    }
}

impl Node {
    pub fn element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            _ => None,
        }
    }

    pub fn element_mut(&mut self) -> Option<&mut Element> {
        match self {
            Self::Element(element) => Some(element),
            _ => None,
        }
    }

    pub fn is(&self, name: &str) -> bool {
        self.element().is_some_and(|element| element.is(name))
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
