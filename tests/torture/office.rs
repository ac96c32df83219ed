//! A small office to torture.

use database::{Cost, Database, Key, Keys, OfficeFolder, OfficeLock, Write, audit_chain, values};
use kernel::id::PersonId;
use kernel::{Moment, Result};
use std::path::Path;

pub const LOGIN: &str = "noura.alotaibi";
pub const PASSWORD: &str = "كلمة مرور طويلة 1448";

/// Makes an office with one person in it.
pub fn found(root: &Path) -> (OfficeLock, Database) {
    let lock = OfficeFolder::at(root).lock().unwrap();
    let key = Key::random().unwrap();
    let mut keys = Keys::create(Cost::cheap()).unwrap();
    keys.add_slot(&key, PersonId::from_bytes([1; 16]), LOGIN, PASSWORD).unwrap();
    keys.save(&lock, &key).unwrap();
    let database = Database::create(&lock, &key).unwrap();
    (lock, database)
}

/// Opens it as a person would.
pub fn enter(lock: &OfficeLock) -> Result<Database> {
    let (_, key) = Keys::load(lock)?.unlock_with_password(LOGIN, PASSWORD)?;
    Database::open(lock, &key)
}

/// Writes a numbered row and its audit line, as a command of the office does.
pub fn write_numbered(tx: &Write<'_>, number: i64, text: &str) -> Result<()> {
    tx.run("INSERT INTO setting (key, value) VALUES ($1, $2)", values![format!("{number:08}"), text])?;
    let line = audit_chain::Line {
        at: Moment::from_micros(number),
        person: None,
        command: "torture.write",
        action: "add",
        subject_kind: Some("setting"),
        subject: None,
        summary: text,
        before: None,
        after: Some(text),
        outcome: "done",
        told: None,
    };
    audit_chain::append(tx, &line).map(drop)
}

/// Every numbered row with its text.
pub fn numbered(database: &Database) -> Result<Vec<(i64, String)>> {
    database.read(|tx| {
        tx.rows("SELECT key, value FROM setting ORDER BY key", values![], |row| {
            let key: String = row.get("key")?;
            let number = key.parse().map_err(kernel::Failure::broken)?;
            Ok((number, row.get("value")?))
        })
    })
}

/// Random numbers that come again with the same seed, so that a failing run can be repeated.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `limit` (xorshift64*, Vigna 2016).
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16;
        usize::try_from(drawn).unwrap() % limit
    }
}
