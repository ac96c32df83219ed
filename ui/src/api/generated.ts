// Written by `cargo xtask bindings` from the command tables in crates/app. Do not edit.

export type AddPerson = { id: PersonId, name: string, login: string, role: Role, 
/**
 * A first password; the person is asked to change it.
 */
password: string, };
export type AssociationProfile = { name_ar: string, name_en: string, 
/**
 * Number of the licence by the National Center for the Non-Profit Sector, as printed on it.
 */
licence_no: string, 
/**
 * Unified national number: ten digits beginning with 7; empty until it is known.
 */
unified_no: string, region: string, city: string, phone: string, email: string, website: string, logo: Logo | null, 
/**
 * 1–12. Associations close their year on 31 December (executive regulation, art. 115): 1 unless the bylaws differ.
 */
fiscal_year_start_month: number, digits: Digits, calendar: Calendar, 
/**
 * Minutes without a touch after which the screen locks; 1–240.
 */
idle_minutes: number, };
export type AuditFacet = { value: string, label: string, count: number, };
export type AuditFacets = { people: Array<AuditFacet>, actions: Array<AuditFacet>, features: Array<AuditFacet>, };
export type AuditFilter = { from?: Day, until?: Day, person?: PersonId, action?: string, feature?: string, 
/**
 * Identifier of a record: its own history.
 */
subject?: string, 
/**
 * Words in the name of the record; Arabic-tolerant.
 */
text?: string, 
/**
 * Only lines before this number: the next page.
 */
before?: number, 
/**
 * 1–500; 100 when left out.
 */
limit?: number, };
export type AuditLine = { seq: number, at: Moment, person: PersonId | null, 
/**
 * Empty when nobody was signed in, as at a wrong password.
 */
person_name: string, command: string, 
/**
 * view, print, export, change, door
 */
action: string, subject_kind: string, subject: string, summary: string, before: unknown, after: unknown, 
/**
 * done, refused:<code>, forbidden, broken:<reference>
 */
outcome: string, };
export type AuditPage = { lines: Array<AuditLine>, 
/**
 * Ask with this `before` for the next page; nothing when this was the last one.
 */
next: number | null, facets: AuditFacets, };
export type AuditReport = { from: Day, until: Day, };
export type BackupLine = { 
/**
 * Name of the file.
 */
id: string, made_at: Moment, 
/**
 * daily, weekly, monthly, manual, before_upgrade, before_restore
 */
kind: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * When it was last opened and compared.
 */
verified_at: Moment | null, 
/**
 * Lines of the audit trail in it.
 */
audit_lines: number, 
/**
 * Why it cannot be read, for a damaged file.
 */
damaged: boolean, };
export type BackupList = { backups: Array<BackupLine>, 
/**
 * Where they lie, so that a person can copy them to another place.
 */
folder: string, 
/**
 * How many of each kind stay.
 */
keeps_daily: number, keeps_weekly: number, keeps_monthly: number, };
export type BackupName = { id: string, };
export type Calendar = "hijri" | "gregorian";
export type ChainState = { lines: number, intact: boolean, 
/**
 * The first line that does not fit, when there is one.
 */
broken_at: number | null, 
/**
 * Hexadecimal hash of the last line: the anchor that is printed and stored with each backup.
 */
head: string, };
export type ChangePassword = { old: string, new: string, };
export type ChangePerson = { id: PersonId, name: string, role: Role, };
export type Day = string;
export type Digits = "latin" | "arabic";
export type DrillReport = { id: string, made_at: Moment, steps: Array<DrillStep>, 
/**
 * Rows of all tables that came back.
 */
rows: number, audit_lines: number, };
export type DrillStep = { name: string, milliseconds: number, };
export type ExportTable = { title: string, columns: Array<TableColumn>, rows: Array<Array<TableCell>>, format: TableFormat, };
export type File = { name: string, mime: string, base64: string, };
export type Kind = "read" | "view" | "print" | "export" | "write" | "door";
export type LastBackup = { made_at: Moment, verified: boolean, };
export type Logo = { mime: string, base64: string, };
export type Moment = number;
export type NewAdministrator = { name: string, login: string, password: string, };
export type NewAssociation = { name_ar: string, name_en: string, licence_no: string, unified_no: string, region: string, logo?: Logo, };
export type Nothing = Record<symbol, never>;
export type OfficeCheck = { sound: boolean, 
/**
 * What the file's own check complains of.
 */
complaints: Array<string>, audit_lines: number, audit_broken_at: number | null, rows: number, 
/**
 * Whether a fresh copy was made, opened and compared.
 */
copy_opens: boolean, };
export type OfficeStage = "new" | "locked" | "open";
export type OfficeState = { state: OfficeStage, demo: boolean, version: string, 
/**
 * Seconds until the next attempt to sign in is taken.
 */
wait_seconds: number, 
/**
 * The session of whoever asks, if it still stands.
 */
session: Session | null, last_backup: LastBackup | null, };
export type OwnHistory = { before?: number, limit?: number, };
export type Paper = { 
/**
 * Name of the file when it is saved, with its ending.
 */
name: string, 
/**
 * The PDF (PDF/A-2b), base64.
 */
pdf: string, 
/**
 * Each page as an SVG picture, for the preview and for printing from the window.
 */
pages: Array<string>, };
export type Password = { password: string, };
export type People = { people: Array<Person>, };
export type PermissionRow = { name: string, commands: Array<string>, roles: Array<Role>, };
export type PermissionScreen = { roles: Array<Role>, permissions: Array<PermissionRow>, };
export type Person = { id: PersonId, name: string, login: string, role: Role, 
/**
 * False for a person who was removed: the name stays in the audit trail, the key is gone.
 */
active: boolean, added_at: Moment, removed_at: Moment | null, last_seen_at: Moment | null, 
/**
 * Whether somebody else chose the password, so that the person is asked for one of their own.
 */
must_change_password: boolean, };
export type PersonId = string;
export type Preferences = { values: Record<string, unknown>, };
export type PutPreference = { key: string, value: unknown, };
export type RecoverOffice = { code: string, login: string, new_password: string, };
export type RecoveryCode = { recovery_code: string, };
export type RecoveryGroup = { group: string, };
export type RemovePerson = { id: PersonId, };
export type ResetPassword = { id: PersonId, password: string, };
export type RestoreBackup = { id: string, password: string, };
export type Restored = { made_at: Moment, audit_lines: number, 
/**
 * Folder in which the office of before was kept.
 */
kept: string | null, };
export type Role = "researcher" | "supervisor" | "finance" | "committee" | "administrator";
export type Session = { person: SessionPerson, association: SessionAssociation, 
/**
 * Names of the permissions the role holds.
 */
permissions: Array<string>, digits: Digits, calendar: Calendar, idle_minutes: number, 
/**
 * Whether somebody has confirmed to hold the printed recovery code.
 */
recovery_confirmed: boolean, must_change_password: boolean, locked: boolean, };
export type SessionAssociation = { name_ar: string, name_en: string, logo: Logo | null, };
export type SessionPerson = { id: PersonId, name: string, login: string, role: Role, };
export type SetUp = { association: NewAssociation, administrator: NewAdministrator, digits: Digits, calendar: Calendar, };
export type SetUpDone = { 
/**
 * Shown and printed once; stored nowhere.
 */
recovery_code: string, session: Session, };
export type Severity = "late" | "soon" | "calm";
export type SignIn = { login: string, password: string, };
export type TableCell = number | string | null | null;
export type TableColumn = { title: string, kind: TableKind, };
export type TableFormat = "xlsx" | "csv";
export type TableKind = "text" | "number" | "money" | "day";
export type Task = { kind: string, text_key: string, args: { [key in string]: string }, 
/**
 * Hash route of the screen, e.g. `/backups`.
 */
target: string, due: Day | null, severity: Severity, };
export type Tasks = { tasks: Array<Task>, };
export type View = "session" | "association" | "staff" | "audit" | "backups" | "preferences" | "tasks";

export type Permission = 'office.use' | 'association.manage' | 'staff.view' | 'staff.manage' | 'audit.view' | 'backups.view' | 'backups.manage' | 'tables.export';

export interface Commands {
  'office.look': { input: Nothing; output: OfficeState };
  'office.set_up': { input: SetUp; output: SetUpDone };
  'session.sign_in': { input: SignIn; output: Session };
  'session.recover': { input: RecoverOffice; output: Session };
  'session.lock': { input: Nothing; output: Nothing };
  'session.unlock': { input: Password; output: Session };
  'session.sign_out': { input: Nothing; output: Nothing };
  'session.change_password': { input: ChangePassword; output: Session };
  'session.new_recovery_code': { input: Password; output: RecoveryCode };
  'session.confirm_recovery_code': { input: RecoveryGroup; output: Session };
  'session.recovery_sheet': { input: RecoveryCode; output: Paper };
  'association.profile': { input: Nothing; output: AssociationProfile };
  'association.save': { input: AssociationProfile; output: AssociationProfile };
  'staff.list': { input: Nothing; output: People };
  'staff.permissions': { input: Nothing; output: PermissionScreen };
  'staff.add': { input: AddPerson; output: Person };
  'staff.change': { input: ChangePerson; output: Person };
  'staff.reset_password': { input: ResetPassword; output: Person };
  'staff.remove': { input: RemovePerson; output: Person };
  'audit.list': { input: AuditFilter; output: AuditPage };
  'audit.mine': { input: OwnHistory; output: AuditPage };
  'audit.verify': { input: Nothing; output: ChainState };
  'audit.report': { input: AuditReport; output: Paper };
  'backups.list': { input: Nothing; output: BackupList };
  'backups.make': { input: Nothing; output: BackupLine };
  'backups.verify': { input: BackupName; output: BackupLine };
  'backups.drill': { input: BackupName; output: DrillReport };
  'backups.verify_office': { input: Nothing; output: OfficeCheck };
  'backups.file': { input: BackupName; output: File };
  'backups.restore': { input: RestoreBackup; output: Restored };
  'preferences.get': { input: Nothing; output: Preferences };
  'preferences.put': { input: PutPreference; output: Nothing };
  'tasks.mine': { input: Nothing; output: Tasks };
  'tables.export': { input: ExportTable; output: File };
}

export const kinds = {
  'office.look': 'door',
  'office.set_up': 'door',
  'session.sign_in': 'door',
  'session.recover': 'door',
  'session.lock': 'door',
  'session.unlock': 'door',
  'session.sign_out': 'door',
  'session.change_password': 'door',
  'session.new_recovery_code': 'door',
  'session.confirm_recovery_code': 'door',
  'session.recovery_sheet': 'print',
  'association.profile': 'read',
  'association.save': 'write',
  'staff.list': 'read',
  'staff.permissions': 'read',
  'staff.add': 'write',
  'staff.change': 'write',
  'staff.reset_password': 'write',
  'staff.remove': 'write',
  'audit.list': 'read',
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
  'tasks.mine': 'read',
  'tables.export': 'export',
} as const satisfies Record<keyof Commands, Kind>;

export const views: Record<keyof Commands, readonly View[]> = {
  'office.look': ['session'],
  'office.set_up': ['session', 'association', 'staff', 'audit'],
  'session.sign_in': ['session', 'audit', 'staff'],
  'session.recover': ['session', 'audit', 'staff'],
  'session.lock': [],
  'session.unlock': ['session'],
  'session.sign_out': [],
  'session.change_password': ['session', 'tasks', 'audit'],
  'session.new_recovery_code': ['session', 'tasks', 'audit'],
  'session.confirm_recovery_code': ['session', 'tasks', 'audit'],
  'session.recovery_sheet': ['audit'],
  'association.profile': ['association'],
  'association.save': ['association', 'session'],
  'staff.list': ['staff'],
  'staff.permissions': ['staff'],
  'staff.add': ['staff', 'tasks'],
  'staff.change': ['staff', 'session'],
  'staff.reset_password': ['staff'],
  'staff.remove': ['staff', 'tasks'],
  'audit.list': ['audit'],
  'audit.mine': ['audit'],
  'audit.verify': ['audit'],
  'audit.report': ['audit'],
  'backups.list': ['backups'],
  'backups.make': ['backups', 'tasks', 'audit'],
  'backups.verify': ['backups', 'audit'],
  'backups.drill': ['backups', 'audit'],
  'backups.verify_office': ['backups', 'audit'],
  'backups.file': ['audit'],
  'backups.restore': ['session'],
  'preferences.get': ['preferences'],
  'preferences.put': [],
  'tasks.mine': ['tasks'],
  'tables.export': ['audit'],
};
