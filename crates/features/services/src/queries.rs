//! What screens ask: the catalogue, and the page of a service.

pub use crate::fairness::{decided, fairness};
pub use crate::of_file::{of_file, weigh};
pub use crate::proactive::{waiting_list, who_qualifies};

use crate::inputs::{ListServices, WhichService};
use crate::model::{
    FundChoice, OpenService, PublishedOn, ServiceChoices, ServiceFigures, ServiceLine, ServiceList, ServiceSheet,
    ServiceStanding, ServiceVersionLine,
};
use crate::rules::{OWN_WRITING, unpublished};
use crate::store::{self, RECORD, Version};
use crate::{SERVICES_APPROVE, announcing, known, offer};
use database::{Row, Value, values};
use kernel::arabic::Reading;
use kernel::id::{ServiceId, ServiceVersionId};
use kernel::{Day, Failure, Result, require};
use measures::Portion;
use office::context::Read;
use office::input::Nothing;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

const LINES: &str = include_str!("sql/lines.sql");
const ORDERED: &[(&str, &str)] = &[
    ("name", "s.name_fold"),
    ("standing", "v.state"),
    ("programme", "v.programme"),
    ("closes", "v.closes_on?"),
    ("capacity", "v.capacity?"),
    ("taken", "taken"),
    ("asked", "asked"),
];
/// Of each service one version: what is announced; else the newest that was not dropped.
const ONE_OF_EACH: &str = "(v.state = 'announced' OR (v.state <> 'dropped' AND NOT EXISTS (SELECT 1 FROM service_version o \
                           WHERE o.service = v.service AND o.id <> v.id AND (o.state = 'announced' \
                           OR (o.state <> 'dropped' AND o.number > v.number)))))";

pub fn list(cx: &Read<'_>, input: ListServices) -> Result<ServiceList> {
    as_meant(cx, &input.text, |page: &ServiceList| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListServices, reading: Option<&Reading>) -> Result<ServiceList> {
    let mut narrow = Narrow::default();
    narrow.and(ONE_OF_EACH, values![]);
    narrow.one_of("v.state", input.standing.iter().map(|one| Value::from(*one)));
    if input.open {
        let open = "v.state = 'announced' AND (v.opens_on IS NULL OR v.opens_on <= {}) AND (v.closes_on IS NULL OR v.closes_on >= {})";
        narrow.and(open, values![cx.today(), cx.today()]);
    }
    narrow.words("s.name_fold", reading);
    let own =
        "CASE v.state WHEN 'announced' THEN 0 WHEN 'approved' THEN 1 WHEN 'draft' THEN 2 ELSE 3 END, s.name_fold, v.id";
    let order = order_by(input.order.as_ref(), ORDERED, own, "v.id");
    let (sql, values) = narrow.statement(LINES, &order, limit_of(input.limit), input.offset);
    let lines = cx.rows(&sql, values, |row| line(cx, row))?;
    let sql =
        format!("SELECT count(*) AS n FROM service_version v JOIN service s ON s.id = v.service {}", narrow.said());
    let total = cx.one(&sql, narrow.values, |row| row.get("n"))?;
    Ok(ServiceList { lines, total })
}

fn line(cx: &Read<'_>, row: &Row<'_>) -> Result<ServiceLine> {
    let standing: ServiceStanding = row.get("state")?;
    let (opens_on, closes_on): (Option<Day>, Option<Day>) = (row.get("opens_on")?, row.get("closes_on")?);
    let today = cx.today();
    let within = opens_on.is_none_or(|first| first <= today) && closes_on.is_none_or(|last| today <= last);
    Ok(ServiceLine {
        service: row.get("service")?,
        name: row.get("name")?,
        number: row.get("number")?,
        standing,
        gives: row.get("gives")?,
        programme: row.get("programme")?,
        opens_on,
        closes_on,
        open: standing == ServiceStanding::Announced && within,
        term_days: row.get("term_days")?,
        capacity: row.get("capacity")?,
        taken: row.get("taken")?,
        asked: row.get("asked")?,
        next: row.get("next")?,
    })
}

fn one_line(cx: &Read<'_>, version: ServiceVersionId) -> Result<ServiceLine> {
    let mut narrow = Narrow::default();
    narrow.and("v.id = {}", values![version]);
    let (sql, values) = narrow.statement(LINES, "", 1, 0);
    cx.row(&sql, values, |row| line(cx, row))?.ok_or(Failure::not_found(RECORD))
}

/// The version that is asked for; else what is announced or was written last.
///
/// # Errors
/// Not found.
pub fn asked_for(cx: &Read<'_>, input: WhichService) -> Result<Version> {
    let Some(version) = input.version else { return store::shown(cx, input.service) };
    let found = store::version(cx, version)?;
    require(found.service == input.service, Failure::not_found(RECORD))?;
    Ok(found)
}

pub fn open(cx: &Read<'_>, input: WhichService) -> Result<ServiceSheet> {
    let version = asked_for(cx, input)?;
    Ok(ServiceSheet {
        today: cx.today(),
        line: one_line(cx, version.id)?,
        version: version.id,
        record: cx.version(RECORD, version.service)?,
        fund_name: store::fund_name(cx, version.content.fund)?.unwrap_or_default(),
        versions: version_lines(cx, version.service)?,
        written_by_name: store::person(cx, Some(version.written_by))?,
        approved_by_name: store::person(cx, version.approved_by)?,
        announced_by_name: store::person(cx, version.announced_by)?,
        ended_by_name: store::person(cx, version.ended_by)?,
        matches: !version.publication.is_empty()
            && unpublished(&version.content.criteria, &version.publication).is_empty(),
        channels: channels(cx, version.id)?,
        conditions: announcing::conditions(cx, &version)?,
        cannot_approve: cannot_approve(cx, &version)?,
        figures: figures(cx, version.id)?,
        approved_on: version.approved_on,
        announced_on: version.announced_on,
        ended_on: version.ended_on,
        ended_reason: version.ended_reason,
        sent_back: version.sent_back,
        publication: version.publication,
        content: version.content,
    })
}

fn version_lines(cx: &Read<'_>, service: ServiceId) -> Result<Vec<ServiceVersionLine>> {
    let sql = "SELECT v.id, v.number, v.state, v.announced_on, v.ended_on, \
               (SELECT count(*) FROM case_service_request q WHERE q.version = v.id) AS requests \
               FROM service_version v WHERE v.service = $1 ORDER BY v.number DESC";
    cx.rows(sql, values![service], |row| {
        Ok(ServiceVersionLine {
            version: row.get("id")?,
            number: row.get("number")?,
            standing: row.get("state")?,
            announced_on: row.get("announced_on")?,
            ended_on: row.get("ended_on")?,
            requests: row.get("requests")?,
        })
    })
}

/// Where a version was published.
///
/// # Errors
/// What the database refuses.
pub fn channels(cx: &Read<'_>, version: ServiceVersionId) -> Result<Vec<PublishedOn>> {
    let sql = "SELECT c.channel, c.published_on, c.evidence, w.name FROM service_channel c JOIN user_name w ON w.id = c.by \
               WHERE c.version = $1 ORDER BY c.published_on, c.at";
    cx.rows(sql, values![version], |row| {
        Ok(PublishedOn {
            channel: row.get("channel")?,
            published_on: row.get("published_on")?,
            evidence: row.get("evidence")?,
            by_name: row.get("name")?,
        })
    })
}

fn cannot_approve(cx: &Read<'_>, version: &Version) -> Result<String> {
    Ok(if !cx.who.role.may(SERVICES_APPROVE) {
        SERVICES_APPROVE.name().to_owned()
    } else if store::has_hand(cx, version.id, cx.who.id)? {
        OWN_WRITING.to_string()
    } else {
        String::new()
    })
}

fn figures(cx: &Read<'_>, version: ServiceVersionId) -> Result<ServiceFigures> {
    let days: Vec<i64> = cx.rows(
        "SELECT q.days FROM case_service_request q WHERE q.version = $1 AND q.days IS NOT NULL ORDER BY q.days",
        values![version],
        |row| row.get("days"),
    )?;
    cx.one(include_str!("sql/figures.sql"), values![version], |row| {
        let (approved, rejected): (i64, i64) = (row.get("approved")?, row.get("rejected")?);
        let whole = |count: i64| u64::try_from(count).unwrap_or(0);
        Ok(ServiceFigures {
            approved,
            rejected,
            waitlisted: row.get("waitlisted")?,
            open: row.get("open")?,
            requests: row.get("requests")?,
            grievances: row.get("grievances")?,
            acceptance: Portion::new(whole(approved), whole(approved + rejected)),
            median_days: days.get(days.len() / 2).copied(),
            exceptions: row.get("exceptions")?,
        })
    })
}

pub fn choices(cx: &Read<'_>, _: Nothing) -> Result<ServiceChoices> {
    let funds = cx.rows("SELECT id, name FROM fund_name ORDER BY name, id", values![], |row| {
        Ok(FundChoice { fund: row.get("id")?, name: row.get("name")? })
    })?;
    let sql = "SELECT DISTINCT programme FROM service_version WHERE programme <> '' ORDER BY programme";
    let programmes = cx.rows(sql, values![], |row| row.get("programme"))?;
    let mut narrow = Narrow::default();
    narrow.and("v.state = 'announced'", values![]);
    let announced = store::versions(cx, &narrow, "ORDER BY s.name_fold", 500)?;
    let mut open = Vec::new();
    for one in announced.into_iter().filter(|one| one.is_open(cx.today())) {
        open.push(OpenService {
            service: one.service,
            number: one.number,
            gives: one.content.gives,
            ceiling: one.content.ceiling,
            closes_on: one.content.closes_on,
            places_left: offer::places_left(cx, one.id, one.content.capacity)?,
            name: one.name,
        });
    }

    Ok(ServiceChoices { facts: known::all(), funds, programmes, open })
}
