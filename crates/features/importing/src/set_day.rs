//! The first day of the books, where the title of the sheet does not say it or says it wrongly.

use super::desk;
use super::model::{ImportPreview, SetOpeningDay, WhichImport};
use kernel::Result;
use office::{Door, Office};

pub fn set_day(office: &Office, door: &mut Door, input: SetOpeningDay) -> Result<ImportPreview> {
    desk::changed(office, door, WhichImport { id: input.id }, |_, work| {
        work.opening_day = Some(input.day);
        Ok(())
    })
}
