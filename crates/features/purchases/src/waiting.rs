//! What waits at purchases: what came and another person is to see, and what was to be here by now. An order that waits is
//! an approval.

use crate::inputs::{ListPurchases, WhichPurchase};
use crate::model::PurchaseLine;
use crate::store;
use database::values;
use kernel::Result;
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if cx.who.role.may(crate::PURCHASES_VERIFY) {
        // Nobody is asked to see what they recorded themselves.
        let which = "WHERE p.state = 'came' AND NOT EXISTS (SELECT 1 FROM purchase_arrival a \
                     WHERE a.purchase = p.id AND a.recorded_by = $1) ORDER BY p.ordered_on, p.id LIMIT $2";
        for line in store::lines(cx, which, values![cx.who.id, NAMED])? {
            let target = crate::PURCHASE.asking(&WhichPurchase { purchase: line.purchase })?;
            tasks.push(named(Task::new("purchase_verify", target, Severity::Soon), &line));
        }
    }
    if cx.who.role.may(crate::PURCHASES_KEEP) {
        let sql = "SELECT count(*) AS n FROM purchase WHERE state IN ('ordered', 'part') AND due_on < $1";
        let late: i64 = cx.one(sql, values![cx.today()], |row| row.get("n"))?;
        if late > 0 {
            let list = crate::PURCHASES.asking(&ListPurchases { late: true, ..ListPurchases::default() })?;
            let mut task = Task::new("purchases_late", list, Severity::Late);
            task.args.insert("n".to_owned(), late.to_string());
            tasks.push(task);
        }
    }
    Ok(tasks)
}

fn named(mut task: Task, line: &PurchaseLine) -> Task {
    let order_no = line.order_no.clone().unwrap_or_default();
    for (name, value) in [("title", &line.title), ("order_no", &order_no), ("name", &line.borrower)] {
        task.args.insert(name.to_owned(), value.clone());
    }
    task
}
