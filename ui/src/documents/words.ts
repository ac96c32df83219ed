import type { DocumentKind, DocumentState, Finding, ReviewMethod } from '../api/generated';
import { t } from '../api/t';
import type { IconName, Option, Tone } from '../parts';

/** What the documents of a kind of record mostly are, first; the others after them. */
const FIRST: Record<string, DocumentKind[]> = {
  file: ['income', 'social_security', 'address', 'consent', 'photo'],
  member: ['income', 'social_security', 'photo'],
  loan: ['contract', 'guarantee', 'invoice', 'photo'],
  tranche: ['invoice', 'receipt', 'photo'],
  project: ['photo', 'contract', 'invoice'],
  entry: ['invoice', 'receipt', 'transfer', 'contract'],
};
const ALL: DocumentKind[] = [
  'income',
  'social_security',
  'address',
  'consent',
  'contract',
  'guarantee',
  'invoice',
  'receipt',
  'transfer',
  'photo',
  'identity',
  'family_card',
  'other',
];

/** The kinds to choose from, for a document of a kind of record. */
export function kinds(subject: string, scans: boolean): Option[] {
  const first = FIRST[subject] ?? [];
  const offered = [...first, ...ALL.filter((kind) => !first.includes(kind))];
  return offered
    .filter((kind) => scans || (kind !== 'identity' && kind !== 'family_card'))
    .map((value) => ({ value, label: t(`documents.kind.${value}`) }));
}

const METHODS: ReviewMethod[] = ['original_seen', 'issuer_asked', 'electronic_service', 'site_seen', 'other'];
export const methods = (): Option[] => METHODS.map((value) => ({ value, label: t(`documents.method.${value}`) }));

export const FINDINGS: Finding[] = ['genuine', 'doubtful', 'rejected'];

const TONES: Record<DocumentState, Tone> = {
  not_reviewed: 'plain',
  genuine: 'ok',
  doubtful: 'warn',
  rejected: 'danger',
  expired: 'warn',
};
export const stateTone = (state: DocumentState): Tone => TONES[state];

export const typeIcon = (mime = ''): IconName => (mime.startsWith('image/') ? 'image' : 'file-text');

const TYPES: Record<string, string> = { 'application/pdf': 'PDF', 'image/png': 'PNG', 'image/jpeg': 'JPEG' };
export const typeName = (mime = ''): string => TYPES[mime] ?? mime;
