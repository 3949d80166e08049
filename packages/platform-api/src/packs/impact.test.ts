import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createPlatformClient,
  PlatformRefusedProblem,
  type PlatformClient,
} from "@slipway/platform-client";

import { openPlatformApiWorld, type PlatformApiWorld } from "../platform-api.world.ts";

let world: PlatformApiWorld;
let client: PlatformClient;

beforeAll(async () => {
  world = await openPlatformApiWorld();
  client = createPlatformClient({ baseUrl: world.base, token: world.token });
});

afterAll(async () => world.close());

const framework = "prime-assessment";

const get = async (path: string): Promise<Response> =>
  fetch(`${world.base}/api/v1/frameworks/${path}`, {
    headers: { authorization: `Bearer ${world.token}` },
  });

describe("the impact of a draft pack", () => {
  it("leaves out runs that say nothing of the whole: cancelled ones and those under way", async () => {
    const impact = await client.loadImpact({ framework, draft: { version: "2026.3-draft" } });
    expect(impact).toMatchObject({
      format: "slipway-impact/1",
      pack: { framework, version: "2026.3-draft" },
      scope: "newest",
      runs: [],
      summary: { runs: 0 },
    });
  });

  it("is printed as CSV with a header", async () => {
    const csv = await client.printImpact({ framework, draft: { version: "2026.3-draft" } });
    expect(csv).toMatch(/^integration,run,startedAt,pack,conclusion,conclusionUnderDraft,/u);
    const answer = await get(`${framework}/packs/2026.3-draft/impact?format=csv`);
    expect(answer.headers.get("content-type")).toContain("text/csv");
  });

  it("takes a draft as the pack of a version is shown, under a version of its own", async () => {
    const shown = (await (await get(`${framework}/packs/2026.1`)).json()) as object;
    const content = { ...shown, version: "2026.9-draft" };
    const impact = await client.loadImpact({ framework, draft: { content } });
    expect(impact.pack.version).toBe("2026.9-draft");
  });

  it("refuses a draft with every fault and its place", async () => {
    const content = {
      version: "2026.9-draft",
      title: "In preparation",
      scenarios: ["uc1.end-to-end", "uc7.telepathy"],
      requirements: [
        { severity: "must", checks: ["orders.answers-in-tyme"] },
        { id: "PA-X", severity: "must", checks: [] },
      ],
    };
    const refused: unknown = await client
      .loadImpact({ framework, draft: { content } })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PlatformRefusedProblem);
    expect(refused).toMatchObject({
      code: "PACK-DRAFT-WRONG",
      status: 422,
      document: {
        findings: [
          { where: "pack.requirements[0].id" },
          { where: "pack.requirements[0].title" },
          { where: "pack.requirements[1].title" },
        ],
      },
    });
    const known = {
      ...content,
      requirements: [
        { id: "PA-X", title: "x", severity: "must", checks: ["orders.answers-in-tyme"] },
      ],
    };
    await expect(client.loadImpact({ framework, draft: { content: known } })).rejects.toThrow(
      /uc7\.telepathy.+\n.+nearest: orders\.answers-in-time/u,
    );
  });

  it.each([
    ["a framework", "telepathy/packs/1/impact", "404 FRAMEWORK-NOT-FOUND"],
    ["a version", `${framework}/packs/1900.1/impact`, "404 PACK-VERSION-NOT-FOUND"],
    ["a scope", `${framework}/packs/2026.1/impact?runs=some`, "400 REQUEST-INVALID"],
  ])("refuses %s that it does not know", async (_, path, refusal) => {
    const answer = await get(path);
    const { code } = (await answer.json()) as { readonly code: string };
    expect(`${answer.status} ${code}`).toBe(refusal);
  });
});
