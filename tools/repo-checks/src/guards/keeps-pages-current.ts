import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderPages } from "@slipway/generate-docs";
import type { Finding, Guard } from "../finding.ts";

const rule = "keeps-pages-current";

/** Every generated page says what its table says: a row without a page, or a page without a row, is a difference. */
export const keepsPagesCurrent: Guard = async (root) => {
  const pages = await renderPages(root);
  const findings = [...pages].flatMap(([path, text]): readonly Finding[] => {
    const written = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "";
    if (written === text) return [];
    const line = firstDifference(written, text);
    const message = `Expected the page as its table makes it, found a difference. Run "npm run docs" and commit it.`;
    return [{ rule, path, line, message, level: "error" }];
  });
  return { filesSeen: pages.size, findings };
};

function firstDifference(left: string, right: string): number {
  const other = right.split("\n");
  const at = left.split("\n").findIndex((line, index) => line !== other[index]);
  return at === -1 ? 1 : at + 1;
}
