//! The start of a day: every loan is looked at with its visits, promises, purchases and guarantees, and holds open.

use crate::data;
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use database::{Database, Keys, OfficeFolder};
use kernel::Moment;
use std::time::Duration;

pub fn measure(asked: &Asked, table: &mut Table) -> Result<(), String> {
    let made = data::make(asked)?;
    let now = made.office.now();
    made.office.close();
    let folder = made.leave();
    let lock = OfficeFolder::at(&folder.path).lock().map_err(data::text)?;
    let (_, key) =
        Keys::load(&lock).and_then(|keys| keys.unlock_with_password("finance", data::PASSWORD)).map_err(data::text)?;
    let database = Database::open(&lock, &key).map_err(data::text)?;
    let job = ::holds::FEATURE.jobs.first().ok_or("holds look over nothing")?;
    let looked = |now: Moment| database.write(|tx| (job.run)(tx, now)).map_err(data::text);
    // Whatever is late halts on the first day; the days after find what the day brought.
    let first = Timings::of(1, || looked(now))?;
    table.add("holds: all loans, the day that halts what is late", &first, Budget::Millis(3_000));
    let mut days = 0_u64;
    let later = Timings::of(5, || {
        days += 1;
        looked(now.after(Duration::from_hours(24 * days)))
    })?;
    table.add("holds: all loans at the start of a day", &later, Budget::Millis(1_000));
    let counts = database.read(|db| {
        let count = |sql: &str| db.one(sql, database::values![], |row| row.get::<i64>("n"));
        let running = "SELECT count(*) AS n FROM loan_standing WHERE phase IN ('approved', 'active', 'overpaid')";
        let visits = "SELECT count(*) AS n FROM follow_up_visit";
        Ok((count(running)?, count(visits)?, count("SELECT count(*) AS n FROM hold")?))
    });
    let (running, visits, held) = counts.map_err(data::text)?;
    table.say(&format!("holds: loans that go on {running}, visits {visits}, holds {held}"), "", "", None);
    database.close().map_err(data::text)
}
