//! The only door to SQL, and the vault around it.
//!
//! One association is one office folder: an encrypted database, the key slots that open it, its backups. Here live the
//! paths of that folder, the lock that keeps a second program out, the key slots, the counting of wrong passwords, the
//! settings every connection must have, the migrations, the two handles ([`Read`] and [`Write`]) every statement goes
//! through, the chain of the audit trail, and backup and restore.
//!
//! What a row means does not live here: no feature, no rule, no permission.

pub mod audit_chain;
pub mod backup;
mod database;
mod effort;
mod failures;
mod folder;
mod key;
mod lock;
mod login_attempts;
mod migrate;
mod open;
mod private;
mod record;
mod recovery;
mod rekey;
pub mod restore;
pub mod rotation;
mod row;
mod schema;
#[cfg(test)]
mod schema_lint;
mod scratch;
mod setting;
mod slot;
mod tx;
mod value;
mod vault;
mod verify;
mod wal_checkpointer;

pub use database::Database;
pub use effort::Effort;
pub use failures::*;
pub use folder::OfficeFolder;
pub use key::Key;
pub use lock::OfficeLock;
pub use login_attempts::{Attempt, LoginAttempts};
pub use migrate::{MIGRATIONS, Migration, NEWEST};
pub use record::{Beside, Record, value_of};
pub use recovery::RecoveryCode;
pub use row::{Column, FromColumn, Row};
pub use schema::schema;
pub use tx::{Read, Write};
pub use value::Value;
pub use vault::{Cost, Keys};
pub use verify::OfficeReport;
