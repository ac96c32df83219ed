//! How answers and failures look outside: the one form that the window, the browser and the command line share.

use crate::command::{Command, INPUT_TOO_DEEP, INPUT_TOO_LARGE, MALFORMED};
use kernel::{Failure, Refusal, Result, require};
use serde_json::{Value, json};

/// How deeply lists and records of an input may stand within each other.
const DEEPEST: usize = 32;
/// An input may have one value for so many of the bytes it may have: far more than any screen sends, and few enough that
/// what is made of it in memory stays in proportion.
const BYTES_OF_A_VALUE: usize = 8;

/// What is answered to an input that is larger than the command takes.
pub fn too_large(command: &Command) -> Refusal {
    Refusal::new(INPUT_TOO_LARGE).with("most", command.largest / 1024)
}

/// Reads the input of a command as it came over a wire; nothing at all stands for no fields. Its size, its depth and the
/// number of its values are known before anything is made of it.
///
/// # Errors
/// Too large, too deep, or no JSON.
pub fn input(command: &Command, bytes: &[u8]) -> Result<Value> {
    require(bytes.len() <= command.largest, too_large(command))?;
    require(is_plain(bytes, command.largest / BYTES_OF_A_VALUE), INPUT_TOO_DEEP)?;
    if bytes.is_empty() {
        return Ok(json!({}));
    }
    serde_json::from_slice(bytes).map_err(|error| Refusal::new(MALFORMED).with("detail", error).into())
}

/// Whether a JSON text is neither too deep nor made of too many values. Of what is no JSON it says nothing of use.
fn is_plain(text: &[u8], most: usize) -> bool {
    let (mut depth, mut values) = (0_usize, 1_usize);
    let mut bytes = text.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => skip_text(&mut bytes),
            b'[' | b'{' => {
                depth += 1;
                values += 1;
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > DEEPEST || values > most {
            return false;
        }
    }
    true
}

/// Goes on behind the end of a text in quotes.
fn skip_text(bytes: &mut std::slice::Iter<'_, u8>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => return,
            _ => {}
        }
    }
}

/// A failure for the interface. What a fault was made of stays inside; its reference number goes out.
pub fn failure(failure: &Failure) -> Value {
    let refusal = |kind: &str, refusal: &Refusal| json!({ "kind": kind, "code": refusal.code, "args": refusal.args, "field": refusal.field });
    match failure {
        Failure::Refused(inner) => refusal("refused", inner),
        Failure::Conflict(inner) => refusal("conflict", inner),
        Failure::NotFound { noun } => json!({ "kind": "not_found", "noun": noun }),
        Failure::Forbidden { permission } => json!({ "kind": "forbidden", "permission": permission }),
        Failure::Broken { detail } => json!({ "kind": "broken", "reference": Failure::reference(detail) }),
    }
}

/// The status of a failure over HTTP.
pub const fn status(failure: &Failure) -> u16 {
    match failure {
        Failure::Refused(_) => 422,
        Failure::NotFound { .. } => 404,
        Failure::Forbidden { .. } => 403,
        Failure::Conflict(_) => 409,
        Failure::Broken { .. } => 500,
    }
}

/// What may load what, in the window and in the browser: everything from the program itself, nothing from elsewhere.
/// Styles may stand in attributes because charts and pop-ups place themselves that way; scripts never.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ipc: http://ipc.localhost; object-src 'none'; \
     frame-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::LARGEST_INPUT;

    fn command() -> &'static Command {
        let command = crate::feature::Features::NONE.find("session.sign_in").unwrap();
        assert_eq!(command.largest, LARGEST_INPUT);
        command
    }

    fn code(outcome: Result<Value>) -> Option<kernel::Code> {
        outcome.err().and_then(|failure| failure.code())
    }

    #[test]
    fn an_input_is_read_as_it_is_meant() {
        assert_eq!(input(command(), b"").unwrap(), json!({}));
        assert_eq!(input(command(), br#"{"a":[1,{"b":"\"[[[["}]}"#).unwrap(), json!({ "a": [1, { "b": "\"[[[[" }] }));
        assert_eq!(code(input(command(), b"{")), Some(MALFORMED));
    }

    #[test]
    fn brackets_within_a_text_are_neither_depth_nor_values() {
        let text = format!("[{:?}]", "[{,".repeat(LARGEST_INPUT / 4));
        assert!(input(command(), text.as_bytes()).is_ok());
    }

    #[test]
    fn a_deep_input_is_refused_whole() {
        let nested = |deep: usize| format!("{}{}", "[".repeat(deep), "]".repeat(deep));
        assert!(input(command(), nested(DEEPEST).as_bytes()).is_ok());
        assert_eq!(code(input(command(), nested(DEEPEST + 1).as_bytes())), Some(INPUT_TOO_DEEP));
        assert_eq!(code(input(command(), nested(LARGEST_INPUT / 2).as_bytes())), Some(INPUT_TOO_DEEP));
        let records = format!("{}1{}", r#"{"a":"#.repeat(DEEPEST + 1), "}".repeat(DEEPEST + 1));
        assert_eq!(code(input(command(), records.as_bytes())), Some(INPUT_TOO_DEEP));
    }

    #[test]
    fn an_input_of_too_many_values_is_refused_before_they_are_made() {
        let most = LARGEST_INPUT / BYTES_OF_A_VALUE;
        let list = |values: usize| format!("[{}]", vec!["1"; values].join(","));
        assert!(input(command(), list(most - 1).as_bytes()).is_ok());
        assert_eq!(code(input(command(), list(most).as_bytes())), Some(INPUT_TOO_DEEP));
    }

    #[test]
    fn an_input_larger_than_its_command_takes_is_refused() {
        let text = |bytes: usize| format!("{:?}", "a".repeat(bytes - 2));
        assert!(input(command(), text(LARGEST_INPUT).as_bytes()).is_ok());
        assert_eq!(code(input(command(), text(LARGEST_INPUT + 1).as_bytes())), Some(INPUT_TOO_LARGE));
        let export = crate::feature::Features::NONE.find("tables.export").unwrap();
        assert!(input(export, text(LARGEST_INPUT + 1).as_bytes()).is_ok(), "its row says that it takes more");
    }
}
