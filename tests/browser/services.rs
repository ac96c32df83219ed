//! Services in Chromium: one is written, approved by another, published, announced and asked for; its request is judged and
//! decided by another's hand; families who did not ask are called; fairness is read. And every screen in every look.

use crate::pictures;
use serde_json::{Value, json};
use sharaka_tests::{Browser, Host, Visit, demonstration};

/// Asks the office as whoever is signed in.
async fn asked(browser: &Browser, command: &str, input: Value) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1]; fetch('/call/{command}', {{ method: 'POST', headers: {{ \
         'Content-Type': 'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({input}) }})\
         .then((answer) => answer.json()).then((answer) => done(answer.value ?? answer))"
    );
    browser.script_async(&script).await
}

async fn enter(browser: &Browser, visits: &[Visit], role: &str) {
    let visit = visits.iter().find(|visit| visit.role == role).unwrap();
    browser.sign_in(&visit.login, &visit.password).await;
    browser.by_test("frame.person").await;
}

async fn at(browser: &Browser, address: &str) {
    browser.script(&format!("location.hash = '#/{address}'")).await;
}

async fn service_named(browser: &Browser, text: &str) -> String {
    let page = asked(browser, "services.list", json!({ "text": text })).await;
    page["lines"][0]["service"].as_str().unwrap_or_else(|| panic!("no service {text}: {page}")).to_owned()
}

#[tokio::test]
async fn every_screen_of_services_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    enter(&browser, &visits, "supervisor").await;
    let appliances = service_named(&browser, "أجهزة").await;
    let food = service_named(&browser, "سلة").await;
    let repair = service_named(&browser, "ترميم").await;
    let training = service_named(&browser, "تدريب").await;
    let found = |state: &str| json!({ "kind": ["service"], "state": [state], "ended": true, "limit": 1 });
    let mut request = Vec::new();
    for state in ["for_decision", "closed", "awaiting_applicant"] {
        let page = asked(&browser, "requests.list", found(state)).await;
        request.push(page["lines"][0]["request"].as_str().map(|id| format!("requests/{id}")));
    }
    let family = asked(&browser, "services.who_qualifies", json!({ "service": food })).await;
    let party = family["lines"][0]["party"].as_str().unwrap_or_else(|| panic!("nobody: {family}")).to_owned();
    let mut stops = vec![
        ("list", "services".to_owned()),
        ("none", "services?text=zzzz".to_owned()),
        ("new", "services?do=add".to_owned()),
        ("page", format!("services/{appliances}")),
        ("qualify", format!("services/{food}?tab=qualify")),
        ("requests", format!("services/{appliances}?tab=requests")),
        ("waiting", format!("services/{training}?tab=waiting")),
        ("draft", format!("services/{repair}")),
        ("decisions", "services/decisions".to_owned()),
        ("exceptions", "services/decisions?exception=1".to_owned()),
        ("of-file", format!("beneficiaries/{party}?tab=services")),
        ("ask", format!("requests?do=add&kind=service&service={food}&party={party}")),
    ];
    for (name, address) in ["for-decision", "closed", "waits"].into_iter().zip(request) {
        stops.extend(address.map(|address| (name, address)));
    }
    pictures::pictured(&browser, "services", &stops).await;
    browser.close().await;
}

#[tokio::test]
async fn a_service_is_written_announced_asked_for_and_decided_by_others() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;

    // Written by the researcher, who may not approve it.
    enter(&browser, &visits, "researcher").await;
    at(&browser, "services?do=add").await;
    browser.type_into("services.writing.name", "كسوة الشتاء").await;
    browser.type_into("services.writing.about", "كسوة لكل فرد في الأسرة مرة في الشتاء").await;
    browser.press("services.criterion.add").await;
    let typed = "const field = document.querySelector('[data-test=\"services.criterion.0\"] .numbers input'); field.focus(); \
                 field.value = '1500'; field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.script(typed).await;
    browser.wait_until("[...document.querySelectorAll('[data-test=\"services.criterion.0\"] input')].some((one) => one.value.includes('نصيب الفرد'))").await;
    browser.press("services.writing.submit").await;
    browser.by_test("services.page").await;
    browser.wait_gone("services.writing.submit").await;
    let service = service_named(&browser, "كسوة").await;
    assert!(browser.text_of("services.next").await.contains("ليست من صلاحيات"), "who wrote it is told why not");
    browser.sign_out().await;

    enter(&browser, &visits, "committee").await;
    at(&browser, &format!("services/{service}")).await;
    browser.press("services.approve").await;
    browser.wait_gone("services.approve").await;
    browser.sign_out().await;

    // Announcing is refused until it was published; the text begins with every criterion.
    enter(&browser, &visits, "supervisor").await;
    at(&browser, &format!("services/{service}")).await;
    browser.by_test("services.announce").await;
    assert!(browser.text_of("services.next").await.contains("نص الإعلان"));
    browser.press("services.write_publication").await;
    browser.press("services.publishing.submit").await;
    browser.wait_gone("services.publishing.submit").await;
    browser.press("services.add_channel").await;
    browser.press("services.channel.channel").await;
    browser.choose("موقع الجمعية").await;
    browser.type_into("services.channel.evidence", "https://example.org/kiswa").await;
    browser.press("services.channel.submit").await;
    browser.wait_gone("services.channel.submit").await;
    browser.press("services.announce").await;
    browser.by_test("services.ask").await;
    browser.screenshot("services/announced").await;
    browser.sign_out().await;

    // A family that qualifies for the monthly basket is called; another is refused without a reason.
    enter(&browser, &visits, "researcher").await;
    let food = service_named(&browser, "سلة").await;
    at(&browser, &format!("services/{food}?tab=qualify&state=not_called")).await;
    browser.by_test("services.qualify.total").await;
    browser.press("services.call").await;
    browser.press("services.calling.submit").await;
    assert!(browser.shows("services.calling.submit").await, "what came of it must be said");
    let pick = "[...document.querySelectorAll('dialog[open] [role=radio], dialog[open] input[type=radio]')]";
    browser.script(&format!("{pick}[3].click()")).await;
    browser.type_into("services.calling.note", "تكفّل أخوها بحاجتها").await;
    browser.press("services.calling.submit").await;
    browser.wait_gone("services.calling.submit").await;
    let called = asked(&browser, "services.who_qualifies", json!({ "service": food, "state": ["declined"] })).await;
    assert!(called["total"].as_i64().unwrap() >= 1);

    // A request that waits for its decision is decided by another's hand, with the reason a refusal asks for.
    browser.sign_out().await;
    enter(&browser, &visits, "supervisor").await;
    let waiting = json!({ "kind": ["service"], "state": ["for_decision"], "limit": 1 });
    let page = asked(&browser, "requests.list", waiting).await;
    let request = page["lines"][0]["request"].as_str().unwrap_or_else(|| panic!("none waits: {page}")).to_owned();
    at(&browser, &format!("requests/{request}")).await;
    browser.by_test("requests.decide").await;
    browser.by_test("services.look").await;
    browser.press("requests.declare.none").await;
    browser.wait_gone("requests.declare.none").await;
    browser.press("requests.outcome.rejected").await;
    assert!(browser.text_of("requests.decide").await.contains("يرجى كتابة السبب"), "a refusal says why");
    browser.type_into("requests.reason", "لم يتحقق معيار إلزامي").await;
    let button = "document.querySelector('[data-test=\"requests.decide.yes\"]').scrollIntoView({ block: 'center' })";
    browser.script(button).await;
    browser.press("requests.decide.yes").await;
    browser.by_test("requests.after").await;
    browser.screenshot("services/decided").await;

    // Fairness opens its rows.
    let appliances = service_named(&browser, "أجهزة").await;
    at(&browser, &format!("services/{appliances}")).await;
    browser.by_test("services.fairness").await;
    browser.press("services.fairness.rows").await;
    browser.by_test("services.decided.total").await;
    browser.close().await;
}
