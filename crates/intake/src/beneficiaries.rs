//! The register of beneficiaries: one row, one person.

use crate::known::Known;
use crate::reading::Reading;
use crate::table::Table;
use crate::text::{code_key, says_nothing};
use crate::validated::{Ask, Place, Validated, Verdict};
use crate::vocabulary::{contains_words, meaning, words};
use kernel::arabic::{Sex, fold};
use kernel::saudi::{Iban, Mobile, NationalId, ShortAddress};
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A person as the row gives them. What is empty in the file is `None`, never a guess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beneficiary {
    pub file_no: Option<String>,
    pub full_name: String,
    pub id_number: Option<NationalId>,
    pub id_expiry: Option<Day>,
    pub birth_date: Option<Day>,
    pub sex: Option<Sex>,
    pub mobile: Option<Mobile>,
    pub region: Option<String>,
    pub governorate: Option<String>,
    pub city: Option<String>,
    pub district: Option<String>,
    pub short_address: Option<ShortAddress>,
    pub marital_status: Option<String>,
    /// People in the family, the person included.
    pub family_size: Option<i64>,
    /// Members of the household the row names; they are no beneficiaries of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
    #[serde(rename = "monthly_income_halalas")]
    pub monthly_income: Option<Money>,
    /// Receives social security; `None` is unknown.
    pub social_security: Option<bool>,
    pub iban: Option<Iban>,
    pub researcher: Option<String>,
    pub notes: Option<String>,
}

/// A member of the household, with what the file says of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub name: String,
    /// `spouse`, `son`, `daughter`, `father`, `mother`, `brother`, `sister`, `other`.
    pub relation: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<NationalId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
}

pub(crate) fn read(row: &mut Reading<'_>) -> Option<Beneficiary> {
    let relation = row.word("relation", "relation_or_head");
    let file_no = row.code("file_no");
    let full_name = row.name("full_name");
    let id_number = row.identity("id_number");
    // Blank beside a member: the head of the household is the one above.
    let continues = full_name.is_none() && row.has("relation") && !row.several("member").is_empty() && is_bare(row);
    if !continues {
        row.need("full_name", &full_name, "name_missing");
    }
    if !continues && id_number.is_none() && says_nothing(&row.raw("id_number")) {
        row.warn("id_missing");
    }
    let id_expiry = row.day("id_expiry");
    if id_expiry.is_some_and(|day| day < row.today) {
        row.warn("id_expired");
    }
    let birth_date = row.day("birth_date");
    if birth_date.is_some_and(|day| day > row.today) {
        row.refuse("birth_date", "birth_in_future");
    }
    let sex = match row.word("sex", "sex") {
        Some("male") => Some(Sex::Male),
        Some(_) => Some(Sex::Female),
        None => None,
    };
    let mobile = row.mobile("mobile");
    let region = row.listed("region", "region");
    let governorate = row.listed("governorate", "governorate");
    let city = row.text("city");
    let district = row.text("district");
    let short_address = row.short_address("short_address");
    let marital_status = row.text("marital_status");
    let family_size = family_size(row);
    let members = members(row, relation);
    let monthly_income = income(row);
    Some(Beneficiary {
        file_no,
        full_name: if continues { String::new() } else { full_name? },
        id_number,
        id_expiry,
        birth_date,
        sex,
        mobile,
        region,
        governorate,
        city,
        district,
        short_address,
        marital_status,
        family_size,
        members,
        monthly_income,
        social_security: row.yes_no("social_security"),
        iban: row.iban("iban"),
        researcher: row.text("researcher"),
        notes: row.paragraphs("notes"),
    })
}

/// Whether a row says nothing of a person of its own.
fn is_bare(row: &mut Reading<'_>) -> bool {
    ["full_name", "id_number", "file_no"].iter().all(|field| says_nothing(&row.raw(field)))
}

/// A file number twice, or one the office has given already, is refused.
pub(crate) fn refuse_repeated(table: &mut Table<Beneficiary>, known: &Known) {
    let held: HashSet<String> = known.people.iter().map(|person| code_key(&person.file_no)).collect();
    let mut seen = HashSet::new();
    for row in &mut table.rows {
        // A member bears the number of the family, and so may one whose relation is asked about.
        if is_member(row) || waits(row) {
            continue;
        }
        let Some(number) = row.values.as_ref().and_then(|values| values.file_no.as_deref()) else { continue };
        let number = code_key(number);
        if held.contains(&number) {
            row.refuse("file_no", "file_no_exists");
        } else if !seen.insert(number) {
            row.refuse("file_no", "duplicate_file_no");
        }
    }
}

/// The members whose names stand in columns of their own; of a row that is a member itself the relation, by which it is
/// put under the row above.
fn members(row: &mut Reading<'_>, relation: Option<&'static str>) -> Vec<Member> {
    let alone = |name: String, relation: &str| Member {
        name,
        relation: relation.to_owned(),
        id_number: None,
        birth_date: None,
        sex: None,
    };
    let in_columns = row.has("member");
    if let Some(relation) = relation.filter(|relation| *relation != "head" && !in_columns) {
        return vec![alone(String::new(), relation)];
    }
    let said: Vec<Member> = row
        .several("member")
        .into_iter()
        .filter(|(_, name)| !says_nothing(name))
        .map(|(column, name)| {
            let header: String = row.header(column).chars().filter(|letter| !letter.is_numeric()).collect();
            let named = meaning("relation", &header).or_else(|| {
                let folded = fold(&header);
                words("relation").find(|(_, word)| contains_words(&folded, word)).map(|(relation, _)| (relation, false))
            });
            // One column of names has its relation in a column beside it.
            let relation = named.map(|(relation, _)| relation).or(relation);
            Member {
                id_number: row.identity_beside("member", column),
                birth_date: row.birth_beside("member", column),
                ..alone(crate::text::name(&name), relation.unwrap_or("other"))
            }
        })
        // The head among the members of its own household is none.
        .filter(|member| member.relation != "head")
        .collect();
    row.tell_several("member", &said.iter().map(|member| member.name.clone()).collect::<Vec<_>>());
    said
}

/// Members of the household that stand in rows beneath its head: they belong to that row, and make no file.
pub(crate) fn gather_members(table: &mut Table<Beneficiary>) -> Gathered {
    let head_reads: Vec<bool> = table.rows.iter().map(|row| row.values.is_some()).collect();
    let mut head: Option<usize> = None;
    let mut taken: HashMap<Place, Place> = HashMap::new();
    for place in 0..table.rows.len() {
        // Whose relation is asked about is perhaps a member: nobody's head.
        if waits(&table.rows[place]) {
            continue;
        }
        let same_sheet = head.filter(|head| table.rows[*head].sheet == table.rows[place].sheet);
        if let Some(head) = same_sheet.filter(|head| repeats_head(&table.rows[*head], &table.rows[place])) {
            let (whose, here) = (table.rows[head].place(), table.rows[place].place());
            let members = table.rows[place].values.as_ref().map(|values| values.members.clone()).unwrap_or_default();
            if let Some(head) = table.rows[head].values.as_mut() {
                head.members.extend(members);
                taken.insert(here, whose);
            }
            continue;
        }
        if continues(&table.rows[place]) {
            let why = if same_sheet.is_some() { "member_head_refused" } else { "member_without_head" };
            table.rows[place].refuse("relation", why);
            continue;
        }
        if !is_member(&table.rows[place]) {
            head = Some(place);
            continue;
        }
        // A file of its own is another household.
        let same_sheet = same_sheet.filter(|head| !other_file(&table.rows[*head], &table.rows[place]));
        let row = &mut table.rows[place];
        let Some(values) = row.values.as_ref() else { continue };
        let Some(head) = same_sheet else {
            row.refuse("relation", "member_without_head");
            continue;
        };
        if row.is_refused() || !row.ask.is_empty() {
            continue;
        }
        if !head_reads[head] {
            row.refuse("relation", "member_head_refused");
            continue;
        }
        let relation = values.members.first().map(|member| member.relation.clone()).unwrap_or_default();
        let member = Member {
            name: values.full_name.clone(),
            relation,
            id_number: values.id_number.clone(),
            birth_date: values.birth_date,
            sex: values.sex,
        };
        let (whose, here) = (table.rows[head].place(), table.rows[place].place());
        if let Some(head) = table.rows[head].values.as_mut() {
            head.members.push(member);
            taken.insert(here, whose);
        }
    }
    if taken.is_empty() {
        return Vec::new();
    }
    let (members, rows) = std::mem::take(&mut table.rows).into_iter().partition(|row| taken.contains_key(&row.place()));
    table.rows = rows;
    let members: Vec<Validated<Beneficiary>> = members;
    members.into_iter().filter_map(|row| Some((taken.get(&row.place())?.clone(), row))).collect()
}

/// Rows of members that belong to the row of their head, each with the place of it.
pub(crate) type Gathered = Vec<(Place, Validated<Beneficiary>)>;

/// What becomes of the rows of members once their heads are judged: of a head that comes in they are part, and of one that
/// stays out they stay out with it, to be mended and imported again.
pub(crate) fn settle_members(table: &mut Table<Beneficiary>, gathered: Gathered) {
    let out =
        |head: &Place| table.row_at(head).is_none_or(|row| matches!(row.verdict, Verdict::Refused | Verdict::Skipped));
    let (out, part): (Gathered, Gathered) = gathered.into_iter().partition(|(head, _)| out(head));
    let mut refused: Vec<Validated<Beneficiary>> = out.into_iter().map(|(_, row)| row).collect();
    for row in &mut refused {
        row.refuse("relation", "member_head_refused");
        row.settle(false);
    }
    table.put_back(refused);
    table.tell_skipped("member", part.into_iter().map(|(_, row)| row).collect());
}

/// Whether a row is a member of a household itself.
fn is_member(row: &Validated<Beneficiary>) -> bool {
    row.values.as_ref().and_then(|values| values.members.first()).is_some_and(|member| member.name.is_empty())
}

/// Whether it is asked what a row is to its household.
fn waits(row: &Validated<Beneficiary>) -> bool {
    row.ask.iter().any(|ask| matches!(ask, Ask::UnknownWord { field, .. } if field == "relation"))
}

/// Whether a row goes on with the household above: members without a head.
fn continues(row: &Validated<Beneficiary>) -> bool {
    row.values.as_ref().is_some_and(|values| values.full_name.is_empty())
}

/// Whether two rows name different files.
fn other_file(one: &Validated<Beneficiary>, other: &Validated<Beneficiary>) -> bool {
    let number = |row: &Validated<Beneficiary>| Some(code_key(row.values.as_ref()?.file_no.as_deref()?));
    matches!((number(one), number(other)), (Some(one), Some(other)) if one != other)
}

/// Whether a row is its head again, beside another member: the same identity number and name, or with neither number the
/// same file and name.
fn repeats_head(head: &Validated<Beneficiary>, row: &Validated<Beneficiary>) -> bool {
    let (Some(head), Some(values)) = (head.values.as_ref(), row.values.as_ref()) else { return false };
    if continues(row) {
        return row.reasons.is_empty();
    }
    let named = values.members.iter().any(|member| !member.name.is_empty());
    let same_file = head.file_no.is_some() && head.file_no == values.file_no;
    let same = head.id_number == values.id_number && (head.id_number.is_some() || same_file);
    named && same && head.full_name == values.full_name && row.cells.contains_key("relation") && row.reasons.is_empty()
}

fn family_size(row: &mut Reading<'_>) -> Option<i64> {
    let size = row.whole("family_size", "person", "family_size_invalid")?;
    if !(0..=99).contains(&size) {
        row.refuse("family_size", "family_size_invalid");
    }
    Some(size)
}

/// An income that is not there is zero when the file says so («لا يوجد»), and unknown when it says nothing.
fn income(row: &mut Reading<'_>) -> Option<Money> {
    let income = row.amount("monthly_income", "income");
    if income.is_some_and(Money::is_negative) {
        row.refuse("monthly_income", "income_negative");
    }
    let says_none = meaning("nothing", &row.raw("monthly_income")).is_some();
    if income.is_none() && says_none { Some(Money::ZERO) } else { income }
}
