//! Another person approves what was recommended: the loan is made, and goes its own way with its own approvals.

use crate::inputs::ApproveApplication;
use crate::model::{ApplicationState, BudgetKind, BudgetLine, Recommends, SavedApplication};
use crate::store::Application;
use crate::{brought, conditions, rules, steps, store};
use conditions::Whole;
use database::values;
use kernel::id::{LoanId, ProjectId, TrancheId};
use kernel::{Refusal, Result, require};
use loans::TrancheKind;
use loans::inputs::{ForProject, NewTranche, OpenProject, ProposeLoan};
use loans::model::Guarantee;
use office::context::Write;

pub fn approve(cx: &Write<'_>, input: ApproveApplication) -> Result<SavedApplication> {
    let before = store::application(cx, input.application)?;
    store::require_open(&before)?;
    rules::stands(before.state, &[ApplicationState::Recommended])?;
    require(before.recommends == Some(Recommends::Approve), rules::REFUSAL_RECOMMENDED)?;
    let (step, request) = steps::to_decide(cx, before.id)?;
    approvals::answer(cx, step, &request)?;
    let note = rules::text("note", &input.note)?;
    let whole = conditions::whole(cx, before.clone())?;
    let found = whole.as_it_stands(cx.today())?;
    conditions::require_all(&conditions::to_approve(cx, &whole, &found)?)?;

    let project = before.project.map_or_else(|| new_project(cx), Ok)?;
    loans::propose_loan(cx, loan(&whole, input.loan, project)?)?;
    let holding = brought::holding(&whole.brought, &whole.product.terms.guarantees);
    let verified = holding.into_iter().map(brought::verified).collect::<Result<Vec<_>>>()?;
    guarantees::take_over(cx, input.loan, &verified)?;
    cx.run(
        "UPDATE loan_application SET state = 'approved', state_on = $1, decided_by = $2, decided_at = $3, \
         decision_note = $4, loan = $5, project = $6, rule_version = $7 WHERE id = $8",
        values![cx.today(), cx.who.id, cx.now, note.as_str(), input.loan, project, whole.version, before.id],
    )?;
    store::told_of_move(cx, &before, ApplicationState::Approved, &note)?;
    store::told(cx, Some(&before), before.id)
}

fn new_project(cx: &Write<'_>) -> Result<ProjectId> {
    Ok(ProjectId::new(cx.now, office::random::bytes()?))
}

/// The loan an application becomes: a tranche for each line of the budget, under the line's own identifier.
fn loan(whole: &Whole, id: LoanId, project: ProjectId) -> Result<ProposeLoan> {
    let own = &whole.application;
    let missing = || Refusal::new(rules::RECOMMENDATION);
    let mut lines: Vec<&BudgetLine> = whole.lines.iter().collect();
    lines.sort_by_key(|line| line.batch);
    Ok(ProposeLoan {
        id,
        project: of_project(own, project),
        product: own.product,
        fund: own.rec_fund.ok_or_else(missing)?,
        amount: own.rec_amount.ok_or_else(missing)?,
        instalments: own.rec_instalments.ok_or_else(missing)?,
        calendar: own.rec_calendar.ok_or_else(missing)?,
        first_due: own.rec_first_due,
        guarantee: guarantee(whole),
        purpose: own.needs.clone(),
        tranches: lines.into_iter().map(tranche).collect(),
    })
}

fn of_project(own: &Application, project: ProjectId) -> ForProject {
    match own.project {
        Some(known) => ForProject::Known(known),
        None => ForProject::New(OpenProject {
            id: project,
            party: own.party,
            name: own.project_name.clone(),
            activity: own.activity.clone(),
        }),
    }
}

fn tranche(line: &BudgetLine) -> NewTranche {
    NewTranche {
        id: TrancheId::from_bytes(*line.id.as_bytes()),
        amount: line.amount,
        kind: match line.kind {
            BudgetKind::InKind => TrancheKind::InKind,
            BudgetKind::Operating => TrancheKind::Cash,
        },
        supplier: line.chosen.clone(),
        item: line.item.clone(),
    }
}

/// What the loan says of its guarantee: the first that holds.
fn guarantee(whole: &Whole) -> Guarantee {
    let holding = brought::holding(&whole.brought, &whole.product.terms.guarantees);
    holding.first().map_or_else(Guarantee::default, |one| Guarantee {
        kind: Some(one.kind),
        text: if one.name.is_empty() { one.said.clone() } else { one.name.clone() },
        until: one.until,
    })
}
