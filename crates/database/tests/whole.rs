//! One of several deeds of a change: whole, or not at all, and the others stay.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use database::{Database, values};
use kernel::Failure;

#[test]
fn a_refused_deed_leaves_nothing_and_the_others_stay() {
    let database = Database::in_memory().unwrap();
    let count = "SELECT count(*) AS n FROM setting WHERE key LIKE 'whole.%'";
    let put = |tx: &database::Write<'_>, key: &str| {
        tx.run("INSERT INTO setting (key, value) VALUES ($1, '')", values![key]).map(drop)
    };
    let refused = database
        .write(|tx| {
            tx.whole(|| put(tx, "whole.one"))?;
            let refused = tx.whole(|| {
                put(tx, "whole.two")?;
                tx.whole(|| put(tx, "whole.inside"))?;
                Err::<(), _>(Failure::not_found("setting"))
            });
            tx.whole(|| put(tx, "whole.three"))?;
            Ok(refused)
        })
        .unwrap();
    assert_eq!(refused, Err(Failure::not_found("setting")));
    assert_eq!(database.read(|db| db.one(count, values![], |row| row.get::<i64>("n"))).unwrap(), 2);
}
