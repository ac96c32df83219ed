//! Nouns of the board. Amounts are whole halalas, rates hundredths of a per cent; every figure names, as `target`, the
//! screen that lists its rows with the question that gives them.

use casework::holds::CauseKind;
use follow_up::MeasuredShare;
use kernel::id::{EntryId, FundId, LoanId, TrancheId};
use kernel::{Day, Money};
use ledger::FundTotals;
use lending::{Bucket, Rate};
use measures::Median;
use office::association::Calendar;
use office::figure::{Better, FigureChart, FigureRow, FigureSection, FigureUnit, Measured};
use office::list;
use office::order::Order;
use office::span::{PeriodKind, Span};
use office::target::Target;
use office::tasks::Task;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which board: today's and in the association's calendar, where nothing else is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct AskBoard {
    pub day: Option<Day>,
    pub calendar: Option<Calendar>,
}

/// The association on a day: people, loans, money. All of it is computed from the files, the loans and the books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Board {
    pub day: Day,
    pub calendar: Calendar,
    /// The quarter of the year that holds the day, until the day.
    pub quarter: Span,
    pub previous_quarter: Span,
    pub beneficiaries: PeopleFigures,
    pub portfolio: PortfolioFigures,
    pub collection: CollectionFigures,
    /// Late by more than 0, 30, 60 and 90 days, in this order.
    pub at_risk: Vec<AtRisk>,
    /// Overdue ÷ outstanding, both principal: always shown beside the portfolio at risk. None where nothing is owed.
    pub arrears_rate: Option<Rate>,
    /// Loans with a change of terms, with what is still owed on them.
    pub restructured: LoansAmount,
    /// Loans given up for lost, with what was given up.
    pub written_off: LoansAmount,
    pub halted: HaltedFigures,
    /// Of what fell due in the quarter until the day.
    pub promises: PromiseFigures,
    pub tranches: TranchesWaiting,
    pub lendable: Lendable,
    /// Twelve months, oldest first; the last one holds the day and goes no further than it.
    pub months: Vec<MonthFigures>,
    /// Not late, then the bands of lateness in days: 1–30, 31–60, 61–90, 91–180, more than 180.
    pub ageing: Vec<AgeingBand>,
    pub sources_and_uses: SourcesAndUses,
    pub funds: Vec<FundPosition>,
    /// The portfolio of each fund that ever lent.
    pub by_fund: Vec<FundPortfolio>,
    /// What waits for a decision this person may take; of today, whatever day is looked at.
    pub waiting: Vec<Task>,
}

/// Projects that are halted at the end of the day, and how long it took to set right those released in the quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HaltedFigures {
    pub open: i64,
    /// By the first of their causes, in its order.
    pub by_cause: Vec<HaltedCause>,
    /// Those halted the longest.
    pub oldest: Vec<HaltedProjectLine>,
    /// Released by a decision in the quarter.
    pub released: i64,
    /// Median days from the hold to the corrective action; none where none was released.
    pub to_corrective: Option<Median>,
    /// Median days from the corrective action to the release.
    pub to_release: Option<Median>,
    pub target: Target,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HaltedCause {
    pub cause: CauseKind,
    pub projects: i64,
    pub target: Target,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HaltedProjectLine {
    pub loan_no: String,
    pub project: String,
    pub borrower: String,
    pub cause: CauseKind,
    pub since: Day,
    pub days: i32,
    pub target: Target,
}

/// What each side kept of its promises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromiseFigures {
    pub beneficiary: MeasuredShare,
    pub association: MeasuredShare,
    pub beneficiary_target: Target,
    pub association_target: Target,
}

list! {
    /// What a tranche waits for.
    TrancheWait { Decision = "decision", Payment = "payment" }
}

/// Tranches that wait at the end of the day: for a decision, and for the money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TranchesWaiting {
    pub decide: i64,
    pub decide_amount: Money,
    pub decide_target: Target,
    pub pay: i64,
    pub pay_amount: Money,
    pub pay_target: Target,
}

/// The tranches that wait; all where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AskTranches {
    pub day: Option<Day>,
    pub wait: Option<TrancheWait>,
    pub order: Option<Order>,
    /// 1–500; 100 where none is given.
    pub limit: Option<i64>,
    pub offset: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrancheLine {
    pub tranche: TrancheId,
    pub loan: LoanId,
    pub loan_no: String,
    pub borrower: String,
    pub project: String,
    pub amount: Money,
    pub wait: TrancheWait,
    /// The day of the last step.
    pub since: Day,
    pub days: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TranchePage {
    pub lines: Vec<TrancheLine>,
    pub total: i64,
    /// Over all lines, not only this page.
    pub amount: Money,
}

/// The period of the report in two directions, both days included; it goes no further than today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskTwoWays {
    pub from: Day,
    pub until: Day,
}

/// Files and people, as their status was at the end of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PeopleFigures {
    pub active: i64,
    /// Files not yet active.
    pub registered: i64,
    /// People in the families of active files; a file that does not say counts one.
    pub persons: i64,
    /// Files opened in the quarter.
    pub new_this_quarter: i64,
    pub target: Target,
}

/// Loans that were paid out until the day, with what they were lent and what is owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PortfolioFigures {
    /// Paid out, wholly or in part.
    pub loans: i64,
    /// Something is owed.
    pub active: i64,
    /// Nothing is owed any more, whether money of the borrower is in hand or not.
    pub paid_off: i64,
    /// Late by a day or more.
    pub late: i64,
    /// What was paid out, tranches included.
    pub lent: Money,
    /// Principal owed, rows not yet due included.
    pub outstanding: Money,
    /// Principal of rows that were due before the day.
    pub overdue: Money,
    /// Money of borrowers that no row has taken.
    pub credits: Money,
    /// What was repaid, refunds taken off.
    pub paid: Money,
    /// Outstanding ÷ active loans, to the halala, a half to the even one; zero where no loan is active.
    pub average: Money,
    pub target: Target,
    pub late_target: Target,
}

/// What fell due until the end of a day, and what was collected on it; none as the rate where nothing fell due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Collected {
    pub fallen_due: Money,
    pub collected: Money,
    pub rate: Option<Rate>,
}

/// Collection since the first loan, and of the two quarters by what has been collected until the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CollectionFigures {
    pub fallen_due: Money,
    pub collected: Money,
    pub rate: Option<Rate>,
    /// Of what fell due in the quarter until the day.
    pub quarter: Collected,
    /// Of what fell due in the quarter before, as far as it is collected on the day.
    pub previous_quarter: Collected,
    pub target: Target,
}

/// The whole outstanding principal of loans late by more than `days`, without grace and pauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AtRisk {
    pub days: i32,
    pub amount: Money,
    /// Amount ÷ outstanding; none where nothing is owed.
    pub rate: Option<Rate>,
    pub loans: i64,
    pub target: Target,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoansAmount {
    pub loans: i64,
    pub amount: Money,
    pub target: Target,
}

/// What can be lent: the cash of the lending funds, less what is approved and not yet paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Lendable {
    /// Balance less committed; below zero where more was promised than is there.
    pub available: Money,
    /// Cash of loan pools and of other funds that have loans outstanding.
    pub balance: Money,
    /// Tranches that are approved and not paid, delivered goods whose supplier waits among them.
    pub committed: Money,
    pub target: Target,
}

/// A month of the calendar that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MonthFigures {
    pub year: i32,
    /// 1–12
    pub month: u32,
    pub from: Day,
    /// The last day of the month, or the board's day.
    pub until: Day,
    /// What fell due in these days.
    pub due: Money,
    /// What borrowers paid in these days, on whatever row, refunds taken off; payments that were undone do not count.
    pub collected: Money,
    /// What fell due.
    pub target: Target,
    /// What came in.
    pub collected_target: Target,
}

/// Loans by days past due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgeingBand {
    /// From zero to zero: not late.
    pub days: Bucket,
    pub loans: i64,
    /// Principal owed, rows not yet due included.
    pub outstanding: Money,
    /// Principal of rows that were due before the day.
    pub overdue: Money,
    /// Outstanding ÷ all outstanding; none where nothing is owed.
    pub share: Option<Rate>,
    pub target: Target,
}

/// Where money of the lending funds came from and went to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FlowKind {
    Donations,
    Grants,
    Returns,
    TransfersIn,
    Repayments,
    LoansPaid,
    Programmes,
    TransfersOut,
    Other,
}

impl FlowKind {
    /// As in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Donations => "donations",
            Self::Grants => "grants",
            Self::Returns => "returns",
            Self::TransfersIn => "transfers_in",
            Self::Repayments => "repayments",
            Self::LoansPaid => "loans_paid",
            Self::Programmes => "programmes",
            Self::TransfersOut => "transfers_out",
            Self::Other => "other",
        }
    }
}

/// The vouchers behind one of the flows, between two days, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskFlow {
    pub kind: FlowKind,
    pub from: Day,
    pub until: Day,
    /// Words of the narration, the counterparty or the number; all where empty.
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub order: Option<Order>,
    /// 1–500; 100 where none is given.
    pub limit: Option<i64>,
    #[serde(default)]
    pub offset: i64,
}

/// A voucher with what it brought to a flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FlowLine {
    pub entry: EntryId,
    pub number: String,
    pub day: Day,
    pub narration: String,
    pub counterparty: String,
    pub fund: FundId,
    pub fund_name: String,
    /// In above zero, out below.
    pub amount: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FlowPage {
    /// The newest first.
    pub lines: Vec<FlowLine>,
    pub total: i64,
    /// Over all lines, not only this page.
    pub amount: Money,
}

/// Money in above zero, money out below.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Flow {
    pub kind: FlowKind,
    pub amount: Money,
    pub target: Target,
}

/// Cash of the lending funds over the shown twelve months: from the balance before to the one after. Opening entries
/// stand in neither, they are the balance before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourcesAndUses {
    pub from: Day,
    pub until: Day,
    pub before: Money,
    pub flows: Vec<Flow>,
    /// The sum of the flows.
    pub net_change: Money,
    pub after: Money,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FundPosition {
    pub fund: FundId,
    pub name: String,
    pub totals: FundTotals,
    pub target: Target,
}

/// The portfolio of one fund, by the same rules as the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FundPortfolio {
    pub fund: FundId,
    pub name: String,
    pub portfolio: PortfolioFigures,
    pub collection: Collected,
    pub at_risk: Vec<AtRisk>,
    pub arrears_rate: Option<Rate>,
    pub ageing: Vec<AgeingBand>,
}

/// Which figures of features: of the period that holds the day; this quarter, where nothing else is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct AskFigures {
    pub kind: Option<PeriodKind>,
    pub day: Option<Day>,
    pub calendar: Option<Calendar>,
}

/// What the features measure of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FiguresBoard {
    pub kind: PeriodKind,
    pub calendar: Calendar,
    pub year: i32,
    /// Of the month or the quarter in its year; 0 of a whole year.
    pub number: u32,
    /// No further than today.
    pub span: Span,
    /// The whole period before.
    pub previous: Span,
    /// The twelve months that end with the period, oldest first.
    pub months: Vec<FigureMonth>,
    pub figures: Vec<BoardFigure>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct FigureMonth {
    pub year: i32,
    pub month: u32,
    pub from: Day,
    pub until: Day,
}

/// A figure as the board shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardFigure {
    pub name: String,
    /// `K4`
    pub code: String,
    pub section: FigureSection,
    pub unit: FigureUnit,
    pub better: Better,
    pub chart: FigureChart,
    /// What is aimed at, as it is shipped.
    pub goal: Option<i64>,
    /// The keys of its name and of its definition.
    pub title_key: String,
    pub says_key: String,
    pub now: Measured,
    /// Of the period before.
    pub before: Option<i64>,
    pub lines: Vec<FigureLine>,
    /// Its rows.
    pub target: Target,
}

/// Twelve months of a figure or of a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigureLine {
    pub label_key: String,
    pub unit: FigureUnit,
    pub values: Vec<Option<i64>>,
}

/// The rows behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskFigureRows {
    pub figure: String,
    pub from: Day,
    pub until: Day,
    /// Only those of a part; of the whole figure where it is empty.
    #[serde(default)]
    pub part: String,
    /// Only those that count towards it, or do not.
    #[serde(default)]
    pub counts: Option<bool>,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub order: Option<Order>,
    #[serde(default)]
    pub limit: Option<i64>,
    #[serde(default)]
    pub offset: i64,
}

impl AskFigureRows {
    pub fn of(figure: &str) -> Self {
        Self {
            figure: figure.to_owned(),
            from: Day::FIRST,
            until: Day::FIRST,
            part: String::new(),
            counts: None,
            text: String::new(),
            order: None,
            limit: None,
            offset: 0,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FigureRowPage {
    pub title_key: String,
    pub says_key: String,
    pub code: String,
    /// The key of the words over what each row has of its own; empty where it has nothing.
    pub value_key: String,
    pub lines: Vec<FigureRow>,
    pub total: i64,
}
