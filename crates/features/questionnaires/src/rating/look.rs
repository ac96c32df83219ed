//! How the rating of a request stands, and those that wait to be offered. Restricted requests stand in no list of these.

use super::{closed, offer, seen};
use crate::inputs::{ListRatingOffers, WhichRating};
use crate::model::{RatingOfferLine, RatingOfferPage, RatingPanel, RatingState};
use crate::store;
use database::{Value, values};
use kernel::Result;
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

const ORDERED: &[(&str, &str)] = &[
    ("number", "c.request_no"),
    ("procedure", "c.kind"),
    ("department", "d.name?"),
    ("closed", "c.ended_on"),
    ("state", "o.state"),
];

pub fn rating(cx: &Read<'_>, input: WhichRating) -> Result<RatingPanel> {
    seen(cx, input.request)?;
    let open = store::at_closing(cx, cx.today())?;
    let is_closed = closed(cx, input.request)?.is_some();
    let kept = if is_closed { offer(cx, input.request)? } else { None };
    let state = kept.as_ref().map(|one| one.state).or_else(|| is_closed.then_some(RatingState::Due));
    let sql = "SELECT kind FROM case_request_called WHERE request = $1";
    Ok(RatingPanel {
        procedure: cx.row(sql, values![input.request], |row| row.get("kind"))?.unwrap_or_default(),
        state,
        way: kept.as_ref().and_then(|one| one.way),
        on: kept.as_ref().and_then(|one| one.on),
        by_name: store::person_name(cx, kept.and_then(|one| one.by))?,
        title: open.as_ref().map(|of| of.title.clone()).unwrap_or_default(),
        questionnaire: open.map(|of| of.id),
    })
}

pub fn offers(cx: &Read<'_>, input: ListRatingOffers) -> Result<RatingOfferPage> {
    as_meant(
        cx,
        &input.text,
        |page: &RatingOfferPage| page.total == 0,
        |reading| {
            let mut narrow = Narrow::default();
            narrow.and("c.restricted = 0", values![]);
            let states = if input.state.is_empty() { vec![RatingState::Due] } else { input.state.clone() };
            narrow.one_of("o.state", states.into_iter().map(Value::from));
            narrow.words("c.request_no", reading);
            let order = order_by(input.order.as_ref(), ORDERED, "c.ended_on, c.request", "c.request");
            let lines = include_str!("../sql/offers.sql");
            let (sql, values) = narrow.statement(lines, &order, limit_of(input.limit), input.offset);
            let lines = cx.rows(&sql, values, |row| {
                Ok(RatingOfferLine {
                    request: row.get("request")?,
                    request_no: row.get("request_no")?,
                    procedure: row.get("kind")?,
                    department_name: row.get::<Option<String>>("department_name")?.unwrap_or_default(),
                    closed_on: row.get("ended_on")?,
                    state: row.get("state")?,
                    way: row.get("way")?,
                    on: row.get("on_day")?,
                    by_name: row.get::<Option<String>>("by_name")?.unwrap_or_default(),
                })
            })?;
            let sql = format!(
                "SELECT count(*) AS n FROM rating_offer o JOIN case_request_closed c ON c.request = o.request {}",
                narrow.said()
            );
            Ok(RatingOfferPage { lines, total: cx.one(&sql, narrow.values, |row| row.get("n"))? })
        },
    )
}
