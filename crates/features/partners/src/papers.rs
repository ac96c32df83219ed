//! Papers of partners: an agreement as it is signed, and a report of one partner for a period.

use crate::agreements::page;
use crate::inputs::{PartnerReport, WhichAgreement, WhichPartner};
use crate::model::{
    AgreementSheet, ContributionKind, ObligationLine, ObligationSide, ObligationStanding, PartnerSheet,
};
use crate::{agreements, figures, obligations, partner_page, rules, settings, store};
use kernel::{Day, Money, Refusal, Result, require};
use office::association;
use office::context::Read;
use office::paper::{self, Paper};
use office::words::{self, Language};
use papers::Template;
use serde_json::{Value, json};

const AGREEMENT: Template = Template { name: "agreement_sheet", source: include_str!("papers/agreement_sheet.typ") };
const REPORT: Template = Template { name: "partner_report", source: include_str!("papers/partner_report.typ") };

fn word(key: String) -> String {
    words::word(&key, Language::Ar)
}

fn day(day: Option<Day>) -> Value {
    day.map_or(Value::Null, paper::dates_json)
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// What each side owes, as the papers show it.
fn owed(all: &[ObligationLine], side: ObligationSide) -> Vec<Value> {
    all.iter()
        .filter(|one| one.side == side)
        .map(|one| {
            json!({
                "text": one.text,
                "site": one.site,
                "due": paper::dates_json(one.due),
                "amount": one.amount.map(Money::halalas),
                "standing": word(format!("partners.obligation_standing.{}", one.standing.name())),
                "late": one.standing == ObligationStanding::Late,
                "evidence": one.evidence,
            })
        })
        .collect()
}

/// The agreement, ready to be signed, or as it was signed; whoever printed it leaves a line.
pub fn agreement_paper(cx: &Read<'_>, input: WhichAgreement) -> Result<Paper> {
    let sheet = page::sheet(cx, input)?;
    let targets = settings::targets(cx)?;
    let named = |code: &String| match targets.iter().find(|one| &one.code == code) {
        Some(one) if !one.name.is_empty() => one.name.clone(),
        _ => word(format!("partners.target.{code}")),
    };
    let AgreementSheet { line, terms, .. } = &sheet;
    let data = json!({
        "number": line.agreement_no,
        "kind": word(format!("partners.agreement_kind.{}", line.kind.name())),
        "title": line.title,
        "draft": line.signed_on.is_none(),
        "standing": word(format!("partners.agreement_standing.{}", line.standing.name())),
        "ours": association::profile(cx)?.name_ar,
        "theirs": line.partner_name,
        "our_signatory": terms.our_signatory,
        "their_signatory": terms.their_signatory,
        "parties": sheet.parties.iter().map(|one| json!({
            "name": one.name, "role": word(format!("partners.party_role.{}", one.role.name())), "signs": one.signs,
            "represented_by": one.represented_by,
        })).collect::<Vec<_>>(),
        "purpose": terms.purpose,
        "fields": lines(&terms.fields),
        "our_interest": lines(&terms.our_interest),
        "their_interest": lines(&terms.their_interest),
        "our_rights": lines(&terms.our_rights),
        "their_rights": lines(&terms.their_rights),
        "our_duties": lines(&terms.our_duties),
        "their_duties": lines(&terms.their_duties),
        "default_terms": terms.default_terms,
        "liability_limits": terms.liability_limits,
        "dispute_clause": terms.dispute_clause,
        "targets": sheet.targets.iter().map(named).collect::<Vec<_>>(),
        "amount": terms.amount.map(Money::halalas),
        "starts": day(terms.starts),
        "ends": day(terms.ends),
        "decision": sheet.decision,
        "event": line.event,
        "place": sheet.place,
        "signed_on": day(line.signed_on),
        "on_us": owed(&sheet.obligations, ObligationSide::Ours),
        "on_them": owed(&sheet.obligations, ObligationSide::Theirs),
    });
    cx.saw(agreements::store::AGREEMENT, line.agreement, &line.agreement_no, json!({ "paper": "agreement" }));
    paper::print(cx, &AGREEMENT, &format!("agreement-{}", line.agreement_no), &data)
}

/// What is between the association and a partner in a period: agreements, obligations of both sides, what it gave.
pub fn report_paper(cx: &Read<'_>, input: PartnerReport) -> Result<Paper> {
    require(input.from <= input.until, Refusal::new(rules::PERIOD).at("until"))?;
    let sheet = partner_page::open(cx, WhichPartner { partner: input.partner })?;
    let due: Vec<ObligationLine> = obligations::list::of_partner(cx, input.partner)?
        .into_iter()
        .filter(|one| (input.from..=input.until).contains(&one.due))
        .collect();
    let kept = figures::kept(&due, input.from, input.until)?;
    let PartnerSheet { party, facts, .. } = &sheet;
    let contributions: Vec<Value> = sheet
        .contributions
        .iter()
        .filter(|one| one.void_on.is_none() && (input.from..=input.until).contains(&one.day))
        .map(|one| {
            json!({
                "kind": word(format!("partners.contribution_kind.{}", one.kind.name())),
                "text": one.text,
                "day": paper::dates_json(one.day),
                "amount": one.amount.map(Money::halalas),
                "receipt": one.receipt,
                "unbooked": one.kind == ContributionKind::Money && !one.booked,
            })
        })
        .collect();
    let given =
        sheet.contributions.iter().filter(|one| one.void_on.is_none() && (input.from..=input.until).contains(&one.day));
    let data = json!({
        "name": party.name,
        "kind": word(format!("partners.kind.{}", facts.kind.name())),
        "sector": facts.sector,
        "parent": sheet.parent_name,
        "standing": word(format!("partners.standing.{}", sheet.standing.name())),
        "since": day(facts.since),
        "keeper": sheet.keeper_name,
        "orientation": facts.orientation,
        "our_interest": lines(&facts.our_interest),
        "their_interest": lines(&facts.their_interest),
        "responsibility_plan": facts.responsibility_plan,
        "from": paper::dates_json(input.from),
        "until": paper::dates_json(input.until),
        "agreements": sheet.agreements.iter().map(|one| json!({
            "number": one.agreement_no, "title": one.title,
            "standing": word(format!("partners.agreement_standing.{}", one.standing.name())),
            "starts": day(one.starts), "ends": day(one.ends),
        })).collect::<Vec<_>>(),
        "ours": [kept.ours.n(), kept.ours.of()],
        "theirs": [kept.theirs.n(), kept.theirs.of()],
        "on_us": owed(&due, ObligationSide::Ours),
        "on_them": owed(&due, ObligationSide::Theirs),
        "contributions": contributions,
        "given": Money::sum(given.filter_map(|one| one.amount))?.halalas(),
        "alignments": sheet.alignments.iter().map(|one| json!({
            "name": one.name, "score": one.score, "note": one.note,
        })).collect::<Vec<_>>(),
    });
    cx.saw(store::PARTNER, input.partner, &party.name, json!({ "paper": "report" }));
    paper::print(cx, &REPORT, "partner-report", &data)
}
