import { describe, expect, it } from 'vitest';
import {
  ibanProblem,
  identityProblem,
  mobileProblem,
  organisationProblem,
  shortAddressProblem,
} from '../src/parts/saudi';
import { kernelVectors } from './vectors';

// The kernel's own cases: what the form says on leaving a field is what the office would say on saving.
describe.each([
  ['national_id', identityProblem],
  ['organisation_number', organisationProblem],
  ['mobile', mobileProblem],
  ['iban', ibanProblem],
  ['short_address', shortAddressProblem],
] as const)('%s', (name, problem) => {
  const cases = kernelVectors(name);
  it('has cases of both kinds', () => {
    expect(cases.some((row) => row['verdict']?.startsWith('valid'))).toBe(true);
    expect(cases.some((row) => !row['verdict']?.startsWith('valid'))).toBe(true);
  });
  it.each(cases.map((row) => [row['input'] ?? '', row['verdict'] ?? '']))('«%s» is %s', (input, verdict) => {
    expect(problem(input) === null).toBe(verdict.startsWith('valid'));
  });
});
