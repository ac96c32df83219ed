//! Something goes back to the supplier, before the loan owes it; it may come again.

use crate::arrivals::{self, NewArrival, day_fits};
use crate::assets;
use crate::inputs::{GiveBack, WhichPurchase};
use crate::model::{ArrivalCondition, AssetEventKind, AssetState, PurchaseState};
use crate::{rules, store};
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

pub fn give_back(cx: &Write<'_>, input: GiveBack) -> Result<WhichPurchase> {
    let before = store::line(cx, input.purchase)?;
    let reason = rules::said(&input.reason, "reason", rules::REASON_MISSING)?;
    let here = matches!(before.state, PurchaseState::Part | PurchaseState::Came);
    require(here, rules::NOT_HERE)?;
    require(!store::goods(cx, before.tranche)?.is_booked(), rules::BOOKED)?;
    day_fits(&before, input.day, cx.today())?;
    let items = store::items(cx, input.purchase)?;
    let all = assets::of_purchase(cx, input.purchase)?;
    let mut pieces: BTreeMap<i64, i64> = BTreeMap::new();
    for line in input.lines.iter().filter(|line| line.quantity != 0) {
        let item = items.iter().find(|one| one.no == line.no).ok_or(rules::MORE_THAN_HERE)?;
        require(!item.is_asset, Refusal::new(rules::BACK_BY_PIECE).with("item", &item.item).at("lines"))?;
        let fits = (1..=item.came).contains(&line.quantity) && pieces.insert(line.no, line.quantity).is_none();
        require(fits, Refusal::new(rules::MORE_THAN_HERE).at("lines"))?;
    }
    let mut going = BTreeSet::new();
    for id in &input.assets {
        let stands = |one: &&crate::model::PurchaseAsset| {
            one.id == *id && matches!(one.state, AssetState::InUse | AssetState::Damaged)
        };
        let asset = all.iter().find(stands).filter(|_| going.insert(*id));
        let asset = asset.ok_or(Refusal::new(rules::NOT_HERE).at("assets"))?;
        let early = Refusal::new(rules::ASSET_DAY).with("day", asset.state_on).at("day");
        require(input.day >= asset.state_on, early)?;
        *pieces.entry(asset.line).or_default() += 1;
    }
    require(!pieces.is_empty(), Refusal::new(rules::NOTHING_BACK).at("lines"))?;
    let arrival = NewArrival {
        id: input.id,
        purchase: input.purchase,
        went_back: true,
        day: input.day,
        condition: ArrivalCondition::Good,
        received_by: "",
        place: "",
        said: &reason,
    };
    let pieces: Vec<(i64, i64)> = pieces.into_iter().collect();
    arrivals::write(cx, &arrival, &pieces)?;
    for id in &input.assets {
        assets::happened(cx, *id, AssetEventKind::Returned, input.day, &reason)?;
    }
    let state = arrivals::stands(cx, &before, &reason)?;
    let after = json!({ "state": state, "went_back": pieces.len(), "reason": reason });
    store::told(cx, input.purchase, &json!({ "state": before.state }), &after)?;
    Ok(WhichPurchase { purchase: input.purchase })
}
