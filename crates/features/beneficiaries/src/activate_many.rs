//! A supervisor activates many registered files at once: those that lack nothing become active, the others are told with
//! what they lack. An imported register says nothing of who has seen the originals of the identity records; whoever
//! activates may declare it for all of them, under their own name.

use super::inputs::{ActivateMany, Activated, Activation, FileGaps, GapCount};
use super::model::{FileHead, FileStatus};
use super::{rules, store, summary, summary_queries};
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};
use parties::Party;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Files in one go.
const MOST: usize = 10_000;

pub fn activation_preview(cx: &Read<'_>, input: ActivateMany) -> Result<Activation> {
    Ok(judge(cx, &input)?.told())
}

pub fn activate_many(cx: &Write<'_>, input: ActivateMany) -> Result<Activated> {
    let judged = judge(cx, &input)?;
    require(!judged.ready.is_empty(), rules::NONE_READY)?;
    cx.line_each();
    for Ready { party, file, declared } in &judged.ready {
        if *declared {
            parties::save_check(cx, party.id)?;
        }
        let after = rules::step(file, FileStatus::Active, "", &[], cx.today())?;
        store::save_status(cx, party.id, file, &after)?;
        parties::touched(cx, party.id)?;
        summary::rebuild(cx, party.id)?;
        let trace =
            |file: &FileHead, seen: bool| json!({ "status": file.status, "reason": "", "originals_seen": seen });
        cx.changed("file", party.id, &party.facts.name, &trace(file, false), &trace(&after, *declared))?;
    }
    Ok(Activated { ready: judged.ready.len(), checked: judged.checked(), lacking: judged.lacking.len() })
}

/// A file that becomes active; `declared` where its original is seen by this very declaration.
struct Ready {
    party: Party,
    file: FileHead,
    declared: bool,
}

#[derive(Default)]
struct Judged {
    ready: Vec<Ready>,
    lacking: Vec<FileGaps>,
}

fn judge(cx: &Read<'_>, input: &ActivateMany) -> Result<Judged> {
    if input.originals_seen {
        cx.who.needs(crate::BENEFICIARIES_KEEP)?;
    }
    let mut judged = Judged::default();
    for id in chosen(cx, input)? {
        let (party, file) = (parties::standing(cx, id)?, store::file(cx, id)?);
        let conditions = rules::conditions(party.kind, &party.facts, party.identity.as_ref(), cx.today());
        let mut gaps: Vec<String> = conditions.into_iter().filter(|one| !one.met).map(|one| one.gap).collect();
        let declared = input.originals_seen && gaps.iter().any(|gap| gap == rules::UNCHECKED);
        if declared {
            gaps.retain(|gap| gap != rules::UNCHECKED);
        }
        let gated = super::queries::activation_gates(cx, id, &file)?;
        gaps.extend(gated.into_iter().filter(|gate| !gate.met).map(|gate| gate.key.replace('.', "_")));
        if file.status != FileStatus::Registered {
            gaps = vec!["not_registered".to_owned()];
        }
        if gaps.is_empty() {
            judged.ready.push(Ready { party, file, declared });
        } else {
            judged.lacking.push(FileGaps { party: id, file_no: file.file_no, name: party.facts.name, gaps });
        }
    }
    Ok(judged)
}

/// The files that were named, each once, or those that fit.
fn chosen(cx: &Read<'_>, input: &ActivateMany) -> Result<Vec<kernel::id::PartyId>> {
    let mut seen = BTreeSet::new();
    let mut chosen: Vec<_> = input.parties.iter().copied().filter(|party| seen.insert(*party)).collect();
    if let Some(question) = &input.fitting {
        let question = super::inputs::ListFiles { status: vec![FileStatus::Registered], ..question.clone() };
        let most = i64::try_from(MOST).unwrap_or(i64::MAX).saturating_add(1);
        let fitting = summary_queries::parties_fitting(cx, &question, most)?;
        chosen.extend(fitting.into_iter().filter(|party| seen.insert(*party)));
    }
    require(chosen.len() <= MOST, Refusal::new(rules::TOO_MANY).with("most", MOST))?;
    Ok(chosen)
}

impl Judged {
    fn checked(&self) -> usize {
        self.ready.iter().filter(|ready| ready.declared).count()
    }

    fn told(self) -> Activation {
        let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
        for gap in self.lacking.iter().flat_map(|file| &file.gaps) {
            *counted.entry(gap).or_default() += 1;
        }
        let mut gaps: Vec<GapCount> =
            counted.into_iter().map(|(gap, count)| GapCount { gap: gap.to_owned(), count }).collect();
        gaps.sort_by_key(|one| std::cmp::Reverse(one.count));
        Activation {
            ready: self.ready.len(),
            checked: self.checked(),
            only_unchecked: self.lacking.iter().filter(|file| file.gaps == [rules::UNCHECKED]).count(),
            gaps,
            lacking: self.lacking,
        }
    }
}
