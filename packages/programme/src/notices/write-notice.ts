import type { Transaction } from "@slipway/database";

import { noticeTemplates, type NoticeFacts, type NoticeKind } from "./notice-templates.ts";
import type { NoticeText } from "./notice-text.ts";

export interface NewNotice<Kind extends NoticeKind> {
  readonly id: string;
  readonly integrationId: string;
  /** Missing where it is about none. */
  readonly deadlineId?: string;
  readonly recipient: string;
  readonly kind: Kind;
  readonly facts: NoticeFacts[Kind];
  /** On the installation's clock. */
  readonly at: Date;
}

/** Writes a notice into the outbox, in the transaction of what it tells of. */
export async function writeNotice<Kind extends NoticeKind>(
  tx: Transaction,
  notice: NewNotice<Kind>,
): Promise<string> {
  const { subject, text, html }: NoticeText = noticeTemplates[notice.kind](notice.facts);
  await tx
    .insertInto("notice")
    .values({
      id: notice.id,
      integration_id: notice.integrationId,
      deadline_id: notice.deadlineId ?? null,
      kind: notice.kind,
      recipient: notice.recipient,
      subject,
      body_text: text,
      body_html: html,
      state: "waiting",
      due_at: notice.at,
      created_at: notice.at,
    })
    .execute();
  return notice.id;
}

/** What tells of a deadline for the first time. */
export const kindsOfFirst: readonly NoticeKind[] = ["revalidation-required", "mandatory-feature"];

/** What calls a date to mind, and means nothing any more once there is another. */
export const kindsOfDate: readonly NoticeKind[] = [
  "deadline-reminder",
  "deadline-extended",
  "deadline-expired",
];

/** Takes back what is about a deadline and was not begun to be sent: it would tell what is no longer true. */
export async function withdrawNotices(
  tx: Transaction,
  deadlineId: string,
  { at, kinds }: { readonly at: Date; readonly kinds: readonly NoticeKind[] },
): Promise<void> {
  await tx
    .updateTable("notice")
    .set({ state: "withdrawn", ended_at: at })
    .where("deadline_id", "=", deadlineId)
    .where("kind", "in", kinds)
    .where("state", "=", "waiting")
    .execute();
}
