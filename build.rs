//! Rebuilds the program when a shipped input or template changes, since both travel inside it, and
//! gives it a mark that changes with its code, so that no document is kept from an older one.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::Path;

fn main() {
    let mut hash = DefaultHasher::new();
    for part in ["inputs", "templates", "src", "Cargo.lock"] {
        println!("cargo:rerun-if-changed={part}");
    }
    mark(Path::new("src"), &mut hash);
    mark(Path::new("Cargo.lock"), &mut hash);
    println!("cargo:rustc-env=SOCIALAFTALE_BUILD={:016x}", hash.finish());
}

fn mark(path: &Path, hash: &mut DefaultHasher) {
    let Ok(entries) = fs::read_dir(path) else {
        fs::read(path).unwrap_or_default().hash(hash);
        return;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().for_each(|path| mark(path, hash));
}
