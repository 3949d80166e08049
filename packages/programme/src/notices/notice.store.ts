import type { Queries, Row } from "@slipway/database";
import { isUuid } from "@slipway/foundation";

import { integrationsOf, loadIntegration } from "../integrations/integration.store.ts";
import { NoticeNotFoundProblem } from "./notice.problems.ts";
import type { Notice, NoticeState, NoticeWithText } from "./notice.ts";

export interface NoticeQuery {
  readonly integrationId?: string;
  /** Only those about this organisation's integrations. */
  readonly organisation?: string;
  readonly state?: NoticeState;
  readonly limit: number;
}

/** The outbox, newest first; fails with `INTEGRATION-NOT-FOUND`. */
export async function listNotices(
  queries: Queries,
  { integrationId, organisation, state, limit }: NoticeQuery,
): Promise<readonly Notice[]> {
  if (integrationId !== undefined) await loadIntegration(queries, integrationId);
  let wanted = queries.selectFrom("notice").selectAll();
  if (integrationId !== undefined) wanted = wanted.where("integration_id", "=", integrationId);
  if (organisation !== undefined)
    wanted = wanted.where("integration_id", "in", integrationsOf(queries, organisation));
  if (state !== undefined) wanted = wanted.where("state", "=", state);
  const rows = await wanted
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(noticeOf);
}

/** Fails with `NOTICE-NOT-FOUND`. */
export async function loadNotice(queries: Queries, id: string): Promise<NoticeWithText> {
  const row = isUuid(id)
    ? await queries.selectFrom("notice").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NoticeNotFoundProblem(id);
  return { ...noticeOf(row), text: row.body_text, html: row.body_html };
}

function noticeOf(row: Row<"notice">): Notice {
  return {
    id: row.id,
    integrationId: row.integration_id,
    ...(row.deadline_id === null ? {} : { deadlineId: row.deadline_id }),
    kind: row.kind,
    recipient: row.recipient,
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    dueAt: row.due_at,
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.handed_over_at === null ? {} : { handedOverAt: row.handed_over_at }),
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    createdAt: row.created_at,
  };
}
