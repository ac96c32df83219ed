//! Whatever lawful entries come in whatever order, the books hold together.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A story may stop at the first thing that is not as told.

mod books;

use books::{Books, F1, F2, F3, F5, F6, LOAN, class_of, day, line};
use kernel::Day;
use kernel::id::FundId;
use ledger::{Line, VoucherKind, chart};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
enum Action {
    Donation {
        fund: FundId,
        amount: i64,
    },
    Tranche {
        amount: i64,
    },
    Repayment {
        amount: i64,
    },
    Transfer {
        from: FundId,
        to: FundId,
        amount: i64,
    },
    /// Takes back the entry with this place among those posted so far.
    Reversal {
        of: prop::sample::Index,
    },
    /// Unlawful: off by the given amount.
    Unbalanced {
        by: i64,
    },
}

fn fund() -> impl Strategy<Value = FundId> {
    prop::sample::select(vec![F1, F2, F3, F6])
}

fn action() -> impl Strategy<Value = Action> {
    let amount = 1_i64..60_000_000;
    prop_oneof![
        (fund(), amount.clone()).prop_map(|(fund, amount)| Action::Donation { fund, amount }),
        amount.clone().prop_map(|amount| Action::Tranche { amount }),
        amount.clone().prop_map(|amount| Action::Repayment { amount }),
        (fund(), fund(), amount.clone()).prop_map(|(from, to, amount)| Action::Transfer { from, to, amount }),
        any::<prop::sample::Index>().prop_map(|of| Action::Reversal { of }),
        amount.prop_map(|by| Action::Unbalanced { by }),
    ]
}

fn lines(action: &Action) -> Option<Vec<Line>> {
    Some(match *action {
        Action::Donation { fund, amount } => books::donation(fund, amount),
        Action::Tranche { amount } => {
            vec![line(chart::LOANS, F2, amount).of_loan(LOAN), line(chart::BANK, F2, -amount)]
        }
        Action::Repayment { amount } => {
            vec![line(chart::BANK, F2, amount), line(chart::LOANS, F2, -amount).of_loan(LOAN)]
        }
        Action::Transfer { from, to, amount } => vec![
            line(chart::TRANSFERS, from, amount),
            line(chart::BANK, from, -amount),
            line(chart::BANK, to, amount),
            line(chart::TRANSFERS, to, -amount),
        ],
        Action::Unbalanced { by } => vec![line(chart::BANK, F1, by), line(chart::DONATIONS, F1, -by - 1)],
        Action::Reversal { .. } => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn balances_are_the_sums_of_lines_and_each_fund_is_zero(
        actions in prop::collection::vec((action(), 0_i32..280), 1..40)
    ) {
        let books = Books::with_cash();
        let start = day("2026-01-01");
        let (mut posted, mut expected) = (Vec::new(), BTreeMap::new());
        for (action, later) in &actions {
            let on = start.plus_days(*later).unwrap();
            let outcome = match (action, lines(action)) {
                (_, Some(lines)) => {
                    let kind = VoucherKind::Journal;
                    books.post_as(kind, &on.to_string(), "example", lines.clone()).map(|done| (done, lines))
                }
                (Action::Reversal { of }, None) if !posted.is_empty() => {
                    let (entry, lines): &(_, Vec<Line>) = of.get(&posted);
                    let taken_back: Vec<Line> =
                        lines.iter().map(|line| Line { amount: line.amount.negated(), ..line.clone() }).collect();
                    books.reverse(*entry, "2026-10-31").map(|done| (done, taken_back))
                }
                _ => continue,
            };
            if let Ok((done, lines)) = outcome {
                for line in &lines {
                    *expected.entry((line.fund, line.account.clone())).or_insert(0) += line.amount.halalas();
                }
                posted.push((done.entry, lines));
                prop_assert!(!matches!(action, Action::Unbalanced { .. }), "an unbalanced entry was taken");
            }
        }
        books.assert_intact();
        for ((fund, account), sum) in expected {
            let own = if account == class_of(fund).bank() { 100_000_000 } else { 0 };
            prop_assert_eq!(books.held(fund, &account), own + sum);
        }
        for fund in [F1, F2, F3, F5, F6] {
            let cash = books.db.read(|tx| ledger::cash_of(tx, fund)).unwrap();
            prop_assert!(!cash.is_negative(), "no fund is overdrawn");
        }
        let rows = books.db.read(|tx| ledger::trial_balance(tx, Day::LAST, None)).unwrap();
        let sums = rows.iter().fold((0, 0), |(debit, credit), row| {
            (debit + row.debit_balance.halalas(), credit + row.credit_balance.halalas())
        });
        prop_assert_eq!(sums.0, sums.1, "both sides of the trial balance");
    }
}
