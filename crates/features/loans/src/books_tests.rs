//! Whatever is entered and in whatever order: on every day the books hold what the loans owe.

use crate::applications::approve;
use crate::applications::propose;
use crate::changes::{ChangeCause, ChangeKind, LoanChange, approve_change, ask_change};
use crate::control::{compare_today, verify_control};
use crate::inputs::{
    AskChange, DecideLoan, DeliverTranche, DropRequest, ForProject, ForgiveLoan, NewTranche, OpenProject, PayTranche,
    ProposeLoan, RecordRefund, RecordRepayment, UndoEvent, VerifyTranche, WhichLoan, WhichRequest,
};
use crate::model::{Guarantee, GuaranteeKind, LoanCalendar, Tranche, TrancheKind, TrancheState};
use crate::products;
use crate::repayments::repay;
use crate::requests::approve_forgiveness;
use crate::requests::approve_refund;
use crate::requests::approve_undo;
use crate::requests::ask_forgiveness;
use crate::requests::ask_refund;
use crate::requests::ask_undo;
use crate::requests::drop_request;
use crate::store;
use crate::store::NewEvent;
use crate::summary;
use crate::tranches::deliver_tranche;
use crate::tranches::pay_tranche;
use crate::tranches::verify_tranche;
use database::{Database, values};
use kernel::id::{EntryId, FundId, LoanId, PartyId, PaymentId, PersonId, ProjectId, TrancheId};
use kernel::{Day, Failure, Moment, Money, Result};
use ledger::{FundClass, FundKind, Line, Method, NewEntry, NewFund, VoucherKind, chart};
use lending::{Event, EventKind, Place, Share};
use office::context::{Who, Write};
use office::permission::Role;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::num::NonZeroU16;

const LOANS: u8 = 3;
/// Commands lie on these days; the last one is today.
const FIRST: &str = "2026-06-01";
const SPAN: i32 = 120;

fn day(after: i32) -> Day {
    FIRST.parse::<Day>().unwrap().plus_days(after).unwrap()
}

fn today() -> Day {
    day(SPAN)
}

/// Each command is entered a minute after the one before, all of them today.
fn moment(minute: i64) -> Moment {
    let midnight = Moment::start_of_riyadh_day(i64::from(today().number())).micros();
    Moment::from_micros(midnight + minute * 60_000_000)
}

fn who(number: u8, role: Role) -> Who {
    Who { id: PersonId::from_bytes([number; 16]), name: format!("person {number}"), login: number.to_string(), role }
}

fn bytes(kind: u8, number: u16) -> [u8; 16] {
    let [high, low] = number.to_be_bytes();
    let mut bytes = [kind; 16];
    (bytes[14], bytes[15]) = (high, low);
    bytes
}

fn fund() -> FundId {
    FundId::from_bytes([50; 16])
}

fn loan(number: u8) -> LoanId {
    LoanId::from_bytes(bytes(60, u16::from(number)))
}

#[derive(Debug, Clone)]
enum Command {
    /// The next tranche that is not out goes out, and is seen by somebody.
    PayOut,
    Repay(i64),
    Refund(i64),
    Forgive(i64),
    /// Its terms are changed: how, by which of its rows, and by how much.
    Change(ChangeKind, usize, u16),
    /// The event at this place, if there is one.
    Undo(u32),
}

/// On which loan, on which day, and what.
fn commands() -> impl Strategy<Value = Vec<(u8, i32, Command)>> {
    let riyals = || prop_oneof![1_i64..400, 400_i64..4_000];
    let command = prop_oneof![
        4 => Just(Command::PayOut),
        5 => riyals().prop_map(Command::Repay),
        2 => riyals().prop_map(Command::Refund),
        1 => riyals().prop_map(Command::Forgive),
        6 => (prop::sample::select(ChangeKind::ALL), 0_usize..12, 1_u16..60)
            .prop_filter("a loss ends what can happen", |(kind, row, _)| *kind != ChangeKind::WriteOff || *row < 3)
            .prop_map(|(kind, row, by)| Command::Change(kind, row, by)),
        4 => (1_u32..16).prop_map(Command::Undo),
    ];
    prop::collection::vec((0..LOANS, 0..=SPAN, command), 1..24)
}

struct Office {
    database: Database,
    minute: i64,
}

impl Office {
    /// Three loans of 6,000 riyals in three tranches each, approved, from a fund with 30,000.
    fn open() -> Self {
        let mut office = Self { database: Database::in_memory().unwrap(), minute: 0 };
        office.write(&who(1, Role::Administrator), ground).unwrap();
        let product = office.database.read(products::products).unwrap().remove(0).id;
        for number in 0..LOANS {
            let proposed = ProposeLoan { product, ..proposal(number) };
            office.write(&who(1, Role::Administrator), |cx| propose::propose(cx, proposed)).unwrap();
            office
                .write(&who(2, Role::Supervisor), |cx| {
                    approve::approve(cx, DecideLoan { loan: loan(number), note: String::new() })?;
                    approve_planned(cx, loan(number))
                })
                .unwrap();
        }
        office
    }

    /// One transaction, as the office would make it: all of it or nothing.
    fn write<T>(&mut self, who: &Who, verb: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<T> {
        self.minute += 1;
        let now = moment(self.minute);
        self.database.write(|db| verb(&Write::new(db, office::feature::Features::NONE, who, now, false)))
    }

    fn perform(&mut self, number: u16, on: u8, after: i32, command: &Command) -> Result<()> {
        let (loan, day) = (loan(on), day(after));
        let id = PaymentId::from_bytes(bytes(70, number));
        let amount = |riyals: i64| Money::from_riyals(riyals).unwrap();
        let (supervisor, finance, committee) =
            (who(2, Role::Supervisor), who(3, Role::Finance), who(4, Role::Committee));
        let method = if number.is_multiple_of(5) { Method::Deposit } else { Method::Transfer };
        match command {
            Command::PayOut => self.pay_out(loan, day, method),
            Command::Repay(riyals) => {
                let repayment = RecordRepayment {
                    id,
                    loan,
                    day,
                    amount: amount(*riyals),
                    method,
                    reference: String::new(),
                    payer: String::new(),
                    note: String::new(),
                };
                self.write(&finance, |cx| repay::repay(cx, repayment)).map(drop)
            }
            Command::Refund(riyals) => {
                let back = RecordRefund {
                    id,
                    loan,
                    day,
                    amount: amount(*riyals),
                    method,
                    reference: String::new(),
                    note: String::new(),
                };
                self.write(&finance, |cx| ask_refund::ask_refund(cx, back))?;
                let which = WhichRequest { request: id };
                let once = self.write(&supervisor, |cx| approve_refund::approve_refund(cx, which));
                self.or_dropped(id, once)?;
                let twice = self.write(&committee, |cx| approve_refund::approve_refund(cx, which));
                self.or_dropped(id, twice)
            }
            Command::Forgive(riyals) => {
                let given = ForgiveLoan { id, loan, day, amount: amount(*riyals), reason: "x".to_owned() };
                self.write(&supervisor, |cx| ask_forgiveness::ask_forgiveness(cx, given))?;
                let which = WhichRequest { request: id };
                let given = self.write(&committee, |cx| approve_forgiveness::approve_forgiveness(cx, which));
                self.or_dropped(id, given)
            }
            Command::Change(kind, row, by) => {
                let Some(change) = self.change(loan, *kind, number, (*row, *by), day)? else { return Ok(()) };
                let cause = if change.kind() == ChangeKind::Release { ChangeCause::Death } else { ChangeCause::Other };
                let asked = AskChange { id, loan, day, change, cause, reason: "x".to_owned() };
                self.write(&supervisor, |cx| ask_change::ask_change(cx, asked))?;
                let which = WhichRequest { request: id };
                let made = self.write(&committee, |cx| approve_change::approve_change(cx, which));
                self.or_dropped(id, made)?;
                self.write(&supervisor, |cx| approve_planned(cx, loan))
            }
            Command::Undo(place) => {
                let taken = UndoEvent { id, loan, place: Place(*place), day, reason: "x".to_owned() };
                let again = taken.clone();
                let also = again.clone();
                match self.write(&finance, |cx| ask_undo::ask_undo(cx, taken)) {
                    Err(Failure::Forbidden { .. }) => {
                        match self.write(&committee, |cx| ask_undo::ask_undo(cx, again)) {
                            Err(Failure::Forbidden { .. }) => {
                                self.write(&who(1, Role::Administrator), |cx| ask_undo::ask_undo(cx, also))?
                            }
                            outcome => outcome?,
                        }
                    }
                    outcome => outcome?,
                };
                let which = WhichRequest { request: id };
                let taken = self.write(&supervisor, |cx| approve_undo::approve_undo(cx, which));
                self.or_dropped(id, taken)
            }
        }
    }

    /// A change of the loan as it stands; none before money is out.
    fn change(
        &self,
        loan: LoanId,
        kind: ChangeKind,
        number: u16,
        (row, by): (usize, u16),
        day: Day,
    ) -> Result<Option<LoanChange>> {
        let state = self.database.read(|db| {
            let head = store::loan(db, loan)?;
            store::replay(&head, &store::events(db, loan)?).latest(today())
        })?;
        let Some(state) = state else { return Ok(None) };
        let from_due = state.rows[row % state.rows.len()].due;
        let (count, later) = (NonZeroU16::new(by % 5 + 1).unwrap(), day.plus_days(i32::from(by))?);
        let amount = Money::from_riyals(i64::from(by))?;
        Ok(Some(match kind {
            ChangeKind::Defer => LoanChange::Defer { from_due, periods: count },
            ChangeKind::Extend => LoanChange::Extend { from_due, by: count },
            ChangeKind::Shift => LoanChange::Shift { from_due, to: from_due.plus_days(i32::from(by) - 20)? },
            ChangeKind::ReAmortise => LoanChange::ReAmortise,
            ChangeKind::ReAge => LoanChange::ReAge { from: later, instalments: count },
            ChangeKind::Pause => LoanChange::Pause { from: day, until: later },
            ChangeKind::Resume => LoanChange::Resume,
            ChangeKind::Fee => LoanChange::Fee { amount, due: later },
            ChangeKind::WaiveFee => LoanChange::WaiveFee { amount },
            ChangeKind::Release => LoanChange::Release,
            ChangeKind::WriteOff => LoanChange::WriteOff,
            ChangeKind::TopUp => LoanChange::TopUp {
                amount,
                tranche: TrancheId::from_bytes(bytes(66, number)),
                paid_as: if row % 2 == 0 { TrancheKind::InKind } else { TrancheKind::Cash },
                item: String::new(),
            },
        }))
    }

    /// What could not be carried out is asked for no more.
    fn or_dropped(&mut self, id: PaymentId, outcome: Result<WhichLoan>) -> Result<()> {
        if outcome.is_err() {
            let no = DropRequest { request: id, reason: "x".to_owned() };
            self.write(&who(4, Role::Committee), |cx| drop_request::drop_request(cx, no))?;
        }
        outcome.map(drop)
    }

    fn pay_out(&mut self, loan: LoanId, day: Day, method: Method) -> Result<()> {
        let tranches = self.database.read(|db| store::tranches(db, loan))?;
        let Some(next) = tranches.into_iter().find(|one| one.state == TrancheState::Approved) else { return Ok(()) };
        let tranche = next.id;
        if next.kind == TrancheKind::InKind {
            let come = DeliverTranche {
                tranche,
                day,
                supplier: "مورد".to_owned(),
                invoice: String::new(),
                note: String::new(),
            };
            self.write(&who(1, Role::Administrator), |cx| deliver_tranche::deliver_tranche(cx, come))?;
        }
        let paid = PayTranche { tranche, day, method, reference: String::new(), note: String::new() };
        self.write(&who(3, Role::Finance), |cx| pay_tranche::pay_tranche(cx, paid))?;
        let seen = VerifyTranche { tranche, day: None, note: String::new() };
        self.write(&who(2, Role::Supervisor), |cx| verify_tranche::verify_tranche(cx, seen)).map(drop)
    }

    /// Every day on which something may differ from the day before.
    fn days(&self) -> BTreeSet<Day> {
        let sql = "SELECT DISTINCT on_day FROM loan_event";
        let known: Vec<Day> = self.database.read(|db| db.rows(sql, values![], |row| row.get("on_day"))).unwrap();
        let before = |day: &Day| day.plus_days(-1).unwrap();
        known.iter().map(before).chain(known.iter().copied()).chain([today()]).collect()
    }

    fn check(&self, after: &str) {
        for day in self.days() {
            let found = self.database.read(|db| verify_control(db, day)).unwrap();
            assert!(found.is_empty(), "after {after}, on {day}: {found:?}");
            for number in 0..LOANS {
                let (owed, held) = self
                    .database
                    .read(|db| {
                        let head = store::loan(db, loan(number))?;
                        let owed = store::replay(&head, &store::events(db, head.id)?).owed_on(day)?;
                        let held = ledger::loan_balances(db, &chart::LOANS, day)?;
                        Ok((owed.principal, held.get(&head.id).copied().unwrap_or_default()))
                    })
                    .unwrap();
                assert_eq!(owed, held, "after {after}, on {day}: loan {number} in the books");
            }
        }
        let shelved = self.database.read(|db| compare_today(db, today())).unwrap();
        assert!(shelved.is_empty(), "after {after}: the summary {shelved:?}");
        let sql = "SELECT (SELECT COALESCE(sum(principal - paid), 0) FROM instalment) AS rows, \
                   (SELECT COALESCE(sum(outstanding), 0) FROM loan_shelf) AS summary";
        let (rows, summary): (Money, Money) =
            self.database.read(|db| db.one(sql, values![], |row| Ok((row.get("rows")?, row.get("summary")?)))).unwrap();
        assert_eq!(rows, summary, "after {after}: the instalments");
        assert!(self.database.read(ledger::verify).unwrap().is_intact(), "after {after}: the books");
    }
}

/// The steps of tranches before their money goes out are told elsewhere.
fn approve_planned(cx: &Write<'_>, loan: LoanId) -> Result<()> {
    let planned = |tranche: &Tranche| tranche.state == TrancheState::Planned;
    let mut all = store::tranches(cx, loan)?.into_iter().filter(planned);
    all.try_for_each(|tranche| store::update_tranche(cx, &Tranche { state: TrancheState::Approved, ..tranche }))
}

/// People, a borrower with an active file, a fund with money.
fn ground(cx: &Write<'_>) -> Result<()> {
    let roles = [(1, Role::Administrator), (2, Role::Supervisor), (3, Role::Finance), (4, Role::Committee)];
    for (number, role) in roles {
        let person = who(number, role);
        cx.run(
            "INSERT INTO person (id, name, name_fold, login, role, created_at) VALUES ($1, $2, $2, $3, $4, 0)",
            values![person.id, person.name, person.login, role.name()],
        )?;
    }
    let party = PartyId::from_bytes([40; 16]);
    cx.run(
        "INSERT INTO party (id, kind, name, name_fold, first_token, family_token, created_at, changed_at) \
         VALUES ($1, 'person', 'نورة', 'نوره', '', '', 0, 0)",
        values![party],
    )?;
    cx.run(
        "INSERT INTO case_file (party, file_no, number, status, status_since, opened_on) \
         VALUES ($1, 'م-1', 1, 'active', 0, 0)",
        values![party],
    )?;
    let new = NewFund {
        id: fund(),
        name: "محفظة".to_owned(),
        class: FundClass::Unrestricted,
        kind: FundKind::LoanPool,
        opens_on: None,
        closes_on: None,
        may_overdraw: false,
        bank_account: None,
        notes: String::new(),
    };
    ledger::fund::add(cx.db(), &new, cx.now)?;
    let money = Money::from_riyals(30_000)?;
    let lines = vec![Line::debit(chart::BANK, fund(), money), Line::credit(chart::DONATIONS, fund(), money)];
    let gift = NewEntry::new(
        EntryId::from_bytes([51; 16]),
        VoucherKind::Receipt,
        day(-1),
        "donation",
        "gift",
        lines,
        cx.who.id,
        cx.now,
    );
    ledger::post(cx.db(), &gift)?;
    crate::seed::seed(cx.db(), cx.who.id, cx.now)
}

/// The first instalment is far away, so that nothing late keeps a tranche; the last loan counts from its payout, so that
/// its rows fall due among the commands.
fn proposal(number: u8) -> ProposeLoan {
    let amounts = [250_000, 100_000, 250_000];
    let kinds = [TrancheKind::InKind, TrancheKind::Cash, TrancheKind::InKind];
    let tranche = |place: usize| NewTranche {
        id: TrancheId::from_bytes(bytes(65, u16::from(number) * 10 + u16::try_from(place).unwrap())),
        amount: Money::from(amounts[place]),
        kind: kinds[place],
        supplier: String::new(),
        item: String::new(),
    };
    let project = OpenProject {
        id: ProjectId::from_bytes(bytes(61, u16::from(number))),
        party: PartyId::from_bytes([40; 16]),
        name: format!("project {number}"),
        activity: String::new(),
    };
    ProposeLoan {
        id: loan(number),
        project: ForProject::New(project),
        product: kernel::id::ProductId::from_bytes([0; 16]),
        fund: fund(),
        amount: Money::from(600_000),
        instalments: NonZeroU16::new(7).unwrap(),
        calendar: LoanCalendar::Gregorian,
        first_due: (number + 1 < LOANS).then(|| day(SPAN + 30)),
        guarantee: Guarantee { kind: Some(GuaranteeKind::Other), text: String::new(), until: None },
        purpose: String::new(),
        tranches: (0..3).map(tranche).collect(),
    }
}

/// A loan that came with an import: what lies before the opening day stands in the opening balances.
#[test]
fn an_undo_of_what_the_opening_balances_hold_puts_them_right_from_its_day_on() {
    let mut office = Office::open();
    let riyals = |amount: i64| Money::from_riyals(amount).unwrap();
    let opening = |cx: &Write<'_>| -> Result<()> {
        let tranche = EventKind::Tranche { amount: riyals(2_500), upfront: Share::NONE };
        let repaid = EventKind::Repay { amount: riyals(300), advance: None };
        for (place, (on, kind)) in (1..).zip([(0, tranche), (5, repaid)]) {
            let event = Event { place: Place(place), on: day(on), key: None, kind };
            let new = NewEvent {
                event: &event,
                method: Some(Method::Transfer),
                reference: "",
                receipt: "",
                payer: "",
                note: "",
                entry: None,
                imported: false,
            };
            store::insert_event(cx, loan(0), &new)?;
        }
        summary::rebuild(cx, loan(0))?;
        // The gift of the ground came before the opening day; here it stands in the opening balances.
        let gift = ledger::NewReversal {
            id: EntryId::from_bytes([53; 16]),
            entry: EntryId::from_bytes([51; 16]),
            day: day(-1),
            reason: "x".to_owned(),
            made_by: cx.who.id,
            approved_by: Some(who(2, Role::Supervisor).id),
            recorded_at: cx.now,
        };
        ledger::reverse(cx.db(), &gift)?;
        let lines = vec![
            Line::debit(chart::LOANS, fund(), riyals(2_200)),
            Line::debit(chart::BANK, fund(), riyals(30_000)),
            Line::credit(chart::NET_ASSETS_UNRESTRICTED, fund(), riyals(32_200)),
        ];
        let id = EntryId::from_bytes([52; 16]);
        let entry = NewEntry::new(id, VoucherKind::Opening, day(10), "opening", "x", lines, cx.who.id, cx.now);
        ledger::post(cx.db(), &entry).map(drop)
    };
    office.write(&who(1, Role::Administrator), opening).unwrap();
    let bank = |office: &Office, on: i32| {
        office.database.read(|db| ledger::control_balance(db, fund(), &chart::BANK, day(on))).unwrap()
    };
    let agrees = |office: &Office| {
        for on in 10..=SPAN {
            let found = office.database.read(|db| verify_control(db, day(on))).unwrap();
            assert!(found.is_empty(), "{}: {found:?}", day(on));
        }
    };
    agrees(&office);
    office.perform(1, 0, 50, &Command::Repay(500)).unwrap();
    agrees(&office);
    let before = bank(&office, 59);
    office.perform(2, 0, 60, &Command::Undo(2)).unwrap();
    agrees(&office);
    assert_eq!((bank(&office, 59), bank(&office, 60)), (before, before.minus(riyals(300)).unwrap()));
}

/// Between two tranches all that went out may have come back, of which a part was still owed on the day of the loss.
#[test]
fn nothing_is_given_up_of_what_was_repaid_since() {
    let mut office = Office::open();
    let before = [(0, Command::PayOut), (0, Command::PayOut), (51, Command::Repay(736)), (0, Command::Repay(2_764))];
    for (number, (after, command)) in (1..).zip(&before) {
        office.perform(number, 1, *after, command).unwrap();
    }
    for (number, kind) in (5..).zip([ChangeKind::WriteOff, ChangeKind::Release]) {
        let outcome = office.perform(number, 1, 0, &Command::Change(kind, 0, 1));
        let Err(Failure::Refused(refusal)) = outcome else { panic!("{kind:?}: {outcome:?}") };
        assert_eq!(refusal.code, lending::refusals::NOTHING_OWED, "{kind:?}");
    }
    office.check("nothing given up");
}

/// How many lists of commands are tried; `SHARAKA_LISTS` asks for more.
fn lists() -> u32 {
    std::env::var("SHARAKA_LISTS").ok().and_then(|asked| asked.parse().ok()).unwrap_or(96)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: lists(), max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn the_books_hold_what_the_loans_owe_on_every_day(commands in commands()) {
        let mut office = Office::open();
        for (number, (on, after, command)) in (1_u16..).zip(&commands) {
            match office.perform(number, *on, *after, command) {
                Ok(()) | Err(Failure::Refused(_) | Failure::NotFound { .. }) => {}
                Err(failure) => prop_assert!(false, "{command:?} on loan {on}: {failure}"),
            }
            office.check(&format!("{command:?} on loan {on}, day {}", day(*after)));
        }
    }
}
