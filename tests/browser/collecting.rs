//! Collecting, in every look, as it stands in the demonstration: whom to call, a card, promises, reminders, payouts,
//! provisions, the rules, and what stands on a loan and a file.

use crate::pictures;
use sharaka_tests::{Browser, Host, demonstration};

#[tokio::test]
async fn every_screen_of_collecting_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    browser.script("location.hash = '#/collection?tab=promises'").await;
    browser.visible("[data-test=\"collection.promises.table\"] .body .line").await.click().await.unwrap();
    browser.by_test("collecting.of_loan").await;
    let loan = browser.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned();
    let stops = [
        ("calls", "collection?tab=calls".to_owned()),
        ("log", "collection?tab=calls&view=log".to_owned()),
        ("promises", "collection?tab=promises".to_owned()),
        ("reminders", "collection?tab=reminders".to_owned()),
        ("payouts", "collection?tab=payouts&step=payment".to_owned()),
        ("standing", "collection?tab=standing".to_owned()),
        ("rules", "collection/rules".to_owned()),
        ("of-loan", loan),
        ("none", "collection?tab=calls&text=zzzz".to_owned()),
    ];
    pictures::pictured(&browser, "collecting", &stops).await;

    // A call is kept with the keyboard alone.
    browser.script("location.hash = '#/collection?tab=calls&rank=late'").await;
    browser.visible("[data-test=\"collection.calls.table\"] .body .line").await.click().await.unwrap();
    browser.by_test("collecting.phone").await;
    browser.screenshot("collecting/card").await;
    browser.script("window.dispatchEvent(new KeyboardEvent('keydown', { key: '2', bubbles: true }))").await;
    browser.visible("[data-test=\"collecting.outcome.no_answer\"][aria-pressed=\"true\"]").await;
    browser.close().await;
}
