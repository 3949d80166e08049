import { createHash, createHmac } from "node:crypto";
import { gunzipSync } from "node:zlib";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { ConnectionEntry } from "./connection/connection-store.ts";
import {
  createDeliveryWorld,
  ended,
  enqueue,
  startWorker,
  type DeliveryWorld,
  type RunningWorker,
} from "./delivery.world.ts";
import { startTokenEndpoint, type TokenEndpoint } from "./token-endpoint.world.ts";
import { startPartner, type ReceivedCall, type TestPartner } from "./partner.world.ts";

const key = "shared key of the test";
const clientSecret = "client secret & of the test";

describe("calls to a partner that wants more than a password", () => {
  let world: DeliveryWorld;
  let worker: RunningWorker;
  let partner: TestPartner;
  let issuer: TokenEndpoint;
  let status: number;

  beforeAll(async () => {
    world = await createDeliveryWorld();
    worker = await startWorker(world);
  });
  afterAll(async () => {
    await worker.stop();
    await world.close();
    if (worker.troubles.length > 0)
      throw new AggregateError(worker.troubles, "The worker had troubles");
  });
  beforeEach(async () => {
    await world.database.pool.query("delete from partner_connection");
    await world.database.pool.query("delete from exchange where delivery_id is null");
    status = 200;
    partner = await startPartner((_call, response) => void response.writeHead(status).end());
    issuer = await startTokenEndpoint();
  });
  afterEach(async () => {
    await partner.close();
    await issuer.close();
  });

  const save = async (entry: Pick<ConnectionEntry, "authentication" | "secret">): Promise<void> => {
    const { sandboxId } = world;
    const { endpoint } = partner;
    await world.connections.saveConnection({ sandboxId, region: "a", endpoint, ...entry });
  };
  const signWith = async (): Promise<void> =>
    save({
      authentication: { scheme: "hmac", username: "slipway" },
      secret: { scheme: "hmac", key },
    });
  const useTokens = async (more: { audience?: string; scope?: string } = {}): Promise<void> =>
    save({
      authentication: {
        scheme: "oauth",
        tokenAddress: issuer.address,
        clientId: "slipway-client",
        ...more,
      },
      secret: { scheme: "oauth", clientSecret },
    });
  const deliver = async (plan: Parameters<typeof enqueue>[2] = {}): ReturnType<typeof ended> =>
    ended(world, await enqueue(world, partner.endpoint, plan));
  const tokenCalls = async (): Promise<readonly { detail: object; status: number | null }[]> => {
    const { rows } = await world.database.pool.query<{ detail: object; status: number | null }>(
      "select detail, status from exchange where customer_id = $1 and delivery_id is null order by at",
      [world.tenant.customerId],
    );
    return rows;
  };

  describe("signed", () => {
    it("signs the compressed bytes, the path, the query and the host with its port", async () => {
      await signWith();
      const request = {
        method: "POST",
        path: "/events",
        query: { customer: "a b" },
        body: { greeting: "é" },
        gzip: true,
      } as const;
      expect((await deliver({ request })).outcome).toMatchObject({ kind: "answered", status: 200 });
      const [call] = partner.journal;
      expect(call?.headers["x-icims-date"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/u);
      expect(gunzipSync(call?.bytes ?? "").toString()).toBe('{"greeting":"é"}');
      expect(call?.headers.authorization).toBe(
        expectedSignature(call, key, "content-type;host;x-icims-content-sha256;x-icims-date"),
      );
    });

    it("signs a call without a body, which has no type to sign", async () => {
      await signWith();
      await deliver({ request: { method: "GET", path: "/packages", query: { customerId: "1" } } });
      const [call] = partner.journal;
      expect(call?.headers["content-type"]).toBeUndefined();
      expect(call?.headers.authorization).toBe(
        expectedSignature(call, key, "host;x-icims-content-sha256;x-icims-date"),
      );
    });

    it("signs with another key where wrong credentials are wanted", async () => {
      await signWith();
      const request = { method: "POST", path: "/orders", body: {}, credentials: "wrong" } as const;
      const { id } = await deliver({ request });
      const names = "content-type;host;x-icims-content-sha256;x-icims-date";
      const [call] = partner.journal;
      expect(call?.headers.authorization).not.toBe(expectedSignature(call, key, names));
      expect(call?.headers.authorization).toBe(expectedSignature(call, `not-the-key-${id}`, names));
    });
  });

  describe("with a token", () => {
    it("asks for a token once, and uses it for every call until shortly before it runs out", async () => {
      await useTokens({ audience: "https://partner.example.test/", scope: "orders events" });
      await Promise.all([deliver(), deliver(), deliver()]);
      await deliver();
      expect(issuer.journal).toHaveLength(1);
      expect(Object.fromEntries(new URLSearchParams(issuer.journal[0]?.body))).toEqual({
        grant_type: "client_credentials",
        client_id: "slipway-client",
        client_secret: clientSecret,
        audience: "https://partner.example.test/",
        scope: "orders events",
      });
      const sent = partner.journal.map(({ headers }) => headers.authorization);
      expect(sent).toEqual(Array.from({ length: 4 }, () => "Bearer token-1"));
      expect(await tokenCalls()).toMatchObject([
        { status: 200, detail: { actor: { kind: "platform", purpose: "access-token" } } },
      ]);
    });

    it("keeps a token no longer than it says, and one that does not say so not at all", async () => {
      await useTokens();
      issuer.answerWith({ access_token: "short-lived", token_type: "bearer" });
      await deliver();
      await deliver();
      expect(issuer.journal).toHaveLength(2);
    });

    it("sends nothing again after a 401, and asks for a new token before the next call", async () => {
      await useTokens();
      await deliver();
      status = 401;
      expect((await deliver()).outcome).toMatchObject({ kind: "answered", status: 401 });
      expect(partner.journal).toHaveLength(2);
      status = 200;
      await deliver();
      const sent = partner.journal.map(({ headers }) => headers.authorization);
      expect(sent).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
    });

    it("asks again once the client has changed", async () => {
      await useTokens();
      await deliver();
      await useTokens({ scope: "other" });
      await deliver();
      expect(partner.journal.at(-1)?.headers.authorization).toBe("Bearer token-2");
    });

    it("carries a token that nobody gave out where wrong credentials are wanted", async () => {
      await useTokens();
      const request = { method: "POST", path: "/orders", body: {}, credentials: "wrong" } as const;
      const { id } = await deliver({ request });
      expect(partner.journal[0]?.headers.authorization).toBe(`Bearer not-a-token-${id}`);
      expect(issuer.journal).toEqual([]);
    });

    it.each([
      {
        when: "the client is refused",
        answer: { error: "invalid_client", error_description: "who are you?" },
        with: 401,
        outcome: { code: "TOKEN-REFUSED", fault: "configuration" },
        says: "status 401 (invalid_client: who are you?)",
      },
      {
        when: "the token endpoint is in trouble",
        answer: {},
        with: 503,
        outcome: { code: "TOKEN-ENDPOINT-FAILED", fault: "partner" },
        says: "status 503",
      },
      {
        when: "the answer is no JSON",
        answer: "<html>token=hidden</html>",
        with: 200,
        outcome: { code: "TOKEN-UNUSABLE", fault: "partner" },
        says: "a body that is no JSON object",
      },
      {
        when: "the token is of another type",
        answer: { access_token: "hidden", token_type: "mac", expires_in: 60 },
        with: 200,
        outcome: { code: "TOKEN-UNUSABLE", fault: "partner" },
        says: 'token_type is not "Bearer"',
      },
      {
        when: "it lives for no time",
        answer: { access_token: "hidden", token_type: "Bearer", expires_in: 0 },
        with: 200,
        outcome: { code: "TOKEN-UNUSABLE", fault: "partner" },
        says: "expires_in is no positive number",
      },
    ])("sends nothing when $when, and says so without a secret", async (example) => {
      await useTokens();
      issuer.answerWith(example.answer, example.with);
      const { outcome, view } = await deliver();
      expect(outcome).toMatchObject({
        kind: "not-sent",
        ...example.outcome,
        detail: expect.stringContaining(example.says),
      });
      expect(JSON.stringify([outcome, view])).not.toMatch(/hidden|of the test/u);
      expect(view?.text).toMatch(/^Nothing was sent: the integration gave no access token/u);
      expect(partner.journal).toEqual([]);
      issuer.answerWith(undefined);
      expect((await deliver()).outcome).toMatchObject({ kind: "answered" });
    });

    it("sends nothing when the token endpoint is not there", async () => {
      await useTokens();
      await issuer.close();
      const { outcome, exchange_id: exchangeId } = await deliver();
      expect(outcome).toMatchObject({
        kind: "not-sent",
        code: "TOKEN-ENDPOINT-SILENT",
        fault: "configuration",
        detail: expect.stringContaining("connection-refused"),
      });
      expect(exchangeId).toBeNull();
      expect(await tokenCalls()).toMatchObject([{ status: null }]);
    });
  });
});

/** Written from the scheme's description, with nothing of what signs. */
function expectedSignature(call: ReceivedCall | undefined, withKey: string, names: string): string {
  if (call === undefined) throw new Error("Expected a call, found none");
  const [path = "", query = ""] = call.url.split("?");
  const digest = createHash("sha256").update(call.bytes).digest("hex");
  expect(call.headers["x-icims-content-sha256"]).toBe(digest);
  const lines = names.split(";").map((name) => `${name}:${String(call.headers[name])}`);
  const text = [call.method, path, query, ...lines, "", names].join("\n");
  const toSign = [
    "x-icims-v1-hmac-sha256",
    call.headers["x-icims-date"],
    createHash("sha256").update(text).digest("hex"),
  ].join("\n");
  const signature = createHmac("sha256", withKey).update(toSign).digest("hex");
  return `x-icims-v1-hmac-sha256 user=slipway,signedheaders=${names},signature=${signature}`;
}
