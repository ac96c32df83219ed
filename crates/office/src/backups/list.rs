//! What lies in the backups folder, for the screen.

use super::model::BackupList;
use super::queries;
use crate::input::Nothing;
use crate::office::{Office, SystemCall};
use database::rotation;
use kernel::Result;

pub fn list(office: &Office, _: &mut SystemCall, _: Nothing) -> Result<BackupList> {
    Ok(BackupList {
        backups: queries::lines(office)?,
        folder: office.lock.backups().display().to_string(),
        keeps_daily: count(rotation::DAYS),
        keeps_weekly: count(rotation::WEEKS),
        keeps_monthly: count(rotation::MONTHS),
    })
}

fn count(kept: usize) -> u32 {
    u32::try_from(kept).unwrap_or(u32::MAX)
}
