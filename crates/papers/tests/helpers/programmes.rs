//! Samples of the papers of programmes: the two views of a tree of results, the report of a programme.

use papers::Template;
use serde_json::{Value, json};

pub const FRAMEWORK: Template = Template {
    name: "logical_framework",
    source: include_str!("../../../features/programmes/src/papers/logical_framework.typ"),
};
pub const CHANGE: Template = Template {
    name: "theory_of_change",
    source: include_str!("../../../features/programmes/src/papers/theory_of_change.typ"),
};
pub const PROGRAMME: Template = Template {
    name: "programme_report",
    source: include_str!("../../../features/programmes/src/papers/programme_report.typ"),
};

fn result(id: &str, parent: Option<&str>, level: [&str; 2], text: &str, beside: [&str; 2], indicators: Value) -> Value {
    json!({
        "id": id, "parent": parent, "level": level[0], "level_name": level[1], "text": text, "assumption": beside[0],
        "mechanism": beside[1], "indicators": indicators,
    })
}

fn indicator(text: &str, unit: &str, values: [&str; 3], percent: Option<i64>, light: &str, source: &str) -> Value {
    json!({
        "text": text, "unit": unit, "baseline": values[0], "target": values[1], "actual": values[2], "percent": percent,
        "light": light, "source": source,
    })
}

pub fn tree_data(halted: bool) -> Value {
    let (impact, outcome, output, activity) =
        (["impact", "الأثر"], ["outcome", "المحصلة"], ["output", "المخرج"], ["activity", "النشاط"]);
    let income =
        indicator("متوسط الدخل من الإنتاج", "ر.س", ["2150", "2950", "2900"], Some(94), "green", "البحث الاجتماعي");
    let packed = indicator("المبيعات المعبأة", "٪", ["22", "45", "44"], Some(96), "green", "سجل المبيعات");
    let tons = indicator("الطاقة الشهرية", "طن", ["0", "8.0", "3.2"], Some(40), "red", "سجل التشغيل");
    let trained = indicator("المجتازون للتدريب", "متدرب", ["0", "50", "41"], Some(82), "amber", "كشوف الحضور");
    let outlets = indicator("المنافذ المتعاقدة", "منفذ", ["1", "6", ""], None, "grey", "العقود");
    json!({
        "number": "I-1448-01", "title": "معمل تعبئة العسل والتمور", "programme": "برنامج تمكين عيون الجواء",
        "finding": "78٪ من النحالين يبيعون بلا تعبئة ولا علامة", "need": "تعبئة مرخّصة قريبة بكلفة يطيقها المنتج الصغير",
        "state": if halted { "موقوفة" } else { "قيد التنفيذ" }, "halted": halted, "reason": "وصل خط التعبئة بلا شهادة سلامة الغذاء",
        "results": [
            result("1", None, impact, "أسر النحل والنخيل مكتفية بدخلها", ["ثبات أسعار العسل المحلي", ""], json!([income])),
            result("2", Some("1"), outcome, "بيع منتج معبأ بعلامة موحدة", ["قبول المنافذ للتوريد الموسمي", "هامش"], json!([packed, outlets])),
            result("3", Some("2"), output, "معمل مرخّص يعمل", ["صدور الترخيص خلال 60 يومًا", "جودة"], json!([tons])),
            result("4", Some("3"), activity, "استئجار الموقع وتهيئته", ["", ""], json!([])),
            result("5", Some("3"), activity, "توريد خط التعبئة وشهادته", ["", ""], json!([])),
            result("6", Some("2"), output, "منتجون مؤهلون", ["تفرّغ يومين في الأسبوع", "انتظام"], json!([trained])),
            result("7", Some("6"), activity, "تدريب الفرز والتعبئة", ["", ""], json!([])),
        ],
    })
}

pub fn programme_data() -> Value {
    let day = |hijri: &str, gregorian: &str| json!({ "hijri": hijri, "gregorian": gregorian });
    let phase = |no: i64, name: &str, state: &str, done: bool, ended: Value, met: i64, of: i64| {
        json!({ "no": no, "name": name, "state": state, "done": done, "met": met, "of": of,
                "opened_on": if state == "لم تبدأ" { Value::Null } else { day("1447/08/10", "2026/01/29") }, "ended_on": ended })
    };
    let initiative = |number: &str,
                      title: &str,
                      state: &str,
                      halted: bool,
                      cost: i64,
                      progress: i64,
                      coverage: Option<i64>,
                      lights: [i64; 4]| {
        json!({ "number": number, "title": title, "state": state, "halted": halted, "cost": cost, "progress": progress,
                "coverage": coverage, "lights": lights, "late": null })
    };
    let share = |source: &str, received: i64, pledged: i64| json!({ "source": source, "received": received, "pledged": pledged, "tenths": 216 });
    json!({
        "number": "P-1447-01", "name": "برنامج تمكين عيون الجواء", "governorate": "عيون الجواء", "state": "جارٍ",
        "opened_on": day("1447/08/07", "2026/01/25"), "until": day("1448/06/11", "2026/11/21"),
        "vision": "محافظة تُنتج خيراتها وتسوّقها بأيدي أهلها", "vision_basis": "محضر الورشة التشاركية الثانية",
        "decision": "قرار مجلس الإدارة 04/1447", "progress": 21, "cost": 194_000_000, "coverage": 75, "residents": 404, "gatherings": 3,
        "phases": [
            phase(1, "التهيئة المجتمعية والإطلاق", "منتهية", true, day("1447/09/07", "2026/02/24"), 2, 2),
            phase(2, "الشراكات مع المانحين", "منتهية", true, day("1447/12/15", "2026/06/01"), 1, 1),
            phase(3, "دراسة الواقع التنموي", "جارية", false, Value::Null, 2, 3),
            phase(4, "تطوير قدرات الجمعيات", "لم تبدأ", false, Value::Null, 1, 2),
        ],
        "findings": [
            { "domain": "السكان", "text": "ثلثا السكان دون الثلاثين", "evidence": "استبانة 212 أسرة", "severity": "سياق" },
            { "domain": "الإنتاج", "text": "78٪ من النحالين يبيعون بلا تعبئة ولا علامة", "evidence": "مقابلة 64 نحالًا", "severity": "عالية" },
        ],
        "initiatives": [
            initiative("I-1448-01", "معمل تعبئة العسل والتمور", "موقوفة", true, 38_600_000, 46, Some(100), [3, 1, 1, 1]),
            initiative("I-1448-02", "منفذ خيرات الجواء", "قيد التنفيذ", false, 21_400_000, 70, Some(100), [1, 1, 0, 0]),
            initiative("I-1448-06", "النادي الرقمي", "مقترحة", false, 20_000_000, 0, None, [0, 0, 0, 0]),
        ],
        "shares": [share("قنوات حكومية", 28_000_000, 14_000_000), share("جهات مانحة", 39_000_000, 22_000_000),
                   share("رعايات", 12_000_000, 6_000_000), share("صندوق الشراكة", 24_000_000, 0)],
        "received": 103_000_000, "pledged": 42_000_000, "uncovered": 49_000_000,
        "promises": [{ "text": "60 شابة مؤهلة في التصنيع الغذائي", "year": 2027, "reached_on": null, "evidence": "" }],
        "associations": [
            { "name": "جمعية استدامة", "first": 200, "last": 300, "times": 2, "performance": 83, "steps": 2, "done": 1, "visits": 4 },
            { "name": "مركز حي الريان", "first": 143, "last": 143, "times": 1, "performance": null, "steps": 2, "done": 0, "visits": 0 },
        ],
        "lessons": [{ "title": "منفذ خيرات الجواء", "kind": "درس مستفاد", "text": "البدء بثلاثة منتجات فقط رفع الجودة وقلّل المرتجع.",
                      "day": day("1448/05/06", "2026/10/17") }],
    })
}
