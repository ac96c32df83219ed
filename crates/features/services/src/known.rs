//! The facts criteria may ask for: of what kind each is, where it comes from, and what it may be compared by. Pure.

use crate::model::{KnownFact, ServiceCriterion, ServiceFact, ServiceFactKind, ServiceFactSource};
use casework::criteria::Op;
use documents::DocumentKind;

pub const YES: &str = "yes";
pub const NO: &str = "no";

const COMPARED: [Op; 6] = [Op::Lte, Op::Gte, Op::Lt, Op::Gt, Op::Eq, Op::Between];

pub fn all() -> Vec<KnownFact> {
    ServiceFact::ALL.iter().map(|fact| self::fact(*fact)).collect()
}

pub fn fact(fact: ServiceFact) -> KnownFact {
    let kind = kind(fact);
    let ops = match kind {
        ServiceFactKind::Money | ServiceFactKind::Number => COMPARED.to_vec(),
        ServiceFactKind::Bool => vec![Op::Eq],
        ServiceFactKind::Choice | ServiceFactKind::Text => vec![Op::In, Op::NotIn],
    };
    let choices = choices(fact).iter().map(|choice| (*choice).to_owned()).collect();
    KnownFact { fact, kind, source: source(fact), ops, choices }
}

pub const fn kind(fact: ServiceFact) -> ServiceFactKind {
    use ServiceFact as F;
    match fact {
        F::PerCapita | F::IncomeTotal | F::Rent | F::Debts => ServiceFactKind::Money,
        F::Score
        | F::FamilySize
        | F::Dependants
        | F::OrphanN
        | F::DisabledN
        | F::ElderlyN
        | F::Rooms
        | F::Age
        | F::FileMonths
        | F::TimesServed => ServiceFactKind::Number,
        F::Widow
        | F::SocialSecurity
        | F::IdentityValid
        | F::PaperContract
        | F::PaperIncome
        | F::PaperSocialSecurity
        | F::PaperAddress
        | F::Judged => ServiceFactKind::Bool,
        F::Class | F::Tenure | F::Earning | F::Sex | F::MaritalStatus => ServiceFactKind::Choice,
        F::Governorate | F::City => ServiceFactKind::Text,
    }
}

pub const fn source(fact: ServiceFact) -> ServiceFactSource {
    use ServiceFact as F;
    match fact {
        F::PerCapita
        | F::IncomeTotal
        | F::Score
        | F::FamilySize
        | F::Dependants
        | F::OrphanN
        | F::DisabledN
        | F::ElderlyN
        | F::Widow
        | F::Tenure
        | F::Rooms
        | F::Rent
        | F::Debts
        | F::Earning => ServiceFactSource::Assessment,
        F::Class
        | F::Age
        | F::Sex
        | F::MaritalStatus
        | F::Governorate
        | F::City
        | F::SocialSecurity
        | F::FileMonths
        | F::IdentityValid => ServiceFactSource::File,
        F::TimesServed => ServiceFactSource::Services,
        F::PaperContract | F::PaperIncome | F::PaperSocialSecurity | F::PaperAddress => ServiceFactSource::Document,
        F::Judged => ServiceFactSource::Person,
    }
}

const fn choices(fact: ServiceFact) -> &'static [&'static str] {
    match fact {
        ServiceFact::Class => &["a", "b", "c", "d"],
        ServiceFact::Tenure => &["own", "waqf", "rent", "hosted"],
        ServiceFact::Earning => &["running_project", "employed", "halted_project", "unemployed", "unable"],
        ServiceFact::Sex => &["male", "female"],
        ServiceFact::MaritalStatus => &["single", "married", "divorced", "widowed", "abandoned"],
        _ => &[],
    }
}

/// The kind of paper that proves a fact.
pub const fn paper_of(fact: ServiceFact) -> Option<DocumentKind> {
    match fact {
        ServiceFact::PaperContract => Some(DocumentKind::Contract),
        ServiceFact::PaperIncome => Some(DocumentKind::Income),
        ServiceFact::PaperSocialSecurity => Some(DocumentKind::SocialSecurity),
        ServiceFact::PaperAddress => Some(DocumentKind::Address),
        _ => None,
    }
}

/// What only a person finds is a fact of its own for each criterion.
pub fn name_in_rules(criterion: &ServiceCriterion) -> String {
    match criterion.fact {
        ServiceFact::Judged => format!("{}.{}", ServiceFact::Judged.name(), criterion.no),
        fact => fact.name().to_owned(),
    }
}
