//! Purchases of the demonstration on its last day, one in each state: quotes, an order that waits, one that is late, one in
//! part here, one that another person is to see, one that was verified with what its project owns, one that was cancelled.

use super::scene::Scene;
use super::words::column;
use documents::model::Attach;
use kernel::{Failure, Result};
use office::permission::Role::{Committee, Finance, Researcher, Supervisor};
use serde_json::{Value, json};

/// Where each of them ends.
const ENDS: [End; 7] = [End::Verified, End::Came, End::Part, End::Late, End::Waiting, End::Cancelled, End::Draft];

/// Orders of one tranche, all of the same supplier.
const OF_A_TRANCHE: i64 = 3;

/// A small picture.
const PHOTO: &[u8] = include_bytes!("data/photo.png");

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Draft,
    Waiting,
    Cancelled,
    Late,
    Part,
    Came,
    Verified,
}

/// # Errors
/// What the office refuses.
pub fn fill(scene: &mut Scene<'_>) -> Result<()> {
    let firms: Vec<(String, String)> = {
        let names: Vec<String> = scene.words.list("firm")?.iter().map(|row| column(row, 0).to_owned()).collect();
        names.into_iter().map(|name| (scene.id(), name)).collect()
    };
    let mut ends = ENDS.into_iter().peekable();
    for tranche in open_tranches(scene)? {
        for _ in 0..OF_A_TRANCHE {
            let Some(end) = ends.peek() else { return Ok(()) };
            if !buy(scene, &tranche, *end, &firms)? {
                break;
            }
            ends.next();
        }
    }
    if ends.peek().is_some() { Err(Failure::broken("too few tranches buy in kind")) } else { Ok(()) }
}

/// Tranches in kind from which something may be ordered, of loans nothing halts.
fn open_tranches(scene: &mut Scene<'_>) -> Result<Vec<Value>> {
    let list = scene.call(Finance, "loans.list", json!({ "limit": 500 }))?;
    let mut found = Vec::new();
    for line in list["lines"].as_array().into_iter().flatten() {
        if line["phase"] != "approved" && line["phase"] != "active" {
            continue;
        }
        let sheet = scene.call(Finance, "loans.detail", json!({ "loan": line["loan"] }))?;
        let open = |one: &&Value| {
            let state = one["tranche"]["state"].as_str().unwrap_or_default();
            one["tranche"]["kind"] == "in_kind" && matches!(state, "planned" | "requested" | "approved")
        };
        found.extend(sheet["tranches"].as_array().into_iter().flatten().filter(open).map(|one| one["tranche"].clone()));
    }
    Ok(found)
}

/// One purchase; false where its project is halted, so that nothing is ordered for it.
fn buy(scene: &mut Scene<'_>, tranche: &Value, end: End, firms: &[(String, String)]) -> Result<bool> {
    let (id, today) = (scene.id(), scene.today());
    let amount = tranche["amount"].as_i64().unwrap_or(0) / OF_A_TRANCHE / 100 * 100;
    let (main, rest) = (amount / 500 * 400, amount - amount / 500 * 400);
    let item = tranche["item"].as_str().filter(|item| !item.is_empty()).map(str::to_owned);
    let title = item.map_or_else(|| scene.words.text("buy_budget").map(str::to_owned), Ok)?;
    let due = if end == End::Late { today } else { today.plus_days(10)? };
    let typed = json!({
        "title": title, "budget_line": scene.words.text("buy_budget")?, "due_on": due, "items": [
            { "item": title, "quantity": 2, "amount": main, "is_asset": true },
            { "item": scene.words.text("buy_rest")?, "quantity": 5, "amount": rest },
        ],
    });
    scene.call(Researcher, "purchases.begin", json!({ "id": id, "tranche": tranche["id"], "typed": typed }))?;
    let note = scene.words.text("buy_note")?;
    let mut quotes = Vec::new();
    for ((firm, name), more) in firms.iter().zip([0, amount / 20, amount / 8]) {
        let quote = scene.id();
        let offer = json!({
            "id": quote, "purchase": id, "supplier": { "id": firm, "name": name }, "amount": amount + more,
            "on": today.plus_days(-3)?, "until": today.plus_days(30)?, "note": note,
        });
        scene.call(Researcher, "purchases.add_quote", offer)?;
        quotes.push(quote);
    }
    let which = json!({ "purchase": id });
    scene.call(Researcher, "purchases.choose", json!({ "purchase": id, "quote": quotes.first() }))?;
    if end == End::Draft {
        return Ok(true);
    }
    if scene.attempt(Researcher, "purchases.order", which.clone()).is_err() {
        let gone = json!({ "purchase": id, "why": "supplier", "reason": scene.words.text("buy_refused")? });
        scene.call(Researcher, "purchases.cancel", gone)?;
        return Ok(false);
    }
    if end == End::Waiting {
        return Ok(true);
    }
    scene.call(Committee, "purchases.approve", which.clone())?;
    if end == End::Cancelled {
        let gone = json!({ "purchase": id, "why": "supplier", "reason": scene.words.text("buy_refused")? });
        scene.call(Researcher, "purchases.cancel", gone)?;
    }
    if end < End::Part {
        return Ok(true);
    }
    came(scene, &id, end)?;
    if end == End::Verified {
        verified(scene, &id, amount)?;
    }
    Ok(true)
}

fn came(scene: &mut Scene<'_>, id: &str, end: End) -> Result<()> {
    let sheet = scene.call(Researcher, "purchases.open", json!({ "purchase": id }))?;
    let serial = sheet["line"]["order_no"].as_str().unwrap_or_default().replace("P-", "SN-");
    let lines = if end == End::Part {
        json!([{ "no": 1, "quantity": 1, "serials": [format!("{serial}-1")] }])
    } else {
        json!([{ "no": 1, "quantity": 2, "serials": [format!("{serial}-1"), format!("{serial}-2")] }, { "no": 2, "quantity": 5 }])
    };
    let differs = end == End::Came;
    let said = if differs { scene.words.text("buy_differs")? } else { "" };
    let condition = if differs { "different" } else { "good" };
    let arrival = json!({
        "id": scene.id(), "purchase": id, "day": scene.today(), "condition": condition, "said": said,
        "received_by": sheet["line"]["borrower"], "lines": lines,
    });
    scene.call(Researcher, "purchases.deliver", arrival).map(drop)
}

fn verified(scene: &mut Scene<'_>, id: &str, amount: i64) -> Result<()> {
    let today = scene.today();
    let bill = json!({
        "id": scene.id(), "purchase": id, "invoice_no": "INV-20418", "day": today, "amount": amount,
        "vat": amount * 15 / 115,
    });
    scene.call(Finance, "purchases.invoice", bill)?;
    let title = scene.words.text("buy_photo")?;
    let paper = json!({ "id": scene.id(), "subject_kind": "purchase", "subject": id, "kind": "photo", "title": title,
                        "file_name": "photo.png", "ticket": "" });
    let paper: Attach = serde_json::from_value(paper).map_err(Failure::broken)?;
    scene.with(Researcher, |cx| documents::attach_bytes(cx, paper, PHOTO).map(drop))?;
    let note = scene.words.text("buy_verified")?;
    scene.call(Supervisor, "purchases.verify", json!({ "purchase": id, "day": today, "note": note }))?;
    let sheet = scene.call(Researcher, "purchases.open", json!({ "purchase": id }))?;
    let assets = sheet["assets"].as_array().cloned().unwrap_or_default();
    for (place, asset) in assets.iter().enumerate() {
        let seen = json!({ "asset": asset["id"], "day": today, "note": scene.words.text("buy_seen")? });
        scene.call(Researcher, "purchases.see_asset", seen)?;
        if place == 1 {
            let reason = scene.words.text("buy_broken")?;
            let broken = json!({ "asset": asset["id"], "state": "damaged", "day": today, "reason": reason });
            scene.call(Researcher, "purchases.change_asset", broken)?;
        }
    }
    Ok(())
}
