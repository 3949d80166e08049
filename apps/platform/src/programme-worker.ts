import { createMailServer, createProgrammeWorker, type ProgrammeWorker } from "@slipway/programme";

import type { Configuration } from "./configuration.ts";
import type { PlatformCore } from "./platform-core.ts";
import type { PlatformLog } from "./platform-log.ts";

/** The worker that fires reminders and sends notices. */
export function programmeWorker(
  core: PlatformCore,
  { databaseUrl, smtpUrl, mailFrom, smtpTimeoutMs }: Configuration,
  log: PlatformLog,
): ProgrammeWorker {
  return createProgrammeWorker({
    parts: core,
    mailServer:
      smtpUrl === undefined || mailFrom === undefined
        ? undefined
        : createMailServer({ url: smtpUrl, from: mailFrom, timeoutMs: smtpTimeoutMs }),
    // With a database of our own: the folder's lock says so.
    isAlone: databaseUrl === undefined,
    onTrouble: (error) => {
      log.trouble("programme worker", error);
    },
  });
}
