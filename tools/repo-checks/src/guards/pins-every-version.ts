import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryFiles } from "@slipway/generate-docs";
import type { Finding, Guard } from "../finding.ts";

const rule = "pins-every-version";

const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u;

/** Manifests name exact versions, and lock files name no address to download from. */
export const pinsEveryVersion: Guard = async (root) => {
  const files = repositoryFiles(root).filter((path) =>
    /(?:^|\/)package(?:-lock)?\.json$/u.test(path),
  );
  const findings = files.flatMap((path) => {
    const lines = readFileSync(join(root, path), "utf8").split("\n");
    return path.endsWith("-lock.json") ? addresses(path, lines) : loose(path, lines);
  });
  return { filesSeen: files.length, findings };
};

/** In a template: filled in with the exact version by whatever writes a project from it. */
const filledIn = /^\{\{\w+Version\}\}$/u;

function addresses(path: string, lines: readonly string[]): readonly Finding[] {
  return lines.flatMap((text, index): readonly Finding[] => {
    if (!/"resolved": "(?:https?|git)/u.test(text)) return [];
    const message =
      "Expected a lock file without download addresses, found one. Install again with the .npmrc of the root.";
    return [{ rule, path, line: index + 1, message, level: "error" }];
  });
}

function loose(path: string, lines: readonly string[]): readonly Finding[] {
  // A manifest is npm's format; anything else than version tables is not looked at.
  const manifest = JSON.parse(lines.join("\n")) as Readonly<Record<string, unknown>>;
  const tables = ["dependencies", "devDependencies", "optionalDependencies"].map(
    (name) => manifest[name] ?? {},
  );
  return tables
    .flatMap((table) => Object.entries(table as Readonly<Record<string, string>>))
    .filter(([, version]) => !exact.test(version) && !filledIn.test(version))
    .map(([name, version]) => ({
      rule,
      path,
      line: lines.findIndex((text) => text.includes(`"${name}"`)) + 1,
      message: `Expected an exact version of "${name}", found "${version}".`,
      level: "error",
    }));
}
