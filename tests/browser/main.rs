//! The interface in Chromium, through `sharaka serve`: the first day, accessibility, hostile text, pictures.
#![allow(clippy::unwrap_used, clippy::expect_used)]
// The drivers are installed on Linux; elsewhere the same interface is looked at by hand.
#![cfg(target_os = "linux")]

mod applications;
mod assessments;
mod collecting;
mod committees;
mod demonstration;
mod documents;
mod first_day;
mod follow_up;
mod forms;
mod frame;
mod funds;
mod guarantees;
mod harness;
mod holds;
mod hostile_text;
mod importing;
mod importing_registers;
mod lending;
mod lists;
mod partners;
mod parts;
mod pictures;
mod purchases;
mod questionnaires;
mod reach;
mod reconciliation;
mod requests;
mod safety;
mod screens;
mod services;
mod stages;
mod terms;
mod whole_way;
