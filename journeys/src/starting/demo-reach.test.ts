import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { createPlatformClient } from "@slipway/platform-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const program = ["--conditions=@slipway/source", "tools/start/src/main.ts"];
const freePorts = { SLIPWAY_PORT: "0", SLIPWAY_SANDBOX_PORT_A: "0", SLIPWAY_SANDBOX_PORT_B: "0" };
const refusal =
  "No demo: its data stays on this machine, and the platform is reachable from others.";

let data: string;
let started: ChildProcess | undefined;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "slipway-reach-"));
});
afterEach(async () => {
  started?.kill("SIGTERM");
  if (started?.exitCode === null && started.signalCode === null) await once(started, "exit");
  await rm(data, { recursive: true, force: true });
});

/** Runs what `npm start` runs, until it has printed what is waited for; gives what it had printed by then. */
async function startUntil(env: Readonly<Record<string, string>>, awaited: string): Promise<string> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: { ...inherited, ...freePorts, SLIPWAY_DATA: data, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  started = child;
  let text = "";
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      text += part.toString();
      if (text.includes(awaited)) resolve(text);
    });
    child.once("exit", () =>
      reject(new Error(`Expected "${awaited}", found an end after: ${text}`)),
    );
  });
}

async function registered(text: string): Promise<readonly string[]> {
  const baseUrl = /Platform API +(\S+)/u.exec(text)?.[1] ?? "";
  const token = (await readFile(join(data, "admin-token"), "utf8")).trim();
  const port = new URL(baseUrl).port;
  const client = createPlatformClient({ baseUrl: `http://127.0.0.1:${port}`, token });
  return (await client.listIntegrations()).map(({ name }) => name);
}

describe("the demo of a start", () => {
  it("runs on a platform that only its own machine reaches", async () => {
    const text = await startUntil({}, "Preflight");
    expect(text).not.toContain(refusal);
    expect(text).not.toContain("Reachable");
    expect(await registered(text)).toHaveLength(1);
  });

  it.each([
    ["listens on all addresses", { SLIPWAY_HOST: "0.0.0.0" }],
    ["names a sandbox by a public address", { SLIPWAY_PUBLIC_BASE_A: "https://a.example.test" }],
  ])("does not run on a platform that %s, and both say so", async (_what, env) => {
    const text = await startUntil(env, refusal);
    expect(text).toContain(
      "Reachable          from other machines: whoever holds the token may do everything",
    );
    expect(await registered(text)).toEqual([]);
    expect(existsSync(join(data, "demo"))).toBe(false);
  });
});
