import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createPlatformClient, type PlatformClient } from "@slipway/platform-client";

import {
  createCommandWorld,
  type Begun,
  type CommandWorld,
  type Ended,
} from "./command-line.world.ts";
import { passingRun } from "./passing-run.ts";

let world: CommandWorld;
let run = "";
let customer = "";
let serving: Begun | undefined;

beforeAll(async () => {
  world = await createCommandWorld();
  const { exitCode, stdout, stderr } = await passingRun(world);
  if (exitCode !== 0) throw new Error(`Expected a run that passes, found ${exitCode}: ${stderr}`);
  run = JSON.parse(stdout).runId;
  const credentials = await readFile(join(world.folder, "credentials.json"), "utf8");
  [customer = ""] = Object.keys(JSON.parse(credentials).customers);
  // The commands below find a platform that serves the folder already.
  serving = world.begin(["start", "--data", world.data]);
  await serving.prints("Slipway is ready");
});

afterAll(async () => {
  serving?.child.kill("SIGTERM");
  await serving?.ended;
  await world?.close();
});

/** Without a terminal no output holds colours. */
async function slipway(...args: readonly string[]): Promise<Ended> {
  const ended = await world.slipway(...args);
  expect(`${ended.stdout}${ended.stderr}`).not.toContain("\u001B");
  return ended;
}

async function onData(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await slipway(...args, "--data", world.data);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

async function clientOfServing(): Promise<PlatformClient> {
  const addresses = JSON.parse(await readFile(join(world.data, "addresses.json"), "utf8"));
  const token = await readFile(join(world.data, "admin-token"), "utf8");
  return createPlatformClient({ baseUrl: addresses.platform, token: token.trim() });
}

describe("what opens the ATS of a sandbox", () => {
  test("credentials issues each kind and shows it once", async () => {
    const text = await onData("credentials", "issue", customer, "--kind", "hmac");
    expect(text).toMatch(/^ATS +http:\/\/127\.0\.0\.1:\d+\/customers\/\d+\nuser +\S+\nkey +\S+/);
    const json = await onData("credentials", "issue", customer, "--kind", "oauth", "--format=json");
    const { tokenUrl, clientId, clientSecret, audience } = JSON.parse(json);
    const answer = await fetch(tokenUrl, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: clientSecret,
        audience,
      }),
    });
    expect(answer.status).toBe(200);
  });

  test("credentials names the customers there are when it gets another", async () => {
    const { exitCode, stderr } = await slipway("credentials", "issue", "1", "--data", world.data);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(customer)]);
  });

  test("callers sets, shows and clears the list, and names what is no address", async () => {
    expect(await onData("callers", "show", customer)).toBe("from anywhere\n");
    const set = await onData("callers", "set", customer, "192.0.2.0/24", "2001:db8::1");
    expect(set).toBe("192.0.2.0/24\n2001:db8::1\n");
    const wrong = await slipway("callers", "set", customer, "here", "--data", world.data);
    expect([wrong.exitCode, wrong.stderr]).toEqual([
      2,
      expect.stringMatching(/entry 1: expected an address .*found "here"/),
    ]);
    expect(await onData("callers", "show", customer)).toBe(set);
    expect(await onData("callers", "clear", customer)).toBe("from anywhere\n");
  });
});

describe("what the other commands say of a finished run", () => {
  test("runs lists it with its state", async () => {
    const [head, row, ...more] = (await onData("runs")).trimEnd().split("\n");
    expect(head).toMatch(/^run +state +started/);
    expect(row).toContain(run);
    expect(more).toEqual([]);
  });

  test("report prints it in each form", async () => {
    expect(await onData("report", run)).toContain(`Run ${run}`);
    const report = JSON.parse(await onData("report", run, "--format", "json"));
    expect(report).toMatchObject({ runId: run, conclusion: "passed" });
    expect(await onData("report", run, "--format", "junit")).toContain("<testsuites");
    expect((await onData("report", run, "--format", "html")).toLowerCase()).toContain(
      "<!doctype html>",
    );
  });

  test("logs prints one line for each exchange of the run", async () => {
    const lines = (await onData("logs", customer, "--run", run)).trimEnd().split("\n");
    const records = await onData("logs", customer, "--run", run, "--format", "json");
    const exchanges = records
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.length).toBeGreaterThan(1);
    expect(exchanges).toHaveLength(lines.length);
    for (const [index, { id, at }] of exchanges.entries()) {
      expect(lines[index]?.startsWith(`${at} → `)).toBe(true);
      expect(lines[index]?.endsWith(` ${id}`)).toBe(true);
    }
  });

  test("regrade says what another pack changes, and the grading before stays", async () => {
    const client = await clientOfServing();
    const before = await client.listGradings(run);
    const [first] = before;
    const verdicts = await client.loadReport(run, first?.id);
    const { exitCode, stdout, stderr } = await slipway(
      ...["regrade", run, "--pack", "2026.3-draft", "--data", world.data],
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain(`Run ${run}: graded under pack 2026.3-draft, before under 2026.2`);
    expect(stdout).toMatch(/^PA-\S+ .+ → /m);
    const after = await client.listGradings(run);
    expect(after).toHaveLength(before.length + 1);
    expect(after).toEqual(expect.arrayContaining([...before]));
    expect(await client.loadReport(run, first?.id)).toEqual(verdicts);
  });

  test("compare says what changed from one run to another", async () => {
    expect(await onData("compare", run, run)).toMatch(
      /^Run .+\nNothing changed\.\nBefore: .+\nNow: /,
    );
    const json = JSON.parse(await onData("compare", run, run, "--format", "json")) as unknown;
    expect(json).toEqual({ before: run, after: run, changes: [], notCompared: [] });
  });

  test("manifest holds what was declared against what was used, also for a spreadsheet", async () => {
    const table = await onData("manifest", run);
    expect(table).toMatch(/^person\.email +read +\d+ .* as-declared$/mu);
    const csv = await onData("manifest", run, "--format", "csv");
    const [header, ...rows] = csv.trimEnd().split("\r\n");
    expect(header).toMatch(/^profileType,field,declared,/u);
    const fields = JSON.parse(await onData("manifest", run, "--format", "json")) as unknown[];
    expect(rows).toHaveLength(fields.length);
    expect(rows.length).toBeGreaterThan(5);
  });

  test("doctor finds nothing to mend", async () => {
    const looked = await onData("doctor");
    expect(looked).toContain("✓ Node");
    expect(looked).toContain("✓ Platform and database");
    expect(looked).not.toContain("✕");
  });
});

describe("a command that is called wrongly", () => {
  test.each([
    ["frobnicate", "unknown command 'frobnicate'"],
    ["runs --bogus", "unknown option '--bogus'"],
    ["report", "missing required argument 'run'"],
    ["regrade one", "required option '--pack <version>' not specified"],
  ])("ends with 2 and says what is wrong: slipway %s", async (typed, found) => {
    const { exitCode, stdout, stderr } = await slipway(...typed.split(" "));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("Expected a command with arguments as");
    expect(stderr).toContain(found);
    expect(stderr).toContain("Code: CLI-USAGE-WRONG");
  });
});
