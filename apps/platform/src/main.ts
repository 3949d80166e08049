#!/usr/bin/env node
import { parseCommand } from "./backup/backup-command.ts";
import { parseConfiguration } from "./configuration.ts";
import { openPlatformLog } from "./platform-log.ts";
import { serve } from "./serve.ts";
import { describeStartingFault } from "./starting-fault.ts";
import { listenForStop } from "./stop-signals.ts";

export type { ReadyMessage } from "./serve.ts";

/** Of a command that somebody ended: what it had begun is left as by a crash, which bears that. */
const interrupted = 130;

// From the first moment: a signal that comes while the platform starts ends it as soon as it can be ended properly.
const asked = listenForStop(["SIGINT", "SIGTERM"]);

try {
  const command = parseCommand(process.argv.slice(2));
  const configuration = parseConfiguration(process.env);
  const log = openPlatformLog({ level: configuration.logLevel, format: configuration.logFormat });
  process.exitCode =
    command === undefined
      ? await serve(configuration, log, asked)
      : await Promise.race([command(configuration, log), asked.then(() => interrupted)]);
} catch (error) {
  const fault = describeStartingFault(error);
  if (fault === undefined) throw error;
  process.stderr.write(fault.text);
  process.exitCode = fault.exitCode;
}
// A parent's channel, and what is left of a request, would keep the process from ending by itself.
process.exit();
