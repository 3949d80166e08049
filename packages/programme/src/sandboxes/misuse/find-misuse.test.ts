import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { systemClock, type Clock } from "@slipway/foundation";

import {
  openProgrammeWorld,
  type MadeSandbox,
  type ProgrammeWorld,
} from "../../testing/open-programme-world.ts";
import type { MisuseSignal } from "./find-misuse.ts";

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await openProgrammeWorld();
});
afterAll(async () => world?.close());

const signalsOf = async ({ sandbox }: MadeSandbox): Promise<readonly MisuseSignal[]> =>
  (await world.programme.showSandboxUse(sandbox.id)).signals;

async function patchPerson({ sandbox, credentials }: MadeSandbox, email: string): Promise<void> {
  const { publicBase, customerId } = sandbox.tenants.a;
  const { username, password } = credentials.a;
  const { id } = await world.database.queries
    .selectFrom("profile")
    .select("id")
    .where("customer_id", "=", customerId)
    .where("type", "=", "people")
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const answer = await fetch(`${publicBase}/customers/${customerId}/people/${id}`, {
    method: "PATCH",
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ email }),
  });
  expect(answer.status, await answer.text()).toBeLessThan(300);
}

async function recordedWrites({ sandbox }: MadeSandbox, count: number): Promise<void> {
  await vi.waitFor(async () => {
    const rows = await world.database.queries
      .selectFrom("exchange")
      .select("id")
      .where("customer_id", "=", sandbox.tenants.a.customerId)
      .where("method", "=", "PATCH")
      .execute();
    expect(rows).toHaveLength(count);
  }, 10_000);
}

/** Calls of a user of tenant A, as they are counted: on the last `days` days, today included. */
async function countCalls(
  { sandbox, credentials }: MadeSandbox,
  { days, calls }: { readonly days: number; readonly calls: number },
): Promise<void> {
  const now = world.parts.clocks.installation.now().getTime();
  const rows = Array.from({ length: days }, (_, ago) => ({
    customer_id: sandbox.tenants.a.customerId,
    username: credentials.a.username,
    day: new Date(now - ago * 86_400_000).toISOString().slice(0, 10),
    used: calls,
  }));
  await world.database.queries.insertInto("request_quota").values(rows).execute();
}

it("tells of a mail address that may be somebody's, by its domain alone", async () => {
  const made = await world.makeSandbox();
  await patchPerson(made, "ada@example.test");
  await recordedWrites(made, 1);
  expect(await signalsOf(made)).toEqual([]);
  await patchPerson(made, "grace@engines.io");
  await recordedWrites(made, 2);
  const signals = await signalsOf(made);
  expect(signals).toMatchObject([
    {
      rule: "mail.real-domain",
      customerId: made.sandbox.tenants.a.customerId,
      count: 1,
      sample: "…@engines.io",
    },
  ]);
  expect(signals[0]?.exchangeIds).toHaveLength(1);
  expect(JSON.stringify(signals)).not.toContain("grace");
});

it("forgets a mail address after a week", async () => {
  const made = await world.makeSandbox();
  await patchPerson(made, "grace@engines.io");
  await recordedWrites(made, 1);
  const later = (days: number): Clock => ({
    ...systemClock,
    now: () => new Date(Date.now() + days * 86_400_000),
  });
  try {
    world.setClock(later(6));
    expect(await signalsOf(made)).toHaveLength(1);
    world.setClock(later(8));
    expect(await signalsOf(made)).toEqual([]);
  } finally {
    world.setClock(systemClock);
  }
});

it.each([
  { days: 5, calls: 2001, rules: ["calls.sustained-volume"] },
  { days: 4, calls: 9000, rules: [] },
  { days: 7, calls: 2000, rules: [] },
])("finds $rules in $calls calls on each of $days days", async ({ days, calls, rules }) => {
  const made = await world.makeSandbox();
  await countCalls(made, { days, calls });
  const signals = await signalsOf(made);
  expect(signals.map(({ rule }) => rule)).toEqual(rules);
  expect(signals.map(({ count }) => count)).toEqual(rules.map(() => days * calls));
});
