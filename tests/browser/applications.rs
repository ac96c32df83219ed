//! An application from its first word to the loan it becomes, by the people concerned; and its pictures.

use serde_json::{Value, json};
use sharaka_tests::{Browser, Host, LOOKS, PASSWORD, Page, lending_office, named, words};

async fn at_desk(host: &Host, login: &str) -> Browser {
    let browser = Browser::open(host.address()).await;
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser
}

/// Calls a command as the person who sits there, beside the screens.
async fn told(page: &Page, command: &str, input: Value) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1]; fetch('/call/{command}', {{ method: 'POST', headers: \
         {{ 'Content-Type': 'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({input}) }})\
         .then((answer) => answer.json()).then(done);"
    );
    let answer = page.script_async(&script).await;
    assert!(answer.get("value").is_some(), "{command}: {answer}");
    answer["value"].clone()
}

fn id(place: u8) -> String {
    format!("0190000a-0000-7000-8000-0000000{place:05}")
}

/// The month and the budget of the prototype; the third quote for the fridge is still to come.
async fn studied(page: &Page, application: &Value) {
    let row = |side: &str, label: &str, amount: i64| json!({ "side": side, "label": label, "amount": amount });
    let rows = json!([
        row("sales", "المبيعات", 620_000),
        row("variable", "الخامات", 260_000),
        row("variable", "التغليف والتوصيل", 65_000),
        row("fixed", "الكهرباء وغيرها", 60_000),
        row("income", "راتب تقاعدي", 410_000),
        row("costs", "المعيشة والالتزامات", 335_000),
    ]);
    let study = json!({ "application": application, "rows": rows, "market": "سوق مجرّب: تبيع منذ سنة في معرض الحي.", "version": 0 });
    told(page, "applications.save_study", study).await;
    let quote =
        |supplier: &str, amount: i64, note: &str| json!({ "supplier": supplier, "amount": amount, "note": note });
    let line = |place: u8, batch: i64, item: &str, kind: &str, amount: i64| json!({ "id": id(place), "batch": batch, "item": item, "kind": kind, "amount": amount });
    let mut oven = line(1, 1, "فرن كهربائي بطابقين", "in_kind", 690_000);
    oven["quotes"] = json!([
        quote("مؤسسة نار الجودة", 665_000, "ضمان سنة، توريد 5 أيام"),
        quote("شركة المطابخ الحديثة", 690_000, "ضمان سنتين، توريد 3 أيام"),
        quote("معدات القصيم", 745_000, "ضمان سنة، توريد أسبوعين"),
    ]);
    (oven["chosen"], oven["reason"]) = (json!("شركة المطابخ الحديثة"), json!("صيانة في عنيزة وضمان أطول"));
    let mut mixer = line(2, 1, "عجّانة 20 لترًا", "in_kind", 320_000);
    mixer["quotes"] = json!([quote("أ", 330_000, ""), quote("ب", 320_000, ""), quote("ج", 350_000, "")]);
    mixer["chosen"] = json!("ب");
    let mut fridge = line(3, 2, "ثلاجة عرض", "in_kind", 340_000);
    fridge["quotes"] = json!([quote("أ", 340_000, ""), quote("ب", 360_000, "")]);
    let lines = json!([
        oven,
        mixer,
        fridge,
        line(4, 2, "أدوات وتغليف", "in_kind", 150_000),
        line(5, 3, "خامات الشهر الأول", "operating", 300_000),
    ]);
    told(page, "applications.save_budget", json!({ "application": application, "lines": lines, "version": 1 })).await;
}

#[tokio::test]
async fn an_application_is_studied_decided_by_another_and_becomes_a_loan() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let sara = at_desk(&host, "sara").await;

    // Nothing yet; then the form.
    sara.go_to("applications").await;
    sara.wait_for_text(&words("application.none")).await;
    sara.screenshot("applications-empty").await;
    let party = told(&sara, "beneficiaries.list", json!({ "limit": 1 })).await["lines"][0]["party"].clone();
    sara.script(&format!("location.hash = '#/applications/new?party={}'", party.as_str().unwrap())).await;
    sara.by_test("application.new.submit").await;
    sara.settle().await;
    let product = words("loans.seed.families");
    sara.type_into("application.product", &product).await;
    sara.choose(&product).await;
    sara.type_into("application.amount", "١٨٠٠٠").await;
    sara.type_into("application.instalments", "٢٠").await;
    sara.type_into("application.project_name", "فطائر أمل").await;
    sara.type_into("application.activity", "مخبوزات").await;
    sara.type_into("application.needs", "فرن وعجانة وثلاجة عرض للبيع من البيت").await;
    sara.type_into("application.wishes", "محل صغير في الحي بعد سنتين").await;
    sara.screenshot("applications-new").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the form of an application");
    sara.press("application.new.submit").await;
    sara.by_test("application.page").await;
    sara.wait_for_text_in("application.conditions", &words("gate.applications.needs")).await;
    sara.press("application.submit").await;
    sara.press("application.take").await;
    sara.by_test("application.recommend.submit").await;
    sara.screenshot("applications-taken").await;

    let application = json!(sara.script("return location.hash.split('/')[2].split('?')[0]").await.as_str().unwrap());
    studied(&sara, &application).await;
    sara.reload().await;
    sara.by_test("application.quotes").await;
    sara.wait_for_text_in("application.budget", "2 من 3").await;
    // Twenty instalments are more than the family bears: the shortest term that is lawful is one press away.
    sara.press("application.recommend.lengthen").await;
    sara.wait_for_text_in("application.recommend.share", "39").await;
    assert_eq!(sara.value_of("application.recommend.instalments").await, "24");
    sara.screenshot("applications-lengthened").await;

    // The third quote is typed; the sums stand above while typing.
    sara.press("application.budget.edit").await;
    sara.by_test("application.budgeting.sums").await;
    sara.press("application.line3.quote.add").await;
    sara.type_into("application.line3.quote3.supplier", "معدات القصيم").await;
    sara.type_into("application.line3.quote3.amount", "٣٧٥٠").await;
    sara.type_into("application.line5.amount", "٣٧٠٠").await;
    sara.wait_until("document.querySelector('[data-test=\"application.budgeting.sums\"] .danger') !== null").await;
    sara.screenshot("applications-budget").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the form of a budget");
    sara.type_into("application.line5.amount", "٣٠٠٠").await;
    sara.press("application.budgeting.submit").await;
    sara.wait_gone("application.budgeting.submit").await;
    sara.wait_for_text_in("application.budget", "3 من 3").await;
    sara.press("application.study.edit").await;
    sara.by_test("application.studying.now").await;
    sara.screenshot("applications-study").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the form of a study");
    sara.press("application.studying.cancel").await;
    sara.wait_gone("application.studying.submit").await;

    sara.press("application.guarantee.bring").await;
    sara.by_test("guarantee.proposing.submit").await;
    sara.script("document.querySelector('[data-test=\"guarantee.kind.employer\"]').click()").await;
    sara.type_into("guarantee.said", "خطاب من جهة عمل الزوج").await;
    sara.press("guarantee.proposing.submit").await;
    sara.wait_gone("guarantee.proposing.submit").await;
    sara.by_test("application.guarantee").await;
    assert!(!sara.shows("application.guarantee.see").await, "a researcher verifies nothing");

    let mona = at_desk(&host, "mona").await;
    let page = format!("location.hash = '#/applications/{}'", application.as_str().unwrap());
    mona.script(&page).await;
    mona.press("application.guarantee.see").await;
    mona.by_test("guarantee.verifying.submit").await;
    mona.script("document.querySelector('[data-test=\"guarantee.check.letter_seen\"] input').click()").await;
    mona.press("guarantee.verifying.submit").await;
    mona.wait_gone("guarantee.verifying.submit").await;

    let readings = ["production", "sales", "stock", "customers", "income"]
        .map(|kind| json!({ "kind": kind, "typed": "", "reason": "لم يبدأ المشروع" }));
    let today = sara.script("return new Date(Date.now() + 10800000).toISOString().slice(0, 10)").await;
    let found = json!({ "done_on": today, "signal": "sound", "findings": "المكان مناسب", "readings": readings });
    let begun = json!({ "kind": "visit", "subject_kind": "application", "subject": application });
    told(&sara, "follow_up.record", json!({ "id": id(90), "begun": begun, "found": found })).await;
    sara.reload().await;
    sara.by_test("application.recommend.submit").await;
    sara.settle().await;
    if sara.shows("application.recommend.resume").await {
        sara.press("application.recommend.resume").await;
    }
    sara.type_into("application.recommend.instalments", "٢٤").await;
    sara.type_into("application.recommend.opinion", "خبرة سنة وطلب ثابت في الحي.").await;
    sara.type_into("application.recommend.conditions", "سجل مبيعات أسبوعي، وزيارة كل شهر.").await;
    sara.settle().await;
    for look in LOOKS {
        sara.look(*look).await;
        sara.by_test("application.page").await;
        sara.settle().await;
        sara.screenshot(&named("applications-page", *look)).await;
        assert_eq!(sara.violations().await, Vec::<String>::new(), "the page of an application, {look:?}");
    }
    sara.language("ar").await;
    sara.script(&page).await;
    sara.press("application.recommend.submit").await;
    sara.by_test("application.why_not").await;
    sara.wait_for_text_in("application.why_not", &words("application.not_you.own")).await;

    mona.script("location.hash = '#/tasks'").await;
    mona.wait_for_text("R-14").await;
    mona.screenshot("applications-tasks").await;
    mona.script(&page).await;
    mona.press("application.approve").await;
    mona.by_test("application.deciding.submit").await;
    mona.screenshot("applications-approve").await;
    assert_eq!(mona.violations().await, Vec::<String>::new(), "the decision");
    mona.press("application.deciding.submit").await;
    mona.wait_gone("application.deciding.submit").await;
    mona.press("application.loan").await;
    mona.wait_for_text("L-14").await;
    mona.screenshot("applications-loan").await;

    let abdo = at_desk(&host, "abdo").await;
    abdo.go_to("applications").await;
    abdo.by_test("application.table").await;
    for look in LOOKS {
        abdo.look(*look).await;
        abdo.by_test("application.table").await;
        abdo.screenshot(&named("applications-list", *look)).await;
        assert_eq!(abdo.violations().await, Vec::<String>::new(), "the list of applications, {look:?}");
    }
    mona.script("location.hash = '#/applications/rules'").await;
    mona.by_test("application.rules.shipped").await;
    mona.screenshot("applications-rules").await;
    mona.type_into("application.rules.adopted", "محضر مجلس الإدارة رقم 12").await;
    mona.press("application.rules.form.submit").await;
    mona.wait_for_text("محضر مجلس الإدارة رقم 12").await;
    abdo.close().await;
    mona.close().await;
    sara.close().await;
}
