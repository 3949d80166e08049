import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);

/** The published packages as somebody gets them from a registry. */
export interface PackedInstallation {
  readonly packages: readonly PackedPackage[];
  /** The command of the installation, on the pinned Node. */
  readonly command: readonly string[];
  readonly close: () => Promise<void>;
}

export interface PackedPackage {
  readonly name: string;
  /** Where the tarball is. */
  readonly tarball: string;
  /** Every file in the tarball. */
  readonly files: readonly string[];
}

interface Packed {
  readonly name: string;
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Builds, packs and unpacks into a folder of its own; the repository stays as it is, and nothing is downloaded. */
export async function createPackedInstallation(): Promise<PackedInstallation> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-packed-"));
  const close = async (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const packed = await pack(folder, await build(folder));
    for (const one of packed) await unpack(folder, one);
    return {
      packages: packed.map(({ name, filename, files }) => ({
        name,
        tarball: join(folder, filename),
        files: files.map(({ path }) => path),
      })),
      command: [process.execPath, join(folder, "installed/node_modules/slipway/dist/main.js")],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Resolves to the folders of the packages that were built. */
async function build(folder: string): Promise<readonly string[]> {
  const builder = join(root, "tools/build-packages/src/main.ts");
  const into = join(folder, "built");
  await mkdir(into);
  await run(process.execPath, ["--conditions=@slipway/source", builder, "--into", into]);
  const { stdout } = await run("find", [
    into,
    "-name",
    "package.json",
    "-path",
    "*/*/package.json",
    // Marks a folder of a package as CommonJS; no package of its own.
    "-not",
    "-path",
    "*/dist/*",
  ]);
  return stdout.trim().split("\n").map(dirname);
}

/** They are built already, so that npm need not run their scripts. */
async function pack(folder: string, built: readonly string[]): Promise<readonly Packed[]> {
  const options = ["--ignore-scripts", "--offline", "--json", "--pack-destination", folder];
  const { stdout } = await run("npm", ["pack", ...options, ...built], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

async function unpack(folder: string, { name, filename }: Packed): Promise<void> {
  const target = join(folder, "installed/node_modules", name);
  await mkdir(target, { recursive: true });
  await run("tar", ["-xzf", join(folder, filename), "-C", target, "--strip-components=1"]);
  const manifest = JSON.parse(await readFile(join(target, "package.json"), "utf8"));
  const wanted = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  for (const one of wanted.filter((dependency) => !dependency.startsWith("@slipway/"))) {
    const source = await sourceOf(name, one);
    if (source === undefined) continue; // Optional, and for another machine.
    // Each package is given what it declares and no more.
    const place = join(target, "node_modules", one);
    await mkdir(dirname(place), { recursive: true });
    await symlink(source, place);
  }
}

async function sourceOf(name: string, dependency: string): Promise<string | undefined> {
  const installed = join(root, "node_modules");
  for (const place of [
    join(installed, name, "node_modules", dependency),
    join(installed, dependency),
  ]) {
    const isThere = await stat(place).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  return undefined;
}
