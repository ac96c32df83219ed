//! Loans of the demonstration, each with the story it is to have: paid off, regular, late in every band, waiting for a
//! decision, approved with money still to go out.

use super::families::Borrower;
use super::scene::Scene;
use super::words::{Row, column};
use kernel::{Day, Failure, Money, Result};
use office::permission::Role::{Committee, Finance, Researcher, Supervisor};
use serde_json::{Value, json};

/// How a loan is to stand on the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    PaidOff,
    Regular,
    /// Nothing was paid of what was due in so many days before the last one.
    Late(i32),
    Waiting,
    /// So many steps of its tranches are done.
    Unpaid(usize),
    Rejected,
    Cancelled,
}

/// Courses and how many loans take each: 120 in all.
const COURSES: &[(Course, usize)] = &[
    (Course::PaidOff, 30),
    (Course::Regular, 48),
    (Course::Late(30), 7),
    (Course::Late(60), 5),
    (Course::Late(90), 4),
    (Course::Late(160), 5),
    (Course::Late(300), 3),
    (Course::Waiting, 8),
    (Course::Unpaid(0), 1),
    (Course::Unpaid(1), 2),
    (Course::Unpaid(2), 1),
    (Course::Unpaid(3), 2),
    (Course::Rejected, 2),
    (Course::Cancelled, 2),
];

/// Riyals a fund keeps in hand for what it has already approved.
const MARGIN: i64 = 120_000;

/// A loan on its way through the office.
#[derive(Debug, Clone)]
struct Story {
    course: Course,
    fund: &'static str,
    borrower: Borrower,
    loan: String,
    trade: Row,
    tranches: Vec<String>,
    in_kind: Vec<bool>,
    /// The place of the loan among all of them, which decides small things.
    number: usize,
}

/// Plans the day each loan is asked for.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let courses = COURSES.iter().flat_map(|(course, count)| std::iter::repeat_n(*course, *count));
    for (number, course) in courses.enumerate() {
        let days_before = match course {
            Course::PaidOff => scene.dice.days(400, 660),
            Course::Regular => scene.dice.days(45, 430),
            Course::Late(days) => scene.dice.days(days + 80, 650.max(days + 81)),
            Course::Waiting => scene.dice.days(1, 15),
            Course::Unpaid(_) => scene.dice.days(28, 40),
            Course::Rejected | Course::Cancelled => scene.dice.days(60, 500),
        };
        let day = scene.last.plus_days(-days_before)?;
        scene.on(day, move |scene| propose(scene, number, course))?;
    }
    Ok(())
}

fn propose(scene: &mut Scene<'_>, number: usize, course: Course) -> Result<()> {
    if scene.borrowers.is_empty() {
        // The first families are still being looked at.
        let later = scene.today().plus_days(3)?;
        return scene.on(later, move |scene| propose(scene, number, course));
    }
    let place = usize::try_from(scene.dice.between(0, scene.borrowers.len() as i64 - 1)).unwrap_or(0);
    let borrower = scene.borrowers.swap_remove(place);
    let trade = trade(scene, borrower.woman)?;
    let typed = |place: usize| column(&trade, place).parse::<i64>().unwrap_or(10_000);
    let amount = scene.dice.riyals(typed(4), typed(5), 500)?;
    let (tranches, in_kind) = tranches(scene, &trade, amount, number)?;
    let instalments = instalments(scene, course)?;
    let guarantor = scene.word("guarantor")?;
    let (loan, project) = (scene.id(), scene.id());
    let fund = if number % 9 == 4 { "grant" } else { "pool" };
    let products = scene.call(Researcher, "loans.products", json!({}))?;
    let input = json!({
        "id": loan,
        "project": { "new": {
            "id": project, "party": borrower.party, "name": column(&trade, 1), "activity": column(&trade, 0),
        } },
        "product": products["products"][0]["id"],
        "fund": super::books::fund_of(scene, fund)?,
        "amount": amount,
        "instalments": instalments,
        "calendar": if number % 7 == 3 { "hijri" } else { "gregorian" },
        "guarantee": { "kind": column(&guarantor, 0), "text": column(&guarantor, 1), "until": until(scene, number, course)? },
        "purpose": column(&trade, 3),
        "tranches": tranches,
    });
    scene.call(Researcher, "loans.propose", input)?;
    let ids = tranches.iter().filter_map(|tranche| tranche["id"].as_str().map(str::to_owned)).collect();
    let story = Story { course, fund, borrower, loan, trade, tranches: ids, in_kind, number };
    let after = scene.today().plus_days(scene.dice.days(2, 8))?;
    if course == Course::Waiting {
        return Ok(());
    }
    scene.on(after, move |scene| decide(scene, story))
}

/// The last day of some guarantees: of one that runs regularly it has passed, of others it comes soon.
fn until(scene: &Scene<'_>, number: usize, course: Course) -> Result<Option<Day>> {
    Ok(match (course, number) {
        (Course::Regular, 40) => Some(scene.last.plus_days(-9)?),
        (Course::Regular, 44) => Some(scene.last.plus_days(26)?),
        (Course::Regular, _) if number % 7 == 1 => Some(scene.last.plus_days(200)?),
        _ => None,
    })
}

fn trade(scene: &mut Scene<'_>, woman: bool) -> Result<Row> {
    loop {
        let trade = scene.word("trade")?;
        match column(&trade, 6) {
            "f" if !woman => {}
            "m" if woman => {}
            _ => return Ok(trade),
        }
    }
}

/// One purchase, or two of them, and for some a little cash to begin with, which comes last.
fn tranches(scene: &mut Scene<'_>, trade: &Row, amount: Money, number: usize) -> Result<(Vec<Value>, Vec<bool>)> {
    let cash = if number.is_multiple_of(3) { part(amount, 15)? } else { Money::ZERO };
    let bought = amount.minus(cash)?;
    let first = if number % 4 == 1 { part(bought, 60)? } else { bought };
    let mut tranches = Vec::new();
    let mut in_kind = Vec::new();
    for (amount, kind) in [(first, "in_kind"), (bought.minus(first)?, "in_kind"), (cash, "cash")] {
        if amount.is_positive() {
            let (supplier, item) = if kind == "in_kind" { (column(trade, 2), column(trade, 3)) } else { ("", "") };
            let id = scene.id();
            tranches.push(json!({ "id": id, "amount": amount, "kind": kind, "supplier": supplier, "item": item }));
            in_kind.push(kind == "in_kind");
        }
    }
    Ok((tranches, in_kind))
}

/// So many per cent of an amount, in whole hundreds of riyals.
fn part(amount: Money, percent: i64) -> Result<Money> {
    Money::from_riyals(amount.halalas() / 100 * percent / 100 / 100 * 100)
}

fn instalments(scene: &mut Scene<'_>, course: Course) -> Result<i64> {
    let months = i64::from(scene.last.number() - scene.today().number()) / 30;
    Ok(match course {
        // Two months go by until the money is out and the first instalment is due.
        Course::PaidOff => scene.dice.between(6, (months - 3).clamp(6, 14)),
        Course::Regular => scene.dice.between((months + 6).clamp(12, 30), (months + 18).clamp(18, 36)),
        Course::Late(_) => scene.dice.between((months - 1).clamp(6, 30), (months + 4).clamp(10, 36)),
        _ => scene.dice.between(10, 24),
    })
}

fn decide(scene: &mut Scene<'_>, story: Story) -> Result<()> {
    let note = |scene: &Scene<'_>, key: &str| scene.words.text(key);
    match story.course {
        Course::Rejected => {
            let input = json!({ "loan": story.loan, "note": note(scene, "rejected")? });
            return scene.call(Committee, "loans.reject", input).map(drop);
        }
        Course::Cancelled => {
            let input = json!({ "loan": story.loan, "note": note(scene, "cancelled")? });
            return scene.call(Researcher, "loans.cancel", input).map(drop);
        }
        _ => {}
    }
    scene.call(Committee, "loans.approve", json!({ "loan": story.loan }))?;
    let after = scene.today().plus_days(1)?;
    scene.on(after, move |scene| step(scene, story, 0, 0))
}

/// The steps of a tranche, with who takes them: asked for, approved, delivered, paid, verified.
fn step(scene: &mut Scene<'_>, story: Story, tranche: usize, step: usize) -> Result<()> {
    if story.course == Course::Unpaid(step) {
        return Ok(());
    }
    let Some(id) = story.tranches.get(tranche).cloned() else { return paying(scene, &story) };
    if step == 1 && !super::books::has(scene, story.fund, Money::from_riyals(MARGIN)?)? {
        // The fund must first be fed.
        let later = scene.today().plus_days(7)?;
        return scene.on(later, move |scene| self::step(scene, story, tranche, step));
    }
    let in_kind = story.in_kind.get(tranche).copied().unwrap_or(true);
    let day = scene.today();
    let reference = scene.dice.between(10_000, 99_999).to_string();
    match step {
        0 => drop(scene.call(Researcher, "loans.request_tranche", json!({ "tranche": id }))?),
        1 => drop(scene.call(Supervisor, "loans.approve_tranche", json!({ "tranche": id }))?),
        2 if in_kind => {
            let supplier = column(&story.trade, 2);
            let input = json!({ "tranche": id, "day": day, "supplier": supplier, "invoice": reference });
            scene.call(Researcher, "loans.deliver_tranche", input)?;
        }
        2 => {}
        3 => {
            let input = json!({ "tranche": id, "day": day, "method": "transfer", "reference": reference });
            scene.call(Finance, "loans.pay_tranche", input)?;
        }
        _ => drop(scene.call(Supervisor, "loans.verify_tranche", json!({ "tranche": id }))?),
    }
    // What comes after the first purchase is done at once, before the first instalment is due.
    let after = day.plus_days(if tranche == 0 { scene.dice.days(0, 3) } else { 0 })?;
    let (tranche, next) = if step == 4 { (tranche + 1, 0) } else { (tranche, step + 1) };
    scene.on(after, move |scene| self::step(scene, story, tranche, next))
}

/// Once all the money is out the plan says what is due, and the course what is paid of it.
fn paying(scene: &mut Scene<'_>, story: &Story) -> Result<()> {
    let sheet = scene.call(Finance, "loans.detail", json!({ "loan": story.loan }))?;
    if story.course == Course::PaidOff && story.number < 2 {
        super::guarantees::notes(scene, &json!(story.loan))?;
    }
    let until = match story.course {
        Course::Late(days) => scene.last.plus_days(-days)?,
        _ => Day::LAST,
    };
    let mut rows: Vec<(Day, Money)> = Vec::new();
    for row in sheet["rows"].as_array().into_iter().flatten() {
        let (due, amount): (Day, Money) = (read(&row["due"])?, read(&row["amount"])?);
        if amount.is_positive() && due < until {
            rows.push((due, amount));
        }
    }
    // Some pay on the day, some a little later; a loan that runs regularly is never late on the last day.
    let slow = story.number % 6 == 2;
    let count = rows.len();
    for (place, (due, amount)) in rows.into_iter().enumerate() {
        let days = if slow { scene.dice.days(2, 14) } else { scene.dice.days(-4, 0) };
        let mut day = due.plus_days(days)?;
        if day > scene.last && due <= scene.last {
            day = scene.last.plus_days(-2)?;
        }
        let story = story.clone();
        let ends = place + 1 == count && story.course == Course::PaidOff;
        scene.on(day, move |scene| {
            if ends { settle(scene, &story, amount) } else { pay(scene, &story, amount, place).map(drop) }
        })?;
    }
    Ok(())
}

fn read<T: serde::de::DeserializeOwned>(value: &Value) -> Result<T> {
    serde_json::from_value(value.clone()).map_err(Failure::broken)
}

fn pay(scene: &mut Scene<'_>, story: &Story, amount: Money, place: usize) -> Result<Value> {
    let method =
        scene.dice.pick(&["transfer", "transfer", "standing", "pos", "deposit"]).copied().unwrap_or("transfer");
    let (id, reference) = (scene.id(), scene.dice.between(100_000, 999_999).to_string());
    let input = json!({
        "id": id, "loan": story.loan, "day": scene.today(), "amount": amount, "method": method, "reference": reference,
    });
    let receipt = scene.call(Finance, "loans.repay", input)?;
    if story.number % 40 == 1 && place == 2 {
        // Written to the wrong loan, noticed at once, and written again.
        let reason = scene.words.text("wrong_loan")?;
        let id = scene.id();
        let undo =
            json!({ "id": id, "loan": story.loan, "place": receipt["place"], "day": scene.today(), "reason": reason });
        scene.call(Supervisor, "loans.ask_undo", undo)?;
        scene.call(Finance, "loans.approve_undo", json!({ "request": id }))?;
        return pay(scene, story, amount, 0);
    }
    Ok(receipt)
}

/// The last instalment: most pay it, one rounds it up and gets the rest back, one is forgiven.
fn settle(scene: &mut Scene<'_>, story: &Story, amount: Money) -> Result<()> {
    // Whoever paid a loan back may ask for another one.
    scene.borrowers.push(story.borrower.clone());
    let extra = Money::from_riyals(150)?;
    match story.number {
        3 => {
            pay(scene, story, amount.plus(extra)?, 0)?;
            let (id, day) = (scene.id(), scene.today());
            let input = json!({ "id": id, "loan": story.loan, "day": day, "amount": extra, "method": "transfer" });
            scene.call(Finance, "loans.ask_refund", input)?;
            scene.call(Supervisor, "loans.approve_refund", json!({ "request": id }))?;
            scene.call(Committee, "loans.approve_refund", json!({ "request": id })).map(drop)
        }
        6 => pay(scene, story, amount.plus(extra)?, 0).map(drop),
        9 => {
            let (id, day, reason) = (scene.id(), scene.today(), scene.words.text("forgiven")?);
            let input = json!({ "id": id, "loan": story.loan, "day": day, "amount": amount, "reason": reason });
            scene.call(Supervisor, "loans.ask_forgiveness", input)?;
            scene.call(Committee, "loans.approve_forgiveness", json!({ "request": id })).map(drop)
        }
        0 => {
            pay(scene, story, amount, 0)?;
            let back = json!({ "loan": story.loan, "day": scene.today() });
            scene.call(Researcher, "guarantees.return_notes", back).map(drop)
        }
        _ => pay(scene, story, amount, 0).map(drop),
    }
}
