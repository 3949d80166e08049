import { afterEach, describe, expect, test } from "vitest";

import { AtsQuotaError, AtsUnavailableError } from "../index.ts";
import {
  startOfDay,
  startScriptedAts,
  type Script,
  type ScriptedAts,
} from "../scripted-ats.world.ts";

let ats: ScriptedAts;
const start = async (script: Script): Promise<ScriptedAts> => {
  ats = await startScriptedAts(script);
  return ats;
};
afterEach(async () => ats.close());

const person = { status: 200, json: { firstname: "Ada", links: [] } };
/** These answers one after the other, then a person. */
const first =
  (...answers: ReturnType<Script>[]): Script =>
  (_call, index) =>
    answers[index] ?? person;

describe("what may be repeated", () => {
  test("a read waits twice as long each time, and as long as the ATS asks", async () => {
    const { client, calls, sleptMs } = await start(
      first({ status: 500 }, "lost", { status: 503, headers: { "retry-after": "7" } }),
    );
    await client().people.get(1);
    expect(calls).toHaveLength(4);
    expect(sleptMs).toEqual([500, 1000, 7000]);
  });

  test("Retry-After may be a date", async () => {
    const at = new Date(startOfDay + 9000).toUTCString();
    const { client, sleptMs } = await start(first({ status: 503, headers: { "retry-after": at } }));
    await client().people.get(1);
    expect(sleptMs).toEqual([9000]);
  });

  test("the last failure is the error when nothing helps", async () => {
    const { client, calls } = await start(() => ({ status: 503 }));
    await expect(client({ mostRepeats: 2 }).people.get(1)).rejects.toBeInstanceOf(
      AtsUnavailableError,
    );
    expect(calls).toHaveLength(3);
  });

  test("a change of named fields is repeated", async () => {
    const { client, calls } = await start((_call, index) => ({ status: index === 0 ? 503 : 204 }));
    await client().people.update(1, {
      lastname: "B",
      phones: [{ entry: 5, phonenumber: "1" }],
      folder: { value: "x" },
    });
    expect(calls).toHaveLength(2);
  });

  test("a removal whose answer was lost is done when the thing is gone", async () => {
    const { client } = await start(first("lost", { status: 404 }));
    await client().people.collection(1, "phones").remove(5);
    expect(ats.calls).toHaveLength(2);
  });

  test("a removal of what was never there is refused", async () => {
    const { client } = await start(() => ({ status: 404 }));
    await expect(client().people.collection(1, "phones").remove(5)).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("what is sent once", () => {
  test.each(["create", "add", "append"] as const)("%s", async (operation) => {
    const { client, calls, sleptMs } = await start(first({ status: 503 }));
    const { people } = client();
    const done = {
      create: async () => people.create({ lastname: "B" }),
      add: async () => people.collection(1, "phones").add({ phonenumber: "1" }),
      append: async () => people.update(1, { phones: [{ phonenumber: "1" }] }),
    }[operation]();
    await expect(done).rejects.toBeInstanceOf(AtsUnavailableError);
    expect({ calls: calls.length, sleptMs }).toEqual({ calls: 1, sleptMs: [] });
  });
});

test("a call that was refused for want of requests did nothing, and is sent again", async () => {
  const location = "https://ats.example.test/customers/9001/people/77";
  const { client, calls, sleptMs } = await start((_call, index) =>
    index === 0
      ? { status: 429, headers: { "retry-after": "3" } }
      : { status: 201, headers: { location } },
  );
  expect(await client().people.create({ lastname: "B" })).toMatchObject({ id: 77 });
  expect({ calls: calls.length, sleptMs }).toEqual({ calls: 2, sleptMs: [3000] });
});

describe("the quota", () => {
  const used = {
    "x-ratelimit-limit": "10000",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": "40",
  };

  test("is told by every answer", async () => {
    const headers = { ...used, "x-ratelimit-remaining": "9999" };
    const { client } = await start(() => ({ ...person, headers }));
    const one = client();
    expect(one.quota()).toBeUndefined();
    await one.people.get(1);
    expect(one.quota()).toEqual({ limit: 10_000, remaining: 9999, resetsAt: startOfDay + 40_000 });
  });

  test("a 429 holds back every call of the client until its reset", async () => {
    const { client, sleptMs, calls } = await start(first({ status: 429, headers: used }));
    const one = client();
    await one
      .within({ mostRepeats: 0 })
      .people.create({})
      .catch(() => undefined);
    await one.people.get(1);
    expect({ sleptMs, calls: calls.length }).toEqual({ sleptMs: [40_000], calls: 2 });
  });

  test("the call after the last one waits without being sent", async () => {
    const { client, sleptMs } = await start(first({ ...person, headers: used }));
    const one = client();
    await one.people.get(1);
    await one.people.get(1);
    expect(sleptMs).toEqual([40_000]);
  });

  test("who would wait too long is told how long, and nothing is sent", async () => {
    const headers = { ...used, "x-ratelimit-reset": "9299" };
    const { client, calls, passTime } = await start(first({ status: 429, headers }));
    const one = client();
    await expect(one.people.get(1)).rejects.toMatchObject({ retryAfterMs: 9_299_000 });
    const second: unknown = await one.people.get(1).catch((error: unknown) => error);
    expect(second).toBeInstanceOf(AtsQuotaError);
    expect(second).toMatchObject({ status: undefined, retryAfterMs: 9_299_000 });
    expect(calls).toHaveLength(1);
    passTime(9_300_000);
    await one.people.get(1);
    expect(calls).toHaveLength(2);
  });
});

describe("what is made once, whatever it takes", () => {
  const made = (entry: number) => ({
    status: 201,
    headers: { location: `https://ats.example.test/customers/9001/x/${entry}` },
  });

  test("what was made although the answer was lost is found, not made again", async () => {
    const { client, calls } = await start((_call, index) => (index === 0 ? "lost" : made(8)));
    const phones = client().people.collection(1, "phones");
    expect(await phones.add({ phonenumber: "1" }, { findExisting: async () => 7 })).toBe(7);
    expect(calls).toHaveLength(1);
  });

  test("what was not made is made at the next attempt", async () => {
    const { client, calls } = await start((_call, index) => (index === 0 ? "lost" : made(8)));
    const created = await client().people.create({}, { findExisting: async () => undefined });
    expect(created.id).toBe(8);
    expect(calls).toHaveLength(2);
  });

  test("what the answer does not number is looked up", async () => {
    const { client } = await start(() => ({ status: 201 }));
    const created = await client().people.create({}, { findExisting: async () => 7 });
    expect(created).toEqual({ id: 7, address: `${ats.address}/people/7` });
  });
});

describe("patience", () => {
  test("nobody waits beyond giveUpAt", async () => {
    const { client, sleptMs } = await start(() => ({ status: 503 }));
    const quick = client().within({ giveUpAt: startOfDay + 2000 });
    await expect(quick.people.get(1)).rejects.toBeInstanceOf(AtsUnavailableError);
    expect(sleptMs).toEqual([500, 1000]);
  });

  test("it stays at it, and waits no longer than longestDelayMs of its own accord", async () => {
    const { client, sleptMs } = await start((_call, index) =>
      index < 8 ? { status: 503 } : person,
    );
    await client().within({ mostRepeats: Infinity, longestDelayMs: 1500 }).people.get(1);
    expect(sleptMs).toEqual([500, 1000, 1500, 1500, 1500, 1500, 1500, 1500]);
  });

  test("the quota is one for the client, however patient its calls are", async () => {
    const headers = { "x-ratelimit-reset": "40" };
    const { client, sleptMs } = await start(first({ status: 429, headers }));
    const one = client();
    await one
      .within({ mostRepeats: 0 })
      .people.get(1)
      .catch(() => undefined);
    await one.people.get(1);
    expect(sleptMs).toEqual([40_000]);
  });
});

test("the caller's signal ends the waiting", async () => {
  const { client } = await start(() => ({ status: 503 }));
  const stop = new AbortController();
  const { people } = client({ signal: stop.signal, firstDelayMs: 50_000, machine: {} });
  void stopOnceCalled(stop);
  await expect(people.get(1)).rejects.toMatchObject({ name: "AbortError" });
});

async function stopOnceCalled(stop: AbortController): Promise<void> {
  while (ats.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
  stop.abort();
}
