//! Samples of the papers of partners: a memorandum as it was signed, and the report of a partner.

use papers::Template;
use serde_json::{Value, json};

pub const AGREEMENT: Template = Template {
    name: "agreement_sheet",
    source: include_str!("../../../features/partners/src/papers/agreement_sheet.typ"),
};
pub const REPORT: Template = Template {
    name: "partner_report",
    source: include_str!("../../../features/partners/src/papers/partner_report.typ"),
};

fn day(hijri: &str, gregorian: &str) -> Value {
    json!({ "hijri": hijri, "gregorian": gregorian })
}

fn owed(text: &str, site: &str, due: Value, amount: Value, standing: &str, evidence: &str) -> Value {
    json!({ "text": text, "site": site, "due": due, "amount": amount, "standing": standing, "late": standing == "متأخر",
            "evidence": evidence })
}

fn on_them() -> Value {
    json!([
        owed(
            "كفالة تدريب 40 متدربة",
            "بريدة",
            day("1448/05/30", "2026/11/10"),
            json!(12_000_000),
            "وُفّي به",
            "RV-2026-00411"
        ),
        owed(
            "تجهيز قاعتي تدريب",
            "مدارس الفاخرية",
            day("1448/03/01", "2026/08/14"),
            Value::Null,
            "وُفّي به",
            "محضر استلام"
        ),
        owed("تجميل ميدان سوق الأسر", "ميدان الصفراء", day("1448/07/20", "2026/12/29"), Value::Null, "قادم", ""),
    ])
}

fn on_us() -> Value {
    json!([
        owed("زيارات جودة للمقاصف", "8 مدارس", day("1448/04/30", "2026/10/11"), Value::Null, "وُفّي به", "8 زيارات"),
        owed("تقرير أثر الدفعة الأولى", "", day("1448/06/02", "2026/11/12"), Value::Null, "متأخر", ""),
    ])
}

/// A memorandum with a body above the partner that does not sign; a draft without a signature.
pub fn agreement_data(draft: bool) -> Value {
    json!({
        "number": "A-1447-009", "kind": "مذكرة تفاهم", "title": "تأهيل الأسر المنتجة لسوق العمل", "draft": draft,
        "standing": if draft { "معتمدة" } else { "سارية" },
        "ours": "جمعية غراس النخيل بالقصيم", "theirs": "شركة معارف للتعليم والتدريب",
        "our_signatory": if draft { "" } else { "إبراهيم الصقعبي، المدير التنفيذي" },
        "their_signatory": if draft { "" } else { "ريم الجاسر، مديرة الاستدامة" },
        "parties": [{ "name": "مجموعة معارف القابضة", "role": "الجهة الأم", "signs": false, "represented_by": "" }],
        "purpose": "تدريب أربعين متدربة في السنة على تشغيل المقاصف وفتح منافذ بيع لهن في مدارس الشركة.",
        "fields": ["التدريب والتأهيل", "تسويق منتجات الأسر"],
        "our_interest": ["مقاعد تدريب معتمدة لأربعين متدربة في السنة", "منافذ بيع في مقاصف مدارس الشركة"],
        "their_interest": ["أثر اجتماعي موثّق لتقرير الاستدامة السنوي", "موردات موثوقات لمقاصف ثماني مدارس"],
        "our_rights": ["استعمال شعار الشركة في مواد التدريب"], "their_rights": ["الاطلاع على نتائج الاختبارات"],
        "our_duties": [], "their_duties": ["تسمية منسق لكل مدرسة"],
        "default_terms": "من أخلّ بالتزامه أُخطر كتابة، وله ثلاثون يومًا لتصحيحه قبل إنهاء المذكرة.",
        "liability_limits": "لا تتجاوز المسؤولية قيمة الالتزام محل الخلاف.",
        "dispute_clause": "يُحل الخلاف وديًا خلال ثلاثين يومًا، ثم يُرفع إلى الجهة المختصة في منطقة القصيم.",
        "targets": ["زيادة مشاركة المرأة في سوق العمل", "تعزيز قيام الشركات بمسؤوليتها الاجتماعية"],
        "amount": null, "starts": day("1447/08/20", "2026/02/08"), "ends": day("1448/08/30", "2027/02/07"),
        "decision": if draft { "" } else { "قرار 31/1447" },
        "event": if draft { "" } else { "ملتقى المشاركة المجتمعية" }, "place": "",
        "signed_on": if draft { Value::Null } else { day("1447/08/20", "2026/02/08") },
        "on_us": on_us(), "on_them": on_them(),
    })
}

/// A partner that is ahead of the association, with a gift the books do not know.
pub fn report_data() -> Value {
    json!({
        "name": "شركة معارف للتعليم والتدريب", "kind": "قطاع خاص", "sector": "التعليم والتدريب",
        "parent": "مجموعة معارف القابضة", "standing": "شريك نشط", "since": day("1446/07/15", "2025/01/15"),
        "keeper": "ماجد الفهيد", "orientation": "تأهيل الشباب والنساء لسوق العمل",
        "our_interest": ["مقاعد تدريب معتمدة"], "their_interest": ["أثر اجتماعي موثّق"],
        "responsibility_plan": "«معارف للمجتمع 2026–2028»", "from": day("1447/08/20", "2026/02/08"),
        "until": day("1448/06/11", "2026/11/21"),
        "agreements": [
            { "number": "A-1447-009", "title": "تأهيل الأسر المنتجة لسوق العمل", "standing": "سارية",
              "starts": day("1447/08/20", "2026/02/08"), "ends": day("1448/08/30", "2027/02/07") },
            { "number": "A-1446-004", "title": "مذكرة تعاون أولى", "standing": "جُدّدت",
              "starts": day("1446/07/15", "2025/01/15"), "ends": day("1447/07/14", "2026/01/03") },
        ],
        "ours": [2, 3], "theirs": [3, 3], "on_us": on_us(), "on_them": on_them(),
        "contributions": [
            { "kind": "نقدية", "text": "كفالة تدريب 40 متدربة", "day": day("1448/05/29", "2026/11/09"), "amount": 12_000_000,
              "receipt": "RV-2026-00411", "unbooked": false },
            { "kind": "نقدية", "text": "تبرع عام", "day": day("1448/02/10", "2026/07/24"), "amount": 2_550_000, "receipt": "",
              "unbooked": true },
            { "kind": "عينية", "text": "رعاية ملتقى الشراكة الأول", "day": day("1447/08/01", "2026/01/20"), "amount": 6_900_000,
              "receipt": "", "unbooked": false },
        ],
        "given": 21_450_000,
        "alignments": [
            { "name": "الأسر المنتجة", "score": 3, "note": "التدريب محور خطتهم الأول" },
            { "name": "ملتقى الشراكة", "score": 2, "note": "رعاية عينية لا نقدية" },
        ],
    })
}
