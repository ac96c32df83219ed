//! The books of the demonstration: openings, then two years of donations, grants, transfers, costs, cheques and months
//! that close. Whoever writes a voucher does not approve it.

use super::scene::Scene;
use super::words::column;
use funds::{Opening, OpeningLine, open_from};
use kernel::id::{EntryId, FundId};
use kernel::{Day, Hijri, Money, Result};
use ledger::AccountCode;
use office::permission::Role::{Committee, Finance, Supervisor};
use serde_json::{Value, json};

/// Fund, account and riyals that stand there on the first day; credit below zero.
const OPENINGS: &[(&str, &str, i64)] = &[
    ("partnership", "11101", 850_000),
    ("partnership", "11103", 3_200),
    ("partnership", "11701", 12_600),
    ("partnership", "12105", 28_000),
    ("partnership", "21101", -18_400),
    ("partnership", "23101", -875_400),
    ("pool", "11101", 900_000),
    ("pool", "23101", -900_000),
    ("investment", "11101", 210_400),
    ("investment", "11301", 120_000),
    ("investment", "12301", 1_450_000),
    ("investment", "21107", -12_000),
    ("investment", "23101", -1_768_400),
    ("grant", "11101", 340_000),
    ("grant", "21104", -100_000),
    ("grant", "23201", -240_000),
    ("waqf", "13101", 75_000),
    ("waqf", "13301", 2_300_000),
    ("waqf", "22504", -115_000),
    ("waqf", "23301", -2_260_000),
    ("running", "11101", 345_000),
    ("running", "11401", 4_500),
    ("running", "11501", 6_000),
    ("running", "12110", 32_000),
    ("running", "21106", -21_300),
    ("running", "23101", -366_200),
    ("zakat", "11101", 88_250),
    ("zakat", "23201", -88_250),
];

/// Adds the funds and opens their balances.
///
/// # Errors
/// What the office refuses.
pub fn open(scene: &mut Scene<'_>, first: Day) -> Result<()> {
    for row in scene.words.list("fund")?.to_vec() {
        let id = scene.id();
        let fund = json!({ "id": id, "name": column(&row, 1), "class": column(&row, 2), "kind": column(&row, 3) });
        scene.call(Finance, "funds.add", fund)?;
        scene.funds.insert(column(&row, 0), id.parse()?);
    }
    let line = |(fund, account, riyals): &(&str, &str, i64)| {
        Ok(OpeningLine {
            fund: fund_of(scene, fund)?,
            account: AccountCode::new(*account)?,
            amount: Money::from_riyals(*riyals)?,
            memo: String::new(),
        })
    };
    let lines = OPENINGS.iter().map(line).collect::<Result<Vec<_>>>()?;
    let id: EntryId = scene.id().parse()?;
    scene.with(Finance, |cx| open_from(cx, &Opening { id, day: first, funds: Vec::new(), lines }).map(drop))
}

/// The identifier of a fund by its name in the words.
pub fn fund_of(scene: &Scene<'_>, fund: &str) -> Result<FundId> {
    scene.funds.get(fund).copied().ok_or_else(|| kernel::Failure::broken(format!("no fund {fund}")))
}

/// Plans every month.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>, first: Day) -> Result<()> {
    let mut month = first;
    let mut number = 0;
    while month <= scene.last {
        plan_month(scene, month, number)?;
        number += 1;
        month = month.plus_months(1)?;
    }
    let last = scene.last;
    scene.on(last.plus_days(-1)?, unfinished)
}

fn plan_month(scene: &mut Scene<'_>, month: Day, number: i32) -> Result<()> {
    for _ in 0..scene.dice.between(7, 11) {
        let day = month.plus_days(scene.dice.days(0, 27))?;
        scene.on(day, donation)?;
    }
    // In Ramadan people give their zakat.
    let ramadan = |day: Day| Hijri::from_day(day).is_some_and(|hijri| hijri.month() == 9);
    if let Some(day) = (0..28).step_by(4).filter_map(|days| month.plus_days(days).ok()).find(|day| ramadan(*day)) {
        for _ in 0..5 {
            scene.on(day, |scene| give(scene, "zakat", 500, 9_000, "transfer").map(drop))?;
        }
    }
    let name = format!("{}-{:02}", month.year(), month.month());
    let on = |scene: &mut Scene<'_>, day: i32, action: fn(&mut Scene<'_>, &str) -> Result<()>| {
        let name = name.clone();
        scene.on(month.plus_days(day - 1)?, move |scene| action(scene, &name))
    };
    on(scene, 2, |scene, _| transfer(scene, "partnership", "running", 35_000, "to_running"))?;
    on(scene, 5, |scene, month| pay(scene, "running", "41203", (6_200, 7_400), "rent", month, "landlord"))?;
    on(scene, 8, |scene, _| zakat(scene))?;
    on(scene, 10, |scene, month| receive(scene, "waqf", "31303", 12_500, "waqf_rent", month, "tenant"))?;
    on(scene, 14, |scene, _| pay(scene, "partnership", "42102", (6_000, 13_000), "aid", "", "families"))?;
    on(scene, 18, programme)?;
    on(scene, 25, |scene, month| pay(scene, "running", "41101", (38_500, 38_500), "salaries", month, "staff"))?;
    on(scene, 27, |scene, _| pay(scene, "running", "41205", (30, 95), "bank_charges", "", "bank"))?;
    if number % 2 == 1 {
        on(scene, 16, |scene, _| gift(scene))?;
    }
    if number % 3 == 2 {
        on(scene, 3, |scene, _| transfer(scene, "partnership", "pool", 60_000, "to_pool"))?;
        on(scene, 12, |scene, _| receive(scene, "investment", "31207", 21_000, "unit_rent", "", "unit_tenants"))?;
        on(scene, 15, |scene, _| transfer(scene, "investment", "pool", 12_600, "return_to_pool"))?;
        on(scene, 20, |scene, _| pay(scene, "running", "44106", (2_500, 4_500), "advertising", "", "agency"))?;
    }
    if number % 6 == 1 {
        on(scene, 6, |scene, _| grant(scene))?;
        on(scene, 21, |scene, _| transfer(scene, "grant", "pool", 150_000, "grant_to_pool"))?;
        on(scene, 22, |scene, _| pay(scene, "waqf", "43101", (3_000, 9_000), "waqf_repair", "", "contractor"))?;
    }
    let closing = month.plus_months(1)?.plus_days(11)?;
    scene.on(closing, move |scene| close(scene, month, number))
}

fn donation(scene: &mut Scene<'_>) -> Result<()> {
    let donor = scene.word("donor")?;
    let method = column(&donor, 1);
    let (fund, least, most) = match (method, scene.dice.between(1, 10)) {
        ("in_kind", _) => ("partnership", 2_000, 9_000),
        ("pos" | "standing", _) => ("running", 200, 2_500),
        (_, 1..=6) => ("partnership", 3_000, 24_000),
        (_, 7..=8) => ("running", 1_000, 8_000),
        (_, 9) => ("zakat", 1_000, 9_000),
        _ => ("waqf", 2_000, 15_000),
    };
    let id = give_by(scene, fund, least, most, method, column(&donor, 0))?;
    if method == "in_kind" {
        return plan_giving_out(scene, id);
    }
    if method == "cheque" {
        let bounces = scene.dice.once_in(9);
        let day = scene.today().plus_days(scene.dice.days(4, 10))?;
        scene.on(day, move |scene| if bounces { bounce(scene, &id) } else { clear(scene, &id) })?;
    }
    Ok(())
}

fn give(scene: &mut Scene<'_>, fund: &str, least: i64, most: i64, method: &str) -> Result<String> {
    let donor = scene.word("donor")?;
    give_by(scene, fund, least, most, method, column(&donor, 0))
}

fn give_by(scene: &mut Scene<'_>, fund: &str, least: i64, most: i64, method: &str, donor: &str) -> Result<String> {
    let id = scene.id();
    let amount = scene.dice.riyals(least, most, 50)?;
    let reference = if method == "in_kind" { String::new() } else { scene.dice.between(100_000, 999_999).to_string() };
    let day = scene.today();
    let input = json!({
        "id": id, "fund": fund_of(scene, fund)?, "amount": amount, "day": day, "donor": donor, "method": method,
        "reference": reference, "account": null,
    });
    scene.call(Finance, "funds.donate", input)?;
    Ok(id)
}

fn clear(scene: &mut Scene<'_>, cheque: &str) -> Result<()> {
    let input = json!({ "id": scene.id(), "cheque": cheque, "day": scene.today() });
    scene.call(Finance, "funds.clear_cheque", input).map(drop)
}

fn bounce(scene: &mut Scene<'_>, cheque: &str) -> Result<()> {
    let id = scene.id();
    let reason = scene.words.text("bounced")?;
    let input = json!({ "id": id, "entry": cheque, "day": scene.today(), "reason": reason });
    scene.call(Finance, "funds.ask_reversal", input)?;
    scene.call(Supervisor, "funds.approve", json!({ "id": id })).map(drop)
}

fn grant(scene: &mut Scene<'_>) -> Result<()> {
    let grantor = scene.word("grantor")?;
    let input = json!({
        "id": scene.id(), "fund": fund_of(scene, "grant")?, "amount": Money::from_riyals(300_000)?,
        "day": scene.today(), "donor": column(&grantor, 0), "method": "transfer",
        "reference": scene.dice.between(100_000, 999_999).to_string(), "account": "31105",
    });
    scene.call(Finance, "funds.donate", input).map(drop)
}

fn transfer(scene: &mut Scene<'_>, from: &str, to: &str, riyals: i64, reason: &str) -> Result<()> {
    let amount = Money::from_riyals(riyals)?;
    if !has(scene, from, amount)? {
        return Ok(());
    }
    let id = scene.id();
    let input = json!({
        "id": id, "from": fund_of(scene, from)?, "to": fund_of(scene, to)?, "amount": amount, "day": scene.today(),
        "reason": scene.words.text(reason)?,
    });
    scene.call(Finance, "funds.transfer", input)?;
    scene.call(Supervisor, "funds.approve", json!({ "id": id })).map(drop)
}

/// A voucher by hand with two lines, debit before credit.
fn draft(
    scene: &mut Scene<'_>,
    kind: &str,
    fund: &str,
    accounts: (&str, &str),
    amount: Money,
    narration: &str,
    counterparty: &str,
) -> Result<String> {
    let id = scene.id();
    let fund = fund_of(scene, fund)?;
    let input = json!({
        "id": id, "kind": kind, "day": scene.today(), "narration": narration, "counterparty": counterparty,
        "method": if kind == "journal" { Value::Null } else { json!("transfer") },
        "lines": [
            { "account": accounts.0, "fund": fund, "debit": amount },
            { "account": accounts.1, "fund": fund, "credit": amount },
        ],
    });
    scene.call(Finance, "funds.draft", input)?;
    Ok(id)
}

fn bank(fund: &str) -> &'static str {
    if fund == "waqf" { "13101" } else { "11101" }
}

/// A payment that both approvers see on the same day; left out where the fund has not enough.
fn pay(
    scene: &mut Scene<'_>,
    fund: &str,
    account: &str,
    (least, most): (i64, i64),
    narration: &str,
    month: &str,
    paid_to: &str,
) -> Result<()> {
    let narration = scene.words.text(narration)?.replace("%{month}", month);
    let paid_to = scene.words.text(paid_to)?;
    pay_as(scene, fund, account, (least, most), &narration, paid_to)
}

fn pay_as(
    scene: &mut Scene<'_>,
    fund: &str,
    account: &str,
    (least, most): (i64, i64),
    narration: &str,
    paid_to: &str,
) -> Result<()> {
    let amount = scene.dice.riyals(least, most, if most < 1_000 { 5 } else { 50 })?;
    if !has(scene, fund, amount)? {
        return Ok(());
    }
    let id = draft(scene, "payment", fund, (account, bank(fund)), amount, narration, paid_to)?;
    for approver in [Supervisor, Committee] {
        scene.call(approver, "funds.approve", json!({ "id": id }))?;
    }
    Ok(())
}

fn receive(
    scene: &mut Scene<'_>,
    fund: &str,
    account: &str,
    riyals: i64,
    narration: &str,
    month: &str,
    from: &str,
) -> Result<()> {
    let narration = scene.words.text(narration)?.replace("%{month}", month);
    let from = scene.words.text(from)?;
    let amount = Money::from_riyals(riyals)?;
    let id = draft(scene, "receipt", fund, (bank(fund), account), amount, &narration, from)?;
    scene.call(Supervisor, "funds.approve", json!({ "id": id })).map(drop)
}

fn programme(scene: &mut Scene<'_>, _: &str) -> Result<()> {
    let name = column(&scene.word("programme")?, 0);
    let narration = scene.words.text("programme")?.replace("%{name}", name);
    let trainer = scene.words.text("trainer")?;
    let fund = if scene.dice.once_in(3) { "partnership" } else { "grant" };
    pay_as(scene, fund, "42103", (5_000, 14_000), &narration, trainer)
}

/// Most of what lies in the zakat fund goes out each month.
fn zakat(scene: &mut Scene<'_>) -> Result<()> {
    let cash = ledger::cash_of(scene.db(), fund_of(scene, "zakat")?)?.halalas() / 100;
    if cash < 2_000 {
        return Ok(());
    }
    pay(scene, "zakat", "42101", (cash / 3, cash / 2), "zakat_out", "", "families")
}

fn gift(scene: &mut Scene<'_>) -> Result<()> {
    let donor = scene.word("donor")?;
    let given = give_by(scene, "partnership", 3_000, 9_000, "in_kind", column(&donor, 0))?;
    plan_giving_out(scene, given)
}

/// What was given in kind goes out to families some days later.
fn plan_giving_out(scene: &mut Scene<'_>, given: String) -> Result<()> {
    let day = scene.today().plus_days(scene.dice.days(3, 16))?;
    scene.on(day, move |scene| give_out(scene, &given))
}

fn give_out(scene: &mut Scene<'_>, given: &str) -> Result<()> {
    let item = column(&scene.word("item")?, 0);
    let sheet = scene.call(Finance, "funds.entry", json!({ "id": given }))?;
    let amount: Money = serde_json::from_value(sheet["amount"].clone()).map_err(kernel::Failure::broken)?;
    let narration = scene.words.text("in_kind_given")?.replace("%{name}", item);
    let id = draft(scene, "journal", "partnership", ("42104", "11701"), amount, &narration, "")?;
    scene.call(Supervisor, "funds.approve", json!({ "id": id })).map(drop)
}

pub fn has(scene: &Scene<'_>, fund: &str, amount: Money) -> Result<bool> {
    Ok(ledger::cash_of(scene.db(), fund_of(scene, fund)?)? >= amount)
}

/// Closes a month on the twelfth of the next one, and locks a year when its last statements are out. One month was
/// closed too early and opens again for a day.
fn close(scene: &mut Scene<'_>, month: Day, number: i32) -> Result<()> {
    let id = |day: Day| i64::from(day.year()) * 100 + i64::from(day.month());
    let mut closing = vec![id(month)];
    if number == 0 {
        // The months of the first year before the office began its books.
        closing = (1..=i64::from(month.month())).map(|earlier| i64::from(month.year()) * 100 + earlier).collect();
    }
    let word = scene.words.text("closing_word")?.to_owned();
    for period in closing {
        scene.call(Finance, "funds.close_period", json!({ "period": period, "word": word }))?;
    }
    if number == 9 {
        let reason = scene.words.text("reopen_reason")?;
        scene.call(Finance, "funds.ask_to_reopen", json!({ "period": id(month), "reason": reason }))?;
        scene.call(Supervisor, "funds.reopen_period", json!({ "period": id(month) }))?;
        scene.call(Finance, "funds.close_period", json!({ "period": id(month), "word": word }))?;
    }
    // The books know the year before where they began in December or earlier.
    if month.month() == 3 && number > 2 {
        scene.call(Finance, "funds.lock_year", json!({ "year": month.year() - 1 }))?;
    }
    Ok(())
}

/// What still waits for somebody on the last day.
fn unfinished(scene: &mut Scene<'_>) -> Result<()> {
    let twice = give(scene, "partnership", 1_000, 5_000, "transfer")?;
    let id = scene.id();
    let reason = scene.words.text("twice")?;
    let input = json!({ "id": id, "entry": twice, "day": scene.today(), "reason": reason });
    scene.call(Finance, "funds.ask_reversal", input)?;
    give(scene, "partnership", 2_000, 9_000, "cheque")?;
    let waiting =
        [("partnership", "42103", 4_850, "printing", "printer"), ("running", "12105", 7_200, "furniture", "carpenter")];
    let mut drafts = Vec::new();
    for (fund, account, riyals, narration, paid_to) in waiting {
        let (narration, paid_to) = (scene.words.text(narration)?, scene.words.text(paid_to)?);
        let amount = Money::from_riyals(riyals)?;
        drafts.push(draft(scene, "payment", fund, (account, bank(fund)), amount, narration, paid_to)?);
    }
    if let [first, second] = drafts.as_slice() {
        scene.call(Supervisor, "funds.approve", json!({ "id": first }))?;
        let note = scene.words.text("return_note")?;
        scene.call(Committee, "funds.return_draft", json!({ "id": second, "note": note }))?;
    }
    let input = json!({
        "id": scene.id(), "from": fund_of(scene, "partnership")?, "to": fund_of(scene, "pool")?,
        "amount": Money::from_riyals(25_000)?, "day": scene.today(), "reason": scene.words.text("to_pool")?,
    });
    scene.call(Finance, "funds.transfer", input).map(drop)
}
