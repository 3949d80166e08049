import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import type { Setting } from "../setting/open-setting.ts";

export function measuredVersions({
  postgres,
}: {
  readonly postgres: Pick<Setting["postgres"], "version">;
}): Readonly<Record<string, string>> {
  // The bench's own manifest, which has these.
  const { dependencies } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  ) as { readonly dependencies: Readonly<Record<string, string>> };
  return { Node: process.versions.node, PostgreSQL: postgres.version, ...dependencies };
}

/** The commit that is checked out, with `+` where packages or applications were changed besides. */
export function measuredCommit(): string {
  try {
    const changed = git("status", "--porcelain", "--", "packages", "apps") !== "";
    return `${git("rev-parse", "--short", "HEAD")}${changed ? "+" : ""}`;
  } catch {
    return "unknown"; // A copy without its history.
  }
}

function git(...args: readonly string[]): string {
  return execFileSync("git", [...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}
