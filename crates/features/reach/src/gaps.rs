//! Active files and what each lacks: what makes it eligible (K2 of the board), and what the office must know of it.

use crate::inputs::ListGaps;
use crate::model::{Gap, GapLine, GapPage, LackCount};
use crate::rules::{self, Kept};
use database::values;
use kernel::Result;
use kernel::arabic::Reading;
use kernel::id::{PartyId, PersonId};
use measures::kpi::{Lacking, completeness};
use office::context::Read;
use office::order::in_order;
use office::page::{as_meant, page_of};
use std::collections::BTreeMap;

pub fn gaps(cx: &Read<'_>, input: ListGaps) -> Result<GapPage> {
    as_meant(cx, &input.text, |page: &GapPage| page.total == 0, |reading| page(cx, &input, reading))
}

/// What stands beside a file in the list.
struct Beside {
    governorate: String,
    researcher: Option<PersonId>,
    has_size: bool,
    has_consent: bool,
    found_by: String,
}

fn beside(cx: &Read<'_>) -> Result<BTreeMap<PartyId, Beside>> {
    let all = cx.rows(include_str!("sql/kept.sql"), values![], |row| {
        let beside = Beside {
            governorate: row.get("governorate")?,
            researcher: row.get("researcher")?,
            has_size: row.get::<Option<i64>>("family_size")?.is_some(),
            has_consent: row.get("consented")?,
            found_by: row.get("search_fold")?,
        };
        Ok((row.get("party")?, beside))
    })?;
    Ok(all.into_iter().collect())
}

fn page(cx: &Read<'_>, input: &ListGaps, reading: Option<&Reading>) -> Result<GapPage> {
    let today = cx.today();
    let mut beside = beside(cx)?;
    let words: Vec<&str> = reading.map(|reading| reading.text.split(' ').collect()).unwrap_or_default();
    let (mut lines, mut files, mut complete) = (Vec::new(), 0, 0);
    let mut counts: BTreeMap<Gap, i64> = BTreeMap::new();
    for file in beneficiaries::active_on(cx, today)? {
        let Some(known) = beside.remove(&file.party) else { continue };
        files += 1;
        let eligible = completeness(std::slice::from_ref(&file.known), today);
        let mut gaps: Vec<Gap> =
            eligible.lacking.iter().flat_map(|(_, all)| all).map(|lacking| gap_of(*lacking)).collect();
        gaps.extend(rules::gaps(Kept {
            has_class: !file.class.is_empty(),
            has_researcher: !file.researcher.is_empty(),
            has_size: known.has_size,
            has_consent: known.has_consent,
        }));
        complete += i64::from(gaps.is_empty());
        for gap in &gaps {
            *counts.entry(*gap).or_default() += 1;
        }
        let asked = input.gap.is_empty() || gaps.iter().any(|gap| input.gap.contains(gap));
        let whose = (!input.mine || known.researcher == Some(cx.who.id))
            && input.researcher.as_ref().is_none_or(|one| *one == file.researcher)
            && input.class.as_ref().is_none_or(|one| *one == file.class);
        let named = words.iter().all(|word| known.found_by.contains(word));
        if gaps.is_empty() || !asked || !whose || !named {
            continue;
        }
        lines.push(GapLine {
            party: file.party,
            file_no: file.known.number,
            name: file.known.name.unwrap_or_default(),
            class: file.class,
            governorate: known.governorate,
            researcher_name: file.researcher,
            count: i64::try_from(gaps.len()).unwrap_or(i64::MAX),
            gaps,
        });
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.count));
    in_order(&mut lines, input.order.as_ref(), |line: &GapLine, key| match key {
        "file_no" => Some((&line.file_no).into()),
        "name" => Some((&line.name).into()),
        "class" => Some((&line.class).into()),
        "governorate" => Some((&line.governorate).into()),
        "researcher" => Some((&line.researcher_name).into()),
        "gaps" => Some(line.count.into()),
        _ => None,
    });
    let counted = |gap: &Gap| LackCount { gap: *gap, files: counts.get(gap).copied().unwrap_or(0) };
    Ok(GapPage {
        total: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        lines: page_of(lines, input.offset, input.limit),
        files,
        complete,
        counts: Gap::ALL.iter().map(counted).collect(),
    })
}

const fn gap_of(lacking: Lacking) -> Gap {
    match lacking {
        Lacking::Name => Gap::Name,
        Lacking::Identity => Gap::Identity,
        Lacking::Contact => Gap::Contact,
        Lacking::Residence => Gap::Residence,
    }
}
