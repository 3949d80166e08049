import { createProgramme } from "../create-programme.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import type { Notice } from "../notices/notice.ts";
import { createMailServer } from "../notices/mail-server.ts";
import { createProgrammeWorker, type ProgrammeWorker } from "../programme-worker.ts";
import type { Programme } from "../programme.ts";
import { openProgrammeWorld, type ProgrammeWorld } from "./open-programme-world.ts";
import { startMailServer, type TestMailServer } from "./start-mail-server.ts";

/** A programme whose clock stands still, a real mail server, and the worker between them. */
export interface NoticeWorld {
  readonly world: ProgrammeWorld;
  readonly programme: Programme;
  readonly mail: TestMailServer;
  /** Requires a revalidation of a new integration; each has another name, unless one is given. */
  readonly requireRevalidation: (name?: string) => Promise<Deadline>;
  readonly notices: () => Promise<readonly Notice[]>;
  /** Starts a worker; with `mails: false` one of an installation without a mail server. */
  readonly startWorker: (options?: { readonly mails?: boolean }) => Promise<ProgrammeWorker>;
  readonly advanceDays: (days: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const dayMs = 86_400_000;
/** When every world begins. */
export const worldBegin = new Date("2027-01-10T12:00:00.000Z");

export async function openNoticeWorld(): Promise<NoticeWorld> {
  const world = await openProgrammeWorld();
  const mail = await startMailServer();
  const workers: ProgrammeWorker[] = [];
  const programme = createProgramme({ ...world.parts, mail: { isConfigured: true } });
  await programme.moveClock({ kind: "set", to: worldBegin });
  await programme.moveClock({ kind: "freeze" });
  await programme.moveClock({ kind: "set", to: worldBegin });
  const mailServer = createMailServer({
    url: mail.url,
    from: "programme@slipway.example.test",
    timeoutMs: 5000,
  });
  return {
    world,
    programme,
    mail,
    requireRevalidation: async (name = world.parts.ids.uuid()) => {
      const { integration } = await programme.registerIntegration({
        name,
        framework: "prime-assessment",
        connectorType: "prime",
      });
      return programme.openDeadline({
        integrationId: integration.id,
        kind: "revalidation",
        subject: "a report of a customer",
        recipient: "partner@example.test",
        by: "reviewer",
        reason: "A customer reported an exchange.",
      });
    },
    notices: async () => programme.listNotices({ limit: 999 }),
    startWorker: async ({ mails = true } = {}) => {
      const worker = createProgrammeWorker({
        parts: world.parts,
        mailServer: mails ? mailServer : undefined,
        isAlone: true,
        lookEveryMs: 200,
        onTrouble: () => undefined,
      });
      workers.push(worker);
      await worker.start();
      return worker;
    },
    advanceDays: async (days) => {
      await programme.moveClock({ kind: "advance", byMs: days * dayMs });
    },
    close: async () => {
      for (const worker of workers) await worker.stop();
      await mail.close();
      await world.close();
    },
  };
}
