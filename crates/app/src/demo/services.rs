//! Services in the demonstration: five of them, one of which waits for its approval and one that was announced anew; a year of
//! requests for them, decided by another person than who studied them, with an exception, a waiting list and goods handed
//! over; and calls to families who may have one and did not ask.
//!
//! It throws dice of its own, so that the loans and families before it stay as they are.

use super::dice::Dice;
use super::scene::Scene;
use kernel::{Day, Result};
use office::permission::Role::{Committee, Researcher, Supervisor};
use serde_json::{Value, json};

const SEED: u64 = 0x5E5;
/// Days before the last one on which the first services are written.
const BEGINS: i32 = 340;
/// Requests for household appliances: enough for groups to be compared.
const APPLIANCES: usize = 64;
/// A page that stands for a paper somebody brought.
const PAPER: &[u8] = b"%PDF-1.7\n% demonstration\n%%EOF\n";

/// A service of the demonstration: how its requests go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Rent,
    Appliances,
    Food,
    Training,
    Repair,
}

const ALL: [Which; 5] = [Which::Rent, Which::Appliances, Which::Food, Which::Training, Which::Repair];

fn criterion(text: &str, fact: &str, op: &str, value: &str) -> Value {
    json!({ "text": text, "fact": fact, "op": op, "value": value, "mandatory": true })
}

fn preferred(text: &str, fact: &str, op: &str, value: &str, weight: i64) -> Value {
    json!({ "text": text, "fact": fact, "op": op, "value": value, "mandatory": false, "weight": weight })
}

fn paper(kind: &str, name: &str, method: &str, mandatory: bool) -> Value {
    json!({ "kind": kind, "name": name, "method": method, "mandatory": mandatory })
}

impl Which {
    const fn name(self) -> &'static str {
        match self {
            Self::Rent => "سداد إيجار متأخر",
            Self::Appliances => "أجهزة منزلية أساسية",
            Self::Food => "سلة غذائية شهرية",
            Self::Training => "برنامج تدريب منتهٍ بمشروع",
            Self::Repair => "ترميم مسكن",
        }
    }

    /// Day before the last one on which it is written.
    const fn begins(self) -> i32 {
        match self {
            Self::Rent | Self::Appliances => BEGINS,
            Self::Food => BEGINS - 20,
            Self::Training => 150,
            Self::Repair => 5,
        }
    }

    fn content(self, closes: Option<Day>, again: bool) -> Value {
        let valid = criterion("أن يكون السجل المدني للعائل ساريًا", "identity_valid", "eq", "yes");
        let once = criterion("ألا تكون الخدمة صُرفت للأسرة خلال اثني عشر شهرًا", "times_served", "lte", "0");
        let seen = paper("identity", "الهوية الوطنية", "اطلاع على الأصل دون حفظ صورة", true);
        let process = "يُقدَّم الطلب في مقر الجمعية أو هاتفيًا، ثم تُجرى مقابلة، ويُبلَّغ مقدمه بالقرار خلال المدة المعلنة.";
        match self {
            Self::Rent => json!({
                "about": "يُصرف للمؤجر متأخر إيجار الأسرة حتى ثلاثة أشهر، مرة في السنة.", "process": process, "gives": "money",
                "programme": "برنامج السكن الميسر", "decision": "قرار اللجنة التنفيذية 18/1447", "ceiling": 900_000, "capacity": 60,
                "term_days": 15, "visit_policy": "always", "opens_on": null, "closes_on": closes,
                "criteria": [
                    criterion("ألا يقل عدد أفراد الأسرة عن 3", "family_size", "gte", "3"), valid,
                    criterion("عقد إيجار موثّق وسارٍ باسم العائل", "paper_contract", "eq", "yes"),
                    criterion("متأخرات من شهرين إلى ستة أشهر بكشف من المؤجر", "judged", "eq", "yes"), once,
                    preferred("التسجيل في الضمان الاجتماعي", "social_security", "eq", "yes", 5),
                ],
                "papers": [paper("contract", "عقد الإيجار الموثّق", "مطابقة الرقم في منصة إيجار", true), seen,
                           paper("income", "تعريف بالدخل", "رمز التحقق في الوثيقة", false)],
            }),
            Self::Appliances => json!({
                "about": "ثلاجة أو غسالة أو مكيف لأسرة لا تملكه صالحًا.", "process": process, "gives": "goods",
                "programme": "برنامج المسكن", "decision": "قرار اللجنة التنفيذية 19/1447", "capacity": 80, "term_days": 10,
                "visit_policy": "if_needed", "opens_on": null, "closes_on": closes,
                "criteria": [
                    criterion("ألا يقل عدد أفراد الأسرة عن 3", "family_size", "gte", "3"), valid,
                    criterion("ألا يكون في المسكن جهاز صالح من النوع المطلوب", "judged", "eq", "yes"), once,
                    preferred("التسجيل في الضمان الاجتماعي", "social_security", "eq", "yes", 5),
                    preferred("أن تكون العائلة أرملة أو مطلقة", "marital_status", "in", "widowed|divorced", 5),
                ],
                "papers": [seen, paper("invoice", "فاتورة الكهرباء", "", false)],
            }),
            Self::Food => json!({
                "about": "سلة غذائية كل شهر لمدة ستة أشهر.", "process": process, "gives": "goods", "programme": "برنامج الغذاء",
                "decision": if again { "قرار اللجنة التنفيذية 4/1448" } else { "قرار اللجنة التنفيذية 20/1447" },
                "capacity": 120, "term_days": 5, "visit_policy": "never", "opens_on": null, "closes_on": closes,
                "criteria": [
                    criterion(if again { "ألا يقل عدد أفراد الأسرة عن 4" } else { "ألا يقل عدد أفراد الأسرة عن 6" }, "family_size",
                              "gte", if again { "4" } else { "6" }),
                    criterion("التسجيل في الضمان الاجتماعي", "social_security", "eq", "yes"), valid,
                    preferred("وجود كبير سن أو أيتام", "elderly_n", "gte", "1", 5),
                ],
                "papers": [seen],
            }),
            Self::Training => json!({
                "about": "تدريب ثلاثة أشهر ينتهي بخطة مشروع، مع متابعة سنة.", "process": process, "gives": "appointment",
                "programme": "برنامج التمكين", "decision": "قرار اللجنة التنفيذية 2/1448", "capacity": 6, "term_days": 10,
                "visit_policy": "never", "opens_on": null, "closes_on": closes,
                "criteria": [
                    criterion("أن يكون العمر من 20 إلى 55 سنة", "age", "between", "20|55"), valid,
                    criterion("الالتزام بحضور جلسات البرنامج", "judged", "eq", "yes"),
                    preferred("أن تكون العائلة أرملة أو مطلقة", "marital_status", "in", "widowed|divorced", 10),
                ],
                "papers": [seen],
            }),
            Self::Repair => json!({
                "about": "إصلاح ما لا يصلح في المسكن المملوك: المطبخ ودورات المياه والسقف والكهرباء.", "process": process,
                "gives": "appointment", "programme": "برنامج المسكن", "decision": "قرار اللجنة التنفيذية 11/1448", "capacity": 12,
                "term_days": 20, "visit_policy": "always", "opens_on": null, "closes_on": closes,
                "criteria": [
                    criterion("ألا يزيد نصيب الفرد من صافي الدخل على 1,100 ريال", "per_capita", "lte", "1100"),
                    criterion("ألا تقل درجة الاحتياج عن 50", "score", "gte", "50"),
                    criterion("أن يكون المسكن ملكًا أو وقفًا", "tenure", "in", "own|waqf"),
                    criterion("تقرير فني بحاجة المسكن إلى الترميم", "judged", "eq", "yes"),
                ],
                "papers": [seen, paper("other", "صك الملكية أو ما يقوم مقامه", "مطابقة الأصل", true)],
            }),
        }
    }
}

/// A family that asks, by its place in the list of active files.
#[derive(Clone)]
struct Family {
    party: String,
    size: i64,
    /// Receives social security.
    supported: bool,
}

/// A request on its way.
#[derive(Clone)]
struct Asked {
    number: usize,
    which: Which,
    id: String,
    family: Family,
}

/// Plans the days on which services are written and asked for.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    for which in ALL {
        let day = scene.last.plus_days(-which.begins())?;
        scene.on(day, move |scene| write(scene, which))?;
    }
    let again = scene.last.plus_days(-110)?;
    scene.on(again, food_again)?;
    let first = scene.last.plus_days(-BEGINS + 24)?;
    scene.on(first, ask_all)?;
    let calls = scene.last.plus_days(-6)?;
    scene.on(calls, call_some)
}

fn id_of(which: Which) -> String {
    let number = ALL.iter().position(|one| *one == which).unwrap_or(0) as u64;
    Dice::new(SEED + number).id(kernel::Moment::start_of_riyadh_day(20_000))
}

fn record(scene: &mut Scene<'_>, which: Which) -> Result<Value> {
    Ok(scene.call(Supervisor, "services.open", json!({ "service": id_of(which) }))?["record"]["number"].clone())
}

/// A service is written; all but the last are approved, published and announced in the days after.
fn write(scene: &mut Scene<'_>, which: Which) -> Result<()> {
    let mut dice = Dice::new(SEED ^ 0x77 ^ which as u64);
    let closes = match which {
        Which::Rent => Some(scene.last.plus_days(47)?),
        Which::Training => Some(scene.last.plus_days(5)?),
        Which::Appliances => Some(scene.last.plus_days(90)?),
        Which::Food | Which::Repair => None,
    };
    let input = json!({
        "id": id_of(which), "version": dice.id(scene.now), "name": which.name(), "content": which.content(closes, false),
    });
    scene.call(Researcher, "services.add", input)?;
    if which == Which::Repair {
        return Ok(());
    }
    scene.on(scene.today().plus_days(2)?, move |scene| announce(scene, which))
}

fn announce(scene: &mut Scene<'_>, which: Which) -> Result<()> {
    let id = id_of(which);
    let say = |version: Value| json!({ "id": id, "version": version });
    let approved = say(record(scene, which)?);
    scene.call(Committee, "services.approve", approved)?;
    let sheet = scene.call(Supervisor, "services.open", json!({ "service": id }))?;
    // What is announced already stays what the page shows: the text is of the version that is written.
    let versions = sheet["versions"].as_array().cloned().unwrap_or_default();
    let written = versions.iter().find(|one| one["standing"] == "approved").map(|one| one["version"].clone());
    let sheet = scene.call(Supervisor, "services.open", json!({ "service": id, "version": written }))?;
    let criteria: Vec<String> = sheet["content"]["criteria"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| format!("{}. {}", one["no"], one["text"].as_str().unwrap_or_default()))
        .collect();
    let text = format!(
        "تعلن الجمعية استقبال طلبات خدمة «{}».\n{}\n\nمعايير الاستحقاق:\n{}",
        which.name(),
        sheet["content"]["about"].as_str().unwrap_or_default(),
        criteria.join("\n")
    );
    let version = record(scene, which)?;
    scene.call(Supervisor, "services.write_publication", json!({ "id": id, "version": version, "text": text }))?;
    for (channel, evidence) in [
        ("website", "رابط الخبر في موقع الجمعية"),
        ("account", "صورة المنشور في حساب الجمعية محفوظة"),
        ("board", "صورة الإعلان على لوحة الاستقبال"),
    ] {
        let version = record(scene, which)?;
        let input = json!({
            "id": id, "version": version, "channel": channel, "published_on": scene.today(), "evidence": evidence,
        });
        scene.call(Supervisor, "services.add_channel", input)?;
    }
    let announced = json!({ "id": id, "version": record(scene, which)? });
    scene.call(Supervisor, "services.announce", announced).map(drop)
}

/// The monthly basket is announced anew for smaller families.
fn food_again(scene: &mut Scene<'_>) -> Result<()> {
    let id = id_of(Which::Food);
    let edition = Dice::new(SEED ^ 0xA6A1).id(scene.now);
    let version = record(scene, Which::Food)?;
    scene.call(Researcher, "services.new_version", json!({ "id": id, "version": version, "edition": edition }))?;
    let version = record(scene, Which::Food)?;
    let changed = json!({
        "id": id, "version": version, "name": Which::Food.name(), "content": Which::Food.content(None, true),
    });
    scene.call(Researcher, "services.change", changed)?;
    scene.on(scene.today().plus_days(2)?, |scene| announce(scene, Which::Food))
}

fn ask_all(scene: &mut Scene<'_>) -> Result<()> {
    let files = json!({ "status": ["active"], "order": { "by": "number", "down": false }, "limit": 200 });
    let page = scene.call(Researcher, "beneficiaries.list", files)?;
    let families: Vec<Family> = page["lines"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|line| Family {
            party: line["party"].as_str().unwrap_or_default().to_owned(),
            size: line["family_size"].as_i64().unwrap_or(0),
            supported: line["social_security"] == true,
        })
        .collect();
    // The monthly basket is mostly asked for by those it is for.
    let fitting: Vec<Family> = families.iter().filter(|family| family.supported && family.size >= 4).cloned().collect();
    let mut dice = Dice::new(SEED ^ 0xA5);
    let mut ask = |scene: &mut Scene<'_>, number: usize, which: Which, place: usize, ago: i32| -> Result<()> {
        let from = if which == Which::Food && number % 4 != 3 { &fitting } else { &families };
        let Some(family) = from.get(place % from.len().max(1)).cloned() else { return Ok(()) };
        let one = Asked { number, which, id: dice.id(scene.now), family };
        let day = scene.last.plus_days(-ago)?;
        scene.on(day, move |scene| asked(scene, one))
    };
    let days = |number: usize, each: usize| i32::try_from(number * each).unwrap_or(0);
    for number in 0..APPLIANCES.min(families.len()) {
        ask(scene, number, Which::Appliances, number, 300 - days(number, 19) / 4)?;
    }
    for number in 0..10 {
        ask(scene, number, Which::Rent, number * 3 + 1, 280 - days(number, 29))?;
        ask(scene, number, Which::Food, number, 270 - days(number, 28))?;
    }
    for number in 0..9 {
        ask(scene, number, Which::Training, number * 4 + 3, 130 - days(number, 9))?;
    }
    Ok(())
}

fn version(scene: &mut Scene<'_>, id: &str) -> Result<Value> {
    Ok(scene.call(Supervisor, "requests.open", json!({ "request": id }))?["record"]["number"].clone())
}

fn advance(scene: &mut Scene<'_>, id: &str, to: &str, reason: &str) -> Result<Value> {
    let input = json!({ "id": id, "version": version(scene, id)?, "to": to, "reason": reason });
    scene.attempt(Researcher, "requests.advance", input)
}

/// Taken in and given to the researcher; who is not on file as it should be waits for what is missing.
fn asked(scene: &mut Scene<'_>, one: Asked) -> Result<()> {
    let channel = ["interview", "phone", "interview", "website", "visit"][one.number % 5];
    let body = match one.which {
        Which::Appliances => ["ثلاجة", "غسالة", "مكيف", "موقد"][one.number % 4],
        Which::Rent => "متأخر إيجار ثلاثة أشهر",
        Which::Food | Which::Training | Which::Repair => "",
    };
    let input = json!({
        "id": one.id, "kind": "service", "party": one.family.party, "service_asked": id_of(one.which), "channel": channel,
        "subject": "", "body": body, "received_on": scene.today(),
        "amount": if one.which == Which::Rent { json!(540_000 + (one.number % 3) * 90_000) } else { Value::Null },
    });
    // A family that asked lately, or left, does not ask.
    if scene.attempt(Researcher, "requests.add", input).is_err() {
        return Ok(());
    }
    let to = scene.who(Researcher)?.id;
    scene.call(Supervisor, "requests.assign", json!({ "requests": [one.id], "to": to }))?;
    advance(scene, &one.id, "assessment", "")?;
    let late = scene.last.days_since(scene.today()) < 9 && one.number % 2 == 1;
    if late {
        return Ok(());
    }
    scene.on(scene.today().plus_days(1)?, move |scene| studied(scene, one))
}

/// Spoken to, visited where the service wants it, its papers verified by another person, and handed over for decision.
fn studied(scene: &mut Scene<'_>, one: Asked) -> Result<()> {
    let mut dice = Dice::new(SEED ^ 0x57D1 ^ ((one.number as u64) << 8) ^ one.which as u64);
    meet(scene, &one, &mut dice, "interview")?;
    if one.which == Which::Rent {
        meet(scene, &one, &mut dice, "visit")?;
        contract(scene, &one, &mut dice)?;
    }
    let found = !refused(&one);
    let judged = match one.which {
        Which::Rent => Some((4, "كشف من المؤجر، واتُّصل برقمه في العقد")),
        Which::Appliances => Some((3, if found { "لا جهاز صالحًا في المسكن" } else { "في المسكن جهاز صالح" })),
        Which::Training => Some((3, "أقر بالالتزام بالحضور")),
        Which::Food | Which::Repair => None,
    };
    if let Some((no, note)) = judged {
        let input = json!({ "id": one.id, "version": version(scene, &one.id)?, "no": no, "met": found, "note": note });
        scene.call(Researcher, "requests.judge", input)?;
    }
    if one.which == Which::Rent && one.number == 2 {
        let reason = "تعذر توثيق تجديد العقد لخلاف بين الورثة، والمتأخر ثابت بكشف المؤجر وشهادته";
        let input = json!({ "id": one.id, "version": version(scene, &one.id)?, "note": reason });
        let _ = scene.attempt(Researcher, "requests.propose_exception", input);
    }
    if advance(scene, &one.id, "for_decision", "").is_err() {
        return advance(scene, &one.id, "awaiting_applicant", "تجديد الهوية وإحضار المستندات الناقصة").map(drop);
    }
    let waits = scene.last.days_since(scene.today()) < 12 && one.which == Which::Appliances;
    if waits { Ok(()) } else { scene.on(scene.today().plus_days(2)?, move |scene| decided(scene, one)) }
}

/// Whether a person found what is asked for not to hold: oftener in some families than in others.
fn refused(one: &Asked) -> bool {
    one.which == Which::Appliances && (one.number % 7 == 3 || (one.family.size > 6 && one.number.is_multiple_of(3)))
}

fn meet(scene: &mut Scene<'_>, one: &Asked, dice: &mut Dice, kind: &str) -> Result<()> {
    let found = json!({
        "done_on": scene.today(), "place": if kind == "visit" { "المسكن" } else { "مقر الجمعية" }, "present": "العائل",
        "findings": "طابق ما قيل ما في الملف.", "signal": "sound", "readings": [], "kept": [],
    });
    let begun = json!({ "kind": kind, "subject_kind": "request", "subject": one.id });
    let input = json!({ "id": dice.id(scene.now), "begun": begun, "found": found });
    scene.call(Researcher, "follow_up.record", input).map(drop)
}

/// The contract of the dwelling is attached by one person and found genuine by another; of one family it is not there.
fn contract(scene: &mut Scene<'_>, one: &Asked, dice: &mut Dice) -> Result<()> {
    let id = dice.id(scene.now);
    let attach: documents::Attach = serde_json::from_value(json!({
        "id": id, "subject_kind": "request", "subject": one.id, "kind": "contract", "title": "عقد الإيجار الموثّق", "ticket": "",
    }))
    .map_err(kernel::Failure::broken)?;
    scene.with(Researcher, |cx| documents::attach_bytes(cx, attach, PAPER).map(drop))?;
    let finding = json!({
        "id": id, "finding": "genuine", "method": "electronic_service", "note": "طابق رقمه في منصة إيجار",
    });
    scene.call(Supervisor, "documents.review", finding).map(drop)
}

/// Decided by another person, by what the criteria came to.
fn decided(scene: &mut Scene<'_>, one: Asked) -> Result<()> {
    let sheet = scene.call(Supervisor, "requests.open", json!({ "request": one.id }))?;
    let asked = &sheet["service"];
    let eligible = asked["look"]["whole"] == "eligible";
    let excepted = asked["exception_reason"].as_str().is_some_and(|reason| !reason.is_empty());
    let full = asked["places_left"] == 0;
    let (outcome, reason) = match (eligible || excepted, full) {
        (true, true) => ("waitlisted", String::new()),
        (true, false) if excepted => ("approved", "ثبت العذر، والأسرة محتاجة".to_owned()),
        (true, false) => ("approved", String::new()),
        (false, _) => ("rejected", why_not(asked)),
    };
    scene.call(Supervisor, "requests.declare", json!({ "id": one.id, "tie": false }))?;
    let decision = json!({
        "id": one.id, "version": version(scene, &one.id)?, "outcome": outcome, "reason": reason, "amount": asked["asked"],
        "exception": !eligible,
    });
    scene.call(Supervisor, "requests.decide", decision)?;
    if outcome == "waitlisted" {
        return Ok(());
    }
    let approved = outcome == "approved";
    scene.on(scene.today().plus_days(1)?, move |scene| carried_out(scene, &one, approved))
}

/// The first mandatory criterion that is not met, or not known.
fn why_not(asked: &Value) -> String {
    let criteria = asked["look"]["criteria"].as_array().cloned().unwrap_or_default();
    let lacks = criteria.iter().find(|one| one["mandatory"] == true && one["result"] != "met");
    let text = lacks.and_then(|one| one["text"].as_str()).unwrap_or_default().to_owned();
    format!("لم يتحقق المعيار: {text}")
}

fn carried_out(scene: &mut Scene<'_>, one: &Asked, approved: bool) -> Result<()> {
    let letter = json!({ "id": one.id, "version": version(scene, &one.id)?, "on": scene.today() });
    scene.call(Researcher, "requests.hand_letter", letter)?;
    if approved {
        advance(scene, &one.id, "executing", "")?;
        let note = match one.which {
            Which::Rent => "حُوّل المبلغ إلى المؤجر",
            Which::Appliances => "سُلّم الجهاز وركّبه المورد",
            Which::Food => "سُلّمت السلة الأولى، وحُدد موعد التالية",
            Which::Training | Which::Repair => "حُدد موعد البداية وأُبلغ به",
        };
        let done = json!({ "id": one.id, "version": version(scene, &one.id)?, "note": note, "taken_by": "العائل" });
        scene.call(Researcher, "requests.carry_out", done)?;
    }
    advance(scene, &one.id, "closed", "").map(drop)
}

/// Some of those who may have the monthly basket and did not ask are called.
fn call_some(scene: &mut Scene<'_>) -> Result<()> {
    let service = id_of(Which::Food);
    let mut dice = Dice::new(SEED ^ 0xCA11);
    let page = scene.call(Researcher, "services.who_qualifies", json!({ "service": service, "limit": 12 }))?;
    let until = scene.last.plus_days(2)?;
    let lines = page["lines"].as_array().cloned().unwrap_or_default();
    for (number, line) in lines.iter().enumerate().take(9) {
        let (result, note) = match number % 5 {
            0 => ("no_answer", ""),
            1 => ("will_ask", "ستحضر مع ابنها"),
            2 => ("reached", "تسأل زوجها وتعاود الاتصال"),
            3 => ("declined", "تكفّل أخوها بحاجتها"),
            _ => ("no_answer", ""),
        };
        let input = json!({
            "id": dice.id(scene.now), "service": service, "party": line["party"], "result": result, "note": note,
            "until_day": if result == "will_ask" { json!(until) } else { Value::Null },
        });
        scene.call(Researcher, "services.call", input)?;
    }
    Ok(())
}
