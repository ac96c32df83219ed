// A failure that belongs to no form: told in a corner, with the details to copy where a person can do nothing about it.
import { details, failure, sentence } from '../api/failure';
import { t } from '../api/t';
import { toast } from '../parts';
import { office } from './office.svelte';

/** Tells that `what` («الحفظ») could not be done, and why. */
export function showError(what: string, thrown: unknown, command: string): void {
  const failed = failure(thrown, command);
  const text = `${t('failure.could_not', { what })} ${sentence(failed)}`;
  const copy = { label: t('failure.copy'), onclick: () => void copyDetails(details(failed, office.version)) };
  toast({ text, tone: 'danger', action: failed.unexpected ? copy : undefined });
}

/** Puts the details of a failure on the clipboard; a web view may refuse that, and then the reference is what is left. */
export async function copyDetails(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ text: t('failure.copied'), tone: 'ok' });
  } catch {
    toast({ text: t('failure.no_copy'), tone: 'warn' });
  }
}
