// Colours, pictures and words of investments, units, leases and rents.
import type {
  InvestmentEntryKind,
  InvestmentKind,
  InvestmentStanding,
  LeaseChequeStanding,
  LeaseStanding,
  MaintenanceStanding,
  ReceiptWay,
  RentStanding,
  ShareStanding,
  UnitStanding,
  UnitUsage,
} from '../api/generated';
import { t, tn } from '../api/t';
import { percent, showNumber, type IconName, type Option, type Tone } from '../parts';

export const kinds: InvestmentKind[] = ['enterprise', 'property', 'service', 'social'];
export const standings: InvestmentStanding[] = ['idea', 'for_decision', 'approved', 'owned', 'sold', 'refused'];
export const unitStandings: UnitStanding[] = ['let', 'vacant', 'closed'];
export const rentStandings: RentStanding[] = ['late', 'unposted', 'due', 'coming', 'paid'];
export const usages: UnitUsage[] = ['flat', 'house', 'shop', 'office', 'store', 'other'];
const ways: ReceiptWay[] = ['transfer', 'deposit', 'pos', 'cheque'];

const ofKind: Record<InvestmentKind, IconName> = {
  enterprise: 'briefcase',
  property: 'building-2',
  service: 'wrench',
  social: 'heart-handshake',
};
export const kindIcon = (kind: InvestmentKind): IconName => ofKind[kind];

const ofStanding: Record<InvestmentStanding, Tone> = {
  idea: 'plain',
  for_decision: 'gold',
  refused: 'danger',
  approved: 'info',
  owned: 'ok',
  sold: 'plain',
};
export const standingTone = (standing: InvestmentStanding): Tone => ofStanding[standing];

const ofUnit: Record<UnitStanding, Tone> = { let: 'ok', vacant: 'warn', closed: 'plain' };
export const unitTone = (standing: UnitStanding): Tone => ofUnit[standing];

const ofRent: Record<RentStanding, Tone> = {
  paid: 'ok',
  late: 'danger',
  due: 'warn',
  coming: 'plain',
  unposted: 'warn',
};
export const rentTone = (standing: RentStanding): Tone => ofRent[standing];

const ofLease: Record<LeaseStanding, Tone> = { coming: 'info', running: 'ok', ended: 'plain' };
export const leaseTone = (standing: LeaseStanding): Tone => ofLease[standing];

const ofCheque: Record<LeaseChequeStanding, Tone> = {
  waiting: 'plain',
  due: 'warn',
  presented: 'info',
  cleared: 'ok',
  bounced: 'danger',
  given_back: 'plain',
};
export const chequeTone = (standing: LeaseChequeStanding): Tone => ofCheque[standing];

const ofWork: Record<MaintenanceStanding, Tone> = { planned: 'info', late: 'danger', done: 'ok', dropped: 'plain' };
export const workTone = (standing: MaintenanceStanding): Tone => ofWork[standing];

const ofShare: Record<ShareStanding, Tone> = {
  nothing: 'plain',
  waiting: 'gold',
  returned: 'warn',
  moved: 'ok',
  undone: 'danger',
};
export const shareTone = (standing: ShareStanding): Tone => ofShare[standing];

export const entryWords = (kind: InvestmentEntryKind): string => t(`investments.entry_kind.${kind}`);

/** Hundredths of a per cent, as people read them. */
export function rate(points: number | null): string | null {
  if (points === null) return null;
  const written = (points / 100).toFixed(2).replace(/\.?0+$/, '');
  return percent(written);
}

export const wayOptions = (): Option[] => ways.map((value) => ({ value, label: t(`funds.method.${value}`) }));
export const isWay = (word: unknown): word is ReceiptWay => ways.some((way) => way === word);

export const lateWords = (days: number): string => tn('investments.late_n', days);
export const leftWords = (days: number): string => tn('investments.ends_in', days);
export const ofAll = (n: number, of: number): string => t('investments.n_of', { n: showNumber(n), of: showNumber(of) });
