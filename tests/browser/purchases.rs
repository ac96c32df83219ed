//! A purchase in the window: begun on the page of a loan, three quotes, ordered, approved by another, come with serial
//! numbers, invoiced; the list and the assets.

use fantoccini::key::Key;
use sharaka_tests::{Browser, Host, LOOKS, PASSWORD, Page, lending_office, loan_proposed, named, words};

async fn at_desk(host: &Host, login: &str) -> Browser {
    let browser = Browser::open(host.address()).await;
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser
}

/// Goes to a tab of the one loan there is.
async fn loan(page: &Page, tab: &str) {
    page.script(&format!(
        "fetch('/call/loans.list', {{ method: 'POST', headers: {{ 'Content-Type': 'application/json', \
         'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({{ limit: 1 }}) }}).then((answer) => \
         answer.json()).then(({{ value }}) => {{ location.hash = `#/loans/${{value.lines[0].loan}}{tab}`; }});"
    ))
    .await;
}

#[tokio::test]
async fn what_a_loan_buys_is_quoted_ordered_received_and_listed() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    lending_office(&office);
    loan_proposed(&office);
    let host = Host::at(&office);

    let mona = at_desk(&host, "mona").await;
    loan(&mona, "").await;
    mona.press("loan.approve").await;
    mona.by_test("loan.decide.submit").await;
    mona.press("loan.decide.submit").await;
    mona.wait_gone("loan.decide.submit").await;

    let sara = at_desk(&host, "sara").await;
    loan(&sara, "?tab=purchases").await;
    sara.by_test("purchases").await;
    sara.press("purchase.begin").await;
    sara.by_test("purchase.form.submit").await;
    sara.type_into("purchase.title", "ماكينتا خياطة").await;
    sara.type_into("purchase.budget_line", "التجهيز").await;
    sara.type_into("purchase.item1", "ماكينة خياطة صناعية").await;
    sara.type_into("purchase.quantity1", "2").await;
    sara.type_into("purchase.amount1", "3000").await;
    sara.screenshot("purchases-begin").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the form of a purchase");
    sara.press("purchase.form.submit").await;
    sara.wait_gone("purchase.form.submit").await;
    sara.by_test("purchase").await;
    sara.by_test("gate.purchases.quotes").await;

    for (supplier, amount) in [("مؤسسة الإتقان", "3000"), ("معدات القصيم", "3200"), ("دار الخياطة", "3500")]
    {
        sara.press("purchase.add_quote").await;
        sara.by_test("purchase.quote.submit").await;
        sara.type_into("purchase.supplier_name", supplier).await;
        sara.type_into("purchase.quote_amount", amount).await;
        if supplier == "معدات القصيم" {
            sara.screenshot("purchases-quote").await;
            assert_eq!(sara.violations().await, Vec::<String>::new(), "the form of a quote");
        }
        sara.press("purchase.quote.submit").await;
        sara.wait_gone("purchase.quote.submit").await;
    }
    sara.wait_for_text_in("purchase.quotes", "دار الخياطة").await;
    let second = "document.querySelectorAll('[data-test=\"purchase.choose\"]')";
    sara.script(&format!("{second}[1].click()")).await;
    sara.by_test("purchase.choosing.submit").await;
    sara.screenshot("purchases-why").await;
    sara.key(Key::Escape).await;
    sara.wait_gone("purchase.choosing.submit").await;
    sara.script(&format!("{second}[0].click()")).await;
    sara.wait_for_text_in("purchase.quotes", &words("purchase.chosen")).await;
    for look in LOOKS {
        sara.look(*look).await;
        sara.by_test("purchase").await;
        sara.screenshot(&named("purchases-draft", *look)).await;
        assert_eq!(sara.violations().await, Vec::<String>::new(), "a purchase with its quotes, {look:?}");
    }
    sara.press("purchase.order").await;
    sara.wait_for_text_in("purchase.state", &words("purchase.state.waiting")).await;

    mona.script("location.hash = '#/purchases'").await;
    mona.by_test("purchase.table").await;
    mona.wait_for_text_in("purchase.table", "ماكينتا خياطة").await;
    mona.press("purchase.rules").await;
    mona.by_test("purchase.rules.list").await;
    mona.press("purchase.rule.change").await;
    mona.by_test("purchase.rule.submit").await;
    mona.screenshot("purchases-rules").await;
    assert_eq!(mona.violations().await, Vec::<String>::new(), "what a product asks of purchases");
    mona.key(Key::Escape).await;
    mona.wait_gone("purchase.rule.submit").await;
    mona.key(Key::Escape).await;
    mona.wait_gone("purchase.rules.list").await;
    let place = sara.script("return location.hash").await;
    mona.script(&format!("location.hash = {place}")).await;
    mona.press("purchase.approve").await;
    mona.press("confirm.yes").await;
    mona.wait_for_text_in("purchase.state", &words("purchase.state.ordered")).await;

    sara.press("purchase.deliver").await;
    sara.by_test("purchase.delivery.submit").await;
    sara.type_into("purchase.serials1", "JK-1191").await;
    sara.screenshot("purchases-deliver").await;
    assert_eq!(sara.violations().await, Vec::<String>::new(), "the form of a delivery");
    sara.press("purchase.delivery.submit").await;
    sara.wait_gone("purchase.delivery.submit").await;
    sara.wait_for_text_in("purchase.state", &words("purchase.state.came")).await;
    sara.press("purchase.invoice").await;
    sara.by_test("purchase.invoicing.submit").await;
    sara.type_into("purchase.invoice_no", "INV-44").await;
    sara.screenshot("purchases-invoice").await;
    sara.press("purchase.invoicing.submit").await;
    sara.wait_gone("purchase.invoicing.submit").await;
    sara.wait_for_text_in("purchase.invoices", "INV-44").await;
    for look in LOOKS {
        sara.look(*look).await;
        sara.by_test("purchase").await;
        sara.screenshot(&named("purchases-came", *look)).await;
        assert_eq!(sara.violations().await, Vec::<String>::new(), "a purchase that came, {look:?}");
    }
    loan(&sara, "?tab=purchases").await;
    sara.by_test("purchases").await;
    sara.press("asset.see").await;
    sara.by_test("asset.seeing.submit").await;
    sara.press("asset.seeing.submit").await;
    sara.wait_gone("asset.seeing.submit").await;
    for look in LOOKS {
        sara.look(*look).await;
        sara.by_test("purchases").await;
        sara.screenshot(&named("purchases-loan", *look)).await;
        assert_eq!(sara.violations().await, Vec::<String>::new(), "the purchases of a loan, {look:?}");
    }
    sara.go_to("purchases").await;
    for look in LOOKS {
        sara.look(*look).await;
        sara.by_test("purchase.table").await;
        sara.screenshot(&named("purchases-list", *look)).await;
        assert_eq!(sara.violations().await, Vec::<String>::new(), "the list of purchases, {look:?}");
    }
}
