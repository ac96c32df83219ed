//! Samples of the papers of committees: the invitation, the minutes, a policy.

use papers::Template;
use serde_json::{Value, json};

pub const AGENDA: Template = Template {
    name: "meeting_agenda",
    source: include_str!("../../../features/committees/src/papers/meeting_agenda.typ"),
};
pub const MINUTES: Template = Template {
    name: "meeting_minutes",
    source: include_str!("../../../features/committees/src/papers/meeting_minutes.typ"),
};
pub const POLICY: Template =
    Template { name: "policy", source: include_str!("../../../features/policies/src/papers/policy.typ") };

fn day(hijri: &str, gregorian: &str) -> Value {
    json!({ "hijri": hijri, "gregorian": gregorian })
}

pub fn agenda_data() -> Value {
    json!({
        "committee": "اللجنة التنفيذية", "minutes_no": "06/1448", "no": 6, "term": 3, "day": day("1448/06/11", "2026/11/21"),
        "starts": "10:05", "place": "مقر الجمعية واتصال مرئي", "way": "حضوري وعن بُعد",
        "note": "يُرجى الاطلاع على مرفقات البند الثاني قبل الاجتماع.", "chair": "عبدالمحسن الرشودي",
        "items": [
            { "no": 1, "title": "التصديق على محضر الاجتماع الخامس", "text": "" },
            { "no": 2, "title": "اعتماد القرض L-1448-0112 – معمل «لمسة تمر»", "text": "80,000 ريال على دفعتين" },
            { "no": 3, "title": "لائحة القروض الحسنة: النسخة الثالثة", "text": "ثلاث مواد معدّلة" },
        ],
        "invited": [
            ["عبدالمحسن الرشودي", "رئيس"], ["صالح المشيقح", "نائب الرئيس"], ["سليمان الربدي", "عضو"],
            ["هند البليهي", "أمين اللجنة"],
        ],
    })
}

/// The minutes of a meeting: sealed over an objection, or in session still.
pub fn minutes_data(sealed: bool) -> Value {
    let decision = |no: &str, outcome: &str, text: &str| {
        json!({ "no": no, "outcome": outcome, "text": text, "for": 4, "against": 0, "abstained": 1, "present": 5,
                "owner": "محمد السعيد", "due": day("1448/06/20", "2026/11/30") })
    };
    json!({
        "committee": "اللجنة التنفيذية", "minutes_no": "06/1448", "no": 6, "term": 3, "day": day("1448/06/11", "2026/11/21"),
        "starts": "10:05", "place": "مقر الجمعية واتصال مرئي", "way": "حضوري وعن بُعد",
        "state": if sealed { "sealed" } else { "held" }, "elsewhere": false, "note": "",
        "present": 5, "members": 7, "quorum": 4, "has_quorum": true,
        "seats": [
            ["عبدالمحسن الرشودي", "رئيس", "حاضر", ""], ["صالح المشيقح", "نائب الرئيس", "حاضر", ""],
            ["سليمان الربدي", "عضو", "حاضر", ""], ["د. أمل العييري", "عضو", "عن بُعد", ""],
            ["ناصر الفوزان", "عضو", "معتذر", "بخطاب"], ["هند البليهي", "أمين اللجنة", "حاضر", ""],
        ],
        "items": [
            { "no": 1, "title": "التصديق على محضر الاجتماع الخامس", "text": "", "state": "decided", "note": "", "recused": [],
              "decision": decision("22/1448", "موافقة", "التصديق على المحضر بلا تعديل.") },
            { "no": 2, "title": "اعتماد القرض L-1448-0112 – معمل «لمسة تمر»", "text": "80,000 ريال على دفعتين",
              "state": "decided", "note": "", "recused": [["صالح المشيقح", "صلة قرابة بصاحبة الطلب"]],
              "decision": decision("23/1448", "موافقة", "الموافقة على القرض على دفعتين، وتُصرف الثانية بعد معاينة الأولى.") },
            { "no": 3, "title": "تقرير الزيارات للربع", "text": "", "state": if sealed { "postponed" } else { "open" },
              "note": if sealed { "لم يكتمل التقرير" } else { "" }, "recused": [], "decision": null },
        ],
        "objections": if sealed { json!([["سليمان الربدي", "لم يُذكر أثر القرض في سيولة الصندوق"]]) } else { json!([]) },
        "confirmed": 4, "there": 5, "chair": "عبدالمحسن الرشودي", "secretary": "هند البليهي",
        "sealed_by": if sealed { "عبدالمحسن الرشودي" } else { "" },
        "sealed_on": if sealed { day("1448/06/18", "2026/11/28") } else { Value::Null },
    })
}

pub fn policy_data() -> Value {
    json!({
        "title": "سياسة تعارض المصالح", "kind": "سياسة", "no": 2, "issuer": "إدارة الحوكمة والمراجعة الداخلية",
        "legal_basis": "قواعد حوكمة الجمعيات، وبما لا يتعارض مع الأنظمة واللوائح", "in_force": true, "state": "سارية",
        "decision_no": "25/1448", "approved_elsewhere": "", "approved_on": day("1448/06/11", "2026/11/21"),
        "effective_on": day("1448/06/21", "2026/12/01"), "review_on": day("1449/07/03", "2027/12/01"),
        "references": [
            ["نظام الجمعيات والمؤسسات الأهلية", "م/8 – 1437", "مرسوم ملكي"],
            ["قواعد حوكمة الجمعيات والمؤسسات الأهلية", "ت/9/1/23", "المركز الوطني لتنمية القطاع غير الربحي"],
        ],
        "paragraphs": [
            "أولًا: تسري هذه السياسة على أعضاء مجلس الإدارة واللجان والعاملين في جمعية غراس النخيل بالقصيم.",
            "ثانيًا: يفصح كل منهم كتابةً عن كل مصلحة أو صلة قد تؤثر في قراره، عند بداية الدورة وكلما استجد منها شيء.",
            "ثالثًا: يتنحى صاحب المصلحة عن مناقشة البند والتصويت فيه، ويُثبت ذلك في المحضر.",
        ],
    })
}
