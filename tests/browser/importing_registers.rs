//! An office's registers of requests and of the social research come in through the browser: asked about, tried, saved, and
//! found on the page of a request and of an assessment.

use sharaka_tests::{Browser, Host, PASSWORD, lending_office, words};
use sheets::{Column, ColumnKind, Table, Value};

fn table(title: &str, lines: &[&str]) -> Table {
    Table {
        title: title.to_owned(),
        columns: lines[0].split('|').map(|head| Column { title: head.to_owned(), kind: ColumnKind::Text }).collect(),
        rows: lines[1..]
            .iter()
            .map(|line| line.split('|').map(|cell| Value::Text(cell.to_owned())).collect())
            .collect(),
    }
}

/// As an office keeps them: Hijri days, Arabic digits, words of its own, a number twice.
fn registers() -> Vec<u8> {
    let requests = table(
        "سجل الطلبات",
        &[
            "رقم الطلب|رقم الهوية|اسم مقدم الطلب|الجوال|نوع الطلب|طريقة الورود|موضوع الطلب|تاريخ الورود|الباحثة|حالة الطلب|القرار|تاريخ القرار|صاحب القرار|تاريخ الإغلاق|سري",
            "١٤٤٧/١٢|1098765439|نورة|٠٥٥٨١٢٣٤٩٠|خدمة|حضوري|سداد إيجار شهرين|1447/02/01هـ|سارة الحربي|مغلق|موافقة|1447/02/20هـ|عبدالرحمن السديس|1447/03/01هـ|",
            "1447/13|1098765439|نورة||خدمة|هاتف|مكيف|1447/03/05هـ|سارة الحربي|مغلق|رفض||المدير السابق|1447/04/01هـ|",
            "1447/14||مجهول||شكوى|الموقع|تأخر الرد على المراجعين|1447/05/02هـ|سارة الحربى|للقرار|||||نعم",
            "1447/15||غادة سعد العنزي|0501234567|استفسار|واتساب|مواعيد استقبال الطلبات|1447/05/09هـ||جديد|||||",
            "1447/16|1098765439|نورة||معونة شتاء|حضوري|بطانيات ومدفأة|1447/05/20هـ||مغلق||||1447/06/01هـ|",
            "1447/12|1098765439|نورة||خدمة|حضوري|طلب مكرر|1447/06/05هـ||جديد|||||",
            "1447/18|1098765439|نورة||إحالة|حضوري|موعد في المستشفى|1447/06/09هـ||قيد التنفيذ|||||",
        ],
    );
    let studies = table(
        "البحث الاجتماعي",
        &[
            "رقم الهوية|اسم رب الأسرة|تاريخ البحث|نوع البحث|الباحثة|عدد أفراد الأسرة|عدد المعالين|أرملة|عدد الأيتام|ذوو الإعاقة|كبار السن|الضمان الاجتماعي|الإيجار السنوي|ملكية السكن|عدد الغرف|عيوب السكن|حالة العمل|الفئة|الدرجة|راجعه",
            "1098765439|نورة|1446/05/01هـ|أولي|سارة الحربي|٥|٣|نعم|٣|لا يوجد|0|2140|١٨٠٠٠|إيجار|2|المطبخ والسقف|بلا عمل|ب|٧٢ من 100|عبدالرحمن السديس",
            "1098765439|نورة|1447/05/01هـ|دوري|سارة الحربي|5|3|نعم|3|لا يوجد|0|2140|18000|إيجار|3|سليم|بلا عمل|ب||",
        ],
    );
    sheets::write_xlsx_book(&[requests, studies]).unwrap()
}

#[tokio::test]
async fn registers_of_requests_and_of_the_social_research_come_in() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let file = folder.path().join("سجلات الحالات.xlsx");
    std::fs::write(&file, registers()).unwrap();
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    browser.sign_in("mona", PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.script("location.hash = '#/importing'").await;
    browser.tick("case_registers").await;
    browser.in_every_look("wizard-cases-subject").await;
    browser.hand_over("wizard.drop", &file.display().to_string()).await;
    browser.by_test("wizard.counters").await;
    browser.by_test("wizard.question.unknown_word").await;
    browser.settle().await;
    assert_eq!(browser.violations().await, Vec::<String>::new(), "what only a person knows");
    browser.in_every_look("wizard-cases-requests").await;

    // A word nobody knows is asked once; a name of before is none of the office.
    browser.visible("[data-about=\"معونة شتاء\"] input").await.click().await.unwrap();
    browser.choose(&words("importing.value.service")).await;
    browser.visible("[data-test=\"wizard.question.unknown_person\"] input").await.click().await.unwrap();
    browser.choose(&words("wizard.person_none")).await;
    let none =
        "['0', '٠'].includes(document.querySelector('[data-test=\"wizard.count.ask.value\"]').textContent.trim())";
    let tab = words("intake.table.assessments");
    browser
        .script(&format!(
            "[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.includes('{tab}')).click()"
        ))
        .await;
    browser.wait_until(none).await;
    browser.in_every_look("wizard-cases-assessments").await;

    // What stays as it is is told before the save: no class of a file changes.
    browser.press("wizard.import").await;
    browser.by_test("wizard.other_class").await;
    browser.in_every_look("wizard-cases-confirm").await;
    browser.press("wizard.confirm.save").await;
    browser.by_test("wizard.report").await;
    browser.in_every_look("wizard-cases-report").await;

    browser.press("wizard.to.requests").await;
    browser.script("location.hash = '#/requests?ended=true'").await;
    browser.visible("[data-test=\"requests.table\"] .body .line").await;
    browser.in_every_look("requests-from-register").await;
    // The page of one says what the register told, and that a decision without a day is none.
    let told = crate::requests::found(&browser, "line.state === 'closed' && line.subject === 'مكيف'").await;
    browser.script(&format!("location.hash = '#/{told}'")).await;
    browser.wait_for_text_in("requests.register", "1447/13").await;
    browser.settle().await;
    assert_eq!(browser.violations().await, Vec::<String>::new(), "a request of a register");
    browser.in_every_look("request-from-register").await;
    browser.script("location.hash = '#/assessments'").await;
    browser.settle().await;
    browser.in_every_look("assessments-from-register").await;
    browser.close().await;
}
