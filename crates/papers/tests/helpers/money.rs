//! Samples of the papers about money and people: what their features put together, with a loss, an empty field, a long
//! name and a number of every kind among it.

use papers::Template;
use serde_json::{Value, json};

pub const RECEIPT: Template =
    Template { name: "loan_receipt", source: include_str!("../../../features/loans/src/papers/receipt.typ") };
pub const STATEMENT: Template =
    Template { name: "loan_statement", source: include_str!("../../../features/loans/src/papers/statement.typ") };
pub const PLAN: Template =
    Template { name: "loan_plan", source: include_str!("../../../features/loans/src/papers/plan.typ") };
pub const ANNEX: Template =
    Template { name: "loan_annex", source: include_str!("../../../features/loans/src/papers/annex.typ") };
pub const VOUCHER: Template =
    Template { name: "voucher", source: include_str!("../../../features/funds/src/papers/voucher.typ") };
pub const TRIAL_BALANCE: Template =
    Template { name: "trial_balance", source: include_str!("../../../features/funds/src/papers/trial_balance.typ") };
pub const CASE_FILE: Template =
    Template { name: "case_file", source: include_str!("../../../features/beneficiaries/src/papers/file.typ") };

pub const BORROWER: &str = "عبد الرحمن بن محمد بن عبد العزيز آل الشيخ أبو حيمد";
const FUND: &str = "محفظة القروض الحسنة";

/// The first day of a month, from Muharram 1448 on, as papers take it.
pub fn month(place: u32) -> Value {
    let (hijri, gregorian) = ((1448 + place / 12, place % 12 + 1), (2026 + (place + 6) / 12, (place + 6) % 12 + 1));
    json!({
        "hijri": format!("{:04}/{:02}/15", hijri.0, hijri.1), "gregorian": format!("{:04}/{:02}/01", gregorian.0, gregorian.1),
    })
}

pub fn receipt_data() -> Value {
    json!({
        "number": "RV-2026-000123", "day": month(3), "payer": "سعد بن عبد الرحمن", "borrower": BORROWER,
        "loan_no": "ق-1448-0042", "project": "مشغل «إبرة وخيط» (Needle & Thread)", "fund": FUND,
        "amount": 350_050, "amount_in_words": "ثلاثة آلاف وخمسمئة ريال وخمسون هللة", "method": "تحويل بنكي",
        "reference": "FT2610-00871", "credit": 50_050, "owed_after": 1_900_000, "undone": false,
        "made_by": "خالد العقيل",
        "rows": [[3, month(2), 200_000, 100_000, 0], [4, month(3), 200_000, 200_000, 0]],
    })
}

pub fn statement_data() -> Value {
    let plan = |no: u32| {
        let (paid, state) = match no {
            0..=3 => (200_000, if no == 2 { "سُدد متأخرًا" } else { "مسدد" }),
            4 => (50_050, "مسدد جزئيًا"),
            _ => (0, "قادم"),
        };
        json!([no + 1, month(no), 200_000, paid, 200_000 - paid, state])
    };
    json!({
        "loan_no": "ق-1448-0042", "borrower": BORROWER, "file_no": "م-2026-0117", "project": "مشغل «إبرة وخيط»",
        "fund": FUND, "product": "تمويل الأسر المنتجة", "phase": "قائم", "amount": 2_400_000, "paid_out": 2_400_000,
        "repaid": 850_050, "forgiven": 100_000, "outstanding": 1_449_950, "credit": 0, "overdue": 149_950, "days_late": 17,
        "day": month(5), "ends_on": month(11),
        "events": [
            [month(0), "صرف دفعة", "PV-2026-000031", 1_400_000, null, 1_400_000],
            [month(0), "صرف دفعة – من السجل السابق", "", 1_000_000, null, 2_400_000],
            [month(1), "سداد", "RV-2026-000088", null, 850_050, 1_549_950],
            [month(2), "إعفاء من جزء من القرض بقرار اللجنة التنفيذية", "JV-2026-000009", null, 100_000, 1_449_950],
            [month(3), "رد مبلغ", "PV-2026-000040", 5, null, -5],
        ],
        "rows": (0..12).map(plan).collect::<Vec<_>>(),
    })
}

pub fn plan_data() -> Value {
    let row = |no: u32| json!([no + 1, month(no), 166_700, 2_000_400 - i64::from(no + 1) * 166_700]);
    json!({
        "loan_no": "ق-1448-0042", "borrower": BORROWER, "file_no": "م-2026-0117", "project": "مشغل «إبرة وخيط»",
        "fund": FUND, "product": "تمويل الأسر المنتجة", "phase": "معتمد", "amount": 2_000_400, "paid_out": 0,
        "total": 2_000_400, "total_in_words": "عشرون ألفًا وأربعة ريالات", "ends_on": month(11),
        "rows": (0..12).map(row).collect::<Vec<_>>(),
    })
}

/// Nine instalments of which one is overdue, laid out anew over 21.
pub fn annex_data() -> Value {
    let before = |no: u32| json!([no + 4, month(no), if no == 0 { 50_000 } else { 200_000 }, no > 0]);
    let after = |no: u32| {
        let amount = if no == 0 { 50_000 } else { 80_000 };
        json!([no + 4, month(no), amount, no > 0])
    };
    json!({
        "loan_no": "ق-1448-0042", "borrower": BORROWER, "file_no": "م-2026-0117", "project": "مشغل «إبرة وخيط»",
        "fund": FUND, "change": "إعادة الجدولة", "cause": "تراجع الدخل", "hardship": true, "of_many": false,
        "reason": "القسط القائم يفوق صافي دخل المشروع، وبعض السبب تأخر الجمعية في التدريب؛ قرار اللجنة رقم 12",
        "day": month(5), "asked_by": "نوف العتيبي", "asked_on": month(5), "approved_by": "ماجد بن صالح السديس",
        "approved_on": month(5), "undone": false, "equal": true, "total_in_words": "ستة عشر ألفًا وخمسمئة ريال",
        "before": { "rows": (0..9).map(before).collect::<Vec<_>>(), "open": 9, "total": 1_650_000, "ends_on": month(8) },
        "after": { "rows": (0..21).map(after).collect::<Vec<_>>(), "open": 21, "total": 1_650_000, "ends_on": month(20) },
    })
}

/// A voucher of a side: "receipt", "payment" or "journal".
pub fn voucher_data(side: &str) -> Value {
    let (title, number) = match side {
        "receipt" => ("سند قبض", "RV-2026-000124"),
        "payment" => ("سند صرف", "PV-2026-000041"),
        _ => ("قيد يومية", "JV-2026-000010"),
    };
    let approved = side != "receipt";
    json!({
        "title": title, "side": side, "number": number, "day": month(4),
        "counterparty": if side == "journal" { "" } else { "مؤسسة الإتقان للتجارة (Al-Itqan Est.)" },
        "amount": 123_456_789, "total": 123_456_789,
        "amount_in_words": "مليون ومئتان وأربعة وثلاثون ألفًا وخمسمئة وسبعة وستون ريالًا وتسع وثمانون هللة",
        "method": if side == "journal" { "" } else { "شيك" }, "reference": if side == "journal" { "" } else { "000417" },
        "narration": "قيمة ماكينتي خياطة صناعية وملحقاتهما، فاتورة 4471 بتاريخ 2026-10-01",
        "reversed_by": if side == "journal" { "JV-2026-000011" } else { "" },
        "lines": [
            { "account": "11201", "name": "قروض حسنة قائمة", "fund": FUND, "debit": 120_000_000, "credit": null, "memo": "" },
            { "account": "51104", "name": "مصروفات تشغيلية", "fund": "صندوق تشغيلي لبرامج التدريب والتأهيل والتمكين",
              "debit": 3_456_789, "credit": null, "memo": "نقل وتركيب" },
            { "account": "11102", "name": "البنك – الحساب الجاري", "fund": FUND, "debit": null, "credit": 123_456_789, "memo": "" },
        ],
        "made_by": "خالد العقيل", "approved_by": if approved { "منى الزهراني" } else { "" },
        "second_approved_by": if side == "payment" { "فهد السبيعي" } else { "" },
    })
}

pub fn trial_balance_data(rows: usize) -> Value {
    let names =
        ["البنك – الحساب الجاري", "قروض حسنة قائمة", "شيكات تحت التحصيل", "صافي الأصول غير المقيدة", "تبرعات نقدية"];
    let row = |place: usize| {
        let (debit, credit) = (i64::try_from(place).unwrap() * 1_350_075, i64::try_from(place % 7).unwrap() * 900_050);
        let (owned, owing) = ((debit - credit).max(0), (credit - debit).max(0));
        json!([format!("{}", 11101 + place), names[place % names.len()], debit, credit, owned, owing])
    };
    let rows: Vec<Value> = (0..rows).map(row).collect();
    let sum = |column: usize| rows.iter().map(|row| row[column].as_i64().unwrap()).sum::<i64>();
    json!({
        "day": month(4), "fund": "", "totals": [sum(2), sum(3), sum(4), sum(5)], "rows": rows, "entries": 1_759,
        "head": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    })
}

pub fn case_file_data() -> Value {
    json!({
        "file_no": "م-2026-0117", "name": BORROWER, "status": "معلّق", "status_since": month(3),
        "status_reason": "سافر إلى خارج المنطقة حتى 2026-12-31", "opened_on": month(0), "class": "أ",
        "researcher": "سارة الحربي", "next_review_on": month(9), "target_group": "",
        "identity": {
            "kind": "هوية وطنية", "number": "••••••5439", "expires_on": month(40), "checked_on": month(1),
            "checked_by": "سارة الحربي",
        },
        "sex": "ذكر", "born_on": { "hijri": "1405/03/09", "gregorian": "1984/12/02" }, "marital": "متزوج",
        "mobile": "055 812 3490", "other_mobile": "", "phone": "0163812345", "email": "abu.humaid@example.org",
        "address": "القصيم، بريدة، الريان، شارع 12", "short_address": "RRRD2929", "building": "2929 - 7281 - 52361",
        "family_size": 7, "monthly_income": 312_500, "social_security": "نعم", "social_security_amount": 112_000,
        "iban": "SA03 8000 0000 6080 1016 7519", "facts_note": "يعمل في ورشة والده؛ يُتصل به بعد الساعة 16:30.",
        "conditions": [
            { "name": "الاسم الرباعي", "met": true, "state": "مكتمل" },
            { "name": "تاريخ انتهاء الهوية", "met": false, "state": "انتهت الهوية في 2026-05-01" },
        ],
        "members": [
            { "name": "نورة بنت عبد الله القحطاني", "relation": "زوجة", "born_on": { "hijri": "1410/01/20", "gregorian": "1989/08/22" },
              "identity": "••••••7712", "note": "" },
            { "name": "محمد بن عبد الرحمن", "relation": "ابن", "born_on": null, "identity": "", "note": "طالب في الصف 6" },
        ],
        "notes": [{ "day": month(2), "by": "سارة الحربي", "text": "زيارة المنزل: السكن مستأجر بمبلغ 1,200 ريال شهريًا." }],
        "consents": [
            { "purpose": "حفظ البيانات ومعالجتها", "form": "موقّعة", "edition": "2026-1", "given_on": month(0), "withdrawn_on": null },
            { "purpose": "نشر الصور", "form": "شفهية", "edition": "2026-1", "given_on": month(0), "withdrawn_on": month(3) },
        ],
        "documents": [{ "title": "عقد الإيجار (scan_0012.pdf)", "kind": "عقد", "state": "سليم", "day": month(1), "by": "سارة الحربي" }],
        "events": [
            { "day": month(3), "what": "تغيير حالة ملف", "by": "منى الزهراني", "text": "سافر إلى خارج المنطقة" },
            { "day": month(0), "what": "فتح ملف مستفيد", "by": "سارة الحربي", "text": "" },
        ],
    })
}

pub const PROMISSORY_NOTE: Template = Template {
    name: "promissory_note",
    source: include_str!("../../../features/guarantees/src/papers/promissory_note.typ"),
};
pub const CLEARANCE: Template =
    Template { name: "clearance", source: include_str!("../../../features/guarantees/src/papers/clearance.typ") };

/// Notes at sight, or one for each of two instalments with a guarantor beside.
pub fn notes_data(at_sight: bool) -> Value {
    let note = |no: u32, amount: i64, due: Value| {
        json!({ "number": format!("N-1448-{no:04}"), "amount": amount, "due": due, "issued_on": month(0),
                "amount_in_words": if at_sight { "عشرون ألفًا وأربعة ريالات" } else { "ألف وستمئة وسبعة وستون ريالًا" },
                "place_of_issue": "بريدة", "place_of_payment": "بريدة" })
    };
    let notes = if at_sight {
        vec![note(7, 2_000_400, Value::Null)]
    } else {
        vec![note(8, 166_700, month(1)), note(9, 166_700, month(2))]
    };
    let guarantor = json!({ "name": "سالم فهد عبدالله الدوسري", "identity": "1070707078" });
    json!({
        "loan_no": "ق-1448-0042", "maker": BORROWER, "identity": "1098765439", "mobile": "0558123490",
        "payee": "جمعية غراس النخيل الأهلية بالقصيم", "licence_no": "1000700100", "notes": notes,
        "guarantors": if at_sight { Vec::new() } else { vec![guarantor] },
    })
}

pub fn clearance_data() -> Value {
    json!({
        "loan_no": "ق-1448-0042", "borrower": BORROWER, "identity": "1098765439", "file_no": "م-2026-0117",
        "project": "مشغل «إبرة وخيط»", "fund": FUND, "amount": 2_000_400,
        "amount_in_words": "عشرون ألفًا وأربعة ريالات", "repaid": 1_950_400, "forgiven": 50_000,
        "closed_on": month(11), "notes": ["N-1448-0007"], "place": "بريدة",
    })
}
