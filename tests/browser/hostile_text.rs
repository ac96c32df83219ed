//! Text that would like to be a program stays text, in every field that takes any.

use crate::screens::{self, SCREENS};
use fantoccini::Locator;
use sharaka_tests::{Browser, Host, PASSWORD, Page, lending_office, loan_paid_out};

/// Ways a text has become a program elsewhere. Each would set `window.struck`.
const CORPUS: &[&str] = &[
    "<script>window.struck=1</script>",
    "\"><script>window.struck=1</script>",
    "<img src=x onerror=window.struck=1>",
    "<svg onload=window.struck=1>",
    "<svg><animate onbegin=window.struck=1 attributeName=x dur=1s>",
    "' autofocus onfocus=window.struck=1 x='",
    "\" autofocus onfocus=window.struck=1 x=\"",
    "<iframe srcdoc=\"<script>parent.struck=1</script>\"></iframe>",
    "<a href=\"javascript:window.struck=1\">x</a>",
    "javascript:window.struck=1",
    "{{constructor.constructor('window.struck=1')()}}",
    "${window.struck=1}",
    "{@html '<img src=x onerror=window.struck=1>'}",
    "<details open ontoggle=window.struck=1>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.struck=1>",
    "\u{202E}<img src=x onerror=window.struck=1>\u{2066}",
    "&lt;img src=x onerror=window.struck=1&gt;",
    "'; window.struck=1; //",
    "</title><script>window.struck=1</script>",
    "<style>@import 'javascript:window.struck=1'</style>",
];

#[tokio::test]
async fn no_text_becomes_a_program() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    let mut fields = 0;
    fields += into_every_field(&browser, "setup").await;
    assert_eq!(struck(&browser).await, None, "in the first step");

    browser.reload().await;
    browser.script("localStorage.clear()").await;
    browser.reload().await;
    browser.new_office().await;
    for screen in SCREENS {
        screens::open(&browser, screen).await;
        fields += into_every_field(&browser, screen).await;
    }
    // What is kept is shown again elsewhere: names reach the rail, the audit trail, the list of people and the papers.
    screens::open(&browser, "staff?do=add").await;
    browser.press("staff.add.discard").await;
    for (number, hostile) in CORPUS.iter().enumerate() {
        screens::open(&browser, "home").await;
        browser.add_person(hostile, &format!("person{number}"), "researcher", "مفتاح-أول-7788").await;
    }
    for screen in SCREENS {
        screens::open(&browser, screen).await;
        assert_eq!(struck(&browser).await, None, "on {screen}");
    }
    assert!(fields >= 20, "only {fields} fields were found; a field without a visible input escapes this test");
    browser.close().await;
}

/// The pages of records, and everything that opens on them, as the two who work there most.
const OF_RECORDS: &[(&str, &[&str])] =
    &[("mona", &["beneficiaries/{party}", "loans/{loan}"]), ("khaled", &["loans/{loan}", "funds/write", "funds"])];

#[tokio::test]
async fn no_text_about_a_record_becomes_a_program() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_paid_out(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let mut fields = 0;
    for (login, pages) in OF_RECORDS {
        browser.sign_in(login, PASSWORD).await;
        browser.by_test("frame.person").await;
        let (loan, party) = first_loan(&browser).await;
        for page in *pages {
            let page = page.replace("{party}", &party).replace("{loan}", &loan);
            fields += on_the_page(&browser, &page).await;
        }
        screens::open(&browser, "home").await;
        browser.sign_out().await;
    }
    assert!(fields >= 40, "only {fields} fields were found; a window that did not open escapes this test");
    browser.close().await;
}

async fn first_loan(page: &Page) -> (String, String) {
    let ask = "const done = arguments[0]; fetch('/call/loans.list', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }).then((answer) => answer.json()).then((answer) => done(answer.value.lines[0]))";
    let line = page.script_async(ask).await;
    (line["loan"].as_str().unwrap().to_owned(), line["party"].as_str().unwrap().to_owned())
}

/// Every tab of a page, and every window its buttons open.
async fn on_the_page(page: &Page, address: &str) -> usize {
    const TABS: &str = "document.querySelectorAll('main [role=tab]')";
    const BUTTONS: &str =
        "document.querySelectorAll('main button[data-test]:not([disabled]):not([aria-disabled=true])')";
    screens::open(page, address).await;
    let tabs = page.script(&format!("return {TABS}.length")).await.as_u64().unwrap_or(0).max(1);
    let mut fields = 0;
    for tab in 0..tabs {
        let to_tab = format!("{TABS}[{tab}]?.click()");
        page.script(&to_tab).await;
        page.settle().await;
        fields += into_every_field(page, address).await;
        let buttons = page.script(&format!("return {BUTTONS}.length")).await.as_u64().unwrap_or(0);
        for button in 0..buttons {
            // What the last button did may have led elsewhere.
            screens::open(page, address).await;
            page.script(&to_tab).await;
            page.settle().await;
            page.script(&format!("{BUTTONS}[{button}]?.click()")).await;
            page.settle().await;
            if page.script("return document.querySelector('dialog[open]') !== null").await == true {
                fields += into_every_field(page, address).await;
                page.script("document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close())").await;
                page.reload().await;
                page.by_test("frame.person").await;
            }
        }
    }
    fields
}

/// Types the whole corpus into each text field that is visible, and gives how many there were.
async fn into_every_field(page: &Page, screen: &str) -> usize {
    let mut count = 0;
    for field in page
        .client()
        .find_all(Locator::Css("input:not([type=radio]):not([type=checkbox]):not([type=file]), textarea"))
        .await
        .unwrap()
    {
        if !field.is_displayed().await.unwrap_or(false) || !field.is_enabled().await.unwrap_or(false) {
            continue;
        }
        // Typing key by key is slow; the value is set and announced as an input method does, the last one key by key.
        let set = "const [field, corpus, done] = arguments; (async () => { for (const text of corpus) { field.focus(); field.value = text; field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text })); field.dispatchEvent(new Event('change', { bubbles: true })); await new Promise((next) => setTimeout(next)); } done(true); })();";
        let arguments = vec![serde_json::to_value(&field).unwrap(), CORPUS.into()];
        // A field may go while it is typed into; such a one is not counted.
        let typed = page.client().execute_async(set, arguments).await;
        count += usize::from(typed.is_ok_and(|done| done == true));
        let _ = field.send_keys("<img src=x onerror=window.struck=1>").await;
        assert_eq!(struck(page).await, None, "in a field of {screen}");
    }
    page.client().execute("document.activeElement?.blur()", vec![]).await.unwrap();
    count
}

async fn struck(page: &Page) -> Option<String> {
    let answer = page.script("return window.struck === undefined ? null : String(window.struck)").await;
    answer.as_str().map(str::to_owned)
}
