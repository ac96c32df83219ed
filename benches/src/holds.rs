//! Following up with a visit a month to each project: the start of a day, when every loan is looked at with its visits,
//! promises, purchases and guarantees, and holds open; a loan as its page opens it; the plan and the list of a round.

use crate::data::{self, call};
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use database::{Database, Keys, OfficeFolder};
use kernel::Moment;
use serde_json::{Value, json};
use std::time::Duration;

pub fn measure(asked: &Asked, table: &mut Table) -> Result<(), String> {
    let made = data::make(asked)?;
    let now = made.office.now();
    pages(&made, table)?;
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

/// How many stops one round has at most.
const STOPS: usize = 60;

/// What the page of a loan asks when it opens, and what whoever goes out looks at in the morning.
fn pages(made: &data::Made, table: &mut Table) -> Result<(), String> {
    let (office, who) = (&made.office, &made.supervisor);
    let ask = |name: &str, input: Value| call(office, who, name, input);
    let mut loans = made.special.owing.iter().cycle();
    let opened = Timings::of(100, || {
        let loan = loans.next().ok_or("nobody owes anything")?;
        ask("loans.detail", json!({ "loan": loan }))?;
        ask("holds.of_loan", json!({ "loan": loan }))?;
        ask("applications.of_loan", json!({ "loan": loan }))?;
        ask("documents.of", json!({ "subject_kind": "loan", "subject": loan })).map(drop)
    })?;
    table.add("loan: all its page asks when it opens", &opened, Budget::Millis(10));
    let project = ask("loans.detail", json!({ "loan": made.special.owing.first() }))?["project"]["id"].clone();
    let followed =
        Timings::of(60, || ask("follow_up.of", json!({ "subject_kind": "project", "subject": project })).map(drop))?;
    table.add("follow-up: of a project with a visit a month", &followed, Budget::Millis(10));
    let board = Timings::of(30, || ask("follow_up.board", json!({})).map(drop))?;
    table.add("follow-up: plan of the week", &board, Budget::Millis(100));
    let week = ask("follow_up.board", json!({}))?;
    let stops = ["late", "week"].iter().flat_map(|part| week[part].as_array().into_iter().flatten());
    let stops: Vec<Value> = stops.map(|line| line["activity"].clone()).take(STOPS).collect();
    let said = format!("follow-up: list of a round of {}", stops.len());
    let round = Timings::of(30, || ask("follow_up.round", json!({ "activities": stops })).map(drop))?;
    table.add(&said, &round, Budget::Millis(100));
    let paper = Timings::of(5, || ask("follow_up.round_paper", json!({ "activities": stops })).map(drop))?;
    table.add("follow-up: the same round on paper", &paper, Budget::None);
    let visits = Timings::of(30, || ask("follow_up.list", json!({})).map(drop))?;
    table.add("follow-up: first page of visits", &visits, Budget::Millis(100));
    Ok(())
}
