//! A repayment by keyboard alone, in the window a person sees.

use sharaka_tests::{Desktop, PASSWORD, lending_office, loan_paid_out, repay_by_keyboard};
use std::time::Instant;

#[tokio::test]
async fn a_repayment_is_recorded_and_its_receipt_seen_without_a_mouse() {
    let desktop = Desktop::start();
    let office = desktop.office();
    lending_office(&office);
    loan_paid_out(&office);
    let window = desktop.window(&office).await;
    window.sign_in("khaled", PASSWORD).await;
    window.by_test("frame.person").await;
    let begun = Instant::now();
    repay_by_keyboard(&window, "نورة", "1500").await;
    println!("from the search to the receipt put away: {:?}", begun.elapsed());
    window.wait_for_text_in("loan.figures", "1,500").await;
    window.wait_for_text_in("loan.story", "1,500.00").await;
    window.screenshot("loan").await;
    window.close().await;
}
