import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const relativeTypeScript = /(\bfrom\s+|\bimport\s*\(\s*)"(\.{1,2}\/[^"]+)\.ts"/gu;

/** The compiler renames relative imports in JavaScript only: declarations are given the same names here. */
export async function useJavaScriptNames(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((one) => one.endsWith(".d.ts"))) {
    const path = join(folder, name);
    const text = await readFile(path, "utf8");
    const renamed = text.replaceAll(relativeTypeScript, '$1"$2.js"');
    if (renamed !== text) await writeFile(path, renamed);
  }
}
