//! The rules of collecting: the schedule of reminders, the grace of promises, the table of provisions, and what follows
//! when a loan is closed. Each is kept by version; as shipped until the association sets its own.

use crate::reminders;
use crate::reminders::plan::{ReminderRule, ReminderStep};
use database::{Read, values};
use kernel::{Failure, Moment, Result};
use lending::Share;
use office::context::Read as Looking;
use office::input::Nothing;
use office::list;
use office::words::{self, Language};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! { RuleName { Reminders = "reminders", Contact = "contact", Provision = "provision", Closing = "closing" } }

/// Promises and letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContactRule {
    /// Days after the promised day on which a repayment still keeps a promise: 0–30.
    pub promise_grace: i32,
    /// Days a letter gives to pay: 1–60.
    pub letter_days: i32,
}

/// What is set aside of the outstanding principal of each band of lateness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProvisionRule {
    /// Per cent, 0–100, for: not late, 1–30, 31–60, 61–90, 91–180, more than 180 days.
    #[ts(type = "string[]")]
    pub percents: Vec<String>,
}

/// What follows when a loan is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClosingRule {
    /// Months after the closing the visit that looks at the impact is planned for: 1–24.
    pub impact_months: i32,
}

/// A rule with its new content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "name", content = "content", rename_all = "snake_case")]
pub enum CollectionRule {
    Reminders(ReminderRule),
    Contact(ContactRule),
    Provision(ProvisionRule),
    Closing(ClosingRule),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetCollectionRule {
    pub rule: CollectionRule,
    /// The version it takes the place of; zero for what is shipped.
    pub version: i64,
    /// By which decision; needed for the provisions.
    #[serde(default)]
    pub decided: String,
}

/// Who set a version of a rule, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CollectionRuleVersion")]
pub struct RuleVersion {
    pub name: RuleName,
    /// Zero where it is as shipped, which nobody of the association has decided.
    pub version: i64,
    pub decided: String,
    pub set_by_name: String,
    pub set_at: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CollectionRules {
    pub reminders: ReminderRule,
    pub contact: ContactRule,
    pub provision: ProvisionRule,
    pub closing: ClosingRule,
    /// The version of each that holds now.
    pub versions: Vec<RuleVersion>,
    /// The versions before, the newest first.
    pub before: Vec<RuleVersion>,
    /// What may stand in brackets in the text of a reminder.
    pub slots: Vec<String>,
}

impl Default for ContactRule {
    fn default() -> Self {
        Self { promise_grace: 3, letter_days: 10 }
    }
}

impl Default for ProvisionRule {
    fn default() -> Self {
        Self { percents: ["1", "5", "20", "40", "75", "100"].map(str::to_owned).to_vec() }
    }
}

impl Default for ClosingRule {
    fn default() -> Self {
        Self { impact_months: 6 }
    }
}

impl Default for ReminderRule {
    fn default() -> Self {
        let word = |key: &str| words::word(&format!("collection.shipped.{key}"), Language::Ar);
        let step = |days: i32, key: &str| ReminderStep { product: None, days, text: word(key) };
        Self {
            greeting: word("greeting"),
            closing: word("closing"),
            steps: vec![step(-3, "before"), step(0, "on"), step(3, "after"), step(15, "long_after")],
            keep_days: 3,
        }
    }
}

impl ProvisionRule {
    /// The share of each band.
    ///
    /// # Errors
    /// A percentage that is none.
    pub fn shares(&self) -> Result<Vec<Share>> {
        self.percents.iter().map(|text| Share::from_percent(text)).collect()
    }
}

fn kept<R: DeserializeOwned + Default>(db: &Read<'_>, name: RuleName) -> Result<R> {
    let sql = "SELECT content FROM collection_rule WHERE name = $1 ORDER BY version DESC LIMIT 1";
    let content: Option<String> = db.row(sql, values![name], |row| row.get("content"))?;
    content.map_or(Ok(R::default()), |content| serde_json::from_str(&content).map_err(Failure::broken))
}

/// # Errors
/// Broken: what is kept is no rule.
pub fn reminders(db: &Read<'_>) -> Result<ReminderRule> {
    kept(db, RuleName::Reminders)
}

/// # Errors
/// Broken: what is kept is no rule.
pub fn contact(db: &Read<'_>) -> Result<ContactRule> {
    kept(db, RuleName::Contact)
}

/// # Errors
/// Broken: what is kept is no rule.
pub fn provision(db: &Read<'_>) -> Result<ProvisionRule> {
    kept(db, RuleName::Provision)
}

/// # Errors
/// Broken: what is kept is no rule.
pub fn closing(db: &Read<'_>) -> Result<ClosingRule> {
    kept(db, RuleName::Closing)
}

/// The version of a rule that holds, with who set it.
///
/// # Errors
/// What the database refuses.
pub fn version(db: &Read<'_>, name: RuleName) -> Result<RuleVersion> {
    let shipped = RuleVersion { name, version: 0, decided: String::new(), set_by_name: String::new(), set_at: None };
    Ok(versions(db)?.into_iter().find(|one| one.name == name).unwrap_or(shipped))
}

/// Every version there was, the newest first.
fn versions(db: &Read<'_>) -> Result<Vec<RuleVersion>> {
    let sql = "SELECT r.name, r.version, r.decided, r.set_at, who.name AS by_name FROM collection_rule r \
               JOIN user_name who ON who.id = r.set_by ORDER BY r.set_at DESC, r.version DESC";
    db.rows(sql, values![], |row| {
        Ok(RuleVersion {
            name: row.get("name")?,
            version: row.get("version")?,
            decided: row.get("decided")?,
            set_by_name: row.get("by_name")?,
            set_at: Some(row.get("set_at")?),
        })
    })
}

pub fn rules(cx: &Looking<'_>, _: Nothing) -> Result<CollectionRules> {
    let now = RuleName::ALL.iter().map(|name| version(cx, *name)).collect::<Result<Vec<_>>>()?;
    let mut before = versions(cx)?;
    before.retain(|one| !now.contains(one));
    Ok(CollectionRules {
        reminders: reminders(cx)?,
        contact: contact(cx)?,
        provision: provision(cx)?,
        closing: closing(cx)?,
        versions: now,
        before,
        slots: reminders::text::slots(),
    })
}
