//! The budgets of casework: lists, pages, the board and its rows, families out of reach, over years of requests and visits.

use crate::data::{self, call};
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use serde_json::{Value, json};

pub fn measure(asked: &Asked, table: &mut Table) -> Result<(), String> {
    let made = data::with_casework(asked)?;
    let (office, supervisor) = (&made.office, &made.supervisor);
    let first = call(office, supervisor, "requests.list", json!({ "limit": 1 }))?["lines"][0]["request"].clone();
    let party = call(office, supervisor, "beneficiaries.list", json!({ "status": ["active"], "limit": 1 }))?["lines"]
        [0]["party"]
        .clone();
    let today = kernel::Day::in_riyadh(office.now());
    let year = today.plus_days(-365).map_err(data::text)?;
    let behind = |figure: &str| json!({ "figure": figure, "from": year, "until": today, "limit": 60 });
    let (list, page) = (Budget::Millis(100), Budget::Millis(20));
    let questions: Vec<(&str, &str, Value, usize, Budget)> = vec![
        ("requests: first page with counts", "requests.list", json!({ "limit": 60 }), 40, list),
        ("requests: page of a search", "requests.list", json!({ "text": "نوره ترميم", "limit": 60 }), 30, list),
        ("requests: late ones", "requests.list", json!({ "tab": "late", "limit": 60 }), 30, list),
        ("request: open one", "requests.open", json!({ "request": first }), 60, page),
        ("visits: first page", "follow_up.list", json!({ "limit": 60 }), 30, list),
        ("visits: page of a search", "follow_up.list", json!({ "text": "نوره", "limit": 60 }), 30, list),
        ("visits of a family", "follow_up.of", json!({ "subject_kind": "file", "subject": party }), 40, page),
        ("assessments: first page", "assessments.list", json!({ "limit": 60 }), 30, list),
        ("families out of reach", "reach.list", json!({ "limit": 60 }), 30, list),
        ("identity records that end", "reach.identities", json!({ "limit": 60 }), 30, list),
        ("what files lack", "reach.gaps", json!({ "limit": 60 }), 20, list),
        ("a month of one person", "reach.month", json!({}), 20, list),
        ("figures of a quarter", "dashboard.figures", json!({}), 15, Budget::Millis(300)),
        ("figures of a year", "dashboard.figures", json!({ "kind": "year" }), 10, Budget::Millis(300)),
        ("rows behind terms kept, of a year", "dashboard.rows", behind("requests.on_time"), 10, list),
        ("rows behind visits in time, of a year", "dashboard.rows", behind("follow_up.visits"), 10, Budget::None),
        ("my tasks", "tasks.mine", json!({}), 15, Budget::Millis(300)),
    ];
    for (what, name, input, times, budget) in questions {
        let timings = Timings::of(times, || call(office, supervisor, name, input.clone()).map(drop))?;
        table.add(what, &timings, budget);
    }
    made.office.close();
    Ok(())
}
