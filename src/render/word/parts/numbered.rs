use std::collections::HashMap;

use crate::render::word::xml::{Element, Node};

/// Elements that each have a number, in the order in which they stand.
#[derive(Debug, Clone)]
pub struct Numbered {
    attribute: &'static str,
    elements: Vec<Element>,
    places: HashMap<u32, usize>,
    first: u32,
    next: u32,
}

impl Numbered {
    /// Takes the elements of a name out of the root; new ones are numbered from `first` on.
    pub fn take(root: &mut Element, name: &str, attribute: &'static str, first: u32) -> Self {
        let taken = root.children.extract_if(.., |node| node.is(name));
        let elements = taken.filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) | Node::Tag(_) => None,
        });
        let mut numbered = Self {
            attribute,
            elements: elements.collect(),
            places: HashMap::new(),
            first,
            next: first,
        };
        for (place, element) in numbered.elements.iter().enumerate() {
            if let Some(number) = element.get(attribute).and_then(|number| number.parse().ok()) {
                numbered.places.entry(number).or_insert(place);
            }
        }
        let highest = numbered.places.keys().max();
        numbered.next = highest.map_or(first, |highest| highest.wrapping_add(1).max(first));
        numbered
    }

    pub fn get(&self, number: u32) -> Option<&Element> {
        self.places.get(&number).map(|place| &self.elements[*place])
    }

    pub fn get_mut(&mut self, number: u32) -> Option<&mut Element> {
        self.places.get(&number).map(|place| &mut self.elements[*place])
    }

    /// Adds an element and gives the number that it has got.
    pub fn add(&mut self, mut element: Element) -> u32 {
        // Only when the highest number there is has been used is there a gap to look for.
        while self.places.contains_key(&self.next) {
            self.next = self.next.wrapping_add(1).max(self.first);
        }
        element.set(self.attribute, self.next.to_string());
        self.places.insert(self.next, self.elements.len());
        self.elements.push(element);
        self.next
    }

    pub fn iter(&self) -> impl Iterator<Item = &Element> {
        self.elements.iter()
    }
}
