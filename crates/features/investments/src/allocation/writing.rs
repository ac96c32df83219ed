//! A rule is written, as a first version or another one; another person approves it or says no.

use super::store::{self, VERSION};
use crate::inputs::{DecideRule, WriteRule};
use crate::model::{AllocationApplies, AllocationBase, AllocationState};
use crate::rules::{
    self, ADDED_ALREADY, DECISION_MISSING, FUND_ZAKAT, NAME_MISSING, NAME_TAKEN, REASON_MISSING, RULE_BASE, RULE_LINES,
    RULE_RESTRICTED, RULE_TWICE, RULE_WAITS,
};
use crate::steps::RULE;
use approvals::{Asked, RequestState};
use database::values;
use funds::rules::SAME_FUND;
use investing::by_percents;
use kernel::arabic::fold;
use kernel::{Money, Refusal, Result, require};
use ledger::{FundClass, FundKind, fund};
use office::context::Write;
use office::feature::Subject;
use office::input::Nothing;

pub fn write_rule(cx: &Write<'_>, input: WriteRule) -> Result<Nothing> {
    let known =
        cx.row("SELECT 1 AS known FROM allocation_version WHERE id = $1", values![input.version], |_| Ok(()))?;
    require(known.is_none(), ADDED_ALREADY)?;
    let name = rules::said("name", &input.name, NAME_MISSING)?;
    let decision = rules::said("decision", &input.decision, DECISION_MISSING)?;
    rules::happened("decided_on", input.decided_on, cx.today())?;
    lawful(cx, &input)?;
    let taken = cx.row(
        "SELECT 1 AS taken FROM allocation_rule WHERE name_fold = $1 AND id <> $2",
        values![fold(&name), input.rule],
        |_| Ok(()),
    )?;
    require(taken.is_none(), Refusal::new(NAME_TAKEN).with("name", &name).at("name"))?;
    match store::find_rule(cx, input.rule)? {
        Some(rule) => {
            let same = rule.base == input.base && rule.from == input.from;
            require(same, Refusal::new(RULE_BASE).at("base"))?;
            let waits = store::versions(cx, rule.id)?.into_iter().any(|one| one.state == AllocationState::Waiting);
            require(!waits, RULE_WAITS)?;
            cx.run(
                "UPDATE allocation_rule SET name = $1, name_fold = $2 WHERE id = $3",
                values![name.as_str(), fold(&name), rule.id],
            )?;
        }
        None => {
            cx.run(
                "INSERT INTO allocation_rule (id, name, name_fold, base, from_fund, made_on, made_by) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                values![input.rule, name.as_str(), fold(&name), input.base, input.from, cx.today(), cx.who.id],
            )?;
        }
    }
    let sql = "SELECT COALESCE(max(no), 0) + 1 AS no FROM allocation_version WHERE rule = $1";
    let no: i64 = cx.one(sql, values![input.rule], |row| row.get("no"))?;
    cx.run(
        "INSERT INTO allocation_version (id, rule, no, since, applies, carry_loss, decision, decided_on, state, made_on, \
         made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10)",
        values![
            input.version,
            input.rule,
            no,
            input.effective_on,
            input.applies,
            input.carry_loss,
            decision,
            input.decided_on,
            cx.today(),
            cx.who.id
        ],
    )?;
    for (no, line) in (1_i64..).zip(&input.lines) {
        cx.run(
            "INSERT INTO allocation_line (version, no, to_fund, points, cap) VALUES ($1, $2, $3, $4, $5)",
            values![input.version, no, line.to, i64::from(line.points), line.cap],
        )?;
    }
    approvals::ask(cx, &RULE, &Asked { subject: *input.version.as_bytes(), ..Asked::default() })?;
    let after = store::version(cx, input.version)?;
    cx.changed(VERSION, input.version, &name, &(), &after)?;
    Ok(Nothing {})
}

/// # Errors
/// Funds, percentages or a time that no rule may have.
fn lawful(cx: &Write<'_>, input: &WriteRule) -> Result<()> {
    let from = fund::fund(cx, input.from)?;
    let of_return = input.base == AllocationBase::Return;
    // What was given for a purpose is not allocated to another one.
    let free = of_return || from.class == FundClass::Unrestricted;
    require(free, Refusal::new(RULE_RESTRICTED).at("from"))?;
    require(from.kind != FundKind::Zakat, Refusal::new(FUND_ZAKAT).at("from"))?;
    let timed = !of_return || input.applies == AllocationApplies::AtPeriodEnd;
    require(timed, Refusal::new(RULE_BASE).at("applies"))?;
    require(!input.lines.is_empty(), Refusal::new(RULE_LINES).at("lines"))?;
    for (place, line) in input.lines.iter().enumerate() {
        let to = fund::fund(cx, line.to)?;
        require(to.id != from.id, Refusal::new(SAME_FUND).at("lines"))?;
        require(to.kind != FundKind::Zakat, Refusal::new(FUND_ZAKAT).at("lines"))?;
        let twice = input.lines[..place].iter().any(|other| other.to == line.to);
        require(!twice, Refusal::new(RULE_TWICE).with("name", &to.name).at("lines"))?;
        if let Some(cap) = line.cap {
            rules::positive("lines", cap)?;
        }
    }
    let points: Vec<u32> = input.lines.iter().map(|line| line.points).collect();
    by_percents(Money::ZERO, &points, &[]).map(drop)
}

const fn subject(version: kernel::id::AllocationVersionId) -> Subject {
    Subject { kind: VERSION, id: *version.as_bytes() }
}

/// Another person says that it holds.
pub fn approve_rule(cx: &Write<'_>, input: DecideRule) -> Result<Nothing> {
    let before = store::version(cx, input.version)?;
    let request = approvals::require_waiting(cx, &RULE, *input.version.as_bytes())?;
    let request = approvals::answer(cx, &RULE, &request)?;
    if request.state == RequestState::Approved {
        cx.run(
            "UPDATE allocation_version SET state = 'approved', approved_on = $1, approved_by = $2 WHERE id = $3",
            values![cx.today(), cx.who.id, input.version],
        )?;
    }
    decided(cx, &before)
}

/// Another person says no, or who wrote it takes it back.
pub fn refuse_rule(cx: &Write<'_>, input: DecideRule) -> Result<Nothing> {
    let before = store::version(cx, input.version)?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    let request = approvals::require_waiting(cx, &RULE, *input.version.as_bytes())?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &RULE, &request, &note)?;
    } else {
        approvals::refuse(cx, &RULE, &request, &note)?;
    }
    cx.run("UPDATE allocation_version SET state = 'refused' WHERE id = $1", values![input.version])?;
    decided(cx, &before)
}

fn decided(cx: &Write<'_>, before: &store::Version) -> Result<Nothing> {
    let after = store::version(cx, before.id)?;
    let name = store::rule(cx, after.rule)?.name;
    cx.changed(VERSION, before.id, &name, before, &after)?;
    cx.record_changed(subject(before.id))?;
    Ok(Nothing {})
}
