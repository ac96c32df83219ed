import { describe, expect, it } from 'vitest';
import { firstSteps } from '../src/home/first_steps';
import { size } from '../src/backups/words';

describe('the first steps', () => {
  it('leave out what a person may not see', () => {
    expect(firstSteps({ profile: undefined, people: undefined, backups: undefined, recovery: false })).toEqual([]);
  });

  it('are read off real data: a damaged backup is none', () => {
    const backup = { id: 'a', made_at: 1, kind: 'manual', size: 1, verified_at: 1, audit_lines: 1, damaged: true };
    const steps = firstSteps({ profile: undefined, people: undefined, backups: [backup], recovery: true });
    expect(steps.map((step) => [step.key, step.done])).toEqual([
      ['recovery', true],
      ['backup', false],
    ]);
  });
});

describe('the size of a file', () => {
  it('is said in the unit a person would use', () => {
    expect(size(12)).toBe('12 بايت');
    expect(size(842_311)).toBe('823 ك.ب');
    expect(size(1_153_434)).toBe('1.1 م.ب');
  });
});
