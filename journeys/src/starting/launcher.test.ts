import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLauncherProject, endingOf, type LauncherProject } from "./launcher-project.ts";
import { alive } from "../harness/process-tree.ts";

const installsForRunning =
  "Installing the packages that running needs from package-lock.json, once …";
const installsAll = "Installing all packages from package-lock.json, once …";

// Says how it was started, and with "wait" serves until a signal, which it reports.
const program = `
const words: string[] = process.argv.slice(2);
if (words[0] === "exit") process.exitCode = Number(words[1]);
if (words[0] === "wait") {
  setInterval(() => {}, 1000);
  let count = 0;
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      count += 1;
      console.log(name);
      setTimeout(() => process.exit(count), 300);
    });
  }
}
console.log(JSON.stringify({ pinned: process.env["PINNED"], words, id: process.pid }));
`;

let project: LauncherProject;

beforeEach(async () => {
  project = await createLauncherProject(program);
});

afterEach(() => project.remove());

function isInstalled(name: string): boolean {
  return existsSync(join(project.root, "node_modules", name, "package.json"));
}

async function neededVersion(): Promise<unknown> {
  const manifest = await readFile(join(project.root, "node_modules/needed/package.json"), "utf8");
  return (JSON.parse(manifest) as { version: unknown }).version;
}

async function said(child: ReturnType<LauncherProject["begin"]>): Promise<{ id: number }> {
  const [text] = (await once(child.stdout ?? child, "data")) as [Buffer];
  return JSON.parse(text.toString().split("\n")[0] ?? "") as { id: number };
}

function isAlive(processId: number): boolean {
  return alive([processId]).length > 0;
}

describe("the launcher's installation", () => {
  it("happens once and brings for starting what running needs", async () => {
    const first = await project.run("start.mjs", "--no-demo");
    expect(first.stderr).toContain(installsForRunning);
    expect(JSON.parse(first.stdout.split("\n").at(-2) ?? "")).toMatchObject({
      pinned: "yes",
      words: ["--no-demo"],
    });
    expect([isInstalled("needed"), isInstalled("vitest")]).toStrictEqual([true, false]);
    const second = await project.run("start.mjs");
    expect(second).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("brings everything for the tests, which serves for starting too", async () => {
    const tests = await project.run("test.mjs", "some/path");
    expect(tests.stderr).toContain(installsAll);
    expect(JSON.parse(tests.stdout.split("\n").at(-2) ?? "")).toStrictEqual({
      vitest: ["run", "some/path"],
    });
    expect((await project.run("start.mjs")).stderr).toBe("");
  });

  it("brings the rest when tests follow a start", async () => {
    await project.run("start.mjs");
    expect((await project.run("test.mjs")).stderr).toContain(installsAll);
    expect(isInstalled("vitest")).toBe(true);
  });

  it("follows a changed lock file", async () => {
    await project.run("start.mjs");
    await project.release("1.0.1");
    expect((await project.run("start.mjs")).stderr).toContain(installsForRunning);
    expect(await neededVersion()).toBe("1.0.1");
  });

  it("believes what is on the disk more than npm's record", async () => {
    await project.run("start.mjs");
    await project.release("1.0.1");
    const lockFile = await readFile(join(project.root, "package-lock.json"), "utf8");
    await writeFile(join(project.root, "node_modules/.package-lock.json"), lockFile);
    await project.run("start.mjs");
    expect(await neededVersion()).toBe("1.0.1");
  });

  it("keeps what the tests need when a start follows a changed lock file", async () => {
    await project.run("test.mjs");
    await project.release("1.0.1");
    expect((await project.run("start.mjs")).stderr).toContain(installsAll);
    expect([isInstalled("needed"), isInstalled("vitest")]).toStrictEqual([true, true]);
  });

  it.each([
    ["npm's record is missing, as after an interrupted installation", ".package-lock.json"],
    ["a package is gone, as after an interrupted removal", "needed"],
    ["a file of a package is gone", "needed/package.json"],
  ])("is done again when %s", async (_, path) => {
    await project.run("start.mjs");
    await rm(join(project.root, "node_modules", path), { recursive: true });
    const again = await project.run("start.mjs");
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.stderr).toContain(installsForRunning);
    expect(isInstalled("needed")).toBe(true);
  });

  it("recovers when the launcher was killed in the middle", async () => {
    const killed = project.begin("start.mjs");
    await once(killed.stderr ?? killed, "data");
    killed.kill("SIGKILL");
    await once(killed, "exit");
    const [left, right] = await Promise.all([project.run("start.mjs"), project.run("start.mjs")]);
    expect([left.exitCode, right.exitCode]).toStrictEqual([0, 0]);
    expect(isInstalled("needed")).toBe(true);
  });

  it("says what to do when it fails, and starts nothing", async () => {
    await rm(join(project.root, "packed/needed-1.0.0.tgz"));
    await rm(join(project.root, ".npm-cache"), { recursive: true });
    const failed = await project.run("start.mjs");
    expect(failed).toMatchObject({ exitCode: 75, stdout: "" });
    expect(failed.stderr).toMatch(
      /\nSlipway did not start\. Expected to install the packages of package-lock\.json, found that npm ended with \d+; its own words stand above\. Check the connection to the package registry and the space on the disk, then run the same command again: it installs anew\.\nCode: STARTING-INSTALL-FAILED\n$/,
    );
  });
});

describe("the program under the launcher", () => {
  it("gives the launcher its exit code", async () => {
    expect((await project.run("start.mjs", "exit", "7")).exitCode).toBe(7);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("gets %s once and is waited for", async (signal) => {
    await project.run("start.mjs");
    const launcher = project.begin("start.mjs", "wait");
    const ending = endingOf(launcher);
    const { id } = await said(launcher);
    launcher.kill(signal);
    await sleep(100);
    launcher.kill(signal);
    const { stdout, exitCode } = await ending;
    expect(exitCode).toBe(1);
    expect(stdout.split("\n").slice(1)).toStrictEqual([signal, ""]);
    expect(isAlive(id)).toBe(false);
  });

  it("ends when the launcher is killed", async () => {
    await project.run("start.mjs");
    const launcher = project.begin("start.mjs", "wait");
    const { id } = await said(launcher);
    launcher.kill("SIGKILL");
    while (isAlive(id)) await sleep(20);
    expect(isAlive(id)).toBe(false);
  });
});
