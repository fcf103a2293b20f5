use crate::render::word::xml::Element;

/// What a paragraph that ends a section may stand in, and what is in it.
const BODY: [&str; 7] =
    ["w:document", "w:body", "w:sdt", "w:sdtContent", "w:customXml", "w:p", "w:pPr"];

/// Takes away the ends of sections that stand in cells, text boxes, headers or the like.
pub fn drop_misplaced_sections(element: &mut Element) {
    inside(element, true);
}

fn inside(element: &mut Element, body: bool) {
    let body = body && BODY.iter().any(|name| element.is(name));
    if element.is("w:pPr") && !body {
        element.children.retain(|node| !node.is("w:sectPr"));
    }
    for child in element.elements_mut() {
        inside(child, body);
    }
}
