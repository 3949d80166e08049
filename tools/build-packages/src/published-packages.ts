import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A package of the repository that others install. */
export interface PublishedPackage {
  readonly name: string;
  /** Below the root, such as `packages/cli`. */
  readonly folder: string;
  /** Every file in `dist` to which the manifest leads. */
  readonly targets: readonly string[];
  /** Those of them that are run as programs. */
  readonly programs: readonly string[];
  /** Whether it is for `require` as well, on every Node that it names. */
  readonly isCommonJsToo: boolean;
}

/** A path, or paths by condition. */
type Target = string | { readonly [condition: string]: Target };

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, Readonly<Record<string, Target>>>>;
}

/** The packages that are not private, by folder. */
export async function publishedPackages(root: string): Promise<readonly PublishedPackage[]> {
  const folders = await Promise.all(
    ["packages", "apps"].map(async (room) =>
      (await readdir(join(root, room), { withFileTypes: true }))
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${room}/${entry.name}`),
    ),
  );
  const manifests = await Promise.all(
    folders.flat().map(async (folder) => ({ folder, manifest: await readManifest(root, folder) })),
  );
  return manifests.flatMap(({ folder, manifest }) =>
    manifest === undefined || manifest.private === true ? [] : [publishedOf(folder, manifest)],
  );
}

function publishedOf(folder: string, { name, bin = {}, exports = {} }: Manifest): PublishedPackage {
  const programs = Object.values(bin).map(belowDist);
  const exported = Object.values(exports).flatMap((conditions) =>
    Object.entries(conditions).flatMap(([condition, target]) =>
      condition === "@slipway/source" ? [] : pathsOf(target).map(belowDist),
    ),
  );
  const isCommonJsToo = Object.values(exports).some((conditions) => "require" in conditions);
  const targets = [...new Set([...programs, ...exported])];
  return { name, folder, programs, targets, isCommonJsToo };
}

function pathsOf(target: Target): readonly string[] {
  return typeof target === "string" ? [target] : Object.values(target).flatMap(pathsOf);
}

function belowDist(path: string): string {
  return path.replace(/^\.\/dist\//u, "");
}

// A folder without a manifest is no package, such as one that a moved branch left behind.
async function readManifest(root: string, folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(root, folder, "package.json"), "utf8").catch(() => undefined);
  // npm's format; only the members typed above are read.
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}
