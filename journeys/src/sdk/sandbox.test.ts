import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

import {
  acceptBasic,
  AtsAuthenticationError,
  AtsNotFoundError,
  AtsRequestError,
  createAtsClient,
  createEventReceiver,
  createMemoryAnswerStore,
  toNodeListener,
  type AtsClient,
  type SearchHit,
  type WorkflowStatusChangeEvent,
} from "@slipway/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  openValidationWorld,
  platformLogin,
  type ValidationWorld,
} from "../harness/validation.world.ts";

let world: ValidationWorld;
let ats: AtsClient;
let address: string;
let server: Server;
const events: WorkflowStatusChangeEvent[] = [];

beforeAll(async () => {
  world = await openValidationWorld();
  const { customerId, publicBase } = world.sandbox.tenants.a;
  address = `${publicBase}/customers/${customerId}`;
  ats = createAtsClient({ address, credentials: world.credentials.a });
  server = createServer(
    toNodeListener(
      createEventReceiver({
        accept: acceptBasic((user) =>
          user === platformLogin.a.username ? platformLogin.a.password : undefined,
        ),
        on: { WorkFlowStatusChangeEvent: async (event) => void events.push(event) },
        store: createMemoryAnswerStore(),
        onFault: (fault) => {
          throw fault;
        },
      }),
    ),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { connections, ...setup } = world.setup;
  // A server that listens on TCP has an address of this kind.
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await world.client.savePartnerSetup(world.sandbox.id, {
    ...setup,
    connections: { ...connections, a: { ...connections.a, endpoint } },
  });
});

afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await world?.close();
});

async function all(hits: AsyncIterable<SearchHit>): Promise<readonly SearchHit[]> {
  const found: SearchHit[] = [];
  for await (const hit of hits) found.push(hit);
  return found;
}

async function firstId(noun: "jobs" | "applicantworkflows"): Promise<number> {
  const name = noun === "jobs" ? "job.id" : "applicantworkflow.id";
  const [hit] = await all(ats[noun].search({ filters: [{ name, value: ["0"], operator: ">" }] }));
  return hit?.id ?? 0;
}

describe("the sdk against the sandbox", () => {
  test("a person is created, found, read, changed and cleared", async () => {
    const lastname = "Sdkjourney";
    const { id, address: self } = await ats.people.create({
      firstname: "Ada",
      lastname,
      email: "ada.sdk@example.test",
    });
    expect(self).toBe(`${address}/people/${id}`);
    const query = { filters: [{ name: "person.lastname", value: [lastname] }] };
    expect(await all(ats.people.search(query, { stalenessMinutes: 0 }))).toEqual([{ id, self }]);
    await ats.people.update(id, { firstname: "Augusta", middlename: "A" });
    await ats.people.update(id, { middlename: null });
    const person = await ats.people.get(id, { fields: ["firstname", "middlename", "lastname"] });
    expect(person).toMatchObject({ firstname: "Augusta", lastname });
    expect(person.middlename).toBeUndefined();
    expect(await ats.follow(self)).toMatchObject({ firstname: "Augusta" });
    expect(ats.quota()?.remaining).toBeGreaterThan(0);
  });

  test("a collection's entries come, change and go", async () => {
    const { id } = await ats.people.create({
      firstname: "Bo",
      lastname: "B",
      email: "bo.sdk@example.test",
    });
    const phones = ats.people.collection(id, "phones");
    expect(await phones.list()).toEqual([]);
    const entry = await phones.add({ phonenumber: "555-0100", phonetype: { value: "Home" } });
    await phones.update(entry, { phoneextension: "5" });
    expect(await phones.get(entry)).toMatchObject({
      phonenumber: "555-0100",
      phoneextension: "5",
      phonetype: { value: "Home" },
    });
    expect(await phones.list()).toMatchObject([{ entry, phonenumber: "555-0100" }]);
    await phones.remove(entry);
    expect(await phones.list()).toEqual([]);
  });

  test("an application is created once, found by its pair, and its log is kept", async () => {
    const job = await firstId("jobs");
    const { id: person } = await ats.people.create({
      firstname: "Cy",
      lastname: "C",
      email: "cy.sdk@example.test",
    });
    const application = { baseprofile: job, associatedprofile: person, status: { id: "D10100" } };
    const { id, address: self } = await ats.applicantworkflows.create(application);
    const found = await ats.applicantworkflows.ofPair({ person, job });
    expect(found).toMatchObject({ status: { id: "D10100" }, associatedprofile: { id: person } });
    expect(found.links[0]?.url).toBe(self);
    expect(await ats.applicantworkflows.statusLog(id)).toMatchObject([
      { status: { id: "D10100" } },
    ]);
    await expect(ats.applicantworkflows.create(application)).rejects.toBeInstanceOf(
      AtsRequestError,
    );
  });

  test("its errors carry what the ATS told", async () => {
    const lost: unknown = await ats.people.get(987_654_321).catch((error: unknown) => error);
    expect(lost).toBeInstanceOf(AtsNotFoundError);
    expect(lost).toMatchObject({ codes: [2], transactionId: expect.stringMatching(/^\{.+\}$/) });
    const { username } = world.credentials.a;
    const stranger = createAtsClient({
      address,
      credentials: { kind: "basic", username, password: "wrong" },
    });
    const refused: unknown = await stranger.people.get(1).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AtsAuthenticationError);
    expect(refused).toMatchObject({ status: 401, codes: [6] });
  });

  test("a move of a candidate arrives as a typed event, whose links are followed", async () => {
    const { customerId } = world.sandbox.tenants.a;
    const workflow = await firstId("applicantworkflows");
    // Each tenant has statuses of its own, of which some raise an event; what it lacks is refused.
    for (const status of ["D10101", "D10102", "D10103", "D10104", "D10105"]) {
      await world.client.moveCandidate(customerId, workflow, status).catch(() => undefined);
    }
    while (events.length === 0) await sleep(20);
    const [event] = events;
    expect(event).toMatchObject({ customerId, systemId: String(workflow) });
    const link = event?.links.find(({ rel }) => rel === "applicantWorkflow")?.url ?? "";
    expect(await ats.follow(link)).toMatchObject({
      associatedprofile: { id: Number(event?.personId) },
    });
  });
});
