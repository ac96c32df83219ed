//! A picture of every screen in the real window, for people to look at: WebKit draws Arabic in its own way.

use crate::screens::{self, SCREENS};
use sharaka_tests::Desktop;

/// Theme and language.
const LOOKS: &[(&str, &str)] = &[("light", "ar"), ("dark", "ar"), ("light", "en"), ("dark", "en")];

#[tokio::test]
#[ignore = "three minutes of pictures for people to look at: `cargo xtask shots`"]
async fn every_screen_has_its_picture() {
    let desktop = Desktop::start();
    let office = desktop.office();
    let window = desktop.window(&office).await;
    window.new_office().await;
    for (theme, language) in LOOKS {
        screens::open(&window, "home").await;
        window.theme(theme).await;
        window.language(language).await;
        for screen in SCREENS {
            screens::open(&window, screen).await;
            let picture = window.screenshot(&format!("{}@{theme}-{language}", screens::name(screen))).await;
            assert!(picture.metadata().unwrap().len() > 10_000, "{screen} shows nothing in the window");
        }
    }
    window.close().await;
}
