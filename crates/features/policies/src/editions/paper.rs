//! An edition on paper: what it is, who approved it, its text with the places of the association filled.

use crate::inputs::WhichEdition;
use crate::model::EditionState;
use crate::{store, variables};
use kernel::Result;
use office::context::Read;
use office::paper::{self as papers_of, Paper};
use office::words::{Language, word};
use papers::Template;
use serde_json::json;

const POLICY: Template = Template { name: "policy", source: include_str!("../papers/policy.typ") };

pub fn paper(cx: &Read<'_>, input: WhichEdition) -> Result<Paper> {
    let edition = store::edition(cx, input.edition)?;
    let policy = store::policy(cx, edition.policy)?;
    let references = store::references(cx, Some(policy.id))?;
    let reads = variables::read(&edition.text, &variables::variables(&office::association::profile(cx)?));
    let data = json!({
        "title": policy.title,
        "kind": word(&format!("policy.kind.{}", policy.kind.name()), Language::Ar),
        "no": edition.no,
        "issuer": policy.issuer,
        "legal_basis": policy.legal_basis,
        "in_force": edition.state == EditionState::Approved,
        "state": word(&format!("policy.state.{}", edition.state.name()), Language::Ar),
        "decision_no": edition.decision_no,
        "approved_elsewhere": edition.approved_elsewhere,
        "approved_on": edition.approved_on.map(papers_of::dates_json),
        "effective_on": papers_of::dates_json(edition.effective_on),
        "review_on": edition.review_on.map(papers_of::dates_json),
        "references": references.iter().map(|one| json!([one.title, one.number, one.issuer])).collect::<Vec<_>>(),
        "paragraphs": reads.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(),
    });
    cx.saw(store::POLICY, policy.id, &policy.title, json!({ "edition": edition.no, "paper": true }));
    papers_of::print(cx, &POLICY, &format!("{}-{}", policy.title, edition.no), &data)
}
