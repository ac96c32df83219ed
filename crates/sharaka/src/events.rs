//! What writes touched, told to the browsers that show it: one line per tab, open as long as its session is.
//!
//! Only the names of views travel, never what stands in them; the tab asks for that, as itself, and gets what its person
//! may see.

use axum::response::sse::{Event, Sse};
use futures_util::stream::{self, Stream};
use office::{Caller, Office, Touched};
use serde_json::json;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};

/// Writes a slow tab may lag behind; after more it is told to ask for everything anew.
const KEPT: usize = 64;
/// How often a silent line shows that it is alive, and looks whether its session still is.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Hears the office and tells every line.
#[derive(Clone)]
pub struct News {
    told: broadcast::Sender<Arc<Touched>>,
    /// Changes, or goes, when the host ends: a line that stays open would hold it up.
    ending: watch::Receiver<bool>,
}

impl News {
    pub fn of(office: &Office, ending: watch::Receiver<bool>) -> Self {
        let (told, _) = broadcast::channel(KEPT);
        let teller = told.clone();
        // An error says that no tab is open.
        office.subscribe(move |touched| drop(teller.send(Arc::new(touched.clone()))));
        Self { told, ending }
    }

    /// A line to a tab whose session is open and unlocked. It ends with that, without a word.
    pub fn line(
        &self,
        office: Arc<Office>,
        caller: Caller,
    ) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
        let line = Line { heard: self.told.subscribe(), ending: self.ending.clone(), office, caller, greeted: false };
        Sse::new(stream::unfold(line, next))
    }
}

struct Line {
    heard: broadcast::Receiver<Arc<Touched>>,
    ending: watch::Receiver<bool>,
    office: Arc<Office>,
    caller: Caller,
    greeted: bool,
}

async fn next(mut line: Line) -> Option<(Result<Event, Infallible>, Line)> {
    let heard = if line.greeted {
        tokio::select! {
            heard = line.heard.recv() => Some(heard),
            () = tokio::time::sleep(HEARTBEAT) => None,
            _ = line.ending.changed() => return None,
        }
    } else {
        line.greeted = true;
        None
    };
    // Asked before every word: nothing is told to a session that has been locked meanwhile.
    if !line.office.hears(&line.caller) {
        return None;
    }
    let touched = |value: serde_json::Value| Event::default().event("touched").data(value.to_string());
    let event = match heard {
        None => Event::default().comment("alive"),
        Some(Ok(news)) => touched(json!({ "views": news.views, "request": news.request })),
        Some(Err(RecvError::Lagged(_))) => touched(json!({ "views": null, "request": null })),
        Some(Err(RecvError::Closed)) => return None,
    };
    Some((Ok(event), line))
}
