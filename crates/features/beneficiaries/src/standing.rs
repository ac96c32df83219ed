//! What verification compares of files with what the audit trail last told: their status, and whose identity they hold.

use database::{Read, values};
use kernel::Result;
use kernel::id::PartyId;
use office::integrity::Standing;
use std::collections::BTreeMap;

/// How files stand: all of them, or one.
///
/// # Errors
/// What the database refuses.
pub fn stand(db: &Read<'_>, id: Option<&str>) -> Result<Vec<Standing>> {
    let Some(party) = id.map(str::parse::<PartyId>).transpose().ok() else { return Ok(Vec::new()) };
    let prints = parties::identity_prints(db, party)?;
    let sql = "SELECT f.party, p.name, f.status FROM case_file f JOIN party_name p ON p.id = f.party \
               WHERE $1 IS NULL OR f.party = $1";
    db.rows(sql, values![party], |row| {
        let (party, status): (PartyId, String) = (row.get("party")?, row.get("status")?);
        let identity = prints.get(&party).cloned().unwrap_or_default();
        Ok(Standing {
            subject: party.to_string(),
            label: row.get("name")?,
            fields: BTreeMap::from([("status", status), ("identity", identity)]),
        })
    })
}
