import { chmod, cp, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { checkTargets } from "./check-targets.ts";
import { compile } from "./compile.ts";
import { publishedPackages, type PublishedPackage } from "./published-packages.ts";
import { useJavaScriptNames } from "./use-java-script-names.ts";

export interface BuildOptions {
  readonly root: string;
  /** Where to build complete packages, each in the folder that it has in the repository; undefined: `dist` of each, in place. */
  readonly into: string | undefined;
}

/** In `dist` of those that are built twice. */
const commonJsFolder = "commonjs";

/** Builds every published package and returns their names. Throws an error that says what is wrong, and leaves what was built before. */
export async function buildPackages({ root, into }: BuildOptions): Promise<readonly string[]> {
  const packages = await publishedPackages(root);
  const output = await mkdtemp(join(into ?? tmpdir(), ".slipway-build-"));
  try {
    await compile({ root, output, project: "tsconfig.json" });
    if (packages.some(({ isCommonJsToo }) => isCommonJsToo)) {
      const commonJs = join(output, commonJsFolder);
      await compile({ root, output: commonJs, project: "tsconfig.commonjs.json" });
    }
    for (const one of packages) await complete(one, { root, output });
    for (const one of packages) await place(one, { root, output, into });
  } finally {
    await rm(output, { recursive: true, force: true });
  }
  return packages.map(({ name }) => name);
}

/** What the compiler does not bring: guides and schemas, the licence, and the right to be run. */
async function complete(
  { folder, targets, programs, isCommonJsToo }: PublishedPackage,
  { root, output }: { readonly root: string; readonly output: string },
): Promise<void> {
  const built = join(output, folder, "src");
  if (isCommonJsToo) {
    const commonJs = join(built, commonJsFolder);
    await rename(join(output, commonJsFolder, folder, "src"), commonJs);
    // Node reads the kind of a file's modules from the nearest manifest.
    await writeFile(join(commonJs, "package.json"), '{ "type": "commonjs" }\n');
  }
  await cp(join(root, folder, "src"), built, {
    recursive: true,
    filter: (source) => ["", ".md", ".json"].includes(extname(source)),
  });
  await cp(join(root, "LICENSE"), join(built, "LICENSE"));
  await useJavaScriptNames(built);
  for (const program of programs) await chmod(join(built, program), 0o755);
  await checkTargets(folder, built, targets);
}

async function place(
  { folder }: PublishedPackage,
  { root, output, into }: BuildOptions & { readonly output: string },
): Promise<void> {
  const target = join(into ?? root, folder);
  if (into !== undefined) {
    await cp(join(root, folder), target, {
      recursive: true,
      filter: (source) => !/[/\\](?:src|dist|node_modules)$/u.test(source),
    });
  }
  await rm(join(target, "dist"), { recursive: true, force: true });
  await moveFolder(join(output, folder, "src"), join(target, "dist"));
}

async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // The folder for temporary files may be on another disk.
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    await cp(from, to, { recursive: true });
  }
}
