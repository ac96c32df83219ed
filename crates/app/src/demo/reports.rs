//! Monthly reports in the demonstration: two that were issued and handed over, one that waits for the committee.
//!
//! It throws dice of its own, so that what stands before it stays as it is.

use super::dice::Dice;
use super::scene::Scene;
use kernel::Result;
use office::association::Calendar;
use office::permission::Role::{Committee, Supervisor};
use office::span::{PeriodKind, YearMonth};
use serde_json::json;

const SEED: u64 = 0x4E907;
/// How many of the last months have a report, the newest of which waits.
const MONTHS: i32 = 3;
/// Days after the end of a month on which its report is written.
const WRITTEN: i32 = 4;

const SAID: [(&str, &str, &str, &str); 3] = [
    (
        "شهر منتظم: زاد عدد الملفات النشطة، وبقي التحصيل فوق المستهدف.",
        "أثمرت متابعة المواعيد أسبوعيًا مع الباحثتين.",
        "تأخرت زيارات القرى البعيدة لقلة السيارات.",
        "تخصيص يوم في الأسبوع للقرى البعيدة.",
    ),
    (
        "تحسّن الالتزام بمهل الطلبات، وبقيت بعض الملفات بلا سجل مدني متحقق منه.",
        "أُغلقت الطلبات القديمة التي كانت تنتظر مستندات.",
        "",
        "حملة لتحديث الهويات مع بداية الشهر القادم.",
    ),
    (
        "زادت الطلبات الواردة هذا الشهر، وأُجيب عن الشكاوى في مواعيدها.",
        "",
        "ارتفعت الطلبات المفتوحة لأن القرار ينتظر اجتماع اللجنة.",
        "اجتماع للجنة كل أسبوعين بدل كل شهر.",
    ),
];

/// Plans the days on which the reports of the last months are written.
///
/// # Errors
/// A day beyond the calendar.
pub fn plan(scene: &mut Scene<'_>) -> Result<()> {
    let last = scene.last;
    let this = YearMonth::of(last, Calendar::Hijri)?;
    for back in 1..=MONTHS {
        let until = this.plus(-back).days(PeriodKind::Month, Calendar::Hijri, last)?.until;
        let said = SAID[usize::try_from(MONTHS - back).unwrap_or(0) % SAID.len()];
        scene.on(until.plus_days(WRITTEN)?, move |scene| {
            let id = Dice::new(SEED + u64::try_from(back).unwrap_or(0)).id(scene.now);
            scene.call(Supervisor, "reports.begin", json!({ "id": id, "day": until, "calendar": "hijri" }))?;
            let (summary, went_well, went_badly, advice) = said;
            let written = json!({
                "report": id, "version": 0, "summary": summary, "went_well": went_well, "went_badly": went_badly,
                "advice": advice,
                "recipients": [
                    { "name": "رئيس مجلس الإدارة", "body": "مجلس الإدارة" },
                    { "name": "أمين اللجنة التنفيذية", "body": "اللجنة التنفيذية" },
                    { "name": "مدير مركز التنمية الاجتماعية", "body": "المركز الوطني لتنمية القطاع غير الربحي" },
                ],
            });
            scene.call(Supervisor, "reports.save", written)?;
            let day = scene.today().plus_days(1)?;
            scene.on(day, move |scene| {
                let version = scene.call(Supervisor, "reports.open", json!({ "report": id }))?["version"].clone();
                scene.call(Supervisor, "reports.ask_issue", json!({ "report": id, "version": version }))?;
                if back == 1 {
                    return Ok(());
                }
                let day = scene.today().plus_days(2)?;
                scene.on(day, move |scene| {
                    scene.call(Committee, "reports.issue", json!({ "report": id }))?;
                    let handed = if back == 2 { 1 } else { 3 };
                    for place in 1..=handed {
                        let input = json!({ "report": id, "place": place, "on": scene.today(), "channel": "email" });
                        scene.call(Supervisor, "reports.hand_over", input)?;
                    }
                    Ok(())
                })
            })
        })?;
    }
    Ok(())
}
