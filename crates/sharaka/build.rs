//! The interface is built into the program: when it changes, the program is built again.

fn main() {
    println!("cargo:rerun-if-changed=../../ui/dist");
}
