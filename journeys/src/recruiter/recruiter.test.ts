import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { AssessmentOrder, Region } from "@slipway/platform-client";

import { proves } from "../harness/proves.ts";
import type { PartnerCall } from "../harness/scripted-partner.ts";
import {
  concluded,
  delivered,
  openRecruiterWorld,
  type RecruiterRegion,
  type RecruiterWorld,
} from "./recruiter.world.ts";

const regions = ["a", "b"] as const;
/** What the tenants of this seed call a person's e-mail address. */
const emailLabel = { a: "E-mail Address", b: "Contact E-mail" } as const;
const lacksEmail = {
  status: 400,
  body: { error: { userMessage: "The field {{person.email}} is missing. See {{person.shoe}}." } },
};

let world: RecruiterWorld;
let unanswered: AssessmentOrder;
let orderedAtMs: number;

beforeAll(async () => {
  world = await openRecruiterWorld();
  // Waits out the real time limit of 30 s while the other tests run.
  orderedAtMs = performance.now();
  unanswered = await order(
    "a",
    world.regions.a.candidate(() => undefined),
  );
});
afterAll(async () => world?.close());

async function order(region: Region, workflowId: number): Promise<AssessmentOrder> {
  const { customerId, packageId } = world.regions[region];
  return world.client.orderAssessment(customerId, { workflowId, packageId });
}

function callsOf({ calls }: RecruiterRegion, path: string): readonly PartnerCall[] {
  return calls.filter((call) => call.path === path);
}

/** A status of the tenant, other than the one that a workflow has. */
async function otherStatus(customerId: string, workflowId: number): Promise<string> {
  const refused: unknown = await world.client
    .moveCandidate(customerId, workflowId, "none")
    .catch((error: unknown) => error);
  const known = String(refused).match(/[CD]\d+/gu) ?? [];
  // Whatever its status is now, it is moved to the first, and another is left to move it to.
  const [first = "", second = ""] = known;
  const { oldStatus } = await world.client.moveCandidate(customerId, workflowId, first);
  return oldStatus === second ? (known[2] ?? "") : second;
}

describe("an assessment that a recruiter orders", () => {
  it.each(regions)("is sent as the contract says, and shown as accepted, in %s", async (name) => {
    const region = world.regions[name];
    const ordered = await order(name, region.candidate());
    expect(ordered.delivery).toEqual({ state: "under-way" });
    expect(await concluded(world, ordered)).toEqual({
      state: "answered",
      recruiterView: {
        tone: "success",
        text: "Accepted. The integration is working on the request.",
      },
    });
    const sent = callsOf(region, "/orders").find(
      ({ json }) => (json as { orderId?: string }).orderId === ordered.id,
    );
    expect(sent?.json).toMatchObject({
      orderId: ordered.id,
      customerId: region.customerId,
      packageId: region.packageId,
      workflow: { id: ordered.workflowId },
    });
    expect(sent?.json).not.toHaveProperty("test", true);
    const [exchange] = await world.client.listExchanges(region.customerId, { order: ordered.id });
    expect(exchange).toMatchObject({
      direction: "to-partner",
      request: { method: "POST", path: "/orders" },
      answer: { kind: "answered", status: 202 },
    });
  });

  it.each(regions)(
    "is shown as refused with the tenant's own label in place of the token, in %s",
    async (name) => {
      proves("REQ-21", { door: "http" });
      const { candidate } = world.regions[name];
      const refused = await order(
        name,
        candidate(() => lacksEmail),
      );
      expect(await concluded(world, refused)).toEqual({
        state: "answered",
        recruiterView: {
          tone: "error",
          text: `The field ${emailLabel[name]} is missing. See {{person.shoe}}.`,
        },
      });
    },
  );

  it("leads on to the partner's page, which the platform does not open", async () => {
    const { a } = world.regions;
    const headers = { location: "/continue?step=1" };
    const ordered = await order(
      "a",
      a.candidate(() => ({ status: 303, headers })),
    );
    const { recruiterView } = await concluded(world, ordered);
    expect(recruiterView.tone).toBe("link");
    expect(recruiterView.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/continue\?step=1$/u);
    expect(callsOf(a, "/continue")).toEqual([]);
  });

  it("is shown as not answered when the endpoint is not there", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    // A listening server of this kind has an address with a port.
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    const { client, sandbox, setup, regions: both } = world;
    const { connections } = setup;
    const b = { ...connections.b, endpoint: `http://127.0.0.1:${port}` };
    await client.savePartnerSetup(sandbox.id, { ...setup, connections: { ...connections, b } });
    const view = await concluded(world, await order("b", both.b.candidate()));
    await client.savePartnerSetup(sandbox.id, setup);
    expect(view).toEqual({
      state: "no-answer",
      recruiterView: {
        tone: "error",
        text: "No answer: the integration refused the connection.",
      },
    });
  });

  it("is cancelled at the partner, in its own words", async () => {
    const { a } = world.regions;
    const ordered = await order("a", a.candidate());
    await concluded(world, ordered);
    const { deliveryId } = await world.client.cancelOrder(a.customerId, ordered.id);
    const { recruiterView, exchangeId = "" } = await delivered(world, a.customerId, deliveryId);
    expect(recruiterView?.tone).toBe("success");
    const [cancel] = callsOf(a, `/orders/${ordered.id}/cancel`);
    expect(cancel?.json).toEqual({ orderId: ordered.id, customerId: a.customerId });
    expect(await world.client.loadExchange(a.customerId, exchangeId)).toMatchObject({
      direction: "to-partner",
      answer: { kind: "answered", status: 202 },
    });
  });

  it("has to be of a package that the partner offers to this tenant", async () => {
    const { a, b } = world.regions;
    await expect(
      world.client.orderAssessment(a.customerId, {
        workflowId: a.candidate(),
        packageId: b.packageId,
      }),
    ).rejects.toMatchObject({
      status: 422,
      code: "PACKAGE-UNKNOWN",
      message: expect.stringContaining(`(${a.packageId}), found "${b.packageId}"`),
    });
  });

  it("belongs to its tenant alone", async () => {
    const { a, b } = world.regions;
    const ordered = await order("a", a.candidate());
    await expect(world.client.loadOrder(b.customerId, ordered.id)).rejects.toMatchObject({
      status: 404,
      code: "ORDER-NOT-FOUND",
    });
    await expect(world.client.cancelOrder(b.customerId, ordered.id)).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("a candidate that a recruiter moves", () => {
  it.each(regions)("is told to the partner, gzipped and recorded, in %s", async (name) => {
    const region = world.regions[name];
    const { customerId } = region;
    const workflowId = region.candidate();
    const status = await otherStatus(customerId, workflowId);
    const moved = await world.client.moveCandidate(customerId, workflowId, status);
    expect(moved.newStatus).toBe(status);
    const delivery = await delivered(world, customerId, moved.deliveryId);
    expect(delivery.recruiterView?.tone).toBe("success");
    const event = callsOf(region, "/events").at(-1);
    expect(event?.headers).toMatchObject({
      "content-type": "application/json",
      "content-encoding": "gzip",
      "x-slipway-delivery": moved.deliveryId,
    });
    expect([...(event?.bytes.subarray(0, 2) ?? [])]).toEqual([0x1f, 0x8b]);
    expect(event?.json).toMatchObject({
      eventType: "WorkFlowStatusChangeEvent",
      customerId,
      systemId: String(workflowId),
      oldStatus: moved.oldStatus.slice(1),
      newStatus: status.slice(1),
    });
    const [exchange] = await world.client.listExchanges(customerId, { workflow: workflowId });
    expect(exchange?.id).toBe(delivery.exchangeId);
    expect(exchange?.request).toMatchObject({ method: "POST", path: "/events" });
    expect(JSON.parse(bodyOf(exchange?.request.body))).toEqual(event?.json);
  });

  it.each(regions)("shows the partner's refusal in the tenant's own words, in %s", async (name) => {
    const { customerId, candidate } = world.regions[name];
    const workflowId = candidate(() => lacksEmail);
    const status = await otherStatus(customerId, workflowId);
    const { deliveryId } = await world.client.moveCandidate(customerId, workflowId, status);
    const { recruiterView } = await delivered(world, customerId, deliveryId);
    expect(recruiterView).toEqual({
      tone: "error",
      text: `The field ${emailLabel[name]} is missing. See {{person.shoe}}.`,
    });
  });

  it("raises nothing when the status is that already", async () => {
    const { customerId, candidate } = world.regions.a;
    const workflowId = candidate();
    const status = await otherStatus(customerId, workflowId);
    await world.client.moveCandidate(customerId, workflowId, status);
    const again = await world.client.moveCandidate(customerId, workflowId, status);
    expect(again).toEqual({ oldStatus: status, newStatus: status });
  });

  it("has to be a candidate of this tenant, and the status one of its own", async () => {
    const { a } = world.regions;
    await expect(
      world.client.moveCandidate(a.customerId, 999_999_999, "D10100"),
    ).rejects.toMatchObject({ status: 404, code: "WORKFLOW-NOT-FOUND" });
    await expect(
      world.client.moveCandidate(a.customerId, a.candidate(), "D0"),
    ).rejects.toMatchObject({
      status: 422,
      code: "WORKFLOW-STATUS-UNKNOWN",
      message: expect.stringMatching(/\(D\d+, .*\), found "D0"/u),
    });
  });
});

describe("an order without an answer", () => {
  it("is shown as not answered after 30 seconds", { timeout: 60_000 }, async () => {
    expect(await concluded(world, unanswered)).toEqual({
      state: "no-answer",
      recruiterView: {
        tone: "error",
        text: "No answer: the integration did not answer in time.",
      },
    });
    expect(performance.now() - orderedAtMs).toBeGreaterThan(29_000);
    const { customerId } = world.regions.a;
    const [exchange] = await world.client.listExchanges(customerId, { order: unanswered.id });
    expect(exchange).toMatchObject({ answer: { kind: "no-answer", reason: "timed-out" } });
    expect(exchange?.durationMs).toBeGreaterThanOrEqual(29_900);
  });
});

function bodyOf(body: { readonly kind: string; readonly content?: string } | undefined): string {
  return body?.content ?? "";
}
