//! Why a file is not read. Their words say what to do instead.

kernel::refusals! {
    /// Larger than 20 MB.
    TOO_LARGE = "sheet.too_large";
    /// Nothing in it.
    EMPTY = "sheet.empty";
    /// Neither xlsx nor ods nor csv.
    KIND_UNKNOWN = "sheet.kind_unknown";
    /// The old binary kind, or locked with a password: both look alike from outside.
    OLD_OR_LOCKED = "sheet.old_or_locked";
    /// It carries a program.
    MACROS = "sheet.macros";
    /// Much larger unpacked than packed.
    UNPACKS_TOO_LARGE = "sheet.unpacks_too_large";
    /// It breaks off or does not hold together.
    DAMAGED = "sheet.damaged";
    TOO_MANY_SHEETS = "sheet.too_many_sheets";
    TOO_MANY_ROWS = "sheet.too_many_rows";
    TOO_MANY_COLUMNS = "sheet.too_many_columns";
    TOO_MANY_CELLS = "sheet.too_many_cells";
    /// One cell holds more than 256 KB.
    CELL_TOO_LONG = "sheet.cell_too_long";
    /// A quotation mark of a csv opens and never closes.
    QUOTE_OPEN = "sheet.quote_open";
}
