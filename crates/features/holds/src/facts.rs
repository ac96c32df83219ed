//! What holds are judged by: the facts of a loan with all that hangs on it and on its project, of one loan or of all of
//! them in a handful of statements.

use casework::holds::{
    self, CauseKind, Commitment, Facts, Findings, Guarantee, GuaranteeState, Hold, LoanFacts, Owner,
};
use casework::holds::{Purchase, Reading, Settings, Signal, Visit};
use database::{Read, Value, values};
use follow_up::{ActivityState, FollowUpFacts, PromiseSide, VisitSignal};
use kernel::id::{GuaranteeId, HoldId, LoanId, PersonId, ProjectId, PurchaseId, SubjectId};
use kernel::{Day, Failure, Result};
use loans::LoanPhase;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A loan that may be halted, and what a look at it finds.
pub struct Looked {
    pub loan: LoanId,
    pub loan_no: String,
    pub facts: Facts,
    pub findings: Findings,
    /// The last decision that ended a hold of it.
    pub last: Option<LastRelease>,
    /// What it is judged by.
    pub settings: Rc<Settings>,
}

/// How the last hold ended that did.
pub struct LastRelease {
    pub kind: crate::model::HoldChoice,
    pub opened_on: Day,
}

/// Looks at one loan; nothing where it is none that could be halted.
///
/// # Errors
/// What the database refuses.
pub fn of_loan(db: &Read<'_>, loan: LoanId, today: Day) -> Result<Option<Looked>> {
    Ok(look(db, Some(loan), today)?.pop())
}

/// Looks at every loan.
///
/// # Errors
/// What the database refuses.
pub fn of_all(db: &Read<'_>, today: Day) -> Result<Vec<Looked>> {
    look(db, None, today)
}

struct Standing {
    loan: LoanId,
    loan_no: String,
    phase: LoanPhase,
    next_due: Option<Day>,
    project: ProjectId,
}

fn look(db: &Read<'_>, loan: Option<LoanId>, today: Day) -> Result<Vec<Looked>> {
    let of_one = |column: &str| loan.map_or(String::new(), |_| format!("AND {column} = $1"));
    let given: Vec<Value> = loan.map(Value::from).into_iter().collect();
    let standings =
        db.rows(&include_str!("sql/standing.sql").replace("-- of one", &of_one("s.loan")), &given, |row| {
            Ok(Standing {
                loan: row.get("loan")?,
                loan_no: row.get("loan_no")?,
                phase: row.get("phase")?,
                next_due: row.get("next_due")?,
                project: row.get("project")?,
            })
        })?;
    let mut followed = match (loan, standings.as_slice()) {
        (Some(_), [one]) => BTreeMap::from([(one.loan, followed(db, one)?)]),
        (Some(_), _) => BTreeMap::new(),
        (None, all) => all_followed(db, all)?,
    };
    let mut purchases: BTreeMap<LoanId, Vec<Purchase>> = BTreeMap::new();
    let sql = format!(
        "SELECT id, loan, paid_on, verified_on FROM purchase_known WHERE paid_on IS NOT NULL {}",
        of_one("loan")
    );
    for (loan, one) in db.rows(&sql, &given, |row| {
        // An order, or a tranche nothing was ordered from.
        let id: PurchaseId = row.get("id")?;
        let one = Purchase { id: id.to_string(), paid_on: row.get("paid_on")?, verified_on: row.get("verified_on")? };
        Ok((row.get::<LoanId>("loan")?, one))
    })? {
        purchases.entry(loan).or_default().push(one);
    }
    let mut guarantees: BTreeMap<LoanId, Vec<Guarantee>> = BTreeMap::new();
    let sql = format!("SELECT id, loan, state, until_day FROM guarantee_known WHERE 1 = 1 {}", of_one("loan"));
    for (loan, one) in db.rows(&sql, &given, |row| {
        let (id, state): (GuaranteeId, String) = (row.get("id")?, row.get("state")?);
        let state = match state.as_str() {
            "verified" => GuaranteeState::Verified,
            "proposed" => GuaranteeState::Proposed,
            _ => GuaranteeState::Released,
        };
        let one = Guarantee { id: id.to_string(), state, expires: row.get("until_day")? };
        Ok((row.get::<LoanId>("loan")?, one))
    })? {
        guarantees.entry(loan).or_default().push(one);
    }
    let (mut holds, mut last) = (kept(db, &of_one("h.loan"), &given)?, released(db, &of_one("h.loan"), &given)?);
    let settings = Rc::new(crate::settings::current(db)?);
    let looked = standings.into_iter().map(|one| {
        let dpd = one.next_due.map_or(0, |due| today.days_since(due).max(0));
        let (visits, commitments, readings) = followed.remove(&one.loan).unwrap_or_default();
        let facts = Facts {
            on: today,
            loan: LoanFacts {
                active: one.phase != LoanPhase::Closed,
                dpd,
                overdue_since: one.next_due.filter(|_| dpd > 0),
            },
            visits,
            purchases: purchases.remove(&one.loan).unwrap_or_default(),
            commitments,
            guarantees: guarantees.remove(&one.loan).unwrap_or_default(),
            readings,
            holds: holds.remove(&one.loan).unwrap_or_default(),
        };
        let findings = holds::look(&facts, &settings);
        let last = last.remove(&one.loan);
        Looked { loan: one.loan, loan_no: one.loan_no, facts, findings, last, settings: Rc::clone(&settings) }
    });
    Ok(looked.collect())
}

type Followed = (Vec<Visit>, Vec<Commitment>, Vec<Reading>);

fn followed(db: &Read<'_>, one: &Standing) -> Result<Followed> {
    let own = follow_up::facts(db, "loan", subject(one.loan.as_bytes()))?;
    Ok(joined([Some(&own), Some(&follow_up::facts(db, "project", subject(one.project.as_bytes()))?)]))
}

fn all_followed(db: &Read<'_>, all: &[Standing]) -> Result<BTreeMap<LoanId, Followed>> {
    let (loans, projects) = (follow_up::all_facts(db, "loan")?, follow_up::all_facts(db, "project")?);
    let known = |one: &Standing| {
        let (own, project) = (loans.get(&subject(one.loan.as_bytes())), projects.get(&subject(one.project.as_bytes())));
        (own.is_some() || project.is_some()).then(|| (one.loan, joined([own, project])))
    };
    Ok(all.iter().filter_map(known).collect())
}

const fn subject(id: &[u8; 16]) -> SubjectId {
    SubjectId::from_bytes(*id)
}

/// What is followed on the loan and on its project, in the shape the rule takes.
fn joined(of: [Option<&FollowUpFacts>; 2]) -> Followed {
    let all = || of.into_iter().flatten();
    let visits = all().flat_map(|facts| &facts.visits).filter(|visit| visit.kind.is_on_the_spot());
    let visits = visits.map(|visit| Visit {
        id: visit.id.to_string(),
        planned: Some(visit.planned),
        done: visit.done,
        signal: visit.signal.map(|signal| match signal {
            VisitSignal::Sound => Signal::Sound,
            VisitSignal::Watch => Signal::Watch,
            VisitSignal::Distress => Signal::Distress,
        }),
        cancelled: visit.state == ActivityState::Cancelled,
    });
    let commitments = all().flat_map(|facts| &facts.commitments).map(|promise| Commitment {
        id: promise.id.to_string(),
        owner: match promise.owner {
            PromiseSide::Beneficiary => Owner::Beneficiary,
            PromiseSide::Association => Owner::Association,
        },
        due: promise.due,
        met_on: promise.met_on,
        excused: promise.excused,
        depends_on: promise.depends_on.map(|id| id.to_string()),
    });
    let readings = all().flat_map(|facts| &facts.readings);
    let readings = readings.map(|reading| Reading { on: reading.on, sales: reading.sales, net: reading.net });
    (visits.collect(), commitments.collect(), readings.collect())
}

/// What holds were kept, with all they name.
fn kept(db: &Read<'_>, narrowed: &str, given: &[Value]) -> Result<BTreeMap<LoanId, Vec<Hold>>> {
    let sql = format!(
        "SELECT h.id, h.loan, h.state, h.opened_on, h.opened_by, c.kind, c.reference FROM hold h \
         JOIN hold_cause c ON c.hold = h.id WHERE 1 = 1 {narrowed} ORDER BY h.loan, h.opened_on, h.id"
    );
    let rows = db.rows(&sql, given, |row| {
        let hold = Hold {
            id: row.get::<HoldId>("id")?.to_string(),
            open: row.get::<String>("state")? == "open",
            opened_on: row.get("opened_on")?,
            opened_by: row.get::<Option<PersonId>>("opened_by")?.map(|id| id.to_string()),
            causes: vec![(cause_named(&row.get::<String>("kind")?)?, row.get("reference")?)],
        };
        Ok((row.get::<LoanId>("loan")?, hold))
    })?;
    let mut all: BTreeMap<LoanId, Vec<Hold>> = BTreeMap::new();
    for (loan, hold) in rows {
        let own = all.entry(loan).or_default();
        match own.last_mut().filter(|last| last.id == hold.id) {
            Some(last) => last.causes.extend(hold.causes),
            None => own.push(hold),
        }
    }
    Ok(all)
}

/// The last decision of each loan that ended a hold.
fn released(db: &Read<'_>, narrowed: &str, given: &[Value]) -> Result<BTreeMap<LoanId, LastRelease>> {
    let sql = format!(
        "SELECT h.loan, h.opened_on, d.kind FROM hold h JOIN hold_decision d ON d.id = h.decision \
         WHERE h.state = 'released' {narrowed} ORDER BY h.loan, h.released_on, h.id"
    );
    let rows = db.rows(&sql, given, |row| {
        Ok((row.get::<LoanId>("loan")?, LastRelease { kind: row.get("kind")?, opened_on: row.get("opened_on")? }))
    })?;
    Ok(rows.into_iter().collect())
}

/// # Errors
/// Broken: the database holds a cause this program does not know.
pub fn cause_named(name: &str) -> Result<CauseKind> {
    let found = CauseKind::ALL.into_iter().find(|kind| kind.name() == name);
    found.ok_or_else(|| Failure::broken(format!("unknown cause: {name}")))
}

/// The loans a record of following up is about: the loan itself, or those of the project.
///
/// # Errors
/// What the database refuses.
pub fn loans_of(db: &Read<'_>, kind: &str, subject: SubjectId) -> Result<Vec<LoanId>> {
    let sql = match kind {
        "loan" => "SELECT loan FROM loan_guarantee WHERE loan = $1",
        "project" => "SELECT loan FROM loan_guarantee WHERE project = $1 ORDER BY loan",
        _ => return Ok(Vec::new()),
    };
    db.rows(sql, values![subject], |row| row.get("loan"))
}
