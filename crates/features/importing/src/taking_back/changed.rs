//! What of an import was changed since, by whom and when, or what rests on it by now.
//!
//! Two things are asked: the trail, for every change after the save that names a record of the import; and the records
//! themselves, for what hangs on them and is told under another name – a loan of an imported person, a repayment of an
//! imported loan, a donation to an imported fund, a month that was closed over its entries.

use super::ChangedSince;
use super::books::Books;
use super::made::Made;
use crate::store::KeptRun;
use database::values;
use kernel::Result;
use kernel::id::{FundId, ImportId, PartyId, SubjectId};
use ledger::fund;
use office::audit::{LaterChange, changes_after};
use office::context::Read;
use office::feature::Subject;
use std::collections::{BTreeSet, HashMap};

/// Everything that stands in the way, by kind of record.
///
/// # Errors
/// What the database refuses.
pub fn since(cx: &Read<'_>, run: &KeptRun, made: &Made, books: &Books) -> Result<Vec<ChangedSince>> {
    let mut looked = Looked { cx, run: run.line.id, changes: last_changes(cx, run)?, found: Vec::new() };
    looked.files(made)?;
    made.funds.iter().try_for_each(|id| looked.fund(*id, books))?;
    looked.loans(made)?;
    looked.books(books)?;
    looked.guarantees(made)?;
    looked.followed(made)?;
    looked.cases(made)?;
    Ok(looked.found)
}

/// The last change of each record the trail names since. What imports do is told by what they made.
fn last_changes(cx: &Read<'_>, run: &KeptRun) -> Result<HashMap<String, LaterChange>> {
    let changes = changes_after(cx, run.after_line)?;
    let others = changes.into_iter().filter(|change| !change.command.starts_with("importing."));
    Ok(others.flat_map(|change| change.records.clone().into_iter().map(move |id| (id, change.clone()))).collect())
}

struct Looked<'a> {
    cx: &'a Read<'a>,
    run: ImportId,
    changes: HashMap<String, LaterChange>,
    found: Vec<ChangedSince>,
}

impl Looked<'_> {
    fn rests(&mut self, noun: &str, label: &str, what: &str, detail: String) {
        self.found.push(ChangedSince {
            noun: noun.to_owned(),
            label: label.to_owned(),
            what: format!("importing.rests.{what}"),
            detail,
            by: String::new(),
            at: None,
        });
    }

    /// Whether other features keep something of a record, by the conditions they set before it goes.
    fn is_kept_by_others(&self, kind: &'static str, id: [u8; 16]) -> Result<bool> {
        let conditions = self.cx.gates(crate::GATED_TAKING_BACK, Subject { kind, id })?;
        Ok(conditions.iter().any(|condition| !condition.met))
    }

    /// Whether the trail names a record since; then it is told by that.
    fn is_told(&mut self, noun: &str, id: &str, label: &str) -> bool {
        let Some(change) = self.changes.get(id) else { return false };
        self.found.push(ChangedSince {
            noun: noun.to_owned(),
            label: label.to_owned(),
            what: format!("command.{}", change.command),
            detail: String::new(),
            by: change.by.clone(),
            at: Some(change.at),
        });
        true
    }

    fn files(&mut self, made: &Made) -> Result<()> {
        if made.files.is_empty() {
            return Ok(());
        }
        let mut rests = beneficiaries::resting(self.cx, &made.members)?;
        let mut loans = loans::of_parties(self.cx)?;
        for id in &made.files {
            let (rests, loan) = (rests.remove(id).unwrap_or_default(), loans.remove(id));
            if self.is_kept_by_others("file", *id.as_bytes())? {
                let named = beneficiaries::file_name(self.cx, *id)?;
                self.rests("file", &format!("{} {}", named.file_no, named.name), "kept_by_others", String::new());
            }
            if !rests.is_empty() || loan.is_some() || self.changes.contains_key(&id.to_string()) {
                self.file(*id, rests, loan)?;
            }
        }
        for id in &made.members {
            let name = parties::party(self.cx, *id)?.facts.name;
            // A document of a member names the member itself.
            self.is_told("file", &id.to_string(), &name);
            for what in rests.remove(id).unwrap_or_default() {
                self.rests("file", &name, what, String::new());
            }
            if let Some(loan_no) = loans.remove(id) {
                self.rests("file", &name, "loan", loan_no);
            }
        }
        Ok(())
    }

    fn file(&mut self, id: PartyId, rests: BTreeSet<&'static str>, loan: Option<String>) -> Result<()> {
        let named = beneficiaries::file_name(self.cx, id)?;
        let label = format!("{} {}", named.file_no, named.name);
        if !self.is_told("file", &id.to_string(), &label) {
            rests.into_iter().for_each(|what| self.rests("file", &label, what, String::new()));
        }
        if let Some(loan_no) = loan {
            self.rests("file", &label, "loan", loan_no);
        }
        Ok(())
    }

    fn guarantees(&mut self, made: &Made) -> Result<()> {
        for id in &made.guarantees.guarantees {
            let label = guarantees::label(self.cx, *id.as_bytes())?;
            self.is_told("guarantee", &id.to_string(), &label);
        }
        for rest in guarantees::rests_on(self.cx, &made.guarantees)? {
            self.rests("guarantee", &rest.label, rest.what, String::new());
        }
        if made.guarantees.guarantors.is_empty() {
            return Ok(());
        }
        let mut rests = parties::resting(self.cx, &BTreeSet::new())?;
        let mut loans = loans::of_parties(self.cx)?;
        for id in &made.guarantees.guarantors {
            let name = parties::party(self.cx, *id)?.facts.name;
            if !self.is_told("file", &id.to_string(), &name) {
                let file = beneficiaries::find_file(self.cx, *id)?.map(|_| "file");
                let rests = rests.remove(id).unwrap_or_default();
                rests.into_iter().chain(file).for_each(|what| self.rests("file", &name, what, String::new()));
            }
            if let Some(loan_no) = loans.remove(id) {
                self.rests("file", &name, "loan", loan_no);
            }
        }
        Ok(())
    }

    fn followed(&mut self, made: &Made) -> Result<()> {
        let activities = made.followed.activities.iter().map(|id| (follow_up::ACTIVITY_RECORD, *id.as_bytes()));
        let commitments = made.followed.commitments.iter().map(|id| (follow_up::COMMITMENT_RECORD, *id.as_bytes()));
        for (noun, id) in activities.chain(commitments) {
            let label = match noun == follow_up::ACTIVITY_RECORD {
                true => follow_up::activity_label(self.cx, id)?,
                false => follow_up::commitment_label(self.cx, id)?,
            };
            self.is_told(noun, &SubjectId::from_bytes(id).to_string(), &label);
            if self.is_kept_by_others(noun, id)? {
                self.rests(noun, &label, "halted", String::new());
            }
        }
        for rest in follow_up::rests_on(self.cx, &made.followed)? {
            self.rests(rest.noun, &rest.label, rest.what, String::new());
        }
        Ok(())
    }

    fn cases(&mut self, made: &Made) -> Result<()> {
        for id in &made.requests {
            let label = requests::label(self.cx, *id.as_bytes())?;
            self.is_told(requests::RECORD, &id.to_string(), &label);
        }
        for rest in requests::rests_on(self.cx, &made.requests)? {
            self.rests(requests::RECORD, &rest.label, rest.what, String::new());
        }
        for id in &made.assessments {
            let label = assessments::label(self.cx, *id.as_bytes())?;
            self.is_told(assessments::RECORD, &id.to_string(), &label);
        }
        for label in assessments::rests_on(self.cx, &made.assessments)? {
            self.rests(assessments::RECORD, &label, "care", String::new());
        }
        Ok(())
    }

    fn fund(&mut self, id: FundId, books: &Books) -> Result<()> {
        let name = fund::fund(self.cx, id)?.name;
        self.is_told("fund", &id.to_string(), &name);
        if let Some(loan_no) = loans::on_fund(self.cx, id)? {
            self.rests("fund", &name, "loan", loan_no);
        }
        if let Some(voucher) = fund::posted_beside(self.cx, id, books.own())? {
            self.rests("fund", &name, "entry", voucher.to_string());
        }
        if let Some(narration) = funds::draft_on(self.cx, id)? {
            self.rests("fund", &name, "draft", narration);
        }
        let waits = "SELECT 1 AS one FROM import_waiting WHERE fund = $1 AND run <> $2 LIMIT 1";
        if self.cx.row(waits, values![id, self.run], |_| Ok(()))?.is_some() {
            self.rests("fund", &name, "waiting", String::new());
        }
        Ok(())
    }

    fn loans(&mut self, made: &Made) -> Result<()> {
        let rests = loans::rests_on(self.cx, &made.loans)?;
        let waits = "SELECT DISTINCT loan_no FROM import_waiting WHERE run <> $1";
        let waits: BTreeSet<String> =
            self.cx.rows(waits, values![self.run], |row| row.get("loan_no"))?.into_iter().collect();
        for id in &made.loans.loans {
            let loan_no = loans::number(self.cx, *id)?;
            self.is_told("loan", &id.to_string(), &loan_no);
            if self.is_kept_by_others("loan", *id.as_bytes())? {
                self.rests("loan", &loan_no, "kept_by_others", String::new());
            }
            if waits.contains(&loan_no) {
                self.rests("loan", &loan_no, "waiting", String::new());
            }
        }
        for tranche in &made.loans.tranches {
            if self.changes.contains_key(&tranche.to_string()) {
                let label = loans::tranche_label(self.cx, *tranche.as_bytes())?;
                self.is_told("tranche", &tranche.to_string(), &label);
            }
        }
        for project in &made.loans.projects {
            if self.changes.contains_key(&project.to_string()) {
                let name = loans::project_name(self.cx, *project)?;
                self.is_told("project", &project.to_string(), &name);
            }
        }
        for rest in rests {
            // What was done with a loan itself is told by the trail, with who and when.
            let by_trail = made.loans.loans.contains(&rest.loan) && self.changes.contains_key(&rest.loan.to_string());
            if !by_trail {
                self.rests("loan", &rest.loan_no, rest.what, String::new());
            }
        }
        Ok(())
    }

    fn books(&mut self, books: &Books) -> Result<()> {
        for (entry, what) in books.entangled() {
            self.rests("entry", &entry.voucher.to_string(), what, String::new());
        }
        for month in books.closed(self.cx)? {
            self.rests("period", &format!("{}/{:02}", month.year(), month.number() % 100), "closed", String::new());
        }
        Ok(())
    }
}
