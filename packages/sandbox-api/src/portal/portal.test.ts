import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { clockFrom, openSandboxWorld, type SandboxWorld } from "../sandbox.world.ts";
import { sessionMs } from "./application.ts";
import { keepApplication } from "./application.store.ts";
import { parseReturnUrl, returnUrlOf } from "./return-address.ts";
import { returnPage } from "./return-page.ts";

const noon = new Date("2026-02-03T12:00:00.000Z");

let world: SandboxWorld;
beforeAll(async () => {
  world = await openSandboxWorld();
});
afterAll(async () => world.close());

async function complete(workflowId: number, token: string): Promise<string> {
  await world.database.transaction(async (tx) =>
    keepApplication(tx, {
      customerId: "6101",
      workflowId,
      jobId: 77,
      token,
      completedAt: noon,
      sessionEndsAt: new Date(noon.getTime() + sessionMs),
    }),
  );
  return `/portal/6101/jobs/77/assessment?i=1&token=${token}`;
}

describe("the return page of the portal", () => {
  it("submits the application at the first visit, and says at the second that it was used", async () => {
    world.a.setClock(clockFrom(noon.toISOString()));
    const path = await complete(501, "first");
    const [first, second] = [await world.a.call("GET", path), await world.a.call("GET", path)];
    expect([first.status, second.status]).toStrictEqual([200, 410]);
    expect(first.text).toContain("<h1>Application submitted</h1>");
    expect(first.text).toContain("2026-02-03 12:00 UTC");
    expect(second.text).toContain("<h1>This link was already used</h1>");
    expect(first.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("submits once when several visits come at once", async () => {
    world.a.setClock(clockFrom(noon.toISOString()));
    const path = await complete(502, "at-once");
    const visits = await Promise.all(
      Array.from({ length: 8 }, async () => world.a.call("GET", path)),
    );
    expect(visits.map(({ status }) => status).toSorted((one, other) => one - other)).toStrictEqual([
      200,
      ...Array.from({ length: 7 }, () => 410),
    ]);
  });

  it("shows an empty application that knows of nothing once the session is over", async () => {
    const path = await complete(503, "late");
    world.a.setClock(clockFrom(new Date(noon.getTime() + sessionMs).toISOString()));
    const { status, text } = await world.a.call("GET", path);
    expect(status).toBe(200);
    expect(text).toContain("<h1>New application</h1>");
    expect(text).toContain('name="email"');
    world.a.setClock(clockFrom(noon.toISOString()));
    expect((await world.a.call("GET", path)).text).toContain("Application submitted");
  });

  it("knows no other token, and no application at the other region's portal", async () => {
    await complete(504, "known");
    const guessed = await world.a.call("GET", "/portal/6101/jobs/77/assessment?i=1&token=guessed");
    const elsewhere = await world.b.call("GET", "/portal/6101/jobs/77/assessment?i=1&token=known");
    expect([guessed.status, elsewhere.status]).toStrictEqual([404, 404]);
  });

  it("escapes the employer's name", () => {
    const { html } = returnPage({ kind: "unknown" }, `<script>"&'`);
    expect(html).toContain("&lt;script&gt;&quot;&amp;&#39;");
    expect(html).not.toContain("<script>");
  });
});

describe("the address of the return page", () => {
  it("is read back as it was made, and at no other portal", () => {
    const tenant = world.a.tenant();
    const url = returnUrlOf(tenant, { jobId: 77, token: "t_-1" });
    expect(url).toContain("/jobs/77/assessment?i=1");
    expect(parseReturnUrl(url, tenant)).toStrictEqual({
      customerId: "6101",
      jobId: 77,
      token: "t_-1",
    });
    expect(parseReturnUrl(url, world.b.tenant())).toBeUndefined();
    expect(parseReturnUrl("javascript:alert(1)", tenant)).toBeUndefined();
  });
});
