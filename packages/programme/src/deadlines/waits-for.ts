import type { Queries } from "@slipway/database";

/** Whether mail can leave the installation. */
export interface MailState {
  readonly isConfigured: boolean;
}

/** What keeps the clock of a deadline from starting. */
export async function waitsFor(
  queries: Queries,
  deadlineId: string,
  { isConfigured }: MailState,
): Promise<string> {
  const notice = await queries
    .selectFrom("notice")
    .select(["id", "state"])
    .where("deadline_id", "=", deadlineId)
    .orderBy("created_at")
    .executeTakeFirst();
  const begun = notice?.state === "waiting" || notice?.state === "sending";
  if (begun && !isConfigured)
    return "No mail server is configured (SLIPWAY_SMTP_URL): the notice stays unsent, and no clock starts.";
  if (notice?.state === "refused" || notice?.state === "unknown")
    return `Notice ${notice.id} is ${notice.state}: a person has to resolve it, and no clock starts before.`;
  return `The mail server has to accept notice ${notice?.id ?? ""}; the clock starts then.`;
}
