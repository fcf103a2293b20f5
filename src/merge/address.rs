use crate::finding::{Finding, Place};

/// What a link may lead to: a page, a mailbox or a telephone.
const SCHEMES: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];

/// The address that a link leads to: a mailbox may be written without `mailto:`.
pub fn led_to(written: &str) -> String {
    let is_mailbox = written.contains('@') && !written.contains([':', '/']);
    if is_mailbox { format!("mailto:{written}") } else { written.to_owned() }
}

/// Refuses an address that a reader should not be led to.
pub fn address_fault(address: &str, place: &Place) -> Option<Finding> {
    let lower = led_to(address).to_lowercase();
    let safe = SCHEMES.iter().any(|scheme| lower.starts_with(scheme) && lower.len() > scheme.len())
        && !address.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    (!safe).then(|| {
        Finding::fejl(
            "link-adresse",
            place.clone(),
            format!("»{address}« er ikke en adresse, som et link kan føre til."),
        )
        .hint(
            "En adresse begynder med https://, http://, mailto: eller tel: og har ingen mellemrum.",
        )
    })
}
