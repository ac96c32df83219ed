//! A rule of collecting is set anew: a version more, which says who set it and, for provisions, by which decision.

use crate::rules::{self, RULE_CHANGED, RULE_DECIDED, RULE_NUMBER, RULE_PERCENT, RULE_SAME};
use crate::settings::{CollectionRule, ProvisionRule, RuleName, SetCollectionRule};
use crate::{reminders, settings};
use database::values;
use kernel::{Failure, Refusal, Result, require};
use lending::Share;
use office::context::Write;
use office::input::Nothing;
use serde::Serialize;

pub fn set_rule(cx: &Write<'_>, input: SetCollectionRule) -> Result<Nothing> {
    let decided = rules::text("decided", &input.decided)?;
    let (name, content, before) = match &input.rule {
        CollectionRule::Reminders(rule) => {
            reminders::plan::check(rule)?;
            (RuleName::Reminders, json(rule)?, json(&settings::reminders(cx)?)?)
        }
        CollectionRule::Contact(rule) => {
            within("promise_grace", rule.promise_grace, 0, 30)?;
            within("letter_days", rule.letter_days, 1, 60)?;
            (RuleName::Contact, json(rule)?, json(&settings::contact(cx)?)?)
        }
        CollectionRule::Provision(rule) => {
            percents(rule)?;
            rules::said("decided", &decided, RULE_DECIDED)?;
            (RuleName::Provision, json(rule)?, json(&settings::provision(cx)?)?)
        }
        CollectionRule::Closing(rule) => {
            within("impact_months", rule.impact_months, 1, 24)?;
            (RuleName::Closing, json(rule)?, json(&settings::closing(cx)?)?)
        }
    };
    let now = settings::version(cx, name)?;
    let meanwhile = Refusal::new(RULE_CHANGED).with("by", &now.set_by_name);
    require(now.version == input.version, Failure::Conflict(meanwhile))?;
    // As it is already; a decision about what was shipped is a version of its own.
    require(content != before || !decided.is_empty() && decided != now.decided, RULE_SAME)?;
    cx.run(
        "INSERT INTO collection_rule (name, version, content, decided, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)",
        values![name, input.version + 1, content.as_str(), decided.as_str(), cx.who.id, cx.now],
    )?;
    let what = |content: &str, decided: &str| serde_json::json!({ "content": content, "decided": decided });
    cx.changed("collection_rule", name.name(), "", &what(&before, &now.decided), &what(&content, &decided))?;
    Ok(Nothing {})
}

fn json(rule: &impl Serialize) -> Result<String> {
    serde_json::to_string(rule).map_err(Failure::broken)
}

fn within(field: &'static str, number: i32, least: i32, most: i32) -> Result<()> {
    require(
        (least..=most).contains(&number),
        Refusal::new(RULE_NUMBER).with("least", least).with("most", most).at(field),
    )
}

/// One percentage for each band, and none smaller than that of the band before.
fn percents(rule: &ProvisionRule) -> Result<()> {
    let refusal = || Refusal::new(RULE_PERCENT).at("percents");
    let shares = rule.shares().map_err(|_| refusal())?;
    let rising = shares.is_sorted();
    let fits = shares.len() == loans::BANDS.len() && shares.iter().all(|share| *share <= Share::ALL);
    require(fits && rising, refusal())
}
