// What stood before and what stands now, as a list of fields a person can read.

export interface Difference {
  /** Where the value stands: `role`, `association.name_ar`. */
  path: string;
  before: unknown;
  after: unknown;
  changed: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A voucher is known by its kind, year and number together, as it is printed. */
function voucher(value: Record<string, unknown>): string | null {
  const { kind, year, no, ...more } = value;
  if (typeof kind !== 'string' || typeof year !== 'number' || typeof no !== 'number' || Object.keys(more).length > 0)
    return null;
  return `${kind}-${year}-${String(no).padStart(6, '0')}`;
}

function flat(value: unknown, path: string, into: Map<string, unknown>): void {
  const known = isObject(value) ? voucher(value) : null;
  if (known) into.set(path, known);
  else if (isObject(value))
    for (const [key, child] of Object.entries(value)) flat(child, path ? `${path}.${key}` : key, into);
  else if (Array.isArray(value) && value.some(isObject))
    value.forEach((child, index) => flat(child, `${path ? `${path}.` : ''}${index + 1}`, into));
  else if (value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
    into.set(path, value);
}

/** All fields of both sides, the changed ones first. */
export function differences(before: unknown, after: unknown): Difference[] {
  const [left, right] = [new Map<string, unknown>(), new Map<string, unknown>()];
  flat(before, '', left);
  flat(after, '', right);
  const all = [...new Set([...left.keys(), ...right.keys()])].map((path): Difference => {
    const [was, is] = [left.get(path), right.get(path)];
    return { path, before: was, after: is, changed: JSON.stringify(was) !== JSON.stringify(is) };
  });
  return [...all.filter((one) => one.changed), ...all.filter((one) => !one.changed)];
}
