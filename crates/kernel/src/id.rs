//! One registry of identifiers: UUIDv7, 16 bytes in the database, text only at the edge.
//!
//! Version 7 begins with the time, so rows made after each other lie beside each other in the file. The maker hands in
//! the instant and the randomness, because this crate reads neither a clock nor the machine's random source.

use crate::{Failure, Moment};

/// Why a text is not an identifier; a program's mistake, never a person's.
fn malformed(text: &str) -> Failure {
    Failure::broken(format!("not an identifier: {text}"))
}

/// Declares the identifiers of the domain, one newtype each.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// A new identifier from an instant and ten random bytes.
            pub fn new(now: Moment, random: [u8; 10]) -> Self {
                let millis = u64::try_from(now.micros() / 1_000).unwrap_or(0);
                Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }

            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(uuid::Uuid::from_bytes(bytes))
            }

            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = Failure;
            fn from_str(text: &str) -> Result<Self, Failure> {
                uuid::Uuid::parse_str(text).map(Self).map_err(|_| malformed(text))
            }
        }
    )+};
}

/// The registry: every identifier of the domain, in one list. `$with!` is called with the whole of it, so that another
/// crate (the database, for one) can say something of each.
#[macro_export]
macro_rules! for_each_id {
    ($with:ident) => {
        $with! {
            /// One sent command; the same one again gets the stored answer.
            RequestId,
            /// A person of the office, who signs in.
            PersonId,
            /// A line of the audit trail.
            AuditId,
            /// A backup of the office.
            BackupId,
            /// A beneficiary, a household, a donor, a supplier: one party, many roles.
            PartyId,
            /// The file of a household or a lone person.
            FileId,
            /// A document that hangs on a record, inside the encrypted file.
            DocumentId,
            /// The record something hangs on, whatever its kind.
            SubjectId,
            /// A run of the import wizard.
            ImportId,
            /// A fund of the association.
            FundId,
            /// An account of the chart.
            AccountId,
            /// A sealed entry of the ledger.
            EntryId,
            /// A loan product.
            ProductId,
            /// A micro-project, which outlives its loans.
            ProjectId,
            /// A loan.
            LoanId,
            /// A tranche of a loan.
            TrancheId,
            /// A repayment.
            PaymentId,
            /// What one person asks and others approve.
            ApprovalId,
            /// A guarantee of a loan.
            GuaranteeId,
            /// A promissory note of a loan.
            NoteId,
            /// A visit, a call or another activity that follows something up.
            ActivityId,
            /// What one side promised the other.
            CommitmentId,
            /// That a project is halted.
            HoldId,
            /// A call about what is owed.
            CallId,
            /// A borrower's word to pay by a day.
            PromiseId,
            /// A message that reminds of instalments.
            MessageId,
            /// A sign for which somebody halted a project by hand.
            HoldSignId,
            /// A step that helps a halted project.
            HoldStepId,
            /// A purchase in kind, from its first quote to what the project owns of it.
            PurchaseId,
            /// What a project owns, bought with a loan.
            AssetId,
            /// A stage of a project.
            StageId,
            /// The stages of projects of one kind of activity.
            StageTemplateId,
            /// What a family asks to borrow for, before there is a loan.
            ApplicationId,
            /// A line of the budget of an application.
            BudgetLineId,
            /// A social research of a family.
            AssessmentId,
            /// What a family needs.
            CareNeedId,
            /// What is done about a need.
            CareItemId,
            /// What somebody asks of the association: an inquiry, a complaint, a referral …
            CaseRequestId,
            /// A department of the association.
            DepartmentId,
            /// An entity people are referred to.
            EntityId,
            /// A run of days without work.
            DayOffId,
            /// A committee or a board.
            CommitteeId,
            /// A member of a committee in one of its terms.
            CommitteeMemberId,
            /// A meeting of a committee.
            MeetingId,
            /// An item of the agenda of a meeting.
            AgendaItemId,
            /// A decision of a committee.
            DecisionId,
            /// What a member of a committee declared of their interests.
            InterestId,
            /// A policy, a bylaw or a mechanism of the association.
            PolicyId,
            /// An edition of a policy.
            PolicyEditionId,
            /// A law, a decree or a rule that policies stand on.
            ReferenceId,
            /// A member of the general assembly.
            AssemblyMemberId,
            /// An agreement with a partner.
            AgreementId,
            /// What one side of an agreement owes the other.
            ObligationId,
            /// Something kept of a partner: a contact, a contribution, an endorsement, an exchange.
            PartnerItemId,
            /// A development programme.
            ProgrammeId,
            /// A phase of a programme.
            PhaseId,
            /// An initiative of a programme.
            InitiativeId,
            /// A result an initiative is to bring about.
            ResultId,
            /// An indicator of a result.
            IndicatorId,
            /// Something kept of a programme: a finding, an asset, a support, a commitment.
            ProgrammeItemId,
            /// What the association offers under announced criteria.
            ServiceId,
            /// What is announced of a service at one time.
            ServiceVersionId,
            /// A call about a service to somebody who may have it.
            ServiceCallId,
            /// Questions put to people, in one edition.
            QuestionnaireId,
            /// What a study found.
            FindingId,
            /// What is made better because of what was said.
            ImprovementId,
            /// A report of a period.
            ReportId,
            /// What is decided about data that were kept long enough.
            RetentionId,
            /// An investment of a fund.
            InvestmentId,
            /// A flat, a shop or another part of a building that is let by itself.
            UnitId,
            /// A lease of a unit.
            LeaseId,
            /// A cheque of a lease that waits for its day.
            LeaseChequeId,
            /// A maintenance of a unit or a building.
            MaintenanceId,
            /// A rule by which money is allocated from one fund to others.
            AllocationRuleId,
            /// An edition of a rule of allocation.
            AllocationVersionId,
        }
    };
}

for_each_id! { ids }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_identifiers_sort_after_earlier_ones() {
        let early = LoanId::new(Moment::from_micros(1_700_000_000_000_000), [0xff; 10]);
        let late = LoanId::new(Moment::from_micros(1_700_000_000_001_000), [0; 10]);
        assert!(early < late, "the instant leads, so the random part cannot reorder them");
    }

    #[test]
    fn text_and_bytes_lead_back_to_the_same_identifier() {
        let id = PersonId::new(Moment::from_micros(1_780_000_000_000_000), *b"0123456789");
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(PersonId::from_bytes(*id.as_bytes()), id);
        assert!("not-an-id".parse::<PersonId>().is_err());
    }
}
