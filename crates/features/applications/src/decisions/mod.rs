//! What becomes of an application: what the study recommends, and what another person decides.

pub mod approve;
pub mod recommend;
pub mod reject;
pub mod withdraw;
