//! Agreements as lists show them: how each stands is reckoned from its days, for all at once.

use crate::inputs::ListAgreements;
use crate::model::{AgreementLine, AgreementPage, AgreementStanding, AgreementStandingCount, AgreementState};
use crate::rules::{self, AgreementDays};
use crate::settings;
use database::{Row, values};
use kernel::arabic::Reading;
use kernel::id::{AgreementId, PartyId};
use kernel::{Day, Result};
use office::context::Read;
use office::order::{Rank, in_order};
use office::page::{as_meant, page_of};
use std::collections::BTreeMap;

const LINES: &str = include_str!("../sql/agreement_lines.sql");

pub fn agreements(cx: &Read<'_>, input: ListAgreements) -> Result<AgreementPage> {
    let all = all(cx, input.on.unwrap_or(cx.today()))?;
    let serving = input.target.as_deref().map(|target| serving(cx, target)).transpose()?;
    as_meant(
        cx,
        &input.text,
        |page: &AgreementPage| page.total == 0,
        |reading| page(cx, &input, &all, serving.as_deref(), reading),
    )
}

/// An agreement with what it is found by.
pub struct Found {
    pub line: AgreementLine,
    pub search: String,
    /// The day on which it was terminated or declined, and the one on which what renews it begins.
    pub ended_on: Option<Day>,
    pub successor: Option<Day>,
}

fn page(
    cx: &Read<'_>,
    input: &ListAgreements,
    all: &[Found],
    serving: Option<&[AgreementId]>,
    reading: Option<&Reading>,
) -> Result<AgreementPage> {
    let days = settings::settings(cx)?.ending_days;
    let ends_soon = |line: &AgreementLine| line.left.is_some_and(|left| left <= i32::from(days));
    let words: Vec<&str> = reading.map(|reading| reading.text.split(' ').collect()).unwrap_or_default();
    let mut chosen: Vec<AgreementLine> = all
        .iter()
        .filter(|one| words.iter().all(|word| one.search.contains(word)))
        .map(|one| &one.line)
        .filter(|one| input.kind.is_empty() || input.kind.contains(&one.kind))
        .filter(|one| input.partner.is_none_or(|partner| partner == one.partner))
        .filter(|one| !input.ending || ends_soon(one))
        .filter(|one| input.on.is_none() || one.standing == AgreementStanding::Active)
        .filter(|one| serving.is_none_or(|serving| serving.contains(&one.agreement)))
        .cloned()
        .collect();
    let count = |standing: AgreementStanding| chosen.iter().filter(|one| one.standing == standing).count();
    let standings: Vec<AgreementStandingCount> = AgreementStanding::ALL
        .iter()
        .map(|one| AgreementStandingCount { standing: *one, count: i64::try_from(count(*one)).unwrap_or(0) })
        .collect();
    let ending = i64::try_from(chosen.iter().filter(|one| ends_soon(one)).count()).unwrap_or(0);
    chosen.retain(|one| input.standing.is_empty() || input.standing.contains(&one.standing));
    in_order(&mut chosen, input.order.as_ref(), |one, key| {
        Some(match key {
            "number" => Rank::from(&one.agreement_no),
            "title" => (&one.title).into(),
            "partner" => (&one.partner_name).into(),
            "kind" => one.kind.name().into(),
            "standing" => one.standing.name().into(),
            "signed" => one.signed_on.map_or(Rank::Empty, Rank::from),
            "starts" => one.starts.map_or(Rank::Empty, Rank::from),
            "ends" => one.ends.map_or(Rank::Empty, Rank::from),
            "amount" => one.amount.map_or(Rank::Empty, Rank::from),
            "open" => one.open.into(),
            "late" => one.late.into(),
            "event" => (&one.event).into(),
            _ => return None,
        })
    });
    let total = i64::try_from(chosen.len()).unwrap_or(0);
    Ok(AgreementPage { lines: page_of(chosen, input.offset, input.limit), total, standings, ending })
}

/// All agreements as they stand on a day, the newest first.
///
/// # Errors
/// What the database refuses.
pub fn all(cx: &Read<'_>, day: Day) -> Result<Vec<Found>> {
    read(cx, "", None, day)
}

/// Those with a partner, or in which it stands beside another.
///
/// # Errors
/// What the database refuses.
pub fn of_partner(cx: &Read<'_>, partner: PartyId) -> Result<Vec<AgreementLine>> {
    let found = read(cx, "WHERE a.partner = $1", Some(partner), cx.today())?;
    Ok(found.into_iter().map(|one| one.line).collect())
}

fn read(cx: &Read<'_>, which: &str, partner: Option<PartyId>, day: Day) -> Result<Vec<Found>> {
    let sql = LINES.replace("-- which", which);
    let mut found = match partner {
        Some(partner) => cx.rows(&sql, values![partner], |row| found_row(row, day))?,
        None => cx.rows(&sql, values![], |row| found_row(row, day))?,
    };
    let owed = owed(cx, partner)?;
    for one in &mut found {
        for (due, count) in owed.get(&one.line.agreement).into_iter().flatten() {
            one.line.open += count;
            if *due < day {
                one.line.late += count;
            }
        }
    }
    Ok(found)
}

/// Open obligations by agreement and day; before the signature nobody owes anything.
fn owed(cx: &Read<'_>, partner: Option<PartyId>) -> Result<BTreeMap<AgreementId, Vec<(Day, i64)>>> {
    let rows: Vec<(AgreementId, Day, i64)> = cx.rows(include_str!("../sql/owed.sql"), values![partner], |row| {
        Ok((row.get("agreement")?, row.get("due")?, row.get("n")?))
    })?;
    let mut owed: BTreeMap<AgreementId, Vec<(Day, i64)>> = BTreeMap::new();
    for (agreement, due, n) in rows {
        owed.entry(agreement).or_default().push((due, n));
    }
    Ok(owed)
}

fn serving(cx: &Read<'_>, target: &str) -> Result<Vec<AgreementId>> {
    let sql = "SELECT agreement FROM agreement_target WHERE target = $1";
    cx.rows(sql, values![target], |row| row.get("agreement"))
}

fn found_row(row: &Row<'_>, day: Day) -> Result<Found> {
    let (starts, ends): (Option<Day>, Option<Day>) = (row.get("starts")?, row.get("ends")?);
    let state: AgreementState = row.get("state")?;
    let ended_on: Option<Day> = row.get("ended_on")?;
    // On a day before it was terminated it was signed still.
    let state = if state == AgreementState::Terminated && ended_on.is_some_and(|on| on > day) {
        AgreementState::Signed
    } else {
        state
    };
    let successor: Option<Day> = row.get("successor")?;
    let standing = rules::standing(AgreementDays { state, starts, ends, successor }, day);
    let line = AgreementLine {
        agreement: row.get("id")?,
        agreement_no: row.get("agreement_no")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        partner: row.get("partner")?,
        partner_name: row.get("partner_name")?,
        standing,
        proposed_on: row.get("proposed_on")?,
        signed_on: row.get("signed_on")?,
        event: row.get("event")?,
        starts,
        ends,
        left: ends.filter(|_| standing == AgreementStanding::Active).map(|ends| ends.days_since(day)),
        amount: row.get("amount")?,
        open: 0,
        late: 0,
    };
    Ok(Found { line, search: row.get("search_fold")?, ended_on, successor })
}
