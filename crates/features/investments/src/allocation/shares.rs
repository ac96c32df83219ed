//! Shares that were computed by a rule, and how each stands against what was decided.

use super::net;
use super::store::{self, Line, Rule, Version};
use crate::inputs::{ApplyRule, ShareAgain, ShareQuestion};
use crate::model::{
    Allocation, AllocationApplies, AllocationBase, AllocationRule, AllocationState, AllocationVersion, ShareLine,
    SharePreview, SharePreviewLine, ShareStanding,
};
use crate::money::{line, narration};
use crate::rules::{ADDED_ALREADY, PERIOD_ORDER, PERIOD_SHARED, RULE_NONE, STEP};
use crate::steps::RULE;
use database::{Read as Db, Row, values};
use funds::Proposal;
use funds::model::{DraftKind, DraftState};
use investing::{Shared, by_percents};
use kernel::id::{AllocationRuleId, AllocationVersionId, EntryId, FundId};
use kernel::{Day, Failure, Money, Refusal, Result, require};
use ledger::{VoucherKind, VoucherNumber, chart, fund};
use office::context::{Read, Write};
use office::input::Nothing;

/// Shares shown, the newest first.
const SHOWN: i64 = 400;

/// What a version makes of an amount.
pub struct Computed {
    pub base: Money,
    pub carried: Money,
    pub lines: Vec<(Line, Money)>,
}

impl Computed {
    /// # Errors
    /// Beyond what money can be.
    pub fn decided(&self) -> Result<Money> {
        Money::sum(self.lines.iter().map(|(_, amount)| *amount))
    }
}

/// Cuts what came, with what is carried into it, by a version; nothing where that is not above nothing.
///
/// # Errors
/// What the database refuses.
pub fn compute(db: &Db<'_>, version: &Version, base: Money, carried: Money, day: Day) -> Result<Computed> {
    let whole = base.plus(carried)?;
    let mut room = Vec::new();
    for one in &version.lines {
        room.push(match one.cap {
            Some(cap) => Some(cap.minus(used(db, version.rule, one.to, day)?)?),
            None => None,
        });
    }
    let points: Vec<u32> = version.lines.iter().map(|one| one.points).collect();
    let Shared { shares, .. } = by_percents(whole.max(Money::ZERO), &points, &room)?;
    let lines = version.lines.iter().cloned().zip(shares).filter(|(_, amount)| amount.is_positive()).collect();
    Ok(Computed { base, carried, lines })
}

/// What a fund got by a rule in the fiscal year of a day, as far as it was not taken back.
fn used(db: &Db<'_>, rule: AllocationRuleId, to: FundId, day: Day) -> Result<Money> {
    let first = Day::from_ymd(day.year(), 1, 1)?;
    let last = Day::from_ymd(day.year(), 12, 31)?;
    let sql = "SELECT COALESCE(sum(l.amount), 0) AS amount FROM allocation_share s \
               JOIN allocation_share_line l ON l.share = s.id LEFT JOIN voucher o ON o.id = s.source \
               WHERE s.rule = $1 AND l.to_fund = $2 AND COALESCE(s.until_day, o.day) BETWEEN $3 AND $4 \
               AND NOT EXISTS (SELECT 1 FROM voucher u WHERE u.reverses = s.entry OR u.reverses = s.source)";
    db.one(sql, values![rule, to, first, last], |row| row.get("amount"))
}

/// A loss of earlier periods, where the rule carries it on: what the last share left below nothing.
fn carried(db: &Db<'_>, version: &Version) -> Result<Money> {
    if !version.carry_loss {
        return Ok(Money::ZERO);
    }
    let sql = "SELECT base, carried FROM allocation_share WHERE rule = $1 AND until_day IS NOT NULL ORDER BY until_day DESC LIMIT 1";
    let last: Option<(Money, Money)> =
        db.row(sql, values![version.rule], |row| Ok((row.get("base")?, row.get("carried")?)))?;
    last.map_or(Ok(Money::ZERO), |(base, carried)| Ok(base.plus(carried)?.min(Money::ZERO)))
}

fn period(from: Day, until: Day, today: Day) -> Result<()> {
    require(from <= until, Refusal::new(PERIOD_ORDER).at("until"))?;
    let future = Refusal::new(ledger::refusals::FUTURE_DAY).with("day", until).at("until");
    require(until <= today, future)
}

fn of_period(db: &Db<'_>, rule: &Rule, from: Day, until: Day) -> Result<(Option<Version>, Money, Money)> {
    let versions = store::versions(db, rule.id)?;
    let version =
        store::in_force(&versions, until).filter(|one| one.applies == AllocationApplies::AtPeriodEnd).cloned();
    let base = net::base(db, rule, from, until)?;
    let carried = version.as_ref().map_or(Ok(Money::ZERO), |version| carried(db, version))?;
    Ok((version, base, carried))
}

/// What a rule would move for a period.
pub fn preview(cx: &Read<'_>, input: ShareQuestion) -> Result<SharePreview> {
    require(input.from <= input.until, Refusal::new(PERIOD_ORDER).at("until"))?;
    let rule = store::rule(cx, input.rule)?;
    let (version, net, carried) = of_period(cx, &rule, input.from, input.until)?;
    let computed = version.as_ref().map(|version| compute(cx, version, net, carried, input.until)).transpose()?;
    let lines = computed.iter().flat_map(|computed| &computed.lines).map(|(line, amount)| SharePreviewLine {
        to_name: line.to_name.clone(),
        points: line.points,
        amount: *amount,
    });
    Ok(SharePreview {
        net,
        carried,
        version_no: version.as_ref().map(|version| version.no),
        lines: lines.collect(),
        decided: computed.map_or(Ok(Money::ZERO), |computed| computed.decided())?,
    })
}

/// A period is over: what the rule says of it is laid before others as a draft. A net return that is not above nothing moves
/// nothing, and is kept as such.
pub fn apply_rule(cx: &Write<'_>, input: ApplyRule) -> Result<Nothing> {
    let known = cx.row("SELECT 1 AS known FROM allocation_share WHERE id = $1", values![input.id], |_| Ok(()))?;
    require(known.is_none(), ADDED_ALREADY)?;
    let rule = store::rule(cx, input.rule)?;
    period(input.from, input.until, cx.today())?;
    let sql =
        "SELECT until_day AS day FROM allocation_share WHERE rule = $1 AND from_day <= $2 AND until_day >= $3 LIMIT 1";
    let shared: Option<Day> = cx.row(sql, values![rule.id, input.until, input.from], |row| row.get("day"))?;
    if let Some(day) = shared {
        return Err(Refusal::new(PERIOD_SHARED).with("day", day).at("from").into());
    }
    let (version, base, carried) = of_period(cx, &rule, input.from, input.until)?;
    let version = version.ok_or_else(|| Refusal::new(RULE_NONE).with("day", input.until))?;
    let computed = compute(cx, &version, base, carried, input.until)?;
    let of = Of { id: input.id, source: None, period: Some((input.from, input.until)), day: cx.today() };
    keep(cx, &rule, &version, &computed, &of)?;
    Ok(Nothing {})
}

/// What a share is of.
pub struct Of {
    pub id: EntryId,
    pub source: Option<EntryId>,
    pub period: Option<(Day, Day)>,
    /// The day of the voucher.
    pub day: Day,
}

/// Keeps what was computed, and lays the draft before others where it moves something.
///
/// # Errors
/// What the books refuse.
pub fn keep(cx: &Write<'_>, rule: &Rule, version: &Version, computed: &Computed, of: &Of) -> Result<()> {
    let decided = computed.decided()?;
    cx.run(
        "INSERT INTO allocation_share (id, version, rule, source, from_day, until_day, base, carried, decided, entry, made_on, \
         made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $1, $10, $11)",
        values![
            of.id,
            version.id,
            rule.id,
            of.source,
            of.period.map(|(from, _)| from),
            of.period.map(|(_, until)| until),
            computed.base,
            computed.carried,
            decided,
            cx.today(),
            cx.who.id
        ],
    )?;
    for (no, (line, amount)) in (1_i64..).zip(&computed.lines) {
        cx.run(
            "INSERT INTO allocation_share_line (share, no, to_fund, amount) VALUES ($1, $2, $3, $4)",
            values![of.id, no, line.to, *amount],
        )?;
    }
    let told = (of.period, computed.base, computed.carried, decided);
    cx.changed("allocation_share", of.id, &rule.name, &(), &told)?;
    if decided.is_zero() {
        return Ok(());
    }
    let parts: Vec<(FundId, Money)> = computed.lines.iter().map(|(line, amount)| (line.to, *amount)).collect();
    propose(cx, rule, version.no, of.id, of.day, &parts)
}

fn propose(cx: &Write<'_>, rule: &Rule, no: i64, id: EntryId, day: Day, parts: &[(FundId, Money)]) -> Result<()> {
    let from = fund::fund(cx, rule.from)?;
    let whole = Money::sum(parts.iter().map(|(_, amount)| *amount))?;
    let mut lines = vec![line(chart::TRANSFERS, from.id, whole), line(from.class.bank(), from.id, whole.negated())];
    for (to, amount) in parts {
        let to = fund::fund(cx, *to)?;
        lines.push(line(to.class.bank(), to.id, *amount));
        lines.push(line(chart::TRANSFERS, to.id, amount.negated()));
    }
    let said = narration("share", [("name", rule.name.clone()), ("no", no.to_string())]);
    let proposal = Proposal {
        id,
        kind: DraftKind::Transfer,
        day,
        narration: said,
        counterparty: String::new(),
        method: None,
        reference: String::new(),
        lines,
    };
    funds::propose(cx, proposal).map(drop)
}

/// A draft of a share was taken away: what was decided is laid before others anew.
pub fn share_again(cx: &Write<'_>, input: ShareAgain) -> Result<Nothing> {
    let one = shown(cx, &rows(cx, Some(input.share))?.into_iter().next().ok_or(Failure::not_found("share"))?)?;
    let gone = one.standing == ShareStanding::Undone && one.voucher.is_none() && one.left.is_positive();
    require(gone, Refusal::new(STEP).with("name", &one.rule_name))?;
    let rule = store::rule(cx, one.rule)?;
    cx.run("UPDATE allocation_share SET entry = $1 WHERE id = $2", values![input.entry, input.share])?;
    let sql = "SELECT to_fund, amount FROM allocation_share_line WHERE share = $1 ORDER BY no";
    let parts: Vec<(FundId, Money)> =
        cx.rows(sql, values![input.share], |row| Ok((row.get("to_fund")?, row.get("amount")?)))?;
    propose(cx, &rule, one.version_no, input.entry, cx.today(), &parts)?;
    cx.changed("allocation_share", input.share, &rule.name, &(), &input.entry)?;
    Ok(Nothing {})
}

/// A share as it is kept, with its voucher.
struct Kept {
    entry: EntryId,
    line: ShareLine,
    undone: bool,
    source_undone: bool,
}

fn rows(db: &Db<'_>, share: Option<EntryId>) -> Result<Vec<Kept>> {
    let sql = format!("{} LIMIT $2", include_str!("../sql/shares.sql"));
    db.rows(&sql, values![share, SHOWN], row)
}

fn row(row: &Row<'_>) -> Result<Kept> {
    let kind: Option<VoucherKind> = row.get("kind")?;
    let number = match kind {
        Some(kind) => Some(VoucherNumber { kind, year: row.get("year")?, no: row.get("voucher_no")? }.to_string()),
        None => None,
    };
    let source_kind: Option<VoucherKind> = row.get("source_kind")?;
    let source = match source_kind {
        Some(kind) => {
            Some(VoucherNumber { kind, year: row.get("source_year")?, no: row.get("source_no")? }.to_string())
        }
        None => None,
    };
    let undone: Option<EntryId> = row.get("undone")?;
    let source_undone: Option<EntryId> = row.get("source_undone")?;
    let source_day: Option<Day> = row.get("source_day")?;
    let made_on: Day = row.get("made_on")?;
    let from: Option<Day> = row.get("from_day")?;
    let until: Option<Day> = row.get("until_day")?;
    let points: i64 = row.get("points")?;
    Ok(Kept {
        entry: row.get("entry")?,
        undone: undone.is_some(),
        source_undone: source_undone.is_some(),
        line: ShareLine {
            share: row.get("id")?,
            rule: row.get("rule")?,
            rule_name: row.get("rule_name")?,
            version_no: row.get("no")?,
            points: u32::try_from(points).unwrap_or(u32::MAX),
            from: from.or(source_day).unwrap_or(made_on),
            until: until.or(source_day).unwrap_or(made_on),
            source,
            base: row.get("base")?,
            carried: row.get("carried")?,
            decided: row.get("decided")?,
            moved: Money::ZERO,
            left: Money::ZERO,
            standing: ShareStanding::Undone,
            voucher: number,
        },
    })
}

fn shown(cx: &Read<'_>, kept: &Kept) -> Result<ShareLine> {
    let line = kept.line.clone();
    let standing = if line.decided.is_zero() {
        ShareStanding::Nothing
    } else if line.voucher.is_some() {
        if kept.undone { ShareStanding::Undone } else { ShareStanding::Moved }
    } else {
        match funds::draft_state(cx, kept.entry)? {
            Some(DraftState::Waiting) => ShareStanding::Waiting,
            Some(DraftState::Returned) => ShareStanding::Returned,
            Some(DraftState::Posted) | None => ShareStanding::Undone,
        }
    };
    let moved = if standing == ShareStanding::Moved { line.decided } else { Money::ZERO };
    // What went with its receipt is owed to nobody.
    let owed = if kept.source_undone { Money::ZERO } else { line.decided };
    Ok(ShareLine { moved, left: owed.minus(moved)?.max(Money::ZERO), standing, ..line })
}

/// Every share that is shown, the newest first.
///
/// # Errors
/// What the database refuses.
pub fn all(cx: &Read<'_>) -> Result<Vec<ShareLine>> {
    rows(cx, None)?.iter().map(|kept| shown(cx, kept)).collect()
}

/// What was decided of the days of a period, and what of it was moved.
///
/// # Errors
/// What the database refuses.
pub fn decided_and_moved(cx: &Read<'_>, from: Day, until: Day) -> Result<(Money, Money)> {
    let shares = all(cx)?;
    let of = shares.iter().filter(|one| from <= one.until && one.until <= until);
    let (mut decided, mut moved) = (Money::ZERO, Money::ZERO);
    for one in of {
        decided = decided.plus(one.moved)?.plus(one.left)?;
        moved = moved.plus(one.moved)?;
    }
    Ok((decided, moved))
}

/// The rules with their versions, and what was moved against what was decided.
pub fn allocation(cx: &Read<'_>, _: Nothing) -> Result<Allocation> {
    let today = cx.today();
    let shares = all(cx)?;
    let names = fund::funds(cx)?;
    let year = Day::from_ymd(today.year(), 1, 1)?;
    let mut rules_shown = Vec::new();
    for rule in store::rules(cx)? {
        let versions = store::versions(cx, rule.id)?;
        let holds = store::in_force(&versions, today).map(|one| one.id);
        let own: Vec<&ShareLine> = shares.iter().filter(|one| one.rule == rule.id).collect();
        let of_year = own.iter().filter(|one| one.until >= year);
        let (mut decided, mut moved) = (Money::ZERO, Money::ZERO);
        for one in of_year {
            decided = decided.plus(one.moved)?.plus(one.left)?;
            moved = moved.plus(one.moved)?;
        }
        let last = own.iter().filter(|one| one.source.is_none()).map(|one| one.until).max();
        rules_shown.push(AllocationRule {
            rule: rule.id,
            from_name: names.iter().find(|fund| fund.id == rule.from).map(|fund| fund.name.clone()).unwrap_or_default(),
            base_amount: net::base(cx, &rule, year, today)?,
            decided,
            moved,
            next_from: last.map(|day| day.plus_days(1)).transpose()?,
            versions: versions
                .into_iter()
                .map(|one| version_shown(cx, one, holds))
                .collect::<Result<Vec<AllocationVersion>>>()?,
            name: rule.name,
            base: rule.base,
            from: rule.from,
        });
    }
    let decided = Money::sum(shares.iter().map(|one| one.moved).chain(shares.iter().map(|one| one.left)))?;
    let moved = Money::sum(shares.iter().map(|one| one.moved))?;
    Ok(Allocation { today, rules: rules_shown, shares, decided, moved })
}

fn version_shown(cx: &Read<'_>, one: Version, holds: Option<AllocationVersionId>) -> Result<AllocationVersion> {
    let cannot_approve = match approvals::waiting(cx, &RULE, *one.id.as_bytes())? {
        Some(request) => match approvals::may_answer(cx, &RULE, &request) {
            Ok(()) => None,
            Err(Failure::Forbidden { permission }) => Some(permission.to_owned()),
            Err(Failure::Refused(refusal)) => Some(refusal.code.0.to_owned()),
            Err(failure) => return Err(failure),
        },
        None => None,
    };
    Ok(AllocationVersion {
        version: one.id,
        no: one.no,
        since: one.since,
        applies: one.applies,
        carry_loss: one.carry_loss,
        decision: one.decision,
        decided_on: one.decided_on,
        in_force: holds == Some(one.id) && one.state == AllocationState::Approved,
        state: one.state,
        made_by_name: one.made_by_name,
        approved_by_name: one.approved_by_name,
        lines: one.lines.iter().map(Line::shown).collect(),
        cannot_approve,
    })
}

/// What feeds funds out of returns, of a period: what was decided and moved of it, by rules of the return alone.
///
/// # Errors
/// What the database refuses.
pub fn fed(cx: &Read<'_>, from: Day, until: Day) -> Result<Vec<ShareLine>> {
    let of_return: Vec<AllocationRuleId> =
        store::rules(cx)?.into_iter().filter(|rule| rule.base == AllocationBase::Return).map(|rule| rule.id).collect();
    let shares = all(cx)?.into_iter();
    Ok(shares.filter(|one| of_return.contains(&one.rule) && from <= one.until && one.until <= until).collect())
}
