import type { HmacCredential } from "@slipway/platform-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openValidationWorld, type ValidationWorld } from "../harness/validation.world.ts";
import { isWithoutPython } from "../python-partner/python-partner.process.ts";
import { sendSigned, type SignedAnswer, type SignedCall } from "./signed-calls.process.ts";

// A client that was written for itself tells whether what is signed is what the scheme says, and not what we take it for.
describe.skipIf(isWithoutPython())("a client of another language that signs", () => {
  let world: ValidationWorld;
  let credential: HmacCredential;
  let customer: string;

  beforeAll(async () => {
    world = await openValidationWorld();
    credential = await world.client.issueCredential(world.sandbox.id, "a", { kind: "hmac" });
    customer = `/customers/${credential.customerId}`;
  });
  afterAll(async () => world?.close());

  function send(calls: readonly SignedCall[], key = credential.key): readonly SignedAnswer[] {
    const address = world.sandbox.tenants.a.publicBase;
    return sendSigned({ address, user: credential.username, key, calls });
  }

  it("creates, finds and reads a person on a port of its own, with both lists of signed headers", () => {
    expect(new URL(world.sandbox.tenants.a.publicBase).port).not.toBe("");
    const ada = {
      firstname: "Ada",
      lastname: "Signéd",
      email: "ada.signed@example.test",
    };
    const [created, cut] = send([
      { method: "POST", target: `${customer}/people`, body: JSON.stringify(ada), long: true },
      { method: "GET", target: customer },
    ]);
    expect([created?.status, cut?.status]).toEqual([201, 200]);
    const person = new URL(created?.location ?? "").pathname;
    const query = { filters: [{ name: "person.lastname", value: [ada.lastname] }] };
    const searchJson = encodeURIComponent(JSON.stringify(query));
    const [read, some, found, searched, changed] = send([
      { method: "GET", target: person, long: true },
      { method: "GET", target: `${person}?fields=lastname,firstname&b=2&a=1` },
      { method: "GET", target: `${customer}/search/people?searchJson=${searchJson}`, long: true },
      {
        method: "POST",
        target: `${customer}/search/people`,
        body: JSON.stringify(query),
        long: true,
      },
      { method: "PATCH", target: person, body: '{"firstname":"Augusta"}' },
    ]);
    expect(JSON.parse(read?.body ?? "")).toMatchObject(ada);
    expect(JSON.parse(some?.body ?? "")).toMatchObject({ lastname: ada.lastname });
    const id = Number(person.split("/").at(-1));
    for (const one of [found, searched])
      expect(JSON.parse(one?.body ?? "")).toMatchObject({ searchResults: [{ id }] });
    expect(changed?.status).toBe(204);
  });

  it("is refused with a key of its own making, and with another body than the one it signed", () => {
    const [forged] = send([{ method: "GET", target: customer }], "a key of its own making");
    const body = '{"firstname":"Eve","lastname":"E","email":"eve@example.test"}';
    const people = { method: "POST", target: `${customer}/people`, body, long: true };
    const [swapped] = send([{ ...people, signBody: body.replace("Eve", "Ada") }]);
    for (const one of [forged, swapped]) {
      expect(one?.status).toBe(401);
      expect(JSON.parse(one?.body ?? "")).toMatchObject({ errors: [{ errorCode: 9 }] });
    }
  });

  it("opens no other customer and no other region", () => {
    const { a, b } = world.sandbox.tenants;
    const target = `/customers/${b.customerId}`;
    const { username: user, key } = credential;
    const calls = [{ method: "GET", target }];
    for (const { publicBase: address } of [a, b]) {
      const [answer] = sendSigned({ address, user, key, calls });
      expect(answer?.status).toBe(404);
    }
  });
});
