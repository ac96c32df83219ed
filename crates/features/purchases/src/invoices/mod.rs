//! Invoices of suppliers.

pub mod invoice;
pub mod void_invoice;
