//! The reminders of a day: for each borrower one message over the instalments whose step has come, and the messages of
//! the last days that were prepared.

use crate::contact::set_wish::unwished;
use crate::queries::{Words, words};
use crate::reminders::model::{
    AskReminders, ReminderCount, ReminderItem, ReminderKey, ReminderLine, ReminderPage, ReminderState,
};
use crate::reminders::plan::ReminderRule;
use crate::reminders::text::{self, Known};
use crate::settings;
use database::{Row, Value, values};
use kernel::id::{FundId, MessageId, PartyId};
use kernel::{Day, Money, Result};
use office::context::Read;
use office::page::{as_meant, page_of};
use std::collections::{BTreeMap, BTreeSet};

/// Days a prepared message is listed for.
const KEPT: i32 = 14;

/// Reminders that wait, with those who are left alone.
pub struct Waiting {
    pub lines: Vec<ReminderLine>,
    pub unwished: BTreeSet<PartyId>,
    pub paused: i64,
}

/// An instalment whose step may have come.
struct Found {
    item: ReminderItem,
    party: PartyId,
    name: String,
    mobile: String,
    sentence: String,
}

pub fn reminders(cx: &Read<'_>, input: AskReminders) -> Result<ReminderPage> {
    as_meant(
        cx,
        &input.text,
        |page: &ReminderPage| page.total == 0,
        |reading| {
            let patterns = words(reading);
            let waiting = waiting(cx, None, input.fund, &patterns)?;
            let mut lines = waiting.lines;
            lines.extend(prepared(cx, input.fund, &patterns)?);
            let count = |state: ReminderState| ReminderCount {
                state,
                people: lines.iter().filter(|one| one.state == state).count() as i64,
            };
            let states = ReminderState::ALL.iter().map(|state| count(*state)).collect();
            lines.retain(|one| input.state.is_none_or(|state| state == one.state));
            let total = i64::try_from(lines.len()).unwrap_or(i64::MAX);
            let lines = page_of(lines, input.offset, input.limit);
            let unwished = i64::try_from(waiting.unwished.len()).unwrap_or(i64::MAX);
            Ok(ReminderPage { lines, total, states, unwished, paused: waiting.paused })
        },
    )
}

/// How many borrowers wait for a message today.
///
/// # Errors
/// What the database refuses.
pub fn count_waiting(cx: &Read<'_>) -> Result<i64> {
    Ok(i64::try_from(waiting(cx, None, None, &Default::default())?.lines.len()).unwrap_or(i64::MAX))
}

/// What waits to be prepared; of one borrower, or of all.
///
/// # Errors
/// What the database refuses.
pub fn waiting(cx: &Read<'_>, party: Option<PartyId>, fund: Option<FundId>, words: &Words) -> Result<Waiting> {
    let rule = settings::reminders(cx)?;
    let today = cx.today();
    let (from, until) = rule.window(today)?;
    let association = office::association::profile(cx)?.name_ar;
    let mut narrowed = values![from, until, party, fund].to_vec();
    narrowed.extend(words.iter().cloned().map(Value::from));
    let found =
        cx.rows(include_str!("../sql/to_remind.sql"), narrowed, |row| found(row, &rule, today, &association))?;
    let done = made(cx, from, until)?;
    let pauses = loans::pauses(cx)?;
    let unwilling = unwished(cx)?;
    let (mut paused, mut left_alone) = (BTreeSet::new(), BTreeSet::new());
    let mut people: BTreeMap<PartyId, Vec<Found>> = BTreeMap::new();
    for one in found.into_iter().flatten() {
        let key = one.item.key();
        let spans = pauses.get(&key.loan).map_or(&[][..], Vec::as_slice);
        let rests = |day: Day| spans.iter().any(|pause| pause.from <= day && day < pause.until);
        if done.contains(&key) {
            continue;
        }
        if rests(today) || rests(key.due) {
            paused.insert(key.loan);
        } else if unwilling.contains(&one.party) {
            left_alone.insert(one.party);
        } else {
            people.entry(one.party).or_default().push(one);
        }
    }
    let mut lines =
        people.into_values().map(|own| line(own, &rule, &association, today)).collect::<Result<Vec<_>>>()?;
    lines.sort_by(|one, other| pressing(one).cmp(&pressing(other)));
    Ok(Waiting { lines, unwished: left_alone, paused: i64::try_from(paused.len()).unwrap_or(i64::MAX) })
}

/// The earliest instalment first.
fn pressing(line: &ReminderLine) -> (Option<Day>, &str) {
    (line.items.iter().map(|item| item.due).min(), &line.name)
}

impl ReminderItem {
    pub const fn key(&self) -> ReminderKey {
        ReminderKey { loan: self.loan, no: self.no, due: self.due, step: self.step }
    }
}

fn found(row: &Row<'_>, rule: &ReminderRule, today: Day, association: &str) -> Result<Option<Found>> {
    let due: Day = row.get("due")?;
    let Some(step) = rule.step(row.get("product")?, due, today) else { return Ok(None) };
    let (name, loan_no): (String, String) = (row.get("borrower")?, row.get("loan_no")?);
    let (no, amount): (i64, Money) = (row.get("no")?, row.get("unpaid")?);
    let known = Known { name: &name, amount, loan_no: &loan_no, no, due, today, association };
    let sentence = text::filled(&step.text, &known);
    let item = ReminderItem { loan: row.get("loan")?, loan_no, no, due, amount, step: step.days };
    Ok(Some(Found { item, party: row.get("party")?, name, mobile: row.get("mobile")?, sentence }))
}

/// One message over the instalments of one borrower.
fn line(own: Vec<Found>, rule: &ReminderRule, association: &str, today: Day) -> Result<ReminderLine> {
    let amount = Money::sum(own.iter().map(|one| one.item.amount))?;
    let (mut name, mut mobile, mut party) = (String::new(), String::new(), None);
    let (mut items, mut sentences) = (Vec::new(), Vec::new());
    for one in own {
        (name, mobile, party) = (one.name, one.mobile, Some(one.party));
        items.push(one.item);
        sentences.push(one.sentence);
    }
    let first = items.iter().map(|item| item.due).min().unwrap_or(today);
    let known = Known { name: &name, amount, loan_no: "", no: 0, due: first, today, association };
    let (greeting, closing) = (text::filled(&rule.greeting, &known), text::filled(&rule.closing, &known));
    Ok(ReminderLine {
        party: party.ok_or_else(|| kernel::Failure::broken("a message to nobody"))?,
        text: text::message(&greeting, &sentences, &closing),
        mobile: crate::contact::masked(&mobile),
        name,
        items,
        amount,
        state: ReminderState::Waiting,
        message: None,
        prepared_at: None,
        prepared_by_name: String::new(),
        sent_on: None,
        sent_by_name: String::new(),
        channel: None,
    })
}

/// What was reminded of before, of instalments due in a span.
fn made(cx: &Read<'_>, from: Day, until: Day) -> Result<BTreeSet<ReminderKey>> {
    let sql = "SELECT loan, no, due, step FROM reminder WHERE due BETWEEN $1 AND $2";
    let keys = cx.rows(sql, values![from, until], |row| {
        Ok(ReminderKey { loan: row.get("loan")?, no: row.get("no")?, due: row.get("due")?, step: row.get("step")? })
    })?;
    Ok(keys.into_iter().collect())
}

/// Messages of the last days, the newest first.
fn prepared(cx: &Read<'_>, fund: Option<FundId>, words: &Words) -> Result<Vec<ReminderLine>> {
    let mut narrowed = values![cx.today().plus_days(-KEPT)?, fund].to_vec();
    narrowed.extend(words.iter().cloned().map(Value::from));
    let rows = cx.rows(include_str!("../sql/prepared.sql"), narrowed, |row| {
        let item = ReminderItem {
            loan: row.get("loan")?,
            loan_no: row.get("loan_no")?,
            no: row.get("no")?,
            due: row.get("due")?,
            amount: row.get("amount")?,
            step: row.get("step")?,
        };
        let sent_on: Option<Day> = row.get("sent_on")?;
        let line = ReminderLine {
            party: row.get("party")?,
            name: row.get("borrower")?,
            mobile: crate::contact::masked(&row.get::<String>("mobile")?),
            items: Vec::new(),
            amount: Money::ZERO,
            text: row.get("text")?,
            state: if sent_on.is_some() { ReminderState::Sent } else { ReminderState::Prepared },
            message: Some(row.get::<MessageId>("id")?),
            prepared_at: Some(row.get("prepared_at")?),
            prepared_by_name: row.get("prepared_by_name")?,
            sent_on,
            sent_by_name: row.get::<Option<String>>("sent_by_name")?.unwrap_or_default(),
            channel: row.get("channel")?,
        };
        Ok((line, item))
    })?;
    let mut lines: Vec<ReminderLine> = Vec::new();
    for (line, item) in rows {
        if lines.last().is_none_or(|last| last.message != line.message) {
            lines.push(line);
        }
        let Some(own) = lines.last_mut() else { continue };
        own.amount = own.amount.plus(item.amount)?;
        own.items.push(item);
    }
    Ok(lines)
}
