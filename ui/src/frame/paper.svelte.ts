// The paper that is being looked at before it is printed or saved.
import type { Paper } from '../api/generated';

export const preview: { paper: Paper | null } = $state({ paper: null });

export function show(paper: Paper): void {
  preview.paper = paper;
}
