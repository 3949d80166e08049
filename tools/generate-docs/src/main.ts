import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderPages } from "./render-pages.ts";

const root = join(import.meta.dirname, "../../..");
const pages = await renderPages(root);
for (const [path, text] of pages) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
process.stdout.write(`${pages.size} pages written: ${[...pages.keys()].join(", ")}\n`);
