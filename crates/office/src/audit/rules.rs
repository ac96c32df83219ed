//! What cannot be put on paper.

kernel::refusals! {
    PERIOD_ORDER = "audit.period_order";
    TOO_MANY_LINES = "audit.too_many_lines";
    /// The database refuses to change or remove a line of the trail.
    APPEND_ONLY = "audit.append_only";
}
