//! The harness itself: what it drives, it really drives.

use fantoccini::key::Key;
use sharaka_tests::Browser;

const PAGE: &str = r#"data:text/html;charset=utf-8,<!doctype html><html lang="ar" dir="rtl"><title>تجربة</title><main><h1>صفحة</h1>
<label>الاسم <input data-test="name"></label>
<div data-test="wrapped"><label>المدينة <input></label></div>
<button data-test="go" disabled onclick="setTimeout(() => document.querySelector('output').textContent = 'أهلًا ' + document.querySelector('[data-test=name]').value, 150)">تحية</button>
<output data-test="answer"></output></main>
<script>setTimeout(() => document.querySelector('button').disabled = false, 200)</script></html>"#;

#[tokio::test]
async fn a_page_is_typed_into_pressed_and_read() {
    let browser = Browser::open(PAGE).await;
    browser.type_into("name", "غير نورة").await;
    browser.type_into("name", "نورة").await;
    browser.type_into("wrapped", "بريدة").await;
    assert_eq!(browser.value_of("wrapped").await, "بريدة", "a mark around a field stands for the field");
    browser.press("go").await;
    browser.wait_for_text("أهلًا نورة").await;
    assert_eq!(browser.text_of("answer").await, "أهلًا نورة", "the second text took the place of the first");
    browser.by_test("name").await.click().await.unwrap();
    browser.keys(&[Key::Control], "a").await;
    browser.key(Key::Delete).await;
    assert_eq!(browser.value_of("name").await, "", "keys go where the focus is");
    browser.close().await;
}

#[tokio::test]
async fn what_is_not_accessible_is_found() {
    let good = Browser::open(PAGE).await;
    assert_eq!(good.violations().await, Vec::<String>::new(), "labels, a title and a language are there");
    good.script("document.querySelector('[data-test=name]').closest('label').replaceWith(document.querySelector('[data-test=name]'))").await;
    let found = good.violations().await;
    assert!(found.iter().any(|line| line.starts_with("label ")), "an input without a label must be found: {found:?}");
    good.close().await;
}
