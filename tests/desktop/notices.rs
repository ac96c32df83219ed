//! The notice of the day: shown by the system, once, and without a name.

use sharaka_tests::{BORROWER, Desktop, PASSWORD, lending_office, loan_proposed, words};
use std::time::{Duration, Instant};

#[tokio::test]
async fn what_waits_is_told_once_a_day_and_names_nobody() {
    let desktop = Desktop::start();
    let office = desktop.office();
    lending_office(&office);
    loan_proposed(&office);
    let notices = desktop.listen_to_notices();
    let one = words("notices.decisions.one");
    let shown = || notices.log().matches("member=Notify").count();

    let window = desktop.window(&office).await;
    window.sign_in("mona", PASSWORD).await;
    window.by_test("frame.person").await;
    let started = Instant::now();
    while !notices.log().contains(&one) {
        assert!(started.elapsed() < Duration::from_secs(20), "«{one}» was not shown:\n{}", notices.log());
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    assert!(!notices.log().contains(BORROWER), "a notice names nobody");

    window.sign_out().await;
    window.sign_in("mona", PASSWORD).await;
    window.by_test("frame.person").await;
    window.go_to("preferences").await;
    window.by_test("preferences.notices").await;
    assert_eq!(shown(), 1, "the second sign-in of a day tells nothing: {}", notices.log());
    window.close().await;
}
