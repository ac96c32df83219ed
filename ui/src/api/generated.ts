// Written by `cargo xtask bindings` from the command tables of the features. Do not edit.

export type Ability = { kind: AbilityKind, 
/**
 * Who in the family; may be empty.
 */
who: string, text: string, 
/**
 * Could be trained in it.
 */
trains: boolean, 
/**
 * Could run an enterprise with it.
 */
runs: boolean, };
export type AbilityKind = "skill" | "capability" | "wish";
export type AbilityLine = { assessment: AssessmentId, place: number, party: PartyId, name: string, file_no: string, city: string, ability: Ability, done_on: Day, class: string, };
export type AbilityPage = { lines: Array<AbilityLine>, total: number, 
/**
 * Of all: who could be trained, who could run an enterprise.
 */
trains: number, runs: number, };
export type Account = { code: AccountCode, name: string, type: AccountType, parent: AccountCode | null, 
/**
 * A group holds accounts, never lines.
 */
postable: boolean, cash_kind: CashKind | null, control_of: ControlOf | null, nets_to_zero: NetsToZero | null, 
/**
 * The only class of funds that may use the account; any class where there is none.
 */
restriction_class: FundClass | null, origin: AccountOrigin, 
/**
 * Whether a person has compared the row with the official chart.
 */
checked: boolean, };
export type AccountCode = string;
export type AccountLedger = { opening: Money, lines: Array<AccountLine>, closing: Money, };
export type AccountLine = { entry: EntryId, voucher: VoucherNumber, day: Day, narration: string, fund: FundId, amount: Money, balance: Money, memo: string, };
export type AccountName = { code: string, name: string, };
export type AccountOrigin = "chart" | "proposed" | "own";
export type AccountQuery = { account: AccountCode, fund: FundId | null, from: Day, until: Day, };
export type AccountSheet = { account: Account, ledger: AccountLedger, };
export type AccountType = "asset" | "liability" | "net_assets" | "income" | "expense";
export type Acknowledge = { number: number, 
/**
 * What was found out about it.
 */
word: string, };
export type AcknowledgeEdition = { edition: PolicyEditionId, 
/**
 * Of the text as it was shown.
 */
fingerprint: string, };
export type ActivateMany = { 
/**
 * Chosen one by one; empty where `fitting` says which.
 */
parties: Array<PartyId>, 
/**
 * All registered files that fit this question; its order and page do not matter.
 */
fitting: ListFiles | null, 
/**
 * Whoever asks declares that the originals of the identity records were seen and agree with the files. Their name is
 * kept as the one who checked, in every file.
 */
originals_seen: boolean, };
export type Activated = { ready: number, 
/**
 * Of those, the ones whose originals were declared seen.
 */
checked: number, lacking: number, };
export type Activation = { ready: number, 
/**
 * Of those that are ready, the ones whose originals were declared seen.
 */
checked: number, 
/**
 * Files that lack nothing but that declaration.
 */
only_unchecked: number, lacking: Array<FileGaps>, 
/**
 * How many files lack each thing, the most frequent first.
 */
gaps: Array<GapCount>, };
export type ActivityCounts = { planned: number, late: number, 
/**
 * Done, and reviewed by nobody yet.
 */
to_review: number, distress: number, };
export type ActivityDetail = { line: ActivityLine, record: RecordVersion, place: string, present: string, findings: string, done_by: PersonId | null, recorded_by: PersonId | null, recorded_by_name: string, recorded_at: Moment | null, action_owner: PersonId | null, action_done_by_name: string, action_note: string, reviewed_by_name: string, reviewed_at: Moment | null, review_note: string, comes_from: ActivityId | null, closed_with: ActivityId | null, 
/**
 * The one planned after it.
 */
next: ActivityId | null, next_on: Day | null, kept: Array<KeptLine>, 
/**
 * Late ones that were closed with it.
 */
closes: Array<string>, };
export type ActivityId = string;
export type ActivityKind = "visit" | "interview" | "call" | "session" | "inspection" | "mentoring" | "committee_check";
export type ActivityLine = { activity: ActivityId, activity_no: string, kind: ActivityKind, of: FollowedSubject, state: ActivityState, planned_on: Day, researcher: PersonId, researcher_name: string, purpose: string, reason: string, done_on: Day | null, done_by_name: string, signal: VisitSignal | null, 
/**
 * The newest signal on the same record, of any activity.
 */
last_signal: VisitSignal | null, 
/**
 * Days past the planned one, of one that is still planned; zero otherwise.
 */
days_late: number, action: string, action_owner_name: string, action_due: Day | null, action_done_on: Day | null, 
/**
 * Sent back with a change.
 */
version: number, };
export type ActivityPage = { lines: Array<ActivityLine>, 
/**
 * Of all pages.
 */
total: number, 
/**
 * Of all activities, whatever was asked for.
 */
counts: ActivityCounts, };
export type ActivitySheet = { today: Day, of: FollowedSubject, 
/**
 * None where nothing was planned and one is recorded anew.
 */
activity: ActivityDetail | null, readings: Array<ReadingRow>, 
/**
 * Open promises on the record.
 */
commitments: Array<CommitmentLine>, 
/**
 * Late ones at the same place that one visit may close.
 */
late: Array<ActivityLine>, 
/**
 * How often the record was visited before.
 */
before: number, settings: FollowUpSettings, people: Array<FollowUpPerson>, };
export type ActivityState = "planned" | "done" | "reviewed" | "missed" | "cancelled";
export type AddAgendaItem = { id: AgendaItemId, meeting: MeetingId, 
/**
 * Of an entered one; of what waits its own name is taken.
 */
title: string, text: string, request: ApprovalId | null, version: number, };
export type AddApplication = { id: ApplicationId, party: PartyId, request: ApplicationRequest, };
export type AddAssemblyMember = { id: AssemblyMemberId, who: Outsider, kind: AssemblyKind, joined_on: Day, };
export type AddCommitment = { id: CommitmentId, subject_kind: string, subject: SubjectId, side: PromiseSide, text: string, due: Day, 
/**
 * Of the association's own; who records it where none is given.
 */
keeper: PersonId | null, 
/**
 * In which activity it was agreed.
 */
activity: ActivityId | null, depends_on: CommitmentId | null, };
export type AddCommitteeMember = { id: CommitteeMemberId, committee: CommitteeId, 
/**
 * Somebody of the office, or somebody from outside.
 */
person: PersonId | null, outsider: Outsider | null, role: CommitteeRole, votes: boolean, since: Day, version: number, };
export type AddContribution = { id: PartnerItemId, partner: PartyId, kind: ContributionKind, text: string, amount: Money | null, day: Day, agreement: AgreementId | null, receipt: string, evidence: string, };
export type AddDayOff = { id: DayOffId, off_from: Day, off_until: Day, name: string, };
export type AddEndorsement = { id: PartnerItemId, partner: PartyId, form: EndorsementForm, text: string, day: Day, programme: ProgrammeId | null, };
export type AddExchange = { id: PartnerItemId, partner: PartyId, direction: ExchangeDirection, form: ExchangeForm, text: string, outcome: string, day: Day, people: number | null, };
export type AddFile = { party: PartyId, kind: PartyKind, facts: Facts, identity: TypedIdentity, 
/**
 * Left out, the next number is given.
 */
file_no: string | null, 
/**
 * Who looks like this person and is another one.
 */
different: Array<DifferentFrom>, 
/**
 * Why a number that another party has, or that fails its check digit, may stand: supervisors only.
 */
exception: string, };
export type AddFinding = { id: FindingId, questionnaire: QuestionnaireId, finding: TypedFinding, };
export type AddHoldStep = { id: HoldStepId, hold: HoldId, text: string, side: PromiseSide, 
/**
 * Who of the office does it, or sees to it that the borrower does.
 */
owner: PersonId, due: Day, };
export type AddImprovement = { id: ImprovementId, source: ImprovementSource, questionnaire: QuestionnaireId | null, question: string, finding: FindingId | null, request: CaseRequestId | null, said: string, text: string, owner: PersonId, due: Day, };
export type AddItem = { id: CareItemId, need: CareNeedId, item: TypedPlanItem, };
export type AddMember = { 
/**
 * Whose household.
 */
party: PartyId, 
/**
 * The member: an identifier the client makes, or that of a party the office knows.
 */
member: PartyId, relation: Relation, 
/**
 * Left out for a party the office knows.
 */
name: string, sex: Sex | null, born_on: Day | null, identity: TypedIdentity, note: string, exception: string, };
export type AddNeed = { id: CareNeedId, assessment: AssessmentId, domain: NeedDomain, text: string, fact: string, 
/**
 * Of which suggestion; empty for one of one's own.
 */
suggestion: string, priority: NeedPriority, 
/**
 * Why a suggestion is declined; empty where it is taken.
 */
declined: string, };
export type AddObligation = { id: ObligationId, agreement: AgreementId, obligation: TypedObligation, };
export type AddPartner = { partner: PartyId, 
/**
 * It is known already: what is typed about the party is left aside.
 */
known: boolean, party: PartyFacts, 
/**
 * Its national number (700…), where it is known.
 */
number: string, facts: PartnerFacts, components: Array<string>, 
/**
 * Why it is another one than whoever looks like it.
 */
another: string, };
export type AddPerson = { id: PersonId, name: string, login: string, role: Role, 
/**
 * A first password; the person is asked to change it.
 */
password: string, };
export type AddQuestionnaire = { id: QuestionnaireId, purpose: QuestionnairePurpose, typed: TypedQuestionnaire, 
/**
 * Another edition of this one.
 */
after: QuestionnaireId | null, 
/**
 * Begin without the shipped questions.
 */
empty: boolean, };
export type AddQuote = { id: PurchaseId, purchase: PurchaseId, supplier: TypedSupplier, amount: Money, on: Day, until: Day | null, note: string, };
export type AddReadingKind = { 
/**
 * Letters of its own; made by the caller.
 */
code: string, name: string, unit: string, measure: ReadingMeasure, asked_on: Array<string>, };
export type AddRequest = { id: CaseRequestId, kind: CaseRequestKind, party: PartyId | null, applicant_name: string, applicant_mobile: string, anonymous: boolean, on_behalf_of: string, 
/**
 * Of an internal one: who asks.
 */
asking: DepartmentId | null, channel: CaseChannel, subject: string, body: string, 
/**
 * The department that is asked, or that will handle it.
 */
department: DepartmentId | null, against: DepartmentId | null, restricted: boolean, parent: CaseRequestId | null, contests: GrievanceContests, received_on: Day, changes: Array<TypedChange>, referral: TypedReferral | null, 
/**
 * Of a request for a service: which, and how much where it gives money.
 */
service_asked: ServiceId | null, amount: Money | null, };
export type AddService = { id: ServiceId, 
/**
 * Of its first version.
 */
version: ServiceVersionId, name: string, content: ServiceContent, };
export type AddServiceChannel = { id: ServiceId, version: number, channel: ServiceChannel, published_on: Day, 
/**
 * A link, or what shows it; a picture of it hangs on the service as a document.
 */
evidence: string, };
export type AgeingBand = { 
/**
 * From zero to zero: not late.
 */
days: ArrearsBucket, loans: number, 
/**
 * Principal owed, rows not yet due included.
 */
outstanding: Money, 
/**
 * Principal of rows that were due before the day.
 */
overdue: Money, 
/**
 * Outstanding ÷ all outstanding; none where nothing is owed.
 */
share: Rate | null, target: Target, };
export type AgendaItem = { id: AgendaItemId, no: number, title: string, text: string, state: AgendaItemState, note: string, 
/**
 * What waited and is decided here.
 */
step: string | null, request: ApprovalId | null, 
/**
 * As it waits now; none where it waits no more.
 */
waiting: WaitingMatter | null, votes: Array<ItemVote>, tally: VoteTally, decision: Decision | null, 
/**
 * Why the person who looks may not issue the decision; none where they may.
 */
cannot_decide: Hindrance | null, 
/**
 * Why they may not give the approval that waits; none where they may, or where none waits.
 */
cannot_perform: Hindrance | null, };
export type AgendaItemId = string;
export type AgendaItemState = "open" | "decided" | "postponed";
export type AgreementDispute = { request: SubjectId, request_no: string, linked_on: Day, linked_by_name: string, };
export type AgreementId = string;
export type AgreementKind = "mou" | "agreement" | "contract" | "sponsorship";
export type AgreementLine = { agreement: AgreementId, agreement_no: string, kind: AgreementKind, title: string, partner: PartyId, partner_name: string, standing: AgreementStanding, proposed_on: Day, signed_on: Day | null, event: string, starts: Day | null, ends: Day | null, 
/**
 * Days until its end, of one in force.
 */
left: number | null, amount: Money | null, open: number, late: number, };
export type AgreementPage = { lines: Array<AgreementLine>, total: number, standings: Array<AgreementStandingCount>, 
/**
 * Of those in force: how many end within the days that are set.
 */
ending: number, };
export type AgreementParty = { partner: PartyId, name: string, role: AgreementPartyRole, signs: boolean, represented_by: string, };
export type AgreementPartyRole = "parent" | "third";
export type AgreementSheet = { today: Day, line: AgreementLine, terms: AgreementTerms, state: AgreementState, place: string, decision: string, reason: string, ended_on: Day | null, parties: Array<AgreementParty>, 
/**
 * Codes of targets of Vision 2030.
 */
targets: Array<string>, obligations: Array<ObligationLine>, kept: ObligationsKept, 
/**
 * Obligations that stay open although it is in force no more.
 */
left_open: number, steps: Array<AgreementStep>, disputes: Array<AgreementDispute>, renews: LinkedAgreement | null, renewed_by: LinkedAgreement | null, 
/**
 * From this day on its renewal is a task; none where it is in force no more or has one.
 */
renewal_from: Day | null, proposed_by_name: string, asked_by_name: string, 
/**
 * Why whoever looks may not approve: the code of a refusal or the name of a permission.
 */
cannot_approve: string | null, 
/**
 * Documents that hang on it.
 */
papers: number, record: RecordVersion, };
export type AgreementStanding = "proposed" | "negotiating" | "for_approval" | "approved" | "signed" | "active" | "expired" | "renewed" | "terminated" | "declined";
export type AgreementStandingCount = { standing: AgreementStanding, count: number, };
export type AgreementState = "proposed" | "negotiating" | "for_approval" | "approved" | "signed" | "terminated" | "declined";
export type AgreementStep = { to: AgreementState, on: Day, at: Moment, by_name: string, note: string, };
export type AgreementTerms = { title: string, purpose: string, fields: string, our_interest: string, their_interest: string, our_rights: string, their_rights: string, our_duties: string, their_duties: string, default_terms: string, liability_limits: string, dispute_clause: string, amount: Money | null, our_signatory: string, their_signatory: string, starts: Day | null, ends: Day | null, 
/**
 * Nothing where the setting holds.
 */
renewal_days: number | null, };
export type AlignPartner = { partner: PartyId, version: number, programme: ProgrammeId, score: number, note: string, };
export type AlignmentProgramme = { programme: ProgrammeId, name: string, active: boolean, };
export type AllowIdentityScans = { allowed: boolean, legal_ground: string, };
export type AnswerChannel = "paper" | "kiosk" | "letter" | "phone" | "interview" | "file";
export type AnswerFile = { columns: Array<FileColumn>, 
/**
 * Rows with answers; of them, those that come in, that came in before, that are the same as another of the file, and
 * that are refused.
 */
rows: number, ready: number, known: number, repeated: number, refused: number, 
/**
 * The first hundred.
 */
refusals: Array<FileRefusal>, };
export type AnswerFound = { request: CaseRequestId, request_no: string, subject: string, answer: string, on: Day, };
export type AnswerQuestion = { id: ImportId, table: ImportTable, row: number | null, 
/**
 * The sheet of the row; the table's first, where none is named.
 */
sheet: string | null, 
/**
 * The letters of the column whose sum makes the row, where months stand across.
 */
column: string | null, 
/**
 * What the question is about, as it tells itself; none for whatever it is about.
 */
field: string | null, value: string | null, 
/**
 * The kind of question.
 */
ask: string, decision: ImportDecision | null, };
export type AnswerQuestionnaire = { 
/**
 * Made by the client, so that a repeated click answers once; it is kept nowhere.
 */
id: string, questionnaire: QuestionnaireId, channel: AnswerChannel, token: string, 
/**
 * Who answers: kept with the answer where it is not anonymous, and as a print beside all answers where it is.
 */
party: PartyId | null, department: DepartmentId | null, procedure: string, answers: Array<GivenAnswer>, };
export type AnswerSatisfaction = { loan: LoanId, version: number, 
/**
 * 1–5.
 */
answer: number, channel: SatisfactionChannel, said: string, };
export type AnswersFile = { questionnaire: QuestionnaireId, ticket: string, name: string, 
/**
 * By the places of the columns; what the program finds by their titles where nothing is said.
 */
takes: Array<string> | null, repeated: boolean, };
export type AnswersFound = { answers: Array<AnswerFound>, };
export type ApplicationCount = { state: ApplicationState, count: number, };
export type ApplicationEvent = { state: ApplicationState, on: Day, at: Moment, by_name: string, reason: string, };
export type ApplicationId = string;
export type ApplicationLine = { application: ApplicationId, application_no: string, party: PartyId, applicant: string, product: ProductId, product_name: string, project_name: string, 
/**
 * As recommended, where it was; else as asked for.
 */
amount: Money, instalments: number, state: ApplicationState, opened_on: Day, researcher_name: string, 
/**
 * Since when it stands where it does.
 */
since: Day, loan: LoanId | null, };
export type ApplicationOfLoan = { application: ApplicationId | null, application_no: string, recommended_by_name: string, decided_by_name: string, };
export type ApplicationPage = { lines: Array<ApplicationLine>, total: number, 
/**
 * Over all lines that fit, not only this page.
 */
amount: Money, 
/**
 * How many stand behind each state, every other filter kept.
 */
counts: Array<ApplicationCount>, };
export type ApplicationRequest = { product: ProductId, amount: Money, instalments: number, 
/**
 * One there is already; none where one is opened with the loan.
 */
project: ProjectId | null, project_name: string, activity: string, needs: string, wishes: string, };
export type ApplicationRules = { terms: ApplicationTerms, version: number, 
/**
 * The decision that adopted them, in the words of the office.
 */
adopted: string, by_name: string, at: Moment | null, products: Array<LoanProduct>, };
export type ApplicationSheet = { application: ApplicationId, application_no: string, state: ApplicationState, record: RecordVersion, party: PartyId, applicant: string, file_no: string, mobile: string, city: string, district: string, product: LoanProduct, amount: Money, amount_in_words: string, instalments: number, project: ProjectId | null, project_name: string, activity: string, needs: string, wishes: string, market: string, opened_on: Day, opened_by_name: string, submitted_on: Day | null, researcher: PersonId | null, researcher_name: string, 
/**
 * What is missing, one a line; while it is returned.
 */
missing: Array<string>, returned_by_name: string, returned_on: Day | null, rows: Array<StudyRow>, lines: Array<BudgetLine>, guarantees: Array<BroughtGuarantee>, kinds: Array<KindOfGuarantee>, funds: Array<LendingFund>, 
/**
 * As it was asked for.
 */
asked: Weighed, 
/**
 * As it was recommended, where it was recommended to approve it.
 */
proposed: Weighed | null, recommendation: Recommendation | null, decided_by_name: string, decided_at: Moment | null, decision_note: string, loan: LoanId | null, loan_no: string, visits: Array<ApplicationVisit>, steps: Array<ApplicationStep>, story: Array<ApplicationEvent>, terms: ApplicationTerms, 
/**
 * 0 where the shipped rules hold, which nobody has adopted yet.
 */
rule_version: number, };
export type ApplicationState = "draft" | "submitted" | "in_appraisal" | "returned" | "recommended" | "approved" | "rejected" | "withdrawn";
export type ApplicationStep = { 
/**
 * The command, without the name of the feature.
 */
command: string, may: boolean, 
/**
 * Why not: the key of its words, `application.not_you.<why>`; empty where one may.
 */
why: string, 
/**
 * What must hold first, met and missing.
 */
conditions: Array<GateCondition>, };
export type ApplicationTerms = { capacity: CapacitySettings, 
/**
 * Terms are offered in multiples of so many instalments; 1–24.
 */
term_step: number, 
/**
 * Whether somebody was there before it is recommended.
 */
visit: boolean, 
/**
 * Products that are lent beside another open loan; the others ask that none is open.
 */
beside: Array<ProductId>, };
export type ApplicationVisit = { planned: Day, done: Day | null, };
export type Approval = { person: PersonId, name: string, at: Moment, };
export type ApprovalId = string;
export type ApprovalLimit = { role: Role, amount: Money | null, };
export type ApprovalLimits = { 
/**
 * The roles that approve vouchers.
 */
limits: Array<ApprovalLimit>, };
export type ApproveAgreement = { id: AgreementId, version: number, 
/**
 * The decision or minutes it is approved by, where there are any.
 */
decision: string, };
export type ApproveApplication = { application: ApplicationId, 
/**
 * The identifier of the loan it becomes, made by the caller.
 */
loan: LoanId, note: string, };
export type ApproveEdition = { edition: PolicyEditionId, 
/**
 * The decision that approved it.
 */
decision: DecisionId, };
export type ApproveImport = { id: ImportId, 
/**
 * Cash above the limit of the products may be posted.
 */
cash_accepted: boolean, };
export type ApproveTranches = { tranches: Array<TrancheId>, note: string, };
export type ArrearsBucket = { from: number, to: number | null, };
export type ArrivalCondition = "good" | "damaged" | "incomplete" | "different";
export type ArrivedLine = { no: number, item: string, quantity: number, };
export type AsOfDay = { day: Day | null, };
export type AskAnonymise = { id: RetentionId, party: PartyId, reason: string, };
export type AskAnswers = { 
/**
 * Words of the question.
 */
text: string, };
export type AskAssembly = { text: string, year: number | null, kind: AssemblyKind | null, standing: AssemblyStanding | null, order: Order | null, offset: number, limit: number | null, };
export type AskBack = { id: ImportId, reason: string, };
export type AskBoard = { day: Day | null, calendar: Calendar | null, };
export type AskCalls = { text: string, fund: FundId | null, rank: CallRank | null, order: Order | null, 
/**
 * Rows of a page, 1–500; 100 where none is given.
 */
limit: number | null, offset: number, };
export type AskChange = { 
/**
 * The identifier of the request.
 */
id: PaymentId, loan: LoanId, day: Day, change: LoanChange, cause: ChangeCause, reason: string, };
export type AskDecisions = { 
/**
 * Words of the title, or the number.
 */
text: string, committee: CommitteeId | null, standing: DecisionStanding | null, outcome: DecisionOutcome | null, 
/**
 * Those that fall due in these days.
 */
due_from: Day | null, due_to: Day | null, order: Order | null, offset: number, limit: number | null, };
export type AskDeferral = { 
/**
 * The identifier of the deferral and of its request.
 */
id: PaymentId, choice: DeferralChoice, 
/**
 * The chosen loans among those the choice finds.
 */
loans: Array<LoanId>, cause: ChangeCause, reason: string, };
export type AskDue = { from: Day, until: Day, state: DueState, 
/**
 * The day as of which they are told: what was paid later, and plans laid since, are left out. Today where none is given.
 */
day: Day | null, 
/**
 * Words, each a part of the loan number, the borrower's name or identity number, or the project; all where empty.
 */
text: string, fund: FundId | null, order: Order | null, 
/**
 * Rows of a page, 1–500; 100 where none is given.
 */
limit: number | null, offset: number, };
export type AskFigureRows = { figure: string, from: Day, until: Day, 
/**
 * Only those of a part; of the whole figure where it is empty.
 */
part: string, 
/**
 * Only those that count towards it, or do not.
 */
counts: boolean | null, text: string, order: Order | null, limit: number | null, offset: number, };
export type AskFigures = { kind: PeriodKind | null, day: Day | null, calendar: Calendar | null, };
export type AskFlow = { kind: FlowKind, from: Day, until: Day, 
/**
 * Words of the narration, the counterparty or the number; all where empty.
 */
text: string, order: Order | null, 
/**
 * 1–500; 100 where none is given.
 */
limit: number | null, offset: number, };
export type AskGovernance = { from: Day, to: Day, };
export type AskIssue = { report: ReportId, version: number, };
export type AskLate = { day: Day | null, band: LateBand | null, 
/**
 * Late by more than so many days; zero for every late loan.
 */
over: number, text: string, fund: FundId | null, order: Order | null, 
/**
 * Rows of a page, 1–500; 100 where none is given.
 */
limit: number | null, offset: number, };
export type AskLooks = { party: PartyId, before: number | null, limit: number | null, };
export type AskMeasures = { from: Day, until: Day, };
export type AskMeetings = { committee: CommitteeId | null, state: MeetingState | null, order: Order | null, offset: number, limit: number | null, };
export type AskOnDay = { day: Day, status: FileStatus, 
/**
 * Words of the name or the numbers; all files where empty.
 */
text: string, order: Order | null, 
/**
 * 1–500; 100 when left out.
 */
limit: number | null, offset: number, };
export type AskOutcomes = { from: Day, until: Day, rows: OutcomeRows, limit: number | null, offset: number, };
export type AskPolicies = { text: string, kind: PolicyKind | null, standing: PolicyStanding | null, order: Order | null, offset: number, limit: number | null, };
export type AskPortfolio = { day: Day | null, part: PortfolioPart | null, text: string, fund: FundId | null, order: Order | null, 
/**
 * Rows of a page, 1–500; 100 where none is given.
 */
limit: number | null, offset: number, };
export type AskProjects = { 
/**
 * Words of the name of the project or of its activity, however spelled.
 */
text: string, party: PartyId | null, standing: ProjectState | null, at: ProjectAt | null, order: Order | null, offset: number, limit: number | null, };
export type AskReceived = { from: Day, until: Day, 
/**
 * As it was known at the end of this day; today where none is given.
 */
day: Day | null, 
/**
 * Words, each a part of the loan number, the borrower's name or identity number, or the project; all where empty.
 */
text: string, fund: FundId | null, order: Order | null, 
/**
 * Rows of a page, 1–500; 100 where none is given.
 */
limit: number | null, offset: number, };
export type AskReminders = { state: ReminderState | null, text: string, fund: FundId | null, 
/**
 * Rows of a page, 1–500; 100 where none is given.
 */
limit: number | null, offset: number, };
export type AskResults = { questionnaire: QuestionnaireId, by: ResultsBy, 
/**
 * A choice that is laid out by group.
 */
table: string | null, };
export type AskReversal = { id: EntryId, entry: EntryId, day: Day, reason: string, };
export type AskRound = { activities: Array<ActivityId>, };
export type AskSheet = { questionnaire: QuestionnaireId, code: string, };
export type AskStanding = { day: Day | null, fund: FundId | null, };
export type AskTeam = { day: Day | null, calendar: Calendar | null, };
export type AskToReopen = { period: PeriodId, reason: string, };
export type AskTranches = { day: Day | null, wait: TrancheWait | null, order: Order | null, 
/**
 * 1–500; 100 where none is given.
 */
limit: number | null, offset: number, };
export type AskTransfer = { id: EntryId, from: FundId, to: FundId, amount: Money, day: Day, reason: string, };
export type AskTwoWays = { from: Day, until: Day, };
export type AskVisitPlan = { from: Day | null, researcher: PersonId | null, kind: ActivityKind | null, };
export type AskWhoQualifies = { service: ServiceId, text: string, state: Array<ServiceCallState>, order: Order | null, offset: number, limit: number | null, };
export type AskWorkerMonth = { person: PersonId | null, day: Day | null, calendar: Calendar | null, };
export type AskWritten = { questionnaire: QuestionnaireId, question: string, };
export type AskedBack = { state: RequestState, asked_by: string, asked_at: Moment, reason: string, 
/**
 * Why it was refused or given up.
 */
note: string, 
/**
 * Whoever looks asked for it.
 */
own: boolean, };
export type AskedCall = { reason: string, asked_by: PersonId, asked_by_name: string, asked_at: Moment, };
export type AssemblyCount = { standing: AssemblyStanding, count: number, };
export type AssemblyDue = { kind: AssemblyKind, amount: Money, };
export type AssemblyFee = { year: number, receipt: EntryId, receipt_no: string, day: Day, amount: Money, recorded_by_name: string, 
/**
 * Whether the receipt was reversed since: it counts no more.
 */
reversed: boolean, };
export type AssemblyKind = "active" | "affiliate" | "honorary";
export type AssemblyLine = { member: AssemblyMemberId, party: PartyId, number: number, name: string, mobile: string, kind: AssemblyKind, joined_on: Day, ended_on: Day | null, 
/**
 * What is due for the year, and what of it was paid by receipts that stand.
 */
due: Money, paid: Money, standing: AssemblyStanding, };
export type AssemblyMemberId = string;
export type AssemblyPage = { year: number, lines: Array<AssemblyLine>, total: number, counts: Array<AssemblyCount>, dues: Array<AssemblyDue>, 
/**
 * Members who may vote: active, not ended; of these, how many owe nothing, and how many a meeting needs.
 */
voters: number, in_order: number, needed: number, };
export type AssemblySheet = { line: AssemblyLine, ended_reason: string, fees: Array<AssemblyFee>, record: RecordVersion, };
export type AssemblyStanding = "paid" | "owes" | "free" | "ended";
export type AssessmentCounts = { draft: number, 
/**
 * Completed, and the person who asks wrote nothing in it.
 */
to_review: number, exceptions: number, };
export type AssessmentDraft = { done_on: Day, reason: string, facts: AssessmentFacts, abilities: Array<Ability>, manual_class: FileClass | null, manual_reason: string, };
export type AssessmentFacts = { family_size: number | null, dependants: number | null, widow: boolean | null, orphan_n: number | null, disabled_n: number | null, elderly_n: number | null, social_security: Money | null, citizen_account: Money | null, salary: Money | null, pension: Money | null, project_income: Money | null, piecework: Money | null, other_income: Money | null, rent: Money | null, debts: Money | null, other_obligation: Money | null, tenure: DwellingTenure | null, rooms: number | null, 
/**
 * What is unsound, a space between; empty where all is sound.
 */
unsound: string | null, earning: HouseholdEarning | null, findings: string, };
export type AssessmentId = string;
export type AssessmentKind = "intake" | "periodic" | "closure" | "impact";
export type AssessmentLine = { assessment: AssessmentId, assessment_no: string, party: PartyId, name: string, file_no: string, city: string, kind: AssessmentKind, state: AssessmentState, done_on: Day, begun_by_name: string, reviewed_by_name: string, score: number | null, 
/**
 * By the rule.
 */
class: string, manual_class: string, manual_reason: string, final_class: string, class_before: string, rule_version: number | null, newest: boolean, sent_back: boolean, };
export type AssessmentMeasured = { 
/**
 * None where a fact cannot be.
 */
measure: NeedMeasure | null, income: Money | null, obligations: Money | null, 
/**
 * What moved the score since the one before.
 */
moved: NeedMoved | null, 
/**
 * Fields that differ from the one before.
 */
changed: Array<string>, suggested: Array<SuggestedNeed>, 
/**
 * Codes of what cannot stand, with the field each is about.
 */
refused: Array<RefusedFact>, 
/**
 * What must hold before it is completed.
 */
conditions: Array<GateCondition>, };
export type AssessmentPage = { lines: Array<AssessmentLine>, total: number, counts: AssessmentCounts, };
export type AssessmentRuleVersion = { version: number, rule: NeedRule, decision: string, decided_on: Day | null, set_by_name: string, 
/**
 * Assessments that were measured by it.
 */
used: number, };
export type AssessmentSettings = { 
/**
 * Days from an assessment to the next review of the file, by its class.
 */
review_a: number, review_b: number, review_c: number, review_d: number, 
/**
 * Whether a registered file needs a reviewed assessment before it becomes active.
 */
before_activation: boolean, };
export type AssessmentSheet = { line: AssessmentLine, record: RecordVersion, draft: AssessmentDraft, rule: AssessmentRuleVersion, measured: AssessmentMeasured, 
/**
 * The one before and the first, the newer first; empty at the first of a family.
 */
earlier: Array<EarlierAssessment>, sources: Array<FactSource>, needs: Array<CareNeed>, people: Array<CarePerson>, 
/**
 * Everybody who wrote in it: none of them reviews it.
 */
hands: Array<string>, review_note: string, reviewed_at: Moment | null, completed_by_name: string, completed_at: Moment | null, sent_back: string, sent_back_by_name: string, 
/**
 * It comes from a register of before, where the office had given it this score, in its own words.
 */
from_register: boolean, register_score: string, 
/**
 * The code of why the person who asks does not review it; empty where they may.
 */
cannot_review: string, 
/**
 * The class of the file today, which is that of before until the review.
 */
file_class: string, };
export type AssessmentState = "draft" | "completed" | "reviewed" | "dropped";
export type AssessmentsOf = { party: PartyId, };
export type AssetEventKind = "in_use" | "damaged" | "lost" | "sold" | "returned" | "seen";
export type AssetId = string;
export type AssetState = "in_use" | "damaged" | "lost" | "sold" | "returned";
export type AssignRequests = { requests: Array<CaseRequestId>, to: PersonId, };
export type AssignedRequests = { assigned: number, skipped: Array<SkippedRequest>, };
export type AssociationSheet = { record: RecordVersion, name_ar: string, name_en: string, 
/**
 * Number of the licence by the National Center for the Non-Profit Sector, as printed on it.
 */
licence_no: string, 
/**
 * Unified national number: ten digits beginning with 7; empty until it is known.
 */
unified_no: string, region: string, city: string, phone: string, email: string, website: string, 
/**
 * 1–12. Associations close their year on 31 December (executive regulation, art. 115): 1 unless the bylaws differ.
 */
fiscal_year_start_month: number, digits: Digits, calendar: Calendar, 
/**
 * Minutes without a touch after which the screen locks; 1–240.
 */
idle_minutes: number, logo: Logo | null, };
export type AtRisk = { days: number, amount: Money, 
/**
 * Amount ÷ outstanding; none where nothing is owed.
 */
rate: Rate | null, loans: number, target: Target, };
export type Attach = { 
/**
 * Made by the caller.
 */
id: DocumentId, subject_kind: string, subject: SubjectId, kind: DocumentKind, title: string, file_name: string, expires_on: Day | null, 
/**
 * Of the file that was brought in.
 */
ticket: string, };
export type AttendMeeting = { meeting: MeetingId, seats: Array<SeatPresence>, version: number, };
export type AuditFacet = { value: string, label: string, count: number, };
export type AuditFacets = { people: Array<AuditFacet>, actions: Array<AuditFacet>, features: Array<AuditFacet>, };
export type AuditFilter = { from?: Day, until?: Day, person?: PersonId, action?: string, feature?: string, 
/**
 * Identifier of a record: its own history.
 */
subject?: string, 
/**
 * Words in the name of the record; Arabic-tolerant.
 */
text?: string, 
/**
 * Only lines before this number: the next page.
 */
before?: number, 
/**
 * 1–500; 100 when left out.
 */
limit?: number, };
export type AuditLine = { seq: number, at: Moment, person: PersonId | null, 
/**
 * Empty when nobody was signed in, as at a wrong password.
 */
person_name: string, command: string, 
/**
 * view, print, export, change, door
 */
action: string, subject_kind: string, subject: string, summary: string, before: unknown, after: unknown, 
/**
 * done, refused:<code>, forbidden, broken:<reference>
 */
outcome: string, };
export type AuditPage = { lines: Array<AuditLine>, 
/**
 * Ask with this `before` for the next page; nothing when this was the last one.
 */
next: number | null, facets: AuditFacets, };
export type AuditReport = { from: Day, until: Day, };
export type BackLine = { no: number, quantity: number, };
export type BackupLine = { 
/**
 * Name of the file.
 */
id: string, made_at: Moment, 
/**
 * daily, weekly, monthly, manual, before_upgrade, before_restore
 */
kind: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * When it was last opened and compared.
 */
verified_at: Moment | null, 
/**
 * Lines of the audit trail in it.
 */
audit_lines: number, 
/**
 * Why it cannot be read, for a damaged file.
 */
damaged: boolean, };
export type BackupList = { backups: Array<BackupLine>, 
/**
 * Where they lie, so that a person can copy them to another place.
 */
folder: string, 
/**
 * How many of each kind stay.
 */
keeps_daily: number, keeps_weekly: number, keeps_monthly: number, };
export type BackupName = { id: string, };
export type BeginActivity = { subject_kind: string, subject: SubjectId, };
export type BeginAssessment = { id: AssessmentId, party: PartyId, kind: AssessmentKind, reason: string, };
export type BeginPurchase = { id: PurchaseId, tranche: TrancheId, typed: TypedPurchase, };
export type BeginReport = { id: ReportId, day: Day, calendar: Calendar | null, 
/**
 * Why an issued one is to be mended; nothing for the first.
 */
reason: string, };
export type BeginTerm = { committee: CommitteeId, term_from: Day, term_to: Day, 
/**
 * Members who sit on.
 */
keep: Array<CommitteeMemberId>, version: number, };
export type BegunActivity = { kind: ActivityKind, subject_kind: string, subject: SubjectId, };
export type Better = "more" | "less" | "neither";
export type Board = { day: Day, calendar: Calendar, 
/**
 * The quarter of the year that holds the day, until the day.
 */
quarter: Span, previous_quarter: Span, beneficiaries: PeopleFigures, portfolio: PortfolioFigures, collection: CollectionFigures, 
/**
 * Late by more than 0, 30, 60 and 90 days, in this order.
 */
at_risk: Array<AtRisk>, 
/**
 * Overdue ÷ outstanding, both principal: always shown beside the portfolio at risk. None where nothing is owed.
 */
arrears_rate: Rate | null, 
/**
 * Loans with a change of terms, with what is still owed on them.
 */
restructured: LoansAmount, 
/**
 * Loans given up for lost, with what was given up.
 */
written_off: LoansAmount, halted: HaltedFigures, 
/**
 * Of what fell due in the quarter until the day.
 */
promises: PromiseFigures, tranches: TranchesWaiting, lendable: Lendable, 
/**
 * Twelve months, oldest first; the last one holds the day and goes no further than it.
 */
months: Array<MonthFigures>, 
/**
 * Not late, then the bands of lateness in days: 1–30, 31–60, 61–90, 91–180, more than 180.
 */
ageing: Array<AgeingBand>, sources_and_uses: SourcesAndUses, funds: Array<FundPosition>, 
/**
 * The portfolio of each fund that ever lent.
 */
by_fund: Array<FundPortfolio>, 
/**
 * What waits for a decision this person may take; of today, whatever day is looked at.
 */
waiting: Array<Task>, };
export type BoardFigure = { name: string, 
/**
 * `K4`
 */
code: string, section: FigureSection, unit: FigureUnit, better: Better, chart: FigureChart, 
/**
 * What is aimed at, as it is shipped.
 */
goal: number | null, 
/**
 * The keys of its name and of its definition.
 */
title_key: string, says_key: string, now: Measured, 
/**
 * Of the period before.
 */
before: number | null, lines: Array<FigureLine>, 
/**
 * Its rows.
 */
target: Target, };
export type BringGuarantee = { id: GuaranteeId, application: ApplicationId, kind: GuaranteeKind, 
/**
 * Of a kind where a person stands for the loan.
 */
guarantor: NewGuarantor | null, said: string, income: Money | null, residence_months: number | null, until: Day | null, note: string, };
export type BroughtGuarantee = { id: GuaranteeId, kind: GuaranteeKind, party: PartyId | null, name: string, said: string, income: Money | null, residence_months: number | null, until: Day | null, note: string, state: BroughtState, 
/**
 * Whether its last day has passed.
 */
expired: boolean, proposed_by: PersonId, proposed_by_name: string, proposed_at: Moment, verified_by: PersonId | null, verified_by_name: string, verified_at: Moment | null, checked: Array<string>, dropped_reason: string, };
export type BroughtState = "proposed" | "verified" | "dropped";
export type BudgetKind = "in_kind" | "operating";
export type BudgetLine = { id: BudgetLineId, 
/**
 * With which payment it is to be bought: 1–12.
 */
batch: number, item: string, kind: BudgetKind, amount: Money, 
/**
 * The supplier whose quote is taken.
 */
chosen: string, 
/**
 * Why it is not the cheapest.
 */
reason: string, quotes: Array<BudgetQuote>, };
export type BudgetLineId = string;
export type BudgetQuote = { supplier: string, amount: Money, 
/**
 * The last day it stands; none for one without an end.
 */
until: Day | null, 
/**
 * Warranty, delivery and the like, in the words of the office.
 */
note: string, };
export type Calendar = "hijri" | "gregorian";
export type CallCard = { party: PartyId, name: string, file_no: string, mobile: string, 
/**
 * The longest late first.
 */
loans: Array<CardLoan>, calls: Array<CallLine>, promises: Array<PromiseLine>, 
/**
 * Whether messages are wanted, what was said of it, and the version of that.
 */
messages: boolean, wish_said: string, wish_version: number, 
/**
 * The consent to keep data was taken back.
 */
unconsented: boolean, 
/**
 * Days of grace of a promise.
 */
grace: number, 
/**
 * The farthest day a promise may name.
 */
farthest: Day, };
export type CallId = string;
export type CallLine = { call: CallId, loan: LoanId, loan_no: string, party: PartyId, name: string, on: Day, at: Moment, outcome: CallOutcome, note: string, by_name: string, };
export type CallLogPage = { lines: Array<CallLine>, total: number, };
export type CallMeeting = { id: MeetingId, committee: CommitteeId, planned_on: Day, starts: string, place: string, way: MeetingWay, note: string, };
export type CallOutcome = "answered" | "no_answer" | "wrong_number" | "promise" | "refuses" | "hardship";
export type CallRank = "broken" | "late" | "called_today" | "promised";
export type CallResult = "arrived" | "no_show" | "no_answer" | "promised" | "confirmed";
export type CallStateCount = { state: ServiceCallState, count: number, };
export type CallbackLine = { request: CaseRequestId, request_no: string, name: string, mobile: string, entity_name: string, service: string, waiting: number, unanswered: number, last_result: string, last_on: Day | null, version: number, };
export type CallbackPage = { lines: Array<CallbackLine>, total: number, };
export type CalledDepartment = { department: DepartmentId, name: string, };
export type CallsPage = { lines: Array<ToCall>, 
/**
 * Of all pages.
 */
people: number, overdue: Money, 
/**
 * Whatever rank was asked for.
 */
ranks: Array<RankCount>, };
export type CameLine = { no: number, quantity: number, 
/**
 * Of an asset: a serial number each, as far as they have one.
 */
serials: Array<string>, };
export type CancelActivity = { id: ActivityId, version: number, reason: string, };
export type CancelMeeting = { meeting: MeetingId, reason: string, version: number, };
export type CancelPurchase = { purchase: PurchaseId, why: PurchaseEnd, reason: string, };
export type CapacitySettings = { 
/**
 * Most of the family's surplus that an instalment may take, in per cent.
 */
instalment_percent: number, 
/**
 * How much of the project's gain counts for the family, in per cent; a loss counts whole.
 */
project_share_percent: number, 
/**
 * By how many per cent sales fall in the second scenario.
 */
stress_sales_percent: number, 
/**
 * Most of the amount that may be cash, in per cent.
 */
cash_percent: number, 
/**
 * Lines in kind of this amount and more need quotes.
 */
quotes_from: Money, 
/**
 * Quotes of different suppliers.
 */
quotes_needed: number, decision_limit: CaseworkDecisionLimit, };
export type CardLoan = { loan: LoanId, loan_no: string, project: string, outstanding: Money, overdue: Money, dpd: number, next_due: Day | null, };
export type CareItem = { item: CareItemId, need: CareNeedId, need_text: string, party: PartyId, name: string, file_no: string, action: string, service: string, partner: string, goal: string, owner: PersonId, owner_name: string, due: Day, state: CareState, 
/**
 * Days past the due one, of one that is open.
 */
days_late: number, outcome: string, goal_reached: boolean | null, closed_on: Day | null, version: number, };
export type CareItemId = string;
export type CareItemPage = { lines: Array<CareItem>, total: number, late: number, };
export type CareNeed = { need: CareNeedId, party: PartyId, name: string, file_no: string, assessment: AssessmentId, domain: NeedDomain, text: string, 
/**
 * The fact that made it; empty for who may not see facts.
 */
fact: string, suggestion: string, priority: NeedPriority, state: NeedState, reason: string, made_on: Day, made_by_name: string, items: Array<CareItem>, version: number, };
export type CareNeedId = string;
export type CareNeedPage = { lines: Array<CareNeed>, total: number, };
export type CareOutcomes = { graduations: Graduations, improvement: Improvement, active_months: number, improve_points: number, lines: Array<OutcomeLine>, total: number, };
export type CarePerson = { person: PersonId, name: string, };
export type CareState = "planned" | "in_progress" | "done" | "missed" | "cancelled";
export type CarryOut = { id: CaseRequestId, version: number, note: string, taken_by: string, };
export type CaseChannel = "interview" | "phone" | "letter" | "website" | "message" | "visit" | "other";
export type CaseEventKind = "opened" | "assigned" | "moved" | "staged" | "declared" | "letter" | "executed" | "noted" | "called" | "consent" | "card" | "changed" | "linked";
export type CaseFile = { party: PartyId, kind: PartyKind, 
/**
 * The moment of the last change, sent back with a change so that two people do not overwrite each other.
 */
record: RecordVersion, file_no: string, status: FileStatus, status_since: Day, status_reason: string, opened_on: Day, imported: boolean, facts: Facts, identity: ShownIdentity | null, conditions: Array<Condition>, 
/**
 * What features above ask for before a registered file becomes active.
 */
gates: Array<GateCondition>, next: Array<NextStatus>, members: Array<Member>, notes: Array<CaseNote>, consents: Array<Consent>, likely: Array<Likely>, merged: Array<Merged>, 
/**
 * Where this file went, when it was merged into another.
 */
merged_into: PartyId | null, };
export type CaseNote = { number: number, at: Moment, by: string, text: string, };
export type CaseRequestId = string;
export type CaseRequestKind = "service" | "loan" | "inquiry" | "complaint" | "grievance" | "referral" | "volunteer" | "dispute" | "data_change" | "internal";
export type CaseRequestState = "new" | "awaiting_applicant" | "assessment" | "for_decision" | "decided" | "executing" | "closed" | "withdrawn" | "on_hold";
export type CaseworkDecisionLimit = { supervisor: Money, director: Money, };
export type CaseworkRole = "staff" | "supervisor" | "director" | "committee" | "finance" | "admin";
export type CashKind = "bank" | "deposit" | "box";
export type CellForm = "text" | "code" | "number" | "money" | "day" | "word";
export type CellPreview = { 
/**
 * What stands in the file, or what was typed instead.
 */
raw: string, 
/**
 * What it becomes.
 */
value: string, state: ImportCellState, 
/**
 * `raw` and `value` are only the beginning of a long text, which is kept whole.
 */
cut: boolean, };
export type ChainState = { lines: number, intact: boolean, 
/**
 * The first line that does not fit, when there is one.
 */
broken_at: number | null, 
/**
 * Hexadecimal hash of the last line: the anchor that is printed and stored with each backup.
 */
head: string, };
export type ChangeAccount = { code: AccountCode, name: string, postable: boolean, 
/**
 * Whether the row was compared with the official chart.
 */
checked: boolean, 
/**
 * The version the change began from.
 */
version: number, };
export type ChangeAgendaItem = { item: AgendaItemId, title: string, text: string, version: number, };
export type ChangeAgreement = { id: AgreementId, version: number, kind: AgreementKind, terms: AgreementTerms, parties: Array<TypedAgreementParty>, targets: Array<string>, };
export type ChangeApplication = { application: ApplicationId, request: ApplicationRequest, 
/**
 * The version the change began from.
 */
version: number, };
export type ChangeAssemblyMember = { member: AssemblyMemberId, kind: AssemblyKind, joined_on: Day, version: number, };
export type ChangeAssessmentSettings = { settings: AssessmentSettings, version: number, };
export type ChangeAsset = { asset: AssetId, state: AssetState, day: Day, reason: string, };
export type ChangeCause = "income_fell" | "illness" | "market" | "family" | "association" | "growth" | "season" | "agreement" | "death" | "disability" | "lost" | "correction" | "other";
export type ChangeCommitment = { id: CommitmentId, version: number, text: string, due: Day, keeper: PersonId | null, };
export type ChangeCommitteeMember = { member: CommitteeMemberId, role: CommitteeRole, votes: boolean, version: number, };
export type ChangeDeadlines = { version: number, deadlines: DeadlineSettings, };
export type ChangeFile = { party: PartyId, 
/**
 * The version the change began from.
 */
version: number, facts: Facts, identity: TypedIdentity, different: Array<DifferentFrom>, exception: string, };
export type ChangeFinding = { id: FindingId, version: number, finding: TypedFinding, stands: boolean, };
export type ChangeFund = { 
/**
 * The version the change began from.
 */
version: number, id: FundId, name: string, class: FundClass, kind: FundKind, 
/**
 * The first and last day lines may bear, where the giver set them.
 */
opens_on: Day | null, closes_on: Day | null, 
/**
 * Whether the cash of the fund may go below zero; false unless the committee decided otherwise.
 */
may_overdraw: boolean, 
/**
 * IBAN of the bank account that holds the fund's money.
 */
bank_account: string | null, notes: string, };
export type ChangeHoldStep = { step: HoldStepId, version: number, text: string, side: PromiseSide, 
/**
 * Who of the office does it, or sees to it that the borrower does.
 */
owner: PersonId, due: Day, };
export type ChangeImprovement = { id: ImprovementId, version: number, text: string, owner: PersonId, due: Day, };
export type ChangeItem = { id: CareItemId, version: number, item: TypedPlanItem, };
export type ChangeKey = { password: string, };
export type ChangeKind = "defer" | "extend" | "shift" | "re_amortise" | "re_age" | "pause" | "resume" | "fee" | "waive_fee" | "release" | "write_off" | "top_up";
export type ChangeMeeting = { meeting: MeetingId, planned_on: Day, starts: string, place: string, way: MeetingWay, note: string, version: number, };
export type ChangeMember = { 
/**
 * Whose household.
 */
party: PartyId, member: PartyId, 
/**
 * The version of the member the change began from.
 */
version: number, relation: Relation, name: string, sex: Sex | null, born_on: Day | null, 
/**
 * Without a number the one that is known stays.
 */
identity: TypedIdentity, note: string, exception: string, };
export type ChangeNeed = { need: CareNeedId, version: number, text: string, domain: NeedDomain, priority: NeedPriority, };
export type ChangeObligation = { id: ObligationId, version: number, obligation: TypedObligation, };
export type ChangePartner = { partner: PartyId, 
/**
 * The versions the change began from: of the partner, and of its party.
 */
version: number, party_version: number, party: PartyFacts, 
/**
 * A new national number; without one, the one that is known stays.
 */
number: string | null, facts: PartnerFacts, components: Array<string>, 
/**
 * Why it is another one than whoever looks like it.
 */
another: string, };
export type ChangePartnerSettings = { version: number, settings: PartnerSettings, };
export type ChangePassword = { old: string, new: string, };
export type ChangePerson = { id: PersonId, name: string, role: Role, 
/**
 * The version the change began from.
 */
version: number, };
export type ChangePlan = { before: PlanSide, after: PlanSide, };
export type ChangeProject = { id: ProjectId, name: string, activity: string, state: ProjectState, 
/**
 * Needed where the state changes.
 */
reason: string, 
/**
 * The version the change began from.
 */
version: number, };
export type ChangePurchase = { purchase: PurchaseId, 
/**
 * The version the change began from.
 */
version: number, typed: TypedPurchase, };
export type ChangeQuestionnaire = { questionnaire: QuestionnaireId, version: number, typed: TypedQuestionnaire, questions: Array<FormQuestion>, };
export type ChangeQuestionnaireSettings = { settings: QuestionnaireSettings, version: number, };
export type ChangeReachSettings = { version: number, settings: ReachSettings, };
export type ChangeReadingKind = { code: string, version: number, name: string, unit: string, active: boolean, asked_on: Array<string>, };
export type ChangeReferral = { id: CaseRequestId, version: number, referral: TypedReferral, };
export type ChangeService = { id: ServiceId, 
/**
 * The version the change began from.
 */
version: number, name: string, content: ServiceContent, };
export type ChangeSettings = { settings: FollowUpSettings, };
export type ChangeStages = { project: ProjectId, stages: Array<ChangedStage>, version: number, };
export type ChangeStatus = { party: PartyId, status: FileStatus, reason: string, };
export type ChangeTranche = { tranche: TrancheId, amount: Money, kind: TrancheKind, supplier: string, item: string, };
export type ChangedRow = { 
/**
 * The place in its plan.
 */
no: number, due: Day, 
/**
 * What the whole row asks for.
 */
amount: Money, outstanding: Money, 
/**
 * Whether the other plan has no such row.
 */
changed: boolean, };
export type ChangedSince = { 
/**
 * The kind of record: `file`, `fund`, `loan`, `entry`, `period`.
 */
noun: string, 
/**
 * What people know it by.
 */
label: string, 
/**
 * The key of the words of what happened: a command, or what rests on it.
 */
what: string, 
/**
 * What rests on it, by its number or name.
 */
detail: string, 
/**
 * Who did it; empty where nobody is told.
 */
by: string, at: Moment | null, };
export type ChangedStage = { id: StageId, name: string, goal: string, days: number, visits: number, conditions: Array<StageAsked>, };
export type ChannelResult = { channel: AnswerChannel, answers: number, };
export type Chart = { accounts: Array<Account>, 
/**
 * The versions of those that were changed, by their code.
 */
records: { [key in string]: RecordVersion }, };
export type ChartChange = { 
/**
 * The number of the row in its sheet, from 1.
 */
row: number, code: string, name: string, 
/**
 * The name in the chart until now, where it has another one.
 */
name_before: string | null, postable: boolean, checked: boolean, verdict: ChartVerdict, 
/**
 * The code of the refusal; its sentence is `refusal.<code>`.
 */
refusal: string | null, };
export type ChartChanges = { rows: Array<ChartChange>, added: number, changed: number, refused: number, };
export type ChartFile = { name: string, ticket: string, };
export type ChartVerdict = "added" | "changed" | "same" | "refused";
export type CheckIdentity = { party: PartyId, expires_on: Day | null, };
export type Cheque = { 
/**
 * The entry that received it.
 */
id: EntryId, voucher: string, day: Day, donor: string, 
/**
 * The number on the cheque.
 */
reference: string, fund: FundId, fund_name: string, amount: Money, state: ChequeState, 
/**
 * The entry that moved it into the bank, and its day.
 */
cleared: EntryId | null, cleared_on: Day | null, };
export type ChequeState = "waiting" | "cleared" | "bounced";
export type Cheques = { cheques: Array<Cheque>, };
export type ChooseQuote = { purchase: PurchaseId, quote: PurchaseId, 
/**
 * Why not the cheapest.
 */
reason: string, };
export type ChosenColumns = number | Array<number>;
export type ChosenTranches = { step: PayoutStep, tranches: Array<TrancheId>, 
/**
 * Of a payment; today where none is given.
 */
day: Day | null, 
/**
 * Of a payment; a transfer where none is given.
 */
method: PaymentMethod | null, };
export type CirculateEdition = { edition: PolicyEditionId, 
/**
 * The day by which people sign.
 */
due: Day, };
export type ClearCheque = { id: EntryId, cheque: EntryId, day: Day, };
export type ClockDoubt = { 
/**
 * What the clock says.
 */
now: Moment, 
/**
 * The newest moment the office knows of.
 */
newest: Moment, };
export type CloseObligations = { id: AgreementId, version: number, obligations: Array<ObligationId>, reason: string, };
export type ClosePartner = { partner: PartyId, version: number, 
/**
 * Closed, or open again.
 */
closed: boolean, reason: string, };
export type ClosePeriod = { period: PeriodId, word: string, };
export type CloseRest = { purchase: PurchaseId, reason: string, };
export type ClosingRule = { 
/**
 * Months after the closing the visit that looks at the impact is planned for: 1–24.
 */
impact_months: number, };
export type ColleagueName = { id: string, name: string, active: boolean, };
export type Collected = { fallen_due: Money, collected: Money, rate: Rate | null, };
export type CollectionFigures = { fallen_due: Money, collected: Money, rate: Rate | null, 
/**
 * Of what fell due in the quarter until the day.
 */
quarter: Collected, 
/**
 * Of what fell due in the quarter before, as far as it is collected on the day.
 */
previous_quarter: Collected, target: Target, };
export type CollectionRule = { "name": "reminders", "content": ReminderRule } | { "name": "contact", "content": ContactRule } | { "name": "provision", "content": ProvisionRule } | { "name": "closing", "content": ClosingRule };
export type CollectionRuleVersion = { name: RuleName, 
/**
 * Zero where it is as shipped, which nobody of the association has decided.
 */
version: number, decided: string, set_by_name: string, set_at: Moment | null, };
export type CollectionRules = { reminders: ReminderRule, contact: ContactRule, provision: ProvisionRule, closing: ClosingRule, 
/**
 * The version of each that holds now.
 */
versions: Array<CollectionRuleVersion>, 
/**
 * The versions before, the newest first.
 */
before: Array<CollectionRuleVersion>, 
/**
 * What may stand in brackets in the text of a reminder.
 */
slots: Array<string>, };
export type CommitmentCounts = { open: number, late_beneficiary: number, late_association: number, };
export type CommitmentId = string;
export type CommitmentLine = { commitment: CommitmentId, of: FollowedSubject, side: PromiseSide, text: string, due: Day, keeper: PersonId | null, keeper_name: string, state: CommitmentState, 
/**
 * Days past the due one: of an open one until today, of one that was met until it was met.
 */
days_late: number, met_on: Day | null, evidence: string, reason: string, activity: ActivityId | null, activity_no: string, depends_on: CommitmentId | null, made_on: Day, made_by_name: string, version: number, };
export type CommitmentPage = { lines: Array<CommitmentLine>, total: number, counts: CommitmentCounts, };
export type CommitmentState = "open" | "met" | "excused";
export type Committee = { id: CommitteeId, name: string, kind: CommitteeKind, purpose: string, term: number, term_from: Day, term_to: Day, 
/**
 * None: more than half of those who may vote.
 */
quorum: number | null, confirm_days: number, ended_on: Day | null, };
export type CommitteeId = string;
export type CommitteeKind = "executive" | "board" | "coordination" | "audit" | "media" | "other";
export type CommitteeLine = { committee: CommitteeId, name: string, kind: CommitteeKind, term: number, term_from: Day, term_to: Day, chair: string, members: number, meetings: number, 
/**
 * Decisions that wait to be carried out, and those past their day.
 */
open_decisions: number, late_decisions: number, next_meeting: Day | null, ended_on: Day | null, };
export type CommitteeMember = { id: CommitteeMemberId, committee: CommitteeId, term: number, 
/**
 * Somebody of the office, or a party from outside.
 */
person: PersonId | null, party: PartyId | null, name: string, role: CommitteeRole, votes: boolean, since: Day, until: Day | null, ended_reason: string, };
export type CommitteeMemberId = string;
export type CommitteeRole = "chair" | "deputy" | "member" | "secretary";
export type CommitteeSheet = { committee: Committee, terms: Array<CommitteeTerm>, 
/**
 * Those of this term who sit, in the order of their roles; then those who left or sat before.
 */
members: Array<CommitteeMember>, 
/**
 * The newest first.
 */
interests: Array<MemberInterest>, meetings: Array<MeetingLine>, record: RecordVersion, };
export type CommitteeTerm = { no: number, from: Day, to: Day, };
export type Committees = { committees: Array<CommitteeLine>, 
/**
 * What waits for an approval in the program and stands on no agenda.
 */
waiting: number, };
export type CommonReason = { group: string, reason: string, count: number, of: number, };
export type CommunityComponent = { code: string, name: string, active: boolean, };
export type CompareRow = { id: ImportId, 
/**
 * The sheet of the row; the table's first, where none is named.
 */
sheet: string | null, row: number, which: number, };
export type ComparedField = { field: string, form: CellForm, 
/**
 * The other's; the identity number of a person of the office is covered.
 */
other: string, 
/**
 * The row's.
 */
row: string, differs: boolean, };
export type Comparison = { first: Likely, second: Likely, first_facts: Facts, second_facts: Facts, 
/**
 * Fields of [`Facts`] in which they differ.
 */
differ: Array<string>, 
/**
 * `different` or `same`, when somebody decided before, with the reason.
 */
decided: string | null, reason: string, };
export type Complaint = { kind: string, 
/**
 * What tells it apart from others of its kind.
 */
subject: string, args: { [key in string]: string }, };
export type CompleteProject = { project: ProjectId, 
/**
 * What became of it.
 */
note: string, };
export type Condition = { 
/**
 * `name`, `civil_record`, `contact`, `residence`
 */
key: string, met: boolean, 
/**
 * What is missing: the key of its words, `beneficiaries.gap.<gap>`; empty when it is met.
 */
gap: string, 
/**
 * What is there.
 */
shown: string, until: Day | null, };
export type ConfirmMinutes = { meeting: MeetingId, member: CommitteeMemberId, answer: MinutesAnswer, note: string, on_paper: boolean, };
export type Consent = { number: number, purpose: ConsentPurpose, text_version: string, text: string, form: ConsentForm, given_on: Day, withdrawn_on: Day | null, recorded_by: string, };
export type ConsentForm = "signed" | "spoken" | "electronic";
export type ConsentPurpose = "keep" | "share" | "photo";
export type ContactKind = "visit" | "request" | "reception";
export type ContactRule = { 
/**
 * Days after the promised day on which a repayment still keeps a promise: 0–30.
 */
promise_grace: number, 
/**
 * Days a letter gives to pay: 1–60.
 */
letter_days: number, };
export type ContributionKind = "money" | "in_kind" | "expertise";
export type ContributionSum = { kind: ContributionKind, count: number, amount: Money, };
export type ControlOf = "loan" | "borrower" | "supplier" | "cheque" | "investment" | "grant";
export type CorrectActivity = { id: ActivityId, version: number, found: FoundOnTheDay, reason: string, };
export type CorrectCell = { id: ImportId, table: ImportTable, 
/**
 * The sheet of the row; the table's first, where none is named.
 */
sheet: string | null, row: number, 
/**
 * The letters of the column whose sum makes the row, where months stand across.
 */
column: string | null, field: string, text: string | null, 
/**
 * Every cell of the column in which the same stands, too.
 */
alike: boolean, };
export type CorrectSheet = { questionnaire: QuestionnaireId, code: string, version: number, answers: Array<GivenAnswer>, };
export type CriteriaWhole = "eligible" | "incomplete" | "not_eligible";
export type CriterionLook = { no: number, text: string, fact: ServiceFact, kind: ServiceFactKind, mandatory: boolean, weight: number | null, result: CriterionResult, 
/**
 * What is known, raw: halalas, a number, `yes`, a code; empty for what is unknown, and for who may not see it.
 */
value: string, source: ServiceFactSource, source_on: Day | null, 
/**
 * Of what a person found.
 */
note: string, };
export type CriterionOp = "eq" | "ne" | "lt" | "lte" | "gt" | "gte" | "between" | "in" | "not_in" | "has";
export type CriterionResult = "met" | "not_met" | "unknown";
export type CrossRow = { name: string, cells: Array<TableCell>, sum: number, };
export type CrossTable = { question: string, columns: Array<string>, rows: Array<CrossRow>, sums: Array<number>, };
export type CurrentImport = { id: ImportId | null, 
/**
 * It is being saved; ask `importing.progress`. Then there is no preview.
 */
saving: boolean, preview: ImportPreview | null, };
export type DataChange = { 
/**
 * A field of a file: `mobile`, `city`, `iban` …
 */
field: string, before: string, after: string, };
export type Day = string;
export type DayOff = { day_off: DayOffId, from: Day, to: Day, name: string, };
export type DayOffId = string;
export type DeadlineRunning = "running" | "paused" | "over" | "stopped";
export type DeadlineSettings = { 
/**
 * Days of the week without work.
 */
weekend: Array<Weekday>, 
/**
 * Working days to the decision (of an inquiry: to the answer). A kind that is not named has no clock.
 */
deadline_days: { [key in CaseRequestKind]?: number }, 
/**
 * States in which the clock stands.
 */
pausing: Array<CaseRequestState>, 
/**
 * Calendar days from delivery of the decision in which it may be contested.
 */
appeal_days: number, 
/**
 * Whether a last day of appeal without work moves on to the next working day.
 */
appeal_to_working_day: boolean, 
/**
 * Calendar days after an appointment from which on a referred person who did not arrive is called.
 */
callback_days: number, };
export type DecideDraft = { id: EntryId, };
export type DecideHold = { hold: HoldId, 
/**
 * Whoever approves has no tie with the family.
 */
declared: boolean, };
export type DecideLoan = { loan: LoanId, 
/**
 * Needed to reject or cancel.
 */
note: string, };
export type DecideRequest = { id: CaseRequestId, version: number, outcome: RequestOutcome, reason: string, 
/**
 * What is approved of a service that gives money.
 */
amount: Money | null, 
/**
 * Approved against the criteria, as who studied it asked.
 */
exception: boolean, };
export type Decided = { draft: Draft, voucher: VoucherSheet | null, };
export type DecidedLine = { request: CaseRequestId, request_no: string, name: string, service_name: string, number: number, outcome: RequestOutcome, reason: string, decided_on: Day, exception: boolean, exception_reason: string, 
/**
 * Mandatory papers at the decision, and when the last of them was found genuine.
 */
papers: number, verified_on: Day | null, verified: boolean, };
export type DecidedPage = { lines: Array<DecidedLine>, total: number, 
/**
 * K7 of the same decisions.
 */
verified: Portion, };
export type Decision = { id: DecisionId, decision_no: string, title: string, text: string, outcome: DecisionOutcome, votes_for: number, votes_against: number, abstained: number, recused: number, present: number, quorum: number, owner: PersonId | null, owner_name: string, due: Day | null, decided_on: Day, issued_by: PersonId, issued_by_name: string, state: DecisionState, standing: DecisionStanding, ended_on: Day | null, ended_by_name: string, ended_note: string, 
/**
 * Who gave their approval, or their no, to what waited because of it.
 */
acts: Array<DecisionAct>, };
export type DecisionAct = { person: PersonId, name: string, approved: boolean, at: Moment, };
export type DecisionCount = { standing: DecisionStanding, count: number, };
export type DecisionId = string;
export type DecisionLine = { decision: DecisionId, decision_no: string, committee: CommitteeId, committee_name: string, meeting: MeetingId, meeting_no: number, title: string, outcome: DecisionOutcome, owner_name: string, decided_on: Day, due: Day | null, standing: DecisionStanding, ended_on: Day | null, 
/**
 * Days past its day: of one that is open today, of one that is done the day it was.
 */
days_late: number, };
export type DecisionOutcome = "approved" | "rejected" | "noted";
export type DecisionPage = { lines: Array<DecisionLine>, total: number, counts: Array<DecisionCount>, };
export type DecisionSheet = { decision: Decision, meeting: MeetingLine, 
/**
 * What it is about, as it waits now; none where it waits no more or never did.
 */
waiting: WaitingMatter | null, 
/**
 * Why the person who looks may not give the approval; none where they may, or where none waits.
 */
cannot_perform: Hindrance | null, 
/**
 * Whether the person who looks says what became of it.
 */
may_finish: boolean, days_late: number, };
export type DecisionStanding = "open" | "late" | "done" | "dropped";
export type DecisionState = "open" | "done" | "dropped";
export type DeclareInterest = { id: InterestId, member: CommitteeMemberId, on: Day, 
/**
 * Empty: that there are none.
 */
interests: string, 
/**
 * Of a member from outside: a paper they signed says so.
 */
on_paper: boolean, };
export type DeclareTie = { id: CaseRequestId, tie: boolean, note: string, };
export type DeferralChoice = { due_from: Day, due_until: Day, fund: FundId | null, product: ProductId | null, 
/**
 * By how many instalments.
 */
periods: number, 
/**
 * The value day of the events; today where none is given.
 */
day: Day | null, };
export type DeferralLine = { id: PaymentId, due_from: Day, due_until: Day, loans: number, state: string, reason: string, asked_by_name: string, asked_at: Moment, };
export type DeferralPreview = { loans: Array<DeferredLoan>, 
/**
 * How many of them can be put off.
 */
fitting: number, outstanding: Money, };
export type DeferralSheet = { id: PaymentId, day: Day, choice: DeferralChoice, fund_name: string | null, product_name: string | null, cause: ChangeCause, reason: string, 
/**
 * `waiting`, `approved`, `refused` or `withdrawn`.
 */
state: string, asked_by: PersonId, asked_by_name: string, asked_at: Moment, approvals: Array<Approval>, 
/**
 * Why it was refused or taken back.
 */
note: string, loans: Array<DeferredLoan>, };
export type Deferrals = { deferrals: Array<DeferralLine>, };
export type DeferredLoan = { loan: LoanId, loan_no: string, borrower: string, outstanding: Money, 
/**
 * The instalment from which on everything moves.
 */
from_due: Day, ends_before: Day, ends_after: Day, 
/**
 * Why it cannot be put off: the code of a refusal, and what its sentence is filled with.
 */
gap: string | null, gap_args: { [key in string]: string }, 
/**
 * Whether it is not what it was when this was asked for.
 */
stale: boolean, };
export type DeliverTranche = { tranche: TrancheId, day: Day, 
/**
 * As planned where it is left empty.
 */
supplier: string, 
/**
 * The number on the supplier's invoice.
 */
invoice: string, note: string, };
export type DemoMade = { recovery_code: string, session: Session, people: Array<DemoPerson>, };
export type DemoPerson = { name: string, role: Role, login: string, password: string, };
export type Department = { department: DepartmentId, name: string, active: boolean, people: Array<PersonId>, };
export type DepartmentId = string;
export type Difference = { noun: string, subject: string, label: string, field: string, 
/**
 * As the database has it; empty for what is not shown.
 */
stands: string, 
/**
 * As the trail told it last; empty for what is not shown.
 */
told: string, 
/**
 * By whom and when it was last told.
 */
by: string, at: Moment, 
/**
 * The number of that line.
 */
line: number, };
export type DifferenceLine = { question: string, first: GivenAnswer | null, second: GivenAnswer | null, };
export type DifferentFrom = { party: PartyId, reason: string, };
export type Digits = "latin" | "arabic";
export type Document = { id: DocumentId, 
/**
 * The kind of record it hangs on, as its feature names it.
 */
subject_kind: string, subject: SubjectId, kind: DocumentKind, title: string, 
/**
 * As it was called where it came from; empty where that is not known.
 */
file_name: string, mime: string, 
/**
 * Bytes.
 */
size: number, added_at: Moment, added_by: PersonId, added_by_name: string, 
/**
 * When it was taken out; its bytes are gone since then.
 */
removed_at: Moment | null, removed_reason: string, 
/**
 * The last day on which it holds, where it ends.
 */
expires_on: Day | null, state: DocumentState, reviewed_at: Moment | null, reviewed_by_name: string, review_method: ReviewMethod | null, review_note: string, };
export type DocumentId = string;
export type DocumentKind = "identity" | "family_card" | "income" | "social_security" | "address" | "photo" | "consent" | "contract" | "invoice" | "receipt" | "transfer" | "guarantee" | "other";
export type DocumentRules = { 
/**
 * Bytes.
 */
largest: number, 
/**
 * Whether copies of identity cards may be kept.
 */
identity_scans: boolean, 
/**
 * The legal ground that was stated for it.
 */
legal_ground: string, };
export type DocumentState = "not_reviewed" | "genuine" | "doubtful" | "rejected" | "expired";
export type Documents = { documents: Array<Document>, may_open: boolean, may_keep: boolean, may_review: boolean, };
export type DocumentsOf = { subject_kind: string, subject: SubjectId, };
export type DonationMethod = "transfer" | "deposit" | "pos" | "standing" | "cheque" | "in_kind";
export type Draft = { id: EntryId, day: Day, narration: string, content: DraftContent, 
/**
 * The sum of the debits; what only passes through the accounts between funds is counted once.
 */
amount: Money, state: DraftState, made_by: PersonId, made_by_name: string, made_at: Moment, 
/**
 * What must be mended, where it was returned.
 */
note: string, 
/**
 * Who approved so far, first to last.
 */
approvals: Array<Approval>, 
/**
 * How many approvals it needs before it is posted.
 */
approvals_needed: number, 
/**
 * Whether whoever asks may approve it now.
 */
for_me: boolean, 
/**
 * Where its month was closed while it waited: the first open day, on which it is posted.
 */
posts_on: Day | null, };
export type DraftContent = { kind: DraftKind, counterparty: string, method: PaymentMethod | null, reference: string, lines: Array<DraftLine>, 
/**
 * The entry that a reversal takes back.
 */
reverses: EntryId | null, };
export type DraftKind = "journal" | "receipt" | "payment" | "transfer" | "reversal";
export type DraftLine = { account: AccountCode, fund: FundId, debit: Money, credit: Money, memo: string, };
export type DraftState = "waiting" | "posted" | "returned";
export type Drafts = { drafts: Array<Draft>, };
export type DrawNotes = { loan: LoanId, per: NotesPer, place_of_issue: string, place_of_payment: string, };
export type DrillReport = { id: string, made_at: Moment, steps: Array<DrillStep>, 
/**
 * Rows of all tables that came back.
 */
rows: number, audit_lines: number, };
export type DrillStep = { name: string, milliseconds: number, };
export type DropDecision = { id: RetentionId, reason: string, };
export type DropDeferral = { deferral: PaymentId, reason: string, };
export type DropEdition = { edition: PolicyEditionId, reason: string, };
export type DropGuarantee = { guarantee: GuaranteeId, reason: string, };
export type DropHold = { hold: HoldId, reason: string, };
export type DropQuote = { purchase: PurchaseId, quote: PurchaseId, };
export type DropRequest = { request: PaymentId, reason: string, };
export type DueLine = { loan: LoanId, loan_no: string, 
/**
 * The place of the instalment in the plan, from one.
 */
no: number, party: PartyId, name: string, mobile: string, project: string, fund: FundId, due: Day, 
/**
 * What falls due in all.
 */
amount: Money, unpaid: Money, 
/**
 * What else the loan owes from before this day.
 */
overdue: Money, last_payment: Day | null, };
export type DuePage = { from: Day, until: Day, lines: Array<DueLine>, 
/**
 * Of all pages.
 */
instalments: number, 
/**
 * What falls due on them in all, and what of it is still owed.
 */
amount: Money, unpaid: Money, };
export type DueState = "unpaid" | "paid" | "all";
export type DwellingTenure = "own" | "waqf" | "rent" | "hosted";
export type EarlierAssessment = { assessment: AssessmentId, kind: AssessmentKind, done_on: Day, facts: AssessmentFacts, score: number, class: FileClass, per_capita: Money | null, };
export type EditionName = { questionnaire: QuestionnaireId, edition: number, title: string, opens: Day, closes: Day, state: QuestionnaireState, };
export type EditionResult = { questionnaire: QuestionnaireId, edition: number, title: string, opens: Day, closes: Day, satisfied: Portion | null, this: boolean, };
export type EditionState = "draft" | "waiting" | "approved" | "replaced" | "dropped";
export type EndApplication = { application: ApplicationId, reason: string, };
export type EndAssemblyMember = { member: AssemblyMemberId, ended_on: Day, reason: string, version: number, };
export type EndCommitteeMember = { member: CommitteeMemberId, until: Day, reason: string, version: number, };
export type EndContact = { id: PartnerItemId, partner: PartyId, version: number, };
export type EndDecision = { decision: DecisionId, on: Day, note: string, };
export type EndGuarantee = { guarantee: GuaranteeId, reason: string, };
export type EndImprovement = { id: ImprovementId, version: number, done: boolean, outcome: string, };
export type EndorsementForm = "letter" | "statement" | "attendance" | "media" | "decision" | "other";
export type EnterMeeting = { id: MeetingId, committee: CommitteeId, on: Day, starts: string, place: string, way: MeetingWay, note: string, seats: Array<SeatPresence>, items: Array<EnteredItem>, };
export type EnterSheet = { questionnaire: QuestionnaireId, code: string, answers: Array<GivenAnswer>, };
export type EnteredItem = { title: string, text: string, outcome: DecisionOutcome, votes_for: number, against: number, abstained: number, owner: PersonId | null, owner_name: string, due: Day | null, };
export type EntityId = string;
export type EntryId = string;
export type EntryLine = { no: number, account: AccountCode, account_name: string, fund: FundId, fund_name: string, 
/**
 * Debit above zero, credit below.
 */
amount: Money, party: PartyId | null, loan: LoanId | null, memo: string, };
export type EntryProgress = { printed: number, entered: number, spoiled: number, 
/**
 * Answers left blank, of all.
 */
blank: number, cells: number, 
/**
 * Sheets that are to be entered twice, those that were, and those of them that agree in everything.
 */
chosen: number, checked: number, identical: number, agreement: FigureTenths | null, 
/**
 * Codes that wait for their second entry, and whether whoever asks may make it.
 */
second: Array<SecondWaits>, 
/**
 * Sheets whose entries differ and nobody has looked at the paper yet.
 */
differ: number, };
export type EntryQuery = { id: EntryId, };
export type EvidenceKind = "voucher" | "report" | "photo" | "visit" | "minutes" | "other";
export type ExchangeDirection = "given" | "received" | "both";
export type ExchangeForm = "visit" | "workshop" | "course" | "consultation" | "tool" | "other";
export type ExcuseCommitment = { id: CommitmentId, version: number, reason: string, };
export type ExcuseObligation = { id: ObligationId, version: number, reason: string, };
export type ExportTable = { 
/**
 * The command that gives its rows.
 */
list: string, 
/**
 * What that command is asked: the filters and the order of the screen.
 */
question: unknown, 
/**
 * Keys of the columns, in their order.
 */
columns: Array<string>, 
/**
 * The rows that were chosen, by their keys; all that fit where none is given.
 */
only: Array<string> | null, 
/**
 * The order of a list that is not asked for in one.
 */
order: Order | null, format: TableFormat, 
/**
 * Names the sheet and the file.
 */
title: string, language: Language, };
export type FactSource = { field: string, 
/**
 * `assessment`, `file`, `household`
 */
source: string, day: Day, };
export type Facts = { 
/**
 * As on the identity card; never split.
 */
name: string, 
/**
 * Why the name stands with fewer than four parts; empty where it has them, or nobody has said.
 */
name_exception: string, sex: Sex | null, born_on: Day | null, 
/**
 * A code of the list (`single`, `married` …), or what an older register said.
 */
marital_status: string, region: string, governorate: string, city: string, district: string, street: string, building_no: string, unit_no: string, postal_code: string, additional_no: string, 
/**
 * Four letters and four digits.
 */
short_address: string, mobile: string, other_mobile: string, phone: string, email: string, target_group: string, 
/**
 * `a` to `d`; empty before the family has been classified.
 */
class: string, researcher_name: string, 
/**
 * The person of the office behind the researcher's name.
 */
researcher: PersonId | null, next_review_on: Day | null, 
/**
 * People in the family, the head included; 0–99.
 */
family_size: number | null, monthly_income: Money | null, social_security: boolean | null, social_security_amount: Money | null, iban: string, 
/**
 * A long text; what an older register noted stands here.
 */
notes: string, };
export type FailStage = { stage: StageId, reason: string, follows: StageFollows, };
export type FairnessBy = "class" | "governorate" | "sex";
export type FairnessGroup = { 
/**
 * In whole per cent; none below `fairness_n` decisions.
 */
percent: number | null, decisions: number, };
export type FairnessRow = { group: string, rate: FairnessGroup, };
export type FairnessView = { by: FairnessBy, all: Portion, 
/**
 * The largest first; without those that are too small to be shown.
 */
groups: Array<FairnessRow>, 
/**
 * Points between the greatest and the smallest rate.
 */
gap: number | null, flagged: boolean, 
/**
 * Decisions in groups that are too small to be shown.
 */
hidden: number, reason: CommonReason | null, };
export type FieldColumn = { field: string, 
/**
 * Counted from 0; of a value spread over several columns all of them, in the order of its parts.
 */
columns: Array<number>, 
/**
 * The letters a spreadsheet calls them by.
 */
letters: Array<string>, 
/**
 * What the header says.
 */
header: string, 
/**
 * Why it is taken for this field, and how sure that is; words at `intake.why.<why>`.
 */
found: ImportFound | null, };
export type FieldHead = { field: string, must: boolean, form: CellForm, 
/**
 * Whether any sheet of the table says it.
 */
known: boolean, };
export type FigureChart = "number" | "bullet" | "line" | "bars" | "stacked" | "funnel";
export type FigureHundredths = string;
export type FigureLine = { label_key: string, unit: FigureUnit, values: Array<number | null>, };
export type FigureMonth = { year: number, month: number, from: Day, until: Day, };
export type FigurePage = { lines: Array<QuestionnaireFigure>, total: number, };
export type FigurePart = { 
/**
 * What its rows are marked with.
 */
key: string, 
/**
 * `figure.<name>.part.<key>` of the words; empty where `label` says it.
 */
label_key: string, 
/**
 * The name of somebody or something.
 */
label: string, unit: FigureUnit, value: number | null, 
/**
 * Of a share: so many of so many.
 */
of: [number, number] | null, };
export type FigureRow = { 
/**
 * Unique among the rows of the figure.
 */
key: string, 
/**
 * The number people know it by.
 */
number: string, name: string, 
/**
 * What it is about: words where `text_keys` holds their keys, otherwise `text` says it.
 */
text: string, text_keys: Array<string>, 
/**
 * Who has it.
 */
person: string, on: Day | null, due: Day | null, 
/**
 * What each row has of its own: what stood before, where there is a before, and what stands.
 */
before: number | null, value: number | null, 
/**
 * Whether it counts towards the figure; none where all rows do.
 */
counts: boolean | null, 
/**
 * The keys of the parts it belongs to.
 */
parts: Array<string>, target: Target | null, };
export type FigureRowPage = { title_key: string, says_key: string, code: string, 
/**
 * The key of the words over what each row has of its own; empty where it has nothing.
 */
value_key: string, lines: Array<FigureRow>, total: number, };
export type FigureSection = "people" | "served" | "followed" | "outcomes" | "voice" | "lending";
export type FigureTenths = string;
export type FigureUnit = "count" | "percent" | "tenths" | "days" | "money" | "rate";
export type FiguresBoard = { kind: PeriodKind, calendar: Calendar, year: number, 
/**
 * Of the month or the quarter in its year; 0 of a whole year.
 */
number: number, 
/**
 * No further than today.
 */
span: Span, 
/**
 * The whole period before.
 */
previous: Span, 
/**
 * The twelve months that end with the period, oldest first.
 */
months: Array<FigureMonth>, figures: Array<BoardFigure>, };
export type FileAssessments = { lines: Array<AssessmentLine>, 
/**
 * Of the reviewed ones, the oldest first.
 */
progress: Array<ProgressPoint>, needs: Array<CareNeed>, abilities: Array<Ability>, people: Array<CarePerson>, class: string, next_review_on: Day | null, 
/**
 * One that is open, where another cannot be begun.
 */
open: AssessmentId | null, sees_facts: boolean, };
export type FileClass = "a" | "b" | "c" | "d";
export type FileColumn = { title: string, 
/**
 * The key of a question, `key#2` for a line of a matrix, `department`; empty where nothing is taken.
 */
takes: string, };
export type FileCount = { value: string, count: number, };
export type FileCounts = { status: Array<FileCount>, class: Array<FileCount>, researcher: Array<FileCount>, city: Array<FileCount>, social_security: number, expiring: number, review_due: number, };
export type FileEvent = { at: Moment, by: string, 
/**
 * The command that did it; its words are `command.<command>`.
 */
command: string, 
/**
 * The status after it, the reason, or the beginning of the note.
 */
status: FileStatus | null, text: string, 
/**
 * Fields that changed.
 */
fields: Array<string>, };
export type FileGaps = { party: PartyId, file_no: string, name: string, 
/**
 * Keys of words: `beneficiaries.gap.<gap>`.
 */
gaps: Array<string>, };
export type FileInHand = { name: string, bytes: number, 
/**
 * Hexadecimal SHA-256.
 */
sha256: string, };
export type FileLine = { party: PartyId, file_no: string, name: string, status: FileStatus, class: string, researcher_name: string, city: string, district: string, identity_masked: string, identity_expires_on: Day | null, mobile: string, family_size: number | null, monthly_income: Money | null, social_security: boolean | null, next_review_on: Day | null, opened_on: Day, };
export type FilePage = { lines: Array<FileLine>, total: number, 
/**
 * People in the active families of the whole office.
 */
active_files: number, active_people: number, counts: FileCounts | null, };
export type FileRefusal = { 
/**
 * As the spreadsheet counts.
 */
row: number, column: string, value: string, code: string, };
export type FileServiceLine = { service: ServiceId, name: string, number: number, closes_on: Day | null, look: ServiceLook, missing: Array<MissingFact>, 
/**
 * A request under this version, or an open one under another.
 */
asked: boolean, declined: boolean, };
export type FileServiceRequest = { request: CaseRequestId, request_no: string, service_name: string, state: CaseRequestState, outcome: RequestOutcome | null, received_on: Day, decided_on: Day | null, };
export type FileServices = { services: Array<FileServiceLine>, requests: Array<FileServiceRequest>, 
/**
 * Whether the file may ask at all.
 */
active: boolean, sees_facts: boolean, };
export type FileStatus = "registered" | "active" | "suspended" | "graduated" | "closed";
export type FileStory = { events: Array<FileEvent>, };
export type FilesOnDay = { 
/**
 * The status is that of the day; all else is as it is known today.
 */
lines: Array<FileLine>, total: number, 
/**
 * People in the families of all of them.
 */
persons: number, };
export type FindFiles = { text: string, 
/**
 * 1–50.
 */
limit: number | null, };
export type FindGuarantor = { number: string, };
export type FindLoans = { text: string, 
/**
 * 1–50; 8 when left out.
 */
limit: number | null, };
export type FindOrganisations = { text: string, };
export type FindSuppliers = { text: string, };
export type FindVouchers = { text: string, 
/**
 * 1–50; 8 where none is given.
 */
limit: number | null, };
export type Finding = "genuine" | "doubtful" | "rejected";
export type FindingId = string;
export type FindingPage = { lines: Array<StudyFinding>, total: number, };
export type FindingSeverity = "high" | "medium" | "low";
export type FinishAction = { id: ActivityId, version: number, on: Day, note: string, };
export type FiscalPeriod = { id: PeriodId, first: Day, last: Day, state: PeriodState, 
/**
 * Somebody asked to open the month again, and why; a second person does it.
 */
reopen_asked_by: PersonId | null, reopen_asked_by_name: string | null, reopen_reason: string | null, };
export type Flow = { kind: FlowKind, amount: Money, target: Target, };
export type FlowCondition = { 
/**
 * `flow.<key>`: its words are `requests.condition.<key>` and, where it is missing, the refusal's own.
 */
key: string, met: boolean, };
export type FlowKind = "donations" | "grants" | "returns" | "transfers_in" | "repayments" | "loans_paid" | "programmes" | "transfers_out" | "other";
export type FlowLine = { entry: EntryId, number: string, day: Day, narration: string, counterparty: string, fund: FundId, fund_name: string, 
/**
 * In above zero, out below.
 */
amount: Money, };
export type FlowPage = { 
/**
 * The newest first.
 */
lines: Array<FlowLine>, total: number, 
/**
 * Over all lines, not only this page.
 */
amount: Money, };
export type FollowUpBoard = { today: Day, 
/**
 * The days that are shown: working days, others where something is planned.
 */
days: Array<Day>, late: Array<ActivityLine>, 
/**
 * Of all, where there are more than are shown.
 */
late_in_all: number, week: Array<ActivityLine>, load: Array<ResearcherLoad>, 
/**
 * Promises of the association that are late, by who sees to them.
 */
ours_late: Array<KeeperCount>, people: Array<FollowUpPerson>, };
export type FollowUpMeasures = { from: Day, until: Day, 
/**
 * Days after the planned one on which a visit is still in time.
 */
tolerance: number, visits: MeasuredShare, by_researcher: Array<ResearcherShare>, beneficiary: MeasuredShare, association: MeasuredShare, };
export type FollowUpOf = { of: FollowedSubject, 
/**
 * Those still planned first, then the newest.
 */
activities: Array<ActivityLine>, commitments: Array<CommitmentLine>, 
/**
 * What was read on the newest visits.
 */
readings: Array<ReadingHistory>, people: Array<FollowUpPerson>, };
export type FollowUpPerson = { person: PersonId, name: string, 
/**
 * Whether visits may be planned for them.
 */
visits: boolean, };
export type FollowUpSettings = { 
/**
 * A visit is in time until so many days after its own.
 */
tolerance: number, 
/**
 * Days until the next visit, after a sound one, one to watch, one in distress.
 */
sound_days: number, watch_days: number, distress_days: number, };
export type FollowedSubject = { subject_kind: string, subject: SubjectId, 
/**
 * The name people know the record by.
 */
name: string, 
/**
 * Whom it is about; nobody in particular where there is none.
 */
party: PartyId | null, party_name: string, mobile: string, city: string, district: string, address: string, };
export type ForProject = { "known": ProjectId } | { "new": OpenProject };
export type ForgiveLoan = { id: PaymentId, loan: LoanId, day: Day, amount: Money, reason: string, };
export type FormChoices = { researchers: Array<Researcher>, cities: Array<string>, next_file_no: string, };
export type FormQuestion = { 
/**
 * Stays with the question through all editions.
 */
key: string, kind: QuestionKind, text: string, 
/**
 * The field of life it belongs to; may be empty.
 */
domain: string, mandatory: boolean, 
/**
 * Whether its result may stand on papers that leave the office.
 */
publishable: boolean, 
/**
 * The one question that says how satisfied people are in all.
 */
overall: boolean, 
/**
 * Of a choice.
 */
options: Array<string>, 
/**
 * Lines of a matrix.
 */
rows: Array<string>, 
/**
 * The ends of a scale in words; may be empty.
 */
low: string, high: string, 
/**
 * Of a number.
 */
least: number | null, most: number | null, shown_if: QuestionCondition | null, };
export type FoundFiles = { files: Array<FileLine>, };
export type FoundGuarantor = { party: PartyId | null, name: string, mobile: string, born_on: Day | null, identity_expires_on: Day | null, 
/**
 * Loans of others they guarantee.
 */
guarantees: Array<LoanGuarantee>, 
/**
 * Numbers of their own open loans.
 */
own_loans: Array<string>, };
export type FoundLoans = { loans: Array<LoanLine>, };
export type FoundOnTheDay = { done_on: Day, 
/**
 * Who records it where none is given.
 */
done_by: PersonId | null, place: string, present: string, findings: string, signal: VisitSignal | null, readings: Array<TypedReading>, kept: Array<TypedKept>, action: TypedAction | null, };
export type FoundVouchers = { vouchers: Array<JournalRow>, };
export type FulfilObligation = { id: ObligationId, version: number, done_on: Day, evidence_kind: EvidenceKind | null, evidence: string, };
export type FullReport = { file: FileInHand, can_save: boolean, why_not: Array<WhyNot>, saved: ImportReport | null, 
/**
 * What a trial of the save gave.
 */
rehearsed: ImportReport | null, 
/**
 * Tables with all their rows, pairs, and sums of funds.
 * The format that people's own programs read calls it so.
 */
judgement: unknown, };
export type Fund = { id: FundId, name: string, class: FundClass, kind: FundKind, opens_on: Day | null, closes_on: Day | null, may_overdraw: boolean, bank_account: string | null, notes: string, };
export type FundChoice = { fund: FundId, name: string, };
export type FundClass = "unrestricted" | "restricted" | "endowment";
export type FundId = string;
export type FundKind = "operating" | "loan_pool" | "investment_pool" | "grant" | "waqf" | "zakat";
export type FundLine = { fund: Fund, totals: FundTotals, };
export type FundMovement = { account: AccountCode, name: string, amount: Money, };
export type FundPortfolio = { fund: FundId, name: string, portfolio: PortfolioFigures, collection: Collected, at_risk: Array<AtRisk>, arrears_rate: Rate | null, ageing: Array<AgeingBand>, };
export type FundPosition = { fund: FundId, name: string, totals: FundTotals, target: Target, };
export type FundQuery = { fund: FundId, from: Day, until: Day, };
export type FundSheet = { fund: Fund, record: RecordVersion, from: Day, until: Day, net_assets_before: Money, sources: Array<FundMovement>, uses: Array<FundMovement>, net_assets_after: Money, totals: FundTotals, 
/**
 * What stands on each account at the end of the period; debit above zero.
 */
balances: Array<FundMovement>, };
export type FundToPay = { fund: FundId, fund_name: string, tranches: number, amount: Money, 
/**
 * In hand now, and with all of them paid.
 */
cash: Money, after: Money, 
/**
 * Not all of them can be paid: the last ones will be skipped.
 */
short: boolean, };
export type FundTotals = { fund: FundId, cash: Money, 
/**
 * Loans outstanding, before any allowance.
 */
loans: Money, 
/**
 * Investments at cost.
 */
investments: Money, 
/**
 * Everything else it owns, less allowances and depreciation kept among the assets.
 */
other_assets: Money, 
/**
 * What it owes, above zero.
 */
liabilities: Money, 
/**
 * What it owns less what it owes.
 */
net_assets: Money, };
export type FundsScreen = { day: Day, funds: Array<FundLine>, cash: Money, loans: Money, investments: Money, net_assets: Money, 
/**
 * Cash of the funds that lend: what could be lent before anything is set aside.
 */
lendable: Money, 
/**
 * Cash of restricted and endowment funds.
 */
restricted_cash: Money, 
/**
 * The month that is open now; none where nothing was posted yet or all months are closed.
 */
open_period: PeriodId | null, 
/**
 * The last month that is closed, up to the day.
 */
closed_period: PeriodId | null, 
/**
 * Vouchers that wait for a second person.
 */
waiting: number, 
/**
 * Verification found the books not as they were written; nothing is posted.
 */
read_only: boolean, };
export type Gap = "name" | "identity" | "contact" | "residence" | "class" | "researcher" | "family_size" | "consent";
export type GapCount = { gap: string, count: number, };
export type GapLine = { party: PartyId, file_no: string, name: string, class: string, governorate: string, researcher_name: string, gaps: Array<Gap>, 
/**
 * How many they are.
 */
count: number, };
export type GapPage = { lines: Array<GapLine>, total: number, 
/**
 * Active files, and those of them that lack nothing.
 */
files: number, complete: number, 
/**
 * How many lack what, whatever was asked for.
 */
counts: Array<LackCount>, };
export type GateCondition = { 
/**
 * `feature.condition`: the key of its words, `gate.<key>`, and `gate_gap.<key>` where it does not hold.
 */
key: string, met: boolean, 
/**
 * What its sentence is filled with, as plain texts.
 */
args: { [key in string]: string }, 
/**
 * Where it is mended, for one that does not hold.
 */
mend: Target | null, };
export type GiveBack = { id: PurchaseId, purchase: PurchaseId, day: Day, reason: string, 
/**
 * What is no asset, by its line.
 */
lines: Array<BackLine>, assets: Array<AssetId>, };
export type GiveConsent = { party: PartyId, purpose: ConsentPurpose, form: ConsentForm, given_on: Day, };
export type GiveReferralConsent = { id: CaseRequestId, version: number, 
/**
 * What may be shared; the name and the service always are.
 */
shared: Array<SharedField>, signed_on: Day, };
export type GivenAnswer = { question: string, 
/**
 * Places chosen, from 1; 0 is «don't know».
 */
choice: Array<number>, number: number | null, text: string, day: Day | null, 
/**
 * Of a matrix, line by line: 1 to 5, 0 «don't know», -1 left blank.
 */
rows: Array<number>, };
export type GivenValue = { field: string, value: string, 
/**
 * The name of the sheet, or the line above the header.
 */
said: string, };
export type GovernanceFigures = { from: Day, to: Day, figures: GovernanceInTime, 
/**
 * The reports that fall due in the period, and those that are still open.
 */
reports: Array<ScheduledReport>, 
/**
 * Policies past their review at the end of the period.
 */
late_policies: Array<PolicyLine>, };
export type GovernanceInTime = { decisions: Portion, reports: Portion, 
/**
 * Policies whose day of review has passed at the end of the period.
 */
policies_overdue: number, };
export type Graduations = { 
/**
 * Files that graduated in the period.
 */
graduated: number, 
/**
 * Of the files long active when the period began, those that graduated in it.
 */
exit: Portion, 
/**
 * Of the files that graduated long before the period's end, those that have not come back.
 */
sustained: Portion, };
export type GrievanceContests = "decision" | "procedure";
export type GroupResult = { 
/**
 * The identifier of a department or the name of a kind of request; empty for those of none.
 */
key: string, name: string, 
/**
 * So few that they could be known, or drawn in so that those cannot be told.
 */
suppressed: boolean, satisfied: Portion | null, 
/**
 * How many chose each place, the highest first; empty where suppressed.
 */
levels: Array<number>, };
export type Guarantee = { 
/**
 * None where nothing was said, as in some imported registers.
 */
kind: GuaranteeKind | null, 
/**
 * Who or what, in the words of the office.
 */
text: string, 
/**
 * The last day it holds, where it has one.
 */
until: Day | null, };
export type GuaranteeCount = { state: GuaranteeState, count: number, };
export type GuaranteeId = string;
export type GuaranteeKind = "social_security" | "project_team" | "guarantor" | "employer" | "group" | "other";
export type GuaranteePage = { lines: Array<LoanGuarantee>, total: number, 
/**
 * How many stand behind each state, every other filter kept.
 */
counts: Array<GuaranteeCount>, };
export type GuaranteeRule = { product: ProductId, terms: GuaranteeTerms, 
/**
 * How often it was changed: sent back with a change.
 */
version: number, };
export type GuaranteeRules = { rules: Array<GuaranteeRule>, };
export type GuaranteeStands = "fact" | "person" | "text";
export type GuaranteeState = "proposed" | "verified" | "active" | "expired" | "called" | "released";
export type GuaranteeTerms = { 
/**
 * Whether only a guarantee counts that another person has verified.
 */
verified: boolean, 
/**
 * The one with the largest amount below the loan's counts.
 */
bands: Array<GuarantorBand>, 
/**
 * The oldest a guarantor may be today, in years.
 */
oldest: number | null, 
/**
 * Whether somebody with an open loan may guarantee another.
 */
may_borrow: boolean, 
/**
 * How long whoever guarantees by residence must have lived there.
 */
residence_months: number | null, 
/**
 * The last instalment is due before the borrower is so old, in years.
 */
last_due_before: number | null, };
export type GuaranteesOf = { loan: LoanId, };
export type GuarantorBand = { above: Money, guarantors: number, };
export type HaltLoan = { id: HoldSignId, loan: LoanId, 
/**
 * Whose matter it is.
 */
side: HoldSide, 
/**
 * What was seen, and where it can be read.
 */
said: string, seen_on: Day, };
export type HaltedCause = { cause: HoldCauseKind, projects: number, target: Target, };
export type HaltedFigures = { open: number, 
/**
 * By the first of their causes, in its order.
 */
by_cause: Array<HaltedCause>, 
/**
 * Those halted the longest.
 */
oldest: Array<HaltedProjectLine>, 
/**
 * Released by a decision in the quarter.
 */
released: number, 
/**
 * Median days from the hold to the corrective action; none where none was released.
 */
to_corrective: Median | null, 
/**
 * Median days from the corrective action to the release.
 */
to_release: Median | null, target: Target, };
export type HaltedProjectLine = { loan_no: string, project: string, borrower: string, cause: HoldCauseKind, since: Day, days: number, target: Target, };
export type HandKind = "journal" | "receipt" | "payment";
export type HandLetter = { id: CaseRequestId, version: number, on: Day, };
export type HandReport = { report: ReportId, 
/**
 * Of the recipient.
 */
place: number, on: Day, channel: ReportChannel, };
export type HandWhy = "proposed" | "saw" | "told";
export type Handed = { 
/**
 * Fetches it, once.
 */
ticket: string, 
/**
 * Fit to be the name of a file on every system.
 */
name: string, mime: string, 
/**
 * Bytes.
 */
size: number, };
export type Hindrance = { code: string, args: { [key in string]: string }, };
export type HoldCauseKind = "dpd" | "visit_missed" | "signal" | "purchase_unverified" | "commitment_late" | "guarantee_expired" | "sales_down" | "told";
export type HoldChoice = "coach_resume" | "reschedule" | "stop";
export type HoldCondition = { key: string, met: boolean, args: { [key in string]: string }, };
export type HoldCount = { state: HoldState, count: number, };
export type HoldDecision = { id: ApprovalId, decision: HoldChoice, day: Day, reason: string, 
/**
 * What was to be done, where it was written with the decision.
 */
interventions: string, assets: string, change: LoanChange | null, plan: ChangePlan | null, proposed_by: PersonId, proposed_by_name: string, proposed_at: Moment, 
/**
 * Whether it waits for another person.
 */
waits: boolean, approved_by_name: string, approved_at: Moment | null, 
/**
 * Why it was not approved.
 */
note: string, };
export type HoldFact = { kind: HoldFactKind, side: HoldSide, 
/**
 * Whether it speaks for the project going on.
 */
good: boolean, 
/**
 * How many, or per cent of a change of sales.
 */
n: number, 
/**
 * Of what is late: days of the oldest.
 */
days: number, };
export type HoldFactKind = "paying" | "arrears" | "promises_kept" | "promises_late" | "readings" | "unread" | "visits_done" | "visits_late" | "purchases_seen" | "purchases_unseen" | "sales_up" | "sales_down";
export type HoldHand = { name: string, why: HandWhy, };
export type HoldId = string;
export type HoldLine = { hold: HoldId, loan: LoanId, loan_no: string, party: PartyId, borrower: string, project_name: string, phase: LoanPhase, outstanding: Money, state: HoldState, opened_on: Day, opened_by: PersonId | null, opened_by_name: string, 
/**
 * Days since, to the day it was released.
 */
days: number, 
/**
 * The first of the causes, and how many there are.
 */
cause: HoldCauseKind, side: HoldSide, causes: number, 
/**
 * Whether a decision waits for another person.
 */
waits: boolean, released_on: Day | null, };
export type HoldMeeting = { meeting: MeetingId, version: number, };
export type HoldOption = { decision: HoldChoice, conditions: Array<HoldCondition>, };
export type HoldPage = { lines: Array<HoldLine>, total: number, counts: Array<HoldCount>, };
export type HoldReading = { on: Day, sales: Money | null, net: Money | null, };
export type HoldReason = { kind: HoldCauseKind, side: HoldSide, 
/**
 * The id of a record, or a day.
 */
reference: string, since: Day, found_on: Day, 
/**
 * Who wrote down the sign of distress, or told it.
 */
told_by: PersonId | null, told_by_name: string, 
/**
 * What was told; of a cause found by itself nothing.
 */
said: string, };
export type HoldRule = { settings: HoldSettings, versions: Array<HoldRuleVersion>, };
export type HoldRuleVersion = { version: number, settings: HoldSettings, reason: string, set_by_name: string, set_at: Moment, };
export type HoldSettings = { 
/**
 * Days late in paying from which the project halts.
 */
hold_dpd: number, 
/**
 * Days from the planned day on which a missed visit halts.
 */
visit_late_days: number, hold_signals: Array<VisitSignal>, 
/**
 * Days from payment on which an unverified purchase halts.
 */
purchase_unverified_days: number, 
/**
 * Days from its due day on which a commitment is late.
 */
commitment_late_days: number, 
/**
 * Falls of sales in a row; 0 never halts.
 */
sales_falls: number, 
/**
 * How deep each fall must be, in per cent of the reading before; 0 is any.
 */
sales_fall_percent: number, 
/**
 * Better readings before a project goes on after coaching.
 */
resume_readings: number, 
/**
 * Better readings before money is paid out again after a rescheduling.
 */
unlock_readings: number, 
/**
 * Age in days up to which a reading is recent.
 */
reading_recent_days: number, 
/**
 * Most of the project's net income that the new instalment may take, in per cent.
 */
reschedule_income_percent: number, };
export type HoldSheet = { line: HoldLine, reasons: Array<HoldReason>, readings: Array<HoldReading>, because_of_us: boolean, 
/**
 * Promises of the association that are late.
 */
ours_late: number, options: Array<HoldOption>, 
/**
 * How things stand on each side, beside the causes.
 */
facts: Array<HoldFact>, 
/**
 * What is done for it, by its day.
 */
steps: Array<HoldStep>, 
/**
 * Who does not approve how it ends, and why.
 */
hands: Array<HoldHand>, paid_out: Money, repaid: Money, 
/**
 * The instalment that is usual in what is open of the plan.
 */
instalment: Money | null, 
/**
 * Better readings that open the money again after a rescheduling.
 */
unlock_readings: number, 
/**
 * The day of the next instalment, from which a plan may be laid out anew.
 */
next_due: Day | null, 
/**
 * Newest first; the one that waits, and those that came to nothing.
 */
decisions: Array<HoldDecision>, 
/**
 * Why the person who looks may not approve the one that waits; empty where they may.
 */
cannot_approve: string | null, };
export type HoldSide = "beneficiary" | "association" | "market";
export type HoldSignId = string;
export type HoldState = "open" | "released" | "ended";
export type HoldStep = { step: HoldStepId, hold: HoldId, text: string, side: PromiseSide, owner: PersonId, owner_name: string, due: Day, 
/**
 * The day that was named first.
 */
first_due: Day, state: StepState, settled_on: Day | null, 
/**
 * What came of it, or why it is not done.
 */
outcome: string, 
/**
 * Days after its day; 0 where it is not late or settled.
 */
days_late: number, version: number, };
export type HoldStepId = string;
export type HoldWeighed = { plan: ChangePlan, 
/**
 * The largest instalment of the new plan.
 */
instalment: Money, conditions: Array<HoldCondition>, };
export type HoldsOf = { loan: LoanId, };
export type Holiday = { from: Day, to: Day, rule: HolidayRule, };
export type HolidayRule = "next_working_day" | "previous_working_day" | "next_instalment" | { "fixed": Day } | "moratorium" | "same_day";
export type HouseholdEarning = "unemployed" | "running_project" | "halted_project" | "employed" | "unable";
export type IdentityEnd = "expired" | "soon" | "unknown";
export type IdentityKind = "national_id" | "iqama" | "family_card" | "gcc_id" | "passport" | "travel_card" | "border_no" | "unified_no" | "licence_no";
export type IdentityLine = { party: PartyId, file_no: string, name: string, identity_masked: string, expires_on: Day | null, 
/**
 * Below zero where it has expired.
 */
days: number | null, end: IdentityEnd, mobile: string, researcher_name: string, };
export type IdentityPage = { lines: Array<IdentityLine>, total: number, expired: number, soon: number, unknown: number, days: number, };
export type ImpactVisit = { activity: ActivityId, planned_on: Day, done_on: Day | null, state: ActivityState, };
export type ImportCellState = "ready" | "mended" | "refused";
export type ImportChange = { field: string, from: string, to: string, how: string, };
export type ImportComparison = { level: ImportLevel, 
/**
 * 0–100.
 */
points: number, 
/**
 * How many people the row is like.
 */
of: number, 
/**
 * The other: a row above, or a person of the office (then by the identifier of the party).
 */
other: ImportPlace, fields: Array<ComparedField>, };
export type ImportDecision = "import" | "leave_out" | { "use": string };
export type ImportFound = { why: ImportWhy, 
/**
 * 0–100; below [`SURE`] a person is asked.
 */
sure: number, };
export type ImportFundLine = { fund: string, debit_halalas: Money, credit_halalas: Money, 
/**
 * Accounts 111 and 131 of the unified chart.
 */
cash_halalas: Money, 
/**
 * Account 11201, loans of beneficiaries.
 */
loans_halalas: Money, 
/**
 * Accounts 23.
 */
net_assets_halalas: Money, 
/**
 * Debits equal credits; a fund that does not balance cannot be opened.
 */
balanced: boolean, };
export type ImportId = string;
export type ImportLeftOutSheet = { sheet: string, 
/**
 * `hidden`, `empty`, `no_table`.
 */
reason: string, 
/**
 * Rows of it that hold something.
 */
rows: number, };
export type ImportLevel = "possible" | "strong" | "exact";
export type ImportMaps = { maps: Array<MapLine>, };
export type ImportPhase = "idle" | "judging" | "people" | "funds" | "loans" | "payments" | "follow_up" | "cases" | "finishing" | "done";
export type ImportPlace = { sheet: string, row: number, } | { known: string, };
export type ImportPreview = { id: ImportId, file: FileInHand, subject: ImportSubject, sheets: Array<SheetHead>, tables: Array<TablePreview>, 
/**
 * Tables such a file may hold and for which no sheet was found.
 */
not_found: Array<ImportTable>, 
/**
 * Sheets of which nothing is imported; words at `intake.left_out.<reason>`.
 */
left_out: Array<ImportLeftOutSheet>, counts: VerdictCounts, data_rows: number, 
/**
 * Questions of all tables, by kind.
 */
questions: Array<QuestionCount>, 
/**
 * The remembered map by which the columns were found, where one was used.
 */
map: MapLine | null, 
/**
 * Names of the funds that may be answered to `unknown_fund`.
 */
fund_names: Array<string>, 
/**
 * Accounts that may be answered to `unknown_account`, where one is asked for.
 */
accounts: Array<AccountName>, 
/**
 * Who may be answered to `unknown_person` and `nobody_named`; registers of following up only.
 */
people: Array<ColleagueName>, 
/**
 * Loans whose projects halt with the save, because somebody answered so.
 */
halting: number, 
/**
 * Files that stand in another class than their newest reviewed assessment of the register; none of them changes.
 */
other_class: number, 
/**
 * Openings only.
 */
openings: OpeningsPreview | null, 
/**
 * The same file was saved before.
 */
imported_before: RunLine | null, can_save: boolean, 
/**
 * What stands in the way of saving; words at `importing.why.<code>`.
 */
why_not: Array<WhyNot>, 
/**
 * The report, once it is saved.
 */
saved: ImportReport | null, 
/**
 * What a trial of the save gave, where one was made since the file was judged.
 */
rehearsed: ImportReport | null, };
export type ImportProgress = { phase: ImportPhase, done: number, 
/**
 * Records of this phase.
 */
total: number, };
export type ImportQuestion = { "kind": "suspected_duplicate", of: ImportPlace, level: ImportLevel, } | { "kind": "alike_undecided", of: ImportPlace, } | { "kind": "unknown_fund", value: string, } | { "kind": "unknown_account", value: string, } | { "kind": "unknown_word", field: string, value: string, } | { "kind": "sheet_value", field: string, value: string, said: string, } | { "kind": "column_meaning", field: string, header: string, } | { "kind": "short_year", field: string, } | { "kind": "money_unit", value: string, } | { "kind": "month_day" } | { "kind": "receipt_number_reused", receipt: string, } | { "kind": "reversal_amount_differs", target: string, } | { "kind": "negative_without_reference" } | { "kind": "reversal_target_undecided", target: string, } | { "kind": "loan_undecided", loan_no: string, } | { "kind": "unknown_person", field: string, value: string, } | { "kind": "nobody_named", field: string, } | { "kind": "old_distress" } | { "kind": "old_promise" };
export type ImportReason = { field: string, reason: string, 
/**
 * The cell as it stands in the file.
 */
raw: string, detail?: string | null, };
export type ImportReport = { id: ImportId, subject: ImportSubject, saved_at: Moment, 
/**
 * Records made, by noun: words at `importing.made.<noun>`.
 */
made: Array<MadeRecords>, 
/**
 * How the rows ended; rows that asked and got no answer stayed out.
 */
ready: number, ask: number, refused: number, skipped: number, 
/**
 * What another person must approve before it is posted; none where nothing waits.
 */
waiting: WaitingSums | null, };
export type ImportRunPage = { run: RunLine, 
/**
 * Whether it is known what it made; of an import by an earlier program it is not.
 */
remembered: boolean, 
/**
 * What would go.
 */
made: Array<MadeRecords>, 
/**
 * What its entries would move back.
 */
moved: Money, 
/**
 * What stands in the way, the first hundred.
 */
changed: Array<ChangedSince>, changed_count: number, 
/**
 * The last request; none where nobody asked.
 */
asked: AskedBack | null, 
/**
 * Whoever looks brought it in.
 */
own: boolean, 
/**
 * Whoever looks may ask for it now.
 */
may_ask: boolean, 
/**
 * Whoever looks may take it back now.
 */
may_take_back: boolean, };
export type ImportRuns = { runs: Array<RunLine>, };
export type ImportSubject = "beneficiaries" | "loans" | "openings" | "follow_up" | "case_registers";
export type ImportTable = "beneficiaries" | "loans" | "tranches" | "repayments" | "funds" | "openings" | "guarantees" | "visits" | "commitments" | "requests" | "assessments";
export type ImportVerdict = "clean" | "normalised" | "ask" | "refused" | "skipped";
export type ImportWhy = "header" | "alike" | "cells" | "by_hand" | "remembered";
export type ImportedAnswers = { imported: number, known: number, repeated: number, refused: number, };
export type Improvement = { 
/**
 * Of the households with both scores, those whose need fell by `improve_points` or more.
 */
improved: Portion, 
/**
 * Of the households with both incomes.
 */
median_income_change: Money | null, };
export type ImprovementAction = { action: ImprovementId, action_no: string, source: ImprovementSource, questionnaire: QuestionnaireId | null, study: string, question: string, finding: FindingId | null, finding_no: string, request: CaseRequestId | null, request_no: string, said: string, text: string, owner: PersonId, owner_name: string, due: Day, late: boolean, state: ImprovementState, ended_on: Day | null, outcome: string, effect: ImprovementEffect | null, effect_note: string, effect_by_name: string, effect_on: Day | null, before_percent: number | null, after_percent: number | null, measured_with: QuestionnaireId | null, made_by_name: string, made_on: Day, version: number, };
export type ImprovementEffect = "better" | "same" | "worse";
export type ImprovementId = string;
export type ImprovementPage = { lines: Array<ImprovementAction>, total: number, late: number, unjudged: number, };
export type ImprovementSheet = { line: ImprovementAction, again: Array<MeasuredAgain>, 
/**
 * Whether whoever asks is its owner, who does not judge it.
 */
mine: boolean, };
export type ImprovementSource = "answer" | "finding" | "complaint";
export type ImprovementState = "planned" | "done" | "dropped";
export type IntegrityNotice = { number: number, found_at: Moment, complaint: Complaint, };
export type IntegrityNotices = { notices: Array<IntegrityNotice>, 
/**
 * The clock of this machine does not fit the past of the office; nothing is dated until somebody says it is right.
 */
clock: ClockDoubt | null, };
export type InterestId = string;
export type IssueDecision = { id: DecisionId, item: AgendaItemId, outcome: DecisionOutcome, text: string, 
/**
 * Who carries it out: somebody of the office, or a name.
 */
owner: PersonId | null, owner_name: string, due: Day | null, 
/**
 * Whether the person who issues it gives their own approval, or their own no, to what waits.
 */
perform: boolean, 
/**
 * That they have no tie with whom it is about.
 */
declared: boolean, version: number, };
export type IssueReport = { report: SubjectId, on: Day, 
/**
 * Where it went, under which number.
 */
note: string, };
export type IssueSheets = { questionnaire: QuestionnaireId, 
/**
 * The run it will be, so that a second click issues none.
 */
no: number, count: number, department: DepartmentId | null, 
/**
 * The kind of request they are about; empty for none.
 */
procedure: string, };
export type IssuedDecision = { decision: DecisionId, decision_no: string, 
/**
 * Whether the approval that waited was given with it, and whether nothing of it waits any more.
 */
performed: boolean, };
export type IssuedSheets = { no: number, first: string, last: string, };
export type ItemVote = { member: CommitteeMemberId, name: string, vote: VoteKind, reason: string, };
export type JournalFilter = { from: Day | null, until: Day | null, kind: VoucherKind | null, fund: FundId | null, account: AccountCode | null, loan: LoanId | null, 
/**
 * Words of the narration, the counterparty or the reference; or the number of a voucher.
 */
text: string | null, 
/**
 * Only entries before this place in the books.
 */
before: number | null, };
export type JournalPage = { rows: Array<JournalRow>, 
/**
 * What to ask for as `before` to get the next page; none after the last.
 */
next: number | null, };
export type JournalQuery = { filter: JournalFilter, 
/**
 * Rows of a page, 1–500; 100 where none is given.
 */
limit: number | null, };
export type JournalRow = { id: EntryId, seq: number, voucher: VoucherNumber, day: Day, event: string, narration: string, counterparty: string | null, 
/**
 * The sum of the debits; what only passes through the accounts between funds is counted once.
 */
amount: Money, 
/**
 * The first debit, the first credit and the first fund; `funds` says how many funds there are.
 */
debit_name: string, credit_name: string, fund_name: string, funds: number, reversed: boolean, reverses: EntryId | null, made_by_name: string, };
export type JudgeCriterion = { id: CaseRequestId, version: number, no: number, met: boolean, note: string, };
export type JudgeImprovement = { id: ImprovementId, version: number, measured_with: QuestionnaireId | null, effect: ImprovementEffect | null, note: string, };
export type KeepData = { id: RetentionId, party: PartyId, kept_until: Day, reason: string, };
export type KeeperCount = { keeper: PersonId, name: string, late: number, };
export type KeptAssessmentSettings = { settings: AssessmentSettings, 
/**
 * Nobody has set anything: as shipped.
 */
shipped: boolean, version: number, };
export type KeptLine = { side: PromiseSide, text: string, commitment: CommitmentId | null, kept: PromiseKept, };
export type KeptQuestionnaireSettings = { settings: QuestionnaireSettings, 
/**
 * As shipped: no decision of the association has set them.
 */
shipped: boolean, version: number, };
export type Kind = "read" | "view" | "print" | "export" | "write" | "system";
export type KindCount = { kind: CaseRequestKind, count: number, };
export type KindOfGuarantee = { code: GuaranteeKind, stands: GuaranteeStands, 
/**
 * What whoever verifies says they have seen: `guarantee.check.<key>`.
 */
checks: Array<string>, needs_income: boolean, needs_residence: boolean, };
export type KioskForm = { questionnaire: QuestionnaireId, title: string, about: string, questions: Array<FormQuestion>, };
export type KnownFact = { fact: ServiceFact, kind: ServiceFactKind, source: ServiceFactSource, ops: Array<CriterionOp>, 
/**
 * Of a choice.
 */
choices: Array<string>, };
export type KnownNumber = { 
/**
 * `file`, and what other features call it.
 */
kind: string, number: string, };
export type KnownOrganisation = { party: PartyId, name: string, mobile: string, };
export type KnownOrganisations = { organisations: Array<KnownOrganisation>, };
export type LackCount = { gap: Gap, files: number, };
export type Language = "ar" | "en";
export type LastBackup = { made_at: Moment, verified: boolean, };
export type LastPayment = { on: Day, amount: Money, };
export type LateBand = "1-30" | "31-60" | "61-90" | "91-180" | "181";
export type LateCount = { band: LateBand, loans: number, overdue: Money, };
export type LateLine = { loan: LoanId, loan_no: string, party: PartyId, name: string, mobile: string, project: string, fund: FundId, 
/**
 * Days past due of the earliest unpaid instalment, without grace and pauses.
 */
dpd: number, band: LateBand, 
/**
 * The due day of the earliest unpaid instalment.
 */
since: Day, 
/**
 * Unpaid on instalments due before the day.
 */
overdue: Money, 
/**
 * Owed in all, rows not yet due included.
 */
outstanding: Money, last_payment: Day | null, };
export type LatePage = { day: Day, lines: Array<LateLine>, 
/**
 * Of all pages.
 */
loans: number, overdue: Money, outstanding: Money, 
/**
 * How many loans each band has, whatever band was asked for.
 */
bands: Array<LateCount>, };
export type LayOutTable = { id: ImportId, table: ImportTable, 
/**
 * None: the file has no such table, on no sheet.
 */
sheet: string | null, 
/**
 * Another sheet it stood on until now, which is laid down for this one.
 */
instead_of: string | null, 
/**
 * The sheet holds no such table.
 */
leave_out: boolean, 
/**
 * The last row of the header, from 1; none looks for it.
 */
header_row: number | null, 
/**
 * Field to column, counted from 0; of a value spread over several columns all of them, in the order of its parts.
 */
columns: { [key in string]: ChosenColumns } | null, 
/**
 * Values of all its rows that stand in no column, by field.
 */
given: { [key in string]: string } | null, };
export type LayStages = { project: ProjectId, template: StageTemplateId, };
export type LedgerEntry = { id: EntryId, seq: number, voucher: VoucherNumber, day: Day, event: string, narration: string, 
/**
 * The sum of the debits; what only passes through the accounts between funds is counted once.
 */
amount: Money, counterparty: string | null, method: PaymentMethod | null, reference: string | null, reverses: EntryId | null, reversed_by: EntryId | null, made_by: PersonId, made_by_name: string, approved_by: PersonId | null, approved_by_name: string | null, second_approved_by: PersonId | null, second_approved_by_name: string | null, recorded_at: Moment, lines: Array<EntryLine>, };
export type LedgerFindings = { entries: number, lines: number, 
/**
 * The newest seal, as it is printed.
 */
head: string, 
/**
 * The first entry, by its place, that does not fit its seal.
 */
broken_at: number | null, 
/**
 * Entries without a seal, or with lines that do not balance within a fund.
 */
unbalanced: number, 
/**
 * Balances that differ from the sum of their lines.
 */
balances_off: number, 
/**
 * Voucher counters that differ from their vouchers.
 */
counters_off: number, };
export type LeftOutLine = { line: number, why: WhyLeftOut, text: string, };
export type LeftOutRows = { sheet: string, reason: string, count: number, 
/**
 * The numbers of the first twenty.
 */
rows: Array<number>, };
export type Lendable = { 
/**
 * Balance less committed; below zero where more was promised than is there.
 */
available: Money, 
/**
 * Cash of loan pools and of other funds that have loans outstanding.
 */
balance: Money, 
/**
 * Tranches that are approved and not paid, delivered goods whose supplier waits among them.
 */
committed: Money, target: Target, };
export type LendingFund = { id: FundId, name: string, };
export type LetterDirection = "in" | "out";
export type LetterLine = { id: CaseRequestId, letter_no: string, direction: LetterDirection, day: Day, other: string, subject: string, their_no: string, request: CaseRequestId | null, request_no: string, by_name: string, };
export type LetterPage = { lines: Array<LetterLine>, total: number, };
export type Likely = { party: PartyId, known_as: Array<KnownNumber>, name: string, identity_masked: string, mobile: string, city: string, born_on: Day | null, 
/**
 * 0–100; from 50 possible, from 75 strong.
 */
points: number, verdict: Verdict, same_mobile: boolean, };
export type LikelyPeople = { people: Array<Likely>, };
export type LinkDispute = { id: AgreementId, version: number, request: SubjectId, linked: boolean, };
export type LinkedAgreement = { agreement: AgreementId, agreement_no: string, title: string, standing: AgreementStanding, starts: Day | null, ends: Day | null, };
export type LinkedRequest = { request: CaseRequestId, request_no: string, kind: CaseRequestKind, state: CaseRequestState, subject: string, outcome: RequestOutcome | null, decided_on: Day | null, reason: string, researcher_name: string, decided_by_name: string, };
export type ListAbilities = { text: string, kind: Array<AbilityKind>, 
/**
 * Who could be trained.
 */
trains: boolean, 
/**
 * Who could run an enterprise.
 */
runs: boolean, class: FileClass | null, order: Order | null, limit: number | null, offset: number, };
export type ListActivities = { text: string, state: Array<ActivityState>, kind: Array<ActivityKind>, signal: Array<VisitSignal>, researcher: PersonId | null, subject_kind: string | null, 
/**
 * Planned for a day that has passed.
 */
late: boolean, 
/**
 * Planned, and due by this day.
 */
due_by: Day | null, 
/**
 * Done, reviewed by nobody yet, and not by the person who asks.
 */
to_review: boolean, 
/**
 * With a corrective action that nobody has finished.
 */
action_open: boolean, 
/**
 * Planned in a period.
 */
from: Day | null, until: Day | null, timing: VisitTiming | null, order: Order | null, 
/**
 * Rows of a page, 1–500; 100 where none is given.
 */
limit: number | null, offset: number, };
export type ListAgreements = { text: string, kind: Array<AgreementKind>, standing: Array<AgreementStanding>, partner: PartyId | null, 
/**
 * In force, and ending within the days that are set.
 */
ending: boolean, 
/**
 * In force on this day; without it, today matters.
 */
on: Day | null, target: string | null, order: Order | null, offset: number, limit: number | null, };
export type ListApplications = { 
/**
 * Number, applicant or project, however spelled, or parts of them.
 */
text: string, state: Array<ApplicationState>, product: ProductId | null, party: PartyId | null, 
/**
 * Who studies it.
 */
researcher: PersonId | null, order: Order | null, offset: number, 
/**
 * 1–500; 100 when left out.
 */
limit: number | null, };
export type ListAssessments = { text: string, kind: Array<AssessmentKind>, state: Array<AssessmentState>, 
/**
 * The class the file was given; of one that is not reviewed the computed one.
 */
class: FileClass | null, 
/**
 * With a class given by hand.
 */
exception: boolean, 
/**
 * Completed, and the person who asks wrote nothing in it.
 */
to_review: boolean, 
/**
 * The newest reviewed one of each family.
 */
newest: boolean, begun_by: PersonId | null, from: Day | null, until: Day | null, order: Order | null, 
/**
 * 1–500; 100 when left out.
 */
limit: number | null, offset: number, };
export type ListCallbacks = { text: string, order: Order | null, offset: number, limit: number | null, };
export type ListCalls = { text: string, outcome: CallOutcome | null, from: Day | null, until: Day | null, loan: LoanId | null, order: Order | null, limit: number | null, offset: number, };
export type ListCareItems = { text: string, state: Array<CareState>, 
/**
 * Open, and due before today.
 */
late: boolean, owner: PersonId | null, order: Order | null, limit: number | null, offset: number, };
export type ListCommitments = { text: string, side: PromiseSide | null, state: Array<CommitmentState>, 
/**
 * Open, and due before today.
 */
late: boolean, keeper: PersonId | null, order: Order | null, limit: number | null, offset: number, };
export type ListDecided = { service: ServiceId | null, version: ServiceVersionId | null, by: FairnessBy | null, group: string | null, outcome: Array<RequestOutcome>, exception: boolean, 
/**
 * Those whose papers were not all verified.
 */
unverified: boolean, from: Day | null, until: Day | null, order: Order | null, offset: number, limit: number | null, };
export type ListDue = { text: string, 
/**
 * Those that wait for another person.
 */
waiting: boolean, order: Order | null, limit: number | null, offset: number, };
export type ListFigures = { questionnaire: QuestionnaireId, limit: number | null, offset: number, };
export type ListFiles = { 
/**
 * Names (however spelled), identity, mobile or file numbers, or parts of them.
 */
text: string, status: Array<FileStatus>, class: string | null, researcher: string | null, city: string | null, social_security: boolean | null, 
/**
 * Identity records that have expired or will within sixty days.
 */
expiring: boolean, 
/**
 * Files whose review is due.
 */
review_due: boolean, order: Order | null, offset: number, 
/**
 * 1–500; 100 when left out.
 */
limit: number | null, 
/**
 * Whether to count for the chips, too.
 */
counts: boolean, };
export type ListFindings = { text: string, questionnaire: QuestionnaireId | null, severity: Array<FindingSeverity>, 
/**
 * Also those that no longer hold.
 */
all: boolean, order: Order | null, limit: number | null, offset: number, };
export type ListGaps = { text: string, 
/**
 * Those that lack one of these.
 */
gap: Array<Gap>, class: string | null, researcher: string | null, mine: boolean, order: Order | null, limit: number | null, offset: number, };
export type ListGuarantees = { text: string, state: Array<GuaranteeState>, kind: GuaranteeKind | null, 
/**
 * What somebody guarantees.
 */
party: PartyId | null, order: Order | null, offset: number, limit: number | null, };
export type ListHolds = { text: string, state: Array<HoldState>, cause: HoldCauseKind | null, 
/**
 * As they stood at the end of a day; today where none is given.
 */
day: Day | null, order: Order | null, offset: number, limit: number | null, };
export type ListIdentities = { text: string, days: number | null, end: IdentityEnd | null, mine: boolean, order: Order | null, limit: number | null, offset: number, };
export type ListImprovements = { text: string, questionnaire: QuestionnaireId | null, state: Array<ImprovementState>, owner: PersonId | null, 
/**
 * Planned, and due before today.
 */
late: boolean, 
/**
 * Done, and nobody has said what came of it.
 */
unjudged: boolean, order: Order | null, limit: number | null, offset: number, };
export type ListLetters = { text: string, direction: LetterDirection | null, request: CaseRequestId | null, order: Order | null, offset: number, limit: number | null, };
export type ListLoans = { 
/**
 * Loan number, borrower, identity number or project, however spelled, or parts of them.
 */
text: string, phase: Array<LoanPhase>, 
/**
 * Only loans that are late today, or only those that are not.
 */
late: boolean | null, 
/**
 * Only loans whose plan was changed after money was out, or only the others.
 */
restructured: boolean | null, fund: FundId | null, party: PartyId | null, project: ProjectId | null, order: Order | null, offset: number, 
/**
 * 1–500; 100 when left out.
 */
limit: number | null, 
/**
 * Whether to count for the chips, too.
 */
counts: boolean, };
export type ListNeeds = { text: string, domain: NeedDomain | null, priority: Array<NeedPriority>, state: Array<NeedState>, 
/**
 * The class of the family.
 */
class: FileClass | null, 
/**
 * With nothing planned.
 */
unplanned: boolean, order: Order | null, limit: number | null, offset: number, };
export type ListObligations = { text: string, side: ObligationSide | null, partner: PartyId | null, keeper: PersonId | null, 
/**
 * Open, and past its day.
 */
late: boolean, 
/**
 * Open, whatever the day.
 */
open: boolean, due_from: Day | null, due_until: Day | null, 
/**
 * Of what was due and not excused: whether it was kept by its day, with evidence.
 */
in_time: boolean | null, 
/**
 * Only what counts: due, and not excused.
 */
counted: boolean, order: Order | null, offset: number, limit: number | null, };
export type ListPartners = { text: string, kind: Array<PartnerKind>, standing: Array<PartnerStanding>, 
/**
 * Of one component of the community.
 */
component: string | null, keeper: PersonId | null, order: Order | null, offset: number, limit: number | null, };
export type ListPaymentPromises = { text: string, standing: PromiseStanding | null, loan: LoanId | null, order: Order | null, limit: number | null, offset: number, };
export type ListProjects = { party: PartyId | null, text: string, state: ProjectState | null, order: Order | null, offset: number, 
/**
 * 1–500; 100 when left out.
 */
limit: number | null, };
export type ListPromises = { from: Day, until: Day, side: PromiseSide | null, kept: boolean | null, order: Order | null, limit: number | null, offset: number, };
export type ListPurchases = { text: string, state: Array<PurchaseState>, supplier: PartyId | null, 
/**
 * Only what was to be here by now.
 */
late: boolean, order: Order | null, offset: number, limit: number | null, };
export type ListQuestionnaires = { text: string, purpose: Array<QuestionnairePurpose>, standing: Array<QuestionnaireStanding>, order: Order | null, 
/**
 * 1–500; 100 when left out.
 */
limit: number | null, offset: number, };
export type ListRatingOffers = { text: string, 
/**
 * Those that wait to be offered where none is named.
 */
state: Array<RatingState>, order: Order | null, limit: number | null, offset: number, };
export type ListReception = { text: string, from: Day | null, until: Day | null, order: Order | null, offset: number, limit: number | null, };
export type ListReports = { state: Array<ReportState>, order: Order | null, limit: number | null, offset: number, };
export type ListRequests = { 
/**
 * Numbers, names, subjects, or parts of them.
 */
text: string, 
/**
 * All open ones where none is named.
 */
tab: RequestTab | null, kind: Array<CaseRequestKind>, state: Array<CaseRequestState>, researcher: PersonId | null, party: PartyId | null, service: ServiceId | null, outcome: Array<RequestOutcome>, 
/**
 * Also those that have ended.
 */
ended: boolean, order: Order | null, offset: number, 
/**
 * 1–500; 100 when left out.
 */
limit: number | null, };
export type ListServices = { text: string, standing: Array<ServiceStanding>, 
/**
 * Those that take requests today.
 */
open: boolean, order: Order | null, offset: number, limit: number | null, };
export type ListUnreached = { text: string, days: number | null, class: string | null, governorate: string | null, 
/**
 * By name, as files have it.
 */
researcher: string | null, 
/**
 * Only those of whoever asks.
 */
mine: boolean, 
/**
 * Only those for whom nothing is planned.
 */
unplanned: boolean, order: Order | null, limit: number | null, offset: number, };
export type ListWaitingTranches = { step: PayoutStep, fund: FundId | null, 
/**
 * Words, each a part of the loan number, the borrower's name or the project; all where empty.
 */
text: string, order: Order | null, 
/**
 * Rows of a page, 1–500; 100 where none is given.
 */
limit: number | null, offset: number, };
export type LoanAdvance = "next" | "last" | "spread";
export type LoanBasis = "payout" | { "submission": Day };
export type LoanCalendar = "gregorian" | "hijri";
export type LoanChange = { "kind": "defer", from_due: Day, periods: number, } | { "kind": "extend", from_due: Day, by: number, } | { "kind": "shift", from_due: Day, to: Day, } | { "kind": "re_amortise" } | { "kind": "re_age", from: Day, instalments: number, } | { "kind": "pause", from: Day, until: Day, } | { "kind": "resume" } | { "kind": "fee", amount: Money, due: Day, } | { "kind": "waive_fee", amount: Money, } | { "kind": "release" } | { "kind": "write_off" } | { "kind": "top_up", amount: Money, 
/**
 * The identifier of the tranche, made by the caller.
 */
tranche: TrancheId, paid_as: TrancheKind, item: string, };
export type LoanChangePreview = { plan: ChangePlan, 
/**
 * What is given up by it; zero where the whole stays what it was.
 */
given_up: Money, 
/**
 * Whether the committee decides.
 */
by_committee: boolean, entry: Array<PreviewLine>, };
export type LoanChoice = { kind: ChangeKind, by_committee: boolean, 
/**
 * Each the key of its words: `loan.change.gap.<key>`; none where it may be asked for.
 */
gaps: Array<string>, };
export type LoanChoices = { choices: Array<LoanChoice>, dues: Array<OpenDue>, 
/**
 * Fees that are owed.
 */
fees: Money, };
export type LoanClosing = { loan: LoanId, closed: boolean, satisfaction: Satisfaction | null, version: number, visit: ImpactVisit | null, 
/**
 * Months after the closing a visit is planned for.
 */
impact_months: number, };
export type LoanCounts = { phase: Array<LoanPhaseCount>, fund: Array<LoanFundCount>, late: number, restructured: number, };
export type LoanDecision = "waiting" | "approved" | "rejected" | "cancelled";
export type LoanEventKind = { "kind": "repay", amount: Money, advance: LoanAdvance | null, } | { "kind": "refund", amount: Money, } | { "kind": "undo", target: LoanEventPlace, } | { "kind": "fee", amount: Money, due: Day, } | { "kind": "waive_fee", amount: Money, } | { "kind": "tranche", amount: Money, upfront: Share, } | { "kind": "shift", from_due: Day, to: Day, } | { "kind": "extend", from_due: Day, by: number, } | { "kind": "defer", from_due: Day, periods: number, } | { "kind": "re_amortise" } | { "kind": "re_age", from: Day, instalments: number, every: LoanPeriod, } | { "kind": "pause", from: Day, until: Day, } | { "kind": "resume" } | { "kind": "write_off" } | { "kind": "recover", amount: Money, } | { "kind": "forgive", amount: Money, };
export type LoanEventPlace = number;
export type LoanFundCount = { fund: FundId, name: string, count: number, };
export type LoanGuarantee = { id: GuaranteeId, loan: LoanId, loan_no: string, phase: LoanPhase, borrower: PartyId, borrower_name: string, 
/**
 * 1, 2, 3 … of the loan.
 */
no: number, kind: GuaranteeKind, 
/**
 * Who guarantees, where it is a person the office knows.
 */
party: PartyId | null, name: string, identity_masked: string, born_on: Day | null, 
/**
 * In the words of the office.
 */
said: string, income: Money | null, residence_months: number | null, 
/**
 * The last day it holds, where it has one.
 */
until: Day | null, state: GuaranteeState, proposed_by: PersonId, proposed_by_name: string, proposed_at: Moment, verified_by: PersonId | null, verified_by_name: string | null, verified_at: Moment | null, checked: Array<string>, note: string, replaces: GuaranteeId | null, ended_by_name: string | null, ended_at: Moment | null, ended_reason: string, 
/**
 * Whether the loan itself says so: since it was asked for, or since before guarantees were records.
 */
of_loan: boolean, call: AskedCall | null, 
/**
 * Open loans of others that the guarantor stands for, beside this one.
 */
other_guarantees: number, 
/**
 * Open loans of the guarantor's own.
 */
own_loans: number, };
export type LoanGuarantees = { loan: LoanId, loan_no: string, borrower: PartyId, borrower_name: string, phase: LoanPhase, guarantees: Array<LoanGuarantee>, kinds: Array<KindOfGuarantee>, 
/**
 * What must hold before the loan is approved and its tranches go out.
 */
conditions: Array<GateCondition>, notes: Array<PromissoryNote>, 
/**
 * What notes may be drawn now; empty where none may.
 */
choices: Array<NotesChoice>, 
/**
 * Where the association is: proposed as the place of the notes.
 */
place: string, 
/**
 * Whether nothing is claimed any more, so that the notes go back.
 */
notes_go_back: boolean, 
/**
 * Whether the clearance letter can be printed.
 */
cleared: boolean, };
export type LoanHolds = { holds: Array<HoldLine>, 
/**
 * Whether the loan goes on, so that its project can be halted.
 */
haltable: boolean, 
/**
 * Lateness in paying that began while something of ours was late.
 */
because_of_us: boolean, };
export type LoanId = string;
export type LoanLine = { loan: LoanId, loan_no: string, party: PartyId, borrower: string, mobile: string, project: ProjectId, project_name: string, fund: FundId, fund_name: string, phase: LoanPhase, amount: Money, paid_out: Money, repaid: Money, outstanding: Money, credit: Money, 
/**
 * What is owed on rows due before today.
 */
overdue: Money, 
/**
 * Days since the earliest of them was due; zero where nothing is late.
 */
days_late: number, 
/**
 * The earliest row with something owed, and what it owes.
 */
next_due: Day | null, next_amount: Money, last_paid_on: Day | null, last_paid: Money, restructured: boolean, imported: boolean, };
export type LoanMonthDay = "same_day" | "first_of_next_month" | "last_of_month";
export type LoanOnDay = { loan: LoanId, day: Day | null, };
export type LoanPage = { lines: Array<LoanLine>, total: number, 
/**
 * Over all lines that fit, not only this page.
 */
outstanding: Money, counts: LoanCounts | null, };
export type LoanPaymentPreview = { amount: Money, amount_in_words: string, fund: FundId, fund_name: string, 
/**
 * The supplier of what was delivered, or the borrower.
 */
paid_to: string, entry: Array<PreviewLine>, };
export type LoanPeriod = { "days": number } | { "weeks": number } | { "months": number } | { "hijri_months": number };
export type LoanPhase = "waiting" | "rejected" | "cancelled" | "approved" | "active" | "overpaid" | "closed" | "written_off";
export type LoanPhaseCount = { phase: LoanPhase, count: number, };
export type LoanProduct = { id: ProductId, name: string, version: number, 
/**
 * Whether new loans may be made by it.
 */
offered: boolean, terms: ProductTerms, 
/**
 * Loans made by any of its versions.
 */
loans: number, };
export type LoanProducts = { products: Array<LoanProduct>, 
/**
 * The versions of those that were changed, by their id.
 */
records: { [key in string]: RecordVersion }, 
/**
 * The funds a loan may be paid out of: whoever proposes one need not see the books.
 */
funds: Array<LendingFund>, };
export type LoanProject = { id: ProjectId, party: PartyId, borrower: string, name: string, activity: string, state: ProjectState, state_since: Day, state_reason: string, opened_on: Day, loans: number, outstanding: Money, };
export type LoanProjectSheet = { project: LoanProject, record: RecordVersion, loans: Array<LoanLine>, };
export type LoanProjects = { projects: Array<LoanProject>, total: number, };
export type LoanRepaymentPreview = { rows: Array<RepaidRow>, 
/**
 * What no row takes.
 */
credit: Money, 
/**
 * What is owed before and after, by all that is known today.
 */
owed_before: Money, owed_after: Money, 
/**
 * Whether the loan is written off, so that no row takes it.
 */
recovered: boolean, amount_in_words: string, fund: FundId, fund_name: string, entry: Array<PreviewLine>, 
/**
 * A payment of this amount on this day is recorded already.
 */
same_recorded: boolean, };
export type LoanRequest = { id: PaymentId, loan: LoanId, kind: RequestKind, 
/**
 * The value day.
 */
day: Day, amount: Money, 
/**
 * The event an undo takes back.
 */
place: LoanEventPlace | null, 
/**
 * Of a refund.
 */
method: PaymentMethod | null, reference: string, reason: string, 
/**
 * Of a change of terms, and its cause.
 */
change: LoanChange | null, cause: ChangeCause | null, 
/**
 * Whether the loan is not what it was when the change was asked for: it is asked for anew then.
 */
stale: boolean, asked_by: PersonId, asked_by_name: string, asked_at: Moment, approvals: Array<Approval>, approvals_needed: number, };
export type LoanRowKind = "instalment" | "waiting" | "upfront" | "fee" | "replaced";
export type LoanSheet = { id: LoanId, loan_no: string, 
/**
 * The day of the sheet.
 */
day: Day, party: PartyId, borrower: string, borrower_file_no: string, mobile: string, project: LoanProject, product: ProductId, product_name: string, product_version: number, fund: FundId, fund_name: string, guarantee: Guarantee, purpose: string, terms: LoanTerms, imported: boolean, decision: LoanDecision, asked_by: PersonId, asked_by_name: string, asked_at: Moment, decided_by_name: string | null, decided_at: Moment | null, decision_note: string, 
/**
 * What the one who decides should know, each the key of its words: `loans.warning.<key>`.
 */
warnings: Array<string>, 
/**
 * What other features ask for before it is approved; empty once it is decided.
 */
gates: Array<GateCondition>, phase: LoanPhase, 
/**
 * Days since the earliest open row was due; zero where nothing is late.
 */
days_late: number, overdue: Money, overdue_since: Day | null, restructured: boolean, amount: Money, paid_out: Money, paid_out_in_kind: Money, paid_out_cash: Money, 
/**
 * The most of this loan that may be paid out in cash.
 */
cash_limit: Money, cash_limit_percent: number, repaid: Money, forgiven: Money, written_off: Money, 
/**
 * What came in on it afterwards.
 */
recovered: Money, 
/**
 * Fees that are owed.
 */
fees: Money, outstanding: Money, credit: Money, last_payment: LastPayment | null, 
/**
 * The earliest row with something owed.
 */
next: PlanRow | null, ends_on: Day, tranches: Array<TrancheSheet>, 
/**
 * The plan of the whole amount while no money is out.
 */
rows: Array<PlanRow>, 
/**
 * Newest first.
 */
story: Array<StoryLine>, 
/**
 * Refunds and forgiveness that wait for other people.
 */
requests: Array<LoanRequest>, };
export type LoanSplit = "equal_then_last" | "running" | "ceil_then_last" | { "weights": Array<Share> };
export type LoanTerms = { 
/**
 * Paid out on the payout day; later tranches are events.
 */
principal: Money, 
/**
 * Rows of the plan, without the row that is due at once.
 */
instalments: number, every: LoanPeriod, 
/**
 * The day of payout, as planned.
 */
start: Day, 
/**
 * The day of payout as it really was; it replaces `start` everywhere.
 */
disbursed: Day | null, basis: LoanBasis, 
/**
 * The first due day as entered; it is then the anchor.
 */
first_due: Day | null, 
/**
 * The least days from payout to the first nominal day.
 */
min_days_to_first_due: number | null, 
/**
 * Other than `same_day` only with Gregorian months.
 */
month_day: LoanMonthDay, 
/**
 * The last nominal day lies this long after payout, and after the one before it; such a loan is never extended.
 */
length: LoanPeriod | null, 
/**
 * Instalments are rounded to this unit: a halala or a riyal.
 */
unit: Money, 
/**
 * The share of the money that is due on the payout day itself.
 */
upfront: Share, 
/**
 * Leading rows of zero.
 */
grace: number, 
/**
 * Whether the rows of zero are among the instalments, instead of being added.
 */
grace_within: boolean, split: LoanSplit, calendar: WorkCalendar, 
/**
 * Whether the fee of a row is paid before its principal.
 */
fee_first: boolean, advance: LoanAdvance, 
/**
 * Days of lateness that are not yet called delinquent.
 */
arrears_grace_days: number, arrears_buckets: Array<ArrearsBucket>, };
export type LoanTranche = { id: TrancheId, loan: LoanId, no: number, amount: Money, kind: TrancheKind, supplier: string, item: string, invoice: string, state: TrancheState, 
/**
 * The place of the event that made it owed, while that event stands.
 */
event: number | null, steps: Array<TrancheStep>, };
export type LoansAmount = { loans: number, amount: Money, target: Target, };
export type LogReception = { id: CaseRequestId, name: string, party: PartyId | null, purpose: string, minutes: number | null, answered: boolean, request: CaseRequestId | null, };
export type Logo = { mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Hexadecimal SHA-256: tells one picture from another.
 */
sha256: string, 
/**
 * A picture that was brought in to take its place.
 */
ticket?: string, };
export type LogoFile = { file: Handed | null, };
export type LookAtRows = { id: ImportId, table: ImportTable, 
/**
 * Only rows that end so; none or empty means all.
 */
verdicts: Array<ImportVerdict>, 
/**
 * Only rows in which a cell holds these words.
 */
text: string, offset: number, 
/**
 * At most 500.
 */
limit: number, };
export type LookAtSheet = { id: ImportId, sheet: string, 
/**
 * Lines to leave out at the top.
 */
offset: number, 
/**
 * At most 200.
 */
limit: number, };
export type LookLine = { seq: number, at: Moment, person_name: string, 
/**
 * The command they did it by; its words are `command.<command>`.
 */
command: string, 
/**
 * view, print, export
 */
action: string, 
/**
 * The record they looked at, as it is known.
 */
record: string, };
export type LooksPage = { lines: Array<LookLine>, 
/**
 * Ask with this `before` for the next page; nothing when this was the last one.
 */
next: number | null, };
export type MadeRecords = { noun: string, count: number, };
export type MakePromise = { loan: LoanId, promise: NewPromise, };
export type MapLine = { id: ImportId, name: string, subject: ImportSubject, };
export type MarkDifferent = { first: PartyId, second: PartyId, reason: string, };
export type Measured = { 
/**
 * In the figure's unit; none where there is nothing to divide by.
 */
value: number | null, 
/**
 * Of a share: so many of so many.
 */
of: [number, number] | null, parts: Array<FigurePart>, };
export type MeasuredAgain = { questionnaire: QuestionnaireId, title: string, edition: number, before_percent: number, after_percent: number, };
export type MeasuredAnswers = { 
/**
 * Answers on the scale; those who did not know and those who left it blank are no answers.
 */
valid: number, dont_know: number, blank: number, hidden: SurveyHidden | null, satisfied: Portion | null, mean: FigureHundredths | null, };
export type MeasuredShare = { n: number, of: number, percent: number | null, };
export type Median = string;
export type MeetCommitment = { id: CommitmentId, version: number, on: Day, 
/**
 * What shows that it was kept.
 */
evidence: string, };
export type MeetingCount = { state: MeetingState, count: number, };
export type MeetingId = string;
export type MeetingLine = { meeting: MeetingId, committee: CommitteeId, committee_name: string, term: number, no: number, minutes_no: string, on: Day, starts: string, place: string, way: MeetingWay, elsewhere: boolean, state: MeetingState, items: number, decisions: number, present: number, members: number, };
export type MeetingPage = { lines: Array<MeetingLine>, total: number, counts: Array<MeetingCount>, };
export type MeetingSeat = { member: CommitteeMemberId, person: PersonId | null, name: string, role: CommitteeRole, votes: boolean, presence: Presence, note: string, 
/**
 * What they declared last, where there is something.
 */
interests: string, 
/**
 * What they said of the minutes.
 */
answer: MinutesAnswer | null, answer_note: string, answer_at: Moment | null, on_paper: boolean, };
export type MeetingSheet = { line: MeetingLine, kind: CommitteeKind, quorum_set: number | null, note: string, called_by_name: string, held_at: Moment | null, minuted_by: PersonId | null, minuted_by_name: string, minuted_at: Moment | null, confirm_by: Day | null, sealed_by_name: string, sealed_at: Moment | null, ended_reason: string, seats: Array<MeetingSeat>, 
/**
 * Of the meeting as a whole: nobody has stepped aside.
 */
tally: VoteTally, items: Array<AgendaItem>, 
/**
 * What waits in the program and stands on no agenda; while the meeting is called or held.
 */
waiting: Array<WaitingMatter>, 
/**
 * Number the next decision gets.
 */
next_decision: string, 
/**
 * Documents that hang on it.
 */
papers: number, 
/**
 * Why the person who looks may not seal it; none where they may.
 */
cannot_seal: Hindrance | null, record: RecordVersion, };
export type MeetingState = "called" | "held" | "minuted" | "sealed" | "cancelled";
export type MeetingWay = "in_person" | "remote" | "both";
export type Member = { party: PartyId, 
/**
 * Sent back with a change of the member.
 */
record: RecordVersion, name: string, relation: Relation, sex: Sex | null, born_on: Day | null, identity_masked: string, note: string, since: Day, 
/**
 * The numbers under which they are known themselves: a file of their own.
 */
known_as: Array<KnownNumber>, };
export type MemberInterest = { id: InterestId, member: CommitteeMemberId, on: Day, 
/**
 * Empty: that there are none.
 */
interests: string, on_paper: boolean, recorded_by_name: string, };
export type MergeFiles = { 
/**
 * The party that stays.
 */
keep: PartyId, 
/**
 * The party that turns out to be the same.
 */
merge: PartyId, 
/**
 * Fields of [`Facts`] to take over where both say something. The identity record of each stays its own.
 */
take: Array<string>, reason: string, };
export type Merged = { party: PartyId, name: string, known_as: Array<KnownNumber>, reason: string, at: Moment, by: string, };
export type MessageChannel = "whatsapp" | "sms" | "call" | "in_person";
export type MessageId = string;
export type MinutesAnswer = "confirmed" | "objected";
export type MissActivity = { id: ActivityId, version: number, reason: string, 
/**
 * The one planned instead, made by the caller.
 */
next: ActivityId, planned_on: Day, };
export type MissingFact = { fact: ServiceFact, 
/**
 * The criterion's own words, where only a person can find it.
 */
text: string, };
export type MissingReport = { calendar: Calendar, year: number, month: number, until: Day, };
export type Moment = number;
export type Money = number;
export type MonthClosing = { period: FiscalPeriod, 
/**
 * Why it cannot be closed yet: today lies inside it.
 */
today_inside: boolean, 
/**
 * Vouchers of this month or an earlier one that wait for an approval, or were returned to whoever wrote them. They
 * are posted on the first open day.
 */
drafts: Array<Draft>, 
/**
 * The first day that is open after it: where those are posted.
 */
posts_on: Day, 
/**
 * What else was asked for until its last day and waits for a decision.
 */
approvals: Array<Task>, 
/**
 * Cheques received until its last day that no bank has paid yet.
 */
cheques: Array<Cheque>, };
export type MonthFigures = { year: number, 
/**
 * 1–12
 */
month: number, from: Day, 
/**
 * The last day of the month, or the board's day.
 */
until: Day, 
/**
 * What fell due in these days.
 */
due: Money, 
/**
 * What borrowers paid in these days, on whatever row, refunds taken off; payments that were undone do not count.
 */
collected: Money, 
/**
 * What fell due.
 */
target: Target, 
/**
 * What came in.
 */
collected_target: Target, };
export type MonthOf = { person: PersonId, name: string, };
export type MovePurchase = { purchase: PurchaseId, tranche: TrancheId, };
export type MoveRequest = { id: CaseRequestId, 
/**
 * The version the change began from.
 */
version: number, to: CaseRequestState, reason: string, 
/**
 * Of what ends with an answer.
 */
answer: string, 
/**
 * Of a withdrawal.
 */
asked_by_applicant: boolean, };
export type NeedClass = "A" | "B" | "C" | "no_need";
export type NeedClasses = { A: number, B: number, C: number, };
export type NeedDependencyRule = { points: number, full_at: number, };
export type NeedDomain = "income" | "work" | "housing" | "health" | "education" | "orphans" | "debts" | "skills" | "marketing" | "family" | "other";
export type NeedEarningRule = { points: number, running_project: number, employed: number, halted_project: number, unemployed: number, unable: number, };
export type NeedFactName = "family_size" | "dependants" | "income" | "obligations" | "widow" | "orphan_n" | "disabled_n" | "elderly_n" | "tenure" | "rooms" | "unsound" | "earning";
export type NeedGroup = { domain: NeedDomain, class: FileClass, families: number, persons: number, high: number, 
/**
 * Open needs without anything planned.
 */
unplanned: number, 
/**
 * What is planned for them, the most frequent first.
 */
requires: Array<NeedRequires>, };
export type NeedGroups = { 
/**
 * Files that were studied, of those that are open.
 */
studied: number, files: number, groups: Array<NeedGroup>, };
export type NeedHousingRule = { points: number, own: number, waqf: number, rent: number, hosted: number, 
/**
 * Persons a room above which the dwelling is packed.
 */
packed_over: number, packed: number, 
/**
 * Persons a room above which it is crowded, if not packed.
 */
crowded_over: number, crowded: number, 
/**
 * For each different thing.
 */
unsound: number, unsound_most: number, };
export type NeedIncomeRule = { points: number, full_at: Money, zero_at: Money, };
export type NeedMeasure = { 
/**
 * Net income per head, rounded to the halala; may be below zero. Known as soon as its three facts are.
 */
per_capita: Money | null, 
/**
 * None while a fact is missing.
 */
parts: NeedParts | null, 
/**
 * 0 to 100; none is unknown.
 */
score: number | null, 
/**
 * None is unknown.
 */
class: NeedClass | null, missing: Array<NeedFactName>, };
export type NeedMoved = { 
/**
 * The parts that changed, the largest change first, equal ones in their order.
 */
parts: Array<[NeedPart, number]>, 
/**
 * What another rule of then explains: the recomputed score of then less the stored one.
 */
rule: number, 
/**
 * The score of now less the stored one: what parts and rule say together.
 */
total: number, };
export type NeedPart = "income" | "dependency" | "special" | "housing" | "earning";
export type NeedParts = { income: number, dependency: number, special: number, housing: number, earning: number, };
export type NeedPriority = "high" | "medium" | "low";
export type NeedRequires = { 
/**
 * A service or a partner, or else the action.
 */
what: string, count: number, };
export type NeedRule = { income: NeedIncomeRule, dependency: NeedDependencyRule, special: NeedSpecialRule, housing: NeedHousingRule, earning: NeedEarningRule, classes: NeedClasses, };
export type NeedSpecialRule = { points: number, widow: number, 
/**
 * For any number of orphans.
 */
orphans: number, 
/**
 * For each.
 */
disabled: number, disabled_most: number, 
/**
 * For each.
 */
elderly: number, elderly_most: number, };
export type NeedState = "open" | "met" | "unmet" | "declined";
export type NetsToZero = "transfer" | "release" | "interfund";
export type NewAccount = { code: AccountCode, name: string, postable: boolean, };
export type NewAdministrator = { name: string, login: string, password: string, };
export type NewAssociation = { name_ar: string, name_en: string, licence_no: string, unified_no: string, region: string, logo?: Logo, };
export type NewFund = { id: FundId, name: string, class: FundClass, kind: FundKind, 
/**
 * The first and last day lines may bear, where the giver set them.
 */
opens_on: Day | null, closes_on: Day | null, 
/**
 * Whether the cash of the fund may go below zero; false unless the committee decided otherwise.
 */
may_overdraw: boolean, 
/**
 * IBAN of the bank account that holds the fund's money.
 */
bank_account: string | null, notes: string, };
export type NewGuarantor = { 
/**
 * Made by the caller, for somebody the office does not know yet.
 */
id: PartyId, 
/**
 * By which the office finds whom it knows.
 */
number: string, expires_on: Day | null, name: string, mobile: string, born_on: Day | null, 
/**
 * Who looks like them and is somebody else.
 */
different: Array<DifferentFrom>, };
export type NewPromise = { 
/**
 * Made by the caller.
 */
id: PromiseId, amount: Money, due: Day, 
/**
 * The one that is still open and gives way to this one, and why.
 */
replaces: PromiseId | null, reason: string, };
export type NewServiceVersion = { id: ServiceId, version: number, 
/**
 * Of the new one.
 */
edition: ServiceVersionId, };
export type NewTranche = { id: TrancheId, amount: Money, kind: TrancheKind, supplier: string, item: string, };
export type NextActivity = { id: ActivityId, planned_on: Day, researcher: PersonId, kind: ActivityKind, };
export type NextStatus = { status: FileStatus, needs_reason: boolean, 
/**
 * Whether something is missing first.
 */
blocked: boolean, };
export type NonWorkingDay = "next_working_day" | "previous_working_day" | "same_day";
export type NoteAgreement = { id: AgreementId, version: number, note: string, };
export type NoteId = string;
export type NoteStage = { stage: StageId, note: string, };
export type NoteState = "drawn" | "signed" | "returned" | "void";
export type NotesChoice = { per: NotesPer, papers: number, 
/**
 * Of the first one.
 */
each: Money, total: Money, };
export type NotesPer = "sight" | "instalment";
export type Nothing = Record<symbol, never>;
export type ObligationId = string;
export type ObligationLine = { obligation: ObligationId, agreement: AgreementId, agreement_no: string, agreement_title: string, partner: PartyId, partner_name: string, side: ObligationSide, text: string, site: string, due: Day, amount: Money | null, keeper: PersonId | null, keeper_name: string, basis: string, standing: ObligationStanding, 
/**
 * Days it is late today; days until its day where below zero.
 */
days_late: number, done_on: Day | null, evidence_kind: EvidenceKind | null, evidence: string, reason: string, settled_by_name: string, 
/**
 * Sent back with a change.
 */
version: number, };
export type ObligationPage = { lines: Array<ObligationLine>, total: number, 
/**
 * Of all, whatever was asked for.
 */
ours_late: number, theirs_late: number, };
export type ObligationSide = "ours" | "theirs";
export type ObligationStanding = "planned" | "coming" | "late" | "kept" | "kept_late" | "unproven" | "excused";
export type ObligationsKept = { ours: Portion, theirs: Portion, };
export type OfferRating = { request: CaseRequestId, way: RatingWay, };
export type OfferedTerm = { instalments: number, instalment: Money, };
export type OfficeCheck = { sound: boolean, 
/**
 * What the file's own check complains of.
 */
complaints: Array<string>, audit_lines: number, audit_broken_at: number | null, rows: number, 
/**
 * What the marks outside the database, the backups, the books or the trail say otherwise than the database.
 */
found: Array<Complaint>, 
/**
 * Records that stand otherwise than the trail last told of them.
 */
differences: Array<Difference>, 
/**
 * Whether a fresh copy was made, opened and compared.
 */
copy_opens: boolean, };
export type OfficePerson = { person: PersonId, name: string, department: DepartmentId | null, open: number, 
/**
 * Whether requests may be given to them at all.
 */
studies: boolean, };
export type OfficeStage = "new" | "locked" | "open";
export type OfficeState = { state: OfficeStage, demo: boolean, 
/**
 * Who can sign in to a demonstration, with their passwords; nobody in a real office.
 */
demo_people: Array<DemoPerson>, version: string, 
/**
 * The session of whoever asks, if it still stands.
 */
session: Session | null, last_backup: LastBackup | null, };
export type OpenDocument = { id: DocumentId, };
export type OpenDue = { due: Day, outstanding: Money, };
export type OpenImport = { 
/**
 * Made by the caller.
 */
id: ImportId, subject: ImportSubject, 
/**
 * The name of the file; names the sheet of a csv.
 */
name: string, 
/**
 * Of the file that was brought in: xlsx, ods or csv, at most 20 MiB.
 */
ticket: string, };
export type OpenProject = { id: ProjectId, party: PartyId, name: string, activity: string, };
export type OpenService = { service: ServiceId, name: string, number: number, gives: ServiceGives, ceiling: Money | null, closes_on: Day | null, places_left: number | null, };
export type OpenedDocument = { document: Document, file: Handed, 
/**
 * The first pages of a PDF as SVG pictures; empty for pictures, and for a PDF that cannot be read.
 */
pages: Array<string>, };
export type OpeningsPreview = { 
/**
 * The first day of the books: as the title of the sheet says, or as the person set it.
 */
day: Day | null, funds: Array<ImportFundLine>, };
export type OptionResult = { label: string, share: Portion, };
export type Order = { by: string, down: boolean, };
export type OutcomeLine = { party: PartyId, name: string, file_no: string, 
/**
 * Whether it counts towards the figure, of those that are counted.
 */
counts: boolean, score_before: number | null, score_now: number | null, 
/**
 * None for who may not see facts.
 */
income_before: Money | null, income_now: Money | null, day: Day | null, };
export type OutcomeRows = "graduated" | "exit" | "sustained" | "improved" | "measured";
export type Outsider = { 
/**
 * Made by the caller, for somebody the office does not know yet.
 */
id: PartyId, name: string, number: string, mobile: string, };
export type OwnHistory = { before?: number, limit?: number, };
export type OwnerChoice = { person: PersonId, name: string, };
export type OwnerChoices = { people: Array<OwnerChoice>, };
export type PaidRow = { no: number, due: Day, amount: Money, };
export type Paper = { 
/**
 * Name of the file when it is saved, with its ending.
 */
name: string, 
/**
 * The PDF (PDF/A-2b).
 */
pdf: Handed, 
/**
 * Each page as an SVG picture, for the preview and for printing from the window.
 */
pages: Array<string>, };
export type PaperLook = { no: number, kind: DocumentKind, name: string, method: string, mandatory: boolean, proof: PaperProof, title: string, expires_on: Day | null, verified_on: Day | null, verified_by_name: string, };
export type PaperProof = "missing" | "not_reviewed" | "genuine" | "seen" | "doubtful" | "rejected" | "expired";
export type PartPreview = { sheet: string, 
/**
 * The last row of the header, from 1.
 */
header_row: number, 
/**
 * Rows of data.
 */
rows: number, 
/**
 * The fields that were found.
 */
columns: Array<FieldColumn>, 
/**
 * Values of all its rows that stand in no column.
 */
given: Array<GivenValue>, 
/**
 * The letters of the columns of which each filled cell makes a row of its own.
 */
across: Array<string>, missing: Array<string>, 
/**
 * Columns that are not imported.
 */
left_out: Array<UnmappedColumn>, };
export type PartnerAlignment = { programme: ProgrammeId, name: string, score: number, note: string, set_on: Day, set_by_name: string, };
export type PartnerChoices = { today: Day, partners: Array<PartnerName>, components: Array<CommunityComponent>, targets: Array<VisionTarget>, programmes: Array<AlignmentProgramme>, people: Array<PartnerPerson>, settings: PartnerSettings, 
/**
 * Sent back with a change of the settings.
 */
version: number, };
export type PartnerContact = { id: PartnerItemId, name: string, duty: string, phone: string, email: string, note: string, ended_on: Day | null, };
export type PartnerContribution = { id: PartnerItemId, kind: ContributionKind, text: string, amount: Money | null, day: Day, agreement: AgreementId | null, agreement_no: string, receipt: string, 
/**
 * Of money: whether a receipt voucher of this number and amount stands in the books.
 */
booked: boolean, evidence: string, recorded_by_name: string, void_on: Day | null, void_reason: string, };
export type PartnerEndorsement = { id: PartnerItemId, form: EndorsementForm, text: string, day: Day, programme: ProgrammeId | null, programme_name: string, 
/**
 * Documents that hang on it.
 */
papers: number, recorded_by_name: string, void_on: Day | null, void_reason: string, };
export type PartnerExchange = { id: PartnerItemId, direction: ExchangeDirection, form: ExchangeForm, text: string, outcome: string, day: Day, people: number | null, recorded_by_name: string, void_on: Day | null, void_reason: string, };
export type PartnerFacts = { kind: PartnerKind, sector: string, 
/**
 * The body it belongs to: a partner, too.
 */
parent: PartyId | null, 
/**
 * What it works for.
 */
orientation: string, our_interest: string, their_interest: string, responsibility_plan: string, 
/**
 * Who of the office sees to it.
 */
keeper: PersonId | null, since: Day | null, };
export type PartnerFigures = { from: Day, until: Day, 
/**
 * In force on the last day.
 */
active: number, 
/**
 * Numbers of those that end soon after it.
 */
ending: Array<string>, ending_until: Day, ours: Portion, theirs: Portion, given: Array<ContributionSum>, months: Array<PartnerMonth>, };
export type PartnerItemId = string;
export type PartnerItemKind = "contribution" | "endorsement" | "exchange";
export type PartnerKind = "government" | "donor" | "company" | "association" | "waqf" | "university" | "neighbourhood_centre" | "media" | "other";
export type PartnerKindCount = { kind: PartnerKind, count: number, };
export type PartnerLine = { partner: PartyId, name: string, kind: PartnerKind, sector: string, city: string, standing: PartnerStanding, since: Day | null, keeper_name: string, 
/**
 * In force today.
 */
agreements: number, 
/**
 * The nearest end of those in force.
 */
ends: Day | null, ours_late: number, theirs_late: number, 
/**
 * Sum of the scores of alignment, and the most it could be.
 */
alignment: number, alignment_of: number, 
/**
 * Worth of what it gave, as far as it is known.
 */
given: Money, };
export type PartnerMonth = { day: Day, partners: number, agreements: number, 
/**
 * Given within it.
 */
given: Money, };
export type PartnerName = { partner: PartyId, name: string, kind: PartnerKind, closed: boolean, };
export type PartnerPage = { lines: Array<PartnerLine>, total: number, kinds: Array<PartnerKindCount>, standings: Array<PartnerStandingCount>, };
export type PartnerPeriod = { from: Day, until: Day, };
export type PartnerPerson = { person: PersonId, name: string, };
export type PartnerReport = { partner: PartyId, from: Day, until: Day, };
export type PartnerSettings = { 
/**
 * Before the end of an agreement, from which its renewal is a task.
 */
renewal_days: number, 
/**
 * Before the end, from which it counts as ending.
 */
ending_days: number, 
/**
 * Before the day of an obligation, from which it is a task.
 */
reminder_days: number, };
export type PartnerSheet = { today: Day, partner: PartyId, standing: PartnerStanding, party: PartyFacts, identity: ShownIdentity | null, facts: PartnerFacts, parent_name: string, keeper_name: string, added_on: Day, closed_on: Day | null, closed_reason: string, components: Array<string>, contacts: Array<PartnerContact>, alignments: Array<PartnerAlignment>, agreements: Array<AgreementLine>, obligations: Array<ObligationLine>, 
/**
 * Of all that fell due until today.
 */
kept: ObligationsKept, contributions: Array<PartnerContribution>, given: Array<ContributionSum>, endorsements: Array<PartnerEndorsement>, exchanges: Array<PartnerExchange>, 
/**
 * Bodies that belong to it.
 */
belong: Array<PartnerName>, 
/**
 * Of the partner, and of its party.
 */
record: RecordVersion, party_record: RecordVersion, };
export type PartnerStanding = "prospective" | "active" | "former" | "closed";
export type PartnerStandingCount = { standing: PartnerStanding, count: number, };
export type PartyFacts = { 
/**
 * As on the identity card; never split.
 */
name: string, 
/**
 * Why the name stands with fewer than four parts; empty where it has them, or nobody has said.
 */
name_exception: string, sex: Sex | null, born_on: Day | null, 
/**
 * A code of the list (`single`, `married` …), or what an older register said.
 */
marital_status: string, region: string, governorate: string, city: string, district: string, street: string, building_no: string, unit_no: string, postal_code: string, additional_no: string, 
/**
 * Four letters and four digits.
 */
short_address: string, mobile: string, other_mobile: string, phone: string, email: string, };
export type PartyId = string;
export type PartyKind = "person" | "household" | "organisation";
export type Password = { password: string, };
export type PayTranche = { tranche: TrancheId, day: Day, method: PaymentMethod, reference: string, note: string, };
export type PayTranches = { tranches: Array<TrancheId>, day: Day, method: PaymentMethod, 
/**
 * Of the one order that pays all of them.
 */
reference: string, note: string, };
export type PaymentId = string;
export type PaymentMethod = "transfer" | "deposit" | "cheque" | "pos" | "standing" | "cash";
export type PaymentPromisePage = { lines: Array<PromiseLine>, total: number, amount: Money, paid: Money, 
/**
 * Whatever standing was asked for.
 */
standings: Array<StandingCount>, };
export type PayoutStep = "approval" | "payment";
export type People = { people: Array<Person>, 
/**
 * The versions of those that were changed, by their id.
 */
records: { [key in string]: RecordVersion }, };
export type PeopleFigures = { active: number, 
/**
 * Files not yet active.
 */
registered: number, 
/**
 * People in the families of active files; a file that does not say counts one.
 */
persons: number, 
/**
 * Files opened in the quarter.
 */
new_this_quarter: number, target: Target, };
export type PerformDecision = { decision: DecisionId, declared: boolean, };
export type PeriodId = number;
export type PeriodInput = { period: PeriodId, };
export type PeriodKind = "month" | "quarter" | "year";
export type PeriodState = "open" | "closed" | "locked";
export type Periods = { periods: Array<FiscalPeriod>, };
export type PermissionRow = { name: string, commands: Array<string>, roles: Array<Role>, };
export type PermissionScreen = { roles: Array<Role>, permissions: Array<PermissionRow>, };
export type Person = { id: PersonId, name: string, login: string, role: Role, 
/**
 * False for a person who was removed: the name stays in the audit trail, the key is gone.
 */
active: boolean, added_at: Moment, removed_at: Moment | null, last_seen_at: Moment | null, 
/**
 * Whether somebody else chose the password, so that the person is asked for one of their own.
 */
must_change_password: boolean, };
export type PersonId = string;
export type PlacePerson = { person: PersonId, department: DepartmentId | null, };
export type PlaceTranches = { project: ProjectId, places: Array<TranchePlace>, };
export type PlanActivity = { 
/**
 * Made by the caller.
 */
id: ActivityId, kind: ActivityKind, subject_kind: string, subject: SubjectId, planned_on: Day, researcher: PersonId, purpose: string, };
export type PlanPreview = { rows: Array<PlannedRow>, amount: Money, amount_in_words: string, ends_on: Day, 
/**
 * The most that may be paid out in cash.
 */
cash_limit: Money, };
export type PlanRow = { 
/**
 * From 1, by due day.
 */
no: number, kind: LoanRowKind, due: Day, amount: Money, paid: Money, outstanding: Money, state: RowState, 
/**
 * Days late: of an overdue row to the day of the sheet, of one paid late to the day it was whole.
 */
days_late: number, 
/**
 * The day it was whole.
 */
paid_on: Day | null, };
export type PlanSide = { rows: Array<ChangedRow>, 
/**
 * How many of them owe something.
 */
open: number, outstanding: Money, ends_on: Day, 
/**
 * Days that count as late on the day of the change, without those of grace and of pauses.
 */
late: number, };
export type PlanTranche = { id: TrancheId, loan: LoanId, amount: Money, kind: TrancheKind, supplier: string, item: string, };
export type PlannedActivity = { activity: ActivityId, activity_no: string, };
export type PlannedRow = { no: number, due: Day, amount: Money, };
export type PolicyCard = { id: PolicyId, title: string, kind: PolicyKind, issuer: string, legal_basis: string, review_months: number, owner: PersonId | null, owner_name: string, retired_on: Day | null, retired_reason: string, };
export type PolicyCount = { standing: PolicyStanding, count: number, };
export type PolicyEdition = { id: PolicyEditionId, policy: PolicyId, no: number, 
/**
 * As it was written, with the places of the association in braces; and as it reads.
 */
text: string, reads: string, changes: string, state: EditionState, prepared_by: PersonId, prepared_by_name: string, prepared_at: Moment, decision: DecisionId | null, decision_no: string, meeting: MeetingId | null, 
/**
 * What the paper says of one that was approved outside the program.
 */
approved_elsewhere: string, approved_on: Day | null, effective_on: Day, review_on: Day | null, published_at: string, published_on: Day | null, };
export type PolicyEditionId = string;
export type PolicyId = string;
export type PolicyKind = "bylaw" | "policy" | "mechanism" | "procedure" | "manual";
export type PolicyLine = { policy: PolicyId, title: string, kind: PolicyKind, issuer: string, 
/**
 * The edition in force.
 */
no: number | null, approved_on: Day | null, effective_on: Day | null, review_on: Day | null, decision_no: string, 
/**
 * How the edition stands that is in hand.
 */
in_hand: EditionState | null, 
/**
 * To how many it was sent, and how many have signed.
 */
circulated: number, signed: number, standing: PolicyStanding, };
export type PolicyLook = { on: Day, note: string, next_on: Day, by_name: string, };
export type PolicyPage = { lines: Array<PolicyLine>, total: number, counts: Array<PolicyCount>, };
export type PolicyReader = { person: PersonId, name: string, sent_on: Day, due: Day, signed_at: Moment | null, };
export type PolicyReference = { id: ReferenceId, title: string, number: string, issuer: string, issued_on: Day | null, place: string, note: string, 
/**
 * Policies that stand on it.
 */
policies: number, };
export type PolicyReferences = { references: Array<PolicyReference>, records: { [key in string]: RecordVersion }, };
export type PolicySheet = { policy: PolicyCard, standing: PolicyStanding, 
/**
 * The newest first.
 */
editions: Array<PolicyEdition>, 
/**
 * Who reads the edition in force, those who have not signed first.
 */
readers: Array<PolicyReader>, 
/**
 * People of the office it was not sent to.
 */
unsent: number, reviews: Array<PolicyLook>, references: Array<PolicyReference>, variables: Array<PolicyVariable>, 
/**
 * Whether the person who looks is to sign the edition in force, and the fingerprint of what they then sign.
 */
to_sign: boolean, fingerprint: string, 
/**
 * The meeting on whose agenda the edition stands that waits.
 */
on_agenda: MeetingId | null, record: RecordVersion, };
export type PolicyStanding = "prepared" | "in_force" | "late_review" | "retired";
export type PolicyVariable = { name: string, value: string, };
export type PortfolioFigures = { 
/**
 * Paid out, wholly or in part.
 */
loans: number, 
/**
 * Something is owed.
 */
active: number, 
/**
 * Nothing is owed any more, whether money of the borrower is in hand or not.
 */
paid_off: number, 
/**
 * Late by a day or more.
 */
late: number, 
/**
 * What was paid out, tranches included.
 */
lent: Money, 
/**
 * Principal owed, rows not yet due included.
 */
outstanding: Money, 
/**
 * Principal of rows that were due before the day.
 */
overdue: Money, 
/**
 * Money of borrowers that no row has taken.
 */
credits: Money, 
/**
 * What was repaid, refunds taken off.
 */
paid: Money, 
/**
 * Outstanding ÷ active loans, to the halala, a half to the even one; zero where no loan is active.
 */
average: Money, target: Target, late_target: Target, };
export type PortfolioLine = { loan: LoanId, loan_no: string, party: PartyId, name: string, project: string, fund: FundId, 
/**
 * Paid out, tranches included.
 */
lent: Money, 
/**
 * Repaid, refunds taken off.
 */
paid: Money, outstanding: Money, 
/**
 * Unpaid on instalments due before the day.
 */
overdue: Money, credit: Money, 
/**
 * Days past due, zero where nothing is late.
 */
dpd: number, restructured: boolean, written_off: boolean, 
/**
 * Given up for lost when it was written off; zero for all others.
 */
given_up: Money, };
export type PortfolioPage = { day: Day, lines: Array<PortfolioLine>, 
/**
 * Of all pages.
 */
loans: number, lent: Money, paid: Money, outstanding: Money, overdue: Money, credit: Money, given_up: Money, };
export type PortfolioPart = "active" | "on_time" | "paid_off" | "credit" | "restructured" | "written_off";
export type PortfolioStanding = { day: Day, fund: FundId | null, fund_name: string | null, outstanding: StandingSum, overdue: StandingSum, 
/**
 * Overdue of outstanding; none where nothing is.
 */
arrears_rate: Rate | null, at_risk: Array<RiskRow>, fallen_due: Money, collected: Money, collection_rate: Rate | null, due_target: Target, restructured: StandingSum, written_off: StandingSum, provisions: Array<ProvisionRow>, provision: Money, 
/**
 * The table of provisions: zero as shipped, which nobody has approved.
 */
table: CollectionRuleVersion, };
export type Portion = { n: number, of: number, percent: number | null, };
export type PostedVoucher = { id: EntryId, number: string, };
export type PostponeItem = { item: AgendaItemId, reason: string, version: number, };
export type Preferences = { values: Record<string, unknown>, };
export type PrepareReminder = { 
/**
 * Made by the caller.
 */
id: MessageId, party: PartyId, items: Array<ReminderKey>, 
/**
 * As it was copied.
 */
text: string, };
export type Presence = "invited" | "present" | "remote" | "excused" | "absent";
export type PreviewAssessment = { assessment: AssessmentId, draft: AssessmentDraft, };
export type PreviewChange = { loan: LoanId, 
/**
 * Its value day.
 */
day: Day, change: LoanChange, };
export type PreviewHold = { hold: HoldId, change: LoanChange, };
export type PreviewLine = { account: AccountCode, account_name: string, 
/**
 * Debit above zero, credit below.
 */
amount: Money, };
export type PreviewPayment = { tranche: TrancheId, day: Day, method: PaymentMethod, };
export type PreviewPlan = { product: ProductId, amount: Money, instalments: number, calendar: LoanCalendar, first_due: Day | null, 
/**
 * The day the money is thought to go out; today where none is given.
 */
start: Day | null, };
export type PreviewRepayment = { loan: LoanId, day: Day, amount: Money, };
export type PrintSheets = { questionnaire: QuestionnaireId, 
/**
 * A run; a form without a code where none is named.
 */
no: number | null, };
export type PrintSlip = { questionnaire: QuestionnaireId, token: string, };
export type ProductId = string;
export type ProductTerms = { least: Money, most: Money, 
/**
 * The longest term, in months.
 */
longest: number, 
/**
 * What is proposed; a loan may choose the other one.
 */
calendar: LoanCalendar, split: LoanSplit, 
/**
 * Instalments are whole multiples of this; a riyal unless the association says a halala.
 */
unit: Money, 
/**
 * Leading months without an instalment. The plan grows by them, the instalment does not.
 */
grace: number, weekend: Array<Weekday>, on_non_working_day: NonWorkingDay, 
/**
 * No instalment falls into Ramadan: it and all later ones move on by a month.
 */
defers_ramadan: boolean, advance: LoanAdvance, 
/**
 * Days of lateness that are not yet called delinquent. They never count for the portfolio at risk.
 */
arrears_grace_days: number, 
/**
 * The largest part of a loan that may be paid out in cash, in whole per cent; the rest is bought for the project.
 */
cash_percent: number, 
/**
 * Kinds of guarantee that are accepted; all where none is named.
 */
guarantees: Array<GuaranteeKind>, 
/**
 * More may be lent by a loan once so much of it is repaid, in whole per cent; never where nothing is said.
 */
top_up_percent: number | null, };
export type ProgrammeId = string;
export type ProgressPoint = { assessment: AssessmentId, kind: AssessmentKind, done_on: Day, score: number, class: FileClass, 
/**
 * None for who may not see facts.
 */
income: Money | null, };
export type ProjectAt = "none" | "ready" | "open" | "late" | "in_review" | "failed" | "passed";
export type ProjectCount = { standing: ProjectState, count: number, };
export type ProjectId = string;
export type ProjectLine = { project: ProjectId, party: PartyId, borrower: string, name: string, activity: string, opened_on: Day, standing: ProjectState, at: ProjectAt, 
/**
 * Stages in all, and those that passed.
 */
stages: number, passed: number, 
/**
 * The stage it is in: the first that has not passed.
 */
stage_name: string, stage_due: Day | null, loans: number, outstanding: Money, };
export type ProjectPage = { lines: Array<ProjectLine>, total: number, 
/**
 * Of each standing, whatever standing is asked for.
 */
counts: Array<ProjectCount>, };
export type ProjectStage = { id: StageId, project: ProjectId, no: number, name: string, goal: string, days: number, visits: number, state: StageState, opened_on: Day | null, due: Day | null, ended_on: Day | null, conditions: Array<StageCondition>, };
export type ProjectStages = { project: ProjectId, 
/**
 * As the project stands: one that runs is halted while a hold of one of its loans is open.
 */
standing: ProjectState, stages: Array<StageSheet>, 
/**
 * Tranches nobody has put into a stage.
 */
loose: Array<StageTranche>, 
/**
 * What must hold before the project is completed.
 */
completing: Array<GateCondition>, 
/**
 * The template its stages came from, with its version.
 */
template: string | null, template_version: number | null, record: RecordVersion, };
export type ProjectState = "running" | "halted" | "stopped" | "completed";
export type PromiseFigures = { beneficiary: MeasuredShare, association: MeasuredShare, beneficiary_target: Target, association_target: Target, };
export type PromiseId = string;
export type PromiseKept = "kept" | "partly" | "broken";
export type PromiseLine = { promise: PromiseId, loan: LoanId, loan_no: string, party: PartyId, name: string, amount: Money, due: Day, 
/**
 * The last day on which a repayment keeps it: with the days of grace.
 */
last_day: Day, made_on: Day, by_name: string, standing: PromiseStanding, 
/**
 * What of it was repaid in time.
 */
paid: Money, kept_on: Day | null, 
/**
 * Why it was withdrawn or replaced, by whom and when.
 */
reason: string, ended_on: Day | null, ended_by_name: string, };
export type PromisePage = { lines: Array<PromiseRow>, total: number, };
export type PromiseRow = { commitment: CommitmentId | null, activity: ActivityId | null, of: FollowedSubject, side: PromiseSide, text: string, 
/**
 * The due day, or the day of the visit.
 */
day: Day, kept: boolean, };
export type PromiseSide = "beneficiary" | "association";
export type PromiseStanding = "open" | "kept" | "partly" | "broken" | "withdrawn" | "replaced";
export type PromissoryNote = { id: NoteId, loan: LoanId, note_no: string, amount: Money, 
/**
 * At sight where none is named.
 */
due: Day | null, issued_on: Day, place_of_issue: string, place_of_payment: string, state: NoteState, drawn_by_name: string, signed_on: Day | null, kept_at: string, signed_told_by: PersonId | null, signed_told_by_name: string | null, ended_on: Day | null, ended_note: string, ended_by_name: string | null, };
export type ProposeAgreement = { id: AgreementId, partner: PartyId, kind: AgreementKind, terms: AgreementTerms, parties: Array<TypedAgreementParty>, targets: Array<string>, 
/**
 * The agreement it takes the place of.
 */
renews: AgreementId | null, };
export type ProposeGuarantee = { id: GuaranteeId, loan: LoanId, kind: GuaranteeKind, 
/**
 * Of a kind where a person stands for the loan.
 */
guarantor: NewGuarantor | null, said: string, income: Money | null, residence_months: number | null, until: Day | null, note: string, 
/**
 * The one it comes instead of, which is released when this one is verified.
 */
replaces: GuaranteeId | null, };
export type ProposeHold = { id: ApprovalId, hold: HoldId, decision: HoldChoice, reason: string, 
/**
 * Of a stop: what was bought with the loan, and where it is.
 */
assets: string, 
/**
 * Of a rescheduling.
 */
change: LoanChange | null, };
export type ProposeLoan = { id: LoanId, project: ForProject, product: ProductId, fund: FundId, amount: Money, instalments: number, calendar: LoanCalendar, 
/**
 * One month after the money is out, where it is left open.
 */
first_due: Day | null, guarantee: Guarantee, purpose: string, 
/**
 * Together the whole amount, in the order they are to be paid.
 */
tranches: Array<NewTranche>, };
export type ProposedLoan = { id: LoanId, loan_no: string, };
export type ProveObligation = { id: ObligationId, version: number, evidence_kind: EvidenceKind, evidence: string, };
export type ProvisionRow = { days: ArrearsBucket, loans: number, outstanding: Money, 
/**
 * Per cent.
 */
percent: string, 
/**
 * To be set aside.
 */
provision: Money, target: Target, };
export type ProvisionRule = { 
/**
 * Per cent, 0–100, for: not late, 1–30, 31–60, 61–90, 91–180, more than 180 days.
 */
percents: string[], };
export type PublishEdition = { edition: PolicyEditionId, at: string, on: Day, };
export type PublishedOn = { channel: ServiceChannel, published_on: Day, evidence: string, by_name: string, };
export type PurchaseArrival = { id: PurchaseId, went_back: boolean, on: Day, condition: ArrivalCondition, received_by: string, place: string, said: string, lines: Array<ArrivedLine>, recorded_by: PersonId, recorded_by_name: string, recorded_at: Moment, };
export type PurchaseAsk = { asked_by: PersonId, asked_by_name: string, asked_at: Moment, approved_by_name: string, approved_at: Moment | null, 
/**
 * Whether it came back, and why.
 */
returned: boolean, note: string, };
export type PurchaseAsset = { id: AssetId, no: number, purchase: PurchaseId, order_no: string, line: number, loan_no: string, name: string, serial: string, state: AssetState, state_on: Day, 
/**
 * Why, of a state other than in use.
 */
said: string, 
/**
 * The day it came.
 */
came_on: Day, seen_on: Day | null, 
/**
 * Whether another person than who recorded it has seen it.
 */
verified_by_name: string | null, verified_on: Day | null, events: Array<PurchaseAssetEvent>, };
export type PurchaseAssetEvent = { kind: AssetEventKind, on: Day, said: string, by_name: string, at: Moment, };
export type PurchaseBudget = { application: ApplicationId, application_no: string, item: string, amount: Money, 
/**
 * Whose quote was taken by the study; empty where none was.
 */
chosen: string, quotes: Array<StudiedQuote>, };
export type PurchaseCount = { state: PurchaseState, count: number, };
export type PurchaseEnd = "ours" | "supplier";
export type PurchaseId = string;
export type PurchaseInvoice = { id: PurchaseId, invoice_no: string, on: Day, amount: Money, vat: Money, reason: string, made_by_name: string, voided: boolean, void_reason: string, };
export type PurchaseItem = { 
/**
 * 1, 2, 3 … of the purchase.
 */
no: number, item: string, quantity: number, 
/**
 * Of the whole line, with the tax.
 */
amount: Money, is_asset: boolean, came: number, 
/**
 * Pieces that will not come.
 */
short: number, };
export type PurchaseLine = { purchase: PurchaseId, loan: LoanId, loan_no: string, borrower: string, project_name: string, tranche: TrancheId, tranche_no: number, title: string, state: PurchaseState, 
/**
 * Once it is ordered: `P-1448-0007`.
 */
order_no: string | null, ordered_on: Day | null, supplier: PartyId | null, 
/**
 * Of whom it is bought; empty while nothing was chosen.
 */
supplier_name: string, 
/**
 * Of the quote that was taken; while none is, of the cheapest.
 */
amount: Money | null, quotes: number, due_on: Day | null, 
/**
 * Whether it was to be here by now.
 */
late: boolean, 
/**
 * Pieces that were ordered, and that came.
 */
pieces: number, came: number, invoiced: Money, verified_on: Day | null, };
export type PurchasePage = { lines: Array<PurchaseLine>, total: number, counts: Array<PurchaseCount>, late: number, };
export type PurchaseQuote = { 
/**
 * The id of the quote.
 */
id: PurchaseId, supplier: PartyId, supplier_name: string, amount: Money, on: Day, until: Day | null, 
/**
 * Whether its last day has passed.
 */
expired: boolean, note: string, chosen: boolean, cheapest: boolean, made_by_name: string, };
export type PurchaseRule = { product: ProductId, terms: PurchaseTerms, 
/**
 * How often it was changed: sent back with a change.
 */
version: number, };
export type PurchaseRules = { rules: Array<PurchaseRule>, 
/**
 * Of a product nobody said anything about.
 */
usual: PurchaseTerms, };
export type PurchaseSheet = { line: PurchaseLine, record: RecordVersion, phase: LoanPhase, project: ProjectId, tranche: PurchaseTranche, 
/**
 * Tranches of the loan it may be moved to, where its own was cancelled.
 */
others: Array<PurchaseTranche>, 
/**
 * Whether its tranche was cancelled.
 */
stranded: boolean, 
/**
 * Whether the loan has taken it over: it is owed, and what came does not go back any more.
 */
booked: boolean, budget_line: string | null, reason: string, items: Array<PurchaseItem>, quotes: Array<PurchaseQuote>, 
/**
 * How many are asked for.
 */
quotes_needed: number, arrivals: Array<PurchaseArrival>, invoices: Array<PurchaseInvoice>, assets: Array<PurchaseAsset>, ask: PurchaseAsk | null, 
/**
 * Before it is ordered, or approved, or verified: what must hold, met and missing.
 */
conditions: Array<GateCondition>, 
/**
 * Why the person who looks may not approve the order that waits; empty where they may.
 */
cannot_approve: string | null, 
/**
 * Whether the person who looks recorded something of what came.
 */
own_delivery: boolean, begun_by_name: string, begun_at: Moment, verified_by_name: string | null, verified_note: string, ended_why: PurchaseEnd | null, ended_reason: string, ended_by_name: string | null, };
export type PurchaseState = "draft" | "waiting" | "ordered" | "part" | "came" | "verified" | "cancelled";
export type PurchaseSupplier = { party: PartyId, name: string, quotes: number, orders: number, late: number, amount: Money, };
export type PurchaseSuppliers = { suppliers: Array<PurchaseSupplier>, };
export type PurchaseTerms = { 
/**
 * Whether a tranche in kind above `above` goes on only with an approved order, a delivery and an invoice.
 */
asked: boolean, above: Money, 
/**
 * So many quotes are asked for, for an order above `quotes_above`; one otherwise.
 */
quotes: number, quotes_above: Money, };
export type PurchaseTranche = { tranche: TrancheId, no: number, amount: Money, item: string, 
/**
 * What is not ordered yet.
 */
left: Money, 
/**
 * Whether orders may still be made from it.
 */
open: boolean, 
/**
 * Whether its product asks for an order, a delivery and an invoice before it is paid.
 */
asked: boolean, 
/**
 * The line of the budget it was applied for with, where it came from an application.
 */
budget: PurchaseBudget | null, };
export type PurchasesOf = { project: ProjectId, project_name: string, purchases: Array<PurchaseLine>, assets: Array<PurchaseAsset>, 
/**
 * Tranches of the loan that buy in kind; none of a project.
 */
tranches: Array<PurchaseTranche>, };
export type PurchasesOfLoan = { loan: LoanId, };
export type PurchasesOfProject = { project: ProjectId, };
export type PutPreference = { key: string, value: unknown, };
export type QualifyLine = { party: PartyId, name: string, file_no: string, mobile: string, city: string, district: string, score: number | null, class: string, mandatory_met: number, mandatory: number, missing: Array<MissingFact>, state: ServiceCallState, calls: number, last_on: Day | null, until: Day | null, note: string, request: CaseRequestId | null, request_no: string, };
export type QualifyPage = { lines: Array<QualifyLine>, total: number, counts: Array<CallStateCount>, 
/**
 * Active files the criteria were tried on.
 */
tried: number, name: string, number: number, };
export type QuestionCondition = { 
/**
 * The key of a question before it.
 */
question: string, 
/**
 * The choices of it, one of which must have been made.
 */
any: Array<number>, };
export type QuestionCount = { table: ImportTable, ask: string, 
/**
 * What it is about: the field, and the word, fund, account or value as it stands in the file. Empty for questions of
 * a row.
 */
field: string, value: string, 
/**
 * The name of the sheet or the line that says so, or the header of the column.
 */
said: string, 
/**
 * The sheets it is asked on.
 */
sheets: Array<string>, 
/**
 * The first few values of the column, to decide by.
 */
examples: Array<string>, 
/**
 * What may be answered, where it is one of a few: codes with their words at `importing.value.<option>`, names of
 * fields at `intake.field.<option>`, or names.
 */
options: Array<string>, 
/**
 * The likeliest answer; empty where nothing speaks for one.
 */
proposal: string, 
/**
 * Rows that still wait.
 */
open: number, 
/**
 * Whether «import it as it stands» is an answer; otherwise a name or number is needed.
 */
can_stand: boolean, 
/**
 * The answer given for all of them, where there is one.
 */
for_all: ImportDecision | null, };
export type QuestionKind = "scale" | "yes_no" | "single" | "multi" | "number" | "text" | "date" | "matrix";
export type QuestionResult = { question: FormQuestion, 
/**
 * How many were asked and said something.
 */
answered: number, hidden: SurveyHidden | null, satisfaction: MeasuredAnswers | null, 
/**
 * Points since the edition before.
 */
change: number | null, options: Array<OptionResult>, rows: Array<RowResult>, 
/**
 * The mean of numbers, to two decimals.
 */
mean: string | null, };
export type QuestionnaireCounts = { open: number, entering: number, asked: number, draft: number, closed: number, };
export type QuestionnaireFigure = { key: string, domain: string, question: string, answer: string, n: number | null, of: number | null, percent: number | null, mean: string, change: number | null, };
export type QuestionnaireId = string;
export type QuestionnaireLine = { questionnaire: QuestionnaireId, 
/**
 * What the codes of its sheets begin with: `Q02`.
 */
mark: string, purpose: QuestionnairePurpose, title: string, edition: number, anonymous: boolean, at_closing: boolean, sealed: boolean, opens: Day, closes: Day, state: QuestionnaireState, standing: QuestionnaireStanding, questions: number, answers: number, made_by_name: string, };
export type QuestionnairePage = { lines: Array<QuestionnaireLine>, total: number, counts: QuestionnaireCounts, };
export type QuestionnairePurpose = "satisfaction" | "poll" | "directed" | "needs_study" | "social_research" | "capacity" | "impact" | "content_feedback";
export type QuestionnaireResults = { 
/**
 * Sealed until its end, or fewer answers than are shown.
 */
hidden: SurveyHidden | null, answers: number, 
/**
 * Answers of requests that were closed in its days; none where it is not offered at closing.
 */
response: Portion | null, channels: Array<ChannelResult>, by: ResultsBy, 
/**
 * The question satisfaction is read from.
 */
overall: string, groups: Array<GroupResult>, total: GroupResult | null, questions: Array<QuestionResult>, table: CrossTable | null, 
/**
 * The last four editions, the oldest first.
 */
editions: Array<EditionResult>, suppress_under: number, };
export type QuestionnaireSettings = { 
/**
 * Fewer valid answers are not shown.
 */
suppress_under: number, 
/**
 * Every how many sheets one is entered twice, beginning with the first; 0: none is.
 */
double_entry_every: number, };
export type QuestionnaireSheet = { line: QuestionnaireLine, about: string, questions: Array<FormQuestion>, record: RecordVersion, sent_back: string, hands: Array<string>, approved_by_name: string, approved_on: Day | null, closed_by_name: string, closed_on: Day | null, runs: Array<SheetRun>, progress: EntryProgress, 
/**
 * What must hold before it is handed over for approval, and before it is closed.
 */
before_asking: Array<GateCondition>, before_closing: Array<GateCondition>, 
/**
 * Why whoever asks cannot approve it: the name of a refusal or a permission; empty where they can.
 */
cannot_approve: string, departments: Array<CalledDepartment>, 
/**
 * The editions of its series, the newest first.
 */
editions: Array<EditionName>, settings: QuestionnaireSettings, };
export type QuestionnaireStanding = "draft" | "asked" | "coming" | "open" | "entering" | "closed" | "dropped";
export type QuestionnaireState = "draft" | "asked" | "approved" | "closed" | "dropped";
export type RankCount = { rank: CallRank, people: number, overdue: Money, };
export type Rate = number;
export type RatingOfferLine = { request: CaseRequestId, request_no: string, procedure: string, department_name: string, closed_on: Day, state: RatingState, way: RatingWay | null, on: Day | null, by_name: string, };
export type RatingOfferPage = { lines: Array<RatingOfferLine>, total: number, };
export type RatingPanel = { 
/**
 * The kind of the request.
 */
procedure: string, 
/**
 * None where the request is not closed.
 */
state: RatingState | null, way: RatingWay | null, on: Day | null, by_name: string, 
/**
 * The questionnaire that is open and offered at closing.
 */
questionnaire: QuestionnaireId | null, title: string, };
export type RatingState = "due" | "offered" | "declined";
export type RatingToken = { questionnaire: QuestionnaireId, 
/**
 * Said once; only its print is kept.
 */
token: string, };
export type RatingWay = "kiosk" | "letter";
export type ReachSettings = { silent_days: number, expiry_days: number, };
export type ReadingHistory = { kind: string, name: string, unit: string, measure: ReadingMeasure, 
/**
 * The oldest first.
 */
values: Array<ReadingValue>, };
export type ReadingKind = { code: string, name: string, unit: string, measure: ReadingMeasure, below_zero: boolean, active: boolean, 
/**
 * Kinds of records on which it is asked for.
 */
asked_on: Array<string>, };
export type ReadingKinds = { kinds: Array<ReadingKind>, 
/**
 * The kinds of records that are followed up.
 */
subject_kinds: Array<string>, 
/**
 * Sent back with a change of any of them.
 */
version: number, };
export type ReadingMeasure = "money" | "count";
export type ReadingRow = { kind: string, 
/**
 * Empty where the program has the words.
 */
name: string, unit: string, measure: ReadingMeasure, below_zero: boolean, 
/**
 * What stands on this activity.
 */
now: ReadingValue | null, 
/**
 * The two before it, the older first.
 */
before: Array<ReadingValue>, };
export type ReadingValue = { on: Day, value: number | null, reason: string, };
export type ReceivedLine = { loan: LoanId, loan_no: string, place: LoanEventPlace, party: PartyId, name: string, project: string, fund: FundId, 
/**
 * The value day.
 */
on: Day, 
/**
 * Below zero for money handed back.
 */
amount: Money, method: PaymentMethod | null, reference: string, 
/**
 * Who brought the money, where it was not the borrower.
 */
payer: string, 
/**
 * Of the receipt that came with an import, or of the voucher.
 */
number: string, };
export type ReceivedPage = { from: Day, until: Day, lines: Array<ReceivedLine>, 
/**
 * Of all pages.
 */
payments: number, amount: Money, };
export type ReceptionLine = { id: CaseRequestId, day: Day, at: Moment, by_name: string, name: string, party: PartyId | null, purpose: string, minutes: number | null, answered: boolean, request: CaseRequestId | null, request_no: string, };
export type ReceptionPage = { lines: Array<ReceptionLine>, total: number, answered: number, 
/**
 * Of those whose time was noted: the mean, in minutes; none where there is nothing to divide by.
 */
mean_minutes: number | null, };
export type Recommend = { application: ApplicationId, recommends: Recommends, 
/**
 * To approve it: how much, over how many instalments, by which calendar, out of which fund.
 */
amount: Money | null, instalments: number | null, calendar: LoanCalendar | null, first_due: Day | null, fund: FundId | null, opinion: string, conditions: string, 
/**
 * The version that was looked at.
 */
version: number, };
export type Recommendation = { recommends: Recommends, amount: Money | null, instalments: number | null, calendar: LoanCalendar | null, first_due: Day | null, fund: FundId | null, fund_name: string, opinion: string, conditions: string, by: PersonId, by_name: string, at: Moment, };
export type Recommends = "approve" | "refuse";
export type RecordActivity = { id: ActivityId, version: number, begun: BegunActivity | null, found: FoundOnTheDay, next: NextActivity | null, 
/**
 * Late ones at the same place that this one makes good.
 */
closes: Array<ActivityId>, };
export type RecordArrival = { id: PurchaseId, purchase: PurchaseId, day: Day, condition: ArrivalCondition, 
/**
 * Who received it and signed the record.
 */
received_by: string, place: string, 
/**
 * What is not as ordered.
 */
said: string, lines: Array<CameLine>, };
export type RecordCall = { 
/**
 * Made by the caller.
 */
id: CallId, 
/**
 * What it was about; of several loans the one that is late longest.
 */
loan: LoanId, outcome: CallOutcome, 
/**
 * Needed where the borrower refuses or is in hardship.
 */
note: string, 
/**
 * With the outcome «promise», and with no other.
 */
promise: NewPromise | null, };
export type RecordDonation = { id: EntryId, fund: FundId, amount: Money, day: Day, donor: string, method: DonationMethod, 
/**
 * Number of the transfer or the cheque.
 */
reference: string, 
/**
 * What it is for, in the words of the office.
 */
narration: string, 
/**
 * The income account; the one of the fund's class where none is given.
 */
account: AccountCode | null, };
export type RecordEdition = { id: PolicyEditionId, policy: PolicyId, text: string, changes: string, 
/**
 * Which body, in which meeting of which term.
 */
approved_elsewhere: string, approved_on: Day, effective_on: Day, version: number, };
export type RecordFee = { member: AssemblyMemberId, year: number, 
/**
 * As it is written: `RV-2026-000012`.
 */
receipt: string, amount: Money, };
export type RecordInvoice = { id: PurchaseId, purchase: PurchaseId, invoice_no: string, day: Day, 
/**
 * With the tax.
 */
amount: Money, vat: Money, 
/**
 * Why it is not what is still to be invoiced of the order.
 */
reason: string, };
export type RecordReferralCall = { id: CaseRequestId, version: number, result: CallResult, note: string, };
export type RecordRefund = { id: PaymentId, loan: LoanId, day: Day, amount: Money, method: PaymentMethod, reference: string, note: string, };
export type RecordRepayment = { id: PaymentId, loan: LoanId, day: Day, amount: Money, method: PaymentMethod, reference: string, 
/**
 * Who brought the money, where it was not the borrower.
 */
payer: string, note: string, };
export type RecordServiceCall = { id: ServiceCallId, service: ServiceId, party: PartyId, result: ServiceCallResult, 
/**
 * Until when they wish to ask.
 */
until_day: Day | null, note: string, };
export type RecordVersion = { number: number, 
/**
 * The name of who made it.
 */
by: string | null, at: Moment | null, };
export type RecoverOffice = { code: string, login: string, new_password: string, };
export type RecoveryCode = { recovery_code: string, };
export type RecoveryGroup = { group: string, };
export type ReferenceId = string;
export type Referral = { entity: EntityId, entity_name: string, place: string, phone: string, contact: string, hours: string, service: string, appointment: Day | null, appointment_time: string, stage: ReferralStage | null, stage_on: Day | null, arrived_on: Day | null, consent: SharingConsent, consent_on: Day | null, shared: Array<SharedField>, card_on: Day | null, unanswered: number, told_on: Day | null, callback_from: Day | null, 
/**
 * Calendar days since the appointment without arrival.
 */
waiting: number | null, 
/**
 * This Hijri year at the same entity.
 */
sent: number, contacted: number, arrived: number, served: number, 
/**
 * Which stages may follow for who asks.
 */
next: Array<ReferralStage>, };
export type ReferralEntity = { entity: EntityId, name: string, place: string, phone: string, contact: string, hours: string, active: boolean, };
export type ReferralStage = "handed_over" | "contacted" | "arrived" | "served" | "refused" | "no_show";
export type RefuseImport = { id: ImportId, reason: string, };
export type RefuseReopening = { period: PeriodId, 
/**
 * Why the month stays closed.
 */
reason: string, };
export type RefusedFact = { code: string, field: string, };
export type RegisterLetter = { id: CaseRequestId, direction: LetterDirection, day: Day, other: string, subject: string, their_no: string, request: CaseRequestId | null, };
export type RegisterSaid = { 
/**
 * The office's own number; may be empty.
 */
number: string, history: boolean, 
/**
 * A decision that stands as none here, because it lacks its outcome, its day or who of the office took it.
 */
outcome: RequestOutcome | null, decided_on: Day | null, decided_by_name: string, };
export type Relation = "head" | "spouse" | "child" | "parent" | "sibling" | "guardian" | "agent" | "member";
export type ReminderCount = { state: ReminderState, people: number, };
export type ReminderItem = { loan: LoanId, loan_no: string, 
/**
 * The place of the instalment in the plan, from one.
 */
no: number, due: Day, 
/**
 * Still owed of it.
 */
amount: Money, 
/**
 * Days after the due day; below zero before it.
 */
step: number, };
export type ReminderKey = { loan: LoanId, no: number, due: Day, step: number, };
export type ReminderLine = { party: PartyId, name: string, 
/**
 * All but the last three digits are hidden.
 */
mobile: string, items: Array<ReminderItem>, amount: Money, text: string, state: ReminderState, 
/**
 * Once it is prepared.
 */
message: MessageId | null, prepared_at: Moment | null, prepared_by_name: string, sent_on: Day | null, sent_by_name: string, channel: MessageChannel | null, };
export type ReminderPage = { lines: Array<ReminderLine>, total: number, 
/**
 * Whatever state was asked for.
 */
states: Array<ReminderCount>, 
/**
 * Borrowers who would be reminded, but want no messages or took back a consent.
 */
unwished: number, 
/**
 * Loans that would be reminded of, but are paused.
 */
paused: number, };
export type ReminderRule = { 
/**
 * The line each message begins with, and the one it ends with; either may be empty.
 */
greeting: string, closing: string, steps: Array<ReminderStep>, 
/**
 * Days a reminder waits to be prepared, for days on which nobody is in the office: 0–14.
 */
keep_days: number, };
export type ReminderState = "waiting" | "prepared" | "sent";
export type ReminderStep = { 
/**
 * For loans of one product; for all others where none is named.
 */
product: ProductId | null, 
/**
 * Days after the due day, −60 to 180; below zero before it.
 */
days: number, 
/**
 * One sentence; words in brackets stand for what is known.
 */
text: string, };
export type RemoveAgendaItem = { item: AgendaItemId, version: number, };
export type RemoveDayOff = { id: DayOffId, };
export type RemoveDocument = { id: DocumentId, reason: string, };
export type RemoveMember = { party: PartyId, member: PartyId, reason: string, };
export type RemovePerson = { id: PersonId, };
export type RepaidRow = { no: number, due: Day, amount: Money, paid_before: Money, by_this: Money, outstanding_after: Money, };
export type RepaymentReceipt = { place: LoanEventPlace, 
/**
 * The number of the receipt voucher, or of a receipt that came with an import.
 */
number: string, };
export type ReplanActivity = { id: ActivityId, version: number, planned_on: Day, researcher: PersonId, 
/**
 * As it was where none is given.
 */
purpose: string | null, };
export type ReportChange = "better" | "worse" | "moved" | "same" | "unknown";
export type ReportChannel = "paper" | "email" | "meeting" | "message";
export type ReportFigure = { name: string, code: string, section: FigureSection, unit: FigureUnit, better: Better, title_key: string, value: number | null, of: [number, number] | null, before: number | null, change: ReportChange, parts: Array<FigurePart>, 
/**
 * Its rows as they are today; none of a figure nobody measures any more.
 */
target: Target | null, };
export type ReportId = string;
export type ReportImport = { id: ImportId, 
/**
 * Of the sentences in it; Arabic, where none is named.
 */
language: Language | null, };
export type ReportLine = { report: ReportId, report_no: string, calendar: Calendar, year: number, month: number, edition: number, from: Day, until: Day, state: ReportState, prepared_by_name: string, prepared_on: Day, issued_by_name: string, issued_on: Day | null, recipients: number, handed: number, };
export type ReportPage = { lines: Array<ReportLine>, total: number, 
/**
 * Months of this year's calendar that ended and have no report, newest first.
 */
missing: Array<MissingReport>, };
export type ReportRecipient = { place: number, name: string, body: string, handed_on: Day | null, channel: ReportChannel | null, handed_by_name: string, };
export type ReportSheet = { report: ReportId, report_no: string, calendar: Calendar, year: number, month: number, edition: number, reason: string, span: Span, previous: Span, state: ReportState, summary: string, went_well: string, went_badly: string, advice: string, prepared_by: PersonId, prepared_by_name: string, prepared_on: Day, frozen_at: Moment | null, issued_by_name: string, issued_on: Day | null, figures: Array<ReportFigure>, recipients: Array<ReportRecipient>, 
/**
 * Why whoever asks may not issue it: the name of a refusal, or of a permission.
 */
cannot_issue: string | null, 
/**
 * Whether whoever asks prepared it.
 */
mine: boolean, version: number, };
export type ReportState = "draft" | "waiting" | "issued";
export type RequestChoices = { today: Day, 
/**
 * Kinds that can be taken in.
 */
kinds: Array<CaseRequestKind>, departments: Array<Department>, people: Array<OfficePerson>, days_off: Array<DayOff>, entities: Array<ReferralEntity>, deadlines: DeadlineSettings, 
/**
 * Fields of a file that a change of data may name.
 */
fields: Array<string>, 
/**
 * Sent back with a change of the settings.
 */
version: number, };
export type RequestClock = { due: Day, running: DeadlineRunning, 
/**
 * Working days.
 */
elapsed: number, paused: number, left: number, over: number, stopped_on: Day | null, on_time: boolean | null, };
export type RequestCounts = { mine: number, incoming: number, late: number, all: number, };
export type RequestDecider = { person: PersonId, name: string, me: boolean, declared: boolean, kept_from: Array<string>, };
export type RequestDeclaration = { person: PersonId, name: string, tie: boolean, note: string, at: Moment, };
export type RequestEvent = { no: number, kind: CaseEventKind, day: Day, at: Moment, by_name: string, from_state: CaseRequestState | null, to_state: CaseRequestState | null, person_name: string, word: string, note: string, };
export type RequestKind = "refund" | "forgive" | "undo" | "change" | "give_up";
export type RequestLine = { request: CaseRequestId, request_no: string, kind: CaseRequestKind, state: CaseRequestState, outcome: RequestOutcome | null, stage: ReferralStage | null, party: PartyId | null, file_no: string, 
/**
 * Who asks; of an internal one the department. Empty for one without a name.
 */
name: string, anonymous: boolean, restricted: boolean, subject: string, body: string, channel: CaseChannel, received_on: Day, 
/**
 * Since when it stands where it stands.
 */
since: Day, clock: RequestClock | null, due: Day | null, callback_from: Day | null, researcher: PersonId | null, researcher_name: string, mine: boolean, service: ServiceId | null, service_name: string, 
/**
 * It ended before this program, as a register tells.
 */
history: boolean, 
/**
 * Sent back with a change.
 */
version: number, };
export type RequestOutcome = "approved" | "rejected" | "waitlisted" | "referred" | "upheld" | "partly" | "settled" | "not_settled";
export type RequestPage = { lines: Array<RequestLine>, total: number, 
/**
 * Of all that this person sees, whatever was asked for.
 */
counts: RequestCounts, 
/**
 * Within the tab and the words that were asked for.
 */
kinds: Array<KindCount>, };
export type RequestPerson = { person: PersonId, name: string, 
/**
 * How many open ones they have.
 */
open: number, 
/**
 * Codes of refusals; none where it may be given to them.
 */
kept_from: Array<string>, };
export type RequestSheet = { today: Day, line: RequestLine, record: RecordVersion, mobile: string, on_behalf_of: string, department: DepartmentId | null, department_name: string, against: DepartmentId | null, against_name: string, contests: GrievanceContests, 
/**
 * 0 for what is no grievance.
 */
level: number, received_by_name: string, reason: string, decided_by_name: string, decided_on: Day | null, letter_on: Day | null, 
/**
 * The last day of appeal: of the letter that was handed over, else as if it were today.
 */
appeal_last: Day | null, executed_on: Day | null, executed_by_name: string, executed_note: string, answer: string, stages: Array<StageDays>, ways: Array<RequestWay>, outcomes: Array<RequestOutcome>, events: Array<RequestEvent>, declarations: Array<RequestDeclaration>, 
/**
 * Whether the names of the applicant and of who asks end alike.
 */
same_family_name: boolean, my_declaration: boolean | null, people: Array<RequestPerson>, may_assign: boolean, deciders: Array<RequestDecider>, parent: LinkedRequest | null, 
/**
 * Grievances against this one.
 */
grievances: Array<LinkedRequest>, changes: Array<DataChange>, referral: Referral | null, service: ServiceAsked | null, 
/**
 * Where it comes from a register of before: what that tells.
 */
register: RegisterSaid | null, };
export type RequestState = "waiting" | "approved" | "returned" | "refused" | "withdrawn";
export type RequestTab = "mine" | "incoming" | "late" | "all";
export type RequestWay = { to: CaseRequestState, conditions: Array<FlowCondition>, };
export type Researcher = { name: string, person: PersonId | null, };
export type ResearcherLoad = { researcher: PersonId, name: string, late: number, 
/**
 * Planned for the days that are shown.
 */
planned: number, 
/**
 * Done on these days already.
 */
done: number, };
export type ResearcherShare = { researcher: PersonId, name: string, share: MeasuredShare, };
export type ResetPassword = { id: PersonId, password: string, };
export type RestoreBackup = { id: string, password: string, };
export type Restored = { made_at: Moment, audit_lines: number, 
/**
 * Folder in which the office of before was kept.
 */
kept: string | null, };
export type ResultsBy = "department" | "procedure";
export type RetentionId = string;
export type RetentionLine = { party: PartyId, file_no: string, name: string, 
/**
 * `closed` or `graduated`.
 */
status: string, since: Day, 
/**
 * The day from which it is to be decided.
 */
due: Day, 
/**
 * The keys of the features in which something of theirs still goes on: `feature.<name>`.
 */
goes_on: Array<string>, 
/**
 * What was decided last.
 */
request: RetentionId | null, state: RetentionState | null, reason: string, until: Day | null, asked_by_name: string, 
/**
 * Why whoever asks may not take them out: the name of a refusal, or of a permission.
 */
cannot: string | null, 
/**
 * Whether whoever asks asked for it.
 */
mine: boolean, };
export type RetentionPage = { lines: Array<RetentionLine>, total: number, months: number, 
/**
 * The decision the rule rests on; empty where it stands as shipped.
 */
decision: string, };
export type RetentionRules = { versions: Array<RetentionVersion>, };
export type RetentionState = "kept" | "waiting" | "done" | "dropped";
export type RetentionVersion = { version: number, months: number, decision: string, set_by_name: string, set_at: Moment | null, };
export type RetirePolicy = { policy: PolicyId, on: Day, reason: string, version: number, };
export type ReturnDraft = { id: EntryId, 
/**
 * What must be mended.
 */
note: string, };
export type ReturnNotes = { loan: LoanId, day: Day, 
/**
 * Who took them; the borrower where nobody is named.
 */
handed_to: string, };
export type ReturnOrder = { purchase: PurchaseId, reason: string, };
export type ReturnReport = { report: ReportId, reason: string, };
export type ReturnStage = { stage: StageId, reason: string, };
export type RevealedIdentity = { number: string, };
export type ReviewActivity = { id: ActivityId, version: number, note: string, };
export type ReviewAssessment = { assessment: AssessmentId, version: number, note: string, };
export type ReviewDocument = { id: DocumentId, finding: Finding, method: ReviewMethod, note: string, 
/**
 * As the reviewer found it on the paper.
 */
expires_on: Day | null, 
/**
 * The review that stood when this one began; nothing where none stood.
 */
reviewed_at: Moment | null, };
export type ReviewMethod = "original_seen" | "issuer_asked" | "electronic_service" | "site_seen" | "other";
export type ReviewPolicy = { policy: PolicyId, on: Day, note: string, version: number, };
export type RiskRow = { 
/**
 * More days late than this.
 */
days: number, loans: number, 
/**
 * The whole outstanding principal of these loans.
 */
amount: Money, 
/**
 * Of all that is outstanding; none where nothing is.
 */
rate: Rate | null, target: Target, };
export type Role = "researcher" | "supervisor" | "finance" | "committee" | "administrator";
export type RoundPreview = { lines: Array<ActivityLine>, on_the_way: Array<ActivityLine>, };
export type RowPreview = { sheet: string, 
/**
 * The number of the row in the sheet, from 1.
 */
row: number, 
/**
 * The letters of the column whose sum makes the row, where months stand across.
 */
column: string | null, verdict: ImportVerdict, 
/**
 * By field.
 */
cells: { [key in string]: CellPreview }, 
/**
 * Words at `intake.reason.<reason>` and `intake.detail.<detail>`.
 */
reasons: Array<ImportReason>, 
/**
 * Words at `intake.how.<how>`.
 */
changed: Array<ImportChange>, 
/**
 * Words at `intake.question.<kind>`, filled with the question's own fields.
 */
ask: Array<ImportQuestion>, 
/**
 * Words at `intake.warning.<code>`.
 */
warnings: Array<string>, 
/**
 * What was answered for this row alone, by kind of question.
 */
answers: { [key in string]: ImportDecision }, 
/**
 * Fields corrected by hand.
 */
mended: Array<string>, };
export type RowResult = { text: string, satisfaction: MeasuredAnswers, };
export type RowState = "paid" | "paid_late" | "partial" | "upcoming" | "overdue" | "empty";
export type RowsPage = { 
/**
 * Rows that fit what was asked for.
 */
total: number, rows: Array<RowPreview>, };
export type RuleName = "reminders" | "contact" | "provision" | "closing";
export type RuleVersions = { 
/**
 * The present one first.
 */
versions: Array<AssessmentRuleVersion>, };
export type RunLine = { id: ImportId, subject: ImportSubject, file_name: string, saved_at: Moment, saved_by: string, ready: number, ask: number, refused: number, skipped: number, 
/**
 * Movements another person was asked to approve.
 */
asked: number, 
/**
 * How that stands; none where nobody was asked.
 */
approval: RequestState | null, 
/**
 * When it was taken back, and by whom.
 */
taken_back_at: Moment | null, taken_back_by: string, };
export type Satisfaction = { 
/**
 * 1, not satisfied at all, to 5.
 */
answer: number, channel: SatisfactionChannel, said: string, asked_on: Day, asked_by_name: string, };
export type SatisfactionChannel = "call" | "whatsapp" | "sms" | "in_person" | "paper";
export type SaveAlignmentProgramme = { programme: ProgrammeId, name: string, active: boolean, };
export type SaveAssessment = { assessment: AssessmentId, version: number, draft: AssessmentDraft, };
export type SaveAssociation = { 
/**
 * The version the change began from.
 */
version: number, name_ar: string, name_en: string, 
/**
 * Number of the licence by the National Center for the Non-Profit Sector, as printed on it.
 */
licence_no: string, 
/**
 * Unified national number: ten digits beginning with 7; empty until it is known.
 */
unified_no: string, region: string, city: string, phone: string, email: string, website: string, 
/**
 * 1–12. Associations close their year on 31 December (executive regulation, art. 115): 1 unless the bylaws differ.
 */
fiscal_year_start_month: number, digits: Digits, calendar: Calendar, 
/**
 * Minutes without a touch after which the screen locks; 1–240.
 */
idle_minutes: number, logo: Logo | null, };
export type SaveBudget = { application: ApplicationId, lines: Array<BudgetLine>, version: number, };
export type SaveCommittee = { id: CommitteeId, name: string, kind: CommitteeKind, purpose: string, 
/**
 * The days of its term; of one that is changed, of the term it is in.
 */
term_from: Day, term_to: Day, 
/**
 * None: more than half of those who may vote.
 */
quorum: number | null, confirm_days: number, 
/**
 * The day it ended, of one that is changed.
 */
ended_on: Day | null, version: number, };
export type SaveComponent = { 
/**
 * Latin letters and `_`; of one that is there already, its name stays the program's where it has none.
 */
code: string, name: string, active: boolean, };
export type SaveContact = { id: PartnerItemId, partner: PartyId, version: number, name: string, duty: string, phone: string, email: string, note: string, };
export type SaveDepartment = { id: DepartmentId, name: string, active: boolean, };
export type SaveEdition = { id: PolicyEditionId, policy: PolicyId, text: string, changes: string, effective_on: Day, version: number, };
export type SaveEntity = { id: EntityId, name: string, place: string, phone: string, contact: string, hours: string, active: boolean, };
export type SaveGuaranteeRule = { product: ProductId, terms: GuaranteeTerms, 
/**
 * The version the change began from.
 */
version: number, };
export type SaveMap = { id: ImportId, name: string, };
export type SavePolicy = { id: PolicyId, title: string, kind: PolicyKind, issuer: string, legal_basis: string, review_months: number, owner: PersonId | null, references: Array<ReferenceId>, version: number, };
export type SaveProduct = { id: ProductId, name: string, offered: boolean, terms: ProductTerms, 
/**
 * The version of the record the change began from; 0 for a new one. `version` is what a product calls the edition of
 * its terms.
 */
record_version: number, };
export type SavePurchaseRule = { product: ProductId, terms: PurchaseTerms, 
/**
 * The version the change began from.
 */
version: number, };
export type SaveReference = { id: ReferenceId, title: string, number: string, issuer: string, issued_on: Day | null, place: string, note: string, version: number, };
export type SaveReport = { report: ReportId, version: number, summary: string, went_well: string, went_badly: string, advice: string, recipients: Array<TypedRecipient>, };
export type SaveScheduledReport = { id: SubjectId, title: string, receiver: string, due: Day, owner: PersonId | null, };
export type SaveStudy = { application: ApplicationId, rows: Array<StudyRow>, market: string, version: number, };
export type SaveTarget = { code: string, name: string, pillar: VisionPillar, active: boolean, };
export type SaveTemplate = { id: StageTemplateId, name: string, offered: boolean, stages: Array<StagePlan>, record_version: number, };
export type SavedAgreement = { agreement: AgreementId, agreement_no: string, };
export type SavedApplication = { application: ApplicationId, application_no: string, state: ApplicationState, loan: LoanId | null, 
/**
 * The version of the record afterwards.
 */
version: number, };
export type SavedAssessment = { assessment: AssessmentId, version: number, at: Moment, };
export type SavedCommitment = { commitment: CommitmentId, };
export type SavedFile = { party: PartyId, file_no: string, };
export type SavedFinding = { finding: FindingId, finding_no: string, };
export type SavedFund = { id: FundId, };
export type SavedImprovement = { action: ImprovementId, action_no: string, };
export type SavedItem = { item: CareItemId, };
export type SavedNeed = { need: CareNeedId, };
export type SavedPartner = { partner: PartyId, };
export type SavedProduct = { id: ProductId, version: number, };
export type SavedQuestionnaire = { questionnaire: QuestionnaireId, };
export type SavedReport = { report: ReportId, report_no: string, };
export type SavedRequest = { request: CaseRequestId, request_no: string, 
/**
 * Who took it in does not see it from now on.
 */
hidden: boolean, };
export type SavedSheet = { code: string, 
/**
 * To be entered a second time by another person.
 */
twice: boolean, 
/**
 * Answers in which the second entry differs from the first.
 */
differ: number, };
export type SavedTemplate = { id: StageTemplateId, version: number, };
export type SayOfRequest = { id: CaseRequestId, version: number, note: string, };
export type SayOfService = { id: ServiceId, version: number, reason: string, };
export type ScheduledReport = { id: SubjectId, title: string, receiver: string, due: Day, owner: PersonId | null, owner_name: string, issued_on: Day | null, issued_note: string, 
/**
 * Days past its day: of one that is open today, of one that was issued the day it was.
 */
days_late: number, };
export type SealMinutes = { meeting: MeetingId, version: number, };
export type SeatPresence = { member: CommitteeMemberId, presence: Presence, note: string, };
export type SecondWaits = { code: string, entered_by_name: string, 
/**
 * Entered by whoever asks: the second entry is another person's.
 */
mine: boolean, };
export type SeeAsset = { asset: AssetId, day: Day, note: string, };
export type SeeGuarantee = { guarantee: GuaranteeId, 
/**
 * What was seen, each by the key of its kind.
 */
checked: Array<string>, until: Day | null, note: string, };
export type SendBack = { application: ApplicationId, 
/**
 * One a line.
 */
missing: Array<string>, };
export type SendBackAssessment = { assessment: AssessmentId, version: number, reason: string, };
export type SendReminder = { id: MessageId, channel: MessageChannel, };
export type ServiceAsked = { service: ServiceId, name: string, version: ServiceVersionId, number: number, 
/**
 * The number of a later version that is announced.
 */
newer: number | null, announced_on: Day | null, gives: ServiceGives, ceiling: Money | null, asked: Money | null, amount: Money | null, 
/**
 * As the facts stand today; once it is decided as they stood then.
 */
look: ServiceLook, sees_facts: boolean, missing: Array<MissingFact>, papers: Array<PaperLook>, interview_on: Day | null, visit_on: Day | null, visit_policy: ServiceVisitPolicy, visit_needed: boolean, capacity: number | null, places_left: number | null, 
/**
 * Up to which amount who asks decides alone.
 */
limit: Money | null, exception: boolean, exception_by_name: string, exception_mine: boolean, exception_on: Day | null, exception_reason: string, 
/**
 * Who asks studies it, and has not handed it over.
 */
studies: boolean, taken_by: string, };
export type ServiceCallId = string;
export type ServiceCallResult = "no_answer" | "reached" | "will_ask" | "declined";
export type ServiceCallState = "not_called" | "no_answer" | "reached" | "will_ask" | "declined" | "asked";
export type ServiceChannel = "website" | "account" | "message" | "board" | "newspaper" | "partner" | "other";
export type ServiceChoices = { facts: Array<KnownFact>, funds: Array<FundChoice>, programmes: Array<string>, 
/**
 * Services that take requests today.
 */
open: Array<OpenService>, };
export type ServiceCondition = { 
/**
 * `services.condition.<key>`; where it is missing, the refusal's own words.
 */
key: string, met: boolean, };
export type ServiceContent = { about: string, process: string, gives: ServiceGives, programme: string, fund: FundId | null, decision: string, opens_on: Day | null, closes_on: Day | null, capacity: number | null, ceiling: Money | null, term_days: number, visit_policy: ServiceVisitPolicy, criteria: Array<ServiceCriterion>, papers: Array<ServicePaper>, };
export type ServiceCriterion = { no: number, text: string, fact: ServiceFact, op: CriterionOp, 
/**
 * One value, or several with a bar between them.
 */
value: string, mandatory: boolean, 
/**
 * Points of a preferred one.
 */
weight: number | null, };
export type ServiceFact = "per_capita" | "income_total" | "score" | "class" | "family_size" | "dependants" | "orphan_n" | "disabled_n" | "elderly_n" | "widow" | "tenure" | "rooms" | "rent" | "debts" | "earning" | "age" | "sex" | "marital_status" | "governorate" | "city" | "social_security" | "file_months" | "identity_valid" | "times_served" | "paper_contract" | "paper_income" | "paper_social_security" | "paper_address" | "judged";
export type ServiceFactKind = "money" | "number" | "bool" | "choice" | "text";
export type ServiceFactSource = "assessment" | "file" | "document" | "services" | "person";
export type ServiceFairness = { number: number, views: Array<FairnessView>, decisions: number, exceptions: number, fairness_n: number, fairness_gap: number, suppress_under: number, };
export type ServiceFigures = { approved: number, rejected: number, waitlisted: number, open: number, requests: number, grievances: number, acceptance: Portion, 
/**
 * Working days from receipt to decision, the median; none before the first decision.
 */
median_days: number | null, exceptions: number, };
export type ServiceGives = "money" | "goods" | "appointment";
export type ServiceId = string;
export type ServiceLine = { service: ServiceId, name: string, number: number, standing: ServiceStanding, gives: ServiceGives, programme: string, opens_on: Day | null, closes_on: Day | null, 
/**
 * Takes requests today.
 */
open: boolean, term_days: number, capacity: number | null, 
/**
 * Approved under this version, and being looked at.
 */
taken: number, asked: number, 
/**
 * A later version that is being written or waits for its announcement.
 */
next: ServiceStanding | null, };
export type ServiceList = { lines: Array<ServiceLine>, total: number, };
export type ServiceLook = { 
/**
 * None for who may not see facts of families.
 */
criteria: Array<CriterionLook>, whole: CriteriaWhole, mandatory_met: number, mandatory: number, points: number, };
export type ServicePaper = { no: number, kind: DocumentKind, name: string, 
/**
 * How it is verified.
 */
method: string, mandatory: boolean, };
export type ServiceSheet = { today: Day, line: ServiceLine, version: ServiceVersionId, record: RecordVersion, content: ServiceContent, fund_name: string, versions: Array<ServiceVersionLine>, written_by_name: string, approved_by_name: string, approved_on: Day | null, announced_by_name: string, announced_on: Day | null, ended_by_name: string, ended_on: Day | null, ended_reason: string, sent_back: string, publication: string, 
/**
 * Whether the text that is published holds every criterion.
 */
matches: boolean, channels: Array<PublishedOn>, 
/**
 * What stands before the next step.
 */
conditions: Array<ServiceCondition>, 
/**
 * Why who asks does not approve it; empty where they may.
 */
cannot_approve: string, figures: ServiceFigures, };
export type ServiceStanding = "draft" | "approved" | "announced" | "closed" | "replaced" | "dropped";
export type ServiceVersionId = string;
export type ServiceVersionLine = { version: ServiceVersionId, number: number, standing: ServiceStanding, announced_on: Day | null, ended_on: Day | null, requests: number, };
export type ServiceVisitPolicy = "never" | "if_needed" | "always";
export type ServicesOf = { party: PartyId, };
export type Session = { person: SessionPerson, association: SessionAssociation, 
/**
 * Names of the permissions the role holds.
 */
permissions: Array<string>, digits: Digits, calendar: Calendar, idle_minutes: number, 
/**
 * Whether somebody has confirmed to hold the printed recovery code.
 */
recovery_confirmed: boolean, must_change_password: boolean, locked: boolean, };
export type SessionAssociation = { name_ar: string, name_en: string, logo: Logo | null, };
export type SessionPerson = { id: PersonId, name: string, login: string, role: Role, };
export type SetApplicationTerms = { terms: ApplicationTerms, 
/**
 * The decision that adopts them, in the words of the office.
 */
adopted: string, 
/**
 * The version the change began from.
 */
version: number, };
export type SetCollectionRule = { rule: CollectionRule, 
/**
 * The version it takes the place of; zero for what is shipped.
 */
version: number, 
/**
 * By which decision; needed for the provisions.
 */
decided: string, };
export type SetContactWish = { party: PartyId, version: number, 
/**
 * Whether messages are wanted.
 */
messages: boolean, said: string, };
export type SetDue = { year: number, kind: AssemblyKind, amount: Money, };
export type SetHoldRule = { version: number, settings: HoldSettings, 
/**
 * The decision it rests on.
 */
reason: string, };
export type SetNeedRule = { 
/**
 * The version it follows.
 */
version: number, rule: NeedRule, decision: string, decided_on: Day, };
export type SetOpeningDay = { id: ImportId, day: Day, };
export type SetRetention = { 
/**
 * The number of the version that is to follow.
 */
version: number, months: number, decision: string, };
export type SetUp = { association: NewAssociation, administrator: NewAdministrator, digits: Digits, calendar: Calendar, };
export type SetUpDemo = { seed: number, };
export type SetUpDone = { 
/**
 * Shown and printed once; stored nowhere.
 */
recovery_code: string, session: Session, };
export type SettleHoldStep = { step: HoldStepId, version: number, done: boolean, on: Day, 
/**
 * What came of it, or why it is not done.
 */
outcome: string, };
export type SettleItem = { id: CareItemId, version: number, state: CareState, outcome: string, 
/**
 * Whether the goal was reached, of one that is done.
 */
goal_reached: boolean | null, };
export type SettleNeed = { need: CareNeedId, version: number, state: NeedState, reason: string, };
export type SettleSheet = { questionnaire: QuestionnaireId, code: string, version: number, settled: Array<SettledAnswer>, };
export type SettledAnswer = { question: string, 
/**
 * The first entry holds, otherwise the second.
 */
first: boolean, };
export type Severity = "late" | "soon" | "calm";
export type Sex = "male" | "female";
export type Share = string;
export type SharedField = "name" | "mobile" | "age" | "family" | "service" | "address" | "identity" | "income" | "study";
export type SharingConsent = "not_asked" | "given" | "withdrawn";
export type SheetDifference = { code: string, version: number, first_by_name: string, second_by_name: string, 
/**
 * Entered first by whoever asks, who does not settle it.
 */
mine: boolean, lines: Array<DifferenceLine>, };
export type SheetDifferences = { sheets: Array<SheetDifference>, };
export type SheetHead = { name: string, hidden: boolean, 
/**
 * The number of the last row that holds something.
 */
rows: number, columns: number, };
export type SheetLine = { row: number, cells: Array<string>, };
export type SheetLines = { name: string, 
/**
 * Lines of the whole sheet.
 */
total: number, letters: Array<string>, lines: Array<SheetLine>, };
export type SheetRun = { no: number, first: string, last: string, count: number, entered: number, department_name: string, procedure: string, made_by_name: string, made_on: Day, };
export type SheetStanding = { code: string, state: SheetState, department_name: string, procedure: string, entered_by_name: string, 
/**
 * Of one's own, which may be corrected.
 */
answers: Array<GivenAnswer> | null, version: number, };
export type SheetState = "fresh" | "mine" | "entered" | "second" | "twice" | "spoiled";
export type ShownIdentity = { kind: IdentityKind, 
/**
 * `105*****74`
 */
masked: string, expires_on: Day | null, checked_on: Day | null, checked_by: string | null, 
/**
 * Why the number stands although another party has it or its check digit is wrong; empty where nothing is wrong.
 */
exception: string, };
export type SignAgreement = { id: AgreementId, version: number, signed_on: Day, 
/**
 * Where it was signed: a forum, a meeting.
 */
event: string, place: string, our_signatory: string, their_signatory: string, starts: Day, ends: Day, };
export type SignIn = { login: string, password: string, };
export type SignNotes = { loan: LoanId, day: Day, 
/**
 * Where the paper lies.
 */
kept_at: string, };
export type SkippedRequest = { request_no: string, kind: CaseRequestKind, 
/**
 * The code of a refusal.
 */
code: string, };
export type SkippedTranche = { loan_no: string, no: number, 
/**
 * The code of the refusal.
 */
code: string, args: { [key in string]: string }, };
export type SourcesAndUses = { from: Day, until: Day, before: Money, flows: Array<Flow>, 
/**
 * The sum of the flows.
 */
net_change: Money, after: Money, };
export type Span = { from: Day, until: Day, };
export type SpoilSheet = { questionnaire: QuestionnaireId, code: string, reason: string, };
export type StageAsked = { text: string, 
/**
 * Whether a document that hangs on the stage must show it.
 */
paper: boolean, };
export type StageCondition = { no: number, text: string, paper: boolean, ticked_by: PersonId | null, ticked_by_name: string, ticked_on: Day | null, evidence: string, };
export type StageDays = { state: CaseRequestState, days: number, 
/**
 * The first day in it.
 */
since: Day, };
export type StageFollows = "again" | "stop";
export type StageId = string;
export type StagePlan = { name: string, 
/**
 * What must be achieved.
 */
goal: string, 
/**
 * Days it is planned to take: 1 to 1,000.
 */
days: number, 
/**
 * Visits that must be made and reviewed while it is open: 0 to 20.
 */
visits: number, conditions: Array<StageAsked>, };
export type StageReferral = { id: CaseRequestId, version: number, stage: ReferralStage, note: string, };
export type StageSheet = { stage: ProjectStage, 
/**
 * Days past the day it was to be done by.
 */
days_late: number, tranches: Array<StageTranche>, steps: Array<StageStep>, 
/**
 * What must hold before it opens, or, of one that is open, before it passes.
 */
gates: Array<GateCondition>, 
/**
 * Who asked for the review that waits.
 */
asked_by: PersonId | null, asked_by_name: string, 
/**
 * Why the person who looks may not review it; empty where they may.
 */
cannot_review: string | null, };
export type StageState = "planned" | "open" | "in_review" | "passed" | "failed";
export type StageStep = { step: StageStepKind, on: Day, by_name: string, at: Moment, note: string, };
export type StageStepKind = "opened" | "asked" | "returned" | "passed" | "failed" | "changed";
export type StageTemplate = { id: StageTemplateId, name: string, version: number, offered: boolean, stages: Array<StagePlan>, 
/**
 * Projects over which any of its versions was laid.
 */
projects: number, };
export type StageTemplateId = string;
export type StageTemplates = { templates: Array<StageTemplate>, records: { [key in string]: RecordVersion }, };
export type StageTranche = { tranche: TrancheId, loan: LoanId, loan_no: string, no: number, amount: Money, kind: TrancheKind, item: string, supplier: string, state: TrancheState, 
/**
 * None where nobody has said it yet.
 */
stage: StageId | null, };
export type StagesOf = { project: ProjectId, };
export type StakeholderComponent = { component: CommunityComponent, partners: Array<StakeholderLine>, };
export type StakeholderLine = { partner: PartyId, name: string, kind: PartnerKind, standing: PartnerStanding, 
/**
 * Endorsements that stand.
 */
endorsements: number, };
export type StakeholderMap = { components: Array<StakeholderComponent>, 
/**
 * Partners that name no component.
 */
unplaced: Array<StakeholderLine>, };
export type StandingCount = { standing: PromiseStanding, promises: number, amount: Money, };
export type StandingSum = { loans: number, amount: Money, target: Target, };
export type Statement = { format: StatementFormat, 
/**
 * As the file names it, mostly an IBAN; empty where it names none.
 */
account: string, 
/**
 * Of the file, or what follows from the first balance; `None` where neither is there.
 */
opening: Money | null, closing: Money | null, lines: Array<StatementLine>, left_out: Array<LeftOutLine>, };
export type StatementFile = { 
/**
 * As the file is called; it is read by what stands in it.
 */
name: string, 
/**
 * Of the file that was brought in.
 */
ticket: string, };
export type StatementFormat = "table" | "mt940" | "camt053";
export type StatementLine = { 
/**
 * The number of the row or line in the file, from 1; of the entry in a camt.053.
 */
line: number, 
/**
 * The day on which it was booked.
 */
day: Day, 
/**
 * The day from which it counts, where the bank says so.
 */
value_day: Day | null, 
/**
 * Above zero is money into the account.
 */
amount: Money, 
/**
 * The balance after it, where the bank says so.
 */
balance: Money | null, 
/**
 * What the customer called it; empty where the bank gives none.
 */
reference: string, 
/**
 * What the bank calls it; empty where it gives none.
 */
bank_reference: string, text: string, };
export type StatementPreview = { statement: Statement, 
/**
 * The bank, where the account's number tells it; empty otherwise.
 */
bank: string, 
/**
 * The funds whose money is kept in this account; none where the office knows no such account.
 */
funds: Array<string>, first: Day | null, last: Day | null, 
/**
 * Money into the account, and how many lines brought it.
 */
into: Money, into_lines: number, 
/**
 * Money out of it, above zero.
 */
out: Money, out_lines: number, };
export type StepQuestionnaire = { questionnaire: QuestionnaireId, version: number, note: string, };
export type StepState = "open" | "done" | "dropped";
export type StepTranche = { tranche: TrancheId, 
/**
 * Needed to cancel.
 */
note: string, };
export type StoryLine = { 
/**
 * `proposed`, `approved`, `rejected`, `cancelled`; the kind of an event (`repay`, `tranche`, `undo` …); or
 * `tranche_<step>`. The key of its words: `loans.story.<kind>`.
 */
kind: string, 
/**
 * The place of the event; none for what is no event.
 */
place: LoanEventPlace | null, 
/**
 * The number of the tranche it is about.
 */
tranche: number | null, 
/**
 * The value day.
 */
on: Day, at: Moment, by_name: string, amount: Money, method: PaymentMethod | null, reference: string, payer: string, note: string, 
/**
 * Whether an earlier register told of it: `by_name` only brought it in.
 */
imported: boolean, entry: EntryId | null, 
/**
 * The number of the entry's voucher, or of the receipt that came with an import.
 */
number: string, 
/**
 * The undo that took it back.
 */
undone_by: LoanEventPlace | null, 
/**
 * What an undo took back.
 */
target: LoanEventPlace | null, 
/**
 * Whether an undo would be taken; whether the person may is another matter.
 */
can_undo: boolean, 
/**
 * Where the money of a repayment lies now.
 */
rows: Array<PaidRow>, 
/**
 * What no row has taken.
 */
credit: Money, 
/**
 * Of a change of terms: how, and why.
 */
terms: LoanEventKind | null, cause: ChangeCause | null, 
/**
 * Whether an annex can be printed.
 */
annex: boolean, };
export type StrikePartnerItem = { id: PartnerItemId, kind: PartnerItemKind, reason: string, };
export type StudiedQuote = { supplier: string, amount: Money, until: Day | null, note: string, };
export type StudyFinding = { finding: FindingId, finding_no: string, questionnaire: QuestionnaireId, study: string, question: string, domain: string, text: string, severity: FindingSeverity, evidence: string, stands: boolean, made_by_name: string, made_on: Day, actions: number, version: number, };
export type StudyRow = { side: StudySide, label: string, 
/**
 * Of a month.
 */
amount: Money, };
export type StudySide = "income" | "costs" | "sales" | "variable" | "fixed";
export type SubjectId = string;
export type SuggestedNeed = { 
/**
 * `assessments.suggested.<key>` are its words, `assessments.made_by.<key>` those of the fact.
 */
key: string, domain: NeedDomain, priority: NeedPriority, 
/**
 * What its fact is filled with: plain numbers, amounts as `450.00`.
 */
value: string, };
export type SurveyHidden = "too_few" | "before_close";
export type TableCell = { "count": number } | "hidden";
export type TableFormat = "xlsx" | "csv";
export type TablePreview = { kind: ImportTable, 
/**
 * One for each sheet, in the order of the file.
 */
parts: Array<PartPreview>, 
/**
 * Every field such a table may have; words at `intake.field.<field>`.
 */
fields: Array<FieldHead>, 
/**
 * Fields without which a sheet cannot be read, and for which no column is known: then it has no rows.
 */
missing: Array<string>, counts: VerdictCounts, 
/**
 * Rows that are no data, by why; words at `intake.skip.<reason>`.
 */
left_out: Array<LeftOutRows>, };
export type Target = { [S in keyof Screens]: { screen: S; asks: Screens[S] } }[keyof Screens];
export type Task = { kind: string, text_key: string, args: { [key in string]: string }, target: Target, due: Day | null, severity: Severity, };
export type Tasks = { tasks: Array<Task>, };
export type TeamLine = { person: PersonId, name: string, works: Array<Worked>, };
export type TeamMonth = { calendar: Calendar, year: number, month: number, span: Span, lines: Array<TeamLine>, };
export type TerminateAgreement = { id: AgreementId, version: number, terminated_on: Day, reason: string, 
/**
 * Obligations that stay owed; the other open ones end with it.
 */
stay: Array<ObligationId>, };
export type TickCondition = { stage: StageId, no: number, ticked: boolean, evidence: string, };
export type ToCall = { party: PartyId, name: string, 
/**
 * All but the last three digits are hidden; the card shows the whole number.
 */
mobile: string, 
/**
 * The loan that is late longest, and how many are late.
 */
loan: LoanId, loan_no: string, loans: number, dpd: number, band: LateBand, since: Day, overdue: Money, outstanding: Money, last_payment: Day | null, rank: CallRank, last_call: CallLine | null, 
/**
 * The newest that was not withdrawn.
 */
promise: PromiseLine | null, 
/**
 * The last call found the number wrong.
 */
wrong_number: boolean, };
export type TrancheCondition = { 
/**
 * The key of its words: `loans.condition.<key>`, and `loans.condition_gap.<key>` where it does not hold.
 */
key: string, met: boolean, 
/**
 * What its sentence is filled with, as plain texts; amounts with two decimals.
 */
args: { [key in string]: string }, };
export type TrancheId = string;
export type TrancheKind = "in_kind" | "cash";
export type TrancheLine = { tranche: TrancheId, loan: LoanId, loan_no: string, borrower: string, project: string, amount: Money, wait: TrancheWait, 
/**
 * The day of the last step.
 */
since: Day, days: number, };
export type TranchePage = { lines: Array<TrancheLine>, total: number, 
/**
 * Over all lines, not only this page.
 */
amount: Money, };
export type TranchePlace = { tranche: TrancheId, stage: StageId, };
export type TrancheSheet = { tranche: LoanTranche, 
/**
 * What must hold before it is approved and paid; empty once it is paid or cancelled.
 */
conditions: Array<TrancheCondition>, 
/**
 * What other features ask for beside them, before the step that is next.
 */
gates: Array<GateCondition>, 
/**
 * The states it may be led to now, the conditions aside.
 */
next: Array<TrancheState>, 
/**
 * Whether it was planned because more was lent than was decided first.
 */
top_up: boolean, };
export type TrancheState = "planned" | "requested" | "approved" | "delivered" | "paid" | "verified" | "cancelled";
export type TrancheStep = { 
/**
 * The state it led to, or `taken_back`.
 */
step: string, on: Day, by: PersonId, by_name: string, at: Moment, method: PaymentMethod | null, reference: string, note: string, 
/**
 * Whether an earlier register told of it; `by` then only brought it in.
 */
imported: boolean, entry: EntryId | null, 
/**
 * The number of that entry's voucher.
 */
voucher: string | null, };
export type TrancheToLead = { tranche: TrancheId, loan_no: string, no: number, borrower: string, fund: FundId, amount: Money, 
/**
 * The code of a refusal.
 */
gap: string | null, gap_args: { [key in string]: string }, };
export type TrancheWait = "decision" | "payment";
export type TranchesLed = { done: number, amount: Money, skipped: number, named: Array<SkippedTranche>, };
export type TranchesPreview = { fitting: number, 
/**
 * Of those that fit.
 */
amount: Money, funds: Array<FundToPay>, lines: Array<TrancheToLead>, };
export type TranchesWaiting = { decide: number, decide_amount: Money, decide_target: Target, pay: number, pay_amount: Money, pay_target: Target, };
export type TrialBalance = { day: Day, fund: Fund | null, rows: Array<TrialRow>, debit: Money, credit: Money, debit_balance: Money, credit_balance: Money, };
export type TrialQuery = { day: Day | null, fund: FundId | null, };
export type TrialRow = { account: AccountCode, name: string, type: AccountType, 
/**
 * Sums of the lines to the day.
 */
debit: Money, credit: Money, 
/**
 * What remains, on the side where it stands; the other one is zero.
 */
debit_balance: Money, credit_balance: Money, };
export type TwoFiles = { first: PartyId, second: PartyId, };
export type TwoShares = { expected: number | null, stressed: number | null, };
export type TwoSums = { expected: Money, stressed: Money, };
export type TypedAction = { text: string, owner: PersonId | null, due: Day | null, };
export type TypedAgreementParty = { partner: PartyId, role: AgreementPartyRole, signs: boolean, represented_by: string, };
export type TypedChange = { field: string, after: string, };
export type TypedFinding = { question: string, domain: string, text: string, severity: FindingSeverity, evidence: string, };
export type TypedIdentity = { 
/**
 * Follows from the first digit for national identity and residence permit.
 */
kind: IdentityKind | null, number: string | null, expires_on: Day | null, };
export type TypedItem = { item: string, quantity: number, 
/**
 * Of the whole line, with the tax.
 */
amount: Money, is_asset: boolean, };
export type TypedKept = { side: PromiseSide, text: string, 
/**
 * A commitment that stands in the list; its text is taken.
 */
commitment: CommitmentId | null, kept: PromiseKept, };
export type TypedObligation = { side: ObligationSide, text: string, site: string, due: Day, amount: Money | null, keeper: PersonId | null, basis: string, };
export type TypedPlanItem = { action: string, service: string, partner: string, goal: string, owner: PersonId, due: Day, };
export type TypedPurchase = { title: string, budget_line: string | null, due_on: Day | null, items: Array<TypedItem>, };
export type TypedQuestionnaire = { title: string, about: string, opens: Day, closes: Day, anonymous: boolean, at_closing: boolean, sealed: boolean, };
export type TypedReading = { kind: string, typed: string, reason: string, };
export type TypedRecipient = { name: string, 
/**
 * The body they stand for.
 */
body: string, };
export type TypedReferral = { entity: EntityId, service: string, appointment: Day | null, appointment_time: string, };
export type TypedSupplier = { 
/**
 * Made by the caller, for one the office does not know yet.
 */
id: PartyId, name: string, 
/**
 * The unified number of the firm, where it is known.
 */
number: string, mobile: string, };
export type UndoEvent = { 
/**
 * The identifier of the request.
 */
id: PaymentId, loan: LoanId, place: LoanEventPlace, 
/**
 * Not before the event's own day, and in an open month.
 */
day: Day, reason: string, };
export type UndoMerge = { 
/**
 * The party that was merged into another.
 */
party: PartyId, reason: string, };
export type UnmappedColumn = { column: number, letters: string, header: string, 
/**
 * The first few values below the header.
 */
sample: Array<string>, };
export type UnreachedLine = { party: PartyId, file_no: string, name: string, class: string, governorate: string, city: string, mobile: string, researcher_name: string, 
/**
 * None where there never was any.
 */
last: Day | null, last_kind: ContactKind | null, 
/**
 * Since the last contact, or since the file was opened.
 */
days: number, 
/**
 * The next one that is planned.
 */
planned: Day | null, };
export type UnreachedPage = { lines: Array<UnreachedLine>, total: number, 
/**
 * The days that were asked for.
 */
days: number, 
/**
 * Of all that were found: those for whom nothing is planned.
 */
unplanned: number, settings: ReachSettings, version: number, 
/**
 * What the list can be narrowed by.
 */
governorates: Array<string>, researchers: Array<string>, };
export type UseMap = { id: ImportId, map: ImportId, };
export type Verdict = "none" | "possible" | "strong" | "exact";
export type VerdictCounts = { clean: number, normalised: number, ask: number, refused: number, skipped: number, };
export type VerifyGuarantee = { guarantee: GuaranteeId, 
/**
 * What was seen, each by the key of its kind.
 */
checked: Array<string>, 
/**
 * The last day it holds, as the paper says.
 */
until: Day | null, note: string, 
/**
 * Of a guarantor, a month; what was said before where none is given.
 */
income: Money | null, 
/**
 * 1–1200; as above.
 */
residence_months: number | null, };
export type VerifyPurchase = { purchase: PurchaseId, day: Day, note: string, };
export type VerifyTranche = { tranche: TrancheId, 
/**
 * The day it was seen; today where it is left out.
 */
day: Day | null, note: string, };
export type VisionPillar = "society" | "economy" | "nation";
export type VisionTarget = { code: string, name: string, pillar: VisionPillar, active: boolean, };
export type VisitSignal = "sound" | "watch" | "distress";
export type VisitTiming = "counted" | "in_time" | "not_in_time";
export type VoidInvoice = { purchase: PurchaseId, invoice: PurchaseId, reason: string, };
export type VoidNotes = { loan: LoanId, reason: string, };
export type VoteKind = "for" | "against" | "abstain" | "recused";
export type VoteOnItem = { item: AgendaItemId, member: CommitteeMemberId, 
/**
 * None: the vote is taken back.
 */
vote: VoteKind | null, 
/**
 * Why somebody steps aside.
 */
reason: string, version: number, };
export type VoteTally = { eligible: number, present: number, quorum: number, has_quorum: boolean, votes_for: number, against: number, abstained: number, recused: number, missing: number, carried: boolean, };
export type VoucherKind = "RV" | "PV" | "JV" | "IK" | "OV" | "CV";
export type VoucherNumber = { kind: VoucherKind, year: number, no: number, };
export type VoucherSheet = { entry: LedgerEntry, 
/**
 * `RV-2026-000123`
 */
number: string, 
/**
 * The sum of the debits.
 */
amount: Money, amount_in_words: string, 
/**
 * The voucher of the entry that took this one back, or that this one takes back.
 */
counterpart: string | null, };
export type WaitingFund = { fund: FundId, name: string, paid_out: Money, repaid: Money, reversed: Money, };
export type WaitingImport = { run: RunLine, state: RequestState, asked_by: string, asked_at: Moment, 
/**
 * Why it was refused or taken back.
 */
note: string, 
/**
 * Who approved it.
 */
approved_by: Array<string>, 
/**
 * None where nothing waits any more.
 */
sums: WaitingSums | null, funds: Array<WaitingFund>, 
/**
 * The first and the last day.
 */
days: [Day, Day] | null, 
/**
 * Payments in cash above the limit of the products.
 */
cash_above_limit: number, 
/**
 * The first 500, in the order they would be posted.
 */
lines: Array<WaitingLine>, 
/**
 * Whoever asks brought it in themselves.
 */
own: boolean, 
/**
 * Whoever asks may decide it.
 */
may_decide: boolean, };
export type WaitingKind = "paid_out" | "paid_back" | "reversed";
export type WaitingLine = { kind: WaitingKind, 
/**
 * The row of its sheet; 0 where the row of the loan itself tells of it.
 */
row: number, 
/**
 * The name of the sheet; empty where nobody kept it.
 */
sheet: string, loan_no: string, day: Day, amount: Money, };
export type WaitingMatter = { request: ApprovalId, step: string, 
/**
 * What it is, in words.
 */
title: string, why: string, amount: Money | null, asked_by_name: string, asked_on: Day, target: Target, 
/**
 * Approvals it has, of those it needs.
 */
approvals: number, needed: number, 
/**
 * Whether a decision can carry its approval over.
 */
carried: boolean, };
export type WaitingPlace = { place: number, request: CaseRequestId, request_no: string, name: string, received_on: Day, score: number | null, total: number | null, };
export type WaitingPlaces = { lines: Array<WaitingPlace>, places_left: number | null, };
export type WaitingSums = { 
/**
 * Loans that are moved.
 */
loans: number, payments: number, paid_out: Money, repayments: number, repaid: Money, reversals: number, reversed: Money, };
export type WaitingTranche = { tranche: TrancheId, loan: LoanId, loan_no: string, no: number, party: PartyId, borrower: string, project_name: string, fund: FundId, fund_name: string, kind: TrancheKind, state: TrancheState, amount: Money, 
/**
 * The supplier, or the borrower.
 */
paid_to: string, 
/**
 * Since when it stands where it stands, and who led it there.
 */
since: Day, by_name: string, conditions: Array<TrancheCondition>, gates: Array<GateCondition>, 
/**
 * Why the person who asks does not lead it on: the code of a refusal.
 */
barred: string | null, 
/**
 * All holds, and the person who asks is another one.
 */
ready: boolean, };
export type WaitingTranches = { lines: Array<WaitingTranche>, 
/**
 * Of all pages.
 */
total: number, amount: Money, };
export type Weekday = "sun" | "mon" | "tue" | "wed" | "thu" | "fri" | "sat";
export type WeighApplication = { application: ApplicationId, amount: Money, instalments: number, 
/**
 * As saved where it is left out.
 */
rows: Array<StudyRow> | null, 
/**
 * As saved where it is left out.
 */
lines: Array<BudgetLine> | null, };
export type WeighService = { service: ServiceId, party: PartyId, };
export type Weighed = { amount: Money, instalments: number, rows: Array<WeighedRow>, 
/**
 * Net of the project in a month.
 */
net: TwoSums, 
/**
 * How much of it counts for the family.
 */
counted: TwoSums, income: Money, costs: Money, surplus: TwoSums, instalment: Money, share_percent: TwoShares, lawful: boolean, 
/**
 * The term asked for if lawful; else the shortest that is, or the longest where too long a one was asked for.
 */
term: OfferedTerm | null, largest_amount: Money, break_even: Money | null, break_even_percent: number | null, budget: Money, in_kind: Money, cash: Money, 
/**
 * Tenths of a per cent of the amount: 167 is 16.7 %.
 */
cash_tenths: number | null, cash_limit: Money, quotes: Array<WeighedQuotes>, 
/**
 * What is in the way, by the codes of the rule: `capacity.cash` …
 */
missing: Array<string>, approver: CaseworkRole, };
export type WeighedQuotes = { line: BudgetLineId, 
/**
 * Suppliers whose quote still stands.
 */
standing: number, needed: number, };
export type WeighedRow = { side: StudySide, label: string, expected: Money, stressed: Money, };
export type WhichActivity = { activity: ActivityId, };
export type WhichAgreement = { agreement: AgreementId, };
export type WhichAnnex = { loan: LoanId, place: LoanEventPlace, };
export type WhichApplication = { application: ApplicationId, };
export type WhichArrivals = { purchase: PurchaseId, blank: boolean, };
export type WhichAssemblyMember = { member: AssemblyMemberId, };
export type WhichAssessment = { assessment: AssessmentId, };
export type WhichAsset = { asset: AssetId, };
export type WhichBorrower = { party: PartyId, };
export type WhichCaseRequest = { request: CaseRequestId, };
export type WhichCommittee = { committee: CommitteeId, };
export type WhichDecision = { decision: DecisionId, };
export type WhichDeferral = { deferral: PaymentId, };
export type WhichEdition = { edition: PolicyEditionId, };
export type WhichFile = { party: PartyId, };
export type WhichForm = { application: ApplicationId | null, };
export type WhichForms = { activities: Array<ActivityId>, };
export type WhichGuarantee = { guarantee: GuaranteeId, };
export type WhichHold = { hold: HoldId, };
export type WhichImport = { id: ImportId, };
export type WhichImprovement = { action: ImprovementId, };
export type WhichLoan = { loan: LoanId, };
export type WhichMap = { map: ImportId, };
export type WhichMeeting = { meeting: MeetingId, };
export type WhichObligation = { id: ObligationId, version: number, };
export type WhichPartner = { partner: PartyId, };
export type WhichPerson = { party: PartyId, };
export type WhichPolicy = { policy: PolicyId, };
export type WhichProject = { project: ProjectId, };
export type WhichPurchase = { purchase: PurchaseId, };
export type WhichQuestionnaire = { questionnaire: QuestionnaireId, };
export type WhichRating = { request: CaseRequestId, };
export type WhichReference = { reference: ReferenceId, };
export type WhichRepayment = { loan: LoanId, place: LoanEventPlace, };
export type WhichReport = { report: ReportId, };
export type WhichRequest = { request: PaymentId, };
export type WhichRetention = { id: RetentionId, };
export type WhichScheduledReport = { report: SubjectId, };
export type WhichService = { service: ServiceId, version: ServiceVersionId | null, };
export type WhichStage = { stage: StageId, };
export type WhichStep = { step: HoldStepId, };
export type WhichSubject = { subject_kind: string, subject: SubjectId, };
export type WhichYear = { year: number | null, };
export type WhoIsLike = { 
/**
 * The party being changed, which is not like itself.
 */
party: PartyId | null, name: string, identity: string, mobile: string, born_on: Day | null, sex: Sex | null, };
export type WhyLeftOut = "balance" | "total" | "pending" | "no_movement" | "header";
export type WhyNot = { code: string, args: { [key in string]: string }, };
export type WithdrawConsent = { party: PartyId, number: number, on: Day, };
export type WithdrawOffer = { request: CaseRequestId, token: string, };
export type WithdrawPromise = { id: PromiseId, reason: string, };
export type WorkCalendar = { weekend: Array<Weekday>, on_non_working_day: NonWorkingDay, 
/**
 * The first that matches a day decides.
 */
holidays: Array<Holiday>, };
export type WorkLine = { now: Worked, before: number, };
export type Worked = { 
/**
 * `feature.thing`
 */
key: string, count: number, of: number | null, 
/**
 * The rows, where a list gives them.
 */
target: Target | null, };
export type WorkerMonth = { person: PersonId, name: string, calendar: Calendar, year: number, 
/**
 * 1–12
 */
month: number, 
/**
 * No further than today.
 */
span: Span, previous: Span, works: Array<WorkLine>, 
/**
 * Whom this person may look at: themselves, or everybody.
 */
people: Array<MonthOf>, };
export type WriteDraft = { id: EntryId, kind: HandKind, day: Day, narration: string, counterparty: string, method: PaymentMethod | null, reference: string, lines: Array<DraftLine>, };
export type WriteNote = { party: PartyId, text: string, };
export type WritePublication = { id: ServiceId, version: number, text: string, };
export type WrittenAnswers = { hidden: SurveyHidden | null, texts: Array<WrittenText>, };
export type WrittenText = { text: string, n: number, };
export type YearInput = { year: number, };

export type View = 'session' | 'association' | 'staff' | 'audit' | 'integrity' | 'backups' | 'preferences' | 'tasks' | 'beneficiaries' | 'documents' | 'funds' | 'loans' | 'follow_up' | 'guarantees' | 'purchases' | 'applications' | 'holds' | 'stages' | 'assessments' | 'services' | 'requests' | 'partners' | 'questionnaires' | 'reach' | 'collection' | 'committees' | 'policies' | 'assembly' | 'reports' | 'privacy' | 'importing';

export type Permission = 'office.use' | 'association.manage' | 'staff.view' | 'staff.manage' | 'audit.view' | 'backups.view' | 'backups.manage' | 'tables.export' | 'beneficiaries.view' | 'beneficiaries.keep' | 'beneficiaries.decide' | 'beneficiaries.reveal' | 'beneficiaries.print' | 'documents.open' | 'documents.keep' | 'documents.review' | 'documents.manage' | 'funds.view' | 'funds.post' | 'funds.approve' | 'funds.manage' | 'reconciliation.view' | 'loans.view' | 'loans.keep' | 'loans.approve' | 'loans.pay' | 'loans.collect' | 'loans.forgive' | 'loans.manage' | 'follow_up.view' | 'follow_up.keep' | 'follow_up.review' | 'follow_up.manage' | 'guarantees.view' | 'guarantees.keep' | 'guarantees.verify' | 'guarantees.call' | 'guarantees.decide' | 'guarantees.manage' | 'purchases.view' | 'purchases.keep' | 'purchases.approve' | 'purchases.invoice' | 'purchases.verify' | 'purchases.manage' | 'applications.view' | 'applications.keep' | 'applications.study' | 'applications.verify' | 'applications.decide' | 'applications.decide_above' | 'applications.manage' | 'holds.view' | 'holds.propose' | 'holds.release' | 'holds.halt' | 'holds.manage' | 'stages.view' | 'stages.keep' | 'stages.review' | 'stages.manage' | 'assessments.view' | 'assessments.facts' | 'assessments.keep' | 'assessments.review' | 'assessments.manage' | 'services.view' | 'services.keep' | 'services.approve' | 'services.announce' | 'services.reach' | 'services.call' | 'services.fairness' | 'requests.view' | 'requests.keep' | 'requests.carry_out' | 'requests.decide' | 'requests.restricted' | 'requests.receive' | 'requests.manage' | 'partners.view' | 'partners.keep' | 'partners.decide' | 'partners.manage' | 'questionnaires.view' | 'questionnaires.keep' | 'questionnaires.receive' | 'questionnaires.approve' | 'questionnaires.texts' | 'questionnaires.manage' | 'reach.view' | 'reach.team' | 'collection.call' | 'collection.manage' | 'committees.view' | 'committees.keep' | 'committees.decide' | 'committees.manage' | 'policies.view' | 'policies.keep' | 'policies.approve' | 'assembly.view' | 'assembly.keep' | 'assembly.fees' | 'dashboard.view' | 'reports.view' | 'reports.prepare' | 'reports.issue' | 'privacy.looks' | 'privacy.export' | 'privacy.keep' | 'privacy.anonymise' | 'privacy.manage' | 'importing.use' | 'importing.take_back';

/** What each screen is asked. */
export interface Screens {
  'backups.list': Nothing;
  'preferences.password': Nothing;
  'preferences.recovery': Nothing;
  'beneficiaries.open': WhichFile;
  'beneficiaries.list': ListFiles;
  'beneficiaries.on_day': AskOnDay;
  'funds.list': AsOfDay;
  'funds.detail': FundQuery;
  'funds.periods': Nothing;
  'funds.draft_sheet': DecideDraft;
  'loans.detail': LoanOnDay;
  'loans.tranches_waiting': ListWaitingTranches;
  'loans.deferral': WhichDeferral;
  'follow_up.activity': WhichActivity;
  'follow_up.list': ListActivities;
  'follow_up.commitments': ListCommitments;
  'follow_up.promises': ListPromises;
  'guarantees.of_loan': GuaranteesOf;
  'purchases.open': WhichPurchase;
  'purchases.list': ListPurchases;
  'purchases.of_loan': PurchasesOfLoan;
  'applications.detail': WhichApplication;
  'applications.list': ListApplications;
  'holds.open': WhichHold;
  'holds.list': ListHolds;
  'holds.of_loan': HoldsOf;
  'stages.project': StagesOf;
  'stages.projects': AskProjects;
  'assessments.open': WhichAssessment;
  'assessments.list': ListAssessments;
  'assessments.items': ListCareItems;
  'assessments.of_file': AssessmentsOf;
  'services.open': WhichService;
  'services.list': ListServices;
  'services.who_qualifies': AskWhoQualifies;
  'requests.open': WhichCaseRequest;
  'requests.list': ListRequests;
  'requests.callbacks': ListCallbacks;
  'partners.open': WhichPartner;
  'partners.list': ListPartners;
  'partners.agreement': WhichAgreement;
  'partners.agreements': ListAgreements;
  'partners.obligations': ListObligations;
  'questionnaires.open': WhichQuestionnaire;
  'questionnaires.list': ListQuestionnaires;
  'questionnaires.offers': ListRatingOffers;
  'questionnaires.findings': ListFindings;
  'questionnaires.improvements': ListImprovements;
  'reach.list': ListUnreached;
  'reach.gaps': ListGaps;
  'reach.identities': ListIdentities;
  'reach.month': AskWorkerMonth;
  'collection.due': AskDue;
  'collection.late': AskLate;
  'collection.portfolio': AskPortfolio;
  'collection.received': AskReceived;
  'collection.reminders': AskReminders;
  'collection.promises': ListPaymentPromises;
  'collection.closing': WhichLoan;
  'committees.open': WhichCommittee;
  'committees.meeting': WhichMeeting;
  'committees.meetings': AskMeetings;
  'committees.decision': WhichDecision;
  'committees.decisions': AskDecisions;
  'policies.open': WhichPolicy;
  'policies.list': AskPolicies;
  'policies.figures': AskGovernance;
  'assembly.list': AskAssembly;
  'assembly.open': WhichAssemblyMember;
  'dashboard.flow': AskFlow;
  'dashboard.tranches': AskTranches;
  'dashboard.rows': AskFigureRows;
  'reports.open': WhichReport;
  'reports.list': ListReports;
  'privacy.due': ListDue;
  'importing.waiting': WhichImport;
  'importing.run': WhichImport;
}

export const screens = ['backups.list', 'preferences.password', 'preferences.recovery', 'beneficiaries.open', 'beneficiaries.list', 'beneficiaries.on_day', 'funds.list', 'funds.detail', 'funds.periods', 'funds.draft_sheet', 'loans.detail', 'loans.tranches_waiting', 'loans.deferral', 'follow_up.activity', 'follow_up.list', 'follow_up.commitments', 'follow_up.promises', 'guarantees.of_loan', 'purchases.open', 'purchases.list', 'purchases.of_loan', 'applications.detail', 'applications.list', 'holds.open', 'holds.list', 'holds.of_loan', 'stages.project', 'stages.projects', 'assessments.open', 'assessments.list', 'assessments.items', 'assessments.of_file', 'services.open', 'services.list', 'services.who_qualifies', 'requests.open', 'requests.list', 'requests.callbacks', 'partners.open', 'partners.list', 'partners.agreement', 'partners.agreements', 'partners.obligations', 'questionnaires.open', 'questionnaires.list', 'questionnaires.offers', 'questionnaires.findings', 'questionnaires.improvements', 'reach.list', 'reach.gaps', 'reach.identities', 'reach.month', 'collection.due', 'collection.late', 'collection.portfolio', 'collection.received', 'collection.reminders', 'collection.promises', 'collection.closing', 'committees.open', 'committees.meeting', 'committees.meetings', 'committees.decision', 'committees.decisions', 'policies.open', 'policies.list', 'policies.figures', 'assembly.list', 'assembly.open', 'dashboard.flow', 'dashboard.tranches', 'dashboard.rows', 'reports.open', 'reports.list', 'privacy.due', 'importing.waiting', 'importing.run'] as const satisfies readonly (keyof Screens)[];

export interface Commands {
  'office.look': { input: Nothing; output: OfficeState };
  'office.set_up': { input: SetUp; output: SetUpDone };
  'session.sign_in': { input: SignIn; output: Session };
  'session.recover': { input: RecoverOffice; output: Session };
  'session.lock': { input: Nothing; output: Nothing };
  'session.unlock': { input: Password; output: Session };
  'session.sign_out': { input: Nothing; output: Nothing };
  'session.change_password': { input: ChangePassword; output: Session };
  'session.new_recovery_code': { input: Password; output: RecoveryCode };
  'session.confirm_recovery_code': { input: RecoveryGroup; output: Session };
  'session.recovery_sheet': { input: RecoveryCode; output: Paper };
  'association.profile': { input: Nothing; output: AssociationSheet };
  'association.logo': { input: Nothing; output: LogoFile };
  'association.save': { input: SaveAssociation; output: Nothing };
  'staff.list': { input: Nothing; output: People };
  'staff.permissions': { input: Nothing; output: PermissionScreen };
  'staff.add': { input: AddPerson; output: Nothing };
  'staff.change': { input: ChangePerson; output: Nothing };
  'staff.reset_password': { input: ResetPassword; output: Nothing };
  'staff.remove': { input: RemovePerson; output: Nothing };
  'staff.change_key': { input: ChangeKey; output: Session };
  'audit.list': { input: AuditFilter; output: AuditPage };
  'audit.mine': { input: OwnHistory; output: AuditPage };
  'audit.verify': { input: Nothing; output: ChainState };
  'audit.report': { input: AuditReport; output: Paper };
  'integrity.notices': { input: Nothing; output: IntegrityNotices };
  'integrity.acknowledge': { input: Acknowledge; output: Nothing };
  'integrity.confirm_clock': { input: Nothing; output: Nothing };
  'backups.list': { input: Nothing; output: BackupList };
  'backups.make': { input: Nothing; output: BackupLine };
  'backups.verify': { input: BackupName; output: BackupLine };
  'backups.drill': { input: BackupName; output: DrillReport };
  'backups.verify_office': { input: Nothing; output: OfficeCheck };
  'backups.file': { input: BackupName; output: Handed };
  'backups.restore': { input: RestoreBackup; output: Restored };
  'preferences.get': { input: Nothing; output: Preferences };
  'preferences.put': { input: PutPreference; output: Nothing };
  'tasks.mine': { input: Nothing; output: Tasks };
  'tables.export': { input: ExportTable; output: Handed };
  'office.set_up_demo': { input: SetUpDemo; output: DemoMade };
  'beneficiaries.list': { input: ListFiles; output: FilePage };
  'beneficiaries.on_day': { input: AskOnDay; output: FilesOnDay };
  'beneficiaries.find': { input: FindFiles; output: FoundFiles };
  'beneficiaries.open': { input: WhichFile; output: CaseFile };
  'beneficiaries.timeline': { input: WhichFile; output: FileStory };
  'beneficiaries.choices': { input: Nothing; output: FormChoices };
  'beneficiaries.likely_duplicates': { input: WhoIsLike; output: LikelyPeople };
  'beneficiaries.compare': { input: TwoFiles; output: Comparison };
  'beneficiaries.reveal_identity': { input: WhichFile; output: RevealedIdentity };
  'beneficiaries.add': { input: AddFile; output: SavedFile };
  'beneficiaries.change': { input: ChangeFile; output: SavedFile };
  'beneficiaries.add_member': { input: AddMember; output: Nothing };
  'beneficiaries.change_member': { input: ChangeMember; output: Nothing };
  'beneficiaries.remove_member': { input: RemoveMember; output: Nothing };
  'beneficiaries.check_identity': { input: CheckIdentity; output: Nothing };
  'beneficiaries.note': { input: WriteNote; output: Nothing };
  'beneficiaries.consent': { input: GiveConsent; output: Nothing };
  'beneficiaries.withdraw_consent': { input: WithdrawConsent; output: Nothing };
  'beneficiaries.change_status': { input: ChangeStatus; output: Nothing };
  'beneficiaries.activation_preview': { input: ActivateMany; output: Activation };
  'beneficiaries.activate_many': { input: ActivateMany; output: Activated };
  'beneficiaries.mark_different': { input: MarkDifferent; output: Nothing };
  'beneficiaries.merge': { input: MergeFiles; output: Nothing };
  'beneficiaries.undo_merge': { input: UndoMerge; output: Nothing };
  'beneficiaries.print_file': { input: WhichFile; output: Paper };
  'documents.of': { input: DocumentsOf; output: Documents };
  'documents.rules': { input: Nothing; output: DocumentRules };
  'documents.open': { input: OpenDocument; output: OpenedDocument };
  'documents.attach': { input: Attach; output: Document };
  'documents.review': { input: ReviewDocument; output: Document };
  'documents.remove': { input: RemoveDocument; output: Document };
  'documents.allow_identity_scans': { input: AllowIdentityScans; output: DocumentRules };
  'funds.list': { input: AsOfDay; output: FundsScreen };
  'funds.detail': { input: FundQuery; output: FundSheet };
  'funds.journal': { input: JournalQuery; output: JournalPage };
  'funds.entry': { input: EntryQuery; output: VoucherSheet };
  'funds.trial_balance': { input: TrialQuery; output: TrialBalance };
  'funds.chart': { input: Nothing; output: Chart };
  'funds.account': { input: AccountQuery; output: AccountSheet };
  'funds.periods': { input: Nothing; output: Periods };
  'funds.closing': { input: PeriodInput; output: MonthClosing };
  'funds.drafts': { input: Nothing; output: Drafts };
  'funds.find': { input: FindVouchers; output: FoundVouchers };
  'funds.cheques': { input: Nothing; output: Cheques };
  'funds.approval_limits': { input: Nothing; output: ApprovalLimits };
  'funds.chart_preview': { input: ChartFile; output: ChartChanges };
  'funds.voucher': { input: EntryQuery; output: Paper };
  'funds.trial_balance_paper': { input: TrialQuery; output: Paper };
  'funds.books': { input: Nothing; output: Handed };
  'funds.chart_file': { input: Nothing; output: Handed };
  'funds.add': { input: NewFund; output: SavedFund };
  'funds.change': { input: ChangeFund; output: SavedFund };
  'funds.add_account': { input: NewAccount; output: Nothing };
  'funds.change_account': { input: ChangeAccount; output: Nothing };
  'funds.import_chart': { input: ChartFile; output: Nothing };
  'funds.close_period': { input: ClosePeriod; output: Nothing };
  'funds.ask_to_reopen': { input: AskToReopen; output: FiscalPeriod };
  'funds.reopen_period': { input: PeriodInput; output: FiscalPeriod };
  'funds.refuse_reopening': { input: RefuseReopening; output: FiscalPeriod };
  'funds.lock_year': { input: YearInput; output: Nothing };
  'funds.set_approval_limit': { input: ApprovalLimit; output: ApprovalLimits };
  'funds.donate': { input: RecordDonation; output: PostedVoucher };
  'funds.clear_cheque': { input: ClearCheque; output: PostedVoucher };
  'funds.transfer': { input: AskTransfer; output: Draft };
  'funds.draft': { input: WriteDraft; output: Draft };
  'funds.change_draft': { input: WriteDraft; output: Draft };
  'funds.drop_draft': { input: DecideDraft; output: Nothing };
  'funds.ask_reversal': { input: AskReversal; output: Draft };
  'funds.approve': { input: DecideDraft; output: Decided };
  'funds.return_draft': { input: ReturnDraft; output: Draft };
  'funds.verify': { input: Nothing; output: LedgerFindings };
  'reconciliation.preview': { input: StatementFile; output: StatementPreview };
  'loans.list': { input: ListLoans; output: LoanPage };
  'loans.find': { input: FindLoans; output: FoundLoans };
  'loans.detail': { input: LoanOnDay; output: LoanSheet };
  'loans.products': { input: Nothing; output: LoanProducts };
  'loans.projects': { input: ListProjects; output: LoanProjects };
  'loans.project': { input: WhichProject; output: LoanProjectSheet };
  'loans.plan_preview': { input: PreviewPlan; output: PlanPreview };
  'loans.repay_preview': { input: PreviewRepayment; output: LoanRepaymentPreview };
  'loans.pay_preview': { input: PreviewPayment; output: LoanPaymentPreview };
  'loans.add_product': { input: SaveProduct; output: SavedProduct };
  'loans.change_product': { input: SaveProduct; output: SavedProduct };
  'loans.open_project': { input: OpenProject; output: WhichProject };
  'loans.change_project': { input: ChangeProject; output: WhichProject };
  'loans.propose': { input: ProposeLoan; output: ProposedLoan };
  'loans.approve': { input: DecideLoan; output: WhichLoan };
  'loans.reject': { input: DecideLoan; output: WhichLoan };
  'loans.cancel': { input: DecideLoan; output: WhichLoan };
  'loans.plan_tranche': { input: PlanTranche; output: WhichLoan };
  'loans.change_tranche': { input: ChangeTranche; output: WhichLoan };
  'loans.request_tranche': { input: StepTranche; output: WhichLoan };
  'loans.approve_tranche': { input: StepTranche; output: WhichLoan };
  'loans.deliver_tranche': { input: DeliverTranche; output: WhichLoan };
  'loans.pay_tranche': { input: PayTranche; output: WhichLoan };
  'loans.verify_tranche': { input: VerifyTranche; output: WhichLoan };
  'loans.cancel_tranche': { input: StepTranche; output: WhichLoan };
  'loans.repay': { input: RecordRepayment; output: RepaymentReceipt };
  'loans.ask_undo': { input: UndoEvent; output: WhichLoan };
  'loans.approve_undo': { input: WhichRequest; output: WhichLoan };
  'loans.ask_refund': { input: RecordRefund; output: WhichLoan };
  'loans.approve_refund': { input: WhichRequest; output: WhichLoan };
  'loans.ask_forgiveness': { input: ForgiveLoan; output: WhichLoan };
  'loans.approve_forgiveness': { input: WhichRequest; output: WhichLoan };
  'loans.tranches_waiting': { input: ListWaitingTranches; output: WaitingTranches };
  'loans.preview_tranches': { input: ChosenTranches; output: TranchesPreview };
  'loans.approve_tranches': { input: ApproveTranches; output: TranchesLed };
  'loans.pay_tranches': { input: PayTranches; output: TranchesLed };
  'loans.choices': { input: WhichLoan; output: LoanChoices };
  'loans.preview_change': { input: PreviewChange; output: LoanChangePreview };
  'loans.ask_change': { input: AskChange; output: WhichLoan };
  'loans.approve_change': { input: WhichRequest; output: WhichLoan };
  'loans.deferrals': { input: Nothing; output: Deferrals };
  'loans.deferral': { input: WhichDeferral; output: DeferralSheet };
  'loans.preview_deferral': { input: DeferralChoice; output: DeferralPreview };
  'loans.ask_deferral': { input: AskDeferral; output: WhichDeferral };
  'loans.approve_deferral': { input: WhichDeferral; output: WhichDeferral };
  'loans.drop_deferral': { input: DropDeferral; output: WhichDeferral };
  'loans.drop_request': { input: DropRequest; output: WhichLoan };
  'loans.receipt': { input: WhichRepayment; output: Paper };
  'loans.statement': { input: LoanOnDay; output: Paper };
  'loans.annex': { input: WhichAnnex; output: Paper };
  'loans.plan_paper': { input: WhichLoan; output: Paper };
  'follow_up.board': { input: AskVisitPlan; output: FollowUpBoard };
  'follow_up.list': { input: ListActivities; output: ActivityPage };
  'follow_up.commitments': { input: ListCommitments; output: CommitmentPage };
  'follow_up.promises': { input: ListPromises; output: PromisePage };
  'follow_up.measures': { input: AskMeasures; output: FollowUpMeasures };
  'follow_up.of': { input: WhichSubject; output: FollowUpOf };
  'follow_up.activity': { input: WhichActivity; output: ActivitySheet };
  'follow_up.begin': { input: BeginActivity; output: ActivitySheet };
  'follow_up.round': { input: AskRound; output: RoundPreview };
  'follow_up.reading_kinds': { input: Nothing; output: ReadingKinds };
  'follow_up.settings': { input: Nothing; output: FollowUpSettings };
  'follow_up.plan': { input: PlanActivity; output: PlannedActivity };
  'follow_up.replan': { input: ReplanActivity; output: PlannedActivity };
  'follow_up.record': { input: RecordActivity; output: PlannedActivity };
  'follow_up.correct': { input: CorrectActivity; output: PlannedActivity };
  'follow_up.miss': { input: MissActivity; output: PlannedActivity };
  'follow_up.cancel': { input: CancelActivity; output: PlannedActivity };
  'follow_up.review': { input: ReviewActivity; output: PlannedActivity };
  'follow_up.finish_action': { input: FinishAction; output: PlannedActivity };
  'follow_up.add_commitment': { input: AddCommitment; output: SavedCommitment };
  'follow_up.change_commitment': { input: ChangeCommitment; output: SavedCommitment };
  'follow_up.meet_commitment': { input: MeetCommitment; output: SavedCommitment };
  'follow_up.excuse_commitment': { input: ExcuseCommitment; output: SavedCommitment };
  'follow_up.add_reading_kind': { input: AddReadingKind; output: Nothing };
  'follow_up.change_reading_kind': { input: ChangeReadingKind; output: Nothing };
  'follow_up.change_settings': { input: ChangeSettings; output: Nothing };
  'follow_up.form_paper': { input: WhichForms; output: Paper };
  'follow_up.round_paper': { input: AskRound; output: Paper };
  'guarantees.list': { input: ListGuarantees; output: GuaranteePage };
  'guarantees.of_loan': { input: GuaranteesOf; output: LoanGuarantees };
  'guarantees.guarantor': { input: FindGuarantor; output: FoundGuarantor };
  'guarantees.rules': { input: Nothing; output: GuaranteeRules };
  'guarantees.propose': { input: ProposeGuarantee; output: WhichGuarantee };
  'guarantees.verify': { input: VerifyGuarantee; output: WhichGuarantee };
  'guarantees.release': { input: EndGuarantee; output: WhichGuarantee };
  'guarantees.ask_call': { input: EndGuarantee; output: WhichGuarantee };
  'guarantees.approve_call': { input: WhichGuarantee; output: WhichGuarantee };
  'guarantees.drop_call': { input: EndGuarantee; output: WhichGuarantee };
  'guarantees.set_rule': { input: SaveGuaranteeRule; output: GuaranteeRule };
  'guarantees.draw_notes': { input: DrawNotes; output: GuaranteesOf };
  'guarantees.sign_notes': { input: SignNotes; output: GuaranteesOf };
  'guarantees.return_notes': { input: ReturnNotes; output: GuaranteesOf };
  'guarantees.void_notes': { input: VoidNotes; output: GuaranteesOf };
  'guarantees.note_paper': { input: GuaranteesOf; output: Paper };
  'guarantees.clearance': { input: GuaranteesOf; output: Paper };
  'purchases.list': { input: ListPurchases; output: PurchasePage };
  'purchases.open': { input: WhichPurchase; output: PurchaseSheet };
  'purchases.of_loan': { input: PurchasesOfLoan; output: PurchasesOf };
  'purchases.of_project': { input: PurchasesOfProject; output: PurchasesOf };
  'purchases.suppliers': { input: FindSuppliers; output: PurchaseSuppliers };
  'purchases.rules': { input: Nothing; output: PurchaseRules };
  'purchases.begin': { input: BeginPurchase; output: WhichPurchase };
  'purchases.change': { input: ChangePurchase; output: WhichPurchase };
  'purchases.add_quote': { input: AddQuote; output: WhichPurchase };
  'purchases.drop_quote': { input: DropQuote; output: WhichPurchase };
  'purchases.choose': { input: ChooseQuote; output: WhichPurchase };
  'purchases.order': { input: WhichPurchase; output: WhichPurchase };
  'purchases.approve': { input: WhichPurchase; output: WhichPurchase };
  'purchases.send_back': { input: ReturnOrder; output: WhichPurchase };
  'purchases.deliver': { input: RecordArrival; output: WhichPurchase };
  'purchases.give_back': { input: GiveBack; output: WhichPurchase };
  'purchases.close_rest': { input: CloseRest; output: WhichPurchase };
  'purchases.invoice': { input: RecordInvoice; output: WhichPurchase };
  'purchases.void_invoice': { input: VoidInvoice; output: WhichPurchase };
  'purchases.verify': { input: VerifyPurchase; output: WhichPurchase };
  'purchases.cancel': { input: CancelPurchase; output: WhichPurchase };
  'purchases.move_to': { input: MovePurchase; output: WhichPurchase };
  'purchases.change_asset': { input: ChangeAsset; output: WhichAsset };
  'purchases.see_asset': { input: SeeAsset; output: WhichAsset };
  'purchases.set_rule': { input: SavePurchaseRule; output: PurchaseRule };
  'purchases.order_paper': { input: WhichPurchase; output: Paper };
  'purchases.delivery_paper': { input: WhichArrivals; output: Paper };
  'purchases.assets_paper': { input: PurchasesOfProject; output: Paper };
  'applications.list': { input: ListApplications; output: ApplicationPage };
  'applications.detail': { input: WhichApplication; output: ApplicationSheet };
  'applications.of_loan': { input: WhichLoan; output: ApplicationOfLoan };
  'applications.weigh': { input: WeighApplication; output: Weighed };
  'applications.rules': { input: Nothing; output: ApplicationRules };
  'applications.add': { input: AddApplication; output: SavedApplication };
  'applications.change': { input: ChangeApplication; output: SavedApplication };
  'applications.save_study': { input: SaveStudy; output: SavedApplication };
  'applications.save_budget': { input: SaveBudget; output: SavedApplication };
  'applications.bring_guarantee': { input: BringGuarantee; output: SavedApplication };
  'applications.see_guarantee': { input: SeeGuarantee; output: SavedApplication };
  'applications.drop_guarantee': { input: DropGuarantee; output: SavedApplication };
  'applications.submit': { input: WhichApplication; output: SavedApplication };
  'applications.take': { input: WhichApplication; output: SavedApplication };
  'applications.send_back': { input: SendBack; output: SavedApplication };
  'applications.recommend': { input: Recommend; output: SavedApplication };
  'applications.approve': { input: ApproveApplication; output: SavedApplication };
  'applications.reject': { input: EndApplication; output: SavedApplication };
  'applications.withdraw': { input: EndApplication; output: SavedApplication };
  'applications.set_terms': { input: SetApplicationTerms; output: Nothing };
  'applications.form_paper': { input: WhichForm; output: Paper };
  'applications.appraisal_paper': { input: WhichApplication; output: Paper };
  'applications.letter_paper': { input: WhichApplication; output: Paper };
  'holds.list': { input: ListHolds; output: HoldPage };
  'holds.of_loan': { input: HoldsOf; output: LoanHolds };
  'holds.open': { input: WhichHold; output: HoldSheet };
  'holds.weigh': { input: PreviewHold; output: HoldWeighed };
  'holds.propose': { input: ProposeHold; output: WhichHold };
  'holds.approve': { input: DecideHold; output: WhichHold };
  'holds.drop_decision': { input: DropHold; output: WhichHold };
  'holds.halt': { input: HaltLoan; output: WhichHold };
  'holds.add_step': { input: AddHoldStep; output: WhichStep };
  'holds.change_step': { input: ChangeHoldStep; output: WhichStep };
  'holds.settle_step': { input: SettleHoldStep; output: WhichStep };
  'holds.rule': { input: Nothing; output: HoldRule };
  'holds.set_rule': { input: SetHoldRule; output: Nothing };
  'holds.paper': { input: WhichHold; output: Paper };
  'holds.annex': { input: WhichHold; output: Paper };
  'stages.projects': { input: AskProjects; output: ProjectPage };
  'stages.project': { input: StagesOf; output: ProjectStages };
  'stages.templates': { input: Nothing; output: StageTemplates };
  'stages.add_template': { input: SaveTemplate; output: SavedTemplate };
  'stages.change_template': { input: SaveTemplate; output: SavedTemplate };
  'stages.lay': { input: LayStages; output: StagesOf };
  'stages.change': { input: ChangeStages; output: StagesOf };
  'stages.place': { input: PlaceTranches; output: StagesOf };
  'stages.begin': { input: WhichStage; output: StagesOf };
  'stages.tick': { input: TickCondition; output: StagesOf };
  'stages.ask_review': { input: NoteStage; output: StagesOf };
  'stages.drop_review': { input: ReturnStage; output: StagesOf };
  'stages.pass': { input: NoteStage; output: StagesOf };
  'stages.fail': { input: FailStage; output: StagesOf };
  'stages.complete': { input: CompleteProject; output: StagesOf };
  'assessments.list': { input: ListAssessments; output: AssessmentPage };
  'assessments.of_file': { input: AssessmentsOf; output: FileAssessments };
  'assessments.open': { input: WhichAssessment; output: AssessmentSheet };
  'assessments.preview': { input: PreviewAssessment; output: AssessmentMeasured };
  'assessments.needs': { input: ListNeeds; output: CareNeedPage };
  'assessments.items': { input: ListCareItems; output: CareItemPage };
  'assessments.abilities': { input: ListAbilities; output: AbilityPage };
  'assessments.groups': { input: Nothing; output: NeedGroups };
  'assessments.outcomes': { input: AskOutcomes; output: CareOutcomes };
  'assessments.rule_versions': { input: Nothing; output: RuleVersions };
  'assessments.settings': { input: Nothing; output: KeptAssessmentSettings };
  'assessments.begin': { input: BeginAssessment; output: SavedAssessment };
  'assessments.save_draft': { input: SaveAssessment; output: SavedAssessment };
  'assessments.complete': { input: SaveAssessment; output: SavedAssessment };
  'assessments.review': { input: ReviewAssessment; output: SavedAssessment };
  'assessments.send_back': { input: SendBackAssessment; output: SavedAssessment };
  'assessments.drop_draft': { input: SendBackAssessment; output: SavedAssessment };
  'assessments.add_need': { input: AddNeed; output: SavedNeed };
  'assessments.change_need': { input: ChangeNeed; output: SavedNeed };
  'assessments.settle_need': { input: SettleNeed; output: SavedNeed };
  'assessments.add_item': { input: AddItem; output: SavedItem };
  'assessments.change_item': { input: ChangeItem; output: SavedItem };
  'assessments.settle_item': { input: SettleItem; output: SavedItem };
  'assessments.set_rule': { input: SetNeedRule; output: Nothing };
  'assessments.change_settings': { input: ChangeAssessmentSettings; output: Nothing };
  'assessments.form': { input: WhichAssessment; output: Paper };
  'assessments.blank_form': { input: Nothing; output: Paper };
  'services.list': { input: ListServices; output: ServiceList };
  'services.open': { input: WhichService; output: ServiceSheet };
  'services.choices': { input: Nothing; output: ServiceChoices };
  'services.of_file': { input: ServicesOf; output: FileServices };
  'services.weigh': { input: WeighService; output: FileServiceLine };
  'services.who_qualifies': { input: AskWhoQualifies; output: QualifyPage };
  'services.waiting_list': { input: WhichService; output: WaitingPlaces };
  'services.fairness': { input: WhichService; output: ServiceFairness };
  'services.decided': { input: ListDecided; output: DecidedPage };
  'services.add': { input: AddService; output: Nothing };
  'services.change': { input: ChangeService; output: Nothing };
  'services.new_version': { input: NewServiceVersion; output: Nothing };
  'services.drop_version': { input: SayOfService; output: Nothing };
  'services.approve': { input: SayOfService; output: Nothing };
  'services.send_back': { input: SayOfService; output: Nothing };
  'services.write_publication': { input: WritePublication; output: Nothing };
  'services.add_channel': { input: AddServiceChannel; output: Nothing };
  'services.announce': { input: SayOfService; output: Nothing };
  'services.close': { input: SayOfService; output: Nothing };
  'services.call': { input: RecordServiceCall; output: Nothing };
  'services.announcement_paper': { input: WhichService; output: Paper };
  'services.form_paper': { input: WhichService; output: Paper };
  'services.calls_paper': { input: AskWhoQualifies; output: Paper };
  'requests.list': { input: ListRequests; output: RequestPage };
  'requests.open': { input: WhichCaseRequest; output: RequestSheet };
  'requests.callbacks': { input: ListCallbacks; output: CallbackPage };
  'requests.choices': { input: Nothing; output: RequestChoices };
  'requests.reception': { input: ListReception; output: ReceptionPage };
  'requests.letters': { input: ListLetters; output: LetterPage };
  'requests.answers': { input: AskAnswers; output: AnswersFound };
  'requests.log_reception': { input: LogReception; output: Nothing };
  'requests.register_letter': { input: RegisterLetter; output: Nothing };
  'requests.add': { input: AddRequest; output: SavedRequest };
  'requests.assign': { input: AssignRequests; output: AssignedRequests };
  'requests.advance': { input: MoveRequest; output: Nothing };
  'requests.decide': { input: DecideRequest; output: Nothing };
  'requests.declare': { input: DeclareTie; output: Nothing };
  'requests.note': { input: SayOfRequest; output: Nothing };
  'requests.hand_letter': { input: HandLetter; output: Nothing };
  'requests.carry_out': { input: CarryOut; output: Nothing };
  'requests.judge': { input: JudgeCriterion; output: Nothing };
  'requests.propose_exception': { input: SayOfRequest; output: Nothing };
  'requests.apply': { input: SayOfRequest; output: Nothing };
  'requests.change_referral': { input: ChangeReferral; output: Nothing };
  'requests.give_consent': { input: GiveReferralConsent; output: Nothing };
  'requests.withdraw_consent': { input: SayOfRequest; output: Nothing };
  'requests.tell_entity': { input: SayOfRequest; output: Nothing };
  'requests.hand_card': { input: SayOfRequest; output: Nothing };
  'requests.stage': { input: StageReferral; output: Nothing };
  'requests.call': { input: RecordReferralCall; output: Nothing };
  'requests.save_department': { input: SaveDepartment; output: Nothing };
  'requests.place_person': { input: PlacePerson; output: Nothing };
  'requests.add_day_off': { input: AddDayOff; output: Nothing };
  'requests.remove_day_off': { input: RemoveDayOff; output: Nothing };
  'requests.save_entity': { input: SaveEntity; output: Nothing };
  'requests.change_deadlines': { input: ChangeDeadlines; output: Nothing };
  'requests.letter_paper': { input: WhichCaseRequest; output: Paper };
  'requests.receipt_paper': { input: WhichCaseRequest; output: Paper };
  'requests.card_paper': { input: WhichCaseRequest; output: Paper };
  'partners.list': { input: ListPartners; output: PartnerPage };
  'partners.open': { input: WhichPartner; output: PartnerSheet };
  'partners.organisations': { input: FindOrganisations; output: KnownOrganisations };
  'partners.choices': { input: Nothing; output: PartnerChoices };
  'partners.agreements': { input: ListAgreements; output: AgreementPage };
  'partners.agreement': { input: WhichAgreement; output: AgreementSheet };
  'partners.obligations': { input: ListObligations; output: ObligationPage };
  'partners.map': { input: Nothing; output: StakeholderMap };
  'partners.figures': { input: PartnerPeriod; output: PartnerFigures };
  'partners.add': { input: AddPartner; output: SavedPartner };
  'partners.change': { input: ChangePartner; output: SavedPartner };
  'partners.close': { input: ClosePartner; output: SavedPartner };
  'partners.save_contact': { input: SaveContact; output: Nothing };
  'partners.end_contact': { input: EndContact; output: Nothing };
  'partners.align': { input: AlignPartner; output: Nothing };
  'partners.add_contribution': { input: AddContribution; output: Nothing };
  'partners.add_endorsement': { input: AddEndorsement; output: Nothing };
  'partners.add_exchange': { input: AddExchange; output: Nothing };
  'partners.strike': { input: StrikePartnerItem; output: Nothing };
  'partners.save_component': { input: SaveComponent; output: Nothing };
  'partners.save_target': { input: SaveTarget; output: Nothing };
  'partners.save_programme': { input: SaveAlignmentProgramme; output: Nothing };
  'partners.change_settings': { input: ChangePartnerSettings; output: Nothing };
  'partners.propose': { input: ProposeAgreement; output: SavedAgreement };
  'partners.change_agreement': { input: ChangeAgreement; output: SavedAgreement };
  'partners.negotiate': { input: NoteAgreement; output: SavedAgreement };
  'partners.ask_approval': { input: NoteAgreement; output: SavedAgreement };
  'partners.approve': { input: ApproveAgreement; output: SavedAgreement };
  'partners.return_agreement': { input: NoteAgreement; output: SavedAgreement };
  'partners.decline': { input: NoteAgreement; output: SavedAgreement };
  'partners.sign': { input: SignAgreement; output: SavedAgreement };
  'partners.terminate': { input: TerminateAgreement; output: SavedAgreement };
  'partners.close_obligations': { input: CloseObligations; output: SavedAgreement };
  'partners.link_dispute': { input: LinkDispute; output: SavedAgreement };
  'partners.add_obligation': { input: AddObligation; output: Nothing };
  'partners.change_obligation': { input: ChangeObligation; output: Nothing };
  'partners.remove_obligation': { input: WhichObligation; output: Nothing };
  'partners.fulfil_obligation': { input: FulfilObligation; output: Nothing };
  'partners.prove_obligation': { input: ProveObligation; output: Nothing };
  'partners.excuse_obligation': { input: ExcuseObligation; output: Nothing };
  'partners.agreement_paper': { input: WhichAgreement; output: Paper };
  'partners.report_paper': { input: PartnerReport; output: Paper };
  'questionnaires.list': { input: ListQuestionnaires; output: QuestionnairePage };
  'questionnaires.open': { input: WhichQuestionnaire; output: QuestionnaireSheet };
  'questionnaires.form': { input: WhichQuestionnaire; output: KioskForm };
  'questionnaires.results': { input: AskResults; output: QuestionnaireResults };
  'questionnaires.figures': { input: ListFigures; output: FigurePage };
  'questionnaires.texts': { input: AskWritten; output: WrittenAnswers };
  'questionnaires.sheet': { input: AskSheet; output: SheetStanding };
  'questionnaires.differences': { input: WhichQuestionnaire; output: SheetDifferences };
  'questionnaires.preview_import': { input: AnswersFile; output: AnswerFile };
  'questionnaires.rating': { input: WhichRating; output: RatingPanel };
  'questionnaires.offers': { input: ListRatingOffers; output: RatingOfferPage };
  'questionnaires.findings': { input: ListFindings; output: FindingPage };
  'questionnaires.improvements': { input: ListImprovements; output: ImprovementPage };
  'questionnaires.improvement': { input: WhichImprovement; output: ImprovementSheet };
  'questionnaires.owners': { input: Nothing; output: OwnerChoices };
  'questionnaires.settings': { input: Nothing; output: KeptQuestionnaireSettings };
  'questionnaires.add': { input: AddQuestionnaire; output: SavedQuestionnaire };
  'questionnaires.change': { input: ChangeQuestionnaire; output: SavedQuestionnaire };
  'questionnaires.ask_opening': { input: StepQuestionnaire; output: SavedQuestionnaire };
  'questionnaires.take_back': { input: StepQuestionnaire; output: SavedQuestionnaire };
  'questionnaires.drop_draft': { input: StepQuestionnaire; output: SavedQuestionnaire };
  'questionnaires.approve': { input: StepQuestionnaire; output: SavedQuestionnaire };
  'questionnaires.send_back': { input: StepQuestionnaire; output: SavedQuestionnaire };
  'questionnaires.close': { input: StepQuestionnaire; output: SavedQuestionnaire };
  'questionnaires.issue_sheets': { input: IssueSheets; output: IssuedSheets };
  'questionnaires.enter': { input: EnterSheet; output: SavedSheet };
  'questionnaires.correct': { input: CorrectSheet; output: SavedSheet };
  'questionnaires.enter_second': { input: EnterSheet; output: SavedSheet };
  'questionnaires.settle': { input: SettleSheet; output: SavedSheet };
  'questionnaires.spoil': { input: SpoilSheet; output: SavedSheet };
  'questionnaires.answer': { input: AnswerQuestionnaire; output: Nothing };
  'questionnaires.import_answers': { input: AnswersFile; output: ImportedAnswers };
  'questionnaires.offer_rating': { input: OfferRating; output: RatingToken };
  'questionnaires.withdraw_offer': { input: WithdrawOffer; output: Nothing };
  'questionnaires.decline_rating': { input: WhichRating; output: Nothing };
  'questionnaires.add_finding': { input: AddFinding; output: SavedFinding };
  'questionnaires.change_finding': { input: ChangeFinding; output: SavedFinding };
  'questionnaires.add_improvement': { input: AddImprovement; output: SavedImprovement };
  'questionnaires.change_improvement': { input: ChangeImprovement; output: SavedImprovement };
  'questionnaires.end_improvement': { input: EndImprovement; output: SavedImprovement };
  'questionnaires.judge_improvement': { input: JudgeImprovement; output: SavedImprovement };
  'questionnaires.change_settings': { input: ChangeQuestionnaireSettings; output: Nothing };
  'questionnaires.form_paper': { input: PrintSheets; output: Paper };
  'questionnaires.results_paper': { input: WhichQuestionnaire; output: Paper };
  'questionnaires.rating_slip': { input: PrintSlip; output: Paper };
  'reach.list': { input: ListUnreached; output: UnreachedPage };
  'reach.identities': { input: ListIdentities; output: IdentityPage };
  'reach.gaps': { input: ListGaps; output: GapPage };
  'reach.month': { input: AskWorkerMonth; output: WorkerMonth };
  'reach.team': { input: AskTeam; output: TeamMonth };
  'reach.change_settings': { input: ChangeReachSettings; output: Nothing };
  'reach.month_paper': { input: AskWorkerMonth; output: Paper };
  'collection.due': { input: AskDue; output: DuePage };
  'collection.late': { input: AskLate; output: LatePage };
  'collection.portfolio': { input: AskPortfolio; output: PortfolioPage };
  'collection.received': { input: AskReceived; output: ReceivedPage };
  'collection.calls': { input: AskCalls; output: CallsPage };
  'collection.call_card': { input: WhichBorrower; output: CallCard };
  'collection.call_log': { input: ListCalls; output: CallLogPage };
  'collection.promises': { input: ListPaymentPromises; output: PaymentPromisePage };
  'collection.reminders': { input: AskReminders; output: ReminderPage };
  'collection.standing': { input: AskStanding; output: PortfolioStanding };
  'collection.rules': { input: Nothing; output: CollectionRules };
  'collection.closing': { input: WhichLoan; output: LoanClosing };
  'collection.record_call': { input: RecordCall; output: Nothing };
  'collection.make_promise': { input: MakePromise; output: Nothing };
  'collection.withdraw_promise': { input: WithdrawPromise; output: Nothing };
  'collection.set_wish': { input: SetContactWish; output: Nothing };
  'collection.prepare_reminder': { input: PrepareReminder; output: Nothing };
  'collection.send_reminder': { input: SendReminder; output: Nothing };
  'collection.answer_satisfaction': { input: AnswerSatisfaction; output: Nothing };
  'collection.set_rule': { input: SetCollectionRule; output: Nothing };
  'collection.borrower_statement': { input: WhichBorrower; output: Paper };
  'collection.late_letter': { input: WhichBorrower; output: Paper };
  'collection.portfolio_report': { input: AskStanding; output: Paper };
  'committees.list': { input: Nothing; output: Committees };
  'committees.open': { input: WhichCommittee; output: CommitteeSheet };
  'committees.meetings': { input: AskMeetings; output: MeetingPage };
  'committees.meeting': { input: WhichMeeting; output: MeetingSheet };
  'committees.decisions': { input: AskDecisions; output: DecisionPage };
  'committees.decision': { input: WhichDecision; output: DecisionSheet };
  'committees.add': { input: SaveCommittee; output: WhichCommittee };
  'committees.change': { input: SaveCommittee; output: WhichCommittee };
  'committees.begin_term': { input: BeginTerm; output: WhichCommittee };
  'committees.add_member': { input: AddCommitteeMember; output: WhichCommittee };
  'committees.change_member': { input: ChangeCommitteeMember; output: WhichCommittee };
  'committees.end_member': { input: EndCommitteeMember; output: WhichCommittee };
  'committees.declare': { input: DeclareInterest; output: WhichCommittee };
  'committees.call': { input: CallMeeting; output: WhichMeeting };
  'committees.change_meeting': { input: ChangeMeeting; output: WhichMeeting };
  'committees.cancel_meeting': { input: CancelMeeting; output: WhichMeeting };
  'committees.add_item': { input: AddAgendaItem; output: WhichMeeting };
  'committees.change_item': { input: ChangeAgendaItem; output: WhichMeeting };
  'committees.remove_item': { input: RemoveAgendaItem; output: WhichMeeting };
  'committees.attend': { input: AttendMeeting; output: WhichMeeting };
  'committees.hold': { input: HoldMeeting; output: WhichMeeting };
  'committees.vote': { input: VoteOnItem; output: WhichMeeting };
  'committees.decide': { input: IssueDecision; output: IssuedDecision };
  'committees.perform': { input: PerformDecision; output: IssuedDecision };
  'committees.postpone': { input: PostponeItem; output: WhichMeeting };
  'committees.enter': { input: EnterMeeting; output: WhichMeeting };
  'committees.draw_up': { input: HoldMeeting; output: WhichMeeting };
  'committees.confirm': { input: ConfirmMinutes; output: WhichMeeting };
  'committees.seal': { input: SealMinutes; output: WhichMeeting };
  'committees.finish': { input: EndDecision; output: WhichDecision };
  'committees.drop': { input: EndDecision; output: WhichDecision };
  'committees.agenda': { input: WhichMeeting; output: Paper };
  'committees.minutes_paper': { input: WhichMeeting; output: Paper };
  'policies.list': { input: AskPolicies; output: PolicyPage };
  'policies.open': { input: WhichPolicy; output: PolicySheet };
  'policies.references': { input: Nothing; output: PolicyReferences };
  'policies.figures': { input: AskGovernance; output: GovernanceFigures };
  'policies.add': { input: SavePolicy; output: WhichPolicy };
  'policies.change': { input: SavePolicy; output: WhichPolicy };
  'policies.retire': { input: RetirePolicy; output: WhichPolicy };
  'policies.review': { input: ReviewPolicy; output: WhichPolicy };
  'policies.save_edition': { input: SaveEdition; output: WhichEdition };
  'policies.ask_approval': { input: WhichEdition; output: WhichEdition };
  'policies.drop_edition': { input: DropEdition; output: WhichEdition };
  'policies.approve': { input: ApproveEdition; output: WhichEdition };
  'policies.refuse': { input: DropEdition; output: WhichEdition };
  'policies.record': { input: RecordEdition; output: WhichEdition };
  'policies.circulate': { input: CirculateEdition; output: WhichEdition };
  'policies.acknowledge': { input: AcknowledgeEdition; output: WhichEdition };
  'policies.publish': { input: PublishEdition; output: WhichEdition };
  'policies.add_reference': { input: SaveReference; output: WhichReference };
  'policies.change_reference': { input: SaveReference; output: WhichReference };
  'policies.add_report': { input: SaveScheduledReport; output: WhichScheduledReport };
  'policies.issue_report': { input: IssueReport; output: WhichScheduledReport };
  'policies.paper': { input: WhichEdition; output: Paper };
  'assembly.list': { input: AskAssembly; output: AssemblyPage };
  'assembly.open': { input: WhichAssemblyMember; output: AssemblySheet };
  'assembly.add': { input: AddAssemblyMember; output: WhichAssemblyMember };
  'assembly.change': { input: ChangeAssemblyMember; output: WhichAssemblyMember };
  'assembly.end': { input: EndAssemblyMember; output: WhichAssemblyMember };
  'assembly.set_due': { input: SetDue; output: Nothing };
  'assembly.record_fee': { input: RecordFee; output: WhichAssemblyMember };
  'assembly.card': { input: WhichAssemblyMember; output: Paper };
  'assembly.register': { input: WhichYear; output: Paper };
  'dashboard.board': { input: AskBoard; output: Board };
  'dashboard.tranches': { input: AskTranches; output: TranchePage };
  'dashboard.figures': { input: AskFigures; output: FiguresBoard };
  'dashboard.rows': { input: AskFigureRows; output: FigureRowPage };
  'dashboard.flow': { input: AskFlow; output: FlowPage };
  'dashboard.paper': { input: AskBoard; output: Paper };
  'dashboard.two_ways_paper': { input: AskTwoWays; output: Paper };
  'reports.list': { input: ListReports; output: ReportPage };
  'reports.open': { input: WhichReport; output: ReportSheet };
  'reports.begin': { input: BeginReport; output: SavedReport };
  'reports.save': { input: SaveReport; output: SavedReport };
  'reports.ask_issue': { input: AskIssue; output: SavedReport };
  'reports.issue': { input: WhichReport; output: SavedReport };
  'reports.send_back': { input: ReturnReport; output: SavedReport };
  'reports.remove': { input: WhichReport; output: Nothing };
  'reports.hand_over': { input: HandReport; output: SavedReport };
  'reports.paper': { input: WhichReport; output: Paper };
  'privacy.looks': { input: AskLooks; output: LooksPage };
  'privacy.due': { input: ListDue; output: RetentionPage };
  'privacy.rule': { input: Nothing; output: RetentionRules };
  'privacy.set_rule': { input: SetRetention; output: Nothing };
  'privacy.keep': { input: KeepData; output: Nothing };
  'privacy.ask_anonymise': { input: AskAnonymise; output: Nothing };
  'privacy.anonymise': { input: WhichRetention; output: Nothing };
  'privacy.drop_request': { input: DropDecision; output: Nothing };
  'privacy.person': { input: WhichPerson; output: Handed };
  'importing.open': { input: OpenImport; output: ImportPreview };
  'importing.current': { input: Nothing; output: CurrentImport };
  'importing.sheet': { input: LookAtSheet; output: SheetLines };
  'importing.rows': { input: LookAtRows; output: RowsPage };
  'importing.lay_out': { input: LayOutTable; output: ImportPreview };
  'importing.set_day': { input: SetOpeningDay; output: ImportPreview };
  'importing.correct': { input: CorrectCell; output: ImportPreview };
  'importing.answer': { input: AnswerQuestion; output: ImportPreview };
  'importing.compare': { input: CompareRow; output: ImportComparison };
  'importing.use_map': { input: UseMap; output: ImportPreview };
  'importing.save_map': { input: SaveMap; output: ImportPreview };
  'importing.save': { input: WhichImport; output: ImportReport };
  'importing.rehearse': { input: WhichImport; output: ImportPreview };
  'importing.progress': { input: WhichImport; output: ImportProgress };
  'importing.stop': { input: WhichImport; output: Nothing };
  'importing.refused': { input: ReportImport; output: Handed };
  'importing.report': { input: ReportImport; output: FullReport };
  'importing.close': { input: WhichImport; output: Nothing };
  'importing.maps': { input: Nothing; output: ImportMaps };
  'importing.forget_map': { input: WhichMap; output: Nothing };
  'importing.runs': { input: Nothing; output: ImportRuns };
  'importing.waiting': { input: WhichImport; output: WaitingImport };
  'importing.approve': { input: ApproveImport; output: WhichImport };
  'importing.refuse': { input: RefuseImport; output: WhichImport };
  'importing.run': { input: WhichImport; output: ImportRunPage };
  'importing.ask_back': { input: AskBack; output: WhichImport };
  'importing.take_back': { input: WhichImport; output: WhichImport };
  'importing.keep': { input: RefuseImport; output: WhichImport };
}

export const kinds = {
  'office.look': 'system',
  'office.set_up': 'system',
  'session.sign_in': 'system',
  'session.recover': 'system',
  'session.lock': 'system',
  'session.unlock': 'system',
  'session.sign_out': 'system',
  'session.change_password': 'system',
  'session.new_recovery_code': 'system',
  'session.confirm_recovery_code': 'system',
  'session.recovery_sheet': 'print',
  'association.profile': 'read',
  'association.logo': 'read',
  'association.save': 'write',
  'staff.list': 'read',
  'staff.permissions': 'read',
  'staff.add': 'write',
  'staff.change': 'write',
  'staff.reset_password': 'write',
  'staff.remove': 'write',
  'staff.change_key': 'system',
  'audit.list': 'read',
  'audit.mine': 'read',
  'audit.verify': 'system',
  'audit.report': 'print',
  'integrity.notices': 'read',
  'integrity.acknowledge': 'write',
  'integrity.confirm_clock': 'system',
  'backups.list': 'system',
  'backups.make': 'system',
  'backups.verify': 'system',
  'backups.drill': 'system',
  'backups.verify_office': 'system',
  'backups.file': 'system',
  'backups.restore': 'system',
  'preferences.get': 'read',
  'preferences.put': 'write',
  'tasks.mine': 'read',
  'tables.export': 'export',
  'office.set_up_demo': 'system',
  'beneficiaries.list': 'read',
  'beneficiaries.on_day': 'read',
  'beneficiaries.find': 'read',
  'beneficiaries.open': 'read',
  'beneficiaries.timeline': 'read',
  'beneficiaries.choices': 'read',
  'beneficiaries.likely_duplicates': 'read',
  'beneficiaries.compare': 'read',
  'beneficiaries.reveal_identity': 'view',
  'beneficiaries.add': 'write',
  'beneficiaries.change': 'write',
  'beneficiaries.add_member': 'write',
  'beneficiaries.change_member': 'write',
  'beneficiaries.remove_member': 'write',
  'beneficiaries.check_identity': 'write',
  'beneficiaries.note': 'write',
  'beneficiaries.consent': 'write',
  'beneficiaries.withdraw_consent': 'write',
  'beneficiaries.change_status': 'write',
  'beneficiaries.activation_preview': 'read',
  'beneficiaries.activate_many': 'write',
  'beneficiaries.mark_different': 'write',
  'beneficiaries.merge': 'write',
  'beneficiaries.undo_merge': 'write',
  'beneficiaries.print_file': 'print',
  'documents.of': 'read',
  'documents.rules': 'read',
  'documents.open': 'view',
  'documents.attach': 'write',
  'documents.review': 'write',
  'documents.remove': 'write',
  'documents.allow_identity_scans': 'write',
  'funds.list': 'read',
  'funds.detail': 'read',
  'funds.journal': 'read',
  'funds.entry': 'read',
  'funds.trial_balance': 'read',
  'funds.chart': 'read',
  'funds.account': 'read',
  'funds.periods': 'read',
  'funds.closing': 'read',
  'funds.drafts': 'read',
  'funds.find': 'read',
  'funds.cheques': 'read',
  'funds.approval_limits': 'read',
  'funds.chart_preview': 'read',
  'funds.voucher': 'print',
  'funds.trial_balance_paper': 'print',
  'funds.books': 'export',
  'funds.chart_file': 'export',
  'funds.add': 'write',
  'funds.change': 'write',
  'funds.add_account': 'write',
  'funds.change_account': 'write',
  'funds.import_chart': 'write',
  'funds.close_period': 'write',
  'funds.ask_to_reopen': 'write',
  'funds.reopen_period': 'write',
  'funds.refuse_reopening': 'write',
  'funds.lock_year': 'write',
  'funds.set_approval_limit': 'write',
  'funds.donate': 'write',
  'funds.clear_cheque': 'write',
  'funds.transfer': 'write',
  'funds.draft': 'write',
  'funds.change_draft': 'write',
  'funds.drop_draft': 'write',
  'funds.ask_reversal': 'write',
  'funds.approve': 'write',
  'funds.return_draft': 'write',
  'funds.verify': 'write',
  'reconciliation.preview': 'read',
  'loans.list': 'read',
  'loans.find': 'read',
  'loans.detail': 'read',
  'loans.products': 'read',
  'loans.projects': 'read',
  'loans.project': 'read',
  'loans.plan_preview': 'read',
  'loans.repay_preview': 'read',
  'loans.pay_preview': 'read',
  'loans.add_product': 'write',
  'loans.change_product': 'write',
  'loans.open_project': 'write',
  'loans.change_project': 'write',
  'loans.propose': 'write',
  'loans.approve': 'write',
  'loans.reject': 'write',
  'loans.cancel': 'write',
  'loans.plan_tranche': 'write',
  'loans.change_tranche': 'write',
  'loans.request_tranche': 'write',
  'loans.approve_tranche': 'write',
  'loans.deliver_tranche': 'write',
  'loans.pay_tranche': 'write',
  'loans.verify_tranche': 'write',
  'loans.cancel_tranche': 'write',
  'loans.repay': 'write',
  'loans.ask_undo': 'write',
  'loans.approve_undo': 'write',
  'loans.ask_refund': 'write',
  'loans.approve_refund': 'write',
  'loans.ask_forgiveness': 'write',
  'loans.approve_forgiveness': 'write',
  'loans.tranches_waiting': 'read',
  'loans.preview_tranches': 'read',
  'loans.approve_tranches': 'write',
  'loans.pay_tranches': 'write',
  'loans.choices': 'read',
  'loans.preview_change': 'read',
  'loans.ask_change': 'write',
  'loans.approve_change': 'write',
  'loans.deferrals': 'read',
  'loans.deferral': 'read',
  'loans.preview_deferral': 'read',
  'loans.ask_deferral': 'write',
  'loans.approve_deferral': 'write',
  'loans.drop_deferral': 'write',
  'loans.drop_request': 'write',
  'loans.receipt': 'print',
  'loans.statement': 'print',
  'loans.annex': 'print',
  'loans.plan_paper': 'print',
  'follow_up.board': 'read',
  'follow_up.list': 'read',
  'follow_up.commitments': 'read',
  'follow_up.promises': 'read',
  'follow_up.measures': 'read',
  'follow_up.of': 'read',
  'follow_up.activity': 'read',
  'follow_up.begin': 'read',
  'follow_up.round': 'read',
  'follow_up.reading_kinds': 'read',
  'follow_up.settings': 'read',
  'follow_up.plan': 'write',
  'follow_up.replan': 'write',
  'follow_up.record': 'write',
  'follow_up.correct': 'write',
  'follow_up.miss': 'write',
  'follow_up.cancel': 'write',
  'follow_up.review': 'write',
  'follow_up.finish_action': 'write',
  'follow_up.add_commitment': 'write',
  'follow_up.change_commitment': 'write',
  'follow_up.meet_commitment': 'write',
  'follow_up.excuse_commitment': 'write',
  'follow_up.add_reading_kind': 'write',
  'follow_up.change_reading_kind': 'write',
  'follow_up.change_settings': 'write',
  'follow_up.form_paper': 'print',
  'follow_up.round_paper': 'print',
  'guarantees.list': 'read',
  'guarantees.of_loan': 'read',
  'guarantees.guarantor': 'read',
  'guarantees.rules': 'read',
  'guarantees.propose': 'write',
  'guarantees.verify': 'write',
  'guarantees.release': 'write',
  'guarantees.ask_call': 'write',
  'guarantees.approve_call': 'write',
  'guarantees.drop_call': 'write',
  'guarantees.set_rule': 'write',
  'guarantees.draw_notes': 'write',
  'guarantees.sign_notes': 'write',
  'guarantees.return_notes': 'write',
  'guarantees.void_notes': 'write',
  'guarantees.note_paper': 'print',
  'guarantees.clearance': 'print',
  'purchases.list': 'read',
  'purchases.open': 'read',
  'purchases.of_loan': 'read',
  'purchases.of_project': 'read',
  'purchases.suppliers': 'read',
  'purchases.rules': 'read',
  'purchases.begin': 'write',
  'purchases.change': 'write',
  'purchases.add_quote': 'write',
  'purchases.drop_quote': 'write',
  'purchases.choose': 'write',
  'purchases.order': 'write',
  'purchases.approve': 'write',
  'purchases.send_back': 'write',
  'purchases.deliver': 'write',
  'purchases.give_back': 'write',
  'purchases.close_rest': 'write',
  'purchases.invoice': 'write',
  'purchases.void_invoice': 'write',
  'purchases.verify': 'write',
  'purchases.cancel': 'write',
  'purchases.move_to': 'write',
  'purchases.change_asset': 'write',
  'purchases.see_asset': 'write',
  'purchases.set_rule': 'write',
  'purchases.order_paper': 'print',
  'purchases.delivery_paper': 'print',
  'purchases.assets_paper': 'print',
  'applications.list': 'read',
  'applications.detail': 'read',
  'applications.of_loan': 'read',
  'applications.weigh': 'read',
  'applications.rules': 'read',
  'applications.add': 'write',
  'applications.change': 'write',
  'applications.save_study': 'write',
  'applications.save_budget': 'write',
  'applications.bring_guarantee': 'write',
  'applications.see_guarantee': 'write',
  'applications.drop_guarantee': 'write',
  'applications.submit': 'write',
  'applications.take': 'write',
  'applications.send_back': 'write',
  'applications.recommend': 'write',
  'applications.approve': 'write',
  'applications.reject': 'write',
  'applications.withdraw': 'write',
  'applications.set_terms': 'write',
  'applications.form_paper': 'print',
  'applications.appraisal_paper': 'print',
  'applications.letter_paper': 'print',
  'holds.list': 'read',
  'holds.of_loan': 'read',
  'holds.open': 'read',
  'holds.weigh': 'read',
  'holds.propose': 'write',
  'holds.approve': 'write',
  'holds.drop_decision': 'write',
  'holds.halt': 'write',
  'holds.add_step': 'write',
  'holds.change_step': 'write',
  'holds.settle_step': 'write',
  'holds.rule': 'read',
  'holds.set_rule': 'write',
  'holds.paper': 'print',
  'holds.annex': 'print',
  'stages.projects': 'read',
  'stages.project': 'read',
  'stages.templates': 'read',
  'stages.add_template': 'write',
  'stages.change_template': 'write',
  'stages.lay': 'write',
  'stages.change': 'write',
  'stages.place': 'write',
  'stages.begin': 'write',
  'stages.tick': 'write',
  'stages.ask_review': 'write',
  'stages.drop_review': 'write',
  'stages.pass': 'write',
  'stages.fail': 'write',
  'stages.complete': 'write',
  'assessments.list': 'read',
  'assessments.of_file': 'read',
  'assessments.open': 'view',
  'assessments.preview': 'read',
  'assessments.needs': 'read',
  'assessments.items': 'read',
  'assessments.abilities': 'read',
  'assessments.groups': 'read',
  'assessments.outcomes': 'read',
  'assessments.rule_versions': 'read',
  'assessments.settings': 'read',
  'assessments.begin': 'write',
  'assessments.save_draft': 'write',
  'assessments.complete': 'write',
  'assessments.review': 'write',
  'assessments.send_back': 'write',
  'assessments.drop_draft': 'write',
  'assessments.add_need': 'write',
  'assessments.change_need': 'write',
  'assessments.settle_need': 'write',
  'assessments.add_item': 'write',
  'assessments.change_item': 'write',
  'assessments.settle_item': 'write',
  'assessments.set_rule': 'write',
  'assessments.change_settings': 'write',
  'assessments.form': 'print',
  'assessments.blank_form': 'print',
  'services.list': 'read',
  'services.open': 'read',
  'services.choices': 'read',
  'services.of_file': 'read',
  'services.weigh': 'read',
  'services.who_qualifies': 'read',
  'services.waiting_list': 'read',
  'services.fairness': 'read',
  'services.decided': 'read',
  'services.add': 'write',
  'services.change': 'write',
  'services.new_version': 'write',
  'services.drop_version': 'write',
  'services.approve': 'write',
  'services.send_back': 'write',
  'services.write_publication': 'write',
  'services.add_channel': 'write',
  'services.announce': 'write',
  'services.close': 'write',
  'services.call': 'write',
  'services.announcement_paper': 'print',
  'services.form_paper': 'print',
  'services.calls_paper': 'print',
  'requests.list': 'read',
  'requests.open': 'read',
  'requests.callbacks': 'read',
  'requests.choices': 'read',
  'requests.reception': 'read',
  'requests.letters': 'read',
  'requests.answers': 'read',
  'requests.log_reception': 'write',
  'requests.register_letter': 'write',
  'requests.add': 'write',
  'requests.assign': 'write',
  'requests.advance': 'write',
  'requests.decide': 'write',
  'requests.declare': 'write',
  'requests.note': 'write',
  'requests.hand_letter': 'write',
  'requests.carry_out': 'write',
  'requests.judge': 'write',
  'requests.propose_exception': 'write',
  'requests.apply': 'write',
  'requests.change_referral': 'write',
  'requests.give_consent': 'write',
  'requests.withdraw_consent': 'write',
  'requests.tell_entity': 'write',
  'requests.hand_card': 'write',
  'requests.stage': 'write',
  'requests.call': 'write',
  'requests.save_department': 'write',
  'requests.place_person': 'write',
  'requests.add_day_off': 'write',
  'requests.remove_day_off': 'write',
  'requests.save_entity': 'write',
  'requests.change_deadlines': 'write',
  'requests.letter_paper': 'print',
  'requests.receipt_paper': 'print',
  'requests.card_paper': 'print',
  'partners.list': 'read',
  'partners.open': 'read',
  'partners.organisations': 'read',
  'partners.choices': 'read',
  'partners.agreements': 'read',
  'partners.agreement': 'read',
  'partners.obligations': 'read',
  'partners.map': 'read',
  'partners.figures': 'read',
  'partners.add': 'write',
  'partners.change': 'write',
  'partners.close': 'write',
  'partners.save_contact': 'write',
  'partners.end_contact': 'write',
  'partners.align': 'write',
  'partners.add_contribution': 'write',
  'partners.add_endorsement': 'write',
  'partners.add_exchange': 'write',
  'partners.strike': 'write',
  'partners.save_component': 'write',
  'partners.save_target': 'write',
  'partners.save_programme': 'write',
  'partners.change_settings': 'write',
  'partners.propose': 'write',
  'partners.change_agreement': 'write',
  'partners.negotiate': 'write',
  'partners.ask_approval': 'write',
  'partners.approve': 'write',
  'partners.return_agreement': 'write',
  'partners.decline': 'write',
  'partners.sign': 'write',
  'partners.terminate': 'write',
  'partners.close_obligations': 'write',
  'partners.link_dispute': 'write',
  'partners.add_obligation': 'write',
  'partners.change_obligation': 'write',
  'partners.remove_obligation': 'write',
  'partners.fulfil_obligation': 'write',
  'partners.prove_obligation': 'write',
  'partners.excuse_obligation': 'write',
  'partners.agreement_paper': 'print',
  'partners.report_paper': 'print',
  'questionnaires.list': 'read',
  'questionnaires.open': 'read',
  'questionnaires.form': 'read',
  'questionnaires.results': 'read',
  'questionnaires.figures': 'read',
  'questionnaires.texts': 'view',
  'questionnaires.sheet': 'read',
  'questionnaires.differences': 'read',
  'questionnaires.preview_import': 'read',
  'questionnaires.rating': 'read',
  'questionnaires.offers': 'read',
  'questionnaires.findings': 'read',
  'questionnaires.improvements': 'read',
  'questionnaires.improvement': 'read',
  'questionnaires.owners': 'read',
  'questionnaires.settings': 'read',
  'questionnaires.add': 'write',
  'questionnaires.change': 'write',
  'questionnaires.ask_opening': 'write',
  'questionnaires.take_back': 'write',
  'questionnaires.drop_draft': 'write',
  'questionnaires.approve': 'write',
  'questionnaires.send_back': 'write',
  'questionnaires.close': 'write',
  'questionnaires.issue_sheets': 'write',
  'questionnaires.enter': 'write',
  'questionnaires.correct': 'write',
  'questionnaires.enter_second': 'write',
  'questionnaires.settle': 'write',
  'questionnaires.spoil': 'write',
  'questionnaires.answer': 'write',
  'questionnaires.import_answers': 'write',
  'questionnaires.offer_rating': 'write',
  'questionnaires.withdraw_offer': 'write',
  'questionnaires.decline_rating': 'write',
  'questionnaires.add_finding': 'write',
  'questionnaires.change_finding': 'write',
  'questionnaires.add_improvement': 'write',
  'questionnaires.change_improvement': 'write',
  'questionnaires.end_improvement': 'write',
  'questionnaires.judge_improvement': 'write',
  'questionnaires.change_settings': 'write',
  'questionnaires.form_paper': 'print',
  'questionnaires.results_paper': 'print',
  'questionnaires.rating_slip': 'print',
  'reach.list': 'read',
  'reach.identities': 'read',
  'reach.gaps': 'read',
  'reach.month': 'read',
  'reach.team': 'read',
  'reach.change_settings': 'write',
  'reach.month_paper': 'print',
  'collection.due': 'read',
  'collection.late': 'read',
  'collection.portfolio': 'read',
  'collection.received': 'read',
  'collection.calls': 'read',
  'collection.call_card': 'view',
  'collection.call_log': 'read',
  'collection.promises': 'read',
  'collection.reminders': 'read',
  'collection.standing': 'read',
  'collection.rules': 'read',
  'collection.closing': 'read',
  'collection.record_call': 'write',
  'collection.make_promise': 'write',
  'collection.withdraw_promise': 'write',
  'collection.set_wish': 'write',
  'collection.prepare_reminder': 'write',
  'collection.send_reminder': 'write',
  'collection.answer_satisfaction': 'write',
  'collection.set_rule': 'write',
  'collection.borrower_statement': 'print',
  'collection.late_letter': 'print',
  'collection.portfolio_report': 'print',
  'committees.list': 'read',
  'committees.open': 'read',
  'committees.meetings': 'read',
  'committees.meeting': 'read',
  'committees.decisions': 'read',
  'committees.decision': 'read',
  'committees.add': 'write',
  'committees.change': 'write',
  'committees.begin_term': 'write',
  'committees.add_member': 'write',
  'committees.change_member': 'write',
  'committees.end_member': 'write',
  'committees.declare': 'write',
  'committees.call': 'write',
  'committees.change_meeting': 'write',
  'committees.cancel_meeting': 'write',
  'committees.add_item': 'write',
  'committees.change_item': 'write',
  'committees.remove_item': 'write',
  'committees.attend': 'write',
  'committees.hold': 'write',
  'committees.vote': 'write',
  'committees.decide': 'write',
  'committees.perform': 'write',
  'committees.postpone': 'write',
  'committees.enter': 'write',
  'committees.draw_up': 'write',
  'committees.confirm': 'write',
  'committees.seal': 'write',
  'committees.finish': 'write',
  'committees.drop': 'write',
  'committees.agenda': 'print',
  'committees.minutes_paper': 'print',
  'policies.list': 'read',
  'policies.open': 'read',
  'policies.references': 'read',
  'policies.figures': 'read',
  'policies.add': 'write',
  'policies.change': 'write',
  'policies.retire': 'write',
  'policies.review': 'write',
  'policies.save_edition': 'write',
  'policies.ask_approval': 'write',
  'policies.drop_edition': 'write',
  'policies.approve': 'write',
  'policies.refuse': 'write',
  'policies.record': 'write',
  'policies.circulate': 'write',
  'policies.acknowledge': 'write',
  'policies.publish': 'write',
  'policies.add_reference': 'write',
  'policies.change_reference': 'write',
  'policies.add_report': 'write',
  'policies.issue_report': 'write',
  'policies.paper': 'print',
  'assembly.list': 'read',
  'assembly.open': 'read',
  'assembly.add': 'write',
  'assembly.change': 'write',
  'assembly.end': 'write',
  'assembly.set_due': 'write',
  'assembly.record_fee': 'write',
  'assembly.card': 'print',
  'assembly.register': 'print',
  'dashboard.board': 'read',
  'dashboard.tranches': 'read',
  'dashboard.figures': 'read',
  'dashboard.rows': 'read',
  'dashboard.flow': 'read',
  'dashboard.paper': 'print',
  'dashboard.two_ways_paper': 'print',
  'reports.list': 'read',
  'reports.open': 'read',
  'reports.begin': 'write',
  'reports.save': 'write',
  'reports.ask_issue': 'write',
  'reports.issue': 'write',
  'reports.send_back': 'write',
  'reports.remove': 'write',
  'reports.hand_over': 'write',
  'reports.paper': 'print',
  'privacy.looks': 'view',
  'privacy.due': 'read',
  'privacy.rule': 'read',
  'privacy.set_rule': 'write',
  'privacy.keep': 'write',
  'privacy.ask_anonymise': 'write',
  'privacy.anonymise': 'write',
  'privacy.drop_request': 'write',
  'privacy.person': 'export',
  'importing.open': 'system',
  'importing.current': 'system',
  'importing.sheet': 'system',
  'importing.rows': 'system',
  'importing.lay_out': 'system',
  'importing.set_day': 'system',
  'importing.correct': 'system',
  'importing.answer': 'system',
  'importing.compare': 'system',
  'importing.use_map': 'system',
  'importing.save_map': 'system',
  'importing.save': 'system',
  'importing.rehearse': 'system',
  'importing.progress': 'system',
  'importing.stop': 'system',
  'importing.refused': 'system',
  'importing.report': 'system',
  'importing.close': 'system',
  'importing.maps': 'read',
  'importing.forget_map': 'write',
  'importing.runs': 'read',
  'importing.waiting': 'read',
  'importing.approve': 'write',
  'importing.refuse': 'write',
  'importing.run': 'read',
  'importing.ask_back': 'write',
  'importing.take_back': 'write',
  'importing.keep': 'write',
} as const satisfies Record<keyof Commands, Kind>;

export const views: Record<keyof Commands, readonly View[]> = {
  'office.look': ['session'],
  'office.set_up': ['session', 'association', 'staff', 'audit'],
  'session.sign_in': ['session', 'audit', 'staff'],
  'session.recover': ['session', 'audit', 'staff'],
  'session.lock': [],
  'session.unlock': ['session'],
  'session.sign_out': [],
  'session.change_password': ['session', 'tasks', 'audit'],
  'session.new_recovery_code': ['session', 'tasks', 'audit'],
  'session.confirm_recovery_code': ['session', 'tasks', 'audit'],
  'session.recovery_sheet': ['audit'],
  'association.profile': ['association'],
  'association.logo': ['association'],
  'association.save': ['association', 'session'],
  'staff.list': ['staff'],
  'staff.permissions': ['staff'],
  'staff.add': ['staff', 'tasks'],
  'staff.change': ['staff', 'session'],
  'staff.reset_password': ['staff'],
  'staff.remove': ['staff', 'tasks'],
  'staff.change_key': ['session', 'backups', 'tasks', 'audit'],
  'audit.list': ['audit'],
  'audit.mine': ['audit'],
  'audit.verify': ['audit'],
  'audit.report': ['audit'],
  'integrity.notices': ['integrity'],
  'integrity.acknowledge': ['integrity'],
  'integrity.confirm_clock': ['integrity'],
  'backups.list': ['backups'],
  'backups.make': ['backups', 'tasks', 'audit'],
  'backups.verify': ['backups', 'audit'],
  'backups.drill': ['backups', 'audit'],
  'backups.verify_office': ['backups', 'audit'],
  'backups.file': ['audit'],
  'backups.restore': ['session'],
  'preferences.get': ['preferences'],
  'preferences.put': [],
  'tasks.mine': ['tasks'],
  'tables.export': ['audit'],
  'office.set_up_demo': ['session', 'association', 'staff', 'audit'],
  'beneficiaries.list': ['beneficiaries'],
  'beneficiaries.on_day': ['beneficiaries'],
  'beneficiaries.find': ['beneficiaries'],
  'beneficiaries.open': ['beneficiaries'],
  'beneficiaries.timeline': ['beneficiaries', 'documents'],
  'beneficiaries.choices': ['beneficiaries', 'staff'],
  'beneficiaries.likely_duplicates': ['beneficiaries'],
  'beneficiaries.compare': ['beneficiaries'],
  'beneficiaries.reveal_identity': [],
  'beneficiaries.add': ['beneficiaries', 'tasks'],
  'beneficiaries.change': ['beneficiaries', 'tasks'],
  'beneficiaries.add_member': ['beneficiaries'],
  'beneficiaries.change_member': ['beneficiaries'],
  'beneficiaries.remove_member': ['beneficiaries'],
  'beneficiaries.check_identity': ['beneficiaries', 'tasks'],
  'beneficiaries.note': ['beneficiaries'],
  'beneficiaries.consent': ['beneficiaries'],
  'beneficiaries.withdraw_consent': ['beneficiaries'],
  'beneficiaries.change_status': ['beneficiaries', 'tasks'],
  'beneficiaries.activation_preview': ['beneficiaries'],
  'beneficiaries.activate_many': ['beneficiaries', 'tasks'],
  'beneficiaries.mark_different': ['beneficiaries'],
  'beneficiaries.merge': ['beneficiaries', 'tasks'],
  'beneficiaries.undo_merge': ['beneficiaries', 'tasks'],
  'beneficiaries.print_file': [],
  'documents.of': ['documents'],
  'documents.rules': ['documents'],
  'documents.open': [],
  'documents.attach': ['documents'],
  'documents.review': ['documents'],
  'documents.remove': ['documents'],
  'documents.allow_identity_scans': ['documents'],
  'funds.list': ['funds'],
  'funds.detail': ['funds'],
  'funds.journal': ['funds'],
  'funds.entry': ['funds'],
  'funds.trial_balance': ['funds'],
  'funds.chart': ['funds'],
  'funds.account': ['funds'],
  'funds.periods': ['funds'],
  'funds.closing': ['funds', 'tasks'],
  'funds.drafts': ['funds'],
  'funds.find': ['funds'],
  'funds.cheques': ['funds'],
  'funds.approval_limits': ['funds'],
  'funds.chart_preview': [],
  'funds.voucher': ['audit'],
  'funds.trial_balance_paper': ['audit'],
  'funds.books': ['audit'],
  'funds.chart_file': ['audit'],
  'funds.add': ['funds'],
  'funds.change': ['funds'],
  'funds.add_account': ['funds'],
  'funds.change_account': ['funds'],
  'funds.import_chart': ['funds'],
  'funds.close_period': ['funds'],
  'funds.ask_to_reopen': ['funds', 'tasks'],
  'funds.reopen_period': ['funds', 'tasks'],
  'funds.refuse_reopening': ['funds', 'tasks'],
  'funds.lock_year': ['funds'],
  'funds.set_approval_limit': ['funds', 'tasks'],
  'funds.donate': ['funds'],
  'funds.clear_cheque': ['funds'],
  'funds.transfer': ['funds', 'tasks'],
  'funds.draft': ['funds', 'tasks'],
  'funds.change_draft': ['funds', 'tasks'],
  'funds.drop_draft': ['funds', 'tasks'],
  'funds.ask_reversal': ['funds', 'tasks'],
  'funds.approve': ['funds', 'tasks'],
  'funds.return_draft': ['funds', 'tasks'],
  'funds.verify': ['funds'],
  'reconciliation.preview': [],
  'loans.list': ['loans'],
  'loans.find': ['loans'],
  'loans.detail': ['loans', 'beneficiaries'],
  'loans.products': ['loans', 'funds'],
  'loans.projects': ['loans'],
  'loans.project': ['loans'],
  'loans.plan_preview': ['loans'],
  'loans.repay_preview': ['loans'],
  'loans.pay_preview': ['loans'],
  'loans.add_product': ['loans'],
  'loans.change_product': ['loans'],
  'loans.open_project': ['loans'],
  'loans.change_project': ['loans'],
  'loans.propose': ['loans', 'tasks'],
  'loans.approve': ['loans', 'tasks'],
  'loans.reject': ['loans', 'tasks'],
  'loans.cancel': ['loans', 'tasks'],
  'loans.plan_tranche': ['loans'],
  'loans.change_tranche': ['loans', 'tasks'],
  'loans.request_tranche': ['loans', 'tasks'],
  'loans.approve_tranche': ['loans', 'tasks'],
  'loans.deliver_tranche': ['loans', 'funds', 'tasks'],
  'loans.pay_tranche': ['loans', 'funds', 'tasks'],
  'loans.verify_tranche': ['loans', 'tasks'],
  'loans.cancel_tranche': ['loans', 'tasks'],
  'loans.repay': ['loans', 'funds', 'tasks'],
  'loans.ask_undo': ['loans', 'tasks'],
  'loans.approve_undo': ['loans', 'funds', 'tasks'],
  'loans.ask_refund': ['loans', 'tasks'],
  'loans.approve_refund': ['loans', 'funds', 'tasks'],
  'loans.ask_forgiveness': ['loans', 'tasks'],
  'loans.approve_forgiveness': ['loans', 'funds', 'tasks'],
  'loans.tranches_waiting': ['loans', 'funds'],
  'loans.preview_tranches': ['loans', 'funds'],
  'loans.approve_tranches': ['loans', 'tasks'],
  'loans.pay_tranches': ['loans', 'funds', 'tasks'],
  'loans.choices': ['loans'],
  'loans.preview_change': ['loans'],
  'loans.ask_change': ['loans', 'tasks'],
  'loans.approve_change': ['loans', 'funds', 'tasks'],
  'loans.deferrals': ['loans'],
  'loans.deferral': ['loans'],
  'loans.preview_deferral': ['loans'],
  'loans.ask_deferral': ['loans', 'tasks'],
  'loans.approve_deferral': ['loans', 'funds', 'tasks'],
  'loans.drop_deferral': ['loans', 'tasks'],
  'loans.drop_request': ['loans', 'tasks'],
  'loans.receipt': ['audit'],
  'loans.statement': ['audit'],
  'loans.annex': ['audit'],
  'loans.plan_paper': ['audit'],
  'follow_up.board': ['follow_up'],
  'follow_up.list': ['follow_up'],
  'follow_up.commitments': ['follow_up'],
  'follow_up.promises': ['follow_up'],
  'follow_up.measures': ['follow_up'],
  'follow_up.of': ['follow_up'],
  'follow_up.activity': ['follow_up'],
  'follow_up.begin': ['follow_up'],
  'follow_up.round': ['follow_up'],
  'follow_up.reading_kinds': ['follow_up'],
  'follow_up.settings': ['follow_up'],
  'follow_up.plan': ['follow_up', 'tasks'],
  'follow_up.replan': ['follow_up', 'tasks'],
  'follow_up.record': ['follow_up', 'tasks'],
  'follow_up.correct': ['follow_up', 'tasks'],
  'follow_up.miss': ['follow_up', 'tasks'],
  'follow_up.cancel': ['follow_up', 'tasks'],
  'follow_up.review': ['follow_up', 'tasks'],
  'follow_up.finish_action': ['follow_up', 'tasks'],
  'follow_up.add_commitment': ['follow_up', 'tasks'],
  'follow_up.change_commitment': ['follow_up', 'tasks'],
  'follow_up.meet_commitment': ['follow_up', 'tasks'],
  'follow_up.excuse_commitment': ['follow_up', 'tasks'],
  'follow_up.add_reading_kind': ['follow_up'],
  'follow_up.change_reading_kind': ['follow_up'],
  'follow_up.change_settings': ['follow_up'],
  'follow_up.form_paper': ['audit'],
  'follow_up.round_paper': ['audit'],
  'guarantees.list': ['guarantees', 'loans'],
  'guarantees.of_loan': ['guarantees', 'loans'],
  'guarantees.guarantor': ['guarantees'],
  'guarantees.rules': ['guarantees'],
  'guarantees.propose': ['guarantees', 'loans', 'tasks'],
  'guarantees.verify': ['guarantees', 'loans', 'tasks'],
  'guarantees.release': ['guarantees', 'loans', 'tasks'],
  'guarantees.ask_call': ['guarantees', 'loans', 'tasks'],
  'guarantees.approve_call': ['guarantees', 'loans', 'tasks'],
  'guarantees.drop_call': ['guarantees', 'loans', 'tasks'],
  'guarantees.set_rule': ['guarantees', 'loans'],
  'guarantees.draw_notes': ['guarantees', 'loans', 'tasks'],
  'guarantees.sign_notes': ['guarantees', 'loans', 'tasks'],
  'guarantees.return_notes': ['guarantees', 'loans', 'tasks'],
  'guarantees.void_notes': ['guarantees', 'loans', 'tasks'],
  'guarantees.note_paper': ['audit'],
  'guarantees.clearance': ['audit'],
  'purchases.list': ['purchases', 'loans'],
  'purchases.open': ['purchases', 'loans', 'documents'],
  'purchases.of_loan': ['purchases', 'loans'],
  'purchases.of_project': ['purchases', 'loans'],
  'purchases.suppliers': ['purchases'],
  'purchases.rules': ['purchases'],
  'purchases.begin': ['purchases', 'loans', 'tasks'],
  'purchases.change': ['purchases', 'loans', 'tasks'],
  'purchases.add_quote': ['purchases'],
  'purchases.drop_quote': ['purchases'],
  'purchases.choose': ['purchases'],
  'purchases.order': ['purchases', 'loans', 'tasks'],
  'purchases.approve': ['purchases', 'loans', 'tasks'],
  'purchases.send_back': ['purchases', 'loans', 'tasks'],
  'purchases.deliver': ['purchases', 'loans', 'tasks'],
  'purchases.give_back': ['purchases', 'loans', 'tasks'],
  'purchases.close_rest': ['purchases', 'loans', 'tasks'],
  'purchases.invoice': ['purchases', 'loans', 'tasks'],
  'purchases.void_invoice': ['purchases', 'loans', 'tasks'],
  'purchases.verify': ['purchases', 'loans', 'tasks'],
  'purchases.cancel': ['purchases', 'loans', 'tasks'],
  'purchases.move_to': ['purchases', 'loans', 'tasks'],
  'purchases.change_asset': ['purchases'],
  'purchases.see_asset': ['purchases'],
  'purchases.set_rule': ['purchases', 'loans'],
  'purchases.order_paper': ['audit'],
  'purchases.delivery_paper': ['audit'],
  'purchases.assets_paper': ['audit'],
  'applications.list': ['applications'],
  'applications.detail': ['applications', 'follow_up', 'loans', 'beneficiaries'],
  'applications.of_loan': ['applications'],
  'applications.weigh': ['applications'],
  'applications.rules': ['applications'],
  'applications.add': ['applications', 'tasks'],
  'applications.change': ['applications', 'tasks'],
  'applications.save_study': ['applications'],
  'applications.save_budget': ['applications'],
  'applications.bring_guarantee': ['applications', 'tasks'],
  'applications.see_guarantee': ['applications', 'tasks'],
  'applications.drop_guarantee': ['applications', 'tasks'],
  'applications.submit': ['applications', 'tasks'],
  'applications.take': ['applications', 'tasks'],
  'applications.send_back': ['applications', 'tasks'],
  'applications.recommend': ['applications', 'tasks'],
  'applications.approve': ['applications', 'loans', 'guarantees', 'tasks'],
  'applications.reject': ['applications', 'tasks'],
  'applications.withdraw': ['applications', 'tasks'],
  'applications.set_terms': ['applications'],
  'applications.form_paper': ['audit'],
  'applications.appraisal_paper': ['audit'],
  'applications.letter_paper': ['audit'],
  'holds.list': ['holds', 'loans', 'follow_up', 'guarantees', 'purchases'],
  'holds.of_loan': ['holds', 'loans', 'follow_up', 'guarantees', 'purchases'],
  'holds.open': ['holds', 'loans', 'follow_up', 'guarantees', 'purchases'],
  'holds.weigh': ['holds', 'loans', 'follow_up'],
  'holds.propose': ['holds', 'loans', 'tasks'],
  'holds.approve': ['holds', 'loans', 'funds', 'tasks'],
  'holds.drop_decision': ['holds', 'loans', 'tasks'],
  'holds.halt': ['holds', 'loans', 'tasks'],
  'holds.add_step': ['holds', 'tasks'],
  'holds.change_step': ['holds', 'tasks'],
  'holds.settle_step': ['holds', 'tasks'],
  'holds.rule': ['holds'],
  'holds.set_rule': ['holds', 'loans'],
  'holds.paper': ['audit'],
  'holds.annex': ['audit'],
  'stages.projects': ['stages', 'loans', 'holds'],
  'stages.project': ['stages', 'loans', 'holds', 'follow_up', 'documents'],
  'stages.templates': ['stages'],
  'stages.add_template': ['stages'],
  'stages.change_template': ['stages'],
  'stages.lay': ['stages', 'loans'],
  'stages.change': ['stages', 'loans'],
  'stages.place': ['stages', 'loans'],
  'stages.begin': ['stages', 'loans', 'tasks'],
  'stages.tick': ['stages'],
  'stages.ask_review': ['stages', 'loans', 'tasks'],
  'stages.drop_review': ['stages', 'loans', 'tasks'],
  'stages.pass': ['stages', 'loans', 'tasks'],
  'stages.fail': ['stages', 'loans', 'tasks'],
  'stages.complete': ['stages', 'loans', 'tasks'],
  'assessments.list': ['assessments', 'beneficiaries'],
  'assessments.of_file': ['assessments', 'beneficiaries'],
  'assessments.open': ['assessments'],
  'assessments.preview': [],
  'assessments.needs': ['assessments'],
  'assessments.items': ['assessments'],
  'assessments.abilities': ['assessments'],
  'assessments.groups': ['assessments'],
  'assessments.outcomes': ['assessments', 'beneficiaries'],
  'assessments.rule_versions': ['assessments'],
  'assessments.settings': ['assessments'],
  'assessments.begin': ['assessments', 'tasks'],
  'assessments.save_draft': [],
  'assessments.complete': ['assessments', 'tasks'],
  'assessments.review': ['assessments', 'beneficiaries', 'tasks'],
  'assessments.send_back': ['assessments', 'tasks'],
  'assessments.drop_draft': ['assessments', 'tasks'],
  'assessments.add_need': ['assessments', 'tasks'],
  'assessments.change_need': ['assessments'],
  'assessments.settle_need': ['assessments'],
  'assessments.add_item': ['assessments', 'tasks'],
  'assessments.change_item': ['assessments', 'tasks'],
  'assessments.settle_item': ['assessments', 'tasks'],
  'assessments.set_rule': ['assessments'],
  'assessments.change_settings': ['assessments', 'beneficiaries'],
  'assessments.form': ['audit'],
  'assessments.blank_form': ['audit'],
  'services.list': ['services', 'requests'],
  'services.open': ['services', 'requests'],
  'services.choices': ['services', 'requests', 'funds'],
  'services.of_file': ['services', 'requests', 'beneficiaries', 'assessments'],
  'services.weigh': ['services', 'beneficiaries', 'assessments'],
  'services.who_qualifies': ['services', 'requests', 'beneficiaries', 'assessments'],
  'services.waiting_list': ['services', 'requests'],
  'services.fairness': ['services', 'requests'],
  'services.decided': ['services', 'requests'],
  'services.add': ['services', 'tasks'],
  'services.change': ['services', 'tasks'],
  'services.new_version': ['services', 'tasks'],
  'services.drop_version': ['services', 'tasks'],
  'services.approve': ['services', 'tasks'],
  'services.send_back': ['services', 'tasks'],
  'services.write_publication': ['services'],
  'services.add_channel': ['services'],
  'services.announce': ['services', 'tasks'],
  'services.close': ['services', 'tasks'],
  'services.call': ['services', 'tasks'],
  'services.announcement_paper': ['audit'],
  'services.form_paper': ['audit'],
  'services.calls_paper': ['audit'],
  'requests.list': ['requests'],
  'requests.open': ['requests', 'documents', 'services', 'follow_up'],
  'requests.callbacks': ['requests'],
  'requests.choices': ['requests', 'staff'],
  'requests.reception': ['requests'],
  'requests.letters': ['requests'],
  'requests.answers': ['requests'],
  'requests.log_reception': ['requests'],
  'requests.register_letter': ['requests'],
  'requests.add': ['requests', 'tasks'],
  'requests.assign': ['requests', 'tasks'],
  'requests.advance': ['requests', 'tasks'],
  'requests.decide': ['requests', 'tasks'],
  'requests.declare': ['requests', 'tasks'],
  'requests.note': ['requests'],
  'requests.hand_letter': ['requests'],
  'requests.carry_out': ['requests'],
  'requests.judge': ['requests'],
  'requests.propose_exception': ['requests'],
  'requests.apply': ['requests', 'beneficiaries', 'tasks'],
  'requests.change_referral': ['requests', 'tasks'],
  'requests.give_consent': ['requests', 'tasks'],
  'requests.withdraw_consent': ['requests', 'tasks'],
  'requests.tell_entity': ['requests', 'tasks'],
  'requests.hand_card': ['requests', 'tasks'],
  'requests.stage': ['requests', 'tasks'],
  'requests.call': ['requests', 'tasks'],
  'requests.save_department': ['requests'],
  'requests.place_person': ['requests', 'tasks', 'staff'],
  'requests.add_day_off': ['requests', 'tasks'],
  'requests.remove_day_off': ['requests', 'tasks'],
  'requests.save_entity': ['requests'],
  'requests.change_deadlines': ['requests', 'tasks'],
  'requests.letter_paper': ['audit'],
  'requests.receipt_paper': ['audit'],
  'requests.card_paper': ['audit'],
  'partners.list': ['partners'],
  'partners.open': ['partners', 'documents', 'funds'],
  'partners.organisations': ['partners'],
  'partners.choices': ['partners', 'staff'],
  'partners.agreements': ['partners'],
  'partners.agreement': ['partners', 'documents', 'requests'],
  'partners.obligations': ['partners'],
  'partners.map': ['partners'],
  'partners.figures': ['partners'],
  'partners.add': ['partners'],
  'partners.change': ['partners'],
  'partners.close': ['partners'],
  'partners.save_contact': ['partners'],
  'partners.end_contact': ['partners'],
  'partners.align': ['partners'],
  'partners.add_contribution': ['partners'],
  'partners.add_endorsement': ['partners'],
  'partners.add_exchange': ['partners'],
  'partners.strike': ['partners'],
  'partners.save_component': ['partners'],
  'partners.save_target': ['partners'],
  'partners.save_programme': ['partners'],
  'partners.change_settings': ['partners', 'tasks'],
  'partners.propose': ['partners', 'tasks'],
  'partners.change_agreement': ['partners', 'tasks'],
  'partners.negotiate': ['partners', 'tasks'],
  'partners.ask_approval': ['partners', 'tasks'],
  'partners.approve': ['partners', 'tasks'],
  'partners.return_agreement': ['partners', 'tasks'],
  'partners.decline': ['partners', 'tasks'],
  'partners.sign': ['partners', 'tasks'],
  'partners.terminate': ['partners', 'tasks'],
  'partners.close_obligations': ['partners', 'tasks'],
  'partners.link_dispute': ['partners'],
  'partners.add_obligation': ['partners', 'tasks'],
  'partners.change_obligation': ['partners', 'tasks'],
  'partners.remove_obligation': ['partners', 'tasks'],
  'partners.fulfil_obligation': ['partners', 'tasks'],
  'partners.prove_obligation': ['partners', 'tasks'],
  'partners.excuse_obligation': ['partners', 'tasks'],
  'partners.agreement_paper': ['audit'],
  'partners.report_paper': ['audit'],
  'questionnaires.list': ['questionnaires'],
  'questionnaires.open': ['questionnaires'],
  'questionnaires.form': ['questionnaires'],
  'questionnaires.results': ['questionnaires'],
  'questionnaires.figures': ['questionnaires'],
  'questionnaires.texts': ['questionnaires'],
  'questionnaires.sheet': ['questionnaires'],
  'questionnaires.differences': ['questionnaires'],
  'questionnaires.preview_import': ['questionnaires'],
  'questionnaires.rating': ['questionnaires', 'requests'],
  'questionnaires.offers': ['questionnaires', 'requests'],
  'questionnaires.findings': ['questionnaires'],
  'questionnaires.improvements': ['questionnaires'],
  'questionnaires.improvement': ['questionnaires'],
  'questionnaires.owners': ['staff'],
  'questionnaires.settings': ['questionnaires'],
  'questionnaires.add': ['questionnaires'],
  'questionnaires.change': ['questionnaires'],
  'questionnaires.ask_opening': ['questionnaires', 'tasks'],
  'questionnaires.take_back': ['questionnaires', 'tasks'],
  'questionnaires.drop_draft': ['questionnaires', 'tasks'],
  'questionnaires.approve': ['questionnaires', 'tasks'],
  'questionnaires.send_back': ['questionnaires', 'tasks'],
  'questionnaires.close': ['questionnaires', 'tasks'],
  'questionnaires.issue_sheets': ['questionnaires'],
  'questionnaires.enter': ['questionnaires', 'tasks'],
  'questionnaires.correct': ['questionnaires'],
  'questionnaires.enter_second': ['questionnaires', 'tasks'],
  'questionnaires.settle': ['questionnaires', 'tasks'],
  'questionnaires.spoil': ['questionnaires'],
  'questionnaires.answer': ['questionnaires'],
  'questionnaires.import_answers': ['questionnaires'],
  'questionnaires.offer_rating': ['questionnaires', 'tasks'],
  'questionnaires.withdraw_offer': ['questionnaires', 'tasks'],
  'questionnaires.decline_rating': ['questionnaires', 'tasks'],
  'questionnaires.add_finding': ['questionnaires'],
  'questionnaires.change_finding': ['questionnaires'],
  'questionnaires.add_improvement': ['questionnaires', 'tasks'],
  'questionnaires.change_improvement': ['questionnaires', 'tasks'],
  'questionnaires.end_improvement': ['questionnaires', 'tasks'],
  'questionnaires.judge_improvement': ['questionnaires', 'tasks'],
  'questionnaires.change_settings': ['questionnaires'],
  'questionnaires.form_paper': ['audit'],
  'questionnaires.results_paper': ['audit'],
  'questionnaires.rating_slip': ['audit'],
  'reach.list': ['reach', 'beneficiaries', 'follow_up', 'requests'],
  'reach.identities': ['reach', 'beneficiaries'],
  'reach.gaps': ['reach', 'beneficiaries'],
  'reach.month': ['reach', 'beneficiaries', 'follow_up', 'requests', 'assessments'],
  'reach.team': ['reach', 'beneficiaries', 'follow_up', 'requests', 'assessments'],
  'reach.change_settings': ['reach', 'tasks'],
  'reach.month_paper': ['audit'],
  'collection.due': ['loans'],
  'collection.late': ['loans'],
  'collection.portfolio': ['loans'],
  'collection.received': ['loans'],
  'collection.calls': ['collection', 'loans'],
  'collection.call_card': ['collection', 'loans'],
  'collection.call_log': ['collection'],
  'collection.promises': ['collection', 'loans'],
  'collection.reminders': ['collection', 'loans'],
  'collection.standing': ['collection', 'loans'],
  'collection.rules': ['collection'],
  'collection.closing': ['collection', 'loans', 'follow_up'],
  'collection.record_call': ['collection', 'tasks'],
  'collection.make_promise': ['collection', 'tasks'],
  'collection.withdraw_promise': ['collection', 'tasks'],
  'collection.set_wish': ['collection', 'tasks'],
  'collection.prepare_reminder': ['collection', 'tasks'],
  'collection.send_reminder': ['collection', 'tasks'],
  'collection.answer_satisfaction': ['collection', 'tasks'],
  'collection.set_rule': ['collection', 'tasks'],
  'collection.borrower_statement': ['audit'],
  'collection.late_letter': ['audit'],
  'collection.portfolio_report': ['audit'],
  'committees.list': ['committees'],
  'committees.open': ['committees'],
  'committees.meetings': ['committees'],
  'committees.meeting': ['committees', 'tasks', 'documents'],
  'committees.decisions': ['committees'],
  'committees.decision': ['committees', 'tasks'],
  'committees.add': ['committees'],
  'committees.change': ['committees'],
  'committees.begin_term': ['committees', 'tasks'],
  'committees.add_member': ['committees', 'tasks'],
  'committees.change_member': ['committees'],
  'committees.end_member': ['committees', 'tasks'],
  'committees.declare': ['committees', 'tasks'],
  'committees.call': ['committees', 'tasks'],
  'committees.change_meeting': ['committees', 'tasks'],
  'committees.cancel_meeting': ['committees', 'tasks'],
  'committees.add_item': ['committees'],
  'committees.change_item': ['committees'],
  'committees.remove_item': ['committees'],
  'committees.attend': ['committees'],
  'committees.hold': ['committees', 'tasks'],
  'committees.vote': ['committees'],
  'committees.decide': ['committees', 'tasks'],
  'committees.perform': ['committees', 'tasks'],
  'committees.postpone': ['committees'],
  'committees.enter': ['committees', 'tasks'],
  'committees.draw_up': ['committees', 'tasks'],
  'committees.confirm': ['committees', 'tasks'],
  'committees.seal': ['committees', 'tasks'],
  'committees.finish': ['committees', 'tasks'],
  'committees.drop': ['committees', 'tasks'],
  'committees.agenda': ['audit'],
  'committees.minutes_paper': ['audit'],
  'policies.list': ['policies'],
  'policies.open': ['policies', 'committees'],
  'policies.references': ['policies'],
  'policies.figures': ['policies', 'committees'],
  'policies.add': ['policies'],
  'policies.change': ['policies'],
  'policies.retire': ['policies', 'tasks'],
  'policies.review': ['policies', 'tasks'],
  'policies.save_edition': ['policies'],
  'policies.ask_approval': ['policies', 'committees', 'tasks'],
  'policies.drop_edition': ['policies', 'committees', 'tasks'],
  'policies.approve': ['policies', 'committees', 'tasks'],
  'policies.refuse': ['policies', 'committees', 'tasks'],
  'policies.record': ['policies'],
  'policies.circulate': ['policies', 'tasks'],
  'policies.acknowledge': ['policies', 'tasks'],
  'policies.publish': ['policies'],
  'policies.add_reference': ['policies'],
  'policies.change_reference': ['policies'],
  'policies.add_report': ['policies', 'tasks'],
  'policies.issue_report': ['policies', 'tasks'],
  'policies.paper': ['audit'],
  'assembly.list': ['assembly', 'funds'],
  'assembly.open': ['assembly', 'funds'],
  'assembly.add': ['assembly'],
  'assembly.change': ['assembly'],
  'assembly.end': ['assembly'],
  'assembly.set_due': ['assembly'],
  'assembly.record_fee': ['assembly'],
  'assembly.card': ['audit'],
  'assembly.register': ['audit'],
  'dashboard.board': ['loans', 'funds', 'beneficiaries', 'tasks', 'holds', 'follow_up'],
  'dashboard.tranches': ['loans'],
  'dashboard.figures': ['beneficiaries', 'requests', 'follow_up', 'assessments'],
  'dashboard.rows': ['beneficiaries', 'requests', 'follow_up', 'assessments'],
  'dashboard.flow': ['funds'],
  'dashboard.paper': ['audit'],
  'dashboard.two_ways_paper': ['audit'],
  'reports.list': ['reports'],
  'reports.open': ['reports', 'beneficiaries', 'requests', 'follow_up', 'assessments', 'loans'],
  'reports.begin': ['reports', 'tasks'],
  'reports.save': ['reports'],
  'reports.ask_issue': ['reports', 'tasks'],
  'reports.issue': ['reports', 'tasks'],
  'reports.send_back': ['reports', 'tasks'],
  'reports.remove': ['reports', 'tasks'],
  'reports.hand_over': ['reports', 'tasks'],
  'reports.paper': ['audit'],
  'privacy.looks': [],
  'privacy.due': ['privacy', 'beneficiaries'],
  'privacy.rule': ['privacy'],
  'privacy.set_rule': ['privacy', 'tasks'],
  'privacy.keep': ['privacy', 'tasks'],
  'privacy.ask_anonymise': ['privacy', 'tasks'],
  'privacy.anonymise': ['privacy', 'beneficiaries', 'requests', 'follow_up', 'assessments', 'documents', 'loans', 'tasks'],
  'privacy.drop_request': ['privacy', 'tasks'],
  'privacy.person': ['audit'],
  'importing.open': [],
  'importing.current': [],
  'importing.sheet': [],
  'importing.rows': [],
  'importing.lay_out': [],
  'importing.set_day': [],
  'importing.correct': [],
  'importing.answer': [],
  'importing.compare': [],
  'importing.use_map': [],
  'importing.save_map': ['importing'],
  'importing.save': ['importing', 'beneficiaries', 'funds', 'loans', 'guarantees', 'follow_up', 'tasks', 'audit'],
  'importing.rehearse': [],
  'importing.progress': [],
  'importing.stop': [],
  'importing.refused': ['audit'],
  'importing.report': [],
  'importing.close': [],
  'importing.maps': ['importing'],
  'importing.forget_map': ['importing'],
  'importing.runs': ['importing'],
  'importing.waiting': ['importing', 'tasks'],
  'importing.approve': ['importing', 'loans', 'funds', 'tasks'],
  'importing.refuse': ['importing', 'tasks'],
  'importing.run': ['importing', 'beneficiaries', 'funds', 'loans', 'guarantees', 'follow_up', 'tasks'],
  'importing.ask_back': ['importing', 'tasks'],
  'importing.take_back': ['importing', 'beneficiaries', 'loans', 'funds', 'guarantees', 'follow_up', 'tasks'],
  'importing.keep': ['importing', 'tasks'],
};
