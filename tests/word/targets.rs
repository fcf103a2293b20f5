//! Tags in the targets of links, which Word writes with percent codes.

use socialaftale::finding::Findings;
use socialaftale::merge::Context;
use socialaftale::package::Package;

use super::sample::Shelf;
use super::small::{context, p, part, read, relate, template, try_package};

/// A template with a link to that target.
fn linked(target: &str) -> Package {
    let mut package =
        template("<w:p><w:hyperlink r:id=\"rId7\"><w:r><w:t>her</w:t></w:r></w:hyperlink></w:p>");
    // Word writes every target of a link as external, whatever it is.
    relate(&mut package, "word/document.xml", "rId7", "hyperlink", &format!("x:{target}"));
    let links = part(&package, "word/_rels/document.xml.rels").replace("x:", "");
    package.set_part("word/_rels/document.xml.rels", links.into_bytes());
    package
}

fn link(target: &str, context: &Context) -> Result<String, Findings> {
    let done = try_package(&linked(target), context, &Shelf::default())?;
    let links = part(&read(&done), "word/_rels/document.xml.rels");
    let (before, _) = links.split_once("\" TargetMode=\"External\"").unwrap();
    Ok(before.rsplit_once('"').unwrap().1.to_owned())
}

#[test]
fn a_target_from_data_is_one_that_a_reader_may_follow() {
    let mut context = context();
    context.set("ondt", "javascript:alert(1)");
    context.set("godt", "mailto:a@b.dk");
    assert_eq!(link("{{godt}}", &context).unwrap(), "mailto:a@b.dk");
    assert_eq!(
        link("{{ondt}}", &context).unwrap_err().to_string(),
        "fejl[link-adresse] skabelon.docx, brødtekst, afsnit 1, mærket »{{ondt}}«: »javascript:alert(1)« er ikke en adresse, som et link kan føre til. En adresse begynder med https://, http://, mailto: eller tel: og har ingen mellemrum.\n"
    );
}

#[test]
fn what_word_has_coded_in_a_tag_is_read() {
    let context = context();
    assert_eq!(link("https://%7b%7bnavn%7d%7d/", &context).unwrap(), "https://Birken/");
    assert_eq!(link("https://%7B%7Bnavn%7D%7D/%20x", &context).unwrap(), "https://Birken/%20x");
    assert_eq!(
        link("https://a.dk/%7b%7b#if%20(eq%20navn%20%22Birken%22)%7d%7db%7b%7b/if%7d%7d", &context)
            .unwrap(),
        "https://a.dk/b"
    );
    assert_eq!(
        link("https://%7b%7bstr%C3%B8m%7d%7d/", &context).unwrap_err().to_string(),
        "fejl[ukendt-felt] skabelon.docx, brødtekst, afsnit 1, mærket »{{strøm}}«: Der findes intet felt, der hedder »strøm«. Her kan der stå: navn, aftale, ja, nej, tal, ingen, takster.\n"
    );
}

#[test]
fn a_target_from_data_in_a_file_that_is_called_is_judged_too() {
    use socialaftale::render::word::{Prepared, WordPartial, WordTemplate};
    let (host, file) = (template(&p("{{> fil}}")).write(), linked("{{navn}}").write());
    let partials = [WordPartial { name: "fil", file: "delt/fil.docx", bytes: &file }];
    let template = WordTemplate { name: "skabelon.docx", bytes: &host };
    let prepared = Prepared::open_with(&template, &partials).unwrap();
    let faults = prepared.render(&context(), &Shelf::default(), &super::small::options());
    assert!(faults.unwrap_err().to_string().starts_with(
        "fejl[link-adresse] delt/fil.docx, brødtekst, afsnit 1, mærket »{{navn}}«: »Birken« er ikke"
    ));
}
