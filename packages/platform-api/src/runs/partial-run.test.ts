import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createPlatformClient, type PlatformClient } from "@slipway/platform-client";

import { openPlatformApiWorld, type PlatformApiWorld } from "../platform-api.world.ts";

let world: PlatformApiWorld;
let client: PlatformClient;

beforeAll(async () => {
  world = await openPlatformApiWorld();
  client = createPlatformClient({ baseUrl: world.base, token: world.token });
});

afterAll(async () => world.close());

const sandbox = (): string => world.ids["sandbox"] ?? "";

const start = async (body: object): Promise<{ readonly status: number; readonly text: string }> => {
  const answer = await fetch(`${world.base}/api/v1/sandboxes/${sandbox()}/runs`, {
    method: "POST",
    headers: { authorization: `Bearer ${world.token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
};

describe("a run that is started for a part of its pack", () => {
  it("says what it covers when it starts, in its progress, in the list and in its report", async () => {
    const run = await client.startRun(sandbox(), undefined, { only: ["PA-UC2-1", "uc3"] });
    expect(run.part).toMatchObject({
      selection: { kind: "only", ids: ["PA-UC2-1", "uc3"] },
      scenarios: [
        "uc2.repeated-order",
        "uc3.missing-field",
        "uc3.two-missing",
        "uc3.blank",
        "uc3.blanks-only",
      ],
      wholeRunChecks: [],
    });
    expect((await client.loadRun(run.id)).part).toEqual(run.part);
    expect((await client.listRuns(sandbox()))[0]).toMatchObject({ id: run.id, part: run.part });
    await client.cancelRun(run.id);
    const report = await client.loadReport(run.id);
    expect(report.part?.leftOut).toContain("PA-TEN-1");
    expect(report.requirements.map(({ id }) => id)).not.toContain("PA-TEN-1");
    expect(await client.printReport(run.id, "html")).toContain("A part of the pack.");
    expect(await client.printReport(run.id, "junit")).toContain("(part: Asked for: PA-UC2-1, uc3)");
  });

  it("is the whole pack unless a part is asked for", async () => {
    const [whole] = (await client.listRuns(sandbox())).toReversed();
    expect(whole?.part).toBeNull();
  });

  it("repeats what an earlier run has not passed", async () => {
    const runId = world.ids["run"] ?? "";
    const run = await client.startRun(sandbox(), undefined, { failedOf: runId });
    expect(run.part?.selection).toEqual({ kind: "failed-of", runId });
    // Nothing of it was driven: it was cancelled at once.
    expect(run.part?.scenarios).toContain("uc1.end-to-end");
    await client.cancelRun(run.id);
  });

  it.each([
    ["ids that are not there", { only: ["PA-UC2-99"] }, 422, "RUN-SELECTION-UNKNOWN"],
    [
      "a run that is not there",
      { failedOf: "01900000-0000-7000-8000-000000000001" },
      404,
      "RUN-NOT-FOUND",
    ],
    ["both at once", { only: ["uc2"], failedOf: "x" }, 400, "REQUEST-INVALID"],
    ["nothing", { only: [] }, 400, "REQUEST-INVALID"],
  ])("refuses %s", async (...refusal) => {
    const [, selection, status, code] = refusal;
    const refused = await start({ selection });
    expect(refused.status, refused.text).toBe(status);
    expect(JSON.parse(refused.text)).toMatchObject({ code });
  });

  it("names the nearest of what it does not know", async () => {
    const { text } = await start({ selection: { only: ["PA-UC2-99"] } });
    expect(text).toContain("Nearest: PA-UC2-1");
  });

  it("refuses the run of another sandbox", async () => {
    const [other] = await client.listRuns(world.ids["busySandbox"] ?? "");
    const refused = await start({ selection: { failedOf: other?.id } });
    expect(JSON.parse(refused.text)).toMatchObject({ status: 422, code: "RUN-OF-OTHER-SANDBOX" });
  });
});
