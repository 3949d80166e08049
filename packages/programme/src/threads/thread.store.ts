import type { Queries, Row, Transaction } from "@slipway/database";
import { isUuid } from "@slipway/foundation";

import {
  integrationsOf,
  loadIntegration,
  type IntegrationQuery,
} from "../integrations/integration.store.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { ThreadNotFoundProblem } from "./thread.problems.ts";
import type { Thread, ThreadItem, ThreadMessage, ThreadState } from "./thread.ts";

export interface NewThread {
  readonly id: string;
  readonly integrationId: string;
  readonly item: ThreadItem;
  readonly at: Date;
}

export async function insertThread(tx: Transaction, thread: NewThread): Promise<void> {
  await tx
    .insertInto("thread")
    .values({
      id: thread.id,
      integration_id: thread.integrationId,
      item: JSON.stringify(thread.item),
      state: "open",
      owner_account_id: null,
      opened_at: thread.at,
      waiting_since: thread.at,
    })
    .execute();
}

/** Adds a message behind those that are there; the thread is held by the transaction. */
export async function addThreadMessage(
  tx: Transaction,
  threadId: string,
  { author, at, text }: ThreadMessage,
): Promise<void> {
  const { last } = await tx
    .selectFrom("thread_message")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("thread_id", "=", threadId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("thread_message")
    .values({
      thread_id: threadId,
      number: last + 1,
      author: JSON.stringify(author),
      at,
      body: text,
    })
    .execute();
}

/** Writes down the state; whoever waits already has waited since then. */
export async function saveThreadState(
  tx: Transaction,
  threadId: string,
  { state, waitingSince }: { readonly state: ThreadState; readonly waitingSince: Date | null },
): Promise<void> {
  await tx
    .updateTable("thread")
    .set({ state, waiting_since: waitingSince })
    .where("id", "=", threadId)
    .execute();
}

/** Undefined gives it to Developer Support as a whole. */
export async function saveThreadOwner(
  tx: Transaction,
  threadId: string,
  accountId: string | undefined,
): Promise<void> {
  await tx
    .updateTable("thread")
    .set({ owner_account_id: accountId ?? null })
    .where("id", "=", threadId)
    .execute();
}

/** The same as `loadThread`; nobody else moves it until the transaction ends. */
export async function lockThread(tx: Transaction, id: string): Promise<Thread> {
  if (isUuid(id))
    await tx.selectFrom("thread").select("id").where("id", "=", id).forUpdate().execute();
  return loadThread(tx, id);
}

/** Fails with `THREAD-NOT-FOUND`. */
export async function loadThread(queries: Queries, id: string): Promise<Thread> {
  const row = isUuid(id)
    ? await threads(queries).where("thread.id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new ThreadNotFoundProblem(id);
  const [thread] = await withMessages(queries, [row]);
  if (thread === undefined) throw new ThreadNotFoundProblem(id);
  return thread;
}

export interface ThreadQuery extends IntegrationQuery {
  readonly state?: ThreadState;
}

/** Whoever has waited longest for an answer first, then the others by age. Fails with `INTEGRATION-NOT-FOUND`. */
export async function listThreads(
  queries: Queries,
  { integrationId, organisation, state }: ThreadQuery = {},
): Promise<readonly Thread[]> {
  if (integrationId !== undefined) await loadIntegration(queries, integrationId);
  let wanted = threads(queries);
  if (integrationId !== undefined)
    wanted = wanted.where("thread.integration_id", "=", integrationId);
  if (state !== undefined) wanted = wanted.where("thread.state", "=", state);
  if (organisation !== undefined)
    wanted = wanted.where("thread.integration_id", "in", integrationsOf(queries, organisation));
  const rows = await wanted
    .orderBy("thread.waiting_since", (order) => order.asc().nullsLast())
    .orderBy("thread.opened_at")
    .orderBy("thread.id")
    .execute();
  return withMessages(queries, rows);
}

type ThreadRow = Row<"thread"> & { readonly owner_name: string | null };

const threads = (queries: Queries) =>
  queries
    .selectFrom("thread")
    .leftJoin("account", "account.id", "thread.owner_account_id")
    .selectAll("thread")
    .select("account.name as owner_name");

async function withMessages(
  queries: Queries,
  rows: readonly ThreadRow[],
): Promise<readonly Thread[]> {
  if (rows.length === 0) return [];
  const messages = await queries
    .selectFrom("thread_message")
    .selectAll()
    .where(
      "thread_id",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("thread_id")
    .orderBy("number")
    .execute();
  return rows.map((row) =>
    threadOf(
      row,
      messages.filter(({ thread_id: id }) => id === row.id),
    ),
  );
}

function threadOf(row: ThreadRow, messages: readonly Row<"thread_message">[]): Thread {
  const head = {
    id: row.id,
    integrationId: row.integration_id,
    // Written by `insertThread` alone.
    item: row.item as unknown as ThreadItem,
    owner:
      row.owner_account_id === null
        ? ({ kind: "developer-support" } as const)
        : ({
            kind: "person",
            accountId: row.owner_account_id,
            name: row.owner_name ?? "",
          } as const),
    openedAt: row.opened_at,
    messages: messages.map(({ author, at, body }) => ({
      // Written by `addThreadMessage` alone.
      author: author as unknown as Actor,
      at,
      text: body,
    })),
  };
  if (row.state === "open")
    return { ...head, state: "open", waitingSince: row.waiting_since ?? row.opened_at };
  return { ...head, state: row.state };
}
