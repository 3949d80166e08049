import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "./page.ts";

const folder = join(import.meta.dirname, "pages");

/** Every page that can be made from the tree at `root`, by its path. Nothing is written. */
export async function renderPages(root: string): Promise<ReadonlyMap<string, string>> {
  const pages = await Promise.all(pageFiles().map(loadPage));
  const texts = await Promise.all(
    pages.map(async (page) => [page.path, await page.render(root)] as const),
  );
  return new Map(texts.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function pageFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".page.ts"))
    .toSorted();
}

async function loadPage(name: string): Promise<Page> {
  const exports: unknown = await import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href);
  const page = Object.values(exports as Readonly<Record<string, unknown>>)[0];
  if (!isPage(page))
    throw new Error(`Expected pages/${name} to export one Page, found ${typeof page}.`);
  return page;
}

function isPage(value: unknown): value is Page {
  return typeof value === "object" && value !== null && "path" in value && "render" in value;
}
