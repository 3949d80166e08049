import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

import type { AssessmentOrder } from "@slipway/platform-client";
import { afterEach, describe, expect, test, vi } from "vitest";

import {
  openValidationWorld,
  packagesOf,
  type ValidationWorld,
} from "../harness/validation.world.ts";
import { startHeldPartner, type HeldPartner } from "./held-partner.ts";

let world: ValidationWorld;
let partner: HeldPartner;

afterEach(async () => {
  await partner.close();
  await world.close();
});

async function open(env: Readonly<Record<string, string>> = {}): Promise<void> {
  world = await openValidationWorld({ env: { SLIPWAY_LOG: "json", ...env } });
  partner = await startHeldPartner();
  const { connections } = world.setup;
  const { endpoint } = partner;
  await world.client.savePartnerSetup(world.sandbox.id, {
    ...world.setup,
    connections: { a: { ...connections.a, endpoint }, b: { ...connections.b, endpoint } },
  });
  // What is offered can be ordered from then on.
  await world.client.preflight(world.sandbox.id);
  partner.hold();
}

/** Orders an assessment, and waits until the partner has the call in hand. */
async function order(): Promise<AssessmentOrder> {
  const { customerId } = world.sandbox.tenants.a;
  const before = partner.calls.length;
  const ordered = await world.client.orderAssessment(customerId, {
    workflowId: await aWorkflow(),
    packageId: packagesOf.a[0].packageId,
  });
  await vi.waitFor(() => {
    expect(partner.calls.length).toBeGreaterThan(before);
  }, 20_000);
  return ordered;
}

async function aWorkflow(): Promise<number> {
  const { publicBase, customerId } = world.sandbox.tenants.a;
  const { username, password } = world.credentials.a;
  const query = { filters: [{ name: "applicantworkflow.id", value: ["1"], operator: ">=" }] };
  const answer = await fetch(
    `${publicBase}/customers/${customerId}/search/applicantworkflows?searchJson=${encodeURIComponent(JSON.stringify(query))}`,
    {
      headers: {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      },
    },
  );
  const { searchResults } = (await answer.json()) as {
    readonly searchResults: readonly { readonly id: number }[];
  };
  return searchResults[0]?.id ?? 0;
}

async function ending(): Promise<number | null> {
  const { child } = world.platform();
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

describe("a platform that is asked to end", () => {
  test("answers the request in hand, takes no new one, and ends with 0", async () => {
    await open();
    const before = partner.calls.length;
    const asked = world.client.preflight(world.sandbox.id);
    await vi.waitFor(() => {
      expect(partner.calls.length).toBeGreaterThan(before);
    }, 20_000);
    world.platform().child.kill("SIGTERM");
    await vi.waitFor(async () => {
      await expect(fetch(`${world.platform().address}/healthz`)).rejects.toThrow();
    }, 20_000);
    partner.release();
    expect((await asked).green).toBe(true);
    expect(await ending()).toBe(0);
  });

  test("finishes the delivery in hand, of which the outcome stays known", async () => {
    await open();
    const { customerId, id } = await order();
    world.platform().child.kill("SIGTERM");
    await vi.waitFor(async () => {
      await expect(fetch(`${world.platform().address}/healthz`)).rejects.toThrow();
    }, 20_000);
    // Long enough to end, if nothing were waited for. A partner that is being called asks the sandbox until then.
    await sleep(1500);
    const asked = await fetch(`${world.sandbox.tenants.a.publicBase}/customers/${customerId}`);
    expect(asked.status).toBe(401);
    partner.release();
    expect(await ending()).toBe(0);
    const calls = partner.calls.length;
    await world.killAndRestart();
    const { delivery } = await world.client.loadOrder(customerId, id);
    expect(delivery).toMatchObject({ state: "answered" });
    expect(partner.calls).toHaveLength(calls);
  });

  test("ends at once when it is asked again", async () => {
    await open();
    await order();
    const { child } = world.platform();
    child.kill("SIGTERM");
    // Sooner it would be taken for the same wish.
    await sleep(1500);
    child.kill("SIGTERM");
    expect(await ending()).toBe(143);
  });

  test("leaves what does not end within the bound, and says so", async () => {
    await open({ SLIPWAY_STOP_TIMEOUT_MS: "400" });
    await order();
    const { child } = world.platform();
    let logged = "";
    child.stderr?.on("data", (text: Buffer) => {
      logged += text.toString();
    });
    child.kill("SIGTERM");
    expect(await ending()).toBe(1);
    expect(logged).toContain("SLIPWAY_STOP_TIMEOUT_MS");
  });
});
