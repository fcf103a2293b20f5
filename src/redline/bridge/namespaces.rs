use crate::render::word::xml::Element;

/// Declares in the root of a part what the root of another declares too; an error is a prefix that
/// means something else in the two.
pub fn unite(root: &mut Element, other: &Element) -> Result<(), String> {
    for (name, uri) in &other.attributes {
        if !name.starts_with("xmlns:") {
            continue;
        }
        match root.get(name) {
            Some(known) if known != uri.as_str() => return Err(name.to_string()),
            Some(_) => {}
            None => root.set(name, uri.clone()),
        }
    }
    if let Some(others) = other.get("mc:Ignorable") {
        let own = root.get("mc:Ignorable").unwrap_or_default();
        let more = others.split(' ').filter(|name| !own.split(' ').any(|known| known == *name));
        let all = own.split(' ').chain(more).filter(|name| !name.is_empty());
        let all = all.collect::<Vec<_>>().join(" ");
        root.set("mc:Ignorable", all);
    }
    Ok(())
}
