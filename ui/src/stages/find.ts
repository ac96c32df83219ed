// Projects in the search over everything.
import { ask } from '../api/call';
import { t } from '../api/t';
import type { Finder } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const projects: Finder = {
  words: 'stage.title',
  needs: 'stages.view',
  place: 15,
  async find(query) {
    const found = await ask('stages.projects', {
      text: query,
      party: null,
      standing: null,
      at: null,
      order: null,
      offset: 0,
      limit: 6,
    });
    return found.lines.map((one) => ({
      key: `project.${one.project}`,
      title: one.name,
      note: [one.borrower, one.stage_name, t(`loan.project_state.${one.standing}`)].filter(Boolean).join(' · '),
      icon: 'briefcase' as const,
      open: () => go(`projects/${one.project}`),
    }));
  },
};
