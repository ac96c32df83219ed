//! The screens of the general assembly in every look, as they stand in the demonstration.

use crate::committees::told;
use crate::pictures;
use serde_json::json;
use sharaka_tests::{Browser, Host, demonstration};

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
