//! What the screens of policies ask.

use crate::inputs::{AskGovernance, AskPolicies, WhichPolicy};
use crate::model::{
    EditionState, GovernanceFigures, PolicyCount, PolicyLine, PolicyLook, PolicyPage, PolicyReader, PolicyReferences,
    PolicySheet, PolicyStanding,
};
use crate::steps::EDITION;
use crate::{rules, store, variables};
use database::{Row, values};
use kernel::arabic::fold;
use kernel::id::MeetingId;
use kernel::{Day, Moment, Result};
use office::context::Read;
use office::input::Nothing;
use office::narrow::{Narrow, WHICH};
use office::order::order_by;
use office::page::limit_of;

const ORDERED: &[(&str, &str)] = &[
    ("title", "p.title_fold"),
    ("kind", "p.kind"),
    ("issuer", "p.issuer"),
    ("no", "p.no?"),
    ("decision", "p.decision_no?"),
    ("approved", "p.approved_on?"),
    ("effective", "p.effective_on?"),
    ("review", "p.review_on?"),
    ("circulated", "p.circulated"),
    ("signed", "p.signed"),
    ("standing", "p.standing"),
];
const LINES: &str = "SELECT p.id, p.title, p.kind, p.issuer, p.no, p.approved_on, p.effective_on, p.review_on, \
                     p.decision_no, p.in_hand, p.circulated, p.signed, p.standing";

pub fn list(cx: &Read<'_>, input: AskPolicies) -> Result<PolicyPage> {
    let found = include_str!("sql/policies_found.sql");
    let mut narrow = Narrow::default();
    narrow.values.push(cx.today().into());
    let words = fold(&input.text);
    for word in words.split(' ').filter(|word| !word.is_empty()).take(5) {
        narrow.and("p.title_fold LIKE {}", [format!("%{word}%").into()]);
    }
    if let Some(kind) = input.kind {
        narrow.and("p.kind = {}", [kind.into()]);
    }
    let counted = format!("SELECT p.standing, count(*) AS n {found} {} GROUP BY p.standing", narrow.said());
    let counts =
        cx.rows(&counted, &narrow.values, |row| Ok((row.get::<PolicyStanding>("standing")?, row.get::<i64>("n")?)))?;
    if let Some(standing) = input.standing {
        narrow.and("p.standing = {}", [standing.into()]);
    }
    let order = order_by(input.order.as_ref(), ORDERED, "p.title_fold, p.id", "p.id");
    let lines = format!("{LINES} {found} {WHICH}");
    let (sql, values) = narrow.statement(&lines, &order, limit_of(input.limit), input.offset);
    let lines = cx.rows(&sql, values, line)?;
    let count = |standing: PolicyStanding| counts.iter().find(|(one, _)| *one == standing).map_or(0, |(_, n)| *n);
    let counts: Vec<PolicyCount> =
        PolicyStanding::ALL.iter().map(|one| PolicyCount { standing: *one, count: count(*one) }).collect();
    let asked = counts.iter().filter(|one| input.standing.is_none_or(|standing| standing == one.standing));
    Ok(PolicyPage { lines, total: asked.map(|one| one.count).sum(), counts })
}

fn line(row: &Row<'_>) -> Result<PolicyLine> {
    Ok(PolicyLine {
        policy: row.get("id")?,
        title: row.get("title")?,
        kind: row.get("kind")?,
        issuer: row.get("issuer")?,
        no: row.get("no")?,
        approved_on: row.get("approved_on")?,
        effective_on: row.get("effective_on")?,
        review_on: row.get("review_on")?,
        decision_no: row.get::<Option<String>>("decision_no")?.unwrap_or_default(),
        in_hand: row.get("in_hand")?,
        circulated: row.get("circulated")?,
        signed: row.get("signed")?,
        standing: row.get("standing")?,
    })
}

/// Policies past their review at the end of a day.
pub fn late(cx: &Read<'_>, on: Day) -> Result<Vec<PolicyLine>> {
    let found = include_str!("sql/policies_found.sql");
    let sql = format!("{LINES} {found} WHERE p.standing = 'late_review' ORDER BY p.review_on, p.title_fold");
    cx.rows(&sql, values![on], line)
}

pub fn open(cx: &Read<'_>, input: WhichPolicy) -> Result<PolicySheet> {
    let policy = store::policy(cx, input.policy)?;
    let variables = variables::variables(&office::association::profile(cx)?);
    let mut editions = store::editions(cx, input.policy)?;
    for edition in &mut editions {
        edition.reads = variables::read(&edition.text, &variables);
    }
    let in_force = editions.iter().find(|one| one.state == EditionState::Approved);
    let (mut readers, mut reviews) = (Vec::new(), Vec::new());
    if let Some(edition) = in_force {
        readers = cx.rows(include_str!("sql/readers.sql"), values![edition.id], |row| {
            Ok(PolicyReader {
                person: row.get("person")?,
                name: row.get("name")?,
                sent_on: Day::in_riyadh(row.get::<Moment>("sent_at")?),
                due: row.get("due")?,
                signed_at: row.get("signed_at")?,
            })
        })?;
        let sql = "SELECT r.on_day, r.note, r.next_on, u.name AS by_name FROM policy_review r \
                   JOIN user_name u ON u.id = r.reviewed_by WHERE r.edition = $1 ORDER BY r.on_day DESC";
        reviews = cx.rows(sql, values![edition.id], |row| {
            Ok(PolicyLook {
                on: row.get("on_day")?,
                note: row.get("note")?,
                next_on: row.get("next_on")?,
                by_name: row.get("by_name")?,
            })
        })?;
    }
    let unsent = match in_force {
        Some(_) => store::staff(cx)?.iter().filter(|one| readers.iter().all(|reader| reader.person != **one)).count(),
        None => 0,
    };
    let to_sign = readers.iter().any(|reader| reader.person == cx.who.id && reader.signed_at.is_none());
    let waiting = editions.iter().find(|one| one.state == EditionState::Waiting);
    Ok(PolicySheet {
        standing: rules::standing(policy.retired_on, in_force.and_then(|one| one.review_on), cx.today()),
        fingerprint: in_force.map(|one| store::fingerprint(&one.reads)).unwrap_or_default(),
        to_sign,
        unsent: i64::try_from(unsent).unwrap_or(i64::MAX),
        reviews,
        references: store::references(cx, Some(input.policy))?,
        on_agenda: waiting.map(|one| on_agenda(cx, *one.id.as_bytes())).transpose()?.flatten(),
        record: cx.version(store::POLICY, input.policy)?,
        policy,
        readers,
        editions,
        variables,
    })
}

/// The meeting on whose agenda an edition stands.
fn on_agenda(cx: &Read<'_>, edition: [u8; 16]) -> Result<Option<MeetingId>> {
    let Some(request) = approvals::waiting(cx, &EDITION, edition)? else { return Ok(None) };
    cx.row("SELECT meeting FROM agenda_matter WHERE request = $1", values![request.id], |row| row.get("meeting"))
}

pub fn references(cx: &Read<'_>, _: Nothing) -> Result<PolicyReferences> {
    Ok(PolicyReferences { references: store::references(cx, None)?, records: cx.versions(store::REFERENCE)? })
}

pub fn figures(cx: &Read<'_>, input: AskGovernance) -> Result<GovernanceFigures> {
    crate::figures::figures(cx, input.from, input.to)
}
