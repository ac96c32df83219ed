//! Years of casework beside the loans: requests with their stories, visits and calls to families, promises, assessments.

use super::{Bulk, id, people};
use database::{Database, Write, values};
use kernel::arabic::fold;
use kernel::id::{ActivityId, AssessmentId, CaseRequestId, CommitmentId, EntityId, PartyId, PersonId};
use kernel::{Day, Moment, Result};

/// Requests and activities for each person on file: 60,000 and 300,000 at M.
const REQUESTS: usize = 6;
const ACTIVITIES: usize = 30;
/// People one transaction writes about.
const AT_ONCE: usize = 500;
/// Over so many days all of it happened.
const DAYS: i32 = 1_095;
const KINDS: [&str; 7] = ["inquiry", "inquiry", "complaint", "dispute", "data_change", "referral", "volunteer"];

/// Whether an office has it already.
pub fn is_there(database: &Database) -> Result<bool> {
    let sql = "SELECT count(*) AS n FROM case_request";
    Ok(database.read(|db| db.one(sql, values![], |row| row.get::<i64>("n")))? > 0)
}

pub fn put(database: &Database, bulk: &Bulk) -> Result<()> {
    database.write(|tx| {
        let sql = "INSERT INTO referral_entity (id, name, name_fold) VALUES ($1, 'جمعية بصائر', 'جمعيه بصائر')";
        tx.run(sql, values![entity()]).map(drop)
    })?;
    for first in (0..bulk.size.people).step_by(AT_ONCE) {
        let last = (first + AT_ONCE).min(bulk.size.people);
        database.write(|tx| (first..last).try_for_each(|number| of_person(tx, bulk, number)))?;
    }
    Ok(())
}

fn entity() -> EntityId {
    EntityId::from_bytes(id(20, 1))
}

fn supervisor() -> PersonId {
    PersonId::from_bytes(id(1, 2))
}

fn at(day: Day) -> Moment {
    Moment::start_of_riyadh_day(i64::from(day.number()))
}

fn of_person(tx: &Write<'_>, bulk: &Bulk, number: usize) -> Result<()> {
    let person = people::person(number)?;
    statuses(tx, bulk, number, person.party)?;
    tx.run(
        "UPDATE file_shelf SET researcher = $1 WHERE party = $2",
        values![if number.is_multiple_of(2) { bulk.clerk } else { supervisor() }, person.party],
    )?;
    for place in 0..REQUESTS {
        request(tx, bulk, number * REQUESTS + place, &person)?;
    }
    for place in 0..ACTIVITIES {
        activity(tx, bulk, number * ACTIVITIES + place, &person)?;
    }
    for place in 0..2 {
        promise(tx, bulk, number * 2 + place, &person)?;
    }
    assessments(tx, bulk, number, person.party)
}

/// A file was registered when it was opened, and became what it is some days later.
fn statuses(tx: &Write<'_>, bulk: &Bulk, number: usize, party: PartyId) -> Result<()> {
    let opened = bulk.today.plus_days(-(number as i32 * 7 % 2_900))?;
    let now = ["active", "active", "active", "registered", "graduated"][number % 5];
    let steps: &[&str] = match now {
        "registered" => &["registered"],
        "active" => &["registered", "active"],
        _ => &["registered", "active", "graduated"],
    };
    let mut from: Option<&str> = None;
    for (place, status) in steps.iter().enumerate() {
        let day = opened.plus_days(place as i32 * 9)?.min(bulk.today);
        tx.run(
            "INSERT INTO status_change (subject_kind, subject, number, from_status, to_status, day, at, by) \
             VALUES ('file', $1, $2, $3, $4, $5, $6, $7)",
            values![*party.as_bytes(), place as i64 + 1, from, *status, day, at(day), bulk.clerk],
        )?;
        from = Some(status);
    }
    Ok(())
}

fn request(tx: &Write<'_>, bulk: &Bulk, number: usize, person: &people::Person) -> Result<()> {
    let kind = KINDS[number % KINDS.len()];
    let received = bulk.today.plus_days(-((number as i32 * 13) % DAYS))?;
    let took = 2 + (number as i32 * 5) % 24;
    let ended = received.plus_days(took)?;
    let is_open = ended > bulk.today || number.is_multiple_of(19);
    let request = CaseRequestId::from_bytes(id(21, number));
    let request_no = format!("ط-{number:07}");
    let due = (!matches!(kind, "referral" | "volunteer")).then(|| received.plus_days(10)).transpose()?;
    let decided = (!is_open && !matches!(kind, "inquiry" | "referral")).then_some(ended);
    let outcome = decided.map(|_| if kind == "complaint" { "upheld" } else { "approved" });
    let state = if is_open { "assessment" } else { "closed" };
    let urgency =
        if is_open { i64::from(due.unwrap_or(received).number()) } else { 30_000_000 - i64::from(ended.number()) };
    tx.run(
        "INSERT INTO case_request (id, request_no, kind, state, party, channel, subject, received_on, received_by, researcher, \
         outcome, decided_by, decided_on, ended, ended_on, due, late_from, term_due, urgency, search_fold, answer) \
         VALUES ($1, $2, $3, $4, $5, 'phone', 'طلب مساعدة في ترميم', $6, $7, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        values![
            request,
            request_no.as_str(),
            kind,
            state,
            person.party,
            received,
            bulk.clerk,
            outcome,
            decided.map(|_| supervisor()),
            decided,
            !is_open,
            (!is_open).then_some(ended),
            due.filter(|_| is_open),
            due.filter(|_| is_open).map(|due| due.plus_days(1)).transpose()?,
            due,
            urgency,
            fold(&format!("{request_no} {} طلب مساعدة في ترميم", person.name)),
            if kind == "inquiry" && !is_open { "أُجيب" } else { "" }
        ],
    )?;
    let pauses = number.is_multiple_of(9);
    let mut steps: Vec<(&str, &str, Day, &str)> =
        vec![("opened", "new", received, ""), ("moved", "assessment", received.plus_days(1)?, "")];
    if pauses {
        steps.push(("moved", "awaiting_applicant", received.plus_days(2)?, ""));
        steps.push(("moved", "assessment", received.plus_days(4)?, ""));
    }
    if kind == "referral" && !is_open {
        steps.push(("staged", "", received.plus_days(3)?, "contacted"));
        steps.push(("staged", "", ended, if number.is_multiple_of(4) { "no_show" } else { "served" }));
    }
    if !is_open {
        steps.push(("moved", "closed", ended, ""));
    }
    let mut from: Option<&str> = None;
    for (no, (kind, to, day, word)) in steps.into_iter().enumerate() {
        let to = Some(to).filter(|to| !to.is_empty());
        tx.run(
            "INSERT INTO case_event (request, no, kind, day, at, by, from_state, to_state, word) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![request, no as i64 + 1, kind, day, at(day), bulk.clerk, to.and(from), to, word],
        )?;
        from = to.or(from);
    }
    if kind == "referral" {
        let sent = received.plus_days(2)?;
        tx.run(
            "INSERT INTO case_referral (request, entity, service, appointment, stage, stage_on, consent, consent_on, card_on) \
             VALUES ($1, $2, 'فحص نظر', $3, $4, $5, 'given', $5, $5)",
            values![request, entity(), sent, if is_open { "handed_over" } else { "served" }, sent],
        )?;
    }
    Ok(())
}

fn activity(tx: &Write<'_>, bulk: &Bulk, number: usize, person: &people::Person) -> Result<()> {
    // One person in twenty was not visited for half a year; one visit in two hundred is still to come.
    let silent = if (number / ACTIVITIES).is_multiple_of(20) { 180 } else { 0 };
    let planned = bulk.today.plus_days(-silent - (number as i32 * 37) % DAYS)?;
    let coming = silent == 0 && number.is_multiple_of(200);
    let planned = if coming { bulk.today.plus_days(number as i32 % 20)? } else { planned };
    let done = (!coming).then(|| planned.plus_days((number % 5) as i32).map(|day| day.min(bulk.today))).transpose()?;
    let kind = if number.is_multiple_of(3) { "call" } else { "visit" };
    let researcher = if number.is_multiple_of(2) { bulk.clerk } else { supervisor() };
    tx.run(
        "INSERT INTO activity (id, activity_no, kind, subject_kind, subject, subject_name, party, search_fold, state, planned_on, \
         researcher, planned_by, done_on, done_by, recorded_by, recorded_at, findings, signal) \
         VALUES ($1, $2, $3, 'file', $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $12, $13, '', $14)",
        values![
            ActivityId::from_bytes(id(22, number)),
            format!("C-{number}"),
            kind,
            *person.party.as_bytes(),
            person.name.as_str(),
            person.party,
            fold(&person.name),
            if coming { "planned" } else { "done" },
            planned,
            researcher,
            done,
            done.map(|_| researcher),
            done.map(|_| bulk.now),
            done.filter(|_| kind == "visit").map(|_| "sound")
        ],
    )
    .map(drop)
}

fn promise(tx: &Write<'_>, bulk: &Bulk, number: usize, person: &people::Person) -> Result<()> {
    let due = bulk.today.plus_days(-((number as i32 * 29) % DAYS))?;
    let met = (!number.is_multiple_of(5)).then_some(due);
    let side = if number.is_multiple_of(2) { "beneficiary" } else { "association" };
    tx.run(
        "INSERT INTO commitment (id, subject_kind, subject, subject_name, party, search_fold, side, text, due, keeper, \
         made_on, made_by, state, met_on) \
         VALUES ($1, 'file', $2, $3, $4, '', $5, 'حضور الدورة', $6, $7, $6, $8, $9, $10)",
        values![
            CommitmentId::from_bytes(id(23, number)),
            *person.party.as_bytes(),
            person.name.as_str(),
            person.party,
            side,
            due,
            (side == "association").then_some(bulk.clerk),
            bulk.clerk,
            if met.is_some() { "met" } else { "open" },
            met
        ],
    )
    .map(drop)
}

/// A first assessment of everybody, and a second of half.
fn assessments(tx: &Write<'_>, bulk: &Bulk, number: usize, party: PartyId) -> Result<()> {
    let again = number.is_multiple_of(2);
    for place in 0..=usize::from(again) {
        let done = bulk.today.plus_days(-900 + place as i32 * 400 + (number % 300) as i32)?;
        let assessment = AssessmentId::from_bytes(id(24, number * 2 + place));
        let newest = place == usize::from(again);
        tx.run(
            "INSERT INTO assessment (id, assessment_no, party, kind, state, search_fold, begun_by, begun_on, done_on, rule_version, \
             income_total, score, class, completed_by, completed_at, reviewed_by, reviewed_at, final_class, newest, first) \
             VALUES ($1, $2, $3, $4, 'reviewed', '', $5, $6, $6, 1, $7, $8, 'b', $5, $9, $10, $9, 'b', $11, $12)",
            values![
                assessment,
                format!("ب-{number}-{place}"),
                party,
                if place == 0 { "intake" } else { "periodic" },
                bulk.clerk,
                done,
                200_000 + place as i64 * 50_000,
                60 - place as i64 * (number % 9) as i64,
                at(done),
                supervisor(),
                newest,
                place == 0
            ],
        )?;
    }
    Ok(())
}
