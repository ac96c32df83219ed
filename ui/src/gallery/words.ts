import { t } from '../api/t';

/** A sample word of the gallery. */
export const g = (key: string) => t(`gallery.${key}`);
