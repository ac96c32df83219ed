//! Samples of the papers of halted projects: the file of a hold, and the follow-up report in two directions.

use papers::Template;
use serde_json::{Value, json};

pub const HOLD_DECISION: Template =
    Template { name: "hold_decision", source: include_str!("../../../features/holds/src/papers/hold_decision.typ") };
pub const TWO_WAYS: Template =
    Template { name: "two_ways", source: include_str!("../../../features/dashboard/src/papers/two_ways.typ") };

fn day(hijri: &str, gregorian: &str) -> Value {
    json!({ "hijri": hijri, "gregorian": gregorian })
}

/// A hold that was ended with smaller instalments.
pub fn hold_data() -> Value {
    json!({
        "loan_no": "L-1448-0086", "borrower": "نورة عبدالله سالم القحطاني", "file_no": "1448-0117",
        "project": "مشغل «إبرة وخيط»", "state": "رُفع الإيقاف", "opened_on": day("1448/06/05", "2026/11/15"), "days": 6,
        "opened_by": "سارة الحربي", "paid_out": 1_600_000, "repaid": 750_000, "outstanding": 850_000,
        "instalment": 200_000,
        "causes": [
            ["علامة تعثر", "المستفيد", day("1448/06/05", "2026/11/15"), "", "سارة الحربي"],
            ["علامة سجلها أحد العاملين", "السوق", day("1448/06/06", "2026/11/16"), "ورشة جديدة في الحي منذ شهر", "خالد العقيل"],
        ],
        "facts": [
            ["المستفيد", "السداد منتظم", true], ["المستفيد", "قراءات مسجلة: 5", true],
            ["الجمعية", "التزامات متأخرة: 1، أيام أقدمها: 12", false],
            ["السوق", "المبيعات أقل مما قبلها بنسبة 34٪", false],
        ],
        "readings": [
            [day("1448/04/09", "2026/09/20"), 365_000, 180_000], [day("1448/05/20", "2026/11/01"), 290_000, null],
            [day("1448/06/05", "2026/11/15"), 245_000, 115_000],
        ],
        "steps": [
            ["جلسة إرشاد: تسعير وحساب تكلفة القطعة", "الجمعية", "سارة الحربي", day("1448/06/08", "2026/11/18"), "أُنجزت",
             "رُفع سعر العباءة من 95 إلى 120 ر.س"],
            ["تسليم فاتورة الخامات", "المستفيد", "سارة الحربي", day("1448/06/14", "2026/11/24"), "جارية", ""],
        ],
        "decision": {
            "kind": "إعادة جدولة",
            "effect": "يُرفع الإيقاف ويُستبدل الجدول، ويبقى الصرف مقفلًا حتى قراءتين متحسنتين.",
            "reason": "القسط القائم يفوق صافي دخل المشروع، وبعض السبب تأخر الجمعية في التدريب؛ فيُنظَر المعسر بقسط يحتمله المشروع.",
            "assets": "",
            "plan": { "before": 200_000, "after": 80_000, "ends_before": day("1449/03/26", "2027/08/28"),
                      "ends_after": day("1450/04/26", "2028/09/16"), "total": 850_000, "equal": true },
            "proposed_by": "نوف العتيبي", "proposed_on": day("1448/06/09", "2026/11/19"),
            "approved_by": "ماجد الصالح", "approved_on": day("1448/06/11", "2026/11/21"),
        },
        "hands": [["نوف العتيبي", "اقترحه"], ["سارة الحربي", "سجّل ما سبّب الإيقاف"]],
    })
}

/// A quarter of three projects.
pub fn two_ways_data() -> Value {
    let project = |name: &str, borrower: &str, counts: [[i64; 2]; 4], overdue: i64, hers: Value, ours: Value| {
        json!({ "name": name, "borrower": borrower, "instalments": counts[0], "hers": counts[1], "visits": counts[2],
                "ours": counts[3], "overdue": overdue, "late_hers": hers, "late_ours": ours })
    };
    json!({
        "from": day("1448/04/01", "2026/09/12"), "until": day("1448/06/11", "2026/11/21"),
        "hers": [9, 12, 75], "ours": [5, 8, 63], "visits": [0, 0, null],
        "projects": [
            project("مشغل «إبرة وخيط»", "نورة عبدالله سالم القحطاني", [[3, 3], [2, 3], [2, 2], [1, 3]], 0,
                    json!([["تسليم فاتورة الخامات", day("1448/06/07", "2026/11/17"), 4]]),
                    json!([["تدريب التسويق", day("1448/05/29", "2026/11/09"), 12],
                           ["منفذ بيع في المعرض", day("1448/06/01", "2026/11/11"), 10]])),
            project("مطبخ «بيت الكبسة»", "هيا سعد ناصر الشمري", [[2, 3], [4, 5], [1, 2], [3, 3]], 45_000, json!([]), json!([])),
            project("بقالة الحي", "سالم محمد", [[0, 0], [0, 0], [0, 1], [0, 0]], 0, json!([]), json!([])),
        ],
    })
}
