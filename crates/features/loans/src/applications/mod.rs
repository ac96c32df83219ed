//! Loans asked for and decided: who proposes one, who approves or rejects it, and the terms it would have.

pub mod approve;
pub mod cancel;
pub mod propose;
pub mod reject;
pub mod terms;

/// A product as it stands, with its newest terms.
///
/// # Errors
/// Not found.
pub fn product(db: &database::Read<'_>, id: kernel::id::ProductId) -> kernel::Result<crate::model::Product> {
    crate::products::product(db, id)
}

/// All products, in the order in which they were made.
///
/// # Errors
/// What the database refuses.
pub fn products(db: &database::Read<'_>) -> kernel::Result<Vec<crate::model::Product>> {
    crate::products::products(db)
}

/// The funds a loan may be paid out of.
///
/// # Errors
/// What the database refuses.
pub fn lending_funds(db: &database::Read<'_>) -> kernel::Result<Vec<crate::sheet::LendingFund>> {
    let lends = |fund: &ledger::Fund| crate::rules::lends(fund.kind).is_ok();
    let funds = ledger::fund::funds(db)?.into_iter().filter(lends);
    Ok(funds.map(|fund| crate::sheet::LendingFund { id: fund.id, name: fund.name }).collect())
}

/// A project as it stands.
///
/// # Errors
/// Not found.
pub fn project(db: &database::Read<'_>, id: kernel::id::ProjectId) -> kernel::Result<crate::model::Project> {
    crate::projects::project(db, id)
}
