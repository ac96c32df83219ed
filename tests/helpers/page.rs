//! What a person sees and does, whichever engine shows it.

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use std::fmt::Display;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long something may take to appear before a test calls it missing. Long: machines that build are slow.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(40);

/// A page under a driver.
pub struct Page {
    client: Client,
    /// Name of the engine, part of the names of pictures.
    engine: &'static str,
}

impl Page {
    pub(crate) async fn connect(port: u16, capabilities: Value, engine: &'static str) -> Self {
        let Value::Object(capabilities) = capabilities else { panic!("capabilities are an object") };
        let started = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let address = format!("http://127.0.0.1:{port}");
            let session = builder.capabilities(capabilities.clone());
            let session = tokio::time::timeout(PATIENCE, session.connect(&address)).await;
            match session.unwrap_or_else(|_| panic!("{engine} gives no session within {PATIENCE:?}")) {
                Ok(client) => break client,
                // A driver that listens may still say that it is not ready.
                Err(_) if started.elapsed() < PATIENCE => tokio::time::sleep(PAUSE).await,
                Err(error) => panic!("no session with {engine}: {error}"),
            }
        };
        Self { client, engine }
    }

    /// The driver's own client, for what is not here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    pub async fn close(&self) {
        // A window that has already gone is closed.
        let _ = self.client.clone().close().await;
    }

    pub async fn go(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("{address} does not open: {error}"));
    }

    pub async fn reload(&self) {
        self.client.refresh().await.expect("a page can be loaded again");
    }

    /// Makes the visible part of the page this large, in CSS pixels.
    pub async fn size(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("a window has a size");
        // What the frame of the window takes is added once it is known.
        let (inner_width, inner_height) = (self.number("innerWidth").await, self.number("innerHeight").await);
        if (inner_width, inner_height) != (width, height) && inner_width > 0 && inner_height > 0 {
            let wider = (width + width).saturating_sub(inner_width);
            let higher = (height + height).saturating_sub(inner_height);
            self.client.set_window_size(wider, higher).await.expect("a window has a size");
        }
    }

    async fn number(&self, name: &str) -> u32 {
        self.script(&format!("return Math.round(window.{name})"))
            .await
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .unwrap_or(0)
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn script(&self, script: &str) -> Value {
        self.client
            .execute(script, vec![])
            .await
            .unwrap_or_else(|error| panic!("a script failed: {error}\n{}", start_of(script)))
    }

    /// Runs a script whose last argument is called with the answer.
    pub async fn script_async(&self, script: &str) -> Value {
        self.client
            .execute_async(script, vec![])
            .await
            .unwrap_or_else(|error| panic!("a script failed: {error}\n{}", start_of(script)))
    }

    /// The visible element marked `data-test="name"`, waited for.
    ///
    /// # Panics
    /// When it does not appear; the message says what the screen shows instead.
    pub async fn by_test(&self, name: &str) -> Element {
        self.visible(&marked(name)).await
    }

    /// The visible element of a CSS selector, waited for.
    ///
    /// # Panics
    /// As [`Page::by_test`].
    pub async fn visible(&self, selector: &str) -> Element {
        self.visible_within(selector, PATIENCE).await
    }

    /// As [`Page::visible`], for what takes the program itself a while.
    ///
    /// # Panics
    /// As [`Page::by_test`].
    pub async fn visible_within(&self, selector: &str, patience: Duration) -> Element {
        let started = Instant::now();
        loop {
            if let Some(element) = self.shown(selector).await {
                return element;
            }
            if started.elapsed() > patience {
                self.fail(format!("{selector} did not appear")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn shown(&self, selector: &str) -> Option<Element> {
        for element in self.client.find_all(Locator::Css(selector)).await.ok()? {
            if element.is_displayed().await.unwrap_or(false) {
                return Some(element);
            }
        }
        None
    }

    /// Whether something marked so is visible now, without waiting.
    pub async fn shows(&self, name: &str) -> bool {
        self.shown(&marked(name)).await.is_some()
    }

    /// Waits until nothing marked so is visible.
    ///
    /// # Panics
    /// When it stays.
    pub async fn wait_gone(&self, name: &str) {
        let started = Instant::now();
        while self.shows(name).await {
            if started.elapsed() > PATIENCE {
                self.fail(format!("{name} did not go away")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Presses what is marked so, as soon as it can be pressed.
    ///
    /// # Panics
    /// When it does not appear, stays disabled, or stays covered.
    pub async fn press(&self, name: &str) {
        let started = Instant::now();
        loop {
            let element = self.by_test(name).await;
            let enabled = element.is_enabled().await.unwrap_or(false);
            // Something may still move or cover it; a person would try again too.
            let outcome = if enabled {
                element.click().await.map_err(|error| error.to_string())
            } else {
                Err("it is disabled".to_owned())
            };
            match outcome {
                Ok(()) => return,
                Err(reason) if started.elapsed() > PATIENCE => {
                    self.fail(format!("{name} cannot be pressed: {reason}")).await
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// Types into the field marked so, in place of what it holds.
    ///
    /// # Panics
    /// When there is no such field.
    pub async fn type_into(&self, name: &str, text: &str) {
        let field = self.field(name).await;
        let emptied = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        let typed = match field.send_keys(&emptied).await {
            Ok(()) if text.is_empty() => field.send_keys(&char::from(Key::Delete).to_string()).await,
            Ok(()) => field.send_keys(text).await,
            refused => refused,
        };
        if let Err(error) = typed {
            self.fail(format!("{name} takes no text: {error}")).await;
        }
    }

    /// Hands a file to the field for files within what is marked so, as choosing it would.
    ///
    /// # Panics
    /// When there is no such field, or it takes no file.
    pub async fn hand_over(&self, name: &str, file: &str) {
        // The field itself is never shown; a person sees the place around it.
        self.by_test(name).await;
        let field = self.client.find(Locator::Css(&format!("{} input[type=file]", marked(name)))).await;
        // A driver takes a path without «..» only.
        let file = std::fs::canonicalize(file).expect("the file is there").display().to_string();
        let given = match field {
            Ok(field) => field.send_keys(&file).await,
            Err(missing) => Err(missing),
        };
        if let Err(error) = given {
            self.fail(format!("{name} takes no file: {error}")).await;
        }
    }

    /// What the field marked so holds.
    pub async fn value_of(&self, name: &str) -> String {
        self.field(name).await.prop("value").await.ok().flatten().unwrap_or_default()
    }

    /// The input marked so, or within what is marked so.
    async fn field(&self, name: &str) -> Element {
        let mark = marked(name);
        let own = ["input", "textarea", "select"].map(|tag| format!("{tag}{mark}")).join(", ");
        let inner = ["input", "textarea", "select"].map(|tag| format!("{mark} {tag}")).join(", ");
        self.visible(&format!("{own}, {inner}")).await
    }

    /// The visible text of what is marked so.
    pub async fn text_of(&self, name: &str) -> String {
        let element = self.by_test(name).await;
        // Asked of the page itself: one of the drivers leaves out what an ellipsis might hide.
        let element = serde_json::to_value(&element).expect("an element has a reference");
        let text = self.client.execute("return arguments[0].innerText", vec![element]).await;
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// All visible text.
    pub async fn text(&self) -> String {
        self.script("return document.body ? document.body.innerText : ''").await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until this text is on the screen.
    ///
    /// # Panics
    /// When it does not come.
    pub async fn wait_for_text(&self, text: &str) {
        let started = Instant::now();
        while !self.text().await.contains(text) {
            if started.elapsed() > PATIENCE {
                self.fail(format!("«{text}» did not appear")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until what is marked so says this.
    ///
    /// # Panics
    /// When it does not.
    pub async fn wait_for_text_in(&self, name: &str, text: &str) {
        let started = Instant::now();
        while !self.text_of(name).await.contains(text) {
            if started.elapsed() > PATIENCE {
                self.fail(format!("{name} does not say «{text}»")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until an expression of the page is true.
    ///
    /// # Panics
    /// When it stays false.
    pub async fn wait_until(&self, expression: &str) {
        let started = Instant::now();
        while self.script(&format!("return Boolean({expression})")).await != true {
            if started.elapsed() > PATIENCE {
                self.fail(format!("«{expression}» did not become true")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until the screen has its data and stands still.
    pub async fn settle(&self) {
        self.wait_until("!document.querySelector('[aria-busy=true]')").await;
        self.stand_still().await;
    }

    /// Waits until nothing moves that will come to an end.
    pub async fn stand_still(&self) {
        let ends = "(one) => one.effect.getTiming().iterations !== Infinity";
        self.wait_until(&format!(
            "!document.getAnimations().filter({ends}).some((one) => one.playState === 'running')"
        ))
        .await;
    }

    /// Chooses the open menu's or list's entry with these words.
    ///
    /// # Panics
    /// When no such entry is shown.
    pub async fn choose(&self, words: &str) {
        let started = Instant::now();
        // A driver leaves out the marks of direction, which are not seen.
        let words = words.replace(['\u{200e}', '\u{200f}'], "");
        loop {
            for entry in self.client.find_all(Locator::Css("[role^=menuitem], [role=option]")).await.unwrap_or_default()
            {
                if entry.text().await.is_ok_and(|text| text.contains(&words)) && entry.click().await.is_ok() {
                    return;
                }
            }
            if started.elapsed() > PATIENCE {
                self.fail(format!("there is no entry «{words}» to choose")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Ticks the radio card or box of a value.
    ///
    /// # Panics
    /// When there is none.
    pub async fn tick(&self, value: &str) {
        // The input itself is drawn by its label, so it is pressed by script, as the label does.
        let press = format!(
            "const box = document.querySelector('input[value=\"{value}\"]'); box?.click(); return box?.checked ?? false"
        );
        let started = Instant::now();
        while self.script(&press).await != true {
            if started.elapsed() > PATIENCE {
                self.fail(format!("there is no choice «{value}»")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Presses keys wherever the focus is: text, or a [`Key`] with others held down.
    pub async fn keys(&self, held: &[Key], then: &str) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in held {
            actions = actions.then(KeyAction::Down { value: char::from(*key) });
        }
        for character in then.chars() {
            actions = actions.then(KeyAction::Down { value: character }).then(KeyAction::Up { value: character });
        }
        for key in held.iter().rev() {
            actions = actions.then(KeyAction::Up { value: char::from(*key) });
        }
        self.client.perform_actions(actions).await.expect("a page takes keys");
    }

    /// One key by itself.
    pub async fn key(&self, key: Key) {
        self.keys(&[], &char::from(key).to_string()).await;
    }

    /// Writes a picture of the screen to `shots/<engine>/<name>.png`.
    pub async fn screenshot(&self, name: &str) -> PathBuf {
        // A picture of letters in a font that is still loading says nothing. A window behind another draws no frame.
        self.script_async(
            "const done = arguments[0]; document.fonts.ready.then(() => { requestAnimationFrame(() => done(true)); setTimeout(() => done(true), 300); })",
        )
        .await;
        self.picture(name).await
    }

    async fn picture(&self, name: &str) -> PathBuf {
        let folder = std::env::var_os("SHARAKA_SHOTS")
            .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shots")), PathBuf::from);
        let folder = folder.join(self.engine);
        let path = folder.join(format!("{name}.png"));
        path.parent().map_or(Ok(()), std::fs::create_dir_all).expect("shots/ can be written");
        // A window whose page stands still draws no frame, and without one WebKit never answers: something must move.
        let moving =
            "window.moving = document.body.animate({ opacity: [1, 0.999] }, { duration: 500, iterations: Infinity })";
        self.script(&format!("{moving}; return true")).await;
        match tokio::time::timeout(PATIENCE, self.client.screenshot()).await {
            Ok(picture) => {
                std::fs::write(&path, picture.expect("a page can be photographed")).expect("shots/ can be written")
            }
            Err(_) => panic!("{} could not be taken within {PATIENCE:?}", path.display()),
        }
        self.script("window.moving.cancel(); return true").await;
        path
    }

    /// Stops the test with what the screen shows, in words and as a picture.
    async fn fail(&self, what: impl Display) -> ! {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let shown = self.text().await;
        println!("{what}. The screen says:\n{}", shown.chars().take(1500).collect::<String>());
        let picture = self.picture(&format!("failed-{name}")).await;
        panic!("{what}. Its picture: {}", picture.display());
    }
}

fn marked(name: &str) -> String {
    format!("[data-test=\"{name}\"]")
}

fn start_of(script: &str) -> String {
    script.chars().take(200).collect()
}
