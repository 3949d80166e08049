import { afterAll, beforeAll, expect, test } from "vitest";

import { openPlatformApiWorld, type PlatformApiWorld } from "../platform-api.world.ts";
import { renderMarketplace } from "./render-marketplace.ts";

let world: PlatformApiWorld;
beforeAll(async () => {
  world = await openPlatformApiWorld();
});
afterAll(async () => world.close());

test("shows the marketplace to anybody, as a page and as JSON", async () => {
  const page = await fetch(`${world.base}/marketplace`);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(page.headers.get("vary")).toBe("accept");
  expect(await page.text()).toContain("Nothing is listed yet.");
  for (const [path, accept] of [
    ["/marketplace.json", "*/*"],
    ["/marketplace", "application/json"],
  ] as const) {
    const json = await fetch(`${world.base}${path}`, { headers: { accept } });
    expect(await json.json()).toMatchObject({ format: "slipway-marketplace/1", listings: [] });
  }
});

test("keeps drafts behind the token", async () => {
  const { integration = "" } = world.ids;
  const answer = await fetch(`${world.base}/api/v1/integrations/${integration}/listing`);
  expect(answer.status).toBe(401);
});

test("takes no address that a reader's browser would run", async () => {
  const { integration = "" } = world.ids;
  for (const address of [
    "javascript:alert(1)",
    "https://user@a.test/",
    "//a.test",
    "ftp://a.test",
  ]) {
    const answer = await fetch(`${world.base}/api/v1/integrations/${integration}/listing`, {
      method: "PUT",
      headers: { authorization: `Bearer ${world.token}`, "content-type": "application/json" },
      body: JSON.stringify({
        actor: { name: "Ada", role: "partner-admin", organisation: "unnamed" },
        draft: {
          ...{ name: "A", tagline: "B", description: "C", categories: [], optionalFeatures: [] },
          ...{ supportContact: "d@e.test", links: [{ label: "F", address }] },
        },
      }),
    });
    expect(answer.status, address).toBe(400);
  }
});

test("shows what a partner wrote as text, and a suspended integration as not available", () => {
  const page = renderMarketplace({
    at: new Date("2026-03-01T09:00:00.000Z"),
    listings: [
      {
        ...{ name: "<script>alert(1)</script>", tagline: '"><img>', description: "C" },
        ...{ categories: ["Assessment"], optionalFeatures: [], supportContact: "d@e.test" },
        links: [{ label: "Guide", address: 'https://a.test/"onclick=x' }],
        ...{ integrationId: "i-1", organisation: "Acme", framework: "prime-assessment" },
        ...{ designation: "prime", designationInForce: undefined, version: 1 },
        standing: { kind: "suspended", since: new Date("2026-02-25T09:00:00.000Z") },
        isAvailable: false,
        validatedAt: new Date("2026-02-01T09:00:00.000Z"),
      },
    ],
  });
  expect(page).not.toMatch(/<script|<img|"onclick/u);
  expect(page).toContain("Not available.");
  expect(page).toContain("The programme suspended the integration on 2026-02-25.");
  expect(page).toContain('href="/verify/i-1"');
});
