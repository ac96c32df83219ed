//! Requests that must not happen twice: a second click, a retry, a connection that broke before the answer came.
//!
//! What was asked is kept as a keyed hash, because an input may hold a password and a plain one could be guessed at
//! leisure. The answer is kept for [`KEPT`] days and given again only to the person who asked.

use crate::context::Who;
use crate::office::REQUEST_REUSED;
use database::{Key, values};
use kernel::id::{PersonId, RequestId};
use kernel::{Day, Failure, Moment, Result, require};
use serde_json::Value;

/// Days after which a request is forgotten; the same one again is a new one then.
pub const KEPT: i32 = 30;

/// A request as it was sent, and by whom.
pub(crate) struct Asked {
    id: RequestId,
    person: PersonId,
    name: &'static str,
    hash: [u8; 32],
}

impl Asked {
    pub fn new(key: &Key, who: &Who, id: RequestId, name: &'static str, input: &Value) -> Self {
        // serde_json keeps the keys of an object in order, so equal inputs have equal texts.
        let hash = key.keyed_hash("request", &[name.as_bytes(), input.to_string().as_bytes()]);
        Self { id, person: who.id, name, hash }
    }

    /// The answer this request was given before.
    ///
    /// # Errors
    /// Conflict, when the same id comes with other content or from another person.
    pub fn stored(&self, db: &database::Read<'_>) -> Result<Option<Value>> {
        let sql = "SELECT person, input_hash, answer FROM request WHERE id = $1";
        let stored = db.row(sql, values![self.id], |row| {
            let person: Option<PersonId> = row.get("person")?;
            Ok((person, row.get::<Vec<u8>>("input_hash")?, row.get::<String>("answer")?))
        })?;
        let Some((person, hash, answer)) = stored else { return Ok(None) };
        require(person == Some(self.person) && hash == self.hash, Failure::conflict(REQUEST_REUSED))?;
        serde_json::from_str(&answer).map(Some).map_err(Failure::broken)
    }

    /// # Errors
    /// What the database refuses.
    pub fn remember(&self, db: &database::Write<'_>, now: Moment, answer: &Value) -> Result<()> {
        let sql = "INSERT INTO request (id, command, person, input_hash, answer, at) VALUES ($1, $2, $3, $4, $5, $6)";
        db.run(sql, values![self.id, self.name, self.person, self.hash, answer.to_string(), now])?;
        Ok(())
    }
}

/// Forgets the requests of more than [`KEPT`] days ago.
///
/// # Errors
/// What the database refuses.
pub(crate) fn forget_old(db: &database::Write<'_>, today: Day) -> Result<()> {
    let first = Moment::start_of_riyadh_day(i64::from(today.number() - KEPT));
    db.run("DELETE FROM request WHERE at < $1", values![first])?;
    Ok(())
}
