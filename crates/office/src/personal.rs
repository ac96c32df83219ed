//! What features keep of a person: told to whom it is about, and forgotten when it was kept long enough.
//!
//! Money is never forgotten: what an amount rests on is no personal text. The audit trail is sealed and keeps what it told.

use crate::context::{Read, Write};
use kernel::Result;
use kernel::id::PartyId;
use sheets::Value;

/// How a feature answers for what it keeps of a person.
#[derive(Clone, Copy)]
pub struct Personal {
    /// Everything of theirs, as far as who asks may see it.
    pub tells: Tells,
    /// Whether something of theirs still goes on here: then nothing is forgotten.
    pub goes_on: GoesOn,
    /// Takes out what says who they are or how they live.
    pub forgets: Forgets,
}

/// # Errors
/// What the database refuses.
pub type Tells = fn(&Read<'_>, PartyId) -> Result<Vec<Told>>;

/// # Errors
/// What the database refuses.
pub type GoesOn = fn(&database::Read<'_>, PartyId) -> Result<bool>;

/// # Errors
/// What the database refuses.
pub type Forgets = fn(&Write<'_>, PartyId) -> Result<()>;

/// A table of what is kept of a person.
#[derive(Debug, Clone)]
pub struct Told {
    /// The key of its name; names the sheet.
    pub title: &'static str,
    /// The keys of its columns.
    pub columns: &'static [&'static str],
    pub rows: Vec<Vec<Value>>,
    /// The records it is made of, by identifier: who looked at one looked at the person.
    pub records: Vec<String>,
}

/// For a feature that forgets nothing.
///
/// # Errors
/// Never.
pub fn keeps(_: &Write<'_>, _: PartyId) -> Result<()> {
    Ok(())
}

/// For a feature in which nothing goes on.
///
/// # Errors
/// Never.
pub fn rests(_: &database::Read<'_>, _: PartyId) -> Result<bool> {
    Ok(false)
}

/// A cell of text; nothing where it is empty.
pub fn text(text: impl Into<String>) -> Value {
    let text = text.into();
    if text.is_empty() { Value::Empty } else { Value::Text(text) }
}

/// A cell of a word of the program: of a controlled list.
pub fn word(prefix: &str, name: &str) -> Value {
    if name.is_empty() {
        return Value::Empty;
    }
    let key = format!("{prefix}.{name}");
    text(crate::words::find(&key, crate::words::Language::Ar).unwrap_or_else(|| name.to_owned()))
}

/// A cell of a day.
pub fn day(day: Option<kernel::Day>) -> Value {
    day.map_or(Value::Empty, Value::Day)
}

/// A cell of an amount.
pub fn money(amount: Option<kernel::Money>) -> Value {
    amount.map_or(Value::Empty, Value::Money)
}
