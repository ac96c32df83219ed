//! Social research in the demonstration: families assessed when they came and again lately, one class given by hand that
//! waits for its review, needs with what is planned for them, and a rule that a decision adopted.
//!
//! It throws dice of its own, so that the loans and families before it stay as they are.

use super::dice::Dice;
use super::scene::Scene;
use kernel::{Day, Result};
use office::permission::Role::{Committee, Researcher, Supervisor};
use serde_json::{Value, json};

/// Families that are assessed, and those of them that are assessed again.
const FAMILIES: i64 = 14;
const AGAIN: i64 = 9;
/// Days before the last one on which the first families are assessed.
const BEGINS: i32 = 240;
const SEED: u64 = 0xA55E55;

const SKILLS: [(&str, bool, bool); 6] = [
    ("خياطة وتطريز", false, true),
    ("طبخ شعبي وتجهيز مناسبات", false, true),
    ("استعمال الحاسب", true, false),
    ("صناعة البخور والعطور", true, true),
    ("تصميم بطاقات", true, false),
    ("زراعة النخيل وبيع التمر", false, true),
];
const WISHES: [&str; 4] =
    ["تدريب على البيع في المتجر الإلكتروني", "دورة في المحاسبة المنزلية", "إكمال الثانوية", "رخصة أسر منتجة"];

#[derive(Clone)]
struct Family {
    number: i64,
    party: String,
}

/// Plans the day on which assessing begins.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let day = scene.last.plus_days(-BEGINS)?;
    scene.on(day, begin)
}

fn begin(scene: &mut Scene<'_>) -> Result<()> {
    let rule = scene.call(Supervisor, "assessments.rule_versions", json!({}))?["versions"][0]["rule"].clone();
    let decision =
        json!({ "version": 1, "rule": rule, "decision": "قرار مجلس الإدارة 9/1447", "decided_on": scene.today() });
    scene.call(Supervisor, "assessments.set_rule", decision)?;
    let files = json!({ "status": ["active"], "order": { "by": "file_no", "down": false }, "limit": FAMILIES });
    let page = scene.call(Researcher, "beneficiaries.list", files)?;
    for (number, line) in (0..).zip(page["lines"].as_array().into_iter().flatten()) {
        let family = Family { number, party: line["party"].as_str().unwrap_or_default().to_owned() };
        let first = scene.today().plus_days(i32::try_from(number).unwrap_or(0) * 6 + 1)?;
        let after = family.clone();
        scene.on(first, move |scene| first_time(scene, &family))?;
        if number < AGAIN {
            let again = scene.last.plus_days(i32::try_from(number).unwrap_or(0) * 4 - 40)?;
            scene.on(again, move |scene| again_later(scene, &after))?;
        }
    }
    Ok(())
}

fn own(family: &Family, time: u64) -> Dice {
    Dice::new(SEED ^ (u64::try_from(family.number).unwrap_or(0) << 8) ^ time)
}

/// What is found of a family: poorer families first, and some better off the second time.
fn found(family: &Family, again: bool) -> Value {
    let n = family.number;
    let size = 3 + n % 6;
    let working = n % 4 == 1;
    let project = n % 3 != 2;
    let grown = if again && n % 4 != 3 { 90_000 + n * 7_000 } else { 0 };
    let earning = match (again, n % 5) {
        (_, 4) => "unable",
        (false, _) if working => "employed",
        (false, _) => "unemployed",
        (true, 3) => "halted_project",
        (true, _) => "running_project",
    };
    json!({
        "family_size": size, "dependants": size - 1 - i64::from(working), "widow": n % 3 == 0,
        "orphan_n": if n % 3 == 0 { size - 1 } else { 0 }, "disabled_n": i64::from(n % 5 == 2), "elderly_n": i64::from(n % 4 == 0),
        "social_security": 90_000 + (n % 5) * 31_000, "citizen_account": 40_000 + size * 9_000,
        "salary": if working { 280_000 } else { 0 }, "project_income": if project { grown } else { 0 },
        "piecework": if again { 20_000 } else { 0 }, "rent": if n % 2 == 0 { 100_000 } else { 0 },
        "debts": (n % 4) * 15_000, "tenure": if n % 2 == 0 { "rent" } else { "own" }, "rooms": 1 + (n % 3) + i64::from(size > 5),
        "unsound": if again { "" } else if n % 3 == 1 { "kitchen roof" } else if n % 3 == 2 { "kitchen" } else { "" },
        "earning": earning, "findings": "زيرت الأسرة في منزلها، وطابق ما قيل ما رُئي.",
    })
}

fn draft(scene: &Scene<'_>, family: &Family, again: bool) -> Value {
    let mut dice = own(family, 3);
    let (skill, trains, runs) = dice.pick(&SKILLS).copied().unwrap_or(SKILLS[0]);
    let wish = dice.pick(&WISHES).copied().unwrap_or(WISHES[0]);
    json!({
        "done_on": scene.today(), "reason": if again { "موعد المراجعة" } else { "أول بحث" }, "facts": found(family, again),
        "abilities": [{ "kind": "skill", "text": skill, "trains": trains, "runs": runs },
                      { "kind": "wish", "text": wish, "trains": true }],
    })
}

fn assessed(scene: &mut Scene<'_>, id: &str, family: &Family, kind: &str, draft: &Value) -> Result<()> {
    scene.call(Researcher, "assessments.begin", json!({ "id": id, "party": family.party, "kind": kind }))?;
    scene.call(Researcher, "assessments.complete", json!({ "assessment": id, "version": 1, "draft": draft })).map(drop)
}

fn review(scene: &mut Scene<'_>, id: &str, family: &Family) -> Result<()> {
    let who = if family.number % 5 == 4 { Committee } else { Supervisor };
    scene.call(who, "assessments.review", json!({ "assessment": id, "version": 2, "note": "" })).map(drop)
}

fn first_time(scene: &mut Scene<'_>, family: &Family) -> Result<()> {
    let mut dice = own(family, 1);
    let id = dice.id(scene.now);
    let draft = draft(scene, family, false);
    assessed(scene, &id, family, "intake", &draft)?;
    review(scene, &id, family)?;
    let needs = [
        (
            "income",
            "سد فجوة الدخل",
            "نصيب الفرد أقل من حد القاعدة",
            "high",
            "مشروع منزلي بقرض حسن",
            "",
            "إدارة المشاريع",
        ),
        ("skills", "مهارة التسويق", "رغبتها في البيع على المتجر", "medium", "دورة «بيع منتجك»", "جامعة القصيم", ""),
        ("housing", "إصلاح المطبخ", "المطبخ غير صالح", "medium", "إحالة إلى جمعية ترميم", "جمعية الإسكان", ""),
    ];
    for (place, (domain, text, fact, priority, action, partner, service)) in (0..).zip(needs) {
        if (place + family.number) % 3 == 2 {
            continue;
        }
        let need = dice.id(scene.now);
        let input =
            json!({ "id": need, "assessment": id, "domain": domain, "text": text, "fact": fact, "priority": priority });
        scene.call(Researcher, "assessments.add_need", input)?;
        if (place + family.number) % 4 == 3 {
            continue;
        }
        planned(scene, family, &need, &dice.id(scene.now), place, [action, partner, service])?;
    }
    Ok(())
}

fn planned(
    scene: &mut Scene<'_>,
    family: &Family,
    need: &str,
    id: &str,
    place: i64,
    [action, partner, service]: [&str; 3],
) -> Result<()> {
    let owner = scene.who(if place == 1 { Supervisor } else { Researcher })?.id;
    // Some end before the last day, some are late by then, some are to come.
    let due: Day = scene.last.plus_days(i32::try_from((family.number * 13 + place * 29) % 90).unwrap_or(0) - 35)?;
    let due = due.max(scene.today().plus_days(10)?);
    let item = json!({ "action": action, "partner": partner, "service": service, "goal": "دخل لا يقل عن 450 للفرد",
                       "owner": owner, "due": due });
    scene.call(Researcher, "assessments.add_item", json!({ "id": id, "need": need, "item": item }))?;
    if (family.number + place) % 3 == 0 && due <= scene.last {
        let (id, need) = (id.to_owned(), need.to_owned());
        return scene.on(due, move |scene| {
            let done =
                json!({ "id": id, "version": 0, "state": "done", "outcome": "تم كما خُطط له", "goal_reached": true });
            scene.call(Researcher, "assessments.settle_item", done)?;
            let met = json!({ "need": need, "version": 0, "state": "met" });
            scene.call(Researcher, "assessments.settle_need", met).map(drop)
        });
    }
    Ok(())
}

/// The last of them waits for its review, with a class given by hand.
fn again_later(scene: &mut Scene<'_>, family: &Family) -> Result<()> {
    let id = own(family, 2).id(scene.now);
    let mut draft = draft(scene, family, true);
    if family.number == AGAIN - 1 {
        draft["manual_class"] = json!("a");
        draft["manual_reason"] = json!("لم يستقر دخل المشروع؛ تبقى الأسرة في الفئة أ حتى ثلاث قراءات ثابتة");
    }
    assessed(scene, &id, family, "periodic", &draft)?;
    if family.number < AGAIN - 2 { review(scene, &id, family) } else { Ok(()) }
}
