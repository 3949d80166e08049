import { systemClock } from "@slipway/foundation";
import { writeBackup } from "@slipway/database";

import type { Configuration } from "../configuration.ts";
import type { PlatformLog } from "../platform-log.ts";
import { version } from "../version.ts";
import { keyFiles, keyFingerprint, readKeys } from "./installation-keys.ts";
import { withDatabase } from "./open-database.ts";

export interface MakeBackup {
  readonly configuration: Configuration;
  readonly log: PlatformLog;
  readonly file: string;
  /** Whether the installation's keys go into the archive, which then opens everything. */
  readonly withKeys: boolean;
}

/** Backs up an installation, which may go on serving meanwhile; says what is in the archive, and what is not. */
export async function makeBackup({
  configuration,
  log,
  file,
  withKeys,
}: MakeBackup): Promise<number> {
  const keys = withKeys ? await readKeys(configuration) : {};
  const fingerprint = await keyFingerprint(configuration);
  const { rows } = await withDatabase(configuration, log, async (connection) =>
    writeBackup({
      connection,
      file,
      writtenBy: version,
      at: systemClock.now(),
      keys,
      keyFingerprint: fingerprint,
    }),
  );
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const said = [
    `Backed up ${total} rows of ${Object.keys(rows).length} tables into ${file}.`,
    ...(withKeys
      ? [`It holds the keys (${Object.keys(keys).join(", ")}): whoever has it has everything.`]
      : [
          "It does not hold the keys. Keep these files somewhere else: without secret.key nobody can read the partners' credentials.",
          ...Object.values(keyFiles(configuration)).map((key) => `  ${key}`),
        ]),
  ];
  process.stdout.write(`${said.join("\n")}\n`);
  return 0;
}
