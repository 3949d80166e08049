import type { Transaction } from "@slipway/database";

import { loadAccount } from "../access/account.store.ts";
import { appendHistory } from "../history/history.store.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import { programmeOrganisation, type Actor } from "../lifecycle/actor.ts";
import { LifecycleRefusedProblem } from "../lifecycle/lifecycle.problems.ts";
import { requireRole } from "../lifecycle/require-role.ts";
import { transitionOf } from "../lifecycle/transition.ts";
import { writeNotice } from "../notices/write-notice.ts";
import { wakeProgrammeWorkers } from "../programme-worker.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { ThreadOwnerUnfitProblem } from "./thread.problems.ts";
import { answerers, askers, threadTransitions, type ThreadEvent } from "./thread-transitions.ts";
import {
  addThreadMessage,
  loadThread,
  lockThread,
  saveThreadOwner,
  saveThreadState,
} from "./thread.store.ts";
import { nameOfItem, type Thread, type ThreadState } from "./thread.ts";

type Parts = Pick<ProgrammeParts, "database" | "clocks" | "ids">;

export interface ThreadAct {
  readonly id: string;
  readonly actor: Actor;
}

/** Says something in a thread: of the programme it is an answer, and the contact gets it by mail; of the partner it is a question. */
export async function writeInThread(
  parts: Parts,
  { id, actor, text }: ThreadAct & { readonly text: string },
): Promise<Thread> {
  const event = actor.organisation === programmeOrganisation ? "answer" : "ask";
  return moveThread(parts, {
    id,
    actor,
    event,
    reason: text,
    follow: async (tx, { thread, integration, at }) => {
      await addThreadMessage(tx, thread.id, { author: actor, at, text });
      if (event === "ask" || integration.contact === undefined) return;
      await writeNotice(tx, {
        id: parts.ids.uuid(),
        integrationId: integration.id,
        at,
        recipient: integration.contact,
        kind: "thread-answered",
        facts: {
          integration: integration.name,
          subject: nameOfItem(thread.item),
          by: actor.name,
          answer: text,
        },
      });
    },
  });
}

/** Says that it is settled. Whoever asks on opens it anew. */
export async function resolveThread(
  parts: Parts,
  { id, actor, reason }: ThreadAct & { readonly reason: string },
): Promise<Thread> {
  return moveThread(parts, { id, actor, event: "resolve", reason, follow: async () => undefined });
}

/** Gives it to a person of the programme, or back to Developer Support as a whole. */
export async function assignThread(
  parts: Parts,
  { id, actor, accountId }: ThreadAct & { readonly accountId?: string },
): Promise<Thread> {
  if (accountId !== undefined) {
    const { name, role, organisation } = await loadAccount(parts.database.queries, accountId);
    if (organisation.kind !== "programme" || !answerers.some((one) => one === role))
      throw new ThreadOwnerUnfitProblem(name, organisation.name);
  }
  return moveThread(parts, {
    id,
    actor,
    event: "assign",
    reason: "",
    follow: async (tx, { thread }) => saveThreadOwner(tx, thread.id, accountId),
  });
}

interface Moving {
  readonly thread: Thread;
  readonly integration: Integration;
  readonly at: Date;
}

interface ThreadMove extends ThreadAct {
  readonly event: ThreadEvent;
  readonly reason: string;
  readonly follow: (tx: Transaction, moving: Moving) => Promise<void>;
}

async function moveThread(
  parts: Parts,
  { id, actor, event, reason, follow }: ThreadMove,
): Promise<Thread> {
  const { database } = parts;
  await database.transaction(async (tx) => {
    const thread = await lockThread(tx, id);
    const integration = await loadIntegration(tx, thread.integrationId);
    checkSide(actor, integration);
    const to = nextState(thread, event, actor);
    const at = parts.clocks.installation.now();
    const since = thread.state === "open" ? thread.waitingSince : at;
    await follow(tx, { thread, integration, at });
    await saveThreadState(tx, id, { state: to, waitingSince: to === "open" ? since : null });
    const after = await loadThread(tx, id);
    await appendHistory(tx, {
      integrationId: integration.id,
      version: null,
      at,
      actor,
      event: `${event}-thread`,
      reason,
      before: traceOf(thread),
      after: traceOf(after),
    });
  });
  wakeProgrammeWorkers(database.notifications);
  return loadThread(database.queries, id);
}

/** Each side speaks for itself: nobody answers as Developer Support without being of the programme. */
function checkSide(actor: Actor, { organisation }: Integration): void {
  const deed = "take part in the thread";
  if (actor.organisation === programmeOrganisation)
    requireRole(actor, { roles: answerers, organisation: programmeOrganisation, deed });
  else requireRole(actor, { roles: askers, organisation, deed });
}

function nextState({ id, state }: Thread, event: ThreadEvent, actor: Actor): ThreadState {
  const row = transitionOf(threadTransitions, {
    state,
    event,
    actor,
    unmet: {},
    path: "programme-defined",
  });
  if ("kind" in row) throw new LifecycleRefusedProblem(`thread ${id}`, row);
  return row.to;
}

function traceOf({ id, state, owner }: Thread) {
  return { thread: id, state, owner: owner.kind === "person" ? owner.name : owner.kind };
}
