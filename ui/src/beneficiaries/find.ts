// People in the search over everything.
import { ask } from '../api/call';
import { t } from '../api/t';
import { may } from '../frame/office.svelte';
import type { Provider } from '../frame/palette';
import { go } from '../frame/router.svelte';

export const people: Provider = {
  words: 'beneficiaries.title',
  async find(query) {
    if (!query.trim() || !may('beneficiaries.view')) return [];
    // The search goes on without the people when the office does not answer.
    const found = await ask('beneficiaries.find', { text: query, limit: 8 }).catch(() => ({ files: [] }));
    return found.files.map((file) => ({
      key: `file.${file.party}`,
      title: file.name,
      note: [file.file_no, file.identity_masked, t(`beneficiaries.status.${file.status}`), file.city]
        .filter(Boolean)
        .join(' · '),
      icon: 'user-round' as const,
      open: () => go(`beneficiaries/${file.party}`),
    }));
  },
};
