// What a person may set about the association, without its version.
import type { AssociationSheet } from '../api/generated';

export type AssociationProfile = Omit<AssociationSheet, 'record'>;
