//! Whole stories of the office, told through `Office::call` and nothing else.

mod audit;
mod backups;
mod beneficiaries;
mod complete;
mod first_run;
mod funds;
mod keys;
mod lists;
mod office;
mod people;
mod requests;
mod sessions;
