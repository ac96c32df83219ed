//! What projects own: each piece that lasts, with what became of it.

pub mod change_asset;
pub mod see_asset;

use crate::model::{AssetEventKind, AssetState, PurchaseAsset, PurchaseAssetEvent};
use crate::{rules, store};
use database::{Value, values};
use kernel::id::{AssetId, ProjectId, PurchaseId};
use kernel::{Day, Failure, Refusal, Result, require};
use office::context::{Read, Write};

/// A piece that came.
pub struct NewAsset<'a> {
    pub project: ProjectId,
    pub purchase: PurchaseId,
    pub line: i64,
    pub arrival: PurchaseId,
    pub no: i64,
    pub name: &'a str,
    pub serial: &'a str,
}

/// # Errors
/// A serial number that stands in the list already.
pub fn insert(cx: &Write<'_>, new: &NewAsset<'_>, day: Day) -> Result<()> {
    let serial_fold = if new.serial.is_empty() { String::new() } else { rules::same(new.serial) };
    if !serial_fold.is_empty() {
        // What went back may come again.
        let sql = "SELECT name FROM purchase_asset WHERE serial_fold = $1 AND state <> 'returned' LIMIT 1";
        let known: Option<String> = cx.row(sql, values![serial_fold.as_str()], |row| row.get("name"))?;
        if let Some(name) = known {
            let refusal = Refusal::new(rules::SERIAL_KNOWN).with("serial", new.serial).with("item", name);
            return Err(refusal.at("lines").into());
        }
    }
    let id = AssetId::new(cx.now, office::random::bytes()?);
    cx.run(
        "INSERT INTO purchase_asset (id, project, purchase, line, arrival, no, name, serial, serial_fold, state, state_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'in_use', $10)",
        values![
            id,
            new.project,
            new.purchase,
            new.line,
            new.arrival,
            new.no,
            new.name,
            new.serial,
            serial_fold,
            day
        ],
    )?;
    cx.status_changed(store::asset_subject(id), None, AssetState::InUse.name(), "")?;
    add_event(cx, id, AssetEventKind::InUse, day, "")
}

fn add_event(cx: &Write<'_>, asset: AssetId, kind: AssetEventKind, day: Day, said: &str) -> Result<()> {
    let sql = "INSERT INTO purchase_asset_event (asset, place, kind, on_day, said, made_by, made_at) \
               SELECT $1, COALESCE(max(place), 0) + 1, $2, $3, $4, $5, $6 FROM purchase_asset_event WHERE asset = $1";
    cx.run(sql, values![asset, kind, day, said, cx.who.id, cx.now])?;
    Ok(())
}

/// Keeps what became of an asset, or that it was seen.
pub fn happened(cx: &Write<'_>, asset: AssetId, kind: AssetEventKind, day: Day, said: &str) -> Result<()> {
    add_event(cx, asset, kind, day, said)?;
    if kind == AssetEventKind::Seen {
        cx.run("UPDATE purchase_asset SET seen_on = $1 WHERE id = $2", values![day, asset])?;
        return Ok(());
    }
    let before: String =
        cx.one("SELECT state FROM purchase_asset WHERE id = $1", values![asset], |row| row.get("state"))?;
    let sql = "UPDATE purchase_asset SET state = $1, state_on = $2 WHERE id = $3";
    cx.run(sql, values![kind.name(), day, asset])?;
    cx.status_changed(store::asset_subject(asset), Some(&before), kind.name(), said)
}

pub fn of_purchase(db: &database::Read<'_>, purchase: PurchaseId) -> Result<Vec<PurchaseAsset>> {
    assets(db, "a.purchase", Value::from(purchase))
}

/// What a project owns and owned, in the order in which it came.
pub fn of_project(db: &database::Read<'_>, project: ProjectId) -> Result<Vec<PurchaseAsset>> {
    assets(db, "a.project", Value::from(project))
}

pub fn asset(db: &database::Read<'_>, id: AssetId) -> Result<PurchaseAsset> {
    assets(db, "a.id", Value::from(id))?.pop().ok_or(Failure::not_found(store::ASSET))
}

fn assets(db: &database::Read<'_>, column: &str, of: Value) -> Result<Vec<PurchaseAsset>> {
    let which = format!("WHERE {column} = $1");
    let sql = include_str!("../sql/assets.sql").replace("-- which", &which);
    let mut all = db.rows(&sql, [of.clone()], |row| {
        Ok(PurchaseAsset {
            id: row.get("id")?,
            no: row.get("no")?,
            purchase: row.get("purchase")?,
            order_no: row.get("order_no")?,
            line: row.get("line")?,
            loan_no: row.get("loan_no")?,
            name: row.get("name")?,
            serial: row.get("serial")?,
            state: row.get("state")?,
            state_on: row.get("state_on")?,
            said: String::new(),
            came_on: row.get("came_on")?,
            seen_on: row.get("seen_on")?,
            verified_by_name: row.get("verified_by_name")?,
            verified_on: row.get("verified_on")?,
            events: Vec::new(),
        })
    })?;
    let sql = format!(
        "SELECT e.asset, e.kind, e.on_day, e.said, u.name AS by_name, e.made_at FROM purchase_asset_event e \
         JOIN purchase_asset a ON a.id = e.asset JOIN user_name u ON u.id = e.made_by {which} ORDER BY e.asset, e.place"
    );
    let events = db.rows(&sql, [of], |row| {
        let event = PurchaseAssetEvent {
            kind: row.get("kind")?,
            on: row.get("on_day")?,
            said: row.get("said")?,
            by_name: row.get("by_name")?,
            at: row.get("made_at")?,
        };
        Ok((row.get::<AssetId>("asset")?, event))
    })?;
    for (id, event) in events {
        if let Some(asset) = all.iter_mut().find(|one| one.id == id) {
            if event.kind != AssetEventKind::Seen {
                asset.said.clone_from(&event.said);
            }
            asset.events.push(event);
        }
    }
    Ok(all)
}

/// A day on which something becomes of an asset.
///
/// # Errors
/// One that has not come, or before the last that is known of it.
pub fn day_fits(cx: &Read<'_>, asset: &PurchaseAsset, day: Day) -> Result<()> {
    office::input::has_come(day, cx.today())?;
    let last = asset.seen_on.map_or(asset.state_on, |seen| seen.max(asset.state_on));
    require(day >= last, Refusal::new(rules::ASSET_DAY).with("day", last).at("day"))
}
