//! An application is opened for somebody whose file is active.

use crate::inputs::{AddApplication, ApplicationRequest};
use crate::model::SavedApplication;
use crate::{rules, store};
use kernel::id::{ApplicationId, PartyId, ProjectId};
use kernel::{Refusal, Result, require};
use office::context::{Read, Write};

pub fn add(cx: &Write<'_>, input: AddApplication) -> Result<SavedApplication> {
    let borrower = loans::borrower(cx, input.party)?;
    let file = beneficiaries::file_of(cx, borrower.party)?;
    let refusal = Refusal::new(rules::NOT_ACTIVE).with("file_no", &file.file_no).at("party");
    require(file.status == beneficiaries::FileStatus::Active, refusal)?;
    let request = checked(cx, borrower.party, &input.request)?;
    alone(cx, borrower.party, &request, input.id)?;
    store::insert(cx, input.id, borrower.party, &request)?;
    store::hand(cx, input.id)?;
    store::told(cx, None, input.id)
}

/// What is asked for, tidied.
///
/// # Errors
/// A product that is not offered, another person's project, no project at all, an amount that is none, too long a text.
pub fn checked(cx: &Read<'_>, party: PartyId, request: &ApplicationRequest) -> Result<ApplicationRequest> {
    let product = loans::product(cx, request.product)?;
    require(product.offered, Refusal::new(rules::PRODUCT_NOT_OFFERED).at("request.product"))?;
    let amount = Refusal::new(rules::AMOUNT).with("item", &product.name).at("request.amount");
    require(request.amount.is_positive() && request.instalments.get() <= 600, amount)?;
    let project_name = match request.project {
        Some(project) => name_of_own(cx, party, project)?,
        None => rules::line("request.project_name", &request.project_name)?,
    };
    require(!project_name.is_empty(), Refusal::new(rules::PROJECT_MISSING).at("request.project_name"))?;
    Ok(ApplicationRequest {
        project_name,
        activity: rules::line("request.activity", &request.activity)?,
        needs: rules::text("request.needs", &request.needs)?,
        wishes: rules::text("request.wishes", &request.wishes)?,
        ..request.clone()
    })
}

fn name_of_own(cx: &Read<'_>, party: PartyId, project: ProjectId) -> Result<String> {
    let known = loans::project(cx, project)?;
    let own = loans::borrower(cx, known.party)?.party == party;
    require(own, Refusal::new(rules::PROJECT_OTHER).at("request.project"))?;
    Ok(known.name)
}

/// # Errors
/// Another application of the same person for the same product is open.
pub fn alone(cx: &Read<'_>, party: PartyId, request: &ApplicationRequest, id: ApplicationId) -> Result<()> {
    let others = store::open_of(cx, party, request.product, id)?;
    let refusal = Refusal::new(rules::OPEN_ALREADY).with("number", others.join("، ")).at("request.product");
    require(others.is_empty(), refusal)
}
