export {
  BackupBrokenProblem,
  BackupFileProblem,
  BackupProblem,
  DatabaseNotEmptyProblem,
} from "./backup/backup.problems.ts";
export type { BackupHead } from "./backup/backup-contents.ts";
export { restoreBackup, type Restored, type RestoreOptions } from "./backup/restore-backup.ts";
export { writeBackup, type BackupOptions, type BackupSummary } from "./backup/write-backup.ts";
export type { Connection } from "./connection.ts";
export { openDatabase, type Database, type DatabaseOptions } from "./database.ts";
export { checkDataVersion } from "./embedded/check-data-version.ts";
export { findEmbeddedPostgres } from "./embedded/find-embedded-postgres.ts";
export { noteDataVersion } from "./embedded/note-data-version.ts";
export { openDataFolder, type DataFolder } from "./embedded/data-folder.ts";
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from "./embedded/start-embedded-postgres.ts";
export {
  StartingProblem,
  startingExitCodes,
  type StartingCode,
  type StartingProblemOptions,
} from "./embedded/starting-problem.ts";
export type { GroupedStatement, ItemRow, WriteGrouped } from "./grouped-writes.ts";
export { isPassingTrouble } from "./is-passing-trouble.ts";
export { jsonText } from "./json-text.ts";
export type { Locks } from "./locks.ts";
export { migrate } from "./migrate.ts";
export { NewerDataProblem } from "./newer-data.problem.ts";
export type { Notifications } from "./notifications.ts";
export { runInTransaction } from "./run-in-transaction.ts";
export type { Queries, Row, Schema, Transaction } from "./schema.ts";
export type { TenantConnections } from "./tenant-connections.ts";
export type { TenantStatement } from "./tenant-statement.ts";
