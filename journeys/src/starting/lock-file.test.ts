import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const command = "tools/launcher/complete-lock-file.mjs";

interface LockFile {
  packages: Record<string, unknown>;
}

function check(
  folder: string,
  ...args: readonly string[]
): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, command), ...args], {
    encoding: "utf8",
  });
  return { status, text: `${stdout}${stderr}` };
}

describe("the lock file", () => {
  it("describes every optional package, so that npm ci takes it on any machine", () => {
    expect(check(root, "--check")).toStrictEqual({ status: 0, text: "" });
  });

  it("is named incomplete, and completed, where it lacks one", async () => {
    const copy = await mkdtemp(join(tmpdir(), "slipway-lock-"));
    await cp(join(root, "tools/launcher"), join(copy, "tools/launcher"), { recursive: true });
    const text = await readFile(join(root, "package-lock.json"), "utf8");
    const lock = JSON.parse(text) as LockFile;
    const lacking = "node_modules/@oxlint/binding-darwin-arm64";
    const { [lacking]: entry, ...others } = lock.packages;
    expect(entry).toMatchObject({ cpu: ["arm64"], os: ["darwin"], optional: true });
    await writeFile(join(copy, "package-lock.json"), JSON.stringify({ ...lock, packages: others }));
    expect(check(copy, "--check")).toStrictEqual({
      status: 1,
      text: `Expected package-lock.json to describe every optional package, found 1 that it lacks: ${lacking}. Run: npm run lock\n`,
    });
    expect(check(copy).status).toBe(0);
    expect(await readFile(join(copy, "package-lock.json"), "utf8")).toBe(text);
    await rm(copy, { recursive: true });
  });
});
