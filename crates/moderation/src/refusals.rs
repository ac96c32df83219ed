//! What a person is told when a text cannot be published so; the words are in `locales/moderation.yml`.

kernel::refusals! {
    /// A removal of nothing, or of what the text does not have.
    REMOVAL_OUTSIDE = "moderation.removal_outside";
    REMOVALS_OVERLAP = "moderation.removals_overlap";
    /// A removal by a rule that does not exist.
    RULE_UNKNOWN = "moderation.rule_unknown";
    /// Personal data still stand in the text.
    PERSONAL_DATA = "moderation.personal_data";
}
