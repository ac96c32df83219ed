//! Applications for loans in the last weeks of the demonstration, one in each state.
//!
//! Who asks is taken from those without a loan, and nobody is kept from anything by it: the loans and families before it
//! stay as they are.

use super::dice::Dice;
use super::scene::Scene;
use super::words::{Row, column};
use kernel::{Failure, Result};
use office::permission::Role::{Committee, Researcher, Supervisor};
use serde_json::{Value, json};

const SEED: u64 = 0xA9911;
/// Days before the last one on which the first is opened, and between two of them.
const BEGINS: i32 = 24;
const BETWEEN: i32 = 3;

/// How far an application has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stands {
    Draft,
    Submitted,
    InAppraisal,
    Returned,
    Recommended,
    Approved,
    Rejected,
    Withdrawn,
}

/// The oldest first.
const ALL: [Stands; 8] = [
    Stands::Approved,
    Stands::Rejected,
    Stands::Withdrawn,
    Stands::Returned,
    Stands::Recommended,
    Stands::InAppraisal,
    Stands::Submitted,
    Stands::Draft,
];

/// An application on its way.
struct Story {
    number: i64,
    id: String,
    dice: Dice,
    words: Row,
}

/// Plans the day each is opened.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    for (number, stands) in (0..).zip(ALL) {
        let day = scene.last.plus_days(i32::try_from(number).unwrap_or(0) * BETWEEN - BEGINS)?;
        scene.on(day, move |scene| tell(scene, number, stands))?;
    }
    Ok(())
}

fn tell(scene: &mut Scene<'_>, number: i64, stands: Stands) -> Result<()> {
    let mut dice = Dice::new(SEED + u64::try_from(number).unwrap_or(0));
    let list = scene.words.list("application")?;
    let words = list.get(usize::try_from(number).unwrap_or(0) % list.len().max(1)).cloned();
    let words = words.ok_or_else(|| Failure::broken("no words of applications"))?;
    let id = dice.id(scene.now);
    let mut story = Story { number, id, dice, words };
    open(scene, &story)?;
    let which = json!({ "application": story.id });
    if stands == Stands::Draft {
        return Ok(());
    }
    scene.call(Researcher, "applications.submit", which.clone())?;
    if stands == Stands::Submitted {
        return Ok(());
    }
    if stands == Stands::Withdrawn {
        let reason = scene.words.text("application_withdrawn")?;
        let input = json!({ "application": story.id, "reason": reason });
        return scene.call(Researcher, "applications.withdraw", input).map(drop);
    }
    scene.call(Researcher, "applications.take", which)?;
    study(scene, &mut story, stands)?;
    if stands == Stands::InAppraisal {
        return Ok(());
    }
    if stands == Stands::Returned {
        let missing = [scene.words.text("application_missing_one")?, scene.words.text("application_missing_two")?];
        let input = json!({ "application": story.id, "missing": missing });
        return scene.call(Researcher, "applications.send_back", input).map(drop);
    }
    visit(scene, &mut story)?;
    recommend(scene, &story)?;
    match stands {
        Stands::Approved => {
            let note = scene.words.text("application_approved")?;
            let loan = story.dice.id(scene.now);
            let input = json!({ "application": story.id, "loan": loan, "note": note });
            scene.call(Committee, "applications.approve", input).map(drop)
        }
        Stands::Rejected => {
            let reason = scene.words.text("application_rejected")?;
            let input = json!({ "application": story.id, "reason": reason });
            scene.call(Committee, "applications.reject", input).map(drop)
        }
        _ => Ok(()),
    }
}

/// For somebody who has no loan.
fn open(scene: &mut Scene<'_>, story: &Story) -> Result<()> {
    let products = scene.call(Researcher, "loans.products", json!({}))?;
    let text = |place: usize| column(&story.words, place).to_owned();
    let request = json!({
        "product": products["products"][0]["id"], "amount": amount(story.number),
        "instalments": if story.number % 2 == 0 { 20 } else { 24 }, "project_name": text(0), "activity": text(1),
        "needs": text(5), "wishes": text(6),
    });
    let free: Vec<String> = scene.borrowers.iter().map(|one| one.party.clone()).collect();
    let begins = usize::try_from(story.number * 5).unwrap_or(0) % free.len().max(1);
    for party in free.iter().cycle().skip(begins).take(free.len()) {
        let loans = scene.call(Researcher, "loans.list", json!({ "party": party, "limit": 50 }))?;
        let ended = |line: &Value| ["closed", "rejected", "cancelled"].iter().any(|phase| line["phase"] == *phase);
        let asks = json!({ "party": party, "limit": 1 });
        let asked = scene.call(Researcher, "applications.list", asks)?["total"].as_i64().unwrap_or(0);
        if asked == 0 && loans["lines"].as_array().into_iter().flatten().all(ended) {
            let input = json!({ "id": story.id, "party": party, "request": request });
            return scene.call(Researcher, "applications.add", input).map(drop);
        }
    }
    Err(Failure::broken("everybody has a loan"))
}

/// 18,000 riyals and a little more each time.
fn amount(number: i64) -> i64 {
    1_800_000 + number * 50_000
}

/// The month, the budget with its quotes, and the guarantee; of the one still studied a third quote is missing.
fn study(scene: &mut Scene<'_>, story: &mut Story, stands: Stands) -> Result<()> {
    let row = |side: &str, label: &str, amount: i64| json!({ "side": side, "label": label, "amount": amount });
    // A word is there for good, whoever holds the scene.
    let words = |name: &'static str| scene.words.text(name);
    let [sales, materials, delivery, power, income, costs, tools, running, reason] = [
        "study_sales",
        "study_materials",
        "study_delivery",
        "study_power",
        "study_income",
        "study_costs",
        "study_tools",
        "study_running",
        "study_reason",
    ]
    .map(words);
    let (tools, running, reason) = (tools?, running?, reason?);
    let rows = json!([
        row("sales", sales?, 620_000 + story.number * 20_000),
        row("variable", materials?, 260_000),
        row("variable", delivery?, 65_000),
        row("fixed", power?, 60_000),
        row("income", income?, 410_000 + story.number * 20_000),
        row("costs", costs?, 335_000),
    ]);
    let market = column(&story.words, 7);
    let version = version(scene, story)?;
    let input = json!({ "application": story.id, "rows": rows, "market": market, "version": version });
    scene.call(Researcher, "applications.save_study", input)?;

    let suppliers: Vec<String> =
        scene.words.list("application_supplier")?.iter().map(|row| column(row, 0).to_owned()).collect();
    let notes: Vec<String> =
        scene.words.list("application_supplier")?.iter().map(|row| column(row, 1).to_owned()).collect();
    let quotes = |amounts: &[i64]| -> Vec<Value> {
        let named = suppliers.iter().zip(&notes).zip(amounts);
        named
            .map(|((supplier, note), amount)| json!({ "supplier": supplier, "amount": amount, "note": note }))
            .collect()
    };
    let supplier = |place: usize| suppliers.get(place).cloned().unwrap_or_default();
    let first = 690_000 + story.number * 50_000;
    let third = stands != Stands::InAppraisal;
    let fridge = if third { vec![340_000, 360_000, 375_000] } else { vec![340_000, 360_000] };
    let mut line =
        |batch: i64, item: &str, kind: &str, amount: i64, chosen: String, reason: &str, quotes: Vec<Value>| {
            json!({
                "id": story.dice.id(scene.now), "batch": batch, "item": item, "kind": kind, "amount": amount,
                "chosen": chosen, "reason": reason, "quotes": quotes,
            })
        };
    let items = [2, 3, 4].map(|place| column(&story.words, place).to_owned());
    let lines = json!([
        line(1, &items[0], "in_kind", first, supplier(1), reason, quotes(&[first - 25_000, first, first + 55_000])),
        line(1, &items[1], "in_kind", 320_000, supplier(0), "", quotes(&[320_000, 330_000, 350_000])),
        line(2, &items[2], "in_kind", 340_000, if third { supplier(0) } else { String::new() }, "", quotes(&fridge)),
        line(2, tools, "in_kind", 150_000, String::new(), "", Vec::new()),
        line(3, running, "operating", 300_000, String::new(), "", Vec::new()),
    ]);
    let version = self::version(scene, story)?;
    scene.call(
        Researcher,
        "applications.save_budget",
        json!({ "application": story.id, "lines": lines, "version": version }),
    )?;

    let guarantee = story.dice.id(scene.now);
    let said = scene.words.text("application_guarantee")?.to_owned();
    let until = scene.last.plus_days(500)?;
    let input = json!({
        "id": guarantee, "application": story.id, "kind": "project_team", "said": said, "residence_months": 84,
        "until": until,
    });
    scene.call(Researcher, "applications.bring_guarantee", input)?;
    if stands == Stands::InAppraisal {
        return Ok(());
    }
    let seen = json!({ "guarantee": guarantee, "checked": ["residence_seen", "team_known", "undertaking_signed"] });
    scene.call(Supervisor, "applications.see_guarantee", seen).map(drop)
}

fn version(scene: &mut Scene<'_>, story: &Story) -> Result<Value> {
    let sheet = scene.call(Researcher, "applications.detail", json!({ "application": story.id }))?;
    Ok(sheet["record"]["number"].clone())
}

fn visit(scene: &mut Scene<'_>, story: &mut Story) -> Result<()> {
    let unread = scene.words.text("application_unread")?.to_owned();
    let readings = ["production", "sales", "stock", "customers", "income"]
        .map(|kind| json!({ "kind": kind, "typed": "", "reason": unread }));
    let findings = scene.words.text("application_findings")?;
    let found = json!({ "done_on": scene.today(), "signal": "sound", "findings": findings, "readings": readings });
    let begun = json!({ "kind": "visit", "subject_kind": "application", "subject": story.id });
    let id = story.dice.id(scene.now);
    scene.call(Researcher, "follow_up.record", json!({ "id": id, "begun": begun, "found": found })).map(drop)
}

fn recommend(scene: &mut Scene<'_>, story: &Story) -> Result<()> {
    let version = version(scene, story)?;
    let input = json!({
        "application": story.id, "recommends": "approve", "amount": amount(story.number), "instalments": 24,
        "calendar": "gregorian", "fund": super::books::fund_of(scene, "pool")?,
        "opinion": scene.words.text("application_opinion")?, "conditions": scene.words.text("application_conditions")?,
        "version": version,
    });
    scene.call(Researcher, "applications.recommend", input).map(drop)
}
