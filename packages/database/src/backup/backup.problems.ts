import { Problem } from "@slipway/foundation";

/** A backup could not be made or restored. Nothing was changed; the process ends with `exitCode`. */
export abstract class BackupProblem extends Problem {
  readonly exitCode: number = 1;
}

/** The file of a backup cannot be written or read, or is one that would be written over. */
export class BackupFileProblem extends BackupProblem {
  override readonly exitCode = 74;

  constructor(
    file: string,
    { expected, found }: { expected: string; found: string },
    cause?: unknown,
  ) {
    super({
      code: "BACKUP-FILE-UNUSABLE",
      status: 500,
      message: `Expected ${expected} at ${file}, found ${found}. Name another file.`,
      cause,
    });
  }
}

/** An archive is not as it was when it was written: cut short, altered, or no backup at all. */
export class BackupBrokenProblem extends BackupProblem {
  override readonly exitCode = 65;

  constructor(found: string, cause?: unknown) {
    super({
      code: "BACKUP-BROKEN",
      status: 500,
      message: `Expected a whole backup as \`slipway backup\` writes it, found ${found}. Nothing was restored. Use another copy of the file, or another backup.`,
      cause,
    });
  }
}

/** There is data already where a backup was to be restored. */
export class DatabaseNotEmptyProblem extends BackupProblem {
  override readonly exitCode = 73;

  constructor(tables: readonly string[]) {
    const shown = tables.slice(0, 5).join(", ");
    const more = tables.length > 5 ? ` and ${tables.length - 5} more` : "";
    super({
      code: "RESTORE-DATABASE-NOT-EMPTY",
      status: 409,
      message: `Expected an empty database to restore into, found ${shown}${more}. Nothing was changed. Name a new folder with --data, or an empty database in DATABASE_URL.`,
    });
  }
}
