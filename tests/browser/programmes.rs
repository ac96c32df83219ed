//! A programme in Chromium: a finding leads to an initiative, which another person approves and the partners agree to, money is
//! found, it runs, is measured, halted and released; and every screen in every look, as they stand in the demonstration.

use crate::pictures;
use sharaka_tests::{Browser, Host, demonstration};

/// What the office answers to a question, from within the page.
async fn asked(browser: &Browser, command: &str, input: &str, finds: &str) -> String {
    let script = format!(
        "const done = arguments[arguments.length - 1]; fetch('/call/{command}', {{ method: 'POST', headers: {{ \
         'Content-Type': 'application/json', 'Sharaka-Request': crypto.randomUUID() }}, body: JSON.stringify({input}) }}) \
         .then((answer) => answer.json()).then((answer) => {{ const page = answer.value ?? answer; const found = {finds}; \
         done(found ?? JSON.stringify(answer).slice(0, 400)); }})"
    );
    browser.script_async(&script).await.as_str().unwrap().to_owned()
}

async fn programme(browser: &Browser) -> String {
    asked(browser, "programmes.list", "{ limit: 10 }", "'programmes/' + page.lines[0].programme").await
}

async fn initiative(browser: &Browser, fits: &str) -> String {
    let finds = format!(
        "(() => {{ const line = page.lines.find((line) => {fits}); return line && 'initiatives/' + line.initiative; }})()"
    );
    asked(browser, "programmes.initiatives", "{ limit: 100 }", &finds).await
}

#[tokio::test]
async fn every_screen_of_programmes_has_its_picture_and_is_accessible() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let supervisor = visits.iter().find(|visit| visit.role == "supervisor").unwrap();
    browser.sign_in(&supervisor.login, &supervisor.password).await;
    browser.by_test("frame.person").await;
    let main = programme(&browser).await;
    let halted = initiative(&browser, "line.state === 'halted'").await;
    let runs = initiative(&browser, "line.state === 'running' && line.unmeasured > 0").await;
    let waits = initiative(&browser, "line.state === 'studied'").await;
    let idea = initiative(&browser, "line.state === 'idea'").await;
    let shop = initiative(&browser, "line.state === 'running' && line.progress === 70").await;
    let stops = [
        ("list", "programmes".to_owned()),
        ("none", "programmes?text=zzzz".to_owned()),
        ("initiatives", "programmes?tab=initiatives".to_owned()),
        ("supports", "programmes?tab=supports".to_owned()),
        ("add", "programmes?do=add".to_owned()),
        ("programme", main.clone()),
        ("study", format!("{main}?tab=study")),
        ("funding", format!("{main}?tab=funding")),
        ("capacity", format!("{main}?tab=capacity")),
        ("community", format!("{main}?tab=community")),
        ("propose", format!("{main}?do=initiative")),
        ("initiative", halted.clone()),
        ("results", format!("{halted}?tab=results")),
        ("indicators", format!("{halted}?tab=indicators")),
        ("money", format!("{halted}?tab=money")),
        ("seen", format!("{shop}?tab=seen")),
        ("measured", format!("{runs}?tab=indicators")),
        ("waits", waits),
        ("idea", idea),
    ];
    pictures::pictured(&browser, "programmes", &stops).await;
    browser.close().await;
}

/// The nth blank within a field, where several stand in one.
async fn nth(browser: &Browser, test: &str, place: usize, text: &str) {
    let script = format!(
        "const at = document.querySelectorAll('[data-test=\"{test}\"] input, [data-test=\"{test}\"] textarea')[{place}]; at.focus(); \
         at.value = '{text}'; at.dispatchEvent(new Event('input', {{ bubbles: true }})); at.blur();"
    );
    browser.script(&script).await;
}

/// A window of the form is submitted and closes.
async fn submit(browser: &Browser, test: &str) {
    browser.press(&format!("{test}.submit")).await;
    browser.wait_gone(&format!("{test}.submit")).await;
}

async fn pick(browser: &Browser, test: &str, words: &str) {
    browser.type_into(test, words).await;
    browser.choose(words).await;
}

async fn go(browser: &Browser, address: &str) {
    browser.script(&format!("location.hash = '#/{address}'")).await;
}

async fn state(browser: &Browser, words: &str) {
    browser.wait_for_text_in("programmes.initiative.state", words).await;
}

/// The next step, said twice.
async fn next(browser: &Browser) {
    browser.press("programmes.next").await;
    browser.press("confirm.yes").await;
}

async fn becomes(browser: &Browser, (login, password): (&str, &str), address: &str) {
    browser.sign_out().await;
    browser.sign_in(login, password).await;
    browser.by_test("frame.person").await;
    go(browser, address).await;
}

#[tokio::test]
async fn from_a_finding_to_a_measured_result_through_a_halt() {
    let folder = tempfile::tempdir().unwrap();
    let office = folder.path().join("office");
    let visits = demonstration(&office);
    let host = Host::at(&office);
    let browser = Browser::open(host.address()).await;
    let who = |role: &str| {
        let visit = visits.iter().find(|visit| visit.role == role).unwrap();
        (visit.login.as_str(), visit.password.as_str())
    };
    let (researcher, supervisor) = (who("researcher"), who("supervisor"));
    browser.sign_in(researcher.0, researcher.1).await;
    browser.by_test("frame.person").await;
    let main = programme(&browser).await;

    // The study found something, and an initiative is built on it.
    go(&browser, &format!("{main}?tab=study")).await;
    browser.press("programmes.finding.add").await;
    browser.type_into("programmes.finding.text", "ثلث الأسر يشتري الماء بالصهاريج").await;
    pick(&browser, "programmes.finding.domain", "الخدمات").await;
    browser.type_into("programmes.finding.evidence", "مسح ميداني 40 أسرة").await;
    submit(&browser, "programmes.finding").await;
    browser.press("programmes.build").await;
    browser.type_into("programmes.initiative_form.title", "شبكة مياه الحي الشمالي").await;
    browser.type_into("programmes.initiative_form.starts", "2026/12/01").await;
    browser.type_into("programmes.initiative_form.ends", "2027/06/30").await;
    browser.press("programmes.initiative_form.add_partner").await;
    pick(&browser, "programmes.initiative_form.partners", "أمانة منطقة القصيم").await;
    browser.press("programmes.initiative_form.add_cost").await;
    nth(&browser, "programmes.initiative_form.costs", 0, "تمديد الشبكة").await;
    nth(&browser, "programmes.initiative_form.costs", 2, "90000").await;
    browser.screenshot("programmes/walk-1-built").await;
    submit(&browser, "programmes.initiative_form").await;
    state(&browser, "مقترحة").await;
    let address = browser.script("return location.hash.slice(2).split('?')[0]").await.as_str().unwrap().to_owned();
    next(&browser).await;
    state(&browser, "مدروسة").await;
    browser.wait_for_text_in("programmes.next", "رفع للاعتماد").await;
    browser.press("programmes.next").await;
    browser.by_test("programmes.waits").await;
    browser.screenshot("programmes/walk-2-waits").await;

    // Another person approves it; the plan is put before the partners anew, and agreed to by another.
    becomes(&browser, supervisor, &address).await;
    browser.press("programmes.approve").await;
    submit(&browser, "programmes.approving").await;
    state(&browser, "معتمدة").await;
    becomes(&browser, researcher, &main).await;
    browser.wait_for_text_in("programmes.consent", "تغيّرت الخطة").await;
    browser.press("programmes.put_plan").await;
    submit(&browser, "programmes.plan_form").await;
    browser.wait_for_text_in("programmes.consent", "بانتظار الاعتماد").await;
    browser.screenshot("programmes/walk-3-put").await;
    becomes(&browser, supervisor, &main).await;
    browser.press("programmes.agree").await;
    browser.type_into("programmes.agreeing", "قرار 9/1448").await;
    submit(&browser, "programmes.agreeing").await;
    browser.wait_for_text_in("programmes.consent", "توافق").await;

    // Money is found, and it begins.
    becomes(&browser, researcher, &format!("{address}?tab=money")).await;
    browser.press("programmes.support.add").await;
    browser.type_into("programmes.support.name", "صندوق التنمية الزراعية").await;
    browser.type_into("programmes.support.amount", "90000").await;
    pick(&browser, "programmes.support.stage", "مستلَم").await;
    browser.type_into("programmes.support.evidence", "إشعار تحويل 77").await;
    submit(&browser, "programmes.support").await;
    browser.screenshot("programmes/walk-4-funded").await;
    go(&browser, &address).await;
    next(&browser).await;
    state(&browser, "ممولة").await;
    next(&browser).await;
    state(&browser, "قيد التنفيذ").await;

    // Its results are one tree, with an indicator that is measured and counts by another.
    go(&browser, &format!("{address}?tab=results")).await;
    browser.press("programmes.results.edit").await;
    nth(&browser, "programmes.results_form.results", 0, "ماء مأمون في كل بيت").await;
    submit(&browser, "programmes.results_form").await;
    browser.by_test("programmes.framework_table").await;
    go(&browser, &format!("{address}?tab=indicators")).await;
    browser.press("programmes.indicator.add").await;
    browser.type_into("programmes.indicator.text", "بيوت موصولة").await;
    pick(&browser, "programmes.indicator.result", "ماء مأمون").await;
    browser.type_into("programmes.indicator.baseline", "0").await;
    browser.type_into("programmes.indicator.baseline_on", "2026/11/01").await;
    browser.type_into("programmes.indicator.target", "120").await;
    submit(&browser, "programmes.indicator").await;
    browser.press("programmes.measure").await;
    browser.type_into("programmes.reading_form.from", "2026/11/01").await;
    browser.type_into("programmes.reading_form.to", "2026/11/15").await;
    browser.type_into("programmes.reading_form.actual", "90").await;
    submit(&browser, "programmes.reading_form").await;
    browser.by_test("programmes.reading").await;
    browser.screenshot("programmes/walk-5-measured").await;
    becomes(&browser, supervisor, &format!("{address}?tab=indicators")).await;
    browser.press("programmes.approve_reading").await;
    browser.press("confirm.yes").await;
    browser
        .wait_until(
            "document.querySelector('[data-test=\"programmes.indicator_lines\"] tr[data-light=amber]') !== null",
        )
        .await;
    browser.screenshot("programmes/walk-6-counts").await;

    // It is halted, put right by one person and released by another.
    browser.press("programmes.more").await;
    browser.choose("إيقاف المبادرة").await;
    browser.type_into("programmes.halting", "كُسر الخط الرئيس").await;
    submit(&browser, "programmes.halting").await;
    state(&browser, "موقوفة").await;
    browser.screenshot("programmes/walk-7-halted").await;
    becomes(&browser, researcher, &address).await;
    browser.press("programmes.correct").await;
    browser.type_into("programmes.correcting.corrected", "أُصلح الخط وفُحص ضغطه").await;
    submit(&browser, "programmes.correcting").await;
    // Whoever halted it does not release it: the committee does.
    becomes(&browser, who("committee"), &address).await;
    browser.press("programmes.release").await;
    browser.type_into("programmes.releasing", "روجع محضر الفحص").await;
    submit(&browser, "programmes.releasing").await;
    state(&browser, "قيد التنفيذ").await;
    browser.screenshot("programmes/walk-8-released").await;
    browser.close().await;
}
