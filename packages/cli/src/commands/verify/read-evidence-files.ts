import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { parseKeyList, type KeyList } from "@slipway/evidence";

import { FileProblem } from "../../command-line.problems.ts";

/** The bytes of a bundle. */
export async function readBundle(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: unknown) => {
    throw new FileProblem(
      `Expected an evidence bundle in ${file}, found no file that can be read.`,
      error,
    );
  });
}

/** The keys in a file that was named; else those beside the bundle, if there are any. */
export async function readKeys(
  named: string | undefined,
  bundle: string,
): Promise<Pick<KeyList, "keys">> {
  const file = named ?? join(dirname(bundle), "evidence-keys.json");
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (named === undefined) return undefined;
    throw new FileProblem(
      `Expected the programme's public keys in ${file}, found no file that can be read.`,
      error,
    );
  });
  if (text === undefined) return { keys: [] };
  try {
    return parseKeyList(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new FileProblem(
      `Expected the list of keys that a programme publishes in ${file}, found: ${found}. Get it again from /.well-known/slipway/evidence-keys.`,
      error,
    );
  }
}
