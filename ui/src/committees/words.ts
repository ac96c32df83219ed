// Colours and words of committees, meetings and decisions.
import { Failure, sentence } from '../api/failure';
import type {
  DecisionOutcome,
  DecisionStanding,
  Hindrance,
  MeetingState,
  MinutesAnswer,
  Presence,
  VoteKind,
} from '../api/generated';
import type { Tone } from '../parts';

const states: Record<MeetingState, Tone> = {
  called: 'info',
  held: 'ok',
  minuted: 'gold',
  sealed: 'plain',
  cancelled: 'danger',
};
export const meetingTone = (state: MeetingState): Tone => states[state];
export const meetingStates: MeetingState[] = ['called', 'held', 'minuted', 'sealed', 'cancelled'];

const standings: Record<DecisionStanding, Tone> = { open: 'info', late: 'danger', done: 'ok', dropped: 'plain' };
export const decisionTone = (standing: DecisionStanding): Tone => standings[standing];
export const decisionStandings: DecisionStanding[] = ['late', 'open', 'done', 'dropped'];

const outcomes: Record<DecisionOutcome, Tone> = { approved: 'ok', rejected: 'danger', noted: 'info' };
export const outcomeTone = (outcome: DecisionOutcome): Tone => outcomes[outcome];
export const outcomeKinds: DecisionOutcome[] = ['approved', 'rejected', 'noted'];

const presences: Record<Presence, Tone> = {
  invited: 'plain',
  present: 'ok',
  remote: 'info',
  excused: 'plain',
  absent: 'warn',
};
export const presenceTone = (presence: Presence): Tone => presences[presence];
export const presenceKinds: Presence[] = ['present', 'remote', 'excused', 'absent', 'invited'];
export const isThere = (presence: Presence): boolean => presence === 'present' || presence === 'remote';

const votes: Record<VoteKind, Tone> = { for: 'ok', against: 'danger', abstain: 'warn', recused: 'plain' };
export const voteTone = (vote: VoteKind): Tone => votes[vote];

const answers: Record<MinutesAnswer, Tone> = { confirmed: 'ok', objected: 'warn' };
export const answerTone = (answer: MinutesAnswer): Tone => answers[answer];

/** Why something cannot be done, as the office would say it. */
export const hindrance = (why: Hindrance | null): string | undefined =>
  why ? sentence(new Failure({ kind: 'refused', code: why.code, args: why.args }, 'committees')) : undefined;
