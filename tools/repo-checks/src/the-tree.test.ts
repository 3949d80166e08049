import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { printFinding, type Finding } from "./finding.ts";
import { guards } from "./guards.ts";

const root = join(import.meta.dirname, "../../..");

function placesOf(findings: readonly Finding[], level: Finding["level"]): readonly string[] {
  return findings.filter((finding) => finding.level === level).map(printFinding);
}

describe("this repository", () => {
  test.each(Object.entries(guards))("%s", async (name, guard) => {
    const { filesSeen, findings } = await guard(root);
    const warnings = placesOf(findings, "warning");
    process.stdout.write([`${name}: ${filesSeen} files looked at`, ...warnings, ""].join("\n"));
    expect(filesSeen, "a guard that looks at nothing guards nothing").toBeGreaterThan(0);
    expect(placesOf(findings, "error")).toEqual([]);
  });

  test("every guard is in use and has a test with a planted violation", () => {
    const files = readdirSync(join(import.meta.dirname, "guards"));
    const written = files
      .filter((file) => !file.endsWith(".test.ts"))
      .map((file) => file.slice(0, -".ts".length));
    expect(Object.keys(guards)).toEqual(written.toSorted());
    const tested = files
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => file.slice(0, -".test.ts".length));
    expect(tested.toSorted()).toEqual(written.toSorted());
  });
});
