import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { openAccessWorld, type AccessWorld } from "../access/access.world.ts";

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let world: AccessWorld;
const calls: Call[] = [];
const receiver = createServer((request, response) => {
  void text(request).then((body) => {
    calls.push({ headers: request.headers, body });
    response.writeHead(204).end();
  });
});

beforeAll(async () => {
  world = await openAccessWorld();
  receiver.listen(0, "127.0.0.1");
  await once(receiver, "listening");
});
afterAll(async () => {
  receiver.close();
  await world?.close();
});

async function slipway(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { exitCode, stdout, stderr } = await world.slipway(undefined, ...args, "--format", "json");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  // Every answer is an object.
  return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
}

test("somebody adds a webhook, is told of a deadline, signed, and reads it in the log", async () => {
  // A listening server of this kind has an address with a port.
  const { port } = receiver.address() as AddressInfo;
  const events = ["--events", "deadline.opened"];
  const added = await slipway("webhook", "add", `http://127.0.0.1:${port}/hooks`, ...events);
  const [id, secret] = [String(added.id), String(added.secret)];
  await slipway("webhook", "test", id);
  const registered = await world.call(world.adminToken, "/integrations", {
    ...{ name: "Acme Tests", framework: "prime-assessment" },
  });
  const { id: integrationId } = JSON.parse(registered.text) as { readonly id: string };
  await world.call(world.adminToken, `/integrations/${integrationId}/deadlines`, {
    ...{ kind: "revalidation", subject: "a report", recipient: "ada@example.test" },
    ...{ by: "Grace", reason: "It was reported." },
  });
  await vi.waitFor(() => expect(calls).toHaveLength(2), 20_000);
  for (const { headers, body } of calls) {
    const content = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    const expected = createHmac("sha256", key).update(content).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${expected}`);
  }
  const types = calls.map(({ body }) => /"type":"([\w.]+)"/u.exec(body)?.[1]);
  expect(new Set(types)).toEqual(new Set(["webhook.test", "deadline.opened"]));
  await vi.waitFor(async () => {
    const { messages } = await slipway("webhook", "log", id);
    expect(messages).toMatchObject([{ state: "delivered" }, { state: "delivered" }]);
  }, 20_000);
  expect(JSON.stringify(await slipway("webhook", "show", id))).not.toContain(secret);
  await slipway("webhook", "disable", id, "--reason", "The host moves.");
  expect(await slipway("webhook", "enable", id)).toMatchObject({ state: { kind: "enabled" } });
  await slipway("webhook", "remove", id);
  expect(await slipway("webhook", "list")).toEqual({ webhooks: [] });
});
