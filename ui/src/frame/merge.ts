// Two people changed one record: what each of them did, field by field, and what may be put together by itself.

import type { WordKey } from '../api/t';

/** One field of a record, as the form, the page and the conflict dialog know it. */
export interface FieldOf<F> {
  /** What the office calls it; refusals and the form's fields carry it. */
  key: string;
  /** Where it stands in the form: `facts.mobile`. The key itself where that says it. */
  path?: string;
  /** The key of its words. */
  label: WordKey;
  /** A value as a person reads it. */
  show?: (value: unknown) => string;
  /** What is wrong with a value that is there; it is said on leaving the field and goes once it is mended. */
  rule?: (value: unknown, form: F) => string | null;
  required?: boolean | ((form: F) => boolean);
  /** Money is never put together by itself: whoever saves says which amount is right. */
  money?: boolean;
  /** Other places that go with this one: the id beside a name. */
  with?: string[];
}

export type Side = 'theirs' | 'mine';

export interface Difference {
  key: string;
  base: unknown;
  theirs: unknown;
  mine: unknown;
  theirsChanged: boolean;
  mineChanged: boolean;
  /** Only one side changed it, so that side's value stands; null where a person has to say. */
  merged: Side | null;
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Nothing typed: an empty text and no value at all are one to the person who looks at the field. */
const bare = (value: unknown): unknown => (value === '' || value === undefined ? null : value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function valueAt(form: unknown, path: string): unknown {
  let value = form;
  for (const step of path.split('.')) value = isObject(value) ? value[step] : undefined;
  return value;
}

function put(form: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let place = form;
  for (const step of steps) {
    if (!isObject(place[step])) place[step] = {};
    place = place[step] as Record<string, unknown>;
  }
  place[last] = value;
}

export const pathOf = <F>(field: FieldOf<F>): string => field.path ?? field.key;

/** Every place of a form that holds a value of its own. A list is one value. */
export function leaves(form: unknown, before = ''): string[] {
  if (!isObject(form)) return before ? [before] : [];
  const keys = Object.keys(form);
  return keys.flatMap((key) => leaves(form[key], before ? `${before}.${key}` : key));
}

/**
 * What the two versions of a record do not agree about. Without a `base` (a draft kept by an older program) nobody knows
 * who changed what, and everything is asked.
 */
export function differences<F>(fields: FieldOf<F>[], base: F | null, theirs: F, mine: F): Difference[] {
  return fields.flatMap((field) => {
    const [was, now, own] = [base, theirs, mine].map((form) => bare(valueAt(form, pathOf(field))));
    if (same(now, own)) return [];
    const theirsChanged = base === null || !same(was, now);
    const mineChanged = base === null || !same(was, own);
    const alone = theirsChanged !== mineChanged && !field.money;
    return [
      {
        key: field.key,
        base: was,
        theirs: now,
        mine: own,
        theirsChanged,
        mineChanged,
        merged: alone ? (theirsChanged ? 'theirs' : 'mine') : null,
      },
    ];
  });
}

/**
 * The record as it becomes: theirs, with mine where that was chosen. A place no field names follows whoever changed it.
 */
export function together<F extends object>(
  fields: FieldOf<F>[],
  base: F | null,
  theirs: F,
  mine: F,
  chosen: ReadonlyMap<string, Side>,
): F {
  const result = JSON.parse(JSON.stringify(theirs)) as Record<string, unknown>;
  const named = new Set(fields.flatMap((field) => [pathOf(field), ...(field.with ?? [])]));
  for (const path of leaves(mine)) {
    if (named.has(path)) continue;
    const own = valueAt(mine, path);
    if (base === null || !same(valueAt(base, path), own)) put(result, path, own);
  }
  for (const one of differences(fields, base, theirs, mine)) {
    if ((chosen.get(one.key) ?? one.merged) !== 'mine') continue;
    const field = fields.find(({ key }) => key === one.key);
    if (!field) continue;
    for (const path of [pathOf(field), ...(field.with ?? [])]) put(result, path, valueAt(mine, path));
  }
  return result as F;
}
