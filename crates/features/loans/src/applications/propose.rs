//! A loan is proposed: for a project, by a product, out of a fund, in tranches. A second person decides.

use crate::applications::terms::{self, Chosen};
use crate::borrower;
use crate::detail;
use crate::inputs::{ForProject, ProposeLoan};
use crate::model::{LoanDecision, LoanHead, Project, Tranche, TrancheState};
use crate::products;
use crate::projects;
use crate::projects::open_project;
use crate::rules;
use crate::sheet::LoanSheet;
use crate::store::{self, NewStep};
use crate::summary;
use kernel::arabic::tidy_line;
use kernel::{Result, require};
use ledger::fund;
use lending::Loan;
use office::context::Write;

pub fn propose(cx: &Write<'_>, input: ProposeLoan) -> Result<LoanSheet> {
    let project = project(cx, &input.project)?;
    rules::runs(project.state)?;
    let borrower = borrower::borrower(cx, project.party)?;
    rules::may_borrow(&beneficiaries::file_of(cx, borrower.party)?)?;
    rules::lends(fund::fund(cx, input.fund)?.kind)?;
    let product = products::product(cx, input.product)?;
    require(product.offered, kernel::Refusal::new(rules::PRODUCT_NOT_OFFERED).at("product"))?;
    rules::within(&product.terms, input.amount, input.instalments)?;
    rules::tranches(&product.terms, input.amount, &input.tranches)?;
    rules::guarantee(&product.terms, &input.guarantee)?;
    rules::first_due(input.first_due, cx.today())?;
    let chosen = Chosen {
        amount: input.amount,
        instalments: input.instalments,
        calendar: input.calendar,
        first_due: input.first_due,
        start: cx.today(),
    };
    let terms = terms::terms(&product.terms, &chosen)?;
    // What could not be laid out as a plan is not worth a second person's time.
    Loan::new(terms.clone())?;

    let number = store::next_number(cx, cx.today())?;
    let mut guarantee = input.guarantee.clone();
    guarantee.text = tidy_line(&guarantee.text);
    let head = LoanHead {
        id: input.id,
        loan_no: number.to_string(),
        project: project.id,
        party: borrower.party,
        product: product.id,
        product_version: product.version,
        fund: input.fund,
        amount: input.amount,
        terms,
        purpose: tidy_line(&input.purpose),
        guarantee,
        asked_by: cx.who.id,
        asked_by_name: cx.who.name.clone(),
        asked_at: cx.now,
        decision: LoanDecision::Waiting,
        decided_by: None,
        decided_by_name: None,
        decided_at: None,
        decision_note: String::new(),
        imported: false,
    };
    store::insert_loan(cx, &head, Some(number))?;
    for (no, new) in (1..).zip(&input.tranches) {
        let tranche = Tranche {
            id: new.id,
            loan: input.id,
            no,
            amount: new.amount,
            kind: new.kind,
            supplier: tidy_line(&new.supplier),
            item: tidy_line(&new.item),
            invoice: String::new(),
            state: TrancheState::Planned,
            event: None,
            steps: Vec::new(),
        };
        store::insert_tranche(cx, &tranche)?;
        store::add_step(cx, tranche.id, TrancheState::Planned.name(), cx.today(), &NewStep::default())?;
    }
    summary::rebuild(cx, head.id)?;
    cx.changed("loan", head.id, &head.loan_no, &(), &input)?;
    detail::sheet(cx, head.id, cx.today())
}

fn project(cx: &Write<'_>, wanted: &ForProject) -> Result<Project> {
    match wanted {
        ForProject::Known(id) => projects::project(cx, *id),
        ForProject::New(new) => open_project::open_project(cx, new.clone()),
    }
}
