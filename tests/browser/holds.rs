//! Halted projects: the list, the decision and the loan, in every look, as they stand in the demonstration.

use crate::pictures;
use sharaka_tests::{Browser, Host, demonstration};

#[tokio::test]
async fn every_screen_of_halted_projects_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    browser.script("location.hash = '#/holds?cause=signal'").await;
    browser
        .visible("[data-test=\"hold.table.table\"] .body .line, [data-test=\"hold.table\"] .body .line")
        .await
        .click()
        .await
        .unwrap();
    browser.by_test("hold").await;
    let hold = browser.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned();
    let loan = browser
        .script("return document.querySelector('main a[href^=\"#/loans/\"]').getAttribute('href').slice(2)")
        .await;
    let loan = loan.as_str().unwrap().split('?').next().unwrap().to_owned();
    let stops = [
        ("list", "holds".to_owned()),
        ("none", "holds?text=zzzz".to_owned()),
        ("hold", hold),
        ("loan", loan.clone()),
        ("of-loan", format!("{loan}?tab=holds")),
    ];
    pictures::pictured(&browser, "holds", &stops).await;
    browser.close().await;
}
