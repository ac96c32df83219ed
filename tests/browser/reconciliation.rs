//! A bank's statement is dropped, and its figures, its lines and what is no line are seen.

use sharaka_tests::{Browser, Host, LOOKS, PASSWORD, lending_office, named, words};

const STATEMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/bank/cases/jazan.csv");

#[tokio::test]
async fn a_bank_statement_is_read_and_its_balances_are_proven() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let khaled = Browser::open(host.address()).await;
    khaled.sign_in("khaled", PASSWORD).await;
    khaled.by_test("frame.person").await;
    khaled.go_to("bank").await;
    khaled.by_test("reconciliation.drop").await;
    khaled.screenshot("bank-empty").await;
    khaled.hand_over("reconciliation.drop", STATEMENT).await;
    khaled.wait_for_text_in("reconciliation.figures", "235,565.59").await;
    assert!(khaled.text_of("reconciliation.account").await.contains("SA98 8098 2813"));
    khaled.wait_for_text(&words("reconciliation.proven")).await;
    assert!(khaled.text_of("reconciliation.left_out").await.contains("رصيد الإقفال"), "nothing is dropped unsaid");
    for look in LOOKS {
        khaled.look(*look).await;
        khaled.by_test("reconciliation.figures").await;
        khaled.screenshot(&named("bank", *look)).await;
        assert_eq!(khaled.violations().await, Vec::<String>::new(), "a bank's statement, {look:?}");
    }
    khaled.close().await;
}
