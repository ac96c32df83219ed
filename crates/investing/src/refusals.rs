//! What these rules refuse.

kernel::refusals! {
    /// A lease of no month, or of more than can be dated.
    MONTHS_RANGE = "leases.months_range";
    /// Paid in other parts of a year than 1, 2, 4 or 12.
    PAYS_RANGE = "leases.pays_range";
    RENT_MISSING = "leases.rent_missing";
    /// The lease does not run on that day.
    NOT_RUNNING = "leases.not_running";
    /// No due of the lease is on that day.
    NO_SUCH_DUE = "leases.no_such_due";
    /// More than is owed.
    ABOVE_OWED = "funds.above_owed";
    /// Percentages below nothing, above a hundred in all, finer than a basis point, or weights of nothing.
    RULE_PERCENT = "funds.rule_percent";
}
