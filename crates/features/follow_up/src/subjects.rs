//! The record an activity or a promise is about: of any kind whose feature says whom it is about.

use crate::model::FollowedSubject;
use crate::rules::NOT_FOLLOWED;
use database::{Row, values};
use kernel::Result;
use kernel::id::{PartyId, SubjectId};
use office::context::Read;
use office::feature::SubjectKind;

/// The kind of a record that is followed, for somebody who may see such records.
///
/// # Errors
/// Nobody knows or follows such records; forbidden.
pub fn followed_kind(cx: &Read<'_>, kind: &str) -> Result<&'static SubjectKind> {
    let kind = cx.features().subject(kind)?;
    cx.who.needs(kind.view)?;
    kernel::require(kind.followed.is_some(), NOT_FOLLOWED)?;
    Ok(kind)
}

/// The record, with whom it is about and where they live.
///
/// # Errors
/// As above; not found.
pub fn subject(cx: &Read<'_>, kind: &str, id: SubjectId) -> Result<FollowedSubject> {
    let kind = followed_kind(cx, kind)?;
    kind.seen(cx, *id.as_bytes())?;
    let name = (kind.label)(cx, *id.as_bytes())?;
    let party = kind.followed.map(|about| about(cx, *id.as_bytes())).transpose()?.flatten();
    let place = match party {
        Some(party) => cx.row(include_str!("sql/place.sql"), values![party], place)?,
        None => None,
    };
    let bare = place.unwrap_or_default();
    Ok(FollowedSubject { subject_kind: kind.kind.to_owned(), subject: id, name, ..bare.into_subject(id, party) })
}

/// The record itself and those that were joined into it.
///
/// # Errors
/// As [`followed_kind`].
pub fn with_joined(cx: &Read<'_>, kind: &'static SubjectKind, id: SubjectId) -> Result<Vec<SubjectId>> {
    let joined = (kind.joined)(cx, *id.as_bytes())?;
    Ok(std::iter::once(id).chain(joined.into_iter().map(SubjectId::from_bytes)).collect())
}

#[derive(Default)]
struct Place {
    name: String,
    mobile: String,
    city: String,
    district: String,
    address: String,
}

impl Place {
    fn into_subject(self, subject: SubjectId, party: Option<PartyId>) -> FollowedSubject {
        FollowedSubject {
            subject_kind: String::new(),
            subject,
            name: String::new(),
            party,
            party_name: self.name,
            mobile: self.mobile,
            city: self.city,
            district: self.district,
            address: self.address,
        }
    }
}

fn place(row: &Row<'_>) -> Result<Place> {
    Ok(Place {
        name: row.get("party_name")?,
        mobile: row.get("mobile")?,
        city: row.get("city")?,
        district: row.get("district")?,
        address: address(row)?,
    })
}

/// The street with the building, and the short address.
fn address(row: &Row<'_>) -> Result<String> {
    let parts: [String; 3] = [row.get("street")?, row.get("building_no")?, row.get("short_address")?];
    Ok(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("، "))
}

/// From a row of a list that names the record as it was and whom it is about as they are.
///
/// # Errors
/// Broken: the statement lacks a column.
pub fn of_row(row: &Row<'_>) -> Result<FollowedSubject> {
    let party: Option<PartyId> = row.get("party")?;
    let known = place(row)?;
    Ok(FollowedSubject {
        subject_kind: row.get("subject_kind")?,
        name: row.get("subject_name")?,
        ..known.into_subject(row.get("subject")?, party)
    })
}

/// As the audit trail and the record's own story name it: the kind, for a change that is told under it.
///
/// # Errors
/// Nobody knows such records.
pub fn noun(cx: &Read<'_>, kind: &str) -> Result<&'static str> {
    cx.features().subject(kind).map(|kind| kind.kind)
}
