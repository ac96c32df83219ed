//! What the books refuse. Most of these the database refuses by itself as well, with the same code.

kernel::refusals! {
    /// Debits and credits of the entry are not equal; `difference` says by how much.
    UNBALANCED = "ledger.unbalanced";
    /// The entry is balanced as a whole, but not within one fund.
    UNBALANCED_IN_FUND = "ledger.unbalanced_in_fund";
    /// Fewer than two lines.
    TOO_FEW_LINES = "ledger.too_few_lines";
    ZERO_LINE = "ledger.zero_line";
    /// Transfers, releases and interfund loans have two sides in one entry.
    ONE_SIDED_TRANSFER = "ledger.one_sided_transfer";
    VOUCHER_ORDER = "ledger.voucher_order";
    COUNTER_RESET = "ledger.counter_reset";
    OWN_APPROVAL = "ledger.own_approval";
    APPROVAL_MISSING = "ledger.approval_missing";
    /// A payment written by hand is approved by two people, neither of them its maker.
    SECOND_APPROVAL_MISSING = "ledger.second_approval_missing";
    /// The amount is above what the role of whoever approves may approve.
    ABOVE_LIMIT = "ledger.above_limit";
    GROUP_ACCOUNT = "ledger.group_account";
    LOAN_MISSING = "ledger.loan_missing";
    FUND_OVERDRAWN = "ledger.fund_overdrawn";
    /// The account takes revenue or net assets of another class of funds.
    OTHER_RESTRICTION = "ledger.other_restriction";
    FUND_NOT_OPEN = "ledger.fund_not_open";
    REVERSED_ALREADY = "ledger.reversed_already";
    REVERSAL_OF_REVERSAL = "ledger.reversal_of_reversal";
    /// An entry is taken back on its own day or later.
    REVERSAL_BEFORE_ENTRY = "ledger.reversal_before_entry";
    NOT_A_REVERSAL = "ledger.not_a_reversal";
    PERIOD_CLOSED = "ledger.period_closed";
    DAY_OUTSIDE_PERIOD = "ledger.day_outside_period";
    FUTURE_DAY = "ledger.future_day";
    /// Records are kept ten years; a day before them is a slip of the pen.
    DAY_TOO_OLD = "ledger.day_too_old";
    /// The opening balances of the fund hold everything before their day.
    BEFORE_OPENING = "ledger.before_opening";
    /// The fund moved before the day of the opening balances, which would count it twice.
    OPENING_TOO_LATE = "ledger.opening_too_late";
    /// A month is closed on its last day or later.
    PERIOD_NOT_OVER = "ledger.period_not_over";
    YEAR_LOCKED = "ledger.year_locked";
    REOPENING_NEEDS_TWO = "ledger.reopening_needs_two";
    /// An earlier month of the year is open still.
    EARLIER_PERIOD_OPEN = "ledger.earlier_period_open";
    APPEND_ONLY = "ledger.append_only";
    SEALED = "ledger.sealed";
    CHAIN = "ledger.chain";
    DUPLICATE_ID = "ledger.duplicate_id";
    /// Verification found the books not as they were written; nothing is posted until that is cleared.
    READ_ONLY = "ledger.read_only";
    CODE_KEPT = "ledger.code_kept";
    CODE_SHAPE = "ledger.code_shape";
    CODE_TAKEN = "ledger.code_taken";
    PARENT_UNKNOWN = "ledger.parent_unknown";
    ACCOUNT_IN_USE = "ledger.account_in_use";
    ACCOUNT_UNKNOWN = "ledger.account_unknown";
    FUND_IN_USE = "ledger.fund_in_use";
    /// The fund was taken back with the import that made it; only its reversed entries name it still.
    FUND_WITHDRAWN = "ledger.fund_withdrawn";
    FUND_NAME_TAKEN = "ledger.fund_name_taken";
    NARRATION_MISSING = "ledger.narration_missing";
    NAME_MISSING = "ledger.name_missing";
    FUND_DATES = "ledger.fund_dates";
}
