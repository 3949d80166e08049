import { open, readFile, type FileHandle } from "node:fs/promises";

import { isObject } from "../is-object.ts";
import type { AnswerStore } from "./answer-store.ts";
import type { StoredAnswer } from "./stored-answer.ts";
import { onceEach } from "./once-each.ts";

export interface FileAnswerStore extends AnswerStore {
  readonly close: () => Promise<void>;
}

/**
 * Remembers in a file, one line for each answer, on the disk before the answer is given: a restart forgets nothing. For
 * one process at a time. The file grows; put away old ones while the partner is stopped.
 */
export async function openFileAnswerStore(path: string): Promise<FileAnswerStore> {
  const text = await readFile(path, "utf8").catch(emptyWhenMissing);
  const kept = new Map(text.split("\n").flatMap(readLine));
  const file = await open(path, "a");
  // What a crash cut short stays a line of its own, and is passed over at the next start.
  if (text !== "" && !text.endsWith("\n")) await file.appendFile("\n");
  let written = Promise.resolve();
  const keep = async (key: string, answer: StoredAnswer): Promise<void> => {
    const line = `${JSON.stringify({ key, answer })}\n`;
    const writing = written.then(async () => append(file, line));
    written = writing.catch(() => undefined); // Told to the one whose line it is.
    await writing;
    kept.set(key, answer);
  };
  return {
    once: onceEach((key) => kept.get(key), keep),
    close: async () => {
      await written;
      await file.close();
    },
  };
}

async function append(file: FileHandle, line: string): Promise<void> {
  await file.appendFile(line);
  await file.datasync();
}

function emptyWhenMissing(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
  throw error;
}

function readLine(line: string): readonly (readonly [string, StoredAnswer])[] {
  try {
    const row: unknown = JSON.parse(line);
    if (!isObject(row) || typeof row["key"] !== "string" || !isObject(row["answer"])) return [];
    // Our own lines, written by `keep` above.
    return [[row["key"], row["answer"] as unknown as StoredAnswer]];
  } catch {
    return []; // Cut short by a crash, before anybody was answered.
  }
}
