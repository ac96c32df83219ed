//! What is refused at the door, and how long a person waits after wrong passwords.

kernel::refusals! {
    WRONG_PASSWORD = "session.wrong_password";
    WRONG_CODE = "session.wrong_code";
    WRONG_GROUP = "session.wrong_group";
    NOT_ADMINISTRATOR = "session.not_administrator";
    SAME_PASSWORD = "session.same_password";
    LOCKED_IDLE = "session.locked_idle";
    SIGN_IN_AGAIN = "session.sign_in_again";
    /// The person has signed in [`MOST_SESSIONS`] times since.
    SIGNED_IN_ELSEWHERE = "session.signed_in_elsewhere";
    /// The password was chosen by somebody else; it is replaced before anything else is done.
    FIRST_PASSWORD = "session.first_password";
    NO_OFFICE = "session.no_office";
    NO_CODE_TO_CONFIRM = "session.no_code_to_confirm";
}

/// Which group of the code is asked back, counted from one.
pub const CONFIRMED_GROUP: usize = 6;

/// How many sessions a person has at most: a desk, a second desk, a browser, and two that were forgotten somewhere.
pub const MOST_SESSIONS: usize = 5;
