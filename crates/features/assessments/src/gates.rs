//! What the social research asks before steps of features below: a reviewed assessment before a file becomes active, where
//! the association wants it; and that no import goes on whose files somebody was assessed.

use crate::inputs::AssessmentsOf;
use crate::{OF_FILE, settings};
use database::values;
use kernel::Result;
use kernel::id::PartyId;
use office::context::Read;
use office::feature::Subject;
use office::gate::{Condition, Gate};

pub const ACTIVATION: Gate = Gate { before: &[beneficiaries::GATED_ACTIVATION], look: reviewed_once };
pub const TAKING_BACK: Gate = Gate { before: &["importing.take_back"], look: nothing_kept };

/// Nothing is asked as long as the setting is off.
fn reviewed_once(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    if !settings::settings_of(cx)?.before_activation {
        return Ok(Vec::new());
    }
    let party = PartyId::from_bytes(subject.id);
    let sql = "SELECT 1 AS one FROM assessment WHERE party = $1 AND newest = 1";
    let met = cx.row(sql, values![party], |row| row.get::<i64>("one"))?.is_some();
    let mend = OF_FILE.asking(&AssessmentsOf { party })?;
    Ok(vec![Condition::new("assessments.reviewed_once", met, []).mended_at(mend)])
}

fn nothing_kept(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    if subject.kind != beneficiaries::RECORD {
        return Ok(Vec::new());
    }
    let sql = "SELECT count(*) AS kept FROM assessment WHERE party = $1";
    let kept: i64 = cx.one(sql, values![subject.id], |row| row.get("kept"))?;
    Ok(vec![Condition::new("assessments.nothing_kept", kept == 0, [])])
}
