// Lists and tones of questionnaires, and how an answer is said.
import type {
  CaseRequestKind,
  FindingSeverity,
  FormQuestion,
  GivenAnswer,
  ImprovementEffect,
  ImprovementState,
  QuestionKind,
  QuestionnairePurpose,
  QuestionnaireStanding,
} from '../api/generated';
import { t } from '../api/t';
import { showNumber, type Tone } from '../parts';

export const purposes: QuestionnairePurpose[] = [
  'satisfaction',
  'poll',
  'directed',
  'needs_study',
  'social_research',
  'capacity',
  'impact',
  'content_feedback',
];
export const standings: QuestionnaireStanding[] = ['open', 'entering', 'coming', 'asked', 'draft', 'closed'];
export const questionKinds: QuestionKind[] = ['scale', 'yes_no', 'single', 'multi', 'number', 'text', 'date', 'matrix'];
export const severities: FindingSeverity[] = ['high', 'medium', 'low'];
export const actionStates: ImprovementState[] = ['planned', 'done', 'dropped'];
export const effects: ImprovementEffect[] = ['better', 'same', 'worse'];
export const procedures: CaseRequestKind[] = [
  'service',
  'loan',
  'inquiry',
  'complaint',
  'grievance',
  'referral',
  'volunteer',
  'dispute',
  'data_change',
  'internal',
];

export const standingTone = (standing: QuestionnaireStanding): Tone => {
  if (standing === 'open') return 'ok';
  if (standing === 'entering') return 'warn';
  if (standing === 'asked') return 'gold';
  if (standing === 'coming') return 'info';
  return 'plain';
};
export const severityTone = (severity: FindingSeverity): Tone =>
  severity === 'high' ? 'danger' : severity === 'medium' ? 'warn' : 'info';
export const effectTone = (effect: ImprovementEffect): Tone =>
  effect === 'better' ? 'ok' : effect === 'worse' ? 'danger' : 'plain';
export const actionTone = (state: ImprovementState, late: boolean): Tone =>
  late ? 'danger' : state === 'done' ? 'ok' : state === 'planned' ? 'info' : 'plain';

/** The colours of the places of a scale, the best first. */
export const levelColours = [
  'var(--chart-1)',
  'color-mix(in srgb, var(--chart-1) 45%, var(--card))',
  'var(--chart-muted)',
  'var(--chart-2)',
  'var(--chart-4)',
];

export const DONT_KNOW = 0;
export const BLANK = -1;

export const isChosen = (question: FormQuestion): boolean =>
  ['scale', 'yes_no', 'single', 'multi'].includes(question.kind);

/** How many places can be chosen. */
export function placesOf(question: FormQuestion): number {
  if (question.kind === 'scale' || question.kind === 'matrix') return 5;
  if (question.kind === 'yes_no') return 2;
  return question.options.length;
}

/** What a place is called: the number of a scale, the words of a choice. */
export function placeName(question: FormQuestion, place: number): string {
  if (place === DONT_KNOW) return t('questionnaires.dont_know');
  if (question.kind === 'yes_no') return t(place === 1 ? 'questionnaires.yes' : 'questionnaires.no');
  if (question.kind === 'single' || question.kind === 'multi') return question.options[place - 1] ?? '';
  return showNumber(place);
}

/** Whether a question is asked of who answered so. */
export function isAsked(question: FormQuestion, answers: readonly GivenAnswer[]): boolean {
  const condition = question.shown_if;
  if (!condition) return true;
  const given = answers.find((one) => one.question === condition.question);
  return !!given && given.choice.some((choice) => condition.any.includes(choice));
}

export const nothing = (question: string): GivenAnswer => ({
  question,
  choice: [],
  number: null,
  text: '',
  day: null,
  rows: [],
});

/** Whether an answer says something. */
export const says = (given: GivenAnswer | undefined): given is GivenAnswer =>
  !!given &&
  (given.choice.length > 0 ||
    given.number !== null ||
    given.text.trim() !== '' ||
    given.day !== null ||
    given.rows.some((row) => row !== BLANK));

/** The answers that are sent: of questions that are asked, and that say something. */
export function said(questions: readonly FormQuestion[], answers: readonly GivenAnswer[]): GivenAnswer[] {
  const kept: GivenAnswer[] = [];
  for (const question of questions) {
    const given = answers.find((one) => one.question === question.key);
    if (says(given) && isAsked(question, kept)) kept.push(given);
  }
  return kept;
}

/** An answer in words, where two entries are laid side by side. */
export function inWords(question: FormQuestion, given: GivenAnswer | null): string {
  if (!given || !says(given)) return t('questionnaires.blank');
  if (isChosen(question)) return given.choice.map((place) => placeName(question, place)).join(t('parts.comma'));
  if (question.kind === 'matrix')
    return given.rows.map((place) => (place === BLANK ? '–' : placeName(question, place))).join(t('parts.comma'));
  if (given.number !== null) return showNumber(given.number);
  return given.day ?? given.text;
}

/** The procedure of a request in words; empty for none. */
export const procedureName = (procedure: string): string =>
  procedures.some((one) => one === procedure) ? t(`requests.kind.${procedure as CaseRequestKind}`) : '';
