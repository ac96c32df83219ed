//! The rating of closed requests: each one is noted when it closes, offered by whoever receives people, and answered with a
//! token. Whether somebody answered is not kept with the request.

pub mod decline_rating;
pub mod look;
pub mod offer_rating;
pub mod withdraw_offer;

use crate::model::{RatingState, RatingWay};
use database::{Read as Rows, Row, values};
use kernel::id::{CaseRequestId, DepartmentId, PersonId, QuestionnaireId};
use kernel::{Day, Result};
use office::context::{Read, Write};

/// What requests call their records.
pub const REQUEST: &str = "request";

/// A closed request as it is published.
pub struct Closed {
    pub request_no: String,
    pub kind: String,
    pub department: Option<DepartmentId>,
}

/// # Errors
/// What the database refuses.
pub fn closed(db: &Rows<'_>, request: CaseRequestId) -> Result<Option<Closed>> {
    let sql = "SELECT request_no, kind, department FROM case_request_closed WHERE request = $1";
    db.row(sql, values![request], |row: &Row<'_>| {
        Ok(Closed { request_no: row.get("request_no")?, kind: row.get("kind")?, department: row.get("department")? })
    })
}

/// What was done about the rating of a request.
pub struct Offer {
    pub state: RatingState,
    pub way: Option<RatingWay>,
    pub on: Option<Day>,
    pub by: Option<PersonId>,
    pub questionnaire: Option<QuestionnaireId>,
}

/// # Errors
/// What the database refuses.
pub fn offer(db: &Rows<'_>, request: CaseRequestId) -> Result<Option<Offer>> {
    let sql = "SELECT state, way, on_day, by, questionnaire FROM rating_offer WHERE request = $1";
    db.row(sql, values![request], |row: &Row<'_>| {
        Ok(Offer {
            state: row.get("state")?,
            way: row.get("way")?,
            on: row.get("on_day")?,
            by: row.get("by")?,
            questionnaire: row.get("questionnaire")?,
        })
    })
}

/// A request is shown to who asks, or it is not there for them.
///
/// # Errors
/// Forbidden to the role; not found, where it is hidden from the person.
pub fn seen(cx: &Read<'_>, request: CaseRequestId) -> Result<()> {
    cx.features().subject(REQUEST)?.seen(cx, *request.as_bytes())
}

/// Keeps what was done about the rating of a request.
///
/// # Errors
/// What the database refuses.
pub fn keep(
    cx: &Write<'_>,
    request: CaseRequestId,
    state: RatingState,
    offered: Option<(QuestionnaireId, RatingWay)>,
) -> Result<()> {
    let due = state == RatingState::Due;
    cx.run(
        include_str!("../sql/keep_offer.sql"),
        values![
            request,
            state,
            cx.today(),
            offered.map(|(questionnaire, _)| questionnaire),
            offered.map(|(_, way)| way.name()),
            (!due).then_some(cx.who.id),
            (!due).then(|| cx.today())
        ],
    )
    .map(drop)
}

/// A request has changed: once it is closed, its rating is to be offered.
///
/// # Errors
/// What the database refuses.
pub fn request_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let request = CaseRequestId::from_bytes(id);
    if closed(cx, request)?.is_none() || offer(cx, request)?.is_some() {
        return Ok(());
    }
    keep(cx, request, RatingState::Due, None)
}
