//! The list of a round on one page: who is visited after whom, where, and what is known before knocking.

use crate::inputs::AskRound;
use crate::model::ActivityLine;
use crate::sheet;
use kernel::Result;
use kernel::saudi::Mobile;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const ROUND: Template = Template { name: "round_list", source: include_str!("papers/round_list.typ") };

pub fn round_paper(cx: &Read<'_>, input: AskRound) -> Result<Paper> {
    let lines = sheet::round(cx, input)?.lines;
    let one_of = |read: fn(&ActivityLine) -> String| -> Vec<String> {
        lines.iter().map(read).filter(|text| !text.is_empty()).collect::<BTreeSet<_>>().into_iter().collect()
    };
    let districts = one_of(|line| line.of.district.clone());
    let researchers = one_of(|line| line.researcher_name.clone());
    let stops: Vec<Value> = lines.iter().map(stop).collect();
    let data = json!({ "districts": districts.join("، "), "researchers": researchers.join("، "), "stops": stops });
    for line in &lines {
        cx.saw("activity", line.activity, &line.activity_no, json!({ "round": line.activity_no }));
    }
    paper::print(cx, &ROUND, "round", &data)
}

fn stop(line: &ActivityLine) -> Value {
    let word = |key: String| words::word(&key, Language::Ar);
    let parts = [&line.of.city, &line.of.district, &line.of.address].map(String::as_str);
    let located = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("، ");
    let signal = line.last_signal.map(|signal| word(format!("follow_up.signal.{}", signal.name()))).unwrap_or_default();
    let mobile = Mobile::parse(&line.of.mobile).map(|mobile| mobile.shown()).unwrap_or_default();
    json!({
        "number": line.activity_no,
        "name": line.of.party_name,
        "of": line.of.name,
        "kind": word(format!("follow_up.kind.{}", line.kind.name())),
        "mobile": mobile,
        "where": located,
        "planned_on": paper::dates_json(line.planned_on),
        "days_late": line.days_late,
        "signal": signal,
        "purpose": line.purpose,
    })
}
