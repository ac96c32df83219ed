use super::{amounts, codes_of, day};
use casework::capacity::*;
use kernel::Money;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;
use std::num::NonZeroU16;

fn number(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

fn quotes() -> impl Strategy<Value = Vec<Quote>> {
    let quote = (0..4usize, 1..4i32, prop::option::of(0..3i32)).prop_map(|(supplier, riyals, until)| Quote {
        supplier: ["a", "b", "c", "d"][supplier].to_owned(),
        amount: Money::from(riyals * 100_000),
        until: until.map(day),
    });
    prop::collection::vec(quote, 0..5)
}

prop_compose! {
    fn lines()(all in prop::collection::vec((any::<bool>(), 1..4i32, quotes(), 0..5usize, any::<bool>()), 0..4))
        -> Vec<BudgetLine> {
        let line = |(position, (cash, riyals, quotes, chosen, reasoned)): (usize, (bool, i32, _, usize, bool))| BudgetLine {
            item: format!("line {position}"),
            kind: if cash { LineKind::Operating } else { LineKind::InKind },
            amount: Money::from(riyals * 100_000),
            quotes,
            chosen: ["a", "b", "c", "d"].get(chosen).map(|name| (*name).to_owned()),
            reason: reasoned.then(|| "x".to_owned()),
        };
        all.into_iter().enumerate().map(line).collect()
    }
}

prop_compose! {
    fn applications()(
        (amount, budget) in (amounts(1_200_000), prop::option::of(lines())).prop_map(|(amount, budget)| {
            // Half of the budgets are the amount.
            let sum = budget.as_ref().map(|lines| Money::sum(lines.iter().map(|line| line.amount)).unwrap());
            (sum.filter(|_| amount.halalas() % 2 == 0).unwrap_or(amount), budget)
        }),
        instalments in 1u16..40, step in 1u16..5, grace in 0u16..4, unit in prop::sample::select(vec![1, 100]),
        (income, costs) in (amounts(500_000), amounts(400_000)),
        (sales, variable, fixed) in (amounts(600_000), amounts(400_000), amounts(200_000)),
    ) -> Application {
        let product = Product {
            min: Money::from(300_000), max: Money::from(1_000_000), longest: 30, term_step: number(step),
            unit: Money::from(unit), grace,
        };
        Application {
            on: day(1), amount, instalments: number(instalments), product, budget,
            household: Household { income, costs }, project: Project { sales, variable, fixed },
        }
    }
}

fn seen(application: &Application) -> Capacity {
    look(application, &Settings::default()).expect("amounts of real cases are within the range of money")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_term_is_offered_only_where_it_is_lawful(mut application in applications()) {
        let capacity = seen(&application);
        if let Some(term) = capacity.term {
            application.instalments = term.instalments;
            let offered = seen(&application);
            prop_assert!(offered.lawful, "what is offered may be lent");
            prop_assert_eq!((offered.term, offered.instalment), (Some(term), term.instalment));
        }
        prop_assert_eq!(capacity.lawful, capacity.missing.codes().all(|code| !["capacity.capacity", "capacity.term"].contains(&code.0)));
    }

    #[test]
    fn a_longer_term_never_raises_the_instalment_by_more_than_rounding(mut application in applications()) {
        let shorter = seen(&application).instalment;
        application.instalments = number(application.instalments.get() + 1);
        let longer = seen(&application).instalment;
        // The last row takes what rounding left over, at most half a unit for each of the others.
        let rounding = application.product.unit.times(i64::from(application.instalments.get())).unwrap();
        prop_assert!(longer <= shorter.plus(rounding).unwrap(), "{longer} after {shorter}");
    }

    #[test]
    fn fewer_sales_and_a_smaller_income_leave_no_more(mut application in applications()) {
        let capacity = seen(&application);
        if application.project.sales >= application.project.variable {
            prop_assert!(capacity.surplus.stressed <= capacity.surplus.expected);
        }
        application.household.costs = application.household.costs.plus(Money::from(1)).unwrap();
        let poorer = seen(&application);
        prop_assert!(poorer.largest_amount <= capacity.largest_amount);
        prop_assert!(capacity.lawful || !poorer.lawful, "what was too much does not become bearable");
    }

    #[test]
    fn the_largest_amount_is_within_the_product_and_the_longest_term_bears_it(mut application in applications()) {
        let capacity = seen(&application);
        prop_assert!(!capacity.largest_amount.is_negative() && capacity.largest_amount <= application.product.max);
        if capacity.largest_amount.is_positive() {
            application.amount = capacity.largest_amount;
            let step = application.product.term_step.get();
            let top = (application.product.longest - application.product.grace) / step * step;
            application.instalments = number(top);
            let again = seen(&application);
            // Cut off at the product's most, the rows are not equal any more, and rounding may lift the last one.
            prop_assert!(again.lawful || application.amount == application.product.max, "{:?}", again.instalment);
        }
    }

    #[test]
    fn cash_and_quotes_are_as_they_are_counted(application in applications()) {
        let capacity = seen(&application);
        prop_assert_eq!(capacity.cash.is_some(), application.budget.is_some());
        let lines = application.budget.unwrap_or_default();
        let needed = lines.iter().filter(|line| line.kind == LineKind::InKind && line.amount.halalas() >= 200_000);
        prop_assert_eq!(capacity.quotes.len(), needed.count());
        for line in &capacity.quotes {
            let quotes = &lines.iter().find(|own| own.item == line.item).unwrap().quotes;
            let suppliers: BTreeSet<_> = quotes.iter().map(|quote| &quote.supplier).collect();
            prop_assert!(line.standing <= suppliers.len(), "a supplier counts once");
        }
    }
}

#[test]
fn every_refusal_comes_up_and_none_sometimes() {
    let mut runner = TestRunner::deterministic();
    let (mut refused, mut free) = (BTreeSet::new(), 0);
    for _ in 0..5_000 {
        let application = applications().new_tree(&mut runner).unwrap().current();
        let missing = seen(&application).missing;
        free += usize::from(missing.is_empty());
        refused.extend(missing.codes());
    }
    assert_eq!(refused, codes_of("capacity").into_iter().collect(), "a refusal never comes up");
    assert!(free > 50, "only {free} applications lack nothing");
}

#[test]
fn a_unit_of_nothing_is_refused() {
    let mut application = applications().new_tree(&mut TestRunner::deterministic()).unwrap().current();
    application.product.unit = Money::ZERO;
    let refused = look(&application, &Settings::default()).unwrap_err();
    assert_eq!(refused.code(), Some(lending::refusals::UNIT_MISSING));
}
