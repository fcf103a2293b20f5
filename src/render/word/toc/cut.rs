use crate::render::word::xml::Element;

/// The marks of fields and their instructions in a paragraph, but not those in its text boxes.
pub fn marks<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    for child in element.elements() {
        if is_mark(child) {
            found.push(child);
        } else if !child.is("w:txbxContent") {
            marks(child, found);
        }
    }
}

/// What of a paragraph stands at some places, counted from 0: the marks of fields have the odd
/// ones, what is between them the even ones. Properties stay.
pub fn cut(paragraph: &Element, stays: &impl Fn(usize) -> bool) -> Element {
    let mut kept = paragraph.clone();
    prune(&mut kept, &mut 0, stays);
    kept
}

fn prune(element: &mut Element, place: &mut usize, stays: &impl Fn(usize) -> bool) {
    element.children.retain_mut(|node| {
        let Some(child) = node.element_mut() else { return stays(*place) };
        if child.name.ends_with("Pr") {
            return true;
        }
        if is_mark(child) {
            *place += 2;
            return stays(*place - 1);
        }
        let mut inside = Vec::new();
        marks(child, &mut inside);
        if inside.is_empty() {
            return stays(*place);
        }
        prune(child, place, stays);
        child.elements().any(|inner| !inner.name.ends_with("Pr"))
    });
}

fn is_mark(element: &Element) -> bool {
    element.is("w:fldChar") || element.is("w:instrText")
}
