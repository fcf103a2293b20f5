/// A name as a step of a field's path: "Sødisebakke (åben)" is "soedisebakke_aaben".
pub fn field_name(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.to_lowercase().chars() {
        match letter {
            'æ' => plain.push_str("ae"),
            'ø' => plain.push_str("oe"),
            'å' => plain.push_str("aa"),
            letter if letter.is_ascii_alphanumeric() => plain.push(letter),
            _ if plain.is_empty() || plain.ends_with('_') => {}
            _ => plain.push('_'),
        }
    }
    plain.trim_end_matches('_').to_owned()
}
