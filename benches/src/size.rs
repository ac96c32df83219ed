//! How large an office is measured.

/// What a run is asked to measure with.
#[derive(Debug, Clone)]
pub struct Asked {
    pub size: Size,
    /// Where an office of the size is kept between runs; made there when nothing is, thrown away where none is named.
    pub office: Option<std::path::PathBuf>,
}

/// What an office holds; an instalment plan has twenty rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub name: &'static str,
    pub people: usize,
    pub loans: usize,
    /// Donations beside the entries of the loans.
    pub donations: usize,
}

impl Size {
    /// 1,000 people, 5,000 loans, 100,000 instalments: an association in its first years.
    pub const S: Self = Self { name: "S", people: 1_000, loans: 5_000, donations: 5_000 };
    /// 10,000 people, 50,000 loans, 1,000,000 instalments, 2,000,000 ledger lines: the largest thought of.
    pub const M: Self = Self { name: "M", people: 10_000, loans: 50_000, donations: 150_000 };

    pub fn named(name: &str) -> Result<Self, String> {
        match name {
            "s" | "S" => Ok(Self::S),
            "m" | "M" => Ok(Self::M),
            other => Err(format!("there is no size {other}; write --size s or --size m")),
        }
    }
}
