use std::hash::Hash;

use super::key::{Key, keyed};
use crate::package::Package;
use crate::render::word::parts::{Relation, Relations, resolved};

/// Parts may lead to each other in circles.
const DEEPEST: usize = 8;

/// What a relationship of a part leads to, whatever it is called there.
pub fn content(package: &Package, part: &str, relation: &Relation) -> Key {
    keyed(|hasher| {
        relation.kind.hash(hasher);
        if relation.external {
            relation.target.hash(hasher);
        } else {
            part_content(package, &resolved(part, &relation.target), 0).hash(hasher);
        }
    })
}

/// What a part holds, with the parts that it leads to.
fn part_content(package: &Package, part: &str, depth: usize) -> Key {
    keyed(|hasher| {
        package.part(part).hash(hasher);
        let relations = Relations::load(package, part);
        if depth < DEEPEST {
            for (id, relation) in relations.all() {
                (id, &relation.kind, relation.external).hash(hasher);
                match relation.external {
                    true => relation.target.hash(hasher),
                    false => part_content(package, &resolved(part, &relation.target), depth + 1)
                        .hash(hasher),
                }
            }
        }
    })
}
