//! Builds the interface into the program and names its commands.

fn main() {
    // The window carries the interface inside: when it changes, the window is built again.
    println!("cargo:rerun-if-changed=../ui/dist");
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(&["call", "bring", "fetch"]));
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("the window could not be prepared (is the interface built? `cargo xtask run` does it all): {error:#}");
    }
}
