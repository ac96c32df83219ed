//! Products and projects, rows in and out.

use super::inputs::{OpenProject, SaveProduct};
use super::model::{Product, ProductTerms, Project, ProjectState};
use database::{Read, Row, Value, values};
use kernel::arabic::fold;
use kernel::id::{PartyId, PersonId, ProductId, ProjectId};
use kernel::{Day, Failure, Moment, Result};
use office::context::Write;
use office::order::{Order, order_by};

pub fn products(db: &Read<'_>) -> Result<Vec<Product>> {
    db.rows(include_str!("sql/products.sql"), values![], |row| {
        let terms: String = row.get("terms")?;
        Ok(Product {
            id: row.get("id")?,
            name: row.get("name")?,
            version: row.get("version")?,
            offered: row.get("offered")?,
            terms: serde_json::from_str(&terms).map_err(Failure::broken)?,
            loans: row.get("loans")?,
        })
    })
}

pub fn product(db: &Read<'_>, id: ProductId) -> Result<Product> {
    products(db)?.into_iter().find(|product| product.id == id).ok_or(Failure::not_found("product"))
}

/// The name of a product and its terms as a version has them.
pub fn version(db: &Read<'_>, id: ProductId, version: i64) -> Result<(String, ProductTerms)> {
    let sql = "SELECT p.name, v.terms FROM product p JOIN product_version v ON v.product = p.id \
               WHERE p.id = $1 AND v.version = $2";
    let found = db.row(sql, values![id, version], |row| {
        let terms: String = row.get("terms")?;
        Ok((row.get("name")?, serde_json::from_str(&terms).map_err(Failure::broken)?))
    })?;
    found.ok_or(Failure::not_found("product"))
}

pub fn name_taken(db: &Read<'_>, name: &str, except: ProductId) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM product WHERE name_fold = $1 AND id <> $2";
    Ok(db.row(sql, values![fold(name), except], |_| Ok(()))?.is_some())
}

pub fn insert_product(db: &database::Write<'_>, product: &SaveProduct, by: PersonId, now: Moment) -> Result<()> {
    db.run(
        "INSERT INTO product (id, name, name_fold, version, offered, created_at) VALUES ($1, $2, $3, 1, $4, $5)",
        values![product.id, product.name.as_str(), fold(&product.name), product.offered, now],
    )?;
    insert_version(db, product, 1, by, now)
}

/// Writes a product over what stood there; changed terms are a new version.
pub fn update_product(cx: &Write<'_>, before: &Product, product: &SaveProduct) -> Result<()> {
    let version = before.version + i64::from(before.terms != product.terms);
    if version != before.version {
        insert_version(cx.db(), product, version, cx.who.id, cx.now)?;
    }
    cx.run(
        "UPDATE product SET name = $1, name_fold = $2, version = $3, offered = $4 WHERE id = $5",
        values![product.name.as_str(), fold(&product.name), version, product.offered, product.id],
    )?;
    Ok(())
}

fn insert_version(
    db: &database::Write<'_>,
    product: &SaveProduct,
    version: i64,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let terms = serde_json::to_string(&product.terms).map_err(Failure::broken)?;
    db.run(
        "INSERT INTO product_version (product, version, terms, made_by, made_at) VALUES ($1, $2, $3, $4, $5)",
        values![product.id, version, terms, by, now],
    )?;
    Ok(())
}

/// What each column of the list of projects is ordered by.
const PROJECTS_ORDERED: &[(&str, &str)] = &[
    ("name", "p.name_fold"),
    ("borrower", "borrower"),
    ("activity", "p.activity"),
    ("opened", "p.opened_on"),
    ("loans", "loans"),
    ("outstanding", "outstanding"),
    ("state", "p.state"),
];

/// Projects by name: of one party, in one state, with a word in their name.
pub fn projects(
    db: &Read<'_>,
    narrowed: &[Value; 3],
    limit: i64,
    offset: i64,
    only: Option<ProjectId>,
    order: Option<&Order>,
) -> Result<Vec<Project>> {
    let mut values = vec![Value::from(only)];
    values.extend(narrowed.iter().cloned());
    values.extend([Value::from(limit), Value::from(offset)]);
    let order = order_by(order, PROJECTS_ORDERED, "p.name_fold, p.id", "p.id");
    db.rows(&include_str!("sql/projects.sql").replace("-- in order", &order), values, project_row)
}

pub fn project(db: &Read<'_>, id: ProjectId) -> Result<Project> {
    let anything = [Value::Null, Value::Null, Value::Null];
    projects(db, &anything, 1, 0, Some(id), None)?.into_iter().next().ok_or(Failure::not_found("project"))
}

pub fn insert_project(cx: &Write<'_>, project: &OpenProject, name: &str, opened_on: Day) -> Result<()> {
    cx.run(
        "INSERT INTO project (id, party, name, name_fold, activity, state, state_since, opened_on, created_at) \
         VALUES ($1, $2, $3, $4, $5, 'running', $6, $6, $7)",
        values![
            project.id,
            project.party,
            name,
            fold(name),
            kernel::arabic::tidy_line(&project.activity),
            opened_on,
            cx.now
        ],
    )?;
    Ok(())
}

/// What a person changes of a project.
pub struct ProjectChange<'a> {
    pub name: &'a str,
    pub activity: &'a str,
    pub state: ProjectState,
    pub state_since: Day,
    pub state_reason: &'a str,
}

pub fn update_project(cx: &Write<'_>, id: ProjectId, change: &ProjectChange<'_>) -> Result<()> {
    cx.run(
        "UPDATE project SET name = $1, name_fold = $2, activity = $3, state = $4, state_since = $5, \
         state_reason = $6 WHERE id = $7",
        values![
            change.name,
            fold(change.name),
            change.activity,
            change.state.name(),
            change.state_since,
            change.state_reason,
            id
        ],
    )?;
    Ok(())
}

fn project_row(row: &Row<'_>) -> Result<Project> {
    Ok(Project {
        id: row.get("id")?,
        party: row.get("party")?,
        borrower: row.get("borrower")?,
        name: row.get("name")?,
        activity: row.get("activity")?,
        state: row.get("state")?,
        state_since: row.get("state_since")?,
        state_reason: row.get("state_reason")?,
        opened_on: row.get("opened_on")?,
        loans: row.get("loans")?,
        outstanding: row.get("outstanding")?,
    })
}

/// A borrower as lists and papers name them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Borrower {
    /// The file the party's own was merged into, where it was.
    pub party: PartyId,
    pub name: String,
    pub identity: String,
    pub mobile: String,
    pub file_no: String,
}

pub fn borrower(db: &Read<'_>, party: PartyId) -> Result<Borrower> {
    let found = db.row(include_str!("sql/borrower.sql"), values![party], |row| {
        Ok(Borrower {
            party: row.get("id")?,
            name: row.get("name")?,
            identity: row.get("number")?,
            mobile: row.get("mobile")?,
            file_no: row.get("file_no")?,
        })
    })?;
    found.ok_or(Failure::not_found("file"))
}
