//! The whole way of a loan by the roles concerned: applied for and decided by others, paid out in two stages, halted by a
//! reading, laid out anew and resumed by others, repaid, and closed with the note handed back and the letter printed. On the
//! way everybody tries what is not theirs.

use fantoccini::key::Key;
use serde_json::{Value, json};
use sharaka_tests::{Browser, Host, PASSWORD, Page, lending_office, repay_by_keyboard, words};

async fn at_desk(host: &Host, login: &str) -> Browser {
    let browser = Browser::open(host.address()).await;
    browser.sign_in(login, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser
}

/// Calls a command as the person who sits there, beside the screens.
async fn asked(page: &Page, command: &str, input: Value) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1]; fetch('/call/{command}', {{ method: 'POST', headers: \
         {{ 'Content-Type': 'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({input}) }})\
         .then((answer) => answer.json()).then(done);"
    );
    page.script_async(&script).await
}

async fn told(page: &Page, command: &str, input: Value) -> Value {
    let answer = asked(page, command, input).await;
    assert!(answer.get("value").is_some(), "{command}: {answer}");
    answer["value"].clone()
}

/// What the office says to somebody who tries it past the screen.
async fn refused(page: &Page, command: &str, input: Value) -> String {
    let answer = asked(page, command, input).await;
    assert!(answer.get("value").is_none(), "{command} must be refused: {answer}");
    answer.to_string()
}

async fn at(page: &Page, address: &str, shows: &str) {
    page.script(&format!("location.hash = '#/{address}'")).await;
    page.by_test(shows).await;
    page.settle().await;
}

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

/// Today in Riyadh, or a day before or after it.
async fn day(page: &Page, after: i64) -> String {
    let script = format!("return new Date(Date.now() + 10800000 + {after} * 86400000).toISOString().slice(0, 10)");
    page.script(&script).await.as_str().unwrap().to_owned()
}

fn id(place: u32) -> String {
    format!("0190000a-0000-7000-8000-0000000{place:05}")
}

/// The people at their desks.
struct Office {
    sara: Browser,
    mona: Browser,
    khaled: Browser,
    abdo: Browser,
}

/// A month of the family, two machines in two payments, and a guarantee.
async fn applied_for(office: &Office) -> String {
    let Office { sara, mona, .. } = office;
    let party = told(sara, "beneficiaries.list", json!({ "limit": 1 })).await["lines"][0]["party"].clone();
    at(sara, &format!("applications/new?party={}", party.as_str().unwrap()), "application.new.submit").await;
    let product = words("loans.seed.families");
    sara.type_into("application.product", &product).await;
    sara.choose(&product).await;
    sara.type_into("application.amount", "12000").await;
    sara.type_into("application.instalments", "12").await;
    sara.type_into("application.project_name", "مشغل نورة").await;
    sara.type_into("application.needs", "ماكينتا خياطة لطلبات المدارس").await;
    sara.press("application.new.submit").await;
    sara.by_test("application.page").await;
    sara.press("application.submit").await;
    sara.press("application.take").await;
    sara.by_test("application.recommend.submit").await;
    let application = sara.script("return location.hash.split('/')[2].split('?')[0]").await;
    let application = application.as_str().unwrap().to_owned();

    let row = |side: &str, label: &str, amount: i64| json!({ "side": side, "label": label, "amount": amount });
    let rows = json!([
        row("sales", "المبيعات", 900_000),
        row("variable", "الخامات", 300_000),
        row("income", "راتب", 400_000),
        row("costs", "المعيشة", 350_000),
    ]);
    let study = json!({ "application": application, "rows": rows, "market": "طلبات مدارس الحي", "version": 0 });
    told(sara, "applications.save_study", study).await;
    let quotes = |amount: i64| {
        let quote = |supplier: &str, more: i64| json!({ "supplier": supplier, "amount": amount + more, "note": "" });
        json!([quote("مؤسسة الإتقان", 0), quote("معدات القصيم", 40_000), quote("دار الخياطة", 90_000)])
    };
    let line = |place: u32, batch: i64, item: &str| {
        json!({ "id": id(place), "batch": batch, "item": item, "kind": "in_kind", "amount": 600_000,
                "quotes": quotes(600_000), "chosen": "مؤسسة الإتقان" })
    };
    let lines = json!([line(1, 1, "ماكينة خياطة صناعية"), line(2, 2, "ماكينة تطريز")]);
    told(sara, "applications.save_budget", json!({ "application": application, "lines": lines, "version": 1 })).await;
    let letter = json!({ "id": id(3), "application": application, "kind": "employer", "said": "خطاب جهة العمل" });
    told(sara, "applications.bring_guarantee", letter).await;
    let own = json!({ "guarantee": id(3), "checked": ["letter_seen"] });
    refused(sara, "applications.see_guarantee", own.clone()).await;
    told(mona, "applications.see_guarantee", own).await;
    let readings = ["production", "sales", "stock", "customers", "income"]
        .map(|kind| json!({ "kind": kind, "typed": "", "reason": "لم يبدأ المشروع" }));
    let today = day(sara, 0).await;
    let found = json!({ "done_on": today, "signal": "sound", "findings": "المكان مناسب", "readings": readings });
    let begun = json!({ "kind": "visit", "subject_kind": "application", "subject": application });
    told(sara, "follow_up.record", json!({ "id": id(4), "begun": begun, "found": found })).await;
    sara.reload().await;
    sara.by_test("application.recommend.submit").await;
    sara.settle().await;
    if sara.shows("application.recommend.discard").await {
        sara.press("application.recommend.discard").await;
    }
    sara.type_into("application.recommend.opinion", "خبرة وطلب ثابت.").await;
    sara.settle().await;
    sara.screenshot("whole-way/01-recommended").await;
    sara.press("application.recommend.submit").await;
    sara.by_test("application.why_not").await;
    application
}

/// Decided by the supervisor, and the loan by the committee; nobody decides twice.
async fn decided(office: &Office, application: &str) -> String {
    let Office { sara, mona, abdo, .. } = office;
    let approve = json!({ "application": application, "loan": id(9), "note": "" });
    assert!(refused(sara, "applications.approve", approve).await.contains("applications.decide"));
    at(mona, &format!("applications/{application}"), "application.approve").await;
    mona.press("application.approve").await;
    sent(mona, "application.deciding").await;
    mona.press("application.loan").await;
    mona.by_test("loan.standing").await;
    let loan = mona.script("return location.hash.split('/')[2].split('?')[0]").await.as_str().unwrap().to_owned();
    let which = json!({ "loan": loan });
    assert!(refused(mona, "loans.approve", which.clone()).await.contains("loans.own_loan"));
    at(abdo, &format!("loans/{loan}"), "loan.approve").await;
    abdo.press("loan.approve").await;
    sent(abdo, "loan.decide").await;
    abdo.wait_for_text_in("loan.standing", &words("loan.phase.approved")).await;
    abdo.screenshot("whole-way/02-approved").await;
    loan
}

/// A note is drawn and signed.
async fn signed(office: &Office, loan: &str) {
    let sara = &office.sara;
    at(sara, &format!("loans/{loan}?tab=guarantees"), "guarantees").await;
    sara.press("note.draw").await;
    sara.type_into("note.place_of_issue", "بريدة").await;
    sent(sara, "note.drawing").await;
    sara.press("note.sign").await;
    sara.type_into("note.place", "خزنة الجمعية").await;
    sent(sara, "note.day").await;
    sara.wait_for_text_in("notes", "خزنة الجمعية").await;
    off(sara, "note.return").await;
    assert!(!sara.shows("note.clearance").await, "nobody is cleared before the loan is closed");
}

/// Two stages are laid over the project, and a tranche put into each.
async fn staged(office: &Office, loan: &str) -> (String, Vec<String>) {
    let Office { sara, mona, .. } = office;
    let stage = |name: &str| json!({ "name": name, "goal": "", "days": 30, "visits": 0, "conditions": [{ "text": "الماكينة تعمل", "paper": false }] });
    let template = json!({ "id": id(20), "name": "خياطة", "offered": true, "stages": [stage("تجهيز"), stage("توسع")], "record_version": 0 });
    told(mona, "stages.add_template", template).await;
    let project = told(sara, "loans.detail", json!({ "loan": loan })).await["project"]["id"].clone();
    told(sara, "stages.lay", json!({ "project": project, "template": id(20) })).await;
    let laid = told(sara, "stages.project", json!({ "project": project })).await;
    let stages: Vec<String> =
        (0..2).map(|place| laid["stages"][place]["stage"]["id"].as_str().unwrap().to_owned()).collect();
    let places = json!([{ "tranche": id(1), "stage": stages[0] }, { "tranche": id(2), "stage": stages[1] }]);
    told(sara, "stages.place", json!({ "project": project, "places": places })).await;
    (project.as_str().unwrap().to_owned(), stages)
}

/// A tranche goes from its request to its verification, by whom each step belongs to.
async fn paid_out(office: &Office, loan: &str, tranche: &str) {
    let Office { sara, mona, khaled, .. } = office;
    let address = format!("loans/{loan}");
    at(sara, &address, "loan.tranche").await;
    sara.press("loan.tranche.requested").await;
    sent(sara, "loan.step").await;
    let which = json!({ "tranche": tranche });
    assert!(refused(sara, "loans.approve_tranche", which.clone()).await.contains("loans.approve"));
    at(mona, &address, "loan.tranche.approved").await;
    mona.press("loan.tranche.approved").await;
    sent(mona, "loan.step").await;
    sara.press("loan.tranche.delivered").await;
    sara.type_into("loan.step.supplier", "مؤسسة الإتقان").await;
    sent(sara, "loan.step").await;
    let pay = json!({ "tranche": tranche, "day": day(mona, 0).await, "method": "transfer" });
    assert!(refused(mona, "loans.pay_tranche", pay).await.contains("loans.pay"));
    at(khaled, &address, "loan.tranche.paid").await;
    khaled.press("loan.tranche.paid").await;
    sent(khaled, "loan.step").await;
    // Whoever took delivery, or paid, does not say that it works.
    off(sara, "loan.tranche.verified").await;
    let own = json!({ "tranche": tranche, "note": "" });
    assert!(refused(sara, "loans.verify_tranche", own).await.contains("loans.own_payment"));
    at(mona, &address, "loan.tranche.verified").await;
    mona.press("loan.tranche.verified").await;
    sent(mona, "loan.step").await;
}

/// A stage is open, ticked by one and passed by another.
async fn passed(office: &Office, project: &str, stage: &str, loan: &str, tranche: &str) {
    let Office { sara, mona, .. } = office;
    let address = format!("projects/{project}");
    at(sara, &address, "stage.panel").await;
    // The first is opened by hand; the next opens as the one before it passes.
    if sara.shows("stage.begin").await {
        sara.press("stage.begin").await;
    }
    sara.wait_for_text_in("stage.state", &words("stage.state.open")).await;
    paid_out(office, loan, tranche).await;
    at(sara, &address, "stage.tick.1").await;
    sara.press("stage.tick.1").await;
    sara.type_into("stage.ticking.evidence", "رأيتها تعمل اليوم").await;
    sent(sara, "stage.ticking").await;
    sara.press("stage.ask_review").await;
    sent(sara, "stage.asking").await;
    let pass = json!({ "stage": stage, "note": "" });
    assert!(refused(sara, "stages.pass", pass).await.contains("stages.review"));
    at(mona, &address, "stage.pass").await;
    mona.press("stage.pass").await;
    sent(mona, "stage.passing").await;
    mona.by_test("stage.rail").await;
}

/// Sales fall from reading to reading; the third halts the project by itself.
async fn halted(office: &Office, loan: &str) {
    let Office { sara, mona, .. } = office;
    for (place, (days, sales)) in [(-2, "9000"), (-1, "7000")].into_iter().enumerate() {
        let reading = |kind: &str| {
            let typed = if kind == "sales" { sales } else { "" };
            json!({ "kind": kind, "typed": typed, "reason": if typed.is_empty() { "لم يُسأل عنه" } else { "" } })
        };
        let readings: Vec<Value> = ["production", "sales", "stock", "customers", "income"].map(reading).into();
        let found =
            json!({ "done_on": day(sara, days).await, "signal": "sound", "findings": "", "readings": readings });
        let begun = json!({ "kind": "visit", "subject_kind": "loan", "subject": loan });
        let number = u32::try_from(place).unwrap() + 40;
        told(sara, "follow_up.record", json!({ "id": id(number), "begun": begun, "found": found })).await;
    }
    at(mona, &format!("loans/{loan}"), "loan.standing").await;
    assert!(!mona.shows("hold.banner").await, "two readings are one fall");
    at(sara, &format!("loans/{loan}?tab=follow-up"), "follow_up.of").await;
    sara.press("follow_up.of.record").await;
    sara.by_test("follow_up.will").await;
    for (kind, typed) in
        [("production", "60"), ("sales", "5000"), ("stock", "500"), ("customers", "26"), ("income", "1500")]
    {
        sara.type_into(&format!("follow_up.reading.{kind}"), typed).await;
    }
    sara.script("document.activeElement.blur()").await;
    sara.keys(&[], "1").await;
    sara.type_into("follow_up.record.findings", "تعمل، والبيع أقل").await;
    sara.press("follow_up.record.submit").await;
    sara.by_test("follow_up.standing").await;
    // The supervisor who looks at the loan sees the halt the same minute.
    mona.wait_for_text_in("hold.banner", &words("hold.repayments")).await;
    mona.screenshot("whole-way/05-halted").await;
}

/// The plan is laid out anew by two people who were not at the visit.
async fn resumed(office: &Office) {
    let Office { sara, mona, abdo, .. } = office;
    mona.press("hold.banner.open").await;
    mona.by_test("hold").await;
    mona.press("hold.propose.reschedule").await;
    // Each way of laying it out is looked at; the old plan stands beside the new.
    mona.by_test("loan.terms.equal").await;
    mona.tick("defer").await;
    mona.type_into("hold.proposing.count", "2").await;
    mona.by_test("loan.terms.equal").await;
    mona.screenshot("whole-way/06-defer").await;
    mona.tick("shift").await;
    mona.by_test("hold.proposing.to").await;
    mona.tick("extend").await;
    mona.type_into("hold.proposing.count", "12").await;
    mona.by_test("loan.terms.equal").await;
    mona.settle().await;
    mona.screenshot("whole-way/07-extend").await;
    assert_eq!(mona.violations().await, Vec::<String>::new(), "the ways of a rescheduling");
    mona.type_into("hold.proposing.reason", "انخفض البيع بعد الموسم").await;
    sent(mona, "hold.proposing").await;
    mona.by_test("hold.awaits").await;
    let address = mona.script("return location.hash.slice(2)").await.as_str().unwrap().to_owned();
    let hold = address.split('/').nth(1).unwrap().to_owned();
    let decide = json!({ "hold": hold, "declared": true });
    for (who, own) in [(sara, "holds.release"), (mona, "holds.own_decision")] {
        assert!(refused(who, "holds.approve", decide.clone()).await.contains(own));
    }
    at(abdo, &address, "hold.change").await;
    abdo.script("document.querySelector('[data-test=\"hold\"] input[type=checkbox]').click()").await;
    abdo.press("hold.approve").await;
    abdo.by_test("hold.signed").await;
    abdo.screenshot("whole-way/08-resumed").await;
}

/// Repaid to the last halala; the note is handed back and the letter printed.
async fn closed(office: &Office, loan: &str, project: &str) {
    let Office { sara, mona, khaled, .. } = office;
    repay_by_keyboard(khaled, "نورة", "12000").await;
    khaled.wait_for_text_in("loan.standing", &words("loan.phase.closed")).await;
    at(sara, &format!("loans/{loan}?tab=guarantees"), "notes").await;
    off(sara, "note.clearance").await;
    sara.screenshot("whole-way/09-note-out").await;
    sara.press("note.return").await;
    sent(sara, "note.day").await;
    sara.wait_for_text_in("notes", &words("note.state.returned")).await;
    sara.press("note.clearance").await;
    sara.visible("dialog[open] svg").await;
    sara.screenshot("whole-way/10-clearance").await;
    sara.key(Key::Escape).await;
    let kept = told(sara, "guarantees.of_loan", json!({ "loan": loan })).await;
    assert_eq!(kept["guarantees"][0]["state"], "released", "what stood for it goes with it");
    at(mona, &format!("projects/{project}"), "stage.complete").await;
    mona.press("stage.complete").await;
    mona.type_into("stage.completing_form", "سدد القرض واستقر المشروع").await;
    sent(mona, "stage.completing_form").await;
    mona.wait_for_text_in("loan.project.standing", &words("loan.project_state.completed")).await;
    mona.screenshot("whole-way/11-completed").await;
    assert_eq!(mona.violations().await, Vec::<String>::new(), "a project that is completed");
}

#[tokio::test]
async fn a_loan_goes_its_whole_way_by_the_people_concerned() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("office");
    lending_office(&folder);
    let host = Host::at(&folder);
    let office = Office {
        sara: at_desk(&host, "sara").await,
        mona: at_desk(&host, "mona").await,
        khaled: at_desk(&host, "khaled").await,
        abdo: at_desk(&host, "abdo").await,
    };
    let application = applied_for(&office).await;
    let loan = decided(&office, &application).await;
    signed(&office, &loan).await;
    let (project, stages) = staged(&office, &loan).await;
    // Money of the second stage waits for the first, whatever is tried.
    let second = json!({ "tranche": id(2) });
    assert!(refused(&office.sara, "loans.request_tranche", second).await.contains("gate.conditions_missing"));
    passed(&office, &project, &stages[0], &loan, &id(1)).await;
    office.mona.screenshot("whole-way/03-first-stage").await;
    passed(&office, &project, &stages[1], &loan, &id(2)).await;
    office.mona.screenshot("whole-way/04-second-stage").await;
    halted(&office, &loan).await;
    resumed(&office).await;
    closed(&office, &loan, &project).await;

    // An address of before leads to the project.
    office.sara.script(&format!("location.hash = '#/loans/project/{project}'")).await;
    office.sara.by_test("loan.project.standing").await;
    let now = office.sara.script("return location.hash").await;
    assert_eq!(now, format!("#/projects/{project}"));
    for browser in [office.sara, office.mona, office.khaled, office.abdo] {
        browser.close().await;
    }
}
