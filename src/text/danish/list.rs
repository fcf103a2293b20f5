/// Sets names one after another as a sentence has them: "A", "A og B", "A, B og C".
pub fn list<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [first @ .., before, last] => {
            let mut list: String = first.iter().map(|name| format!("{name}, ")).collect();
            list.push_str(&format!("{before} og {last}"));
            list
        }
        few => few.concat(),
    }
}
