import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);

/** An empty project into which the sdk was installed from its tarball, and nothing else. */
export interface PackedSdk {
  /** Every file in the tarball. */
  readonly files: readonly string[];
  /** The packages that npm installed. */
  readonly installed: readonly string[];
  /** The Node versions of this machine: the pinned one, and the system's where there is one from 20 on. */
  readonly nodes: readonly { readonly version: string; readonly program: string }[];
  /** Writes a program into the project and runs it; resolves to what it printed. */
  readonly run: (node: string, name: string, text: string) => Promise<string>;
  /** Type-checks a program as a partner would, its own types of Node beside it; resolves to the compiler's findings. */
  readonly typeCheck: (name: string, text: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function installPackedSdk(): Promise<PackedSdk> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-sdk-"));
  const built = join(folder, "built");
  const project = join(folder, "project");
  await Promise.all([mkdir(built), mkdir(project)]);
  const builder = join(root, "tools/build-packages/src/main.ts");
  await run(process.execPath, ["--conditions=@slipway/source", builder, "--into", built]);
  const options = ["--ignore-scripts", "--offline", "--json", "--pack-destination", folder];
  const packed = await run("npm", ["pack", ...options, join(built, "packages/sdk")]);
  const [{ filename, files }] = JSON.parse(packed.stdout);
  await writeFile(join(project, "package.json"), '{ "name": "partner", "private": true }\n');
  const tarball = join(folder, filename);
  const install = ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", tarball];
  await run("npm", install, { cwd: project });
  const listed = await run("npm", ["ls", "--all", "--parseable"], { cwd: project });
  return {
    files: files.map(({ path }: { readonly path: string }) => path),
    installed: listed.stdout.trim().split("\n").slice(1),
    nodes: await nodesHere(),
    run: async (node, name, text) => {
      await writeFile(join(project, name), text);
      return (await run(node, [name], { cwd: project })).stdout;
    },
    typeCheck: async (name, text) => typeCheck(project, name, text),
    close: async () => rm(folder, { recursive: true, force: true }),
  };
}

async function typeCheck(project: string, name: string, text: string): Promise<string> {
  await writeFile(join(project, name), text);
  const types = join(project, "node_modules/@types");
  await symlink(join(root, "node_modules/@types"), types).catch(() => undefined); // There already.
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--exactOptionalPropertyTypes"];
  const checked = run(process.execPath, [compiler, ...options, "--types", "node", name], {
    cwd: project,
  });
  return (await checked.catch(outputOf)).stdout;
}

// The compiler says what it found and ends with a code of its own.
function outputOf(error: unknown): { readonly stdout: string } {
  if (error instanceof Error && "stdout" in error) return { stdout: String(error.stdout) };
  throw error;
}

async function nodesHere(): Promise<PackedSdk["nodes"]> {
  const versions = await Promise.all(
    [process.execPath, "/usr/bin/node", "/usr/local/bin/node"].map(async (program) =>
      run(program, ["--version"]).then(
        ({ stdout }) => ({ program, version: stdout.trim() }),
        () => undefined, // None there.
      ),
    ),
  );
  return versions.filter((one) => one !== undefined).filter(({ version }) => major(version) >= 20);
}

function major(version: string): number {
  return Number(/^v(\d+)/u.exec(version)?.[1]);
}
