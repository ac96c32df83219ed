//! The portfolio on paper: at risk, set aside, laid out anew, given up.

use crate::standing::{self, AskStanding, PortfolioStanding, StandingSum};
use kernel::Result;
use lending::Rate;
use office::context::Read;
use office::paper::{self, Paper};
use papers::Template;
use serde_json::{Value, json};

const PORTFOLIO: Template = Template { name: "portfolio_report", source: include_str!("papers/portfolio_report.typ") };

pub fn portfolio_report(cx: &Read<'_>, input: AskStanding) -> Result<Paper> {
    let standing = standing::standing(cx, input)?;
    cx.saw("portfolio", "portfolio", "", json!({ "day": standing.day, "fund": standing.fund }));
    paper::print(cx, &PORTFOLIO, &format!("portfolio-{}", standing.day), &report(&standing))
}

fn report(standing: &PortfolioStanding) -> Value {
    let sum = |one: &StandingSum| json!([one.loans, one.amount]);
    let rate = |rate: Option<Rate>| rate.map(|rate| rate.to_string()).unwrap_or_default();
    json!({
        "day": paper::dates_json(standing.day),
        "fund": standing.fund_name,
        "outstanding": sum(&standing.outstanding),
        "overdue": sum(&standing.overdue),
        "arrears_rate": rate(standing.arrears_rate),
        "at_risk": standing.at_risk.iter()
            .map(|row| json!([row.days, row.loans, row.amount, rate(row.rate)])).collect::<Vec<_>>(),
        "fallen_due": standing.fallen_due,
        "collected": standing.collected,
        "collection_rate": rate(standing.collection_rate),
        "restructured": sum(&standing.restructured),
        "written_off": sum(&standing.written_off),
        "provisions": standing.provisions.iter().map(|row| {
            json!([{ "from": row.days.from, "until": row.days.to }, row.loans, row.outstanding, row.percent, row.provision])
        }).collect::<Vec<_>>(),
        "provision": standing.provision,
        "approved": standing.table.version > 0,
        "decided": standing.table.decided,
    })
}
