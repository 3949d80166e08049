import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * A repository in a temporary folder, removed when the test ends. Every folder `packages/<name>` can be imported as
 * `@slipway/<name>`, as in an installed workspace.
 */
export function plantTree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "planted-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  const packages = new Set(
    Object.keys(files).flatMap((path) => /^packages\/([^/]+)\//u.exec(path)?.[1] ?? []),
  );
  for (const name of packages) {
    const exports = { ".": { "@slipway/source": "./src/index.ts" } };
    const manifest = `packages/${name}/package.json`;
    if (files[manifest] === undefined) {
      write(root, manifest, JSON.stringify({ name: `@slipway/${name}`, type: "module", exports }));
    }
    mkdirSync(join(root, "node_modules/@slipway"), { recursive: true });
    symlinkSync(join(root, "packages", name), join(root, "node_modules/@slipway", name));
  }
  return root;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
