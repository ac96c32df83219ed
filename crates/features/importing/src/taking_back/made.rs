//! What an import made: written while it is saved, and when what waited of it is posted.

use crate::model::MadeRecords;
use database::{Read, values};
use follow_up::MadeFollowUp;
use guarantees::MadeGuarantees;
use kernel::Result;
use kernel::id::{
    ActivityId, AssessmentId, CaseRequestId, CommitmentId, EntryId, FundId, GuaranteeId, ImportId, LoanId, PartyId,
    ProjectId, TrancheId,
};
use lending::Place;
use loans::MadeOfLoans;
use office::context::Write;
use std::collections::BTreeSet;

/// The records of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    pub files: Vec<PartyId>,
    /// Members of households who have no file of their own.
    pub members: BTreeSet<PartyId>,
    pub funds: Vec<FundId>,
    pub loans: MadeOfLoans,
    pub entries: Vec<EntryId>,
    pub guarantees: MadeGuarantees,
    pub followed: MadeFollowUp,
    pub requests: BTreeSet<CaseRequestId>,
    pub assessments: BTreeSet<AssessmentId>,
}

impl Made {
    /// How many of each kind, as the report of a save calls them.
    pub fn counts(&self) -> Vec<MadeRecords> {
        let events: usize = self.loans.events.values().map(BTreeSet::len).sum();
        let counts = [
            ("beneficiary", self.files.len()),
            ("member", self.members.len()),
            ("fund", self.funds.len()),
            ("loan", self.loans.loans.len()),
            ("tranche", self.loans.tranches.len()),
            ("repayment", events.saturating_sub(self.loans.tranches.len())),
            ("entry", self.entries.len()),
            ("guarantee", self.guarantees.guarantees.len()),
            ("guarantor", self.guarantees.guarantors.len()),
            ("activity", self.followed.activities.len()),
            ("commitment", self.followed.commitments.len()),
            ("case_request", self.requests.len()),
            ("assessment", self.assessments.len()),
        ];
        let some = counts.into_iter().filter(|(_, count)| *count > 0);
        some.map(|(noun, count)| MadeRecords { noun: noun.to_owned(), count }).collect()
    }
}

/// Keeps what an import made.
///
/// # Errors
/// `importing.taken_back`, of an import that is no more.
pub fn remember(cx: &Write<'_>, run: ImportId, made: &Made) -> Result<()> {
    let of = |kind: &'static str| move |id: [u8; 16]| (kind, id, 0_u32);
    let records = made
        .files
        .iter()
        .map(|id| *id.as_bytes())
        .map(of("file"))
        .chain(made.members.iter().map(|id| *id.as_bytes()).map(of("member")))
        .chain(made.funds.iter().map(|id| *id.as_bytes()).map(of("fund")))
        .chain(made.loans.projects.iter().map(|id| *id.as_bytes()).map(of("project")))
        .chain(made.loans.loans.iter().map(|id| *id.as_bytes()).map(of("loan")))
        .chain(made.loans.tranches.iter().map(|id| *id.as_bytes()).map(of("tranche")))
        .chain(made.entries.iter().map(|id| *id.as_bytes()).map(of("entry")))
        .chain(made.guarantees.guarantees.iter().map(|id| *id.as_bytes()).map(of("guarantee")))
        .chain(made.guarantees.guarantors.iter().map(|id| *id.as_bytes()).map(of("guarantor")))
        .chain(made.followed.activities.iter().map(|id| *id.as_bytes()).map(of("activity")))
        .chain(made.followed.commitments.iter().map(|id| *id.as_bytes()).map(of("commitment")))
        .chain(made.requests.iter().map(|id| *id.as_bytes()).map(of(requests::RECORD)))
        .chain(made.assessments.iter().map(|id| *id.as_bytes()).map(of(assessments::RECORD)));
    let events = made.loans.events.iter().flat_map(|(loan, places)| places.iter().map(move |place| (loan, place)));
    let events = events.map(|(loan, place)| ("event", *loan.as_bytes(), place.0));
    let sql = "INSERT INTO import_made (run, kind, subject, place) VALUES ($1, $2, $3, $4)";
    for (kind, subject, place) in records.chain(events) {
        cx.run(sql, values![run, kind, subject, place])?;
    }
    Ok(())
}

/// What an import made, as far as it stands.
///
/// # Errors
/// What the database refuses.
pub fn of(db: &Read<'_>, run: ImportId) -> Result<Made> {
    let mut made = Made::default();
    let sql = "SELECT kind, subject, place FROM import_made WHERE run = $1 ORDER BY kind, subject, place";
    db.rows(sql, values![run], |row| {
        let (kind, id): (String, [u8; 16]) = (row.get("kind")?, row.get("subject")?);
        match kind.as_str() {
            "file" => made.files.push(PartyId::from_bytes(id)),
            "member" => {
                made.members.insert(PartyId::from_bytes(id));
            }
            "fund" => made.funds.push(FundId::from_bytes(id)),
            "project" => {
                made.loans.projects.insert(ProjectId::from_bytes(id));
            }
            "loan" => {
                made.loans.loans.insert(LoanId::from_bytes(id));
            }
            "tranche" => {
                made.loans.tranches.insert(TrancheId::from_bytes(id));
            }
            "guarantee" => {
                made.guarantees.guarantees.insert(GuaranteeId::from_bytes(id));
            }
            "guarantor" => {
                made.guarantees.guarantors.insert(PartyId::from_bytes(id));
            }
            "activity" => {
                made.followed.activities.insert(ActivityId::from_bytes(id));
            }
            "commitment" => {
                made.followed.commitments.insert(CommitmentId::from_bytes(id));
            }
            requests::RECORD => {
                made.requests.insert(CaseRequestId::from_bytes(id));
            }
            assessments::RECORD => {
                made.assessments.insert(AssessmentId::from_bytes(id));
            }
            "event" => made.loans.event(LoanId::from_bytes(id), Place(row.get("place")?)),
            _ => made.entries.push(EntryId::from_bytes(id)),
        }
        Ok(())
    })?;
    Ok(made)
}

/// Nothing of an import stands any more.
///
/// # Errors
/// `history.append_only`, of an import that was not taken back.
pub fn forget(cx: &Write<'_>, run: ImportId) -> Result<()> {
    cx.run("DELETE FROM import_made WHERE run = $1", values![run]).map(drop)
}
