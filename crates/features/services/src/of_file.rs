//! «ما يستحقه»: what a family may have by the criteria of each open service, and what it asked for.

use crate::facts;
use crate::inputs::{ServicesOf, WeighService};
use crate::model::{FileServiceLine, FileServiceRequest, FileServices, ServiceCallResult};
use crate::offer::{self, Own};
use crate::store::{self, Version, column, optional};
use casework::criteria::Whole;
use casework::requests::State;
use database::{Value, values};
use kernel::Result;
use kernel::id::{PartyId, ServiceId, ServiceVersionId};
use office::context::Read;
use office::narrow::Narrow;

/// The party and those merged into it.
fn all_of(cx: &Read<'_>, party: PartyId) -> Result<Vec<Value>> {
    let joined = parties::joined_into(cx, *party.as_bytes())?.into_iter().map(PartyId::from_bytes);
    Ok(std::iter::once(party).chain(joined).map(Value::from).collect())
}

/// A request of the family: for which service and version, where it stands.
struct Asked {
    service: ServiceId,
    version: ServiceVersionId,
    line: FileServiceRequest,
}

fn asked_by(cx: &Read<'_>, party: PartyId) -> Result<Vec<Asked>> {
    let mut narrow = Narrow::default();
    narrow.one_of("q.party", all_of(cx, party)?.into_iter());
    let sql = format!(
        "SELECT q.request, q.request_no, s.name, q.state, q.outcome, q.received_on, q.decided_on, q.service, q.version \
         FROM case_service_request q JOIN service s ON s.id = q.service {} ORDER BY q.received_on DESC, q.request_no DESC",
        narrow.said()
    );
    cx.rows(&sql, narrow.values, |row| {
        Ok(Asked {
            service: row.get("service")?,
            version: row.get("version")?,
            line: FileServiceRequest {
                request: row.get("request")?,
                request_no: row.get("request_no")?,
                service_name: row.get("name")?,
                state: column::<State>(row, "state")?,
                outcome: optional(row, "outcome")?,
                received_on: row.get("received_on")?,
                decided_on: row.get("decided_on")?,
            },
        })
    })
}

fn line(cx: &Read<'_>, party: PartyId, version: Version, asked: &[Asked]) -> Result<FileServiceLine> {
    let looked = offer::look_at(cx, &version, Some(party), Own::default())?;
    let mut narrow = Narrow::default();
    narrow.one_of("c.party", all_of(cx, party)?.into_iter());
    narrow.and("c.version = {}", values![version.id]);
    let sql = format!("SELECT c.result FROM service_call c {} ORDER BY c.at DESC, c.id DESC LIMIT 1", narrow.said());
    let last: Option<ServiceCallResult> = cx.row(&sql, narrow.values, |row| row.get("result"))?;
    let asks = |one: &Asked| one.version == version.id || (one.service == version.service && !one.line.state.is_end());
    Ok(FileServiceLine {
        service: version.service,
        number: version.number,
        closes_on: version.content.closes_on,
        look: looked.look,
        missing: looked.missing,
        asked: asked.iter().any(asks),
        declined: last == Some(ServiceCallResult::Declined),
        name: version.name,
    })
}

pub fn of_file(cx: &Read<'_>, input: ServicesOf) -> Result<FileServices> {
    beneficiaries::file_of(cx, input.party)?;
    let asked = asked_by(cx, input.party)?;
    let mut narrow = Narrow::default();
    narrow.and("v.state = 'announced'", values![]);
    let mut services = Vec::new();
    for version in store::versions(cx, &narrow, "ORDER BY s.name_fold", 500)? {
        if version.is_open(cx.today()) {
            services.push(line(cx, input.party, version, &asked)?);
        }
    }
    let rank = |whole| match whole {
        Whole::Eligible => 0,
        Whole::Incomplete => 1,
        Whole::NotEligible => 2,
    };
    services.sort_by_key(|one| (one.asked, rank(one.look.whole)));
    Ok(FileServices {
        services,
        requests: asked.into_iter().map(|one| one.line).collect(),
        active: facts::family_of(cx, input.party)?.is_some_and(|family| family.active),
        sees_facts: facts::sees_facts(cx),
    })
}

/// The same of one service, while a request for it is being written.
pub fn weigh(cx: &Read<'_>, input: WeighService) -> Result<FileServiceLine> {
    let version = offer::open_on(cx, input.service, cx.today())?;
    let asked = asked_by(cx, input.party)?;
    line(cx, input.party, version, &asked)
}
