//! Identity records that have expired, end soon, or whose end nobody knows; each is mended where it stands.

use crate::inputs::ListIdentities;
use crate::model::{IdentityEnd, IdentityLine, IdentityPage};
use crate::{rules, settings};
use database::values;
use kernel::arabic::Reading;
use kernel::{Day, Result};
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

const ORDERED: &[(&str, &str)] = &[
    ("file_no", "s.file_no"),
    ("name", "s.name_fold"),
    ("expires", "s.identity_expires_on?"),
    ("researcher", "s.researcher_name"),
];

pub fn identities(cx: &Read<'_>, input: ListIdentities) -> Result<IdentityPage> {
    as_meant(cx, &input.text, |page: &IdentityPage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListIdentities, reading: Option<&Reading>) -> Result<IdentityPage> {
    let days =
        rules::days("days", input.days.map_or_else(|| settings::settings(cx).map(|kept| kept.expiry_days), Ok)?)?;
    let (today, last) = (cx.today(), cx.today().plus_days(i32::try_from(days).unwrap_or(i32::MAX))?);
    let narrow = |end: Option<IdentityEnd>| {
        let mut narrow = Narrow::default();
        narrow.and("s.status IN ('registered', 'active')", values![]);
        match end {
            None => narrow.and("(s.identity_expires_on <= {} OR s.identity_expires_on IS NULL)", values![last]),
            Some(IdentityEnd::Expired) => narrow.and("s.identity_expires_on < {}", values![today]),
            Some(IdentityEnd::Soon) => {
                narrow.and("s.identity_expires_on >= {} AND s.identity_expires_on <= {}", values![today, last]);
            }
            Some(IdentityEnd::Unknown) => narrow.and("s.identity_expires_on IS NULL", values![]),
        }
        if input.mine {
            narrow.and("s.researcher = {}", values![cx.who.id]);
        }
        narrow.words("s.search_fold", reading);
        narrow
    };
    let count = |end: Option<IdentityEnd>| -> Result<i64> {
        let narrow = narrow(end);
        cx.one(&format!("SELECT count(*) AS n FROM file_card s {}", narrow.said()), narrow.values, |row| row.get("n"))
    };
    let asked = narrow(input.end);
    let own = "s.identity_expires_on IS NULL, s.identity_expires_on, s.party";
    let order = order_by(input.order.as_ref(), ORDERED, own, "s.party");
    let (sql, values) =
        asked.statement(include_str!("sql/identities.sql"), &order, limit_of(input.limit), input.offset);
    let lines = cx.rows(&sql, values, |row| {
        let expires_on: Option<Day> = row.get("identity_expires_on")?;
        Ok(IdentityLine {
            party: row.get("party")?,
            file_no: row.get("file_no")?,
            name: row.get("name")?,
            identity_masked: row.get("identity_masked")?,
            expires_on,
            days: expires_on.map(|day| day.days_since(today)),
            end: match expires_on {
                None => IdentityEnd::Unknown,
                Some(day) if day < today => IdentityEnd::Expired,
                Some(_) => IdentityEnd::Soon,
            },
            mobile: row.get("mobile")?,
            researcher_name: row.get("researcher_name")?,
        })
    })?;
    Ok(IdentityPage {
        lines,
        total: count(input.end)?,
        expired: count(Some(IdentityEnd::Expired))?,
        soon: count(Some(IdentityEnd::Soon))?,
        unknown: count(Some(IdentityEnd::Unknown))?,
        days,
    })
}
