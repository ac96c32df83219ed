//! Guarantees, visits and commitments of an office's register: what the office holds of them already, and how judged rows
//! become records. The records they are about are loans and the files of people.

use super::model::{ImportPhase, MadeRecords};
use super::session::{ImportSession, Work};
use super::taking_back::made::Made;
use database::{Read, values};
use follow_up::{FOLLOW_UP_KEEP, Followable, ImportedCommitment, ImportedVisit};
use guarantees::{GUARANTEES_KEEP, ImportedGuarantee};
use intake::{FollowedRecord, KnownColleague, KnownCommitment, KnownFollowUp, KnownFollowedLoan, KnownVisit};
use kernel::id::{ActivityId, CommitmentId, GuaranteeId, LoanId, PartyId, SubjectId};
use kernel::{Failure, Result};
use loans::LoanPhase;
use office::context::Write;
use std::collections::{BTreeMap, HashMap};

/// The kinds of records such rows are about, as their features name them.
const LOAN: &str = "loan";
const FILE: &str = "file";

/// What following up knows, for the judgement of its registers.
///
/// # Errors
/// What the database refuses.
pub fn known(db: &Read<'_>) -> Result<KnownFollowUp> {
    let numbered = parties::numbered(db)?;
    let numbers: BTreeMap<PartyId, String> =
        numbered.iter().map(|(party, number, _)| (*party, number.clone())).collect();
    let mut loan_numbers: HashMap<SubjectId, String> = HashMap::new();
    let sql = "SELECT loan, loan_no, party, phase FROM loan_standing ORDER BY loan_no";
    let loans = db.rows(sql, values![], |row| {
        let (loan, party, phase): (SubjectId, PartyId, LoanPhase) =
            (row.get("loan")?, row.get("party")?, row.get("phase")?);
        let loan_no: String = row.get("loan_no")?;
        loan_numbers.insert(loan, loan_no.clone());
        Ok(KnownFollowedLoan {
            loan_no,
            borrower: party.to_string(),
            borrower_identity: numbers.get(&party).cloned().unwrap_or_default(),
            ended: guarantees::ended(phase),
        })
    })?;
    let about = |kind: &str, subject: SubjectId| match kind {
        LOAN => loan_numbers.get(&subject).cloned().map(FollowedRecord::Loan),
        _ => Some(FollowedRecord::Beneficiary(subject.to_string())),
    };
    let visits = follow_up::known_visits(db)?.into_iter();
    let commitments = follow_up::known_commitments(db)?.into_iter();
    Ok(KnownFollowUp {
        staff: staff(db)?,
        loans,
        guarantees: guarantees::known(db, &numbers)?,
        guarantors: numbered.into_iter().map(|(_, identity, name)| intake::KnownGuarantor { identity, name }).collect(),
        visits: visits
            .filter_map(|(kind, subject, date, activity)| {
                Some(KnownVisit { about: about(&kind, subject)?, date, kind: activity })
            })
            .collect(),
        commitments: commitments
            .filter_map(|(kind, subject, side, promise, due)| {
                Some(KnownCommitment { about: about(&kind, subject)?, side, promise, due })
            })
            .collect(),
    })
}

/// Who works in the office, or did.
///
/// # Errors
/// What the database refuses.
pub fn staff(db: &Read<'_>) -> Result<Vec<KnownColleague>> {
    let people = office::staff::people(db)?.into_iter();
    Ok(people.map(|one| KnownColleague { key: one.id.to_string(), name: one.name, active: one.active }).collect())
}

/// Saves every row that is ready.
///
/// # Errors
/// Forbidden; the person stopped it; what the rooms refuse.
pub fn save(cx: &Write<'_>, import: &ImportSession, work: &Work) -> Result<(Vec<MadeRecords>, Made)> {
    let tables = &work.validation.tables;
    let guarantees = tables.guarantees.iter().flat_map(|table| table.ready());
    let visits = tables.visits.iter().flat_map(|table| table.ready());
    let commitments = tables.commitments.iter().flat_map(|table| table.ready());
    let sql = "SELECT loan, loan_no FROM loan_standing";
    let loans: HashMap<String, LoanId> =
        cx.rows(sql, values![], |row| Ok((row.get("loan_no")?, row.get("loan")?)))?.into_iter().collect();
    let loan = |loan_no: &str| {
        loans.get(loan_no).copied().ok_or_else(|| Failure::broken("a judged row names no loan of the office"))
    };
    let of = |about: &FollowedRecord| {
        Ok::<_, Failure>(match about {
            FollowedRecord::Loan(loan_no) => {
                Followable { kind: LOAN, id: SubjectId::from_bytes(*loan(loan_no)?.as_bytes()) }
            }
            FollowedRecord::Beneficiary(key) => Followable { kind: FILE, id: key.parse()? },
        })
    };
    let random = office::random::bytes;
    let guarantees = guarantees
        .map(|(_, values)| {
            Ok(ImportedGuarantee {
                id: GuaranteeId::new(cx.now, random()?),
                guarantor: PartyId::new(cx.now, random()?),
                loan: loan(&values.loan_no)?,
                values: values.clone(),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    let visits = visits
        .map(|(_, values)| {
            Ok(ImportedVisit {
                id: ActivityId::new(cx.now, random()?),
                next: ActivityId::new(cx.now, random()?),
                of: of(&values.about)?,
                values: values.clone(),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    let commitments = commitments
        .map(|(_, values)| {
            Ok(ImportedCommitment {
                id: CommitmentId::new(cx.now, random()?),
                of: of(&values.about)?,
                values: values.clone(),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    // Whoever keeps such records one by one brings in many.
    if !guarantees.is_empty() {
        cx.who.needs(GUARANTEES_KEEP)?;
    }
    cx.who.needs(FOLLOW_UP_KEEP)?;
    import.pace.begin(ImportPhase::FollowUp, guarantees.len() + visits.len() + commitments.len());
    let step = || import.pace.step();
    let records = Made {
        guarantees: guarantees::store_imported(cx, &guarantees, &step)?,
        followed: follow_up::store_imported(cx, &visits, &commitments, &step)?,
        ..Made::default()
    };
    Ok((records.counts(), records))
}
