import { systemClock } from "@slipway/foundation";
import { restoreBackup, type BackupHead } from "@slipway/database";
import { doubtOpenDeliveries } from "@slipway/event-delivery";

import type { Configuration } from "../configuration.ts";
import type { PlatformLog } from "../platform-log.ts";
import { BackupKeyProblem } from "./backup-key.problem.ts";
import { keyFingerprint, writeKeys } from "./installation-keys.ts";
import { withOwnDatabase } from "./open-database.ts";

export interface Restore {
  readonly configuration: Configuration;
  readonly log: PlatformLog;
  readonly file: string;
}

/** Restores an installation into a new data folder, or an empty database. All of the database or nothing. */
export async function restore({ configuration, log, file }: Restore): Promise<number> {
  const at = systemClock.now();
  const present = await keyFingerprint(configuration);
  const restored = await withOwnDatabase(configuration, log, async (connection) =>
    restoreBackup({
      connection,
      file,
      at,
      accept: async (head) => {
        refuseOtherKey(head, present, configuration);
      },
      settle: async (queries) => doubtOpenDeliveries(queries, at),
    }),
  );
  await writeKeys(configuration, restored.keys);
  const total = Object.values(restored.rows).reduce((sum, count) => sum + count, 0);
  const { writtenAt, writtenBy, keyFingerprint: wanted } = restored.head;
  const isKeyMissing = wanted !== undefined && (await keyFingerprint(configuration)) === undefined;
  const said = [
    `Restored ${total} rows of the backup that Slipway ${writtenBy} made on ${writtenAt}.`,
    ...(restored.migrated.length === 0
      ? []
      : [`Brought to this version by ${restored.migrated.join(", ")}.`]),
    ...(isKeyMissing
      ? [
          `The key is still missing: put the installation's secret.key at ${configuration.secretKeyFile} (mode 0600) before you start, or partners' credentials have to be entered again.`,
        ]
      : []),
  ];
  process.stdout.write(`${said.join("\n")}\n`);
  return 0;
}

function refuseOtherKey(
  { keyFingerprint: wanted }: BackupHead,
  present: string | undefined,
  { secretKeyFile }: Configuration,
): void {
  if (wanted === undefined || present === undefined || wanted === present) return;
  throw new BackupKeyProblem(secretKeyFile, { wanted, present });
}
