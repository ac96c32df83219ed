//! Prints the TypeScript of all commands; `cargo xtask bindings` writes it to `ui/src/api/generated.ts`.

fn main() {
    print!("{}", app::bindings());
}
