import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { allFaults, startPrimePartner, type PrimePartner } from "@slipway/example-prime-partner";
import type { Impact, RunReport } from "@slipway/platform-client";

import {
  createCommandWorld,
  username,
  type Begun,
  type CommandWorld,
  type Ended,
} from "./command-line.world.ts";

let world: CommandWorld;
let serving: Begun | undefined;
/** Takes orders for packages that it does not list. */
let faulty: PrimePartner;
let failed: RunReport;

beforeAll(async () => {
  world = await createCommandWorld();
  faulty = await startPrimePartner({
    testCompletionMs: 300,
    behaviour: allFaults["accepts-unknown-package"].behaviour(),
  });
  serving = world.begin(["start", "--data", world.data]);
  await serving.prints("Slipway is ready");
  const credentials = join(world.folder, "credentials.json");
  const begun = world.begin(validate(faulty, "--credentials-file", credentials));
  await begun.prints("Credentials of the sandbox's customers are in");
  await world.configurePartner(credentials, faulty);
  await world.configurePartner(credentials);
  const { exitCode, stdout, stderr } = await begun.ended;
  if (exitCode !== 1) throw new Error(`Expected a run that fails, found ${exitCode}: ${stderr}`);
  failed = JSON.parse(stdout);
});

afterAll(async () => {
  serving?.child.kill("SIGTERM");
  await serving?.ended;
  await faulty?.close();
  await world?.close();
});

function validate(partner: PrimePartner, ...more: readonly string[]): readonly string[] {
  return [
    ...["validate", "--framework", "prime-assessment", "--data", world.data],
    ...["--endpoint", partner.endpoint, "--auth", `basic:${username}`],
    ...["--password-file", world.passwordFile, "--partner-config", world.partnerConfig],
    ...["--wait-for-partner", "60", "--format", "json", ...more],
  ];
}

async function slipway(...args: readonly string[]): Promise<Ended> {
  return world.slipway(...args, "--data", world.data);
}

const findingOf = (report: RunReport): RunReport["requirements"][number]["results"][number] => {
  const results = report.requirements.flatMap((requirement) => requirement.results);
  const found = results.find(({ verdict }) => verdict.kind === "fail");
  if (found === undefined) throw new Error("Expected a failure, found none");
  return found;
};

describe("a partner that mends one fault", () => {
  test("reads whose fault it is, and by which facts", async () => {
    expect(findingOf(failed)).toMatchObject({
      check: "orders.refuses-unknown-package",
      faultOwner: "partner",
      fault: { rule: "partner.answered" },
    });
    const { stdout } = await slipway("report", failed.runId);
    expect(stdout).toMatch(/fault of +partner\n +why +no step of the case broke/u);
    expect(stdout).toMatch(/the partner answered 202 to POST http:\/\/127\.0\.0\.1/u);
  });

  test("repeats what has failed, and sees what changed", async () => {
    const { exitCode, stdout, stderr } = await world.slipway(
      ...validate(world.partner, "--failed-of", failed.runId),
    );
    expect(exitCode, stderr).toBe(6);
    expect(stderr).toContain(`what run ${failed.runId} has not passed. 1 scenario driven`);
    const report: RunReport = JSON.parse(stdout);
    expect(report.conclusion).toBe("partial");
    expect(report.requirements.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      "PA-ORD-1 pass",
    ]);
    const compared = await slipway("compare", failed.runId, report.runId);
    expect(compared.exitCode).toBe(0);
    const lines = compared.stdout.split("\n");
    expect(lines.filter((line) => line.startsWith("PA-"))).toEqual([
      expect.stringMatching(/^PA-ORD-1 +fail \(must\) +→ +pass \(must\)/u),
    ]);
    expect(compared.stdout).toContain("covers a part of its pack: what run");
    expect(compared.stdout).toMatch(
      /Not compared, as a run covers them not at all or not whole: \d+ requirements/u,
    );
    expect((await slipway("runs")).stdout).toContain(`part: what run ${failed.runId}`);
  });

  test("runs one check alone, and sees that it fails", async () => {
    const { exitCode, stdout, stderr } = await world.slipway(
      ...validate(faulty, "--only", "orders.refuses-unknown-package", "--format", "text"),
    );
    expect(exitCode, stderr).toBe(1);
    expect(stdout).toContain("Part of the pack: only orders.refuses-unknown-package.");
    expect(stdout).toMatch(/✕ fail +PA-ORD-1/u);
    expect(stdout).not.toContain("✕ fail           PA-UC1");
  });

  test("is told the nearest of an id that does not exist", async () => {
    const { exitCode, stderr } = await world.slipway(...validate(faulty, "--only", "PA-CAN-2"));
    expect(exitCode).toBe(2);
    expect(stderr).toContain("Nearest: PA-CAN-1");
    expect(stderr).toContain("RUN-SELECTION-UNKNOWN");
  });
});

describe("slipway impact", () => {
  const draftFile = async (draft: object): Promise<string> => {
    const file = join(world.folder, "draft.json");
    await writeFile(file, JSON.stringify(draft));
    return file;
  };

  test("says what a draft from a file would change for the whole run, and for no partial one", async () => {
    const draft = await draftFile({
      version: "2027.1-draft",
      title: "Prime assessments 2027.1 (draft)",
      requirements: [
        { id: "PA-ORD-1", severity: "advisory", checks: ["orders.refuses-unknown-package"] },
      ],
    });
    const text = (await slipway("impact", "--draft", draft)).stdout;
    expect(text).toContain("1 run, 1 would conclude otherwise.");
    expect(text).toMatch(/PA-ORD-1 +new pass: fail \(must\) → fail \(advisory\)/u);
    const json = await slipway("impact", "--draft", draft, "--format", "json", "--all");
    const impact: Impact = JSON.parse(json.stdout);
    expect(impact.runs.map(({ runId }) => runId)).toEqual([failed.runId]);
    expect(impact.summary).toMatchObject({ before: { failed: 1 }, concludeOtherwise: 1 });
    const csv = await slipway("impact", "--draft", draft, "--format", "csv");
    expect(csv.stdout).toMatch(/^integration,run,/u);
    expect(csv.stdout).toContain(",no-longer-asked,");
  });

  test("takes a draft of the code, and stores no grading", async () => {
    const { exitCode, stdout } = await slipway("impact", "--pack", "2026.3-draft");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Pack prime-assessment 2026.3-draft");
    expect(stdout).toContain(failed.runId);
    const report = await slipway("report", failed.runId, "--format", "json");
    expect(JSON.parse(report.stdout)).toEqual(failed);
  });

  test("ends with 2 and every fault where a draft is wrong", async () => {
    const draft = await draftFile({
      version: "x",
      title: "x",
      requirements: [{ severity: "must" }],
    });
    const { exitCode, stderr } = await slipway("impact", "--draft", draft);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("pack.requirements[0].id");
    expect(stderr).toContain("pack.requirements[0].checks");
    expect((await slipway("impact")).exitCode).toBe(2);
  });
});
