import { afterAll, beforeAll, expect, it } from "vitest";

import { shiftedClock, systemClock } from "@slipway/foundation";

import {
  openProgrammeWorld,
  type MadeSandbox,
  type ProgrammeWorld,
} from "../testing/open-programme-world.ts";
import type { BasicCredential } from "./sandbox.ts";

const hourMs = 3_600_000;

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await openProgrammeWorld();
});
afterAll(async () => world.close());

async function statusWith(made: MadeSandbox, login: BasicCredential): Promise<number> {
  const { publicBase, customerId } = made.sandbox.tenants.a;
  const basic = Buffer.from(`${login.username}:${login.password}`).toString("base64");
  const answer = await fetch(`${publicBase}/customers/${customerId}`, {
    headers: { authorization: `Basic ${basic}` },
  });
  await answer.body?.cancel();
  return answer.status;
}

/** Runs the clock of one tenant ahead of the others'. */
async function moveTenant({ sandbox }: MadeSandbox, aheadMs: number): Promise<void> {
  const { customerId } = sandbox.tenants.a;
  const to = new Date(world.parts.clocks.installation.now().getTime() + aheadMs);
  await world.programme.moveClock({ kind: "set", to }, customerId);
}

it("lets the old and the new credential in for a day of the tenant's clock, then the new one only", async () => {
  const made = await world.makeSandbox();
  const fresh = await world.programme.replaceCredential(made.sandbox.id, "a");
  expect(fresh.customerId).toBe(made.sandbox.tenants.a.customerId);
  expect(await statusWith(made, made.credentials.a)).toBe(200);
  expect(await statusWith(made, fresh)).toBe(200);
  await moveTenant(made, 24 * hourMs - 60_000);
  expect(await statusWith(made, made.credentials.a)).toBe(200);
  await moveTenant(made, 24 * hourMs + 1000);
  expect(await statusWith(made, made.credentials.a)).toBe(401);
  expect(await statusWith(made, fresh)).toBe(200);
});

it("counts the day from the tenant's clock, and not from the installation's", async () => {
  const made = await world.makeSandbox();
  await moveTenant(made, 1000 * hourMs);
  await world.programme.replaceCredential(made.sandbox.id, "a");
  expect(await statusWith(made, made.credentials.a)).toBe(200);
  await moveTenant(made, 1025 * hourMs);
  expect(await statusWith(made, made.credentials.a)).toBe(401);
});

it("gives a credential that is already ending no further day", async () => {
  const made = await world.makeSandbox();
  await world.programme.replaceCredential(made.sandbox.id, "a");
  await moveTenant(made, 20 * hourMs);
  await world.programme.replaceCredential(made.sandbox.id, "a");
  await moveTenant(made, 30 * hourMs);
  expect(await statusWith(made, made.credentials.a)).toBe(401);
});

it("leaves the other tenant's credential as it is", async () => {
  const made = await world.makeSandbox();
  await world.programme.replaceCredential(made.sandbox.id, "b");
  world.setClock(shiftedClock(systemClock, 48 * hourMs));
  expect(await statusWith(made, made.credentials.a)).toBe(200);
  world.setClock(systemClock);
});
