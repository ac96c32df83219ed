//! A picture of every screen in the real window, for people to look at: WebKit draws Arabic in its own way.

use crate::screens::{self, GALLERY, SCREENS};
use sharaka_tests::{Desktop, LOOKS, demonstration, named};

#[tokio::test]
#[ignore = "three minutes of pictures for people to look at: `cargo xtask shots`"]
async fn every_screen_has_its_picture() {
    let desktop = Desktop::start();
    let office = desktop.office();
    let window = desktop.window(&office).await;
    for step in ["association", "administrator", "recovery", "defaults", "start"] {
        window.first_steps(step).await;
        window.in_every_look(&format!("setup-{step}")).await;
    }
    window.press("setup.begin.home").await;
    window.by_test("frame.person").await;
    for look in LOOKS {
        screens::open(&window, "home").await;
        window.look(*look).await;
        for screen in SCREENS.iter().chain(GALLERY) {
            screens::open(&window, screen).await;
            let picture = window.screenshot(&named(&screens::name(screen), *look)).await;
            assert!(picture.metadata().unwrap().len() > 10_000, "{screen} shows nothing in the window");
        }
    }
    screens::open(&window, "home").await;
    window.doors().await;
    window.close().await;
}

#[tokio::test]
#[ignore = "minutes of pictures for people to look at: `cargo xtask shots`"]
async fn every_screen_with_a_life_in_it_has_its_picture() {
    let desktop = Desktop::start();
    let visits = demonstration(&desktop.office());
    let window = desktop.window(&desktop.office()).await;
    window.visit(&visits).await;
    window.close().await;
}
