//! What protects an office, as people meet it: waiting after wrong passwords, the lock, roles, the log, backups.

use crate::pictures::pictured;
use fantoccini::key::Key;
use kernel::Moment;
use office::clock::{Clock, MachineClock, SetClock};
use office::{Caller, Options, SessionChange};
use serde_json::json;
use sharaka_tests::{ADMINISTRATOR, Browser, Host, LOGIN, LOOKS, PASSWORD, Page, words};
use std::sync::Arc;

#[tokio::test]
async fn after_five_wrong_passwords_their_owner_waits() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.sign_out().await;
    for _ in 0..5 {
        assert!(!browser.shows("signin.wait").await, "the first five cost nothing but themselves");
        browser.sign_in(LOGIN, "كلمة أخرى 99").await;
        browser.wait_for_text(&words("refusal.session.wrong_password")).await;
    }
    browser.by_test("signin.wait").await;
    let why = "document.querySelector('[data-test=\"signin.submit\"]').getAttribute('aria-disabled') === 'true'";
    browser.wait_until(why).await;
    // Neither a new page nor the right password gets around it.
    browser.reload().await;
    browser.sign_in(LOGIN, PASSWORD).await;
    browser.by_test("signin.wait").await;
    browser.close().await;
}

#[tokio::test]
async fn a_locked_screen_shows_nothing_and_opens_for_its_owner_only() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.go_to("staff").await;
    browser.keys(&[Key::Control], "l").await;
    browser.by_test("lock.submit").await;
    assert!(!browser.shows("staff.add").await, "what was on the screen is away");
    browser.reload().await;
    browser.by_test("lock.submit").await;
    browser.type_into("lock.password", "كلمة أخرى 99").await;
    browser.press("lock.submit").await;
    browser.wait_for_text(&words("refusal.session.wrong_password")).await;
    browser.type_into("lock.password", PASSWORD).await;
    browser.press("lock.submit").await;
    browser.by_test("staff.add").await;
    browser.close().await;
}

#[tokio::test]
async fn a_role_opens_its_screens_and_the_log_is_narrowed_to_one_person() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.add_person("سارة الحربي", "sara", "researcher", "مفتاح-أول-7788").await;
    browser.go_to("permissions").await;
    browser.wait_for_text_in("permissions.table", &words("permission.audit.view")).await;
    browser.wait_for_text_in("permissions.table", &words("command.audit.list")).await;

    browser.sign_out().await;
    browser.sign_in("sara", "مفتاح-أول-7788").await;
    browser.by_test("password.submit").await;
    own_password(&browser).await;
    assert!(browser.shows("rail.beneficiaries").await, "a researcher keeps files");
    assert!(!browser.shows("rail.audit").await && !browser.shows("rail.backups").await, "and no more than that");
    browser.go_to("audit").await;
    browser.wait_for_text(&words("frame.not_allowed")).await;
    browser.go_to("history").await;
    browser.wait_for_text(&words("command.session.change_password")).await;

    browser.sign_out().await;
    browser.sign_in(LOGIN, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.go_to("audit").await;
    browser.wait_for_text_in("audit.table", &words("command.staff.add")).await;
    browser.type_into("audit.person", "سارة").await;
    browser.key(Key::Enter).await;
    browser.wait_for_text_in("audit.table", &words("command.session.change_password")).await;
    assert!(!browser.text_of("audit.table").await.contains(&words("command.staff.add")), "only what she did");
    browser.press("audit.verify").await;
    browser.visible("[data-test=\"audit.chain\"][data-intact=\"true\"]").await;
    browser.close().await;
}

#[tokio::test]
async fn a_backup_is_made_practised_and_put_back() {
    let host = Host::new();
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.go_to("backups").await;
    browser.press("backups.make").await;
    browser.wait_for_text_in("backups.table", &words("backups.verified")).await;

    // Recorded after the backup: a restore takes it away again.
    browser.add_person("سارة الحربي", "sara", "researcher", "مفتاح-أول-7788").await;
    browser.go_to("backups").await;
    of_the_oldest(&browser, "backups.drill").await;
    browser.press("drill.run").await;
    browser.by_test("drill.passed").await;
    browser.screenshot("backups-drill").await;
    assert_eq!(browser.violations().await, Vec::<String>::new(), "the drill that passed");
    browser.press("drill.restore").await;
    browser.script("document.querySelector('[data-test=\"restore.understood\"] input').click()").await;
    browser.type_into("restore.password", PASSWORD).await;
    browser.press("restore.submit").await;
    browser.by_test("signin.submit").await;
    let kept = words("backups.restored_kept");
    browser.wait_for_text(kept.split("%{").next().unwrap_or_default()).await;
    assert!(!browser.text().await.contains("سارة الحربي"), "what was told to the one before is gone");
    browser.sign_in(LOGIN, PASSWORD).await;
    browser.by_test("frame.person").await;
    browser.go_to("staff").await;
    browser.wait_for_text_in("staff.table", ADMINISTRATOR).await;
    let people = browser.text_of("staff.table").await;
    assert!(!people.contains("سارة الحربي"), "the office is as it was when the backup was made: {people}");
    browser.close().await;
}

async fn own_password(page: &Page) {
    page.type_into("password.old", "مفتاح-أول-7788").await;
    page.type_into("password.new", PASSWORD).await;
    page.type_into("password.again", PASSWORD).await;
    page.press("password.submit").await;
    page.by_test("frame.person").await;
}

/// Opens the menu of the last row and chooses from it.
async fn of_the_oldest(page: &Page, entry: &str) {
    page.script(
        "const rows = document.querySelectorAll('[data-test=\"backups.table\"] .body .line'); rows[rows.length - 1].querySelector('[aria-haspopup]').click()",
    )
    .await;
    page.press(entry).await;
}

/// The office in a folder, opened by the program itself at a moment of the story's choosing, for what only time does.
fn at_another_time(folder: &std::path::Path, days: i64) {
    let now = Moment::from_micros(MachineClock::default().now().micros() + days * 86_400_000_000);
    let clock = Arc::new(SetClock::at(now));
    let office = app::open(folder, Options { clock, cost: database::Cost::cheap(), demo: false }).unwrap();
    let input = json!({ "login": LOGIN, "password": PASSWORD });
    let SessionChange::Begun(token) = office.call(&Caller::Nobody, "session.sign_in", input).unwrap().session else {
        panic!("a session must begin")
    };
    let caller = Caller::Holder(token);
    office.call(&caller, "backups.make", json!({})).unwrap();
    office.call(&caller, "session.sign_out", json!({})).unwrap();
}

#[tokio::test]
async fn a_clock_behind_the_past_is_asked_about_and_an_administrator_says_a_word() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("office");
    let host = Host::at(&folder);
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.sign_out().await;
    browser.close().await;
    drop(host);
    at_another_time(&folder, 10);

    let host = Host::at(&folder);
    let browser = Browser::open(host.address()).await;
    browser.sign_in(LOGIN, PASSWORD).await;
    browser.by_test("integrity.clock").await;
    pictured(&browser, "integrity", &[("clock", "backups".to_owned())]).await;
    browser.look(LOOKS[0]).await;
    // Nothing is dated before somebody has said that the clock is right, and whoever tries is told why.
    browser.go_to("backups").await;
    browser.press("backups.make").await;
    browser.wait_for_text(words("refusal.integrity.clock_doubted").split("%{").next().unwrap_or_default()).await;
    browser.press("integrity.clock.again").await;
    browser.by_test("integrity.clock").await;
    browser.press("integrity.clock.right").await;
    // Whoever said so is told to everybody, until an administrator says a word.
    browser.by_test("integrity.notice").await;
    assert!(!browser.shows("integrity.clock").await, "it is answered");
    browser.press("backups.make").await;
    browser.wait_for_text_in("backups.table", &words("backups.verified")).await;
    pictured(&browser, "integrity", &[("notice", "backups".to_owned())]).await;
    browser.look(LOOKS[0]).await;
    browser.press("integrity.acknowledge").await;
    browser.type_into("integrity.word", "كانت ساعة الجهاز متقدمة عشرة أيام").await;
    browser.press("integrity.word.submit").await;
    browser.wait_until("!document.querySelector('[data-test=\"integrity.notice\"]')").await;
    browser.reload().await;
    browser.by_test("frame.person").await;
    assert!(!browser.shows("integrity.notice").await, "told once");
    browser.close().await;
}

#[tokio::test]
async fn an_older_database_put_back_is_told_on_every_screen() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("office");
    let host = Host::at(&folder);
    let browser = Browser::open(host.address()).await;
    browser.new_office().await;
    browser.sign_out().await;
    browser.close().await;
    drop(host);
    let older = std::fs::read(folder.join("office.db")).unwrap();
    at_another_time(&folder, 0);
    std::fs::write(folder.join("office.db"), older).unwrap();

    let host = Host::at(&folder);
    let browser = Browser::open(host.address()).await;
    browser.sign_in(LOGIN, PASSWORD).await;
    browser.by_test("integrity.notice").await;
    browser.go_to("staff").await;
    browser.by_test("integrity.notice").await;
    // The mark of the folder tells of it, and so does the backup made since; each is answered with a word.
    for left in [1, 0] {
        browser.press("integrity.acknowledge").await;
        browser.type_into("integrity.word", "أعدت المجلد من قرص قديم").await;
        browser.press("integrity.word.submit").await;
        let now = format!("document.querySelectorAll('[data-test=\"integrity.notice\"]').length === {left}");
        browser.wait_until(&now).await;
    }
    browser.close().await;
}
