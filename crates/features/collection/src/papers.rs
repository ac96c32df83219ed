//! Papers of collecting: the account of a borrower over all loans, the letter to one who is late, the portfolio.

use crate::contact::model::WhichBorrower;
use crate::rules::{NO_LOANS, NOT_LATE};
use crate::settings;
use crate::standing::{self, AskStanding, PortfolioStanding, StandingSum};
use database::values;
use kernel::arabic::amount_in_words;
use kernel::id::{LoanId, PartyId};
use kernel::{Day, Money, Result, require};
use lending::Rate;
use loans::LoanPhase;
use loans::sheet::LoanSheet;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const STATEMENT: Template =
    Template { name: "borrower_statement", source: include_str!("papers/borrower_statement.typ") };
const LETTER: Template = Template { name: "late_letter", source: include_str!("papers/late_letter.typ") };
const PORTFOLIO: Template =
    Template { name: "portfolio_report", source: include_str!("papers/portfolio_report.typ") };

/// The loans of a borrower whose money was out, as they stand today, in the order of their numbers.
fn sheets(cx: &Read<'_>, party: PartyId) -> Result<Vec<LoanSheet>> {
    let sql = "SELECT loan FROM loan_standing \
               WHERE party = $1 AND phase IN ('active', 'overpaid', 'closed', 'written_off') ORDER BY loan_no";
    let loans: Vec<LoanId> = cx.rows(sql, values![party], |row| row.get("loan"))?;
    loans.into_iter().map(|loan| loans::sheet_on(cx, loan, cx.today())).collect()
}

fn phase(phase: LoanPhase) -> String {
    words::word(&format!("loans.phase.{}", phase.name()), Language::Ar)
}

/// `None` where nothing is late.
fn some(amount: Money) -> Option<Money> {
    amount.is_positive().then_some(amount)
}

pub fn borrower_statement(cx: &Read<'_>, input: WhichBorrower) -> Result<Paper> {
    let borrower = loans::borrower(cx, input.party)?;
    let sheets = sheets(cx, borrower.party)?;
    require(!sheets.is_empty(), NO_LOANS)?;
    let today = cx.today();
    let sum = |of: fn(&LoanSheet) -> Money| Money::sum(sheets.iter().map(of));
    let loan = |sheet: &LoanSheet| {
        json!([sheet.loan_no, sheet.project.name, phase(sheet.phase), sheet.paid_out, sheet.repaid, sheet.outstanding, some(sheet.overdue)])
    };
    let data = json!({
        "day": paper::dates_json(today),
        "borrower": borrower.name,
        "file_no": borrower.file_no,
        "loans": sheets.iter().map(loan).collect::<Vec<_>>(),
        "paid_out": sum(|sheet| sheet.paid_out)?,
        "repaid": sum(|sheet| sheet.repaid)?,
        "forgiven": sum(|sheet| sheet.forgiven)?,
        "written_off": sum(|sheet| sheet.written_off)?,
        "outstanding": sum(|sheet| sheet.outstanding)?,
        "overdue": sum(|sheet| sheet.overdue)?,
        "credit": sum(|sheet| sheet.credit)?,
        "movements": movements(cx, borrower.party)?,
    });
    cx.saw("file", borrower.party, &borrower.name, json!({ "statement": today }));
    let name = format!("statement-{}-{today}", if borrower.file_no.is_empty() { "borrower" } else { &borrower.file_no });
    paper::print(cx, &STATEMENT, &name, &data)
}

/// Money that went out and came back on all loans of a borrower, in the order of their days.
fn movements(cx: &Read<'_>, party: PartyId) -> Result<Vec<Value>> {
    cx.rows(include_str!("sql/movements_of.sql"), values![party], |row| {
        let (kind, amount): (String, Money) = (row.get("kind")?, row.get("amount")?);
        let out = matches!(kind.as_str(), "tranche" | "refund");
        let what = words::word(&format!("papers.borrower_statement.movement.{kind}"), Language::Ar);
        let day: Day = row.get("on_day")?;
        let loan: String = row.get("loan_no")?;
        Ok(json!([paper::dates_json(day), loan, what, out.then_some(amount), (!out).then_some(amount)]))
    })
}

pub fn late_letter(cx: &Read<'_>, input: WhichBorrower) -> Result<Paper> {
    let borrower = loans::borrower(cx, input.party)?;
    let sheets: Vec<LoanSheet> = sheets(cx, borrower.party)?.into_iter().filter(|one| one.overdue.is_positive()).collect();
    require(!sheets.is_empty(), NOT_LATE)?;
    let today = cx.today();
    let overdue = Money::sum(sheets.iter().map(|sheet| sheet.overdue))?;
    let until = today.plus_days(settings::contact(cx)?.letter_days)?;
    let loan = |sheet: &LoanSheet| {
        json!([
            sheet.loan_no, sheet.project.name, sheet.overdue_since.map(paper::dates_json), sheet.days_late,
            sheet.overdue, sheet.outstanding,
        ])
    };
    let data = json!({
        "day": paper::dates_json(today),
        "until": paper::dates_json(until),
        "borrower": borrower.name,
        "file_no": borrower.file_no,
        "loans": sheets.iter().map(loan).collect::<Vec<_>>(),
        "overdue": overdue,
        "overdue_in_words": amount_in_words(overdue)?,
        "outstanding": Money::sum(sheets.iter().map(|sheet| sheet.outstanding))?,
    });
    cx.saw("file", borrower.party, &borrower.name, json!({ "late_letter": today, "overdue": overdue }));
    let name = format!("late-{}-{today}", if borrower.file_no.is_empty() { "borrower" } else { &borrower.file_no });
    paper::print(cx, &LETTER, &name, &data)
}

pub fn portfolio_report(cx: &Read<'_>, input: AskStanding) -> Result<Paper> {
    let standing = standing::standing(cx, input)?;
    cx.saw("portfolio", "portfolio", "", json!({ "day": standing.day, "fund": standing.fund }));
    paper::print(cx, &PORTFOLIO, &format!("portfolio-{}", standing.day), &report(&standing))
}

fn report(standing: &PortfolioStanding) -> Value {
    let sum = |one: &StandingSum| json!([one.loans, one.amount]);
    let rate = |rate: Option<Rate>| rate.map(|rate| rate.to_string()).unwrap_or_default();
    json!({
        "day": paper::dates_json(standing.day),
        "fund": standing.fund_name,
        "outstanding": sum(&standing.outstanding),
        "overdue": sum(&standing.overdue),
        "arrears_rate": rate(standing.arrears_rate),
        "at_risk": standing.at_risk.iter()
            .map(|row| json!([row.days, row.loans, row.amount, rate(row.rate)])).collect::<Vec<_>>(),
        "fallen_due": standing.fallen_due,
        "collected": standing.collected,
        "collection_rate": rate(standing.collection_rate),
        "restructured": sum(&standing.restructured),
        "written_off": sum(&standing.written_off),
        "provisions": standing.provisions.iter().map(|row| {
            json!([{ "from": row.days.from, "until": row.days.to }, row.loans, row.outstanding, row.percent, row.provision])
        }).collect::<Vec<_>>(),
        "provision": standing.provision,
        "approved": standing.table.version > 0,
        "decided": standing.table.decided,
    })
}
