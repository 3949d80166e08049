import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import type { Actor } from "../lifecycle/actor.ts";
import { LifecycleRefusedProblem } from "../lifecycle/lifecycle.problems.ts";
import { openNoticeWorld, type NoticeWorld } from "../testing/open-notice-world.ts";
import { threadEvents, threadTransitions, type ThreadEvent } from "./thread-transitions.ts";
import { threadStates, type Thread, type ThreadItem, type ThreadState } from "./thread.ts";

interface Asked {
  readonly integrationId: string;
  readonly run: ThreadItem;
  readonly exchange: ThreadItem;
}

let room: NoticeWorld;
let acme: Asked;
let beta: Asked;
let graceId: string;
beforeAll(async () => {
  room = await openNoticeWorld();
  const packages = [{ packageId: "pk-1", name: "Numbers", active: true }];
  room.world.partner.answerWith(200, JSON.stringify({ packages }));
  acme = await makeIntegration("Acme");
  beta = await makeIntegration("Beta");
  const installation = { kind: "installation" } as const;
  const { id } = await room.programme.addAccount(installation, {
    ...{ organisation: "programme", name: "Grace", role: "reviewer" },
  });
  graceId = id;
});
afterAll(async () => room?.close());

const partner: Actor = { name: "Ada", role: "partner-developer", organisation: "Acme" };
const reviewer: Actor = { name: "Grace", role: "reviewer", organisation: "programme" };

async function makeIntegration(organisation: string): Promise<Asked> {
  const { programme, world } = room;
  await programme.addOrganisation({ name: organisation, kind: "partner" });
  const { integration } = await programme.registerIntegration({
    ...{ name: `${organisation} tests`, framework: "prime-assessment", organisation },
    contact: "ada@example.test",
  });
  const { sandbox, credentials } = await programme.createSandbox({ integrationId: integration.id });
  const { customerId, publicBase } = sandbox.tenants.a;
  const basic = Buffer.from(`${credentials.a.username}:${credentials.a.password}`);
  await fetch(`${publicBase}/customers/${customerId}`, {
    headers: { authorization: `Basic ${basic.toString("base64")}` },
  });
  const [exchange] = await programme.listExchanges({
    ...{ customerId, limit: 1, order: "newest-first" },
  });
  await programme.savePartnerSetup(sandbox.id, world.setupOf(sandbox));
  const run = await programme.startRun({ sandboxId: sandbox.id });
  await programme.cancelRun(run.id);
  return {
    integrationId: integration.id,
    run: { kind: "run", runId: run.id },
    exchange: { kind: "exchange", customerId, exchangeId: exchange?.id ?? "" },
  };
}

async function ask(item: ThreadItem = acme.run): Promise<Thread> {
  const { integrationId } = acme;
  return room.programme.openThread({
    integrationId,
    item,
    text: "Why was it red?",
    actor: partner,
  });
}

it("is asked about a run or an exchange of the integration, and about nothing of another's", async () => {
  for (const item of [acme.run, acme.exchange])
    expect(await ask(item)).toMatchObject({
      ...{ state: "open", item, owner: { kind: "developer-support" } },
      messages: [{ author: partner, text: "Why was it red?" }],
    });
  const absent = "0190a000-0000-7000-8000-00000000dead";
  const none: readonly ThreadItem[] = [
    beta.run,
    beta.exchange,
    { kind: "run", runId: absent },
    { kind: "run", runId: "none" },
    { kind: "deadline", deadlineId: absent },
    { kind: "revalidation", revalidationId: absent },
    { kind: "requirement", version: 1, requirement: "none" },
  ];
  for (const item of none)
    await expect(ask(item)).rejects.toMatchObject({ code: "THREAD-ITEM-NOT-FOUND", status: 422 });
});

it("is asked by the partner itself, and answered by the programme alone", async () => {
  const { programme } = room;
  const stranger: Actor = { ...partner, organisation: "Beta" };
  const { integrationId, run: item } = acme;
  for (const actor of [stranger, reviewer])
    await expect(
      programme.openThread({ integrationId, item, text: "What?", actor }),
    ).rejects.toMatchObject({ code: "ROLE-NOT-ALLOWED" });
  const { id } = await ask();
  for (const actor of [stranger, { ...reviewer, organisation: "Acme" }])
    await expect(programme.writeInThread({ id, text: "So.", actor })).rejects.toMatchObject({
      code: "ROLE-NOT-ALLOWED",
    });
});

it("mails the answer to the contact, keeps every message, and has each step in the history", async () => {
  const { programme, mail } = room;
  await room.startWorker();
  const { id } = await ask();
  const answered = await programme.writeInThread({
    ...{ id, text: "The date was missing.", actor: reviewer },
  });
  expect(answered).toMatchObject({ state: "answered" });
  await programme.writeInThread({ id, text: "Which date?", actor: partner });
  await programme.assignThread({ id, accountId: graceId, actor: reviewer });
  const resolved = await programme.resolveThread({ id, reason: "It is green.", actor: partner });
  expect(resolved).toMatchObject({
    ...{ state: "resolved", owner: { kind: "person", name: "Grace" } },
    messages: [
      { text: "Why was it red?", author: partner },
      { text: "The date was missing.", author: reviewer },
      { text: "Which date?", author: partner },
    ],
  });
  const history = await programme.listHistory(acme.integrationId);
  const events = history.filter(({ after }) => JSON.stringify(after).includes(id));
  expect(events.map(({ event }) => event)).toEqual([
    "open-thread",
    "answer-thread",
    "ask-thread",
    "assign-thread",
    "resolve-thread",
  ]);
  expect(await programme.verifyHistory()).toMatchObject({ kind: "intact" });
  await vi.waitFor(() =>
    expect(mail.taken.map(({ subject }) => subject)).toEqual([
      "Answer from Developer Support: Acme tests",
    ]),
  );
});

it("is owned by a person who can answer, or by Developer Support", async () => {
  const { programme } = room;
  const { id } = await ask();
  const { id: stranger } = await programme.addAccount(
    { kind: "installation" },
    { organisation: "Acme", name: "Spare", role: "partner-developer" },
  );
  await expect(
    programme.assignThread({ id, accountId: stranger, actor: reviewer }),
  ).rejects.toMatchObject({ code: "THREAD-OWNER-UNFIT" });
  await programme.assignThread({ id, accountId: graceId, actor: reviewer });
  const { owner } = await programme.assignThread({ id, actor: reviewer });
  expect(owner).toEqual({ kind: "developer-support" });
});

it("queues whoever has waited longest first; asking on while one waits changes nothing about that", async () => {
  const { programme } = room;
  const first = await ask();
  await room.advanceDays(1);
  const second = await ask();
  await programme.writeInThread({ id: first.id, text: "Anybody?", actor: partner });
  const order = async (): Promise<readonly string[]> =>
    (await programme.listThreads({ state: "open" }))
      .map(({ id }) => id)
      .filter((id) => id === first.id || id === second.id);
  expect(await order()).toEqual([first.id, second.id]);
  await programme.writeInThread({ id: first.id, text: "Here.", actor: reviewer });
  await room.advanceDays(1);
  await programme.writeInThread({ id: first.id, text: "And now?", actor: partner });
  expect(await order()).toEqual([second.id, first.id]);
  expect(await programme.listThreads({ organisation: "Beta" })).toEqual([]);
});

describe("the whole grid", () => {
  const cells = threadStates.flatMap((state) =>
    threadEvents.flatMap((event) =>
      [partner, reviewer].map((actor) => ({ state, event, role: actor.role, actor })),
    ),
  );

  it.each(cells)("$state: $event by $role", async ({ state, event, actor }) => {
    const { id } = await ask();
    if (state === "answered") await act(id, "answer", reviewer);
    if (state === "resolved") await act(id, "resolve", partner);
    const row = threadTransitions.find(
      (one) => one.from === state && one.on === event && one.by.includes(actor.role),
    );
    // Who writes decides whether it is a question or an answer: nobody can say the other's word.
    const isOtherWord = event === (actor === partner ? "answer" : "ask");
    const found = isOtherWord ? "refused" : await outcomeOf(id, event, actor);
    expect(found).toBe(row?.to ?? "refused");
  });
});

async function outcomeOf(
  id: string,
  event: ThreadEvent,
  actor: Actor,
): Promise<ThreadState | "refused"> {
  try {
    return await act(id, event, actor);
  } catch (problem) {
    if (problem instanceof LifecycleRefusedProblem) return "refused";
    throw problem;
  }
}

async function act(id: string, event: ThreadEvent, actor: Actor): Promise<ThreadState> {
  const { programme } = room;
  const reason = "As the guide says.";
  if (event === "resolve") return (await programme.resolveThread({ id, reason, actor })).state;
  if (event === "assign") return (await programme.assignThread({ id, actor })).state;
  return (await programme.writeInThread({ id, text: reason, actor })).state;
}
