//! Families of like need: studied files by the domain of their open needs and their class, and what each group asks for.

use crate::model::{FileClass, NeedDomain, NeedGroup, NeedGroups, NeedRequires};
use crate::queries::sees_facts;
use database::values;
use kernel::Result;
use office::context::Read;
use office::input::Nothing;
use std::collections::BTreeMap;

/// What is named of a group; the rest is in its list.
const NAMED: usize = 6;

pub fn groups(cx: &Read<'_>, _: Nothing) -> Result<NeedGroups> {
    let mut groups = cx.rows(include_str!("sql/groups.sql"), values![], |row| {
        Ok(NeedGroup {
            domain: row.get("domain")?,
            class: row.get("class")?,
            families: row.get("families")?,
            persons: row.get("persons")?,
            high: row.get("high")?,
            unplanned: row.get("unplanned")?,
            requires: Vec::new(),
        })
    })?;
    let mut asked: BTreeMap<(NeedDomain, FileClass), Vec<NeedRequires>> = BTreeMap::new();
    let rows = cx.rows(include_str!("sql/group_requires.sql"), values![], |row| {
        let [service, partner, action]: [String; 3] = [row.get("service")?, row.get("partner")?, row.get("action")?];
        let what = [service, partner, action].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        Ok(((row.get("domain")?, row.get("class")?), NeedRequires { what, count: row.get("n")? }))
    })?;
    for (group, one) in rows {
        let all = asked.entry(group).or_default();
        match all.iter_mut().find(|other| other.what == one.what) {
            Some(other) => other.count += one.count,
            None => all.push(one),
        }
    }
    if !sees_facts(cx) {
        groups.retain(|group| !matches!(group.domain, NeedDomain::Health | NeedDomain::Orphans | NeedDomain::Debts));
    }
    for group in &mut groups {
        let mut requires = asked.remove(&(group.domain, group.class)).unwrap_or_default();
        requires.sort_by_key(|one| std::cmp::Reverse(one.count));
        requires.truncate(NAMED);
        group.requires = requires;
    }
    let (studied, files) =
        cx.one(include_str!("sql/studied.sql"), values![], |row| Ok((row.get("studied")?, row.get("files")?)))?;
    Ok(NeedGroups { studied, files, groups })
}
