//! What an import wrote of loans goes again, as long as nothing rests on it. The entries of the books are not this
//! module's: they are reversed before.

use crate::projects;
use crate::store;
use crate::summary;
use database::{Read, values};
use kernel::Result;
use kernel::id::{FundId, LoanId, PartyId, ProjectId, TrancheId};
use lending::Place;
use office::context::Write;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What an import wrote: whole loans with their projects, and tranches and events, also of loans the office had before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MadeOfLoans {
    pub projects: BTreeSet<ProjectId>,
    pub loans: BTreeSet<LoanId>,
    pub tranches: BTreeSet<TrancheId>,
    pub events: BTreeMap<LoanId, BTreeSet<Place>>,
}

impl MadeOfLoans {
    pub fn event(&mut self, loan: LoanId, place: Place) {
        self.events.entry(loan).or_default().insert(place);
    }

    /// Loans the office had before, which the import moved.
    fn moved(&self) -> impl Iterator<Item = LoanId> {
        self.events.keys().filter(|loan| !self.loans.contains(loan)).copied()
    }
}

/// Something of a loan that came after the import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanRest {
    pub loan: LoanId,
    pub loan_no: String,
    /// The name of its words.
    pub what: &'static str,
}

/// What has happened since to the loans an import wrote, or rests on what it wrote: later events, other tranches and their
/// steps, requests, other loans of the same project.
///
/// # Errors
/// What the database refuses.
pub fn rests_on(db: &Read<'_>, made: &MadeOfLoans) -> Result<Vec<LoanRest>> {
    let mut found = Vec::new();
    let mut rests = |loan: LoanId, what| -> Result<()> {
        found.push(LoanRest { loan, loan_no: store::loan(db, loan)?.loan_no, what });
        Ok(())
    };
    for (loan, own) in &made.events {
        let first = own.first().copied().unwrap_or(Place(0));
        let later = "SELECT place FROM loan_event WHERE loan = $1 AND place > $2";
        let later = db.rows(later, values![*loan, first.0], |row| Ok(Place(row.get("place")?)))?;
        if later.iter().any(|place| !own.contains(place)) {
            rests(*loan, "events")?;
        }
    }
    for loan in &made.loans {
        let tranches = db.rows("SELECT id FROM tranche WHERE loan = $1", values![*loan], |row| row.get("id"))?;
        if tranches.iter().any(|tranche| !made.tranches.contains(tranche)) {
            rests(*loan, "tranches")?;
        }
        let asked = "SELECT 1 AS one FROM loan_request WHERE loan = $1 LIMIT 1";
        if db.row(asked, values![*loan], |_| Ok(()))?.is_some() {
            rests(*loan, "requests")?;
        }
        let events = "SELECT 1 AS one FROM loan_event WHERE loan = $1 LIMIT 1";
        if !made.events.contains_key(loan) && db.row(events, values![*loan], |_| Ok(()))?.is_some() {
            rests(*loan, "events")?;
        }
    }
    for tranche in &made.tranches {
        let later = "SELECT 1 AS one FROM tranche_step WHERE tranche = $1 AND imported = 0 LIMIT 1";
        if db.row(later, values![*tranche], |_| Ok(()))?.is_some() {
            rests(store::loan_of_tranche(db, *tranche)?, "tranches")?;
        }
    }
    for project in &made.projects {
        let loans = db.rows("SELECT id FROM loan WHERE project = $1", values![*project], |row| row.get("id"))?;
        for loan in loans.into_iter().filter(|loan| !made.loans.contains(loan)) {
            rests(loan, "loans")?;
        }
    }
    Ok(found)
}

/// The number of a loan.
///
/// # Errors
/// Not found.
pub fn number(db: &Read<'_>, loan: LoanId) -> Result<String> {
    Ok(store::loan(db, loan)?.loan_no)
}

/// The name of a project.
///
/// # Errors
/// Not found.
pub fn project_name(db: &Read<'_>, project: ProjectId) -> Result<String> {
    Ok(projects::project(db, project)?.name)
}

/// Who has a loan or a project: the number of a loan, or the name of a project where there is no loan yet.
///
/// # Errors
/// What the database refuses.
pub fn of_parties(db: &Read<'_>) -> Result<HashMap<PartyId, String>> {
    let mut found = HashMap::new();
    for sql in [
        "SELECT party, min(name) AS label FROM project GROUP BY party",
        "SELECT party, min(loan_no) AS label FROM loan GROUP BY party",
    ] {
        found.extend(db.rows(sql, values![], |row| Ok((row.get::<PartyId>("party")?, row.get::<String>("label")?)))?);
    }
    Ok(found)
}

/// The number of a loan of a fund, where there is one.
///
/// # Errors
/// What the database refuses.
pub fn on_fund(db: &Read<'_>, fund: FundId) -> Result<Option<String>> {
    let sql = "SELECT loan_no FROM loan WHERE fund = $1 ORDER BY loan_no LIMIT 1";
    db.row(sql, values![fund], |row| row.get("loan_no"))
}

/// Removes what an import wrote. Loans the office had before stand as they stood. Whoever calls has seen that nothing rests
/// on it, and gives the numbers of the loans that went.
///
/// # Errors
/// What the database refuses, where something rests on it after all.
pub fn remove_imported(cx: &Write<'_>, made: &MadeOfLoans) -> Result<Vec<String>> {
    for tranche in &made.tranches {
        cx.run("DELETE FROM tranche_step WHERE tranche = $1", values![*tranche])?;
        cx.run("DELETE FROM tranche WHERE id = $1", values![*tranche])?;
    }
    for (loan, places) in &made.events {
        for place in places.iter().rev() {
            // What the event took back stands again, unless it goes, too.
            let stands = "UPDATE loan_event SET undone_by = $1 WHERE loan = $2 AND undone_by = $3";
            cx.run(stands, values![None::<i64>, *loan, place.0])?;
            cx.run("DELETE FROM loan_event WHERE loan = $1 AND place = $2", values![*loan, place.0])?;
        }
    }
    let mut gone = Vec::new();
    for loan in &made.loans {
        gone.push(store::loan(cx, *loan)?.loan_no);
        for sql in [
            "DELETE FROM instalment WHERE loan = $1",
            "DELETE FROM loan_shelf WHERE loan = $1",
            "DELETE FROM loan WHERE id = $1",
        ] {
            cx.run(sql, values![*loan])?;
        }
    }
    for project in &made.projects {
        cx.run("DELETE FROM project WHERE id = $1", values![*project])?;
    }
    made.moved().try_for_each(|loan| summary::rebuild(cx, loan))?;
    Ok(gone)
}
