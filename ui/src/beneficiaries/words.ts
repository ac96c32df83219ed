// Colours and words of files.
import type { CaseFile, FileStatus, KnownNumber, Relation } from '../api/generated';
import { has, t } from '../api/t';
import { todayIso, type Option, type Tone } from '../parts';

export const statuses: FileStatus[] = ['active', 'registered', 'suspended', 'graduated', 'closed'];
export const relations: Relation[] = ['head', 'spouse', 'child', 'parent', 'sibling', 'guardian', 'agent', 'member'];
export const classes = ['a', 'b', 'c', 'd'] as const;

const tones: Record<FileStatus, Tone> = {
  registered: 'plain',
  active: 'ok',
  suspended: 'warn',
  graduated: 'info',
  closed: 'plain',
};
export const statusTone = (status: FileStatus): Tone => tones[status];

/** A list of the words as options of a select. */
export const options = (group: string, keys: readonly string[]): Option[] =>
  keys.map((value) => ({ value, label: t(`beneficiaries.${group}.${value}`) }));

/** A marital status: a code of the list, or what an older register said. */
export const marital = (status: string): string =>
  has(`beneficiaries.marital.${status}`) ? t(`beneficiaries.marital.${status}`) : status;

/** A mobile number as people write it: `050 123 4567`, whether it is kept or was just typed. */
export const mobile = (number: string): string => number.replace(/^(?:\+966|0)(\d{2})(\d{3})(\d{4})$/, '0$1 $2 $3');

/** Whole years from a day of birth until today. */
export function age(born: string): number {
  const [year = 0, month = 0, day = 0] = todayIso().split('-').map(Number);
  const [bornYear = 0, bornMonth = 0, bornDay = 0] = born.split('-').map(Number);
  return year - bornYear - (month < bornMonth || (month === bornMonth && day < bornDay) ? 1 : 0);
}

/** Whether an identity record has expired, or will within sixty days. */
export function expiryTone(day: string | null): Tone | undefined {
  if (!day) return undefined;
  const left = (Date.parse(day) - Date.parse(todayIso())) / 86_400_000;
  return left < 0 ? 'danger' : left < 60 ? 'warn' : undefined;
}

/** The number of the file among the numbers somebody is known by. */
export const fileNo = (known: KnownNumber[]): string | undefined => known.find((one) => one.kind === 'file')?.number;

export const complete = (file: CaseFile): boolean => file.conditions.every((condition) => condition.met);
