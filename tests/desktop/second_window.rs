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
        desktop.start_again(Some(&office), Duration::from_secs(1)).is_none(),
        "once the first has closed, the office opens again"
    );
}

#[tokio::test]
async fn a_second_start_on_the_usual_office_leaves_the_stage_to_the_first_window() {
    let desktop = Desktop::start();
    let first = desktop.usual_window().await;
    first.step("association").await;
    let second = desktop.start_again(None, Duration::from_secs(2));
    let second = second.expect("the second start ends within two seconds");
    assert!(second.status.success(), "and not with an error: {second:?}");
    assert!(first.shows("setup.next").await, "the first window goes on");
    first.close().await;
}
