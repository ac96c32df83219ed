//! The lists over all programmes: initiatives, and the money that is looked for.

use crate::inputs::{ListInitiatives, ListSupports};
use crate::model::{
    InitiativeLine, InitiativePage, InitiativeState, InitiativeStateCount, ProgrammeSupport, SupportPage, SupportStage,
    SupportStageCount,
};
use crate::pages::initiative_line;
use crate::{facts, store};
use kernel::arabic::{Reading, fold};
use kernel::{Money, Result};
use office::context::Read;
use office::order::{Rank, in_order};
use office::page::{as_meant, page_of};

fn says(texts: &[&str], reading: Option<&Reading>) -> bool {
    let text = fold(&texts.join(" "));
    reading.is_none_or(|reading| reading.text.split(' ').all(|word| text.contains(word)))
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub fn initiatives(cx: &Read<'_>, input: ListInitiatives) -> Result<InitiativePage> {
    let supports = facts::supports(cx, None)?;
    let mut all = Vec::new();
    for one in store::all_initiatives(cx)? {
        let wanted = input.programme.is_none_or(|programme| programme == one.programme)
            && input.keeper.is_none_or(|keeper| keeper == one.keeper);
        if wanted {
            all.push(initiative_line(cx, &one, &supports)?);
        }
    }
    as_meant(cx, &input.text, |page: &InitiativePage| page.total == 0, |reading| Ok(page(&input, &all, reading)))
}

fn page(input: &ListInitiatives, all: &[InitiativeLine], reading: Option<&Reading>) -> InitiativePage {
    let fits = |one: &&InitiativeLine| {
        says(&[&one.initiative_no, &one.title, &one.sector, &one.programme_name, &one.owner_name], reading)
            && (!input.late || one.late.is_some())
            && (!input.unmeasured || one.unmeasured > 0)
    };
    let found: Vec<&InitiativeLine> = all.iter().filter(fits).collect();
    let states = InitiativeState::ALL.iter().map(|state| InitiativeStateCount {
        state: *state,
        count: count(found.iter().filter(|one| one.state == *state).count()),
    });
    let states = states.collect();
    let chosen = found.into_iter().filter(|one| input.state.is_empty() || input.state.contains(&one.state));
    let mut chosen: Vec<InitiativeLine> = chosen.cloned().collect();
    in_order(&mut chosen, input.order.as_ref(), |one, key| {
        Some(match key {
            "number" => Rank::from(&one.initiative_no),
            "title" => (&one.title).into(),
            "programme" => (&one.programme_name).into(),
            "sector" => (&one.sector).into(),
            "priority" => one.priority.into(),
            "owner" => (&one.owner_name).into(),
            "keeper" => (&one.keeper_name).into(),
            "cost" => one.cost.into(),
            "coverage" => one.coverage.map_or(Rank::Empty, Rank::from),
            "progress" => one.progress.into(),
            "starts" => one.starts.map_or(Rank::Empty, Rank::from),
            "ends" => one.ends.map_or(Rank::Empty, Rank::from),
            "unmeasured" => one.unmeasured.into(),
            _ => return None,
        })
    });
    let total = count(chosen.len());
    InitiativePage { lines: page_of(chosen, input.offset, input.limit), total, states }
}

pub fn supports(cx: &Read<'_>, input: ListSupports) -> Result<SupportPage> {
    let versions = cx.versions(store::PROGRAMME)?;
    let wanted = |one: &ProgrammeSupport| {
        input.programme.is_none_or(|programme| programme == one.programme)
            && input.source.is_none_or(|source| source == one.source)
            && input.keeper.is_none_or(|keeper| keeper == one.keeper)
    };
    let all = facts::supports(cx, None)?.into_iter().filter(wanted);
    let all: Vec<ProgrammeSupport> = all
        .map(|one| {
            let version = versions.get(&one.programme.to_string()).map_or(0, |version| version.number);
            ProgrammeSupport { version, ..one }
        })
        .collect();
    as_meant(cx, &input.text, |page: &SupportPage| page.total == 0, |reading| support_page(&input, &all, reading))
}

fn support_page(input: &ListSupports, all: &[ProgrammeSupport], reading: Option<&Reading>) -> Result<SupportPage> {
    let fits = |one: &&ProgrammeSupport| {
        says(&[&one.name, &one.programme_name, &one.initiative_title, &one.note, &one.keeper_name], reading)
    };
    let found: Vec<&ProgrammeSupport> = all.iter().filter(fits).collect();
    let stages = SupportStage::ALL.iter().map(|stage| SupportStageCount {
        stage: *stage,
        count: count(found.iter().filter(|one| one.stage == *stage).count()),
    });
    let stages = stages.collect();
    let chosen = found.into_iter().filter(|one| input.stage.is_empty() || input.stage.contains(&one.stage));
    let mut chosen: Vec<ProgrammeSupport> = chosen.cloned().collect();
    in_order(&mut chosen, input.order.as_ref(), |one, key| {
        Some(match key {
            "name" => Rank::from(&one.name),
            "programme" => (&one.programme_name).into(),
            "initiative" => (&one.initiative_title).into(),
            "amount" => one.amount.into(),
            "next" => one.next_on.map_or(Rank::Empty, Rank::from),
            "closes" => one.closes_on.map_or(Rank::Empty, Rank::from),
            "keeper" => (&one.keeper_name).into(),
            _ => return None,
        })
    });
    let (total, amount) = (count(chosen.len()), Money::sum(chosen.iter().map(|one| one.amount))?);
    Ok(SupportPage { lines: page_of(chosen, input.offset, input.limit), total, amount, stages })
}
