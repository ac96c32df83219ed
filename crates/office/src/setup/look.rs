//! What the first screen asks: first run, sign-in, or straight on.

use super::model::{LastBackup, OfficeStage, OfficeState};
use crate::input::Nothing;
use crate::office::{Office, SystemCall};
use crate::session;
use kernel::Result;

pub fn look(office: &Office, call: &mut SystemCall, _: Nothing) -> Result<OfficeState> {
    let state = match (office.lock.is_set_up(), office.unlocked().is_ok()) {
        (false, _) => OfficeStage::New,
        (true, false) => OfficeStage::Locked,
        (true, true) => OfficeStage::Open,
    };
    let last = crate::backups::last(office)?;
    Ok(OfficeState {
        state,
        demo: office.is_demo(),
        demo_people: crate::demo_mark::marked(&office.lock).unwrap_or_default(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        session: session::current(office, call).ok(),
        last_backup: last.map(|(made_at, verified)| LastBackup { made_at, verified }),
    })
}
