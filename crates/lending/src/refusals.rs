//! What a person is told when a loan cannot be as wished; the words are in `locales/lending.yml`.

kernel::refusals! {
    PRINCIPAL_MISSING = "loan.principal_missing";
    UNIT_MISSING = "loan.unit_missing";
    SHARE_MALFORMED = "loan.share_malformed";
    UPFRONT_TOO_LARGE = "loan.upfront_too_large";
    GRACE_TOO_LONG = "loan.grace_too_long";
    TOO_MANY_ROWS = "loan.too_many_rows";
    MONTH_DAY_WITHOUT_MONTHS = "loan.month_day_without_months";
    CALENDAR_WITHOUT_WORKING_DAY = "loan.calendar_without_working_day";
    HOLIDAY_BACKWARDS = "loan.holiday_backwards";
    BUCKETS_WRONG = "loan.buckets_wrong";
    /// Rounding up pays everything before the last row.
    PLAN_ENDS_EARLY = "loan.plan_ends_early";
    WEIGHTS_WRONG = "loan.weights_wrong";
    /// A fixed length that does not end after the row in front of the last.
    LENGTH_TOO_SHORT = "loan.length_too_short";

    AMOUNT_MISSING = "loan.amount_missing";
    BEFORE_PAYOUT = "loan.before_payout";
    WRITTEN_OFF = "loan.written_off";
    NOTHING_OWED = "loan.nothing_owed";
    /// A recovery on a loan that is not written off.
    NOT_WRITTEN_OFF = "loan.not_written_off";
    /// More recovered than was written off.
    RECOVERED_TOO_MUCH = "loan.recovered_too_much";
    /// A write-off is taken back only when no recovery stands on it.
    RECOVERY_STANDS = "loan.recovery_stands";
    /// More handed back than was paid in.
    REFUND_TOO_LARGE = "loan.refund_too_large";
    FEE_TOO_LARGE = "loan.fee_too_large";
    FORGIVEN_TOO_MUCH = "loan.forgiven_too_much";
    NO_SUCH_EVENT = "loan.no_such_event";
    ALREADY_UNDONE = "loan.already_undone";
    /// An undo is not undone; the event is entered again.
    UNDO_STAYS = "loan.undo_stays";
    NO_INSTALMENT_ON_DAY = "loan.no_instalment_on_day";
    NO_LATER_INSTALMENT = "loan.no_later_instalment";
    /// A change would move the end of a loan whose length is fixed.
    FIXED_LENGTH = "loan.fixed_length";
    PAUSE_BACKWARDS = "loan.pause_backwards";
    NO_PAUSE = "loan.no_pause";
    /// An event of a later day, accepted before, would no longer stand.
    LATER_EVENT_STANDS = "loan.later_event_stands";
}
