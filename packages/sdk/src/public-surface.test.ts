import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

const source = import.meta.dirname;
const root = join(source, "../../..");

/** Pinned already: they are compared byte by byte with the field tables they are generated from. */
const generated = /^profile\/(?:person|job|company|applicant-workflow)-profile\./u;

/** What the compiler declares for everything that the index leads to, without comments. */
async function declarations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-surface-"));
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const options = [
    "--ignoreConfig",
    "--declaration",
    "--emitDeclarationOnly",
    "--removeComments",
    "--strict",
  ];
  const kind = ["--module", "nodenext", "--target", "es2024", "--types", "node", "--noCheck"];
  const paths = ["--rewriteRelativeImportExtensions", "--rootDir", source, "--outDir", folder];
  try {
    const args = [compiler, ...options, ...kind, ...paths, join(source, "index.ts")];
    await promisify(execFile)(process.execPath, args, { cwd: root });
    const names = (await readdir(folder, { recursive: true })).filter(
      (one) => one.endsWith(".ts") && !generated.test(one),
    );
    const texts = names
      .toSorted()
      .map(async (name) => `// ${name}\n${await readFile(join(folder, name), "utf8")}`);
    return (await Promise.all(texts)).join("\n");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// A difference is a change for partners: say so in a change note, then `npx vitest run --project sdk -u`.
test("the public surface is the pinned one", async () => {
  await expect(await declarations()).toMatchFileSnapshot("../public-surface.txt");
});
