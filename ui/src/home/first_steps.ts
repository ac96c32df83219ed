// What a new association still has to do, read off its real data.
import type { BackupLine, Person } from '../api/generated';
import type { AssociationProfile } from '../association/profile';

export interface Step {
  key: 'recovery' | 'profile' | 'logo' | 'people' | 'backup';
  done: boolean;
  place: string;
}

interface Known {
  profile: AssociationProfile | undefined;
  people: Person[] | undefined;
  backups: BackupLine[] | undefined;
  recovery: boolean | undefined;
}

/** Steps about things this person may not see are left out. */
export function firstSteps({ profile, people, backups, recovery }: Known): Step[] {
  const steps: Step[] = [];
  if (backups && recovery !== undefined) steps.push({ key: 'recovery', done: recovery, place: 'preferences/recovery' });
  if (profile) {
    steps.push({ key: 'profile', done: profile.licence_no !== '' && profile.region !== '', place: 'association' });
    steps.push({ key: 'logo', done: profile.logo !== null, place: 'association' });
  }
  if (people)
    steps.push({ key: 'people', done: people.filter((person) => person.active).length > 1, place: 'staff?do=add' });
  if (backups)
    steps.push({
      key: 'backup',
      done: backups.some((backup) => backup.verified_at !== null && !backup.damaged),
      place: 'backups?do=make',
    });
  return steps;
}
