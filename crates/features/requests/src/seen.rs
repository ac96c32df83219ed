//! Who sees a request: the same rule as `rules::is_hidden`, as a condition of a statement.

use crate::{REQUESTS_RESTRICTED, frame};
use database::values;
use kernel::Result;
use office::context::Read;
use office::narrow::Narrow;

/// Leaves out what is absent for who asks. Every statement that lists or counts requests begins with it;
/// what hangs on no request at all is there.
///
/// # Errors
/// What the database refuses.
pub fn visible(cx: &Read<'_>, narrow: &mut Narrow) -> Result<()> {
    let who = cx.who;
    let department = frame::department_of(cx, who.id)?;
    if !who.role.may(REQUESTS_RESTRICTED) {
        narrow.and(
            "(r.id IS NULL OR r.restricted = 0 OR r.researcher = {} OR r.received_by = {})",
            values![who.id, who.id],
        );
    }
    if let Some(department) = department {
        narrow.and("(r.id IS NULL OR r.restricted = 0 OR r.against IS NULL OR r.against <> {})", values![department]);
    }
    Ok(())
}
