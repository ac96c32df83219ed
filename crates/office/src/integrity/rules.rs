//! Refusals about what was found.

kernel::refusals! {
    WORD_MISSING = "integrity.word_missing";
}
