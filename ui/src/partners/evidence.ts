import type { EvidenceKind } from '../api/generated';

/** What shows that something was done. */
export const evidenceKinds: EvidenceKind[] = ['voucher', 'report', 'photo', 'visit', 'minutes', 'other'];
