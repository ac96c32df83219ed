//! Everything on the page of an application.

use crate::conditions::{self, Whole};
use crate::inputs::WhichApplication;
use crate::model::{
    ApplicationEvent, ApplicationSheet, ApplicationState, ApplicationStep, ApplicationVisit, Recommendation, Recommends,
};
use crate::store::{self, Application};
use crate::{brought, rules, settings, steps};
use kernel::arabic::amount_in_words;
use kernel::id::SubjectId;
use kernel::{Failure, Result};
use office::context::Read;
use office::gate::Condition;
use office::permission::Permission;

pub fn detail(cx: &Read<'_>, input: WhichApplication) -> Result<ApplicationSheet> {
    sheet(cx, store::application(cx, input.application)?)
}

/// As the page shows it, and the papers.
///
/// # Errors
/// What the database refuses.
pub fn sheet(cx: &Read<'_>, own: Application) -> Result<ApplicationSheet> {
    let mut whole = conditions::whole(cx, own.clone())?;
    let decided = own.rule_version.filter(|_| !rules::is_open(own.state));
    if let Some(version) = decided {
        // What was decided keeps the rules it was measured by.
        (whole.terms, whole.version) = settings::version(cx, version)?;
    }
    let on = own.decided_at.map_or(cx.today(), kernel::Day::in_riyadh);
    let asked = whole.weigh(own.amount, own.instalments, on)?;
    let recommended = own.recommends == Some(Recommends::Approve);
    let proposed = if recommended { Some(whole.as_it_stands(on)?) } else { None };
    let party = parties::find_party(cx, own.party)?;
    let facts = party.map(|party| party.facts).unwrap_or_default();
    let steps = steps_of(cx, &whole)?;
    let visits = follow_up::facts(cx, store::RECORD, SubjectId::from_bytes(*own.id.as_bytes()))?.visits;
    Ok(ApplicationSheet {
        application: own.id,
        application_no: own.application_no.clone(),
        state: own.state,
        record: cx.version(store::RECORD, own.id)?,
        party: own.party,
        applicant: own.applicant.clone(),
        file_no: own.file_no.clone(),
        mobile: facts.mobile,
        city: facts.city,
        district: facts.district,
        amount: own.amount,
        amount_in_words: amount_in_words(own.rec_amount.unwrap_or(own.amount))?,
        instalments: own.instalments,
        project: own.project,
        project_name: own.project_name.clone(),
        activity: own.activity.clone(),
        needs: own.needs.clone(),
        wishes: own.wishes.clone(),
        market: own.market.clone(),
        opened_on: own.opened_on,
        opened_by_name: own.opened_by_name.clone(),
        submitted_on: own.submitted_on,
        researcher: own.researcher,
        researcher_name: own.researcher_name.clone(),
        missing: own.missing.lines().map(str::to_owned).collect(),
        returned_by_name: own.returned_by_name.clone(),
        returned_on: own.returned_on,
        guarantees: whole.brought,
        kinds: guarantees::kinds(cx)?,
        funds: loans::lending_funds(cx)?,
        asked,
        proposed,
        recommendation: recommendation(&own),
        decided_by_name: own.decided_by_name.clone(),
        decided_at: own.decided_at,
        decision_note: own.decision_note.clone(),
        loan: own.loan,
        loan_no: own.loan_no.clone(),
        visits: visits.iter().map(|one| ApplicationVisit { planned: one.planned, done: one.done }).collect(),
        steps,
        story: story(cx, &own)?,
        product: whole.product,
        rows: whole.rows,
        lines: whole.lines,
        terms: whole.terms,
        rule_version: whole.version,
    })
}

fn recommendation(own: &Application) -> Option<Recommendation> {
    let (recommends, by, at) = (own.recommends?, own.recommended_by?, own.recommended_at?);
    Some(Recommendation {
        recommends,
        amount: own.rec_amount,
        instalments: own.rec_instalments,
        calendar: own.rec_calendar,
        first_due: own.rec_first_due,
        fund: own.rec_fund,
        fund_name: own.fund_name.clone(),
        opinion: own.opinion.clone(),
        conditions: own.conditions.clone(),
        by,
        by_name: own.recommended_by_name.clone(),
        at,
    })
}

fn story(cx: &Read<'_>, own: &Application) -> Result<Vec<ApplicationEvent>> {
    let told = cx.status_story(store::subject(own.id))?;
    told.into_iter()
        .map(|one| {
            // A recommendation keeps which one it was as its reason; the page says that in words.
            Ok(ApplicationEvent {
                state: ApplicationState::named(&one.to)?,
                on: one.on,
                at: one.at,
                by_name: one.by_name,
                reason: one.reason,
            })
        })
        .collect()
}

/// The steps that begin where it stands, each with who may and what it lacks.
fn steps_of(cx: &Read<'_>, whole: &Whole) -> Result<Vec<ApplicationStep>> {
    use ApplicationState::{Draft, InAppraisal, Recommended, Returned, Submitted};
    let own = &whole.application;
    let keeps = (crate::APPLICATIONS_KEEP, "keep");
    let studies = (crate::APPLICATIONS_STUDY, "study");
    let mut all = Vec::new();
    match own.state {
        Draft => {
            all.push(step(cx, "submit", keeps, conditions::to_submit(cx, whole)?));
        }
        Submitted | Returned => all.push(step(cx, "take", studies, Vec::new())),
        InAppraisal => {
            let found = whole.as_it_stands(cx.today())?;
            all.push(step(cx, "recommend", studies, conditions::to_approve(cx, whole, &found)?));
            all.push(step(cx, "send_back", studies, Vec::new()));
        }
        Recommended => {
            let why = who_decides(cx, whole)?;
            let found = whole.as_it_stands(cx.today())?;
            let decide = |command: &str, conditions: Vec<Condition>| ApplicationStep {
                command: command.to_owned(),
                may: why.is_empty(),
                why: why.clone(),
                conditions,
            };
            if own.recommends == Some(Recommends::Approve) {
                let mut found = conditions::to_approve(cx, whole, &found)?;
                found.push(Condition::new(
                    "applications.another",
                    why != "own",
                    [("number", own.application_no.clone())],
                ));
                all.push(decide("approve", found));
            }
            all.push(decide("reject", Vec::new()));
            all.push(decide("send_back", Vec::new()));
        }
        _ => {}
    }
    if rules::is_open(own.state) {
        all.push(step(cx, "withdraw", keeps, Vec::new()));
    }
    if rules::is_editable(own.state) {
        all.push(step(cx, "change", keeps, Vec::new()));
    }
    Ok(all)
}

fn step(cx: &Read<'_>, command: &str, right: (Permission, &str), conditions: Vec<Condition>) -> ApplicationStep {
    let may = cx.who.role.may(right.0);
    let why = if may { String::new() } else { right.1.to_owned() };
    ApplicationStep { command: command.to_owned(), may, why, conditions }
}

/// Why the person who asks does not decide; nothing where they may.
fn who_decides(cx: &Read<'_>, whole: &Whole) -> Result<String> {
    let why = match steps::to_decide(cx, whole.application.id) {
        Ok(_) => "",
        Err(Failure::Refused(refusal)) if refusal.code == rules::OWN_APPRAISAL => "own",
        Err(Failure::Refused(refusal)) if refusal.code == rules::ABOVE_LIMIT => "limit",
        Err(Failure::Refused(_) | Failure::Forbidden { .. }) => "decide",
        Err(other) => return Err(other),
    };
    Ok(why.to_owned())
}

/// Whether a guarantee holds today, for the papers.
pub fn holds(sheet: &ApplicationSheet) -> bool {
    !brought::holding(&sheet.guarantees, &sheet.product.terms.guarantees).is_empty()
}
