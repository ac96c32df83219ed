//! A policy in the window: written, laid before a committee, circulated once it is approved, and signed by somebody who has
//! read it.

use crate::committees::{at_desk, seated, told};
use serde_json::{Value, json};
use sharaka_tests::{Browser, Host, LOGIN, lending_office, words};

fn id(place: u8) -> String {
    format!("0190000a-0000-7000-8000-0000000002{place:02x}")
}

/// The committee meets and approves the one matter that waits.
async fn decided(mona: &Browser, abdo: &Browser, meeting: &str) {
    let version = async |page: &Browser| {
        told(page, "committees.meeting", json!({ "meeting": meeting })).await["record"]["number"].clone()
    };
    let sheet = told(mona, "committees.meeting", json!({ "meeting": meeting })).await;
    let request = sheet["waiting"].as_array().unwrap().iter().find(|one| one["step"] == "policies.edition").unwrap();
    let item = json!({ "id": id(2), "meeting": meeting, "title": "", "text": "", "request": request["request"],
        "version": version(mona).await });
    told(mona, "committees.add_item", item).await;
    let seats: Vec<Value> = sheet["seats"]
        .as_array()
        .unwrap()
        .iter()
        .map(|seat| json!({ "member": seat["member"], "presence": "present", "note": "" }))
        .collect();
    let came = json!({ "meeting": meeting, "seats": seats, "version": version(mona).await });
    told(mona, "committees.attend", came).await;
    told(mona, "committees.hold", json!({ "meeting": meeting, "version": version(mona).await })).await;
    for seat in sheet["seats"].as_array().unwrap() {
        let vote = json!({ "item": id(2), "member": seat["member"], "vote": "for", "reason": "", "version": version(mona).await });
        told(mona, "committees.vote", vote).await;
    }
    let owner = sheet["seats"][0]["person"].clone();
    let decision = json!({ "id": id(3), "item": id(2), "outcome": "approved", "text": "اعتماد اللائحة", "owner": owner,
        "owner_name": "", "due": "2027-01-01", "perform": true, "declared": true, "version": version(abdo).await });
    let issued = told(abdo, "committees.decide", decision).await;
    assert_eq!(issued["performed"], true, "{issued}");
}

#[tokio::test]
async fn a_policy_is_written_approved_circulated_and_signed() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    let host = Host::at(&office);
    let root = at_desk(&host, LOGIN).await;
    seated(&root).await;
    root.go_to("policies").await;
    root.screenshot("policies/walk-0-none").await;
    root.press("policy.new").await;
    root.type_into("policy.form.title", "لائحة تعارض المصالح").await;
    root.press("policy.form.kind").await;
    root.choose(&words("policy.kind.bylaw")).await;
    root.type_into("policy.form.issuer", "إدارة الحوكمة").await;
    root.screenshot("policies/walk-1-form").await;
    assert_eq!(root.violations().await, Vec::<String>::new(), "the form of a policy");
    root.press("policy.form.submit").await;
    root.by_test("policy.write").await;
    root.press("policy.write").await;
    root.type_into("policy.edition.text", "أولًا: تلتزم {association} بالإفصاح عن كل مصلحة.").await;
    root.type_into("policy.edition.changes", "النسخة الأولى").await;
    root.screenshot("policies/walk-2-text").await;
    assert_eq!(root.violations().await, Vec::<String>::new(), "the text of an edition");
    root.press("policy.edition.submit").await;
    root.wait_gone("policy.edition.submit").await;
    root.wait_for_text_in("policy.text", "جمعية غراس النخيل بالقصيم").await;
    root.press("policy.ask").await;
    root.wait_for_text(&words("policy.state.waiting")).await;
    root.screenshot("policies/walk-3-waits").await;
    let address = root.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned();

    let mona = at_desk(&host, "mona").await;
    let abdo = at_desk(&host, "abdo").await;
    let committees = told(&mona, "committees.list", json!({})).await;
    let today = root.script("return new Date(Date.now() + 3 * 3600e3).toISOString().slice(0, 10)").await;
    let call = json!({ "id": id(1), "committee": committees["committees"][0]["committee"], "planned_on": today,
        "starts": "10:00", "place": "المقر", "way": "in_person", "note": "" });
    told(&mona, "committees.call", call).await;
    decided(&mona, &abdo, &id(1)).await;
    mona.close().await;
    abdo.close().await;

    root.reload().await;
    root.press("policy.circulate").await;
    root.screenshot("policies/walk-4-circulate").await;
    root.press("policy.circulating.submit").await;
    root.wait_gone("policy.circulating.submit").await;
    root.go_to(&format!("{address}?tab=readers")).await;
    root.by_test("policy.readers").await;
    root.wait_for_text_in("policy.readers", "سارة الحربي").await;
    root.screenshot("policies/walk-5-readers").await;
    root.close().await;

    let sara = at_desk(&host, "sara").await;
    sara.go_to(&address).await;
    sara.by_test("policy.signing").await;
    let why = "return document.querySelector('[data-test=\"policy.sign\"]').ariaDisabled";
    assert_eq!(sara.script(why).await, "true", "nobody signs what they do not say they have read");
    assert!(!sara.shows("policy.write").await, "a researcher writes no policy");
    sara.script("document.querySelector('[data-test=\"policy.signing\"] input[type=checkbox]').click()").await;
    sara.settle().await;
    sara.screenshot("policies/walk-6-sign").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "a policy that is to be signed");
    sara.press("policy.sign").await;
    sara.wait_gone("policy.signing").await;
    sara.go_to(&format!("{address}?tab=readers")).await;
    sara.wait_for_text_in("policy.readers", &words("policy.signed_at")).await;
    sara.screenshot("policies/walk-7-signed").await;
    sara.close().await;
}
