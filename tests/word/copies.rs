//! Ids in the copies that a loop makes.

use socialaftale::package::Package;

use super::small::{W, body, header, p, part, rendered, template};

/// What stands in an attribute, each time it does.
fn values<'x>(xml: &'x str, attribute: &str) -> Vec<&'x str> {
    let before = format!(" {attribute}=\"");
    let found: Vec<&str> = xml.split(before.as_str()).skip(1).collect();
    found.into_iter().filter_map(|rest| rest.split('"').next()).collect()
}

fn looped(inside: &str) -> String {
    body(&format!("{}{inside}{}", p("{{#each tal}}"), p("{{/each}}")))
}

/// A template with Word's newer names in it.
fn newer(body: &str) -> Package {
    let mut package = template(body);
    let xml = part(&package, "word/document.xml").replace(W, &format!("{W} xmlns:w14=\"w14\""));
    package.set_part("word/document.xml", xml.into_bytes());
    package
}

#[test]
fn paragraphs_get_fresh_ids() {
    let marked = "<w:p w14:paraId=\"10000000\" w14:textId=\"77777777\"><w:r><w:t>{{this}}</w:t></w:r></w:p><w:p w14:paraId=\"10000002\"/>";
    let xml = looped(marked);
    assert_eq!(
        values(&xml, "w14:paraId"),
        ["10000000", "10000002", "10000001", "10000003", "10000004", "10000005"]
    );
    assert_eq!(values(&xml, "w14:textId"), ["77777777", "10000001", "10000004"]);
}

#[test]
fn ids_keep_clear_of_parts_that_stay_as_they_are() {
    let drawing = "<w:p><w:r><w:drawing><wp:docPr xmlns:wp=\"wp\" id=\"4294967295\" name=\"a\"/></w:drawing></w:r></w:p>";
    let mut package = newer(&format!(
        "{}{drawing}{}<w:p w14:paraId=\"1000000A\"/>",
        p("{{#each tal}}"),
        p("{{/each}}")
    ));
    let still =
        drawing.replace("4294967295", "2").replace("<w:p>", "<w:p w14:paraId=\"1000000A\">");
    let bookmark = "<w:p><w:bookmarkStart w:id=\"4294967295\" w:name=\"b\"/><w:bookmarkEnd w:id=\"4294967295\"/></w:p>";
    let still = header(&format!("{still}{bookmark}")).replace(W, &format!("{W} xmlns:w14=\"w14\""));
    package.set_part("word/header1.xml", still.into_bytes());
    let xml = part(&rendered(&package), "word/document.xml");
    assert_eq!(values(&xml, "id"), ["1", "3", "4"]);
    assert_eq!(values(&xml, "w14:paraId"), ["10000000"]);
}

#[test]
fn only_the_first_copy_keeps_its_comment() {
    let commented = "<w:p><w:commentRangeStart w:id=\"5\"/><w:r><w:t>{{this}}</w:t></w:r><w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r></w:p>";
    let xml = looped(commented);
    for name in ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"] {
        assert_eq!(xml.matches(&format!("<{name} w:id=\"5\"/>")).count(), 1, "{xml}");
    }
    assert!(xml.starts_with("<w:p><w:commentRangeStart"), "{xml}");
}

#[test]
fn what_may_stand_only_once_does_so_in_copies() {
    let marked = "<w:p><w:permStart w:id=\"1\" w:edGrp=\"everyone\"/><w:moveFromRangeStart w:id=\"2\" w:name=\"m\"/><w:proofErr w:type=\"spellStart\"/><w:r><w:t>{{this}}</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:moveFromRangeEnd w:id=\"2\"/><w:permEnd w:id=\"1\"/></w:p>";
    let xml = looped(marked);
    for name in ["w:permStart", "w:permEnd", "w:moveFromRangeStart", "w:moveFromRangeEnd"] {
        assert_eq!(xml.matches(&format!("<{name} ")).count(), 1, "{xml}");
    }
    assert_eq!(xml.matches("<w:proofErr ").count(), 6);
}

#[test]
fn no_bookmark_stays_half() {
    let start = "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>";
    let end = "<w:bookmarkEnd w:id=\"1\"/>";
    let inside = |mark: &str| format!("<w:p>{mark}<w:r><w:t>x</w:t></w:r></w:p>");
    let gone = |mark: &str| format!("{}{}{}", p("{{#if nej}}"), inside(mark), p("{{/if}}"));
    assert!(!body(&format!("{}{}", gone(start), inside(end))).contains("bookmark"));
    assert!(!body(&format!("{}{}", inside(start), gone(end))).contains("bookmark"));
    let copied = |mark: &str| format!("{}{}{}", p("{{#each tal}}"), inside(mark), p("{{/each}}"));
    for xml in [body(&(copied(start) + &inside(end))), body(&(inside(start) + &copied(end)))] {
        assert_eq!(xml.matches("<w:bookmarkStart w:id=\"0\" w:name=\"a\"/>").count(), 1, "{xml}");
        assert_eq!(xml.matches("<w:bookmarkEnd w:id=\"0\"/>").count(), 1, "{xml}");
    }
}

#[test]
fn a_copy_of_a_bookmark_does_not_take_the_name_of_another() {
    let marked = |name: &str, id: u32| {
        format!(
            "<w:p><w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id=\"{id}\"/></w:p>"
        )
    };
    let looped = format!("{}{}{}", p("{{#each tal}}"), marked("M", 1), p("{{/each}}"));
    let xml = body(&format!("{looped}{}", marked("m_2", 2)));
    assert_eq!(values(&xml, "w:name"), ["M", "M_3", "M_4", "m_2"]);
}

#[test]
fn old_shapes_get_ids_of_their_own() {
    let shape = "<w:p><w:r><w:object xmlns:v=\"v\" xmlns:o=\"o\"><v:shape id=\"_x0000_i1025\" o:spid=\"_x0000_s1026\"/><o:OLEObject ShapeID=\"_x0000_i1025\"/></w:object></w:r></w:p>";
    let xml = looped(shape);
    assert_eq!(values(&xml, "id"), ["_x0000_i1025", "_x0000_i1025_2", "_x0000_i1025_3"]);
    assert_eq!(values(&xml, "ShapeID"), ["_x0000_i1025", "_x0000_i1025_2", "_x0000_i1025_3"]);
    assert_eq!(values(&xml, "o:spid"), ["_x0000_s1026", "_x0000_s1026_2", "_x0000_s1026_3"]);
}

#[test]
fn both_copies_of_a_text_box_are_rendered_alike() {
    let words = format!("{}{}{}", p("{{#each tal}}"), p("{{this}}"), p("{{/each}}"));
    let text_box = format!(
        "<w:p><w:r><mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice Requires=\"wps\"><w:drawing><wp:docPr xmlns:wp=\"wp\" id=\"7\" name=\"a\"/><w:txbxContent>{words}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect xmlns:v=\"v\" id=\"Rect 7\"><w:txbxContent>{words}</w:txbxContent></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    let xml = body(&text_box);
    let boxes: Vec<&str> = xml
        .split("<w:txbxContent>")
        .skip(1)
        .filter_map(|rest| rest.split("</w:txbx").next())
        .collect();
    assert_eq!(boxes[0], boxes[1]);
    assert_eq!(super::small::text(boxes[0]), "en\nto\ntre\n");
}
