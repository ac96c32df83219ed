//! What the screens of lending ask, the list aside.

use crate::applications::terms::{self, Chosen};
pub use crate::changes::choices::choices;
pub use crate::changes::many::{deferral, deferrals, preview_deferral};
pub use crate::changes::weigh::preview_change;
pub use crate::detail::detail;
use crate::inputs::{ListProjects, PreviewPlan, WhichProject};
use crate::model::{Product, Project};
use crate::products as rows;
use crate::projects;
pub use crate::repayments::repaying::repay_preview;
use crate::rules;
use crate::sheet::{PlanPreview, PlannedRow, Products, ProjectSheet, Projects};
pub use crate::summary::list::{find, list};
pub use crate::tranches::paying::pay_preview;
use database::{Value, values};
use kernel::Result;
use kernel::arabic::{amount_in_words, fold};
use lending::Loan;
use office::context::Read;
use office::input::Nothing;

const PAGE: i64 = 100;
const LARGEST_PAGE: i64 = 500;

pub fn products(cx: &Read<'_>, _: Nothing) -> Result<Products> {
    let products: Vec<Product> = rows::products(cx)?;
    let funds = crate::applications::lending_funds(cx)?;
    Ok(Products { products, funds, records: cx.versions(rows::RECORD)? })
}

pub fn projects(cx: &Read<'_>, input: ListProjects) -> Result<Projects> {
    let words = fold(&input.text);
    let like = (!words.is_empty()).then(|| format!("%{words}%"));
    let narrowed: [Value; 3] = values![input.party, input.state.map(crate::model::ProjectState::name), like];
    let limit = input.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let projects: Vec<Project> =
        projects::projects(cx, &narrowed, limit, input.offset.max(0), None, input.order.as_ref())?;
    let total = cx.one(include_str!("sql/projects_total.sql"), narrowed, |row| row.get("total"))?;
    Ok(Projects { projects, total })
}

pub fn project(cx: &Read<'_>, input: WhichProject) -> Result<ProjectSheet> {
    let project = projects::project(cx, input.project)?;
    let loans = crate::summary::list::of_project(cx, input.project)?;
    Ok(ProjectSheet { project, loans, record: cx.version(projects::RECORD, input.project)? })
}

/// The plan a loan would have; refused as the proposal itself would be.
pub fn plan_preview(cx: &Read<'_>, input: PreviewPlan) -> Result<PlanPreview> {
    let product = rows::product(cx, input.product)?;
    rules::within(&product.terms, input.amount, input.instalments)?;
    let start = input.start.unwrap_or(cx.today());
    rules::first_due(input.first_due, start)?;
    let chosen = Chosen {
        amount: input.amount,
        instalments: input.instalments,
        calendar: input.calendar,
        first_due: input.first_due,
        start,
    };
    let state = Loan::new(terms::terms(&product.terms, &chosen)?)?.plan()?;
    let row = |(no, row): (u32, &lending::Row)| PlannedRow { no, due: row.due, amount: row.principal };
    Ok(PlanPreview {
        rows: (1..).zip(&state.rows).map(row).collect(),
        amount: input.amount,
        amount_in_words: amount_in_words(input.amount)?,
        ends_on: state.ends_on,
        cash_limit: rules::cash_limit(product.terms.cash_percent, input.amount)?,
    })
}
