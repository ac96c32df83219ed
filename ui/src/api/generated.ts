// Written by `cargo xtask bindings` from the command tables. Do not edit.

export type View = 'session' | 'association' | 'staff' | 'audit' | 'backups' | 'preferences' | 'tasks';
export type Kind = 'read' | 'view' | 'print' | 'export' | 'write' | 'door';
export type Role = 'researcher' | 'supervisor' | 'finance' | 'committee' | 'administrator';
export type Digits = 'latin' | 'arabic';
export type Calendar = 'hijri' | 'gregorian';

export type Nothing = Record<string, never>;
export type LastBackup = { made_at: number; verified: boolean };
export type SessionPerson = { id: string; name: string; login: string; role: Role };
export type SessionAssociation = { name_ar: string; name_en: string; logo: Logo | null };
export type Session = {
  person: SessionPerson;
  association: SessionAssociation;
  permissions: string[];
  digits: Digits;
  calendar: Calendar;
  idle_minutes: number;
  recovery_confirmed: boolean;
  must_change_password: boolean;
  locked: boolean;
};
export type Look = {
  state: 'new' | 'locked' | 'open';
  demo: boolean;
  version: string;
  wait_seconds: number;
  session: Session | null;
  last_backup: LastBackup | null;
};
export type Logo = { mime: string; base64: string };
export type NewAssociation = {
  name_ar: string;
  name_en: string;
  licence_no: string;
  unified_no: string;
  region: string;
  logo: Logo | null;
};
export type Administrator = { name: string; login: string; password: string };
export type SetUp = { association: NewAssociation; administrator: Administrator; digits: Digits; calendar: Calendar };
export type SetUpDone = { recovery_code: string; session: Session };
export type Paper = { name: string; pdf: string; pages: string[] };
export type File = { name: string; mime: string; base64: string };
export type AssociationProfile = {
  name_ar: string;
  name_en: string;
  licence_no: string;
  unified_no: string;
  region: string;
  city: string;
  phone: string;
  email: string;
  website: string;
  logo: Logo | null;
  fiscal_year_start_month: number;
  digits: Digits;
  calendar: Calendar;
  idle_minutes: number;
};
export type Person = {
  id: string;
  name: string;
  login: string;
  role: Role;
  active: boolean;
  added_at: number;
  removed_at: number | null;
  last_seen_at: number | null;
  must_change_password: boolean;
};
export type PermissionRow = { name: string; commands: string[]; roles: Role[] };
export type AuditFilter = {
  from?: string;
  until?: string;
  person?: string;
  action?: string;
  feature?: string;
  subject?: string;
  text?: string;
  before?: number;
  limit?: number;
};
export type AuditLine = {
  seq: number;
  at: number;
  person: string | null;
  person_name: string;
  command: string;
  action: string;
  subject_kind: string;
  subject: string;
  summary: string;
  before: unknown;
  after: unknown;
  outcome: string;
};
export type AuditFacet = { value: string; label: string; count: number };
export type AuditPage = {
  lines: AuditLine[];
  next: number | null;
  facets: { people: AuditFacet[]; actions: AuditFacet[]; features: AuditFacet[] };
};
export type ChainState = { lines: number; intact: boolean; broken_at: number | null; head: string };
export type BackupLine = {
  id: string;
  made_at: number;
  kind: string;
  size: number;
  verified_at: number | null;
  audit_lines: number;
  damaged: boolean;
};
export type BackupList = {
  backups: BackupLine[];
  folder: string;
  keeps_daily: number;
  keeps_weekly: number;
  keeps_monthly: number;
};
export type DrillStep = { name: string; milliseconds: number };
export type DrillReport = { id: string; made_at: number; steps: DrillStep[]; rows: number; audit_lines: number };
export type Restored = { made_at: number; audit_lines: number; kept: string | null };
export type OfficeCheck = {
  sound: boolean;
  complaints: string[];
  audit_lines: number;
  audit_broken_at: number | null;
  rows: number;
  copy_opens: boolean;
};
export type TableKind = 'text' | 'number' | 'money' | 'day';
export type TableColumn = { title: string; kind: TableKind };
export type ExportTable = {
  title: string;
  columns: TableColumn[];
  rows: (string | number | null)[][];
  format: 'xlsx' | 'csv';
};
export type Task = {
  kind: string;
  text_key: string;
  args: Record<string, string>;
  target: string;
  due: string | null;
  severity: 'late' | 'soon' | 'calm';
};

export interface Commands {
  'office.look': { input: Nothing; output: Look };
  'office.set_up': { input: SetUp; output: SetUpDone };
  'session.sign_in': { input: { login: string; password: string }; output: Session };
  'session.recover': { input: { code: string; login: string; new_password: string }; output: Session };
  'session.sign_out': { input: Nothing; output: null };
  'session.lock': { input: Nothing; output: null };
  'session.unlock': { input: { password: string }; output: Session };
  'session.change_password': { input: { old: string; new: string }; output: Session };
  'session.new_recovery_code': { input: { password: string }; output: { recovery_code: string } };
  'session.confirm_recovery_code': { input: { group: string }; output: Session };
  'session.recovery_sheet': { input: { recovery_code: string }; output: Paper };
  'association.profile': { input: Nothing; output: AssociationProfile };
  'association.save': { input: AssociationProfile; output: AssociationProfile };
  'staff.list': { input: Nothing; output: { people: Person[] } };
  'staff.add': { input: { id: string; name: string; login: string; role: Role; password: string }; output: Person };
  'staff.change': { input: { id: string; name: string; role: Role }; output: Person };
  'staff.reset_password': { input: { id: string; password: string }; output: Person };
  'staff.remove': { input: { id: string }; output: Person };
  'staff.permissions': { input: Nothing; output: { roles: Role[]; permissions: PermissionRow[] } };
  'audit.list': { input: AuditFilter; output: AuditPage };
  'audit.mine': { input: { before?: number; limit?: number }; output: AuditPage };
  'audit.verify': { input: Nothing; output: ChainState };
  'audit.report': { input: { from: string; until: string }; output: Paper };
  'backups.list': { input: Nothing; output: BackupList };
  'backups.make': { input: Nothing; output: BackupLine };
  'backups.verify': { input: { id: string }; output: BackupLine };
  'backups.drill': { input: { id: string }; output: DrillReport };
  'backups.verify_office': { input: Nothing; output: OfficeCheck };
  'backups.file': { input: { id: string }; output: File };
  'backups.restore': { input: { id: string; password: string }; output: Restored };
  'preferences.get': { input: Nothing; output: { values: Record<string, unknown> } };
  'preferences.put': { input: { key: string; value: unknown }; output: null };
  'tables.export': { input: ExportTable; output: File };
  'tasks.mine': { input: Nothing; output: { tasks: Task[] } };
}

export const kinds: Record<keyof Commands, Kind> = {
  'office.look': 'door',
  'office.set_up': 'door',
  'session.sign_in': 'door',
  'session.recover': 'door',
  'session.sign_out': 'door',
  'session.lock': 'door',
  'session.unlock': 'door',
  'session.change_password': 'door',
  'session.new_recovery_code': 'door',
  'session.confirm_recovery_code': 'door',
  'session.recovery_sheet': 'door',
  'association.profile': 'read',
  'association.save': 'write',
  'staff.list': 'read',
  'staff.add': 'write',
  'staff.change': 'write',
  'staff.reset_password': 'write',
  'staff.remove': 'write',
  'staff.permissions': 'read',
  'audit.list': 'view',
  'audit.mine': 'read',
  'audit.verify': 'door',
  'audit.report': 'print',
  'backups.list': 'door',
  'backups.make': 'door',
  'backups.verify': 'door',
  'backups.drill': 'door',
  'backups.verify_office': 'door',
  'backups.file': 'door',
  'backups.restore': 'door',
  'preferences.get': 'read',
  'preferences.put': 'write',
  'tables.export': 'export',
  'tasks.mine': 'read',
};

/** What a read shows, and what every other command touches. */
export const views: Record<keyof Commands, View[]> = {
  'office.look': [],
  'office.set_up': ['session', 'association', 'staff'],
  'session.sign_in': ['session', 'audit'],
  'session.recover': ['session', 'audit'],
  'session.sign_out': ['session', 'audit'],
  'session.lock': ['session'],
  'session.unlock': ['session'],
  'session.change_password': ['session', 'audit'],
  'session.new_recovery_code': ['session', 'audit'],
  'session.confirm_recovery_code': ['session', 'audit'],
  'session.recovery_sheet': ['audit'],
  'association.profile': ['association'],
  'association.save': ['association', 'session', 'audit'],
  'staff.list': ['staff'],
  'staff.add': ['staff', 'audit'],
  'staff.change': ['staff', 'audit'],
  'staff.reset_password': ['staff', 'audit'],
  'staff.remove': ['staff', 'audit'],
  'staff.permissions': [],
  'audit.list': ['audit'],
  'audit.mine': ['audit'],
  'audit.verify': ['audit'],
  'audit.report': ['audit'],
  'backups.list': ['backups'],
  'backups.make': ['backups', 'audit'],
  'backups.verify': ['backups', 'audit'],
  'backups.drill': ['backups', 'audit'],
  'backups.verify_office': ['backups', 'audit'],
  'backups.file': ['audit'],
  'backups.restore': ['backups', 'audit'],
  'preferences.get': ['preferences'],
  'preferences.put': [],
  'tables.export': ['audit'],
  'tasks.mine': ['tasks'],
};
