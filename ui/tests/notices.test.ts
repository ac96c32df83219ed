import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Task } from '../src/api/generated';

const notified: [string, string][] = [];
let kind = 'desktop';
let tasks: Task[] = [];
let due = 0;
let kept: Record<string, unknown> = {};
let permissions: string[] = [];

vi.mock('../src/host', () => ({
  host: {
    get kind() {
      return kind;
    },
    notify: (title: string, body: string) => Promise.resolve(void notified.push([title, body])),
  },
}));
vi.mock('../src/api/call', () => ({
  ask: (name: string) => Promise.resolve(name === 'tasks.mine' ? { tasks } : { instalments: due }),
}));
vi.mock('../src/frame/preferences.svelte', () => ({
  preference: (key: string) => kept[key],
  keep: (key: string, value: unknown) => void (kept[key] = value),
  keepNow: () => Promise.resolve(),
}));
vi.mock('../src/frame/office.svelte', () => ({ may: (permission: string) => permissions.includes(permission) }));
// What the features tell stands in their own files; they lead to places, which needs a window.
vi.mock('../src/frame/router.svelte', () => ({ go: () => undefined }));
vi.mock('../src/frame/appearance.svelte', () => ({ change: () => undefined }));

const { noticeOf, noticeOfDay, wantNotices } = await import('../src/frame/notices');

const TODAY = '2026-11-21';
const task = (kind: string, args: Record<string, string> = {}): Task => ({
  kind,
  text_key: `tasks.${kind}`,
  args,
  target: { screen: 'backups.list', asks: {} },
  due: null,
  severity: 'soon',
});

describe('the notice of the day', () => {
  beforeEach(() => {
    [notified.length, kind, due, kept, permissions] = [0, 'desktop', 3, {}, ['loans.collect']];
    tasks = [
      task('late_loans', { n: '12' }),
      task('loan_approve', { name: 'نورة القحطاني', amount: '12,000.00' }),
      task('voucher_approve'),
      task('backup_old', { n: '9' }),
    ];
  });

  it('counts what is due, late and to be decided, and names nobody', async () => {
    await noticeOfDay();
    expect(notified).toEqual([['شراكة', '3 أقساط تستحق اليوم · 12 قرضًا متأخرًا عن السداد · قراران ينتظرانك']]);
    expect(JSON.stringify(notified)).not.toMatch(/نورة|12,000/);
  });

  it('comes once a day', async () => {
    await noticeOfDay();
    await noticeOfDay();
    expect(notified).toHaveLength(1);
    kept['notices.shown_on'] = '2020-01-01';
    await noticeOfDay();
    expect(notified, 'another day, another notice').toHaveLength(2);
  });

  it('does not come to who wants none, nor where nothing waits, nor out of a browser', async () => {
    wantNotices(false);
    await noticeOfDay();
    wantNotices(true);
    kind = 'browser';
    await noticeOfDay();
    [kind, tasks, due] = ['desktop', [], 0];
    await noticeOfDay();
    expect(notified).toEqual([]);
    expect(kept['notices.shown_on'], 'what was not shown today may still come').toBeUndefined();
  });

  it('asks about instalments for those who collect them', async () => {
    [permissions, tasks] = [[], [task('tranche_approve')]];
    await noticeOfDay();
    expect(notified[0]?.[1]).toBe('قرار واحد ينتظرك');
  });

  it('counts in whatever form the number wants', async () => {
    const of = (n: string) => [task('late_loans', { n })];
    due = 1;
    expect(await noticeOf([], TODAY)).toBe('قسط واحد يستحق اليوم');
    due = 0;
    const decisions = Array.from({ length: 11 }, (_, at) => task(at % 2 ? 'refund_approve' : 'month_reopen'));
    expect(await noticeOf([...of('2'), ...decisions], TODAY)).toBe('قرضان متأخران عن السداد · 11 قرارًا ينتظرك');
    expect(await noticeOf([task('backup_old', { n: '9' })], TODAY)).toBeNull();
  });
});
