//! An office's own register comes in through the browser: looked at, mended, answered, saved; then the board shows it.

use fantoccini::key::Key;
use sharaka_tests::{Browser, Host, PASSWORD, REGISTER, lending_office, loan_number, loan_paid_out, words};
use sheets::{Column, ColumnKind, Table, Value};

/// What the counters say: ready, mended, asking, refused.
async fn counts(browser: &Browser) -> [String; 4] {
    let mut found = Vec::new();
    for verdict in ["clean", "normalised", "ask", "refused"] {
        found.push(browser.text_of(&format!("wizard.count.{verdict}.value")).await);
    }
    found.try_into().expect("there are four counters")
}

#[tokio::test]
async fn a_register_is_mended_answered_and_imported() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    // An office without records invites to import.
    browser.by_test("board.begin.import").await;
    browser.press("board.begin.import").await;
    browser.tick("beneficiaries").await;
    browser.hand_over("wizard.drop", REGISTER).await;
    browser.by_test("wizard.counters").await;
    assert_eq!(counts(&browser).await, ["254", "38", "5", "23"]);
    let shown = browser.by_test("wizard.rows").await.attr("data-total").await.unwrap();
    assert_eq!(shown.as_deref(), Some("28"), "what needs a person is shown first");

    // A refused cell is corrected where it stands, and the file is judged again.
    browser.press("wizard.correct.17").await;
    browser.type_into("wizard.cell_input", "0551237890").await;
    browser.key(Key::Enter).await;
    browser.wait_for_text_in("wizard.count.refused.value", "22").await;

    // A mended cell shows what it was, struck.
    browser.press("wizard.count.normalised").await;
    browser.wait_until("document.querySelector('[data-test=\"wizard.rows\"] s') !== null").await;

    // One question is answered beside the other person, the rest at once.
    browser.press("wizard.one_by_one").await;
    browser.by_test("wizard.comparison").await;
    browser.press("wizard.leave_out").await;
    browser.wait_for_text_in("wizard.count.ask.value", "4").await;
    browser.press("wizard.asked.close").await;
    browser.visible("[data-test=\"wizard.question.suspected_duplicate\"] [aria-haspopup]").await.click().await.unwrap();
    browser.choose(&words("wizard.all_stand.suspected_duplicate")).await;
    browser.wait_for_text_in("wizard.count.ask.value", "0").await;
    let ready = browser.text_of("wizard.count.clean.value").await.parse::<u32>().unwrap()
        + browser.text_of("wizard.count.normalised.value").await.parse::<u32>().unwrap();
    assert_eq!(ready, 297, "292 were ready, one was mended, four are other people");

    browser.press("wizard.import").await;
    browser.wait_for_text_in("wizard.confirm", "297").await;
    browser.press("wizard.confirm.save").await;
    browser.wait_for_text_in("wizard.report", "297").await;

    // What was refused goes home as a sheet with its reasons.
    browser
        .script(
            "window.saved = null; HTMLAnchorElement.prototype.click = function () { window.saved = this.download; };",
        )
        .await;
    browser.press("wizard.download_refused").await;
    browser.wait_until("window.saved !== null && window.saved.endsWith('.xlsx')").await;

    browser.press("wizard.to.beneficiaries").await;
    browser.wait_for_text_in("beneficiaries.total", "297").await;
    browser.go_to("home").await;
    browser.wait_for_text_in("board.cards", "297").await;
    browser.close().await;
}

/// Somebody comes to a screen.
async fn enter(browser: &Browser, login: &str, screen: &str) {
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.script(&format!("location.hash = '#/{screen}'")).await;
}

#[tokio::test]
async fn what_an_import_would_post_waits_for_another_person() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let today = kernel::Day::in_riyadh(kernel::Moment::from_micros(
        i64::try_from(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_micros()).unwrap(),
    ));
    let due = today.plus_days(40).unwrap();
    let table = folder.path().join("loans.csv");
    let head = "رقم القرض,رقم الهوية,مبلغ القرض,تاريخ الصرف,عدد الأقساط,أول قسط,الصندوق";
    std::fs::write(&table, format!("{head}\nق-1,1098765439,4000,{today},10,{due},محفظة القروض\n")).unwrap();

    enter(&browser, "khaled", "importing?subject=loans").await;
    browser.hand_over("wizard.drop", table.to_str().unwrap()).await;
    browser.by_test("wizard.counters").await;
    browser.press("wizard.import").await;
    browser.wait_for_text_in("wizard.confirm", "4,000.00").await;
    browser.press("wizard.confirm.save").await;
    browser.by_test("wizard.report").await;
    browser.press("wizard.see_waiting").await;
    browser.wait_for_text_in("wizard.waiting.sums", "4,000.00").await;
    let own = "document.querySelector('[data-test=\"wizard.approve\"]').getAttribute('aria-disabled') === 'true'";
    browser.wait_until(own).await;
    browser.settle().await;
    assert_eq!(browser.violations().await, Vec::<String>::new(), "an import that waits");

    browser.sign_out().await;
    enter(&browser, "mona", "tasks").await;
    browser.wait_for_text_in("tasks.import_approve", "4,000.00").await;
    browser.press("tasks.open.import_approve").await;
    browser.wait_for_text_in("wizard.waiting.sums", "4,000.00").await;
    // Cash beyond what the products allow is accepted expressly.
    browser.wait_until(own).await;
    browser.visible("[data-test=\"wizard.cash\"] input").await.click().await.unwrap();
    browser.press("wizard.approve").await;
    browser.wait_for_text(&words("wizard.approval.approved")).await;
    browser.sign_out().await;
    enter(&browser, "khaled", "tasks").await;
    browser.by_test("tasks.import_approved").await;
    browser.script("location.hash = '#/imports'").await;
    browser.wait_for_text_in("wizard.runs", &words("wizard.approval.approved")).await;

    // It was the wrong file: whoever brought it in asks that it be taken back, and the other does it.
    let newest = "[data-test=\"wizard.runs\"] [role=row] [role=gridcell] button";
    browser.visible(newest).await.click().await.unwrap();
    browser.press("wizard.back.ask").await;
    browser.wait_for_text_in("wizard.back.goes", "4,000.00").await;
    browser.type_into("wizard.back.ask.reason", "ملف سنة أخرى").await;
    browser.press("wizard.back.ask.reason.submit").await;
    browser.by_test("wizard.back.take").await;
    let own = "document.querySelector('[data-test=\"wizard.back.take\"]').getAttribute('aria-disabled') === 'true'";
    browser.wait_until(own).await;
    browser.settle().await;
    assert_eq!(browser.violations().await, Vec::<String>::new(), "an import to be taken back");
    browser.sign_out().await;
    enter(&browser, "mona", "tasks").await;
    browser.wait_for_text_in("tasks.import_take_back", "ملف سنة أخرى").await;
    browser.press("tasks.open.import_take_back").await;
    browser.press("wizard.back.take").await;
    browser.press("wizard.back.take.yes").await;
    browser.wait_for_text(&words("wizard.back.was")).await;
    browser.close().await;
}

#[tokio::test]
async fn leaving_an_import_asks_and_it_is_there_on_return() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.go_to("importing").await;
    browser.hand_over("wizard.drop", REGISTER).await;
    browser.by_test("wizard.counters").await;
    browser.press("rail.tasks").await;
    browser.press("unsaved.leave").await;
    browser.wait_for_text(&words("tasks.title")).await;
    browser.go_to("importing").await;
    browser.by_test("wizard.counters").await;
    assert_eq!(counts(&browser).await, ["254", "38", "5", "23"], "the file is still in hand");

    // Where the columns stand can be looked at and corrected: without the identity number nothing can be applied.
    browser.press("wizard.mapping").await;
    browser.wait_for_text_in("wizard.map", "1063204943").await;
    browser.press("wizard.map.cancel").await;
    browser.wait_gone("wizard.map").await;
    browser.close().await;
}

/// The files of an office with other habits.
const OTHER_OFFICE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/intake/cases/jazan");

#[tokio::test]
async fn an_office_with_a_sheet_for_each_town_is_asked_once_and_its_people_come_in() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.go_to("importing").await;
    browser.hand_over("wizard.drop", &format!("{OTHER_OFFICE}/beneficiaries.xlsx")).await;
    browser.by_test("wizard.counters").await;
    assert_eq!(counts(&browser).await[..3], ["0", "0", "131"], "the towns stand in the names of the sheets");
    browser.wait_for_text_in("wizard.named_out", "آخر زيارة").await;
    browser.wait_for_text_in("wizard.named_out", "اقرأني").await;
    browser.visible("[data-test=\"wizard.parts\"] summary").await.click().await.unwrap();
    browser.settle().await;
    assert_eq!(browser.violations().await, Vec::<String>::new(), "three sheets as one table");
    browser.in_every_look("wizard-sheets").await;
    browser.press("wizard.take_sheets").await;
    browser.wait_for_text_in("wizard.count.ask.value", "5").await;

    // The mapping of one of the sheets: the name stands in four columns, the day of birth in three.
    browser
        .visible("[data-test=\"wizard.part.جيزان\"] [data-test=\"wizard.part.change\"]")
        .await
        .click()
        .await
        .unwrap();
    browser.wait_for_text_in("wizard.map", "المسرحي").await;
    browser.screenshot("wizard-mapping-parts").await;
    browser.press("wizard.map.cancel").await;
    browser.wait_gone("wizard.map").await;
    browser.press("wizard.import").await;
    browser.press("wizard.confirm.save").await;
    browser.by_test("wizard.report").await;

    // The branch's text table: its line above, a letter for a column, years of two digits.
    browser.script("location.hash = '#/importing'").await;
    browser.press("wizard.next_file").await;
    browser.hand_over("wizard.drop", &format!("{OTHER_OFFICE}/beneficiaries_farasan.csv")).await;
    browser.by_test("wizard.counters").await;
    browser.wait_for_text_in("wizard.questions", "ح.").await;
    browser.in_every_look("wizard-questions").await;
    browser.press("wizard.take_sheets").await;
    browser
        .visible("[data-test=\"wizard.question.column_meaning\"] [data-test=\"wizard.yes\"]")
        .await
        .click()
        .await
        .unwrap();
    browser.wait_gone("wizard.question.column_meaning").await;
    browser
        .visible("[data-test=\"wizard.question.short_year\"] [data-test=\"wizard.proposal\"]")
        .await
        .click()
        .await
        .unwrap();
    browser.wait_for_text_in("wizard.count.ask.value", "0").await;
    assert_eq!(counts(&browser).await[3], "5");
    browser.close().await;
}

#[tokio::test]
async fn the_words_of_an_office_are_asked_once_and_each_month_is_a_payment() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter(&browser, "khaled", "importing?subject=openings").await;
    browser.hand_over("wizard.drop", &format!("{OTHER_OFFICE}/openings.xlsx")).await;
    browser.by_test("wizard.counters").await;
    browser.wait_for_text_in("wizard.questions", "حر التصرف").await;
    browser.settle().await;
    assert_eq!(browser.violations().await, Vec::<String>::new(), "words that are asked once");
    browser.in_every_look("wizard-words").await;
    browser.visible("[data-about=\"حر التصرف\"] input").await.click().await.unwrap();
    browser.choose(&words("importing.value.unrestricted")).await;
    browser.press("wizard.questions.all").await;
    browser.wait_for_text_in("wizard.questions", &words("importing.value.unrestricted")).await;

    browser.press("wizard.another").await;
    browser.press("confirm.yes").await;
    browser.tick("loans").await;
    browser.hand_over("wizard.drop", &format!("{OTHER_OFFICE}/loans.xlsx")).await;
    browser.wait_for_text_in("wizard.named_out", "ملخص المدير").await;
    let tab = words("intake.table.repayments");
    browser
        .script(&format!(
            "[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.includes('{tab}')).click()"
        ))
        .await;
    browser.visible("[data-test=\"wizard.parts\"] summary").await.click().await.unwrap();
    browser.wait_for_text_in("wizard.parts", "سداد 2024").await;
    browser.in_every_look("wizard-months").await;
    browser.close().await;
}

/// A register of an office that followed its loan up in a workbook.
fn follow_up_register(loan_no: &str) -> Vec<u8> {
    let table = |title: &str, lines: &[&str]| Table {
        title: title.to_owned(),
        columns: lines[0].split('|').map(|head| Column { title: head.to_owned(), kind: ColumnKind::Text }).collect(),
        rows: lines[1..]
            .iter()
            .map(|line| line.replace("LOAN", loan_no).split('|').map(|cell| Value::Text(cell.to_owned())).collect())
            .collect(),
    };
    let book = [
        table(
            "الكفلاء",
            &[
                "رقم القرض|نوع الضمان|اسم الكفيل|هوية الكفيل|جوال الكفيل|البيان",
                "LOAN|كفيل غارم|سالم ناصر علي الحربي|1000000008|0501234567|كفالة حضورية",
                "LOAN|كفيل|نورة عبدالله|1098765439||",
            ],
        ),
        table(
            "زيارات 1447",
            &[
                "رقم القرض|تاريخ الزيارة|الباحثة|ما شوهد|حالة المشروع|المبيعات|العملاء|الزيارة القادمة",
                "LOAN|1447/02/01هـ|سارة الحربي|المشغل مفتوح وفيه عاملتان|سليم|٤٥٠٠|12|",
                "LOAN|1447/05/03هـ|منى|المشغل مغلق منذ أسبوع|متعثر|0|لم تُقرأ|",
                "LOAN|1447/06/10هـ|سارة الحربى|عاد العمل بعد إصلاح الماكينة|يحتاج متابعة|1800|4|",
            ],
        ),
        table(
            "الالتزامات",
            &[
                "رقم القرض|الطرف|الالتزام|تاريخ الاستحقاق|هل وفى|تاريخ الوفاء|المسؤول",
                "LOAN|المستفيدة|تسجيل المبيعات كل يوم|1447/03/01هـ|لا||",
                "LOAN|الجمعية|توريد خيوط من المورد|1447/04/01هـ|نعم|1447/03/25هـ|خالد العقيل",
            ],
        ),
    ];
    sheets::write_xlsx_book(&book).unwrap()
}

#[tokio::test]
async fn a_register_of_guarantees_visits_and_commitments_comes_in() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_paid_out(&office);
    let file = folder.path().join("المتابعة.xlsx");
    std::fs::write(&file, follow_up_register(&loan_number(&office))).unwrap();
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter(&browser, "mona", "importing").await;
    browser.tick("follow_up").await;
    browser.in_every_look("wizard-follow-up-subject").await;
    browser.hand_over("wizard.drop", &file.display().to_string()).await;
    browser.by_test("wizard.counters").await;
    let tab = async |table: &str| {
        let tab = words(&format!("intake.table.{table}"));
        browser
            .script(&format!(
                "[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.includes('{tab}')).click()"
            ))
            .await;
    };
    tab("guarantees").await;
    // What needs a person is shown first: somebody stands for their own loan.
    browser.wait_for_text_in("wizard.rows", "نورة عبدالله").await;
    browser.in_every_look("wizard-follow-up-guarantees").await;

    // Who went is one of the office's people, and the words of a name are enough to propose one.
    tab("visits").await;
    browser.by_test("wizard.question.unknown_person").await;
    browser.settle().await;
    assert_eq!(browser.violations().await, Vec::<String>::new(), "what only a person knows");
    browser.in_every_look("wizard-follow-up-visits").await;
    browser
        .visible("[data-test=\"wizard.question.unknown_person\"] [data-test=\"wizard.proposal\"]")
        .await
        .click()
        .await
        .unwrap();
    browser.wait_until("document.querySelector('[data-test=\"wizard.proposal\"]') === null").await;
    browser.visible("[data-test=\"wizard.question.old_distress\"] input").await.click().await.unwrap();
    browser.choose(&words("wizard.old.halts")).await;
    tab("commitments").await;
    browser.visible("[data-test=\"wizard.question.old_promise\"] input").await.click().await.unwrap();
    browser.choose(&words("wizard.old.past")).await;
    let none =
        "['0', '٠'].includes(document.querySelector('[data-test=\"wizard.count.ask.value\"]').textContent.trim())";
    browser.wait_until(none).await;

    // How many projects halt is told before anything is saved.
    browser.press("wizard.import").await;
    browser.by_test("wizard.halting").await;
    browser.settle().await;
    assert_eq!(browser.violations().await, Vec::<String>::new(), "what saving will do");
    browser.screenshot("wizard-follow-up-confirm").await;
    browser.press("wizard.confirm.save").await;
    browser.by_test("wizard.report").await;
    browser.in_every_look("wizard-follow-up-report").await;
    browser.press("wizard.to.guarantees").await;
    browser.close().await;
}
