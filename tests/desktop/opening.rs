//! The window opens.

use sharaka_tests::Desktop;

#[tokio::test]
async fn the_window_opens_on_a_new_office_with_the_first_steps() {
    let desktop = Desktop::start();
    let window = desktop.window(&desktop.office()).await;
    window.by_test("setup.heading").await;
    assert_eq!(window.script("return document.documentElement.dir").await, "rtl", "Arabic comes first");
    window.screenshot("setup").await;
    window.close().await;
}
