//! The real window: from the start of the process to the first paint of the sign-in screen, and from the click on
//! «دخول» to the first screen behind it. Linux only: the start of a process is read from the kernel's own table.

use crate::size::Asked;
use crate::table::{Budget, Table, Timings};
use sharaka_tests::{Desktop, LOGIN, PASSWORD, Page};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const STARTS: usize = 7;

/// Notes the click on the button and the moment the frame stands with its heading.
const WATCH: &str = "
    window.measured = {};
    document.querySelector('[data-test=\"signin.submit\"]').addEventListener('click', () => {
        window.measured.click = performance.now();
        const look = () => document.querySelector('[data-test=\"frame.person\"]') && document.querySelector('main h1')
            ? (window.measured.shown = performance.now()) : requestAnimationFrame(look);
        look();
    }, { capture: true });";

pub fn measure(_: &Asked, table: &mut Table) -> Result<(), String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let (paints, entries) = runtime.block_on(starts())?;
    table.add("window: process start to first paint of sign-in", &Timings::from(paints), Budget::Millis(700));
    table.add("window: sign-in click to first screen", &Timings::from(entries), Budget::Millis(1_500));
    Ok(())
}

async fn starts() -> Result<(Vec<Duration>, Vec<Duration>), String> {
    let desktop = Desktop::start();
    let office = desktop.office();
    let first = desktop.window(&office).await;
    first.set_up().await;
    first.begin().await;
    first.close().await;
    let (mut paints, mut entries) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let window = desktop.window(&office).await;
        window.by_test("signin.submit").await;
        paints.push(first_paint(&window, &office).await?);
        window.script(WATCH).await;
        window.sign_in(LOGIN, PASSWORD).await;
        window.wait_until("window.measured.shown !== undefined").await;
        let taken = window.script("return Math.round((window.measured.shown - window.measured.click) * 1000)").await;
        entries.push(Duration::from_micros(taken.as_u64().ok_or("the click was not seen")?));
        window.close().await;
    }
    Ok((paints, entries))
}

async fn first_paint(page: &Page, office: &Path) -> Result<Duration, String> {
    let painted = page
        .script(
            "const paint = performance.getEntriesByType('paint').at(-1);
             return paint ? Math.round((performance.timeOrigin + paint.startTime) * 1000) : null",
        )
        .await;
    let painted = Duration::from_micros(painted.as_u64().ok_or("this web view does not tell when it painted")?);
    let started = started(office).ok_or("the process of the window was not found")?;
    Ok(painted.saturating_sub(started))
}

/// When the process that shows this office started, since 1970; to a hundredth of a second, as the kernel keeps it.
fn started(office: &Path) -> Option<Duration> {
    const TICKS_A_SECOND: u64 = 100;
    let office = office.to_str()?;
    let folder = std::fs::read_dir("/proc").ok()?.flatten().map(|entry| entry.path()).find(|path| {
        let arguments = std::fs::read(path.join("cmdline")).unwrap_or_default();
        let arguments = String::from_utf8_lossy(&arguments).into_owned();
        arguments.split('\0').next().is_some_and(|name| name.ends_with("sharaka-desktop")) && arguments.contains(office)
    })?;
    let stat = std::fs::read_to_string(folder.join("stat")).ok()?;
    let ticks: u64 = stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()?;
    let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
    let (seconds, hundredths) = uptime.split_whitespace().next()?.split_once('.')?;
    let up = Duration::from_millis(seconds.parse::<u64>().ok()? * 1000 + hundredths.parse::<u64>().ok()? * 10);
    let age = up.saturating_sub(Duration::from_millis(ticks * 1000 / TICKS_A_SECOND));
    SystemTime::now().duration_since(UNIX_EPOCH).ok()?.checked_sub(age)
}
