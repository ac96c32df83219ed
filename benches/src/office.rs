//! A durable, audited write through the whole office: permission, transaction, audit line, commit to the disk.

use crate::data::{folder, text};
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use office::{Caller, Options, SessionChange};
use serde_json::json;

pub fn measure(_: &Asked, table: &mut Table) -> Result<(), String> {
    let folder = folder()?;
    let office =
        app::open(folder.path(), Options { cost: database::Cost::cheap(), ..Options::default() }).map_err(text)?;
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
    table.add("office: one durable audited write", &timings, Budget::BesideDisk(5));
    office.close();
    Ok(())
}
