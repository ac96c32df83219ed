//! The board on paper.

use super::model::{AskBoard, Board, Collected};
use super::queries;
use follow_up::model::MeasuredShare;
use kernel::Result;
use lending::{Bucket, Rate};
use office::association::Calendar;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const DASHBOARD: Template = Template { name: "dashboard", source: include_str!("papers/dashboard.typ") };

pub fn paper(cx: &Read<'_>, input: AskBoard) -> Result<Paper> {
    let board = queries::board(cx, input)?;
    cx.saw("board", "board", "", json!({ "day": board.day }));
    paper::print(cx, &DASHBOARD, &format!("dashboard-{}", board.day), &data(&board))
}

fn data(board: &Board) -> Value {
    let portfolio = &board.portfolio;
    json!({
        "day": paper::dates_json(board.day),
        "people": {
            "active": board.beneficiaries.active,
            "registered": board.beneficiaries.registered,
            "persons": board.beneficiaries.persons,
            "new_this_quarter": board.beneficiaries.new_this_quarter,
        },
        "lendable": { "available": board.lendable.available, "balance": board.lendable.balance, "committed": board.lendable.committed },
        "portfolio": {
            "loans": portfolio.loans, "active": portfolio.active, "paid_off": portfolio.paid_off, "late": portfolio.late,
            "lent": portfolio.lent, "paid": portfolio.paid, "outstanding": portfolio.outstanding,
            "overdue": portfolio.overdue, "credits": portfolio.credits, "average": portfolio.average,
        },
        "arrears_rate": rate(board.arrears_rate),
        "restructured": [board.restructured.loans, board.restructured.amount],
        "written_off": [board.written_off.loans, board.written_off.amount],
        "halted": {
            "open": board.halted.open,
            "to_corrective": board.halted.to_corrective.map(|days| days.to_string()),
            "to_release": board.halted.to_release.map(|days| days.to_string()),
        },
        "tranches": [[board.tranches.decide, board.tranches.decide_amount], [board.tranches.pay, board.tranches.pay_amount]],
        "kept": [share(&board.promises.beneficiary), share(&board.promises.association)],
        "collection": [
            collected("ever", &Collected {
                fallen_due: board.collection.fallen_due, collected: board.collection.collected, rate: board.collection.rate,
            }),
            collected("quarter", &board.collection.quarter),
            collected("previous_quarter", &board.collection.previous_quarter),
        ],
        "at_risk": board.at_risk.iter().map(|risk| json!([risk.days, risk.loans, risk.amount, rate(risk.rate)])).collect::<Vec<_>>(),
        "ageing": board.ageing.iter().map(|band| {
            json!([days(band.days), band.loans, band.outstanding, rate(band.share), band.overdue])
        }).collect::<Vec<_>>(),
        "months": board.months.iter().map(|month| {
            json!([month_name(board.calendar, month.year, month.month), month.due, month.collected])
        }).collect::<Vec<_>>(),
        "flows": {
            "from": paper::dates_json(board.sources_and_uses.from),
            "until": paper::dates_json(board.sources_and_uses.until),
            "before": board.sources_and_uses.before,
            "rows": board.sources_and_uses.flows.iter().map(|flow| json!([flow.kind, flow.amount])).collect::<Vec<_>>(),
            "net_change": board.sources_and_uses.net_change,
            "after": board.sources_and_uses.after,
        },
        "funds": board.funds.iter().map(|fund| {
            json!([fund.name, fund.totals.cash, fund.totals.loans, fund.totals.net_assets])
        }).collect::<Vec<_>>(),
        "by_fund": board.by_fund.iter().map(|own| {
            json!([own.name, own.portfolio.active, own.portfolio.outstanding, own.portfolio.overdue,
                rate(own.at_risk.iter().find(|risk| risk.days == 30).and_then(|risk| risk.rate)), rate(own.collection.rate)])
        }).collect::<Vec<_>>(),
    })
}

fn collected(name: &str, collected: &Collected) -> Value {
    json!([name, collected.fallen_due, collected.collected, rate(collected.rate)])
}

fn share(share: &MeasuredShare) -> Value {
    json!([share.n, share.of, share.percent])
}

/// `94.60`; empty where there is nothing to measure.
fn rate(rate: Option<Rate>) -> String {
    rate.map(|rate| rate.to_string()).unwrap_or_default()
}

/// The edges of a band: from, and until where it ends.
fn days(band: Bucket) -> Value {
    json!({ "from": band.from, "until": band.to })
}

fn month_name(calendar: Calendar, year: i32, month: u32) -> Value {
    let key = format!("parts.{}.{month}", calendar.name());
    json!({ "name": words::word(&key, Language::Ar), "year": year })
}
