//! The words are read from `locales/` while this crate is compiled, which cargo cannot see by itself.

fn main() {
    println!("cargo:rerun-if-changed=../../locales");
}
