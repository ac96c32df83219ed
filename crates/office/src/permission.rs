//! What a person may do, and which role may do what.
//!
//! Five fixed roles serve an association; each feature declares its permissions and who holds them, and the permission
//! screen shows them beside the commands that ask for them. A command names one permission; nothing else grants access.

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
}

/// What a person may do; declared by the feature whose records it guards.
#[derive(Debug, Clone, Copy)]
pub struct Permission {
    /// `feature.right`; also the key of its words (`permission.<name>`).
    name: &'static str,
    /// The roles that hold it.
    roles: &'static [Role],
}

impl Permission {
    pub const fn new(name: &'static str, roles: &'static [Role]) -> Self {
        Self { name, roles }
    }

    pub const fn name(self) -> &'static str {
        self.name
    }

    pub const fn roles(self) -> &'static [Role] {
        self.roles
    }
}

/// Names are declared once; a test of the whole program says so.
impl PartialEq for Permission {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Permission {}

/// Declares the permissions of a feature: the name at the edge, and the roles that hold it.
///
/// ```text
/// office::permissions! {
///     /// Look at loans.
///     LOANS_VIEW = "loans.view", [Researcher, Supervisor];
/// }
/// ```
#[macro_export]
macro_rules! permissions {
    ($($(#[$doc:meta])* $constant:ident = $name:literal, [$($role:ident),+];)+) => {
        $($(#[$doc])* pub const $constant: $crate::permission::Permission =
            $crate::permission::Permission::new($name, &[$($crate::permission::Role::$role),+]);)+

        /// The permissions of this feature.
        pub const PERMISSIONS: &[$crate::permission::Permission] = &[$($constant),+];
    };
}

permissions! {
    /// Sign in at all, keep one's own preferences, see one's own history.
    OFFICE_USE = "office.use", [Researcher, Supervisor, Finance, Committee, Administrator];
    ASSOCIATION_MANAGE = "association.manage", [Administrator];
    STAFF_VIEW = "staff.view", [Supervisor, Committee, Administrator];
    STAFF_MANAGE = "staff.manage", [Administrator];
    AUDIT_VIEW = "audit.view", [Committee, Administrator];
    BACKUPS_VIEW = "backups.view", [Finance, Committee, Administrator];
    BACKUPS_MANAGE = "backups.manage", [Administrator];
    /// Take lists out of the office as spreadsheets.
    TABLES_EXPORT = "tables.export", [Supervisor, Finance, Committee, Administrator];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_administrator_can_always_bring_the_office_back_in_order() {
        for permission in [STAFF_MANAGE, BACKUPS_MANAGE, AUDIT_VIEW] {
            assert!(Role::Administrator.may(permission), "nobody else could grant {}", permission.name());
        }
    }

    #[test]
    fn the_committee_reads_and_decides_but_does_not_administer() {
        assert!(Role::Committee.may(AUDIT_VIEW));
        assert!(!Role::Committee.may(STAFF_MANAGE));
        assert!(!Role::Committee.may(BACKUPS_MANAGE));
    }

    #[test]
    fn every_role_has_a_name_that_leads_back_to_it() {
        for role in Role::ALL {
            assert_eq!(Role::from_name(role.name()), Some(role));
            assert!(role.may(OFFICE_USE), "a person who cannot use the office should not be in it");
        }
    }
}
