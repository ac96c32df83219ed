//! Applications, rows in and out.

use crate::inputs::ApplicationRequest;
use crate::model::{ApplicationState, Recommends, SavedApplication};
use crate::rules;
use database::{Row, values};
use kernel::arabic::fold;
use kernel::id::{ApplicationId, FundId, LoanId, PartyId, PersonId, ProductId, ProjectId};
use kernel::{Day, Failure, Hijri, Moment, Money, Result, require};
use loans::model::LoanCalendar;
use office::context::{Read, Write};
use office::feature::Subject;
use serde::Serialize;
use std::num::NonZeroU16;

/// The kind of record an application is.
pub const RECORD: &str = "application";
/// The series its numbers are taken from, anew each Hijri year.
const NUMBERS: &str = "application";

/// An application as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Application {
    pub id: ApplicationId,
    pub application_no: String,
    /// The party the applicant's own was merged into, where it was.
    pub party: PartyId,
    pub applicant: String,
    pub file_no: String,
    pub product: ProductId,
    pub amount: Money,
    pub instalments: NonZeroU16,
    pub project: Option<ProjectId>,
    pub project_name: String,
    pub activity: String,
    pub needs: String,
    pub wishes: String,
    pub market: String,
    pub state: ApplicationState,
    pub opened_by: PersonId,
    pub opened_by_name: String,
    pub opened_on: Day,
    pub submitted_on: Option<Day>,
    pub researcher: Option<PersonId>,
    pub researcher_name: String,
    pub missing: String,
    pub returned_by_name: String,
    pub returned_on: Option<Day>,
    pub recommends: Option<Recommends>,
    pub rec_amount: Option<Money>,
    pub rec_instalments: Option<NonZeroU16>,
    pub rec_calendar: Option<LoanCalendar>,
    pub rec_first_due: Option<Day>,
    pub rec_fund: Option<FundId>,
    pub fund_name: String,
    pub opinion: String,
    pub conditions: String,
    pub recommended_by: Option<PersonId>,
    pub recommended_by_name: String,
    pub recommended_at: Option<Moment>,
    pub rule_version: Option<i64>,
    pub decided_by: Option<PersonId>,
    pub decided_by_name: String,
    pub decided_at: Option<Moment>,
    pub decision_note: String,
    pub loan: Option<LoanId>,
    pub loan_no: String,
}

/// An application as others name it.
pub const fn subject(id: ApplicationId) -> Subject {
    Subject { kind: RECORD, id: *id.as_bytes() }
}

pub fn find(db: &database::Read<'_>, id: ApplicationId) -> Result<Option<Application>> {
    db.row(include_str!("sql/application.sql"), values![id], row)
}

/// # Errors
/// Not found.
pub fn application(db: &database::Read<'_>, id: ApplicationId) -> Result<Application> {
    find(db, id)?.ok_or(Failure::not_found(RECORD))
}

/// Its number, and who asks.
pub fn label(db: &database::Read<'_>, id: [u8; 16]) -> Result<String> {
    let one = application(db, ApplicationId::from_bytes(id))?;
    Ok(format!("{} – {}", one.application_no, one.applicant))
}

fn whole(row: &Row<'_>, column: &str) -> Result<Option<NonZeroU16>> {
    let kept: Option<i64> = row.get(column)?;
    Ok(kept.and_then(|kept| u16::try_from(kept).ok()).and_then(NonZeroU16::new))
}

fn row(row: &Row<'_>) -> Result<Application> {
    Ok(Application {
        id: row.get("id")?,
        application_no: row.get("application_no")?,
        party: row.get("party")?,
        applicant: row.get("applicant")?,
        file_no: row.get("file_no")?,
        product: row.get("product")?,
        amount: row.get("amount")?,
        instalments: whole(row, "instalments")?.unwrap_or(NonZeroU16::MIN),
        project: row.get("project")?,
        project_name: row.get("project_name")?,
        activity: row.get("activity")?,
        needs: row.get("needs")?,
        wishes: row.get("wishes")?,
        market: row.get("market")?,
        state: row.get("state")?,
        opened_by: row.get("opened_by")?,
        opened_by_name: row.get("opened_by_name")?,
        opened_on: row.get("opened_on")?,
        submitted_on: row.get("submitted_on")?,
        researcher: row.get("researcher")?,
        researcher_name: row.get("researcher_name")?,
        missing: row.get("missing")?,
        returned_by_name: row.get("returned_by_name")?,
        returned_on: row.get("returned_on")?,
        recommends: row.get("recommends")?,
        rec_amount: row.get("rec_amount")?,
        rec_instalments: whole(row, "rec_instalments")?,
        rec_calendar: row.get("rec_calendar")?,
        rec_first_due: row.get("rec_first_due")?,
        rec_fund: row.get("rec_fund")?,
        fund_name: row.get("fund_name")?,
        opinion: row.get("opinion")?,
        conditions: row.get("conditions")?,
        recommended_by: row.get("recommended_by")?,
        recommended_by_name: row.get("recommended_by_name")?,
        recommended_at: row.get("recommended_at")?,
        rule_version: row.get("rule_version")?,
        decided_by: row.get("decided_by")?,
        decided_by_name: row.get("decided_by_name")?,
        decided_at: row.get("decided_at")?,
        decision_note: row.get("decision_note")?,
        loan: row.get("loan")?,
        loan_no: row.get("loan_no")?,
    })
}

/// Writes a new one under the next number.
///
/// # Errors
/// Recorded before; a day beyond the Hijri calendar.
pub fn insert(cx: &Write<'_>, id: ApplicationId, party: PartyId, request: &ApplicationRequest) -> Result<()> {
    require(find(cx, id)?.is_none(), database::RECORDED_ALREADY)?;
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    let number = format!("R-{year}-{:04}", cx.next_number(NUMBERS, year)?);
    let name = parties::party(cx, party)?.facts.name;
    cx.run(
        include_str!("sql/insert.sql"),
        values![
            id,
            number.as_str(),
            party,
            request.product,
            request.amount,
            i64::from(request.instalments.get()),
            request.project,
            request.project_name.as_str(),
            request.activity.as_str(),
            request.needs.as_str(),
            request.wishes.as_str(),
            search(&[&number, &name, &request.project_name]),
            cx.today(),
            cx.who.id
        ],
    )?;
    cx.status_changed(subject(id), None, ApplicationState::Draft.name(), "")
}

/// Writes what is asked for over what stood there.
pub fn update(cx: &Write<'_>, before: &Application, request: &ApplicationRequest) -> Result<()> {
    cx.run(
        "UPDATE loan_application SET product = $1, amount = $2, instalments = $3, project = $4, project_name = $5, \
         activity = $6, needs = $7, wishes = $8, search_fold = $9 WHERE id = $10",
        values![
            request.product,
            request.amount,
            i64::from(request.instalments.get()),
            request.project,
            request.project_name.as_str(),
            request.activity.as_str(),
            request.needs.as_str(),
            request.wishes.as_str(),
            search(&[&before.application_no, &before.applicant, &request.project_name]),
            before.id
        ],
    )?;
    Ok(())
}

fn search(texts: &[&str]) -> String {
    fold(&texts.join(" | "))
}

/// A person has another name, or was merged into another.
///
/// # Errors
/// What the database refuses.
pub fn party_changed(cx: &Write<'_>, party: [u8; 16]) -> Result<()> {
    let sql = "SELECT id FROM loan_application WHERE party = $1";
    for id in cx.rows(sql, values![party], |row| row.get::<ApplicationId>("id"))? {
        let one = application(cx, id)?;
        cx.run(
            "UPDATE loan_application SET search_fold = $1 WHERE id = $2",
            values![search(&[&one.application_no, &one.applicant, &one.project_name]), id],
        )?;
    }
    Ok(())
}

/// Where it goes from here.
pub fn moved(cx: &Write<'_>, before: &Application, to: ApplicationState, reason: &str) -> Result<()> {
    cx.run("UPDATE loan_application SET state = $1, state_on = $2 WHERE id = $3", values![to, cx.today(), before.id])?;
    told_of_move(cx, before, to, reason)
}

/// As [`moved`], where the statement that moves it was written already.
pub fn told_of_move(cx: &Write<'_>, before: &Application, to: ApplicationState, reason: &str) -> Result<()> {
    cx.status_changed(subject(before.id), Some(before.state.name()), to.name(), reason)
}

/// The person who asks has had a hand in it: they decide neither it nor the loan it becomes.
pub fn hand(cx: &Write<'_>, id: ApplicationId) -> Result<()> {
    cx.run(
        "INSERT INTO application_hand (application, person) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        values![id, cx.who.id],
    )?;
    Ok(())
}

/// Whether somebody opened, changed, studied or recommended it.
pub fn had_a_hand(db: &database::Read<'_>, id: ApplicationId, person: PersonId) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM application_hand WHERE application = $1 AND person = $2";
    Ok(db.row(sql, values![id, person], |_| Ok(()))?.is_some())
}

/// The application a loan came from.
pub fn of_loan(db: &database::Read<'_>, loan: LoanId) -> Result<Option<ApplicationId>> {
    db.row("SELECT id FROM loan_application WHERE loan = $1", values![loan], |row| row.get("id"))
}

/// Numbers of the open applications of somebody for a product, one aside.
pub fn open_of(
    db: &database::Read<'_>,
    party: PartyId,
    product: ProductId,
    except: ApplicationId,
) -> Result<Vec<String>> {
    let sql = "SELECT application_no FROM loan_application \
               WHERE (party = $1 OR party IN (SELECT id FROM party_name WHERE merged_into = $1)) AND product = $2 \
               AND id <> $3 AND state IN ('draft', 'submitted', 'in_appraisal', 'returned', 'recommended') \
               ORDER BY application_no";
    db.rows(sql, values![party, product, except], |row| row.get("application_no"))
}

/// The open loans of somebody: their numbers, and how many days the latest is late.
pub fn loans_of(db: &database::Read<'_>, party: PartyId, today: Day) -> Result<(Vec<String>, i64)> {
    let sql = "SELECT s.loan_no, (SELECT min(i.due) FROM loan_instalment i WHERE i.loan = s.loan AND i.paid < i.principal) \
               AS first_open FROM loan_standing s \
               WHERE (s.party = $1 OR s.party IN (SELECT id FROM party_name WHERE merged_into = $1)) \
               AND s.phase IN ('waiting', 'approved', 'active', 'overpaid', 'written_off') ORDER BY s.loan_no";
    let found: Vec<(String, Option<Day>)> =
        db.rows(sql, values![party], |row| Ok((row.get("loan_no")?, row.get("first_open")?)))?;
    let late = found.iter().filter_map(|(_, due)| *due).map(|due| i64::from(today.days_since(due))).max();
    Ok((found.into_iter().map(|(number, _)| number).collect(), late.unwrap_or(0).max(0)))
}

/// Tells of a change, and answers with how it stands.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Application>, id: ApplicationId) -> Result<SavedApplication> {
    let after = application(cx, id)?;
    let label = format!("{} – {}", after.application_no, after.applicant);
    match before {
        Some(before) => cx.changed(RECORD, id, &label, before, &after)?,
        None => cx.changed(RECORD, id, &label, &(), &after)?,
    }
    cx.record_changed(subject(id))?;
    answer(cx, &after)
}

pub fn answer(cx: &Read<'_>, after: &Application) -> Result<SavedApplication> {
    Ok(SavedApplication {
        application: after.id,
        application_no: after.application_no.clone(),
        state: after.state,
        loan: after.loan,
        version: cx.version(RECORD, after.id)?.number,
    })
}

/// For a step that changes nothing a person typed: it must still be open.
///
/// # Errors
/// Decided.
pub fn require_open(one: &Application) -> Result<()> {
    require(rules::is_open(one.state), rules::DECIDED)
}
