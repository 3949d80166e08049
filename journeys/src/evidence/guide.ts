import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const guide = fileURLToPath(new URL("../../../docs/verify-evidence.md", import.meta.url));
const cli = fileURLToPath(new URL("../../../packages/cli/src/main.ts", import.meta.url));

/** The shell commands below each heading of the guide. */
function commandsOf(heading: string): string {
  const sections = readFileSync(guide, "utf8").split(/^## /mu);
  const section = sections.find((one) => one.startsWith(`${heading}\n`)) ?? "";
  const blocks = [...section.matchAll(/^```sh\n(?<commands>.*?)^```$/gmsu)];
  if (blocks.length === 0)
    throw new Error(`Expected shell commands below "${heading}" in ${guide}`);
  return blocks.map(({ groups }) => groups?.["commands"] ?? "").join("\n");
}

/** Runs them as they stand there, in a folder, with `slipway` as a command; throws where one of them fails. */
export function follow(
  heading: string,
  { folder, env = {} }: { readonly folder: string; readonly env?: NodeJS.ProcessEnv },
): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const command = join(bin, "slipway");
  writeFileSync(
    command,
    `#!/bin/sh\nexec ${process.execPath} --conditions=@slipway/source ${cli} "$@"\n`,
  );
  chmodSync(command, 0o755);
  const { NODE_OPTIONS: _ofTheTest, ...inherited } = process.env;
  return execFileSync("bash", ["-euo", "pipefail", "-c", commandsOf(heading)], {
    cwd: folder,
    env: { ...inherited, ...env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}` },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}
