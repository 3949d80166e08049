import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Everything that the file `path` below `root` exports, by name. The file is imported by its place, not by its package: a
 * page shows the tree that it was asked to show.
 */
export async function exportedBy(
  root: string,
  path: string,
): Promise<Readonly<Record<string, unknown>>> {
  const exports: unknown = await import(/* @vite-ignore */ pathToFileURL(join(root, path)).href);
  // A module namespace is an object of its exports.
  return exports as Readonly<Record<string, unknown>>;
}

/** The table that the file exports as `name`; undefined while there is no such file. */
export async function tableAt(root: string, path: string, name: string): Promise<unknown> {
  if (!existsSync(join(root, path))) return undefined;
  const table = (await exportedBy(root, path))[name];
  if (table === undefined)
    throw new Error(`Expected ${path} to export ${name}, found no such export.`);
  return table;
}
