//! A register of beneficiaries comes in through the window a person sees.

use sharaka_tests::{Desktop, REGISTER};

#[tokio::test]
async fn a_register_is_looked_at_and_imported() {
    let desktop = Desktop::start();
    let office = desktop.office();
    let window = desktop.window(&office).await;
    window.new_office().await;
    window.go_to("importing").await;
    window.tick("beneficiaries").await;
    window.hand_over("wizard.drop", REGISTER).await;
    window.wait_for_text_in("wizard.count.clean.value", "254").await;
    window.wait_for_text_in("wizard.count.refused.value", "23").await;
    window.screenshot("importing").await;

    window.press("wizard.import").await;
    window.press("wizard.confirm.save").await;
    window.wait_for_text_in("wizard.report", "292").await;
    window.press("wizard.to.beneficiaries").await;
    window.wait_for_text_in("beneficiaries.total", "292").await;
    window.close().await;

    // What came in outlives the window.
    let window = desktop.window(&office).await;
    window.sign_in(sharaka_tests::LOGIN, sharaka_tests::PASSWORD).await;
    window.go_to("home").await;
    window.wait_for_text_in("board.cards", "292").await;
    window.screenshot("dashboard").await;
    window.close().await;
}
