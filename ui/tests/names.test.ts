import { describe, expect, it } from 'vitest';
import { nameParts } from '../src/parts/names';

describe('the parts of a name', () => {
  it.each([
    ['نورة بنت سعد بن علي العتيبي', 4],
    ['عبد الله سعد علي القحطاني', 4],
    ['عبدالله سعد علي', 3],
    ['محمد أبو بكر آل حسن', 3],
    ['نور الدين عبد رب النبي', 2],
    ['Maria Santos', 2],
    ['  ', 0],
  ])('«%s» has %i', (name, count) => expect(nameParts(name)).toHaveLength(count));
});
