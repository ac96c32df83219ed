//! Obligations as lists show them.

use super::store::OBLIGATION;
use crate::inputs::ListObligations;
use crate::model::{ObligationLine, ObligationPage, ObligationSide, ObligationStanding};
use crate::rules::{ObligationDays, obligation_standing};
use database::{Row, values};
use kernel::arabic::Reading;
use kernel::id::{AgreementId, PartyId};
use kernel::{Day, Result};
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

const LINES: &str = include_str!("../sql/obligation_lines.sql");
const FROM: &str = "FROM agreement_obligation o JOIN agreement a ON a.id = o.agreement";
/// What each column of the list is ordered by.
const ORDERED: &[(&str, &str)] = &[
    ("text", "o.text"),
    ("side", "o.side"),
    ("partner", "partner_name"),
    ("agreement", "a.agreement_no"),
    ("site", "o.site"),
    ("due", "o.due"),
    ("amount", "o.amount?"),
    ("keeper", "keeper_name"),
    ("done", "o.done_on?"),
    ("standing", "o.state"),
];

pub fn obligations(cx: &Read<'_>, input: ListObligations) -> Result<ObligationPage> {
    as_meant(cx, &input.text, |page: &ObligationPage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListObligations, reading: Option<&Reading>) -> Result<ObligationPage> {
    let narrow = narrow(cx, input, reading);
    let order = order_by(input.order.as_ref(), ORDERED, "o.due, o.id", "o.id");
    let lines = lines(cx, &narrow, &order, limit_of(input.limit), input.offset)?;
    let sql = format!("SELECT count(*) AS n {FROM} {}", narrow.said());
    let total = cx.one(&sql, narrow.values, |row| row.get("n"))?;
    let late = |side: ObligationSide| -> Result<i64> {
        let mut narrow = Narrow::default();
        narrow.and(
            "o.state = 'open' AND a.signed_on IS NOT NULL AND o.side = {} AND o.due < {}",
            values![side, cx.today()],
        );
        cx.one(&format!("SELECT count(*) AS n {FROM} {}", narrow.said()), narrow.values, |row| row.get("n"))
    };
    Ok(ObligationPage {
        lines,
        total,
        ours_late: late(ObligationSide::Ours)?,
        theirs_late: late(ObligationSide::Theirs)?,
    })
}

/// Kept by its day, with evidence.
const IN_TIME: &str = "o.state = 'done' AND o.evidence <> '' AND o.done_on <= o.due";

fn narrow(cx: &Read<'_>, input: &ListObligations, reading: Option<&Reading>) -> Narrow {
    let mut narrow = Narrow::default();
    // What was not signed is owed by nobody.
    narrow.and("a.signed_on IS NOT NULL", values![]);
    if let Some(side) = input.side {
        narrow.and("o.side = {}", values![side]);
    }
    if let Some(partner) = input.partner {
        narrow.and("a.partner = {}", values![partner]);
    }
    if let Some(keeper) = input.keeper {
        narrow.and("o.keeper = {}", values![keeper]);
    }
    if input.late {
        narrow.and("o.state = 'open' AND o.due < {}", values![cx.today()]);
    }
    if input.open {
        narrow.and("o.state = 'open'", values![]);
    }
    if let Some(from) = input.due_from {
        narrow.and("o.due >= {}", values![from]);
    }
    if let Some(until) = input.due_until {
        narrow.and("o.due <= {}", values![until]);
    }
    if input.counted || input.in_time.is_some() {
        narrow.and("o.state <> 'excused'", values![]);
    }
    match input.in_time {
        Some(true) => narrow.and(IN_TIME, values![]),
        Some(false) => {
            narrow.and(&format!("NOT ({})", IN_TIME.replace("o.done_on", "COALESCE(o.done_on, o.due)")), values![])
        }
        None => {}
    }
    narrow.words("o.search_fold", reading);
    narrow
}

/// Of one agreement: theirs first, then ours, each by its day.
///
/// # Errors
/// What the database refuses.
pub fn of_agreement(cx: &Read<'_>, agreement: AgreementId) -> Result<Vec<ObligationLine>> {
    let mut narrow = Narrow::default();
    narrow.and("o.agreement = {}", values![agreement]);
    lines(cx, &narrow, "ORDER BY o.side DESC, o.due, o.id", MOST, 0)
}

/// Of all agreements with a partner that were signed.
///
/// # Errors
/// What the database refuses.
pub fn of_partner(cx: &Read<'_>, partner: PartyId) -> Result<Vec<ObligationLine>> {
    let mut narrow = Narrow::default();
    narrow.and("a.partner = {} AND a.signed_on IS NOT NULL", values![partner]);
    lines(cx, &narrow, "ORDER BY o.side DESC, o.due, o.id", MOST, 0)
}

/// Of all that fell due in a period.
///
/// # Errors
/// What the database refuses.
pub fn due_in(cx: &Read<'_>, from: Day, until: Day) -> Result<Vec<ObligationLine>> {
    let mut narrow = Narrow::default();
    narrow.and("a.signed_on IS NOT NULL AND o.due BETWEEN {} AND {}", values![from, until]);
    lines(cx, &narrow, "ORDER BY o.due, o.id", MOST, 0)
}

/// All there may be at once.
const MOST: i64 = 100_000;

fn lines(cx: &Read<'_>, narrow: &Narrow, order: &str, limit: i64, offset: i64) -> Result<Vec<ObligationLine>> {
    let (statement, values) = narrow.statement(LINES, order, limit, offset);
    let mut lines = cx.rows(&statement, values, |row| line(row, cx.today()))?;
    if limit < MOST {
        for one in &mut lines {
            one.version = cx.version(OBLIGATION, one.obligation)?.number;
        }
    } else if !lines.is_empty() {
        let versions = cx.versions(OBLIGATION)?;
        for one in &mut lines {
            one.version = versions.get(&one.obligation.to_string()).map_or(0, |version| version.number);
        }
    }
    Ok(lines)
}

fn line(row: &Row<'_>, today: Day) -> Result<ObligationLine> {
    let due: Day = row.get("due")?;
    let evidence: String = row.get("evidence")?;
    let signed_on: Option<Day> = row.get("signed_on")?;
    let days = ObligationDays {
        state: row.get("state")?,
        due,
        done_on: row.get("done_on")?,
        proven: !evidence.is_empty(),
        signed: signed_on.is_some(),
    };
    let standing = obligation_standing(days, today);
    let days_late = match (standing, days.done_on) {
        (ObligationStanding::Late | ObligationStanding::Coming, _) => today.days_since(due),
        (ObligationStanding::KeptLate | ObligationStanding::Kept, Some(done)) => done.days_since(due),
        _ => 0,
    };
    Ok(ObligationLine {
        obligation: row.get("id")?,
        agreement: row.get("agreement")?,
        agreement_no: row.get("agreement_no")?,
        agreement_title: row.get("title")?,
        partner: row.get("partner")?,
        partner_name: row.get("partner_name")?,
        side: row.get("side")?,
        text: row.get("text")?,
        site: row.get("site")?,
        due,
        amount: row.get("amount")?,
        keeper: row.get("keeper")?,
        keeper_name: row.get("keeper_name")?,
        basis: row.get("basis")?,
        standing,
        days_late,
        done_on: days.done_on,
        evidence_kind: row.get("evidence_kind")?,
        evidence,
        reason: row.get("reason")?,
        settled_by_name: row.get("settled_by_name")?,
        version: 0,
    })
}
