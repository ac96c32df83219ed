//! The refusals of values: what a person is told when something typed cannot be what it should be.
//!
//! Every code has its words in `locales/kernel.yml`, and each sentence says how to mend the input.

crate::refusals! {
    /// An amount above [`Money::MAX`](crate::Money::MAX), or below its negative.
    AMOUNT_OUT_OF_RANGE = "kernel.amount_out_of_range";
    AMOUNT_EMPTY = "kernel.amount_empty";
    AMOUNT_NEGATIVE = "kernel.amount_negative";
    AMOUNT_CHARACTER = "kernel.amount_character";
    AMOUNT_FORMAT = "kernel.amount_format";
    AMOUNT_DECIMALS = "kernel.amount_decimals";
    AMOUNT_GROUPING = "kernel.amount_grouping";
    AMOUNT_TOO_LARGE = "kernel.amount_too_large";

    DATE_EMPTY = "kernel.date_empty";
    DATE_FORMAT = "kernel.date_format";
    DATE_YEAR = "kernel.date_year";
    DATE_CALENDAR = "kernel.date_calendar";
    DATE_MONTH = "kernel.date_month";
    DATE_DAY = "kernel.date_day";
    /// A Gregorian day outside the years 1–9999.
    DATE_OUT_OF_RANGE = "kernel.date_out_of_range";
    /// A Hijri year outside the table of 1343–1500.
    HIJRI_RANGE = "kernel.hijri_range";
    HIJRI_MONTH = "kernel.hijri_month";
    HIJRI_DAY = "kernel.hijri_day";

    IDENTITY_LETTER = "kernel.identity_letter";
    IDENTITY_LENGTH = "kernel.identity_length";
    IDENTITY_FIRST_DIGIT = "kernel.identity_first_digit";
    IDENTITY_CHECK_DIGIT = "kernel.identity_check_digit";

    ORGANISATION_LETTER = "kernel.organisation_letter";
    ORGANISATION_LENGTH = "kernel.organisation_length";
    ORGANISATION_FIRST_DIGIT = "kernel.organisation_first_digit";

    MOBILE_LANDLINE = "kernel.mobile_landline";
    MOBILE_INVALID = "kernel.mobile_invalid";

    IBAN_COUNTRY = "kernel.iban_country";
    IBAN_LENGTH = "kernel.iban_length";
    IBAN_CHARACTER = "kernel.iban_character";
    IBAN_CHECK = "kernel.iban_check";

    SHORT_ADDRESS_INVALID = "kernel.short_address_invalid";
}
