import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Packs as a person with the machine's tar would who wants it to look untouched. */
const packOptions = [
  "--format=ustar",
  "--sort=name",
  "--owner=root:0",
  "--group=root:0",
  "--mode=0644",
  "--mtime=@0",
];

/** Unpacks a bundle, lets something happen to its folder, and packs it again as `name`. */
export function repack(
  {
    folder,
    bundle,
    name,
  }: { readonly folder: string; readonly bundle: string; readonly name: string },
  change: (evidence: string) => void,
): string {
  const work = join(folder, `${name}.unpacked`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  execFileSync("tar", ["-xf", bundle, "-C", work]);
  change(join(work, "evidence"));
  const archive = join(folder, `${name}.tar`);
  const listed = execFileSync("find", ["evidence", "-type", "f"], { cwd: work, encoding: "utf8" });
  const files = listed.trim().split("\n").toSorted();
  execFileSync("tar", [...packOptions, "-cf", archive, ...files], { cwd: work });
  return archive;
}

/** Each way in which a bundle can be tampered with by its files. */
export const changes = {
  untouched: () => undefined,
  flipped: (evidence) => {
    const file = join(evidence, "verdicts.json");
    const bytes = readFileSync(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  },
  dropped: (evidence) => {
    rmSync(join(evidence, "decision.json"));
  },
  added: (evidence) => {
    cpSync(join(evidence, "decision.json"), join(evidence, "decision-2.json"));
  },
  renamed: (evidence) => {
    renameSync(join(evidence, "design.json"), join(evidence, "plan.json"));
  },
} as const satisfies Readonly<Record<string, (evidence: string) => void>>;
