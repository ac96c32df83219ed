//! What a person does, in their words: set up, sign in, go somewhere, add a colleague. The same in both engines.

use crate::page::Page;
use fantoccini::key::Key;
use office::words::{Language, word};

/// Theme, language, width, height.
pub type Look = (&'static str, &'static str, u32, u32);

/// What the pictures for people to look at are taken in.
pub const LOOKS: &[Look] = &[
    ("light", "ar", 1440, 900),
    ("dark", "ar", 1440, 900),
    ("light", "en", 1440, 900),
    ("dark", "en", 1440, 900),
    ("light", "ar", 1280, 720),
    ("dark", "en", 1280, 720),
];

/// The name of a picture in a look.
pub fn named(screen: &str, (theme, language, width, _): Look) -> String {
    format!("{screen}@{theme}-{language}-{width}")
}

/// The association of the stories.
pub const ASSOCIATION: &str = "جمعية غراس النخيل بالقصيم";
/// Its first administrator.
pub const ADMINISTRATOR: &str = "نوف العتيبي";
pub const LOGIN: &str = "nouf";
pub const PASSWORD: &str = "نخلة-طيبة-2030";

/// A register of beneficiaries as an office keeps it: 254 rows are ready, 38 are mended, 5 ask, 23 are refused.
pub const REGISTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/intake/cases/qassim/beneficiaries.xlsx");

/// The Arabic words of a key, as the screens show them.
pub fn words(key: &str) -> String {
    app::learn_words();
    word(key, Language::Ar)
}

/// A repayment by keyboard alone: find the loan by its borrower, the key, the amount, record and print. It ends with the
/// receipt seen and put away.
pub async fn repay_by_keyboard(page: &Page, borrower: &str, amount: &str) {
    let enter = char::from(Key::Enter).to_string();
    page.keys(&[Key::Control], "k").await;
    page.type_into("palette.query", borrower).await;
    page.visible("[data-test^=\"palette.loan.\"][aria-selected=true]").await;
    page.keys(&[], &enter).await;
    page.wait_gone("palette.query").await;
    page.by_test("loan.repay.open").await;
    page.keys(&[], "r").await;
    page.wait_until("document.activeElement?.dataset.test === 'loan.repay.amount'").await;
    page.keys(&[], amount).await;
    // Where the money goes is seen before it is recorded.
    page.visible("[data-test=\"loan.repay.preview\"] tbody tr").await;
    page.keys(&[Key::Control], &enter).await;
    page.visible("[data-test=paper] img").await;
    page.key(Key::Escape).await;
    page.wait_gone("paper").await;
}

impl Page {
    /// The first steps of a new office, up to the recovery code that is on the screen now.
    pub async fn set_up(&self) -> String {
        for step in ["administrator", "recovery"] {
            self.first_steps(step).await;
        }
        let code = self.recovery_code().await;
        assert_eq!(code.split('-').count(), 8, "a recovery code has eight groups, and this one is «{code}»");
        code
    }

    /// From the recovery code to the first screen; the defaults are confirmed as they stand.
    pub async fn begin(&self) {
        for step in ["defaults", "start"] {
            self.first_steps(step).await;
        }
        self.press("setup.begin.home").await;
        self.by_test("frame.person").await;
    }

    /// Walks the first run on to a step.
    pub async fn first_steps(&self, step: &str) {
        match step {
            "administrator" => {
                self.type_into("setup.name_ar", ASSOCIATION).await;
                self.press("setup.next").await;
            }
            "recovery" => {
                self.type_into("setup.name", ADMINISTRATOR).await;
                self.type_into("setup.login", LOGIN).await;
                self.type_into("setup.password", PASSWORD).await;
                self.type_into("setup.again", PASSWORD).await;
                self.press("setup.next").await;
            }
            "defaults" => {
                let code = self.recovery_code().await;
                self.type_into("recovery.group", code.split('-').nth(5).unwrap_or_default()).await;
                self.press("recovery.confirm").await;
            }
            "start" => self.press("setup.next").await,
            _ => {}
        }
        self.step(step).await;
        self.settle().await;
    }

    async fn recovery_code(&self) -> String {
        self.by_test("recovery.code").await.attr("data-code").await.ok().flatten().unwrap_or_default()
    }

    /// Waits for a step of the first run.
    pub async fn step(&self, name: &str) {
        self.visible(&format!("[data-test=\"setup.heading\"][data-step=\"{name}\"]")).await;
    }

    /// A new office, set up, with its administrator signed in.
    pub async fn new_office(&self) {
        self.set_up().await;
        self.begin().await;
    }

    pub async fn sign_out(&self) {
        self.visible("[data-test=\"frame.person_menu\"] button").await.click().await.expect("the menu opens");
        self.choose(&words("session.sign_out")).await;
        self.by_test("signin.submit").await;
    }

    /// Signs in; the caller looks at what comes of it.
    pub async fn sign_in(&self, login: &str, password: &str) {
        self.by_test("signin.submit").await;
        if self.shows("signin.other").await {
            self.press("signin.other").await;
        }
        if self.shows("signin.login").await {
            self.type_into("signin.login", login).await;
        }
        self.type_into("signin.password", password).await;
        self.press("signin.submit").await;
    }

    /// Takes on a look: theme, language, size.
    pub async fn look(&self, (theme, language, width, height): Look) {
        self.size(width, height).await;
        self.theme(theme).await;
        self.language(language).await;
    }

    /// Pictures of the locked screen and of the door, in every look. Whoever is signed in has the password of the stories,
    /// and is signed out when it ends.
    pub async fn doors(&self) {
        for look in LOOKS {
            self.look(*look).await;
            self.keys(&[Key::Control], "l").await;
            self.by_test("lock.submit").await;
            self.screenshot(&named("lock", *look)).await;
            self.type_into("lock.password", PASSWORD).await;
            self.press("lock.submit").await;
            self.by_test("frame.person").await;
        }
        self.language("ar").await;
        self.sign_out().await;
        self.in_every_look("signin").await;
    }

    /// Pictures of what is on the screen in every look, and back to the first of them.
    pub async fn in_every_look(&self, name: &str) {
        for look in LOOKS {
            self.look(*look).await;
            self.screenshot(&named(name, *look)).await;
        }
        self.look(LOOKS[0]).await;
    }

    /// Goes to a screen by the rail, or by its address where it is not listed there.
    pub async fn go_to(&self, screen: &str) {
        let entry = format!("rail.{screen}");
        if self.shows(&entry).await {
            self.press(&entry).await;
        } else {
            self.script(&format!("location.hash = '#/{screen}'")).await;
        }
        self.settle().await;
    }

    /// Opens the form for a new colleague, fills it and sends it.
    pub async fn add_person(&self, name: &str, login: &str, role: &str, password: &str) {
        self.go_to("staff").await;
        self.press("staff.add").await;
        self.type_into("staff.add.name", name).await;
        self.type_into("staff.add.login", login).await;
        self.tick(role).await;
        self.type_into("staff.add.password", password).await;
        self.press("staff.add.submit").await;
        self.wait_gone("staff.add.submit").await;
    }

    /// Dark or light, by the person's own button.
    pub async fn theme(&self, wanted: &str) {
        let is = |page: serde_json::Value| page.as_str() == Some(wanted);
        if !is(self.script("return document.documentElement.dataset.theme || 'light'").await) {
            self.press_either("top.theme", "cover.theme").await;
            self.wait_until(&format!("(document.documentElement.dataset.theme || 'light') === '{wanted}'")).await;
        }
    }

    /// Arabic or English, by the person's own button.
    pub async fn language(&self, wanted: &str) {
        if self.script("return document.documentElement.lang").await != wanted {
            self.press_either("top.language", "cover.language").await;
            self.wait_until(&format!("document.documentElement.lang === '{wanted}'")).await;
        }
    }

    async fn press_either(&self, one: &str, other: &str) {
        self.press(if self.shows(one).await { one } else { other }).await;
    }
}
