//! Something of an order has come: which pieces, in what condition, and who received and signed for it. Each piece that
//! lasts joins what the project owns.

use crate::arrivals::{self, NewArrival, day_fits};
use crate::assets::{self, NewAsset};
use crate::inputs::{RecordArrival, WhichPurchase};
use crate::model::{ArrivalCondition, PurchaseItem};
use crate::{rules, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;
use std::collections::BTreeSet;

pub fn deliver(cx: &Write<'_>, input: RecordArrival) -> Result<WhichPurchase> {
    let before = store::line(cx, input.purchase)?;
    require(before.state.is_coming(), rules::NOT_COMING)?;
    day_fits(&before, input.day, cx.today())?;
    let received_by = rules::said(&input.received_by, "received_by", rules::RECEIVER_MISSING)?;
    let (place, said) = (rules::text(&input.place, "place")?, rules::text(&input.said, "said")?);
    let as_ordered = input.condition == ArrivalCondition::Good;
    require(as_ordered || !said.is_empty(), Refusal::new(rules::SAY_WHAT).at("said"))?;

    let items = store::items(cx, input.purchase)?;
    let lines: Vec<_> = input.lines.iter().filter(|line| line.quantity != 0).collect();
    require(!lines.is_empty(), Refusal::new(rules::NOTHING_CAME).at("lines"))?;
    let mut seen = BTreeSet::new();
    let mut pieces = Vec::new();
    let mut new_assets: Vec<(&PurchaseItem, String)> = Vec::new();
    for line in lines {
        let fits = |item: &&PurchaseItem| item.no == line.no && (1..=item.left()).contains(&line.quantity);
        let item = items.iter().find(fits).filter(|_| seen.insert(line.no));
        let item = item.ok_or(Refusal::new(rules::MORE_THAN_ORDERED).at("lines"))?;
        pieces.push((line.no, line.quantity));
        let mut serials = Vec::new();
        for serial in &line.serials {
            serials.push(rules::text(serial, "lines")?);
        }
        let named = serials.iter().filter(|serial| !serial.is_empty()).count();
        let most = usize::try_from(line.quantity).unwrap_or(0);
        let fits = if item.is_asset { serials.len() <= most } else { named == 0 };
        require(fits, Refusal::new(rules::SERIALS).with("item", &item.item).at("lines"))?;
        if item.is_asset {
            serials.resize(most, String::new());
            new_assets.extend(serials.into_iter().map(|serial| (item, serial)));
        }
    }
    let arrival = NewArrival {
        id: input.id,
        purchase: input.purchase,
        went_back: false,
        day: input.day,
        condition: input.condition,
        received_by: &received_by,
        place: &place,
        said: &said,
    };
    arrivals::write(cx, &arrival, &pieces)?;
    let project = store::goods(cx, before.tranche)?.project;
    let last = "SELECT COALESCE(max(no), 0) AS no FROM purchase_asset WHERE project = $1";
    let last: i64 = cx.one(last, values![project], |row| row.get("no"))?;
    for (no, (item, serial)) in (last + 1..).zip(new_assets) {
        let (purchase, line, arrival) = (input.purchase, item.no, input.id);
        let asset = NewAsset { project, purchase, line, arrival, no, name: &item.item, serial: &serial };
        assets::insert(cx, &asset, input.day)?;
    }
    let state = arrivals::stands(cx, &before, &said)?;
    let after = json!({ "state": state, "came": pieces.len(), "received_by": received_by });
    store::told(cx, input.purchase, &json!({ "state": before.state }), &after)?;
    Ok(WhichPurchase { purchase: input.purchase })
}
