//! Nobody's work is lost: drafts, two people at one record, windows that do not close over what was typed, errors that
//! lead to their field, payments whose answer never came.

use fantoccini::key::Key;
use sharaka_tests::{BORROWER, Browser, Host, PASSWORD, Page, lending_office, loan_paid_out, words};

#[tokio::test]
async fn a_draft_is_offered_and_meets_what_a_colleague_saved_in_the_meantime() {
    let (_folder, host) = office(lending_office);
    let sara = at_desk(&host, "sara").await;
    let party = party(&sara).await;
    edit(&sara, &party).await;
    sara.type_into("beneficiaries.form.mobile", "0512345678").await;
    sara.type_into("beneficiaries.form.street", "شارع التمور").await;
    sara.key(Key::Escape).await;
    sara.press("form.keep").await;
    sara.wait_gone("beneficiaries.form.mobile").await;

    let mona = at_desk(&host, "mona").await;
    edit(&mona, &party).await;
    mona.type_into("beneficiaries.form.mobile", "0598765432").await;
    mona.type_into("beneficiaries.form.district", "الصفراء").await;
    mona.press("beneficiaries.form.submit").await;
    mona.wait_gone("beneficiaries.form.mobile").await;
    mona.close().await;

    // A restart later the draft waits; until it is answered the form shows what stands now.
    sara.reload().await;
    sara.by_test("frame.person").await;
    edit(&sara, &party).await;
    sara.by_test("beneficiaries.form.draft").await;
    assert_eq!(sara.value_of("beneficiaries.form.mobile").await, "059 876 5432", "a draft is never shown unasked");
    sara.press("beneficiaries.form.resume").await;
    sara.by_test("conflict").await;
    sara.screenshot("forms-conflict").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "two versions beside each other");
    let told = sara.text_of("conflict").await;
    assert!(told.contains("منى الزهراني"), "who saved first is named: {told}");
    assert!(told.contains(&words("form.merged")), "what only one of them changed needs no answer: {told}");
    sara.press("conflict.mobile.mine").await;
    sara.press("conflict.save").await;
    sara.wait_gone("beneficiaries.form.mobile").await;

    let facts = facts(&sara, &party).await;
    assert_eq!(facts["mobile"], "+966512345678", "what was chosen");
    assert_eq!(facts["district"], "الصفراء", "what only the colleague changed stays hers");
    assert_eq!(facts["street"], "شارع التمور", "what only the draft changed is saved");
    sara.close().await;
}

#[tokio::test]
async fn two_people_save_one_file_and_neither_loses_a_letter() {
    let (_folder, host) = office(lending_office);
    let (sara, mona) = (at_desk(&host, "sara").await, at_desk(&host, "mona").await);
    let party = party(&sara).await;
    edit(&sara, &party).await;
    sara.type_into("beneficiaries.form.street", "شارع التمور").await;
    edit(&mona, &party).await;
    mona.type_into("beneficiaries.form.city", "عنيزة").await;
    mona.press("beneficiaries.form.submit").await;
    mona.wait_gone("beneficiaries.form.city").await;
    sara.press("beneficiaries.form.submit").await;
    sara.by_test("conflict").await;
    assert!(!sara.shows("conflict.street.mine").await, "there is nothing to choose");
    sara.press("conflict.save").await;
    sara.wait_gone("beneficiaries.form.street").await;
    let facts = facts(&sara, &party).await;
    assert_eq!((&facts["city"], &facts["street"]), (&"عنيزة".into(), &"شارع التمور".into()), "both are there");
    sara.close().await;
    mona.close().await;
}

#[tokio::test]
async fn a_window_with_typed_content_stays_and_an_error_leads_to_its_field() {
    let (_folder, host) = office(lending_office);
    let sara = at_desk(&host, "sara").await;
    sara.script("location.hash = '#/beneficiaries?do=add'").await;
    sara.type_into("beneficiaries.form.identity", "1234567890").await;
    assert!(!sara.text_of("beneficiaries.form.says").await.contains("رقم"), "not while it is being typed");
    sara.key(Key::Tab).await;
    sara.wait_for_text(&words("refusal.kernel.identity_check_digit")).await;
    sara.type_into("beneficiaries.form.identity", "1098765439").await;
    let gone = "!document.querySelector('[data-field=identity]').classList.contains('bad')";
    sara.wait_until(gone).await;

    // Sent without a name: the first field that is wrong has the focus, and the foot says what is missing.
    sara.press("beneficiaries.form.submit").await;
    sara.wait_until("document.activeElement?.dataset.test === 'beneficiaries.form.name'").await;
    let says = sara.text_of("beneficiaries.form.says").await;
    assert!(says.contains(&words("beneficiaries.name")), "the foot names the field: {says}");

    // A press outside does nothing; Escape asks.
    press_outside(&sara).await;
    assert!(sara.shows("beneficiaries.form.name").await, "a press outside closes nothing that was typed into");
    sara.key(Key::Escape).await;
    sara.press("form.stay").await;
    assert_eq!(sara.value_of("beneficiaries.form.identity").await, "1098765439", "nothing is lost by asking");
    sara.key(Key::Escape).await;
    sara.press("form.give_up").await;
    sara.wait_gone("beneficiaries.form.name").await;
    sara.close().await;
}

#[tokio::test]
async fn files_are_added_one_after_another_and_two_clicks_add_one() {
    let (_folder, host) = office(lending_office);
    let sara = at_desk(&host, "sara").await;
    sara.script("location.hash = '#/beneficiaries?do=add'").await;
    sara.type_into("beneficiaries.form.name", "هند سعد محمد الحربي").await;
    sara.press("beneficiaries.form.another").await;
    sara.wait_until("document.querySelector('[data-test=\"beneficiaries.form.name\"]').value === ''").await;
    sara.type_into("beneficiaries.form.name", "ريم خالد صالح العتيبي").await;
    sara.script(
        "const save = document.querySelector('[data-test=\"beneficiaries.form.submit\"]'); save.click(); save.click()",
    )
    .await;
    sara.wait_gone("beneficiaries.form.name").await;
    let found = call(&sara, "beneficiaries.find", r#"{ text: 'ريم خالد', limit: 9 }"#).await;
    assert_eq!(found["files"].as_array().map(Vec::len), Some(1), "the second click did nothing: {found}");
    let first = call(&sara, "beneficiaries.find", r#"{ text: 'هند سعد', limit: 9 }"#).await;
    assert_eq!(first["files"].as_array().map(Vec::len), Some(1), "{first}");
    sara.close().await;
}

#[tokio::test]
async fn a_save_whose_answer_is_lost_is_asked_about_and_not_done_twice() {
    let (_folder, host) = office(lending_office);
    let sara = at_desk(&host, "sara").await;
    let party = party(&sara).await;
    sara.script(&format!("location.hash = '#/beneficiaries/{party}?tab=household'")).await;
    sara.press("beneficiaries.member.add").await;
    sara.type_into("beneficiaries.member.name", "سعد محمد صالح القحطاني").await;
    lose_answers(&sara, "beneficiaries.add_member").await;
    sara.press("beneficiaries.member.submit").await;
    sara.by_test("beneficiaries.member.unknown").await;
    find_answers_again(&sara).await;
    sara.press("beneficiaries.member.ask_again").await;
    sara.wait_gone("beneficiaries.member.name").await;
    sara.wait_for_text_in("beneficiaries.members", "سعد محمد").await;
    let file = call(&sara, "beneficiaries.open", &format!("{{ party: '{party}' }}")).await;
    assert_eq!(file["members"].as_array().map(Vec::len), Some(1), "one member, however often it was asked");
    sara.close().await;
}

#[tokio::test]
async fn a_payment_whose_answer_is_lost_is_settled_and_not_paid_twice() {
    let (_folder, host) = office(|folder| {
        lending_office(folder);
        loan_paid_out(folder);
    });
    let khaled = at_desk(&host, "khaled").await;
    khaled.script("location.hash = '#/collection?tab=quick'").await;
    lose_answers(&khaled, "loans.repay").await;
    pay(&khaled, "0558123490", "750").await;
    khaled.visible("[data-test=\"collect.quick.lines\"] [data-state=unknown]").await;
    assert_eq!(khaled.violations().await, Vec::<String>::new(), "quick entry with an open line");
    // The line is kept before it leaves: a restart does not lose it, and does not call it refused.
    khaled.reload().await;
    khaled.by_test("collect.quick.settle").await;
    khaled.press("collect.quick.settle").await;
    khaled.wait_for_text_in("collect.quick.lines", "RV-").await;
    let loans = call(&khaled, "loans.find", r#"{ text: 'نورة', limit: 5 }"#).await;
    assert_eq!(loans["loans"][0]["repaid"], 75_000, "the loan took the payment once: {loans}");

    // More than is owed is asked about in words, once; of a line that is wrong it is asked that it be undone.
    pay(&khaled, "نورة", "90000").await;
    khaled.wait_for_text("تسعون ألف").await;
    khaled.press("confirm.no").await;
    assert!(!khaled.text_of("collect.quick.lines").await.contains("90,000"), "no is no");
    khaled.press("collect.quick.undo").await;
    khaled.type_into("collect.quick.reason", "سُجلت مرتين").await;
    khaled.press("collect.quick.reason.submit").await;
    khaled.wait_for_text_in("collect.quick.lines", &words("collect.quick.undone")).await;
    let loans = call(&khaled, "loans.find", r#"{ text: 'نورة', limit: 5 }"#).await;
    assert_eq!(loans["loans"][0]["repaid"], 75_000, "it stands until another person approves: {loans}");
    khaled.close().await;
}

fn office(begin: impl FnOnce(&std::path::Path)) -> (tempfile::TempDir, Host) {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    begin(&office);
    let host = Host::at(&office);
    (folder, host)
}

async fn at_desk(host: &Host, login: &str) -> Browser {
    let browser = Browser::open(host.address()).await;
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser
}

/// Asks the office from within the page, as its screens do.
async fn call(page: &Page, name: &str, input: &str) -> serde_json::Value {
    let answer = page
        .script_async(&format!(
            "const done = arguments[0]; fetch('/call/{name}', {{ method: 'POST', body: JSON.stringify({input}), headers: {{ \
             'Content-Type': 'application/json', 'Sharaka-Request': crypto.randomUUID() }} }}).then((answer) => \
             answer.json()).then(done)"
        ))
        .await;
    answer["value"].clone()
}

async fn party(page: &Page) -> String {
    let found = call(page, "beneficiaries.find", &format!("{{ text: '{BORROWER}', limit: 1 }}")).await;
    found["files"][0]["party"].as_str().unwrap_or_else(|| panic!("the borrower has a file: {found}")).to_owned()
}

async fn facts(page: &Page, party: &str) -> serde_json::Value {
    call(page, "beneficiaries.open", &format!("{{ party: '{party}' }}")).await["facts"].clone()
}

async fn edit(page: &Page, party: &str) {
    page.script(&format!("location.hash = '#/beneficiaries/{party}'")).await;
    page.press("beneficiaries.edit").await;
    page.by_test("beneficiaries.form.mobile").await;
}

/// A press on the darkened page beside the window that is in front.
async fn press_outside(page: &Page) {
    page.script(
        "const front = document.querySelector('dialog[open]'); front.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))",
    )
    .await;
}

/// From now on the office does what this command asks, and its answers do not arrive.
async fn lose_answers(page: &Page, command: &str) {
    page.script(&format!(
        "window.wholeFetch = window.fetch; window.fetch = async (address, ...rest) => {{ const answer = await \
         window.wholeFetch(address, ...rest); if (String(address).endsWith('/call/{command}')) throw new \
         TypeError('the line is dead'); return answer; }}"
    ))
    .await;
}

async fn find_answers_again(page: &Page) {
    page.script("window.fetch = window.wholeFetch").await;
}

/// One line of quick entry, by keyboard alone: Enter at once, before the choices have come.
async fn pay(page: &Page, who: &str, amount: &str) {
    let enter = char::from(Key::Enter).to_string();
    page.type_into("collect.quick.loan", who).await;
    page.keys(&[], &enter).await;
    page.wait_until("document.activeElement?.dataset.test === 'collect.quick.amount'").await;
    page.keys(&[], amount).await;
    page.keys(&[], &enter).await;
}
