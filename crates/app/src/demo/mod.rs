//! A demonstration association: an invented office with its people, families, funds, loans and two years of books, made
//! from a seed by the commands a real office uses.

mod applications;
mod assessments;
mod books;
mod collecting;
mod committees;
mod dice;
mod estates;
mod families;
mod fill;
mod guarantees;
mod holds;
mod loans;
mod numbers;
mod partners;
mod privacy;
mod purchases;
mod questionnaires;
mod reports;
mod requests;
mod scene;
mod services;
mod set_up_demo;
mod stages;
mod visits;
mod words;

use office::feature::Feature;
use office::setup::model::DemoMade;
use set_up_demo::SetUpDemo;

/// What the house is told of the demonstration: another way to begin an office.
pub const FEATURE: Feature = Feature { name: "demo", commands: COMMANDS, ..Feature::EMPTY };

office::commands! { "office",
    system set_up_demo (SetUpDemo) -> DemoMade, open, touches [session, association, staff, audit];
}
