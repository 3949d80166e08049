import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createCommandWorld, password, type CommandWorld } from "./command-line.world.ts";
import { createPackedInstallation, type PackedInstallation } from "./packed-installation.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);

let installation: PackedInstallation;
let world: CommandWorld;
let project: string;
let port: number;
let partner: ChildProcess | undefined;

beforeAll(async () => {
  installation = await createPackedInstallation();
  world = await createCommandWorld([...installation.command]);
  project = join(world.folder, "my-partner");
  port = await freePort();
}, 600_000);

afterAll(async () => {
  if (partner?.exitCode === null && partner.kill("SIGTERM")) await once(partner, "exit");
  await world?.close();
  await installation?.close();
});

describe("a project of slipway init, from the packages as they are published", () => {
  test("it is written, with what to do next", async () => {
    const { exitCode, stdout, stderr } = await world.slipway("init", project, "--port", `${port}`);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain("npm install");
    expect(stdout).toContain(`--endpoint http://127.0.0.1:${port}`);
    const manifest: unknown = JSON.parse(await readFile(join(project, "package.json"), "utf8"));
    expect(manifest).toMatchObject({
      name: "my-partner",
      dependencies: { "@slipway/sdk": expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown },
    });
    expect(await readdir(project)).toContain(".gitignore");
  });

  test("it is never written over what is there", async () => {
    const own = join(project, "partner.json");
    await writeFile(own, '{ "port": 1 }');
    const { exitCode, stderr } = await world.slipway("init", project);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("partner.json");
    expect(stderr).toContain("src/main.ts");
    expect(await readFile(own, "utf8")).toBe('{ "port": 1 }');
    await writeFile(own, JSON.stringify({ port, testCompletionMs: 300, customers: {} }));
  });

  test("npm installs it from the tarball of the SDK alone", async () => {
    const sdk = installation.packages.find(({ name }) => name === "@slipway/sdk");
    const flags = ["--offline", "--omit=dev", "--no-audit", "--no-fund"];
    // Compiler and declarations of Node would come from a registry; the repository's stand in for them below.
    await run("npm", ["pkg", "delete", "devDependencies"], { cwd: project });
    await run("npm", ["install", ...flags, sdk?.tarball ?? ""], { cwd: project });
    const installed = await readdir(join(project, "node_modules"));
    expect(installed.filter((name) => !name.startsWith("."))).toEqual(["@slipway"]);
  });

  test("its types hold, strictly, against the declarations of the SDK", async () => {
    const types = join(project, "node_modules/@types");
    await symlink(join(root, "node_modules/@types"), types);
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    // Rejects with what the compiler said when a type does not hold.
    const { stdout } = await run(process.execPath, [compiler, "-p", project]);
    expect(stdout).toBe("");
  });

  test("its own test passes", async () => {
    const { stdout } = await run("npm", ["test"], { cwd: project, env: plainEnvironment() });
    expect(stdout).toMatch(/pass 1\b/u);
  });

  test("it starts, and the programme's validation passes", async () => {
    const env = { ...plainEnvironment(), SLIPWAY_PARTNER_PASSWORD: password };
    partner = spawn(process.execPath, ["src/main.ts"], {
      cwd: project,
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const { exitCode, stdout, stderr } = await world.slipway(
      ...["validate", "--framework", "prime-assessment", "--data", world.data],
      ...["--endpoint", `http://127.0.0.1:${port}`, "--auth", "basic:slipway"],
      ...["--password-file", world.passwordFile, "--format", "json"],
      ...["--partner-config", join(project, "declaration.json"), "--wait-for-partner", "60"],
      ...["--credentials-file", join(project, "sandbox.json")],
    );
    expect(exitCode, stderr + stdout).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ conclusion: "passed" });
  }, 300_000);
});

/** Without what the test runner tells its own processes. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:NODE_OPTIONS$|NODE_TEST|VITEST)/.test(name),
  );
  return Object.fromEntries(inherited);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on TCP has an address of this kind.
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return free;
}
