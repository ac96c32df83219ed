//! What the office remembers of the recovery code: only that somebody holds it.

use database::{Read, Write, values};
use kernel::{Moment, Result};

pub fn recovery_confirmed(db: &Read<'_>) -> Result<bool> {
    let at: Option<Moment> =
        db.one("SELECT recovery_confirmed_at FROM association", values![], |row| row.get("recovery_confirmed_at"))?;
    Ok(at.is_some())
}

pub fn set_recovery_confirmed(db: &Write<'_>, at: Option<Moment>) -> Result<()> {
    db.run("UPDATE association SET recovery_confirmed_at = $1", values![at])?;
    Ok(())
}
