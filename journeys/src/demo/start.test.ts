import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { openStartWorld, type StartWorld } from "./start.world.ts";

let world: StartWorld;

describe("a start with --no-demo", () => {
  beforeEach(async () => {
    world = await openStartWorld();
  });

  afterEach(async () => world?.close());

  it("serves, and does nothing else", async () => {
    const start = world.start("--no-demo");
    const text = await start.printed(/Admin token/u);
    expect(text).toMatch(/^Slipway is ready\.\n {2}Platform API +http:\/\/127\.0\.0\.1:\d+\n/u);
    expect(await (await world.clientOf(start)).listIntegrations()).toEqual([]);
    expect(existsSync(join(world.data, "demo"))).toBe(false);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("ends with %s and leaves no process", async (signal) => {
    const start = world.start("--no-demo");
    await start.printed(/Admin token/u);
    start.child.kill(signal);
    expect(await start.ending).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await world.left()).toEqual([]);
  });

  it("ends properly when it is asked to before it is ready", async () => {
    const start = world.start("--no-demo");
    // By then PostgreSQL has its folder, and the platform does not listen yet.
    while (!existsSync(join(world.data, "postgres"))) await sleep(5);
    start.processes();
    start.child.kill("SIGTERM");
    expect(await start.ending).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await world.left()).toEqual([]);
    expect(existsSync(join(world.data, "postgres/postmaster.pid"))).toBe(false);
  });

  it("ends with the platform's code and words when that cannot start", async () => {
    const other = await openStartWorld({ SLIPWAY_PORT: "many" });
    try {
      const { exitCode, stdout, stderr } = await other.start("--no-demo").ending;
      expect([exitCode, stdout]).toEqual([78, ""]);
      expect(stderr).toContain("SLIPWAY_PORT: expected a port number from 0 to 65535");
      expect(stderr).toContain("Code: CONFIGURATION-WRONG");
    } finally {
      await other.close();
    }
  });

  it("ends when its PostgreSQL does, and says so", async () => {
    const start = world.start("--no-demo");
    await start.printed(/Admin token/u);
    const lock = await readFile(join(world.data, "postgres/postmaster.pid"), "utf8");
    process.kill(Number(lock.split("\n")[0]), "SIGKILL");
    const { exitCode, stderr } = await start.ending;
    expect(exitCode).toBe(70);
    expect(stderr).toContain("Slipway has ended. Expected its PostgreSQL to run on");
    expect(await world.left()).toEqual([]);
  });
});

describe("a start with the demo", () => {
  const toTheEnd = /Press Ctrl-C to end/u;
  const runIn = (text: string): string | undefined => /run (\S+)\)/u.exec(text)?.[1];

  let first: string;

  beforeAll(async () => {
    world = await openStartWorld();
    const start = world.start();
    first = await start.printed(toTheEnd);
    start.child.kill("SIGTERM");
    const { exitCode } = await start.ending;
    if (exitCode !== 0) throw new Error(`Expected a clean end, found ${exitCode}`);
  });

  afterAll(async () => world?.close());

  it("registers, runs, prints each requirement and writes the report", async () => {
    expect(first).toContain("Registered Harbour Assessments (demo)");
    expect(first).toMatch(/PA-UC2-1 +pass +REQ-\d+/u);
    expect(first).toMatch(/Conclusion: passed, in \d+\.\d s/u);
    const reports = await readdir(join(world.data, "demo/reports"));
    expect(reports.toSorted()).toEqual(
      ["html", "json", "xml"].map((ending) => `run-${runIn(first)}.${ending}`),
    );
  });

  it("tells the whole life: approved, designated, overdue, suspended as the partner sees it, proved anew", async () => {
    for (const told of [
      "Grace approves the design",
      "Designated: prime, version 1",
      "Ada publishes the listing",
      "366 days later it is overdue, and waits for a person",
      "The partner's call to the ATS is answered with 403",
      "and now with 200",
      "Designated: prime, version 2",
    ])
      expect(first).toContain(told);
    expect(first).toMatch(/for anybody: http:\/\/127\.0\.0\.1:\d+\/verify\/\S+/u);
  });

  it("has left no process after SIGTERM, the partner's neither", async () => {
    expect(await world.left()).toEqual([]);
  });

  it("finds the run the second time, and registers nothing twice", async () => {
    const start = world.start();
    const text = await start.printed(toTheEnd);
    expect(text).toContain("Found Harbour Assessments (demo)");
    expect(text).toMatch(/Found run \S+, finished/u);
    expect(text).not.toContain("Designated:");
    const client = await world.clientOf(start);
    const [integration, ...others] = await client.listIntegrations();
    expect(others).toEqual([]);
    expect(await client.listRuns(integration?.sandboxId ?? "")).toHaveLength(2);
    start.child.kill("SIGTERM");
    await start.ending;
  });

  it("ends, and leaves no process, when the platform dies under the demo", async () => {
    const start = world.start();
    await start.printed(toTheEnd);
    const [platform] = await platformsAmong(start.processes());
    process.kill(platform ?? 0, "SIGKILL");
    expect((await start.ending).exitCode).toBe(1);
    expect(await world.left()).toEqual([]);
  });
});

async function platformsAmong(ids: readonly number[]): Promise<readonly number[]> {
  const commands = await Promise.all(
    ids.map(async (id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")), // It has ended.
  );
  return ids.filter((_, index) => commands[index]?.includes("apps/platform/src/main.ts"));
}
