import type { Logo, NewAssociation } from '../api/generated';

/** The association as it is typed on the first page: a form has no missing fields, only empty ones. */
export type TypedAssociation = Omit<NewAssociation, 'logo'> & { logo: Logo | null };
