//! The annex to a loan: the plan before a change of its terms beside the plan after it, why, and who asked and approved.

use crate::borrower;
use crate::changes::ChangeCause;
use crate::changes::plan::{ChangePlan, PlanSide};
use crate::inputs::WhichAnnex;
use crate::model::LoanHead;
use crate::projects;
use crate::rules::NO_ANNEX;
use crate::steps::DEFERRAL;
use crate::store::{self, KeptEvent};
use approvals::ApprovalRequest;
use database::values;
use kernel::arabic::amount_in_words;
use kernel::id::{ApprovalId, LoanId, PaymentId};
use kernel::{Day, Failure, Result};
use ledger::fund;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const ANNEX: Template = Template { name: "loan_annex", source: include_str!("../papers/annex.typ") };

/// What was decided, as it was kept with its request.
pub struct AnnexDecision {
    pub plan: ChangePlan,
    /// Why, in words of the paper.
    pub cause: String,
    /// Whether the borrower cannot pay and is given time.
    pub hardship: bool,
    pub request: ApprovalRequest,
    /// Whether it was a decision about many loans.
    pub of_many: bool,
}

pub fn annex(cx: &Read<'_>, input: WhichAnnex) -> Result<Paper> {
    let head = store::loan(cx, input.loan)?;
    let events = store::events(cx, input.loan)?;
    let kept = events.iter().find(|kept| kept.event.place == input.place).ok_or(NO_ANNEX)?;
    let (decided, releases) = decision(cx, kept, head.id)?.ok_or(NO_ANNEX)?;
    print(cx, &head, kept, decided, releases)
}

/// The annex of a change that a feature above decided, by the key of its event.
///
/// # Errors
/// `loans.no_annex`, where no event of the loan has the key.
pub fn annex_of_key(cx: &Read<'_>, loan: LoanId, key: &str, decided: AnnexDecision) -> Result<Paper> {
    let head = store::loan(cx, loan)?;
    let events = store::events(cx, loan)?;
    let kept = events.iter().find(|kept| kept.event.key.as_deref() == Some(key)).ok_or(NO_ANNEX)?;
    print(cx, &head, kept, decided, false)
}

fn print(cx: &Read<'_>, head: &LoanHead, kept: &KeptEvent, decided: AnnexDecision, releases: bool) -> Result<Paper> {
    let AnnexDecision { plan, cause, hardship, request, of_many } = decided;
    let borrower = borrower::borrower(cx, head.party)?;
    let word = |key: String| words::word(&key, Language::Ar);
    let kind = if releases { "release" } else { store::kind_and_amount(&kept.event.kind).0 };
    let approver = request.approvals.last();
    let data = json!({
        "loan_no": head.loan_no,
        "borrower": borrower.name,
        "file_no": borrower.file_no,
        "project": projects::project(cx, head.project)?.name,
        "fund": fund::fund(cx, head.fund)?.name,
        "change": word(format!("loans.change.kind.{kind}")),
        "cause": cause,
        "hardship": hardship,
        "of_many": of_many,
        "reason": request.reason,
        "day": paper::dates_json(kept.event.on),
        "asked_by": request.asked_by_name,
        "asked_on": paper::dates_json(Day::in_riyadh(request.asked_at)),
        "approved_by": approver.map(|one| one.name.clone()).unwrap_or_default(),
        "approved_on": approver.map(|one| paper::dates_json(Day::in_riyadh(one.at))),
        "before": side(&plan.before),
        "after": side(&plan.after),
        "equal": plan.before.outstanding == plan.after.outstanding,
        "total_in_words": amount_in_words(plan.after.outstanding)?,
        "undone": kept.undone_by.is_some(),
    });
    let place = kept.event.place;
    cx.saw("loan", head.id, &head.loan_no, json!({ "annex": place }));
    paper::print(cx, &ANNEX, &format!("annex-{}-{}", head.loan_no, place), &data)
}

fn side(side: &PlanSide) -> Value {
    let rows: Vec<Value> =
        side.rows.iter().map(|row| json!([row.no, paper::dates_json(row.due), row.outstanding, row.changed])).collect();
    json!({ "rows": rows, "open": side.open, "total": side.outstanding, "ends_on": paper::dates_json(side.ends_on) })
}

/// What was decided, and whether it ends what the borrower owes.
fn decision(cx: &Read<'_>, kept: &KeptEvent, loan: LoanId) -> Result<Option<(AnnexDecision, bool)>> {
    let of = |plan: ChangePlan, cause: ChangeCause, request: ApprovalRequest, of_many: bool| {
        let words = words::word(&format!("loans.change.cause.{}", cause.name()), Language::Ar);
        let decided = AnnexDecision { plan, cause: words, hardship: cause.is_hardship(), request, of_many };
        (decided, cause.releases())
    };
    let Some(id) = kept.event.key.as_ref().and_then(|key| key.parse::<PaymentId>().ok()) else { return Ok(None) };
    let read = |row: &database::Row<'_>| -> Result<(ChangePlan, ChangeCause)> {
        let plan: String = row.get("plan")?;
        Ok((serde_json::from_str(&plan).map_err(Failure::broken)?, row.get("cause")?))
    };
    let one = cx.row("SELECT plan, cause FROM loan_request WHERE id = $1 AND plan IS NOT NULL", values![id], read)?;
    if let Some((plan, cause)) = one {
        let request = approvals::request(cx, ApprovalId::from_bytes(*id.as_bytes()))?;
        return Ok(Some(of(plan, cause, request, false)));
    }
    let sql = "SELECT of_loan.plan, d.cause FROM loan_deferral_loan of_loan JOIN loan_deferral d ON d.id = of_loan.deferral \
               WHERE of_loan.deferral = $1 AND of_loan.loan = $2";
    let Some((plan, cause)) = cx.row(sql, values![id, loan], read)? else { return Ok(None) };
    let request = approvals::of(cx, &DEFERRAL, *id.as_bytes())?.ok_or(NO_ANNEX)?;
    Ok(Some(of(plan, cause, request, true)))
}
