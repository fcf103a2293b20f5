//! Rebuilds the program when a shipped input or template changes, since both travel inside it.

fn main() {
    println!("cargo:rerun-if-changed=inputs");
    println!("cargo:rerun-if-changed=templates");
}
