//! Committees in the demonstration: an executive committee with four meetings – one sealed, one sealed over an objection,
//! one whose minutes wait to be confirmed, one that is called with what waits on its agenda –, a media committee that met
//! without the program, and policies: in force and signed by some, late for their review, waiting for a decision.
//!
//! It throws no dice, so that all else stays as it is.

use super::scene::Scene;
use kernel::{Failure, Result};
use office::permission::Role::{self, Administrator, Committee, Finance, Researcher, Supervisor};
use serde_json::{Value, json};

/// Days before the last one on which the meetings are held.
const FIRST: i32 = 96;
const SECOND: i32 = 54;
const THIRD: i32 = 5;

/// The members of the executive committee, by the name others call them here.
#[derive(Clone)]
struct Seats {
    committee: String,
    chair: String,
    deputy: String,
    money: String,
    outside: String,
    secretary: String,
}

/// Plans the days on which committees meet.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let first = scene.last.plus_days(-FIRST)?;
    scene.on(first, |scene| {
        let seats = seated(scene)?;
        let policy = conflicts(scene)?;
        first_meeting(scene, &seats, &policy)?;
        let (second, third) = (scene.last.plus_days(-SECOND)?, scene.last.plus_days(-THIRD)?);
        let (of_second, of_third) = (seats.clone(), seats);
        scene.on(second, move |scene| second_meeting(scene, &of_second))?;
        scene.on(third, move |scene| third_meeting(scene, &of_third))
    })?;
    let media = scene.last.plus_days(-40)?;
    scene.on(media, media_committee)
}

/// The fourth meeting, and a policy that waits for it.
///
/// # Errors
/// What the office refuses: the demonstration itself is wrong then.
pub fn fill(scene: &mut Scene<'_>) -> Result<()> {
    loans_policy(scene)?;
    let committees = scene.call(Committee, "committees.list", json!({}))?;
    let all = committees["committees"].as_array().cloned().unwrap_or_default();
    let executive = all.iter().find(|one| one["kind"] == "executive");
    let executive = executive.ok_or_else(|| Failure::broken("the demonstration has no executive committee"))?;
    let day = scene.today().plus_days(4)?;
    let meeting = call(scene, executive["committee"].as_str().unwrap_or_default(), day)?;
    let waiting = sheet(scene, &meeting)?["waiting"].as_array().cloned().unwrap_or_default();
    let mut steps: Vec<&str> = Vec::new();
    for matter in &waiting {
        let step = matter["step"].as_str().unwrap_or_default();
        // One of each kind is enough to see.
        if matter["carried"] == true && !steps.contains(&step) && steps.len() < 4 {
            steps.push(step);
            let item = json!({ "id": scene.given_id(), "meeting": meeting, "request": matter["request"] });
            at_meeting(scene, Committee, &meeting, "add_item", item)?;
        }
    }
    members(scene)?;
    let plan = json!({ "id": scene.given_id(), "meeting": meeting, "title": "موقف كبار السن في منفذ مدينة التمور",
        "text": "وردت ست مشاركات تطلب موقفًا قريبًا من المنفذ" });
    at_meeting(scene, Supervisor, &meeting, "add_item", plan)
}

fn seated(scene: &mut Scene<'_>) -> Result<Seats> {
    let committee = scene.given_id();
    let from = scene.today().plus_days(-200)?;
    let input = json!({ "id": committee, "name": "اللجنة التنفيذية", "kind": "executive",
        "purpose": "اعتماد القروض فوق الصلاحية، ورفع الإيقاف، واللوائح التنفيذية", "term_from": from,
        "term_to": from.plus_days(1_090)?, "confirm_days": 7, "version": 0 });
    scene.call(Administrator, "committees.add", input)?;
    let chair = seat(scene, &committee, person(scene, Committee)?, "chair", true)?;
    let deputy = seat(scene, &committee, person(scene, Supervisor)?, "deputy", true)?;
    let money = seat(scene, &committee, person(scene, Finance)?, "member", true)?;
    let somebody = outsider(scene, "سليمان بن عبدالله بن محمد الربدي");
    let outside = seat(scene, &committee, somebody, "member", true)?;
    let absent = outsider(scene, "ناصر بن صالح بن إبراهيم الفوزان");
    seat(scene, &committee, absent, "member", true)?;
    let secretary = seat(scene, &committee, person(scene, Researcher)?, "secretary", false)?;
    let today = scene.today();
    let interests = "عضو مجلس إدارة في شركة توريد أغذية بالمنطقة";
    for (role, member, interests, on_paper) in
        [(Committee, &chair, "", false), (Finance, &money, "", false), (Supervisor, &outside, interests, true)]
    {
        let declared = json!({ "id": scene.given_id(), "member": member, "on": today, "interests": interests, "on_paper": on_paper });
        scene.call(role, "committees.declare", declared)?;
    }
    Ok(Seats { committee, chair, deputy, money, outside, secretary })
}

fn person(scene: &Scene<'_>, role: Role) -> Result<Value> {
    Ok(json!({ "person": scene.who(role)?.id }))
}

fn outsider(scene: &mut Scene<'_>, name: &str) -> Value {
    json!({ "outsider": { "id": scene.given_id(), "name": name } })
}

fn seat(scene: &mut Scene<'_>, committee: &str, who: Value, role: &str, votes: bool) -> Result<String> {
    let opened = scene.call(Committee, "committees.open", json!({ "committee": committee }))?;
    let (id, mut member) = (scene.given_id(), who);
    member["id"] = json!(id);
    member["committee"] = json!(committee);
    (member["role"], member["votes"]) = (json!(role), json!(votes));
    (member["since"], member["version"]) = (json!(scene.today()), opened["record"]["number"].clone());
    scene.call(Administrator, "committees.add_member", member)?;
    Ok(id)
}

fn sheet(scene: &mut Scene<'_>, meeting: &str) -> Result<Value> {
    scene.call(Committee, "committees.meeting", json!({ "meeting": meeting }))
}

/// A step at a meeting, from how it stands.
fn at_meeting(scene: &mut Scene<'_>, role: Role, meeting: &str, verb: &str, mut input: Value) -> Result<()> {
    input["version"] = sheet(scene, meeting)?["record"]["number"].clone();
    scene.call(role, &format!("committees.{verb}"), input).map(drop)
}

fn call(scene: &mut Scene<'_>, committee: &str, day: kernel::Day) -> Result<String> {
    let id = scene.given_id();
    let input = json!({ "id": id, "committee": committee, "planned_on": day, "starts": "10:05",
        "place": "مقر الجمعية واتصال مرئي", "way": "both", "note": "" });
    scene.call(Supervisor, "committees.call", input)?;
    Ok(id)
}

/// A meeting of today with its items, opened with these members there.
fn opened(scene: &mut Scene<'_>, seats: &Seats, items: &[(&str, &str)], there: &[(&str, &str)]) -> Result<String> {
    let meeting = call(scene, &seats.committee, scene.today())?;
    for (title, text) in items {
        let item = json!({ "id": scene.given_id(), "meeting": meeting, "title": title, "text": text });
        at_meeting(scene, Supervisor, &meeting, "add_item", item)?;
    }
    let seats: Vec<Value> =
        there.iter().map(|(member, presence)| json!({ "member": member, "presence": presence })).collect();
    at_meeting(scene, Supervisor, &meeting, "attend", json!({ "meeting": meeting, "seats": seats }))?;
    Ok(meeting)
}

/// A decision on an item: these vote for it, and this one steps aside.
struct Decided<'a> {
    item: Value,
    text: &'a str,
    votes_for: &'a [&'a str],
    aside: Option<&'a str>,
    owner: Role,
    /// Days until it is due, and after how many it was carried out.
    due: i32,
    done: Option<i32>,
    perform: bool,
}

fn decide(scene: &mut Scene<'_>, meeting: &str, one: &Decided<'_>) -> Result<()> {
    let votes = one.votes_for.iter().map(|member| (*member, "for", ""));
    let aside = one.aside.map(|member| (member, "recused", "صلة قرابة بصاحب الطلب"));
    for (member, vote, reason) in votes.chain(aside) {
        let vote = json!({ "item": one.item, "member": member, "vote": vote, "reason": reason });
        at_meeting(scene, Supervisor, meeting, "vote", vote)?;
    }
    let (decision, owner, due) = (scene.given_id(), scene.who(one.owner)?.id, scene.today().plus_days(one.due)?);
    let input = json!({ "id": decision, "item": one.item, "outcome": "approved", "text": one.text, "owner": owner, "due": due,
        "perform": one.perform, "declared": true });
    at_meeting(scene, Committee, meeting, "decide", input)?;
    if let Some(days) = one.done {
        let (day, owner) = (scene.today().plus_days(days)?, one.owner);
        scene.on(day, move |scene| {
            let note = "نُفذ وأُرفقت الإفادة";
            let done = json!({ "decision": decision, "on": scene.today(), "note": note });
            scene.call(owner, "committees.finish", done).map(drop)
        })?;
    }
    Ok(())
}

/// The minutes drawn up, confirmed by those who were there, sealed.
fn sealed(scene: &mut Scene<'_>, seats: &Seats, meeting: &str, objection: Option<&str>) -> Result<()> {
    at_meeting(scene, Supervisor, meeting, "draw_up", json!({ "meeting": meeting }))?;
    let money = if objection.is_some() { "objected" } else { "confirmed" };
    for (role, member, answer, note, on_paper) in [
        (Committee, &seats.chair, "confirmed", "", false),
        (Supervisor, &seats.deputy, "confirmed", "", false),
        (Finance, &seats.money, money, objection.unwrap_or_default(), false),
        (Supervisor, &seats.outside, "confirmed", "", true),
        (Researcher, &seats.secretary, "confirmed", "", false),
    ] {
        let word =
            json!({ "meeting": meeting, "member": member, "answer": answer, "note": note, "on_paper": on_paper });
        scene.call(role, "committees.confirm", word)?;
    }
    at_meeting(scene, Committee, meeting, "seal", json!({ "meeting": meeting }))
}

/// The policy the first meeting decides, with the law it stands on.
fn conflicts(scene: &mut Scene<'_>) -> Result<(String, String)> {
    let (law, rules) = (scene.given_id(), scene.given_id());
    for (id, title, number, issuer) in [
        (&law, "نظام الجمعيات والمؤسسات الأهلية", "م/8 – 1437هـ", "مرسوم ملكي"),
        (
            &rules,
            "قواعد حوكمة الجمعيات والمؤسسات الأهلية",
            "ت/9/1/23 – 1444هـ",
            "المركز الوطني لتنمية القطاع غير الربحي",
        ),
    ] {
        let reference = json!({ "id": id, "title": title, "number": number, "issuer": issuer, "version": 0 });
        scene.call(Administrator, "policies.add_reference", reference)?;
    }
    let text = "أولًا: تسري هذه السياسة على أعضاء مجلس الإدارة واللجان والعاملين في {association} (ترخيص {licence_no}).\n\
        ثانيًا: يفصح كل منهم كتابةً عن كل مصلحة أو صلة قد تؤثر في قراره، عند بداية الدورة وكلما استجد منها شيء.\n\
        ثالثًا: يتنحى صاحب المصلحة عن مناقشة البند والتصويت فيه، ويُثبت ذلك في المحضر، ولا يُحسب في نصاب البند.\n\
        رابعًا: من خالف هذه السياسة تُطبق في حقه الأحكام النظامية.";
    let basis = "قواعد حوكمة الجمعيات، وبما لا يتعارض مع الأنظمة واللوائح";
    let policy = policy(scene, "سياسة تعارض المصالح", "policy", basis, &[law, rules])?;
    let edition = written(scene, &policy, text, "النسخة الأولى")?;
    scene.call(Administrator, "policies.ask_approval", json!({ "edition": edition }))?;
    Ok((policy, edition))
}

fn policy(scene: &mut Scene<'_>, title: &str, kind: &str, basis: &str, references: &[String]) -> Result<String> {
    let id = scene.given_id();
    let input = json!({ "id": id, "title": title, "kind": kind, "issuer": "إدارة الحوكمة والمراجعة الداخلية",
        "legal_basis": basis, "review_months": 12, "references": references, "version": 0 });
    scene.call(Administrator, "policies.add", input)?;
    Ok(id)
}

fn version(scene: &mut Scene<'_>, policy: &str) -> Result<Value> {
    Ok(scene.call(Administrator, "policies.open", json!({ "policy": policy }))?["record"]["number"].clone())
}

fn written(scene: &mut Scene<'_>, policy: &str, text: &str, changes: &str) -> Result<String> {
    let (id, version) = (scene.given_id(), version(scene, policy)?);
    let effective = scene.today().plus_days(10)?;
    let input = json!({ "id": id, "policy": policy, "text": text, "changes": changes, "effective_on": effective, "version": version });
    scene.call(Administrator, "policies.save_edition", input)?;
    Ok(id)
}

fn first_meeting(scene: &mut Scene<'_>, seats: &Seats, (policy, edition): &(String, String)) -> Result<()> {
    let items = [("اعتماد خطة متابعة المشاريع للربع القادم", "زيارة كل مشروع مرة في الشهر على الأقل")];
    let there = [
        (seats.chair.as_str(), "present"),
        (seats.deputy.as_str(), "present"),
        (seats.money.as_str(), "present"),
        (seats.outside.as_str(), "remote"),
        (seats.secretary.as_str(), "present"),
    ];
    let meeting = opened(scene, seats, &items, &there)?;
    let waiting = sheet(scene, &meeting)?["waiting"].as_array().cloned().unwrap_or_default();
    let matter = waiting.iter().find(|one| one["step"] == "policies.edition");
    let matter = matter.ok_or_else(|| Failure::broken("the policy of the demonstration does not wait"))?;
    let item = json!({ "id": scene.given_id(), "meeting": meeting, "request": matter["request"] });
    at_meeting(scene, Supervisor, &meeting, "add_item", item)?;
    at_meeting(scene, Supervisor, &meeting, "hold", json!({ "meeting": meeting }))?;
    let items = sheet(scene, &meeting)?["items"].clone();
    let all = [seats.chair.as_str(), seats.deputy.as_str(), seats.money.as_str(), seats.outside.as_str()];
    let plan = Decided {
        item: items[0]["id"].clone(),
        text: "الموافقة على خطة المتابعة، ورفع تقرير عنها كل شهر.",
        votes_for: &all,
        aside: None,
        owner: Supervisor,
        due: 20,
        done: Some(12),
        perform: false,
    };
    decide(scene, &meeting, &plan)?;
    let conflict = Decided {
        item: items[1]["id"].clone(),
        text: "اعتماد سياسة تعارض المصالح، وتعميمها على العاملين خلال شهر.",
        votes_for: &all,
        aside: None,
        owner: Supervisor,
        due: 30,
        done: Some(6),
        perform: true,
    };
    decide(scene, &meeting, &conflict)?;
    sealed(scene, seats, &meeting, None)?;
    let (policy, edition) = (policy.clone(), edition.clone());
    let day = scene.today().plus_days(5)?;
    scene.on(day, move |scene| {
        let due = scene.last.plus_days(10)?;
        scene.call(Supervisor, "policies.circulate", json!({ "edition": edition, "due": due }))?;
        let print = scene.call(Supervisor, "policies.open", json!({ "policy": policy }))?["fingerprint"].clone();
        for role in [Researcher, Committee, Administrator] {
            scene.call(role, "policies.acknowledge", json!({ "edition": edition, "fingerprint": print }))?;
        }
        let place = json!({ "edition": edition, "at": "موقع الجمعية – صفحة الحوكمة", "on": scene.today() });
        scene.call(Supervisor, "policies.publish", place).map(drop)
    })
}

fn second_meeting(scene: &mut Scene<'_>, seats: &Seats) -> Result<()> {
    let items = [
        ("التصديق على محضر الاجتماع الأول", ""),
        ("رفع سقف قرض الأسر المنتجة إلى 60,000 ريال", "بحسب نتائج التحصيل في الربع الماضي"),
        ("دراسة افتتاح منفذ دائم في مدينة التمور", "عرض من أمانة المنطقة"),
        ("تقرير الزيارات للربع", ""),
    ];
    let there = [
        (seats.chair.as_str(), "present"),
        (seats.deputy.as_str(), "present"),
        (seats.money.as_str(), "present"),
        (seats.outside.as_str(), "present"),
        (seats.secretary.as_str(), "present"),
    ];
    let meeting = opened(scene, seats, &items, &there)?;
    at_meeting(scene, Supervisor, &meeting, "hold", json!({ "meeting": meeting }))?;
    let items = sheet(scene, &meeting)?["items"].clone();
    let three = [seats.chair.as_str(), seats.deputy.as_str(), seats.money.as_str()];
    for (place, text, owner, due, done, aside) in [
        (0, "التصديق على محضر الاجتماع الأول بلا تعديل.", Supervisor, 7, Some(1), None),
        (
            1,
            "الموافقة على رفع السقف مع ضمانين لما زاد على 40,000 ريال.",
            Finance,
            30,
            None,
            Some(seats.outside.as_str()),
        ),
        (2, "الموافقة على دراسة المنفذ ورفع تقدير التكلفة.", Supervisor, 90, None, None),
    ] {
        let one = Decided {
            item: items[place]["id"].clone(),
            text,
            votes_for: &three,
            aside,
            owner,
            due,
            done,
            perform: false,
        };
        decide(scene, &meeting, &one)?;
    }
    let later = json!({ "item": items[3]["id"], "reason": "لم يكتمل التقرير" });
    at_meeting(scene, Supervisor, &meeting, "postpone", later)?;
    sealed(scene, seats, &meeting, Some("لم يُذكر في البند الثاني أثر رفع السقف في سيولة الصندوق"))?;
    // What the third item asks for was done by the market itself: it is set aside.
    let day = scene.today().plus_days(30)?;
    scene.on(day, |scene| {
        let open = json!({ "text": "منفذ دائم", "standing": "open" });
        let found = scene.call(Committee, "committees.decisions", open)?["lines"][0]["decision"].clone();
        let reason = "أعلنت الأمانة منفذًا مجانيًا للأسر المنتجة، فانتفت الحاجة";
        let input = json!({ "decision": found, "on": scene.today(), "note": reason });
        scene.call(Supervisor, "committees.drop", input).map(drop)
    })
}

fn third_meeting(scene: &mut Scene<'_>, seats: &Seats) -> Result<()> {
    let items = [("خطة زيارات نهاية العام", ""), ("تشكيل فريق جرد الأصول", "")];
    let there = [
        (seats.chair.as_str(), "present"),
        (seats.deputy.as_str(), "present"),
        (seats.money.as_str(), "present"),
        (seats.secretary.as_str(), "present"),
        (seats.outside.as_str(), "excused"),
    ];
    let meeting = opened(scene, seats, &items, &there)?;
    at_meeting(scene, Supervisor, &meeting, "hold", json!({ "meeting": meeting }))?;
    let items = sheet(scene, &meeting)?["items"].clone();
    let three = [seats.chair.as_str(), seats.deputy.as_str(), seats.money.as_str()];
    for (place, text, owner, due) in [
        (0, "اعتماد خطة الزيارات على أن تُقدم زيارة المشاريع الموقوفة.", Researcher, 14),
        (1, "تشكيل فريق من المالية والمشاريع لجرد الأصول قبل نهاية السنة المالية.", Finance, 35),
    ] {
        let one = Decided {
            item: items[place]["id"].clone(),
            text,
            votes_for: &three,
            aside: None,
            owner,
            due,
            done: None,
            perform: false,
        };
        decide(scene, &meeting, &one)?;
    }
    at_meeting(scene, Supervisor, &meeting, "draw_up", json!({ "meeting": meeting }))?;
    let word = json!({ "meeting": meeting, "member": seats.deputy, "answer": "confirmed" });
    scene.call(Supervisor, "committees.confirm", word).map(drop)
}

/// A committee of its own for the media, whose plan was decided in a meeting without the program.
fn media_committee(scene: &mut Scene<'_>) -> Result<()> {
    let committee = scene.given_id();
    let from = scene.today().plus_days(-60)?;
    let input = json!({ "id": committee, "name": "لجنة الإعلام", "kind": "media", "purpose": "خطة الإعلام والتواصل والنشر",
        "term_from": from, "term_to": from.plus_days(700)?, "confirm_days": 7, "version": 0 });
    scene.call(Administrator, "committees.add", input)?;
    let chair = seat(scene, &committee, person(scene, Supervisor)?, "chair", true)?;
    let member = seat(scene, &committee, person(scene, Researcher)?, "member", true)?;
    let there = |member: &String| json!({ "member": member, "presence": "present" });
    let day = scene.today().plus_days(-3)?;
    let items = json!([{ "title": "خطة الإعلام للنصف الثاني", "text": "اعتماد الخطة ونشر نتائج المشاركات كل شهر",
        "outcome": "approved", "votes_for": 2, "against": 0, "abstained": 0, "owner": scene.who(Researcher)?.id,
        "due": scene.last.plus_days(-6)? }]);
    let entered = json!({ "id": scene.given_id(), "committee": committee, "on": day, "starts": "16:30", "place": "قاعة الغرفة التجارية",
        "way": "in_person", "seats": [there(&chair), there(&member)], "items": items });
    scene.call(Supervisor, "committees.enter", entered)?;
    // Approved before the program, and late for its review by now.
    let before = policy(scene, "لائحة المتطوعين", "bylaw", "", &[])?;
    let approved = scene.today().plus_days(-420)?;
    let record = json!({ "id": scene.given_id(), "policy": before, "text": "تنظم هذه اللائحة عمل المتطوعين في {association}.",
        "approved_elsewhere": "مجلس الإدارة، الاجتماع 4، الدورة 2", "approved_on": approved, "effective_on": approved,
        "version": version(scene, &before)? });
    scene.call(Administrator, "policies.record", record)?;
    let (issued, open) = (scene.last.plus_days(-20)?, scene.last.plus_days(12)?);
    let quarter = scene.given_id();
    for (id, title, due) in
        [(quarter.clone(), "التقرير الربعي لنشاط الجمعية", issued), (scene.given_id(), "تقرير الحوكمة السنوي", open)]
    {
        let report =
            json!({ "id": id, "title": title, "receiver": "المركز الوطني لتنمية القطاع غير الربحي", "due": due });
        scene.call(Administrator, "policies.add_report", report)?;
    }
    let day = issued.plus_days(-2)?;
    scene.on(day, move |scene| {
        let issue = json!({ "report": quarter, "on": scene.today(), "note": "رُفع عبر المنصة برقم 4471" });
        scene.call(Supervisor, "policies.issue_report", issue).map(drop)
    })
}

/// A policy that waits for the next meeting.
fn loans_policy(scene: &mut Scene<'_>) -> Result<()> {
    let policy = policy(scene, "لائحة القروض الحسنة", "bylaw", "قواعد الحوكمة، ولائحة الصندوق", &[])?;
    let text = "أولًا: القرض حسن بلا زيادة ولا رسوم، يُصرف لمشروع يدرّ دخلًا على الأسرة.\n\
        ثانيًا: تُصرف دفعات القرض بعد التحقق من شروط كل مرحلة.\n\
        ثالثًا: يُوقف الصرف عند ظهور علامة تعثر حتى تُرفع بقرار.";
    let edition = written(scene, &policy, text, "ثلاث مواد معدّلة")?;
    scene.call(Administrator, "policies.ask_approval", json!({ "edition": edition })).map(drop)
}

/// Some members of the general assembly, most of whom paid for the year, by one receipt of the books.
fn members(scene: &mut Scene<'_>) -> Result<()> {
    const FEE: i64 = 20_000;
    let year = scene.today().year();
    for kind in ["active", "affiliate"] {
        scene.call(Finance, "assembly.set_due", json!({ "year": year, "kind": kind, "amount": FEE }))?;
    }
    let names = [
        "عبدالمحسن بن فهد بن صالح الرشودي",
        "صالح بن محمد بن علي المشيقح",
        "إبراهيم بن عبدالله بن حمد العمر",
        "أمل بنت سليمان بن ناصر العييري",
        "بدرية بنت خالد بن سعد الجاسر",
        "يوسف بن أحمد بن سعود البليهي",
        "منيرة بنت عبدالعزيز بن راشد الفهيد",
        "تركي بن مساعد بن عبدالله الحجيلان",
    ];
    let mut joined = Vec::new();
    for (place, name) in names.into_iter().enumerate() {
        let (id, kind) = (scene.given_id(), if place == 7 { "honorary" } else { "active" });
        let day = scene.today().plus_days(-400 + i32::try_from(place).unwrap_or_default() * 20)?;
        let who = json!({ "id": scene.given_id(), "name": name });
        scene.call(Administrator, "assembly.add", json!({ "id": id, "who": who, "kind": kind, "joined_on": day }))?;
        joined.push(id);
    }
    let fund = super::books::fund_of(scene, "partnership")?;
    let taken = json!({ "id": scene.given_id(), "fund": fund, "amount": FEE * 6, "day": scene.today(),
        "donor": "أعضاء الجمعية العمومية", "method": "transfer", "reference": "رسوم السنة", "narration": "رسوم عضوية",
        "account": "31205" });
    let receipt = scene.call(Finance, "funds.donate", taken)?["number"].clone();
    for member in joined.iter().take(5) {
        let fee = json!({ "member": member, "year": year, "receipt": receipt, "amount": FEE });
        scene.call(Finance, "assembly.record_fee", fee)?;
    }
    Ok(())
}
