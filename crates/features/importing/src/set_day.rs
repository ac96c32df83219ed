//! The first day of the books, where the title of the sheet does not say it or says it wrongly.

use super::model::{ImportPreview, SetOpeningDay, WhichImport};
use super::session;
use kernel::Result;
use office::{Office, SystemCall};

pub fn set_day(office: &Office, call: &mut SystemCall, input: SetOpeningDay) -> Result<ImportPreview> {
    session::changed(office, call, WhichImport { id: input.id }, |_, work| {
        work.opening_day = Some(input.day);
        Ok(())
    })
}
