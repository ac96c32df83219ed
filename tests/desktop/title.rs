//! The window is called what the screen in it is.

use sharaka_tests::{ASSOCIATION, Desktop, Window, words};
use std::time::{Duration, Instant};

#[tokio::test]
async fn the_taskbar_names_the_screen_and_the_association_but_nothing_while_locked() {
    let desktop = Desktop::start();
    let office = desktop.office();
    let window = desktop.window(&office).await;
    let program = words("frame.program");
    named(&window, &program).await;
    window.new_office().await;
    let on = |screen: &str| {
        words("frame.window").replace("%{screen}", &words(screen)).replace("%{association}", ASSOCIATION)
    };
    window.go_to("beneficiaries").await;
    named(&window, &on("beneficiaries.title")).await;
    window.go_to("audit").await;
    named(&window, &on("audit.title")).await;
    window.keys(&[fantoccini::key::Key::Control], "l").await;
    window.by_test("lock.submit").await;
    named(&window, &program).await;
    window.close().await;
}

/// Waits until the display itself calls the window so: a window manager is told, not asked.
async fn named(window: &Window, title: &str) {
    let started = Instant::now();
    while window.own_title() != title {
        let late = started.elapsed() > Duration::from_secs(10);
        assert!(!late, "the window should be called «{title}», and is called «{}»", window.own_title());
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
}
