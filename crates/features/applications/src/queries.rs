//! What the screens of applications ask.

pub use crate::settings::rules;
pub use crate::sheet::detail;

use crate::conditions;
use crate::inputs::{ListApplications, WeighApplication};
use crate::model::{ApplicationCount, ApplicationLine, ApplicationOfLoan, ApplicationPage, ApplicationState, Weighed};
use crate::rules as judged;
use crate::store;
use database::{Value, values};
use kernel::Result;
use kernel::arabic::Reading;
use kernel::id::ProductId;
use loans::inputs::WhichLoan;
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};
use std::collections::BTreeMap;

const LINES: &str = include_str!("sql/lines.sql");
/// What each column of the list is ordered by.
const ORDERED: &[(&str, &str)] = &[
    ("number", "a.application_no"),
    ("applicant", "kept.name"),
    ("project", "a.project_name"),
    ("product", "a.product"),
    ("amount", "COALESCE(a.rec_amount, a.amount)"),
    ("instalments", "COALESCE(a.rec_instalments, a.instalments)"),
    ("opened", "a.opened_on"),
    ("researcher", "researcher_name?"),
    ("since", "a.state_on"),
    ("state", "a.state"),
];

pub fn list(cx: &Read<'_>, input: ListApplications) -> Result<ApplicationPage> {
    as_meant(cx, &input.text, |page: &ApplicationPage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListApplications, reading: Option<&Reading>) -> Result<ApplicationPage> {
    let narrow = narrow(input, reading, true);
    let order = order_by(input.order.as_ref(), ORDERED, "a.opened_on DESC, a.application_no DESC", "a.id");
    let (sql, values) = narrow.statement(LINES, &order, limit_of(input.limit), input.offset);
    let names: BTreeMap<ProductId, String> =
        loans::products(cx)?.into_iter().map(|product| (product.id, product.name)).collect();
    let lines = cx.rows(&sql, values, |row| {
        let product: ProductId = row.get("product")?;
        Ok(ApplicationLine {
            application: row.get("id")?,
            application_no: row.get("application_no")?,
            party: row.get("party")?,
            applicant: row.get("applicant")?,
            product,
            product_name: names.get(&product).cloned().unwrap_or_default(),
            project_name: row.get("project_name")?,
            amount: row.get("amount")?,
            instalments: row.get("instalments")?,
            state: row.get("state")?,
            opened_on: row.get("opened_on")?,
            researcher_name: row.get("researcher_name")?,
            since: row.get("state_on")?,
            loan: row.get("loan")?,
        })
    })?;
    let sql = format!(
        "SELECT count(*) AS n, COALESCE(sum(COALESCE(a.rec_amount, a.amount)), 0) AS amount \
         FROM loan_application a {}",
        narrow.said()
    );
    let (total, amount) = cx.one(&sql, narrow.values, |row| Ok((row.get("n")?, row.get("amount")?)))?;
    Ok(ApplicationPage { lines, total, amount, counts: counts(cx, input, reading)? })
}

fn counts(cx: &Read<'_>, input: &ListApplications, reading: Option<&Reading>) -> Result<Vec<ApplicationCount>> {
    let narrow = narrow(input, reading, false);
    let sql = format!("SELECT a.state, count(*) AS n FROM loan_application a {} GROUP BY a.state", narrow.said());
    let found: BTreeMap<ApplicationState, i64> =
        cx.rows(&sql, narrow.values, |row| Ok((row.get("state")?, row.get("n")?)))?.into_iter().collect();
    let count =
        |state: &ApplicationState| ApplicationCount { state: *state, count: found.get(state).copied().unwrap_or(0) };
    Ok(ApplicationState::ALL.iter().map(count).collect())
}

fn narrow(input: &ListApplications, reading: Option<&Reading>, by_state: bool) -> Narrow {
    let mut narrow = Narrow::default();
    narrow.words("a.search_fold", reading);
    if by_state {
        narrow.one_of("a.state", input.state.iter().map(|one| Value::from(*one)));
    }
    if let Some(product) = input.product {
        narrow.and("a.product = {}", values![product]);
    }
    if let Some(party) = input.party {
        let own = "(a.party = {} OR a.party IN (SELECT id FROM party_name WHERE merged_into = {}))";
        narrow.and(own, values![party, party]);
    }
    if let Some(researcher) = input.researcher {
        narrow.and("a.researcher = {}", values![researcher]);
    }
    narrow
}

/// What is being typed, weighed before anything of it is saved.
pub fn weigh(cx: &Read<'_>, input: WeighApplication) -> Result<Weighed> {
    let mut whole = conditions::whole(cx, store::application(cx, input.application)?)?;
    if let Some(rows) = &input.rows {
        whole.rows = judged::rows(rows)?;
    }
    if let Some(lines) = &input.lines {
        // A line is weighed while it is still being typed: what it lacks is said when it is saved.
        whole.lines.clone_from(lines);
        whole.lines.truncate(judged::ROWS);
    }
    whole.weigh(input.amount, input.instalments, cx.today())
}

/// What the page of a loan says of the application it came from.
pub fn of_loan(cx: &Read<'_>, input: WhichLoan) -> Result<ApplicationOfLoan> {
    let one = store::of_loan(cx, input.loan)?.map(|id| store::application(cx, id)).transpose()?;
    let nothing = || ApplicationOfLoan {
        application: None,
        application_no: String::new(),
        recommended_by_name: String::new(),
        decided_by_name: String::new(),
    };
    Ok(one.map_or_else(nothing, |one| ApplicationOfLoan {
        application: Some(one.id),
        application_no: one.application_no,
        recommended_by_name: one.recommended_by_name,
        decided_by_name: one.decided_by_name,
    }))
}
