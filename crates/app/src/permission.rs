//! What a person may do, and which role may do what.
//!
//! Five fixed roles serve an association; who may do what is decided here, in one table, and shown on the permission
//! screen beside the commands that ask for it. A command names one permission; nothing else grants access.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The five roles of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Social researcher or clerk: keeps files and requests.
    Researcher,
    /// Project supervisor: follows projects, approves what researchers prepare.
    Supervisor,
    /// Finance officer: keeps the accounts, receives repayments.
    Finance,
    /// Member of the executive committee: reads everything, decides.
    Committee,
    /// System administrator: people, settings, backups.
    Administrator,
}

impl Role {
    pub const ALL: [Self; 5] =
        [Self::Researcher, Self::Supervisor, Self::Finance, Self::Committee, Self::Administrator];

    /// The name in the database and at the edge.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Researcher => "researcher",
            Self::Supervisor => "supervisor",
            Self::Finance => "finance",
            Self::Committee => "committee",
            Self::Administrator => "administrator",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    pub fn may(self, permission: Permission) -> bool {
        permission.roles().contains(&self)
    }

    pub fn permissions(self) -> Vec<Permission> {
        Permission::ALL.iter().copied().filter(|permission| self.may(*permission)).collect()
    }
}

/// Declares the permissions: name at the edge, and the roles that hold it.
macro_rules! permissions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $roles:expr;)+) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Permission { $($(#[$doc])* $variant),+ }

        impl Permission {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// `feature.right`; also the key of its words (`permission.<name>`).
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            pub const fn roles(self) -> &'static [Role] {
                match self { $(Self::$variant => $roles),+ }
            }
        }
    };
}

use Role::{Administrator, Committee, Finance, Researcher, Supervisor};

permissions! {
    /// Sign in at all, keep one's own preferences, see one's own history.
    OfficeUse = "office.use", &[Researcher, Supervisor, Finance, Committee, Administrator];
    AssociationManage = "association.manage", &[Administrator];
    StaffView = "staff.view", &[Supervisor, Committee, Administrator];
    StaffManage = "staff.manage", &[Administrator];
    AuditView = "audit.view", &[Committee, Administrator];
    BackupsView = "backups.view", &[Finance, Committee, Administrator];
    BackupsManage = "backups.manage", &[Administrator];
    /// Look at people and their files; identity numbers stay covered.
    BeneficiariesView = "beneficiaries.view", &[Researcher, Supervisor, Finance, Committee, Administrator];
    /// Open, complete and correct files.
    BeneficiariesKeep = "beneficiaries.keep", &[Researcher, Supervisor, Administrator];
    /// Change the status of files, merge doubles, make exceptions.
    BeneficiariesDecide = "beneficiaries.decide", &[Supervisor, Administrator];
    /// See identity numbers and attachments whole.
    BeneficiariesReveal = "beneficiaries.reveal", &[Researcher, Supervisor, Finance, Administrator];
    /// Print whole files.
    BeneficiariesPrint = "beneficiaries.print", &[Researcher, Supervisor, Committee, Administrator];
    /// Decide whether copies of identity cards may be kept.
    AttachmentsManage = "attachments.manage", &[Administrator];
    /// Take lists out of the office as spreadsheets.
    TablesExport = "tables.export", &[Supervisor, Finance, Committee, Administrator];
    FundsView = "funds.view", &[Supervisor, Finance, Committee, Administrator];
    /// Record donations, write vouchers, ask for transfers.
    FundsPost = "funds.post", &[Finance];
    /// Approve what another person wrote, take a voucher back, open a closed month again.
    FundsApprove = "funds.approve", &[Supervisor, Finance, Committee];
    /// Keep the funds, the chart of accounts and the months.
    FundsManage = "funds.manage", &[Finance, Administrator];
    LoansView = "loans.view", &[Researcher, Supervisor, Finance, Committee, Administrator];
    /// Open projects, propose loans, ask for their tranches, confirm what was bought.
    LoansKeep = "loans.keep", &[Researcher, Supervisor, Administrator];
    /// Decide about loans and tranches another person asked for.
    LoansApprove = "loans.approve", &[Supervisor, Committee];
    /// Pay out tranches, hand money back, take either back.
    LoansPay = "loans.pay", &[Finance];
    /// Receive repayments; take one back with a reason.
    LoansCollect = "loans.collect", &[Supervisor, Finance];
    /// Give up part of what is owed.
    LoansForgive = "loans.forgive", &[Committee];
    /// Keep the products: what may be lent, and how it is paid back.
    LoansManage = "loans.manage", &[Supervisor, Administrator];
    /// See the whole association in figures.
    DashboardView = "dashboard.view", &[Supervisor, Finance, Committee, Administrator];
    /// Bring in an office's own files; of each kind who may also keep such records one by one.
    ImportingUse = "importing.use", &[Supervisor, Finance, Administrator];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_administrator_can_always_bring_the_office_back_in_order() {
        for permission in [Permission::StaffManage, Permission::BackupsManage, Permission::AuditView] {
            assert!(Role::Administrator.may(permission), "nobody else could grant {}", permission.name());
        }
    }

    #[test]
    fn the_committee_reads_and_decides_but_does_not_administer() {
        assert!(Role::Committee.may(Permission::AuditView));
        assert!(!Role::Committee.may(Permission::StaffManage));
        assert!(!Role::Committee.may(Permission::BackupsManage));
    }

    #[test]
    fn every_role_has_a_name_that_leads_back_to_it() {
        for role in Role::ALL {
            assert_eq!(Role::from_name(role.name()), Some(role));
            assert!(role.may(Permission::OfficeUse), "a person who cannot use the office should not be in it");
        }
    }
}
