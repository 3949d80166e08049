import { existsSync, readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { checkRegistry } from "./check-registry.ts";

const source = new URL("./", import.meta.url);

describe("the registry of checks", () => {
  it.each(checkRegistry)("finds the check, its test and its page of $id", ({ id, title, page }) => {
    const text = readFileSync(new URL(page, source), "utf8");
    expect(text.startsWith(`# ${title}\n\n\`${id}\`\n`)).toBe(true);
    expect(Array.from(text.matchAll(/^## (.+)$/gmu), ([, heading]) => heading)).toStrictEqual([
      "What it proves",
      "How it is judged",
      "How to fix it",
      "When it does not apply",
    ]);
    expect(existsSync(new URL(page.replace(/\.md$/u, ".ts"), source))).toBe(true);
    expect(existsSync(new URL(page.replace(/\.md$/u, ".test.ts"), source))).toBe(true);
  });

  it("has every check file of every framework, and each id once", () => {
    const folders = [
      "shared-checks",
      ...new Set(checkRegistry.flatMap(({ frameworks }) => frameworks.map((id) => `${id}/checks`))),
    ];
    const files = folders.flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, source))
        .filter((file) => file.endsWith(".check.ts"))
        .map((file) => `${folder}/${file.replace(/\.ts$/u, ".md")}`),
    );
    expect(checkRegistry.map(({ page }) => page).toSorted()).toStrictEqual(files.toSorted());
    expect(new Set(checkRegistry.map(({ id }) => id)).size).toBe(checkRegistry.length);
  });
});
