//! The page of a partner.

use crate::inputs::WhichPartner;
use crate::keeping::{align, contacts, items};
use crate::model::{AgreementStanding, PartnerSheet};
use crate::rules::partner_standing;
use crate::{agreements, figures, obligations, queries, store};
use database::values;
use kernel::{Day, Result};
use office::context::Read;

pub fn open(cx: &Read<'_>, input: WhichPartner) -> Result<PartnerSheet> {
    let one = store::partner(cx, input.partner)?;
    let party = parties::party(cx, input.partner)?;
    let agreements = agreements::list::of_partner(cx, input.partner)?;
    let standings: Vec<AgreementStanding> = agreements.iter().map(|one| one.standing).collect();
    let obligations = obligations::list::of_partner(cx, input.partner)?;
    let contributions = items::contributions(cx, input.partner)?;
    let parent_name = match one.facts.parent {
        Some(parent) => store::name_of(cx, parent)?,
        None => String::new(),
    };
    let keeper_name = match one.facts.keeper {
        Some(keeper) => {
            let sql = "SELECT name FROM user_name WHERE id = $1";
            cx.row(sql, values![keeper], |row| row.get("name"))?.unwrap_or_default()
        }
        None => String::new(),
    };
    let sql = "SELECT c.party, c.name, c.kind, c.closed_on FROM partner p JOIN partner_card c ON c.party = p.party \
               WHERE p.parent = $1 ORDER BY c.name";
    Ok(PartnerSheet {
        today: cx.today(),
        partner: input.partner,
        standing: partner_standing(one.closed_on.is_some(), &standings),
        identity: party.identity.as_ref().map(parties::Identity::shown),
        party: party.facts,
        parent_name,
        keeper_name,
        added_on: one.added_on,
        closed_on: one.closed_on,
        closed_reason: one.closed_reason,
        components: one.components,
        contacts: contacts::contacts(cx, input.partner)?,
        alignments: align::alignments(cx, input.partner)?,
        kept: figures::kept(&obligations, Day::FIRST, cx.today())?,
        agreements,
        obligations,
        given: items::sums(&contributions)?,
        contributions,
        endorsements: items::endorsements(cx, input.partner)?,
        exchanges: items::exchanges(cx, input.partner)?,
        belong: cx.rows(sql, values![input.partner], queries::name_row)?,
        record: cx.version(store::PARTNER, input.partner)?,
        party_record: cx.version(parties::RECORD, input.partner)?,
        facts: one.facts,
    })
}
