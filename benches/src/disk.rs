//! What this disk itself needs to make a write durable: the yardstick beside every durable write of ours.

use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use std::io::{Seek as _, SeekFrom, Write as _};

/// A page of the database, in bytes.
const PAGE: usize = 4096;

pub fn measure(_: &Asked, table: &mut Table) -> Result<(), String> {
    // Beside the build, on the disk that holds data; the temporary folder may be memory.
    let beside = std::env::current_exe().map_err(|error| error.to_string())?;
    let folder = beside.parent().ok_or("the program stands in no folder")?;
    let mut file = tempfile::tempfile_in(folder).map_err(|error| error.to_string())?;
    let page = [7u8; PAGE];
    let timings = Timings::of(200, || {
        let written = file.seek(SeekFrom::Start(0)).and_then(|_| file.write_all(&page)).and_then(|()| file.sync_data());
        written.map_err(|error| error.to_string())
    })?;
    table.disk = Some(timings.percentile(99));
    table.add("disk: write one page, fdatasync", &timings, Budget::None);
    Ok(())
}
