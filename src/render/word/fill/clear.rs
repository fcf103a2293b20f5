use crate::finding::{Finding, Findings};
use crate::merge::{Slot, address_fault, led_to};
use crate::render::word::hang::is_target;
use crate::render::word::marks::{self, Stretch};
use crate::render::word::tables::{Locate, TAG};
use crate::render::word::xml::{Element, Node};

/// Where no element can stand, line breaks and tabs become spaces, and what a helper would put in
/// is told of.
pub fn clear(root: &mut Element, slots: &[Slot], findings: &mut Findings) {
    root.visit_mut(&mut |element| {
        for (_, value) in &mut element.attributes {
            if marks::marked(value) {
                *value = cleared(value, slots, findings).into();
            }
        }
        for node in &mut element.children {
            if let Node::Text(text) = node
                && marks::marked(text)
            {
                *text = cleared(text, slots, findings);
            }
        }
    });
}

/// The same for the addresses that hang at links, which have no spaces in them either and lead
/// only where a reader may go; `place` tells where the tag of that number stands.
pub fn clear_targets(
    root: &mut Element,
    slots: &[Slot],
    place: Locate<'_>,
    findings: &mut Findings,
) {
    root.visit_mut(&mut |element| {
        let tag = element.get(TAG).and_then(|tag| tag.parse().ok());
        for (name, hung) in &mut element.attributes {
            if let Some((kind, target)) = hung.split_once(' ').filter(|_| is_target(name)) {
                let mut target = cleared(target, slots, findings).trim().replace(' ', "%20");
                if let Some(tag) = tag.filter(|_| kind.ends_with("/hyperlink")) {
                    findings.extend(address_fault(&target, &place(tag)));
                    target = led_to(&target);
                }
                *hung = format!("{kind} {target}").into();
            }
        }
    });
}

fn cleared(text: &str, slots: &[Slot], findings: &mut Findings) -> String {
    let mut kept = String::with_capacity(text.len());
    for stretch in marks::split(text, marks::SLOT) {
        match stretch {
            Stretch::Text(words) => kept.extend(words.chars().filter_map(plain)),
            Stretch::Mark(index) => findings.extend(slots.get(index).map(no_paragraph)),
        }
    }
    kept
}

fn plain(letter: char) -> Option<char> {
    match letter {
        marks::BREAK | marks::TAB => Some(' '),
        letter if letter == marks::TURN.0 || letter == marks::TURN.1 => Some(letter),
        letter => (!marks::is_mark(letter)).then_some(letter),
    }
}

fn no_paragraph(slot: &Slot) -> Finding {
    Finding::fejl(
        "tekst-i-egenskab",
        slot.place.clone(),
        "Mærket sætter noget ind i et afsnit og kan ikke stå i en egenskab, en beskrivelse, en adresse eller en feltkode.",
    )
    .hint("Her kan der kun stå felter som {{aftale.titel}}.")
}
