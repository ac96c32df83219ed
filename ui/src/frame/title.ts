// What the window is called: in the taskbar, in the tab of a browser, for a screen reader. It names the screen and the
// association, never a person or a record: the title shows over every other program.
import { language, t } from '../api/t';

export interface Named {
  name_ar: string;
  name_en: string;
}

/** The association's name in the language of the interface; the Arabic one where no other was given. */
export function nameOf(association: Named | undefined): string {
  if (!association) return '';
  return language() === 'en' && association.name_en ? association.name_en : association.name_ar;
}

/** «المستفيدون · جمعية الغراس · شراكة»; the program's name alone where no screen of an association is open. */
export function titleOf(screen: string | undefined, association: Named | undefined): string {
  const name = nameOf(association);
  if (!screen || !name) return t('frame.program');
  return t('frame.window', { screen, association: name });
}
