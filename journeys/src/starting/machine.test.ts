import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createLauncherProject,
  endingOf,
  type Ending,
  type LauncherProject,
} from "./launcher-project.ts";

let project: LauncherProject;

beforeEach(async () => {
  project = await createLauncherProject("console.log('started')");
});

afterEach(() => project.remove());

interface PlayedMachine {
  readonly versions?: { readonly node: string };
  readonly platform?: string;
  readonly arch?: string;
}

/**
 * Runs a command of the launcher in a process that takes itself for another machine: what Node says about itself is
 * changed before the launcher looks, by Node's own way of loading something first.
 */
async function runOn(machine: PlayedMachine, command = "start.mjs", env = {}): Promise<Ending> {
  const said = Object.entries(machine).map(
    ([name, value]) =>
      `Object.defineProperty(process, ${JSON.stringify(name)}, { value: ${JSON.stringify(value)} });`,
  );
  const preload = `data:text/javascript,${encodeURIComponent(said.join("\n"))}`;
  const { DATABASE_URL: _, ...inherited } = process.env;
  const args = ["--import", preload, join(project.root, "tools/launcher", command)];
  return endingOf(
    spawn(process.execPath, args, { cwd: project.root, env: { ...inherited, ...env } }),
  );
}

describe("the launcher on a machine that will not do", () => {
  it.each(["start.mjs", "test.mjs", "bench.mjs"])(
    "%s refuses a Node under 20 and installs nothing",
    async (command) => {
      const before = await readdir(project.root);
      expect(await runOn({ versions: { node: "18.20.8" } }, command)).toStrictEqual({
        exitCode: 69,
        signal: null,
        stdout: "",
        stderr:
          "Slipway did not start. Expected Node 20 or newer, found Node 18.20.8. Install any newer Node (Slipway then brings the one it runs on itself) and run the same command again.\nCode: STARTING-NODE-TOO-OLD\n",
      });
      expect(await readdir(project.root)).toStrictEqual(before);
    },
  );

  it.each([
    [{ platform: "darwin", arch: "arm64" }, "darwin on arm64"],
    [{ platform: "win32", arch: "x64" }, "win32 on x64"],
    [{ platform: "linux", arch: "riscv64" }, "linux on riscv64 with glibc \\d+\\.\\d+"],
  ])("refuses %j, says what is supported and the other way", async (machine, found) => {
    const before = await readdir(project.root);
    const ending = await runOn({ ...machine, versions: { node: "22.1.0" } });
    expect(ending).toMatchObject({ exitCode: 69, stdout: "" });
    expect(ending.stderr).toMatch(
      new RegExp(
        `^Slipway did not start\\. Expected Linux on x64 or arm64 with glibc 2\\.28 or newer, found ${found} and Node 22\\.1\\.0\\. On another platform, use Node 24\\.18 or newer and name a PostgreSQL 18 server in DATABASE_URL\\.\\nCode: STARTING-PLATFORM-UNSUPPORTED\\n$`,
      ),
    );
    expect(await readdir(project.root)).toStrictEqual(before);
  });

  it("goes the other way, with a Node that is new enough and a server named", async () => {
    const env = {
      DATABASE_URL: "postgres://database.example.test/slipway",
      npm_config_offline: "true",
      npm_config_cache: join(project.root, ".npm-cache"),
    };
    const ending = await runOn({ platform: "darwin", arch: "arm64" }, "start.mjs", env);
    expect(ending).toMatchObject({ exitCode: 0, stdout: "started\n" });
  });

  it("does not take a server's name for a Node that is too old for the other way", async () => {
    const env = { DATABASE_URL: "postgres://database.example.test/slipway" };
    const machine = { platform: "darwin", arch: "arm64", versions: { node: "24.17.9" } };
    expect(await runOn(machine, "start.mjs", env)).toMatchObject({ exitCode: 69 });
  });
});

describe("the files that an old Node reads", () => {
  // Seen once with Node 12, 14, 16 and 18 themselves; this holds what they were told apart by.
  it.each(["start.mjs", "test.mjs", "bench.mjs", "src/begin.mjs", "src/machine-fault.mjs"])(
    "%s uses nothing younger than Node 12",
    async (file) => {
      const text = await readFile(join(project.root, "tools/launcher", file), "utf8");
      const code = text
        .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
        .replaceAll(/`[^`]*`|"[^"]*"/g, '""');
      expect(code).not.toMatch(/\?\.|\?\?|\|\|=|&&=|#\w|^await |^import .*\bwith\b|\bstatic \{/m);
      expect(text).not.toMatch(/from "node:/);
    },
  );
});
