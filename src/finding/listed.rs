use super::place::Place;

/// Places one after another: "inputs/takster.xlsx, arket »Takster«, celle J7"; the cells of one
/// sheet stand together.
pub fn listed(places: &[Place]) -> String {
    let mut sheets: Vec<(String, Vec<&str>)> = Vec::new();
    for place in places {
        let Place::Cell { file, sheet, cell } = place else {
            sheets.push((place.to_string(), Vec::new()));
            continue;
        };
        let sheet = format!("{file}, arket »{sheet}«");
        match sheets.last_mut().filter(|(last, _)| *last == sheet) {
            Some((_, cells)) => cells.push(cell),
            None => sheets.push((sheet, vec![cell])),
        }
    }
    let told = sheets.iter().map(|(sheet, cells)| match cells.as_slice() {
        [] => sheet.clone(),
        [cell] => format!("{sheet}, celle {cell}"),
        cells => format!("{sheet}, cellerne {}", cells.join(", ")),
    });
    told.collect::<Vec<_>>().join("; ")
}
