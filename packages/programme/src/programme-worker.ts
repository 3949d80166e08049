import type { Notifications } from "@slipway/database";
import { wakeUpLoop } from "@slipway/event-delivery";

import { clockSeenChannel } from "./clock/movable-clocks.ts";
import { sweepDeadlines } from "./deadlines/sweep-deadlines.ts";
import type { MailServer } from "./notices/mail-server.ts";
import { recoverNotices } from "./notices/recover-notices.ts";
import { sendNotices } from "./notices/send-notices.ts";
import type { SendingParts } from "./notices/send-options.ts";

/** Tells the workers that a deadline or a notice may be due. */
const programmeDueChannel = "slipway_programme_due";

/** To be called after the commit of what became due. */
export function wakeProgrammeWorkers(notifications: Notifications): void {
  notifications.notify(programmeDueChannel);
}

export interface ProgrammeWorkerOptions {
  readonly parts: SendingParts;
  /** Missing: notices wait, and no clock starts that counts from one. */
  readonly mailServer: MailServer | undefined;
  /** No other worker is on the database: whatever one had in hand, it died. */
  readonly isAlone: boolean;
  /** How often it looks by itself, in milliseconds of real time. Default 1 s. */
  readonly lookEveryMs?: number;
  readonly onTrouble: (error: unknown) => void;
}

/** Fires reminders and sends notices until it is stopped. Any number of them may run on one database. */
export interface ProgrammeWorker {
  readonly start: () => Promise<void>;
  /** Resolves when the mail in hand has come to its end. */
  readonly stop: () => Promise<void>;
}

/** The loop, nothing else. Deadlines and mail go on apart: a mail server that hangs holds up no reminder. */
export function createProgrammeWorker(options: ProgrammeWorkerOptions): ProgrammeWorker {
  const { parts, mailServer: server, onTrouble, lookEveryMs = 1000 } = options;
  const workerId = parts.ids.uuid();
  const sweeping = wakeUpLoop({
    look: async () => sweepDeadlines(parts).then(sending.wake, onTrouble),
    tidy: async () => undefined,
    lookEveryMs,
  });
  const sending = wakeUpLoop({
    look: async () =>
      server === undefined ? undefined : sendNotices({ parts, server, workerId }).catch(onTrouble),
    tidy: async () => recoverNotices(parts, { isAlone: false }).catch(onTrouble),
    lookEveryMs,
  });
  const listening: (() => void)[] = [];
  return {
    start: async () => {
      if (options.isAlone) await recoverNotices(parts, { isAlone: true });
      const { notifications } = parts.database;
      for (const channel of [programmeDueChannel, clockSeenChannel])
        listening.push(await notifications.listen(channel, sweeping.wake));
      await sending.start();
      await sweeping.start();
    },
    stop: async () => {
      for (const unlisten of listening) unlisten();
      await sweeping.stop();
      await sending.stop();
    },
  };
}
