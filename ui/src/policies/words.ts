// Colours of policies and their editions.
import type { EditionState, PolicyKind, PolicyStanding } from '../api/generated';
import type { Tone } from '../parts';

const standings: Record<PolicyStanding, Tone> = {
  prepared: 'info',
  in_force: 'ok',
  late_review: 'danger',
  retired: 'plain',
};
export const policyTone = (standing: PolicyStanding): Tone => standings[standing];
export const policyStandings: PolicyStanding[] = ['in_force', 'late_review', 'prepared', 'retired'];
export const policyKinds: PolicyKind[] = ['bylaw', 'policy', 'mechanism', 'procedure', 'manual'];

const states: Record<EditionState, Tone> = {
  draft: 'info',
  waiting: 'gold',
  approved: 'ok',
  replaced: 'plain',
  dropped: 'plain',
};
export const editionTone = (state: EditionState): Tone => states[state];
