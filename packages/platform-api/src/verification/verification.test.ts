import { afterAll, beforeAll, expect, test } from "vitest";

import { openPlatformApiWorld, type PlatformApiWorld } from "../platform-api.world.ts";

let world: PlatformApiWorld;
beforeAll(async () => {
  world = await openPlatformApiWorld();
});
afterAll(async () => world.close());

async function ask(path: string): Promise<{ readonly answer: Response; readonly body: string }> {
  const answer = await fetch(`${world.base}${path}`);
  return { answer, body: await answer.text() };
}

test("answers nothing about an integration that was never designated", async () => {
  const { integration = "" } = world.ids;
  for (const id of [integration, "0190a000-0000-7000-8000-000000000001", "4711", "%3Cscript%3E"]) {
    const page = await ask(`/verify/${id}`);
    expect(page.answer.status).toBe(404);
    expect(page.answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.body).toContain("Not on record");
    expect(page.body).not.toContain("<script");
    const json = await ask(`/verify/${id}.json`);
    expect(json.answer.status).toBe(404);
    expect(JSON.parse(json.body)).toMatchObject({ code: "VERIFICATION-NOT-FOUND" });
    const badge = await ask(`/badge/${id}.svg`);
    expect(badge.answer.status).toBe(404);
    expect(badge.body).toContain("not on record");
    expect((await ask(`/verify/${id}/evidence.tar`)).answer.status).toBe(404);
  }
});

test("publishes the keys without a token, and never their private part", async () => {
  const reviewer = { name: "Grace", role: "reviewer", organisation: "programme" };
  const made = await fetch(`${world.base}/api/v1/evidence-keys`, {
    method: "POST",
    headers: { authorization: `Bearer ${world.token}`, "content-type": "application/json" },
    body: JSON.stringify({ actor: reviewer, reason: "The first." }),
  });
  expect(made.status).toBe(201);
  const { answer, body } = await ask("/.well-known/slipway/evidence-keys");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=60, must-revalidate");
  const { keys } = JSON.parse(body) as {
    readonly keys: readonly { readonly id: string; readonly publicKey: string }[];
  };
  const [key] = keys;
  expect(Object.keys(key ?? {})).toEqual([
    ...["id", "algorithm", "publicKey", "validFrom", "validUntil", "revokedAt", "revokedBecause"],
  ]);
  const pem = await ask(`/.well-known/slipway/evidence-keys/${key?.id}.pem`);
  expect(pem.body).toBe(key?.publicKey);
  expect((await ask("/.well-known/slipway/evidence-keys/ek-0.pem")).answer.status).toBe(404);
});

test("keeps everything else behind the token", async () => {
  for (const path of ["/api/v1/evidence-keys", "/api/v1/integrations"])
    expect((await ask(path)).answer.status).toBe(401);
});
