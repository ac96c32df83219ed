//! A member of the general assembly in the window: registered, their fee taken in and recorded by its receipt, the card
//! printed; and who has no business with it.

use crate::committees::{at_desk, told};
use crate::pictures;
use serde_json::json;
use sharaka_tests::{Browser, Host, LOGIN, demonstration, lending_office, words};

#[tokio::test]
async fn a_member_joins_pays_by_a_receipt_of_memberships_and_has_a_card() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let root = at_desk(&host, LOGIN).await;
    root.go_to("assembly").await;
    root.screenshot("assembly/walk-0-none").await;
    root.press("assembly.new").await;
    root.type_into("assembly.form.name", "سليمان بن عبدالله بن محمد الربدي").await;
    root.type_into("assembly.form.mobile", "٠٥٥٨١٢٣٤٩١").await;
    root.screenshot("assembly/walk-1-form").await;
    assert_eq!(root.violations().await, Vec::<String>::new(), "the form of a member");
    root.press("assembly.form.submit").await;
    root.by_test("assembly.card").await;
    assert!(!root.shows("assembly.fee").await, "who keeps the register records no fees");
    let address = root.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned();
    root.close().await;

    let khaled = at_desk(&host, "khaled").await;
    khaled.go_to("assembly?do=due").await;
    khaled.type_into("assembly.dues.amount", "٢٠٠").await;
    khaled.screenshot("assembly/walk-2-due").await;
    khaled.press("assembly.dues.submit").await;
    khaled.wait_gone("assembly.dues.submit").await;
    khaled.go_to(&address).await;
    khaled.press("assembly.fee").await;
    khaled.wait_for_text(&words("assembly.receipts_none")).await;
    khaled.screenshot("assembly/walk-3-no-receipt").await;
    assert_eq!(khaled.violations().await, Vec::<String>::new(), "no receipt fits");
    khaled.script("document.querySelector('dialog a[href=\"#/funds?do=donate\"]').click()").await;

    // The money is taken in for memberships.
    khaled.type_into("funds.donate.donor", "سليمان الربدي").await;
    khaled.type_into("funds.donate.amount", "300").await;
    khaled.press("funds.donate.fund").await;
    khaled.choose("محفظة القروض").await;
    khaled.press("funds.donate.purpose").await;
    khaled.choose(&words("funds.membership_fees")).await;
    khaled.screenshot("assembly/walk-4-received").await;
    khaled.press("funds.donate.submit").await;
    khaled.wait_gone("funds.donate.submit").await;
    let receipts = told(&khaled, "assembly.receipts", json!({})).await;
    let receipt = receipts["receipts"][0]["receipt_no"].as_str().unwrap().to_owned();
    assert_eq!(receipts["receipts"][0]["left"], 30_000);

    khaled.go_to(&address).await;
    khaled.press("assembly.fee").await;
    khaled.press("assembly.paying.receipt").await;
    khaled.screenshot("assembly/walk-5-choosing").await;
    khaled.choose(&receipt).await;
    assert_eq!(khaled.value_of("assembly.paying.amount").await, "200.00", "what is owed is proposed");
    khaled.screenshot("assembly/walk-6-paying").await;
    assert_eq!(khaled.violations().await, Vec::<String>::new(), "the form of a fee");
    khaled.press("assembly.paying.submit").await;
    khaled.wait_gone("assembly.paying.submit").await;
    khaled.wait_for_text_in("assembly.fees", &receipt).await;
    khaled.wait_for_text(&words("assembly.standing.paid")).await;
    khaled.screenshot("assembly/walk-7-paid").await;
    khaled.press("assembly.card").await;
    khaled.by_test("paper").await;
    khaled.stand_still().await;
    khaled.screenshot("assembly/walk-8-card").await;
    khaled.close().await;

    // A researcher has no business here, by whatever address.
    let sara = at_desk(&host, "sara").await;
    for address in ["assembly", address.as_str(), "assembly?do=add"] {
        sara.go_to(address).await;
        sara.settle().await;
        assert!(!sara.text().await.contains("الربدي"), "{address} tells a researcher nothing");
    }
    sara.screenshot("assembly/walk-9-researcher").await;
    sara.close().await;
}

#[tokio::test]
async fn every_screen_of_the_assembly_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let finance = visits.iter().find(|visit| visit.role == "finance").unwrap();
    browser.sign_in(&finance.login, &finance.password).await;
    browser.by_test("frame.person").await;
    let page = told(&browser, "assembly.list", json!({ "limit": 50 })).await;
    let of = |standing: &str| {
        let line = page["lines"].as_array().unwrap().iter().find(|one| one["standing"] == standing);
        format!("assembly/{}", line.unwrap_or_else(|| panic!("nobody is {standing}"))["member"].as_str().unwrap())
    };
    let stops = [
        ("list", "assembly".to_owned()),
        ("none", "assembly?text=zzzz".to_owned()),
        ("due", "assembly?do=due".to_owned()),
        ("paid", of("paid")),
        ("owes", of("owes")),
        ("figures", "home?tab=cases".to_owned()),
    ];
    pictures::pictured(&browser, "assembly", &stops).await;
    browser.close().await;
}
