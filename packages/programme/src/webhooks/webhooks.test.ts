import { webcrypto } from "node:crypto";

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { designateIntegration } from "../testing/designate-integration.ts";
import { waitsMs } from "./retry-schedule.ts";
import { signMessage } from "./sign-message.ts";
import { openWebhookWorld, type ReceivedCall, type WebhookWorld } from "./webhook.world.ts";

let room: WebhookWorld;
beforeEach(async () => {
  room = await openWebhookWorld();
});
afterEach(async () => room.close());

const dayMs = 86_400_000;
const patience = 20_000;

/** As a receiver does it from the specification alone: with another implementation of HMAC. */
async function isSigned({ headers, body }: ReceivedCall, secret: string): Promise<boolean> {
  const raw = Buffer.from(secret.replace(/^whsec_/u, ""), "base64");
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await webcrypto.subtle.importKey("raw", raw, algorithm, false, ["verify"]);
  const content = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
  const results = await Promise.all(
    String(headers["webhook-signature"])
      .split(" ")
      .map(async (part) => {
        const [version, signature = ""] = part.split(",");
        const bytes = Buffer.from(signature, "base64");
        return (
          version === "v1" &&
          webcrypto.subtle.verify("HMAC", key, bytes, new TextEncoder().encode(content))
        );
      }),
  );
  return results.includes(true);
}

async function untilAttempts(webhookId: string, count: number): Promise<void> {
  await vi.waitFor(async () => {
    const [message] = await room.log(webhookId);
    expect(message?.attempts).toHaveLength(count);
    expect(message?.state).not.toBe("sending");
  }, patience);
}

it("signs as the specification's example shows", () => {
  const message = {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    timestamp: 1_614_265_330,
    body: '{"test": 2432232314}',
  };
  expect(signMessage(message, ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])).toBe(
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  );
});

it("tells of an opened deadline, signed, with the moment of the attempt in real time", async () => {
  const receiver = await room.receive();
  const { id, secret } = await room.add(receiver);
  await room.startWorker();
  await room.advance(400 * dayMs);
  const { programme, parts } = room.world;
  const { integration } = await programme.registerIntegration({
    ...{ name: "Acme Tests", framework: "prime-assessment" },
  });
  await programme.openDeadline({
    ...{ integrationId: integration.id, kind: "revalidation", subject: "a report" },
    ...{ recipient: "ada@example.test", by: "Grace", reason: "It was reported." },
  });
  await untilAttempts(id, 1);
  const [call] = receiver.calls;
  if (call === undefined) throw new Error("Expected a call, found none");
  expect(await isSigned(call, secret)).toBe(true);
  expect(await isSigned({ ...call, body: `${call.body} ` }, secret)).toBe(false);
  const stamp = Number(call.headers["webhook-timestamp"]) * 1000;
  expect(Math.abs(parts.clock.now().getTime() - stamp)).toBeLessThan(5 * 60_000);
  expect(JSON.parse(call.body)).toEqual({
    type: "deadline.opened",
    timestamp: parts.clocks.installation.now().toISOString(),
    data: {
      ...{ integrationId: integration.id, integration: "Acme Tests", kind: "revalidation" },
      ...{ deadlineId: expect.any(String), subject: "a report", dueAt: null },
    },
  });
  expect(await programme.loadWebhook(id)).toMatchObject({
    health: { failuresInRow: 0, waiting: 0, lastSuccessAt: parts.clocks.installation.now() },
  });
});

it("tells an organisation of its own runs alone, of each end once", async () => {
  const { programme } = room.world;
  await programme.addOrganisation({ name: "Acme", kind: "partner" });
  await programme.addOrganisation({ name: "Beta", kind: "partner" });
  const wanted = { url: "https://hooks.example.test/", eventTypes: ["run.finished"] } as const;
  const acme = await programme.addWebhook({ ...wanted, organisation: "Acme" });
  const beta = await programme.addWebhook({ ...wanted, organisation: "Beta" });
  const { integration } = await programme.registerIntegration({
    ...{ name: "Tests", framework: "prime-assessment", organisation: "Acme" },
  });
  const { sandbox } = await programme.createSandbox({ integrationId: integration.id });
  const packages = [{ packageId: "pk-1", name: "Numbers", active: true }];
  room.world.partner.answerWith(200, JSON.stringify({ packages }));
  await programme.savePartnerSetup(sandbox.id, room.world.setupOf(sandbox));
  const run = await programme.startRun({ sandboxId: sandbox.id });
  await programme.cancelRun(run.id);
  await programme.cancelRun(run.id);
  expect(await room.log(beta.id)).toEqual([]);
  expect(await room.log(acme.id)).toMatchObject([{ type: "run.finished", attempts: [] }]);
});

it("tries again on the schedule under the same id, and gives up after its end", async () => {
  const receiver = await room.receive();
  receiver.conduct(500);
  const { id } = await room.add(receiver);
  await room.startWorker();
  await room.world.programme.testWebhook(id);
  await untilAttempts(id, 1);
  for (const [index, waitMs] of waitsMs.entries()) {
    await room.advance(waitMs - 1);
    expect(await room.log(id)).toMatchObject([{ state: "waiting" }]);
    expect(receiver.calls).toHaveLength(index + 1);
    await room.advance(1);
    await untilAttempts(id, index + 2);
  }
  expect(await room.log(id)).toMatchObject([{ state: "given-up" }]);
  expect(new Set(receiver.calls.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  const [message] = await room.log(id);
  expect(message?.attempts[0]).toMatchObject({ status: 500, answer: "no thanks" });
  receiver.conduct(204);
  await room.world.programme.resendWebhookMessage(id, message?.id ?? "");
  await untilAttempts(id, waitsMs.length + 2);
  expect(await room.log(id)).toMatchObject([{ id: message?.id, state: "delivered" }]);
});

it("sends again under the same id what a worker had in hand that died", async () => {
  const receiver = await room.receive();
  const { id } = await room.add(receiver);
  const { messageId } = await room.world.programme.testWebhook(id);
  // What a worker leaves that was killed after sending and before recording.
  await room.world.database.queries
    .updateTable("webhook_message")
    .set({ state: "sending", worker_id: "dead", lease_until: new Date(0), tries: 1, attempts: 1 })
    .execute();
  await room.startWorker({ isAlone: false });
  await untilAttempts(id, 2);
  expect(receiver.calls.map(({ headers }) => headers["webhook-id"])).toEqual([messageId]);
  const [message] = await room.log(id);
  expect(message?.attempts[0]?.failure).toContain("stopped before the outcome was written");
});

it("sends nothing twice at once with two workers", async () => {
  const receiver = await room.receive();
  const { id } = await room.add(receiver);
  await room.startWorker();
  await room.startWorker({ isAlone: false });
  const sent = await Promise.all(
    Array.from({ length: 30 }, async () => room.world.programme.testWebhook(id)),
  );
  await vi.waitFor(async () => {
    const log = await room.log(id);
    expect(log.filter(({ state }) => state === "delivered")).toHaveLength(30);
  }, patience);
  const ids = receiver.calls.map(({ headers }) => String(headers["webhook-id"]));
  expect(ids.toSorted()).toEqual(sent.map(({ messageId }) => messageId).toSorted());
});

it("disables at 410 with a reason; enabled again it is sent what waited", async () => {
  const receiver = await room.receive();
  receiver.conduct(410);
  const { id } = await room.add(receiver);
  await room.startWorker();
  const { programme } = room.world;
  await programme.testWebhook(id);
  await untilAttempts(id, 1);
  expect(await programme.loadWebhook(id)).toMatchObject({
    state: { kind: "disabled", reason: expect.stringContaining("410") },
  });
  await expect(programme.testWebhook(id)).rejects.toMatchObject({ code: "WEBHOOK-DISABLED" });
  await room.advance(dayMs);
  expect(receiver.calls).toHaveLength(1);
  receiver.conduct(204);
  await programme.enableWebhook(id);
  await untilAttempts(id, 2);
  expect(await room.log(id)).toMatchObject([{ state: "delivered" }]);
});

it("disables what fails for days, and says what failed", async () => {
  const receiver = await room.receive();
  receiver.conduct(503);
  const { id } = await room.add(receiver);
  await room.startWorker();
  const { programme } = room.world;
  await programme.testWebhook(id);
  await untilAttempts(id, 1);
  for (const [index, waitMs] of waitsMs.entries()) {
    await room.advance(waitMs);
    await untilAttempts(id, index + 2);
  }
  expect((await programme.loadWebhook(id)).state.kind).toBe("enabled");
  await room.advance(2 * dayMs);
  await programme.testWebhook(id);
  await untilAttempts(id, 1);
  const { state } = await programme.loadWebhook(id);
  expect(state).toMatchObject({ kind: "disabled", reason: expect.stringContaining("status 503") });
});

it("signs with both secrets for a day after a rotation", async () => {
  const receiver = await room.receive();
  const { id, secret: old } = await room.add(receiver);
  await room.startWorker();
  const { programme } = room.world;
  const { secret } = await programme.rotateWebhookSecret(id);
  const next = async (): Promise<readonly boolean[]> => {
    const before = receiver.calls.length;
    await programme.testWebhook(id);
    await vi.waitFor(() => expect(receiver.calls).toHaveLength(before + 1), patience);
    const call = receiver.calls.at(-1);
    if (call === undefined) throw new Error("Expected a call, found none");
    return [await isSigned(call, secret), await isSigned(call, old)];
  };
  expect(await next()).toEqual([true, true]);
  await room.advance(dayMs);
  expect(await next()).toEqual([true, false]);
  const kept = await room.world.database.queries
    .selectFrom("webhook_secret")
    .select("ciphertext")
    .execute();
  expect(kept.some(({ ciphertext }) => ciphertext.includes(secret.slice(6)))).toBe(false);
});

it("lets no endpoint that hangs hold up another, and follows no redirect", async () => {
  const [slow, quick] = [await room.receive(), await room.receive()];
  slow.conduct("hangs");
  const { id: hanging } = await room.add(slow);
  const { id } = await room.add(quick);
  await room.startWorker();
  const { programme } = room.world;
  for (let count = 0; count < 8; count += 1) await programme.testWebhook(hanging);
  await vi.waitFor(() => expect(slow.calls).toHaveLength(4), patience);
  quick.conduct((response) => response.writeHead(302, { location: slow.url }).end());
  await programme.testWebhook(id);
  await untilAttempts(id, 1);
  expect(await room.log(id)).toMatchObject([{ attempts: [{ status: 302 }], state: "waiting" }]);
  await vi.waitFor(async () => {
    const failures = (await room.log(hanging)).flatMap(({ attempts }) => attempts);
    expect(failures[0]?.failure).toContain("timed-out");
  }, patience);
});

it("keeps no secret that an endpoint sends back", async () => {
  const receiver = await room.receive();
  const { id, secret } = await room.add(receiver);
  receiver.conduct((response) => response.writeHead(400).end(`wrong: ${secret}`));
  await room.startWorker();
  await room.world.programme.testWebhook(id);
  await untilAttempts(id, 1);
  expect(await room.log(id)).toMatchObject([{ attempts: [{ answer: "wrong: (secret)" }] }]);
});

it("tells of decisions, and of what an integration becomes", async () => {
  const receiver = await room.receive();
  const { id } = await room.add(receiver);
  const { programme } = room.world;
  const integration = await designateIntegration(room.world, { name: "Acme Tests" });
  const { integration: other } = await programme.registerIntegration({
    ...{ name: "Other Tests", framework: "prime-assessment", organisation: "Acme" },
  });
  const of = { integrationId: other.id, version: 1 };
  const ada = { name: "Ada", role: "partner-admin", organisation: "Acme" } as const;
  const grace = { name: "Grace", role: "reviewer", organisation: "programme" } as const;
  const edith = { name: "Edith", role: "programme-owner", organisation: "programme" } as const;
  await programme.saveDesign({ ...of, actor: ada, design });
  await programme.moveVersion({ ...of, event: "submit-design", actor: ada, reason: "" });
  await programme.moveVersion({
    ...{ ...of, event: "ask-changes", actor: grace, reason: "Which fields?" },
  });
  await programme.moveStanding({
    ...{ integrationId: integration.id, event: "suspend", actor: edith, reason: "It leaks." },
  });
  const bodies = await room.world.database.queries
    .selectFrom("webhook_message")
    .select("body")
    .where("webhook_id", "=", id)
    .execute();
  const told = bodies.map(({ body }): unknown => JSON.parse(body));
  expect(told).toHaveLength(2);
  expect(told).toContainEqual(
    expect.objectContaining({
      type: "decision.made",
      data: {
        ...{ integrationId: other.id, integration: "Other Tests", version: 1, about: "design" },
        ...{ decision: "changes-asked", reason: "Which fields?", state: "changes-asked" },
      },
    }),
  );
  expect(told).toContainEqual(
    expect.objectContaining({
      type: "standing.changed",
      data: {
        ...{ integrationId: integration.id, integration: "Acme Tests", event: "suspend" },
        ...{ before: "designated", after: "suspended", designation: null, reason: "It leaks." },
      },
    }),
  );
});

const design = {
  useCase: "A recruiter orders a test.",
  valueProposition: "Better hires.",
  operations: ["GET /people/{id}"],
  events: ["WorkFlowStatusChangeEvent"],
  optionalFeatures: [],
  manifest: [{ profileType: "person", field: "email", access: "read", required: true }],
  setUpSteps: [],
  valuesPerCustomer: [],
  setUpQuestions: [],
} as const;
