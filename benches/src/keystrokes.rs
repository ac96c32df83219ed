//! From a keystroke in a search to the frame that shows its rows: a table of fifty thousand rows that are in the window
//! already (the gallery's), in both engines; and the list of beneficiaries of a whole office, which asks the core at each
//! letter.

use crate::data;
use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use sharaka_tests::{Browser, Desktop, Host, Page};
use std::time::{Duration, Instant};

/// What somebody types: common and rare beginnings, a number, two words.
const TYPED: [&str; 6] = ["نورة", "القحط", "B-1", "خالد", "سال ع", "1500"];
/// Between two keystrokes; quick typing is about six a second.
const PAUSE: Duration = Duration::from_millis(160);
/// Nobody waits longer than this for rows; a letter that changes nothing is not waited for at all.
const ANSWER: Duration = Duration::from_secs(1);
const BUDGET: Budget = Budget::Millis(50);

/// Notes, for each letter typed, the time until the first frame after its rows are there has been painted. Where rows
/// come from the core, `window.answer` selects what changes with them.
const WATCH: &str = "
    window.strokes = [];
    document.addEventListener('input', (event) => {
        const painted = () => requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => window.strokes.push(Math.round((performance.now() - event.timeStamp) * 1000));
            after.port2.postMessage(null);
        });
        window.waiting?.disconnect();
        if (!window.answer) return painted();
        window.waiting = new MutationObserver(() => { window.waiting.disconnect(); painted(); });
        window.waiting.observe(document.querySelector(window.answer), { subtree: true, childList: true, characterData: true });
    }, { capture: true });";

pub fn measure(asked: &Asked, table: &mut Table) -> Result<(), String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let desktop = Desktop::start();
    let in_window = runtime.block_on(async {
        let window = desktop.window(&desktop.office()).await;
        let taken = many_rows(&window).await;
        window.close().await;
        taken
    })?;
    table.add("table of 50,000 rows: keystroke to rows, window", &in_window, BUDGET);
    let in_chromium = runtime.block_on(async {
        let host = Host::new();
        let browser = Browser::open(host.address()).await;
        let taken = many_rows(&browser).await;
        browser.close().await;
        taken
    })?;
    table.add("table of 50,000 rows: keystroke to rows, Chromium", &in_chromium, BUDGET);

    let made = data::make(asked)?;
    made.office.close();
    let office = made.leave();
    let of_office = runtime.block_on(async {
        let window = desktop.window(&office.path).await;
        window.sign_in(data::ADMINISTRATOR, data::PASSWORD).await;
        window.by_test("frame.person").await;
        window.go_to("beneficiaries").await;
        window.by_test("beneficiaries.total").await;
        window.script("window.answer = '[data-test=\"beneficiaries.total\"]'").await;
        let taken = strokes(&window, "[data-test=\"beneficiaries.search\"] input").await;
        window.close().await;
        taken
    })?;
    let what = format!("beneficiaries list ({} files): keystroke to rows, window", asked.size.people);
    table.add(&what, &of_office, BUDGET);
    Ok(())
}

/// Types into the gallery's table of fifty thousand people.
async fn many_rows(page: &Page) -> Result<Timings, String> {
    page.visible("h1").await;
    page.script("location.hash = '#/gallery?section=tables'").await;
    page.visible(".table .line.head").await;
    // What is searched is made while nobody types; a person reads before they search.
    tokio::time::sleep(Duration::from_secs(5)).await;
    strokes(page, ".table input[inputmode=search]").await
}

async fn strokes(page: &Page, search: &str) -> Result<Timings, String> {
    page.script(WATCH).await;
    page.visible(search).await.click().await.map_err(|error| error.to_string())?;
    for text in TYPED {
        for letter in text.chars() {
            let before = count(page).await;
            page.keys(&[], &letter.to_string()).await;
            let pressed = Instant::now();
            while count(page).await == before && pressed.elapsed() < ANSWER {
                tokio::time::sleep(PAUSE / 8).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
        page.script(&format!("window.waiting?.disconnect(); document.querySelector('{search}').select()")).await;
    }
    let taken = page.script("return window.strokes").await;
    let taken: Vec<Duration> =
        taken.as_array().into_iter().flatten().filter_map(|one| one.as_u64()).map(Duration::from_micros).collect();
    if taken.len() < 10 { Err(format!("only {} letters brought rows", taken.len())) } else { Ok(Timings::from(taken)) }
}

async fn count(page: &Page) -> usize {
    let count = page.script("return window.strokes.length").await;
    count.as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or_default()
}
