//! What the office holds already, as far as the judgement of a file must know it.

use super::rules::Ground;
use super::{cases, followed, store, waiting};
use beneficiaries::known_people;
use database::Read;
use intake::{Known, KnownAccount, KnownFund, Subject};
use kernel::{Day, Result};
use parties::known_different;

/// The office around a file. Two that are equal judge it alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surroundings {
    pub known: Known,
}

impl Surroundings {
    pub fn ground(&self) -> Ground {
        Ground { people: !self.known.people.is_empty(), funds: !self.known.funds.is_empty() }
    }
}

/// # Errors
/// What the database refuses.
pub fn load(db: &Read<'_>, subject: Subject, today: Day) -> Result<Surroundings> {
    let mut known = Known::nothing(today);
    if matches!(subject, Subject::Beneficiaries | Subject::Loans | Subject::FollowUp | Subject::CaseRegisters) {
        known.people = known_people(db)?;
    }
    if subject == Subject::Beneficiaries {
        known.different = known_different(db)?;
    }
    if subject == Subject::Loans {
        known.refused_identities = store::refused_identities(db)?;
        loans::known(db, &mut known)?;
        waiting::known(db, &mut known)?;
    }
    if subject == Subject::FollowUp {
        known.loans = loans::known_loans(db, today)?;
        known.follow_up = followed::known(db)?;
    }
    if subject == Subject::CaseRegisters {
        known.follow_up.staff = followed::staff(db)?;
        known.cases = cases::known(db)?;
    }
    if matches!(subject, Subject::Loans | Subject::Openings) {
        let funds = ledger::fund::funds(db)?;
        let opened = funds::opened(db)?;
        let known_fund = |fund: ledger::Fund| KnownFund {
            key: fund.id.to_string(),
            opened: opened.contains(&fund.id),
            name: fund.name,
        };
        known.funds = funds.into_iter().map(known_fund).collect();
    }
    if subject == Subject::Openings {
        let account = |account: ledger::Account| KnownAccount {
            code: account.code.to_string(),
            name: account.name,
            postable: account.postable,
        };
        known.accounts = ledger::account::accounts(db)?.into_iter().map(account).collect();
    }
    Ok(Surroundings { known })
}
