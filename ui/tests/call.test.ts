import { beforeEach, describe, expect, it, vi } from 'vitest';

const sent: { name: string; request: string }[] = [];
let answers: (() => unknown)[] = [];

vi.mock('../src/host', () => ({
  host: {
    call: (name: string, _input: unknown, request: string) => {
      sent.push({ name, request });
      const answer = answers.shift();
      return Promise.resolve().then(() => answer?.());
    },
  },
}));

const { call, onFailure, onTouched } = await import('../src/api/call');
const { Failure, sentence, details } = await import('../src/api/failure');
const { uuid } = await import('../src/api/uuid');

const throws = (reason: object) => () => {
  throw reason;
};

describe('a command', () => {
  beforeEach(() => {
    sent.length = 0;
    answers = [];
  });

  it('is sent again under the same request id when the connection breaks, so that nothing is done twice', async () => {
    answers = [throws({ kind: 'unreachable' }), () => ({ value: { id: 'x' }, touched: [] })];
    await call('preferences.put', { key: 'a.b', value: 1 });
    expect(sent).toHaveLength(2);
    expect(sent[0]?.request).toBe(sent[1]?.request);
  });

  it('is not sent again when the office answered with a refusal', async () => {
    answers = [throws({ kind: 'refused', code: 'staff.login_taken', field: 'login' })];
    const heard: unknown[] = [];
    const stop = onFailure((failed) => heard.push(failed));
    await expect(call('staff.remove', { id: 'x' })).rejects.toBeInstanceOf(Failure);
    stop();
    expect(sent).toHaveLength(1);
    expect(heard).toHaveLength(1);
  });

  it('gives up after the last pause and says that the office does not answer', async () => {
    answers = [throws({ kind: 'unreachable' }), throws({ kind: 'unreachable' }), throws({ kind: 'unreachable' })];
    await expect(call('tasks.mine', {})).rejects.toMatchObject({ reason: { kind: 'unreachable' } });
    expect(sent).toHaveLength(3);
  });

  it('tells the views what it touched, and nobody when it touched nothing', async () => {
    const heard: unknown[] = [];
    const stop = onTouched((touched) => heard.push(touched));
    answers = [() => ({ value: null, touched: ['staff', 'tasks'] }), () => ({ value: null, touched: [] })];
    await call('staff.remove', { id: 'x' });
    await call('tasks.mine', {});
    stop();
    expect(heard).toEqual([['staff', 'tasks']]);
  });
});

describe('a failure', () => {
  it('whose code has no words is shown with its reference, never with a bare key', () => {
    const failed = new Failure({ kind: 'refused', code: 'nobody.wrote_this' }, 'staff.add');
    expect(failed.unexpected).toBe(true);
    expect(sentence(failed)).toContain('nobody.wrote_this');
    expect(sentence(failed)).not.toContain('refusal.');
  });

  it('names the missing right in words', () => {
    const failed = new Failure({ kind: 'forbidden', permission: 'staff.manage' }, 'staff.add');
    expect(sentence(failed)).toContain('إدارة فريق العمل');
  });

  it('is copied without anything a person typed', () => {
    const failed = new Failure({ kind: 'broken', reference: 'K7F2-91QD' }, 'staff.add');
    const text = details(failed, '0.1.0');
    expect(text).toContain('K7F2-91QD');
    expect(text.split('\n')).toHaveLength(5);
  });
});

describe('a request id', () => {
  it('is a UUID of version 7 and sorts by time', () => {
    const [early, late] = [uuid(1_700_000_000_000), uuid(1_700_000_000_001)];
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
    expect(Number.parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
  });
});
