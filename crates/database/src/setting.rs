//! What an office remembers by key, beside its records: that the books are closed to writing, what a look-over found.
//! Every room has keys of its own (`ledger.read_only`); nobody reads another's.

use crate::{Read, Write, values};
use kernel::Result;

impl Read<'_> {
    /// What is remembered under a key.
    ///
    /// # Errors
    /// The engine's failure.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        self.row("SELECT value FROM setting WHERE key = $1", values![key], |row| row.get("value"))
    }
}

impl Write<'_> {
    /// Remembers a value under a key, instead of the one before; none is forgotten.
    ///
    /// # Errors
    /// The engine's failure.
    pub fn remember(&self, key: &str, value: Option<&str>) -> Result<()> {
        match value {
            Some(value) => self.run(
                "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                values![key, value],
            ),
            None => self.run("DELETE FROM setting WHERE key = $1", values![key]),
        }
        .map(drop)
    }
}

#[cfg(test)]
mod tests {
    use crate::Database;

    #[test]
    fn what_is_remembered_is_replaced_and_forgotten() {
        let database = Database::in_memory().unwrap();
        for value in [Some("نعم"), Some("لا"), None] {
            database.write(|tx| tx.remember("a.key", value)).unwrap();
            assert_eq!(database.read(|tx| tx.setting("a.key")).unwrap().as_deref(), value);
        }
        assert_eq!(database.read(|tx| tx.setting("another")).unwrap(), None);
    }
}
