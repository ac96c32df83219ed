import type { IconName } from '../parts';

/** The picture of a kind of task; a feature whose tasks deserve their own joins with one line. */
const icons: Record<string, IconName> = {
  own_password: 'key-round',
  change_key: 'key-round',
  recovery_code: 'shield-alert',
  identity_expired: 'id-card',
  identity_expiring: 'id-card',
  review_overdue: 'calendar-clock',
  review_near: 'calendar-clock',
  loan_approve: 'sprout',
  tranche_approve: 'wallet',
  tranche_pay: 'banknote',
  tranche_deliver: 'clipboard-check',
  refund_approve: 'hand-coins',
  forgive_approve: 'gavel',
  tranche_verify: 'receipt-text',
  late_loan: 'triangle-alert',
  late_loans: 'triangle-alert',
  voucher_approve: 'receipt',
  voucher_returned: 'undo-2',
  backup_none: 'database-backup',
  backup_old: 'database-backup',
};

export const iconOf = (kind: string): IconName => icons[kind] ?? 'clipboard-list';
