//! Prints the tables of today; `cargo xtask bindings` writes them to `src/schema.sql`.

use std::process::ExitCode;

fn main() -> ExitCode {
    match database::schema() {
        Ok(schema) => {
            print!("{schema}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("the steps do not lead to a schema: {failure:?}");
            ExitCode::FAILURE
        }
    }
}
