//! Chromium, driven.

use crate::page::Page;
use crate::process::{Place, Running, free_port, installed};
use serde_json::json;
use std::ops::Deref;
use std::process::Command;

/// A Chromium of its own, without a window and without a past.
pub struct Browser {
    page: Page,
    _driver: Running,
    _place: Place,
}

impl Browser {
    /// Opens an address at the size of a usual office screen.
    ///
    /// # Panics
    /// When Chromium or its driver does not start.
    pub async fn open(address: &str) -> Self {
        let place = Place::new();
        let port = free_port();
        let mut command = Command::new(installed(&["chromedriver"]));
        command.arg(format!("--port={port}")).env("HOME", place.path()).env("TMPDIR", place.path());
        let mut driver = Running::start("chromedriver", &mut command, place.path());
        driver.wait_for_port(port);
        let profile = format!("--user-data-dir={}", place.path().join("profile").display());
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "binary": installed(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]),
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                    "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--disable-extensions", "--force-color-profile=srgb",
                    "--font-render-hinting=none", "--window-size=1440,900", profile,
                ],
            },
        });
        let page = Page::connect(port, capabilities, "chromium").await;
        page.size(1440, 900).await;
        page.go(address).await;
        Self { page, _driver: driver, _place: place }
    }

    /// Ends the session in order. A browser that is only dropped is killed.
    pub async fn close(self) {
        self.page.close().await;
    }
}

impl Deref for Browser {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}
