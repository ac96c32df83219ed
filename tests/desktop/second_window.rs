//! Two programs never share one office.

use sharaka_tests::Desktop;
use std::time::Duration;

#[tokio::test]
async fn a_second_program_on_the_same_office_is_refused_with_a_sentence() {
    let desktop = Desktop::start();
    let office = desktop.office();
    let first = desktop.window(&office).await;
    first.new_office().await;
    let second = desktop.window(&office).await;
    second.wait_for_text(&sharaka_tests::words("refusal.database.in_use")).await;
    assert!(!second.shows("signin.submit").await, "nobody can sign in through the second window");
    second.close().await;
    assert!(first.shows("frame.person").await, "the first one goes on");
    first.close().await;
    assert!(
        desktop.start_again(&office, Duration::from_secs(1)).is_none(),
        "once the first has closed, the office opens again"
    );
}
