//! Documents of a file: several dropped at once, shown, reviewed by another person, opened, removed.

use sharaka_tests::{BORROWER, Browser, Host, LOOKS, PASSWORD, Page, lending_office, named, words};

/// Drops two pictures of one point on the page's drop zone, as a person does from a folder.
const DROP: &str = "
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const files = new DataTransfer();
    files.items.add(new File([bytes(point)], 'المحل.png', { type: 'image/png' }));
    files.items.add(new File([bytes(point)], 'السجل.png', { type: 'image/png' }));
    const zone = document.querySelector('[data-test=\"documents.drop\"] [role=group]');
    zone.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
";

async fn at_desk(host: &Host, login: &str) -> Browser {
    let browser = Browser::open(host.address()).await;
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser
}

async fn documents_of_the_borrower(page: &Page) {
    page.go_to("beneficiaries").await;
    page.wait_for_text(BORROWER).await;
    page.script(
        "fetch('/call/beneficiaries.find', { method: 'POST', headers: { 'Content-Type': 'application/json', \
         'Sharaka-Request': crypto.randomUUID() }, body: JSON.stringify({ text: 'نورة', limit: 1 }) }).then((answer) => \
         answer.json()).then(({ value }) => { location.hash = `#/beneficiaries/${value.files[0].party}?tab=documents`; });",
    )
    .await;
    page.by_test("documents.list").await;
}

#[tokio::test]
async fn documents_are_dropped_reviewed_by_another_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);

    let sara = at_desk(&host, "sara").await;
    documents_of_the_borrower(&sara).await;
    sara.script(DROP).await;
    sara.by_test("documents.title").await;
    assert_eq!(sara.value_of("documents.title").await, "المحل", "a file suggests its title");
    sara.wait_until("document.querySelector('[data-test=\"documents.picture\"]')?.naturalWidth === 1").await;
    sara.type_into("documents.title", "واجهة المحل").await;
    sara.screenshot("documents-attach").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the form of a document");
    sara.press("documents.submit").await;
    // The second of the pile follows by itself.
    sara.wait_until("document.querySelector('[data-test=\"documents.title\"]')?.value === 'السجل'").await;
    sara.press("documents.submit").await;
    sara.wait_gone("documents.title").await;
    sara.wait_for_text_in("documents.list", "واجهة المحل").await;
    let shown = sara.text_of("documents.list").await;
    assert!(shown.contains("السجل") && shown.contains(&words("documents.state.not_reviewed")), "{shown}");
    assert!(shown.contains("سارة الحربي") && shown.contains("PNG") && shown.contains("المحل.png"), "{shown}");
    sara.press("documents.review").await;
    assert!(!sara.shows("documents.note").await, "nobody reviews what they attached themselves");

    // Another person says what they found; the first one sees it without asking.
    let mona = at_desk(&host, "mona").await;
    documents_of_the_borrower(&mona).await;
    mona.press("documents.review").await;
    mona.by_test("documents.note").await;
    mona.script("document.querySelector('[data-test=\"documents.finding.doubtful\"]').click()").await;
    mona.press("documents.method").await;
    mona.choose(&words("documents.method.original_seen")).await;
    mona.press("documents.reviewing.submit").await;
    mona.wait_until("document.querySelector('dialog[open] .field.bad') !== null").await;
    mona.type_into("documents.note", "الصورة قديمة").await;
    mona.screenshot("documents-review").await;
    assert_eq!(mona.violations().await, Vec::<String>::new(), "the review of a document");
    mona.press("documents.reviewing.submit").await;
    mona.wait_gone("documents.note").await;
    mona.wait_for_text_in("documents.list", &words("documents.state.doubtful")).await;
    sara.wait_for_text_in("documents.list", &words("documents.state.doubtful")).await;
    assert!(sara.text_of("documents.list").await.contains("منى الزهراني"), "by whom");

    mona.press("documents.open").await;
    mona.by_test("documents.preview").await;
    mona.wait_until("document.querySelector('[data-test=\"documents.preview\"]').naturalWidth === 1").await;
    mona.press("documents.close").await;
    for look in LOOKS {
        mona.look(*look).await;
        mona.by_test("documents.list").await;
        mona.screenshot(&named("documents", *look)).await;
        assert_eq!(mona.violations().await, Vec::<String>::new(), "the documents of a file, {look:?}");
    }
    mona.close().await;
    sara.close().await;
}
