import { gzipSync } from "node:zlib";

import { afterEach, describe, expect, test } from "vitest";

import {
  acceptBasic,
  createEventReceiver,
  createMemoryAnswerStore,
  redirectAnswer,
  Refusal,
  type EventReceiverOptions,
  type WorkflowStatusChangeEvent,
} from "../index.ts";
import {
  serveReceiver,
  statusChange,
  type ReceivedAnswer,
  type ReceiverWorld,
  type SentRequest,
} from "./receiver.world.ts";

const secret = "the platform's password";
const basic = `Basic ${Buffer.from(`platform:${secret}`).toString("base64")}`;
let world: ReceiverWorld | undefined;
let faults: unknown[] = [];

afterEach(async () => {
  await world?.close();
  faults = [];
});

/** Serves a receiver; resolves to a function that sends it requests, with the right credentials unless told otherwise. */
async function serve(
  options: Partial<EventReceiverOptions>,
): Promise<(request?: SentRequest) => Promise<ReceivedAnswer>> {
  const serving = await serveReceiver(
    createEventReceiver({
      accept: acceptBasic((user) => (user === "platform" ? secret : undefined)),
      on: {},
      onFault: (fault) => faults.push(fault),
      ...options,
    }),
  );
  world = serving;
  return async ({ body = JSON.stringify(statusChange), headers, ...rest } = {}) =>
    serving.send({ body, headers: { authorization: basic, ...headers }, ...rest });
}

const userMessageOf = ({ text }: ReceivedAnswer): unknown => {
  const { error, ...others } = JSON.parse(text);
  expect(others).toEqual({});
  expect(Object.keys(error)).toEqual(["userMessage", "debugErrorMessage"]);
  return error.debugErrorMessage;
};

describe("an event", () => {
  test.each(["plain", "gzip"])("arrives typed at its handler: %s", async (encoding) => {
    const events: WorkflowStatusChangeEvent[] = [];
    const send = await serve({
      on: { WorkFlowStatusChangeEvent: async (event) => void events.push(event) },
    });
    const plain = JSON.stringify({ ...statusChange, customerId: 9001, news: true });
    const answer = await send(
      encoding === "plain"
        ? { body: plain }
        : { body: gzipSync(plain), headers: { "content-encoding": "gzip" } },
    );
    expect(answer).toMatchObject({ status: 200, text: "{}" });
    expect(events).toEqual([{ ...statusChange, extra: { news: true } }]);
  });

  test("is answered with what its handler returns", async () => {
    const send = await serve({
      on: { ApplicationCompletedEvent: async ({ returnUrl }) => redirectAnswer(`${returnUrl}#on`) },
    });
    const event = { ...statusChange, eventType: "ApplicationCompletedEvent" };
    const answer = await send({
      body: JSON.stringify({ ...event, returnUrl: "https://jobs.example.test/1" }),
    });
    expect(answer).toMatchObject({
      status: 303,
      headers: { location: "https://jobs.example.test/1#on" },
    });
  });

  test("of a new type goes to otherwise, and is accepted without one", async () => {
    const types: string[] = [];
    const body = JSON.stringify({ ...statusChange, eventType: "constructor" });
    const send = await serve({ otherwise: async ({ eventType }) => void types.push(eventType) });
    expect((await send({ body })).status).toBe(200);
    await world?.close();
    const quiet = await serve({});
    expect((await quiet({ body })).status).toBe(200);
    expect(types).toEqual(["constructor"]);
  });
});

describe("refusals", () => {
  test.each([
    ["no credentials", { headers: { authorization: "" } }, 401],
    ["a wrong password", { headers: { authorization: "Basic cGxhdGZvcm06d3Jvbmc=" } }, 401],
    ["an unknown user", { headers: { authorization: `Basic ${btoa("x:")}` } }, 401],
    ["another verb", { method: "PUT" }, 405],
    ["no JSON", { body: "{" }, 400],
    ["an array", { body: "[]" }, 400],
    ["no UTF-8", { body: Buffer.from([0x22, 0xff, 0x22]) }, 400],
    ["no gzip", { body: "{}", headers: { "content-encoding": "gzip" } }, 400],
    ["another encoding", { body: "{}", headers: { "content-encoding": "br" } }, 415],
    ["a large body", { body: "x".repeat(65_537) }, 413],
    [
      "a small body that grows",
      { body: gzipSync(Buffer.alloc(1_048_577)), headers: { "content-encoding": "gzip" } },
      413,
    ],
    ["large and unknown", { body: "x".repeat(65_537), headers: { authorization: "" } }, 401],
  ] as const)("%s", async (_name, request, status) => {
    const send = await serve({});
    const answer = await send(request);
    expect(answer.status).toBe(status);
    expect(userMessageOf(answer)).toMatch(/^Expected /u);
    expect(faults).toEqual([]);
  });

  test("a member that is missing is named", async () => {
    const send = await serve({});
    const answer = await send({ body: JSON.stringify({ ...statusChange, personId: undefined }) });
    expect(answer.status).toBe(400);
    expect(userMessageOf(answer)).toBe("Expected the text personId in the event, found none.");
  });

  test("what a handler refuses is told, what breaks is not", async () => {
    let fault: unknown = Refusal.temporary("Please wait.", "Expected room, found none.", 7);
    const send = await serve({
      on: {
        WorkFlowStatusChangeEvent: async () => {
          throw fault;
        },
      },
    });
    const refused = await send();
    expect(refused).toMatchObject({ status: 503, headers: { "retry-after": "7" } });
    expect(JSON.parse(refused.text)).toEqual({
      error: { userMessage: "Please wait.", debugErrorMessage: "Expected room, found none." },
    });
    fault = new Error(`no connection to db://user:${secret}@host`);
    const broken = await send();
    expect(broken.status).toBe(500);
    expect(broken.text).not.toContain(secret);
    expect(faults).toEqual([fault]);
  });
});

describe("with a store", () => {
  test("an event that comes twice is handled once, also at the same time", async () => {
    let handled = 0;
    const send = await serve({
      store: createMemoryAnswerStore(),
      on: { WorkFlowStatusChangeEvent: async () => void (handled += 1) },
    });
    const answers = [...(await Promise.all([send(), send()])), await send()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(handled).toBe(1);
    await send({ body: JSON.stringify({ ...statusChange, newStatus: "3" }) });
    expect(handled).toBe(2);
  });

  test("one whose handler failed is handled again", async () => {
    let handled = 0;
    const send = await serve({
      store: createMemoryAnswerStore(),
      on: {
        WorkFlowStatusChangeEvent: async () => {
          handled += 1;
          if (handled === 1) throw new Error("once");
        },
      },
    });
    expect((await send()).status).toBe(500);
    expect((await send()).status).toBe(200);
    expect(handled).toBe(2);
  });
});
