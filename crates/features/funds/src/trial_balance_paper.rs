//! The trial balance on paper.

use super::model::TrialQuery;
use super::queries;
use kernel::Result;
use office::context::Read;
use office::paper::{self, Paper};
use papers::Template;
use serde_json::json;

const TRIAL_BALANCE: Template = Template { name: "trial_balance", source: include_str!("papers/trial_balance.typ") };

pub fn trial_balance_paper(cx: &Read<'_>, input: TrialQuery) -> Result<Paper> {
    let trial = queries::trial_balance(cx, input)?;
    let head = ledger::journal::head(cx)?;
    let rows: Vec<_> = trial
        .rows
        .iter()
        .map(|row| json!([row.account, row.name, row.debit, row.credit, row.debit_balance, row.credit_balance]))
        .collect();
    let data = json!({
        "day": paper::dates_json(trial.day),
        "fund": trial.fund.as_ref().map(|fund| fund.name.as_str()).unwrap_or_default(),
        "rows": rows,
        "totals": [trial.debit, trial.credit, trial.debit_balance, trial.credit_balance],
        "entries": head.seq,
        "head": head.printed(),
    });
    cx.saw("trial_balance", "trial_balance", "", json!({ "day": trial.day }));
    paper::print(cx, &TRIAL_BALANCE, &format!("trial-balance-{}", trial.day), &data)
}
