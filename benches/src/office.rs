//! A durable, audited write through the whole office: permission, transaction, audit line, commit to the disk.

use crate::table::{Table, Timings};
use app::office::{Caller, Office, Options, SessionChange};
use serde_json::json;

pub fn measure(table: &mut Table) -> Result<(), String> {
    let text = |error: kernel::Failure| error.to_string();
    // Beside the build, on the disk that holds data; the temporary folder may be memory.
    let beside = std::env::current_exe().map_err(|error| error.to_string())?;
    let folder = beside.parent().ok_or("the program stands in no folder")?;
    let folder = tempfile::tempdir_in(folder).map_err(|error| error.to_string())?;
    let office =
        Office::open(folder.path(), Options { cost: database::Cost::cheap(), ..Options::default() }).map_err(text)?;
    let set_up = json!({
        "association": { "name_ar": "جمعية القياس" },
        "administrator": { "name": "نوف", "login": "nouf", "password": "قهوة وتمر في بريدة" },
    });
    let begun = office.call(&Caller::Nobody, "office.set_up", set_up).map_err(text)?;
    let SessionChange::Begun(token) = begun.session else { return Err("no session began".to_owned()) };
    let caller = Caller::Holder(token);
    let profile = office.call(&caller, "association.profile", json!({})).map_err(text)?.value;
    let mut number = 0;
    let timings = Timings::of(200, || {
        number += 1;
        let mut changed = profile.clone();
        changed["city"] = json!(format!("بريدة {number}"));
        office.call(&caller, "association.save", changed).map(drop).map_err(text)
    })?;
    table.add("office: one durable audited write", &timings, "fdatasync p99 + 5 ms");
    office.close();
    Ok(())
}
