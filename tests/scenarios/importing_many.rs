//! A register of ten thousand people, within the time a person waits.

use crate::importing_office::{Desk, register};
use serde_json::json;
use std::time::{Duration, Instant};

#[test]
fn ten_thousand_people_are_looked_at_and_saved_within_the_budgets() {
    // The budgets hold for the program as it ships; this build is several times slower, so it gets as many times more.
    let slower = if cfg!(debug_assertions) { 10 } else { 1 };
    let within = |what: &str, began: Instant, budget: u64| {
        let took = began.elapsed();
        eprintln!("{what}: {took:?}");
        assert!(took < Duration::from_millis(budget * slower), "{what} took {took:?}");
    };
    let desk = Desk::new();
    let handed = desk.handed("beneficiaries", "سجل.csv", &register(10_000));
    let began = Instant::now();
    let preview = desk.told("supervisor", "importing.open", handed);
    within("a preview of ten thousand", began, 3_000);
    assert_eq!(preview["data_rows"], 10_000);
    let page = json!({ "table": "beneficiaries", "offset": 9_000, "limit": 100 });
    let began = Instant::now();
    desk.told("supervisor", "importing.rows", desk.with(page));
    within("a page of it", began, 50);
    let all = json!({ "table": "beneficiaries", "row": null, "ask": "suspected_duplicate", "decision": "import" });
    let began = Instant::now();
    desk.told("supervisor", "importing.answer", desk.with(all));
    within("an answer for all", began, 3_000);
    let began = Instant::now();
    assert_eq!(desk.save("supervisor")["ready"], 10_000);
    within("saving ten thousand", began, 7_000);
}
