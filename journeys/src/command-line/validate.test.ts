import { readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  createCommandWorld,
  declaration,
  password,
  username,
  type CommandWorld,
} from "./command-line.world.ts";
import { alive, descendantsOf } from "../harness/process-tree.ts";

let world: CommandWorld;
let credentials = "";

beforeAll(async () => {
  world = await createCommandWorld();
  credentials = join(world.folder, "credentials.json");
});

afterAll(async () => world.close());

function request(...more: readonly string[]): readonly string[] {
  return [
    "validate",
    "--framework",
    "prime-assessment",
    "--data",
    world.data,
    "--endpoint",
    world.partner.endpoint,
    "--auth",
    `basic:${username}`,
    ...more,
  ];
}

async function runs(): Promise<readonly { readonly id: string; readonly state: string }[]> {
  const { stdout } = await world.slipway("runs", "--data", world.data, "--format", "json");
  return JSON.parse(stdout).runs;
}

async function expectNoLock(): Promise<void> {
  await expect(stat(join(world.data, "lock.owner"))).rejects.toThrow("ENOENT");
  await expect(stat(join(world.data, "postgres/postmaster.pid"))).rejects.toThrow("ENOENT");
}

describe("slipway validate, from the first call on", () => {
  test("it makes the sandbox, leaves its credentials, and ends with 3 while the endpoint is down", async () => {
    const silent = createServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    silent.close();
    await once(silent, "close");
    const { exitCode, stdout, stderr } = await world.slipway(
      "validate",
      "--framework",
      "prime-assessment",
      "--data",
      world.data,
      "--endpoint",
      `http://127.0.0.1:${port}`,
      "--auth",
      `basic:${username}`,
      "--password-file",
      world.passwordFile,
      "--credentials-file",
      credentials,
    );
    expect(exitCode).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain(`Credentials of the sandbox's customers are in ${credentials}`);
    expect(stderr).toContain("✕ The endpoint can be reached (tenant a)");
    expect(stderr).toContain("do next");
    expect((await stat(credentials)).mode & 0o777).toBe(0o600);
    const secret = JSON.parse(await readFile(credentials, "utf8")).customers;
    expect(Object.keys(secret)).toHaveLength(2);
    for (const { ats } of Object.values<{ readonly ats: { readonly password: string } }>(secret))
      expect(stderr).not.toContain(ats.password);
    await expectNoLock();
  });

  test("it ends with 1 while the endpoint refuses the platform, and prints the preflight as JSON", async () => {
    const { exitCode, stdout, stderr } = await world.slipway(...request("--format", "json"));
    expect(exitCode).toBe(1);
    const preflight = JSON.parse(stdout);
    expect(preflight).toMatchObject({ format: "slipway-preflight/1", green: false });
    expect(stderr).toContain("The credentials on record are accepted (tenant b)");
    expect(stderr).not.toContain("waiting");
  });

  test("it waits for the partner, then runs and ends with 0: report on standard output and in files", async () => {
    const report = join(world.folder, "report");
    const begun = world.begin(
      request(
        ...["--partner-config", world.partnerConfig, "--wait-for-partner", "60"],
        ...["--format", "json", "--report", report],
      ),
    );
    await world.configurePartner(credentials);
    const { exitCode, stdout, stderr } = await begun.ended;
    expect(stderr).toBe(
      `Reports: ${["report.html", "report.json", "junit.xml"].map((name) => join(report, name)).join(", ")}\n`,
    );
    expect(exitCode).toBe(0);
    const printed = JSON.parse(stdout);
    expect(printed).toMatchObject({ format: "slipway-run-report/1", conclusion: "passed" });
    expect(JSON.parse(await readFile(join(report, "report.json"), "utf8"))).toEqual(printed);
    expect(await readFile(join(report, "junit.xml"), "utf8")).toContain('failures="0"');
    expect(await readFile(join(report, "report.html"), "utf8")).toContain(printed.runId);
    expect(`${stdout}${stderr}`).not.toContain(password);
    await expectNoLock();
  });

  test("findings end it with 1 and say what was expected, what arrived, in which exchange, and what to do", async () => {
    const config = join(world.folder, "undeclared.json");
    const manifest = declaration.manifest.filter(({ field }) => field !== "email");
    await writeFile(config, JSON.stringify({ declaration: { ...declaration, manifest } }));
    const { exitCode, stdout, stderr } = await world.slipway(
      ...request("--partner-config", config),
    );
    expect(exitCode).toBe(1);
    expect(stderr).toBe("");
    expect(stdout).toContain("✕ fail           PA-FLD-1");
    expect(stdout).toMatch(/fields\.reads-declared-fields, tenant [ab]/);
    for (const row of ["expected ", "arrived ", "exchange  GET /customers/", "do next "])
      expect(stdout).toContain(row);
    expect(stdout).toContain("Failed: at least one required point failed.");
    // Colours and lines of progress are for terminals.
    expect(stdout).not.toContain("\u001B");
  });

  test("the time limit ends it with 5, naming who is awaited to do what until when", async () => {
    const config = join(world.folder, "by-hand.json");
    const byHand = { ...declaration, completesTestOrders: false };
    await writeFile(config, JSON.stringify({ declaration: byHand }));
    const { exitCode, stdout, stderr } = await world.slipway(
      ...request("--partner-config", config, "--time-limit", "0.05"),
    );
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(
      /Waiting for you \(tenant [ab]\): complete "Logic \d+" for .+, until \d{4}-/,
    );
    expect(stderr).toContain("The time limit of 0.05 minutes was reached");
    expect(stdout).toContain("Run ");
    expect((await runs())[0]?.state).toBe("cancelled");
  });

  test("Ctrl-C cancels the run and leaves no process and no lock", async () => {
    const config = join(world.folder, "by-hand.json");
    const begun = world.begin(request("--partner-config", config));
    await begun.prints("Waiting for you");
    const started = descendantsOf(begun.child.pid);
    // The platform, its PostgreSQL, and what that has started.
    expect(started.length).toBeGreaterThan(2);
    begun.child.kill("SIGINT");
    const { exitCode, stdout, stderr } = await begun.ended;
    expect(alive(started)).toEqual([]);
    expect(exitCode).toBe(130);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/Run \S+ is cancelled\./);
    await expectNoLock();
    expect((await runs())[0]?.state).toBe("cancelled");
  });

  test("a platform that dies ends it with 4, and the next call follows the run that goes on", async () => {
    const config = join(world.folder, "by-hand.json");
    const begun = world.begin(request("--partner-config", config));
    await begun.prints("Waiting for you");
    const [platform = 0] = descendantsOf(begun.child.pid);
    process.kill(platform, "SIGKILL");
    const broken = await begun.ended;
    expect(broken.exitCode).toBe(4);
    expect(broken.stderr).toContain("ended (signal SIGKILL)");
    expect(broken.stderr).toContain("Code: CLI-PLATFORM-ENDED");
    const next = world.begin(request("--partner-config", config));
    await next.prints("Waiting for you");
    next.child.kill("SIGTERM");
    expect((await next.ended).exitCode).toBe(143);
    const [newest, before] = await runs();
    expect(newest?.state).toBe("cancelled");
    expect(before?.state).not.toBe("driving");
  });
});
