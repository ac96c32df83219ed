// People in the search over everything.
import { ask } from '../api/call';
import { t } from '../api/t';
import type { Finder } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const people: Finder = {
  words: 'beneficiaries.title',
  needs: 'beneficiaries.view',
  place: 20,
  async find(query) {
    const found = await ask('beneficiaries.find', { text: query, limit: 8 });
    return found.files.map((file) => ({
      key: `file.${file.party}`,
      title: file.name,
      note: [file.file_no, file.identity_masked, t(`beneficiaries.status.${file.status}`), file.city]
        .filter(Boolean)
        .join(' · '),
      numbers: [file.file_no],
      icon: 'user-round' as const,
      open: () => go(`beneficiaries/${file.party}`),
    }));
  },
};
