// Words and tones of requests.
import type {
  CallResult,
  CaseChannel,
  ReferralStage,
  RequestClock,
  CaseRequestKind,
  RequestLine,
  RequestOutcome,
  CaseRequestState,
  RequestTab,
  SharedField,
} from '../api/generated';
import { has, t, tn } from '../api/t';
import type { Tone } from '../parts';

export const tabs: RequestTab[] = ['mine', 'incoming', 'late', 'all'];
export const states: CaseRequestState[] = [
  'new',
  'awaiting_applicant',
  'assessment',
  'for_decision',
  'decided',
  'executing',
  'closed',
  'withdrawn',
  'on_hold',
];
export const channels: CaseChannel[] = ['interview', 'phone', 'letter', 'website', 'message', 'visit', 'other'];
export const sharedFields: SharedField[] = [
  'name',
  'service',
  'mobile',
  'age',
  'family',
  'address',
  'identity',
  'income',
  'study',
];

export function stateTone(state: CaseRequestState): Tone {
  switch (state) {
    case 'new':
      return 'info';
    case 'assessment':
    case 'executing':
      return 'primary';
    case 'for_decision':
      return 'warn';
    case 'decided':
      return 'ok';
    default:
      return 'plain';
  }
}

export function stageTone(stage: ReferralStage): Tone {
  if (stage === 'served') return 'ok';
  return stage === 'refused' || stage === 'no_show' ? 'danger' : 'warn';
}

/** Where a request stands, in a word: a referral under way says its stage. */
export function standing(line: RequestLine): { words: string; tone: Tone } {
  if (line.state === 'executing' && line.stage)
    return line.stage === 'handed_over' || line.stage === 'contacted'
      ? { words: t('requests.not_arrived'), tone: 'warn' }
      : { words: t(`requests.stage.${line.stage}`), tone: stageTone(line.stage) };
  return { words: t(`requests.state.${line.state}`), tone: stateTone(line.state) };
}

export interface Term {
  words: string;
  tone: Tone;
  /** Of the term, what has gone by; null where nothing runs. */
  part: number | null;
  note?: string;
}

/** How the days stand, in words. */
export function termOf(line: RequestLine, today: string): Term {
  const clock = line.clock;
  if (line.state === 'closed' || line.state === 'withdrawn')
    return { words: t(`requests.state.${line.state}`), tone: 'plain', part: null };
  if (line.callback_from && line.callback_from <= today && line.stage !== 'arrived')
    return { words: t('requests.call_today'), tone: 'warn', part: 1 };
  if (!clock) return { words: t('requests.no_term'), tone: 'plain', part: null };
  return ofClock(clock);
}

export function ofClock(clock: RequestClock): Term {
  const whole = clock.elapsed + clock.left || 1;
  if (clock.running === 'paused')
    return {
      words: t('requests.stopped_clock'),
      tone: 'plain',
      part: null,
      note: tn('requests.paused_n', clock.paused),
    };
  if (clock.running === 'stopped')
    return clock.on_time === false
      ? { words: t('requests.stopped_late'), tone: 'danger', part: null }
      : { words: t('requests.stopped_in_time'), tone: 'ok', part: null };
  if (clock.running === 'over') return { words: tn('requests.over_n', clock.over), tone: 'danger', part: 1 };
  return {
    words: clock.left === 0 ? t('requests.last_day') : tn('requests.left_n', clock.left),
    tone: clock.left <= 1 ? 'warn' : 'plain',
    part: clock.elapsed / whole,
  };
}

export const nameOf = (line: RequestLine) => (line.anonymous ? t('requests.unnamed') : line.name);

/** What keeps somebody from something, in a sentence. */
export function whyNot(code: string): string {
  const key = `refusal.${code}`;
  return has(key) ? t(key) : code;
}

/** A condition before a step: as something that is met. */
export function conditionOf(key: string): string {
  const words = `requests.condition.${key.replace('flow.', '')}`;
  return has(words) ? t(words) : whyNot(key);
}

export const kindTone = (kind: CaseRequestKind): Tone =>
  kind === 'complaint' ? 'danger' : kind === 'grievance' ? 'gold' : kind === 'referral' ? 'primary' : 'info';

export const outcomeTone = (outcome: RequestOutcome): Tone =>
  outcome === 'rejected' || outcome === 'not_settled' ? 'danger' : outcome === 'partly' ? 'warn' : 'ok';

/** Outcomes whose reason must be written. */
export const needsReason = (outcome: RequestOutcome | null) => outcome === 'rejected' || outcome === 'not_settled';

/** The word of an event: an outcome, a stage, what came of a call. */
export function eventWord(word: string): string {
  for (const family of ['outcome', 'stage', 'call', 'channel', 'event_word']) {
    const key = `requests.${family}.${word}`;
    if (has(key)) return t(key);
  }
  return '';
}

export const callWords = (result: CallResult | string): string =>
  has(`requests.call.${result}`) ? t(`requests.call.${result}` as 'requests.call.arrived') : '';

/** The name of a field of a file. */
export function fieldName(field: string): string {
  const key = `beneficiaries.${field}`;
  return has(key) ? t(key) : field;
}
