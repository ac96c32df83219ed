//! What somebody did for requests in a period; what is absent for who asks is in none of it.

use crate::figures::facts::{facts, period};
use crate::figures::terms::closed;
use crate::inputs::ListRequests;
use crate::{REQUESTS, REQUESTS_VIEW};
use database::values;
use kernel::Result;
use kernel::id::PersonId;
use measures::kpi;
use office::context::Read;
use office::figure::Worked;
use office::span::Span;

/// # Errors
/// What the database refuses.
pub fn works(cx: &Read<'_>, person: PersonId, span: Span) -> Result<Vec<Worked>> {
    if !cx.who.role.may(REQUESTS_VIEW) {
        return Ok(Vec::new());
    }
    let Span { from, until } = span;
    let count = |condition: &str| -> Result<i64> {
        let found = facts(cx, condition, values![person, from, until])?;
        Ok(i64::try_from(found.len()).unwrap_or(i64::MAX))
    };
    let ended = facts(cx, "r.researcher = {} AND r.ended_on BETWEEN {} AND {}", values![person, from, until])?;
    let kept = kpi::kept_terms(&ended.iter().map(closed).collect::<Vec<_>>(), period(&span)?);
    let (n, of) = (i64::try_from(kept.n()).unwrap_or(i64::MAX), i64::try_from(kept.of()).unwrap_or(i64::MAX));
    let open = facts(cx, "r.researcher = {} AND r.ended = 0", values![person])?;
    let mine = ListRequests { researcher: Some(person), ..ListRequests::default() };
    let with_ended = ListRequests { ended: true, ..mine.clone() };
    Ok(vec![
        Worked::new(
            "requests.received",
            count("r.received_by = {} AND r.received_on BETWEEN {} AND {} AND r.from_register IS NULL")?,
            None,
        ),
        Worked::new(
            "requests.studied",
            count("r.researcher = {} AND r.decided_on BETWEEN {} AND {}")?,
            Some(REQUESTS.asking(&with_ended)?),
        ),
        Worked::new("requests.decided", count("r.decided_by = {} AND r.decided_on BETWEEN {} AND {}")?, None),
        Worked { of: Some(of), ..Worked::new("requests.in_term", n, Some(REQUESTS.asking(&with_ended)?)) },
        Worked::new("requests.open_now", i64::try_from(open.len()).unwrap_or(i64::MAX), Some(REQUESTS.asking(&mine)?)),
    ])
}
