//! Once after opening and once a day, and by `verify`: the whole chain, what the features look over, and the records against
//! what the trail last told of them.

use super::model::{Complaint, Difference, complaint};
use super::{start, store, told};
use crate::office::{Office, UnlockedOffice};
use database::audit_chain;
use kernel::{Moment, Result};

/// What a look over the whole found.
pub struct Whole {
    pub complaints: Vec<Complaint>,
    pub differences: Vec<Difference>,
}

/// Looks everything over, tells everybody what was found, and lets the trail tell of records it never told of.
///
/// # Errors
/// What the database refuses; what was found is an answer.
pub fn whole(office: &Office, unlocked: &UnlockedOffice) -> Result<Whole> {
    let features = office.features();
    let mut complaints = match unlocked.db.mark() {
        Some(mark) => start::compared(office, unlocked, mark)?,
        None => Vec::new(),
    };
    let (chain, differences) = unlocked.db.read(|db| {
        for look in features.all().filter_map(|feature| feature.sound) {
            complaints.extend(look(db)?);
        }
        Ok((audit_chain::check(db)?, told::differences(db, features)?))
    })?;
    if let Some(line) = chain.broken_at {
        complaints.push(complaint("chain_broken", line, [("line", line.to_string())]));
    }
    complaints.extend(differences.iter().map(|one| told::complaint_of(features, one)));
    unlocked.db.write(|db| {
        store::keep(db, &complaints, office.now())?;
        told::tell_untold(db, features, office.now())
    })?;
    Ok(Whole { complaints, differences })
}

impl Office {
    /// Once a day, while somebody is signed in.
    pub(crate) fn look_over_daily(&self) {
        let Ok(unlocked) = self.unlocked() else { return };
        if let Err(failure) = whole(self, &unlocked) {
            eprintln!("sharaka: the office could not be looked over: {failure}");
        }
    }
}

/// Moments in the args of complaints.
pub(super) fn moment(at: Moment) -> String {
    at.micros().to_string()
}
