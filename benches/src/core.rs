//! The budgets of an office at work, through the whole core and an encrypted file: permission, snapshot or transaction,
//! answer as the interface gets it.

use crate::data::{self, Made, call};
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use kernel::id::PaymentId;
use office::Caller;
use serde_json::{Value, json};
use std::time::Instant;

/// The memory an office may take, in MiB.
const MEMORY: u64 = 400;

pub fn measure(asked: &Asked, table: &mut Table) -> Result<(), String> {
    let began = Instant::now();
    let made = data::make(asked)?;
    eprintln!("an office of size {} is ready after {} s", asked.size.name, began.elapsed().as_secs());
    forget_peak();
    reads(&made, table)?;
    repayments(&made, table)?;
    memory(table, "memory: most in use while measuring", MEMORY);
    made.office.close();
    Ok(())
}

/// Everything that is asked, with how it is asked.
fn reads(made: &Made, table: &mut Table) -> Result<(), String> {
    let Made { finance, supervisor, special, .. } = made;
    let loan = |loan| json!({ "loan": loan });
    let questions: Vec<(&str, &Caller, &str, Value, usize, Budget)> = vec![
        (
            "search: keystroke in the palette",
            finance,
            "beneficiaries.find",
            json!({ "text": "نوره القحطانى" }),
            60,
            Budget::Millis(10),
        ),
        (
            "search: nobody is found",
            finance,
            "beneficiaries.find",
            json!({ "text": "زيد العمري" }),
            60,
            Budget::Millis(10),
        ),
        (
            "search: loans in the palette",
            finance,
            "loans.find",
            json!({ "text": "هند الحربي" }),
            60,
            Budget::Millis(10),
        ),
        ("search: vouchers in the palette", finance, "funds.find", json!({ "text": "تبرع" }), 30, Budget::Millis(10)),
        (
            "beneficiaries: first page with counts",
            finance,
            "beneficiaries.list",
            json!({ "counts": true }),
            40,
            Budget::Millis(100),
        ),
        (
            "beneficiaries: page of a search",
            finance,
            "beneficiaries.list",
            json!({ "text": "نوره" }),
            40,
            Budget::Millis(100),
        ),
        ("loans: first page with counts", finance, "loans.list", json!({ "counts": true }), 40, Budget::Millis(100)),
        ("loan: open one of 40 events", finance, "loans.detail", loan(special.forty), 60, Budget::Millis(5)),
        ("loan: open one of 700 events", finance, "loans.detail", loan(special.seven_hundred), 60, Budget::Millis(10)),
        ("trial balance", finance, "funds.trial_balance", json!({}), 60, Budget::Millis(10)),
        ("arrears: late loans, worst page", finance, "collection.late", json!({}), 30, Budget::Millis(100)),
        ("dashboard", supervisor, "dashboard.board", json!({}), 30, Budget::Millis(300)),
        (
            "services: who qualifies and did not ask, over all files",
            supervisor,
            "services.who_qualifies",
            json!({ "service": data::service() }),
            10,
            Budget::Millis(1_000),
        ),
    ];
    for (what, who, name, input, times, budget) in questions {
        let timings = Timings::of(times, || call(&made.office, who, name, input.clone()).map(drop))?;
        table.add(what, &timings, budget);
    }
    let year_ago = json!({ "day": year_ago(made) });
    let timings = Timings::of(2, || call(&made.office, supervisor, "dashboard.board", year_ago.clone()).map(drop))?;
    table.add("dashboard of a year ago", &timings, Budget::None);
    Ok(())
}

fn year_ago(made: &Made) -> kernel::Day {
    let today = kernel::Day::in_riyadh(made.office.now());
    today.plus_days(-365).unwrap_or(today)
}

/// Each repayment on another loan, as a day at the desk is.
fn repayments(made: &Made, table: &mut Table) -> Result<(), String> {
    let today = kernel::Day::in_riyadh(made.office.now());
    // An office that is kept has seen the identifiers of earlier runs.
    let began = usize::try_from(made.office.now().micros() % 1_000_000_000_000).unwrap_or_default();
    let mut loans = made.special.owing.iter().enumerate();
    let timings = Timings::of(200.min(made.special.owing.len() / 2), || {
        let (number, loan) = loans.next().ok_or("no loan is left to repay")?;
        let payment = json!({
            "id": PaymentId::from_bytes(data::id(9, began + number)), "loan": loan, "day": today, "amount": 100, "method": "transfer",
        });
        call(&made.office, &made.finance, "loans.repay", payment).map(drop)
    })?;
    table.add("repayment: recorded, posted, durable", &timings, Budget::BesideDisk(5));
    Ok(())
}

/// Lets the kernel forget the most memory so far, so that making the office does not count.
pub fn forget_peak() {
    // Where it is not allowed the figure is larger than it should be, never smaller.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// The most memory in use since the peak was forgotten, beside a budget in MiB.
pub fn memory(table: &mut Table, what: &str, budget: u64) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<u64>().ok());
    match kib {
        Some(kib) => {
            let used = format!("{} MiB", kib / 1024);
            table.say(what, &used, &format!("{budget} MiB"), Some(kib <= budget * 1024));
        }
        None => table.say(&format!("{what}: this system does not tell"), "", "", None),
    }
}
