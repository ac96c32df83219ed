//! Purchases in kind: from the first quote to what the project owns, by the people concerned, with what is refused on the
//! way; and every screen of them in every look.

use crate::pictures;
use serde_json::{Value, json};
use sharaka_tests::{Browser, Host, LOOKS, PASSWORD, Page, demonstration, lending_office, loan_proposed, named, words};

/// Drops a picture of one point on the page's drop zone, as a person does from a folder.
const PHOTO: &str = "
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const files = new DataTransfer();
    files.items.add(new File([bytes(point)], 'الماكينتان.png', { type: 'image/png' }));
    const zone = document.querySelector('[data-test=\"documents.drop\"] [role=group]');
    zone.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
";

async fn at_desk(host: &Host, login: &str) -> Browser {
    let browser = Browser::open(host.address()).await;
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser
}

/// Calls a command as the person who sits there, beside the screens.
async fn told(page: &Page, command: &str, input: Value) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1]; fetch('/call/{command}', {{ method: 'POST', headers: \
         {{ 'Content-Type': 'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({input}) }})\
         .then((answer) => answer.json()).then(done);"
    );
    let answer = page.script_async(&script).await;
    assert!(answer.get("value").is_some(), "{command}: {answer}");
    answer["value"].clone()
}

async fn at(page: &Page, address: &str, shows: &str) {
    page.script(&format!("location.hash = '#/{address}'")).await;
    page.by_test(shows).await;
    page.settle().await;
}

async fn accessible(page: &Page, what: &str) {
    page.settle().await;
    assert_eq!(page.violations().await, Vec::<String>::new(), "{what}");
}

/// Waits until a button says why it cannot be pressed.
async fn off(page: &Page, button: &str) {
    page.wait_until(&format!(
        "document.querySelector('[data-test=\"{button}\"]')?.getAttribute('aria-disabled') === 'true'"
    ))
    .await;
}

async fn sent(page: &Page, form: &str) {
    let submit = format!("{form}.submit");
    page.press(&submit).await;
    page.wait_gone(&submit).await;
}

async fn quote(page: &Page, supplier: &str, amount: &str) {
    page.press("purchase.add_quote").await;
    page.type_into("purchase.supplier_name", supplier).await;
    page.type_into("purchase.quote_amount", amount).await;
    sent(page, "purchase.quote").await;
    page.wait_for_text_in("purchase.quotes", supplier).await;
}

/// Presses what stands on the card of a supplier.
async fn on_card(page: &Page, supplier: &str, button: &str) {
    page.script(&format!(
        "[...document.querySelectorAll('[data-test=\"purchase.quote_card\"]')].find((one) => \
         one.textContent.includes('{supplier}')).querySelector('[data-test=\"{button}\"]').click()"
    ))
    .await;
}

/// Gathers quotes for two machines and thread, and has the order approved. Gives the address of the purchase.
async fn ordered(sara: &Page, mona: &Page, loan: &str) -> String {
    at(sara, &format!("loans/{loan}?tab=purchases"), "purchases").await;
    sara.wait_for_text(&words("purchase.of_none")).await;
    sara.screenshot("purchases/walk-none").await;
    accessible(sara, "nothing bought yet").await;
    sara.press("purchase.begin").await;
    sara.type_into("purchase.title", "ماكينتا خياطة وخيوط").await;
    sara.press("purchase.form.submit").await;
    sara.wait_for_text(&words("refusal.purchases.items_missing")).await;
    for (no, item, pieces, amount) in [(1, "ماكينة خياطة", "2", "11000"), (2, "خيوط", "٣٠", "١٠٠٠")]
    {
        if no > 1 {
            sara.press("purchase.add_item").await;
        }
        sara.type_into(&format!("purchase.item{no}"), item).await;
        sara.type_into(&format!("purchase.quantity{no}"), pieces).await;
        sara.type_into(&format!("purchase.amount{no}"), amount).await;
    }
    sara.script("[...document.querySelectorAll('[data-test=\"purchase.items\"] input[type=checkbox]')].at(-1).click()")
        .await;
    sara.wait_for_text("12,000.00").await;
    accessible(sara, "the form of a purchase").await;
    sara.screenshot("purchases/walk-begin").await;
    sara.press("purchase.form.submit").await;
    sara.by_test("purchase").await;
    sara.wait_for_text_in("purchase.state", &words("purchase.state.draft")).await;
    off(sara, "purchase.order").await;

    quote(sara, "مؤسسة الإتقان", "12000").await;
    quote(sara, "معدات القصيم", "12400").await;
    // The same name, written otherwise, is the same firm.
    sara.press("purchase.add_quote").await;
    sara.type_into("purchase.supplier_name", "مؤسسه الاتقان").await;
    sara.type_into("purchase.quote_amount", "11900").await;
    accessible(sara, "the form of a quote").await;
    sara.screenshot("purchases/walk-quote").await;
    sara.press("purchase.quote.submit").await;
    let twice = words("refusal.purchases.quoted_already");
    sara.wait_for_text(twice.split("%{supplier}").last().unwrap()).await;
    sara.press("purchase.quote.cancel").await;
    sara.press("form.give_up").await;
    sara.wait_gone("purchase.quote.submit").await;
    quote(sara, "دار الخياطة", "13100").await;

    // The dearer one needs a reason; the cheapest does not.
    on_card(sara, "معدات القصيم", "purchase.choose").await;
    sara.press("purchase.choosing.submit").await;
    sara.wait_until("document.querySelector('dialog[open] .field.bad') !== null").await;
    sara.type_into("purchase.choosing", "ضمان أطول").await;
    sent(sara, "purchase.choosing").await;
    sara.wait_for_text_in("purchase.quotes", "ضمان أطول").await;
    sara.by_test("gate.purchases.fits").await;
    off(sara, "purchase.order").await;
    sara.screenshot("purchases/walk-too-dear").await;
    on_card(sara, "مؤسسة الإتقان", "purchase.choose").await;
    sara.wait_until("document.querySelector('[data-test=\"gate.purchases.cheapest\"]') === null").await;
    sara.settle().await;
    accessible(sara, "quotes beside each other").await;
    sara.screenshot("purchases/walk-quotes").await;
    sara.press("purchase.order").await;
    sara.wait_for_text_in("purchase.state", &words("purchase.state.waiting")).await;
    off(sara, "purchase.approve").await;
    sara.wait_for_text_in("purchase.acts", &words("purchase.no_right")).await;

    // It comes back once, and is submitted again.
    at(mona, "tasks", "tasks.list").await;
    mona.press("tasks.open.purchase_approve").await;
    mona.by_test("purchase").await;
    mona.press("purchase.send_back").await;
    mona.type_into("purchase.returning", "اطلب ضمان سنتين").await;
    sent(mona, "purchase.returning").await;
    sara.wait_for_text("اطلب ضمان سنتين").await;
    sara.screenshot("purchases/walk-came-back").await;
    accessible(sara, "an order that came back").await;
    sara.press("purchase.order").await;
    mona.wait_for_text_in("purchase.state", &words("purchase.state.waiting")).await;
    accessible(mona, "an order that waits").await;
    mona.screenshot("purchases/walk-waits").await;
    mona.press("purchase.approve").await;
    mona.press("confirm.yes").await;
    sara.wait_for_text_in("purchase.state", &words("purchase.state.ordered")).await;
    sara.wait_for_text("P-14").await;
    sara.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned()
}

/// What was ordered comes in two parts; a serial number is not taken twice.
async fn came(sara: &Page) {
    off(sara, "purchase.verify").await;
    sara.press("purchase.deliver").await;
    sara.type_into("purchase.came1", "1").await;
    sara.type_into("purchase.serials1", "SN-1").await;
    sara.type_into("purchase.came2", "0").await;
    accessible(sara, "the form of a delivery").await;
    sara.screenshot("purchases/walk-deliver").await;
    sent(sara, "purchase.delivery").await;
    sara.wait_for_text_in("purchase.state", &words("purchase.state.part")).await;
    sara.screenshot("purchases/walk-part").await;
    accessible(sara, "a purchase that came in part").await;

    sara.press("purchase.deliver").await;
    sara.type_into("purchase.serials1", "sn 1").await;
    sara.press("purchase.delivery.submit").await;
    sara.wait_until("document.querySelector('dialog[open] .field.bad') !== null").await;
    sara.screenshot("purchases/walk-serial-known").await;
    sara.type_into("purchase.serials1", "SN-2").await;
    sent(sara, "purchase.delivery").await;
    sara.wait_for_text_in("purchase.state", &words("purchase.state.came")).await;
    sara.wait_for_text_in("purchase.assets", "SN-2").await;
}

#[tokio::test]
async fn a_purchase_goes_from_its_quotes_to_the_assets_by_the_people_concerned() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_proposed(&office);
    let host = Host::at(&office);
    let sara = at_desk(&host, "sara").await;
    let mona = at_desk(&host, "mona").await;
    let loan = told(&sara, "loans.list", json!({ "limit": 1 })).await["lines"][0]["loan"].as_str().unwrap().to_owned();
    told(&mona, "loans.approve", json!({ "loan": loan })).await;

    let address = ordered(&sara, &mona, &loan).await;
    // Before anything has come, nobody is owed: the step of the loan says so.
    let tranche = told(&sara, "loans.detail", json!({ "loan": loan })).await["tranches"][0]["tranche"]["id"].clone();
    told(&sara, "loans.request_tranche", json!({ "tranche": tranche })).await;
    told(&mona, "loans.approve_tranche", json!({ "tranche": tranche })).await;
    at(&sara, &format!("loans/{loan}"), "loan.tranche").await;
    sara.by_test("gate.purchases.came").await;
    off(&sara, "loan.tranche.delivered").await;
    sara.screenshot("purchases/walk-gate").await;
    at(&sara, &address, "purchase").await;
    came(&sara).await;

    let khaled = at_desk(&host, "khaled").await;
    at(&khaled, &address, "purchase").await;
    assert!(!khaled.shows("purchase.deliver").await, "all of it came");
    khaled.press("purchase.invoice").await;
    khaled.type_into("purchase.invoice_no", "INV-44").await;
    accessible(&khaled, "the form of an invoice").await;
    khaled.screenshot("purchases/walk-invoice").await;
    sent(&khaled, "purchase.invoicing").await;
    khaled.wait_for_text_in("purchase.invoices", "INV-44").await;
    // The same paper is not recorded twice.
    khaled.press("purchase.invoice").await;
    khaled.type_into("purchase.invoice_no", "inv 44").await;
    khaled.type_into("purchase.invoice_amount", "115").await;
    khaled.type_into("purchase.vat", "15").await;
    khaled.type_into("purchase.invoice_why", "توصيل").await;
    khaled.press("purchase.invoicing.submit").await;
    khaled.wait_until("document.querySelector('dialog[open] .field.bad') !== null").await;
    khaled.screenshot("purchases/walk-invoice-known").await;
    khaled.press("purchase.invoicing.cancel").await;
    khaled.press("form.give_up").await;
    khaled.wait_gone("purchase.invoicing.submit").await;

    // Whoever recorded the delivery does not verify it, and nobody without a photo.
    sara.wait_for_text_in("purchase.acts", &words("refusal.purchases.own_delivery")).await;
    let abdo = at_desk(&host, "abdo").await;
    at(&abdo, &address, "purchase").await;
    abdo.by_test("gate.purchases.paper").await;
    off(&abdo, "purchase.verify").await;
    sara.script(PHOTO).await;
    sara.by_test("documents.title").await;
    sara.press("documents.submit").await;
    sara.wait_gone("documents.title").await;
    abdo.wait_until(
        "document.querySelector('[data-test=\"purchase.verify\"]').getAttribute('aria-disabled') !== 'true'",
    )
    .await;
    abdo.press("purchase.verify").await;
    accessible(&abdo, "the verification of a purchase").await;
    abdo.screenshot("purchases/walk-verify").await;
    sent(&abdo, "purchase.verifying").await;
    abdo.wait_for_text_in("purchase.state", &words("purchase.state.verified")).await;

    // The supplier is owed by the tranche, and the project owns the machines.
    at(&sara, &format!("loans/{loan}"), "loan.tranche").await;
    sara.press("loan.tranche.delivered").await;
    sara.type_into("loan.step.supplier", "مؤسسة أخرى").await;
    sara.press("loan.step.submit").await;
    sara.wait_until("document.querySelector('dialog[open] .field.bad, dialog[open] [role=alert]') !== null").await;
    sara.screenshot("purchases/walk-payee").await;
    sara.type_into("loan.step.supplier", "مؤسسة الاتقان").await;
    sent(&sara, "loan.step").await;
    at(&sara, &format!("loans/{loan}?tab=purchases"), "purchase.assets").await;
    sara.press("asset.see").await;
    sara.type_into("asset.seen_note", "تعمل").await;
    accessible(&sara, "an asset that was seen").await;
    sent(&sara, "asset.seeing").await;
    sara.script("document.querySelector('[data-test=\"asset.more\"] button').click()").await;
    sara.choose(&words("purchase.asset_change")).await;
    sara.press("asset.state").await;
    sara.choose(&words("purchase.asset_state.damaged")).await;
    sara.press("asset.form.submit").await;
    sara.wait_until("document.querySelector('dialog[open] .field.bad') !== null").await;
    sara.type_into("asset.reason", "كُسر الذراع").await;
    accessible(&sara, "what became of an asset").await;
    sara.screenshot("purchases/walk-asset").await;
    sent(&sara, "asset.form").await;
    sara.wait_for_text_in("purchase.assets", &words("purchase.asset_state.damaged")).await;
    sara.press("purchase.assets_print").await;
    sara.visible("dialog[open] svg").await;
    sara.screenshot("purchases/walk-assets-paper").await;
    sara.key(fantoccini::key::Key::Escape).await;
    for (name, address, shows) in [
        ("page", address.clone(), "purchase"),
        ("loan", format!("loans/{loan}?tab=purchases"), "purchases"),
        ("list", "purchases".to_owned(), "purchase.table"),
    ] {
        for look in LOOKS {
            abdo.look(*look).await;
            at(&abdo, &address, shows).await;
            abdo.screenshot(&named(&format!("purchases/walk-{name}"), *look)).await;
            assert_eq!(abdo.violations().await, Vec::<String>::new(), "{name}, {look:?}");
        }
    }
    abdo.close().await;
    khaled.close().await;
    mona.close().await;
    sara.close().await;
}

#[tokio::test]
async fn every_screen_of_purchases_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    let mut stops = vec![
        ("list", "purchases".to_owned()),
        ("none", "purchases?text=zzzz".to_owned()),
        ("rules", "purchases?do=rules".to_owned()),
    ];
    let mut known = None;
    for state in ["draft", "waiting", "ordered", "part", "came", "verified", "cancelled"] {
        let page = told(&browser, "purchases.list", json!({ "state": [state], "limit": 1 })).await;
        let Some(line) = page["lines"].get(0).cloned() else { continue };
        stops.push((state, format!("purchases/{}", line["purchase"].as_str().unwrap())));
        known = Some(line);
    }
    let line = known.expect("the demonstration buys in kind");
    stops.push(("loan", format!("loans/{}?tab=purchases", line["loan"].as_str().unwrap())));
    let of = told(&browser, "purchases.of_loan", json!({ "loan": line["loan"] })).await;
    stops.push(("project", format!("projects/{}?tab=purchases", of["project"].as_str().unwrap())));
    pictures::pictured(&browser, "purchases", &stops).await;
    browser.close().await;
}
