//! What an office hands over: from grids of cells to judged rows.
//!
//! Pure: no database, no clock, no files. The caller reads a file with `sheets`, tells what the office already holds
//! ([`Known`]) and what the person decided so far ([`Draft`]), and gets a [`Validation`]: every row with its verdict,
//! its values, and every cell with what it becomes. A person's correction or answer goes into the draft, and the file is
//! judged again, because one mended identity number may free a loan and all its repayments.
//!
//! The tables of words and headers are data (`data/`); what people are told lives in `locales/intake.yml`.

mod across;
mod answers;
mod apart;
mod assessments;
mod beneficiaries;
mod book;
mod cases;
pub mod codes;
mod commitments;
mod followed;
mod funds;
mod given;
mod guarantees;
mod headers;
mod household;
mod known;
mod layout;
mod loans;
mod money;
mod pairs;
mod part;
mod profile;
mod reading;
mod recognise;
mod refused;
mod repayments;
mod requests;
mod rows;
mod spread;
mod style;
mod suspects;
mod table;
mod text;
mod tranches;
mod validated;
mod view;
mod visits;
mod vocabulary;

pub use answers::{Answer, Decision, Draft};
pub use apart::{apart, lead};
pub use assessments::RegisteredAssessment;
pub use beneficiaries::{Beneficiary, Member};
pub use book::{FundLine, Tables, Validation, validate, validate_again, validate_while};
pub use codes::DETAILS;
pub use commitments::Commitment;
pub use followed::FollowedRecord;
pub use funds::{Fund, Opening};
pub use guarantees::Guarantee;
pub use known::{
    Known, KnownAccount, KnownAssessment, KnownCases, KnownColleague, KnownCommitment, KnownDepartment, KnownFollowUp,
    KnownFollowedLoan, KnownFund, KnownGuarantee, KnownGuarantor, KnownLoan, KnownPerson, KnownReceipt, KnownRequest,
    KnownService, KnownTranche, KnownVisit,
};
pub use layout::{ColumnMap, Found, FundAcross, Given, Headers, Layout, Month, SURE, TrancheAcross, Why, letters};
pub use loans::Loan;
pub use money::{amount, day};
pub use pairs::{LookAlike, Pair, PairAnswer};
pub use part::unit_said;
pub use recognise::{at_row, find, in_sheet};
pub use refused::{Wording, refused_rows};
pub use repayments::{Repayment, RepaymentKind};
pub use requests::{Applicant, RegisteredRequest};
pub use table::{ColumnAt, LeftOutColumn, Table, TablePart};
pub use text::code_key;
pub use tranches::Tranche;
pub use validated::{
    Ask, CellState, CellView, Changed, LeftOutSheet, Level, Other, Place, Reason, SkippedRow, Validated, Verdict,
    can_stand,
};
pub use view::{RowView, TableView};
pub use visits::{Visit, VisitReading};
pub use vocabulary::{Field, Holds, fields, meaning, meanings};

use serde::{Deserialize, Serialize};

/// What is being imported; chosen by the person before the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportSubject")]
pub enum Subject {
    Beneficiaries,
    /// Loans with their tranches and repayments.
    Loans,
    /// Funds and their opening balances.
    Openings,
    /// Guarantees of loans, visits, and commitments of both sides.
    FollowUp,
    /// Requests of all kinds, and the social research of families.
    CaseRegisters,
}

impl Subject {
    pub const ALL: [Self; 5] = [Self::Beneficiaries, Self::Loans, Self::Openings, Self::FollowUp, Self::CaseRegisters];

    /// As in JSON and in the tables of words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Beneficiaries => "beneficiaries",
            Self::Loans => "loans",
            Self::Openings => "openings",
            Self::FollowUp => "follow_up",
            Self::CaseRegisters => "case_registers",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.name() == name)
    }

    /// The tables such a file may hold.
    pub const fn tables(self) -> &'static [TableKind] {
        match self {
            Self::Beneficiaries => &[TableKind::Beneficiaries],
            Self::Loans => &[TableKind::Loans, TableKind::Tranches, TableKind::Repayments],
            Self::Openings => &[TableKind::Funds, TableKind::Openings],
            Self::FollowUp => &[TableKind::Guarantees, TableKind::Visits, TableKind::Commitments],
            Self::CaseRegisters => &[TableKind::Requests, TableKind::Assessments],
        }
    }
}

/// A kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportTable")]
pub enum TableKind {
    Beneficiaries,
    Loans,
    Tranches,
    Repayments,
    Funds,
    Openings,
    Guarantees,
    Visits,
    Commitments,
    Requests,
    Assessments,
}

impl TableKind {
    pub const ALL: [Self; 11] = [
        Self::Beneficiaries,
        Self::Loans,
        Self::Tranches,
        Self::Repayments,
        Self::Funds,
        Self::Openings,
        Self::Guarantees,
        Self::Visits,
        Self::Commitments,
        Self::Requests,
        Self::Assessments,
    ];

    /// As in JSON and in the tables of words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Beneficiaries => "beneficiaries",
            Self::Loans => "loans",
            Self::Tranches => "tranches",
            Self::Repayments => "repayments",
            Self::Funds => "funds",
            Self::Openings => "openings",
            Self::Guarantees => "guarantees",
            Self::Visits => "visits",
            Self::Commitments => "commitments",
            Self::Requests => "requests",
            Self::Assessments => "assessments",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
