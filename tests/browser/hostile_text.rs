//! Text that would like to be a program stays text, in every field that takes any.

use crate::screens::{self, SCREENS};
use fantoccini::Locator;
use sharaka_tests::{Browser, Host, Page};

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
        count += 1;
        // Typing key by key is slow; the value is set and announced as an input method does, the last one key by key.
        for hostile in CORPUS {
            let set = "const [field, text] = arguments; field.focus(); field.value = text; field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text })); field.dispatchEvent(new Event('change', { bubbles: true }));";
            page.client().execute(set, vec![serde_json::to_value(&field).unwrap(), (*hostile).into()]).await.ok();
        }
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
