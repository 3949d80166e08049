import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderPages } from "@slipway/generate-docs";
import { expect, test } from "vitest";
import { plantTree } from "../plant-tree.ts";
import { keepsPagesCurrent } from "./keeps-pages-current.ts";

const path = "docs/requirements.md";

test("passes pages as their tables make them, and names the line where one differs", async () => {
  const made = (await renderPages(plantTree({ "README.md": "" }))).get(path) ?? "";
  const current = await keepsPagesCurrent(plantTree({ [path]: made }));
  expect(current.findings.filter((finding) => finding.path === path)).toEqual([]);

  const stale = made.replace(/^\| REQ-02 .*\n/mu, "");
  const line = made.slice(0, made.indexOf("| REQ-02 ")).split("\n").length;
  const drifted = plantTree({ [path]: stale });
  const { findings } = await keepsPagesCurrent(drifted);
  expect(
    findings.filter((finding) => finding.path === path).map((finding) => finding.line),
  ).toEqual([line]);
  expect(readFileSync(join(drifted, path), "utf8")).toBe(stale);
});

test("names a page that was never written", async () => {
  const { findings } = await keepsPagesCurrent(plantTree({ "README.md": "" }));
  expect(findings.map((finding) => `${finding.path}:${finding.line}`)).toContain(`${path}:1`);
});
