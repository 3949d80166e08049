import type { ProgrammeParts } from "../programme-parts.ts";
import type { MailServer } from "./mail-server.ts";

/** What sending is made with. */
export type SendingParts = Pick<ProgrammeParts, "database" | "clock" | "clocks" | "ids">;

/** One worker that sends. */
export interface SendOptions {
  readonly parts: SendingParts;
  readonly server: MailServer;
  /** Unlike that of every other worker, also of one before a restart. */
  readonly workerId: string;
}
