import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const launcher = fileURLToPath(new URL("../../../tools/launcher", import.meta.url));

/** What a process left behind when it ended. */
export interface Ending {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A small project in a temporary folder with the real launcher, whose packages are files: it installs without network. */
export interface LauncherProject {
  readonly root: string;
  /** Runs `start.mjs` or `test.mjs` with arguments until it ends. */
  readonly run: (command: string, ...args: readonly string[]) => Promise<Ending>;
  /** Starts one of them and leaves it running. */
  readonly begin: (command: string, ...args: readonly string[]) => ChildProcess;
  /** Makes another release of the package `needed` and puts it in the lock file. */
  readonly release: (version: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

const pinned = `node-${process.platform}-${process.arch}`;
// Registers nothing outside: the packages are files, and the cache is the project's own.
const offline = (root: string): NodeJS.ProcessEnv => ({
  ...process.env,
  npm_config_offline: "true",
  npm_config_cache: join(root, ".npm-cache"),
});

/** `program` is the text of `tools/start/src/main.ts`, which `npm start` runs on the pinned Node. */
export async function createLauncherProject(program: string): Promise<LauncherProject> {
  const root = await mkdtemp(join(tmpdir(), "slipway launcher "));
  await cp(launcher, join(root, "tools/launcher"), { recursive: true });
  await mkdir(join(root, "tools/start/src"), { recursive: true });
  await writeFile(join(root, "tools/start/src/main.ts"), program);
  // The pinned Node of this project is the Node that runs the test, under a name by which the program can tell.
  const script = `#!/bin/sh\nPINNED=yes exec '${process.execPath}' "$@"\n`;
  await pack(root, { name: pinned, version: "24.0.0", files: { "bin/node": script } });
  await pack(root, { name: "needed", version: "1.0.0", files: {} });
  const vitest = `console.log(JSON.stringify({ vitest: process.argv.slice(2) }))\n`;
  await pack(root, { name: "vitest", version: "1.0.0", files: { "vitest.mjs": vitest } });
  const begin = (command: string, ...args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [join(root, "tools/launcher", command), ...args], {
      cwd: root,
      env: offline(root),
      stdio: ["ignore", "pipe", "pipe"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    return child;
  };
  const release = async (version: string): Promise<void> => {
    await pack(root, { name: "needed", version, files: {} });
    // Out of npm's sight, as if the lock file came from elsewhere: npm would write it into its record too.
    const installed = join(root, "node_modules");
    await rename(installed, `${installed}.away`);
    await lock(root, version);
    await rename(`${installed}.away`, installed);
  };
  await lock(root, "1.0.0");
  return {
    root,
    begin,
    release,
    run: (command, ...args) => endingOf(begin(command, ...args)),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Waits for the end of a process and gives what it printed. */
export async function endingOf(child: ChildProcess): Promise<Ending> {
  const printed = { stdout: "", stderr: "" };
  child.stdout?.on("data", (text) => (printed.stdout += String(text)));
  child.stderr?.on("data", (text) => (printed.stderr += String(text)));
  const [exitCode, signal] = (await once(child, "close")) as [number | null, string | null];
  return { ...printed, exitCode, signal };
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

async function pack(root: string, { name, version, files }: Package): Promise<void> {
  const folder = join(root, "packed", `${name}-${version}`);
  const manifest = JSON.stringify({ name, version });
  for (const [path, text] of Object.entries({ ...files, "package.json": manifest })) {
    const file = join(folder, "package", path);
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, text, { mode: 0o755 });
  }
  succeed(spawnSync("tar", ["-czf", `${folder}.tgz`, "-C", folder, "package"]));
}

async function lock(root: string, version: string): Promise<void> {
  const manifest = {
    name: "launcher-project",
    version: "1.0.0",
    private: true,
    type: "module",
    dependencies: { needed: `file:packed/needed-${version}.tgz` },
    optionalDependencies: { [pinned]: `file:packed/${pinned}-24.0.0.tgz` },
    devDependencies: { vitest: "file:packed/vitest-1.0.0.tgz" },
  };
  await writeFile(join(root, "package.json"), JSON.stringify(manifest));
  succeed(
    spawnSync("npm", ["install", "--package-lock-only", "--ignore-scripts", "--no-audit"], {
      cwd: root,
      env: offline(root),
    }),
  );
}

function succeed(result: ReturnType<typeof spawnSync>): void {
  if (result.status !== 0) throw new Error(`Expected success, found: ${String(result.stderr)}`);
}
